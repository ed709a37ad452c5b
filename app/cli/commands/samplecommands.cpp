// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/samplecommands.h"

#include "core/domain/flagkind.h"
#include "core/store/datasetstore.h"
#include "core/store/decisionstore.h"
#include "core/store/flagstore.h"
#include "core/store/responsestore.h"
#include "core/store/samplestore.h"
#include "core/store/stepstore.h"
#include "core/text/goldreader.h"

#include <QJsonArray>

namespace winnow::cli {

namespace {

QJsonObject toJson(const Flag& flag)
{
    return {{QStringLiteral("sample"), flag.sampleKey}, {QStringLiteral("kind"), flag.kind},
        {QStringLiteral("detector"), flag.detector}, {QStringLiteral("score"), flag.score},
        {QStringLiteral("state"), flagStateId(flag.state)}, {QStringLiteral("active"), flag.active},
        {QStringLiteral("fingerprint"), QString::fromLatin1(flag.fingerprint.toHex())},
        {QStringLiteral("evidence"), flag.evidence}};
}

QString summary(const Flag& flag)
{
    return flag.evidence.value(QStringLiteral("summary")).toString();
}

QJsonObject toJson(const Decision& decision)
{
    QJsonObject json{{QStringLiteral("id"), decision.id.value}, {QStringLiteral("uuid"), decision.uuid},
        {QStringLiteral("at"), decision.at}, {QStringLiteral("annotator"), decision.annotator},
        {QStringLiteral("sample"), decision.sampleKey}, {QStringLiteral("kind"), decision.kind},
        {QStringLiteral("verdict"), verdictId(decision.verdict)},
        {QStringLiteral("action"), actionId(decision.action)}, {QStringLiteral("new_gold"), decision.newGold},
        {QStringLiteral("note"), decision.note}};
    if (decision.isUndo()) {
        json.insert(QStringLiteral("undoes"), decision.undoes);
    }
    if (decision.isRedo()) {
        json.insert(QStringLiteral("redoes"), decision.redoes);
    }
    if (decision.adjudicates) {
        json.insert(QStringLiteral("adjudicates"), true);
    }
    return json;
}

QJsonObject toJson(const Sample& sample)
{
    QJsonArray images;
    for (const ImageRef& image : sample.images) {
        images.append(
            QJsonObject{{QStringLiteral("source"), image.source}, {QStringLiteral("path"), image.path},
                {QStringLiteral("sha256"), QString::fromLatin1(image.sha256.toHex())},
                {QStringLiteral("state"), imageStateId(image.state)}, {QStringLiteral("width"), image.width},
                {QStringLiteral("height"), image.height}, {QStringLiteral("format"), image.format}});
    }
    QJsonArray rotations;
    for (const Rotation& rotation : sample.rotations) {
        rotations.append(QJsonObject{{QStringLiteral("shift"), rotation.shift},
            {QStringLiteral("index"), rotation.sourceIndex},
            {QStringLiteral("permutation"), rotation.permutation}, {QStringLiteral("gold"), rotation.gold}});
    }
    return {{QStringLiteral("key"), sample.key()}, {QStringLiteral("dataset"), sample.dataset},
        {QStringLiteral("index"), sample.sourceIndex}, {QStringLiteral("split"), sample.split},
        {QStringLiteral("capability"), sample.capability}, {QStringLiteral("category"), sample.category},
        {QStringLiteral("question"), sample.question}, {QStringLiteral("hint"), sample.hint},
        {QStringLiteral("options"), QJsonArray::fromStringList(sample.options)},
        {QStringLiteral("gold"), sample.gold},
        {QStringLiteral("accepted_answers"), QJsonArray::fromStringList(sample.acceptedAnswers)},
        {QStringLiteral("images"), images}, {QStringLiteral("rotations"), rotations},
        {QStringLiteral("parent"), sample.parent}, {QStringLiteral("step"), sample.step},
        {QStringLiteral("extra"), sample.extra},
        {QStringLiteral("content_hash"), QString::fromLatin1(sample.contentHash.toHex())}};
}

QJsonObject toJson(const ResponseStore::RunResponse& entry)
{
    const auto optional = [](const auto& value) { return value ? QJsonValue(*value) : QJsonValue(); };
    return {{QStringLiteral("model"), entry.run.model},
        {QStringLiteral("condition"), conditionId(entry.run.condition)},
        {QStringLiteral("setting"), entry.run.setting}, {QStringLiteral("shift"), entry.response.shift},
        {QStringLiteral("attempt"), entry.response.attempt},
        {QStringLiteral("answer"), entry.response.answer},
        {QStringLiteral("score"), optional(entry.response.score)},
        {QStringLiteral("text"), entry.response.text},
        {QStringLiteral("latency"), optional(entry.response.latency)},
        {QStringLiteral("cost"), optional(entry.response.cost)},
        {QStringLiteral("prompt_tokens"), optional(entry.response.promptTokens)},
        {QStringLiteral("output_tokens"), optional(entry.response.outputTokens)},
        {QStringLiteral("verifier"), optional(entry.response.verifier)},
        {QStringLiteral("log_probability"), optional(entry.response.logProbability)}};
}

QJsonArray toJson(const QVector<SampleStep>& steps)
{
    QJsonArray array;
    for (const SampleStep& step : steps) {
        array.append(
            QJsonObject{{QStringLiteral("index"), step.sourceIndex}, {QStringLiteral("step"), step.step}});
    }
    return array;
}

/// "Step 'read the legend' of q12"
void printSteps(QTextStream& out, const std::optional<SampleStep>& step, const QVector<SampleStep>& steps)
{
    if (step) {
        out << (step->step.isEmpty() ? QStringLiteral("A step") : QStringLiteral("Step '%1'").arg(step->step))
            << " of " << step->parent << (step->parentSample ? "" : ", which is not in the project") << "\n";
    }
    for (const SampleStep& one : steps) {
        out << "Has the step " << one.sourceIndex
            << (one.step.isEmpty() ? QString() : QStringLiteral(" '%1'").arg(one.step)) << "\n";
    }
}

/// Which of what is recorded of some replies only is of any; ratings take no room where there are none.
struct RatingColumn {
    const char* title;
    std::optional<double> Response::*rating;
};
constexpr RatingColumn kRatings[] = {{"verifier", &Response::verifier}, {"log p", &Response::logProbability}};

QString responseTable(const QVector<ResponseStore::RunResponse>& responses)
{
    QStringList header{QStringLiteral("model"), QStringLiteral("condition"), QStringLiteral("setting"),
        QStringLiteral("shift"), QStringLiteral("attempt"), QStringLiteral("answer"),
        QStringLiteral("score")};
    QList<QStringList> rows;
    for (const auto& entry : responses) {
        rows.append({entry.run.model, conditionId(entry.run.condition), entry.run.setting,
            QString::number(entry.response.shift), QString::number(entry.response.attempt + 1),
            entry.response.answer.left(40),
            entry.response.score ? QString::number(*entry.response.score) : QStringLiteral("missing")});
    }
    for (const RatingColumn& column : kRatings) {
        const auto rated = [&](const auto& entry) { return (entry.response.*column.rating).has_value(); };
        if (std::none_of(responses.begin(), responses.end(), rated)) {
            continue;
        }
        header.append(QLatin1String(column.title));
        for (qsizetype i = 0; i < responses.size(); ++i) {
            const auto& rating = responses.at(i).response.*column.rating;
            rows[i].append(rating ? QString::number(*rating) : QStringLiteral("-"));
        }
    }
    return table(header, rows);
}

} // namespace

Command::Description FlagsCommand::description() const
{
    return {QStringLiteral("flags"), QStringLiteral("PROJECT"),
        QStringLiteral("Lists flags, the surest first"),
        {valueOption("kind", "only this kind", "KIND"), valueOption("dataset", "only this dataset", "NAME"),
            valueOption("detector", "only what this detector raised", "ID"),
            valueOption("state", "open, confirmed, overridden, unsure or disputed", "STATE"),
            valueOption("limit", "at most this many", "N"),
            flagOption("all", "also flags that no longer stand")}};
}

int FlagsCommand::run(Context& context) const
{
    FlagFilter filter;
    filter.kind = context.value("kind");
    filter.detector = context.value("detector");
    filter.activeOnly = !context.isSet("all");
    if (!filter.kind.isEmpty() && !flagKindById(filter.kind)) {
        QStringList ids;
        for (const FlagKind& kind : flagKinds()) {
            ids.append(kind.id);
        }
        return context.usage(QStringLiteral("there is no flag kind \"%1\"; the kinds are %2")
                                 .arg(filter.kind, ids.join(QStringLiteral(", "))));
    }
    if (context.isSet("state")) {
        filter.state = flagStateFromId(context.value("state"));
        if (!filter.state) {
            return context.usage(
                QStringLiteral("--state takes open, confirmed, overridden, unsure or disputed"));
        }
    }
    if (context.isSet("limit")) {
        bool ok = false;
        filter.limit = context.value("limit").toLongLong(&ok);
        if (!ok || filter.limit < 0) {
            return context.usage(QStringLiteral("--limit takes a whole number"));
        }
    }
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    auto flags = (*project)->read([&](sqlite::Connection& c) -> Result<QVector<Flag>> {
        if (context.isSet("dataset")) {
            const auto dataset = DatasetStore(c).byName(context.value("dataset"));
            if (!dataset) {
                return fail(ErrorCode::NotFound,
                    QStringLiteral("There is no dataset \"%1\" in %2")
                        .arg(context.value("dataset"), context.arguments.at(0)),
                    QStringLiteral("\"winnow-cli stats\" lists the datasets"));
            }
            filter.datasetId = dataset->id;
        }
        return FlagStore(c).list(filter);
    });
    if (!flags) {
        return context.failed(flags.error());
    }
    if (context.json) {
        QJsonArray array;
        for (const Flag& flag : *flags) {
            array.append(toJson(flag));
        }
        context.print({{QStringLiteral("count"), flags->size()}, {QStringLiteral("flags"), array}});
        return Done;
    }
    QList<QStringList> rows;
    for (const Flag& flag : *flags) {
        rows.append({flag.sampleKey, flag.kind, QString::number(flag.score, 'f', 3), flagStateId(flag.state),
            summary(flag)});
    }
    context.out << table({QStringLiteral("sample"), QStringLiteral("kind"), QStringLiteral("score"),
                             QStringLiteral("state"), QStringLiteral("evidence")},
        rows);
    return Done;
}

Command::Description ShowCommand::description() const
{
    return {QStringLiteral("show"), QStringLiteral("PROJECT KEY"),
        QStringLiteral("Shows one sample (DATASET/INDEX) with options, responses, flags and decisions"), {}};
}

int ShowCommand::run(Context& context) const
{
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    struct All {
        Sample sample;
        QVector<ResponseStore::RunResponse> responses;
        QVector<Flag> flags;
        QVector<Decision> decisions;
        std::optional<SampleStep> step;
        QVector<SampleStep> steps;
    };
    const QString key = context.arguments.at(1);
    auto all = (*project)->read([&](sqlite::Connection& c) -> Result<All> {
        const auto sample = SampleStore(c).byKey(key);
        if (!sample) {
            return fail(ErrorCode::NotFound,
                QStringLiteral("There is no sample \"%1\" in %2").arg(key, context.arguments.at(0)),
                QStringLiteral("Sample keys are DATASET/INDEX; \"winnow-cli stats\" lists the datasets"));
        }
        return All{*sample, ResponseStore(c).ofSample(sample->id), FlagStore(c).ofSample(sample->id, false),
            DecisionStore(c).ofSample(sample->id), StepStore(c).ofSample(sample->id),
            StepStore(c).stepsOf(sample->id)};
    });
    if (!all) {
        return context.failed(all.error());
    }
    if (context.json) {
        QJsonArray responses, flags, decisions;
        for (const auto& entry : all->responses) {
            responses.append(toJson(entry));
        }
        for (const Flag& flag : all->flags) {
            flags.append(toJson(flag));
        }
        for (const Decision& decision : all->decisions) {
            decisions.append(toJson(decision));
        }
        QJsonObject json = toJson(all->sample);
        json.insert(QStringLiteral("steps"), toJson(all->steps));
        json.insert(QStringLiteral("responses"), responses);
        json.insert(QStringLiteral("flags"), flags);
        json.insert(QStringLiteral("decisions"), decisions);
        context.print(json);
        return Done;
    }
    const Sample& sample = all->sample;
    context.out << sample.key() << "\n" << sample.question << "\n";
    if (!sample.hint.isEmpty()) {
        context.out << "Hint: " << sample.hint << "\n";
    }
    const QVector<int> several = goldSet(sample.gold, sample.options.size());
    for (int i = 0; i < sample.options.size(); ++i) {
        context.out << (i == sample.goldIndex() || several.contains(i) ? "* " : "  ") << optionLetter(i)
                    << "  " << sample.options.at(i) << "\n";
    }
    context.out << "Gold: " << (sample.gold.isEmpty() ? QStringLiteral("(none)") : sample.gold) << "\n";
    for (const ImageRef& image : sample.images) {
        context.out << "Image: " << (image.source.isEmpty() ? QStringLiteral("(embedded)") : image.source)
                    << "  " << image.width << "x" << image.height << " " << image.format << " "
                    << imageStateId(image.state) << "\n";
    }
    printSteps(context.out, all->step, all->steps);
    context.out << "\n" << responseTable(all->responses);
    for (const Flag& flag : all->flags) {
        context.out << "\nFlag " << flag.kind << " " << QString::number(flag.score, 'f', 3) << " "
                    << flagStateId(flag.state) << (flag.active ? "" : " (no longer raised)") << ": "
                    << summary(flag);
    }
    for (const Decision& decision : all->decisions) {
        context.out << "\nDecision " << decision.uuid << " " << decision.at << " " << decision.annotator
                    << ": " << decision.kind << " " << verdictId(decision.verdict) << " "
                    << actionId(decision.action) << " " << decision.newGold
                    << (decision.isUndo()             ? QStringLiteral(" undoes ") + decision.undoes
                               : decision.isRedo()    ? QStringLiteral(" redoes ") + decision.redoes
                               : decision.adjudicates ? QStringLiteral(" adjudicates")
                                                      : QString())
                    << " " << decision.note;
    }
    context.out << "\n";
    return Done;
}

} // namespace winnow::cli
