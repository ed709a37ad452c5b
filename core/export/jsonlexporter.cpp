// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/jsonlexporter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace winnow {

namespace {

/// One object written key by key: QJsonObject would sort them.
class Line {
public:
    void add(const QString& key, const QJsonValue& value)
    {
        // A one-element array is the shortest way to have Qt write any value.
        QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        QByteArray name = QJsonDocument(QJsonArray{key}).toJson(QJsonDocument::Compact);
        m_text += m_text.isEmpty() ? "{" : ", ";
        m_text += name.mid(1, name.size() - 2) + ": " + text.mid(1, text.size() - 2);
    }
    QByteArray end() const { return m_text + "}\n"; }

private:
    QByteArray m_text;
};

} // namespace

ExporterInfo JsonlExporter::info() const
{
    return {QStringLiteral("jsonl"), QStringLiteral("JSON Lines"),
        QStringLiteral(
            "One sample a line with question, options, answer and images in a folder or as base64"),
        QStringLiteral("jsonl"), ExportOptions::Images::Folder};
}

QString JsonlExporter::imagePrefix(const QString& datasetFolder) const
{
    return QStringLiteral("images/") + datasetFolder + u'/';
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

QByteArray JsonlExporter::header(const Layout&) const
{
    return {};
}

QByteArray JsonlExporter::row(const Layout& layout, const Sample& sample, const ExportRow& row,
    const QStringList& images, const QJsonObject& extra) const
{
    Line line;
    line.add(QStringLiteral("index"), row.index);
    if (layout.groups) {
        line.add(QStringLiteral("g_index"), row.group.isEmpty() ? row.index : row.group);
        line.add(QStringLiteral("rotation"), row.shift);
    }
    line.add(QStringLiteral("dataset"), sample.dataset);
    line.add(QStringLiteral("split"), sample.split);
    line.add(QStringLiteral("capability"), sample.capability);
    line.add(QStringLiteral("category"), sample.category);
    line.add(QStringLiteral("question"), row.question);
    if (layout.hints) {
        line.add(QStringLiteral("hint"), sample.hint);
    }
    if (layout.optionColumns > 0) {
        line.add(QStringLiteral("options"), QJsonArray::fromStringList(row.options));
    }
    line.add(QStringLiteral("answer"), row.gold);
    if (layout.accepted) {
        line.add(QStringLiteral("accepted_answers"), QJsonArray::fromStringList(row.accepted));
    }
    if (images.size() == 1) {
        line.add(QStringLiteral("image"), images.first());
    } else if (!images.isEmpty()) {
        line.add(QStringLiteral("image"), QJsonArray::fromStringList(images));
    }
    for (auto it = extra.constBegin(); it != extra.constEnd(); ++it) {
        line.add(it.key(), it.value());
    }
    return line.end();
}

} // namespace winnow
