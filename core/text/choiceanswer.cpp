// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/sample.h"
#include "core/text/answerparser.h"
#include "core/text/choicereader.h"
#include "core/text/normalise.h"
#include "core/text/optiontexts.h"
#include "core/text/replytext.h"

#include <algorithm>

namespace winnow {

namespace {

ParsedAnswer chosen(int option, AnswerForm form)
{
    return {optionLetter(option), option, form};
}

QString lettersText(Letters letters)
{
    QStringList names;
    for (int i = 0; letters; ++i, letters >>= 1) {
        if (letters & 1) {
            names.append(optionLetter(i));
        }
    }
    return names.join(QStringLiteral(", "));
}

/// "ACD": letters of the options, each once and in order.
Letters runOfLetters(QStringView text, int limit)
{
    Letters letters = 0;
    int last = -1;
    for (const QChar c : text) {
        const int position = c >= u'A' && c <= u'Z' ? c.unicode() - u'A' : -1;
        if (position <= last || position >= limit) {
            return 0;
        }
        letters |= Letters(1) << position;
        last = position;
    }
    return letters;
}

bool hasWideLetters(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return (c.unicode() >= 0xff01 && c.unicode() <= 0xff5e)
            || (c.unicode() >= 0x249c && c.unicode() <= 0x24e9);
    });
}

ParsedAnswer parse(const QString& raw, const QStringList& options, bool several)
{
    const int limit = options.isEmpty() ? 26 : int(options.size());
    // Most response tables hold the bare letter; this is the hot path of an import.
    constexpr qsizetype kShort = 4;
    if (raw.size() > kShort && isMissingResponse(raw)) {
        return {};
    }
    QString reply = raw.size() <= kShort ? raw.trimmed() : modelReply(raw);
    if (hasWideLetters(reply)) {
        reply = reply.normalized(QString::NormalizationForm_KC);
    }
    for (int i = 0; i < options.size(); ++i) {
        if (reply == options.at(i) && options.indexOf(reply, i + 1) < 0) {
            return chosen(i, AnswerForm::OptionText);
        }
    }
    if (const int position = bareLetter(reply); position >= 0) {
        if (position < limit) {
            return chosen(position, AnswerForm::Letter);
        }
        // "q" where the options are P, Q, R, S.
        const int said = optionWithText(reply, options);
        return said >= 0 ? chosen(said, AnswerForm::OptionText) : ParsedAnswer();
    }
    if (isMissingResponse(reply)) {
        return {};
    }
    if (const int position = optionWithText(reply, options); position >= 0) {
        return chosen(position, AnswerForm::OptionText);
    }
    if (several) {
        if (const Letters run = runOfLetters(reply, limit)) {
            return {lettersText(run), -1, AnswerForm::Letter};
        }
    }
    AnswerForm form = AnswerForm::None;
    const Letters letters = readLetters(reply, options, several, form);
    if (const int position = onlyLetter(letters); position >= 0) {
        return chosen(position, form);
    }
    return several && letters ? ParsedAnswer{lettersText(letters), -1, form} : ParsedAnswer();
}

} // namespace

ParsedAnswer parseChoice(const QString& raw, const QStringList& options)
{
    return parse(raw, options, false);
}

ParsedAnswer parseChoices(const QString& raw, const QStringList& options)
{
    return parse(raw, options, true);
}

} // namespace winnow
