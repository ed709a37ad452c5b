// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scorer.h"

namespace winnow {

/// Yes or no, in seven languages.
class YesNoScorer : public Scorer {
public:
    QString id() const override { return QStringLiteral("yesno"); }
    QString title() const override { return QStringLiteral(QT_TRANSLATE_NOOP("Scorer", "Yes or no")); }
    QString source() const override
    {
        return QStringLiteral(
            "POPE (Li et al. 2023, arXiv 2305.10355), MME (Fu et al. 2023, arXiv 2306.13394)");
    }
    Needs needs() const override { return OwnReading; }
    QString read(const ReplyToScore& reply) const override;
    double score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const override;
};

} // namespace winnow
