// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/responses/sampleaccuracy.h"

#include "core/responses/responsetable.h"
#include "core/store/responsestore.h"

#include <limits>
#include <memory>

namespace winnow {

Result<std::shared_ptr<const SampleIndex>> withAccuracy(
    const Project& project, const std::shared_ptr<const SampleIndex>& index, Progress& progress)
{
    return project.read([&](sqlite::Connection& c) -> Result<std::shared_ptr<const SampleIndex>> {
        const std::vector<qint64>& ids = index->ids();
        std::vector<float> sums(ids.size(), 0);
        std::vector<quint32> counts(ids.size(), 0);
        const QVector<Run> runs = ResponseStore(c).runs();
        QString dataset;
        std::vector<quint32> rows;
        std::unique_ptr<SamplePositions> positions;
        for (qsizetype i = 0; i < runs.size(); ++i) {
            const Run& run = runs.at(i);
            progress.report(i, runs.size(), QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading scores")));
            if (run.condition != Condition::Standard) {
                continue;
            }
            if (!positions || run.dataset != dataset) {
                dataset = run.dataset;
                rows = index->rowsOf(dataset);
                std::vector<qint64> samples;
                for (const quint32 row : rows) {
                    samples.push_back(ids[row]);
                }
                positions = std::make_unique<SamplePositions>(samples);
            }
            const auto responses = RunResponses::read(c, run, *positions, false, progress);
            if (progress.isCancelled()) {
                return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
            }
            for (const AnswerColumn& column : responses->columns()) {
                for (std::size_t s = 0; s < rows.size(); ++s) {
                    if (column.hasScore(s)) {
                        sums[rows[s]] += float(column.score(s));
                        ++counts[rows[s]];
                    }
                }
            }
        }
        for (std::size_t i = 0; i < sums.size(); ++i) {
            sums[i] = counts[i] ? sums[i] / float(counts[i]) : std::numeric_limits<float>::quiet_NaN();
        }
        return index->withAccuracy(std::move(sums));
    });
}

} // namespace winnow
