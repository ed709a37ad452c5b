// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/comparedscores.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

Answered answeredOf(const RunScores& run, size_t sample)
{
    return !std::isnan(run.score[sample]) ? Answered::Scored
        : run.responded[sample]           ? Answered::Missing
                                          : Answered::Absent;
}

double scoreOf(const RunScores& run, size_t sample, bool missingIsWrong)
{
    const bool wrong = missingIsWrong && answeredOf(run, sample) == Answered::Missing;
    return wrong ? 0.0 : double(run.score[sample]);
}

void append(ComparedScores& all, const ScoreMatrix& matrix, const ComparisonRequest& request,
    const QSet<SampleId>* only)
{
    const RunScores& first = matrix.runs.at(0);
    const RunScores& second = matrix.runs.at(1);
    const quint32 clusters
        = all.clusters.empty() ? 0 : *std::max_element(all.clusters.begin(), all.clusters.end()) + 1;
    QVector<qsizetype> capabilities;
    for (const QString& name : matrix.capabilities) {
        if (!all.capabilities.contains(name)) {
            all.capabilities.append(name);
        }
        capabilities.append(all.capabilities.indexOf(name));
    }
    for (size_t i = 0; i < matrix.samples.size(); ++i) {
        const QString& capability = matrix.capabilities.at(matrix.capability[i]);
        if ((!request.capability.isEmpty() && capability != request.capability)
            || (only && !only->contains(SampleId{matrix.samples[i]}))) {
            continue;
        }
        all.samples.push_back(matrix.samples[i]);
        all.dataset.push_back(quint16(all.runs.size() - 1));
        all.capability.push_back(quint16(capabilities.at(matrix.capability[i])));
        all.clusters.push_back(clusters + matrix.cluster[i]);
        all.first.push_back(scoreOf(first, i, request.first.missingIsWrong));
        all.second.push_back(scoreOf(second, i, request.second.missingIsWrong));
        all.firstAnswered.push_back(answeredOf(first, i));
        all.secondAnswered.push_back(answeredOf(second, i));
    }
}

} // namespace

Result<ComparedScores> ComparedScores::load(
    const Project& project, const ComparisonRequest& request, Progress& progress)
{
    const auto pairs = project.read([&](sqlite::Connection& c) { return sharedRuns(c, request); });
    if (!pairs) {
        return tl::unexpected<Error>(pairs.error());
    }
    std::optional<QSet<SampleId>> only;
    if (request.only) {
        only.emplace(request.only->cbegin(), request.only->cend());
    }
    ComparedScores all;
    for (const auto& pair : *pairs) {
        const auto matrix
            = ScoreMatrix::load(project, pair.first.run.datasetId, {pair.first, pair.second}, progress);
        if (!matrix) {
            return tl::unexpected<Error>(matrix.error());
        }
        all.runs.append(pair);
        append(all, *matrix, request, only ? &*only : nullptr);
    }
    return all;
}

} // namespace winnow
