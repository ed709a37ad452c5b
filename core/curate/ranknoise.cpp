// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/ranknoise.h"

#include "core/stats/clustered.h"

#include <QHash>
#include <QSet>

namespace winnow {

namespace {

constexpr double kAlpha = 0.05;

int order(double a, double b)
{
    return a > b ? 1 : a < b ? -1 : 0;
}

/// The scores after the policy over the samples of one ranking.
class RankingScores {
public:
    RankingScores(const ScoredSamples& scores, const ModelRanking& ranking)
        : m_scores(scores)
    {
        const QSet<SampleId> common(ranking.after.begin(), ranking.after.end());
        for (size_t i = 0; i < scores.samples.size(); ++i) {
            if (common.contains(SampleId{scores.samples[i]})) {
                m_places.push_back(i);
                m_clusters.push_back(scores.cluster[i]);
            }
        }
    }

    double pValue(const QString& a, const QString& b)
    {
        const auto pair = a < b ? std::pair(a, b) : std::pair(b, a);
        const auto known = m_known.constFind(pair);
        if (known != m_known.constEnd()) {
            return *known;
        }
        const double p = stats::pairedMeans(of(a), of(b), m_clusters).pValue;
        m_known.insert(pair, p);
        return p;
    }

private:
    const std::vector<double>& of(const QString& model)
    {
        auto found = m_values.find(model);
        if (found == m_values.end()) {
            std::vector<double> values;
            if (const ModelScores* scores = m_scores.model(model)) {
                for (const size_t place : m_places) {
                    values.push_back(double(scores->after[place]));
                }
            }
            found = m_values.insert(model, values);
        }
        return *found;
    }

    const ScoredSamples& m_scores;
    std::vector<size_t> m_places;
    std::vector<quint32> m_clusters;
    QMap<QString, std::vector<double>> m_values; // stays where it is when others are added
    QHash<std::pair<QString, QString>, double> m_known;
};

} // namespace

QMap<QString, RankNoise> rankNoise(const ScoredSamples& scores, const ModelComparison& comparison)
{
    QMap<QString, RankNoise> noise;
    for (qsizetype r = 0; r < comparison.rankings.size(); ++r) {
        RankingScores ranking(scores, comparison.rankings.at(r));
        for (const ModelShift& model : comparison.models) {
            if (model.ranking != r || !model.rankAfter) {
                continue;
            }
            RankNoise found;
            std::vector<double> tests;
            for (const ModelShift& other : comparison.models) {
                if (other.ranking == r && other.rankAfter
                    && order(model.before.value, other.before.value)
                        != order(model.after.value, other.after.value)) {
                    found.passed.append(other.model);
                    tests.push_back(ranking.pValue(model.model, other.model));
                }
            }
            if (!found.passed.isEmpty()) {
                const std::vector<double> adjusted = stats::holm(tests);
                found.apart = int(
                    std::count_if(adjusted.begin(), adjusted.end(), [](double p) { return p < kAlpha; }));
                noise.insert(model.model, found);
            }
        }
    }
    return noise;
}

} // namespace winnow
