// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schemacheck.h"

#include "core/store/migrations.h"

#include <QMap>
#include <QMutex>

namespace winnow {

namespace {

struct Object {
    QString type;
    QString table;
    QString sql;

    friend bool operator==(const Object&, const Object&) = default;
};
using Schema = QMap<QString, Object>;

Schema read(sqlite::Connection& connection)
{
    Schema schema;
    sqlite::Statement objects(
        connection, QStringLiteral("SELECT name, type, tbl_name, coalesce(sql, '') FROM sqlite_schema"));
    while (objects.step()) {
        // What ANALYZE counted changes no result.
        if (!objects.text(0).startsWith(u"sqlite_stat")) {
            schema.insert(objects.text(0), {objects.text(1), objects.text(2), objects.text(3)});
        }
    }
    return schema;
}

/// The schema that the first `version` migrations make.
Schema expected(qint64 version)
{
    static QMutex mutex;
    static QMap<qint64, Schema> known;
    QMutexLocker lock(&mutex);
    auto it = known.find(version);
    if (it == known.end()) {
        auto memory = sqlite::Connection::open(QStringLiteral(":memory:"), sqlite::OpenMode::Create);
        auto made = memory ? migrate(**memory, projectMigrations().mid(0, version))
                           : Result<UpgradeReport>(tl::unexpected<Error>(memory.error()));
        if (!made) {
            throw sqlite::Failure{made.error()};
        }
        it = known.insert(version, read(**memory));
    }
    return *it;
}

QString quoted(const QString& name)
{
    return u'"' + QString(name).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace

Sentence SchemaDifference::text() const
{
    const Sentence what = type == QStringLiteral("table") || type == QStringLiteral("view")
        ? Sentence(QStringLiteral("%1 %2").arg(type, name))
        : Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 %2 on %3")).arg(type, name, table);
    switch (kind) {
    case Kind::Foreign:
        return Sentence::of(QT_TRANSLATE_NOOP("Error", "The %1 is not Winnow's")).arg(what);
    case Kind::Missing:
        return Sentence::of(QT_TRANSLATE_NOOP("Error", "The %1 was removed")).arg(what);
    case Kind::Changed:
        break;
    }
    return Sentence::of(QT_TRANSLATE_NOOP("Error", "The %1 was changed")).arg(what);
}

QVector<SchemaDifference> schemaDifferences(sqlite::Connection& connection)
{
    using Kind = SchemaDifference::Kind;
    const Schema ours = expected(connection.integer(QStringLiteral("PRAGMA user_version")));
    const Schema theirs = read(connection);
    QVector<SchemaDifference> found;
    for (auto it = theirs.begin(); it != theirs.end(); ++it) {
        const auto known = ours.constFind(it.key());
        if (known == ours.constEnd()) {
            found.append({Kind::Foreign, it->type, it.key(), it->table, {}});
        } else if (!(*known == *it)) {
            found.append({Kind::Changed, it->type, it.key(), it->table, known->sql});
        }
    }
    for (auto it = ours.begin(); it != ours.end(); ++it) {
        if (!theirs.contains(it.key())) {
            found.append({Kind::Missing, it->type, it.key(), it->table, it->sql});
        }
    }
    return found;
}

void repairSchema(sqlite::Connection& connection, const SchemaDifference& difference)
{
    if (difference.kind != SchemaDifference::Kind::Missing) {
        connection.execute(QStringLiteral("DROP %1 %2").arg(difference.type, quoted(difference.name)));
    }
    if (!difference.sql.isEmpty()) {
        connection.execute(difference.sql);
    }
}

std::optional<SchemaDifference> hostileSchema(sqlite::Connection& connection)
{
    for (const SchemaDifference& difference : schemaDifferences(connection)) {
        using Kind = SchemaDifference::Kind;
        const bool trigger = difference.type == QStringLiteral("trigger");
        const bool view = difference.type == QStringLiteral("view");
        if ((trigger && difference.kind != Kind::Missing) || (view && difference.kind == Kind::Changed)) {
            return difference;
        }
    }
    return std::nullopt;
}

} // namespace winnow
