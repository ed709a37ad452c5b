// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/answerparser.h"

#include "core/domain/sample.h"
#include "core/text/normalise.h"

#include <QRegularExpression>
#include <QSet>

#include <array>

namespace winnow {

namespace {

constexpr auto kNoCase = QRegularExpression::CaseInsensitiveOption;

ParsedAnswer choice(int option, AnswerForm form)
{
    return {optionLetter(option), option, form};
}

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

/// What stands between the braces of the last \boxed{…}, without \text{} and the like.
QString lastBoxed(const QString& text)
{
    static const QString mark = QStringLiteral("boxed{");
    const qsizetype at = text.lastIndexOf(mark);
    if (at < 0) {
        return {};
    }
    qsizetype end = at + mark.size();
    for (int depth = 1; end < text.size(); ++end) {
        depth += text.at(end) == u'{' ? 1 : text.at(end) == u'}' ? -1 : 0;
        if (depth == 0) {
            break;
        }
    }
    QString inside = text.mid(at + mark.size(), end - at - mark.size()).trimmed();
    static const QRegularExpression wrapper(QStringLiteral("^\\\\(?:text|mathrm|textbf|mathbf)\\{(.*)\\}$"),
        QRegularExpression::DotMatchesEverythingOption);
    if (const auto match = wrapper.match(inside); match.hasMatch()) {
        inside = match.captured(1).trimmed();
    }
    return inside;
}

QString lastTagged(const QString& text)
{
    static const QRegularExpression tag(QStringLiteral("<answer>(.*?)(?:</answer>|$)"),
        kNoCase | QRegularExpression::DotMatchesEverythingOption);
    QString found;
    for (auto it = tag.globalMatch(text); it.hasNext();) {
        found = it.next().captured(1).trimmed();
    }
    return found;
}

QString lastLine(const QString& text)
{
    const QString trimmed = text.trimmed();
    return trimmed.mid(trimmed.lastIndexOf(u'\n') + 1).trimmed();
}

/// The rest of the line after the last "answer is", "Answer:", "final answer is"; empty when there is none.
QString statedAnswer(const QString& text)
{
    static const QRegularExpression stated(
        QStringLiteral("(?:answer|choice|option|correct one)\\b(?:[ \\t*]+(?:would|should|must|could))?"
                       "(?:[ \\t*]+(?:is|be)\\b[ \\t*:]*|[ \\t*]*[:=][ \\t*]*)(?:[ \\t]*(?:most "
                       "likely|therefore|thus|option|choice|letter)\\b[ \\t:]*)?"
                       "\\n?[ \\t]*([^\\n]+)"),
        kNoCase);
    QString found;
    for (auto it = stated.globalMatch(text); it.hasNext();) {
        found = it.next().captured(1).trimmed();
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

/// The only letter written in brackets ("(C)") or, failing that, alone as a capital; -1 when none or several.
int onlyLetter(const QString& text, int optionCount)
{
    static const std::array patterns{QRegularExpression(QStringLiteral("[(\\[]([A-Za-z])[)\\]]")),
        QRegularExpression(QStringLiteral("(?<![A-Za-z0-9'\u2019-])([B-HJ-Z])(?![A-Za-z0-9'\u2019-])"))};
    const int limit = optionCount > 0 ? optionCount : 26;
    for (const QRegularExpression& pattern : patterns) {
        QSet<int> seen;
        for (auto it = pattern.globalMatch(text); it.hasNext();) {
            if (const int position = optionPosition(it.next().capturedView(1));
                position >= 0 && position < limit) {
                seen.insert(position);
            }
        }
        if (seen.size() == 1) {
            return *seen.cbegin();
        }
        if (seen.size() > 1) {
            return -1;
        }
    }
    return -1;
}

/// The one option whose words stand in the text; an option that is part of another one found does not count.
int onlyOptionMentioned(const QString& text, const QStringList& options)
{
    const QString haystack = u' ' + normaliseText(text) + u' ';
    QStringList needles;
    int found = -1;
    for (int i = 0; i < options.size(); ++i) {
        needles.append(u' ' + normaliseText(options.at(i)) + u' ');
    }
    for (int i = 0; i < needles.size(); ++i) {
        if (needles.at(i).size() < 3 || !haystack.contains(needles.at(i))) {
            continue;
        }
        if (found < 0 || needles.at(i).contains(needles.at(found))) {
            found = i;
        } else if (!needles.at(found).contains(needles.at(i))) {
            return -1;
        }
    }
    return found;
}

/// A fragment that is meant to be the answer: letter, "B. red", or an option's text.
ParsedAnswer readFragment(const QString& fragment, const QStringList& options, AnswerForm form)
{
    if (fragment.isEmpty()) {
        return {};
    }
    if (const int position = bareLetter(fragment); position >= 0) {
        return choice(position, form);
    }
    QString text = fragment;
    while (!text.isEmpty() && (text.back() == u'.' || text.back() == u'*' || text.back().isSpace())) {
        text.chop(1);
    }
    if (const int position = optionWithText(text, options); position >= 0) {
        return choice(position, form);
    }
    if (const int position = leadingLetter(text); position >= 0) {
        return choice(position, form);
    }
    return {};
}

} // namespace

QString modelReply(const QString& raw)
{
    static const QStringList marks{QStringLiteral("ASSISTANT:"), QStringLiteral("<|im_start|>assistant"),
        QStringLiteral("<|assistant|>"), QStringLiteral("[/INST]"), QStringLiteral("### Response:"),
        QStringLiteral("### Assistant:"), QStringLiteral("<start_of_turn>model"), QStringLiteral("</think>"),
        QStringLiteral("<|end_header_id|>")};
    qsizetype from = 0;
    for (const QString& mark : marks) {
        const qsizetype at = raw.lastIndexOf(mark);
        if (at >= 0) {
            from = qMax(from, at + mark.size());
        }
    }
    QString reply = raw.mid(from).trimmed();
    if (reply.contains(u'<')) {
        static const QRegularExpression tokens(QStringLiteral(
            "</?s>|<\\|(?:im_end|eot_id|endoftext|end|im_start)\\|>|<pad>|<end_of_turn>|<unk>"));
        reply.remove(tokens);
        reply = reply.trimmed();
    }
    return reply;
}

ParsedAnswer parseChoice(const QString& raw, const QStringList& options)
{
    // Most response tables hold the bare letter; this is the hot path of an import.
    if (raw.size() <= 4) {
        if (const int position = bareLetter(raw); position >= 0) {
            if (const int same = optionWithText(raw, options); same < 0 || position < options.size()) {
                return choice(position, AnswerForm::Letter);
            }
        }
    }
    if (isMissingResponse(raw)) {
        return {};
    }
    const QString reply = modelReply(raw);
    if (const int position = bareLetter(reply); position >= 0) {
        return choice(position, AnswerForm::Letter);
    }
    if (const int position = optionWithText(reply, options); position >= 0) {
        return choice(position, AnswerForm::OptionText);
    }
    const std::array<std::pair<QString, AnswerForm>, 3> fragments{{{lastBoxed(reply), AnswerForm::Boxed},
        {lastTagged(reply), AnswerForm::Boxed}, {statedAnswer(reply), AnswerForm::Stated}}};
    for (const auto& [fragment, form] : fragments) {
        if (ParsedAnswer answer = readFragment(fragment, options, form); answer.found()) {
            return answer;
        }
        if (const int position = onlyLetter(fragment, static_cast<int>(options.size())); position >= 0) {
            return choice(position, form);
        }
        if (const int position = onlyOptionMentioned(fragment, options); position >= 0) {
            return choice(position, form);
        }
    }
    if (const int position = leadingLetter(reply); position >= 0) {
        return choice(position, AnswerForm::Marked);
    }
    if (ParsedAnswer answer = readFragment(lastLine(reply), options, AnswerForm::LastLine); answer.found()) {
        return answer;
    }
    if (const int position = onlyLetter(reply, static_cast<int>(options.size())); position >= 0) {
        return choice(position, AnswerForm::Marked);
    }
    if (const int position = onlyOptionMentioned(reply, options); position >= 0) {
        return choice(position, AnswerForm::OptionText);
    }
    return {};
}

ParsedAnswer parseOpenAnswer(const QString& raw)
{
    if (isMissingResponse(raw)) {
        return {};
    }
    const QString reply = modelReply(raw);
    if (const QString boxed = lastBoxed(reply); !boxed.isEmpty()) {
        return {boxed, -1, AnswerForm::Boxed};
    }
    if (const QString tagged = lastTagged(reply); !tagged.isEmpty()) {
        return {tagged, -1, AnswerForm::Boxed};
    }
    constexpr qsizetype kShort = 60;
    if (reply.size() > kShort || reply.startsWith(QLatin1String("answer"), Qt::CaseInsensitive)) {
        if (QString stated = statedAnswer(reply); !stated.isEmpty()) {
            while (stated.endsWith(u'.') || stated.endsWith(u'*')) {
                stated.chop(1);
            }
            return {stated, -1, AnswerForm::Stated};
        }
    }
    if (reply.isEmpty()) {
        return {};
    }
    if (!reply.contains(u'\n') || reply.size() <= kShort) {
        return {reply, -1, AnswerForm::Text};
    }
    return {lastLine(reply), -1, AnswerForm::LastLine};
}

} // namespace winnow
