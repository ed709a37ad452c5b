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
#include <numeric>
#include <span>

namespace winnow {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();

/// What a few calls did not report does not hide the rest; more would.
constexpr double kMostlyKnown = 0.9;

/// 1 where it is right in time; NaN where the seconds are not known and matter.
double inTimeOf(bool right, float seconds, double patience)
{
    if (std::isinf(patience)) {
        return right ? 1 : 0;
    }
    return std::isnan(seconds) ? kNaN : right && double(seconds) <= patience ? 1 : 0;
}

/// Mean over what is known, where that is nearly all.
struct KnownMean {
    double sum = 0;
    qint64 known = 0;

    void add(float value)
    {
        if (!std::isnan(value)) {
            sum += double(value);
            ++known;
        }
    }
    double of(qint64 count) const
    {
        return known > 0 && double(known) >= kMostlyKnown * double(count) ? sum / double(known) : kNaN;
    }
};

/// What comes of one question.
struct Answered {
    bool right = false;
    std::size_t stages = 0;
    unsigned calls = 0;
    float seconds = 0;
    float dollars = 0, wastedDollars = 0;
    float tokens = 0, wastedTokens = 0;
};

/// Gathers the figures, question after question.
class FigureSums {
public:
    FigureSums(std::size_t questions, const std::vector<std::uint32_t>& clusters, double patience,
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

    void add(std::size_t question, const Answered& answered)
    {
        ++m_figures.replayed;
        const double inTime = inTimeOf(answered.right, answered.seconds, m_figures.patience);
        m_hits += answered.right ? 1 : 0;
        if (!std::isnan(inTime)) {
            m_hitsInTime += inTime;
            ++m_timed;
        }
        if (!m_clusters.empty()) {
            m_right[question] = answered.right ? 1 : 0;
            m_inTime[question] = inTime;
        }
        m_calls += answered.calls;
        m_escalated += answered.stages > 1 ? 1 : 0;
        if (!std::isnan(answered.seconds)) {
            m_seconds.push_back(answered.seconds);
            if (answered.right) {
                ++m_within[std::size_t(
                    std::lower_bound(m_limits.begin(), m_limits.end(), answered.seconds) - m_limits.begin())];
            }
        }
        m_dollars.add(answered.dollars);
        m_tokens.add(answered.tokens);
        m_wastedDollars.add(answered.wastedDollars);
        m_wastedTokens.add(answered.wastedTokens);
    }

    StrategyFigures finish()
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

    std::vector<double> within() const
    {
        std::vector<double> shares;
        double sum = 0;
        for (std::size_t i = 0; i < m_limits.size(); ++i) {
            sum += m_within[i];
            shares.push_back(sum / double(std::max<qint64>(1, m_figures.replayed)));
        }
        return shares;
    }

private:
    stats::ClusteredMean mean(double hits, double of, const std::vector<double>& values) const
    {
        if (!m_clusters.empty()) {
            return stats::clusteredMean(values, m_clusters);
        }
        const double outcomes[] = {0, 1};
        const double counts[] = {of - hits, hits};
        return stats::countedMean(outcomes, counts);
    }

    const std::vector<std::uint32_t>& m_clusters;
    StrategyFigures m_figures;
    std::vector<float> m_limits;
    std::vector<double> m_within;
    /// Only where samples share images.
    std::vector<double> m_right, m_inTime;
    std::vector<float> m_seconds;
    double m_hits = 0, m_hitsInTime = 0, m_timed = 0, m_calls = 0, m_escalated = 0;
    KnownMean m_dollars, m_tokens, m_wastedDollars, m_wastedTokens;
};

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

namespace {

/// Works out one stage for one contender. The columns are read through pointers: this is what a thousand
/// strategies wait for.
class StageMaker {
public:
    StageMaker(const AttemptTable& table, const std::vector<std::uint32_t>& places,
        const Contender& contender, const VerifierSource& verifier, int first, int tries, bool atOnce,
        double accept)
        : m_places(places)
        , m_contender(contender)
        , m_verifier(verifier)
        , m_first(std::size_t(first))
        , m_atOnce(atOnce)
        , m_accept(accept)
    {
        const auto made = contender.tries.size();
        for (std::size_t t = m_first; t < std::min(made, m_first + std::size_t(tries)); ++t) {
            m_columns.push_back(columnsOf(contender.tries[t], table.size()));
        }
        m_isRecorded = m_columns.size() == std::size_t(tries);
        if (verifier.kind == VerifierKind::Model) {
            m_other = columnsOf(verifier.other->tries.front(), table.size());
        }
        m_calls.resize(m_columns.size());
    }

    /// What one question comes to.
    struct Answer {
        bool accepted = false;
        bool right = false;
        std::size_t calls = 0;
        float seconds = 0;
        float dollars = 0, usedDollars = 0;
        float tokens = 0, usedTokens = 0;
    };

    /// False where a try that is needed was not recorded.
    bool answer(std::size_t place, Answer& to)
    {
        // Tries are made one after the other: where the last was, all were.
        const bool recorded = m_isRecorded && m_columns.back().outcome[place] != Try::None
            && (m_verifier.kind != VerifierKind::Model || m_other.outcome[place] != Try::None);
        if (recorded) {
            run(place, to);
        }
        return recorded;
    }

    StageColumn make()
    {
        const std::size_t n = m_places.size();
        StageColumn made;
        made.flags.assign(n, 0);
        made.calls.assign(n, 0);
        for (auto* column :
            {&made.seconds, &made.dollars, &made.usedDollars, &made.tokens, &made.usedTokens}) {
            column->resize(n);
        }
        Answer answered;
        for (std::size_t i = 0; i < n; ++i) {
            if (!answer(m_places[i], answered)) {
                continue;
            }
            made.flags[i]
                = std::uint8_t(StageColumn::Recorded | (answered.accepted ? StageColumn::Accepted : 0)
                    | (answered.right ? StageColumn::Right : 0));
            made.calls[i] = std::uint8_t(std::min<std::size_t>(answered.calls, 255));
            made.seconds[i] = answered.seconds;
            made.dollars[i] = answered.dollars;
            made.tokens[i] = answered.tokens;
            made.usedDollars[i] = answered.usedDollars;
            made.usedTokens[i] = answered.usedTokens;
        }
        return made;
    }

private:
    struct Columns {
        const Try* outcome = nullptr;
        const std::uint32_t* answer = nullptr;
        const float* seconds = nullptr;
        const float* dollars = nullptr;
        const float* promptTokens = nullptr;
        const float* outputTokens = nullptr;
    };
    /// One try at the question at hand.
    struct Call {
        std::size_t attempt = 0;
        std::uint32_t answer = 0;
        bool right = false;
        float seconds = 0;
        float dollars = 0;
        float tokens = 0;
    };

    Columns columnsOf(const TryColumn& column, std::size_t samples)
    {
        const auto values = [&](const std::vector<float>& of) {
            if (of.empty() && m_nothing.empty()) {
                m_nothing.assign(samples, kUnknown);
            }
            return of.empty() ? m_nothing.data() : of.data();
        };
        if (column.answer.empty() && m_noAnswer.empty()) {
            m_noAnswer.assign(samples, UnknownAnswer);
        }
        return {column.outcome.data(), column.answer.empty() ? m_noAnswer.data() : column.answer.data(),
            values(column.seconds), values(column.dollars), values(column.promptTokens),
            values(column.outputTokens)};
    }

    /// What was not recorded of prompt and output counts as none, if the other was.
    static float tokensOf(const Columns& columns, std::size_t place)
    {
        const float prompt = columns.promptTokens[place];
        const float output = columns.outputTokens[place];
        return std::isnan(prompt) ? output : std::isnan(output) ? prompt : prompt + output;
    }

    static Call callOf(const Columns& columns, std::size_t attempt, std::size_t place)
    {
        return {attempt, columns.answer[place], columns.outcome[place] == Try::Right, columns.seconds[place],
            columns.dollars[place], tokensOf(columns, place)};
    }

    /// The tries as they are made: at once in the order of their arrival, of which what is not known is last.
    void load(std::size_t place)
    {
        for (std::size_t t = 0; t < m_columns.size(); ++t) {
            const Call call = callOf(m_columns[t], t, place);
            std::size_t at = t;
            while (m_atOnce && at > 0
                && (m_calls[at - 1].seconds > call.seconds
                    || (std::isnan(m_calls[at - 1].seconds) && !std::isnan(call.seconds)))) {
                m_calls[at] = m_calls[at - 1];
                --at;
            }
            m_calls[at] = call;
        }
    }

    void run(std::size_t place, Answer& to)
    {
        load(place);
        float elapsed = 0;
        float dollars = 0;
        float tokens = 0;
        std::size_t taken = 0;
        float takenRating = -std::numeric_limits<float>::infinity();
        bool accepted = false;
        std::size_t calls = 0;
        while (calls < m_calls.size() && !accepted) {
            const Call& call = m_calls[calls];
            elapsed = m_atOnce ? call.seconds : elapsed + call.seconds;
            dollars += call.dollars;
            tokens += call.tokens;
            const float rating = ratingOf(place, calls);
            accepted = accepts(rating);
            if (accepted || rating > takenRating) {
                taken = calls;
                takenRating = rating;
            }
            ++calls;
        }
        for (std::size_t rest = calls; m_atOnce && rest < m_calls.size(); ++rest) {
            dollars += m_calls[rest].dollars;
            tokens += m_calls[rest].tokens;
        }
        calls = m_atOnce ? m_calls.size() : calls;
        if (m_verifier.kind == VerifierKind::Model) {
            const Call other = callOf(m_other, 0, place);
            elapsed = std::isnan(other.seconds) ? other.seconds : std::max(elapsed, other.seconds);
            dollars += other.dollars;
            tokens += other.tokens;
            ++calls;
        }
        const Call& answer = m_calls[taken];
        to = {accepted, answer.right, calls, elapsed, dollars, answer.dollars, tokens, answer.tokens};
    }

    /// Of agreement: how many of the tries that have arrived say the same.
    float ratingOf(std::size_t place, std::size_t arrived) const
    {
        const Call& call = m_calls[arrived];
        switch (m_verifier.kind) {
        case VerifierKind::None:
            return 1;
        case VerifierKind::Oracle:
            return call.right ? 1 : 0;
        case VerifierKind::Agreement: {
            int same = call.answer < FirstAnswerMark ? 0 : 1;
            for (std::size_t before = 0; same > 0 && before < arrived; ++before) {
                same += m_calls[before].answer == call.answer ? 1 : 0;
            }
            return float(same);
        }
        case VerifierKind::Model:
            return call.answer >= FirstAnswerMark && call.answer == m_other.answer[place] ? 1 : 0;
        case VerifierKind::Rating:
        case VerifierKind::LogProbability:
        case VerifierKind::Form:
            break;
        }
        return m_verifier.of(m_contender, place, m_first + call.attempt);
    }

    bool accepts(float rating) const
    {
        switch (m_verifier.kind) {
        case VerifierKind::None:
            return true;
        case VerifierKind::Agreement:
        case VerifierKind::Rating:
        case VerifierKind::LogProbability:
            return double(rating) >= m_accept - 1e-9;
        case VerifierKind::Model:
        case VerifierKind::Form:
        case VerifierKind::Oracle:
            break;
        }
        return rating >= 0.5F;
    }

    const std::vector<std::uint32_t>& m_places;
    const Contender& m_contender;
    const VerifierSource& m_verifier;
    std::size_t m_first;
    bool m_atOnce;
    double m_accept;
    bool m_isRecorded = true;
    std::vector<Columns> m_columns;
    Columns m_other;
    /// Instead of columns in which nothing was recorded.
    std::vector<float> m_nothing;
    std::vector<std::uint32_t> m_noAnswer;
    std::vector<Call> m_calls;
};

} // namespace

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
        Answered answered;
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
    walk(planOf(strategy), [&](std::size_t i, const Answered& answered) {
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
        walk(planOf(strategy), [&](std::size_t i, const Answered& answered) { sums.add(i, answered); });
    }
    within = sums.within();
    return sums.finish();
}

StrategyBrief Replayer::brief(const Strategy& strategy, double patience, const Replay& reference)
{
    // Own, the reference's over the same questions, and the reference's over all.
    double inTime[3] = {0, 0, 0};
    double dollars[3] = {0, 0, 0};
    double calls[3] = {0, 0, 0};
    double right = 0;
    double timed = 0;
    double all = 0;
    double allTimed = 0;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (reference.stages[i] != 0) {
            ++all;
            dollars[2] += double(reference.dollars[i]);
            calls[2] += reference.calls[i];
            const double theirs = inTimeOf(reference.right[i] > 0.5, reference.seconds[i], patience);
            inTime[2] += std::isnan(theirs) ? 0 : theirs;
            allTimed += std::isnan(theirs) ? 0 : 1;
        }
    }
    StrategyBrief brief;
    std::vector<float> times;
    times.reserve(m_places.size());
    walk(planOf(strategy), [&](std::size_t i, const Answered& answered) {
        if (reference.stages[i] == 0) {
            return;
        }
        ++brief.replayed;
        right += answered.right ? 1 : 0;
        if (!std::isnan(answered.seconds)) {
            times.push_back(answered.seconds);
        }
        calls[0] += answered.calls;
        calls[1] += reference.calls[i];
        dollars[0] += double(answered.dollars);
        dollars[1] += double(reference.dollars[i]);
        const double mine = inTimeOf(answered.right, answered.seconds, patience);
        const double theirs = inTimeOf(reference.right[i] > 0.5, reference.seconds[i], patience);
        if (!std::isnan(mine) && !std::isnan(theirs)) {
            inTime[0] += mine;
            inTime[1] += theirs;
            ++timed;
        }
    });
    const auto count = double(std::max<qint64>(1, brief.replayed));
    brief.accuracy = right / count;
    brief.inTime = timed >= kMostlyKnown * count && allTimed > 0
        ? (inTime[0] - inTime[1]) / timed + inTime[2] / allTimed
        : kNaN;
    const auto scaled = [&](const double(&of)[3]) {
        return of[1] > 0 ? of[0] / of[1] * of[2] / std::max(1.0, all) : of[0] / count;
    };
    brief.dollars = scaled(dollars);
    brief.calls = scaled(calls);
    const double share[] = {0.95};
    brief.p95
        = double(times.size()) >= kMostlyKnown * count ? stats::nearestRanks(times, share).front() : kNaN;
    return brief;
}

std::vector<StrategyBrief> Replayer::briefs(
    const QVector<Strategy>& strategies, double patience, const Replay& reference)
{
    std::vector<StrategyBrief> briefs(std::size_t(strategies.size()));
    onAllCores(briefs.size(),
        [&](std::size_t i) { briefs[i] = brief(strategies.at(qsizetype(i)), patience, reference); });
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
