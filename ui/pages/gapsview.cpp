// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/gapsview.h"

#include "core/store/datasetstore.h"
#include "core/store/responsestore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

namespace winnow {

namespace {

const QString kDatasets = QStringLiteral("datasets");
const QString kCapability = QStringLiteral("capability");
const QString kModels = QStringLiteral("models");
const QString kSamples = QStringLiteral("samples");
const QString kSubset = QStringLiteral("subset");
const QString kRightFrom = QStringLiteral("rightFrom");
const QString kPatienceKey = QStringLiteral("patience");

QStringList textsOf(const QJsonValue& json)
{
    QStringList texts;
    const QJsonArray all = json.toArray();
    for (const QJsonValue& each : all) {
        texts.append(each.toString());
    }
    return texts;
}

QStringList onlyThose(const QStringList& wanted, const QStringList& there)
{
    QStringList kept;
    for (const QString& each : wanted) {
        if (there.contains(each)) {
            kept.append(each);
        }
    }
    return kept;
}

/// The names of everything that was answered under the standard condition.
struct AnsweredNames {
    QStringList datasets;
    /// Of the datasets that are wanted.
    QStringList models;
};

Result<AnsweredNames> readNames(Project& project, const QStringList& wanted)
{
    return project.read([&](sqlite::Connection& c) {
        AnsweredNames names;
        QHash<QString, QSet<QString>> byDataset;
        for (const Dataset& dataset : DatasetStore(c).all()) {
            names.datasets.append(dataset.name);
        }
        for (const Run& run : ResponseStore(c).runs()) {
            if (run.condition == Condition::Standard) {
                byDataset[run.dataset].insert(run.model);
            }
        }
        const QStringList asked = onlyThose(wanted, names.datasets);
        QSet<QString> models;
        for (const QString& dataset : asked.isEmpty() ? names.datasets : asked) {
            models.unite(byDataset.value(dataset));
        }
        names.models = QStringList(models.cbegin(), models.cend());
        names.models.sort();
        return names;
    });
}

/// The responses, read; a capability that is not there any more is not asked for.
Result<std::shared_ptr<const AttemptTable>> readTable(
    Project& project, const GapsRequest& request, GapsQuestion& question, Progress& progress)
{
    AttemptScope scope;
    scope.datasets = question.datasets;
    scope.capability = question.capability;
    scope.models = question.models;
    scope.rightFrom = question.rightFrom;
    auto only = question.samples.samples(project, request.policy, progress);
    if (!only) {
        return tl::unexpected<Error>(only.error());
    }
    scope.only = *std::move(only);
    auto table = readAttempts(project, scope, progress);
    if (!table && table.error().code == ErrorCode::NotFound && !scope.capability.isEmpty()) {
        question.capability.clear();
        scope.capability.clear();
        table = readAttempts(project, scope, progress);
    }
    return table;
}

} // namespace

bool GapsQuestion::readsLike(const GapsQuestion& other) const
{
    return datasets == other.datasets && capability == other.capability && models == other.models
        && samples == other.samples && rightFrom == other.rightFrom;
}

QJsonObject GapsQuestion::toJson() const
{
    return {{kDatasets, QJsonArray::fromStringList(datasets)}, {kCapability, capability},
        {kModels, QJsonArray::fromStringList(models)}, {kSamples, int(samples.kind)},
        {kSubset, samples.subset}, {kRightFrom, rightFrom}, {kPatienceKey, patience}};
}

GapsQuestion GapsQuestion::fromJson(const QJsonObject& json)
{
    GapsQuestion question;
    question.datasets = textsOf(json.value(kDatasets));
    question.capability = json.value(kCapability).toString();
    question.models = textsOf(json.value(kModels));
    const int kind = json.value(kSamples).toInt();
    question.samples = kind == int(SampleScope::Kind::Kept) ? SampleScope::kept()
        : kind == int(SampleScope::Kind::Subset)            ? SampleScope::of(json.value(kSubset).toString())
                                                            : SampleScope();
    question.rightFrom = json.value(kRightFrom).toDouble(question.rightFrom);
    question.patience = json.value(kPatienceKey).toDouble(question.patience);
    return question;
}

bool GapsView::isTimed() const
{
    return gaps.orchestration.isTimed;
}

Result<GapsView> GapsView::of(
    Project& project, const GapsRequest& request, const GapsView* known, Progress& progress)
{
    GapsView view;
    if (known) {
        view = *known;
        const bool again = known->question.patience != request.question.patience;
        view.question.patience = request.question.patience;
        if (again) {
            const Gaps& gaps = known->gaps;
            view.gaps.patience = request.question.patience;
            view.gaps.latency = measureLatency(
                *gaps.table, gaps.validation, gaps.contextualization, view.gaps.patience, progress);
            view.gaps.orchestration
                = measureOrchestration(*gaps.table, gaps.contextualization, view.gaps.patience, progress);
            if (progress.isCancelled()) {
                return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
            }
        }
    } else {
        view.question = request.question;
        const auto names = readNames(project, view.question.datasets);
        if (!names) {
            return tl::unexpected<Error>(names.error());
        }
        view.datasets = names->datasets;
        view.models = names->models;
        view.question.datasets = onlyThose(view.question.datasets, view.datasets);
        view.question.models = onlyThose(view.question.models, view.models);
        const auto table = readTable(project, request, view.question, progress);
        if (!table) {
            return tl::unexpected<Error>(table.error());
        }
        view.capabilities = (*table)->capabilities;
        view.capabilities.removeAll(QString());
        view.capabilities.sort();
        auto gaps = measureGaps(*table, view.question.patience, progress);
        if (!gaps) {
            return tl::unexpected<Error>(gaps.error());
        }
        view.gaps = *std::move(gaps);
    }
    view.own.clear();
    view.untold = 0;
    for (const Strategy& strategy : request.own) {
        if (const auto row = view.report(strategy)) {
            view.own.append(*row);
        } else {
            ++view.untold;
        }
    }
    return view;
}

Result<GapsView> GapsView::with(const Strategy& strategy) const
{
    return report(strategy).map([&](const OrchestrationRow& row) {
        GapsView view = *this;
        view.own.removeIf([&](const OrchestrationRow& each) { return each.strategy == strategy; });
        view.own.append(row);
        return view;
    });
}

Result<OrchestrationRow> GapsView::report(const Strategy& strategy) const
{
    if (gaps.orchestration.isEmpty()) {
        return fail(ErrorCode::InvalidInput,
            QCoreApplication::translate(
                "winnow", "A strategy can only be held against models that were asked the same questions"),
            QCoreApplication::translate("winnow", "Choose models and datasets that belong together"));
    }
    WINNOW_TRY(Replayer(table(), {}).check(strategy));
    return reportOn(table(), gaps.orchestration, strategy);
}

} // namespace winnow
