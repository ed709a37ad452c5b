// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scorer.h"

namespace winnow {

/// Several answers in any order, each as often as the gold has it.
class SetScorer : public Scorer {
public:
    QString id() const override { return QStringLiteral("set"); }
    QString title() const override
    {
        return QStringLiteral(QT_TRANSLATE_NOOP("Scorer", "All parts of a list, in any order"));
    }
    QString source() const override
    {
        return QStringLiteral("LogicVista exact match of a set (Xiao et al. 2024, arXiv 2407.04973)");
    }
    QVector<ScorerParameter> parameters() const override;
    double score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const override;
};

} // namespace winnow
