// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/subsetstore.h"

#include "core/base/clock.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace winnow {

namespace {

QString textOf(const QJsonObject& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QString textOf(const QJsonArray& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace

QVector<Subset> SubsetStore::list(const QString& condition, const QString& name)
{
    QVector<Subset> found;
    auto& query = m_connection.cached(QStringLiteral(
        "SELECT id, name, method, budget, seed, parents, source_hash, request, report, created_at,"
        " (SELECT count(*) FROM subset_samples WHERE subset_id = subsets.id) FROM subsets WHERE %1"
        " ORDER BY name")
                                          .arg(condition));
    query.bind(1, name);
    while (query.step()) {
        Subset subset;
        subset.id = SubsetId{query.integer(0)};
        subset.name = query.text(1);
        subset.method = query.text(2);
        subset.budget = query.integer(3);
        subset.seed = query.integer(4);
        for (const QJsonValue parent : QJsonDocument::fromJson(query.blob(5)).array()) {
            subset.parents.append(parent.toString());
        }
        subset.sourceHash = query.blob(6);
        subset.request = QJsonDocument::fromJson(query.blob(7)).object();
        subset.report = QJsonDocument::fromJson(query.blob(8)).object();
        subset.createdAt = query.text(9);
        subset.size = query.integer(10);
        found.append(subset);
    }
    query.reset();
    return found;
}

QVector<Subset> SubsetStore::all()
{
    return list(QStringLiteral("? IS NOT NULL"), QStringLiteral("any"));
}

std::optional<Subset> SubsetStore::byName(const QString& name)
{
    const QVector<Subset> found = list(QStringLiteral("name = ?"), name);
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

QVector<SubsetSample> SubsetStore::samples(SubsetId subset)
{
    QVector<SubsetSample> samples;
    auto& query = m_connection.cached(QStringLiteral(
        "SELECT sample_id, weight, why FROM subset_samples WHERE subset_id = ? ORDER BY rank"));
    query.bind(1, subset.value);
    while (query.step()) {
        const QJsonArray why = QJsonDocument::fromJson(query.blob(2)).array();
        samples.append({SampleId{query.integer(0)}, query.real(1),
            why.isEmpty() ? Sentence() : Sentence::fromJson(why.first())});
    }
    query.reset();
    return samples;
}

QVector<SampleId> SubsetStore::sampleIds(SubsetId subset)
{
    QVector<SampleId> ids;
    auto& query = m_connection.cached(
        QStringLiteral("SELECT sample_id FROM subset_samples WHERE subset_id = ? ORDER BY rank"));
    query.bind(1, subset.value);
    while (query.step()) {
        ids.append(SampleId{query.integer(0)});
    }
    query.reset();
    return ids;
}

SubsetId SubsetStore::put(const Subset& subset, const QVector<SubsetSample>& samples)
{
    auto& made = m_connection.cached(QStringLiteral(
        "INSERT INTO subsets(name, method, budget, seed, parents, source_hash, request, report, created_at)"
        " VALUES(?,?,?,?,?,?,?,?,?) ON CONFLICT(name) DO UPDATE SET method = excluded.method,"
        " budget = excluded.budget, seed = excluded.seed, parents = excluded.parents,"
        " source_hash = excluded.source_hash, request = excluded.request, report = excluded.report,"
        " created_at = excluded.created_at RETURNING id"));
    made.bindAll(subset.name, subset.method, subset.budget, subset.seed,
        textOf(QJsonArray::fromStringList(subset.parents)), subset.sourceHash, textOf(subset.request),
        textOf(subset.report), subset.createdAt.isEmpty() ? nowUtc() : subset.createdAt);
    const SubsetId id{made.runForInteger()};
    m_connection.cached(QStringLiteral("DELETE FROM subset_samples WHERE subset_id = ?"))
        .bindAll(id.value)
        .run();
    auto& add = m_connection.cached(QStringLiteral(
        "INSERT INTO subset_samples(subset_id, rank, sample_id, weight, why) VALUES(?,?,?,?,?)"));
    qint64 rank = 0;
    for (const SubsetSample& sample : samples) {
        add.bindAll(id.value, rank++, sample.sample.value, sample.weight,
               sample.why.isEmpty() ? QString() : textOf(QJsonArray{sample.why.json()}))
            .run();
    }
    return id;
}

bool SubsetStore::rename(const QString& from, const QString& to)
{
    if (from == to) {
        return byName(from).has_value();
    }
    if (to.isEmpty() || byName(to)) {
        return false;
    }
    m_connection.cached(QStringLiteral("UPDATE subsets SET name = ? WHERE name = ?")).bindAll(to, from).run();
    if (m_connection.changes() == 0) {
        return false;
    }
    for (Subset& child : all()) {
        if (child.parents.contains(from)) {
            std::replace(child.parents.begin(), child.parents.end(), from, to);
            m_connection.cached(QStringLiteral("UPDATE subsets SET parents = ? WHERE id = ?"))
                .bindAll(textOf(QJsonArray::fromStringList(child.parents)), child.id.value)
                .run();
        }
    }
    return true;
}

bool SubsetStore::remove(const QString& name)
{
    m_connection.cached(QStringLiteral("DELETE FROM subsets WHERE name = ?")).bindAll(name).run();
    return m_connection.changes() > 0;
}

Result<Subset> subsetNamed(SubsetStore& store, const QString& name)
{
    if (const auto found = store.byName(name)) {
        return *found;
    }
    QStringList names;
    for (const Subset& each : store.all()) {
        names.append(each.name);
    }
    return fail(ErrorCode::NotFound,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no subset \"%1\"")).arg(name),
        names.isEmpty() ? Sentence::of(QT_TRANSLATE_NOOP("Error", "The project has no subsets yet"))
                        : Sentence::of(QT_TRANSLATE_NOOP("Error", "The subsets are %1"))
                              .arg(names.join(QStringLiteral(", "))));
}

Result<QVector<SampleId>> samplesOfSubset(const Project& project, const QString& name)
{
    return project.read([&](sqlite::Connection& c) {
        SubsetStore store(c);
        return subsetNamed(store, name).map([&](const Subset& subset) { return store.sampleIds(subset.id); });
    });
}

} // namespace winnow
