// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scorer.h"

namespace winnow {

/// How similar the letters or words of a longer text are; blanks count once. The whole reply is read.
class EditScorer : public Scorer {
public:
    QString id() const override { return QStringLiteral("edit"); }
    QString title() const override
    {
        return QStringLiteral(QT_TRANSLATE_NOOP("Scorer", "1 - edit distance by the longer length"));
    }
    QString source() const override
    {
        return QStringLiteral("CC-OCR document parsing (Yang et al. 2024, arXiv 2412.02210)");
    }
    Needs needs() const override { return OwnReading; }
    QVector<ScorerParameter> parameters() const override;
    QString read(const ReplyToScore& reply) const override;
    double score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const override;
};

} // namespace winnow
