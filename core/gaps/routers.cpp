// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gaps/routers.h"

#include "core/base/parallel.h"
#include "core/stats/ridge.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace winnow {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
/// A group's accuracy counts as if this many questions more had been as all are.
constexpr double kPriorQuestions = 10;
constexpr double kRidge = 10;
constexpr std::size_t kThresholds = 21;

/// What comes of one question.
struct Outcome {
    float right = 0;
    float dollars = 0;
};

/// What a router comes to with each of its settings (how much a dollar weighs, how sure is sure); no question
/// had a part in deciding on itself.
struct RouterSettings {
    /// By setting and part: sums over its questions.
    std::vector<std::array<double, kFolds>> right, dollars;
    /// What comes of a question with a setting.
    std::function<Outcome(std::size_t setting, std::size_t question)> outcome;

    explicit RouterSettings(std::size_t settings = 0)
        : right(settings)
        , dollars(settings)
    {
    }
    std::size_t size() const { return right.size(); }
};

/// How much accuracy a US dollar a question is worth: from nothing to so much that the cheapest wins.
std::vector<double> weightsOf(const RoutingProblem& problem, const std::vector<double>& meanDollars,
    const std::vector<double>& meanRight)
{
    std::vector<double> weights{0};
    if (!problem.hasCosts) {
        return weights;
    }
    const auto [least, most] = std::minmax_element(meanDollars.begin(), meanDollars.end());
    const auto [worst, best] = std::minmax_element(meanRight.begin(), meanRight.end());
    const double scale = *most > *least ? std::max(0.05, *best - *worst) / (*most - *least) : 0;
    for (int power = -6; power <= 8 && scale > 0; ++power) {
        weights.push_back(scale * std::pow(2.0, power));
    }
    return weights;
}

double meanOf(const std::vector<float>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0)
        / double(std::max<std::size_t>(1, values.size()));
}

class RouterMaker {
public:
    explicit RouterMaker(const RoutingProblem& problem)
        : m_problem(problem)
        , m_questions(problem.places.size())
        , m_models(problem.contenders.size())
    {
        for (std::size_t m = 0; m < m_models; ++m) {
            m_meanRight.push_back(meanOf(problem.right[m]));
            m_meanDollars.push_back(meanOf(problem.dollars[m]));
        }
        m_weights = weightsOf(problem, m_meanDollars, m_meanRight);
        for (std::size_t fold = 0; fold < kFolds; ++fold) {
            for (std::size_t m = 0; m < m_models; ++m) {
                m_elsewhereRight[fold].push_back(meanElsewhere(problem.right[m], fold));
                m_elsewhereDollars[fold].push_back(meanElsewhere(problem.dollars[m], fold));
            }
        }
    }

    /// Asks in each group the contender that was best there in the other parts.
    RouterSettings byGroup(std::vector<quint16> group) const
    {
        const std::size_t groups = std::size_t(*std::max_element(group.begin(), group.end())) + 1;
        // [fold][group][contender]: right, dollars; and questions by fold and group.
        const auto cells = kFolds * groups * m_models;
        std::vector<double> right(cells, 0), dollars(cells, 0), count(kFolds * groups, 0);
        for (std::size_t i = 0; i < m_questions; ++i) {
            ++count[m_problem.fold[i] * groups + group[i]];
        }
        for (std::size_t m = 0; m < m_models; ++m) {
            for (std::size_t i = 0; i < m_questions; ++i) {
                const std::size_t cell = (m_problem.fold[i] * groups + group[i]) * m_models + m;
                right[cell] += double(m_problem.right[m][i]);
                dollars[cell] += double(m_problem.dollars[m][i]);
            }
        }
        RouterSettings settings(m_weights.size());
        std::vector<std::size_t> choice(m_weights.size() * kFolds * groups);
        for (std::size_t w = 0; w < m_weights.size(); ++w) {
            for (std::size_t fold = 0; fold < kFolds; ++fold) {
                for (std::size_t g = 0; g < groups; ++g) {
                    const std::size_t m = bestIn(right, dollars, count, groups, fold, g, m_weights[w]);
                    choice[(w * kFolds + fold) * groups + g] = m;
                    settings.right[w][fold] += right[(fold * groups + g) * m_models + m];
                    settings.dollars[w][fold] += dollars[(fold * groups + g) * m_models + m];
                }
            }
        }
        settings.outcome = [this, groups, group = std::move(group), choice = std::move(choice)](
                               std::size_t w, std::size_t i) {
            return of(choice[(w * kFolds + m_problem.fold[i]) * groups + group[i]], i);
        };
        return settings;
    }

    /// Asks the contender that is most likely right, by least squares over what the question looks like.
    RouterSettings byQuestion() const
    {
        const std::vector<std::vector<float>> coefficients = learned();
        const std::size_t width = m_problem.table.features.width;
        // [question][setting]
        std::vector<quint16> choices(m_weights.size() * m_questions);
        constexpr std::size_t kChunk = 4096;
        std::vector<RouterSettings> parts(
            (m_questions + kChunk - 1) / kChunk, RouterSettings(m_weights.size()));
        onAllCores(parts.size(), [&](std::size_t chunk) {
            std::vector<float> predicted(m_models);
            for (std::size_t i = chunk * kChunk; i < std::min(m_questions, (chunk + 1) * kChunk); ++i) {
                const std::size_t fold = m_problem.fold[i];
                predict(
                    coefficients[fold], m_problem.table.features.of(m_problem.places[i]), width, predicted);
                for (std::size_t w = 0; w < m_weights.size(); ++w) {
                    const std::size_t m = bestOf(predicted, fold, m_weights[w]);
                    choices[i * m_weights.size() + w] = quint16(m);
                    parts[chunk].right[w][fold] += double(m_problem.right[m][i]);
                    parts[chunk].dollars[w][fold] += double(m_problem.dollars[m][i]);
                }
            }
        });
        RouterSettings settings(m_weights.size());
        for (const RouterSettings& part : parts) {
            for (std::size_t w = 0; w < m_weights.size(); ++w) {
                for (std::size_t fold = 0; fold < kFolds; ++fold) {
                    settings.right[w][fold] += part.right[w][fold];
                    settings.dollars[w][fold] += part.dollars[w][fold];
                }
            }
        }
        settings.outcome = [this, choices = std::move(choices)](std::size_t w, std::size_t i) {
            return of(choices[i * m_weights.size() + w], i);
        };
        return settings;
    }

    /// Asks `first`, and `second` too where `first` is less sure than a threshold. Empty where how sure it is
    /// was not recorded.
    RouterSettings byConfidence(std::size_t first, std::size_t second) const
    {
        const Contender& cheap = m_problem.table.contenders.at(qsizetype(m_problem.contenders[first]));
        const std::vector<float>& sure = cheap.tries.front().logProbability;
        std::vector<float> known;
        for (const std::uint32_t place : m_problem.places) {
            if (!sure.empty() && !std::isnan(sure[place])) {
                known.push_back(sure[place]);
            }
        }
        if (known.size() * 2 < m_questions || known.empty()) {
            return RouterSettings();
        }
        std::sort(known.begin(), known.end());
        std::vector<float> thresholds;
        for (std::size_t t = 0; t + 1 < kThresholds; ++t) {
            thresholds.push_back(known[t * (known.size() - 1) / (kThresholds - 1)]);
        }
        thresholds.push_back(std::numeric_limits<float>::infinity());
        RouterSettings settings(thresholds.size());
        settings.outcome = [this, first, second, &sure, thresholds](std::size_t t, std::size_t i) {
            // What is not known is not sure.
            const bool stays = sure[m_problem.places[i]] >= thresholds[t];
            const Outcome cheapest = of(first, i);
            const Outcome better = of(second, i);
            return stays ? cheapest : Outcome{better.right, cheapest.dollars + better.dollars};
        };
        for (std::size_t t = 0; t < thresholds.size(); ++t) {
            for (std::size_t i = 0; i < m_questions; ++i) {
                const Outcome outcome = settings.outcome(t, i);
                settings.right[t][m_problem.fold[i]] += double(outcome.right);
                settings.dollars[t][m_problem.fold[i]] += double(outcome.dollars);
            }
        }
        return settings;
    }

    Router measure(Router router, const RouterSettings& settings, double oracle) const
    {
        std::array<double, kFolds> bestRight{};
        for (std::size_t i = 0; i < m_questions; ++i) {
            bestRight[m_problem.fold[i]] += double(m_problem.right[m_problem.best][i]);
        }
        const auto all = [](const std::array<double, kFolds>& sums) {
            return std::accumulate(sums.begin(), sums.end(), 0.0);
        };
        for (std::size_t s = 0; s < settings.size(); ++s) {
            const double dollars = all(settings.dollars[s]) / double(m_questions);
            router.points.push_back(
                {m_problem.hasCosts ? dollars : kNaN, all(settings.right[s]) / double(m_questions)});
        }
        std::array<std::size_t, kFolds> best{}, cheapest{};
        for (std::size_t fold = 0; fold < kFolds; ++fold) {
            const auto elsewhere
                = [&](const std::array<double, kFolds>& sums) { return all(sums) - sums[fold]; };
            for (std::size_t s = 1; s < settings.size(); ++s) {
                best[fold]
                    = elsewhere(settings.right[s]) > elsewhere(settings.right[best[fold]]) ? s : best[fold];
            }
            cheapest[fold] = best[fold];
            for (std::size_t s = 0; s < settings.size(); ++s) {
                if (elsewhere(settings.right[s]) >= elsewhere(bestRight)
                    && elsewhere(settings.dollars[s]) < elsewhere(settings.dollars[cheapest[fold]])) {
                    cheapest[fold] = s;
                }
            }
        }
        router.best = routed(settings, best);
        router.cheapest = routed(settings, cheapest);
        const double single = m_meanRight[m_problem.best];
        router.gapClosed
            = oracle - single > 1e-9 ? (router.best.accuracy.mean - single) / (oracle - single) : kNaN;
        router.averageQuality = kNaN;
        return router;
    }

private:
    /// Over the questions of the other parts.
    double meanElsewhere(const std::vector<float>& values, std::size_t fold) const
    {
        double sum = 0;
        double questions = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const bool other = m_problem.fold[i] != fold;
            sum += other ? double(values[i]) : 0;
            questions += other ? 1 : 0;
        }
        return questions > 0 ? sum / questions : 0;
    }

    std::size_t bestOf(const std::vector<float>& right, std::size_t fold, double weight) const
    {
        std::size_t best = 0;
        double bestValue = -std::numeric_limits<double>::infinity();
        for (std::size_t m = 0; m < m_models; ++m) {
            const double value = double(right[m]) - weight * m_elsewhereDollars[fold][m];
            if (value > bestValue) {
                best = m;
                bestValue = value;
            }
        }
        return best;
    }

    std::size_t bestIn(const std::vector<double>& right, const std::vector<double>& dollars,
        const std::vector<double>& count, std::size_t groups, std::size_t left, std::size_t g,
        double weight) const
    {
        std::size_t best = 0;
        double bestValue = -std::numeric_limits<double>::infinity();
        for (std::size_t m = 0; m < m_models; ++m) {
            double hits = kPriorQuestions * m_elsewhereRight[left][m];
            double spent = kPriorQuestions * m_elsewhereDollars[left][m];
            double questions = kPriorQuestions;
            for (std::size_t fold = 0; fold < kFolds; ++fold) {
                const std::size_t cell = fold * groups + g;
                if (fold != left) {
                    hits += right[cell * m_models + m];
                    spent += dollars[cell * m_models + m];
                    questions += count[cell];
                }
            }
            const double value = (hits - weight * spent) / questions;
            if (value > bestValue) {
                best = m;
                bestValue = value;
            }
        }
        return best;
    }

    static void predict(const std::vector<float>& coefficients, const float* features, std::size_t width,
        std::vector<float>& predicted)
    {
        std::fill(predicted.begin(), predicted.end(), 0.0F);
        const std::size_t models = predicted.size();
        for (std::size_t a = 0; a < width; ++a) {
            const float value = features[a];
            const float* of = coefficients.data() + a * models;
            if (value != 0.0F) {
                for (std::size_t m = 0; m < models; ++m) {
                    predicted[m] += value * of[m];
                }
            }
        }
    }

    Outcome of(std::size_t contender, std::size_t question) const
    {
        return {m_problem.right[contender][question], m_problem.dollars[contender][question]};
    }

    /// By part: what the others teach.
    std::vector<std::vector<float>> learned() const
    {
        const QuestionFeatures& features = m_problem.table.features;
        std::vector<stats::RidgeSums> parts(kFolds, stats::RidgeSums(features.width, m_models));
        onAllCores(kFolds, [&](std::size_t fold) {
            for (std::size_t i = 0; i < m_questions; ++i) {
                if (m_problem.fold[i] == fold) {
                    parts[fold].add(features.of(m_problem.places[i]),
                        [&](std::size_t m) { return m_problem.right[m][i]; });
                }
            }
        });
        stats::RidgeSums all = parts.front();
        for (std::size_t fold = 1; fold < kFolds; ++fold) {
            all += parts[fold];
        }
        std::vector<std::vector<float>> coefficients;
        for (const stats::RidgeSums& part : parts) {
            stats::RidgeSums others = all;
            others -= part;
            const std::vector<double> solved = others.solve(kRidge);
            coefficients.emplace_back(solved.begin(), solved.end());
        }
        return coefficients;
    }

    Routed routed(const RouterSettings& settings, const std::array<std::size_t, kFolds>& chosen) const
    {
        std::vector<double> right(m_questions), dollars(m_questions), single(m_questions),
            singleDollars(m_questions);
        for (std::size_t i = 0; i < m_questions; ++i) {
            const Outcome outcome = settings.outcome(chosen[m_problem.fold[i]], i);
            right[i] = double(outcome.right);
            dollars[i] = double(outcome.dollars);
            single[i] = double(m_problem.right[m_problem.best][i]);
            singleDollars[i] = double(m_problem.dollars[m_problem.best][i]);
        }
        Routed of;
        of.accuracy = stats::clusteredMean(right, m_problem.cluster);
        of.against = stats::pairedMeans(right, single, m_problem.cluster);
        of.dollars = kNaN;
        of.costShare.ratio = of.costShare.interval.low = of.costShare.interval.high = kNaN;
        if (m_problem.hasCosts) {
            of.dollars = std::accumulate(dollars.begin(), dollars.end(), 0.0) / double(m_questions);
            of.costShare = stats::rateRatio(dollars, singleDollars, m_problem.cluster);
        }
        return of;
    }

    const RoutingProblem& m_problem;
    std::size_t m_questions;
    std::size_t m_models;
    std::vector<double> m_meanRight, m_meanDollars;
    /// By part: over the others.
    std::array<std::vector<double>, kFolds> m_elsewhereRight, m_elsewhereDollars;
    std::vector<double> m_weights;
};

/// The groups of the questions, numbered; empty when there is one.
std::vector<quint16> groupsAt(const std::vector<quint16>& codes, const std::vector<std::uint32_t>& places)
{
    std::vector<quint16> groups;
    bool several = false;
    for (const std::uint32_t place : places) {
        groups.push_back(codes[place]);
        several = several || groups.back() != groups.front();
    }
    return several ? groups : std::vector<quint16>();
}

} // namespace

QVector<Router> measureRouters(const RoutingProblem& problem, double oracle, const Progress& progress)
{
    const RouterMaker maker(problem);
    QVector<Router> routers;
    const auto add = [&](Router router, const RouterSettings& settings) {
        if (settings.size() > 0 && !progress.isCancelled()) {
            routers.append(maker.measure(std::move(router), settings, oracle));
        }
    };
    for (const bool byDataset : {true, false}) {
        const std::vector<quint16> groups
            = groupsAt(byDataset ? problem.table.dataset : problem.table.capability, problem.places);
        if (!groups.empty()) {
            Router router;
            router.by = byDataset ? Router::By::Dataset : Router::By::Capability;
            add(router, maker.byGroup(groups));
        }
    }
    if (problem.places.size() >= 50 && problem.table.features.width > 1) {
        Router router;
        router.by = Router::By::Question;
        add(router, maker.byQuestion());
    }
    if (problem.hasCosts && problem.cheapest != problem.best) {
        Router router;
        router.by = Router::By::Confidence;
        router.first = problem.contenders[problem.cheapest];
        router.second = problem.contenders[problem.best];
        add(router, maker.byConfidence(problem.cheapest, problem.best));
    }
    return routers;
}

} // namespace winnow
