// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gaps/stagemaker.h"
#include "core/gaps/strategy.h"
#include "core/gaps/strategyfigures.h"

#include <memory>
#include <tuple>

namespace winnow {

/// A strategy over the questions it can be replayed on: those for which every stage was recorded, whether it
/// comes to it or not, so that no question drops out for being hard.
struct Replay {
    /// By question of the replayer: 1 right, 0 wrong, NaN where a try that it needs was not recorded.
    std::vector<double> right;
    std::vector<float> seconds, dollars, tokens, wastedDollars, wastedTokens;
    std::vector<std::uint8_t> calls;
    /// How many stages were gone through, from 1; 0 = not replayed.
    std::vector<std::uint8_t> stages;
};

/// The same in short, for choosing among many.
struct StrategyBrief {
    qint64 replayed = 0;
    double accuracy = 0;
    /// Rightly in time, and the cost (dollars or calls), each less and relative to the reference over the
    /// questions that both have, put on top of what the reference has over all.
    double inTime = 0;
    double dollars = 0;
    double calls = 0;
    double p95 = 0;
};

/// Replays strategies on what was recorded at some questions. Tries are taken in the order in which they were
/// recorded; a model that a strategy asks in two stages goes on with its next ones. Tries made at once are
/// all paid, also when one ends the others. One model is verified by another's first try, which is paid and
/// waited for. Stages that strategies share are worked out once. Any thread, several at a time.
class Replayer {
public:
    Replayer(const AttemptTable& table, std::vector<std::uint32_t> places);
    ~Replayer();

    const AttemptTable& table() const { return m_table; }
    const std::vector<std::uint32_t>& places() const { return m_places; }
    /// NotFound names a model, dataset or capability that the table does not have; InvalidInput a verifier of
    /// which nothing was recorded.
    Result<> check(const Strategy& strategy) const;
    /// The strategy must have passed check().
    Replay replay(const Strategy& strategy);
    StrategyFigures figures(const Replay& replay, double patience) const;
    /// The same without keeping what came of each question; `within` gets the share answered rightly within
    /// each of `seconds` (ascending).
    StrategyFigures figures(const Strategy& strategy, double patience, const std::vector<double>& seconds,
        std::vector<double>& within);
    /// Held against `reference` (a replay of this replayer) over the questions that both have.
    StrategyBrief brief(const Strategy& strategy, double patience, const Replay& reference);
    /// Works out the stages of these strategies on all cores, and each one's brief.
    std::vector<StrategyBrief> briefs(
        const QVector<Strategy>& strategies, double patience, const Replay& reference);

private:
    struct Stages;
    struct Plan;
    /// What strategies are held against, question by question and in the mean.
    struct Reference {
        const Replay& replay;
        std::vector<double> inTime;
        double meanInTime;
        double meanDollars;
        double meanCalls;
    };
    using Key = std::tuple<std::size_t, int, int, bool, int, std::size_t, double>;

    Result<> checkRoute(const StrategyRoute& ask) const;
    Result<> checkVerifier(const StrategyStage& stage) const;
    static Reference referenceOf(const Replay& replay, double patience);
    StrategyBrief brief(const Strategy& strategy, double patience, const Reference& reference);
    Plan planOf(const Strategy& strategy);
    std::shared_ptr<const StageColumn> column(const Key& key);
    template <typename Visit> void walk(const Plan& plan, const Visit& visit) const;

    const AttemptTable& m_table;
    std::vector<std::uint32_t> m_places;
    /// As intervals take them (AttemptTable::clustersAt).
    std::vector<std::uint32_t> m_clusters;
    /// Datasets with their capabilities, and which of them a place is in.
    QVector<QPair<quint16, quint16>> m_strata;
    std::vector<quint16> m_stratum;
    std::unique_ptr<Stages> m_stages;
};

/// The questions at which a strategy is wrong, too late for the patience, or went beyond its first stage.
enum class ReplaySamples { Wrong, Late, Escalated };
QVector<SampleId> samplesOf(
    const Replayer& replayer, const Replay& replay, double patience, ReplaySamples which);

} // namespace winnow
