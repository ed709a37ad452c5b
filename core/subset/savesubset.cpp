// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/savesubset.h"

#include "core/store/project.h"
#include "core/store/subsetstore.h"

#include <QJsonArray>

namespace winnow {

namespace {

QVector<SampleId> idsIn(const QJsonValue& stored)
{
    QVector<SampleId> ids;
    for (const QJsonValue id : stored.toArray()) {
        ids.append(SampleId{id.toInteger()});
    }
    return ids;
}

SubsetScope scopeIn(const QJsonObject& stored)
{
    SubsetScope scope;
    scope.dataset = stored.value(QLatin1String("dataset")).toString();
    scope.capability = stored.value(QLatin1String("capability")).toString();
    scope.parent = stored.value(QLatin1String("parent")).toString();
    scope.deduplicate = stored.value(QLatin1String("deduplicate")).toBool(scope.deduplicate);
    scope.musts = idsIn(stored.value(QLatin1String("musts")));
    scope.vetoes = idsIn(stored.value(QLatin1String("vetoes")));
    for (const QJsonValue family : stored.value(QLatin1String("without_families")).toArray()) {
        scope.withoutFamilies.append(family.toString());
    }
    return scope;
}

} // namespace

Result<SubsetId> saveSubset(Project& project, const SubsetInput& input, const SelectionProblem& problem,
    const ChosenSubset& chosen, const QString& name, const QJsonObject& report)
{
    Subset subset;
    subset.name = name.trimmed();
    if (subset.name.isEmpty()) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "A subset needs a name")),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Give it one")));
    }
    subset.method = chosen.request.method;
    subset.budget = chosen.request.budget;
    subset.seed = qint64(chosen.request.seed);
    if (!input.scope.parent.isEmpty()) {
        subset.parents.append(input.scope.parent);
    }
    subset.sourceHash = input.hash();
    subset.request = chosen.request.toJson(input.scope);
    subset.request.insert(QStringLiteral("policy"), input.policy);
    subset.report = report;
    QVector<SubsetSample> samples;
    samples.reserve(qsizetype(chosen.selection.items.size()));
    for (size_t place = 0; place < chosen.selection.items.size(); ++place) {
        samples.append({SampleId{input.samples[chosen.selection.items[place]]}, chosen.weightOf(place),
            whyChosen(input, problem, chosen, place)});
    }
    return project.write({.parts = ChangeSet::Subsets, .samples = {}},
        [&](sqlite::Connection& c) -> Result<SubsetId> { return SubsetStore(c).put(subset, samples); });
}

StoredRequest StoredRequest::of(const QJsonObject& stored)
{
    StoredRequest read;
    read.request.method = stored.value(QLatin1String("method")).toString(read.request.method);
    read.request.budget = stored.value(QLatin1String("budget")).toInteger();
    read.request.seed = quint64(stored.value(QLatin1String("seed")).toInteger(1));
    const QJsonValue frontier = stored.value(QLatin1String("frontier_share"));
    if (frontier.isDouble()) {
        read.request.frontierShare = frontier.toDouble();
    }
    for (const QJsonValue share : stored.value(QLatin1String("shares")).toArray()) {
        read.request.shares.append(
            {share[QLatin1String("dataset")].toString(), share[QLatin1String("capability")].toString(),
                share[QLatin1String("least")].toInteger(), share[QLatin1String("most")].toInteger(-1)});
    }
    read.scope = scopeIn(stored.value(QLatin1String("scope")).toObject());
    read.policy = stored.value(QLatin1String("policy")).toString();
    return read;
}

} // namespace winnow
