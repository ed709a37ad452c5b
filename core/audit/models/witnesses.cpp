// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/models/witnesses.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace winnow {

namespace {

constexpr int kMaxOptions = 64;
// Pairs are compared on at most this many samples, evenly spread: the estimate is good to a few percent.
constexpr std::size_t kPairSamples = 6000;
// Weight of "no habit" against what was counted.
constexpr double kPrior = 10;

} // namespace

Witnesses::Witnesses(const AuditData& data, Condition condition, double attemptShare)
    : m_data(data)
    , m_models(modelsOf(data, condition))
{
    const std::size_t n = data.size();
    m_outcomes.assign(m_models.size(), std::vector<qint8>(n, Missing));
    m_letters.assign(m_models.size(), std::vector<std::vector<double>>(kMaxOptions + 1));
    m_letterSums.assign(m_models.size(), std::vector<double>(kMaxOptions + 1, 0.0));
    m_answers.resize(m_models.size());
    m_answerSums.assign(m_models.size(), 0);
    m_rotations.assign(m_models.size(), 1);
    m_answerRate.assign(m_models.size(), 1.0);
    for (std::size_t m = 0; m < m_models.size(); ++m) {
        std::map<std::pair<QString, int>, std::vector<const ResponseColumn*>> attempts;
        for (const ResponseColumn* column : m_models[m].columns) {
            attempts[{column->setting, column->attempt}].push_back(column);
        }
        std::size_t rotations = 1;
        for (const auto& [key, columns] : attempts) {
            rotations = std::max(rotations, columns.size());
        }
        m_rotations[m] = int(rotations);
        std::vector<qint8>& outcome = m_outcomes[m];
        if (m_models[m].columns.size() == 1) {
            const ResponseColumn& column = *m_models[m].columns.front();
            for (std::size_t i = 0; i < n; ++i) {
                if (column.hasScore(i)) {
                    outcome[i] = column.isRight(i) ? Hit : Miss;
                }
            }
        }
        for (std::size_t i = 0; i < n && m_models[m].columns.size() > 1; ++i) {
            int tried = 0;
            int right = 0;
            for (const auto& [key, columns] : attempts) {
                bool any = false;
                bool all = true;
                for (const ResponseColumn* column : columns) {
                    if (column->hasScore(i)) {
                        any = true;
                        all = all && column->isRight(i);
                    }
                }
                tried += any;
                right += any && all;
            }
            if (tried > 0) {
                outcome[i] = right > attemptShare * tried ? Hit : Miss;
            }
        }
        double responded = 0;
        double readable = 0;
        for (const ResponseColumn* column : m_models[m].columns) {
            for (std::size_t i = 0; i < n; ++i) {
                const qint32 code = column->codes[i];
                if (column->hasScore(i)) {
                    responded += 1;
                    readable += code >= 0 || column->isRight(i);
                }
                if (code < 0) {
                    continue;
                }
                if (!data.isChoice(*column, i)) {
                    ++m_answers[m][code];
                    ++m_answerSums[m];
                    continue;
                }
                const int options = std::min<int>(data.optionCount[i], kMaxOptions);
                const qint32 letter = column->shownLetter(i);
                if (letter >= 0 && letter < options) {
                    auto& counts = m_letters[m][std::size_t(options)];
                    counts.resize(std::size_t(options), 0.0);
                    counts[std::size_t(letter)] += 1;
                    m_letterSums[m][std::size_t(options)] += 1;
                }
            }
        }
        m_answerRate[m] = (readable + kPrior) / (responded + kPrior);
    }
}

double Witnesses::letterShare(std::size_t model, int options, int letter, double prior) const
{
    options = std::min(options, kMaxOptions);
    const auto& counts = m_letters[model][std::size_t(options)];
    const double count = letter < int(counts.size()) ? counts[std::size_t(letter)] : 0;
    return (count + prior / options) / (m_letterSums[model][std::size_t(options)] + prior);
}

double Witnesses::guessProbability(
    std::size_t model, std::size_t sample, bool useHabits, double luckyGuess) const
{
    const bool choice = m_data.isChoice(*m_models[model].columns.front(), sample);
    if (choice) {
        const int options = m_data.optionCount[sample];
        double p = 1.0 / options;
        if (useHabits && m_rotations[model] == 1 && m_data.goldIndex[sample] >= 0) {
            p = std::max(p, letterShare(model, options, m_data.goldIndex[sample], kPrior));
        }
        if (useHabits) {
            p *= m_answerRate[model];
        }
        int rotations = 0;
        for (const ResponseColumn* column : m_models[model].columns) {
            rotations += column->attempt == m_models[model].columns.front()->attempt
                && column->setting == m_models[model].columns.front()->setting && column->hasScore(sample);
        }
        return rotations > 1 ? std::pow(p, rotations) : p;
    }
    const qint32 gold = m_data.goldCode[sample];
    if (!useHabits || gold < 0 || m_answerSums[model] == 0) {
        return luckyGuess;
    }
    const int own = int(std::count_if(m_models[model].columns.begin(), m_models[model].columns.end(),
        [&](const ResponseColumn* column) { return column->codes[sample] == gold; }));
    const double elsewhere = m_answers[model].value(gold) - own;
    const double others = m_answerSums[model] - double(m_models[model].columns.size());
    return std::clamp((elsewhere + kPrior * luckyGuess) / (std::max(0.0, others) + kPrior), luckyGuess, 1.0);
}

void Witnesses::estimateDependence(double minRight)
{
    const std::size_t models = m_models.size();
    m_dependence.assign(models * models, 0.0);
    const std::size_t n = m_data.size();
    const std::size_t stride = std::max<std::size_t>(1, n / kPairSamples);
    std::vector<std::size_t> picked;
    for (std::size_t i = 0; i < n; i += stride) {
        int present = 0;
        int hits = 0;
        for (std::size_t m = 0; m < models && minRight > 0; ++m) {
            present += m_outcomes[m][i] != Missing;
            hits += m_outcomes[m][i] == Hit;
        }
        if (hits >= minRight * present) {
            picked.push_back(i);
        }
    }
    std::vector<std::vector<qint32>> codes(models);
    for (std::size_t m = 0; m < models; ++m) {
        for (const std::size_t i : picked) {
            codes[m].push_back(m_outcomes[m][i] == Miss ? modelAnswer(m_models[m], i) : kNoResponse);
        }
    }
    struct Pair {
        double agreed = 0;
        double expected = 0;
        double both = 0;
    };
    std::vector<Pair> pairs(models * models);
    Pair sum;
    std::vector<double> shares;
    for (std::size_t k = 0; k < picked.size(); ++k) {
        const std::size_t i = picked[k];
        const bool choice = !m_models.empty() && m_data.isChoice(*m_models.front().columns.front(), i);
        const int options = m_data.optionCount[i];
        const int gold = m_data.goldIndex[i];
        if (choice && (gold < 0 || options < 3)) {
            // With two options all wrong answers agree: nothing to learn.
            continue;
        }
        if (choice) {
            shares.assign(models * std::size_t(options), 0.0);
            for (std::size_t m = 0; m < models; ++m) {
                const double rest = 1 - letterShare(m, options, gold, 1);
                for (int letter = 0; letter < options; ++letter) {
                    shares[m * std::size_t(options) + std::size_t(letter)]
                        = letter == gold ? 0 : letterShare(m, options, letter, 1) / rest;
                }
            }
        }
        for (std::size_t a = 0; a < models; ++a) {
            if (codes[a][k] < 0) {
                continue;
            }
            for (std::size_t b = a + 1; b < models; ++b) {
                if (codes[b][k] < 0) {
                    continue;
                }
                double expected = 0;
                if (choice) {
                    for (std::size_t letter = 0; letter < std::size_t(options); ++letter) {
                        expected += shares[a * std::size_t(options) + letter]
                            * shares[b * std::size_t(options) + letter];
                    }
                } else {
                    // How often b gives a's answer at all.
                    expected = m_answers[b].value(codes[a][k]) / double(std::max(1, m_answerSums[b]));
                }
                Pair& pair = pairs[a * models + b];
                pair.both += 1;
                pair.expected += expected;
                pair.agreed += codes[a][k] == codes[b][k];
            }
        }
    }
    for (const Pair& pair : pairs) {
        sum.both += pair.both;
        sum.expected += pair.expected;
        sum.agreed += pair.agreed;
    }
    const double mean = sum.both - sum.expected > 1
        ? std::clamp((sum.agreed - sum.expected) / (sum.both - sum.expected), -1.0, 1.0)
        : 0.0;
    // Not cut at 0: cutting would make noise look like dependence; weights() cuts the sum instead.
    constexpr double kPull = 20;
    for (std::size_t a = 0; a < models; ++a) {
        m_dependence[a * models + a] = 1;
        for (std::size_t b = a + 1; b < models; ++b) {
            const Pair& pair = pairs[a * models + b];
            const double c
                = (pair.agreed - pair.expected + kPull * mean) / (pair.both - pair.expected + kPull);
            m_dependence[a * models + b] = m_dependence[b * models + a] = std::clamp(c, -1.0, 1.0);
        }
    }
}

double Witnesses::dependence(std::size_t a, std::size_t b) const
{
    if (m_dependence.empty()) {
        return a == b ? 1 : 0;
    }
    return m_dependence[a * m_models.size() + b];
}

double Witnesses::medianDependence() const
{
    std::vector<double> pairs;
    for (std::size_t a = 0; a < m_models.size(); ++a) {
        for (std::size_t b = a + 1; b < m_models.size(); ++b) {
            pairs.push_back(dependence(a, b));
        }
    }
    if (pairs.empty()) {
        return 0;
    }
    const auto middle = pairs.begin() + std::ptrdiff_t(pairs.size() / 2);
    std::nth_element(pairs.begin(), middle, pairs.end());
    return *middle;
}

double Witnesses::meanWorth() const
{
    // Agreement on wrong answers that tempting distractors alone bring about. With this value the doubts that
    // the label model has about MMLU-Redux come out about as often true as they say.
    constexpr double kTemptation = 0.32;
    std::vector<int> everyone(m_models.size());
    std::iota(everyone.begin(), everyone.end(), 0);
    const std::vector<double> each = weights(everyone, std::min(kTemptation, medianDependence()));
    return each.empty() ? 1 : std::accumulate(each.begin(), each.end(), 0.0) / double(each.size());
}

std::vector<double> Witnesses::weights(const std::vector<int>& present, double common) const
{
    common = std::clamp(common, 0.0, 0.9);
    std::vector<double> weights;
    weights.reserve(present.size());
    for (const int a : present) {
        double voices = 0;
        for (const int b : present) {
            voices += (dependence(std::size_t(a), std::size_t(b)) - common) / (1 - common);
        }
        weights.push_back(1 / std::max(1.0, voices));
    }
    return weights;
}

} // namespace winnow
