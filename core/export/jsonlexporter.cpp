// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/jsonlexporter.h"

#include "core/export/appendtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace winnow {

namespace {

/// One object written key by key: QJsonObject would sort them.
class Object {
public:
    explicit Object(QByteArray& out)
        : m_out(out)
    {
        m_out += '{';
    }
    void add(QStringView name, const QString& value)
    {
        key(name);
        appendJsonString(m_out, value);
    }
    void add(QStringView name, const QStringList& values)
    {
        key(name);
        appendJsonList(m_out, values);
    }
    void add(QStringView name, int value)
    {
        key(name);
        m_out += QByteArray::number(value);
    }
    void add(QStringView name, const QJsonValue& value)
    {
        if (value.isString()) {
            add(name, value.toString());
            return;
        }
        key(name);
        // A one-element array is the shortest way to have Qt write any value.
        const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        m_out.append(text.constData() + 1, text.size() - 2);
    }
    void end() { m_out += "}\n"; }

private:
    void key(QStringView name)
    {
        if (!m_first) {
            m_out += ", ";
        }
        m_first = false;
        appendJsonString(m_out, name);
        m_out += ": ";
    }

    QByteArray& m_out;
    bool m_first = true;
};

class JsonlWriter final : public LineWriter {
    void line(QByteArray& out, const ExportRecord& record) const override
    {
        const auto& [sample, row, images, extra] = record;
        Object object(out);
        object.add(u"index", row.index);
        if (layout().groups) {
            object.add(u"g_index", row.group.isEmpty() ? row.index : row.group);
            object.add(u"rotation", row.shift);
        }
        object.add(u"dataset", sample.dataset);
        object.add(u"split", sample.split);
        object.add(u"capability", sample.capability);
        object.add(u"category", sample.category);
        object.add(u"question", row.question);
        if (layout().hints) {
            object.add(u"hint", sample.hint);
        }
        if (layout().optionColumns > 0) {
            object.add(u"options", row.options);
        }
        object.add(u"answer", row.gold);
        if (layout().accepted) {
            object.add(u"accepted_answers", row.accepted);
        }
        if (images.size() == 1) {
            object.add(u"image", images.first());
        } else if (!images.isEmpty()) {
            object.add(u"image", images);
        }
        for (auto it = extra.constBegin(); it != extra.constEnd(); ++it) {
            object.add(it.key(), it.value());
        }
        object.end();
    }
};

} // namespace

ExporterInfo JsonlExporter::info() const
{
    return {QStringLiteral("jsonl"), QStringLiteral(QT_TRANSLATE_NOOP("Exporter", "JSON Lines")),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter",
            "One sample a line with question, options, answer and images in a folder or as base64")),
        QStringLiteral("jsonl"), ExportOptions::Images::Folder};
}

std::unique_ptr<ExportWriter> JsonlExporter::writer() const
{
    return std::make_unique<JsonlWriter>();
}

bool JsonlExporter::isOwnColumn(const QString& name, int) const
{
    static const QSet<QString> own{QStringLiteral("index"), QStringLiteral("g_index"),
        QStringLiteral("rotation"), QStringLiteral("dataset"), QStringLiteral("split"),
        QStringLiteral("capability"), QStringLiteral("category"), QStringLiteral("question"),
        QStringLiteral("hint"), QStringLiteral("options"), QStringLiteral("answer"),
        QStringLiteral("accepted_answers"), QStringLiteral("image")};
    return own.contains(name);
}

} // namespace winnow
