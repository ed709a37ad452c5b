// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/runsamples.h"

#include "core/curate/scorematrix.h"
#include "core/store/responsestore.h"

#include <cmath>

namespace winnow {

namespace {

void addSample(RunSamples& found, const RunScores& scores, size_t i, SampleId id)
{
    const float score = scores.score[i];
    (std::isnan(score) ? found.missing : score >= 0.5f ? found.right : found.wrong).append(id);
    if (scores.unread[i]) {
        found.unread.append(id);
    }
    if (scores.reply[i] == ReplyKind::Answer) {
        found.answers.append(id);
    } else if (scores.reply[i] == ReplyKind::Unreadable) {
        found.declines.append(id);
    }
    if (!scores.tries.empty() && scores.tries[i] > 1) {
        (scores.hits[i] == scores.tries[i] ? found.always
                : scores.hits[i] > 0       ? found.sometimes
                                           : found.never)
            .append(id);
    }
}

} // namespace

Result<RunSamples> samplesOfRun(
    const Project& project, const Run& run, Progress& progress, const QString& capability)
{
    const auto runs = project.read([&](sqlite::Connection& c) {
        QVector<RunChoice> there;
        for (const Run& each : ResponseStore(c).runsOf(run.datasetId)) {
            if (each.id == run.id) {
                there.append({each});
            }
        }
        return there;
    });
    if (!runs) {
        return tl::unexpected<Error>(runs.error());
    }
    const auto matrix = ScoreMatrix::load(project, run.datasetId, *runs, progress);
    if (!matrix) {
        return tl::unexpected<Error>(matrix.error());
    }
    RunSamples found;
    for (const RunScores& scores : matrix->runs) {
        for (size_t i = 0; i < matrix->samples.size(); ++i) {
            if (capability.isEmpty() || matrix->capabilities.at(matrix->capability[i]) == capability) {
                addSample(found, scores, i, SampleId{matrix->samples[i]});
            }
        }
    }
    return found;
}

} // namespace winnow
