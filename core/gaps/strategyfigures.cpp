// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gaps/strategyfigures.h"

#include "core/stats/nearestrank.h"

#include <numeric>

namespace winnow {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

} // namespace

FigureSums::FigureSums(std::size_t questions, const std::vector<std::uint32_t>& clusters, double patience,
    const std::vector<double>& limits)
    : m_clusters(clusters)
    , m_limits(limits.begin(), limits.end())
    , m_within(limits.size() + 1, 0)
    , m_right(clusters.empty() ? 0 : questions, kNaN)
    , m_inTime(m_right)
{
    m_figures.questions = qint64(questions);
    m_figures.patience = patience;
    m_seconds.reserve(questions);
}

StrategyFigures FigureSums::finish()
{
    const qint64 count = m_figures.replayed;
    m_figures.accuracy = mean(m_hits, double(count), m_right);
    m_figures.inTime = mean(m_hitsInTime, m_timed, m_inTime);
    if (m_timed < kMostlyKnown * double(count)) {
        m_figures.inTime.mean = m_figures.inTime.interval.low = m_figures.inTime.interval.high = kNaN;
    }
    m_figures.dollars = m_dollars.of(count);
    m_figures.tokens = m_tokens.of(count);
    m_figures.calls = count > 0 ? m_calls / double(count) : kNaN;
    m_figures.escalated = count > 0 ? m_escalated / double(count) : kNaN;
    m_figures.wastedDollars = m_dollars.sum > 0 ? m_wastedDollars.of(count) / m_figures.dollars : kNaN;
    m_figures.wastedTokens = m_tokens.sum > 0 ? m_wastedTokens.of(count) / m_figures.tokens : kNaN;
    m_figures.seconds = m_figures.p50 = m_figures.p95 = m_figures.p99 = kNaN;
    const std::size_t n = m_seconds.size();
    if (count > 0 && double(n) >= kMostlyKnown * double(count)) {
        m_figures.seconds = std::accumulate(m_seconds.begin(), m_seconds.end(), 0.0) / double(n);
        const double shares[] = {0.5, 0.95, 0.99};
        const std::vector<double> found = stats::nearestRanks(m_seconds, shares);
        m_figures.p50 = found[0];
        m_figures.p95 = found[1];
        m_figures.p99 = found[2];
    }
    return m_figures;
}

std::vector<double> FigureSums::within() const
{
    std::vector<double> shares;
    double sum = 0;
    for (std::size_t i = 0; i < m_limits.size(); ++i) {
        sum += m_within[i];
        shares.push_back(sum / double(std::max<std::size_t>(1, m_seconds.size())));
    }
    return shares;
}

stats::ClusteredMean FigureSums::mean(double hits, double of, const std::vector<double>& values) const
{
    if (!m_clusters.empty()) {
        return stats::clusteredMean(values, m_clusters);
    }
    const double outcomes[] = {0, 1};
    const double counts[] = {of - hits, hits};
    return stats::countedMean(outcomes, counts);
}

} // namespace winnow
