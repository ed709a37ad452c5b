// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/placeinerror.h"

#include <QJsonDocument>

namespace winnow {

namespace {

QByteArray jsonOf(const QJsonValue& value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
}

/// A text as it stands between its quotes.
QByteArray escaped(const QString& text)
{
    return jsonOf(text).sliced(2).chopped(2);
}

} // namespace

Error withPlace(const Error& error, const QString& place, const QString& other)
{
    const QByteArray json = jsonOf(error.messageSentence().json()).replace(escaped(place), escaped(other));
    const Sentence message = Sentence::fromJson(QJsonDocument::fromJson(json).array().first());
    return fail(error.code, message, error.remedySentence()).value();
}

} // namespace winnow
