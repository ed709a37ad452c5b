// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/gapscommand.h"

#include "core/gaps/gaps.h"

#include <QFile>
#include <QJsonArray>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <cmath>

namespace winnow::cli {

namespace {

QString within(const stats::Interval& interval)
{
    return std::isfinite(interval.low) && std::isfinite(interval.high)
        ? QStringLiteral("%1 to %2").arg(percent(interval.low, 1), percent(interval.high, 1))
        : QStringLiteral("-");
}

QString figure(double value, int digits = 2)
{
    return std::isfinite(value) ? QString::number(value, 'f', digits) : QStringLiteral("-");
}

/// US dollars a thousand questions: prices of single calls are too small to read.
QString thousand(double dollars)
{
    return figure(1000 * dollars, 3);
}

void heading(Context& context, Gap gap, const QString& says)
{
    const QString title = titleOf(gap).english();
    context.out << "\n" << title << ": " << says << "\n";
}

void printNeeds(Context& context, const Gaps& gaps, Gap gap)
{
    for (const GapNeed& need : gaps.needs) {
        if (need.gap == gap) {
            context.out << "  " << need.missing.english() << ". " << need.remedy.english() << ".\n";
        }
    }
}

void printValidation(Context& context, const Gaps& gaps)
{
    heading(context, Gap::Validation, QStringLiteral("one try against the best of several"));
    QList<QStringList> rows, verifiers;
    for (const ContenderValidation& of : gaps.validation) {
        const QString name = gaps.contender(of.contender).name;
        if (of.repeats()) {
            rows.append({name, QString::number(of.attempts), QString::number(of.places.size()),
                percent(of.successAt1.mean), within(of.successAt1.interval), percent(of.successAtK.mean),
                percent(of.all.back()),
                of.majority.empty() ? QStringLiteral("-") : percent(of.majority.back()),
                percent(of.needed[0], 0), percent(of.needed[1], 0), percent(of.needed[2], 0)});
        }
        for (const VerifierFigures& figures : of.verifiers) {
            verifiers.append({name, titleOf(figures.verifier).english(), QString::number(figures.selected.n),
                percent(figures.selected.mean), percent(figures.recovered, 0),
                percent(figures.truePositive, 0), percent(figures.falsePositive, 0), figure(figures.auc, 3)});
        }
    }
    if (!rows.isEmpty()) {
        context.out << table(
            {QStringLiteral("model"), QStringLiteral("K"), QStringLiteral("n"), QStringLiteral("Success@1 %"),
                QStringLiteral("95% interval"), QStringLiteral("Success@K %"), QStringLiteral("all of K %"),
                QStringLiteral("majority %"), QStringLiteral("needs for 50%"), QStringLiteral("80%"),
                QStringLiteral("95%")},
            rows);
    }
    if (!verifiers.isEmpty()) {
        context.out << "\n"
                    << table({QStringLiteral("model"), QStringLiteral("verifier"), QStringLiteral("n"),
                                 QStringLiteral("best of K %"), QStringLiteral("recovered %"),
                                 QStringLiteral("right accepted %"), QStringLiteral("wrong accepted %"),
                                 QStringLiteral("AUC")},
                           verifiers);
    }
    printNeeds(context, gaps, Gap::Validation);
}

void printContextualization(Context& context, const Gaps& gaps)
{
    heading(context, Gap::Contextualization,
        QStringLiteral("one model for everything against the right one for each question"));
    const Contextualization& of = gaps.contextualization;
    if (!of.isEmpty()) {
        QList<QStringList> rows;
        for (const ContenderPoint& point : of.points) {
            rows.append({gaps.contender(point.contender).name, percent(point.accuracy.mean),
                within(point.accuracy.interval), thousand(point.dollars), figure(point.seconds),
                QString::number(point.alone), QString::number(point.beyondBest)});
        }
        rows.append({QStringLiteral("(oracle: cheapest that is right)"), percent(of.oracle.mean),
            within(of.oracle.interval), thousand(of.oracleDollars), QStringLiteral("-"), QStringLiteral("-"),
            QStringLiteral("-")});
        context.out << of.places.size() << " questions that all " << of.points.size() << " tried\n"
                    << table({QStringLiteral("model"), QStringLiteral("right %"),
                                 QStringLiteral("95% interval"), QStringLiteral("$ a thousand"),
                                 QStringLiteral("seconds"), QStringLiteral("right alone"),
                                 QStringLiteral("right where best is not")},
                           rows);
        context.out << "All right: " << of.solvedBy.back() << ", none: " << of.solvedBy.front() << "\n";
        if (of.hasCosts) {
            context.out << "An oracle as good as " << gaps.contender(of.best().contender).name
                        << " alone would save " << percent(of.saving, 1) << "% of its cost\n";
        }
        QList<QStringList> routers;
        for (const Router& router : of.routers) {
            routers.append({titleOf(*gaps.table, router).english(), percent(router.best.accuracy.mean),
                within(router.best.accuracy.interval), percent(router.gapClosed, 0),
                percent(router.cheapest.accuracy.mean), percent(router.cheapest.costShare.ratio, 0),
                within(router.cheapest.costShare.interval), figure(router.averageQuality, 4)});
        }
        if (!routers.isEmpty()) {
            context.out << "\n"
                        << table({QStringLiteral("router"), QStringLiteral("right %"),
                                     QStringLiteral("95% interval"), QStringLiteral("gap closed %"),
                                     QStringLiteral("cheapest: right %"), QStringLiteral("cost %"),
                                     QStringLiteral("95% interval"), QStringLiteral("AIQ")},
                               routers);
            if (of.hasCosts) {
                context.out << "AIQ of the single models: " << figure(of.averageQuality, 4) << "\n";
            }
        }
    }
    printNeeds(context, gaps, Gap::Contextualization);
}

/// "150", "120 of 150" where some could not be replayed.
QString counted(const StrategyFigures& figures)
{
    return figures.replayed == figures.questions
        ? QString::number(figures.replayed)
        : QStringLiteral("%1 of %2").arg(figures.replayed).arg(figures.questions);
}

QStringList latencyRow(const QString& name, const LatencyRow& row)
{
    const StrategyFigures& figures = row.figures;
    return {name, titleOf(row.way).english(), counted(figures), percent(figures.accuracy.mean),
        percent(figures.inTime.mean), figure(figures.seconds), figure(figures.p50), figure(figures.p95),
        figure(figures.p99), thousand(figures.dollars), percent(figures.wastedTokens, 0),
        percent(figures.wastedDollars, 0)};
}

void printLatency(Context& context, const Gaps& gaps)
{
    heading(context, Gap::Latency,
        QStringLiteral("waiting for one try against stopping at the first that will do (half of the "
                       "questions; the other "
                       "chose the verifiers)"));
    QList<QStringList> rows;
    for (const ContenderLatency& of : gaps.latency.contenders) {
        for (const LatencyRow& row : of.rows) {
            rows.append(latencyRow(gaps.contender(of.contender).name, row));
        }
    }
    for (const LatencyRow& row : gaps.latency.cascades) {
        rows.append(latencyRow(QStringLiteral("(several)"), row));
    }
    if (!rows.isEmpty()) {
        context.out << table(
            {QStringLiteral("model"), QStringLiteral("way"), QStringLiteral("n"), QStringLiteral("right %"),
                QStringLiteral("within %1 s %").arg(gaps.patience), QStringLiteral("mean s"),
                QStringLiteral("p50"), QStringLiteral("p95"), QStringLiteral("p99"),
                QStringLiteral("$ a thousand"), QStringLiteral("tokens wasted %"),
                QStringLiteral("money wasted %")},
            rows);
    }
    for (const LatencyRow& row : gaps.latency.cascades) {
        context.out << "(several), " << titleOf(row.way).english() << ": " << describe(row.strategy).english()
                    << "\n";
    }
    printNeeds(context, gaps, Gap::Latency);
}

void printSteps(Context& context, const Gaps& gaps)
{
    QList<QStringList> rows;
    for (const StepFigures& of : gaps.decomposition.steps) {
        rows.append({gaps.table->stepNames.at(of.step), gaps.contender(of.contender).name,
            QString::number(of.accuracy.n), percent(of.accuracy.mean), within(of.accuracy.interval),
            QString::number(of.attempts), percent(of.successAtK),
            of.verifier.kind == VerifierKind::None ? QStringLiteral("-") : titleOf(of.verifier).english(),
            percent(of.verified), figure(of.promptTokens, 0), thousand(of.dollars)});
    }
    context.out << table(
        {QStringLiteral("step"), QStringLiteral("model"), QStringLiteral("n"), QStringLiteral("right %"),
            QStringLiteral("95% interval"), QStringLiteral("K"), QStringLiteral("Success@K %"),
            QStringLiteral("verifier"), QStringLiteral("best of K %"), QStringLiteral("prompt tokens"),
            QStringLiteral("$ a thousand")},
        rows);
}

void printDecomposition(Context& context, const Gaps& gaps)
{
    heading(context, Gap::Decomposition, QStringLiteral("at once against step by step"));
    const Decomposition& of = gaps.decomposition;
    if (!of.isEmpty()) {
        printSteps(context, gaps);
        QList<QStringList> chains;
        for (const ChainFigures& chain : of.chains) {
            QStringList breaks;
            for (std::size_t step = 0; step < chain.breaks.size(); ++step) {
                if (chain.breaks[step] > 0) {
                    breaks.append(QStringLiteral("%1 %2").arg(
                        gaps.table->stepNames.at(qsizetype(step)), QString::number(chain.breaks[step])));
                }
            }
            chains.append({gaps.contender(chain.contender).name, QString::number(chain.chains.size()),
                percent(chain.endToEnd.mean), percent(chain.product), percent(chain.onePath.mean),
                percent(chain.verified.mean), percent(chain.anyRight.mean), thousand(chain.pathDollars),
                breaks.join(QStringLiteral(", "))});
        }
        context.out << "\n"
                    << table({QStringLiteral("model"), QStringLiteral("chains"), QStringLiteral("at once %"),
                                 QStringLiteral("product of steps %"), QStringLiteral("all steps %"),
                                 QStringLiteral("verified steps %"), QStringLiteral("any right %"),
                                 QStringLiteral("$ a thousand"), QStringLiteral("breaks at")},
                           chains);
        for (const ContextPair& pair : of.contexts) {
            context.out << gaps.contender(pair.whole).name << " against " << gaps.contender(pair.needed).name
                        << " over the same steps: " << percent(pair.accuracy.firstMean) << "% with "
                        << figure(pair.wholeTokens, 0) << " prompt tokens, "
                        << percent(pair.accuracy.secondMean) << "% with " << figure(pair.neededTokens, 0)
                        << "; difference " << percent(pair.accuracy.difference) << " points ("
                        << within(pair.accuracy.interval) << ")\n";
        }
        if (of.mixed) {
            context.out << "The best model for each step: " << percent(of.mixed->onePath.mean)
                        << "% of chains, " << gaps.contender(of.mixed->single).name
                        << " for all: " << percent(of.mixed->singlePath.mean) << "% (difference "
                        << percent(of.mixed->against.difference) << " points, "
                        << within(of.mixed->against.interval) << "), on the half not chosen on\n";
        }
    }
    printNeeds(context, gaps, Gap::Decomposition);
}

QStringList strategyRow(const OrchestrationRow& row)
{
    const StrategyFigures& figures = row.figures;
    return {describe(row.strategy).english(), counted(figures), percent(figures.inTime.mean),
        within(figures.inTime.interval), percent(row.against.difference), within(row.against.interval),
        percent(row.costShare.ratio, 0), within(row.costShare.interval), thousand(figures.dollars),
        figure(figures.calls), figure(figures.p95), percent(figures.wastedDollars, 0)};
}

QStringList strategyHeader(const Orchestration& of)
{
    const QString interval = QStringLiteral("95% interval");
    return {QStringLiteral("strategy"), QStringLiteral("n"),
        of.isTimed ? QStringLiteral("right in time %") : QStringLiteral("right %"), interval,
        QStringLiteral("difference"), interval,
        of.hasCosts ? QStringLiteral("cost %") : QStringLiteral("calls %"), interval,
        QStringLiteral("$ a thousand"), QStringLiteral("calls"), QStringLiteral("p95 s"),
        QStringLiteral("money wasted %")};
}

void printOrchestration(Context& context, const Gaps& gaps, const QVector<OrchestrationRow>& own)
{
    heading(context, Gap::Orchestration,
        gaps.orchestration.isTimed
            ? QStringLiteral("what a whole strategy gains within %1 s").arg(gaps.patience)
            : QStringLiteral("what a whole strategy gains"));
    const Orchestration& of = gaps.orchestration;
    if (of.isEmpty()) {
        context.out << "  Needs several models that were asked the same questions.\n";
        return;
    }
    for (const Sentence& said : summaryOf(of)) {
        context.out << said.english() << "\n";
    }
    context.out << of.candidates << " strategies, chosen on " << of.chosenOn
                << " questions, reported on the other " << of.places.size() << "; cost against "
                << of.singles.front().strategy.name << " alone\n";
    QList<QStringList> rows;
    for (const OrchestrationRow& row : own) {
        rows.append(strategyRow(row));
    }
    for (const OrchestrationRow& row : of.frontier) {
        rows.append(strategyRow(row));
    }
    for (const OrchestrationRow& row : of.singles) {
        const bool there = std::any_of(of.frontier.begin(), of.frontier.end(),
            [&](const OrchestrationRow& other) { return other.strategy.stages == row.strategy.stages; });
        if (!there) {
            rows.append(strategyRow(row));
        }
    }
    context.out << table(strategyHeader(of), rows);
    printNeeds(context, gaps, Gap::Orchestration);
}

Result<Strategy> readStrategy(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(
            ErrorCode::NotFound, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    }
    return Strategy::fromJson(file.readAll(), path);
}

Result<> writeStrategy(const QString& path, const Strategy& strategy)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(strategy.toJson()) < 0 || !file.commit()) {
        return fail(ErrorCode::Io, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
    }
    return {};
}

/// A positive number given with an option, or its default; NaN when it is none.
double numberOf(const Context& context, const char* option, double otherwise)
{
    if (!context.isSet(option)) {
        return otherwise;
    }
    bool is = false;
    const double value = context.value(option).toDouble(&is);
    return is && std::isfinite(value) && value > 0 ? value : std::nan("");
}

constexpr std::array kGaps{
    Gap::Validation, Gap::Contextualization, Gap::Latency, Gap::Decomposition, Gap::Orchestration};

/// The gaps that --gap names; all without it. Nothing for a name that is none.
std::optional<QVector<Gap>> gapsNamed(const QStringList& names)
{
    QVector<Gap> chosen;
    for (const QString& name : names) {
        const auto found
            = std::find_if(kGaps.begin(), kGaps.end(), [&](Gap gap) { return gapId(gap) == name; });
        if (found == kGaps.end()) {
            return std::nullopt;
        }
        chosen.append(*found);
    }
    return names.isEmpty() ? QVector<Gap>(kGaps.begin(), kGaps.end()) : chosen;
}

void printGap(Context& context, const Gaps& gaps, Gap gap, const QVector<OrchestrationRow>& own)
{
    switch (gap) {
    case Gap::Validation:
        return printValidation(context, gaps);
    case Gap::Contextualization:
        return printContextualization(context, gaps);
    case Gap::Latency:
        return printLatency(context, gaps);
    case Gap::Decomposition:
        return printDecomposition(context, gaps);
    case Gap::Orchestration:
        return printOrchestration(context, gaps, own);
    }
}

/// The strategies of --strategy, replayed.
Result<QVector<OrchestrationRow>> ownRows(const Context& context, const Gaps& gaps)
{
    QVector<OrchestrationRow> own;
    for (const QString& path : context.values("strategy")) {
        const auto strategy = readStrategy(path);
        if (!strategy) {
            return tl::unexpected<Error>(strategy.error());
        }
        if (gaps.orchestration.isEmpty()) {
            return fail(ErrorCode::InvalidInput,
                QStringLiteral(
                    "A strategy can only be held against models that were asked the same questions"),
                QStringLiteral("Choose models and a dataset with --model and --dataset"));
        }
        WINNOW_TRY(Replayer(*gaps.table, {}).check(*strategy));
        own.append(reportOn(*gaps.table, gaps.orchestration, *strategy));
    }
    return own;
}

} // namespace

Command::Description GapsCommand::description() const
{
    return {QStringLiteral("gaps"), QStringLiteral("PROJECT"),
        QStringLiteral(
            "What separates a leaderboard from production, from recorded responses: best of several "
            "tries, routing, stopping early, steps, and whole strategies"),
        {valueOption("gap",
             "Only this part: validation, contextualization, latency, decomposition or orchestration; "
             "several "
             "times for several",
             "NAME"),
            valueOption("dataset", "Only this dataset; several times for several", "NAME"),
            valueOption("capability", "Only samples of this capability", "NAME"),
            valueOption("model",
                "Only this model, or one of its settings as \"MODEL (SETTING)\"; several times "
                "for several",
                "NAME"),
            subsetOption(),
            valueOption("right-from", "A score is right from here on; 0.5 when not given", "SCORE"),
            valueOption(
                "patience", "Seconds that a person waits for an answer; 10 when not given", "SECONDS"),
            valueOption("strategy",
                "Replays the strategy of this file on the half of the questions that the others are reported "
                "on; several times for several",
                "FILE"),
            valueOption("write-strategy",
                "Writes the cheapest strategy that is as good as the best single model (the best one where "
                "none is) into this file",
                "FILE")}};
}

int GapsCommand::run(Context& context) const
{
    AttemptScope scope;
    scope.datasets = context.values("dataset");
    scope.capability = context.value("capability");
    scope.models = context.values("model");
    scope.rightFrom = numberOf(context, "right-from", 0.5);
    const double patience = numberOf(context, "patience", kPatience);
    if (!(scope.rightFrom <= 1)) {
        return context.usage(QStringLiteral("--right-from takes a score above 0, up to 1"));
    }
    if (std::isnan(patience)) {
        return context.usage(QStringLiteral("--patience takes seconds above 0"));
    }
    auto parts = gapsNamed(context.values("gap"));
    if (parts && context.isSet("strategy") && !parts->contains(Gap::Orchestration)) {
        // A strategy is told of there.
        parts->append(Gap::Orchestration);
    }
    if (!parts) {
        return context.usage(QStringLiteral("--gap takes validation, contextualization, latency, "
                                            "decomposition or orchestration"));
    }
    const auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    const auto only = subsetOf(context, **project);
    if (!only) {
        return context.failed(only.error());
    }
    scope.only = *only;
    const auto attempts = readAttempts(**project, scope, context.progress);
    if (!attempts) {
        return context.failed(attempts.error());
    }
    const auto gaps = measureGaps(*attempts, patience, context.progress);
    if (!gaps) {
        return context.failed(gaps.error());
    }
    const auto own = ownRows(context, *gaps);
    if (!own) {
        return context.failed(own.error());
    }
    const Orchestration& found = gaps->orchestration;
    if (context.isSet("write-strategy")) {
        if (found.frontier.isEmpty()) {
            return context.failed({ErrorCode::NotFound, QStringLiteral("There is no strategy to write"),
                QStringLiteral("It takes several models that were asked the same questions")});
        }
        const qsizetype at = found.cheapest >= 0 ? found.cheapest : found.best;
        const auto written = writeStrategy(context.value("write-strategy"), found.frontier.at(at).strategy);
        if (!written) {
            return context.failed(written.error());
        }
    }
    if (context.json) {
        QJsonObject all = gaps->toJson();
        for (const Gap gap : kGaps) {
            if (!parts->contains(gap)) {
                all.remove(gapId(gap));
            }
        }
        QJsonArray given;
        for (const OrchestrationRow& row : *own) {
            given.append(row.toJson());
        }
        all.insert(QStringLiteral("given_strategies"), given);
        context.print(all);
        return Done;
    }
    context.out << (*attempts)->size() << " samples, " << (*attempts)->contenders.size() << " models\n";
    for (const Gap gap : *parts) {
        printGap(context, *gaps, gap, *own);
    }
    return Done;
}

} // namespace winnow::cli
