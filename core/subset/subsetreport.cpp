// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/subsetreport.h"

#include "core/base/jsonnumber.h"
#include "core/subset/subsetscore.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <map>

namespace winnow {

namespace {

QString fixed(double value, int digits = 2)
{
    return QString::number(value, 'f', digits);
}

QString percentOf(double share)
{
    return fixed(100 * share, 1);
}

void add(double& sum, double value)
{
    if (!std::isnan(value)) {
        sum = std::isnan(sum) ? value : sum + value;
    }
}

SubsetModelScore scoredBy(
    const SubsetScorer& scorer, const QString& model, std::span<const float> answers, double accuracy)
{
    const SubsetScore score = scorer.scoreOf(answers);
    return {model, accuracy, score.score, score.interval, scorer.rankingOf(answers)};
}

QVector<SubsetModelScore> scoresOf(const SubsetInput& input, const SelectionProblem& problem,
    const ChosenSubset& chosen, const SubsetTrial& trial)
{
    const SubsetMethod& method = *subsetMethod(chosen.request.method);
    const ScoreEstimate estimate = method.info().estimate;
    const std::vector<double> accuracy = input.table.means();
    std::map<QString, SubsetModelScore> scores;
    // The trial may have models that did not choose: a family left out.
    for (const HeldOutSplit& split : trial.splitsOf(HeldOut::Alike)) {
        const auto waits = [&](size_t model) {
            return qsizetype(model) < trial.models().size()
                && !scores.contains(trial.models().at(qsizetype(model)))
                && input.models.contains(trial.models().at(qsizetype(model)));
        };
        if (std::none_of(split.models.begin(), split.models.end(), waits)) {
            continue;
        }
        const Selection selection = method.choose(*split.problem,
            SelectionTask::all(*split.problem, chosen.selection.items.size(), chosen.request.seed,
                chosen.request.frontierShare.value_or(method.info().frontierShare)));
        const SubsetScorer scorer(*split.problem, selection, estimate);
        for (size_t i = 0; i < split.models.size(); ++i) {
            if (waits(split.models[i])) {
                const QString& name = trial.models().at(qsizetype(split.models[i]));
                scores[name] = scoredBy(scorer, name, split.tried.ofModel(i), split.accuracy[i]);
            }
        }
    }
    const SubsetScorer scorer(problem, chosen.selection, estimate);
    QVector<SubsetModelScore> list;
    for (size_t m = 0; m < input.table.models; ++m) {
        const QString& name = input.models.at(qsizetype(m));
        const auto found = scores.find(name);
        list.append(found != scores.end() ? found->second
                                          : scoredBy(scorer, name, input.table.ofModel(m), accuracy[m]));
    }
    std::stable_sort(
        list.begin(), list.end(), [](const auto& a, const auto& b) { return a.accuracy > b.accuracy; });
    return list;
}

/// Kendall with its interval, and the error.
Sentence keeps(const SubsetFigures& figures)
{
    return Sentence::of(QT_TRANSLATE_NOOP("Subset", "Kendall %1 (%2 to %3), score off by %4 points"))
        .arg(fixed(figures.kendall.mean), fixed(figures.kendall.interval.low),
            fixed(figures.kendall.interval.high), percentOf(figures.error.mean));
}

/// The set is worse than a random one, by the paired interval of Kendall.
bool losesToRandom(const SubsetFigures& own, const SubsetFigures& random)
{
    return !own.isEmpty()
        && pairedOverSplits(own.splits, random.splits, &SubsetQuality::kendall).interval.high < 0;
}

QJsonObject beside(const SubsetFigures& own, const SubsetFigures& random)
{
    return own.isEmpty()
        ? QJsonObject()
        : QJsonObject{{QStringLiteral("set"), own.toJson()}, {QStringLiteral("random"), random.toJson()}};
}

} // namespace

SubsetSaving savingOf(const SubsetInput& input, const Selection& selection)
{
    SubsetSaving saving{qint64(selection.items.size()), qint64(input.items()), std::nan(""), std::nan(""),
        std::nan(""), std::nan("")};
    for (const std::uint32_t item : selection.items) {
        add(saving.seconds, input.seconds.empty() ? std::nan("") : input.seconds[item]);
        add(saving.dollars, input.dollars.empty() ? std::nan("") : input.dollars[item]);
    }
    for (const double seconds : input.seconds) {
        add(saving.secondsOfAll, seconds);
    }
    for (const double dollars : input.dollars) {
        add(saving.dollarsOfAll, dollars);
    }
    return saving;
}

QJsonObject SubsetReport::toJson() const
{
    QJsonArray told, scores;
    for (const Sentence& warning : warnings) {
        told.append(warning.json());
    }
    for (const SubsetModelScore& model : models) {
        scores.append(QJsonObject{{QStringLiteral("model"), model.model},
            {QStringLiteral("accuracy"), jsonNumber(model.accuracy)},
            {QStringLiteral("score"), jsonNumber(model.score)},
            {QStringLiteral("interval"),
                QJsonArray{jsonNumber(model.interval.low), jsonNumber(model.interval.high)}},
            {QStringLiteral("plain_mean"), jsonNumber(model.mean)}});
    }
    return {{QStringLiteral("samples"), saving.samples}, {QStringLiteral("of"), saving.of},
        {QStringLiteral("speed_up"), saving.speedUp()},
        {QStringLiteral("seconds"), jsonNumber(saving.seconds)},
        {QStringLiteral("seconds_of_all"), jsonNumber(saving.secondsOfAll)},
        {QStringLiteral("dollars"), jsonNumber(saving.dollars)},
        {QStringLiteral("dollars_of_all"), jsonNumber(saving.dollarsOfAll)},
        {QStringLiteral("alike"), beside(alike, alikeRandom)},
        {QStringLiteral("stronger"), beside(stronger, strongerRandom)}, {QStringLiteral("family"), family},
        {QStringLiteral("of_family"), beside(ofFamily, ofFamilyRandom)},
        {QStringLiteral("valid_for"), validFor.json()}, {QStringLiteral("warnings"), told},
        {QStringLiteral("models"), scores}};
}

Sentence validityOf(const SubsetInput& input, const SubsetReport& report)
{
    if (input.models.isEmpty()) {
        return Sentence::of(QT_TRANSLATE_NOOP("Subset",
            "No model has scores on half of these samples: a draw stands for all of them, and nothing else "
            "can be said"));
    }
    const std::vector<double> accuracy = input.table.means();
    const auto [least, most] = std::minmax_element(accuracy.begin(), accuracy.end());
    Sentence said = input.models.size() == 1
        ? Sentence::of(QT_TRANSLATE_NOOP("Subset", "Chosen by one model, which scores %1%. "))
              .arg(percentOf(*most))
        : Sentence::of(QT_TRANSLATE_NOOP("Subset", "Chosen by %1 models that score %2 to %3%. "))
              .arg(input.models.size(), percentOf(*least), percentOf(*most));
    if (report.alike.isEmpty()) {
        said += Sentence::of(QT_TRANSLATE_NOOP(
            "Subset", "Fewer than 6 models: none can be held out, so what it holds for is not known."));
        return said;
    }
    said += Sentence::of(QT_TRANSLATE_NOOP("Subset", "For models like these, not seen: %1."))
                .arg(keeps(report.alike));
    if (report.stronger.isEmpty()) {
        said += Sentence::of(
            QT_TRANSLATE_NOOP("Subset", " Fewer than 8 models: for stronger ones nothing is known."));
    } else {
        said += Sentence::of(QT_TRANSLATE_NOOP("Subset", " For stronger ones: %1."))
                    .arg(keeps(report.stronger));
    }
    if (!report.ofFamily.isEmpty()) {
        said += Sentence::of(
            QT_TRANSLATE_NOOP("Subset", " For the family %1, left out: score off by %2 points."))
                    .arg(report.family, percentOf(report.ofFamily.error.mean));
    }
    return said;
}

QVector<Sentence> warningsOf(const SubsetInput& input, const SubsetReport& report)
{
    QVector<Sentence> warnings;
    if (losesToRandom(report.alike, report.alikeRandom)) {
        warnings.append(Sentence::of(
            QT_TRANSLATE_NOOP(
                "Subset", "A random set of this size ranks models like these better: Kendall %1 against %2"))
                            .arg(fixed(report.alikeRandom.kendall.mean), fixed(report.alike.kendall.mean)));
    }
    if (losesToRandom(report.stronger, report.strongerRandom)) {
        warnings.append(
            Sentence::of(QT_TRANSLATE_NOOP("Subset",
                             "A random set of this size ranks stronger models better: Kendall %1 against %2. "
                             "Do not use it for models above those it was chosen by"))
                .arg(fixed(report.strongerRandom.kendall.mean), fixed(report.stronger.kendall.mean)));
    }
    if (!report.alike.isEmpty() && report.alike.rawError.mean > report.alike.error.mean + 0.02) {
        warnings.append(
            Sentence::of(QT_TRANSLATE_NOOP("Subset",
                             "The plain mean over the set is off by %1 points: it is no score; read the "
                             "estimate, off by %2"))
                .arg(percentOf(report.alike.rawError.mean), percentOf(report.alike.error.mean)));
    }
    if (!input.models.isEmpty() && input.models.size() < 15) {
        warnings.append(Sentence::of(QT_TRANSLATE_NOOP("Subset",
                                         "Few models (%1): what is said of models held out rests on few of "
                                         "them; from 15 models on it becomes firm"))
                            .arg(input.models.size()));
    }
    return warnings;
}

Result<SubsetReport> reportOn(const SubsetInput& input, const SelectionProblem& problem,
    const ChosenSubset& chosen, const SubsetTrial& trial, Progress& progress, int draws)
{
    const SubsetMethod& method = *subsetMethod(chosen.request.method);
    const SubsetMethod& random = *subsetMethod(QStringLiteral("stratified_random"));
    const auto size = qint64(chosen.selection.items.size());
    const auto measured = [&](HeldOut kind, const SubsetMethod& by, int sets) {
        return trial.measure(
            kind, by, size, chosen.request.seed, sets, progress, chosen.request.frontierShare);
    };
    SubsetReport report;
    report.alike = measured(HeldOut::Alike, method, 1);
    report.alikeRandom = measured(HeldOut::Alike, random, draws);
    report.stronger = measured(HeldOut::Stronger, method, 1);
    report.strongerRandom = measured(HeldOut::Stronger, random, draws);
    report.ofFamily = measured(HeldOut::Named, method, 1);
    report.ofFamilyRandom = measured(HeldOut::Named, random, draws);
    if (progress.isCancelled()) {
        return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
    }
    report.family = trial.family();
    report.saving = savingOf(input, chosen.selection);
    report.models = scoresOf(input, problem, chosen, trial);
    report.validFor = validityOf(input, report);
    report.warnings = warningsOf(input, report);
    return report;
}

} // namespace winnow
