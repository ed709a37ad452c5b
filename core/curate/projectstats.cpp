// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/projectstats.h"

#include "core/store/datasetstore.h"
#include "core/store/responsestore.h"

#include <QJsonArray>
#include <QMap>

namespace winnow {

namespace {

/// sample_id and reviewed of each flagged sample.
const QString kFlagged = QStringLiteral(
    "SELECT sample_id, CASE WHEN max(disputed) THEN max(settled)"
    " ELSE max(acted) OR NOT max(open) END AS reviewed FROM ("
    " SELECT sample_id, 1 AS flagged, state = 'open' AS open, state = 'disputed' AS disputed, 0 AS acted,"
    "  0 AS settled FROM flags WHERE active = 1"
    " UNION ALL SELECT a.sample_id, 0, 0, a.action = 'disputed', a.action <> 'disputed',"
    "  a.action <> 'disputed' AND d.adjudicates FROM sample_actions a JOIN decisions d ON d.id = "
    "a.decision_id"
    ") GROUP BY sample_id HAVING max(flagged)");

} // namespace

QHash<SampleId, bool> reviewOfFlagged(sqlite::Connection& c)
{
    QHash<SampleId, bool> flagged;
    sqlite::Statement query(c, kFlagged);
    while (query.step()) {
        flagged.insert({query.integer(0)}, query.integer(1) != 0);
    }
    return flagged;
}

ProjectStats ProjectStats::read(sqlite::Connection& c)
{
    ProjectStats stats;
    stats.datasets = DatasetStore(c).count();
    stats.images = c.integer(QStringLiteral("SELECT count(*) FROM images"));
    stats.missingImages = c.integer(QStringLiteral("SELECT count(*) FROM sample_images WHERE state <> 'ok'"));
    stats.models = c.integer(QStringLiteral("SELECT count(*) FROM models"));
    stats.runs = c.integer(QStringLiteral("SELECT count(*) FROM runs"));
    stats.responses = ResponseStore(c).count();
    stats.missingResponses = ResponseStore(c).missing();
    stats.flags = c.integer(QStringLiteral("SELECT count(*) FROM flags WHERE active = 1"));
    stats.openFlags
        = c.integer(QStringLiteral("SELECT count(*) FROM flags WHERE active = 1 AND state = 'open'"));
    stats.decisions = c.integer(QStringLiteral("SELECT count(*) FROM decisions"));
    stats.exports = c.integer(QStringLiteral("SELECT count(*) FROM exports"));
    stats.generated = c.integer(QStringLiteral("SELECT count(*) FROM datasets WHERE generated = 1")) > 0;

    QMap<QPair<QString, QString>, OverviewRow> rows;
    sqlite::Statement samples(c,
        QStringLiteral(
            "SELECT d.name, s.capability, count(*) FROM samples s JOIN datasets d ON d.id = s.dataset_id"
            " WHERE d.id NOT IN (SELECT dataset_id FROM staged_imports)"
            " GROUP BY s.dataset_id, s.capability"));
    while (samples.step()) {
        OverviewRow& row = rows[{samples.text(0), samples.text(1)}];
        row.dataset = samples.text(0);
        row.capability = samples.text(1);
        row.samples = samples.integer(2);
        stats.samples += row.samples;
    }
    // From the flags outwards: they are few next to the samples.
    sqlite::Statement touched(c,
        QStringLiteral("SELECT d.name, s.capability, count(*), sum(t.reviewed) FROM (%1) t"
                       " JOIN samples s ON s.id = t.sample_id JOIN datasets d ON d.id = s.dataset_id"
                       " GROUP BY s.dataset_id, s.capability")
            .arg(kFlagged));
    while (touched.step()) {
        OverviewRow& row = rows[{touched.text(0), touched.text(1)}];
        row.flagged = touched.integer(2);
        row.reviewed = touched.integer(3);
    }
    for (const OverviewRow& row : rows) {
        stats.rows.append(row);
    }
    sqlite::Statement runs(c,
        QStringLiteral("SELECT d.name, r.condition, count(DISTINCT r.model_id) FROM runs r"
                       " JOIN datasets d ON d.id = r.dataset_id GROUP BY d.name, r.condition"));
    while (runs.step()) {
        stats.conditionsOf[runs.text(0)].append(conditionFromId(runs.text(1)).value_or(Condition::Standard));
    }
    sqlite::Statement models(c,
        QStringLiteral(
            "SELECT d.name, count(DISTINCT r.model_id) FROM runs r JOIN datasets d ON d.id = r.dataset_id"
            " GROUP BY d.name"));
    while (models.step()) {
        stats.modelsOf.insert(models.text(0), models.integer(1));
    }
    for (QVector<Condition>& conditions : stats.conditionsOf) {
        std::sort(conditions.begin(), conditions.end());
    }
    return stats;
}

QJsonObject ProjectStats::toJson() const
{
    QJsonObject byDataset;
    QJsonObject byCapability;
    const auto add = [](QJsonObject& group, const QString& name, const OverviewRow& row) {
        QJsonObject entry = group.value(name).toObject();
        entry.insert(
            QStringLiteral("samples"), entry.value(QStringLiteral("samples")).toInteger() + row.samples);
        entry.insert(
            QStringLiteral("flagged"), entry.value(QStringLiteral("flagged")).toInteger() + row.flagged);
        entry.insert(
            QStringLiteral("reviewed"), entry.value(QStringLiteral("reviewed")).toInteger() + row.reviewed);
        group.insert(name, entry);
    };
    for (const OverviewRow& row : rows) {
        add(byDataset, row.dataset, row);
        add(byCapability, row.capability, row);
    }
    for (auto it = byDataset.begin(); it != byDataset.end(); ++it) {
        QJsonObject entry = it.value().toObject();
        QJsonArray conditions;
        for (Condition condition : conditionsOf.value(it.key())) {
            conditions.append(conditionId(condition));
        }
        entry.insert(QStringLiteral("models"), modelsOf.value(it.key()));
        entry.insert(QStringLiteral("conditions"), conditions);
        it.value() = entry;
    }
    return {{QStringLiteral("datasets"), datasets}, {QStringLiteral("samples"), samples},
        {QStringLiteral("images"), images}, {QStringLiteral("missing_images"), missingImages},
        {QStringLiteral("models"), models}, {QStringLiteral("runs"), runs},
        {QStringLiteral("responses"), responses}, {QStringLiteral("missing_responses"), missingResponses},
        {QStringLiteral("flags"), flags}, {QStringLiteral("open_flags"), openFlags},
        {QStringLiteral("decisions"), decisions}, {QStringLiteral("exports"), exports},
        {QStringLiteral("generated"), generated}, {QStringLiteral("by_dataset"), byDataset},
        {QStringLiteral("by_capability"), byCapability}};
}

} // namespace winnow
