// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/responses/runusage.h"

#include "core/store/responsestore.h"

#include <cmath>

namespace winnow {

namespace {

/// Means of one column.
class ColumnMean {
public:
    explicit ColumnMean(std::size_t samples)
        : m_samples(samples)
    {
    }

    /// What is not known is negative or NaN.
    void add(std::size_t sample, double value)
    {
        if (!(value >= 0)) {
            return;
        }
        if (m_sums.empty()) {
            m_sums.assign(m_samples, 0);
            m_counts.assign(m_samples, 0);
        }
        m_sums[sample] += value;
        ++m_counts[sample];
    }

    std::vector<float> take() const
    {
        std::vector<float> means;
        for (std::size_t i = 0; i < m_sums.size(); ++i) {
            means.push_back(m_counts[i] ? float(m_sums[i] / m_counts[i]) : std::nanf(""));
        }
        return means;
    }

private:
    std::size_t m_samples;
    std::vector<double> m_sums;
    std::vector<quint32> m_counts;
};

} // namespace

RunUsage RunUsage::read(sqlite::Connection& connection, RunId run, const SamplePositions& positions)
{
    ColumnMean seconds(positions.size()), cost(positions.size()), prompt(positions.size()),
        output(positions.size());
    ResponseStore(connection).forEachBlock(run, true, [&](const ResponseStore::Block& block) {
        const DetailBlock& details = block.details;
        const auto addAll = [&](ColumnMean& mean, const auto& column) {
            for (std::size_t i = 0; i < column.size(); ++i) {
                const qint32 at = positions[block.firstSample + block.scores.samples[i]];
                if (at >= 0) {
                    mean.add(std::size_t(at), double(column[i]));
                }
            }
        };
        addAll(seconds, details.latency);
        addAll(cost, details.cost);
        addAll(prompt, details.promptTokens);
        addAll(output, details.outputTokens);
        return true;
    });
    return {seconds.take(), cost.take(), prompt.take(), output.take()};
}

} // namespace winnow
