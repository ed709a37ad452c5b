// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/scorescommand.h"

#include "core/audit/auditrunner.h"
#include "core/audit/auditsnapshot.h"
#include "core/audit/coverageloader.h"
#include "core/audit/samplescores.h"
#include "core/store/datasetstore.h"

#include <QJsonArray>

#include <cmath>

namespace winnow::cli {

namespace {

QJsonObject describe(const SampleScores& scores, const QString& dataset, const QString& detector)
{
    return {{QStringLiteral("dataset"), dataset}, {QStringLiteral("detector"), detector},
        {QStringLiteral("title"), scores.title}, {QStringLiteral("scale"), scoreScaleId(scores.scale)},
        {QStringLiteral("bad"), scores.highIsBad ? QStringLiteral("high") : QStringLiteral("low")},
        {QStringLiteral("threshold"), scores.threshold ? QJsonValue(*scores.threshold) : QJsonValue()}};
}

} // namespace

Command::Description ScoresCommand::description() const
{
    return {QStringLiteral("scores"), QStringLiteral("PROJECT"),
        QStringLiteral("Prints what detectors score every sample, flagged or not; writes nothing"),
        {valueOption("detector", "only this detector; may be given again", "ID"),
            valueOption("dataset", "only this dataset; may be given again", "NAME")}};
}

int ScoresCommand::run(Context& context) const
{
    const QStringList wanted = context.values("detector");
    std::vector<const Detector*> detectors;
    for (const QString& id : wanted) {
        const Detector* detector = DetectorRegistry::instance().find(id);
        if (detector == nullptr) {
            return context.failed({ErrorCode::NotFound, QStringLiteral("There is no detector \"%1\"").arg(id),
                QStringLiteral("\"winnow-cli detectors\" lists them")});
        }
        detectors.push_back(detector);
    }
    if (wanted.isEmpty()) {
        for (const auto& detector : DetectorRegistry::instance().detectors()) {
            detectors.push_back(detector.get());
        }
    }
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    auto coverage = loadCoverage(**project);
    if (!coverage) {
        return context.failed(coverage.error());
    }
    const QStringList names = context.values("dataset");
    for (const QString& name : names) {
        if (std::none_of(coverage->begin(), coverage->end(),
                [&](const auto& row) { return row.second.dataset == name; })) {
            return context.failed(
                {ErrorCode::NotFound, QStringLiteral("There is no dataset \"%1\"").arg(name),
                    QStringLiteral("\"winnow-cli stats\" lists the datasets")});
        }
    }
    const bool across = std::any_of(detectors.begin(), detectors.end(),
        [](const Detector* detector) { return detector->info().scope == DetectorScope::Project; });
    QJsonArray samples;
    QJsonArray described;
    QJsonArray skipped;
    bool failed = false;
    QStringList columns;
    QList<QStringList> rows;
    for (const Detector* detector : detectors) {
        columns.append(detector->info().id);
    }
    for (const auto& [datasetId, listed] : *coverage) {
        if (!names.isEmpty() && !names.contains(listed.dataset)) {
            continue;
        }
        auto snapshot = AuditSnapshot::open(**project);
        auto found = snapshot ? snapshot->coverage(datasetId) : tl::unexpected<Error>(snapshot.error());
        if (!found) {
            return context.failed(found.error());
        }
        const Coverage& has = *found;
        AuditParts parts;
        std::vector<bool> canRun;
        for (const Detector* detector : detectors) {
            const SentenceList unmet = unmetNeeds(detector->info().requirements, has);
            canRun.push_back(unmet.isEmpty());
            if (unmet.isEmpty()) {
                parts.add(partsOf(detector->info()));
            } else {
                skipped.append(QJsonObject{{QStringLiteral("dataset"), has.dataset},
                    {QStringLiteral("detector"), detector->info().id},
                    {QStringLiteral("message"), unmet.english().join(QStringLiteral("; "))}});
            }
        }
        auto data = snapshot->load(datasetId, parts, context.progress);
        if (!data) {
            return context.failed(data.error());
        }
        DetectorInput input{**data, {}};
        std::vector<std::shared_ptr<const AuditData>> others;
        for (const auto& [otherId, other] : *coverage) {
            if (otherId == datasetId) {
                input.all.push_back(data->get());
            } else if (across) {
                auto loaded = snapshot->load(otherId, parts, context.progress);
                if (!loaded) {
                    return context.failed(loaded.error());
                }
                input.all.push_back(loaded->get());
                others.push_back(std::move(*loaded));
            }
        }
        const DetectorInput alone{**data, {data->get()}};
        std::vector<std::vector<float>> scores(detectors.size());
        for (std::size_t d = 0; d < detectors.size(); ++d) {
            if (!canRun[d]) {
                continue;
            }
            const bool together = detectors[d]->info().scope == DetectorScope::Project;
            auto result = evaluateDetector(*detectors[d], together ? input : alone, {}, context.progress);
            if (!result) {
                skipped.append(QJsonObject{{QStringLiteral("dataset"), has.dataset},
                    {QStringLiteral("detector"), detectors[d]->info().id},
                    {QStringLiteral("message"), result.error().text()}});
                failed = true;
                continue;
            }
            SampleScores scored = sampleScores(*detectors[d], **data, *result);
            described.append(describe(scored, has.dataset, detectors[d]->info().id));
            scores[d] = std::move(scored.scores);
        }
        for (std::size_t i = 0; i < (*data)->size(); ++i) {
            QJsonObject values;
            QStringList row{(*data)->key(i)};
            for (std::size_t d = 0; d < detectors.size(); ++d) {
                const bool there = !scores[d].empty() && !std::isnan(scores[d][i]);
                values.insert(columns[qsizetype(d)], there ? QJsonValue(double(scores[d][i])) : QJsonValue());
                row.append(there ? QString::number(double(scores[d][i]), 'g', 6) : QString());
            }
            samples.append(
                QJsonObject{{QStringLiteral("sample"), (*data)->key(i)}, {QStringLiteral("scores"), values}});
            rows.append(row);
        }
    }
    context.print({{QStringLiteral("scores"), described}, {QStringLiteral("samples"), samples},
        {QStringLiteral("not_run"), skipped}});
    if (!context.json) {
        context.out << table(QStringList{QStringLiteral("sample")} + columns, rows);
        for (const QJsonValue& row : std::as_const(described)) {
            context.out << row[QLatin1String("dataset")].toString() << ", "
                        << row[QLatin1String("detector")].toString() << ": "
                        << row[QLatin1String("title")].toString() << "; "
                        << row[QLatin1String("scale")].toString() << ", "
                        << row[QLatin1String("bad")].toString() << " is suspicious\n";
        }
        for (const QJsonValue& row : std::as_const(skipped)) {
            context.out << row[QLatin1String("dataset")].toString() << ", "
                        << row[QLatin1String("detector")].toString() << ": "
                        << row[QLatin1String("message")].toString() << "\n";
        }
    }
    return failed ? Failed : Done;
}

} // namespace winnow::cli
