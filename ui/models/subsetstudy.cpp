// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/subsetstudy.h"

#include "core/store/policystore.h"
#include "core/store/samplestore.h"
#include "core/store/subsetstore.h"
#include "core/subset/savesubset.h"

#include <algorithm>

namespace winnow {

namespace {

constexpr std::array kSplits{1, 6, 20};
constexpr int kCurvePoints = 9;
const QString kRandom = QStringLiteral("stratified_random");

tl::unexpected<Error> cancelled()
{
    return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
}

} // namespace

Result<SubsetSource::Pointer> SubsetSource::read(const Project& project, const Policy& policy,
    const std::shared_ptr<const InsightsData>& known, Progress& progress)
{
    auto source = std::make_shared<SubsetSource>();
    source->data = known;
    if (!known) {
        auto data = InsightsData::read(project, progress, InsightsData::Usage::Read);
        if (!data) {
            return tl::unexpected<Error>(data.error());
        }
        source->data = std::make_shared<const InsightsData>(std::move(*data));
    }
    source->applied = apply(*source->data, policy);
    const auto marks = project.read([&](sqlite::Connection& c) {
        source->stored = SubsetStore(c).all();
        return SubsetMarks::read(c);
    });
    if (!marks) {
        return tl::unexpected<Error>(marks.error());
    }
    source->marks = *marks;
    return source;
}

SubsetStudy::SubsetStudy(SubsetInput input, const SubsetInput& withFamilies)
    : m_input(std::move(input))
    , m_problem(problemOf(m_input))
{
    if (!family().isEmpty()) {
        m_withFamily = withFamilies;
    }
}

Result<SubsetStudy::Pointer> SubsetStudy::of(const SubsetSource& source, const SubsetScope& scope)
{
    auto input = SubsetInput::of(*source.data, source.applied, source.marks, scope);
    if (!input) {
        return tl::unexpected<Error>(input.error());
    }
    SubsetInput with;
    if (!scope.withoutFamilies.isEmpty()) {
        SubsetScope all = scope;
        all.withoutFamilies.clear();
        auto whole = SubsetInput::of(*source.data, source.applied, source.marks, all);
        if (!whole) {
            return tl::unexpected<Error>(whole.error());
        }
        with = std::move(*whole);
    }
    return std::make_shared<const SubsetStudy>(std::move(*input), with);
}

int SubsetStudy::splits(int stage) const
{
    return splitsThatFit(m_withFamily ? m_withFamily->table : m_input.table, kSplits[size_t(stage)]);
}

std::shared_ptr<const SubsetTrial> SubsetStudy::trial(int stage) const
{
    const QMutexLocker lock(&m_mutex);
    auto& trial = m_trials[size_t(stage)];
    if (!trial) {
        trial = SubsetTrial::make(m_withFamily ? *m_withFamily : m_input, splits(stage), family());
        m_made = std::max(m_made.load(), stage);
    }
    return trial;
}

Result<SubsetReport> SubsetStudy::report(const ChosenSubset& chosen, int stage, Progress& progress) const
{
    return reportOn(m_input, *m_problem, chosen, *trial(stage), progress, 1);
}

Result<SubsetCurves> SubsetCurves::of(const SubsetStudy& study, const SubsetRequest& request,
    Progress& progress, const std::function<void(const SubsetCurves&)>& deliver)
{
    SubsetCurves curves;
    const SubsetMethod* method = subsetMethod(request.method);
    const SubsetMethod* random = subsetMethod(kRandom);
    if (!method || study.input().items() < 2) {
        curves.whole = true;
        return curves;
    }
    int before = 0;
    for (int stage = 0; stage < SubsetStudy::kStages; ++stage) {
        const int splits = study.splits(stage);
        if (splits == before) {
            continue;
        }
        before = splits;
        progress.report(stage, SubsetStudy::kStages, QString());
        const auto trial = study.trial(stage);
        const std::vector<qint64> budgets = curveBudgets(qint64(study.input().items()), kCurvePoints);
        SubsetCurves next;
        next.splits = splits;
        for (const HeldOut kind : {HeldOut::Alike, HeldOut::Stronger}) {
            QVector<SubsetCurvePoint>& points = kind == HeldOut::Alike ? next.alike : next.stronger;
            for (const qint64 budget : trial->has(kind) ? budgets : std::vector<qint64>()) {
                points.append({budget,
                    trial->measure(kind, *method, budget, request.seed, 1, progress, request.frontierShare),
                    {}});
            }
            // The first stage tells at once what it has; the others change no half of a picture.
            if (stage == 0 && !points.isEmpty() && !progress.isCancelled()) {
                deliver(next);
            }
            for (SubsetCurvePoint& point : points) {
                point.random = trial->measure(kind, *random, point.budget, request.seed, 1, progress);
            }
            if (progress.isCancelled()) {
                return cancelled();
            }
        }
        curves = next;
        deliver(curves);
    }
    curves.whole = true;
    return curves;
}

QStringList SampleNames::of(const Project& project, const SubsetInput& input, const Selection& selection)
{
    const QMutexLocker lock(&mutex);
    QVector<SampleId> unknown;
    for (const std::uint32_t item : selection.items) {
        if (!known.contains(input.samples[item])) {
            unknown.append(SampleId{input.samples[item]});
        }
    }
    const auto read = project.read([&](sqlite::Connection& c) { return SampleStore(c).byIds(unknown); });
    for (const Sample& sample : read.value_or(QVector<Sample>())) {
        known.insert(sample.id.value, sample.key());
    }
    QStringList keys;
    for (const std::uint32_t item : selection.items) {
        keys.append(known.value(input.samples[item]));
    }
    return keys;
}

QVector<SampleId> SubsetChoice::samples() const
{
    QVector<SampleId> ids;
    for (qsizetype place = 0; study && place < size(); ++place) {
        ids.append(sampleAt(place));
    }
    return ids;
}

Result<SubsetChoice> SubsetChoice::of(const Project& project, const SubsetStudy::Pointer& study,
    const SubsetRequest& request, SampleNames& keys, Progress& progress,
    const std::function<void(const SubsetChoice&)>& deliver)
{
    const auto chosen = chooseSubset(study->input(), *study->problem(), request);
    if (!chosen) {
        return tl::unexpected<Error>(chosen.error());
    }
    SubsetChoice choice;
    choice.study = study;
    choice.chosen = *chosen;
    // What is there already tells something while the slider moves.
    const int last = study->stage();
    const int quick = std::min(1, last);
    for (const int stage : {quick, last}) {
        if (stage == last && choice.splits == study->splits(last)) {
            break;
        }
        auto report = study->report(*chosen, stage, progress);
        if (!report) {
            return tl::unexpected<Error>(report.error());
        }
        choice.report = *report;
        choice.splits = study->splits(stage);
        if (stage != last) {
            deliver(choice);
        }
    }
    for (qsizetype place = 0; place < choice.size(); ++place) {
        choice.why.append(whyChosen(study->input(), *study->problem(), *chosen, size_t(place)));
    }
    choice.keys = keys.of(project, study->input(), chosen->selection);
    return choice;
}

Result<QVector<SubsetMethodTrial>> tryMethods(const SubsetStudy& study, const SubsetRequest& request,
    Progress& progress, const std::function<void(const QVector<SubsetMethodTrial>&)>& deliver)
{
    QVector<SubsetMethodTrial> tried;
    const auto trial = study.trial(study.stage());
    const auto total = qint64(subsetMethods().size());
    for (const auto& method : subsetMethods()) {
        progress.report(tried.size(), total, QString());
        const auto measured = [&](HeldOut kind) {
            return trial->measure(kind, *method, request.budget, request.seed, 1, progress,
                method->info().id == request.method ? request.frontierShare : std::optional<double>());
        };
        tried.append({method->info().id, measured(HeldOut::Alike), measured(HeldOut::Stronger)});
        if (progress.isCancelled()) {
            return cancelled();
        }
        deliver(tried);
    }
    return tried;
}

Result<QHash<QString, SubsetAge>> agesOf(
    const Project& project, const SubsetSource& source, Progress& progress)
{
    QHash<QString, SubsetAge> ages;
    for (const Subset& subset : source.stored) {
        if (progress.isCancelled()) {
            return cancelled();
        }
        const StoredRequest stored = StoredRequest::of(subset.request);
        const auto policy
            = project.read([&](sqlite::Connection& c) { return PolicyStore(c).byName(stored.policy); });
        if (!policy) {
            return tl::unexpected<Error>(policy.error());
        }
        if (subset.sourceHash.isEmpty()) {
            continue;
        }
        const auto input = *policy
            ? SubsetInput::of(*source.data, apply(*source.data, **policy), source.marks, stored.scope)
            : Result<SubsetInput>(tl::unexpected<Error>(Error()));
        ages.insert(
            subset.name, input && input->hash() == subset.sourceHash ? SubsetAge::Same : SubsetAge::Changed);
    }
    return ages;
}

} // namespace winnow
