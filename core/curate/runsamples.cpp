// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/runsamples.h"

#include "core/curate/scorematrix.h"

#include <cmath>

namespace winnow {

Result<RunSamples> samplesOfRun(const Project& project, const Run& run, Progress& progress)
{
    const auto matrix = ScoreMatrix::load(project, run.datasetId, progress);
    if (!matrix) {
        return tl::unexpected<Error>(matrix.error());
    }
    RunSamples found;
    for (const RunScores& scores : matrix->runs) {
        if (scores.run.id != run.id) {
            continue;
        }
        for (size_t i = 0; i < matrix->samples.size(); ++i) {
            const SampleId id{matrix->samples[i]};
            const float score = scores.score[i];
            (std::isnan(score) ? found.missing : score >= 0.5f ? found.right : found.wrong).append(id);
            if (i < scores.unread.size() && scores.unread[i]) {
                found.unread.append(id);
            }
        }
    }
    return found;
}

} // namespace winnow
