// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scorer.h"

namespace winnow {

/// The gold stands somewhere in the answer.
class ContainsScorer : public Scorer {
public:
    QString id() const override { return QStringLiteral("contains"); }
    QString title() const override
    {
        return QStringLiteral(QT_TRANSLATE_NOOP("Scorer", "The gold answer stands in the reply"));
    }
    QString source() const override
    {
        return QStringLiteral("AutoConverter (Zhang et al. 2025), open-ended");
    }
    double score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const override;
};

} // namespace winnow
