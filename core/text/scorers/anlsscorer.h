// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scorer.h"

namespace winnow {

/// How similar the letters are; threshold=0 gives the raw similarity.
class AnlsScorer : public Scorer {
public:
    QString id() const override { return QStringLiteral("anls"); }
    QString title() const override
    {
        return QStringLiteral(
            QT_TRANSLATE_NOOP("Scorer", "Average normalised Levenshtein similarity, 0 below 0.5"));
    }
    QString source() const override { return QStringLiteral("ST-VQA (Biten et al. 2019)"); }
    QVector<ScorerParameter> parameters() const override;
    double score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const override;
};

} // namespace winnow
