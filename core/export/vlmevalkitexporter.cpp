// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/vlmevalkitexporter.h"

#include "core/export/appendtext.h"
#include "core/export/layoutreader.h"

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
const QString kChangedSince = QStringLiteral("changed_since");

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
        if (layout().changes) {
            columns.append(kChangedSince);
        }
        Cells cells(out);
        for (const QString& column : std::as_const(columns)) {
            cells.add(column);
        }
        cells.end();
    }

    void line(QByteArray& out, const ExportRecord& record) const override
    {
        const auto& [sample, row, images, extra, weight, since] = record;
        Cells cells(out);
        cells.add(row.index);
        if (layout().groups) {
            cells.add(row.group.isEmpty() ? row.index : row.group);
            cells.add(QString::number(row.shift));
        }
        cells.add(images.texts.size() > 1 ? listLiteral(images.texts) : images.texts.value(0));
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
        if (layout().changes) {
            cells.add(since);
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
        QStringLiteral("tsv"),
        {ExportOptions::Images::Embedded, ExportOptions::Images::Folder, ExportOptions::Images::Linked}};
}

std::unique_ptr<ExportWriter> VlmEvalKitExporter::writer() const
{
    return std::make_unique<VlmEvalKitWriter>();
}

Exporter::ImagePlace VlmEvalKitExporter::imagePlace(const QString& base, const Sample&) const
{
    // The kit looks below $LMUData/images/DATASET by itself.
    return {exportnames::kImages + u'/' + base, {}};
}

Result<QVector<StagedFile::Written>> VlmEvalKitExporter::finish(const ExportEnd& end) const
{
    // What its option --data-indices takes.
    QByteArray json = "{";
    for (const ExportPlan::DatasetPart& part : end.plan.datasets) {
        json += json.size() > 1 ? ", " : "";
        appendJsonString(json, part.dataset.name);
        json += ": [";
        SampleScan samples(end.connection);
        bool first = true;
        for (const ExportItem& item : part.items) {
            const auto sample = samples.read(item.id);
            if (!sample) {
                return sampleGone();
            }
            for (const ExportRow& row : rowsOf(*sample, item.outcome)) {
                json += first ? "" : ", ";
                first = false;
                bool isNumber = false;
                const qint64 number = row.index.toLongLong(&isNumber);
                // The kit reads a column of whole numbers as such, any other as text.
                if (isNumber && QString::number(number) == row.index) {
                    json += row.index.toLatin1();
                } else {
                    appendJsonString(json, row.index);
                }
            }
        }
        json += ']';
    }
    json += "}\n";
    const auto written = end.files.add(QStringLiteral("data_indices.json"), json);
    if (!written) {
        return tl::unexpected<Error>(written.error());
    }
    return QVector<StagedFile::Written>{*written};
}

bool VlmEvalKitExporter::isOwnColumn(const QString& name, const ExportLayout& layout) const
{
    const int option = optionPosition(name);
    return kOwnColumns.contains(name) || (layout.weights && name == kWeight)
        || (layout.changes && name == kChangedSince) || (layout.steps && (name == kParent || name == kStep))
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
