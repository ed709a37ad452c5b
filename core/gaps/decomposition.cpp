// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gaps/decomposition.h"

#include "core/stats/selection.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <optional>

namespace winnow {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kLeastChains = 20;

/// Works on one contender's tries at steps.
class StepTries {
public:
    StepTries(const AttemptTable& table, const Contender& contender)
        : m_table(table)
        , m_contender(contender)
    {
    }

    /// Right when the best of its first `attempts` tries is taken, as the verifier has it; ties shared.
    double selected(const Verifier& verifier, std::uint32_t place, int attempts)
    {
        m_right.clear();
        m_ratings.clear();
        m_answers.clear();
        const qsizetype other = m_table.find(verifier.model);
        const VerifierSource source{verifier.kind, other < 0 ? nullptr : &m_table.contenders.at(other)};
        for (std::size_t t = 0; t < std::size_t(attempts) && m_contender.tried(place, t); ++t) {
            const TryColumn& column = m_contender.tries[t];
            m_right.push_back(column.outcome[place] == Try::Right ? 1 : 0);
            if (verifier.kind == VerifierKind::Agreement) {
                const std::uint32_t mark = column.answer.empty() ? 0U : column.answer[place];
                m_answers.push_back(mark < FirstAnswerMark ? 0U : mark);
            } else {
                m_ratings.push_back(double(source.of(m_contender, place, t)));
            }
        }
        return verifier.kind == VerifierKind::Agreement ? stats::majorityOf(m_answers, m_right)
                                                        : stats::bestOfAll(m_ratings, m_right);
    }

    bool anyRight(std::uint32_t place, int attempts) const
    {
        for (std::size_t t = 0; t < std::size_t(attempts); ++t) {
            if (m_contender.right(place, t)) {
                return true;
            }
        }
        return false;
    }

    /// Chooses, by each half of these places, the verifier that selects best of those that were recorded.
    void choose(const std::vector<std::uint32_t>& places, int attempts)
    {
        m_chosen = {};
        std::array<double, 2> best{-1, -1};
        for (const VerifierKind kind : {VerifierKind::Agreement, VerifierKind::Rating,
                 VerifierKind::LogProbability, VerifierKind::Form}) {
            if (attempts < 2 || !VerifierSource{kind}.speaksFor(m_contender, std::size_t(attempts))) {
                continue;
            }
            std::array<double, 2> sums{0, 0};
            for (const std::uint32_t place : places) {
                sums[m_table.inFirstHalf(place) ? 0 : 1] += selected({kind, {}}, place, attempts);
            }
            for (std::size_t half = 0; half < 2; ++half) {
                if (sums[half] > best[half]) {
                    best[half] = sums[half];
                    m_chosen[half].kind = kind;
                }
            }
        }
    }
    /// The one that the other half has chosen, so that no place had a part in it; None without one.
    const Verifier& chosenFor(std::uint32_t place) const
    {
        return m_chosen[m_table.inFirstHalf(place) ? 1 : 0];
    }
    const Verifier& chosen() const { return m_chosen.front(); }

private:
    const AttemptTable& m_table;
    const Contender& m_contender;
    std::array<Verifier, 2> m_chosen;
    std::vector<std::uint8_t> m_right;
    std::vector<double> m_ratings;
    std::vector<std::uint32_t> m_answers;
};

/// The steps that a chain comes down to for a contender: a step that was not asked itself and has steps
/// stands for those. Empty when one of them was not tried.
class ChainSteps {
public:
    explicit ChainSteps(const AttemptTable& table)
        : m_table(table)
        , m_chainOf(table.size(), -1)
    {
        for (std::size_t chain = 0; chain < std::size_t(table.chains.size()); ++chain) {
            const Chain& of = table.chains.at(qsizetype(chain));
            if (of.question >= 0) {
                m_chainOf[std::size_t(of.question)] = qint32(chain);
            }
        }
    }

    std::vector<std::uint32_t> of(const Contender& contender, std::size_t chain) const
    {
        std::vector<std::uint32_t> places;
        if (!add(contender, chain, places)) {
            places.clear();
        }
        return places;
    }

private:
    bool add(const Contender& contender, std::size_t chain, std::vector<std::uint32_t>& places) const
    {
        if (!m_table.chains.at(qsizetype(chain)).complete) {
            return false;
        }
        for (const std::uint32_t step : m_table.chains.at(qsizetype(chain)).steps) {
            if (contender.tried(step)) {
                places.push_back(step);
            } else if (m_chainOf[step] < 0 || !add(contender, std::size_t(m_chainOf[step]), places)) {
                return false;
            }
        }
        return true;
    }

    const AttemptTable& m_table;
    std::vector<qint32> m_chainOf;
};

StepFigures stepFigures(
    const AttemptTable& table, std::size_t index, quint16 step, const std::vector<std::uint32_t>& places)
{
    const Contender& contender = table.contenders.at(qsizetype(index));
    StepFigures of;
    of.step = step;
    of.contender = index;
    std::vector<double> right;
    for (const std::uint32_t place : places) {
        right.push_back(contender.right(place) ? 1 : 0);
        of.wrong += contender.right(place) ? 0 : 1;
    }
    of.accuracy = stats::clusteredMean(right, table.clustersAt(places));
    of.promptTokens = knownMean(contender.tries.front().promptTokens, places);
    of.dollars = knownMean(contender.tries.front().dollars, places);
    of.seconds = knownMean(contender.tries.front().seconds, places);
    of.attempts = contender.attemptsAt(places);
    of.successAtK = of.verified = kNaN;
    if (of.attempts > 1) {
        StepTries tries(table, contender);
        tries.choose(places, of.attempts);
        of.verifier = tries.chosen();
        double any = 0;
        double verified = 0;
        double asked = 0;
        for (const std::uint32_t place : places) {
            if (contender.tried(place, std::size_t(of.attempts) - 1)) {
                ++asked;
                any += tries.anyRight(place, of.attempts) ? 1 : 0;
                const Verifier& verifier = tries.chosenFor(place);
                verified += verifier.kind == VerifierKind::None
                    ? kNaN
                    : tries.selected(verifier, place, of.attempts);
            }
        }
        of.successAtK = any / asked;
        of.verified = verified / asked;
    }
    return of;
}

/// Measures one contender over chains.
class ChainMeasurer {
public:
    ChainMeasurer(const AttemptTable& table, const ChainSteps& steps, std::size_t index,
        const std::vector<double>& stepAccuracy)
        : m_table(table)
        , m_contender(table.contenders.at(qsizetype(index)))
        , m_accuracy(stepAccuracy)
    {
        m_of.contender = index;
        m_of.breaks.assign(std::size_t(table.stepNames.size()), 0);
        for (std::size_t chain = 0; chain < std::size_t(table.chains.size()); ++chain) {
            // A chain within a chain is part of that.
            const Chain& of = table.chains.at(qsizetype(chain));
            if (!of.complete || (of.question >= 0 && table.isStep(std::size_t(of.question)))) {
                continue;
            }
            std::vector<std::uint32_t> places = steps.of(m_contender, chain);
            if (!places.empty()) {
                m_of.chains.push_back(std::uint32_t(chain));
                m_places.push_back(std::move(places));
            }
        }
    }

    bool isEmpty() const { return m_places.empty(); }

    ChainFigures measure()
    {
        std::vector<std::uint32_t> all;
        for (const auto& places : m_places) {
            all.insert(all.end(), places.begin(), places.end());
        }
        m_of.attempts = m_contender.attemptsAt(all);
        StepTries tries(m_table, m_contender);
        tries.choose(all, m_of.attempts);
        m_of.verifier = tries.chosen();
        std::vector<double> path, verified, any;
        std::vector<std::uint32_t> clusters;
        double product = 0;
        for (const auto& places : m_places) {
            double independent = 1;
            double selected = 1;
            bool right = true;
            bool anyRight = true;
            for (const std::uint32_t place : places) {
                const auto step = std::size_t(m_table.step[place]) - 1;
                independent *= m_accuracy[step];
                if (right && !m_contender.right(place)) {
                    ++m_of.breaks[step];
                    right = false;
                }
                anyRight = anyRight && tries.anyRight(place, m_of.attempts);
                const Verifier& verifier = tries.chosenFor(place);
                selected *= verifier.kind == VerifierKind::None
                    ? kNaN
                    : tries.selected(verifier, place, m_of.attempts);
            }
            const bool repeated
                = m_of.attempts > 1 && std::all_of(places.begin(), places.end(), [&](std::uint32_t place) {
                      return m_contender.tried(place, std::size_t(m_of.attempts) - 1);
                  });
            product += independent;
            path.push_back(right ? 1 : 0);
            verified.push_back(repeated ? selected : kNaN);
            any.push_back(repeated ? (anyRight ? 1 : 0) : kNaN);
            clusters.push_back(m_table.cluster[places.front()]);
        }
        m_of.product = product / double(m_places.size());
        m_of.onePath = stats::clusteredMean(path, clusters);
        m_of.verified = stats::clusteredMean(verified, clusters);
        m_of.anyRight = stats::clusteredMean(any, clusters);
        measureEndToEnd();
        m_of.pathDollars = dollars(1);
        m_of.verifiedDollars = m_of.attempts > 1 ? dollars(m_of.attempts) : kNaN;
        return std::move(m_of);
    }

private:
    void measureEndToEnd()
    {
        std::vector<double> right;
        std::vector<std::uint32_t> asked;
        for (const std::uint32_t chain : m_of.chains) {
            const qint32 question = m_table.chains.at(qsizetype(chain)).question;
            if (question >= 0 && m_contender.tried(std::size_t(question))) {
                asked.push_back(std::uint32_t(question));
                right.push_back(m_contender.right(std::size_t(question)) ? 1 : 0);
            }
        }
        m_of.endToEnd = stats::clusteredMean(right, m_table.clustersAt(asked));
        m_of.endToEndDollars = knownMean(m_contender.tries.front().dollars, asked);
    }

    /// A chain with so many tries a step; NaN unless nearly all are known.
    double dollars(int attempts) const
    {
        KnownMean mean;
        for (const auto& places : m_places) {
            float chain = 0;
            for (const std::uint32_t place : places) {
                for (std::size_t t = 0; t < std::size_t(attempts); ++t) {
                    const std::vector<float>& column = m_contender.tries[t].dollars;
                    chain += column.empty() || !m_contender.tried(place, t) ? std::nanf("") : column[place];
                }
            }
            mean.add(chain);
        }
        return mean.of(qint64(m_places.size()));
    }

    const AttemptTable& m_table;
    const Contender& m_contender;
    const std::vector<double>& m_accuracy;
    ChainFigures m_of;
    std::vector<std::vector<std::uint32_t>> m_places;
};

/// A contender for each step, by the first tries on half of the chains that all took.
class Mixer {
public:
    Mixer(const AttemptTable& table, const QVector<ChainFigures>& figures, const ChainSteps& steps)
        : m_table(table)
        , m_figures(figures)
    {
        for (const std::uint32_t chain : figures.front().chains) {
            const bool all = std::all_of(figures.begin(), figures.end(), [&](const ChainFigures& of) {
                return std::binary_search(of.chains.begin(), of.chains.end(), chain);
            });
            const auto places = steps.of(contender(figures.front().contender), chain);
            // Where contenders took other steps (one was asked a step whole, another its parts) there is
            // nothing to mix.
            const bool same = all && std::all_of(figures.begin(), figures.end(), [&](const ChainFigures& of) {
                return steps.of(contender(of.contender), chain) == places;
            });
            if (same) {
                (table.inFirstHalf(places.front()) ? m_chosenOn : m_triedOn).push_back(places);
            }
        }
    }

    std::optional<MixedSteps> measure() const
    {
        if (m_figures.size() < 2 || m_chosenOn.size() + m_triedOn.size() < kLeastChains || m_chosenOn.empty()
            || m_triedOn.empty()) {
            return std::nullopt;
        }
        MixedSteps mixed;
        mixed.contenders = chosen();
        double best = -1;
        for (const ChainFigures& of : m_figures) {
            const std::vector<std::size_t> alone(mixed.contenders.size(), of.contender);
            double right = 0;
            for (const auto& places : m_chosenOn) {
                right += isRight(places, alone) ? 1 : 0;
            }
            if (right > best) {
                best = right;
                mixed.single = of.contender;
            }
        }
        const std::vector<std::size_t> alone(mixed.contenders.size(), mixed.single);
        std::vector<double> with, without;
        std::vector<std::uint32_t> clusters;
        mixed.dollars = mixed.singleDollars = 0;
        for (const auto& places : m_triedOn) {
            with.push_back(isRight(places, mixed.contenders) ? 1 : 0);
            without.push_back(isRight(places, alone) ? 1 : 0);
            clusters.push_back(m_table.cluster[places.front()]);
            mixed.dollars += dollarsOf(places, mixed.contenders) / double(m_triedOn.size());
            mixed.singleDollars += dollarsOf(places, alone) / double(m_triedOn.size());
        }
        mixed.onePath = stats::clusteredMean(with, clusters);
        mixed.singlePath = stats::clusteredMean(without, clusters);
        mixed.against = stats::pairedMeans(with, without, clusters);
        return mixed;
    }

private:
    const Contender& contender(std::size_t index) const { return m_table.contenders.at(qsizetype(index)); }

    std::vector<std::size_t> chosen() const
    {
        std::vector<std::size_t> by;
        for (std::size_t step = 0; step < std::size_t(m_table.stepNames.size()); ++step) {
            std::size_t best = m_figures.front().contender;
            double bestRight = -1;
            for (const ChainFigures& of : m_figures) {
                double right = 0;
                for (const auto& places : m_chosenOn) {
                    for (const std::uint32_t place : places) {
                        right += m_table.step[place] == step + 1 && contender(of.contender).right(place) ? 1
                                                                                                         : 0;
                    }
                }
                if (right > bestRight) {
                    bestRight = right;
                    best = of.contender;
                }
            }
            by.push_back(best);
        }
        return by;
    }

    bool isRight(const std::vector<std::uint32_t>& places, const std::vector<std::size_t>& by) const
    {
        return std::all_of(places.begin(), places.end(), [&](std::uint32_t place) {
            return contender(by[std::size_t(m_table.step[place]) - 1]).right(place);
        });
    }

    double dollarsOf(const std::vector<std::uint32_t>& places, const std::vector<std::size_t>& by) const
    {
        double sum = 0;
        for (const std::uint32_t place : places) {
            const auto& column = contender(by[std::size_t(m_table.step[place]) - 1]).tries.front().dollars;
            sum += column.empty() ? kNaN : double(column[place]);
        }
        return sum;
    }

    const AttemptTable& m_table;
    const QVector<ChainFigures>& m_figures;
    std::vector<std::vector<std::uint32_t>> m_chosenOn, m_triedOn;
};

/// Two settings of one model over the steps that both tried.
std::optional<ContextPair> contextPair(const AttemptTable& table, std::size_t a, std::size_t b)
{
    const Contender& first = table.contenders.at(qsizetype(a));
    const Contender& second = table.contenders.at(qsizetype(b));
    std::vector<std::uint32_t> places;
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table.isStep(i) && first.tried(i) && second.tried(i)) {
            places.push_back(std::uint32_t(i));
        }
    }
    const double tokensA = knownMean(first.tries.front().promptTokens, places);
    const double tokensB = knownMean(second.tries.front().promptTokens, places);
    // Nearly as much carried in is no other context.
    if (!(std::max(tokensA, tokensB) > 1.05 * std::min(tokensA, tokensB))) {
        return std::nullopt;
    }
    ContextPair pair;
    pair.whole = tokensA > tokensB ? a : b;
    pair.needed = tokensA > tokensB ? b : a;
    const Contender& whole = table.contenders.at(qsizetype(pair.whole));
    const Contender& needed = table.contenders.at(qsizetype(pair.needed));
    std::vector<double> withWhole, withNeeded;
    for (const std::uint32_t place : places) {
        withWhole.push_back(whole.right(place) ? 1 : 0);
        withNeeded.push_back(needed.right(place) ? 1 : 0);
    }
    pair.accuracy = stats::pairedMeans(withWhole, withNeeded, table.clustersAt(places));
    pair.wholeTokens = std::max(tokensA, tokensB);
    pair.neededTokens = std::min(tokensA, tokensB);
    pair.wholeDollars = knownMean(whole.tries.front().dollars, places);
    pair.neededDollars = knownMean(needed.tries.front().dollars, places);
    return pair;
}

} // namespace

Decomposition measureDecomposition(const AttemptTable& table, const Progress& progress)
{
    Decomposition of;
    if (table.chains.isEmpty()) {
        return of;
    }
    const auto contenders = std::size_t(table.contenders.size());
    const auto names = std::size_t(table.stepNames.size());
    // [contender][step name]; NaN = not tried.
    std::vector<std::vector<double>> accuracy(contenders, std::vector<double>(names, kNaN));
    for (std::size_t step = 0; step < names && !progress.isCancelled(); ++step) {
        const qsizetype before = of.steps.size();
        for (std::size_t c = 0; c < contenders; ++c) {
            std::vector<std::uint32_t> places;
            for (std::size_t i = 0; i < table.size(); ++i) {
                if (table.step[i] == step + 1 && table.contenders.at(qsizetype(c)).tried(i)) {
                    places.push_back(std::uint32_t(i));
                }
            }
            if (!places.empty()) {
                of.steps.append(stepFigures(table, c, quint16(step), places));
                accuracy[c][step] = of.steps.last().accuracy.mean;
            }
        }
        std::stable_sort(of.steps.begin() + before, of.steps.end(),
            [](const StepFigures& a, const StepFigures& b) { return a.accuracy.mean > b.accuracy.mean; });
    }
    const ChainSteps steps(table);
    for (std::size_t c = 0; c < contenders && !progress.isCancelled(); ++c) {
        ChainMeasurer measurer(table, steps, c, accuracy[c]);
        if (!measurer.isEmpty()) {
            of.chains.append(measurer.measure());
        }
        for (std::size_t other = c + 1; other < contenders; ++other) {
            if (table.contenders.at(qsizetype(c)).model == table.contenders.at(qsizetype(other)).model) {
                if (const auto pair = contextPair(table, c, other)) {
                    of.contexts.append(*pair);
                }
            }
        }
    }
    // Who took few of the chains has no say in who is best at their steps.
    std::size_t most = 0;
    for (const ChainFigures& chain : of.chains) {
        most = std::max(most, chain.chains.size());
    }
    QVector<ChainFigures> speakers;
    std::copy_if(of.chains.begin(), of.chains.end(), std::back_inserter(speakers),
        [&](const ChainFigures& chain) { return chain.chains.size() * 2 >= most; });
    if (!speakers.isEmpty()) {
        of.mixed = Mixer(table, speakers, steps).measure();
    }
    std::stable_sort(of.chains.begin(), of.chains.end(),
        [](const ChainFigures& a, const ChainFigures& b) { return a.onePath.mean > b.onePath.mean; });
    return of;
}

QVector<SampleId> wrongSteps(const AttemptTable& table, std::size_t contender, quint16 step)
{
    QVector<SampleId> samples;
    const Contender& who = table.contenders.at(qsizetype(contender));
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (!table.step.empty() && table.step[i] == step + 1 && who.tried(i) && !who.right(i)) {
            samples.append(SampleId{table.samples[i]});
        }
    }
    return samples;
}

QVector<SampleId> brokenAt(const AttemptTable& table, const ChainFigures& of, quint16 step)
{
    QVector<SampleId> samples;
    const ChainSteps steps(table);
    const Contender& who = table.contenders.at(qsizetype(of.contender));
    for (const std::uint32_t chain : of.chains) {
        const std::vector<std::uint32_t> places = steps.of(who, chain);
        const auto first = std::find_if(
            places.begin(), places.end(), [&](std::uint32_t place) { return !who.right(place); });
        if (first != places.end() && table.step[*first] == step + 1) {
            samples.append(SampleId{table.samples[*first]});
        }
    }
    return samples;
}

} // namespace winnow
