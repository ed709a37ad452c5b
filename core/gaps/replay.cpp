// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gaps/replay.h"

#include "core/base/parallel.h"
#include "core/base/remedy.h"
#include "core/stats/nearestrank.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <mutex>

namespace winnow {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();

} // namespace

/// Columns by what makes them; each is made once, by whoever asks first.
struct Replayer::Stages {
    struct Entry {
        std::once_flag once;
        std::shared_ptr<const StageColumn> column;
    };
    std::mutex mutex;
    std::map<Key, std::shared_ptr<Entry>> entries;
};

/// A strategy with its columns: of a stage one a group of questions.
struct Replayer::Plan {
    struct Stage {
        /// A column a stratum; else one for all.
        bool routed = false;
        std::vector<std::shared_ptr<const StageColumn>> columns;
    };
    std::vector<Stage> stages;
};

Replayer::Replayer(const AttemptTable& table, std::vector<std::uint32_t> places)
    : m_table(table)
    , m_places(std::move(places))
    , m_clusters(table.clustersAt(m_places))
    , m_stages(std::make_unique<Stages>())
{
    std::map<std::pair<quint16, quint16>, quint16> known;
    for (const std::uint32_t place : m_places) {
        const std::pair<quint16, quint16> stratum{table.dataset[place], table.capability[place]};
        const auto [it, isNew] = known.try_emplace(stratum, quint16(m_strata.size()));
        if (isNew) {
            m_strata.append({stratum.first, stratum.second});
        }
        m_stratum.push_back(it->second);
    }
}

Replayer::~Replayer() = default;

Result<> Replayer::check(const Strategy& strategy) const
{
    QStringList names;
    for (const Contender& contender : m_table.contenders) {
        names.append(contender.name);
    }
    for (const QString& model : strategy.models()) {
        if (!names.contains(model)) {
            return nothingCalled(Sentence::of(QT_TRANSLATE_NOOP("Error",
                                                  "The strategy asks \"%1\", of which nothing is recorded"))
                                     .arg(model),
                names);
        }
    }
    for (const StrategyStage& stage : strategy.stages) {
        WINNOW_TRY(checkRoute(stage.ask));
        WINNOW_TRY(checkVerifier(stage));
    }
    return {};
}

/// What a route names must be there: a mistyped dataset would go another way in silence.
Result<> Replayer::checkRoute(const StrategyRoute& ask) const
{
    const bool byDataset = ask.by == StrategyRoute::By::Dataset;
    const QStringList& there = byDataset ? m_table.datasets : m_table.capabilities;
    for (const QString& name : ask.models.keys()) {
        if (!there.contains(name)) {
            return nothingCalled((byDataset ? Sentence::of(QT_TRANSLATE_NOOP("Error",
                                      "The strategy has a way for the dataset \"%1\", which is "
                                      "not among those looked at"))
                                            : Sentence::of(QT_TRANSLATE_NOOP("Error",
                                                "The strategy has a way for the capability \"%1\", which is "
                                                "not among those looked at")))
                                     .arg(name),
                there);
        }
    }
    return {};
}

Result<> Replayer::checkVerifier(const StrategyStage& stage) const
{
    QStringList asked = stage.ask.models.values();
    asked.append(stage.ask.model);
    asked.removeDuplicates();
    for (const QString& model : asked) {
        if (stage.verifier.kind == VerifierKind::Model && stage.verifier.model == model) {
            return fail(ErrorCode::InvalidInput,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "The strategy lets \"%1\" check itself")).arg(model),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Name another model that checks it")));
        }
        const qsizetype other = m_table.find(stage.verifier.model);
        const VerifierSource source{stage.verifier.kind, other < 0 ? nullptr : &m_table.contenders.at(other)};
        if (!source.speaksFor(m_table.contenders.at(m_table.find(model)), std::size_t(stage.tries))) {
            return fail(ErrorCode::InvalidInput,
                Sentence::of(QT_TRANSLATE_NOOP("Error",
                                 "The strategy checks \"%1\" by %2, of which nothing is recorded there"))
                    .arg(model, titleOf(stage.verifier)),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Import what it needs, or choose another verifier")));
        }
    }
    return {};
}

std::shared_ptr<const StageColumn> Replayer::column(const Key& key)
{
    std::shared_ptr<Stages::Entry> entry;
    {
        const std::lock_guard lock(m_stages->mutex);
        auto& known = m_stages->entries[key];
        if (!known) {
            known = std::make_shared<Stages::Entry>();
        }
        entry = known;
    }
    std::call_once(entry->once, [&] {
        const auto& [contender, first, tries, atOnce, kind, other, accept] = key;
        VerifierSource source{VerifierKind(kind)};
        if (source.kind == VerifierKind::Model) {
            source.other = &m_table.contenders.at(qsizetype(other));
        }
        entry->column = std::make_shared<const StageColumn>(StageMaker(m_table, m_places,
            m_table.contenders.at(qsizetype(contender)), source, first, tries, atOnce, accept)
                                                                .make());
    });
    return entry->column;
}

Replayer::Plan Replayer::planOf(const Strategy& strategy)
{
    Plan plan;
    const bool routed = std::any_of(strategy.stages.begin(), strategy.stages.end(),
        [](const StrategyStage& stage) { return stage.ask.by != StrategyRoute::By::Model; });
    // By stratum: where a contender that an earlier stage asked goes on.
    std::vector<std::map<std::size_t, int>> asked(routed ? std::size_t(m_strata.size()) : 1);
    for (const StrategyStage& stage : strategy.stages) {
        Plan::Stage planned;
        planned.routed = routed;
        const qsizetype other = m_table.find(stage.verifier.model);
        for (std::size_t stratum = 0; stratum < asked.size(); ++stratum) {
            QString model = stage.ask.model;
            if (stage.ask.by == StrategyRoute::By::Dataset) {
                model = stage.ask.models.value(
                    m_table.datasets.at(m_strata.at(qsizetype(stratum)).first), model);
            } else if (stage.ask.by == StrategyRoute::By::Capability) {
                model = stage.ask.models.value(
                    m_table.capabilities.at(m_strata.at(qsizetype(stratum)).second), model);
            }
            const auto contender = std::size_t(m_table.find(model));
            int& before = asked[stratum][contender];
            planned.columns.push_back(column({contender, before, stage.tries, stage.atOnce && stage.tries > 1,
                int(stage.verifier.kind), other < 0 ? std::size_t{0} : std::size_t(other), stage.accept}));
            before += stage.tries;
        }
        plan.stages.push_back(std::move(planned));
    }
    return plan;
}

/// visit(question, answered) for each question that can be replayed.
template <typename Visit> void Replayer::walk(const Plan& plan, const Visit& visit) const
{
    std::array<const StageColumn*, kMostStages> columns{};
    const std::size_t stages = plan.stages.size();
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        bool recorded = true;
        for (std::size_t s = 0; s < stages; ++s) {
            const Plan::Stage& stage = plan.stages[s];
            columns[s] = stage.columns[stage.routed ? m_stratum[i] : 0].get();
            recorded = recorded && (columns[s]->flags[i] & StageColumn::Recorded);
        }
        if (!recorded) {
            continue;
        }
        QuestionOutcome answered;
        for (std::size_t s = 0; s < stages && answered.stages == 0; ++s) {
            const StageColumn& of = *columns[s];
            answered.seconds += of.seconds[i];
            answered.dollars += of.dollars[i];
            answered.tokens += of.tokens[i];
            answered.calls += of.calls[i];
            if ((of.flags[i] & StageColumn::Accepted) || s + 1 == stages) {
                answered.right = (of.flags[i] & StageColumn::Right) != 0;
                answered.stages = s + 1;
                answered.wastedDollars = answered.dollars - of.usedDollars[i];
                answered.wastedTokens = answered.tokens - of.usedTokens[i];
            }
        }
        visit(i, answered);
    }
}

Replay Replayer::replay(const Strategy& strategy)
{
    Replay replay;
    const std::size_t n = m_places.size();
    replay.right.assign(n, kNaN);
    for (auto* column :
        {&replay.seconds, &replay.dollars, &replay.tokens, &replay.wastedDollars, &replay.wastedTokens}) {
        column->assign(n, kUnknown);
    }
    replay.calls.assign(n, 0);
    replay.stages.assign(n, 0);
    walk(planOf(strategy), [&](std::size_t i, const QuestionOutcome& answered) {
        replay.right[i] = answered.right ? 1 : 0;
        replay.stages[i] = std::uint8_t(answered.stages);
        replay.calls[i] = std::uint8_t(std::min(answered.calls, 255U));
        replay.seconds[i] = answered.seconds;
        replay.dollars[i] = answered.dollars;
        replay.tokens[i] = answered.tokens;
        replay.wastedDollars[i] = answered.wastedDollars;
        replay.wastedTokens[i] = answered.wastedTokens;
    });
    return replay;
}

StrategyFigures Replayer::figures(const Replay& replay, double patience) const
{
    FigureSums sums(m_places.size(), m_clusters, patience, {});
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (replay.stages[i] != 0) {
            sums.add(i,
                {replay.right[i] > 0.5, replay.stages[i], replay.calls[i], replay.seconds[i],
                    replay.dollars[i], replay.wastedDollars[i], replay.tokens[i], replay.wastedTokens[i]});
        }
    }
    return sums.finish();
}

StrategyFigures Replayer::figures(const Strategy& strategy, double patience,
    const std::vector<double>& seconds, std::vector<double>& within)
{
    FigureSums sums(m_places.size(), m_clusters, patience, seconds);
    if (strategy.stages.size() == 1 && strategy.stages.first().ask.by == StrategyRoute::By::Model) {
        // Nothing of it will be asked for again: it need not be kept.
        const StrategyStage& stage = strategy.stages.first();
        const qsizetype other = m_table.find(stage.verifier.model);
        const VerifierSource source{stage.verifier.kind, other < 0 ? nullptr : &m_table.contenders.at(other)};
        StageMaker maker(m_table, m_places, m_table.contenders.at(m_table.find(stage.ask.model)), source, 0,
            stage.tries, stage.atOnce && stage.tries > 1, stage.accept);
        StageMaker::Answer answer;
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            if (maker.answer(m_places[i], answer)) {
                sums.add(i,
                    {answer.right, 1, unsigned(answer.calls), answer.seconds, answer.dollars,
                        answer.dollars - answer.usedDollars, answer.tokens,
                        answer.tokens - answer.usedTokens});
            }
        }
    } else {
        walk(
            planOf(strategy), [&](std::size_t i, const QuestionOutcome& answered) { sums.add(i, answered); });
    }
    within = sums.within();
    return sums.finish();
}

Replayer::Reference Replayer::referenceOf(const Replay& replay, double patience)
{
    Reference of{replay, std::vector<double>(replay.right.size(), kNaN), kNaN, kNaN, kNaN};
    KnownMean dollars;
    double inTime = 0;
    double timed = 0;
    double calls = 0;
    double replayed = 0;
    for (std::size_t i = 0; i < replay.right.size(); ++i) {
        if (replay.stages[i] == 0) {
            continue;
        }
        ++replayed;
        calls += replay.calls[i];
        dollars.add(replay.dollars[i]);
        of.inTime[i] = inTimeOf(replay.right[i] > 0.5, replay.seconds[i], patience);
        inTime += std::isnan(of.inTime[i]) ? 0 : of.inTime[i];
        timed += std::isnan(of.inTime[i]) ? 0 : 1;
    }
    of.meanInTime = timed > 0 ? inTime / timed : kNaN;
    of.meanDollars = dollars.of(qint64(replayed));
    of.meanCalls = replayed > 0 ? calls / replayed : kNaN;
    return of;
}

StrategyBrief Replayer::brief(const Strategy& strategy, double patience, const Reference& reference)
{
    // Own and the reference's, over the questions where both are known.
    struct Pair {
        double own = 0;
        double theirs = 0;
        double known = 0;

        void add(double mine, double other)
        {
            if (!std::isnan(mine) && !std::isnan(other)) {
                own += mine;
                theirs += other;
                ++known;
            }
        }
        double ratio() const { return theirs > 0 ? own / theirs : kNaN; }
    };
    Pair inTime, dollars, calls;
    StrategyBrief brief;
    std::vector<float> times;
    times.reserve(m_places.size());
    double right = 0;
    walk(planOf(strategy), [&](std::size_t i, const QuestionOutcome& answered) {
        if (reference.replay.stages[i] == 0) {
            return;
        }
        ++brief.replayed;
        right += answered.right ? 1 : 0;
        if (!std::isnan(answered.seconds)) {
            times.push_back(answered.seconds);
        }
        inTime.add(inTimeOf(answered.right, answered.seconds, patience), reference.inTime[i]);
        dollars.add(double(answered.dollars), double(reference.replay.dollars[i]));
        calls.add(answered.calls, reference.replay.calls[i]);
    });
    const auto count = double(std::max<qint64>(1, brief.replayed));
    const auto isKnown = [&](double known) { return known > 0 && known >= kMostlyKnown * count; };
    brief.accuracy = right / count;
    brief.inTime
        = isKnown(inTime.known) ? (inTime.own - inTime.theirs) / inTime.known + reference.meanInTime : kNaN;
    // What costs nothing cannot be a multiple of it.
    const bool isFree = isKnown(dollars.known) && !(dollars.theirs > 0);
    brief.dollars = isFree       ? dollars.own / dollars.known
        : isKnown(dollars.known) ? dollars.ratio() * reference.meanDollars
                                 : kNaN;
    brief.calls = calls.ratio() * reference.meanCalls;
    const double share[] = {0.95};
    brief.p95 = isKnown(double(times.size())) ? stats::nearestRanks(times, share).front() : kNaN;
    return brief;
}

StrategyBrief Replayer::brief(const Strategy& strategy, double patience, const Replay& reference)
{
    return brief(strategy, patience, referenceOf(reference, patience));
}

std::vector<StrategyBrief> Replayer::briefs(
    const QVector<Strategy>& strategies, double patience, const Replay& reference)
{
    const Reference against = referenceOf(reference, patience);
    std::vector<StrategyBrief> briefs(std::size_t(strategies.size()));
    onAllCores(briefs.size(),
        [&](std::size_t i) { briefs[i] = brief(strategies.at(qsizetype(i)), patience, against); });
    return briefs;
}

QVector<SampleId> samplesOf(
    const Replayer& replayer, const Replay& replay, double patience, ReplaySamples which)
{
    QVector<SampleId> samples;
    for (std::size_t i = 0; i < replay.stages.size(); ++i) {
        if (replay.stages[i] == 0) {
            continue;
        }
        const bool in = which == ReplaySamples::Wrong ? replay.right[i] < 0.5
            : which == ReplaySamples::Late            ? double(replay.seconds[i]) > patience
                                                      : replay.stages[i] > 1;
        if (in) {
            samples.append(SampleId{replayer.table().samples[replayer.places()[i]]});
        }
    }
    return samples;
}

} // namespace winnow
