// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scorer.h"

namespace winnow {

/// A box in the picture; the best of several gold boxes. Where the gold counts shares of 1, numbers of a
/// reply beyond 1.5 are shares of 1,000; a gold in pixels needs replies in pixels.
class IouScorer : public Scorer {
public:
    QString id() const override { return QStringLiteral("iou"); }
    QString title() const override
    {
        return QStringLiteral(QT_TRANSLATE_NOOP("Scorer", "Boxes that overlap the gold by half"));
    }
    QString source() const override
    {
        return QStringLiteral(
            "RefCOCO accuracy at IoU 0.5 (Kazemzadeh et al. 2014; Yu et al. 2016, arXiv 1608.00272)");
    }
    Needs needs() const override { return OwnReading; }
    QVector<ScorerParameter> parameters() const override;
    QString read(const ReplyToScore& reply) const override;
    double score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const override;
};

} // namespace winnow
