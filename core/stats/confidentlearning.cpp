// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/confidentlearning.h"

#include "core/stats/contingency.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace winnow::stats {

namespace {

// Probabilities this close count as equal.
constexpr double kTolerance = 1e-6;

std::size_t argMax(std::span<const double> values)
{
    return std::size_t(std::max_element(values.begin(), values.end()) - values.begin());
}

/// Confident class of a sample, or -1: the most probable when several reach their thresholds.
int confidentClass(std::span<const double> row, const std::vector<double>& thresholds)
{
    int found = -1;
    int count = 0;
    for (std::size_t c = 0; c < row.size(); ++c) {
        if (row[c] >= thresholds[c] - kTolerance) {
            found = count == 0 ? int(c) : found;
            ++count;
        }
    }
    return count > 1 ? int(argMax(row)) : found;
}

/// Rounds so that the sum stays what it rounds to; what was rounded furthest the wrong way gives way first.
std::vector<long> roundKeepingSum(const std::vector<double>& values)
{
    std::vector<long> rounded;
    for (const double value : values) {
        rounded.push_back(std::lrint(value));
    }
    const long wanted = std::lrint(std::accumulate(values.begin(), values.end(), 0.0));
    std::vector<std::size_t> order(values.size());
    for (;;) {
        const long difference = wanted - std::accumulate(rounded.begin(), rounded.end(), 0L);
        if (difference == 0 || values.empty()) {
            return rounded;
        }
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const double left = values[a] - double(rounded[a]);
            const double right = values[b] - double(rounded[b]);
            if (left == right) {
                return difference > 0 ? a > b : a < b;
            }
            return difference > 0 ? left > right : left < right;
        });
        const std::size_t changes = std::min(std::size_t(std::labs(difference)), values.size());
        for (std::size_t i = 0; i < changes; ++i) {
            rounded[order[i]] += difference > 0 ? 1 : -1;
        }
    }
}

/// Positions of the samples that carry each label.
std::vector<std::vector<std::size_t>> byLabel(const LabelledProbabilities& data)
{
    std::vector<std::vector<std::size_t>> groups(std::size_t(data.classes));
    for (std::size_t i = 0; i < data.labels.size(); ++i) {
        groups[std::size_t(data.labels[i])].push_back(i);
    }
    return groups;
}

std::vector<bool> byNoiseRate(const LabelledProbabilities& data, const std::vector<long>& joint)
{
    const std::size_t classes = std::size_t(data.classes);
    std::vector<bool> issues(data.labels.size(), false);
    const auto groups = byLabel(data);
    for (std::size_t given = 0; given < classes; ++given) {
        if (groups[given].size() <= 1) {
            continue;
        }
        for (std::size_t other = 0; other < classes; ++other) {
            const long count = joint[given * classes + other];
            if (other == given || count <= 0) {
                continue;
            }
            std::vector<double> margins;
            for (const std::size_t i : groups[given]) {
                margins.push_back(data.row(i)[other] - data.row(i)[given]);
            }
            std::vector<double> sorted = margins;
            const auto cut = sorted.begin() + std::min<long>(count, long(sorted.size())) - 1;
            std::nth_element(sorted.begin(), cut, sorted.end(), std::greater<>());
            for (std::size_t k = 0; k < margins.size(); ++k) {
                if (margins[k] >= *cut) {
                    issues[groups[given][k]] = true;
                }
            }
        }
    }
    return issues;
}

std::vector<bool> byClass(const LabelledProbabilities& data, const std::vector<long>& joint)
{
    const std::size_t classes = std::size_t(data.classes);
    std::vector<bool> issues(data.labels.size(), false);
    const auto groups = byLabel(data);
    for (std::size_t given = 0; given < classes; ++given) {
        const long size = long(groups[given].size());
        const long count = size - joint[given * classes + given];
        if (size <= 1 || count <= 0 || count >= size) {
            continue;
        }
        std::vector<double> confidence;
        for (const std::size_t i : groups[given]) {
            confidence.push_back(data.row(i)[given]);
        }
        std::vector<double> sorted = confidence;
        std::nth_element(sorted.begin(), sorted.begin() + count, sorted.end());
        for (std::size_t k = 0; k < confidence.size(); ++k) {
            if (confidence[k] < sorted[std::size_t(count)]) {
                issues[groups[given][k]] = true;
            }
        }
    }
    return issues;
}

std::vector<bool> offDiagonal(const LabelledProbabilities& data)
{
    const std::vector<double> thresholds = confidentThresholds(data);
    std::vector<bool> issues(data.labels.size(), false);
    for (std::size_t i = 0; i < data.labels.size(); ++i) {
        const int confident = confidentClass(data.row(i), thresholds);
        issues[i] = confident >= 0 && confident != data.labels[i];
    }
    return issues;
}

/// As many of the lowest scores as confident learning finds issues.
template <typename Score> std::vector<bool> lowest(const LabelledProbabilities& data, Score score)
{
    std::size_t count = 0;
    const std::vector<bool> confident = offDiagonal(data);
    for (std::size_t i = 0; i < confident.size(); ++i) {
        count += confident[i] && argMax(data.row(i)) != std::size_t(data.labels[i]);
    }
    std::vector<double> scores;
    for (std::size_t i = 0; i < data.labels.size(); ++i) {
        scores.push_back(score(data.row(i), data.labels[i]));
    }
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(
        order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] < scores[b]; });
    std::vector<bool> issues(scores.size(), false);
    for (std::size_t k = 0; k < count; ++k) {
        issues[order[k]] = true;
    }
    return issues;
}

} // namespace

std::vector<double> cleanedProbabilities(std::span<const double> probabilities, int classes)
{
    std::vector<double> cleaned(probabilities.begin(), probabilities.end());
    for (std::size_t start = 0; start + std::size_t(classes) <= cleaned.size();
         start += std::size_t(classes)) {
        double sum = 0;
        for (std::size_t c = start; c < start + std::size_t(classes); ++c) {
            cleaned[c] = std::isfinite(cleaned[c]) && cleaned[c] > 0 ? cleaned[c] : 0;
            sum += cleaned[c];
        }
        for (std::size_t c = start; c < start + std::size_t(classes); ++c) {
            cleaned[c] = sum > 0 ? cleaned[c] / sum : 1.0 / classes;
        }
    }
    return cleaned;
}

std::vector<double> confidentThresholds(const LabelledProbabilities& data)
{
    std::vector<double> sums(std::size_t(data.classes), 0.0);
    std::vector<double> counts(std::size_t(data.classes), 0.0);
    for (std::size_t i = 0; i < data.labels.size(); ++i) {
        const std::size_t label = std::size_t(data.labels[i]);
        sums[label] += data.row(i)[label];
        counts[label] += 1;
    }
    for (std::size_t c = 0; c < sums.size(); ++c) {
        // A class nobody carries is never confident.
        sums[c] = counts[c] > 0 ? std::max(sums[c] / counts[c], 2 * kTolerance) : 2.0;
    }
    return sums;
}

std::vector<long> confidentJoint(const LabelledProbabilities& data)
{
    const std::size_t classes = std::size_t(data.classes);
    const std::vector<double> thresholds = confidentThresholds(data);
    std::vector<double> joint(classes * classes, 0.0);
    std::vector<double> labelCounts(classes, 0.0);
    for (std::size_t i = 0; i < data.labels.size(); ++i) {
        const std::size_t given = std::size_t(data.labels[i]);
        labelCounts[given] += 1;
        const int confident = confidentClass(data.row(i), thresholds);
        if (confident >= 0) {
            joint[given * classes + std::size_t(confident)] += 1;
        }
    }
    std::vector<long> rounded;
    for (std::size_t given = 0; given < classes; ++given) {
        // Every class is taken to have one right label at least.
        joint[given * classes + given] = std::max(1.0, joint[given * classes + given]);
        std::vector<double> row(
            joint.begin() + long(given * classes), joint.begin() + long((given + 1) * classes));
        const double sum = std::max(1.0, std::accumulate(row.begin(), row.end(), 0.0));
        for (double& value : row) {
            value = value / sum * labelCounts[given];
        }
        const std::vector<long> whole = roundKeepingSum(row);
        rounded.insert(rounded.end(), whole.begin(), whole.end());
    }
    return rounded;
}

std::vector<std::size_t> findLabelIssues(const LabelledProbabilities& data, LabelFilter filter)
{
    std::vector<std::size_t> found;
    if (data.classes < 2 || data.labels.empty()) {
        return found;
    }
    std::vector<bool> issues;
    switch (filter) {
    case LabelFilter::PruneByNoiseRate:
        issues = byNoiseRate(data, confidentJoint(data));
        break;
    case LabelFilter::PruneByClass:
        issues = byClass(data, confidentJoint(data));
        break;
    case LabelFilter::Both: {
        const std::vector<long> joint = confidentJoint(data);
        issues = byNoiseRate(data, joint);
        const std::vector<bool> second = byClass(data, joint);
        for (std::size_t i = 0; i < issues.size(); ++i) {
            issues[i] = issues[i] && second[i];
        }
        break;
    }
    case LabelFilter::ConfidentLearning:
        issues = offDiagonal(data);
        break;
    case LabelFilter::PredictedNeqGiven:
        issues.assign(data.labels.size(), true);
        break;
    case LabelFilter::LowNormalisedMargin:
        issues = lowest(data, normalisedMargin);
        break;
    case LabelFilter::LowSelfConfidence:
        issues = lowest(data, selfConfidence);
        break;
    }
    for (std::size_t i = 0; i < issues.size(); ++i) {
        if (issues[i] && argMax(data.row(i)) != std::size_t(data.labels[i])) {
            found.push_back(i);
        }
    }
    return found;
}

double selfConfidence(std::span<const double> probabilities, int label)
{
    return probabilities[std::size_t(label)];
}

double normalisedMargin(std::span<const double> probabilities, int label)
{
    double other = 0;
    for (std::size_t c = 0; c < probabilities.size(); ++c) {
        if (c != std::size_t(label)) {
            other = std::max(other, probabilities[c]);
        }
    }
    return (probabilities[std::size_t(label)] - other + 1) / 2;
}

double confidenceWeightedEntropy(std::span<const double> probabilities, int label)
{
    const double own = std::max(probabilities[std::size_t(label)], 1e-12);
    const double x = normalisedEntropy(probabilities, int(probabilities.size())) / own;
    return x < 1e-12 ? 1 : std::log(x + 1) / x;
}

} // namespace winnow::stats
