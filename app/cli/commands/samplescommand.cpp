// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/samplescommand.h"

#include "core/responses/readresults.h"
#include "core/store/samplestore.h"

#include <QHash>
#include <QJsonArray>

#include <cmath>

namespace winnow::cli {

namespace {

struct Order {
    const char* id;
    SampleSort sort;
    bool descending;
};
constexpr std::array kOrders{Order{"source", SampleSort::Source, false},
    Order{"suspicion", SampleSort::FlagScore, true}, Order{"flags", SampleSort::FlagCount, true},
    Order{"accuracy", SampleSort::Accuracy, false}, Order{"time", SampleSort::Time, true}};

/// "a, b or c", of what `idOf` calls each.
template <typename Values, typename IdOf> QString listOf(const Values& values, IdOf idOf)
{
    QStringList ids;
    for (const auto& value : values) {
        ids.append(idOf(value));
    }
    const QString last = ids.takeLast();
    return QStringLiteral("%1 or %2").arg(ids.join(QStringLiteral(", ")), last);
}

QString orderId(const Order& order)
{
    return QLatin1String(order.id);
}

/// What an option names, as often as it is given; false when one of it is nothing known.
template <typename FromId, typename Value>
bool readAll(const Context& context, const char* option, FromId fromId, QVector<Value>& into)
{
    const QStringList texts = context.values(option);
    for (const QString& text : texts) {
        const auto value = fromId(text);
        if (!value) {
            return false;
        }
        into.append(*value);
    }
    return true;
}

/// What is asked for; a sentence says what is wrong with it.
struct Request {
    SampleFilter filter;
    Order order = kOrders.front();
    qint64 limit = -1;
    QString problem;
};

Request requestOf(const Context& context)
{
    Request request;
    SampleFilter& filter = request.filter;
    filter.datasets = context.values("dataset");
    filter.capabilities = context.values("capability");
    filter.kinds = context.values("kind");
    filter.subsets = context.values("subset");
    filter.text = context.value("text");
    filter.rightBy = context.values("right-by");
    filter.wrongBy = context.values("wrong-by");
    for (const QString& kind : std::as_const(filter.kinds)) {
        if (!flagKindById(kind)) {
            request.problem
                = QStringLiteral("there is no flag kind \"%1\"; the kinds are %2")
                      .arg(kind, listOf(flagKinds(), [](const FlagKind& each) { return each.id; }));
        }
    }
    if (!readAll(context, "state", flagStateFromId, filter.flagStates)) {
        request.problem = QStringLiteral("--state takes open, confirmed, overridden, unsure or disputed");
    }
    if (!readAll(context, "models-right", rightShareFromId, filter.modelsRight)) {
        request.problem = QStringLiteral("--models-right takes ") + listOf(kRightShares, rightShareId);
    }
    if (!readAll(context, "time", timeTakenFromId, filter.time)) {
        request.problem = QStringLiteral("--time takes ") + listOf(kTimesTaken, timeTakenId);
    }
    if (context.isSet("sort")) {
        const auto found = std::find_if(kOrders.begin(), kOrders.end(),
            [&](const Order& order) { return orderId(order) == context.value("sort"); });
        if (found == kOrders.end()) {
            request.problem = QStringLiteral("--sort takes ") + listOf(kOrders, orderId);
        } else {
            request.order = *found;
        }
    }
    if (context.isSet("limit")) {
        bool ok = false;
        request.limit = context.value("limit").toLongLong(&ok);
        if (!ok || request.limit < 0) {
            request.problem = QStringLiteral("--limit takes a whole number");
        }
    }
    return request;
}

/// Says what is wrong with the models that are asked for; empty = nothing.
QString unknownModel(const SampleFilter& filter, const SampleResults& results)
{
    for (const QString& model : filter.rightBy + filter.wrongBy) {
        if (!results.models.contains(model)) {
            return results.models.isEmpty()
                ? QStringLiteral("there is no model with responses under the standard condition")
                : QStringLiteral("there is no model \"%1\" with responses under the standard condition; "
                                 "the models are %2")
                      .arg(model, results.models.join(QStringLiteral(", ")));
        }
    }
    return {};
}

/// The same of datasets, capabilities and subsets.
QString unknownPart(const SampleFilter& filter, const SampleIndex& index)
{
    const FacetCounts all = index.facets({});
    const auto unknown = [](const QStringList& asked, const QVector<Facet>& facets, const char* what) {
        QStringList there;
        for (const Facet& facet : facets) {
            there.append(facet.value);
        }
        for (const QString& value : asked) {
            if (!there.contains(value)) {
                const QString rest = there.isEmpty()
                    ? QStringLiteral("the project has none")
                    : QStringLiteral("there are: %1").arg(there.join(QStringLiteral(", ")));
                return QStringLiteral("there is no %1 \"%2\"; %3").arg(QLatin1String(what), value, rest);
            }
        }
        return QString();
    };
    for (const QString& problem : {unknown(filter.datasets, all.datasets, "dataset"),
             unknown(filter.capabilities, all.capabilities, "capability"),
             unknown(filter.subsets, all.subsets, "subset")}) {
        if (!problem.isEmpty()) {
            return problem;
        }
    }
    return {};
}

QJsonValue number(float value)
{
    return std::isnan(value) ? QJsonValue() : QJsonValue(double(value));
}

} // namespace

Command::Description SamplesCommand::description() const
{
    return {QStringLiteral("samples"), QStringLiteral("PROJECT"),
        QStringLiteral("Lists the samples that all options select; those of one option are alternatives, but "
                       "for models"),
        {valueOption("dataset", "of this dataset; may be given again", "NAME"),
            valueOption("capability", "of this capability; may be given again", "NAME"),
            valueOption("subset", "of this subset; may be given again", "NAME"),
            valueOption("kind", "with a flag of this kind; may be given again", "KIND"),
            valueOption("state", "with a flag in this state (of the kinds); may be given again", "STATE"),
            valueOption("text", "with these words", "WORDS"),
            valueOption("right-by",
                "that this model gets right (mean score at least .5, standard condition); given again, all "
                "these models",
                "MODEL"),
            valueOption("wrong-by", "that this model gets wrong; given again, all these models", "MODEL"),
            valueOption("models-right",
                "by the share of the answering models that are right: none, quarter (at most), half, "
                "three_quarters, most, all or unanswered; may be given again",
                "SHARE"),
            valueOption("time",
                "by the mean seconds of a response: 0-1, 1-3, 3-10, 10-30, 30-100, 100+ or unrecorded; may "
                "be given again",
                "SECONDS"),
            valueOption(
                "sort", "by source (default), suspicion, flags, accuracy (lowest first) or time", "BY"),
            valueOption("limit", "at most this many", "N")}};
}

int SamplesCommand::run(Context& context) const
{
    const Request request = requestOf(context);
    if (!request.problem.isEmpty()) {
        return context.usage(request.problem);
    }
    const auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    auto index = SampleIndex::load(**project, context.progress);
    if (index) {
        index = withResults(**project, *index, context.progress);
    }
    if (!index) {
        return context.failed(index.error());
    }
    if (const QString problem = unknownModel(request.filter, *(*index)->results()); !problem.isEmpty()) {
        return context.usage(problem);
    }
    if (const QString problem = unknownPart(request.filter, **index); !problem.isEmpty()) {
        return context.usage(problem);
    }
    qint64 count = 0;
    const auto samples = (*project)->read([&](sqlite::Connection& c) -> Result<QVector<Sample>> {
        SampleStore store(c);
        const QVector<SampleId> matches = store.search(request.filter.text);
        QVector<SampleId> ids = (*index)->select(request.filter, request.order.sort, request.order.descending,
            request.filter.text.isEmpty() ? nullptr : &matches);
        count = ids.size();
        if (request.limit >= 0 && request.limit < count) {
            ids.resize(request.limit);
        }
        return store.byIds(ids);
    });
    if (!samples) {
        return context.failed(samples.error());
    }
    QJsonArray array;
    QList<QStringList> rows;
    for (const Sample& sample : *samples) {
        const SampleIndex::Row row = (*index)->row(sample.id).value_or(SampleIndex::Row{});
        array.append(QJsonObject{{QStringLiteral("sample"), sample.key()},
            {QStringLiteral("capability"), sample.capability}, {QStringLiteral("question"), sample.question},
            {QStringLiteral("accuracy"), number(row.accuracy)},
            {QStringLiteral("seconds"), number(row.seconds)}});
        rows.append({sample.key(), percent(double(row.accuracy), 1),
            std::isnan(row.seconds) ? QStringLiteral("-") : QString::number(double(row.seconds), 'f', 1),
            sample.question.simplified().left(60)});
    }
    context.print({{QStringLiteral("count"), count}, {QStringLiteral("samples"), array}});
    if (!context.json) {
        context.out << table({QStringLiteral("sample"), QStringLiteral("accuracy"), QStringLiteral("seconds"),
                                 QStringLiteral("question")},
            rows) << counted(count, "sample", "samples")
                    << "\n";
    }
    return Done;
}

} // namespace winnow::cli
