// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/subsetlist.h"

#include "core/store/subsetstore.h"

#include <algorithm>

namespace winnow {

SubsetList::SubsetList(ProjectSession* session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    connect(session, &ProjectSession::projectChanged, this, [this] {
        m_tracker.cancelAll();
        m_subsets.clear();
        m_read = false;
        emit changed();
        read();
    });
    connect(session, &ProjectSession::storeChanged, this, [this](const ChangeSet& changes) {
        // Samples that go leave their subsets.
        if (changes.parts & (ChangeSet::Subsets | ChangeSet::Samples)) {
            read();
        }
    });
}

QStringList SubsetList::missingOf(const QStringList& names) const
{
    QStringList missing;
    for (const QString& name : names) {
        const bool there = std::any_of(
            m_subsets.cbegin(), m_subsets.cend(), [&](const Subset& each) { return each.name == name; });
        if (m_read && !there) {
            missing.append(name);
        }
    }
    return missing;
}

void SubsetList::read()
{
    const std::shared_ptr<Project> project = m_session->project();
    if (!project) {
        return;
    }
    m_tracker.start(
        QStringLiteral("subsets"), {},
        [project](
            Progress&) { return project->read([](sqlite::Connection& c) { return SubsetStore(c).all(); }); },
        [this](const Result<QVector<Subset>>& subsets) {
            if (!subsets) {
                emit failed(subsets.error());
                return;
            }
            const bool none = m_read && m_subsets.isEmpty() && subsets->isEmpty();
            m_subsets = *subsets;
            m_read = true;
            if (!none) {
                emit changed();
            }
        });
}

} // namespace winnow
