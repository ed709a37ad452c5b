// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/jsonobject.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace winnow {

void JsonObject::next()
{
    if (!m_first) {
        m_out += ", ";
    }
    m_first = false;
}

QByteArray& JsonObject::key(QByteArrayView name)
{
    next();
    m_out += '"';
    m_out += name;
    m_out += "\": ";
    return m_out;
}

void JsonObject::addExtra(const QString& name, const QJsonValue& value)
{
    next();
    appendJsonString(m_out, name);
    m_out += ": ";
    if (value.isString()) {
        put(value.toString());
        return;
    }
    // A one-element array is the shortest way to have Qt write any value.
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    m_out.append(text.constData() + 1, text.size() - 2);
}

} // namespace winnow
