// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exporter.h"

#include "core/base/clock.h"
#include "core/export/exportimages.h"
#include "core/export/jsonlexporter.h"
#include "core/export/stagedfiles.h"
#include "core/export/vlmevalkitexporter.h"
#include "core/store/policystore.h"
#include "core/store/samplestore.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

namespace winnow {

namespace {

constexpr qsizetype kMostWarnings = 1000;

QString safeName(const QString& name)
{
    static const QRegularExpression unsafe(
        QStringLiteral("[^\\w.-]+"), QRegularExpression::UseUnicodePropertiesOption);
    QString safe = QString(name).replace(unsafe, QStringLiteral("_"));
    while (safe.startsWith(u'.')) {
        safe.remove(0, 1);
    }
    return safe.isEmpty() ? QStringLiteral("dataset") : safe;
}

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
    Job(const Exporter& exporter, Project& project, const ExportPlan& plan, const ExportOptions& options,
        Progress& progress)
        : m_exporter(exporter)
        , m_project(project)
        , m_plan(plan)
        , m_options(options)
        , m_progress(progress)
        , m_total(2 * plan.exported)
    {
    }

    Result<ExportResult> run()
    {
        WINNOW_TRY(choosePlace());
        auto written = m_project.read([&](sqlite::Connection& c) -> Result<> {
            SampleStore samples(c);
            for (const ExportPlan::DatasetPart& part : m_plan.datasets) {
                WINNOW_TRY(writeDataset(samples, part));
            }
            return writeChanges(samples);
        });
        if (!written) {
            return tl::unexpected<Error>(written.error());
        }
        WINNOW_TRY(writeManifest());
        WINNOW_TRY(m_staged->publish());
        m_progress.report(m_total, m_total, QStringLiteral(QT_TRANSLATE_NOOP("Step", "Written")));
        return m_result;
    }

private:
    Result<> choosePlace()
    {
        QString folder = m_options.out;
        if (folder.isEmpty()) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("No place to write to was given"),
                QStringLiteral("Give a folder or a file name"));
        }
        if (folder.endsWith(u'.' + m_exporter.info().suffix) && !QFileInfo(folder).isDir()) {
            const QFileInfo file(folder);
            if (file.exists() && !file.isFile()) {
                return fail(ErrorCode::WrongKind,
                    QStringLiteral("%1 is not a regular file").arg(m_options.out),
                    QStringLiteral("Choose another name"));
            }
            m_fileName = file.fileName();
            folder = file.absolutePath();
            if (m_plan.datasets.size() > 1) {
                return fail(ErrorCode::InvalidInput,
                    QStringLiteral("%1 is one file, but the project has %2 datasets")
                        .arg(m_options.out)
                        .arg(m_plan.datasets.size()),
                    QStringLiteral("Give a folder, or choose one dataset"));
            }
        }
        auto staged = StagedFiles::in(folder);
        if (!staged) {
            return tl::unexpected<Error>(staged.error());
        }
        m_staged = *std::move(staged);
        m_result.folder = QFileInfo(folder).absoluteFilePath();
        return {};
    }

    Result<> step(const QString& what)
    {
        if ((m_done++ & 0x3f) == 0) {
            m_progress.report(m_done, m_total, what);
        }
        if (m_progress.isCancelled()) {
            return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled; nothing was exported"));
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
            return fail(ErrorCode::NotFound, QStringLiteral("A sample of the plan is gone from the project"),
                QStringLiteral("Make the plan again"));
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
        layout.images = m_options.images;
        QSet<QString> extra;
        for (const ExportItem& item : part.items) {
            WINNOW_TRY(step(QStringLiteral("Looking through the samples")));
            auto sample = sampleOf(samples, item.id);
            if (!sample) {
                return tl::unexpected<Error>(sample.error());
            }
            const QVector<ExportRow> rows = rowsOf(*sample, item.outcome);
            if (const QString obstacle = m_exporter.obstacle(rows.first()); !obstacle.isEmpty()) {
                return fail(ErrorCode::Unsupported,
                    QStringLiteral("%1 cannot be written as %2: %3")
                        .arg(sample->key(), m_exporter.info().title, obstacle),
                    QStringLiteral("Choose another format or drop the sample"));
            }
            for (const ExportRow& row : rows) {
                layout.optionColumns = std::max(layout.optionColumns, int(row.options.size()));
                layout.groups = layout.groups || !row.group.isEmpty();
                layout.accepted = layout.accepted || !row.accepted.isEmpty();
            }
            if (rows.size() > 1) {
                first.rotated.append(item);
            }
            if (m_options.images == ExportOptions::Images::Folder && !sample->images.isEmpty()) {
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

    Result<> writeDataset(SampleStore& samples, const ExportPlan::DatasetPart& part)
    {
        QString base = safeName(part.dataset.name);
        while (m_names.contains(base.toLower())) {
            base += u'_';
        }
        m_names.insert(base.toLower());
        const QString name = m_fileName.isEmpty() ? base + u'.' + m_exporter.info().suffix : m_fileName;
        ExportImages images(m_project, *m_staged, QStringLiteral("images/") + base,
            m_exporter.imagePrefix(base), m_options.images);
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
        const bool embedded = m_options.images == ExportOptions::Images::Embedded;
        for (const ExportItem& item : items) {
            WINNOW_TRY(step(QStringLiteral("Writing samples")));
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

    /// One line for each sample that is not kept as it was: what becomes of it and why.
    Result<> writeChanges(SampleStore& samples)
    {
        QByteArray lines;
        for (const ExportItem& item : m_plan.changed) {
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
            lines += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
        }
        if (lines.isEmpty()) {
            return {};
        }
        const QString name = QStringLiteral("changes.jsonl");
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
        const bool folder = m_options.images == ExportOptions::Images::Folder;
        m_result.manifest = {{QStringLiteral("tool"), QStringLiteral("Winnow")},
            {QStringLiteral("version"), QStringLiteral(WINNOW_VERSION)},
            {QStringLiteral("format"), m_exporter.info().id}, {QStringLiteral("created_at"), nowUtc()},
            {QStringLiteral("sources"), m_sources}, {QStringLiteral("files"), m_fileList},
            {QStringLiteral("images"),
                QJsonObject{{QStringLiteral("stored"),
                                folder ? QStringLiteral("folder") : QStringLiteral("embedded")},
                    {QStringLiteral("written"), m_result.imagesWritten},
                    {QStringLiteral("missing"), m_result.imagesMissing}}},
            {QStringLiteral("samples"),
                QJsonObject{{QStringLiteral("total"), m_plan.total},
                    {QStringLiteral("exported"), m_plan.exported},
                    {QStringLiteral("by_disposition"), counts(m_plan.dispositions)},
                    {QStringLiteral("by_reason"), counts(m_plan.reasons)}}},
            {QStringLiteral("policy"), m_plan.policy.toJson()}, {QStringLiteral("subset"), subset()},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(m_result.warnings)},
            {QStringLiteral("ledger"),
                QJsonObject{{QStringLiteral("sha256"), QString::fromLatin1(m_plan.ledgerHash.toHex())},
                    {QStringLiteral("events"), m_plan.decisions}}}};
        const QString name = QStringLiteral("manifest.json");
        auto hash = m_staged->add(name, QJsonDocument(m_result.manifest).toJson(QJsonDocument::Indented));
        if (!hash) {
            return tl::unexpected<Error>(hash.error());
        }
        m_result.files.append(name);
        return {};
    }

    const Exporter& m_exporter;
    Project& m_project;
    const ExportPlan& m_plan;
    const ExportOptions& m_options;
    Progress& m_progress;
    std::unique_ptr<StagedFiles> m_staged;
    ExportResult m_result;
    QString m_fileName;
    QSet<QString> m_names;
    QJsonArray m_fileList;
    QJsonArray m_sources;
    QByteArray m_pending;
    qint64 m_rows = 0;
    qint64 m_bytes = 0;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

Result<ExportResult> Exporter::run(
    Project& project, const ExportPlan& plan, const ExportOptions& options, Progress& progress) const
{
    auto result = Job(*this, project, plan, options, progress).run();
    if (!result || project.isReadOnly()) {
        return result;
    }
    const QByteArray manifest = QJsonDocument(result->manifest).toJson(QJsonDocument::Indented);
    auto recorded = project.write(
        {.parts = ChangeSet::Exports, .samples = {}}, [&](sqlite::Connection& c) -> Result<bool> {
            PolicyStore(c).recordExport(info().id, result->folder, plan.policy.name, manifest);
            return true;
        });
    if (!recorded) {
        // The files are there and whole; that the project could not note it is worth a word, no more.
        result->warnings.append(
            QStringLiteral("The export is not in the project's list: %1").arg(recorded.error().message));
    }
    return result;
}

} // namespace winnow
