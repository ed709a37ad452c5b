// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/scoretable.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

/// Sums over the models that answered an item, of its scores and of an ability.
struct Moments {
    double n = 0;
    double x = 0;
    double xx = 0;
    double t = 0;
    double tt = 0;
    double xt = 0;

    void add(double score, double ability)
    {
        n += 1;
        x += score;
        xx += score * score;
        t += ability;
        tt += ability * ability;
        xt += score * ability;
    }
    float correlation() const
    {
        if (n < 2) {
            return 0;
        }
        const double score = xx / n - (x / n) * (x / n);
        const double ability = tt / n - (t / n) * (t / n);
        if (score < 1e-9 || ability < 1e-12) {
            return 0;
        }
        return float((xt / n - (x / n) * (t / n)) / std::sqrt(score * ability));
    }
};

std::vector<float> shrunkenTowardsMean(
    const std::vector<float>& r, const std::vector<std::uint32_t>& answered)
{
    double mean = 0;
    for (const float value : r) {
        mean += value;
    }
    mean /= double(std::max<std::size_t>(1, r.size()));
    const auto noise = [&](std::size_t i) {
        const double lost = 1 - mean * mean;
        return lost * lost / std::max(1.0, double(answered[i]) - 2);
    };
    double between = 0;
    double within = 0;
    for (std::size_t i = 0; i < r.size(); ++i) {
        between += (r[i] - mean) * (r[i] - mean);
        within += noise(i);
    }
    const double true_ = std::max(1e-4, (between - within) / double(std::max<std::size_t>(1, r.size())));
    std::vector<float> shrunken(r.size());
    for (std::size_t i = 0; i < r.size(); ++i) {
        const double s = noise(i);
        shrunken[i] = float((r[i] * true_ + mean * s) / (true_ + s));
    }
    return shrunken;
}

} // namespace

ScoreTable ScoreTable::ofModels(std::span<const std::size_t> chosen) const
{
    ScoreTable part{chosen.size(), items, {}};
    part.scores.reserve(chosen.size() * items);
    for (const std::size_t model : chosen) {
        const auto row = ofModel(model);
        part.scores.insert(part.scores.end(), row.begin(), row.end());
    }
    return part;
}

std::vector<double> ScoreTable::means() const
{
    std::vector<double> found;
    for (std::size_t model = 0; model < models; ++model) {
        double sum = 0;
        double count = 0;
        for (const float score : ofModel(model)) {
            if (!std::isnan(score)) {
                sum += score;
                count += 1;
            }
        }
        found.push_back(count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN());
    }
    return found;
}

std::vector<double> ScoreTable::means(std::span<const std::uint32_t> chosen) const
{
    std::vector<double> found;
    for (std::size_t model = 0; model < models; ++model) {
        const auto row = ofModel(model);
        double sum = 0;
        double count = 0;
        for (const std::uint32_t item : chosen) {
            if (!std::isnan(row[item])) {
                sum += row[item];
                count += 1;
            }
        }
        found.push_back(count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN());
    }
    return found;
}

ItemStatistics ItemStatistics::of(const ScoreTable& table)
{
    std::vector<double> sums(table.models), counts(table.models);
    for (std::size_t model = 0; model < table.models; ++model) {
        for (const float score : table.ofModel(model)) {
            if (!std::isnan(score)) {
                sums[model] += score;
                counts[model] += 1;
            }
        }
    }
    std::vector<Moments> whole(table.items), rest(table.items);
    for (std::size_t model = 0; model < table.models; ++model) {
        if (counts[model] == 0) {
            continue;
        }
        const auto row = table.ofModel(model);
        const double ability = sums[model] / counts[model];
        const double others = std::max(1.0, counts[model] - 1);
        for (std::size_t item = 0; item < table.items; ++item) {
            if (!std::isnan(row[item])) {
                whole[item].add(row[item], ability);
                rest[item].add(row[item], (sums[model] - row[item]) / others);
            }
        }
    }
    ItemStatistics found;
    for (std::size_t item = 0; item < table.items; ++item) {
        const Moments& moments = whole[item];
        found.answered.push_back(std::uint32_t(moments.n));
        found.share.push_back(moments.n > 0 ? float(moments.x / moments.n) : 0.0F);
        found.pointBiserial.push_back(moments.correlation());
        found.itemRest.push_back(rest[item].correlation());
    }
    found.shrunken = shrunkenTowardsMean(found.pointBiserial, found.answered);
    return found;
}

} // namespace winnow
