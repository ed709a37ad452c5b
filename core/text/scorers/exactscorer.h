// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scorer.h"

namespace winnow {

/// The same answer in words.
class ExactScorer : public Scorer {
public:
    QString id() const override { return QStringLiteral("exact"); }
    QString title() const override
    {
        return QStringLiteral(QT_TRANSLATE_NOOP("Scorer", "Equal after normalisation, or the same number"));
    }
    QString source() const override { return QStringLiteral("VQA answer normalisation (Antol et al. 2015)"); }
    double score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const override;
};

} // namespace winnow
