// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/policychoice.h"

#include "core/curate/insightsdata.h"
#include "core/store/policystore.h"
#include "ui/models/terms.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace winnow {

namespace {

const QString kReadSlot = QStringLiteral("policies");
const QString kStoreSlot = QStringLiteral("policy choice");
const QString kDecision = QStringLiteral("decision");

/// The built-in policies and what they are called.
const std::pair<QLatin1String, const char*> kTitles[] = {
    {QLatin1String("reviewed"), QT_TRANSLATE_NOOP("Policy", "Reviewed")},
    {QLatin1String("strict"), QT_TRANSLATE_NOOP("Policy", "Strict")},
    {QLatin1String("everything"), QT_TRANSLATE_NOOP("Policy", "Everything")},
    {QLatin1String("datbench"), QT_TRANSLATE_NOOP("Policy", "As DatBench")},
};

bool same(const QVector<Policy>& a, const QVector<Policy>& b)
{
    return std::equal(a.cbegin(), a.cend(), b.cbegin(), b.cend(),
        [](const Policy& x, const Policy& y) { return x.toJson() == y.toJson(); });
}

} // namespace

QString policyTitle(const Policy& policy)
{
    for (const auto& [name, title] : kTitles) {
        if (policy.name == name) {
            return QCoreApplication::translate("Policy", title);
        }
    }
    return policy.name;
}

QString policyDescription(const Policy& policy)
{
    return QCoreApplication::translate("Policy", policy.description.toUtf8().constData());
}

QString reasonTitle(const QString& reason)
{
    return reason == kDecision     ? QCoreApplication::translate("Policy", "A person's decision")
        : reason == kOutsideSubset ? QCoreApplication::translate("Policy", "Not in the subset")
                                   : flagKindTitle(reason);
}

PolicyChoice::PolicyChoice(ProjectSession* session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    connect(session, &ProjectSession::projectChanged, this, [this] {
        // A choice that waits for an import to let go of the old project is still written.
        m_tracker.cancelAll();
        m_wanted = std::make_shared<Wanted>();
        m_chosen.clear();
        m_sessionOnly = false;
        m_policies.clear();
        emit changed();
        read();
    });
    connect(session, &ProjectSession::storeChanged, this, [this](const ChangeSet& changes) {
        if (changes.parts & ChangeSet::Policies) {
            read();
        }
    });
}

Policy PolicyChoice::policy() const
{
    for (const Policy& policy : m_policies) {
        if (policy.name == m_chosen) {
            return policy;
        }
    }
    return {};
}

void PolicyChoice::choose(const QString& name)
{
    const bool known = std::any_of(
        m_policies.cbegin(), m_policies.cend(), [&](const Policy& policy) { return policy.name == name; });
    if (!known || name == m_chosen) {
        return;
    }
    m_chosen = name;
    store();
    emit changed();
}

void PolicyChoice::read()
{
    const std::shared_ptr<Project> project = m_session->project();
    if (!project) {
        return;
    }
    m_tracker.start(
        kReadSlot, {},
        [project](Progress&) {
            return project->read([](sqlite::Connection& c) {
                PolicyStore store(c);
                return Reading{store.all(), store.chosen().name};
            });
        },
        [this](const Result<Reading>& reading) {
            if (reading) {
                take(*reading);
            } else {
                emit failed(reading.error());
            }
        });
}

void PolicyChoice::take(const Reading& reading)
{
    // A choice that cannot be written, or is not written yet.
    const bool ours = m_sessionOnly || m_tracker.isRunning(kStoreSlot);
    const QString chosen = ours ? m_chosen : reading.chosen;
    if (chosen == m_chosen && same(reading.policies, m_policies)) {
        return;
    }
    m_policies = reading.policies;
    m_chosen = chosen;
    emit changed();
}

void PolicyChoice::store()
{
    const std::shared_ptr<Project> project = m_session->project();
    m_sessionOnly = project->isReadOnly();
    if (m_sessionOnly) {
        return;
    }
    {
        const QMutexLocker lock(&m_wanted->mutex);
        m_wanted->name = m_chosen;
    }
    m_tracker.start(
        kStoreSlot, {},
        [project, wanted = m_wanted](Progress&) {
            return project->write(
                {.parts = ChangeSet::Policies, .samples = {}}, [&](sqlite::Connection& c) -> Result<QString> {
                    const QMutexLocker lock(&wanted->mutex);
                    PolicyStore(c).choose(wanted->name);
                    return wanted->name;
                });
        },
        [this](const Result<QString>& stored) {
            m_sessionOnly = !stored;
            // A project that somebody else writes to is not worth a word: the choice holds here.
            if (!stored && stored.error().code != ErrorCode::Locked
                && stored.error().code != ErrorCode::ReadOnly) {
                emit failed(stored.error());
            }
        });
}

} // namespace winnow
