// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gaps/candidates.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace winnow {

namespace {

/// More models than this are not combined: the best ones for their price are.
constexpr qsizetype kPool = 8;
constexpr int kMostTries = 5;

/// A contender that can be part of a strategy.
struct Member {
    std::size_t contender = 0;
    QString name;
    double accuracy = 0;
    double dollars = 0;
    int tries = 1;
    bool answers = false;
    bool form = false;
    /// Of what it said at the places, the quartiles and more; empty = not recorded.
    std::vector<double> logCuts, ratingCuts;
};

std::vector<double> cutsAt(
    const std::vector<float>& column, const std::vector<std::uint32_t>& places, std::size_t count)
{
    std::vector<float> known;
    for (const std::uint32_t place : places) {
        if (!column.empty() && !std::isnan(column[place])) {
            known.push_back(column[place]);
        }
    }
    if (known.size() * 2 < places.size() || known.empty()) {
        return {};
    }
    std::sort(known.begin(), known.end());
    std::vector<double> cuts;
    for (std::size_t i = 1; i <= count; ++i) {
        cuts.push_back(double(known[i * (known.size() - 1) / (count + 1)]));
    }
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    return cuts;
}

class CandidateMaker {
public:
    CandidateMaker(const AttemptTable& table, const std::vector<std::uint32_t>& places,
        const QVector<ContenderPoint>& points, bool hasCosts)
        : m_table(table)
        , m_places(places)
        , m_points(points)
        , m_hasCosts(hasCosts)
    {
        fillPool();
    }

    QVector<Strategy> make()
    {
        for (const ContenderPoint& point : m_points) {
            m_made.append(Strategy::single(nameOf(point.contender)));
        }
        for (const Member& member : m_pool) {
            addRepeats(member);
        }
        for (const bool byDataset : {true, false}) {
            addRoutes(byDataset);
        }
        for (const Member& first : m_pool) {
            for (const Member& second : m_pool) {
                if (isStepUp(first, second)) {
                    addEscalations(first, second);
                }
            }
        }
        addLadders();
        if (m_made.size() > kMostCandidates) {
            m_made.resize(kMostCandidates);
        }
        for (Strategy& strategy : m_made) {
            strategy.name = describe(strategy).english();
        }
        return std::move(m_made);
    }

private:
    QString nameOf(std::size_t contender) const { return m_table.contenders.at(qsizetype(contender)).name; }

    void fillPool()
    {
        QVector<ContenderPoint> order = m_points;
        // Those that nothing cheaper beats, then the most accurate.
        const auto isBeaten = [&](const ContenderPoint& point) {
            return std::any_of(m_points.begin(), m_points.end(), [&](const ContenderPoint& other) {
                return other.accuracy.mean > point.accuracy.mean && !(other.dollars > point.dollars);
            });
        };
        std::stable_sort(order.begin(), order.end(), [&](const ContenderPoint& a, const ContenderPoint& b) {
            const bool beatenA = m_hasCosts && isBeaten(a);
            const bool beatenB = m_hasCosts && isBeaten(b);
            return beatenA != beatenB ? beatenB : a.accuracy.mean > b.accuracy.mean;
        });
        for (const ContenderPoint& point : order) {
            if (m_pool.size() < kPool) {
                m_pool.append(memberOf(point));
            }
        }
    }

    Member memberOf(const ContenderPoint& point) const
    {
        const Contender& contender = m_table.contenders.at(qsizetype(point.contender));
        Member member;
        member.contender = point.contender;
        member.name = contender.name;
        member.accuracy = point.accuracy.mean;
        member.dollars = point.dollars;
        for (std::size_t attempt = 1; attempt < std::min<std::size_t>(kMostTries, contender.tries.size());
             ++attempt) {
            const auto made = std::count_if(m_places.begin(), m_places.end(),
                [&](std::uint32_t place) { return contender.tried(place, attempt); });
            member.tries
                = double(made) >= kMostlyKnown * double(m_places.size()) ? int(attempt) + 1 : member.tries;
        }
        member.answers = VerifierSource{VerifierKind::Agreement}.speaksFor(contender, 1);
        member.form = member.answers && saysNothingSometimes(contender);
        member.logCuts = cutsAt(contender.tries.front().logProbability, m_places, 5);
        member.ratingCuts = cutsAt(contender.tries.front().rating, m_places, 3);
        return member;
    }

    bool saysNothingSometimes(const Contender& contender) const
    {
        const std::vector<std::uint32_t>& answers = contender.tries.front().answer;
        return std::any_of(m_places.begin(), m_places.end(),
            [&](std::uint32_t place) { return answers[place] == NoAnswer; });
    }

    /// Whether asking the second after the first can make sense: it is better, and where costs are known it
    /// is not given away.
    bool isStepUp(const Member& first, const Member& second) const
    {
        return first.contender != second.contender && second.accuracy > first.accuracy
            && !(m_hasCosts && second.dollars < first.dollars);
    }

    static StrategyStage ask(const Member& member, int tries = 1, bool atOnce = false)
    {
        StrategyStage stage;
        stage.ask.model = member.name;
        stage.tries = tries;
        stage.atOnce = atOnce;
        return stage;
    }

    static StrategyStage checked(StrategyStage stage, VerifierKind kind, double accept)
    {
        stage.verifier.kind = kind;
        stage.accept = accept;
        return stage;
    }

    void add(const QVector<StrategyStage>& stages)
    {
        Strategy strategy;
        strategy.stages = stages;
        m_made.append(strategy);
    }

    /// The ways to check a contender's own tries.
    QVector<StrategyStage> checksOf(const Member& member, bool several) const
    {
        QVector<StrategyStage> stages;
        for (int tries = 2; member.answers && tries <= member.tries; ++tries) {
            for (int agree = 2; agree <= std::min(tries, tries / 2 + 2); ++agree) {
                stages.append(checked(ask(member, tries, true), VerifierKind::Agreement, agree));
                stages.append(checked(ask(member, tries, false), VerifierKind::Agreement, agree));
            }
        }
        for (const auto& [kind, cuts] : {std::pair(VerifierKind::LogProbability, &member.logCuts),
                 std::pair(VerifierKind::Rating, &member.ratingCuts)}) {
            for (const double cut : *cuts) {
                for (const int tries : {1, member.tries}) {
                    if ((tries > 1) == several || (!several && tries == 1)) {
                        stages.append(checked(ask(member, tries, true), kind, cut));
                    }
                }
            }
        }
        if (member.form) {
            stages.append(checked(ask(member, several ? member.tries : 1), VerifierKind::Form, 1));
        }
        return stages;
    }

    void addRepeats(const Member& member)
    {
        if (member.tries > 1) {
            for (const StrategyStage& stage : checksOf(member, true)) {
                add({stage});
            }
        }
    }

    void addEscalations(const Member& first, const Member& second)
    {
        for (const StrategyStage& stage : checksOf(first, false)) {
            add({stage, ask(second)});
        }
        for (const Member& other : m_pool) {
            const bool dear = m_hasCosts && other.dollars > second.dollars;
            if (other.contender != first.contender && other.contender != second.contender && !dear
                && first.answers && other.answers) {
                StrategyStage stage = checked(ask(first), VerifierKind::Model, 1);
                stage.verifier.model = other.name;
                add({stage, ask(second)});
            }
        }
        if (second.tries > 2 && second.answers && !first.logCuts.empty()) {
            const double cut = first.logCuts[first.logCuts.size() / 2];
            add({checked(ask(first), VerifierKind::LogProbability, cut),
                checked(ask(second, 3, true), VerifierKind::Agreement, 2)});
        }
    }

    /// Three ever better ones, each checked by what it has.
    void addLadders()
    {
        for (const Member& first : m_pool) {
            for (const Member& second : m_pool) {
                for (const Member& third : m_pool) {
                    if (!isStepUp(first, second) || !isStepUp(second, third)) {
                        continue;
                    }
                    for (const StrategyStage& a : oneCheckOf(first)) {
                        for (const StrategyStage& b : oneCheckOf(second)) {
                            add({a, b, ask(third)});
                        }
                    }
                }
            }
        }
    }

    static QVector<StrategyStage> oneCheckOf(const Member& member)
    {
        if (!member.logCuts.empty()) {
            return {checked(
                ask(member), VerifierKind::LogProbability, member.logCuts[member.logCuts.size() / 2])};
        }
        if (member.answers && member.tries > 2) {
            return {checked(ask(member, 3, true), VerifierKind::Agreement, 2)};
        }
        if (member.answers && member.tries > 1) {
            return {checked(ask(member, 2, true), VerifierKind::Agreement, 2)};
        }
        return {};
    }

    /// In each dataset or capability the contender whose accuracy less what it costs is best, for several
    /// prices of a dollar.
    void addRoutes(bool byDataset)
    {
        const QStringList& groups = byDataset ? m_table.datasets : m_table.capabilities;
        const std::vector<quint16>& codes = byDataset ? m_table.dataset : m_table.capability;
        const auto models = std::size_t(m_points.size());
        std::vector<double> right(std::size_t(groups.size()) * models, 0), spent(right),
            count(std::size_t(groups.size()), 0);
        for (const std::uint32_t place : m_places) {
            ++count[codes[place]];
            for (std::size_t m = 0; m < models; ++m) {
                const TryColumn& first
                    = m_table.contenders.at(qsizetype(m_points.at(qsizetype(m)).contender)).tries.front();
                right[codes[place] * models + m] += first.outcome[place] == Try::Right ? 1 : 0;
                spent[codes[place] * models + m]
                    += m_hasCosts && !std::isnan(first.dollars[place]) ? double(first.dollars[place]) : 0;
            }
        }
        if (std::count_if(count.begin(), count.end(), [](double n) { return n > 0; }) < 2) {
            return;
        }
        double dearest = 0;
        double cheapest = std::numeric_limits<double>::infinity();
        for (const ContenderPoint& point : m_points) {
            dearest = std::max(dearest, point.dollars);
            cheapest = std::min(cheapest, point.dollars);
        }
        std::vector<double> weights{0};
        for (int power = -5; m_hasCosts && dearest > cheapest && power <= 4; ++power) {
            weights.push_back(0.3 / (dearest - cheapest) * std::pow(2.0, power));
        }
        for (const double weight : weights) {
            addRoute(byDataset, groups, right, spent, count, weight);
        }
    }

    void addRoute(bool byDataset, const QStringList& groups, const std::vector<double>& right,
        const std::vector<double>& spent, const std::vector<double>& count, double weight)
    {
        const auto models = std::size_t(m_points.size());
        StrategyStage stage;
        stage.ask.by = byDataset ? StrategyRoute::By::Dataset : StrategyRoute::By::Capability;
        stage.ask.model = nameOf(m_points.front().contender);
        QStringList asked;
        for (std::size_t g = 0; g < count.size(); ++g) {
            std::size_t best = 0;
            double bestValue = -std::numeric_limits<double>::infinity();
            for (std::size_t m = 0; m < models; ++m) {
                // A small group says less: it begins from what all questions say.
                const ContenderPoint& point = m_points.at(qsizetype(m));
                const double dollars = m_hasCosts ? point.dollars : 0;
                const double value = (right[g * models + m] + 10 * point.accuracy.mean
                                         - weight * (spent[g * models + m] + 10 * dollars))
                    / (count[g] + 10);
                if (value > bestValue) {
                    best = m;
                    bestValue = value;
                }
            }
            if (count[g] > 0) {
                const QString name = nameOf(m_points.at(qsizetype(best)).contender);
                stage.ask.models.insert(groups.at(qsizetype(g)), name);
                asked.append(name);
            }
        }
        asked.removeDuplicates();
        const bool known = std::any_of(m_made.begin(), m_made.end(),
            [&](const Strategy& made) { return made.stages == QVector<StrategyStage>{stage}; });
        if (asked.size() > 1 && !known) {
            add({stage});
        }
    }

    const AttemptTable& m_table;
    const std::vector<std::uint32_t>& m_places;
    const QVector<ContenderPoint>& m_points;
    bool m_hasCosts;
    QVector<Member> m_pool;
    QVector<Strategy> m_made;
};

} // namespace

QVector<Strategy> candidateStrategies(const AttemptTable& table, const std::vector<std::uint32_t>& places,
    const QVector<ContenderPoint>& points, bool hasCosts)
{
    return CandidateMaker(table, places, points, hasCosts).make();
}

} // namespace winnow
