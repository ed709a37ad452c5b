// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/fieldmapping.h"

#include <QStringList>

#include <string_view>
#include <vector>

namespace winnow {

/// The first question and answer of a chat ("conversations", "messages").
struct Conversation {
    QString question;
    QString answer;
    /// How many questions are answered in it.
    int questions = 1;
};
Conversation readConversation(std::string_view json);

/// The text in an object such as {"label": "A", "text": "red"} or {"answer": "yes"}; the JSON itself when
/// none of the usual members is there.
QString textOfObject(std::string_view json);

/// What an option in an object is called: its "label", "letter", "key" or "id"; may be empty.
QString labelOfObject(std::string_view json);

/// The text in a value that tools wrap in lists ([["red"]] -> red).
QString textOfNested(std::string_view json);

/// Options written in one text: lines "A. red", or parts between ";" or "|". One element when it is just a
/// text.
QStringList splitOptionText(const QString& text);

/// A question with its options as lines "A. …" behind it.
struct QuestionOptions {
    QString question;
    QStringList options;
};
QuestionOptions optionsInText(const QString& text);

/// Position of the gold option by how this file writes its key; -1 = not among the options.
int goldPosition(const QString& gold, const QStringList& options, GoldForm form);

/// The value that occurs most often (the first of those that do).
std::string_view mostFrequent(const std::vector<std::string_view>& texts);

} // namespace winnow
