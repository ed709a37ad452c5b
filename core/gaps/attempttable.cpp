// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gaps/attempttable.h"

#include "core/stats/random.h"

#include <algorithm>

namespace winnow {

int Contender::attemptsAt(const std::vector<std::uint32_t>& places) const
{
    std::size_t attempts = 0;
    while (attempts < tries.size() && !places.empty()) {
        const std::vector<Try>& outcome = tries[attempts].outcome;
        std::size_t tried = 0;
        for (const std::uint32_t place : places) {
            tried += outcome[place] != Try::None ? 1 : 0;
        }
        if (tried * 10 < places.size() * 9) {
            break;
        }
        ++attempts;
    }
    return int(attempts);
}

double knownMean(const std::vector<float>& column, const std::vector<std::uint32_t>& places)
{
    KnownMean mean;
    for (const std::uint32_t place : places) {
        mean.add(column.empty() ? std::nanf("") : column[place]);
    }
    return mean.of(qint64(places.size()));
}

bool AttemptTable::inFirstHalf(std::size_t place) const
{
    return (stats::mix64(std::uint64_t(cluster[place]) + 1) & 1U) != 0;
}

qsizetype AttemptTable::find(const QString& contender) const
{
    for (qsizetype i = 0; i < contenders.size(); ++i) {
        if (contenders.at(i).name == contender) {
            return i;
        }
    }
    return -1;
}

std::vector<std::uint32_t> AttemptTable::clustersAt(const std::vector<std::uint32_t>& places) const
{
    std::vector<std::uint32_t> clusters(places.size());
    std::uint32_t most = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        clusters[i] = cluster[places[i]];
        most = std::max(most, clusters[i]);
    }
    std::vector<std::uint8_t> seen(std::size_t(most) + 1, 0);
    const bool shared
        = std::any_of(clusters.begin(), clusters.end(), [&](std::uint32_t at) { return seen[at]++ != 0; });
    return shared ? clusters : std::vector<std::uint32_t>();
}

std::vector<std::uint32_t> AttemptTable::triedByAll(const std::vector<std::size_t>& chosen) const
{
    std::vector<std::uint8_t> all(size(), chosen.empty() ? 0 : 1);
    for (const std::size_t c : chosen) {
        const std::vector<Try>& first = contenders.at(qsizetype(c)).tries.front().outcome;
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i] = std::uint8_t(all[i] & (first[i] != Try::None ? 1U : 0U));
        }
    }
    std::vector<std::uint32_t> places;
    places.reserve(size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i] && !isStep(i)) {
            places.push_back(std::uint32_t(i));
        }
    }
    return places;
}

std::vector<std::size_t> AttemptTable::speakers() const
{
    std::vector<std::size_t> tried(std::size_t(contenders.size()), 0);
    std::vector<std::uint8_t> any(size(), 0);
    for (std::size_t c = 0; c < tried.size(); ++c) {
        const std::vector<Try>& first = contenders.at(qsizetype(c)).tries.front().outcome;
        for (std::size_t i = 0; i < any.size(); ++i) {
            const bool did = first[i] != Try::None && !isStep(i);
            tried[c] += did ? 1 : 0;
            any[i] = std::uint8_t(any[i] | (did ? 1U : 0U));
        }
    }
    const auto asked = std::size_t(std::count(any.begin(), any.end(), std::uint8_t{1}));
    std::vector<std::size_t> speak;
    for (std::size_t c = 0; c < tried.size(); ++c) {
        if (tried[c] > 0 && tried[c] * 2 >= asked) {
            speak.push_back(c);
        }
    }
    return speak;
}

} // namespace winnow
