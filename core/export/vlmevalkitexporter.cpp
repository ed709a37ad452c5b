// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/vlmevalkitexporter.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace winnow {

namespace {

const QStringList kOwnColumns{QStringLiteral("index"), QStringLiteral("g_index"), QStringLiteral("rotation"),
    QStringLiteral("image"), QStringLiteral("image_path"), QStringLiteral("question"), QStringLiteral("hint"),
    QStringLiteral("answer"), QStringLiteral("accepted_answers"), QStringLiteral("category"),
    QStringLiteral("l2-category"), QStringLiteral("split")};

QByteArray quoted(const QString& text)
{
    return '"' + QString(text).replace(u'"', QStringLiteral("\"\"")).toUtf8() + '"';
}

/// A Python list of strings, as the kit writes several images.
QString listLiteral(const QStringList& texts)
{
    QStringList items;
    for (QString text : texts) {
        text.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
        text.replace(u'\n', QStringLiteral("\\n")).replace(u'\r', QStringLiteral("\\r"));
        items.append(u'\'' + text + u'\'');
    }
    return u'[' + items.join(QStringLiteral(", ")) + u']';
}

QString cellOf(const QJsonValue& value)
{
    if (value.isString()) {
        return value.toString();
    }
    if (value.isNull() || value.isUndefined()) {
        return {};
    }
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(1, text.size() - 2));
}

} // namespace

ExporterInfo VlmEvalKitExporter::info() const
{
    return {QStringLiteral("vlmevalkit_tsv"), QStringLiteral("VLMEvalKit TSV"),
        QStringLiteral("A dataset file that VLMEvalKit runs by name; the same index, so that old predictions "
                       "still join"),
        QStringLiteral("tsv"), ExportOptions::Images::Embedded};
}

QString VlmEvalKitExporter::imagePrefix(const QString&) const
{
    // The kit looks below $LMUData/images/DATASET by itself.
    return {};
}

bool VlmEvalKitExporter::isOwnColumn(const QString& name, int optionColumns) const
{
    const int option = optionPosition(name);
    return kOwnColumns.contains(name) || (option >= 0 && option < optionColumns && name.at(0).isUpper());
}

Sentence VlmEvalKitExporter::obstacle(const ExportRow& row) const
{
    constexpr int kLetters = 26;
    return row.options.size() > kLetters
        ? Sentence::of(QT_TRANSLATE_NOOP("Error", "it has %1 options, the format has columns for %2"))
              .arg(row.options.size(), kLetters)
        : Sentence();
}

QByteArray VlmEvalKitExporter::header(const Layout& layout) const
{
    QStringList columns{QStringLiteral("index")};
    if (layout.groups) {
        columns += {QStringLiteral("g_index"), QStringLiteral("rotation")};
    }
    columns.append(layout.images == ExportOptions::Images::Embedded ? QStringLiteral("image")
                                                                    : QStringLiteral("image_path"));
    columns.append(QStringLiteral("question"));
    if (layout.hints) {
        columns.append(QStringLiteral("hint"));
    }
    for (int i = 0; i < layout.optionColumns; ++i) {
        columns.append(optionLetter(i));
    }
    columns.append(QStringLiteral("answer"));
    if (layout.accepted) {
        columns.append(QStringLiteral("accepted_answers"));
    }
    columns += {QStringLiteral("category"), QStringLiteral("l2-category"), QStringLiteral("split")};
    columns += layout.extraColumns;
    QByteArray line;
    for (const QString& column : columns) {
        line += (line.isEmpty() ? QByteArray() : QByteArray("\t")) + quoted(column);
    }
    return line + '\n';
}

QByteArray VlmEvalKitExporter::row(const Layout& layout, const Sample& sample, const ExportRow& row,
    const QStringList& images, const QJsonObject& extra) const
{
    QByteArray line;
    const auto cell = [&](const QString& text) {
        line += (line.isEmpty() ? QByteArray() : QByteArray("\t")) + quoted(text);
    };
    cell(row.index);
    if (layout.groups) {
        cell(row.group.isEmpty() ? row.index : row.group);
        cell(QString::number(row.shift));
    }
    cell(images.size() > 1 ? listLiteral(images) : images.value(0));
    cell(row.question);
    if (layout.hints) {
        cell(sample.hint);
    }
    for (int i = 0; i < layout.optionColumns; ++i) {
        cell(row.options.value(i));
    }
    cell(row.gold);
    if (layout.accepted) {
        cell(row.accepted.isEmpty() ? QString() : listLiteral(row.accepted));
    }
    cell(sample.category);
    cell(sample.capability);
    cell(sample.split);
    for (const QString& column : layout.extraColumns) {
        cell(cellOf(extra.value(column)));
    }
    return line + '\n';
}

} // namespace winnow
