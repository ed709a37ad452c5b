// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace winnow {

/// Numbers from 0 in as few bytes each as the largest of them needs. All are 0 at first.
class CodeVector {
public:
    explicit CodeVector(std::size_t size = 0)
        : m_bytes(size, 0)
        , m_size(size)
    {
    }

    std::size_t size() const { return m_size; }
    quint32 operator[](std::size_t i) const
    {
        return !m_bytes.empty() ? m_bytes[i] : !m_words.empty() ? m_words[i] : m_longs[i];
    }
    void set(std::size_t i, quint32 value)
    {
        if (!m_bytes.empty()) {
            if (value <= 0xff) {
                m_bytes[i] = quint8(value);
                return;
            }
            m_words.assign(m_bytes.begin(), m_bytes.end());
            m_bytes = {};
        }
        if (!m_words.empty()) {
            if (value <= 0xffff) {
                m_words[i] = quint16(value);
                return;
            }
            m_longs.assign(m_words.begin(), m_words.end());
            m_words = {};
        }
        m_longs[i] = value;
    }

private:
    // The one that is not empty holds them.
    std::vector<quint8> m_bytes;
    std::vector<quint16> m_words;
    std::vector<quint32> m_longs;
    std::size_t m_size;
};

} // namespace winnow
