// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/hfimagefolderexporter.h"

#include "core/export/datasetcard.h"
#include "core/export/hubtable.h"
#include "core/export/jsonobject.h"

#include <map>

namespace winnow {

namespace {

const QString kTable = QStringLiteral("/metadata.jsonl");

/// A table of a split: every line has every key, so that all have the same types.
class SplitTable {
public:
    Result<> open(StagedFiles& files, const QString& path)
    {
        auto file = files.open(path);
        if (!file) {
            return tl::unexpected<Error>(file.error());
        }
        m_file = *std::move(file);
        return {};
    }
    Result<> add(const ExportRecord& record, const ExportLayout& layout)
    {
        constexpr qsizetype kBlock = 1 << 20;
        line(record, layout);
        ++m_rows;
        m_hasImage = m_hasImage || record.images.missing.size() < record.images.texts.size();
        return m_pending.size() >= kBlock ? flush() : Result<>();
    }
    Result<StagedFile::Written> close()
    {
        WINNOW_TRY(flush());
        return m_file->close();
    }
    qint64 rows() const { return m_rows; }
    bool hasImage() const { return m_hasImage; }

private:
    Result<> flush()
    {
        WINNOW_TRY(m_file->write(m_pending));
        m_pending.clear();
        return {};
    }
    void line(const ExportRecord& record, const ExportLayout& layout);
    static void addImages(JsonObject& object, const RowImages& images, bool several);

    std::unique_ptr<StagedFile> m_file;
    QByteArray m_pending;
    qint64 m_rows = 0;
    bool m_hasImage = false;
};

/// The loader opens what is named: what is not there is null.
void SplitTable::addImages(JsonObject& object, const RowImages& images, bool several)
{
    QJsonArray names;
    for (qsizetype i = 0; i < images.texts.size(); ++i) {
        names.append(images.missing.contains(i) ? QJsonValue() : QJsonValue(images.texts.at(i)));
    }
    if (several) {
        object.addExtra(QStringLiteral("file_names"), names);
    } else {
        object.addExtra(QStringLiteral("file_name"), names.isEmpty() ? QJsonValue() : names.first());
    }
}

void SplitTable::line(const ExportRecord& record, const ExportLayout& layout)
{
    const auto& [sample, row, images, extra, weight, since] = record;
    JsonObject object(m_pending);
    addImages(object, images, layout.images > 1);
    object.add("index", row.index);
    if (layout.groups) {
        object.add("g_index", row.group.isEmpty() ? row.index : row.group);
        object.add("rotation", row.shift);
    }
    object.add("dataset", sample.dataset);
    object.add("split", sample.split);
    object.add("capability", sample.capability);
    object.add("category", sample.category);
    object.add("question", row.question);
    if (layout.hints) {
        object.add("hint", sample.hint);
    }
    if (layout.optionColumns > 0) {
        object.add("options", row.options);
    }
    object.add("answer", row.gold);
    if (layout.accepted) {
        object.add("accepted_answers", row.accepted);
    }
    if (layout.steps) {
        object.add("parent", sample.parent);
        object.add("step", sample.step);
    }
    if (layout.weights) {
        object.add("weight", weight);
    }
    if (layout.changes) {
        object.add("changed_since", since);
    }
    for (qsizetype i = 0; i < layout.extraColumns.size(); ++i) {
        const QJsonValue value = extra.value(layout.extraColumns.at(i));
        const bool asText
            = layout.extraKinds.at(i) == ExtraKind::Any && !value.isNull() && !value.isUndefined();
        object.addExtra(layout.extraColumns.at(i), asText ? jsonText(value) : value);
    }
    object.end();
    m_pending += '\n';
}

class ImageFolderWriter final : public ExportWriter {
    Result<> open(StagedFiles& files, const QString& name, const ExportLayout& layout) override
    {
        m_files = &files;
        m_base = name;
        m_layout = layout;
        return {};
    }
    Result<> row(const ExportRecord& record) override
    {
        const QString split = hubSplit(record.sample.split);
        const auto [at, isNew] = m_splits.try_emplace(split);
        if (isNew) {
            WINNOW_TRY(at->second.open(*m_files, m_base + u'/' + split + kTable));
        }
        return at->second.add(record, m_layout);
    }
    Result<QVector<StagedFile::Written>> close() override
    {
        QVector<StagedFile::Written> all;
        for (auto& [split, table] : m_splits) {
            auto written = table.close();
            if (!written) {
                return tl::unexpected<Error>(written.error());
            }
            all.append(*std::move(written));
            // A loader wants equal types in all splits of a configuration, and reads them off the lines.
            m_tables.append({m_splits.size() > 1 ? split : QString(), split, table.rows(), 0});
            if (!table.hasImage()) {
                m_warnings.append(QStringLiteral("split \"%1\": no row has an image, and loaders of image "
                                                 "folders refuse such a split")
                                      .arg(split));
            }
        }
        return all;
    }
    QVector<ExportTable> tables() const override { return m_tables; }
    QStringList warnings() const override { return m_warnings; }

    StagedFiles* m_files = nullptr;
    QString m_base;
    ExportLayout m_layout;
    std::map<QString, SplitTable> m_splits;
    QVector<ExportTable> m_tables;
    QStringList m_warnings;
};

} // namespace

ExporterInfo HfImageFolderExporter::info() const
{
    return {QStringLiteral("hf_imagefolder"),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter", "Hugging Face image folder")),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter",
            "A folder a split with metadata.jsonl and the image files beside it, which load_dataset() opens, "
            "and a dataset card")),
        {}, {ExportOptions::Images::Folder}};
}

std::unique_ptr<ExportWriter> HfImageFolderExporter::writer() const
{
    return std::make_unique<ImageFolderWriter>();
}

Exporter::ImagePlace HfImageFolderExporter::imagePlace(const QString& base, const Sample& sample) const
{
    return {base + u'/' + hubSplit(sample.split) + u'/' + exportnames::kImages, exportnames::kImages + u'/'};
}

Result<QVector<StagedFile::Written>> HfImageFolderExporter::finish(const ExportEnd& end) const
{
    return addCards(end, [](const ExportEnd::Part& written) {
        CardFacts facts;
        facts.pattern = QStringLiteral("%1/**");
        facts.images = written.layout.images > 1
            ? QStringLiteral("`row[\"images\"]` are the pictures of a row.")
            : QStringLiteral("`row[\"image\"]` is the picture of a row, nothing where it has none.");
        return facts;
    });
}

bool HfImageFolderExporter::isOwnColumn(const QString& name, const ExportLayout&) const
{
    // What ends like this names a file for the loader.
    return HubTable::isOwn(name) || name.endsWith(QLatin1String("file_name"))
        || name.endsWith(QLatin1String("file_names"));
}

} // namespace winnow
