// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/projectstats.h"

#include "core/store/countstore.h"
#include "core/store/responsestore.h"
#include "core/store/standingstore.h"

#include <QJsonArray>
#include <QMap>

namespace winnow {

ProjectStats ProjectStats::read(sqlite::Connection& c)
{
    CountStore counts(c);
    const CountStore::OfProject all = counts.ofProject();
    ProjectStats stats;
    stats.datasets = all.datasets;
    stats.images = all.images;
    stats.missingImages = all.missingImages;
    stats.models = all.models;
    stats.runs = all.runs;
    stats.responses = ResponseStore(c).count();
    stats.missingResponses = ResponseStore(c).missing();
    stats.flags = all.flags;
    stats.openFlags = all.openFlags;
    stats.decisions = all.decisions;
    stats.exports = all.exports;
    stats.generated = all.generated;

    QMap<QPair<QString, QString>, OverviewRow> rows;
    for (const CountStore::OfCapability& part : counts.samplesByCapability()) {
        OverviewRow& row = rows[{part.dataset, part.capability}];
        row.dataset = part.dataset;
        row.capability = part.capability;
        row.samples = part.samples;
        stats.samples += row.samples;
    }
    for (const StandingStore::ReviewCount& part : StandingStore(c).reviewCounts()) {
        OverviewRow& row = rows[{part.dataset, part.capability}];
        row.flagged = part.flagged;
        row.reviewed = part.reviewed;
    }
    for (const OverviewRow& row : rows) {
        stats.rows.append(row);
    }
    for (CountStore::OfRuns runs : counts.runsByDataset()) {
        std::sort(runs.conditions.begin(), runs.conditions.end());
        stats.modelsOf.insert(runs.dataset, runs.models);
        stats.conditionsOf.insert(runs.dataset, runs.conditions);
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
