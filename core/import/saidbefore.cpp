// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/saidbefore.h"

namespace winnow {

SaidBefore::Outcome SaidBefore::add(Key key, size_t fingerprint)
{
    const quint32 said = std::max(quint32(fingerprint ^ (fingerprint >> 32)), 1u);
    quint32* known = nullptr;
    if (isFirst(key)) {
        if (size_t(key.entry) >= m_first.size()) {
            m_first.resize(std::max(size_t(key.entry) + 1, m_first.size() * 2));
        }
        known = &m_first[size_t(key.entry)];
    } else {
        known = &m_further[packed(key)];
    }
    if (*known == 0) {
        *known = said;
        return Outcome::New;
    }
    if (*known == said || m_repeated.contains(packed(key), said)) {
        return Outcome::Same;
    }
    m_repeated.insert(packed(key), said);
    return Outcome::Other;
}

bool SaidBefore::contains(Key key) const
{
    return isFirst(key) ? size_t(key.entry) < m_first.size() && m_first[size_t(key.entry)] != 0
                        : m_further.contains(packed(key));
}

} // namespace winnow
