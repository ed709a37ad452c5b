// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scorer.h"

namespace winnow {

/// Points in the picture, each given to one of the gold: F1 of those that are near enough, or inside where
/// the gold gives boxes. "No target" is an answer.
class PointsScorer : public Scorer {
public:
    QString id() const override { return QStringLiteral("points"); }
    QString title() const override
    {
        return QStringLiteral(QT_TRANSLATE_NOOP("Scorer", "Points near the gold ones: F1"));
    }
    QString source() const override
    {
        return QStringLiteral(
            "Molmo and PixMo points (Deitke et al. 2024, arXiv 2409.17146), assignment of Kuhn 1955");
    }
    Needs needs() const override { return OwnReading; }
    QVector<ScorerParameter> parameters() const override;
    QString read(const ReplyToScore& reply) const override;
    double score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const override;
};

} // namespace winnow
