// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/replywords.h"

#include <QStringList>

namespace winnow {

/// The letter of "B", "(b)", "[B].", "**B**", "B:" and nothing else; -1 otherwise.
int bareLetter(QStringView text);

/// The one option whose text equals `text`: letter by letter, else folded, else without marks and articles;
/// -1 when none or several do.
int optionWithText(QStringView text, const QStringList& options);

/// The one option whose words stand in the text; one that is part of another one found does not count. -1
/// when none or several do.
int onlyOptionMentioned(QStringView text, const QStringList& options);

/// Puts one token (a Letter, `fromText`) in place of each stretch of `tokens` that is the text of an option;
/// of overlapping texts the longest counts. Options that are themselves a letter are left to be read as
/// letters.
void findOptionTexts(QStringView reply, const QStringList& options, std::vector<ReplyToken>& tokens);

} // namespace winnow
