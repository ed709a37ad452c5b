// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/comparecommand.h"

#include "core/compare/comparison.h"
#include "core/compare/gapsplit.h"
#include "core/compare/modelrows.h"
#include "core/compare/tellapart.h"
#include "core/curate/dispositions.h"
#include "core/store/samplestore.h"

#include <QJsonArray>

#include <cmath>

namespace winnow::cli {

namespace {

using stats::PairedMeans;

QString signedPoints(double share)
{
    return std::isfinite(share)
        ? (share > 0 ? QStringLiteral("+") : QString()) + QString::number(100 * share, 'f', 2)
        : QStringLiteral("-");
}

QString interval(const stats::Interval& interval)
{
    return std::isfinite(interval.low)
        ? QStringLiteral("%1 to %2").arg(signedPoints(interval.low), signedPoints(interval.high))
        : QStringLiteral("-");
}

QString pText(double p)
{
    return std::isfinite(p) ? QString::number(p, 'g', 3) : QStringLiteral("-");
}

/// Part of the samples, by what --list calls it.
const QVector<SampleId>* listOf(const ComparedSamples& samples, const QString& name)
{
    static const QMap<QString, QVector<SampleId> ComparedSamples::*> lists{
        {QStringLiteral("both-right"), &ComparedSamples::bothRight},
        {QStringLiteral("only-first"), &ComparedSamples::onlyFirst},
        {QStringLiteral("only-second"), &ComparedSamples::onlySecond},
        {QStringLiteral("both-wrong"), &ComparedSamples::bothWrong}};
    const auto found = lists.constFind(name);
    return found == lists.constEnd() ? nullptr : &(samples.*(found.value()));
}

/// A side from its options, which have "second-" before their names for the second; those of the first count
/// for both where the second has none of its own.
class SideOptions {
public:
    SideOptions(const Context& context, bool second)
        : m_context(context)
        , m_second(second)
    {
    }

    /// Empty = well understood.
    QString problem() const { return m_problem; }

    ComparedRun read(const QString& model)
    {
        ComparedRun side;
        side.model = model;
        if (const auto text = value("condition")) {
            const auto condition = conditionFromId(*text);
            if (!condition) {
                m_problem = QStringLiteral("--condition takes ") + conditionList();
            }
            side.condition = condition.value_or(Condition::Standard);
        }
        side.setting = value("setting");
        if (const auto attempt = number("attempt", true)) {
            side.attempt = int(*attempt) - 1;
        }
        side.scoreSet = number("scores", false).value_or(0);
        if (const auto missing = value("missing")) {
            side.missingIsWrong = *missing == u"wrong";
            if (*missing != u"wrong" && *missing != u"out") {
                m_problem = QStringLiteral("--missing takes out (left out) or wrong (scores 0)");
            }
        }
        return side;
    }

private:
    std::optional<QString> value(const QString& name) const
    {
        const QString own = QStringLiteral("second-") + name;
        if (m_second && m_context.options->isSet(own)) {
            return m_context.options->value(own);
        }
        // A score set belongs to one run.
        const bool shared = !m_second || name != u"scores";
        return shared && m_context.options->isSet(name) ? std::optional(m_context.options->value(name))
                                                        : std::nullopt;
    }
    std::optional<QString> value(const char* name) const { return value(QString::fromLatin1(name)); }

    std::optional<qint64> number(const char* name, bool fromOne)
    {
        const auto text = value(name);
        if (!text) {
            return std::nullopt;
        }
        bool whole = false;
        const qint64 read = text->toLongLong(&whole);
        if (!whole || read < (fromOne ? 1 : 0)) {
            m_problem
                = QStringLiteral("--%1 takes a number from %2").arg(QLatin1String(name)).arg(int(fromOne));
        }
        return read;
    }

    const Context& m_context;
    bool m_second;
    QString m_problem;
};

QStringList row(const QString& name, const PairedMeans& pair)
{
    return {name, QString::number(pair.pairs), percent(pair.firstMean), percent(pair.secondMean),
        signedPoints(pair.difference), interval(pair.interval), pText(pair.mcNemar),
        QString::number(pair.onlyFirst), QString::number(pair.onlySecond)};
}

void printComparison(Context& context, const Comparison& comparison)
{
    const PairedMeans& all = comparison.all;
    context.out << "First:  " << comparison.first.label << " (" << percent(comparison.first.all.mean)
                << "% of " << comparison.first.all.n << ")\nSecond: " << comparison.second.label << " ("
                << percent(comparison.second.all.mean) << "% of " << comparison.second.all.n << ")\n"
                << verdictOf(comparison).english() << "\n\n"
                << "Over the " << counted(all.pairs, "sample", "samples") << " that both have ("
                << counted(all.clusters, "image or sample on its own", "images or samples on their own")
                << ")\n"
                << table({QString(), QStringLiteral("second right"), QStringLiteral("second wrong")},
                       {{QStringLiteral("first right"), QString::number(all.bothRight),
                            QString::number(all.onlyFirst)},
                           {QStringLiteral("first wrong"), QString::number(all.onlySecond),
                               QString::number(all.bothWrong)}})
                << "Exact McNemar p " << pText(all.mcNemar) << ", clustered p " << pText(all.pValue)
                << "\n\n";
    QList<QStringList> rows{row(QStringLiteral("all"), all)};
    for (const auto& [name, pair] : comparison.byDataset) {
        if (comparison.byDataset.size() > 1) {
            rows.append(row(name, pair));
        }
    }
    for (const auto& [name, pair] : comparison.byCapability) {
        rows.append(row(name, pair));
    }
    context.out << table(
        {QStringLiteral("samples"), QStringLiteral("n"), QStringLiteral("first %"),
            QStringLiteral("second %"), QStringLiteral("difference"), QStringLiteral("95% interval"),
            QStringLiteral("McNemar p"), QStringLiteral("only first"), QStringLiteral("only second")},
        rows);
}

void printSplit(Context& context, const GapSplit& split)
{
    context.out << "\nWhy two numbers: " << percent(split.firstMean) << "% of " << split.firstCount
                << " against " << percent(split.secondMean) << "% of " << split.secondCount << ", "
                << signedPoints(split.gap()) << " points\n";
    QList<QStringList> rows;
    for (const GapPart& part : split.parts) {
        rows.append({gapCauseTitle(part.cause).english(),
            QStringLiteral("%1%2")
                .arg(part.contribution > 0 ? QStringLiteral("+") : QString())
                .arg(100 * part.contribution, 0, 'f', 4),
            QString::number(part.samples()), QString::number(part.forFirst.size()),
            QString::number(part.forSecond.size()), gapCauseMeaning(part.cause).english()});
    }
    context.out << table(
        {QStringLiteral("part"), QStringLiteral("points"), QStringLiteral("samples"),
            QStringLiteral("for first"), QStringLiteral("for second"), QStringLiteral("what it is")},
        rows);
    if (split.unrecorded > 0) {
        context.out << counted(
            split.unrecorded, "sample of \"Another reply\" has", "samples of \"Another reply\" have")
                    << " a score and no reply on record; import the replies to learn more\n";
    }
}

void printSet(Context& context, const QString& title, const Separability& set)
{
    context.out << title << ": " << verdictOf(set).english() << "\n";
    QList<QStringList> rows;
    for (const ModelStanding& model : set.models) {
        const bool leader = &model == &set.models.first();
        rows.append({model.model, percent(model.accuracy.mean),
            QStringLiteral("%1-%2").arg(
                percent(model.accuracy.interval.low, 1), percent(model.accuracy.interval.high, 1)),
            leader ? QString() : signedPoints(-model.behind.difference),
            leader ? QString() : interval({-model.behind.interval.high, -model.behind.interval.low}),
            leader ? QString() : pText(model.adjusted),
            model.tied && set.models.size() > 1 ? QStringLiteral("tied") : QString()});
    }
    context.out << table({QStringLiteral("model"), QStringLiteral("accuracy %"),
                             QStringLiteral("95% interval"), QStringLiteral("to leader"),
                             QStringLiteral("95% interval"), QStringLiteral("p (Holm)"), QString()},
        rows);
    if (set.pairs > 0) {
        context.out << set.apart << " of " << counted(set.pairs, "pair is", "pairs are")
                    << " told apart (Holm, .05)\n";
    }
    context.out << "\n";
}

/// The samples of the subset, and of these those that the policy keeps; nothing without --subset and
/// --policy.
Result<std::optional<QVector<SampleId>>> samplesAsked(const Context& context, const Project& project)
{
    auto samples = subsetOf(context, project);
    if (!samples || !context.isSet("policy")) {
        return samples;
    }
    const auto policy = policyOf(context, project);
    if (!policy) {
        return tl::unexpected<Error>(policy.error());
    }
    auto kept = keptSamples(project, *policy, context.progress);
    if (!kept) {
        return tl::unexpected<Error>(kept.error());
    }
    if (*samples) {
        const QSet<SampleId> chosen((*samples)->begin(), (*samples)->end());
        kept->removeIf([&](SampleId id) { return !chosen.contains(id); });
    }
    return std::optional(*std::move(kept));
}

/// Said behind what a comparison is over.
QString restrictionOf(const Context& context)
{
    return (context.isSet("subset") ? QStringLiteral(", subset ") + context.value("subset") : QString())
        + (context.isSet("policy") ? QStringLiteral(", kept by the policy") : QString());
}

int compareAll(Context& context, const Project& project, const TellApartRequest& request)
{
    const auto sets = tellApart(project, request, context.progress);
    if (!sets) {
        return context.failed(sets.error());
    }
    QJsonArray array;
    for (const Separability& set : *sets) {
        array.append(set.toJson());
        const QString title = !request.capability.isEmpty() ? request.capability
            : !request.dataset.isEmpty()                    ? request.dataset
                                                            : QStringLiteral("All samples");
        if (!context.json) {
            printSet(context, title + restrictionOf(context), set);
        }
    }
    context.print({{QStringLiteral("rankings"), array}});
    if (!context.json && sets->isEmpty()) {
        context.out << "No models share enough samples to be compared.\n";
    }
    return Done;
}

/// What the pair's blind runs say; models without such runs have nothing to say.
std::optional<QString> blindSentence(
    Context& context, const Project& project, const ComparisonRequest& request)
{
    if (request.first.model == request.second.model) {
        return std::nullopt;
    }
    const auto answering
        = compareBlindAnswering(project, request.first.model, request.second.model, context.progress);
    return answering ? std::optional(sentenceOf(*answering).english()) : std::nullopt;
}

int compareTwo(Context& context, const Project& project, const ComparisonRequest& request)
{
    const auto comparison = compareRuns(project, request, context.progress);
    if (!comparison) {
        return context.failed(comparison.error());
    }
    if (context.isSet("list")) {
        const QVector<SampleId>* list = listOf(comparison->samples, context.value("list"));
        const auto keys = project.read([&](sqlite::Connection& c) {
            QStringList found;
            for (const SampleId id : *list) {
                found.append(SampleStore(c).byId(id).value_or(Sample()).key());
            }
            return found;
        });
        if (!keys) {
            return context.failed(keys.error());
        }
        context.print({{QStringLiteral("samples"), QJsonArray::fromStringList(*keys)}});
        for (qsizetype i = 0; !context.json && i < keys->size(); ++i) {
            context.out << keys->at(i) << "\n";
        }
        return Done;
    }
    QJsonObject json = comparison->toJson();
    if (!context.json) {
        printComparison(context, *comparison);
    }
    if (const auto sentence = blindSentence(context, project, request)) {
        json.insert(QStringLiteral("blind_answering"), *sentence);
        if (!context.json) {
            context.out << "\n" << *sentence << "\n";
        }
    }
    if (comparison->all.pairs > 0 && (context.isSet("why") || request.first.model == request.second.model)) {
        const auto split = splitGap(project, request, context.progress);
        if (!split) {
            return context.failed(split.error());
        }
        json.insert(QStringLiteral("gap"), split->toJson());
        if (!context.json) {
            printSplit(context, *split);
        }
    }
    context.print(json);
    return Done;
}

} // namespace

Command::Description CompareCommand::description() const
{
    return {QStringLiteral("compare"), QStringLiteral("PROJECT [FIRST] [SECOND]"),
        QStringLiteral("Two models or two runs of one, sample by sample: who is right where, the paired "
                       "difference with its interval, and why two numbers of one model differ. Without "
                       "models: whether the samples can tell the models apart, and which are tied"),
        {valueOption("condition", "of both runs", "CONDITION"),
            valueOption("second-condition", "of the second run", "CONDITION"),
            valueOption("setting", "of both runs", "NAME"),
            valueOption("second-setting", "of the second run", "NAME"),
            valueOption("attempt", "this attempt of both, from 1, instead of the mean", "N"),
            valueOption("second-attempt", "this attempt of the second", "N"),
            valueOption("scores",
                "an older score set of the first run (\"winnow-cli rescore --list\" lists them)", "ID"),
            valueOption("second-scores", "one of the second run", "ID"),
            valueOption("missing", "out (left out) or wrong (scores 0), in both", "HOW"),
            valueOption("second-missing", "in the second", "HOW"),
            valueOption("dataset", "only this dataset", "NAME"),
            valueOption("capability", "only this capability", "NAME"), subsetOption(),
            valueOption("policy", "only the samples that this policy keeps", "NAME"),
            flagOption("why", "split the gap by cause for two models, too"),
            valueOption("list",
                "the keys of these samples: both-right, only-first, only-second or both-wrong", "PART")}};
}

int CompareCommand::run(Context& context) const
{
    if (context.arguments.size() == 2) {
        return context.usage(
            QStringLiteral("compare takes two models, or none to compare all; one model with "
                           "itself is named twice"));
    }
    ComparisonRequest request;
    SideOptions first(context, false);
    SideOptions second(context, true);
    request.first = first.read(context.arguments.value(1));
    request.second = second.read(context.arguments.value(2));
    for (const QString& problem : {first.problem(), second.problem()}) {
        if (!problem.isEmpty()) {
            return context.usage(problem);
        }
    }
    if (context.isSet("list") && !listOf({}, context.value("list"))) {
        return context.usage(
            QStringLiteral("--list takes both-right, only-first, only-second or both-wrong"));
    }
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    const auto samples = samplesAsked(context, **project);
    if (!samples) {
        return context.failed(samples.error());
    }
    request.dataset = context.value("dataset");
    request.capability = context.value("capability");
    request.only = *samples;
    if (context.arguments.size() == 1) {
        return compareAll(context, **project, {request.dataset, request.capability, request.only});
    }
    return compareTwo(context, **project, request);
}

} // namespace winnow::cli
