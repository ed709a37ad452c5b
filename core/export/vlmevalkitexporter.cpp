// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/vlmevalkitexporter.h"

#include "core/export/appendtext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace winnow {

namespace {

const QStringList kOwnColumns{QStringLiteral("index"), QStringLiteral("g_index"), QStringLiteral("rotation"),
    QStringLiteral("image"), QStringLiteral("image_path"), QStringLiteral("question"), QStringLiteral("hint"),
    QStringLiteral("answer"), QStringLiteral("accepted_answers"), QStringLiteral("category"),
    QStringLiteral("l2-category"), QStringLiteral("split")};

/// Last, and only where they say something.
const QString kParent = QStringLiteral("parent");
const QString kStep = QStringLiteral("step");
const QString kWeight = QStringLiteral("weight");

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

/// Cells of one line, all of them quoted.
class Cells {
public:
    explicit Cells(QByteArray& out)
        : m_out(out)
    {
    }
    void add(const QString& text)
    {
        m_out += m_first ? "\"" : "\t\"";
        m_first = false;
        appendDoubling(m_out, text, '"');
        m_out += '"';
    }
    void end() { m_out += '\n'; }

private:
    QByteArray& m_out;
    bool m_first = true;
};

class VlmEvalKitWriter final : public LineWriter {
    void header(QByteArray& out) const override
    {
        QStringList columns{QStringLiteral("index")};
        if (layout().groups) {
            columns += {QStringLiteral("g_index"), QStringLiteral("rotation")};
        }
        columns.append(layout().embedsImages ? QStringLiteral("image") : QStringLiteral("image_path"));
        columns.append(QStringLiteral("question"));
        if (layout().hints) {
            columns.append(QStringLiteral("hint"));
        }
        for (int i = 0; i < layout().optionColumns; ++i) {
            columns.append(optionLetter(i));
        }
        columns.append(QStringLiteral("answer"));
        if (layout().accepted) {
            columns.append(QStringLiteral("accepted_answers"));
        }
        columns += {QStringLiteral("category"), QStringLiteral("l2-category"), QStringLiteral("split")};
        columns += layout().extraColumns;
        if (layout().steps) {
            columns += {kParent, kStep};
        }
        if (layout().weights) {
            columns.append(kWeight);
        }
        Cells cells(out);
        for (const QString& column : std::as_const(columns)) {
            cells.add(column);
        }
        cells.end();
    }

    void line(QByteArray& out, const ExportRecord& record) const override
    {
        const auto& [sample, row, images, extra, weight] = record;
        Cells cells(out);
        cells.add(row.index);
        if (layout().groups) {
            cells.add(row.group.isEmpty() ? row.index : row.group);
            cells.add(QString::number(row.shift));
        }
        cells.add(images.size() > 1 ? listLiteral(images) : images.value(0));
        cells.add(row.question);
        if (layout().hints) {
            cells.add(sample.hint);
        }
        for (int i = 0; i < layout().optionColumns; ++i) {
            cells.add(row.options.value(i));
        }
        cells.add(row.gold);
        if (layout().accepted) {
            cells.add(row.accepted.isEmpty() ? QString() : listLiteral(row.accepted));
        }
        cells.add(sample.category);
        cells.add(sample.capability);
        cells.add(sample.split);
        for (const QString& column : layout().extraColumns) {
            cells.add(cellOf(extra.value(column)));
        }
        if (layout().steps) {
            cells.add(sample.parent);
            cells.add(sample.step);
        }
        if (layout().weights) {
            cells.add(QString::fromLatin1(shortestNumber(weight)));
        }
        cells.end();
    }
};

} // namespace

ExporterInfo VlmEvalKitExporter::info() const
{
    return {QStringLiteral("vlmevalkit_tsv"), QStringLiteral(QT_TRANSLATE_NOOP("Exporter", "VLMEvalKit TSV")),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter",
            "A dataset file that VLMEvalKit runs by name; the same index, so that old predictions still "
            "join")),
        QStringLiteral("tsv"), ExportOptions::Images::Embedded};
}

std::unique_ptr<ExportWriter> VlmEvalKitExporter::writer() const
{
    return std::make_unique<VlmEvalKitWriter>();
}

QString VlmEvalKitExporter::imagePrefix(const QString&) const
{
    // The kit looks below $LMUData/images/DATASET by itself.
    return {};
}

bool VlmEvalKitExporter::isOwnColumn(const QString& name, const ExportLayout& layout) const
{
    const int option = optionPosition(name);
    return kOwnColumns.contains(name) || (layout.weights && name == kWeight)
        || (layout.steps && (name == kParent || name == kStep))
        || (option >= 0 && option < layout.optionColumns && name.at(0).isUpper());
}

Sentence VlmEvalKitExporter::obstacle(qsizetype options) const
{
    constexpr int kLetters = 26;
    return options > kLetters
        ? Sentence::of(QT_TRANSLATE_NOOP("Error", "it has %1 options, the format has columns for %2"))
              .arg(options, kLetters)
        : Sentence();
}

} // namespace winnow
