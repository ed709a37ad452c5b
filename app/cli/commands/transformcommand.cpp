// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/transformcommand.h"

#include "core/audit/run/auditrunner.h"
#include "core/curate/formatpoints.h"
#include "core/store/datasetstore.h"
#include "core/store/flagstore.h"
#include "core/store/ledger.h"
#include "core/store/samplescan.h"
#include "core/store/samplestore.h"
#include "core/transform/transformation.h"

#include <QJsonArray>

#include <map>

namespace winnow::cli {

namespace {

const QString kDetector = QStringLiteral("mcq_transform");

/// What is proposed for the samples of a dataset, by reason.
struct Proposals {
    std::map<std::pair<QString, TransformReason>, QVector<SampleId>> byReason;
    QJsonArray samples;
    qint64 total = 0;
};

QJsonObject toJson(const Sample& sample, const Transformation& made)
{
    QJsonObject json{{QStringLiteral("sample"), sample.key()},
        {QStringLiteral("becomes"), transformId(made.transform)},
        {QStringLiteral("reason"), transformReasonId(made.reason)}};
    if (made.transform == Transform::OpenEnded) {
        json.insert(QStringLiteral("question"), made.open.question);
        json.insert(QStringLiteral("accepted"), QJsonArray::fromStringList(made.open.accepted));
        json.insert(QStringLiteral("scorer"), made.open.scorer);
    }
    return json;
}

Result<Proposals> proposals(const Project& project, const QStringList& datasets, bool list)
{
    return project.read([&](sqlite::Connection& c) -> Result<Proposals> {
        Proposals found;
        SampleScan samples(c);
        for (const Dataset& dataset : DatasetStore(c).all()) {
            if (!datasets.isEmpty() && !datasets.contains(dataset.name)) {
                continue;
            }
            for (const SampleId id : SampleStore(c).idsOf(dataset.id)) {
                const auto sample = samples.read(id);
                if (!sample || !sample->isMcq()) {
                    continue;
                }
                ++found.total;
                const Transformation made = transformationOf(*sample);
                found.byReason[{dataset.name, made.reason}].append(id);
                if (list) {
                    found.samples.append(toJson(*sample, made));
                }
            }
        }
        return found;
    });
}

/// Confirms what is open of these reasons, as one undo step. Says how many.
Result<qint64> accept(
    Project& project, const Proposals& found, const QStringList& reasons, const QString& annotator)
{
    QSet<SampleId> wanted;
    for (const auto& [place, ids] : found.byReason) {
        if (reasons.contains(transformReasonId(place.second))) {
            wanted.unite(QSet<SampleId>(ids.cbegin(), ids.cend()));
        }
    }
    const auto open = project.read([&](sqlite::Connection& c) {
        QVector<Decision> decisions;
        FlagFilter filter;
        filter.detector = kDetector;
        filter.state = FlagState::Open;
        for (const Flag& flag : FlagStore(c).list(filter)) {
            if (wanted.contains(flag.sampleId)) {
                Decision decision;
                decision.sampleId = flag.sampleId;
                decision.kind = flag.kind;
                decision.verdict = Verdict::Confirm;
                decision.annotator = annotator;
                decisions.append(decision);
            }
        }
        return decisions;
    });
    if (!open) {
        return tl::unexpected<Error>(open.error());
    }
    if (open->isEmpty()) {
        return qint64(0);
    }
    auto stored = project.ledger().decide(*open);
    if (!stored) {
        return tl::unexpected<Error>(stored.error());
    }
    return qint64(stored->size());
}

void printTable(Context& context, const Proposals& found)
{
    QList<QStringList> rows;
    for (const auto& [place, ids] : found.byReason) {
        rows.append({place.first, transformId(transformFor(place.second)), transformReasonId(place.second),
            QString::number(ids.size()), transformReasonText(place.second).english()});
    }
    context.out << table({QStringLiteral("dataset"), QStringLiteral("becomes"), QStringLiteral("reason"),
                             QStringLiteral("samples"), QStringLiteral("why")},
        rows);
}

/// What models lose where they answered both as multiple choice and openly.
QJsonArray printDrops(Context& context, const QVector<FormatPoint>& points)
{
    QJsonArray array;
    QList<QStringList> rows;
    for (const FormatPoint& point : points) {
        const QString form = conditionId(point.other);
        array.append(QJsonObject{{QStringLiteral("model"), point.model}, {QStringLiteral("form"), form},
            {QStringLiteral("samples"), point.samples}, {QStringLiteral("as_choice"), point.choice},
            {QStringLiteral("in_form"), point.otherScore},
            {QStringLiteral("right_as_choice_only"), point.choiceOnly.size()}});
        rows.append({point.model, form, QString::number(point.samples), percent(point.choice, 1),
            percent(point.otherScore, 1), QString::number(point.choiceOnly.size())});
    }
    if (!context.json && !rows.isEmpty()) {
        context.out << "\nAnswered both ways:\n"
                    << table({QStringLiteral("model"), QStringLiteral("form"), QStringLiteral("samples"),
                                 QStringLiteral("as choice"), QStringLiteral("in the form"),
                                 QStringLiteral("right as choice only")},
                           rows);
    }
    return array;
}

} // namespace

Command::Description TransformCommand::description() const
{
    return {QStringLiteral("transform"), QStringLiteral("PROJECT"),
        QStringLiteral("Proposes which multiple choice questions become open-ended or circular"),
        {valueOption("dataset", "only this dataset; may be given again", "NAME"),
            flagOption("dry-run", "say what would be proposed and store nothing"),
            flagOption("samples", "with --json: every sample with its question and answers as proposed"),
            valueOption("accept",
                "confirm the open proposals of this reason, as one step; may be given again", "REASON"),
            valueOption("annotator", "who accepts", "NAME")}};
}

int TransformCommand::run(Context& context) const
{
    const QStringList reasons = context.values("accept");
    const QString annotator = context.value("annotator").trimmed();
    QStringList known;
    for (const TransformReason reason : transformReasons()) {
        if (transformFor(reason) != Transform::Leave) {
            known.append(transformReasonId(reason));
        }
    }
    for (const QString& reason : reasons) {
        if (!known.contains(reason)) {
            return context.usage(
                QStringLiteral("--accept takes one of %1").arg(known.join(QStringLiteral(", "))));
        }
    }
    if (!reasons.isEmpty() && annotator.isEmpty()) {
        return context.usage(QStringLiteral("--accept needs --annotator"));
    }
    if (!reasons.isEmpty() && context.isSet("dry-run")) {
        return context.usage(QStringLiteral("--accept and --dry-run exclude each other"));
    }
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    AuditRequest request;
    request.detectors = {kDetector};
    for (const QString& name : context.values("dataset")) {
        const auto dataset
            = (*project)->read([&](sqlite::Connection& c) { return DatasetStore(c).byName(name); });
        if (!dataset || !*dataset) {
            return context.failed(
                {ErrorCode::NotFound, QStringLiteral("There is no dataset \"%1\"").arg(name),
                    QStringLiteral("\"winnow-cli stats\" lists the datasets")});
        }
        request.datasets.append((*dataset)->id);
    }
    const auto found = proposals(**project, context.values("dataset"), context.isSet("samples"));
    if (!found) {
        return context.failed(found.error());
    }
    if (!context.isSet("dry-run")) {
        const auto report = AuditRunner(**project).run(request, context.progress);
        if (!report) {
            return context.failed(report.error());
        }
    }
    qint64 accepted = 0;
    if (!reasons.isEmpty()) {
        const auto done = accept(**project, *found, reasons, annotator);
        if (!done) {
            return context.failed(done.error());
        }
        accepted = *done;
    }
    const auto data = InsightsData::read(**project, context.progress);
    if (!data) {
        return context.failed(data.error());
    }
    if (!context.json) {
        printTable(context, *found);
        if (!reasons.isEmpty()) {
            context.out << "\nConfirmed " << counted(accepted, "proposal", "proposals") << "\n";
        }
    }
    const QJsonArray drops = printDrops(context, formatPoints(*data));
    QJsonArray rows;
    for (const auto& [place, ids] : found->byReason) {
        rows.append(QJsonObject{{QStringLiteral("dataset"), place.first},
            {QStringLiteral("becomes"), transformId(transformFor(place.second))},
            {QStringLiteral("reason"), transformReasonId(place.second)},
            {QStringLiteral("samples"), ids.size()}});
    }
    QJsonObject document{{QStringLiteral("multiple_choice"), found->total},
        {QStringLiteral("proposals"), rows}, {QStringLiteral("accepted"), accepted},
        {QStringLiteral("answered_both_ways"), drops}};
    if (context.isSet("samples")) {
        document.insert(QStringLiteral("samples"), found->samples);
    }
    context.print(document);
    return Done;
}

} // namespace winnow::cli
