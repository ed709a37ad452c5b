// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parquet/parquetvalues.h"

#include <bit>

namespace winnow {

namespace {

/// Room for texts that is kept for the next rows.
constexpr size_t kKeptRoom = size_t(8) << 20;

} // namespace

ParquetValues::ParquetValues(const ParquetType& type)
    : m_kind(type.kind)
{
    m_children.reserve(type.children.size());
    for (const ParquetType& child : type.children) {
        m_children.emplace_back(child);
    }
}

void ParquetValues::addNull()
{
    addValid(false);
    switch (m_kind) {
    case ParquetKind::Struct:
        for (ParquetValues& child : m_children) {
            child.addNull();
        }
        break;
    case ParquetKind::List:
        m_fixed.push_back(m_children.front().count());
        break;
    case ParquetKind::Text:
    case ParquetKind::Blob:
        m_fixed.push_back(m_bytes.size());
        break;
    default:
        m_fixed.push_back(0);
        break;
    }
}

void ParquetValues::addFixed(uint64_t bits)
{
    addValid(true);
    m_fixed.push_back(bits);
}

void ParquetValues::add(double value)
{
    addFixed(std::bit_cast<uint64_t>(value));
}

void ParquetValues::addBytes(std::string_view bytes)
{
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
    addFixed(m_bytes.size());
}

void ParquetValues::beginList(size_t elements)
{
    addFixed(m_children.front().count() + elements);
}

size_t ParquetValues::bytes() const
{
    size_t all = m_bytes.size() + m_fixed.size() * sizeof(uint64_t);
    for (const ParquetValues& child : m_children) {
        all += child.bytes();
    }
    return all;
}

void ParquetValues::clear()
{
    m_valid.clear();
    m_fixed.clear();
    m_bytes.clear();
    if (m_bytes.capacity() > kKeptRoom) {
        m_bytes.shrink_to_fit();
    }
    for (ParquetValues& child : m_children) {
        child.clear();
    }
}

std::string_view ParquetValues::text(size_t at) const
{
    const size_t first = at == 0 ? 0 : size_t(m_fixed[at - 1]);
    // Never a null pointer, of which a copy would be undefined.
    return m_bytes.empty() ? std::string_view("")
                           : std::string_view(m_bytes.data() + first, size_t(m_fixed[at]) - first);
}

ParquetValues::Range ParquetValues::elements(size_t at) const
{
    const size_t first = at == 0 ? 0 : size_t(m_fixed[at - 1]);
    return {first, size_t(m_fixed[at]) - first};
}

} // namespace winnow
