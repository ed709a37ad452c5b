// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gaps/validation.h"

#include "core/base/parallel.h"
#include "core/gaps/trypatterns.h"
#include "core/stats/ranking.h"
#include "core/stats/selection.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>

namespace winnow {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
/// Of more levels the cut is looked for among these many.
constexpr std::size_t kCuts = 64;

std::vector<int> ksUpTo(int attempts)
{
    std::vector<int> ks;
    for (int k = 1; k < attempts; k = attempts <= 10 ? k + 1 : k * 2) {
        ks.push_back(k);
    }
    ks.push_back(attempts);
    return ks;
}

/// What a verifier says of tries, question by question, or pattern by pattern where questions are alike.
struct RatedTries {
    struct Row {
        /// Right when the best rated one is taken; one try; the best of all.
        double selected = 0;
        double once = 0;
        double any = 0;
        /// Where the question stands; of questions that are counted by pattern, of none of them.
        std::uint32_t cluster = 0;
        /// Questions in the first and in the second half.
        std::array<double, 2> count{};
    };
    std::vector<Row> rows;
    /// By row and try.
    std::vector<double> ratings;
    std::vector<std::uint8_t> right;

    void add(std::span<const double> rated, std::span<const std::uint8_t> outcome,
        const std::array<double, 2>& count, std::uint32_t cluster = 0)
    {
        if (std::all_of(rated.begin(), rated.end(), [](double rating) { return std::isnan(rating); })) {
            return;
        }
        const double hits = std::accumulate(outcome.begin(), outcome.end(), 0.0);
        rows.push_back({stats::bestOfAll(rated, outcome), hits / double(outcome.size()), hits > 0 ? 1.0 : 0.0,
            cluster, count});
        ratings.insert(ratings.end(), rated.begin(), rated.end());
        right.insert(right.end(), outcome.begin(), outcome.end());
    }
};

/// Which ratings are accepted, and how well they tell.
class AcceptanceRates {
public:
    AcceptanceRates(const RatedTries& tries, std::size_t attempts)
        : m_tries(tries)
        , m_attempts(attempts)
        , m_cuts(cutsOf(tries.ratings))
    {
        for (auto& half : m_counts) {
            for (auto& outcome : half) {
                outcome.assign(m_cuts.size() + 1, 0);
            }
        }
        for (std::size_t row = 0; row < tries.rows.size(); ++row) {
            const std::array<double, 2>& count = tries.rows[row].count;
            for (std::size_t i = row * attempts; i < (row + 1) * attempts; ++i) {
                if (std::isnan(tries.ratings[i])) {
                    continue;
                }
                const std::size_t level = levelOf(tries.ratings[i]);
                m_counts[0][tries.right[i]][level] += count[0];
                m_counts[1][tries.right[i]][level] += count[1];
                m_said += count[0] + count[1];
            }
        }
    }

    /// `secondHalf`: it was chosen by the first.
    void measure(VerifierFigures& figures, bool secondHalf) const
    {
        std::size_t best = 0;
        for (std::size_t cut = 1; cut < m_cuts.size(); ++cut) {
            if (rate(0, 1, cut) - rate(0, 0, cut) > rate(0, 1, best) - rate(0, 0, best) + 1e-12) {
                best = cut;
            }
        }
        figures.cutoff = m_cuts.empty() ? kNaN : m_cuts[best];
        figures.truePositive = rate(1, 1, best);
        figures.falsePositive = rate(1, 0, best);
        figures.tries = qint64(m_said);
        figures.auc = auc(secondHalf);
        const double accepted = rate(0, 1, best);
        const double mistaken = rate(0, 0, best);
        figures.lead = accepted - mistaken;
        figures.leadInErrors = figures.lead / std::sqrt(varianceOf(accepted, 1) + varianceOf(mistaken, 0));
    }

private:
    /// Cuts to try: what occurs, or evenly many of it.
    static std::vector<double> cutsOf(const std::vector<double>& all)
    {
        // A part suffices to find where cuts lie.
        constexpr std::size_t kLooked = 20'000;
        const std::size_t stride = std::max<std::size_t>(1, all.size() / kLooked);
        std::vector<double> ratings;
        for (std::size_t i = 0; i < all.size(); i += stride) {
            if (!std::isnan(all[i])) {
                ratings.push_back(all[i]);
            }
        }
        std::sort(ratings.begin(), ratings.end());
        std::vector<double> cuts = ratings;
        cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
        if (cuts.size() > kCuts) {
            cuts.clear();
            for (std::size_t i = 0; i < kCuts; ++i) {
                cuts.push_back(ratings[i * ratings.size() / kCuts]);
            }
            cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
        }
        return cuts;
    }

    /// How many cuts lie at or below a rating; without branches, of which half would be guessed wrong.
    std::size_t levelOf(double rating) const
    {
        const double* from = m_cuts.data();
        std::size_t left = m_cuts.size();
        std::size_t level = 0;
        while (left > 0) {
            const std::size_t half = (left + 1) / 2;
            const bool above = from[level + half - 1] <= rating;
            level += above ? half : 0;
            left = above ? left - half : half - 1;
        }
        return level;
    }

    /// Accepted from a cut on.
    double rate(std::size_t half, std::size_t outcome, std::size_t cut) const
    {
        const std::vector<double>& counts = m_counts[half][outcome];
        const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
        const double above = std::accumulate(counts.begin() + std::ptrdiff_t(cut) + 1, counts.end(), 0.0);
        return total > 0 ? above / total : kNaN;
    }

    /// Of a rate on the first half; tries of one question are as one.
    double varianceOf(double accepted, std::size_t outcome) const
    {
        const std::vector<double>& counts = m_counts[0][outcome];
        const double questions = std::accumulate(counts.begin(), counts.end(), 0.0) / double(m_attempts);
        // One more of either, so that none seen is not taken for none.
        const double share = (accepted * questions + 1) / (questions + 2);
        return questions > 0 ? share * (1 - share) / questions : kNaN;
    }

    /// From the counts where every level is one rating, else from the ratings.
    double auc(bool secondHalf) const
    {
        if (m_cuts.size() >= kCuts) {
            return stats::plainAreaUnderCurve(m_tries.ratings, m_tries.right);
        }
        const double first = secondHalf ? 0 : 1;
        double below = 0;
        double wins = 0;
        double positives = 0;
        for (std::size_t level = 0; level <= m_cuts.size(); ++level) {
            const double right = first * m_counts[0][1][level] + m_counts[1][1][level];
            const double wrong = first * m_counts[0][0][level] + m_counts[1][0][level];
            wins += right * (below + wrong / 2);
            below += wrong;
            positives += right;
        }
        return positives > 0 && below > 0 ? wins / positives / below : kNaN;
    }

    const RatedTries& m_tries;
    std::size_t m_attempts;
    std::vector<double> m_cuts;
    /// By half, outcome, and how many cuts lie at or below the rating.
    std::vector<double> m_counts[2][2];
    double m_said = 0;
};

/// Everything of one contender.
class Validator {
public:
    Validator(const AttemptTable& table, std::size_t contender)
        : m_table(table)
        , m_contender(table.contenders.at(qsizetype(contender)))
    {
        m_figures.contender = contender;
        m_figures.attempts = m_contender.attemptsAt(placesTried(1));
    }

    bool isAsked() const { return m_figures.attempts >= 1; }

    ContenderValidation measureSuccess()
    {
        if (!isAsked()) {
            return m_figures;
        }
        m_figures.places = placesTried(tries());
        m_clusters = m_table.clustersAt(m_figures.places);
        m_patterns = tryPatterns(m_table, m_contender, m_figures.places, tries());
        m_hasAnswers = VerifierSource{VerifierKind::Agreement}.speaksFor(m_contender, tries());
        countRight();
        if (m_hasAnswers && m_figures.repeats()) {
            for (const int k : m_figures.k) {
                m_figures.majority.push_back(majorityAt(k));
            }
        }
        return m_figures;
    }

    ContenderValidation measure()
    {
        measureSuccess();
        for (const VerifierKind kind : {VerifierKind::Agreement, VerifierKind::Rating,
                 VerifierKind::LogProbability, VerifierKind::Form}) {
            const VerifierSource source{kind};
            const bool can = kind != VerifierKind::Agreement || m_figures.repeats();
            if (can && source.speaksFor(m_contender, tries())) {
                addVerifier(source);
            }
        }
        if (m_hasAnswers) {
            addBestModel();
        }
        return std::move(m_figures);
    }

private:
    std::size_t tries() const { return std::size_t(m_figures.attempts); }
    /// Questions that are no steps and have so many tries.
    std::vector<std::uint32_t> placesTried(std::size_t attempts) const
    {
        const std::vector<Try>& last = m_contender.tries[attempts - 1].outcome;
        std::vector<std::uint32_t> places;
        places.reserve(m_table.size());
        for (std::size_t i = 0; i < m_table.size(); ++i) {
            if (last[i] != Try::None && !m_table.isStep(i)) {
                places.push_back(std::uint32_t(i));
            }
        }
        return places;
    }
    double questions() const { return double(m_figures.places.size()); }
    std::uint8_t right(std::size_t place, std::size_t attempt) const
    {
        return m_contender.tries[attempt].outcome[place] == Try::Right ? 1 : 0;
    }
    std::uint32_t answer(std::size_t place, std::size_t attempt) const
    {
        const auto& answers = m_contender.tries[attempt].answer;
        return answers.empty() || answers[place] < FirstAnswerMark ? 0U : answers[place];
    }
    bool isCounted() const { return m_patterns.has_value() && m_clusters.empty(); }

    /// visit(pattern) for each question, or once for all that are alike; `count` says how many.
    template <typename Visit> void forEachPattern(const Visit& visit) const
    {
        if (m_patterns) {
            for (const TryPattern& pattern : *m_patterns) {
                visit(pattern);
            }
            return;
        }
        for (const std::uint32_t place : m_figures.places) {
            visit(patternAt(place));
        }
    }

    TryPattern patternAt(std::uint32_t place) const
    {
        TryPattern pattern;
        for (std::size_t attempt = 0; attempt < tries(); ++attempt) {
            pattern.right.push_back(right(place, attempt));
            pattern.answers.push_back(answer(place, attempt));
        }
        pattern.count[m_table.inFirstHalf(place) ? 0 : 1] = 1;
        return pattern;
    }

    void countRight()
    {
        std::vector<double> counts(tries() + 1, 0);
        forEachPattern([&](const TryPattern& pattern) {
            counts[std::size_t(std::accumulate(pattern.right.begin(), pattern.right.end(), 0))]
                += pattern.all();
        });
        measureIntervals(counts);
        m_figures.mixed = qint64(std::accumulate(counts.begin() + 1, counts.end() - 1, 0.0));
        m_figures.k = ksUpTo(m_figures.attempts);
        for (const int k : m_figures.k) {
            double success = 0;
            double all = 0;
            for (std::size_t c = 0; c < counts.size(); ++c) {
                success += counts[c] * stats::successAtK(m_figures.attempts, int(c), k);
                all += counts[c] * stats::allOfK(m_figures.attempts, int(c), k);
            }
            m_figures.success.push_back(success / questions());
            m_figures.all.push_back(all / questions());
        }
        for (std::size_t i = 0; i < kRecoveredShares.size(); ++i) {
            m_figures.needed[i] = stats::neededQuality(counts, kRecoveredShares[i]);
        }
    }

    void measureIntervals(const std::vector<double>& counts)
    {
        if (m_clusters.empty()) {
            std::vector<double> once(counts.size()), any(counts.size());
            for (std::size_t c = 0; c < counts.size(); ++c) {
                once[c] = double(c) / double(tries());
                any[c] = c > 0 ? 1 : 0;
            }
            m_figures.successAt1 = stats::countedMean(once, counts);
            m_figures.successAtK = stats::countedMean(any, counts);
            return;
        }
        std::vector<double> once, any;
        for (const std::uint32_t place : m_figures.places) {
            int count = 0;
            for (std::size_t attempt = 0; attempt < tries(); ++attempt) {
                count += right(place, attempt);
            }
            once.push_back(double(count) / double(tries()));
            any.push_back(count > 0 ? 1 : 0);
        }
        m_figures.successAt1 = stats::clusteredMean(once, m_clusters);
        m_figures.successAtK = stats::clusteredMean(any, m_clusters);
    }

    double majorityAt(int k) const
    {
        stats::MajorityOfK majority(k);
        double sum = 0;
        forEachPattern([&](const TryPattern& pattern) {
            sum += pattern.all()
                * (k == m_figures.attempts ? stats::majorityOf(pattern.answers, pattern.right)
                                           : majority(pattern.answers, pattern.right));
        });
        return sum / questions();
    }

    /// How many of the others say the same; -1 for what says nothing.
    static void rateAgreement(const TryPattern& pattern, std::vector<double>& ratings)
    {
        for (std::size_t t = 0; t < ratings.size(); ++t) {
            const auto same = std::count(pattern.answers.begin(), pattern.answers.end(), pattern.answers[t]);
            ratings[t] = pattern.answers[t] == 0 ? -1 : double(same - 1);
        }
    }

    RatedTries rated(const VerifierSource& source) const
    {
        RatedTries tried;
        std::vector<double> ratings(tries());
        const bool byPattern = source.kind == VerifierKind::Agreement || source.kind == VerifierKind::Form;
        if (isCounted() && byPattern) {
            for (const TryPattern& pattern : *m_patterns) {
                if (source.kind == VerifierKind::Agreement) {
                    rateAgreement(pattern, ratings);
                } else {
                    std::transform(pattern.answers.begin(), pattern.answers.end(), ratings.begin(),
                        [](std::uint32_t mark) { return mark == 0 ? 0.0 : 1.0; });
                }
                tried.add(ratings, pattern.right, pattern.count);
            }
            return tried;
        }
        if (isCounted() && source.kind == VerifierKind::Model) {
            const auto patterns
                = agreementPatterns(m_table, m_contender, *source.other, m_figures.places, tries());
            for (const TryPattern& pattern : patterns.value_or(std::vector<TryPattern>())) {
                std::copy(pattern.answers.begin(), pattern.answers.end(), ratings.begin());
                tried.add(ratings, pattern.right, pattern.count);
            }
            return tried;
        }
        std::vector<std::uint8_t> outcomes(tries());
        tried.rows.reserve(m_figures.places.size());
        tried.ratings.reserve(m_figures.places.size() * tries());
        tried.right.reserve(m_figures.places.size() * tries());
        for (const std::uint32_t place : m_figures.places) {
            if (source.kind == VerifierKind::Agreement) {
                rateAgreement(patternAt(place), ratings);
            }
            for (std::size_t t = 0; t < ratings.size(); ++t) {
                outcomes[t] = right(place, t);
                if (source.kind != VerifierKind::Agreement) {
                    ratings[t] = double(source.of(m_contender, place, t));
                }
            }
            std::array<double, 2> count{};
            count[m_table.inFirstHalf(place) ? 0 : 1] = 1;
            tried.add(ratings, outcomes, count, m_table.cluster[place]);
        }
        return tried;
    }

    void addVerifier(const VerifierSource& source)
    {
        VerifierFigures figures;
        figures.verifier.kind = source.kind;
        if (source.other) {
            figures.verifier.model = source.other->name;
        }
        const RatedTries tried = rated(source);
        const bool secondHalf = source.kind == VerifierKind::Model;
        std::vector<double> selected, counts;
        std::vector<std::uint32_t> clusters;
        double once = 0;
        double any = 0;
        double questions = 0;
        for (const RatedTries::Row& row : tried.rows) {
            const double count = (secondHalf ? 0 : row.count[0]) + row.count[1];
            if (count > 0) {
                selected.push_back(row.selected);
                counts.push_back(count);
                clusters.push_back(row.cluster);
                once += count * row.once;
                any += count * row.any;
                questions += count;
            }
        }
        if (questions == 0) {
            return;
        }
        figures.selected = m_clusters.empty() ? stats::countedMean(selected, counts)
                                              : stats::clusteredMean(selected, clusters);
        figures.successAt1 = once / questions;
        figures.successAtK = any / questions;
        const double gap = figures.successAtK - figures.successAt1;
        figures.recovered = gap > 1e-9 ? (figures.selected.mean - figures.successAt1) / gap : kNaN;
        AcceptanceRates(tried, tries()).measure(figures, secondHalf);
        m_figures.verifiers.append(figures);
    }

    /// Of all other models the one whose agreement says most, by the first half of the questions.
    void addBestModel()
    {
        const Contender* best = nullptr;
        double bestDifference = 0;
        for (const Contender& other : m_table.contenders) {
            if (other.model == m_contender.model || other.tries.front().answer.empty()) {
                continue;
            }
            const double difference = differenceOf(other);
            if (difference > bestDifference) {
                best = &other;
                bestDifference = difference;
            }
        }
        if (best) {
            addVerifier({VerifierKind::Model, best});
        }
    }

    /// Share of right tries that agree with the other's first less that of wrong ones; 0 where it answered
    /// less than half. Of many questions a part tells who is worth asking.
    double differenceOf(const Contender& other) const
    {
        constexpr std::size_t kLooked = 20'000;
        const std::size_t stride = std::max<std::size_t>(1, m_figures.places.size() / kLooked);
        const std::vector<std::uint32_t>& theirs = other.tries.front().answer;
        double agreed[2] = {0, 0};
        double of[2] = {0, 0};
        std::size_t looked = 0;
        std::size_t asked = 0;
        for (std::size_t i = 0; i < m_figures.places.size(); i += stride) {
            const std::uint32_t place = m_figures.places[i];
            if (!m_table.inFirstHalf(place)) {
                continue;
            }
            ++looked;
            if (theirs[place] == UnknownAnswer) {
                continue;
            }
            ++asked;
            for (std::size_t attempt = 0; attempt < tries(); ++attempt) {
                const std::size_t outcome = right(place, attempt);
                const std::uint32_t mine = answer(place, attempt);
                of[outcome] += 1;
                agreed[outcome] += mine != 0 && mine == theirs[place] ? 1 : 0;
            }
        }
        return asked * 2 >= looked && of[0] > 0 && of[1] > 0 ? agreed[1] / of[1] - agreed[0] / of[0] : 0;
    }

    const AttemptTable& m_table;
    const Contender& m_contender;
    ContenderValidation m_figures;
    std::vector<std::uint32_t> m_clusters;
    std::optional<std::vector<TryPattern>> m_patterns;
    bool m_hasAnswers = false;
};

} // namespace

QVector<ContenderValidation> measureSuccess(const AttemptTable& table)
{
    std::vector<ContenderValidation> figures(std::size_t(table.contenders.size()));
    onAllCores(figures.size(), [&](std::size_t i) { figures[i] = Validator(table, i).measureSuccess(); });
    QVector<ContenderValidation> repeated;
    for (ContenderValidation& one : figures) {
        if (one.repeats()) {
            repeated.append(std::move(one));
        }
    }
    return repeated;
}

QVector<ContenderValidation> measureValidation(const AttemptTable& table, const Progress& progress)
{
    std::vector<ContenderValidation> figures(std::size_t(table.contenders.size()));
    onAllCores(figures.size(), [&](std::size_t i) {
        Validator validator(table, i);
        if (validator.isAsked() && !progress.isCancelled()) {
            figures[i] = validator.measure();
        }
    });
    QVector<ContenderValidation> measured;
    for (ContenderValidation& one : figures) {
        if (one.repeats() || !one.verifiers.isEmpty()) {
            measured.append(std::move(one));
        }
    }
    return measured;
}

const VerifierFigures* bestVerifier(const ContenderValidation& of, OtherModels others)
{
    constexpr double kLeastLead = 0.05;
    constexpr double kLeastErrors = 2;
    const VerifierFigures* best = nullptr;
    for (const VerifierFigures& figures : of.verifiers) {
        const bool may = others == OtherModels::Allowed || figures.verifier.kind != VerifierKind::Model;
        if (may && figures.lead > kLeastLead && figures.leadInErrors > kLeastErrors
            && (best == nullptr || figures.lead > best->lead)) {
            best = &figures;
        }
    }
    return best;
}

QVector<SampleId> samplesOf(const AttemptTable& table, const ContenderValidation& of, ValidationSamples which)
{
    const Contender& contender = table.contenders.at(qsizetype(of.contender));
    QVector<SampleId> samples;
    std::vector<std::uint32_t> answers(std::size_t(of.attempts));
    std::vector<std::uint8_t> right(std::size_t(of.attempts));
    for (const std::uint32_t place : of.places) {
        int count = 0;
        for (std::size_t attempt = 0; attempt < answers.size(); ++attempt) {
            const TryColumn& column = contender.tries[attempt];
            right[attempt] = column.outcome[place] == Try::Right ? 1 : 0;
            count += right[attempt];
            const std::uint32_t mark = column.answer.empty() ? UnknownAnswer : column.answer[place];
            answers[attempt] = mark < FirstAnswerMark ? 0 : mark;
        }
        const bool in = which == ValidationSamples::SomeRight ? count > 0 && count < of.attempts
            : which == ValidationSamples::AllRight            ? count == of.attempts
            : which == ValidationSamples::NeverRight          ? count == 0
                                                     : count > 0 && stats::majorityOf(answers, right) < 0.5;
        if (in) {
            samples.append(SampleId{table.samples[place]});
        }
    }
    return samples;
}

} // namespace winnow
