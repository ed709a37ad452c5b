// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/run/auditrunner.h"

#include "core/audit/data/auditsnapshot.h"
#include "core/audit/data/coverageloader.h"
#include "core/audit/data/imagemeasures.h"
#include "core/audit/models/responsenotes.h"
#include "core/base/clock.h"
#include "core/store/datasetstore.h"
#include "core/store/flagstore.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QtConcurrent>
#include <QThreadPool>
#include <QUnhandledException>

#include <algorithm>
#include <array>
#include <exception>
#include <optional>

namespace winnow {

namespace {

/// One detector with its complete parameters.
struct Chosen {
    const Detector* detector;
    Parameters parameters;
    QJsonObject overrides;
};

struct Evaluation {
    const Chosen* chosen = nullptr;
    std::optional<Result<DetectorResult>> result;
    double seconds = 0;
};

/// Counts finished detectors for the step shown, and passes cancelling on. Thread-safe.
class SharedProgress final : public Progress {
public:
    SharedProgress(Progress& parent, QString dataset, qint64 total)
        : m_parent(parent)
        , m_dataset(std::move(dataset))
        , m_total(total)
    {
    }
    bool isCancelled() const override { return m_parent.isCancelled(); }
    void report(qint64, qint64, const QString& step) override
    {
        m_parent.report(m_done.load(), m_total, m_dataset + QStringLiteral(": ") + step);
    }
    void finishOne(const QString& title)
    {
        m_parent.report(++m_done, m_total, m_dataset + QStringLiteral(": ") + title);
    }

private:
    Progress& m_parent;
    QString m_dataset;
    qint64 m_total;
    std::atomic<qint64> m_done{0};
};

void evaluateAll(std::vector<Evaluation>& work, const DetectorInput& input, SharedProgress& progress)
{
    // A pool of its own: a detector may wait for work on the global one, which must then have a free thread.
    QThreadPool pool;
    QtConcurrent::blockingMap(&pool, work, [&](Evaluation& evaluation) {
        if (progress.isCancelled()) {
            evaluation.result = Result<DetectorResult>(auditCancelled());
            return;
        }
        QElapsedTimer timer;
        timer.start();
        evaluation.result
            = evaluateDetector(*evaluation.chosen->detector, input, evaluation.chosen->overrides, progress);
        evaluation.seconds = double(timer.elapsed()) / 1000;
        progress.finishOne(evaluation.chosen->detector->info().title);
    });
}

Result<> store(Project& project, const Evaluation& evaluation, const AuditData& data,
    const QString& startedAt, std::vector<FlagDraft> flags, DetectorOutcome& outcome)
{
    const DetectorInfo& info = evaluation.chosen->detector->info();
    DetectorRun run;
    run.detector = info.id;
    run.version = info.version;
    run.datasetId = data.datasetId;
    run.parameters = evaluation.chosen->parameters.values();
    run.startedAt = startedAt;
    const Result<DetectorResult>& result = *evaluation.result;
    if (!result) {
        run.status = QStringLiteral("failed");
        run.message = result.error().text();
        run.summary = {{QStringLiteral("failure"), result.error().sentence().json()}};
        return project.write(
            ChangeSet{ChangeSet::Flags, {}}, [&](sqlite::Connection& connection) -> Result<> {
                FlagStore(connection).recordRun(run);
                return {};
            });
    }
    run.status = QStringLiteral("done");
    run.summary = findingsJson(result->findings, result->notes);
    const Result<> written
        = project.write(ChangeSet{ChangeSet::Flags, {}}, [&](sqlite::Connection& connection) -> Result<> {
              FlagStore(connection).applyRun(run, QVector<FlagDraft>(flags.begin(), flags.end()));
              return {};
          });
    if (!written) {
        return written;
    }
    outcome.added = run.added;
    outcome.kept = run.kept;
    outcome.resolved = run.resolved;
    return {};
}

/// Which of the chosen detectors can run on a dataset that has `has`.
struct Fit {
    std::vector<Evaluation> work;
    AuditParts parts;
    QVector<DetectorOutcome> unmet;
};

Fit fit(const std::vector<Chosen>& chosen, DetectorScope scope, DatasetId dataset, const Coverage& has)
{
    Fit result;
    for (const Chosen& candidate : chosen) {
        const DetectorInfo& info = candidate.detector->info();
        if (info.scope != scope) {
            continue;
        }
        const SentenceList unmet = unmetNeeds(info.requirements, has);
        if (unmet.isEmpty()) {
            result.work.push_back({&candidate, std::nullopt, 0});
            result.parts.add(partsOf(info));
            continue;
        }
        DetectorOutcome outcome;
        outcome.detector = info.id;
        outcome.datasetId = dataset;
        outcome.dataset = has.dataset;
        outcome.state = DetectorOutcome::State::Unmet;
        outcome.message = joined(unmet, QStringLiteral("; "));
        result.unmet.append(outcome);
    }
    return result;
}

/// A dataset as it was at one moment, with what can run on it as it was then; no data where nothing can.
struct ReadDataset {
    Fit fit;
    std::shared_ptr<const AuditData> data;
};

Result<ReadDataset> readDataset(
    const Project& project, const std::vector<Chosen>& chosen, DatasetId dataset, Progress& progress)
{
    auto snapshot = AuditSnapshot::open(project);
    if (!snapshot) {
        return tl::unexpected<Error>(snapshot.error());
    }
    auto has = snapshot->coverage(dataset);
    if (!has) {
        return tl::unexpected<Error>(has.error());
    }
    ReadDataset read{fit(chosen, DetectorScope::Dataset, dataset, *has), nullptr};
    if (!read.fit.work.empty()) {
        auto data = snapshot->load(dataset, read.fit.parts, progress);
        if (!data) {
            return tl::unexpected<Error>(data.error());
        }
        read.data = std::move(*data);
    }
    return read;
}

/// All datasets at one moment; detectors are to run on those named in `on`.
Result<std::vector<ReadDataset>> readAcross(const Project& project, const std::vector<Chosen>& chosen,
    const QVector<DatasetId>& on, Progress& progress)
{
    auto snapshot = AuditSnapshot::open(project);
    if (!snapshot) {
        return tl::unexpected<Error>(snapshot.error());
    }
    auto coverage = snapshot->coverage();
    if (!coverage) {
        return tl::unexpected<Error>(coverage.error());
    }
    std::vector<ReadDataset> read;
    AuditParts parts;
    for (const auto& [dataset, has] : *coverage) {
        read.push_back(
            {on.contains(dataset) ? fit(chosen, DetectorScope::Project, dataset, has) : Fit{}, nullptr});
        parts.add(read.back().fit.parts);
    }
    for (std::size_t i = 0; i < read.size(); ++i) {
        auto data = snapshot->load(coverage->at(qsizetype(i)).first, parts, progress);
        if (!data) {
            return tl::unexpected<Error>(data.error());
        }
        read[i].data = std::move(*data);
    }
    return read;
}

/// What has to be in the project before it is read.
Result<> prepare(Project& project, DatasetId dataset, const AuditParts& parts, Progress& progress)
{
    if (parts.measures) {
        WINNOW_TRY(measureDatasetImages(project, dataset, progress));
    }
    return {};
}

Result<> evaluateAndStore(Project& project, std::vector<Evaluation>& work, const DetectorInput& input,
    const QString& startedAt, Progress& progress, AuditReport& report)
{
    const AuditData& data = input.data;
    SharedProgress shared(progress, data.dataset, qint64(work.size()));
    evaluateAll(work, input, shared);
    for (Evaluation& evaluation : work) {
        if (progress.isCancelled()) {
            return auditCancelled();
        }
        DetectorOutcome outcome;
        outcome.detector = evaluation.chosen->detector->info().id;
        outcome.datasetId = data.datasetId;
        outcome.dataset = data.dataset;
        outcome.seconds = evaluation.seconds;
        std::vector<FlagDraft> flags;
        if (*evaluation.result) {
            DetectorResult& result = **evaluation.result;
            flags = std::move(result.flags);
            outcome.findings = result.findings;
            outcome.notes = result.notes;
            for (const FlagDraft& flag : flags) {
                ++outcome.byKind[flag.kind];
            }
        } else {
            outcome.state = DetectorOutcome::State::Failed;
            outcome.message = evaluation.result->error().sentence();
        }
        WINNOW_TRY(store(project, evaluation, data, startedAt, std::move(flags), outcome));
        report.added += outcome.added;
        report.kept += outcome.kept;
        report.resolved += outcome.resolved;
        report.outcomes.append(outcome);
    }
    return {};
}

} // namespace

bool AuditReport::anyFailed() const
{
    return std::any_of(outcomes.begin(), outcomes.end(),
        [](const DetectorOutcome& outcome) { return outcome.state == DetectorOutcome::State::Failed; });
}

AuditRunner::AuditRunner(Project& project, const DetectorRegistry& registry)
    : m_project(project)
    , m_registry(registry)
{
}

Result<AuditReport> AuditRunner::run(const AuditRequest& request, Progress& progress)
{
    QJsonObject settings;
    if (!request.preset.isEmpty()) {
        const AuditPreset* preset = DetectorRegistry::preset(request.preset);
        if (preset == nullptr) {
            QStringList known;
            for (const AuditPreset& candidate : DetectorRegistry::presets()) {
                known.append(candidate.id);
            }
            return fail(ErrorCode::NotFound,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no preset \"%1\"")).arg(request.preset),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "There are: %1."))
                    .arg(known.join(QStringLiteral(", "))));
        }
        settings = preset->settings;
    }
    for (auto it = request.settings.begin(); it != request.settings.end(); ++it) {
        const QString id = it.key().section(u'.', 0, 0);
        if (!it.key().contains(u'.') || m_registry.find(id) == nullptr) {
            return fail(ErrorCode::InvalidInput,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "\"%1\" sets nothing")).arg(it.key()),
                Sentence::of(QT_TRANSLATE_NOOP(
                    "Error", "Write detector.parameter=value with a detector of the list.")));
        }
        settings.insert(it.key(), it.value());
    }
    std::vector<Chosen> chosen;
    for (const QString& id : request.detectors) {
        if (m_registry.find(id) == nullptr) {
            QStringList known;
            for (const auto& detector : m_registry.detectors()) {
                known.append(detector->info().id);
            }
            return fail(ErrorCode::NotFound,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no detector \"%1\"")).arg(id),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "There are: %1."))
                    .arg(known.join(QStringLiteral(", "))));
        }
    }
    for (const auto& detector : m_registry.detectors()) {
        const DetectorInfo& info = detector->info();
        if (request.detectors.isEmpty() ? info.onRequest : !request.detectors.contains(info.id)) {
            continue;
        }
        const QJsonObject overrides = settingsFor(info.id, settings);
        auto parameters = resolveParameters(info.id, info.parameters, overrides);
        if (!parameters) {
            return tl::unexpected<Error>(parameters.error());
        }
        chosen.push_back({detector.get(), *parameters, overrides});
    }
    auto coverage = loadCoverage(m_project);
    if (!coverage) {
        return tl::unexpected<Error>(coverage.error());
    }
    for (const DatasetId wanted : request.datasets) {
        if (std::none_of(
                coverage->begin(), coverage->end(), [&](const auto& row) { return row.first == wanted; })) {
            return fail(ErrorCode::NotFound,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no dataset with number %1"))
                    .arg(wanted.value));
        }
    }

    AuditReport report;
    AuditParts acrossParts;
    QVector<DatasetId> across;
    for (const auto& [datasetId, has] : *coverage) {
        if (!request.datasets.isEmpty() && !request.datasets.contains(datasetId)) {
            continue;
        }
        const Fit wide = fit(chosen, DetectorScope::Project, datasetId, has);
        report.outcomes += wide.unmet;
        if (!wide.work.empty()) {
            acrossParts.add(wide.parts);
            across.append(datasetId);
        }
        const Fit early = fit(chosen, DetectorScope::Dataset, datasetId, has);
        if (early.work.empty()) {
            report.outcomes += early.unmet;
            continue;
        }
        const QString startedAt = nowUtc();
        WINNOW_TRY(prepare(m_project, datasetId, early.parts, progress));
        auto read = readDataset(m_project, chosen, datasetId, progress);
        if (!read) {
            return tl::unexpected<Error>(read.error());
        }
        report.outcomes += read->fit.unmet;
        if (read->data) {
            WINNOW_TRY(evaluateAndStore(m_project, read->fit.work,
                DetectorInput{*read->data, {read->data.get()}, std::make_shared<AuditMemo>()}, startedAt,
                progress, report));
        }
    }
    if (across.isEmpty()) {
        return report;
    }
    // Detectors that compare datasets come last: they need all of them in memory.
    const QString startedAt = nowUtc();
    for (const auto& [datasetId, has] : *coverage) {
        WINNOW_TRY(prepare(m_project, datasetId, acrossParts, progress));
    }
    auto read = readAcross(m_project, chosen, across, progress);
    if (!read) {
        return tl::unexpected<Error>(read.error());
    }
    std::vector<const AuditData*> all;
    for (const ReadDataset& each : *read) {
        all.push_back(each.data.get());
    }
    const auto memo = std::make_shared<AuditMemo>();
    for (ReadDataset& each : *read) {
        report.outcomes += each.fit.unmet;
        if (!each.fit.work.empty()) {
            WINNOW_TRY(evaluateAndStore(
                m_project, each.fit.work, DetectorInput{*each.data, all, memo}, startedAt, progress, report));
        }
    }
    return report;
}

Result<DetectorResult> evaluateDetector(
    const Detector& detector, const DetectorInput& input, const QJsonObject& overrides, Progress& progress)
{
    const DetectorInfo& info = detector.info();
    auto parameters = resolveParameters(info.id, info.parameters, overrides);
    if (!parameters) {
        return tl::unexpected<Error>(parameters.error());
    }
    const Sentence title = Sentence::of(info.title.toUtf8().constData());
    const auto failed = [&](const QString& why) {
        return fail(ErrorCode::Internal,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 failed on %2: %3"))
                .arg(title, input.data.dataset, why));
    };
    try {
        try {
            auto result = detector.evaluate(input, *parameters, progress);
            if (result) {
                result->notes += responseNotes(info, input.data);
            }
            return result;
        } catch (const QUnhandledException& wrapped) {
            // Qt Concurrent hands on what a worker threw in a wrapper.
            std::rethrow_exception(wrapped.exception() ? wrapped.exception() : std::current_exception());
        }
    } catch (const sqlite::Failure& failure) {
        return tl::unexpected<Error>(failure.error);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 ran out of memory on %2"))
                .arg(title, input.data.dataset));
    } catch (const std::exception& exception) {
        return failed(QString::fromUtf8(exception.what()));
    } catch (...) {
        return failed(QStringLiteral("an unknown exception"));
    }
}

QJsonObject findingsJson(const std::vector<DatasetFinding>& findings, const SentenceList& notes)
{
    QJsonArray rows;
    for (const DatasetFinding& finding : findings) {
        QJsonObject row{{QStringLiteral("id"), finding.id},
            {QStringLiteral("summary"), finding.summary.english()},
            {QStringLiteral("notable"), finding.notable}, {QStringLiteral("details"), finding.details}};
        if (finding.summary.isTranslatable()) {
            row.insert(QStringLiteral("sentence"), finding.summary.json());
        }
        rows.append(row);
    }
    QJsonObject object;
    if (!rows.isEmpty()) {
        object.insert(QStringLiteral("findings"), rows);
    }
    if (!notes.isEmpty()) {
        QJsonArray sentences;
        for (const Sentence& note : notes) {
            sentences.append(note.json());
        }
        object.insert(QStringLiteral("notes"), sentences);
    }
    return object;
}

QString scoreScaleId(ScoreScale scale)
{
    // In the order of the scales.
    static constexpr std::array kIds{"probability", "q_value", "rank", "share", "measure", "rule"};
    static_assert(kIds.size() == std::size_t(ScoreScale::Rule) + 1);
    return QString::fromLatin1(kIds[std::size_t(scale)]);
}

QString outcomeStateId(DetectorOutcome::State state)
{
    switch (state) {
    case DetectorOutcome::State::Done:
        return QStringLiteral("done");
    case DetectorOutcome::State::Unmet:
        return QStringLiteral("unmet");
    case DetectorOutcome::State::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

} // namespace winnow
