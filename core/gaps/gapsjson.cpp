// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gaps/gaps.h"

#include "core/base/jsonnumber.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace winnow {

namespace {

template <typename Values> QJsonArray numbers(const Values& values)
{
    QJsonArray array;
    for (const auto value : values) {
        array.append(jsonNumber(double(value)));
    }
    return array;
}

QJsonValue json(const stats::Interval& interval)
{
    return std::isfinite(interval.low) && std::isfinite(interval.high)
        ? QJsonValue(QJsonArray{interval.low, interval.high})
        : QJsonValue();
}

QJsonObject json(const stats::ClusteredMean& mean)
{
    return {{QStringLiteral("mean"), jsonNumber(mean.mean)},
        {QStringLiteral("interval"), json(mean.interval)}, {QStringLiteral("n"), mean.n}};
}

QJsonObject json(const stats::PairedMeans& pair)
{
    return {{QStringLiteral("difference"), jsonNumber(pair.difference)},
        {QStringLiteral("interval"), json(pair.interval)}, {QStringLiteral("p"), jsonNumber(pair.pValue)},
        {QStringLiteral("pairs"), pair.pairs}};
}

QJsonObject json(const stats::RateRatio& ratio)
{
    return {{QStringLiteral("ratio"), jsonNumber(ratio.ratio)},
        {QStringLiteral("interval"), json(ratio.interval)}};
}

QJsonObject json(const Verifier& verifier)
{
    QJsonObject object{{QStringLiteral("kind"), verifierId(verifier.kind)}};
    if (!verifier.model.isEmpty()) {
        object.insert(QStringLiteral("model"), verifier.model);
    }
    return object;
}

QJsonObject json(const StrategyFigures& figures)
{
    return {{QStringLiteral("questions"), figures.questions}, {QStringLiteral("replayed"), figures.replayed},
        {QStringLiteral("accuracy"), json(figures.accuracy)},
        {QStringLiteral("right_in_time"), json(figures.inTime)},
        {QStringLiteral("patience_seconds"), jsonNumber(figures.patience)},
        {QStringLiteral("mean_seconds"), jsonNumber(figures.seconds)},
        {QStringLiteral("p50_seconds"), jsonNumber(figures.p50)},
        {QStringLiteral("p95_seconds"), jsonNumber(figures.p95)},
        {QStringLiteral("p99_seconds"), jsonNumber(figures.p99)},
        {QStringLiteral("dollars"), jsonNumber(figures.dollars)},
        {QStringLiteral("tokens"), jsonNumber(figures.tokens)},
        {QStringLiteral("calls"), jsonNumber(figures.calls)},
        {QStringLiteral("wasted_dollars_share"), jsonNumber(figures.wastedDollars)},
        {QStringLiteral("wasted_tokens_share"), jsonNumber(figures.wastedTokens)},
        {QStringLiteral("escalated_share"), jsonNumber(figures.escalated)}};
}

QJsonArray points(const std::vector<CostPoint>& all)
{
    QJsonArray array;
    for (const CostPoint& point : all) {
        array.append(QJsonArray{jsonNumber(point.cost), jsonNumber(point.quality)});
    }
    return array;
}

QJsonObject json(const Gaps& gaps, const ContenderValidation& of)
{
    QJsonArray verifiers;
    for (const VerifierFigures& figures : of.verifiers) {
        verifiers.append(QJsonObject{{QStringLiteral("verifier"), json(figures.verifier)},
            {QStringLiteral("selected"), json(figures.selected)},
            {QStringLiteral("success_at_1"), jsonNumber(figures.successAt1)},
            {QStringLiteral("success_at_all"), jsonNumber(figures.successAtK)},
            {QStringLiteral("recovered"), jsonNumber(figures.recovered)},
            {QStringLiteral("true_positive_rate"), jsonNumber(figures.truePositive)},
            {QStringLiteral("false_positive_rate"), jsonNumber(figures.falsePositive)},
            {QStringLiteral("cutoff"), jsonNumber(figures.cutoff)},
            {QStringLiteral("auc"), jsonNumber(figures.auc)}, {QStringLiteral("tries"), figures.tries}});
    }
    return {{QStringLiteral("model"), gaps.contender(of.contender).name},
        {QStringLiteral("attempts"), of.attempts}, {QStringLiteral("questions"), qint64(of.places.size())},
        {QStringLiteral("k"), numbers(of.k)}, {QStringLiteral("success_at_k"), numbers(of.success)},
        {QStringLiteral("all_of_k"), numbers(of.all)},
        {QStringLiteral("majority_at_k"), numbers(of.majority)},
        {QStringLiteral("success_at_1"), json(of.successAt1)},
        {QStringLiteral("success_at_all"), json(of.successAtK)}, {QStringLiteral("verifiers"), verifiers},
        {QStringLiteral("needed_to_recover_50_80_95"), numbers(of.needed)}};
}

QJsonObject json(const Routed& routed)
{
    return {{QStringLiteral("accuracy"), json(routed.accuracy)},
        {QStringLiteral("dollars"), jsonNumber(routed.dollars)},
        {QStringLiteral("against_best_single"), json(routed.against)},
        {QStringLiteral("cost_share"), json(routed.costShare)}};
}

QJsonObject json(const Gaps& gaps, const Contextualization& of)
{
    if (of.isEmpty()) {
        return {};
    }
    QJsonArray models;
    for (const ContenderPoint& point : of.points) {
        models.append(QJsonObject{{QStringLiteral("model"), gaps.contender(point.contender).name},
            {QStringLiteral("accuracy"), json(point.accuracy)},
            {QStringLiteral("dollars"), jsonNumber(point.dollars)},
            {QStringLiteral("seconds"), jsonNumber(point.seconds)},
            {QStringLiteral("right_alone"), point.alone},
            {QStringLiteral("right_where_best_is_not"), point.beyondBest}});
    }
    QJsonArray routers;
    for (const Router& router : of.routers) {
        QJsonObject object{{QStringLiteral("router"), routerId(router.by)},
            {QStringLiteral("title"), titleOf(*gaps.table, router).english()},
            {QStringLiteral("best"), json(router.best)},
            {QStringLiteral("cheapest_as_good"), json(router.cheapest)},
            {QStringLiteral("gap_closed"), jsonNumber(router.gapClosed)},
            {QStringLiteral("points"), points(router.points)},
            {QStringLiteral("aiq"), jsonNumber(router.averageQuality)}};
        routers.append(object);
    }
    return {{QStringLiteral("questions"), qint64(of.places.size())}, {QStringLiteral("models"), models},
        {QStringLiteral("right_by_models"), numbers(of.solvedBy)},
        {QStringLiteral("oracle"),
            QJsonObject{{QStringLiteral("accuracy"), json(of.oracle)},
                {QStringLiteral("dollars"), jsonNumber(of.oracleDollars)},
                {QStringLiteral("dollars_at_equal_accuracy"), jsonNumber(of.equalDollars)},
                {QStringLiteral("saving_at_equal_accuracy"), jsonNumber(of.saving)}}},
        {QStringLiteral("routers"), routers}, {QStringLiteral("hull"), points(of.hull)},
        {QStringLiteral("aiq"), jsonNumber(of.averageQuality)}};
}

QJsonObject json(const LatencyRow& row)
{
    return {{QStringLiteral("way"), titleOf(row.way).english()},
        {QStringLiteral("strategy"), describe(row.strategy).english()},
        {QStringLiteral("figures"), json(row.figures)},
        {QStringLiteral("right_within"), numbers(row.within)}};
}

QJsonObject json(const Gaps& gaps, const Latency& of)
{
    QJsonArray models, cascades;
    for (const ContenderLatency& contender : of.contenders) {
        QJsonArray rows;
        for (const LatencyRow& row : contender.rows) {
            rows.append(json(row));
        }
        models.append(QJsonObject{{QStringLiteral("model"), gaps.contender(contender.contender).name},
            {QStringLiteral("attempts"), contender.attempts},
            {QStringLiteral("verifier"), json(contender.verifier)},
            {QStringLiteral("gap_seconds"), jsonNumber(contender.gap)}, {QStringLiteral("ways"), rows}});
    }
    for (const LatencyRow& row : of.cascades) {
        cascades.append(json(row));
    }
    return {{QStringLiteral("patience_seconds"), numbers(of.patience)}, {QStringLiteral("models"), models},
        {QStringLiteral("cascades"), cascades}};
}

QJsonObject json(const Gaps& gaps, const Decomposition& of)
{
    const QStringList& names = gaps.table->stepNames;
    QJsonArray steps, chains, contexts;
    for (const StepFigures& step : of.steps) {
        steps.append(QJsonObject{{QStringLiteral("step"), names.at(step.step)},
            {QStringLiteral("model"), gaps.contender(step.contender).name},
            {QStringLiteral("accuracy"), json(step.accuracy)}, {QStringLiteral("attempts"), step.attempts},
            {QStringLiteral("success_at_k"), jsonNumber(step.successAtK)},
            {QStringLiteral("verifier"), json(step.verifier)},
            {QStringLiteral("verified"), jsonNumber(step.verified)},
            {QStringLiteral("prompt_tokens"), jsonNumber(step.promptTokens)},
            {QStringLiteral("dollars"), jsonNumber(step.dollars)},
            {QStringLiteral("seconds"), jsonNumber(step.seconds)}});
    }
    for (const ChainFigures& chain : of.chains) {
        QJsonObject breaks;
        for (qsizetype step = 0; step < names.size(); ++step) {
            breaks.insert(names.at(step), chain.breaks[std::size_t(step)]);
        }
        chains.append(QJsonObject{{QStringLiteral("model"), gaps.contender(chain.contender).name},
            {QStringLiteral("chains"), qint64(chain.chains.size())},
            {QStringLiteral("asked_at_once"), json(chain.endToEnd)},
            {QStringLiteral("product"), jsonNumber(chain.product)},
            {QStringLiteral("one_path"), json(chain.onePath)},
            {QStringLiteral("verified"), json(chain.verified)},
            {QStringLiteral("any_right"), json(chain.anyRight)},
            {QStringLiteral("verifier"), json(chain.verifier)}, {QStringLiteral("attempts"), chain.attempts},
            {QStringLiteral("one_path_dollars"), jsonNumber(chain.pathDollars)},
            {QStringLiteral("verified_dollars"), jsonNumber(chain.verifiedDollars)},
            {QStringLiteral("asked_at_once_dollars"), jsonNumber(chain.endToEndDollars)},
            {QStringLiteral("breaks_at"), breaks}});
    }
    for (const ContextPair& pair : of.contexts) {
        contexts.append(QJsonObject{{QStringLiteral("whole"), gaps.contender(pair.whole).name},
            {QStringLiteral("needed"), gaps.contender(pair.needed).name},
            {QStringLiteral("accuracy"), json(pair.accuracy)},
            {QStringLiteral("whole_tokens"), jsonNumber(pair.wholeTokens)},
            {QStringLiteral("needed_tokens"), jsonNumber(pair.neededTokens)},
            {QStringLiteral("whole_dollars"), jsonNumber(pair.wholeDollars)},
            {QStringLiteral("needed_dollars"), jsonNumber(pair.neededDollars)}});
    }
    QJsonObject object{{QStringLiteral("steps"), steps}, {QStringLiteral("chains"), chains},
        {QStringLiteral("contexts"), contexts}};
    if (of.mixed) {
        QJsonObject by;
        for (qsizetype step = 0; step < names.size(); ++step) {
            by.insert(names.at(step), gaps.contender(of.mixed->contenders[std::size_t(step)]).name);
        }
        object.insert(QStringLiteral("best_model_each_step"),
            QJsonObject{{QStringLiteral("models"), by}, {QStringLiteral("one_path"), json(of.mixed->onePath)},
                {QStringLiteral("single"), gaps.contender(of.mixed->single).name},
                {QStringLiteral("single_path"), json(of.mixed->singlePath)},
                {QStringLiteral("against_single"), json(of.mixed->against)},
                {QStringLiteral("dollars"), jsonNumber(of.mixed->dollars)},
                {QStringLiteral("single_dollars"), jsonNumber(of.mixed->singleDollars)}});
    }
    return object;
}

QJsonObject json(const Orchestration& of)
{
    if (of.isEmpty()) {
        return {};
    }
    QJsonArray singles, frontier, summary;
    for (const OrchestrationRow& row : of.singles) {
        singles.append(row.toJson());
    }
    for (const OrchestrationRow& row : of.frontier) {
        frontier.append(row.toJson());
    }
    for (const Sentence& said : summaryOf(of)) {
        summary.append(said.english());
    }
    return {{QStringLiteral("patience_seconds"), of.patience},
        {QStringLiteral("cost"), of.hasCosts ? QStringLiteral("dollars") : QStringLiteral("calls")},
        {QStringLiteral("candidates"), of.candidates}, {QStringLiteral("chosen_on"), of.chosenOn},
        {QStringLiteral("reported_on"), qint64(of.places.size())}, {QStringLiteral("models"), singles},
        {QStringLiteral("frontier"), frontier}, {QStringLiteral("cheapest_as_good"), of.cheapest},
        {QStringLiteral("summary"), summary}};
}

} // namespace

QJsonObject OrchestrationRow::toJson() const
{
    return {{QStringLiteral("strategy"), QJsonDocument::fromJson(strategy.toJson()).object()},
        {QStringLiteral("does"), describe(strategy).english()}, {QStringLiteral("figures"), json(figures)},
        {QStringLiteral("against_best_single"), json(against)},
        {QStringLiteral("cost_share"), json(costShare)}};
}

QJsonObject Gaps::toJson() const
{
    QJsonArray models, needed;
    for (const ContenderValidation& of : validation) {
        models.append(json(*this, of));
    }
    for (const GapNeed& need : needs) {
        needed.append(QJsonObject{{QStringLiteral("gap"), gapId(need.gap)},
            {QStringLiteral("missing"), need.missing.english()},
            {QStringLiteral("remedy"), need.remedy.english()}});
    }
    return {{QStringLiteral("samples"), qint64(table->size())},
        {QStringLiteral("right_from"), table->rightFrom}, {QStringLiteral("validation"), models},
        {QStringLiteral("contextualization"), json(*this, contextualization)},
        {QStringLiteral("latency"), json(*this, latency)},
        {QStringLiteral("decomposition"), json(*this, decomposition)},
        {QStringLiteral("orchestration"), json(orchestration)}, {QStringLiteral("needs"), needed}};
}

} // namespace winnow
