// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/answerparser.h"
#include "core/text/normalise.h"
#include "core/text/refusal.h"
#include "core/text/replytext.h"
#include "core/text/replywords.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace winnow {

namespace {

using W = ReplyWord;

/// The value of an answer's member in a JSON object that is the whole reply; empty when it is none.
QString jsonAnswer(const QString& reply)
{
    constexpr qsizetype kLongest = 20000;
    const qsizetype open = reply.indexOf(u'{');
    const qsizetype close = reply.lastIndexOf(u'}');
    if (open < 0 || close < open || reply.size() > kLongest || open > 12
        || (open > 0 && !reply.startsWith(QLatin1String("```")))) {
        return {};
    }
    const QJsonObject object = QJsonDocument::fromJson(reply.mid(open, close - open + 1).toUtf8()).object();
    static constexpr std::array kNames{
        "answer", "final_answer", "Answer", "finalAnswer", "prediction", "response", "result", "output"};
    for (const char* const name : kNames) {
        const QJsonValue value = object.value(QLatin1String(name));
        if (value.isString()) {
            return value.toString();
        }
        if (value.isBool()) {
            return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
        }
        if (value.isDouble()) {
            return value.toVariant().toString();
        }
    }
    return {};
}

/// The rest of the line behind the last "answer is", "Answer:", "정답은" that is neither denied nor asked
/// for.
QString statedAnswer(QStringView reply)
{
    static thread_local std::vector<ReplyToken> tokens;
    cutReply(reply, tokens);
    const int size = int(tokens.size());
    const auto word = [&](int i) { return i >= 0 && i < size ? tokens[size_t(i)].word : W::NewLine; };
    QString found;
    for (int i = 0; i < size; ++i) {
        if (word(i) != W::Answer || word(i - 1) == W::Wrong || word(i - 1) == W::Deny
            || word(i - 2) == W::Deny) {
            continue;
        }
        int j = i + 1;
        int begin = -1;
        int lines = 0;
        for (; j < size; ++j) {
            const W w = word(j);
            if (w == W::Copula || w == W::Colon || w == W::Dash || (w == W::Operator && begin < 0)) {
                begin = j + 1;
                if (w == W::Colon) {
                    lines = 0;
                }
            } else if (w == W::NewLine) {
                if (begin < 0 || ++lines > 2) {
                    break;
                }
                begin = j + 1;
            } else if (w != W::Filler && w != W::Right && w != W::Lead && w != W::Answer
                && w != W::Therefore) {
                break;
            } else if (begin >= 0 && w == W::Filler) {
                begin = j + 1;
            }
        }
        if (begin < 0 || begin >= size) {
            continue;
        }
        const int from = tokens[size_t(begin - 1)].end;
        qsizetype to = reply.indexOf(u'\n', std::max(from, tokens[size_t(std::min(begin, size - 1))].begin));
        const QString text = unwrapped(reply.mid(from, (to >= 0 ? to : reply.size()) - from));
        if (!text.isEmpty()) {
            found = text;
        }
    }
    return found;
}

QStringView lastLine(QStringView text)
{
    text = text.trimmed();
    return text.mid(text.lastIndexOf(u'\n') + 1).trimmed();
}

} // namespace

ParsedAnswer parseOpenAnswer(const QString& raw)
{
    if (isMissingResponse(raw)) {
        return {};
    }
    const QString reply = modelReply(raw);
    if (reply.isEmpty()) {
        return {};
    }
    // Most answers are a word or a number.
    constexpr qsizetype kPlain = 12;
    if (reply.size() <= kPlain && std::all_of(reply.begin(), reply.end(), [](QChar c) {
            return c.isLetterOrNumber() || c == u' ';
        })) {
        return {reply, -1, AnswerForm::Text};
    }
    if (const QString json = jsonAnswer(reply); !json.isEmpty()) {
        return {json, -1, AnswerForm::Stated};
    }
    if (const QString boxed = lastBoxed(reply); !boxed.isEmpty()) {
        return {boxed, -1, AnswerForm::Boxed};
    }
    if (const QString tagged = lastTagged(reply); !tagged.isEmpty()) {
        return {tagged, -1, AnswerForm::Boxed};
    }
    if (const QString stated = statedAnswer(reply); !stated.isEmpty()) {
        return {stated, -1, AnswerForm::Stated};
    }
    if (isRefusal(reply)) {
        return {};
    }
    constexpr qsizetype kShort = 60;
    if (!reply.contains(u'\n') || reply.size() <= kShort) {
        return {unwrapped(reply), -1, AnswerForm::Text};
    }
    return {unwrapped(lastLine(reply)), -1, AnswerForm::LastLine};
}

} // namespace winnow
