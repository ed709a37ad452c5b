// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/mcqscorer.h"

namespace winnow {

namespace {

QStringList letters(const QString& text)
{
    QStringList found = text.toUpper().split(u',', Qt::SkipEmptyParts);
    for (QString& letter : found) {
        letter = letter.trimmed();
    }
    found.sort();
    return found;
}

} // namespace

double McqScorer::score(const QString& answer, const ReplyToScore& reply, const ScorerValues&) const
{
    return letters(answer) == letters(reply.gold) ? 1.0 : 0.0;
}

} // namespace winnow
