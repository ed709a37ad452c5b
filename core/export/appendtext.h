// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QStringList>
#include <QStringView>

namespace winnow {

/// Appends `text` as UTF-8, each `doubled` twice (the quote of a quoted cell).
void appendDoubling(QByteArray& out, const QString& text, char doubled);
/// Appends a JSON string, byte for byte as QJsonDocument writes it; that one would build a document for each.
void appendJsonString(QByteArray& out, QStringView text);
/// Appends a JSON list of strings, as QJsonDocument writes it without line ends.
void appendJsonList(QByteArray& out, const QStringList& texts);

/// Any value as compact JSON.
QString jsonText(const QJsonValue& value);

/// As few digits as say the number exactly.
QByteArray shortestNumber(double number);

} // namespace winnow
