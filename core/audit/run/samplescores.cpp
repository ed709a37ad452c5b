// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/run/samplescores.h"

#include "core/responses/samplepositions.h"

#include <algorithm>
#include <limits>

namespace winnow {

SampleScores sampleScores(const Detector& detector, const AuditData& data, const DetectorResult& result)
{
    SampleScores scores;
    if (!result.ranking.empty()) {
        scores.title = result.rankingTitle;
        scores.scale = result.rankingScale;
        scores.scores = result.ranking;
        return scores;
    }
    if (result.preview) {
        scores.title = result.preview->scoreTitle;
        scores.scale = result.preview->scale;
        scores.highIsBad = result.preview->flagAbove;
        scores.threshold = result.preview->threshold;
        scores.scores = result.preview->scores;
        return scores;
    }
    scores.title = detector.info().title;
    scores.scores.assign(data.size(), 0.0f);
    for (std::size_t i = 0; i < result.judged.size(); ++i) {
        if (!result.judged[i]) {
            scores.scores[i] = std::numeric_limits<float>::quiet_NaN();
        }
    }
    const SamplePositions positions(data.sampleIds);
    for (const FlagDraft& flag : result.flags) {
        const qint32 at = positions[flag.sampleId.value];
        if (at >= 0) {
            float& score = scores.scores[std::size_t(at)];
            score = score >= float(flag.score) ? score : float(flag.score);
        }
    }
    return scores;
}

} // namespace winnow
