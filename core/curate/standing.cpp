// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/standing.h"

#include <QSet>

namespace winnow {

Standing Standing::read(sqlite::Connection& connection)
{
    Standing standing;
    StandingStore store(connection);
    standing.m_samples = store.samples();
    // A few names stand on hundreds of thousands of flags: each once in memory.
    QSet<QString> names;
    const auto one = [&names](const QString& name) { return *names.insert(name); };
    store.forEachFlag([&](const StandingFlag& flag) {
        StandingFlag kept = flag;
        kept.dataset = one(flag.dataset);
        kept.kind = one(flag.kind);
        kept.evidence = flag.evidence.contains("\"probability\"")
            ? QByteArray(flag.evidence.constData(), flag.evidence.size())
            : QByteArray();
        standing.m_flags.append(kept);
    });
    store.forEachFound([&](const FoundByPeople& found) { standing.m_found.append(found); });
    store.forEachAction([&](const StandingAction& action) { standing.m_actions.append(action); });
    return standing;
}

void Standing::forEachFlag(const std::function<void(const StandingFlag&)>& visit) const
{
    std::for_each(m_flags.cbegin(), m_flags.cend(), visit);
}

void Standing::forEachFound(const std::function<void(const FoundByPeople&)>& visit) const
{
    std::for_each(m_found.cbegin(), m_found.cend(), visit);
}

void Standing::forEachAction(const std::function<void(const StandingAction&)>& visit) const
{
    std::for_each(m_actions.cbegin(), m_actions.cend(), visit);
}

} // namespace winnow
