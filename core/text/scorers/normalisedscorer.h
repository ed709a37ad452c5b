// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scorer.h"

namespace winnow {

/// The same words: lower case, no articles, no marks, numbers up to ten as digits; no reading of sentences.
class NormalisedScorer : public Scorer {
public:
    QString id() const override { return QStringLiteral("normalised"); }
    QString title() const override
    {
        return QStringLiteral(
            QT_TRANSLATE_NOOP("Scorer", "The same words after normalisation, nothing more lenient"));
    }
    QString source() const override
    {
        return QStringLiteral(
            "SQuAD exact match (Rajpurkar et al. 2016), numbers as VQA writes them (Antol et al. 2015)");
    }
    double score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const override;
};

} // namespace winnow
