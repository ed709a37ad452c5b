// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/suite/suite.h"

#include "core/audit/run/auditrunner.h"
#include "core/store/flagstore.h"
#include "core/store/policystore.h"
#include "core/store/subsetstore.h"
#include "core/subset/choosesubset.h"
#include "core/subset/percapability.h"
#include "core/subset/savesubset.h"
#include "core/suite/suitecard.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSaveFile>

#include <algorithm>

namespace winnow {

namespace {

const QString kFull = QStringLiteral("DatBench-Full");
const QString kProposals = QStringLiteral("mcq_transform");

/// Runs what never ran on this project.
Result<> audit(Project& project, Progress& progress)
{
    const auto runs = project.read([](sqlite::Connection& c) { return FlagStore(c).latestRuns(); });
    if (!runs) {
        return tl::unexpected<Error>(runs.error());
    }
    const auto ran = [&](const QString& detector) {
        return std::any_of(runs->cbegin(), runs->cend(),
            [&](const DetectorRun& run) { return run.detector == detector && !run.stale; });
    };
    AuditRequest request;
    for (const auto& detector : DetectorRegistry::instance().detectors()) {
        const DetectorInfo& info = detector->info();
        if (!ran(info.id) && (!info.onRequest || info.id == kProposals)) {
            request.detectors.append(info.id);
        }
    }
    if (request.detectors.isEmpty()) {
        return {};
    }
    const auto report = AuditRunner(project).run(request, progress);
    return report ? Result<>() : tl::unexpected<Error>(report.error());
}

/// One suite in the making.
class SuiteJob {
public:
    SuiteJob(Project& project, const SuiteRequest& request, Progress& progress)
        : m_project(project)
        , m_request(request)
        , m_progress(progress)
    {
    }

    Result<SuiteResult> run()
    {
        if (m_request.out.isEmpty()) {
            return fail(ErrorCode::InvalidInput,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "No place to write to was given")),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Give a folder or a file name")));
        }
        m_result.folder = QDir(m_request.out).absolutePath();
        if (m_request.audit) {
            WINNOW_TRY(audit(m_project, m_progress));
        }
        WINNOW_TRY(writeAll(kFull, {}, m_result.full));
        WINNOW_TRY(chooseAll());
        WINNOW_TRY(writeAll(kSuiteSubset, kSuiteSubset, m_result.small));
        m_result.card = suiteCard(m_result, m_request);
        QSaveFile card(QDir(m_result.folder).filePath(QStringLiteral("README.md")));
        if (!card.open(QIODevice::WriteOnly) || card.write(m_result.card) != m_result.card.size()
            || !card.commit()) {
            return fail(ErrorCode::Io,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 could not be written: %2"))
                    .arg(card.fileName(), card.errorString()),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Check the folder and its permissions")));
        }
        return m_result;
    }

private:
    Result<> writeAll(const QString& name, const QString& subset, QVector<ExportResult>& results)
    {
        for (const QString& format : m_request.formats) {
            const Exporter* exporter = exporterById(format);
            if (!exporter) {
                return fail(ErrorCode::NotFound,
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no format \"%1\"")).arg(format));
            }
            ExportOptions options;
            options.out = QDir(m_result.folder).filePath(name);
            if (m_request.formats.size() > 1) {
                options.out = QDir(options.out).filePath(format);
            }
            auto written = exporter->run(m_project, {m_request.policy, subset, {}}, options, m_progress);
            if (!written) {
                return tl::unexpected<Error>(written.error());
            }
            results.append(*std::move(written));
        }
        return {};
    }

    /// A set for each capability, and all of them as one.
    Result<> chooseAll()
    {
        auto data = InsightsData::read(m_project, m_progress, InsightsData::Usage::Read);
        if (!data) {
            return tl::unexpected<Error>(data.error());
        }
        const auto read = m_project.read([&](sqlite::Connection& c) {
            return std::pair(SubsetMarks::read(c), PolicyStore(c).byName(m_request.policy));
        });
        if (!read) {
            return tl::unexpected<Error>(read.error());
        }
        const auto& [marks, policy] = *read;
        const AppliedPolicy applied = apply(*data, policy.value_or(Policy()));
        m_result.insights = insightsOf(*data, applied);
        Subset whole;
        whole.name = kSuiteSubset;
        whole.method = m_request.method;
        whole.budget = m_request.budget;
        whole.seed = qint64(m_request.seed);
        QVector<SubsetSample> samples;
        QCryptographicHash sources(QCryptographicHash::Sha256);
        QStringList capabilities = data->capabilities();
        capabilities.removeAll(QString());
        if (capabilities.isEmpty()) {
            // Nobody said what is measured: the whole is one.
            capabilities.append(QString());
        }
        for (const QString& capability : std::as_const(capabilities)) {
            WINNOW_TRY(choose(*data, applied, marks, capability, samples, sources));
        }
        whole.sourceHash = sources.result();
        whole.request.insert(QStringLiteral("policy"), m_request.policy);
        const auto stored = m_project.write({.parts = ChangeSet::Subsets, .samples = {}},
            [&](sqlite::Connection& c) -> Result<SubsetId> { return SubsetStore(c).put(whole, samples); });
        return stored ? Result<>() : tl::unexpected<Error>(stored.error());
    }

    Result<> choose(const InsightsData& data, const AppliedPolicy& applied, const SubsetMarks& marks,
        const QString& capability, QVector<SubsetSample>& samples, QCryptographicHash& sources)
    {
        if (m_progress.isCancelled()) {
            return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
        }
        SuitePart part;
        part.capability = capability;
        const SubsetScope scope
            = capability.isEmpty() ? SubsetScope() : scopeOfCapability({}, capability, data);
        const auto input = SubsetInput::of(data, applied, marks, scope);
        if (!input) {
            return tl::unexpected<Error>(input.error());
        }
        sources.addData(input->hash());
        const auto problem = problemOf(*input);
        SubsetRequest request;
        request.method = m_request.method;
        request.budget = std::min(m_request.budget, std::max<qint64>(1, qint64(input->items())));
        request.seed = m_request.seed;
        const auto chosen = chooseSubset(*input, *problem, request);
        if (!chosen) {
            // Too few models to tell samples apart by: all that cleaning left stays.
            part.obstacle = chosen.error().messageSentence();
            for (const qint64 id : input->samples) {
                samples.append({SampleId{id}, 1, part.obstacle});
            }
            part.samples = qint64(input->items());
            m_result.parts.append(part);
            return {};
        }
        const auto trial = SubsetTrial::make(*input, m_request.splits, {}, m_request.seed);
        auto report = reportOn(*input, *problem, *chosen, *trial, m_progress);
        if (!report) {
            return tl::unexpected<Error>(report.error());
        }
        const auto saved = saveSubset(m_project, *input, *problem, *chosen,
            nameOfCapability(kSuiteSubset, capability.isEmpty() ? QStringLiteral("all") : capability),
            report->toJson());
        if (!saved) {
            return tl::unexpected<Error>(saved.error());
        }
        for (size_t place = 0; place < chosen->selection.items.size(); ++place) {
            samples.append({SampleId{input->samples[chosen->selection.items[place]]}, chosen->weightOf(place),
                whyChosen(*input, *problem, *chosen, place)});
        }
        part.samples = qint64(chosen->selection.items.size());
        part.report = *std::move(report);
        part.notes = chosen->notes;
        m_result.parts.append(part);
        return {};
    }

    Project& m_project;
    const SuiteRequest& m_request;
    Progress& m_progress;
    SuiteResult m_result;
};

} // namespace

Result<SuiteResult> writeSuite(Project& project, const SuiteRequest& request, Progress& progress)
{
    return SuiteJob(project, request, progress).run();
}

} // namespace winnow
