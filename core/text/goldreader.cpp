// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/goldreader.h"

#include "core/domain/sample.h"
#include "core/text/normalise.h"

#include <QRegularExpression>

namespace winnow {

namespace {

/// "B", "(b)", "[B].", "**B**", "B:" and nothing else; -1 otherwise.
int bareLetter(QStringView text)
{
    const auto isWrap = [](QChar c) {
        return c.isSpace() || c == u'(' || c == u')' || c == u'[' || c == u']' || c == u'*' || c == u'.'
            || c == u':' || c == u',' || c == u'\'' || c == u'"' || c == u'{' || c == u'}' || c == u'$'
            || c == u'`' || c == u'<' || c == u'>';
    };
    while (!text.isEmpty() && isWrap(text.front())) {
        text = text.mid(1);
    }
    while (!text.isEmpty() && isWrap(text.back())) {
        text.chop(1);
    }
    return optionPosition(text);
}

/// The one option whose text equals `text`; -1 when none or several do.
int optionWithText(QStringView text, const QStringList& options)
{
    int found = -1;
    const QString wanted = foldText(text);
    for (int i = 0; i < options.size(); ++i) {
        if (foldText(options.at(i)) == wanted) {
            if (found >= 0) {
                return -1;
            }
            found = i;
        }
    }
    if (found >= 0) {
        return found;
    }
    const QString loose = normaliseText(text);
    for (int i = 0; i < options.size(); ++i) {
        if (normaliseText(options.at(i)) == loose) {
            if (found >= 0) {
                return -1;
            }
            found = i;
        }
    }
    return found;
}

/// Letter at the beginning: "B. red", "(B) red", "B) red", "**B**: because", "B\n…"; -1 otherwise.
int leadingLetter(QStringView text)
{
    static const QRegularExpression lead(
        QStringLiteral("^[\\s*\"'`$]*(?:[(\\[{]\\s*([A-Za-z])\\s*[)\\]}]|([A-Z])\\s*[).:,\\]*]|([A-Z])\\s*(?:"
                       "$|[\\n\\-\u2013]))"));
    const auto match = lead.match(text);
    if (!match.hasMatch()) {
        return -1;
    }
    for (int group = 1; group <= 3; ++group) {
        if (const int position = optionPosition(match.capturedView(group)); position >= 0) {
            return position;
        }
    }
    return -1;
}

} // namespace

GoldReading readGold(const QString& gold, const QStringList& options)
{
    if (options.isEmpty()) {
        return {};
    }
    const int letter = bareLetter(gold);
    // An option that reads "B" itself is meant before the letter only when the letter leads nowhere.
    if (letter >= 0 && letter < options.size()) {
        return {letter, AnswerForm::Letter};
    }
    if (const int same = optionWithText(gold, options); same >= 0) {
        return {same, AnswerForm::OptionText};
    }
    bool ok = false;
    const int index = gold.trimmed().toInt(&ok);
    if (ok && index >= 0 && index < options.size()) {
        return {index, AnswerForm::OptionIndex};
    }
    if (gold.size() > 1) {
        if (const int marked = leadingLetter(gold); marked >= 0 && marked < options.size()) {
            // "B. red" and "(B) red" only count when what follows is that option.
            const QString rest = gold.mid(gold.indexOf(optionLetter(marked), 0, Qt::CaseInsensitive) + 1);
            if (normaliseText(rest) == normaliseText(options.at(marked))) {
                return {marked, AnswerForm::Marked};
            }
        }
    }
    return {};
}

} // namespace winnow
