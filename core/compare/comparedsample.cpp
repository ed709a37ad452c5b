// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/comparedsample.h"

#include "core/store/responsestore.h"
#include "core/store/samplestore.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

QVector<Response> repliesOf(sqlite::Connection& c, const RunChoice& choice, SampleId sample)
{
    QVector<Response> replies = ResponseStore(c).ofSampleInRun(choice.run.id, sample, choice.scoreSet);
    replies.removeIf(
        [&](const Response& reply) { return choice.attempt >= 0 && reply.attempt != choice.attempt; });
    return replies;
}

} // namespace

QPair<int, int> ComparedSample::shown() const
{
    for (int a = 0; a < first.size(); ++a) {
        for (int b = 0; b < second.size(); ++b) {
            const Response& one = first.at(a);
            const Response& other = second.at(b);
            // A chosen attempt stands alone, whichever it is.
            const bool sameAttempt = one.attempt == other.attempt || first.size() == 1 || second.size() == 1;
            if (one.shift == other.shift && sameAttempt && one.score != other.score) {
                return {a, b};
            }
        }
    }
    return {first.isEmpty() ? -1 : 0, second.isEmpty() ? -1 : 0};
}

Result<ComparedSample> compareSample(
    const Project& project, const ComparisonRequest& request, SampleId sample)
{
    return project.read([&](sqlite::Connection& c) -> Result<ComparedSample> {
        const auto found = SampleStore(c).byId(sample);
        if (!found) {
            return fail(ErrorCode::NotFound,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "The sample is not in the project")));
        }
        const auto pairs = sharedRuns(c, request);
        if (!pairs) {
            return tl::unexpected<Error>(pairs.error());
        }
        ComparedSample result;
        result.sample = *found;
        for (const auto& [first, second] : *pairs) {
            if (first.run.datasetId == found->datasetId) {
                result.first = repliesOf(c, first, sample);
                result.second = repliesOf(c, second, sample);
            }
        }
        return result;
    });
}

} // namespace winnow
