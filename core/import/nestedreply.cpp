// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/nestedreply.h"

#include "core/domain/sample.h"
#include "core/import/jsonscanner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace winnow {

namespace {

/// Levels that a reply may be wrapped in.
constexpr int kMostLevels = 6;

/// Text, or the texts of parts; what a model thought is no part of what it said.
QString partsText(const QJsonValue& content)
{
    if (!content.isArray()) {
        return content.toString();
    }
    QStringList texts;
    for (const QJsonValue& part : content.toArray()) {
        const QJsonObject object = part.toObject();
        if (part.isString()) {
            texts.append(part.toString());
        } else if (object.value(QLatin1String("text")).isString()
            && !object.value(QLatin1String("thought")).toBool()
            && object.value(QLatin1String("type")).toString() != QLatin1String("thinking")) {
            texts.append(object.value(QLatin1String("text")).toString());
        }
    }
    return texts.join(u'\n');
}

bool isAssistant(const QJsonObject& message)
{
    const QString who
        = message.value(QLatin1String(message.contains(QLatin1String("from")) ? "from" : "role"))
              .toString()
              .toLower();
    return who == QLatin1String("assistant") || who == QLatin1String("gpt") || who == QLatin1String("model")
        || who == QLatin1String("bot") || who == QLatin1String("ai");
}

QString messageText(const QJsonObject& message)
{
    for (const char* name : {"content", "value", "text", "parts"}) {
        if (const QString text = partsText(message.value(QLatin1String(name))); !text.isEmpty()) {
            return text;
        }
    }
    return {};
}

/// The last thing an assistant said in a chat; nothing when a question came last.
NestedReplies lastMessage(const QJsonArray& chat)
{
    for (qsizetype i = chat.size() - 1; i >= 0; --i) {
        const QJsonObject message = chat.at(i).toObject();
        if (isAssistant(message)) {
            const QString text = messageText(message);
            return {text.isEmpty() ? QStringList() : QStringList{text}, true};
        }
        const QString who = message.value(QLatin1String("role")).toString();
        if (who != QLatin1String("tool") && who != QLatin1String("system")) {
            break;
        }
    }
    return {};
}

/// {"logprob", "is greedy"} for each option, as likelihood tasks are logged.
NestedReplies likeliest(const QJsonArray& options)
{
    int best = -1;
    double most = 0;
    for (qsizetype i = 0; i < options.size(); ++i) {
        const QJsonArray pair = options.at(i).toArray();
        const QString greedy = pair.at(1).toVariant().toString().toLower();
        bool ok = false;
        const double value = pair.at(0).toVariant().toString().toDouble(&ok);
        if (pair.size() != 2 || !ok
            || (greedy != QLatin1String("true") && greedy != QLatin1String("false"))) {
            return {};
        }
        if (best < 0 || value > most) {
            best = int(i);
            most = value;
        }
    }
    return {{optionLetter(best)}, true};
}

NestedReplies repliesOf(const QJsonValue& value, int levels);

NestedReplies eachOf(const QJsonArray& list, int levels)
{
    NestedReplies all;
    for (const QJsonValue& value : list) {
        const NestedReplies each = repliesOf(value, levels);
        all.texts += each.texts;
        all.sure = all.sure || each.sure;
    }
    return all;
}

NestedReplies ofArray(const QJsonArray& list, int levels)
{
    const QJsonValue first = list.first();
    if (first.isArray()) {
        if (list.size() > 1 && first.toArray().size() == 2) {
            if (NestedReplies option = likeliest(list); option.sure) {
                return option;
            }
        }
        return repliesOf(first, levels);
    }
    const QJsonObject object = first.toObject();
    const bool chat = (object.contains(QLatin1String("role")) || object.contains(QLatin1String("from")))
        && !object.contains(QLatin1String("message"));
    if (chat) {
        return lastMessage(list);
    }
    return eachOf(list, levels);
}

NestedReplies ofObject(const QJsonObject& object, int levels)
{
    const auto member = [&](const char* name) { return object.value(QLatin1String(name)); };
    for (const char* name : {"choices", "candidates", "outputs", "generations", "output", "messages"}) {
        if (member(name).isArray() && !member(name).toArray().isEmpty()) {
            NestedReplies replies = repliesOf(member(name), levels);
            replies.sure = replies.sure || (!replies.texts.isEmpty() && object.size() > 1);
            if (!replies.texts.isEmpty()) {
                return replies;
            }
        }
    }
    for (const char* name : {"body", "response", "result", "output", "message", "data"}) {
        if (member(name).isObject()) {
            NestedReplies replies = repliesOf(member(name), levels);
            if (!replies.texts.isEmpty()) {
                return replies;
            }
        }
    }
    for (const char* name : {"content", "parts"}) {
        const QJsonValue content = member(name);
        const QString text = content.isObject() ? partsText(content.toObject().value(QLatin1String("parts")))
                                                : partsText(content);
        if (!text.isEmpty() && (!object.contains(QLatin1String("role")) || isAssistant(object))) {
            return {{text}, true};
        }
    }
    for (const char* name : {"generated_text", "output_text", "completion", "text"}) {
        if (member(name).isString() && !member(name).toString().isEmpty()) {
            const bool plain = QLatin1String(name) == QLatin1String("text")
                && !object.contains(QLatin1String("finish_reason"))
                && !object.contains(QLatin1String("logprobs"))
                && !object.contains(QLatin1String("token_ids"));
            const bool labelled = object.contains(QLatin1String("label"))
                || object.contains(QLatin1String("letter")) || object.contains(QLatin1String("key"));
            return labelled ? NestedReplies() : NestedReplies{{member(name).toString()}, !plain};
        }
    }
    return {};
}

NestedReplies repliesOf(const QJsonValue& value, int levels)
{
    if (value.isString()) {
        return {{value.toString()}, false};
    }
    if (levels == 0) {
        return {};
    }
    if (value.isArray()) {
        return value.toArray().isEmpty() ? NestedReplies() : ofArray(value.toArray(), levels - 1);
    }
    return value.isObject() ? ofObject(value.toObject(), levels - 1) : NestedReplies();
}

} // namespace

NestedReplies nestedReplies(std::string_view json)
{
    constexpr qint64 kDeepest = 64;
    if (jsonDepth(json) > kDeepest) {
        return {};
    }
    const QJsonDocument document
        = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), qsizetype(json.size())));
    return repliesOf(
        document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), kMostLevels);
}

} // namespace winnow
