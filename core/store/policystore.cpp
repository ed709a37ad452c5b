// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/policystore.h"

#include "core/base/clock.h"
#include "core/store/settingsstore.h"

#include <QJsonDocument>

namespace winnow {

QVector<Policy> PolicyStore::all()
{
    QVector<Policy> policies = builtInPolicies();
    auto& query = m_connection.cached(QStringLiteral("SELECT body FROM policies ORDER BY name"));
    while (query.step()) {
        const auto policy = Policy::fromJson(QJsonDocument::fromJson(query.blob(0)).object());
        if (!policy) {
            continue;
        }
        const auto same = std::find_if(policies.begin(), policies.end(),
            [&](const Policy& other) { return other.name == policy->name; });
        if (same != policies.end()) {
            *same = *policy;
        } else {
            policies.append(*policy);
        }
    }
    query.reset();
    return policies;
}

std::optional<Policy> PolicyStore::byName(const QString& name)
{
    for (const Policy& policy : all()) {
        if (policy.name == name) {
            return policy;
        }
    }
    return std::nullopt;
}

void PolicyStore::put(const Policy& policy)
{
    m_connection
        .cached(QStringLiteral("INSERT INTO policies(name, body, updated_at) VALUES(?,?,?) ON CONFLICT(name)"
                               " DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at"))
        .bindAll(policy.name,
            QString::fromUtf8(QJsonDocument(policy.toJson()).toJson(QJsonDocument::Compact)), nowUtc())
        .run();
}

void PolicyStore::remove(const QString& name)
{
    m_connection.cached(QStringLiteral("DELETE FROM policies WHERE name = ?")).bindAll(name).run();
}

Policy PolicyStore::chosen()
{
    const auto policy = byName(SettingsStore(m_connection).text(Setting::ChosenPolicy));
    return policy ? *policy : *byName(kDefaultPolicy);
}

void PolicyStore::choose(const QString& name)
{
    SettingsStore(m_connection).set(Setting::ChosenPolicy, name);
}

void PolicyStore::recordExport(
    const QString& format, const QString& path, const QString& policy, const QByteArray& manifestJson)
{
    m_connection
        .cached(QStringLiteral("INSERT INTO exports(format, path, policy, manifest, at) VALUES(?,?,?,?,?)"))
        .bindAll(format, path, policy, QString::fromUtf8(manifestJson), nowUtc())
        .run();
}

} // namespace winnow
