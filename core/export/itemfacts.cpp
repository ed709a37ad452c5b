// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/itemfacts.h"

#include "core/curate/scorematrix.h"
#include "core/stats/correlation.h"
#include "core/store/flagstore.h"

#include <cmath>
#include <limits>

namespace winnow {

namespace {

constexpr int kLeastModels = 3;

/// Scores by model, of those that were asked in the usual way.
std::vector<std::vector<float>> standardScores(const ScoreMatrix& matrix)
{
    QStringList models;
    for (const RunScores& run : matrix.runs) {
        if (run.run.condition == Condition::Standard && !models.contains(run.run.model)) {
            models.append(run.run.model);
        }
    }
    models.sort();
    std::vector<std::vector<float>> scores;
    for (const QString& model : std::as_const(models)) {
        auto merged = matrix.mergedScores(model, Condition::Standard);
        if (!merged.empty()) {
            scores.push_back(std::move(merged));
        }
    }
    return scores;
}

/// Mean score of each model over these samples; NaN = none.
std::vector<double> abilities(
    const std::vector<std::vector<float>>& scores, const std::vector<size_t>& samples)
{
    std::vector<double> all;
    for (const std::vector<float>& model : scores) {
        double sum = 0;
        int count = 0;
        for (const size_t i : samples) {
            if (!std::isnan(model[i])) {
                sum += model[i];
                ++count;
            }
        }
        all.push_back(count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN());
    }
    return all;
}

} // namespace

Result<ItemFacts> ItemFacts::read(const ExportSource& source)
{
    ItemFacts facts;
    const DatasetId dataset = source.part.dataset.id;
    const auto matrix = ScoreMatrix::load(source.project, dataset, source.progress);
    if (!matrix) {
        return tl::unexpected<Error>(matrix.error());
    }
    const auto scores = standardScores(*matrix);
    for (quint16 capability = 0; int(capability) < matrix->capabilities.size(); ++capability) {
        const std::vector<size_t> samples = matrix->samplesOf(capability);
        const std::vector<double> ability = abilities(scores, samples);
        for (const size_t i : samples) {
            std::vector<double> item;
            int known = 0;
            for (const std::vector<float>& model : scores) {
                item.push_back(model[i]);
                known += std::isnan(model[i]) ? 0 : 1;
            }
            if (known >= kLeastModels) {
                facts.m_discrimination.insert(
                    SampleId{matrix->samples[i]}, stats::pointBiserial(item, ability));
            }
        }
    }
    FlagStore flags(source.connection);
    FlagFilter frontier;
    frontier.kind = QStringLiteral("frontier");
    frontier.datasetId = dataset;
    for (const Flag& flag : flags.list(frontier)) {
        if (flag.state != FlagState::Overridden) {
            facts.m_frontier.insert(flag.sampleId);
        }
    }
    for (const DetectorRun& run : flags.latestRuns()) {
        facts.m_lookedForFrontier = facts.m_lookedForFrontier
            || (run.datasetId == dataset && run.detector == u"frontier" && run.status == u"done");
    }
    return facts;
}

std::optional<double> ItemFacts::discrimination(SampleId sample) const
{
    const auto found = m_discrimination.constFind(sample);
    return found == m_discrimination.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<bool> ItemFacts::isFrontier(SampleId sample) const
{
    return m_lookedForFrontier || m_frontier.contains(sample) ? std::optional(m_frontier.contains(sample))
                                                              : std::nullopt;
}

} // namespace winnow
