// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scorer.h"

namespace winnow {

/// Several answers in their order. Several accepted answers of a sample are the parts of one list.
class ListScorer : public Scorer {
public:
    QString id() const override { return QStringLiteral("list"); }
    QString title() const override
    {
        return QStringLiteral(QT_TRANSLATE_NOOP("Scorer", "All parts of a list, in order"));
    }
    QString source() const override
    {
        return QStringLiteral("OCRBench v2 (Fu et al. 2024, arXiv 2501.00321), M3CoT and LogicVista keys");
    }
    QVector<ScorerParameter> parameters() const override;
    double score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const override;
};

} // namespace winnow
