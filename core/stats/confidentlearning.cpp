// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/confidentlearning.h"

#include "core/stats/quicksortorder.h"

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

/// Whether no other class is more probable than the label by more than the tolerance.
bool labelIsMostProbable(std::span<const double> row, std::size_t label)
{
    const double own = row[label] + kTolerance;
    for (std::size_t c = 0; c < row.size(); ++c) {
        // Of equals the first counts as the most probable.
        if (c != label && (row[c] > own || (row[c] == own && c < label))) {
            return false;
        }
    }
    return true;
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

/// Sum by halves, the last of them in eight interleaved lanes: the rounding of array libraries, on which it
/// depends how a count of exactly one half is rounded.
double laneSum(std::span<const double> values)
{
    constexpr std::size_t kLanes = 8;
    constexpr std::size_t kBlock = 128;
    if (values.size() > kBlock) {
        const std::size_t half = values.size() / 2 / kLanes * kLanes;
        return laneSum(values.first(half)) + laneSum(values.subspan(half));
    }
    double lanes[kLanes] = {};
    const std::size_t whole = values.size() / kLanes * kLanes;
    for (std::size_t i = 0; i < whole; ++i) {
        lanes[i % kLanes] += values[i];
    }
    double sum
        = ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
    for (std::size_t i = whole; i < values.size(); ++i) {
        sum += values[i];
    }
    return sum;
}

/// Rounds so that the sum stays what it rounds to; what was rounded furthest the wrong way gives way first.
std::vector<long> roundKeepingSum(const std::vector<double>& values)
{
    std::vector<long> rounded;
    for (const double value : values) {
        rounded.push_back(std::lrint(value));
    }
    const long wanted = std::lrint(laneSum(values));
    std::vector<double> differences(values.size());
    for (;;) {
        const long missing = wanted - std::accumulate(rounded.begin(), rounded.end(), 0L);
        if (missing == 0 || values.empty()) {
            return rounded;
        }
        for (std::size_t i = 0; i < values.size(); ++i) {
            differences[i] = values[i] - double(rounded[i]);
        }
        std::vector<std::size_t> order = quicksortOrder(differences);
        if (missing > 0) {
            std::reverse(order.begin(), order.end());
        }
        const std::size_t changes = std::min(std::size_t(std::labs(missing)), values.size());
        for (std::size_t i = 0; i < changes; ++i) {
            rounded[order[i]] += missing > 0 ? 1 : -1;
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

/// Counts [given][true] of samples to take out. Every class keeps one sample at least: what its diagonal
/// lacks of one is taken evenly from the row's other counts.
std::vector<long> pruneCounts(const LabelledProbabilities& data)
{
    const std::size_t classes = std::size_t(data.classes);
    std::vector<long> counts = confidentJoint(data);
    for (std::size_t given = 0; given < classes; ++given) {
        const std::span<long> row(counts.data() + given * classes, classes);
        const long lacking = 1 - row[given];
        if (lacking <= 0) {
            continue;
        }
        const double shares
            = std::max(1.0, double(classes) - double(std::count(row.begin(), row.end(), 0L)) - 1);
        for (long& count : row) {
            count = long(std::max(0.0, double(count) - double(lacking) / shares));
        }
        row[given] = 1;
    }
    return counts;
}

/// Marks the `count` members with the lowest values; of equals those that an unstable sort puts first.
void markLowest(std::span<const double> values, std::span<const std::size_t> members, std::size_t count,
    std::vector<double>& scratch, std::vector<bool>& issues)
{
    count = std::min(count, values.size());
    if (count == 0) {
        return;
    }
    scratch.assign(values.begin(), values.end());
    const auto last = scratch.begin() + std::ptrdiff_t(count) - 1;
    std::nth_element(scratch.begin(), last, scratch.end());
    const double cut = *last;
    // Sorting is only needed when the cut goes through equals.
    if (std::none_of(last + 1, scratch.end(), [&](double value) { return value == cut; })) {
        for (std::size_t k = 0; k < values.size(); ++k) {
            if (values[k] <= cut) {
                issues[members[k]] = true;
            }
        }
        return;
    }
    const std::vector<std::size_t> order = quicksortOrder(values);
    for (std::size_t k = 0; k < count; ++k) {
        issues[members[order[k]]] = true;
    }
}

std::vector<bool> byNoiseRate(const LabelledProbabilities& data, const std::vector<long>& counts)
{
    const std::size_t classes = std::size_t(data.classes);
    std::vector<bool> issues(data.labels.size(), false);
    const auto groups = byLabel(data);
    std::vector<double> margins;
    std::vector<double> scratch;
    for (std::size_t given = 0; given < classes; ++given) {
        if (groups[given].size() <= 1) {
            continue;
        }
        for (std::size_t other = 0; other < classes; ++other) {
            const long count = counts[given * classes + other];
            if (other == given || count <= 0) {
                continue;
            }
            margins.clear();
            for (const std::size_t i : groups[given]) {
                const auto row = data.row(i);
                margins.push_back(row[given] - row[other]);
            }
            markLowest(margins, groups[given], std::size_t(count), scratch, issues);
        }
    }
    return issues;
}

std::vector<bool> byClass(const LabelledProbabilities& data, const std::vector<long>& counts)
{
    const std::size_t classes = std::size_t(data.classes);
    std::vector<bool> issues(data.labels.size(), false);
    const auto groups = byLabel(data);
    std::vector<double> confidence;
    std::vector<double> scratch;
    for (std::size_t given = 0; given < classes; ++given) {
        const long size = long(groups[given].size());
        const long count = size - counts[given * classes + given];
        if (size <= 1 || count <= 0) {
            continue;
        }
        confidence.clear();
        for (const std::size_t i : groups[given]) {
            confidence.push_back(data.row(i)[given]);
        }
        markLowest(confidence, groups[given], std::size_t(count), scratch, issues);
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

void dropMostProbable(const LabelledProbabilities& data, std::vector<bool>& issues)
{
    for (std::size_t i = 0; i < issues.size(); ++i) {
        if (issues[i] && labelIsMostProbable(data.row(i), std::size_t(data.labels[i]))) {
            issues[i] = false;
        }
    }
}

/// As many of the lowest scores as confident learning finds issues.
template <typename Score> std::vector<bool> lowest(const LabelledProbabilities& data, Score score)
{
    std::vector<bool> issues = offDiagonal(data);
    dropMostProbable(data, issues);
    const std::size_t count = std::size_t(std::count(issues.begin(), issues.end(), true));
    std::vector<double> scores;
    for (std::size_t i = 0; i < data.labels.size(); ++i) {
        scores.push_back(score(data.row(i), data.labels[i]));
    }
    std::vector<std::size_t> members(scores.size());
    std::iota(members.begin(), members.end(), std::size_t(0));
    issues.assign(scores.size(), false);
    std::vector<double> scratch;
    markLowest(scores, members, count, scratch, issues);
    return issues;
}

} // namespace

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
    // [true][given], the order in which the total is summed.
    std::vector<double> scaled(classes * classes, 0.0);
    for (std::size_t given = 0; given < classes; ++given) {
        double* row = joint.data() + given * classes;
        // Every class is taken to have one right label at least.
        row[given] = std::max(1.0, row[given]);
        const double sum = std::accumulate(row, row + classes, 0.0);
        for (std::size_t other = 0; other < classes; ++other) {
            scaled[other * classes + given] = row[other] / sum * labelCounts[given];
        }
    }
    const double total = laneSum(scaled);
    const double samples = double(data.labels.size());
    std::vector<long> rounded;
    std::vector<double> row(classes);
    for (std::size_t given = 0; given < classes; ++given) {
        for (std::size_t other = 0; other < classes; ++other) {
            row[other] = total > 0 ? scaled[other * classes + given] / total * samples : 0;
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
        issues = byNoiseRate(data, pruneCounts(data));
        break;
    case LabelFilter::PruneByClass:
        issues = byClass(data, pruneCounts(data));
        break;
    case LabelFilter::Both: {
        const std::vector<long> counts = pruneCounts(data);
        issues = byNoiseRate(data, counts);
        const std::vector<bool> second = byClass(data, counts);
        for (std::size_t i = 0; i < issues.size(); ++i) {
            issues[i] = issues[i] && second[i];
        }
        break;
    }
    case LabelFilter::ConfidentLearning:
        issues = offDiagonal(data);
        break;
    case LabelFilter::PredictedNeqGiven:
        for (std::size_t i = 0; i < data.labels.size(); ++i) {
            issues.push_back(argMax(data.row(i)) != std::size_t(data.labels[i]));
        }
        break;
    case LabelFilter::LowNormalisedMargin:
        issues = lowest(data, normalisedMargin);
        break;
    case LabelFilter::LowSelfConfidence:
        issues = lowest(data, selfConfidence);
        break;
    }
    if (filter != LabelFilter::LowNormalisedMargin && filter != LabelFilter::LowSelfConfidence) {
        dropMostProbable(data, issues);
    }
    for (std::size_t i = 0; i < issues.size(); ++i) {
        if (issues[i]) {
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
    double entropy = 0;
    for (const double p : probabilities) {
        entropy -= p > 0 ? p * std::log(p) : 0;
    }
    const double own = std::max(probabilities[std::size_t(label)], kTolerance);
    const double x = probabilities.size() < 2 ? 0 : entropy / std::log(double(probabilities.size())) / own;
    // The limit at 0: a certain and right prediction is the best there is.
    return x < kTolerance ? 1 : std::log(x + 1) / x;
}

} // namespace winnow::stats
