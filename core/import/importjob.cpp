// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/importjob.h"

#include "core/base/clock.h"
#include "core/base/hash.h"
#include "core/import/datasetproposal.h"
#include "core/import/importer.h"
#include "core/import/importremedy.h"
#include "core/import/importtarget.h"
#include "core/import/issuelog.h"
#include "core/import/judgementreader.h"
#include "core/import/keycolumns.h"
#include "core/import/recordloop.h"
#include "core/import/responseimport.h"
#include "core/import/sampleimport.h"
#include "core/import/savedmapping.h"
#include "core/import/utf8.h"
#include "core/store/datasetstore.h"
#include "core/store/decisionstore.h"
#include "core/store/flagstore.h"
#include "core/store/importstage.h"
#include "core/store/responsestore.h"
#include "core/store/settingsstore.h"
#include "core/store/stagedsamples.h"
#include "core/store/stepstore.h"
#include "core/text/scorer.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <future>

namespace winnow {

namespace {

/// A mapping that was given, with what was said of single fields.
Result<FieldMapping> givenMapping(
    const FieldMapping& given, const QVector<std::pair<QString, QString>>& map, const SourceProfile& profile)
{
    auto mapping = fittedMapping(given, profile);
    const auto chosen = resolveColumns(profile, map);
    if (!mapping || !chosen) {
        return mapping ? tl::unexpected<Error>(chosen.error()) : mapping;
    }
    QMap<Field, QStringList> columns;
    for (const auto& [field, column] : *chosen) {
        QStringList& of = columns[importFieldById(field)->field];
        if (!column.isEmpty()) {
            of.append(column);
        }
    }
    for (auto it = columns.constBegin(); it != columns.constEnd(); ++it) {
        mapping->choose(it.key(), it.value());
    }
    return mapping;
}

Result<FieldMapping> mappingFor(
    Project& project, const ImportRequest& request, const SourceProfile& profile, bool& remembered)
{
    QVector<std::pair<QString, QString>> map = request.map;
    if (!request.judge.isEmpty()) {
        map.removeIf([](const auto& pair) { return isJudgementField(pair.first); });
    }
    if (request.mapping) {
        return givenMapping(*request.mapping, map, profile);
    }
    auto guessed = guessMapping(profile, map, request.role);
    if (!guessed || !map.isEmpty()) {
        return guessed;
    }
    const auto known = project.read([&](sqlite::Connection& connection) {
        return ImportStore(connection).rememberedMapping(profile.headerFingerprint());
    });
    if (!known) {
        return tl::unexpected<Error>(known.error());
    }
    if (known->isEmpty()) {
        return guessed;
    }
    FieldMapping mapping = FieldMapping::fromJson(QJsonDocument::fromJson(*known).object());
    if (request.role) {
        mapping.role = *request.role;
    }
    remembered = true;
    return mapping;
}

/// Several records of a file that tells both stand for the same sample: one a model or an attempt.
bool manyResponsesASample(const SourceProfile& profile, const FieldMapping& mapping)
{
    if (mapping.role != ImportRole::Both) {
        return false;
    }
    const ColumnProfile* model = profile.column(mapping.column(Field::Model));
    const ColumnProfile* attempt = profile.column(mapping.column(Field::Attempt));
    const ColumnProfile* key = profile.column(mapping.column(Field::Index));
    return (model && model->distinct > 1) || (attempt && attempt->distinct > 1)
        || (model && key && key->distinct < key->present);
}

/// The columns as found, for an error.
QString columnList(const SourceProfile& profile)
{
    constexpr qsizetype kShown = 40;
    QStringList names;
    for (const ColumnProfile& column : profile.columns) {
        if (column.present > 0 && names.size() < kShown) {
            names.append(column.name);
        }
    }
    return names.join(QStringLiteral(", "));
}

Result<> makePlan(Project& project, const ImportRequest& request, ImportPlan& plan)
{
    auto files = recordFiles(request.file, request.limits);
    if (!files) {
        return tl::unexpected<Error>(files.error());
    }
    plan.files = *std::move(files);
    if (!plan.files.parts.isEmpty()) {
        return severalDatasets(request.file, plan.files.parts);
    }
    auto profile = profileFile(request.file, 500, request.limits);
    if (!profile) {
        return tl::unexpected<Error>(profile.error());
    }
    plan.profile = std::move(*profile);
    if (plan.profile.rows == 0) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 holds no record that can be read")).arg(request.file),
            importRemedy(ImportRemedy::CheckFile));
    }
    auto mapping = mappingFor(project, request, plan.profile, plan.remembered);
    if (!mapping) {
        return tl::unexpected<Error>(mapping.error());
    }
    plan.mapping = std::move(*mapping);
    const Importer* importer = request.format.isEmpty() ? detectImporter(plan.profile, plan.mapping)
                                                        : importerById(request.format);
    if (!importer) {
        QStringList known;
        for (const auto& each : importers()) {
            known.append(each->id());
        }
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no format \"%1\"")).arg(request.format),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The formats are %1"))
                .arg(known.join(QStringLiteral(", "))));
    }
    plan.format = importer->id();
    plan.formatTitle = importer->title();
    ScorerChoice byKeys;
    if (plan.mapping.role != ImportRole::Responses || plan.mapping.has(Field::Answer)) {
        settleForms(request.file, plan.mapping, request.limits, &byKeys);
    }
    if (plan.mapping.role != ImportRole::Responses && !request.mapping && !plan.remembered
        && !manyResponsesASample(plan.profile, plan.mapping)) {
        settleKey(request.file, plan.profile, plan.mapping, request.limits);
    }
    WINNOW_TRY(ScoringRule::parse(request.scorer.value_or(QString())));
    WINNOW_TRY(chooseTarget(project, request, plan));
    if (plan.newDataset) {
        plan.proposal = proposeDataset(plan.dataset, request, plan.mapping.has(Field::Capability), byKeys);
    }
    if (plan.mapping.role == ImportRole::Responses && plan.mapping.responses.isEmpty()) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 has no column with a model's reply"))
                .arg(request.file),
            importRemedy(ImportRemedy::ReplyColumn).arg(columnList(plan.profile)));
    }
    return {};
}

} // namespace

Result<ImportPlan> planImport(Project& project, const ImportRequest& request)
{
    ImportPlan plan;
    WINNOW_TRY(makePlan(project, request, plan));
    return plan;
}

Result<ImportPlan> outlineImport(Project& project, const ImportRequest& request)
{
    ImportPlan plan;
    if (auto made = makePlan(project, request, plan); !made) {
        if (!plan.files.parts.isEmpty()) {
            return plan;
        }
        const ErrorCode code = made.error().code;
        const bool mappable = code == ErrorCode::InvalidInput || code == ErrorCode::NotFound
            || code == ErrorCode::AlreadyExists;
        if (!mappable || plan.format.isEmpty()) {
            return tl::unexpected<Error>(std::move(made.error()));
        }
        plan.problem = std::move(made.error());
    }
    return plan;
}

namespace {

/// One import while it runs.
class Job {
public:
    Job(Project& project, const ImportRequest& request, Progress& progress, const ImportPlan& plan)
        : m_project(project)
        , m_request(request)
        , m_progress(progress)
        , m_plan(plan)
        , m_log(request.file, m_report)
        , m_startedAt(nowUtc())
        , m_hashing(progress)
    {
        m_hash = std::async(std::launch::async, [this, file = request.file] {
            return sha256OfSource(file, &m_hashing);
        }).share();
    }
    /// Nobody waits for the hash of a file that was not imported.
    ~Job() { m_hashing.cancel(); }
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;

    Result<ImportReport> run()
    {
        m_report.file = m_request.file;
        m_report.format = m_plan.format;
        m_report.layout = m_plan.profile.layoutName;
        m_report.dataset = m_plan.dataset;
        m_report.role = m_plan.mapping.role;
        m_report.mapping = m_plan.mapping;
        for (const Sentence& note : m_plan.mapping.notes) {
            m_log.message(note);
        }
        if (m_plan.remembered) {
            m_log.message(Sentence::of(QT_TRANSLATE_NOOP(
                "Import", "The field mapping is remembered from a file with the same columns")));
        }
        auto stage = ImportStage::begin(m_project, m_request.file, m_progress);
        if (!stage) {
            return tl::unexpected<Error>(stage.error());
        }
        m_stage = std::move(*stage);
        WINNOW_TRY(lookAtTarget());
        m_rows.emplace(*m_stage, m_target.dataset ? m_target.dataset->id : DatasetId());
        if (takesSamples()) {
            WINNOW_TRY(readSamples());
        }
        if (takesResponses()) {
            WINNOW_TRY(readResponses());
        }
        if (!m_request.judge.isEmpty()) {
            WINNOW_TRY(readJudgements());
        }
        WINNOW_TRY(conclude());
        m_progress.report(1, 1, QStringLiteral(QT_TRANSLATE_NOOP("Step", "Saving")));
        const auto& hash = m_hash.get();
        if (!hash) {
            return tl::unexpected<Error>(hash.error());
        }
        const ChangeSet changes{ChangeSet::Samples | ChangeSet::Responses | ChangeSet::Imports, {}};
        return m_stage->publish(changes, [&](sqlite::Connection& connection) -> Result<ImportReport> {
            publish(connection, *hash);
            return m_report;
        });
    }

private:
    /// What the project holds before.
    struct Target {
        /// None while it does not exist.
        std::optional<Dataset> dataset;
        bool hasRotations = false;
        QHash<QString, QString> steps;
        /// Detectors that have run on it.
        qint64 detectors = 0;
        /// What its samples name as their capability.
        QStringList capabilities;
        /// As it is set for its open questions.
        QString scorer;
    };

    bool fromResponses() const { return m_plan.mapping.role == ImportRole::Responses && m_plan.newDataset; }
    bool takesSamples() const { return m_plan.mapping.role != ImportRole::Responses || fromResponses(); }
    bool takesResponses() const
    {
        return !m_plan.mapping.responses.isEmpty() && m_plan.mapping.role != ImportRole::Samples;
    }
    QString datasetName() const { return m_target.dataset ? m_target.dataset->name : m_plan.dataset; }

    Result<> lookAtTarget()
    {
        auto target = m_project.read([&](sqlite::Connection& connection) {
            Target found;
            DatasetStore datasets(connection);
            found.dataset = datasets.byName(m_plan.dataset);
            if (found.dataset) {
                found.hasRotations = datasets.hasRotations(found.dataset->id);
                found.steps = StepStore(connection).parents(found.dataset->id);
                found.detectors = FlagStore(connection).detectorsRunOn(found.dataset->id);
                found.capabilities = datasets.capabilities(found.dataset->id);
                found.scorer = SettingsStore(connection).text(Setting::Scorer, found.dataset->id);
            }
            return found;
        });
        if (!target) {
            return tl::unexpected<Error>(target.error());
        }
        m_target = *std::move(target);
        m_report.dataset = datasetName();
        return {};
    }

    Result<> readSamples()
    {
        if (fromResponses()) {
            m_log.message(
                Sentence::of(QT_TRANSLATE_NOOP("Import",
                                 "No dataset has these keys: the samples of \"%1\" are made from the "
                                 "responses"))
                    .arg(datasetName()));
        }
        m_report.proposal = m_plan.proposal;
        if (const Sentence told = proposalSentence(datasetName(), m_plan.proposal); !told.isEmpty()) {
            m_log.message(told);
        }
        const Importer* importer = importerById(m_plan.format);
        SampleImport import(*m_rows, m_request, m_plan.files, m_plan.mapping,
            {datasetName(), !m_target.dataset || m_target.dataset->sampleCount == 0, m_target.hasRotations,
                m_target.steps, capability(), importer && importer->sharesImages(),
                fromResponses() || manyResponsesASample(m_plan.profile, m_plan.mapping)},
            m_report, m_log);
        return import.run(m_progress);
    }

    Result<> readResponses()
    {
        return m_project.read([&](sqlite::Connection& snapshot) {
            Dataset dataset = m_target.dataset.value_or(Dataset());
            dataset.name = datasetName();
            m_responses.emplace(
                snapshot, m_stage.get(), m_request, m_plan.profile, m_plan.mapping, dataset, m_report, m_log);
            m_responses->scoreOpenBy(m_plan.newDataset ? m_plan.proposal.scorer : m_target.scorer);
            return m_responses->run(m_progress);
        });
    }

    Result<> readJudgements()
    {
        JudgementReport& report = m_report.judgements.emplace();
        report.file = m_request.file;
        report.dataset = datasetName();
        report.judge = m_request.judge;
        m_judgements.emplace(m_request, report, &m_plan.mapping);
        return m_project.read([&](sqlite::Connection& snapshot) {
            SampleKeys keys(
                snapshot, m_target.dataset ? m_target.dataset->id : DatasetId(), m_stage->stagedDataset());
            return m_judgements->read(keys, m_progress);
        });
    }

    /// Last words, and whether there is anything to be published.
    Result<> conclude()
    {
        const qint64 changes = m_report.samples.added + m_report.samples.changed + m_report.responses.added
            + m_report.responses.changed;
        if (changes > 0 && m_target.detectors > 0) {
            m_log.message(Sentence::of(QT_TRANSLATE_NOOP("Import",
                                           "Detectors that ran on %2 before: %1; their flags are older than "
                                           "these changes, run the audits again"))
                              .arg(m_target.detectors)
                              .arg(datasetName()));
        }
        m_log.close();
        if (m_report.samples.total() + m_report.responses.total() + m_report.rotations == 0
            && m_report.rejected > 0) {
            return nothing();
        }
        return {};
    }

    void publish(sqlite::Connection& connection, const QByteArray& hash)
    {
        DatasetStore datasets(connection);
        auto dataset = datasets.byName(datasetName());
        if (takesSamples()) {
            Dataset entry = dataset.value_or(Dataset());
            entry.name = datasetName();
            entry.sourcePath = QFileInfo(m_request.file).absoluteFilePath();
            entry.format = m_plan.format;
            entry.sourceHash = hash;
            if (dataset || !m_stage->stagedDataset()) {
                entry.id = datasets.upsert(entry);
                m_rows->publish(connection, entry.id);
            } else {
                entry.id = m_stage->stagedDataset();
                datasets.publish(entry.id, entry);
            }
            if (m_plan.newDataset) {
                storeProposal(connection, entry.id, entry.name, m_plan.proposal);
            }
            dataset = entry;
        }
        if (m_responses) {
            m_responses->publish(connection, dataset->id, hash);
        }
        if (m_judgements) {
            m_judgements->store(connection, m_stage->id(), dataset->id, m_startedAt);
        }
        record(connection, dataset->id, hash, takesSamples());
    }

    /// Of samples that do not name one: as the user says, as is usual for a new dataset, or as it was given
    /// to all samples that are there.
    QString capability() const
    {
        if (m_request.capability || m_plan.newDataset || m_plan.mapping.has(Field::Capability)) {
            return m_request.capability.value_or(m_plan.proposal.capability);
        }
        return m_target.capabilities.size() == 1 ? m_target.capabilities.front() : QString();
    }

    /// What an import says that brought nothing in: why not, and what there was to be read.
    tl::unexpected<Error> nothing() const
    {
        const ImportIssue issue = m_report.issues.value(0);
        return fail(ErrorCode::InvalidInput,
            Sentence::of(
                QT_TRANSLATE_NOOP("Error",
                    "Nothing of %1 can be imported: all of its %2 records were rejected, the first (line %3) "
                    "because of \"%4\", where this is expected: %5"))
                .arg(m_request.file)
                .arg(m_report.rejected)
                .arg(issue.line)
                .arg(issue.found, issue.expected),
            importRemedy(ImportRemedy::Columns).arg(columnList(m_plan.profile)));
    }

    void record(sqlite::Connection& connection, DatasetId dataset, const QByteArray& hash, bool samples)
    {
        ImportStore store(connection);
        const ImportCounts& counts = samples ? m_report.samples : m_report.responses;
        ImportRecord entry;
        entry.id = m_stage->id();
        entry.file = m_request.file;
        entry.sha256 = hash;
        entry.format = m_plan.format;
        entry.role = samples ? QStringLiteral("samples") : QStringLiteral("responses");
        entry.datasetId = dataset;
        entry.mapping = QJsonDocument(m_plan.mapping.toJson()).toJson(QJsonDocument::Compact);
        entry.added = counts.added;
        entry.changed = counts.changed;
        entry.unchanged = counts.unchanged;
        entry.rejected = m_report.rejected;
        entry.warnings = m_report.warnings;
        entry.startedAt = m_startedAt;
        entry.finishedAt = nowUtc();
        m_report.id = store.add(entry);
        store.addRow(m_report.id, QStringLiteral("part"), m_report.id.value);
        for (const ImportIssue& issue : m_log.issues()) {
            store.addIssue(m_report.id, issue);
        }
        // Each role of the file has a line of its own in the history.
        const auto addPart = [&](const char* role, const ImportCounts& told, qint64 rejected) {
            ImportRecord part = entry;
            part.id = {};
            part.role = QLatin1String(role);
            part.added = told.added;
            part.changed = told.changed;
            part.unchanged = told.unchanged;
            part.rejected = rejected;
            part.warnings = 0;
            store.addRow(m_report.id, QStringLiteral("part"), store.add(part).value);
        };
        if (samples && m_report.responses.total() > 0) {
            addPart("responses", m_report.responses, 0);
        }
        if (m_report.judgements) {
            const JudgementReport& told = *m_report.judgements;
            addPart("judgements", {told.added, 0, told.kept}, told.rejected);
            for (const ImportIssue& issue : told.issues) {
                store.addIssue(m_report.id, issue);
            }
        }
        // A mapping that a person shaped is worth remembering; a guess is made again, maybe better.
        if (m_request.mapping || !m_request.map.isEmpty()) {
            store.rememberMapping(m_plan.profile.headerFingerprint(), entry.mapping);
        }
    }

    Project& m_project;
    const ImportRequest& m_request;
    Progress& m_progress;
    const ImportPlan& m_plan;
    ImportReport m_report;
    IssueLog m_log;
    QString m_startedAt;
    Target m_target;
    std::unique_ptr<ImportStage> m_stage;
    std::optional<StagedSamples> m_rows;
    std::optional<ResponseImport> m_responses;
    std::optional<JudgementReader> m_judgements;
    InnerProgress m_hashing;
    /// Last, so that it has ended before what it uses goes.
    std::shared_future<Result<QByteArray>> m_hash;
};

} // namespace

Result<> backUpDecisions(Project& project, Progress& progress)
{
    auto decisions = project.read([](sqlite::Connection& c) { return DecisionStore(c).count(); });
    if (!decisions) {
        return tl::unexpected<Error>(decisions.error());
    }
    if (*decisions > 0) {
        WINNOW_TRY(project.backup(progress));
    }
    return {};
}

Result<ImportReport> runImport(Project& project, const ImportRequest& request, Progress& progress)
{
    ImportRequest cancellable = request;
    cancellable.limits.progress = &progress;
    // What is thrown ends as an error: in a write by itself, before it here.
    auto report = sqlite::guarded([&]() -> Result<ImportReport> {
        WINNOW_TRY(backUpDecisions(project, progress));
        progress.report(0, 0, QStringLiteral(QT_TRANSLATE_NOOP("Step", "Looking at the file")));
        const auto plan = planImport(project, cancellable);
        if (!plan) {
            return tl::unexpected<Error>(plan.error());
        }
        return Job(project, cancellable, progress, *plan).run();
    });
    if (report) {
        // It is stored; what stays to be tidied up is tidied up the next time.
        (void)project.settleImages(progress);
    } else if (report.error().code == ErrorCode::Cancelled || progress.isCancelled()) {
        // A reader that is stopped may take where it stopped for the end of a damaged file.
        return fail(ErrorCode::Cancelled,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The import of %1 was cancelled")).arg(request.file),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The project is as it was before")));
    }
    return report;
}

namespace {

/// What stands in the fields of a sample, as text.
QString previewedField(Field field, const SampleDraft& draft, const FieldMapping& mapping,
    const RawRecord& record, const ColumnNames& columns)
{
    const auto text = [](std::string_view view) {
        constexpr size_t kShown = 400;
        return toQString(view.substr(0, kShown));
    };
    QStringList parts;
    if (field == Field::Index) {
        parts.append(text(draft.index));
    } else if (field == Field::Answer) {
        parts.append(text(draft.gold));
    } else if (field == Field::Options) {
        for (const std::string_view option : draft.options) {
            parts.append(text(option));
        }
    } else if (field == Field::Image) {
        for (const DraftImage& image : draft.images) {
            const size_t bytes
                = image.form == DraftImage::Form::Base64 ? image.text.size() / 4 * 3 : image.text.size();
            parts.append(image.embedded() ? QStringLiteral("%1 bytes").arg(bytes) : text(image.text));
        }
    } else {
        for (const QString& column : mapping.columns(field)) {
            parts.append(text(record.cell(columns.find(column.toStdString())).text));
        }
    }
    return parts.join(QStringLiteral(" | "));
}

Result<ImportPreview> previewSamples(const ImportRequest& request, const FieldMapping& mapping, int rows)
{
    ImportPreview preview;
    for (const ImportField& field : importFields()) {
        if (mapping.has(field.field) && !field.ofResponse) {
            preview.fields.append(field.field);
        }
    }
    SampleReader reader(mapping);
    SampleDraft draft;
    std::vector<DraftIssue> issues;
    RecordLoop loop;
    loop.take = [&](const RawRecord& record, const RecordSource& source) -> Result<bool> {
        issues.clear();
        if (reader.read(record, source.columns(), draft, issues)) {
            QStringList row;
            for (const Field field : preview.fields) {
                row.append(previewedField(field, draft, mapping, record, source.columns()));
            }
            preview.rows.append(row);
        }
        return preview.rows.size() < rows;
    };
    WINNOW_TRY(loop.run(request.file, request.limits));
    return preview;
}

/// As many words of a file as a person would go through.
constexpr qsizetype kMostValues = 40;

/// The different values of a column, as far as a look at the file goes.
QStringList valuesOf(Field field, const ImportRequest& request, const FieldMapping& mapping)
{
    constexpr qint64 kMostBytes = 64 << 20;
    QStringList found;
    const std::string column = mapping.column(field).toStdString();
    if (column.empty()) {
        return found;
    }
    RecordLoop loop;
    loop.take = [&](const RawRecord& record, const RecordSource& source) -> Result<bool> {
        const QString value = record.cell(source.columns().find(column)).toString().trimmed();
        if (!value.isEmpty() && !found.contains(value)) {
            found.append(value);
        }
        return found.size() < kMostValues && source.bytesRead() < kMostBytes;
    };
    // A file that cannot be read is told by the preview itself.
    (void)loop.run(request.file, request.limits);
    return found;
}

/// What the file calls the models of its responses.
QStringList modelsIn(const ImportRequest& request, const FieldMapping& mapping)
{
    QStringList models = valuesOf(Field::Model, request, mapping);
    for (const ResponseColumns& columns : mapping.responses) {
        if (models.size() < kMostValues && !columns.model.isEmpty() && !models.contains(columns.model)) {
            models.append(columns.model);
        }
    }
    return models;
}

} // namespace

Result<ImportPreview> previewImport(
    Project& project, const ImportRequest& request, const ImportPlan& plan, int rows)
{
    const FieldMapping mapping = request.mapping.value_or(plan.mapping);
    if (mapping.role == ImportRole::Samples || mapping.responses.isEmpty()) {
        return previewSamples(request, mapping, rows);
    }
    return project.read([&](sqlite::Connection& connection) -> Result<ImportPreview> {
        const QString name = request.dataset.isEmpty() ? plan.dataset : request.dataset;
        const auto dataset = DatasetStore(connection).byName(name);
        const bool withSamples = mapping.role == ImportRole::Both || !dataset || dataset->sampleCount == 0;
        Dataset target;
        target.name = name;
        ImportReport report;
        report.role = mapping.role;
        IssueLog log(request.file, report);
        ResponseImport import(
            connection, nullptr, request, plan.profile, mapping, dataset.value_or(target), report, log);
        import.scoreOpenBy(plan.newDataset || !dataset
                ? plan.proposal.scorer
                : SettingsStore(connection).text(Setting::Scorer, dataset->id));
        auto responses = import.preview(rows, withSamples);
        if (!responses) {
            return tl::unexpected<Error>(responses.error());
        }
        QStringList known;
        for (const Model& model : ResponseStore(connection).models()) {
            known.append(model.name);
        }
        return ImportPreview{{}, {}, std::move(*responses), valuesOf(Field::Condition, request, mapping),
            modelsIn(request, mapping), known};
    });
}

QByteArray issuesToCsv(const QVector<ImportIssue>& issues)
{
    QByteArray csv("severity,file,line,column,found,expected,sample\n");
    const auto cell = [&](const QString& text, char end) {
        csv += '"' + QString(text).replace(u'"', QStringLiteral("\"\"")).toUtf8() + '"';
        csv += end;
    };
    for (const ImportIssue& issue : issues) {
        cell(importSeverityId(issue.severity), ',');
        cell(issue.file, ',');
        csv += QByteArray::number(issue.line) + ',';
        cell(issue.column, ',');
        cell(issue.found, ',');
        cell(issue.expected, ',');
        cell(issue.sampleKey, '\n');
    }
    return csv;
}

} // namespace winnow
