// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scorer.h"

namespace winnow {

/// Letters: a gold of several is a set, all of them and no others.
class McqScorer : public Scorer {
public:
    QString id() const override { return QStringLiteral("mcq"); }
    QString title() const override
    {
        return QStringLiteral(QT_TRANSLATE_NOOP("Scorer", "Letter of the chosen option"));
    }
    QString source() const override { return QStringLiteral("VLMEvalKit exact matching"); }
    Needs needs() const override { return Options; }
    double score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const override;
};

} // namespace winnow
