// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exporter.h"

#include "core/base/clock.h"
#include "core/export/exportimages.h"
#include "core/export/exportnames.h"
#include "core/export/exporttarget.h"
#include "core/export/jsonlexporter.h"
#include "core/export/manifest.h"
#include "core/export/stagedfiles.h"
#include "core/export/vlmevalkitexporter.h"
#include "core/store/ledger.h"
#include "core/store/policystore.h"
#include "core/store/samplestore.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

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

} // namespace

const std::vector<std::unique_ptr<Exporter>>& exporters()
{
    static const std::vector<std::unique_ptr<Exporter>> all = [] {
        std::vector<std::unique_ptr<Exporter>> list;
        list.push_back(std::make_unique<JsonlExporter>());
        list.push_back(std::make_unique<VlmEvalKitExporter>());
        return list;
    }();
    return all;
}

const Exporter* exporterById(QStringView id)
{
    for (const auto& exporter : exporters()) {
        if (exporter->info().id == id) {
            return exporter.get();
        }
    }
    return nullptr;
}

/// One run of an exporter.
class Exporter::Job {
public:
    Job(const Exporter& exporter, const Project& project, const ExportSelection& selection,
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
            m_total = 2 * m_plan.exported;
            WINNOW_TRY(choosePlace(c));
            SampleStore samples(c);
            QStringList names;
            for (const ExportPlan::DatasetPart& part : std::as_const(m_plan.datasets)) {
                names.append(part.dataset.name);
            }
            names = datasetFileNames(names);
            for (qsizetype i = 0; i < names.size(); ++i) {
                WINNOW_TRY(writeDataset(samples, m_plan.datasets.at(i), names.at(i)));
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

    Result<Sample> sampleOf(SampleStore& samples, SampleId id)
    {
        auto sample = samples.byId(id);
        if (!sample) {
            return fail(ErrorCode::NotFound,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "A sample of the plan is gone from the project")),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Make the plan again")));
        }
        return *std::move(sample);
    }

    QString columnName(const QString& extra, const Layout& layout) const
    {
        return m_exporter.isOwnColumn(extra, layout.optionColumns) ? QStringLiteral("extra_") + extra : extra;
    }

    /// What a first reading of a dataset finds out.
    struct FirstReading {
        Layout layout;
        /// Image paths of the samples that have images, when these go to a folder: one file is written at a
        /// time, so they come before the data.
        QHash<SampleId, QStringList> paths;
        QVector<ExportItem> rotated;
    };

    Result<FirstReading> readFirst(
        SampleStore& samples, const ExportPlan::DatasetPart& part, ExportImages& images)
    {
        FirstReading first;
        Layout& layout = first.layout;
        layout.images = m_images;
        QSet<QString> extra;
        for (const ExportItem& item : part.items) {
            WINNOW_TRY(step(QStringLiteral(QT_TRANSLATE_NOOP("Step", "Looking through the samples"))));
            auto sample = sampleOf(samples, item.id);
            if (!sample) {
                return tl::unexpected<Error>(sample.error());
            }
            const QVector<ExportRow> rows = rowsOf(*sample, item.outcome);
            if (const Sentence obstacle = m_exporter.obstacle(rows.first()); !obstacle.isEmpty()) {
                return fail(ErrorCode::Unsupported,
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be written as %2: %3"))
                        .arg(sample->key(), m_exporter.info().title, obstacle),
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another format or drop the sample")));
            }
            for (const ExportRow& row : rows) {
                layout.optionColumns = std::max(layout.optionColumns, int(row.options.size()));
                layout.groups = layout.groups || !row.group.isEmpty();
                layout.accepted = layout.accepted || !row.accepted.isEmpty();
            }
            if (rows.size() > 1) {
                first.rotated.append(item);
            }
            if (m_images == ExportOptions::Images::Folder && !sample->images.isEmpty()) {
                auto texts = images.texts(*sample);
                if (!texts) {
                    return tl::unexpected<Error>(texts.error());
                }
                first.paths.insert(item.id, *texts);
            }
            layout.hints = layout.hints || !sample->hint.isEmpty();
            for (auto it = sample->extra.constBegin(); it != sample->extra.constEnd(); ++it) {
                extra.insert(it.key());
            }
        }
        for (const QString& key : std::as_const(extra)) {
            layout.extraColumns.append(columnName(key, layout));
        }
        layout.extraColumns.sort();
        return first;
    }

    Result<> put(const Layout& layout, const Sample& sample, const ExportRow& row, const QStringList& images)
    {
        QJsonObject extra;
        for (auto it = sample.extra.constBegin(); it != sample.extra.constEnd(); ++it) {
            extra.insert(columnName(it.key(), layout), it.value());
        }
        m_pending += m_exporter.row(layout, sample, row, images, extra);
        ++m_rows;
        constexpr qsizetype kFlushBytes = 1 << 20;
        return m_pending.size() > kFlushBytes ? flush() : Result<>();
    }

    Result<> flush()
    {
        const QByteArray bytes = std::exchange(m_pending, {});
        m_bytes += bytes.size();
        return m_staged->write(bytes);
    }

    Result<> writeDataset(SampleStore& samples, const ExportPlan::DatasetPart& part, const QString& base)
    {
        const QString name
            = m_target->isFile() ? m_target->fileName() : base + u'.' + m_exporter.info().suffix;
        ExportImages images(
            m_project, *m_staged, exportnames::kImages + u'/' + base, m_exporter.imagePrefix(base), m_images);
        auto first = readFirst(samples, part, images);
        if (!first) {
            return tl::unexpected<Error>(first.error());
        }
        m_rows = 0;
        m_bytes = 0;
        WINNOW_TRY(m_staged->begin(name));
        m_pending = m_exporter.header(first->layout);
        WINNOW_TRY(writeRows(samples, part.items, *first, images, false));
        // Rotations stand after all samples, so that these keep their places when read again.
        WINNOW_TRY(writeRows(samples, first->rotated, *first, images, true));
        WINNOW_TRY(flush());
        auto hash = m_staged->end();
        if (!hash) {
            return tl::unexpected<Error>(hash.error());
        }
        warn(images.warnings());
        m_result.files.append(name);
        m_result.imagesWritten += images.written();
        m_result.imagesMissing += images.missing();
        m_fileList.append(QJsonObject{{QStringLiteral("name"), name},
            {QStringLiteral("dataset"), part.dataset.name}, {QStringLiteral("samples"), part.items.size()},
            {QStringLiteral("rows"), m_rows}, {QStringLiteral("bytes"), m_bytes},
            {QStringLiteral("sha256"), QString::fromLatin1(hash->toHex())}});
        m_sources.append(QJsonObject{{QStringLiteral("dataset"), part.dataset.name},
            {QStringLiteral("file"), QFileInfo(part.dataset.sourcePath).fileName()},
            {QStringLiteral("sha256"), QString::fromLatin1(part.dataset.sourceHash.toHex())},
            {QStringLiteral("format"), part.dataset.format},
            {QStringLiteral("generated"), part.dataset.generated}, {QStringLiteral("samples"), part.total},
            {QStringLiteral("exported"), part.items.size()}});
        return {};
    }

    Result<> writeRows(SampleStore& samples, const QVector<ExportItem>& items, const FirstReading& first,
        ExportImages& images, bool rotations)
    {
        const Layout& layout = first.layout;
        const bool embedded = m_images == ExportOptions::Images::Embedded;
        for (const ExportItem& item : items) {
            WINNOW_TRY(step(QStringLiteral(QT_TRANSLATE_NOOP("Step", "Writing samples"))));
            auto sample = sampleOf(samples, item.id);
            QStringList told;
            const QVector<ExportRow> rows = rowsOf(*sample, item.outcome, &told);
            QStringList texts = first.paths.value(item.id);
            if (embedded) {
                const QString& key = rows.first().index;
                constexpr qsizetype kLongestKey = 64;
                const bool shared = rotations && m_exporter.sharesImages() && !sample->images.isEmpty()
                    && key.size() <= kLongestKey && !key.contains(u'.') && !key.contains(u'/');
                if (shared) {
                    texts = {key};
                } else {
                    auto bytes = images.texts(*sample);
                    if (!bytes) {
                        return tl::unexpected<Error>(bytes.error());
                    }
                    texts = *bytes;
                }
            }
            if (!rotations) {
                warn(told);
                WINNOW_TRY(put(layout, *sample, rows.first(), texts));
                continue;
            }
            for (qsizetype i = 1; i < rows.size(); ++i) {
                WINNOW_TRY(put(layout, *sample, rows.at(i), texts));
            }
        }
        return {};
    }

    /// One line for each sample that is not kept as it was: what becomes of it and why. A single file has
    /// them in its manifest.
    Result<> writeChanges(SampleStore& samples)
    {
        QByteArray lines;
        for (const ExportItem& item : std::as_const(m_plan.changed)) {
            WINNOW_TRY(step(QStringLiteral(QT_TRANSLATE_NOOP("Step", "Writing samples"))));
            auto sample = sampleOf(samples, item.id);
            if (!sample) {
                return tl::unexpected<Error>(sample.error());
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
        auto hash = m_staged->add(name, lines);
        if (!hash) {
            return tl::unexpected<Error>(hash.error());
        }
        m_result.files.append(name);
        m_fileList.append(QJsonObject{{QStringLiteral("name"), name},
            {QStringLiteral("samples"), m_plan.changed.size()}, {QStringLiteral("bytes"), lines.size()},
            {QStringLiteral("sha256"), QString::fromLatin1(hash->toHex())}});
        return {};
    }

    /// The hash of each image, for `sha256sum --check` and for the export that will replace this one.
    Result<> writeImageList()
    {
        QByteArray lines;
        for (const StagedFiles::File& file : m_staged->files()) {
            if (file.path.startsWith(exportnames::kImages + u'/')) {
                lines += file.sha256.toHex() + "  " + file.path.toUtf8() + '\n';
            }
        }
        if (lines.isEmpty()) {
            return {};
        }
        auto hash = m_staged->add(exportnames::kImageList, lines);
        if (!hash) {
            return tl::unexpected<Error>(hash.error());
        }
        m_imageListHash = *hash;
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
        if (m_plan.subset.isEmpty()) {
            return {};
        }
        return QJsonObject{{QStringLiteral("name"), m_plan.subset},
            {QStringLiteral("method"), m_plan.subsetMethod}, {QStringLiteral("budget"), m_plan.subsetBudget},
            {QStringLiteral("seed"), m_plan.subsetSeed}};
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
        auto hash = m_staged->add(name, manifestBytes(written));
        if (!hash) {
            return tl::unexpected<Error>(hash.error());
        }
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
    QByteArray m_pending;
    qint64 m_rows = 0;
    qint64 m_bytes = 0;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

Result<ExportResult> Exporter::run(Project& project, const ExportSelection& selection,
    const ExportOptions& options, Progress& progress) const
{
    // What was decided elsewhere and is in the journal only belongs in it too.
    const auto synced = project.ledger().sync();
    if (!synced && project.ledger().status().pending > 0) {
        return tl::unexpected<Error>(synced.error());
    }
    auto result = Job(*this, project, selection, options, progress).run();
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
