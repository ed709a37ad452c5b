// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/models/letterprior.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

// Probabilities below count as this, as in the published code.
constexpr double kFloor = 1e-10;
/// A vote stands for this much probability, the rest is spread evenly.
constexpr double kVote = 0.9;

/// Base position of the option shown at `letter` in this column; -1 when the rotation is not known.
int basePosition(const AuditData& data, const ResponseColumn& column, std::size_t sample, int letter)
{
    if (column.shift == 0) {
        return letter;
    }
    for (const Rotation& rotation : data.rotations[sample]) {
        if (rotation.shift == column.shift && letter < rotation.permutation.size()) {
            return optionPosition(QStringView(rotation.permutation).mid(letter, 1));
        }
    }
    return -1;
}

/// Probabilities by letter as shown; empty when the model gave none that can be used.
std::vector<double> shownProbabilities(
    const AuditData& data, const ResponseColumn& column, std::size_t sample, int options, bool& fromVotes)
{
    std::vector<double> shown;
    if (!column.probabilities.empty()) {
        const quint32 begin = column.probabilityOffsets[sample];
        if (int(column.probabilityOffsets[sample + 1] - begin) == options) {
            double sum = 0;
            for (int letter = 0; letter < options; ++letter) {
                const int base = basePosition(data, column, sample, letter);
                const double p = base >= 0 && base < options
                    ? double(column.probabilities[begin + quint32(base)])
                    : std::numeric_limits<double>::quiet_NaN();
                if (!std::isfinite(p) || p < 0) {
                    return {};
                }
                shown.push_back(p);
                sum += p;
            }
            if (sum <= 0) {
                return {};
            }
            for (double& p : shown) {
                p /= sum;
            }
            return shown;
        }
    }
    const qint32 letter = column.shownLetter(sample);
    if (letter < 0 || letter >= options || column.codes[sample] < 0) {
        return {};
    }
    fromVotes = true;
    shown.assign(std::size_t(options), (1 - kVote) / options);
    shown[std::size_t(letter)] += kVote;
    return shown;
}

} // namespace

std::optional<LetterPrior> letterPrior(const AuditData& data, const ModelView& circular, int options)
{
    LetterPrior result;
    result.prior.assign(std::size_t(options), 0.0);
    bool fromVotes = false;
    std::vector<const ResponseColumn*> rotations;
    for (const ResponseColumn* column : circular.columns) {
        if (column->attempt == circular.columns.front()->attempt
            && column->setting == circular.columns.front()->setting) {
            rotations.push_back(column);
        }
    }
    std::vector<double> logs(static_cast<std::size_t>(options));
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (data.optionCount[i] != options) {
            continue;
        }
        std::fill(logs.begin(), logs.end(), 0.0);
        int seen = 0;
        for (const ResponseColumn* column : rotations) {
            const std::vector<double> shown = shownProbabilities(data, *column, i, options, fromVotes);
            for (std::size_t letter = 0; letter < shown.size(); ++letter) {
                logs[letter] += std::log(std::max(kFloor, shown[letter]));
            }
            seen += !shown.empty();
        }
        if (seen != options) {
            continue;
        }
        double sum = 0;
        for (double& value : logs) {
            value = std::exp(value / options);
            sum += value;
        }
        for (std::size_t letter = 0; letter < logs.size(); ++letter) {
            result.prior[letter] += logs[letter] / sum;
        }
        ++result.samples;
    }
    if (result.samples == 0) {
        return std::nullopt;
    }
    for (double& value : result.prior) {
        value /= result.samples;
    }
    result.fromProbabilities = !fromVotes;
    const auto first = std::find_if(
        rotations.begin(), rotations.end(), [](const ResponseColumn* column) { return column->shift == 0; });
    if (!result.fromProbabilities || first == rotations.end()) {
        return result;
    }
    double judged = 0;
    double plain = 0;
    double debiased = 0;
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (data.optionCount[i] != options || data.goldIndex[i] < 0) {
            continue;
        }
        const std::vector<double> shown = shownProbabilities(data, **first, i, options, fromVotes);
        if (shown.empty()) {
            continue;
        }
        std::vector<double> without = shown;
        for (std::size_t letter = 0; letter < without.size(); ++letter) {
            without[letter] /= std::max(kFloor, result.prior[letter]);
        }
        const auto top = [](const std::vector<double>& values) {
            return int(std::max_element(values.begin(), values.end()) - values.begin());
        };
        judged += 1;
        plain += top(shown) == data.goldIndex[i];
        debiased += top(without) == data.goldIndex[i];
    }
    if (judged > 0) {
        result.accuracy = plain / judged;
        result.debiased = debiased / judged;
    }
    return result;
}

} // namespace winnow
