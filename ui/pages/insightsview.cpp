// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/insightsview.h"

#include "core/store/settingsstore.h"
#include "core/store/subsetstore.h"
#include "ui/models/policychoice.h"
#include "ui/models/samplescope.h"

#include <cmath>
#include <future>

namespace winnow {

namespace {

constexpr int kBins = 40;

SampleHistogram histogramOf(
    const std::vector<float>& values, const QVector<SampleId>& samples, const std::vector<double>& alsoShown)
{
    SampleHistogram made;
    const auto histogram
        = std::make_shared<ScoreHistogram>(ScoreHistogram::of(values, false, kBins, alsoShown));
    made.samples.resize(qsizetype(histogram->counts.size()));
    for (size_t i = 0; i < values.size() && !histogram->isEmpty(); ++i) {
        made.samples[qsizetype(histogram->binOf(double(values[i])))].append(samples.at(qsizetype(i)));
    }
    made.histogram = histogram;
    return made;
}

SampleHistogram hitsOf(const BlindProfile& blind)
{
    std::vector<float> values;
    QVector<SampleId> samples;
    for (qsizetype right = 0; right < blind.hits.size(); ++right) {
        for (const SampleId sample : blind.hits.at(right)) {
            values.push_back(float(right));
            samples.append(sample);
        }
    }
    return histogramOf(values, samples, {0, double(blind.models)});
}

SampleHistogram discriminationOf(const InsightsData& data, double critical)
{
    std::vector<float> values;
    QVector<SampleId> samples;
    for (const auto& part : data.parts) {
        for (size_t i = 0; i < part->discrimination.size(); ++i) {
            if (std::isfinite(part->discrimination[i])) {
                values.push_back(float(part->discrimination[i]));
                samples.append(SampleId{part->samples[i]});
            }
        }
    }
    return histogramOf(values, samples, {-1, 1, critical});
}

QVector<ReviewedPart> reviewOf(const InsightsData& data)
{
    QVector<ReviewedPart> parts;
    for (const auto& part : data.parts) {
        ReviewedPart found{part->dataset, {}, {}};
        for (const qint64 id : part->samples) {
            const auto flagged = data.reviewed.constFind(SampleId{id});
            if (flagged != data.reviewed.constEnd()) {
                (*flagged ? found.reviewed : found.waiting).append(SampleId{id});
            }
        }
        if (!found.reviewed.isEmpty() || !found.waiting.isEmpty()) {
            parts.append(found);
        }
    }
    return parts;
}

void countAnswers(const InsightsData& data, const AppliedPolicy& applied, InsightsView& view)
{
    for (qsizetype p = 0; p < data.parts.size(); ++p) {
        const InsightsPart& part = *data.parts.at(p);
        qint64 kept = 0;
        for (size_t i = 0; i < part.samples.size(); ++i) {
            kept += applied.keeps(p, i);
        }
        view.answersBefore += qint64(part.samples.size()) * part.models.size();
        view.answersAfter += kept * part.models.size();
    }
}

} // namespace

Result<InsightsView> InsightsView::of(
    const Project& project, std::shared_ptr<const InsightsData> data, const InsightsQuestion& question)
{
    InsightsView view;
    const auto settings = project.read([&](sqlite::Connection& c) {
        SettingsStore store(c);
        view.evaluationSeconds = store.number(Setting::EvaluationSeconds);
        view.developmentHours = store.number(Setting::DevelopmentHours);
        return true;
    });
    if (!settings) {
        return tl::unexpected<Error>(settings.error());
    }
    view.question = question;
    const InsightsData narrowed = data->narrowed(question.filter);
    view.data = std::move(data);
    const AppliedPolicy applied = apply(narrowed, question.policy);
    std::future<Insights> other;
    if (question.against) {
        other = std::async(
            std::launch::async, [&] { return insightsOf(narrowed, apply(narrowed, *question.against)); });
    } else if (!question.againstSubset.isEmpty()) {
        auto samples = samplesOfSubset(project, question.againstSubset);
        if (!samples) {
            return tl::unexpected<Error>(samples.error());
        }
        other = std::async(std::launch::async, [&, chosen = *std::move(samples)] {
            return insightsOf(narrowed, within(narrowed, applied, question.againstSubset, chosen));
        });
    }
    view.insights = insightsOf(narrowed, applied);
    const ScoredSamples scores = ScoredSamples::of(narrowed, applied);
    view.noise = rankNoise(scores, view.insights.models);
    view.capabilities = capabilityScores(scores);
    view.map = capabilityMap(view.capabilities);
    view.blind = blindProfile(narrowed, applied);
    view.hits = hitsOf(view.blind);
    view.discrimination = discriminationOf(narrowed, view.insights.criticalCorrelation);
    view.formats = formatPoints(narrowed);
    view.costs = modelCosts(narrowed, applied);
    view.review = reviewOf(narrowed);
    countAnswers(narrowed, applied, view);
    if (other.valid()) {
        view.against = other.get();
    }
    return view;
}

QString insightsTitle(const Insights& insights)
{
    return insights.subset.isEmpty() ? policyTitle(insights.policy)
                                     : scopeTitle(SampleScope::of(insights.subset));
}

} // namespace winnow
