// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/rescorecommand.h"

#include "core/base/jsonnumber.h"
#include "core/curate/datasetsettings.h"
#include "core/curate/rescoring.h"
#include "core/import/verdictimport.h"
#include "core/store/datasetstore.h"
#include "core/store/responsestore.h"
#include "core/store/scoresets.h"
#include "core/store/settingsstore.h"

#include <QJsonArray>

#include <cmath>

namespace winnow::cli {

namespace {

QJsonObject runObject(const Run& run)
{
    return {{QStringLiteral("dataset"), run.dataset}, {QStringLiteral("model"), run.model},
        {QStringLiteral("condition"), conditionId(run.condition)}, {QStringLiteral("setting"), run.setting}};
}

struct RunSets {
    Run run;
    QVector<ScoreSet> sets;
    /// Mean scores of the sets.
    QVector<double> means;
};

Result<QVector<RunSets>> setsOf(const Context& context, const Project& project)
{
    return project.read([&](sqlite::Connection& c) {
        QVector<RunSets> all;
        for (const Run& run : ResponseStore(c).runs()) {
            const bool named = (!context.isSet("dataset") || run.dataset == context.value("dataset"))
                && (!context.isSet("model") || run.model == context.value("model"));
            if (named) {
                ScoreSets sets(c);
                RunSets one{run, sets.ofRun(run.id), {}};
                for (const ScoreSet& set : std::as_const(one.sets)) {
                    one.means.append(sets.mean(set.id));
                }
                all.append(one);
            }
        }
        return all;
    });
}

int listSets(Context& context, const Project& project)
{
    const auto all = setsOf(context, project);
    if (!all) {
        return context.failed(all.error());
    }
    QJsonArray array;
    QList<QStringList> rows;
    for (const auto& [run, sets, means] : *all) {
        for (qsizetype i = 0; i < sets.size(); ++i) {
            const ScoreSet& set = sets.at(i);
            QJsonObject object = runObject(run);
            object.insert(QStringLiteral("set"), set.id);
            object.insert(QStringLiteral("scorer"), set.scorer);
            object.insert(QStringLiteral("current"), set.current);
            object.insert(QStringLiteral("made_at"), set.createdAt);
            object.insert(QStringLiteral("responses"), set.responses);
            object.insert(QStringLiteral("mean"), jsonNumber(means.at(i)));
            array.append(object);
            rows.append({set.current ? QStringLiteral("*") : QString(), QString::number(set.id), run.dataset,
                run.model, conditionId(run.condition), run.setting,
                set.scorer.isEmpty() ? QStringLiteral("as imported") : set.scorer,
                QString::number(set.responses), percent(means.at(i)), set.createdAt});
        }
    }
    context.print({{QStringLiteral("sets"), array}});
    if (!context.json) {
        context.out << table(
            {QString(), QStringLiteral("set"), QStringLiteral("dataset"), QStringLiteral("model"),
                QStringLiteral("condition"), QStringLiteral("setting"), QStringLiteral("scored"),
                QStringLiteral("responses"), QStringLiteral("mean %"), QStringLiteral("made at")},
            rows);
    }
    return Done;
}

int chooseSet(Context& context, Project& project)
{
    const qint64 set = context.value("choose").toLongLong();
    const auto done = project.write(
        {.parts = ChangeSet::Responses, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
            ScoreSets sets(c);
            return sets.choose(sets.runOf(set).value_or(RunId()), set);
        });
    if (!done) {
        return context.failed(done.error());
    }
    return listSets(context, project);
}

/// What --scorer says, which then holds for the dataset, or what holds for it.
Result<ScoringRule> ruleOf(const Context& context, Project& project)
{
    if (context.isSet("scorer")) {
        auto rule = ScoringRule::parse(context.value("scorer"));
        if (rule) {
            WINNOW_TRY(project.write(
                {.parts = ChangeSet::Samples, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
                    const auto dataset = DatasetStore(c).byName(context.value("dataset"));
                    return dataset ? changeDatasetSetting(
                               c, dataset->id, settingInfo(Setting::Scorer).name, rule->text())
                                   : Result<>();
                }));
        }
        return rule;
    }
    const auto stored = project.read([&](sqlite::Connection& c) {
        const auto dataset = DatasetStore(c).byName(context.value("dataset"));
        return dataset ? SettingsStore(c).text(Setting::Scorer, dataset->id) : QString();
    });
    return stored ? ScoringRule::forOpenQuestions(*stored)
                  : Result<ScoringRule>(tl::unexpected<Error>(stored.error()));
}

int scoreAnew(Context& context, Project& project)
{
    const auto rule = ruleOf(context, project);
    if (!rule) {
        return context.failed(rule.error());
    }
    const auto runs = rescore(project,
        {context.value("dataset"), context.value("model"), *rule, context.isSet("read-anew")},
        context.progress);
    if (!runs) {
        return context.failed(runs.error());
    }
    QJsonArray array;
    QList<QStringList> rows;
    for (const RescoredRun& run : *runs) {
        QJsonObject object = runObject(run.run);
        object.insert(QStringLiteral("responses"), run.responses);
        object.insert(QStringLiteral("answers_changed"), run.answersChanged);
        object.insert(QStringLiteral("scores_changed"), run.scoresChanged);
        object.insert(QStringLiteral("mean_before"), jsonNumber(run.before));
        object.insert(QStringLiteral("mean_after"), jsonNumber(run.after));
        object.insert(QStringLiteral("set"), run.set);
        array.append(object);
        rows.append({run.run.model, conditionId(run.run.condition), run.run.setting,
            QString::number(run.responses), QString::number(run.answersChanged),
            QString::number(run.scoresChanged), percent(run.before), percent(run.after)});
    }
    context.print({{QStringLiteral("scorer"), rule->text()}, {QStringLiteral("runs"), array}});
    if (!context.json) {
        context.out << "Scored by "
                    << (rule->isDefault() ? QStringLiteral("the kind of sample") : rule->text()) << "\n\n"
                    << table({QStringLiteral("model"), QStringLiteral("condition"), QStringLiteral("setting"),
                                 QStringLiteral("responses"), QStringLiteral("read otherwise"),
                                 QStringLiteral("scored otherwise"), QStringLiteral("mean % before"),
                                 QStringLiteral("after")},
                           rows)
                    << "\nThe scores from before stay: --list shows them, --choose SET goes back\n";
    }
    return Done;
}

/// A file of verdicts becomes a score set of the replies that it is about.
int takeVerdicts(Context& context, Project& project)
{
    VerdictRequest request;
    request.file = context.value("verdicts");
    request.judge = context.isSet("judge") ? context.value("judge") : QStringLiteral("judge");
    request.dataset = context.value("dataset");
    request.model = context.value("model");
    for (const QString& pair : context.values("map")) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals <= 0) {
            return context.usage(QStringLiteral("--map takes FIELD=COLUMN, not \"%1\"").arg(pair));
        }
        request.map.append({pair.left(equals).trimmed(), pair.mid(equals + 1)});
    }
    if (context.isSet("condition")) {
        request.condition = conditionFromId(context.value("condition"));
        if (!request.condition) {
            return context.usage(
                QStringLiteral("There is no condition \"%1\"").arg(context.value("condition")));
        }
    }
    const auto report = importVerdicts(project, request, context.progress);
    if (!report) {
        return context.failed(report.error());
    }
    QJsonArray array;
    QList<QStringList> rows;
    for (const JudgedRun& run : report->runs) {
        QJsonObject object = runObject(run.run);
        object.insert(QStringLiteral("judged"), run.judged);
        object.insert(QStringLiteral("kept"), run.kept);
        object.insert(QStringLiteral("scores_changed"), run.scoresChanged);
        object.insert(QStringLiteral("mean_before"), jsonNumber(run.before));
        object.insert(QStringLiteral("mean_after"), jsonNumber(run.after));
        object.insert(QStringLiteral("set"), run.set);
        array.append(object);
        rows.append({run.run.model, conditionId(run.run.condition), run.run.setting,
            QString::number(run.judged), QString::number(run.kept), QString::number(run.scoresChanged),
            percent(run.before), percent(run.after)});
    }
    context.print({{QStringLiteral("judge"), report->judge}, {QStringLiteral("records"), report->records},
        {QStringLiteral("unknown_keys"), report->unknownKeys},
        {QStringLiteral("unreadable"), report->unreadable},
        {QStringLiteral("without_reply"), report->withoutReply},
        {QStringLiteral("repeated"), report->repeated}, {QStringLiteral("runs"), array}});
    if (!context.json) {
        context.out << "Verdicts of " << report->judge << " from the column " << report->verdictColumn
                    << ", samples by " << report->keyColumn << "\n\n"
                    << table({QStringLiteral("model"), QStringLiteral("condition"), QStringLiteral("setting"),
                                 QStringLiteral("judged"), QStringLiteral("kept"),
                                 QStringLiteral("scored otherwise"), QStringLiteral("mean % before"),
                                 QStringLiteral("after")},
                           rows)
                    << "\nOf " << report->records << " records: " << report->unknownKeys << " unknown keys, "
                    << report->unreadable << " that are no verdict, " << report->withoutReply
                    << " on replies that are not here, " << report->repeated
                    << " of a key that came before (the last counts)\n"
                    << "The scores from before stay: --list shows them, --choose SET goes back\n";
    }
    return Done;
}

} // namespace

Command::Description RescoreCommand::description() const
{
    return {QStringLiteral("rescore"), QStringLiteral("PROJECT"),
        QStringLiteral(
            "Scores the stored replies of a dataset anew; the scores from before stay beside them"),
        {valueOption("dataset", "the dataset", "NAME"), valueOption("model", "only this model", "NAME"),
            valueOption("scorer",
                "how answers in words are scored from now on, such as relaxed(tolerance=0.1); \"\" = by the "
                "kind of sample; without it as it is set for the dataset",
                "ID"),
            flagOption("read-anew", "reads the answers from the replies once more, too"),
            valueOption("verdicts",
                "takes the scores from a file of verdicts (a judge's cache, a result table) instead; they "
                "become a further score set",
                "FILE"),
            valueOption("judge", "with --verdicts: who judged", "NAME"),
            valueOption("condition", "with --verdicts: only replies under this condition", "ID"),
            valueOption("map",
                "with --verdicts: the column of index, verdict, model, condition or attempt; may be given "
                "again",
                "FIELD=COLUMN"),
            flagOption("list", "lists the score sets that runs have, old ones too"),
            valueOption("choose", "makes an older set the one that everything counts", "SET")}};
}

int RescoreCommand::run(Context& context) const
{
    if (!context.isSet("list") && !context.isSet("choose") && !context.isSet("dataset")) {
        return context.usage(QStringLiteral("Name a dataset: --dataset NAME"));
    }
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    if (context.isSet("choose")) {
        return chooseSet(context, **project);
    }
    if (context.isSet("verdicts")) {
        return takeVerdicts(context, **project);
    }
    return context.isSet("list") ? listSets(context, **project) : scoreAnew(context, **project);
}

Command::Description ScorersCommand::description() const
{
    return {QStringLiteral("scorers"), QString(),
        QStringLiteral("Lists the scorers, what they take and where "
                       "they come from"),
        {}};
}

int ScorersCommand::run(Context& context) const
{
    QJsonArray array;
    QList<QStringList> rows;
    for (const auto& scorer : scorers()) {
        QJsonArray parameters;
        QStringList told;
        for (const ScorerParameter& parameter : scorer->parameters()) {
            parameters.append(QJsonObject{{QStringLiteral("id"), parameter.id},
                {QStringLiteral("initial"), parameter.initial}, {QStringLiteral("least"), parameter.least},
                {QStringLiteral("most"), parameter.most},
                {QStringLiteral("help"), QString::fromLatin1(parameter.help)}});
            told.append(QStringLiteral("%1=%2 (%3)")
                            .arg(parameter.id)
                            .arg(parameter.initial)
                            .arg(QString::fromLatin1(parameter.help)));
        }
        const bool letters = scorer->needs().testFlag(Scorer::Options);
        array.append(QJsonObject{{QStringLiteral("id"), scorer->id()},
            {QStringLiteral("title"), scorer->title()}, {QStringLiteral("source"), scorer->source()},
            {QStringLiteral("scores_letters"), letters}, {QStringLiteral("parameters"), parameters}});
        rows.append({scorer->id(), letters ? QStringLiteral("letters") : QStringLiteral("words"),
            scorer->title(), told.join(QStringLiteral(", ")), scorer->source()});
    }
    context.print({{QStringLiteral("scorers"), array}});
    if (!context.json) {
        context.out << table({QStringLiteral("scorer"), QStringLiteral("of"), QStringLiteral("what it does"),
                                 QStringLiteral("takes"), QStringLiteral("source")},
            rows);
    }
    return Done;
}

} // namespace winnow::cli
