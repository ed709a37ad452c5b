// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/projectnames.h"

#include "core/store/policystore.h"
#include "core/store/textlist.h"

namespace winnow {

namespace {

QString idOf(ProjectNames::Kind kind)
{
    return kind == ProjectNames::Kind::Dataset ? QStringLiteral("dataset") : QStringLiteral("model");
}

QString tableOf(ProjectNames::Kind kind)
{
    return kind == ProjectNames::Kind::Dataset ? QStringLiteral("datasets") : QStringLiteral("models");
}

} // namespace

qint64 ProjectNames::find(Kind kind, const QString& name)
{
    auto& query = m_connection.cached(QStringLiteral("SELECT id FROM %1 WHERE name = ?1 UNION ALL"
                                                     " SELECT id FROM aliases WHERE kind = ?2 AND name = ?1")
                                          .arg(tableOf(kind)));
    query.bindAll(name, idOf(kind));
    const qint64 id = query.step() ? query.integer(0) : 0;
    query.reset();
    return id;
}

QStringList ProjectNames::aliases(Kind kind, qint64 id)
{
    auto& query = m_connection.cached(
        QStringLiteral("SELECT name FROM aliases WHERE kind = ? AND id = ? ORDER BY name"));
    query.bindAll(idOf(kind), id);
    return firstColumn(query);
}

Result<qint64> ProjectNames::named(Kind kind, const QString& name)
{
    if (const qint64 id = find(kind, name)) {
        return id;
    }
    return fail(ErrorCode::NotFound,
        kind == Kind::Dataset
            ? Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no dataset \"%1\"")).arg(name)
            : Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no model \"%1\"")).arg(name));
}

Result<> ProjectNames::free(Kind kind, const QString& name, qint64 except)
{
    if (name.trimmed().isEmpty() || name.contains(QChar(0x1f))) {
        return fail(ErrorCode::InvalidInput, Sentence::of(QT_TRANSLATE_NOOP("Error", "A name is needed")));
    }
    const qint64 owner = find(kind, name);
    if (owner != 0 && owner != except) {
        return fail(ErrorCode::AlreadyExists,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "\"%1\" is the name of another one")).arg(name),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another name")));
    }
    return {};
}

void ProjectNames::add(Kind kind, const QString& alias, qint64 id)
{
    m_connection.cached(QStringLiteral("INSERT OR REPLACE INTO aliases(kind, name, id) VALUES(?, ?, ?)"))
        .bindAll(idOf(kind), alias, id)
        .run();
}

Result<> ProjectNames::rename(Kind kind, const QString& name, const QString& to)
{
    const auto id = named(kind, name);
    if (!id) {
        return tl::unexpected<Error>(id.error());
    }
    WINNOW_TRY(free(kind, to, *id));
    auto& query = m_connection.cached(QStringLiteral("SELECT name FROM %1 WHERE id = ?").arg(tableOf(kind)));
    query.bind(1, *id);
    const QString before = query.step() ? query.text(0) : QString();
    query.reset();
    if (before == to) {
        return {};
    }
    m_connection.cached(QStringLiteral("DELETE FROM aliases WHERE kind = ? AND name = ?"))
        .bindAll(idOf(kind), to)
        .run();
    m_connection.cached(QStringLiteral("UPDATE %1 SET name = ? WHERE id = ?").arg(tableOf(kind)))
        .bindAll(to, *id)
        .run();
    add(kind, before, *id);
    if (kind == Kind::Dataset) {
        PolicyStore policies(m_connection);
        for (Policy policy : policies.all()) {
            if (policy.datasetRules.contains(before)) {
                policy.datasetRules.insert(to, policy.datasetRules.take(before));
                policies.put(policy);
            }
        }
    }
    return {};
}

Result<> ProjectNames::addAlias(Kind kind, const QString& name, const QString& alias)
{
    const auto id = named(kind, name);
    if (!id) {
        return tl::unexpected<Error>(id.error());
    }
    WINNOW_TRY(free(kind, alias, 0));
    add(kind, alias, *id);
    return {};
}

Result<> ProjectNames::removeAlias(Kind kind, const QString& alias)
{
    auto& used
        = m_connection.cached(QStringLiteral("SELECT EXISTS(SELECT 1 FROM decisions WHERE dataset = ?)"));
    used.bind(1, alias);
    if (kind == Kind::Dataset && used.runForInteger() != 0) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Decisions name samples of \"%1\"")).arg(alias),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The name stays, so that they are found")));
    }
    m_connection.cached(QStringLiteral("DELETE FROM aliases WHERE kind = ? AND name = ?"))
        .bindAll(idOf(kind), alias)
        .run();
    if (m_connection.changes() == 0) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "\"%1\" is no other name of anything")).arg(alias));
    }
    return {};
}

Result<> ProjectNames::setFamily(const QString& model, const QString& family)
{
    const auto id = named(Kind::Model, model);
    if (!id) {
        return tl::unexpected<Error>(id.error());
    }
    m_connection.cached(QStringLiteral("UPDATE models SET family = ? WHERE id = ?"))
        .bindAll(family, *id)
        .run();
    return {};
}

} // namespace winnow
