// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/shownsample.h"

#include <algorithm>

namespace winnow {

const Flag* ShownSample::flag() const
{
    return m_bundle && m_flag >= 0 && m_flag < m_bundle->flags.size() ? &m_bundle->flags.at(m_flag) : nullptr;
}

void ShownSample::show(const Item& item, const QVector<Decision>& inFlight, const QStringList& kinds)
{
    m_item = item;
    m_bundle = item->bundle;
    m_looking.start();
    if (m_bundle) {
        for (const Decision& decision : inFlight) {
            add(decision);
        }
        beginWith(kinds);
    }
}

int ShownSample::flagAfter(int steps) const
{
    const int count = m_bundle ? int(m_bundle->flags.size()) : 0;
    return count > 0 ? ((m_flag + steps) % count + count) % count : -1;
}

void ShownSample::setBundle(const Bundle& bundle)
{
    m_bundle = bundle;
    m_flag = std::min(m_flag, int(bundle->flags.size()) - 1);
}

void ShownSample::add(const Decision& decision)
{
    const auto& known = m_bundle->decisions;
    if (std::any_of(known.cbegin(), known.cend(),
            [&](const Decision& other) { return other.uuid == decision.uuid; })) {
        return;
    }
    auto changed = std::make_shared<SampleBundle>(*m_bundle);
    changed->decisions.append(decision);
    changed->settle();
    m_bundle = changed;
}

} // namespace winnow
