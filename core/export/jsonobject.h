// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/appendtext.h"

#include <QJsonValue>
#include <QLatin1String>

#include <concepts>

namespace winnow {

/// One JSON object written key by key at the end of a text: QJsonObject would sort the keys.
class JsonObject {
public:
    explicit JsonObject(QByteArray& out)
        : m_out(out)
    {
        m_out += '{';
    }
    /// `name`: one of ours, which needs no escaping.
    template <typename Value> void add(QByteArrayView name, const Value& value)
    {
        key(name);
        put(value);
    }
    /// What is appended to the text next is the value.
    QByteArray& key(QByteArrayView name);
    /// A column of the source.
    void addExtra(const QString& name, const QJsonValue& value);
    void addNull(QByteArrayView name) { key(name) += "null"; }
    void end() { m_out += '}'; }

private:
    void next();
    void put(const QString& value) { appendJsonString(m_out, value); }
    void put(QLatin1String value) { appendJsonString(m_out, QString(value)); }
    void put(const QStringList& values) { appendJsonList(m_out, values); }
    void put(std::integral auto value) { m_out += QByteArray::number(value); }
    void put(bool value) { m_out += value ? "true" : "false"; }
    void put(double value) { m_out += shortestNumber(value); }

    QByteArray& m_out;
    bool m_first = true;
};

} // namespace winnow
