// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exporter.h"

#include "core/base/clock.h"
#include "core/export/exportimages.h"
#include "core/export/exportnames.h"
#include "core/export/exporttarget.h"
#include "core/export/layoutreader.h"
#include "core/export/manifest.h"
#include "core/store/ledger.h"
#include "core/store/policystore.h"
#include "core/store/samplescan.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace winnow {

namespace {

constexpr qsizetype kMostWarnings = 1000;

QJsonObject counts(const QMap<QString, qint64>& map)
{
    QJsonObject json;
    for (auto it = map.constBegin(); it != map.constEnd(); ++it) {
        json.insert(it.key(), it.value());
    }
    return json;
}

/// One run of an exporter.
class ExportJob {
public:
    ExportJob(const Exporter& exporter, const Project& project, const ExportSelection& selection,
        const ExportOptions& options, Progress& progress)
        : m_exporter(exporter)
        , m_project(project)
        , m_selection(selection)
        , m_options(options)
        , m_progress(progress)
    {
    }

    Result<ExportResult> run()
    {
        // Plan and rows are of one snapshot: what is decided meanwhile is in neither.
        auto written = m_project.read([&](sqlite::Connection& c) -> Result<> {
            auto plan = ExportPlan::make(c, m_selection);
            if (!plan) {
                return tl::unexpected<Error>(plan.error());
            }
            m_plan = *std::move(plan);
            if (m_plan.subset && m_plan.datasets.isEmpty()) {
                return fail(ErrorCode::InvalidInput,
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "The subset \"%1\" has no samples here"))
                        .arg(m_plan.subset->name),
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another subset or dataset")));
            }
            m_total = 2 * m_plan.exported + m_plan.changed.size();
            WINNOW_TRY(choosePlace(c));
            SampleScan samples(c);
            QStringList names;
            for (const ExportPlan::DatasetPart& part : std::as_const(m_plan.datasets)) {
                names.append(part.dataset.name);
            }
            names = datasetFileNames(names);
            for (qsizetype i = 0; i < names.size(); ++i) {
                WINNOW_TRY(writeDataset(c, samples, m_plan.datasets.at(i), names.at(i)));
            }
            return writeChanges(samples);
        });
        if (!written) {
            return tl::unexpected<Error>(written.error());
        }
        WINNOW_TRY(writeImageList());
        WINNOW_TRY(writeManifest());
        auto told = m_target->publish();
        if (!told) {
            return tl::unexpected<Error>(told.error());
        }
        for (const QString& kept : m_target->staging().recovered()) {
            m_result.notes.append(
                Sentence::of(QT_TRANSLATE_NOOP("Error",
                                 "Files that an earlier export moved away when it was killed are in %1"))
                    .arg(kept));
        }
        m_result.notes += *told;
        m_result.plan = std::move(m_plan);
        m_progress.report(m_total, m_total, QStringLiteral(QT_TRANSLATE_NOOP("Step", "Written")));
        return m_result;
    }

private:
    Result<> choosePlace(sqlite::Connection& c)
    {
        auto target = ExportTarget::open(m_options.out, m_exporter.info().suffix, c, m_progress);
        if (!target) {
            return tl::unexpected<Error>(target.error());
        }
        m_target = *std::move(target);
        m_staged.emplace(m_target->staging(), m_target->folder());
        m_result.folder = m_target->folder();
        m_images = m_options.images.value_or(
            m_target->isFile() ? ExportOptions::Images::Embedded : m_exporter.info().defaultImages);
        if (!m_target->isFile()) {
            return {};
        }
        if (m_plan.datasets.size() > 1) {
            return fail(ErrorCode::InvalidInput,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is one file, but the project has %2 datasets"))
                    .arg(m_options.out, m_plan.datasets.size()),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Give a folder, or choose one dataset")));
        }
        if (m_images == ExportOptions::Images::Folder) {
            return fail(ErrorCode::InvalidInput,
                Sentence::of(
                    QT_TRANSLATE_NOOP("Error", "%1 is one file, and images in a folder need a folder"))
                    .arg(m_options.out),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Embed the images, or give a folder")));
        }
        return {};
    }

    Result<> step(const QString& what)
    {
        if ((m_done++ & 0x3f) == 0) {
            m_progress.report(m_done, m_total, what);
        }
        if (m_progress.isCancelled()) {
            return fail(ErrorCode::Cancelled,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled; nothing was exported")));
        }
        return {};
    }

    void warn(const QStringList& sentences)
    {
        for (const QString& sentence : sentences) {
            if (m_result.warnings.size() < kMostWarnings) {
                m_result.warnings.append(sentence);
            } else if (m_result.warnings.size() == kMostWarnings) {
                m_result.warnings.append(QStringLiteral("There are more of these"));
            }
        }
    }

    Result<> writeDataset(
        sqlite::Connection& c, SampleScan& samples, const ExportPlan::DatasetPart& part, const QString& base)
    {
        LayoutReader first(c, m_exporter, samples, m_plan.weighted);
        for (const ExportItem& item : part.items) {
            WINNOW_TRY(step(QStringLiteral(QT_TRANSLATE_NOOP("Step", "Looking through the samples"))));
            WINNOW_TRY(first.add(item));
        }
        m_total += first.rotated().size();
        m_layout = first.layout();
        m_layout.embedsImages = m_images == ExportOptions::Images::Embedded;
        m_rows = 0;
        const QString suffix = m_exporter.info().suffix;
        const QString name = m_target->isFile() ? m_target->fileName()
            : suffix.isEmpty()                  ? base
                                                : base + u'.' + suffix;
        ExportImages images(
            m_project, *m_staged, exportnames::kImages + u'/' + base, m_exporter.imagePrefix(base), m_images);
        const std::unique_ptr<ExportWriter> writer = m_exporter.writer();
        WINNOW_TRY(writer->open(*m_staged, name, m_layout));
        WINNOW_TRY(writeSamples(samples, part.items, *writer, images));
        // Rotations stand after all samples, so that these keep their places when read again.
        WINNOW_TRY(writeRotations(samples, first.rotated(), *writer, images));
        const auto written = writer->close();
        if (!written) {
            return tl::unexpected<Error>(written.error());
        }
        warn(images.warnings());
        m_result.imagesWritten += images.written();
        m_result.imagesMissing += images.missing();
        m_imageFiles += images.files();
        list(part, *written);
        return {};
    }

    Result<> writeSamples(
        SampleScan& samples, const QVector<ExportItem>& items, ExportWriter& writer, ExportImages& images)
    {
        for (const ExportItem& item : items) {
            WINNOW_TRY(step(QStringLiteral(QT_TRANSLATE_NOOP("Step", "Writing samples"))));
            const auto sample = samples.read(item.id);
            if (!sample) {
                return sampleGone();
            }
            QStringList told;
            const QVector<ExportRow> rows = rowsOf(*sample, item.outcome, &told);
            warn(told);
            auto texts = images.texts(*sample);
            if (!texts) {
                return tl::unexpected<Error>(texts.error());
            }
            WINNOW_TRY(put(writer, {*sample, rows.first(), *texts, sample->extra, item.weight}));
        }
        return {};
    }

    Result<> writeRotations(
        SampleScan& samples, const QVector<ExportItem>& items, ExportWriter& writer, ExportImages& images)
    {
        for (const ExportItem& item : items) {
            WINNOW_TRY(step(QStringLiteral(QT_TRANSLATE_NOOP("Step", "Writing samples"))));
            const auto sample = samples.read(item.id);
            if (!sample) {
                return sampleGone();
            }
            const QVector<ExportRow> rows = rowsOf(*sample, item.outcome);
            const QString& key = rows.first().index;
            constexpr qsizetype kLongestKey = 64;
            const bool shared = m_layout.embedsImages && m_exporter.sharesImages()
                && !sample->images.isEmpty() && key.size() <= kLongestKey && !key.contains(u'.')
                && !key.contains(u'/');
            auto texts = shared ? QStringList{key} : images.texts(*sample);
            if (!texts) {
                return tl::unexpected<Error>(texts.error());
            }
            for (qsizetype i = 1; i < rows.size(); ++i) {
                WINNOW_TRY(put(writer, {*sample, rows.at(i), *texts, sample->extra, item.weight}));
            }
        }
        return {};
    }

    /// Columns of the source get names that are not ours.
    Result<> put(ExportWriter& writer, const ExportRecord& record)
    {
        ++m_rows;
        const QStringList names = record.extra.keys();
        if (std::none_of(names.cbegin(), names.cend(),
                [&](const QString& name) { return m_exporter.isOwnColumn(name, m_layout); })) {
            return writer.row(record);
        }
        QJsonObject extra;
        for (const QString& name : names) {
            extra.insert(columnName(m_exporter, name, m_layout), record.extra.value(name));
        }
        return writer.row({record.sample, record.row, record.images, extra, record.weight});
    }

    /// What was written of a dataset, into result and manifest.
    void list(const ExportPlan::DatasetPart& part, const QVector<StagedFile::Written>& written)
    {
        for (const StagedFile::Written& file : written) {
            m_result.files.append(file.path);
            QJsonObject entry{{QStringLiteral("name"), file.path},
                {QStringLiteral("dataset"), part.dataset.name}, {QStringLiteral("bytes"), file.bytes},
                {QStringLiteral("sha256"), QString::fromLatin1(file.sha256.toHex())}};
            if (&file == &written.first()) {
                entry.insert(QStringLiteral("samples"), part.items.size());
                entry.insert(QStringLiteral("rows"), m_rows);
            }
            m_fileList.append(entry);
        }
        m_sources.append(QJsonObject{{QStringLiteral("dataset"), part.dataset.name},
            {QStringLiteral("file"), QFileInfo(part.dataset.sourcePath).fileName()},
            {QStringLiteral("sha256"), QString::fromLatin1(part.dataset.sourceHash.toHex())},
            {QStringLiteral("format"), part.dataset.format},
            {QStringLiteral("generated"), part.dataset.generated},
            {QStringLiteral("samples"), part.samples.size()},
            {QStringLiteral("exported"), part.items.size()}});
    }

    /// One line for each sample that is not kept as it was: what becomes of it and why. A single file has
    /// them in its manifest.
    Result<> writeChanges(SampleScan& samples)
    {
        QByteArray lines;
        for (const ExportItem& item : std::as_const(m_plan.changed)) {
            WINNOW_TRY(step(QStringLiteral(QT_TRANSLATE_NOOP("Step", "Writing samples"))));
            const auto sample = samples.read(item.id);
            if (!sample) {
                return sampleGone();
            }
            QJsonObject line{{QStringLiteral("dataset"), sample->dataset},
                {QStringLiteral("index"), sample->sourceIndex},
                {QStringLiteral("disposition"), dispositionId(item.outcome.disposition)},
                {QStringLiteral("reasons"), QJsonArray::fromStringList(item.outcome.reasons)},
                {QStringLiteral("by_person"), item.outcome.byPerson}};
            if (!item.outcome.newGold.isEmpty()) {
                line.insert(QStringLiteral("old_answer"), sample->gold);
                line.insert(QStringLiteral("new_answer"), item.outcome.newGold);
            }
            if (!item.outcome.newQuestion.isEmpty()) {
                line.insert(QStringLiteral("new_question"), item.outcome.newQuestion);
            }
            if (m_target->isFile()) {
                m_changes.append(line);
            } else {
                lines += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
            }
        }
        if (lines.isEmpty()) {
            return {};
        }
        const QString name = exportnames::kChanges;
        const auto written = m_staged->add(name, lines);
        if (!written) {
            return tl::unexpected<Error>(written.error());
        }
        m_result.files.append(name);
        m_fileList.append(QJsonObject{{QStringLiteral("name"), name},
            {QStringLiteral("samples"), m_plan.changed.size()}, {QStringLiteral("bytes"), written->bytes},
            {QStringLiteral("sha256"), QString::fromLatin1(written->sha256.toHex())}});
        return {};
    }

    /// The hash of each image, for `sha256sum --check` and for the export that will replace this one.
    Result<> writeImageList()
    {
        QByteArray lines;
        for (const StagedFile::Written& file : std::as_const(m_imageFiles)) {
            lines += file.sha256.toHex() + "  " + file.path.toUtf8() + '\n';
        }
        if (lines.isEmpty()) {
            return {};
        }
        const auto written = m_staged->add(exportnames::kImageList, lines);
        if (!written) {
            return tl::unexpected<Error>(written.error());
        }
        m_imageListHash = written->sha256;
        return {};
    }

    QJsonObject images() const
    {
        const bool folder = m_images == ExportOptions::Images::Folder;
        QJsonObject images{
            {QStringLiteral("stored"), folder ? QStringLiteral("folder") : QStringLiteral("embedded")},
            {QStringLiteral("written"), m_result.imagesWritten},
            {QStringLiteral("missing"), m_result.imagesMissing}};
        if (!m_imageListHash.isEmpty()) {
            images.insert(QStringLiteral("list"), exportnames::kImageList);
            images.insert(QStringLiteral("list_sha256"), QString::fromLatin1(m_imageListHash.toHex()));
        }
        return images;
    }

    QJsonValue subset() const
    {
        if (!m_plan.subset) {
            return {};
        }
        const Subset& from = *m_plan.subset;
        QJsonObject json{{QStringLiteral("name"), from.name}, {QStringLiteral("method"), from.method},
            {QStringLiteral("budget"), from.budget}, {QStringLiteral("seed"), from.seed},
            {QStringLiteral("parents"), QJsonArray::fromStringList(from.parents)},
            {QStringLiteral("source_sha256"), QString::fromLatin1(from.sourceHash.toHex())},
            {QStringLiteral("samples"), from.size}};
        if (m_plan.weighted) {
            json.insert(QStringLiteral("weighted"), true);
        }
        return json;
    }

    Result<> writeManifest()
    {
        m_result.manifest = {{QStringLiteral("tool"), QStringLiteral("Winnow")},
            {QStringLiteral("version"), QStringLiteral(WINNOW_VERSION)},
            {QStringLiteral("format"), m_exporter.info().id}, {QStringLiteral("created_at"), nowUtc()},
            {QStringLiteral("sources"), m_sources}, {QStringLiteral("files"), m_fileList},
            {QStringLiteral("images"), images()},
            {QStringLiteral("samples"),
                QJsonObject{{QStringLiteral("total"), m_plan.total},
                    {QStringLiteral("exported"), m_plan.exported},
                    {QStringLiteral("disputed"), m_plan.disputed},
                    {QStringLiteral("by_disposition"), counts(m_plan.dispositions)},
                    {QStringLiteral("by_reason"), counts(m_plan.reasons)}}},
            {QStringLiteral("policy"), m_plan.policy.toJson()}, {QStringLiteral("subset"), subset()},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(m_result.warnings)},
            {QStringLiteral("ledger"),
                QJsonObject{{QStringLiteral("sha256"), QString::fromLatin1(m_plan.ledgerHash.toHex())},
                    {QStringLiteral("events"), m_plan.decisions}}}};
        QJsonObject written = m_result.manifest;
        if (m_target->isFile()) {
            written.insert(QStringLiteral("changes"), m_changes);
        }
        written = sealedManifest(written);
        if (!m_target->isFile()) {
            m_result.manifest = written;
        }
        const QString name = m_target->isFile() ? QString(m_target->fileName() + exportnames::kManifestSuffix)
                                                : QString(exportnames::kManifest);
        WINNOW_TRY(m_staged->add(name, manifestBytes(written)));
        m_result.files.append(name);
        return {};
    }

    const Exporter& m_exporter;
    const Project& m_project;
    const ExportSelection& m_selection;
    const ExportOptions& m_options;
    Progress& m_progress;
    ExportPlan m_plan;
    ExportOptions::Images m_images = ExportOptions::Images::Folder;
    std::optional<ExportTarget> m_target;
    std::optional<StagedFiles> m_staged;
    ExportResult m_result;
    QByteArray m_imageListHash;
    QJsonArray m_changes;
    QJsonArray m_fileList;
    QJsonArray m_sources;
    QVector<StagedFile::Written> m_imageFiles;
    ExportLayout m_layout;
    qint64 m_rows = 0;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace

Result<ExportResult> Exporter::run(Project& project, const ExportSelection& selection,
    const ExportOptions& options, Progress& progress) const
{
    // What was decided elsewhere and is in the journal only belongs in it too.
    const auto synced = project.ledger().sync();
    if (!synced && project.ledger().status().pending > 0) {
        return tl::unexpected<Error>(synced.error());
    }
    auto result = ExportJob(*this, project, selection, options, progress).run();
    if (result && !synced) {
        result->notes.append(synced.error().sentence());
    }
    if (!result || project.isReadOnly()) {
        return result;
    }
    const QByteArray manifest = manifestBytes(result->manifest);
    auto recorded = project.write(
        {.parts = ChangeSet::Exports, .samples = {}}, [&](sqlite::Connection& c) -> Result<bool> {
            PolicyStore(c).recordExport(info().id, result->folder, selection.policy, manifest);
            return true;
        });
    if (!recorded) {
        // The files are there and whole; that the project could not note it is worth a word, no more.
        result->notes.append(
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The export is not in the project's list: %1"))
                .arg(recorded.error().messageSentence()));
    }
    return result;
}

} // namespace winnow
