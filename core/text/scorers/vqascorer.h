// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scorer.h"

namespace winnow {

/// Agreement with annotators; with fewer than four answers as `exact`.
class VqaScorer : public Scorer {
public:
    QString id() const override { return QStringLiteral("vqa"); }
    QString title() const override
    {
        return QStringLiteral(QT_TRANSLATE_NOOP("Scorer", "Soft accuracy over ten annotators"));
    }
    QString source() const override { return QStringLiteral("VQA v2 (Goyal et al. 2017)"); }
    Needs needs() const override { return SeveralAnswers; }
    double score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const override;
};

} // namespace winnow
