// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/manifestfacts.h"

#include <QFileInfo>

#include <algorithm>

namespace winnow {

namespace {

QJsonObject counts(const QMap<QString, qint64>& map)
{
    QJsonObject json;
    for (auto it = map.constBegin(); it != map.constEnd(); ++it) {
        json.insert(it.key(), it.value());
    }
    return json;
}

QJsonValue subsetFacts(const ExportPlan& plan)
{
    if (!plan.subset) {
        return {};
    }
    const Subset& from = *plan.subset;
    QJsonObject json{{QStringLiteral("name"), from.name}, {QStringLiteral("method"), from.method},
        {QStringLiteral("budget"), from.budget}, {QStringLiteral("seed"), from.seed},
        {QStringLiteral("parents"), QJsonArray::fromStringList(from.parents)},
        {QStringLiteral("source_sha256"), QString::fromLatin1(from.sourceHash.toHex())},
        {QStringLiteral("samples"), from.size}, {QStringLiteral("request"), from.request}};
    if (plan.weighted) {
        json.insert(QStringLiteral("weighted"), true);
    }
    return json;
}

} // namespace

QString versionLabel(const Dataset& dataset)
{
    constexpr qsizetype kDigits = 12;
    return QFileInfo(dataset.sourcePath).fileName() + u'@'
        + QString::fromLatin1(dataset.sourceHash.toHex().left(kDigits));
}

QJsonObject planFacts(const ExportPlan& plan)
{
    return {{QStringLiteral("tool"), QStringLiteral("Winnow")},
        {QStringLiteral("version"), QStringLiteral(WINNOW_VERSION)},
        {QStringLiteral("samples"),
            QJsonObject{{QStringLiteral("total"), plan.total}, {QStringLiteral("exported"), plan.exported},
                {QStringLiteral("disputed"), plan.disputed},
                {QStringLiteral("by_disposition"), counts(plan.dispositions)},
                {QStringLiteral("by_reason"), counts(plan.reasons)}}},
        {QStringLiteral("policy"), plan.policy.toJson()}, {QStringLiteral("subset"), subsetFacts(plan)},
        {QStringLiteral("ledger"),
            QJsonObject{{QStringLiteral("sha256"), QString::fromLatin1(plan.ledgerHash.toHex())},
                {QStringLiteral("events"), plan.decisions}}}};
}

QJsonObject sourceFacts(const ExportPlan::DatasetPart& part, const ExportLayout& layout)
{
    QJsonObject facts{{QStringLiteral("dataset"), part.dataset.name},
        {QStringLiteral("file"), QFileInfo(part.dataset.sourcePath).fileName()},
        {QStringLiteral("sha256"), QString::fromLatin1(part.dataset.sourceHash.toHex())},
        {QStringLiteral("format"), part.dataset.format},
        {QStringLiteral("generated"), part.dataset.generated},
        {QStringLiteral("samples"), part.samples.size()}, {QStringLiteral("exported"), part.items.size()},
        {QStringLiteral("by_disposition"), counts(part.dispositions)},
        {QStringLiteral("by_reason"), counts(part.reasons)},
        {QStringLiteral("prompt"),
            QJsonObject{{QStringLiteral("prefix"), layout.prompt.prefix},
                {QStringLiteral("suffix_choices"), layout.prompt.suffixOfChoices},
                {QStringLiteral("suffix_open"), layout.prompt.suffixOfOpen}}}};
    if (!layout.scorer.isEmpty()) {
        facts.insert(QStringLiteral("scorer"), layout.scorer);
    }
    return facts;
}

QJsonObject changeFacts(const Sample& sample, const SampleOutcome& outcome)
{
    QJsonObject facts{{QStringLiteral("dataset"), sample.dataset},
        {QStringLiteral("index"), sample.sourceIndex},
        {QStringLiteral("disposition"), dispositionId(outcome.disposition)},
        {QStringLiteral("reasons"), QJsonArray::fromStringList(outcome.reasons)},
        {QStringLiteral("by_person"), outcome.byPerson}};
    if (!outcome.newGold.isEmpty()) {
        facts.insert(QStringLiteral("old_answer"), sample.gold);
        facts.insert(QStringLiteral("new_answer"), outcome.newGold);
    }
    if (!outcome.newQuestion.isEmpty()) {
        facts.insert(QStringLiteral("new_question"), outcome.newQuestion);
    }
    return facts;
}

QJsonArray detectorFacts(const QVector<DetectorRun>& runs, const ExportPlan& plan)
{
    QJsonArray facts;
    for (const ExportPlan::DatasetPart& part : plan.datasets) {
        for (const DetectorRun& run : runs) {
            if (run.datasetId == part.dataset.id && run.status == u"done") {
                facts.append(QJsonObject{{QStringLiteral("dataset"), part.dataset.name},
                    {QStringLiteral("detector"), run.detector}, {QStringLiteral("version"), run.version},
                    {QStringLiteral("parameters"), run.parameters}});
            }
        }
    }
    return facts;
}

} // namespace winnow
