// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportjob.h"

#include "core/base/clock.h"
#include "core/curate/datasetsettings.h"
#include "core/export/exportnames.h"
#include "core/export/manifest.h"
#include "core/export/manifestfacts.h"
#include "core/store/flagstore.h"
#include "core/store/samplescan.h"
#include "core/store/settingsstore.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace winnow {

namespace {

constexpr qsizetype kMostWarnings = 1000;

} // namespace

ExportJob::ExportJob(const Exporter& exporter, const Project& project, const ExportSelection& selection,
    const ExportOptions& options, Progress& progress)
    : m_exporter(exporter)
    , m_project(project)
    , m_selection(selection)
    , m_options(options)
    , m_progress(progress)
    , m_info(exporter.info())
{
}

Result<ExportResult> ExportJob::run()
{
    // Plan and rows are of one snapshot: what is decided meanwhile is in neither.
    auto written = m_project.read([&](sqlite::Connection& c) { return writeAll(c); });
    if (!written) {
        return tl::unexpected<Error>(written.error());
    }
    WINNOW_TRY(writeImageList());
    WINNOW_TRY(writeManifest());
    if (!m_options.dryRun) {
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
    }
    m_result.plan = std::move(m_plan);
    m_progress.report(m_total, m_total, QStringLiteral(QT_TRANSLATE_NOOP("Step", "Written")));
    return m_result;
}

Result<> ExportJob::writeAll(sqlite::Connection& c)
{
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
    WINNOW_TRY(checkImages());
    SampleScan samples(c);
    QStringList names;
    for (const ExportPlan::DatasetPart& part : std::as_const(m_plan.datasets)) {
        names.append(part.dataset.name);
    }
    names = datasetFileNames(names);
    for (qsizetype i = 0; i < names.size(); ++i) {
        WINNOW_TRY(writeDataset(c, samples, m_plan.datasets.at(i), names.at(i)));
    }
    WINNOW_TRY(finish(c));
    m_detectors = detectorFacts(FlagStore(c).latestRuns(), m_plan);
    return writeChanges(samples);
}

Result<> ExportJob::choosePlace(sqlite::Connection& c)
{
    m_isFile = !m_info.suffix.isEmpty() && m_options.out.endsWith(u'.' + m_info.suffix)
        && !QFileInfo(m_options.out).isDir();
    if (m_options.dryRun) {
        m_staged.emplace();
        m_result.folder = m_options.out;
    } else {
        auto target = ExportTarget::open(m_options.out, m_info.suffix, c, m_progress);
        if (!target) {
            return tl::unexpected<Error>(target.error());
        }
        m_target = *std::move(target);
        m_isFile = m_target->isFile();
        m_staged.emplace(m_target->staging(), m_target->folder());
        m_result.folder = m_target->folder();
    }
    const auto usual = m_info.images.value(0, ExportOptions::Images::Folder);
    const bool embeds = m_info.images.isEmpty() || m_info.images.contains(ExportOptions::Images::Embedded);
    const auto inFile = embeds ? ExportOptions::Images::Embedded : ExportOptions::Images::Linked;
    m_images = m_options.images.value_or(m_isFile ? inFile : usual);
    if (m_isFile && m_plan.datasets.size() > 1) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is one file, but the project has %2 datasets"))
                .arg(m_options.out, m_plan.datasets.size()),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Give a folder, or choose one dataset")));
    }
    return {};
}

Result<> ExportJob::checkImages() const
{
    if (m_isFile && m_images == ExportOptions::Images::Folder) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is one file, and images in a folder need a folder"))
                .arg(m_options.out),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Embed the images, or give a folder")));
    }
    if (!m_info.images.isEmpty() && !m_info.images.contains(m_images)) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot have its images in that place"))
                .arg(m_info.title),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Leave the place of the images to the format")));
    }
    return {};
}

Result<> ExportJob::step(const QString& what)
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

void ExportJob::warn(const QStringList& sentences)
{
    for (const QString& sentence : sentences) {
        if (m_result.warnings.size() < kMostWarnings) {
            m_result.warnings.append(sentence);
        } else if (m_result.warnings.size() == kMostWarnings) {
            m_result.warnings.append(QStringLiteral("There are more of these"));
        }
    }
}

Result<> ExportJob::writeDataset(
    sqlite::Connection& c, SampleScan& samples, const ExportPlan::DatasetPart& part, const QString& base)
{
    LayoutReader first(c, m_exporter, samples, m_plan.weighted);
    for (const ExportItem& item : part.items) {
        WINNOW_TRY(step(QStringLiteral(QT_TRANSLATE_NOOP("Step", "Looking through the samples"))));
        WINNOW_TRY(first.add(item));
    }
    m_layout = first.layout();
    m_layout.embedsImages = m_images == ExportOptions::Images::Embedded;
    m_layout.dataset = part.dataset;
    m_layout.prompt = readPrompt(c, part.dataset.id);
    m_layout.scorer = SettingsStore(c).text(Setting::Scorer, part.dataset.id);
    m_since = versionLabel(part.dataset);
    m_rows = 0;
    QVector<StagedFile::Written> written;
    QByteArray remains;
    QVector<ExportTable> tables;
    if (const std::unique_ptr<ExportWriter> writer = m_exporter.writer()) {
        m_total += first.rotated().size();
        const QString name = m_isFile ? QFileInfo(m_options.out).fileName()
            : m_info.suffix.isEmpty() ? base
                                      : base + u'.' + m_info.suffix;
        ExportImages images(m_project, *m_staged, m_exporter, base, {m_images, m_options.longestSide});
        WINNOW_TRY(writer->prepare({m_project, c, part, m_progress}));
        WINNOW_TRY(writer->open(*m_staged, name, m_layout));
        WINNOW_TRY(writeSamples(samples, part.items, *writer, images));
        // Rotations stand after all samples, so that these keep their places when read again.
        WINNOW_TRY(writeRotations(samples, first.rotated(), *writer, images));
        auto closed = writer->close();
        if (!closed) {
            return tl::unexpected<Error>(closed.error());
        }
        written = *std::move(closed);
        remains = writer->remains();
        tables = writer->tables();
        warn(images.warnings());
        for (const QString& told : writer->warnings()) {
            warn({part.dataset.name + QStringLiteral(": ") + told});
        }
        m_result.imagesWritten += images.written();
        m_result.imagesMissing += images.missing();
        m_imageFiles += images.files();
    }
    list(part, written);
    m_parts.append({base, m_layout, m_rows, written, remains, tables});
    return {};
}

Result<> ExportJob::writeSamples(
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
        auto shown = images.of(*sample);
        if (!shown) {
            return tl::unexpected<Error>(shown.error());
        }
        WINNOW_TRY(put(writer, {*sample, rows.first(), *shown, sample->extra, item.weight, {}}));
    }
    return {};
}

Result<> ExportJob::writeRotations(
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
        const bool shared = m_layout.embedsImages && m_exporter.sharesImages() && !sample->images.isEmpty()
            && key.size() <= kLongestKey && !key.contains(u'.') && !key.contains(u'/');
        auto shown = shared ? RowImages{{key}, {}} : images.of(*sample);
        if (!shown) {
            return tl::unexpected<Error>(shown.error());
        }
        for (qsizetype i = 1; i < rows.size(); ++i) {
            WINNOW_TRY(put(writer, {*sample, rows.at(i), *shown, sample->extra, item.weight, {}}));
        }
    }
    return {};
}

/// Columns of the source get names that are not ours.
Result<> ExportJob::put(ExportWriter& writer, const ExportRecord& record)
{
    ++m_rows;
    const QString since = record.row.changed ? m_since : QString();
    const QStringList names = record.extra.keys();
    if (std::none_of(names.cbegin(), names.cend(),
            [&](const QString& name) { return m_exporter.isOwnColumn(name, m_layout); })) {
        return writer.row({record.sample, record.row, record.images, record.extra, record.weight, since});
    }
    QJsonObject extra;
    for (const QString& name : names) {
        extra.insert(columnName(m_exporter, name, m_layout), record.extra.value(name));
    }
    return writer.row({record.sample, record.row, record.images, extra, record.weight, since});
}

void ExportJob::listFile(const StagedFile::Written& file, const QString& dataset)
{
    m_result.files.append(file.path);
    m_result.bytes += file.bytes;
    QJsonObject entry{{QStringLiteral("name"), file.path}, {QStringLiteral("bytes"), file.bytes},
        {QStringLiteral("sha256"), QString::fromLatin1(file.sha256.toHex())}};
    if (!dataset.isEmpty()) {
        entry.insert(QStringLiteral("dataset"), dataset);
    }
    m_fileList.append(entry);
}

/// What was written of a dataset, into result and manifest.
void ExportJob::list(const ExportPlan::DatasetPart& part, const QVector<StagedFile::Written>& written)
{
    for (const StagedFile::Written& file : written) {
        listFile(file, part.dataset.name);
        if (&file == &written.first()) {
            QJsonObject entry = m_fileList.last().toObject();
            entry.insert(QStringLiteral("samples"), part.items.size());
            entry.insert(QStringLiteral("rows"), m_rows);
            m_fileList.replace(m_fileList.size() - 1, entry);
        }
    }
    m_sources.append(sourceFacts(part, m_layout));
}

Result<> ExportJob::finish(sqlite::Connection& c)
{
    QStringList told;
    auto more = m_exporter.finish({m_project, c, m_plan, m_parts, *m_staged, m_progress, told});
    if (!more) {
        return tl::unexpected<Error>(more.error());
    }
    warn(told);
    for (const StagedFile::Written& file : std::as_const(*more)) {
        listFile(file, {});
    }
    return {};
}

/// One line for each sample that is not kept as it was: what becomes of it and why. A single file has them in
/// its manifest.
Result<> ExportJob::writeChanges(SampleScan& samples)
{
    QByteArray lines;
    for (const ExportItem& item : std::as_const(m_plan.changed)) {
        WINNOW_TRY(step(QStringLiteral(QT_TRANSLATE_NOOP("Step", "Writing samples"))));
        const auto sample = samples.read(item.id);
        if (!sample) {
            return sampleGone();
        }
        const QJsonObject line = changeFacts(*sample, item.outcome);
        if (m_isFile) {
            m_changes.append(line);
        } else {
            lines += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
        }
    }
    if (lines.isEmpty()) {
        return {};
    }
    const auto written = m_staged->add(exportnames::kChanges, lines);
    if (!written) {
        return tl::unexpected<Error>(written.error());
    }
    listFile(*written, {});
    QJsonObject entry = m_fileList.last().toObject();
    entry.insert(QStringLiteral("samples"), m_plan.changed.size());
    m_fileList.replace(m_fileList.size() - 1, entry);
    return {};
}

/// The hash of each image, for `sha256sum --check` and for the export that will replace this one.
Result<> ExportJob::writeImageList()
{
    QByteArray lines;
    for (const StagedFile::Written& file : std::as_const(m_imageFiles)) {
        lines += file.sha256.toHex() + "  " + file.path.toUtf8() + '\n';
        m_result.imageBytes += file.bytes;
    }
    m_result.bytes += m_result.imageBytes;
    if (lines.isEmpty()) {
        return {};
    }
    const auto written = m_staged->add(exportnames::kImageList, lines);
    if (!written) {
        return tl::unexpected<Error>(written.error());
    }
    m_result.bytes += written->bytes;
    m_imageListHash = written->sha256;
    return {};
}

QJsonObject ExportJob::images() const
{
    const QString stored = m_images == ExportOptions::Images::Folder ? QStringLiteral("folder")
        : m_images == ExportOptions::Images::Linked                  ? QStringLiteral("linked")
                                                                     : QStringLiteral("embedded");
    QJsonObject images{{QStringLiteral("stored"), stored},
        {QStringLiteral("written"), m_result.imagesWritten},
        {QStringLiteral("missing"), m_result.imagesMissing}};
    if (m_options.longestSide > 0) {
        images.insert(QStringLiteral("longest_side"), m_options.longestSide);
    }
    if (!m_imageListHash.isEmpty()) {
        images.insert(QStringLiteral("list"), exportnames::kImageList);
        images.insert(QStringLiteral("list_sha256"), QString::fromLatin1(m_imageListHash.toHex()));
    }
    return images;
}

Result<> ExportJob::writeManifest()
{
    m_result.manifest = planFacts(m_plan);
    m_result.manifest.insert(QStringLiteral("format"), m_info.id);
    m_result.manifest.insert(
        QStringLiteral("created_at"), m_options.createdAt.isEmpty() ? nowUtc() : m_options.createdAt);
    m_result.manifest.insert(QStringLiteral("sources"), m_sources);
    m_result.manifest.insert(QStringLiteral("files"), m_fileList);
    m_result.manifest.insert(QStringLiteral("images"), images());
    m_result.manifest.insert(QStringLiteral("detectors"), m_detectors);
    m_result.manifest.insert(QStringLiteral("selected_dataset"), m_selection.dataset);
    if (const QJsonObject libraries = m_exporter.libraries(); !libraries.isEmpty()) {
        m_result.manifest.insert(QStringLiteral("libraries"), libraries);
    }
    m_result.manifest.insert(QStringLiteral("warnings"), QJsonArray::fromStringList(m_result.warnings));
    QJsonObject written = m_result.manifest;
    if (m_isFile) {
        written.insert(QStringLiteral("changes"), m_changes);
    }
    written = sealedManifest(written);
    if (!m_isFile) {
        m_result.manifest = written;
    }
    const QString name = m_isFile
        ? QString(QFileInfo(m_options.out).fileName() + exportnames::kManifestSuffix)
        : QString(exportnames::kManifest);
    WINNOW_TRY(m_staged->add(name, manifestBytes(written)));
    m_result.files.append(name);
    return {};
}

} // namespace winnow
