// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/comparedrun.h"

#include "core/base/remedy.h"
#include "core/store/datasetstore.h"
#include "core/store/responsestore.h"
#include "core/store/scoresets.h"

#include <QMap>

namespace winnow {

namespace {

/// The runs of one side by dataset.
Result<QMap<QString, RunChoice>> runsOf(
    sqlite::Connection& c, const QVector<Run>& runs, const ComparedRun& side, const QString& dataset)
{
    QStringList models, conditions, settings;
    QMap<QString, RunChoice> found;
    const std::optional<RunId> ofSet
        = side.scoreSet ? ScoreSets(c).runOf(side.scoreSet) : std::optional<RunId>();
    for (const Run& run : runs) {
        models.append(run.model);
        if (run.model != side.model) {
            continue;
        }
        conditions.append(conditionId(run.condition));
        if (run.condition != side.condition) {
            continue;
        }
        settings.append(run.setting.isEmpty() ? QStringLiteral("\"\"") : run.setting);
        if ((side.setting && run.setting != *side.setting) || (!dataset.isEmpty() && run.dataset != dataset)
            || (side.scoreSet && ofSet != run.id)) {
            continue;
        }
        if (found.contains(run.dataset)) {
            settings.removeDuplicates();
            return fail(ErrorCode::InvalidInput,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 has several settings under %2: choose one"))
                    .arg(side.model, conditionId(side.condition)),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "There are: %1"))
                    .arg(settings.join(QStringLiteral(", "))));
        }
        found.insert(run.dataset, {run, side.scoreSet, side.attempt});
    }
    if (!found.isEmpty()) {
        return found;
    }
    if (!models.contains(side.model)) {
        return nothingCalled(
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no model \"%1\"")).arg(side.model), models);
    }
    if (settings.isEmpty()) {
        return nothingCalled(Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 has no responses under %2"))
                                 .arg(side.model, conditionId(side.condition)),
            conditions);
    }
    if (side.scoreSet) {
        return nothingCalled(Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 has no score set %2 there"))
                                 .arg(side.model, side.scoreSet),
            {});
    }
    return nothingCalled(
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 has no responses under that setting here"))
            .arg(side.model),
        settings);
}

} // namespace

QString labelOf(const ComparedRun& side)
{
    QStringList words{side.model};
    if (side.condition != Condition::Standard) {
        words.append(conditionId(side.condition));
    }
    if (side.setting && !side.setting->isEmpty()) {
        words.append(*side.setting);
    }
    if (side.attempt >= 0) {
        words.append(QStringLiteral("#%1").arg(side.attempt + 1));
    }
    if (side.scoreSet) {
        words.append(QStringLiteral("[%1]").arg(side.scoreSet));
    }
    return words.join(QStringLiteral(" · "));
}

Result<QVector<QPair<RunChoice, RunChoice>>> sharedRuns(
    sqlite::Connection& c, const ComparisonRequest& request)
{
    const QVector<Run> runs = ResponseStore(c).runs();
    if (!request.dataset.isEmpty() && !DatasetStore(c).byName(request.dataset)) {
        QStringList names;
        for (const Dataset& dataset : DatasetStore(c).all()) {
            names.append(dataset.name);
        }
        return nothingCalled(
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no dataset \"%1\"")).arg(request.dataset),
            names);
    }
    const auto first = runsOf(c, runs, request.first, request.dataset);
    if (!first) {
        return tl::unexpected<Error>(first.error());
    }
    const auto second = runsOf(c, runs, request.second, request.dataset);
    if (!second) {
        return tl::unexpected<Error>(second.error());
    }
    QVector<QPair<RunChoice, RunChoice>> pairs;
    for (auto it = first->constBegin(); it != first->constEnd(); ++it) {
        if (second->contains(it.key())) {
            pairs.append({it.value(), second->value(it.key())});
        }
    }
    if (pairs.isEmpty()) {
        return nothingCalled(
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The two have no dataset in common")), {});
    }
    return pairs;
}

} // namespace winnow
