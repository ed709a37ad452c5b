// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gaps/latency.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace winnow {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kPatiences = 40;

const ContenderValidation* validationOf(const QVector<ContenderValidation>& validation, std::size_t contender)
{
    for (const ContenderValidation& of : validation) {
        if (of.contender == contender) {
            return &of;
        }
    }
    return nullptr;
}

/// What a stage asks its verifier for.
void verifyBy(StrategyStage& stage, const VerifierFigures& figures)
{
    stage.verifier = figures.verifier;
    stage.accept = figures.verifier.kind == VerifierKind::Agreement ? std::floor(stage.tries / 2.0) + 1
                                                                    : figures.cutoff;
}

/// From the shortest to the longest call, evenly in ratio.
std::vector<double> patiencesOf(const AttemptTable& table)
{
    float least = std::numeric_limits<float>::infinity();
    float most = 0;
    for (const Contender& contender : table.contenders) {
        for (const TryColumn& column : contender.tries) {
            for (const float seconds : column.seconds) {
                if (seconds > 0) {
                    least = std::min(least, seconds);
                    most = std::max(most, seconds);
                }
            }
        }
    }
    std::vector<double> patiences;
    for (std::size_t i = 0; i < kPatiences && most > 0; ++i) {
        const double share = double(i) / double(kPatiences - 1);
        patiences.push_back(double(least) * std::pow(2 * double(most) / double(least), share));
    }
    return patiences;
}

/// Mean seconds of a try less the mean of the shortest right one, where there is a right one.
double gapOf(const Contender& contender, const std::vector<std::uint32_t>& places, int attempts)
{
    double mean = 0;
    double shortest = 0;
    std::size_t questions = 0;
    for (const std::uint32_t place : places) {
        double sum = 0;
        double best = std::numeric_limits<double>::infinity();
        for (int attempt = 0; attempt < attempts; ++attempt) {
            const TryColumn& column = contender.tries[std::size_t(attempt)];
            const double seconds = column.seconds.empty() ? kNaN : double(column.seconds[place]);
            sum += seconds;
            if (column.outcome[place] == Try::Right && seconds < best) {
                best = seconds;
            }
        }
        if (std::isfinite(best) && std::isfinite(sum)) {
            mean += sum / attempts;
            shortest += best;
            ++questions;
        }
    }
    return questions > 0 && attempts > 1 ? (mean - shortest) / double(questions) : kNaN;
}

LatencyRow rowOf(Replayer& replayer, LatencyRow::Way way, const Strategy& strategy, double patience,
    const std::vector<double>& patiences)
{
    LatencyRow row;
    row.way = way;
    row.strategy = strategy;
    row.figures = replayer.figures(strategy, patience, patiences, row.within);
    return row;
}

Strategy several(const QString& model, int tries, bool atOnce, const VerifierFigures& verifier)
{
    Strategy strategy = Strategy::single(model);
    StrategyStage& stage = strategy.stages.first();
    stage.tries = tries;
    stage.atOnce = atOnce;
    verifyBy(stage, verifier);
    return strategy;
}

ContenderLatency measureContender(const AttemptTable& table, std::size_t index,
    const ContenderValidation* validation, double patience, const std::vector<double>& patiences)
{
    ContenderLatency of;
    of.contender = index;
    const Contender& contender = table.contenders.at(qsizetype(index));
    of.attempts = validation ? validation->attempts : 1;
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (!table.isStep(i) && contender.tried(i, std::size_t(of.attempts) - 1) && !table.inFirstHalf(i)) {
            of.places.push_back(std::uint32_t(i));
        }
    }
    if (of.places.empty()) {
        return of;
    }
    Replayer replayer(table, of.places);
    const auto add = [&](LatencyRow::Way way, const Strategy& strategy) {
        of.rows.append(rowOf(replayer, way, strategy, patience, patiences));
    };
    add(LatencyRow::Way::OneTry, Strategy::single(contender.name));
    of.gap = gapOf(contender, of.places, of.attempts);
    if (!validation || !validation->repeats()) {
        return of;
    }
    if (const VerifierFigures* verifier = bestVerifier(*validation)) {
        of.verifier = verifier->verifier;
        add(LatencyRow::Way::InTurn, several(contender.name, of.attempts, false, *verifier));
        add(LatencyRow::Way::AtOnce, several(contender.name, of.attempts, true, *verifier));
    }
    VerifierFigures oracle;
    oracle.verifier.kind = VerifierKind::Oracle;
    add(LatencyRow::Way::Oracle, several(contender.name, of.attempts, true, oracle));
    return of;
}

/// Ever dearer contenders, of those that are better than all that cost less, by the first half of the
/// questions; by accuracy without costs.
std::vector<std::size_t> ladderOf(const AttemptTable& table, const Contextualization& of)
{
    QVector<ContenderPoint> points = of.points;
    for (ContenderPoint& point : points) {
        double right = 0;
        for (const std::uint32_t place : of.places) {
            right += table.inFirstHalf(place) && table.contenders.at(qsizetype(point.contender)).right(place)
                ? 1
                : 0;
        }
        point.accuracy.mean = right;
    }
    std::stable_sort(points.begin(), points.end(), [&](const ContenderPoint& a, const ContenderPoint& b) {
        return of.hasCosts ? a.dollars < b.dollars : a.accuracy.mean < b.accuracy.mean;
    });
    std::vector<std::size_t> ladder;
    double best = -1;
    for (const ContenderPoint& point : points) {
        if (point.accuracy.mean > best) {
            best = point.accuracy.mean;
            ladder.push_back(point.contender);
        }
    }
    // A long ladder is climbed in steps that matter.
    while (ladder.size() > 4) {
        ladder.erase(ladder.begin() + 1);
    }
    return ladder;
}

void measureCascades(const AttemptTable& table, const QVector<ContenderValidation>& validation,
    const Contextualization& contextualization, double patience, Latency& latency)
{
    const std::vector<std::size_t> ladder = ladderOf(table, contextualization);
    if (ladder.size() < 2) {
        return;
    }
    for (const std::uint32_t place : contextualization.places) {
        if (!table.inFirstHalf(place)) {
            latency.cascadePlaces.push_back(place);
        }
    }
    if (latency.cascadePlaces.empty()) {
        return;
    }
    Replayer replayer(table, latency.cascadePlaces);
    Strategy verified, oracle;
    bool verifies = true;
    for (std::size_t step = 0; step < ladder.size(); ++step) {
        const bool last = step + 1 == ladder.size();
        StrategyStage stage;
        stage.ask.model = table.contenders.at(qsizetype(ladder[step])).name;
        StrategyStage known = stage;
        known.verifier.kind = last ? VerifierKind::None : VerifierKind::Oracle;
        oracle.stages.append(known);
        if (!last) {
            const ContenderValidation* of = validationOf(validation, ladder[step]);
            const VerifierFigures* best = of ? bestVerifier(*of, OtherModels::LeftOut) : nullptr;
            if (best) {
                stage.tries = best->verifier.kind == VerifierKind::Agreement ? of->attempts : 1;
                stage.atOnce = true;
                verifyBy(stage, *best);
            } else {
                verifies = false;
            }
        }
        verified.stages.append(stage);
    }
    if (verifies) {
        latency.cascades.append(
            rowOf(replayer, LatencyRow::Way::Cascade, verified, patience, latency.patience));
    }
    latency.cascades.append(rowOf(replayer, LatencyRow::Way::Oracle, oracle, patience, latency.patience));
}

} // namespace

Latency measureLatency(const AttemptTable& table, const QVector<ContenderValidation>& validation,
    const Contextualization& contextualization, double patience, const Progress& progress)
{
    Latency latency;
    std::vector<std::size_t> timed;
    for (std::size_t c = 0; c < std::size_t(table.contenders.size()); ++c) {
        const Contender& contender = table.contenders.at(qsizetype(c));
        if (!std::isnan(knownMean(contender.tries.front().seconds, table.triedByAll({c})))) {
            timed.push_back(c);
        }
    }
    if (timed.empty()) {
        return latency;
    }
    latency.patience = patiencesOf(table);
    std::vector<ContenderLatency> measured(timed.size());
    onAllCores(timed.size(), [&](std::size_t i) {
        if (!progress.isCancelled()) {
            measured[i] = measureContender(
                table, timed[i], validationOf(validation, timed[i]), patience, latency.patience);
        }
    });
    for (ContenderLatency& of : measured) {
        if (!of.rows.isEmpty()) {
            latency.contenders.append(std::move(of));
        }
    }
    if (!contextualization.isEmpty() && !progress.isCancelled()) {
        measureCascades(table, validation, contextualization, patience, latency);
    }
    return latency;
}

Sentence titleOf(LatencyRow::Way way)
{
    switch (way) {
    case LatencyRow::Way::OneTry:
        return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "one try"));
    case LatencyRow::Way::InTurn:
        return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "in turn until accepted"));
    case LatencyRow::Way::AtOnce:
        return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "at once, first accepted"));
    case LatencyRow::Way::Oracle:
        return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "first right one (oracle)"));
    case LatencyRow::Way::Cascade:
        break;
    }
    return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "a ladder of models until accepted"));
}

} // namespace winnow
