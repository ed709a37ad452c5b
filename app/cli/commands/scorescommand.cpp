// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/scorescommand.h"

#include "core/audit/data/auditsnapshot.h"
#include "core/audit/run/auditrunner.h"
#include "core/audit/run/samplescores.h"

#include <QJsonArray>

#include <cmath>

namespace winnow::cli {

namespace {

bool comparesDatasets(const Detector* detector)
{
    return detector->info().scope == DetectorScope::Project;
}

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
    auto snapshot = AuditSnapshot::open(**project);
    if (!snapshot) {
        return context.failed(snapshot.error());
    }
    auto coverage = snapshot->coverage();
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
    // Detectors that compare datasets see all of them, read once, with no more than they need.
    AuditParts compared;
    for (const Detector* detector : detectors) {
        if (comparesDatasets(detector)) {
            compared.add(partsOf(detector->info()));
        }
    }
    std::vector<std::shared_ptr<const AuditData>> kept;
    std::vector<const AuditData*> all;
    if (std::any_of(detectors.begin(), detectors.end(), comparesDatasets)) {
        for (const auto& row : *coverage) {
            auto loaded = snapshot->load(row.first, compared, context.progress);
            if (!loaded) {
                return context.failed(loaded.error());
            }
            all.push_back(loaded->get());
            kept.push_back(std::move(*loaded));
        }
    }
    const auto memo = std::make_shared<AuditMemo>();
    QJsonArray samples;
    QJsonArray described;
    QJsonArray skipped;
    bool failed = false;
    QStringList columns;
    QList<QStringList> rows;
    for (const Detector* detector : detectors) {
        columns.append(detector->info().id);
    }
    for (std::size_t place = 0; place < std::size_t(coverage->size()); ++place) {
        const auto& [datasetId, has] = coverage->at(qsizetype(place));
        if (!names.isEmpty() && !names.contains(has.dataset)) {
            continue;
        }
        AuditParts parts;
        std::vector<bool> canRun;
        for (const Detector* detector : detectors) {
            const SentenceList unmet = unmetNeeds(detector->info().requirements, has);
            canRun.push_back(unmet.isEmpty());
            if (unmet.isEmpty() && !comparesDatasets(detector)) {
                parts.add(partsOf(detector->info()));
            } else if (!unmet.isEmpty()) {
                skipped.append(QJsonObject{{QStringLiteral("dataset"), has.dataset},
                    {QStringLiteral("detector"), detector->info().id},
                    {QStringLiteral("message"), unmet.english().join(QStringLiteral("; "))}});
            }
        }
        auto data = snapshot->load(datasetId, parts, context.progress);
        if (!data) {
            return context.failed(data.error());
        }
        const auto own = std::make_shared<AuditMemo>();
        std::vector<std::vector<float>> scores(detectors.size());
        for (std::size_t d = 0; d < detectors.size(); ++d) {
            if (!canRun[d]) {
                continue;
            }
            const DetectorInput input = comparesDatasets(detectors[d])
                ? DetectorInput{*all[place], all, memo}
                : DetectorInput{**data, {data->get()}, own};
            auto result = evaluateDetector(*detectors[d], input, {}, context.progress);
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
