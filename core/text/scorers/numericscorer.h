// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scorer.h"

namespace winnow {

/// A number with its unit. A unit that only one of both writes is taken for the other's; units of one kind
/// are converted, another unit is wrong. A fraction is rounded to the digits of the gold.
class NumericScorer : public Scorer {
public:
    QString id() const override { return QStringLiteral("numeric"); }
    QString title() const override
    {
        return QStringLiteral(QT_TRANSLATE_NOOP("Scorer", "A number, rounded as the gold is, with its unit"));
    }
    QString source() const override
    {
        return QStringLiteral("MathVista answer precision and unit (Lu et al. 2023, arXiv 2310.02255)");
    }
    QVector<ScorerParameter> parameters() const override;
    double score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const override;
};

} // namespace winnow
