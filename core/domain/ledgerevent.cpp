// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/ledgerevent.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <climits>
#include <cmath>

namespace winnow {

namespace {

constexpr int kVersion = 1;
/// Well within what JSON readers keep exactly, and some two centuries from now.
constexpr qint64 kMaxOrder = 8'000'000'000'000'000;
constexpr QByteArrayView kHashMember(",\"hash\":\"");
constexpr qsizetype kHashLength = 64;

void appendString(QByteArray& line, const char* name, const QString& text)
{
    line += ",\"";
    line += name;
    line += "\":\"";
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            line += '\\';
            line += c;
        } else if (code < 0x20) {
            line += "\\u00";
            line += QByteArray::number(code, 16).rightJustified(2, '0');
        } else {
            line += c;
        }
    }
    line += '"';
}

void appendFilled(QByteArray& line, const char* name, const QString& text)
{
    if (!text.isEmpty()) {
        appendString(line, name, text);
    }
}

void appendNumber(QByteArray& line, const char* name, const QByteArray& number)
{
    line += ",\"";
    line += name;
    line += "\":";
    line += number;
}

tl::unexpected<Error> nonsense(const QString& what)
{
    return fail(ErrorCode::InvalidInput, QStringLiteral("The event is sound, but %1").arg(what));
}

} // namespace

LedgerEvent makeLedgerEvent(const Decision& decision, const LedgerSeat& seat)
{
    LedgerEvent event{decision, seat, {}, {}};
    QByteArray& line = event.line;
    line = "{\"v\":" + QByteArray::number(kVersion);
    appendString(line, "uuid", decision.uuid);
    appendString(line, "project", seat.project);
    appendString(line, "seat", seat.seat);
    appendNumber(line, "number", QByteArray::number(seat.number));
    appendString(line, "previous", QString::fromLatin1(seat.previous));
    appendNumber(line, "order", QByteArray::number(decision.order));
    appendString(line, "at", decision.at);
    appendString(line, "annotator", decision.annotator);
    appendString(line, "dataset", decision.dataset);
    appendString(line, "index", decision.sourceIndex());
    appendFilled(line, "content", QString::fromLatin1(decision.contentHash.toHex()));
    appendFilled(line, "kind", decision.kind);
    appendFilled(line, "verdict", verdictId(decision.verdict));
    appendFilled(line, "action", actionId(decision.action));
    appendFilled(line, "gold", decision.newGold);
    appendFilled(line, "question", decision.newQuestion);
    appendFilled(line, "note", decision.note);
    if (decision.seconds > 0 && std::isfinite(decision.seconds)) {
        appendNumber(line, "seconds", QByteArray::number(decision.seconds, 'g', 17));
    }
    if (!decision.batch.isEmpty()) {
        appendString(line, "batch", decision.batch);
        appendNumber(line, "batch_size", QByteArray::number(decision.batchSize));
    }
    appendFilled(line, "undoes", decision.undoes);
    appendFilled(line, "redoes", decision.redoes);
    if (decision.adjudicates) {
        line += ",\"adjudicates\":true";
    }
    event.hash = QCryptographicHash::hash(line, QCryptographicHash::Sha256).toHex();
    line += kHashMember;
    line += event.hash;
    line += "\"}";
    return event;
}

Result<LedgerEvent> readLedgerEvent(const QByteArray& line)
{
    const auto damaged = [] {
        return fail(
            ErrorCode::Damaged, QStringLiteral("The event was cut off or changed: its hash does not hold"));
    };
    const qsizetype tail = kHashMember.size() + kHashLength + 2;
    if (line.size() < tail + 2 || line.size() > kMaxLedgerLine || !line.endsWith("\"}")
        || QByteArrayView(line).sliced(line.size() - tail, kHashMember.size()) != kHashMember) {
        return damaged();
    }
    LedgerEvent event;
    event.hash = line.mid(line.size() - kHashLength - 2, kHashLength);
    const auto body = QByteArrayView(line).first(line.size() - tail);
    if (QCryptographicHash::hash(body.toByteArray(), QCryptographicHash::Sha256).toHex() != event.hash) {
        return damaged();
    }
    event.line = line;
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject()) {
        return nonsense(QStringLiteral("is no JSON object"));
    }
    const QJsonObject object = document.object();
    const int version = object.value(QLatin1String("v")).toInt();
    if (version > kVersion) {
        return fail(ErrorCode::NewerVersion,
            QStringLiteral("The event is of version %1, this program knows %2").arg(version).arg(kVersion),
            QStringLiteral("Install the newer Winnow"));
    }
    const auto text = [&](const char* name) { return object.value(QLatin1String(name)).toString(); };
    const auto number = [&](const char* name) { return object.value(QLatin1String(name)).toInteger(); };
    event.seat = {text("project"), text("seat"), number("number"), text("previous").toLatin1()};
    Decision& decision = event.decision;
    decision.uuid = text("uuid");
    decision.order = number("order");
    decision.at = text("at");
    decision.annotator = text("annotator");
    decision.dataset = text("dataset");
    decision.sampleKey = decision.dataset + u'/' + text("index");
    decision.kind = text("kind");
    const auto verdict = verdictFromId(text("verdict"));
    const auto action = actionFromId(text("action"));
    decision.newGold = text("gold");
    decision.newQuestion = text("question");
    decision.note = text("note");
    decision.seconds = object.value(QLatin1String("seconds")).toDouble();
    decision.batch = text("batch");
    decision.batchSize = int(std::clamp(number("batch_size"), qint64(0), qint64(INT_MAX)));
    decision.undoes = text("undoes");
    decision.redoes = text("redoes");
    decision.adjudicates = object.value(QLatin1String("adjudicates")).toBool();
    decision.contentHash = QByteArray::fromHex(text("content").toLatin1());
    if (version < 1 || decision.uuid.isEmpty() || event.seat.seat.isEmpty() || decision.annotator.isEmpty()
        || decision.dataset.isEmpty() || decision.sourceIndex().isEmpty()) {
        return nonsense(QStringLiteral("lacks its version, uuid, seat, annotator, dataset or index"));
    }
    if (!verdict || !action) {
        return nonsense(QStringLiteral("has a verdict or an action that does not exist"));
    }
    if (decision.order <= 0 || decision.order > kMaxOrder) {
        return nonsense(QStringLiteral("has an impossible order"));
    }
    if (!decision.batch.isEmpty() && decision.batchSize < 1) {
        return nonsense(QStringLiteral("has a batch without a size"));
    }
    decision.verdict = *verdict;
    decision.action = *action;
    return event;
}

} // namespace winnow
