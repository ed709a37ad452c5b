// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/drafttext.h"

#include "core/domain/sample.h"
#include "core/text/answerparser.h"
#include "core/text/goldreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace winnow {

namespace {

QJsonValue parse(std::string_view json)
{
    const QByteArray bytes(json.data(), qsizetype(json.size()));
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

/// The text of a chat message whose content may be a list of parts.
QString contentText(const QJsonValue& content)
{
    if (!content.isArray()) {
        return content.toString();
    }
    QStringList parts;
    for (const QJsonValue& part : content.toArray()) {
        const QString text
            = part.isString() ? part.toString() : part.toObject().value(QLatin1String("text")).toString();
        if (!text.isEmpty()) {
            parts.append(text);
        }
    }
    return parts.join(u'\n');
}

/// "A. red, B. green" or "(A) red (B) green" -> red, green; empty when it does not begin with A.
QStringList splitAtLetters(const QString& text)
{
    static const QRegularExpression mark(QStringLiteral("(?:^|[\\s;,|])\\(?([A-Z])[.):]\\s+"));
    QVector<std::pair<qsizetype, qsizetype>> marks;
    for (auto it = mark.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        if (optionPosition(match.capturedView(1)) == marks.size()) {
            marks.append({match.capturedStart(), match.capturedEnd()});
        }
    }
    QStringList parts;
    if (marks.size() < 2 || marks.front().first != 0) {
        return parts;
    }
    for (qsizetype i = 0; i < marks.size(); ++i) {
        const qsizetype end = i + 1 < marks.size() ? marks.at(i + 1).first : text.size();
        QString part = text.mid(marks.at(i).second, end - marks.at(i).second).trimmed();
        while (part.endsWith(u',') || part.endsWith(u';')) {
            part.chop(1);
        }
        parts.append(part);
    }
    return parts;
}

} // namespace

Conversation readConversation(std::string_view json)
{
    Conversation conversation;
    QStringList plain;
    int questions = 0;
    bool asked = false;
    for (const QJsonValue& value : parse(json).toArray()) {
        if (value.isString()) {
            plain.append(value.toString());
            continue;
        }
        const QJsonObject turn = value.toObject();
        const QString who = (turn.contains(QLatin1String("from")) ? turn.value(QLatin1String("from"))
                                                                  : turn.value(QLatin1String("role")))
                                .toString();
        const QString text
            = contentText(turn.contains(QLatin1String("value")) ? turn.value(QLatin1String("value"))
                                                                : turn.value(QLatin1String("content")));
        const bool asks = who == QLatin1String("human") || who == QLatin1String("user");
        const bool answers = who == QLatin1String("gpt") || who == QLatin1String("assistant")
            || who == QLatin1String("model");
        questions += answers && asked;
        asked = asks || (asked && !answers);
        if (conversation.question.isEmpty() && asks) {
            conversation.question = text;
        } else if (conversation.answer.isEmpty() && answers) {
            conversation.answer = text;
        }
    }
    conversation.questions = std::max(1, questions);
    if (conversation.question.isEmpty()) {
        conversation.question = plain.join(u'\n');
    }
    return conversation;
}

QString textOfObject(std::string_view json)
{
    const QJsonObject object = parse(json).toObject();
    for (const char* name :
        {"bytes", "text", "answer", "value", "content", "option", "path", "url", "label"}) {
        const QJsonValue value = object.value(QLatin1String(name));
        if (value.isString() && !value.toString().isEmpty()) {
            return value.toString();
        }
        if (value.isDouble()) {
            return QString::number(value.toDouble(), 'g', 15);
        }
    }
    return QString::fromUtf8(json.data(), qsizetype(json.size()));
}

QString labelOfObject(std::string_view json)
{
    const QJsonObject object = parse(json).toObject();
    for (const char* name : {"label", "letter", "key", "id"}) {
        const QJsonValue value = object.value(QLatin1String(name));
        if (value.isString() || value.isDouble()) {
            return value.isString() ? value.toString() : QString::number(value.toDouble(), 'g', 15);
        }
    }
    return {};
}

QString textOfNested(std::string_view json)
{
    QJsonValue value = parse(json);
    while (value.isArray() && !value.toArray().isEmpty()) {
        value = value.toArray().first();
    }
    if (value.isObject()) {
        return textOfObject(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact).toStdString());
    }
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
}

QuestionOptions optionsInText(const QString& text)
{
    static const QRegularExpression marked(QStringLiteral("^\\s*\\(?([A-Z])[.):]\\s*(.*)$"));
    QStringList question;
    QStringList options;
    bool after = false;
    for (const QString& line : text.split(u'\n')) {
        const auto match = marked.match(line);
        if (match.hasMatch() && optionPosition(match.capturedView(1)) == options.size() && !after) {
            options.append(match.captured(2).trimmed());
        } else if (options.isEmpty()) {
            question.append(line);
        } else if (options.size() >= 2
            && (line.trimmed().isEmpty() || line.startsWith(QLatin1String("Answer"), Qt::CaseInsensitive))) {
            after = true;
        } else if (!after) {
            // An option may run over several lines.
            options.last().append(u'\n' + line);
        } else {
            question.append(line);
        }
    }
    static const QRegularExpression heading(
        QStringLiteral("\\s*\\b(?:options|choices)\\s*:\\s*$"), QRegularExpression::CaseInsensitiveOption);
    if (options.size() >= 2) {
        return {question.join(u'\n').remove(heading).trimmed(), options};
    }
    // "… Options: A: red, B: green" in one line.
    static const QRegularExpression inlined(QStringLiteral("\\b(?:options|choices)\\s*:\\s*(?=\\(?A[.):])"),
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = inlined.match(text); match.hasMatch()) {
        if (const QStringList parts = splitAtLetters(text.mid(match.capturedEnd())); parts.size() >= 2) {
            return {text.left(match.capturedStart()).trimmed(), parts};
        }
    }
    return {text, {}};
}

QStringList splitOptionText(const QString& text)
{
    if (const QuestionOptions lines = optionsInText(text);
        lines.options.size() >= 2 && lines.question.isEmpty()) {
        return lines.options;
    }
    if (const QStringList lettered = splitAtLetters(text); lettered.size() >= 2) {
        return lettered;
    }
    for (const QChar separator : {QChar(u'\n'), QChar(u'|'), QChar(u';')}) {
        if (text.contains(separator)) {
            QStringList parts;
            for (const QString& part : text.split(separator)) {
                parts.append(part.trimmed());
            }
            return parts;
        }
    }
    return {text};
}

int goldPosition(const QString& gold, const QStringList& options, GoldForm form)
{
    if (form == GoldForm::IndexFromZero || form == GoldForm::IndexFromOne) {
        if (const auto number = wholeNumber(gold)) {
            const int position = form == GoldForm::IndexFromOne ? *number - 1 : *number;
            return position >= 0 && position < options.size() ? position : -1;
        }
    }
    if (form == GoldForm::Letter) {
        if (const int letter = letterKey(gold, options.size()); letter >= 0) {
            return letter;
        }
    }
    const GoldReading reading = readGold(gold, options);
    // One number in a column of letters or texts is a slip, not an index.
    if (form != GoldForm::Automatic && reading.form == AnswerForm::OptionIndex) {
        return -1;
    }
    return reading.option;
}

std::string_view mostFrequent(const std::vector<std::string_view>& texts)
{
    size_t best = 0;
    std::ptrdiff_t bestCount = 0;
    for (size_t i = 0; i < texts.size(); ++i) {
        const auto count = std::count(texts.begin(), texts.end(), texts[i]);
        if (count > bestCount) {
            bestCount = count;
            best = i;
        }
    }
    return texts.empty() ? std::string_view() : texts[best];
}

} // namespace winnow
