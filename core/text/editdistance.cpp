// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/editdistance.h"

#include <QHash>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace winnow {

namespace {

using Symbols = std::vector<std::uint32_t>;

/// Numbers of symbols from 0, the same for the same one in both texts.
template <typename Sequence, typename Symbol> class Numbering {
public:
    Symbols of(const Sequence& sequence)
    {
        Symbols symbols;
        const qsizetype size = std::min(qsizetype(sequence.size()), kLongestCompared);
        symbols.reserve(std::size_t(size));
        for (qsizetype i = 0; i < size; ++i) {
            const Symbol symbol(sequence.at(i));
            const auto next = std::uint32_t(m_numbers.size());
            symbols.push_back(m_numbers.emplace(symbol, next).value());
        }
        return symbols;
    }
    std::size_t size() const { return std::size_t(m_numbers.size()); }

private:
    struct Table : QHash<Symbol, std::uint32_t> {
        auto emplace(const Symbol& symbol, std::uint32_t next)
        {
            const auto found = this->find(symbol);
            return found == this->end() ? this->insert(symbol, next) : found;
        }
    };
    Table m_numbers;
};

/// A strip of up to 64 rows of the table of distances, as differences between neighbours.
void walkStrip(const Symbols& rows, std::size_t from, const Symbols& columns,
    std::vector<std::uint64_t>& match, std::vector<signed char>& across)
{
    const std::size_t count = std::min<std::size_t>(64, rows.size() - from);
    for (std::size_t i = 0; i < count; ++i) {
        match[rows[from + i]] |= std::uint64_t(1) << i;
    }
    const std::uint64_t lowest = std::uint64_t(1) << (count - 1);
    std::uint64_t up = ~std::uint64_t(0);
    std::uint64_t down = 0;
    for (std::size_t j = 0; j < columns.size(); ++j) {
        std::uint64_t equal = match[columns[j]];
        const int above = across[j];
        const std::uint64_t vertical = equal | down;
        equal |= above < 0 ? 1 : 0;
        const std::uint64_t horizontal = (((equal & up) + up) ^ up) | equal;
        std::uint64_t more = down | ~(horizontal | up);
        std::uint64_t less = up & horizontal;
        across[j] = (more & lowest) ? 1 : (less & lowest) ? -1 : 0;
        more = (more << 1) | (above > 0 ? 1 : 0);
        less = (less << 1) | (above < 0 ? 1 : 0);
        up = less | ~(vertical | more);
        down = more & vertical;
    }
    for (std::size_t i = 0; i < count; ++i) {
        match[rows[from + i]] = 0;
    }
}

qsizetype distance(const Symbols& a, const Symbols& b, std::size_t symbols)
{
    if (a.empty() || b.empty()) {
        return qsizetype(std::max(a.size(), b.size()));
    }
    std::vector<std::uint64_t> match(symbols, 0);
    std::vector<signed char> across(b.size(), 1);
    for (std::size_t from = 0; from < a.size(); from += 64) {
        walkStrip(a, from, b, match, across);
    }
    qsizetype result = qsizetype(a.size());
    for (const signed char step : across) {
        result += step;
    }
    return result;
}

template <typename Sequence, typename Symbol> qsizetype distanceOf(const Sequence& a, const Sequence& b)
{
    Numbering<Sequence, Symbol> numbering;
    const Symbols x = numbering.of(a);
    const Symbols y = numbering.of(b);
    return distance(x, y, numbering.size());
}

template <typename Sequence> double similarity(const Sequence& a, const Sequence& b)
{
    const qsizetype longest = std::min(std::max(qsizetype(a.size()), qsizetype(b.size())), kLongestCompared);
    return longest == 0 ? 1.0 : 1.0 - double(editDistance(a, b)) / double(longest);
}

} // namespace

qsizetype editDistance(QStringView a, QStringView b)
{
    return distanceOf<QStringView, QChar>(a, b);
}

qsizetype editDistance(const QStringList& a, const QStringList& b)
{
    return distanceOf<QStringList, QString>(a, b);
}

double editSimilarity(QStringView a, QStringView b)
{
    return similarity(a, b);
}

double editSimilarity(const QStringList& a, const QStringList& b)
{
    return similarity(a, b);
}

} // namespace winnow
