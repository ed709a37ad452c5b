// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include <algorithm>
#include <vector>

namespace winnow {

/// Where the sample with an id stands in a list of samples; an array where ids are dense.
class SamplePositions {
public:
    template <typename Id> explicit SamplePositions(const std::vector<Id>& ids)
    {
        m_size = ids.size();
        if (ids.empty()) {
            return;
        }
        const auto [low, high] = std::minmax_element(ids.begin(), ids.end());
        m_low = *low;
        m_high = *high;
        m_dense = m_high - m_low < qint64(ids.size()) * 4 + 1024;
        if (m_dense) {
            m_positions.assign(std::size_t(m_high - m_low + 1), -1);
        }
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (m_dense) {
                m_positions[std::size_t(qint64(ids[i]) - m_low)] = qint32(i);
            } else {
                m_sparse.insert(ids[i], qint32(i));
            }
        }
    }

    /// -1 for an id that is none of them.
    qint32 operator[](qint64 id) const
    {
        if (id < m_low || id > m_high) {
            return -1;
        }
        return m_dense ? m_positions[std::size_t(id - m_low)] : m_sparse.value(id, -1);
    }
    /// How many samples there are.
    std::size_t size() const { return m_size; }
    qint64 low() const { return m_low; }
    qint64 high() const { return m_high; }

private:
    std::size_t m_size = 0;
    qint64 m_low = 0;
    qint64 m_high = -1;
    bool m_dense = true;
    std::vector<qint32> m_positions;
    QHash<qint64, qint32> m_sparse;
};

} // namespace winnow
