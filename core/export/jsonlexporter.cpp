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
    /// `name`: one of ours, which need no escaping.
    template <typename Value> void add(QByteArrayView name, const Value& value)
    {
        next();
        m_out += '"';
        m_out += name;
        m_out += "\": ";
        put(value);
    }
    void addExtra(const QString& name, const QJsonValue& value)
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
    void end() { m_out += "}\n"; }

private:
    void next()
    {
        if (!m_first) {
            m_out += ", ";
        }
        m_first = false;
    }
    void put(const QString& value) { appendJsonString(m_out, value); }
    void put(const QStringList& values) { appendJsonList(m_out, values); }
    void put(int value) { m_out += QByteArray::number(value); }
    void put(double value) { m_out += shortestNumber(value); }

    QByteArray& m_out;
    bool m_first = true;
};

class JsonlWriter final : public LineWriter {
    void line(QByteArray& out, const ExportRecord& record) const override
    {
        const auto& [sample, row, images, extra, weight, since] = record;
        Object object(out);
        object.add("index", row.index);
        if (layout().groups) {
            object.add("g_index", row.group.isEmpty() ? row.index : row.group);
            object.add("rotation", row.shift);
        }
        object.add("dataset", sample.dataset);
        object.add("split", sample.split);
        object.add("capability", sample.capability);
        object.add("category", sample.category);
        object.add("question", row.question);
        if (layout().hints) {
            object.add("hint", sample.hint);
        }
        if (layout().optionColumns > 0) {
            object.add("options", row.options);
        }
        object.add("answer", row.gold);
        if (layout().accepted) {
            object.add("accepted_answers", row.accepted);
        }
        if (images.texts.size() == 1) {
            object.add("image", images.texts.first());
        } else if (!images.texts.isEmpty()) {
            object.add("image", images.texts);
        }
        if (layout().steps && !sample.parent.isEmpty()) {
            object.add("parent", sample.parent);
            object.add("step", sample.step);
        }
        if (layout().weights) {
            object.add("weight", weight);
        }
        if (layout().changes && !since.isEmpty()) {
            object.add("changed_since", since);
        }
        for (auto it = extra.constBegin(); it != extra.constEnd(); ++it) {
            object.addExtra(it.key(), it.value());
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
        QStringLiteral("jsonl"),
        {ExportOptions::Images::Folder, ExportOptions::Images::Embedded, ExportOptions::Images::Linked}};
}

std::unique_ptr<ExportWriter> JsonlExporter::writer() const
{
    return std::make_unique<JsonlWriter>();
}

bool JsonlExporter::isOwnColumn(const QString& name, const ExportLayout& layout) const
{
    static const QSet<QString> own{QStringLiteral("index"), QStringLiteral("g_index"),
        QStringLiteral("rotation"), QStringLiteral("dataset"), QStringLiteral("split"),
        QStringLiteral("capability"), QStringLiteral("category"), QStringLiteral("question"),
        QStringLiteral("hint"), QStringLiteral("options"), QStringLiteral("answer"),
        QStringLiteral("accepted_answers"), QStringLiteral("image")};
    return own.contains(name) || (layout.weights && name == u"weight")
        || (layout.changes && name == u"changed_since")
        || (layout.steps && (name == u"parent" || name == u"step"));
}

} // namespace winnow
