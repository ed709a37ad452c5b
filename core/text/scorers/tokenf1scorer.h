// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scorer.h"

namespace winnow {

/// The words that reply and gold share; letters of scripts without blanks count as words.
class TokenF1Scorer : public Scorer {
public:
    QString id() const override { return QStringLiteral("f1"); }
    QString title() const override { return QStringLiteral(QT_TRANSLATE_NOOP("Scorer", "F1 of the words")); }
    QString source() const override
    {
        return QStringLiteral("SQuAD F1 (Rajpurkar et al. 2016, arXiv 1606.05250)");
    }
    Needs needs() const override { return OwnReading; }
    QVector<ScorerParameter> parameters() const override;
    QString read(const ReplyToScore& reply) const override;
    double score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const override;
};

} // namespace winnow
