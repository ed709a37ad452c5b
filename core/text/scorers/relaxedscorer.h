// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scorer.h"

namespace winnow {

/// Numbers may be off by a share of the gold.
class RelaxedScorer : public Scorer {
public:
    QString id() const override { return QStringLiteral("relaxed"); }
    QString title() const override
    {
        return QStringLiteral(
            QT_TRANSLATE_NOOP("Scorer", "Numbers within 5 %, otherwise equal after normalisation"));
    }
    QString source() const override { return QStringLiteral("ChartQA relaxed accuracy (Masry et al. 2022)"); }
    QVector<ScorerParameter> parameters() const override;
    double score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const override;
};

} // namespace winnow
