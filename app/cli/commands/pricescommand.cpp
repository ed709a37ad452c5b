// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/pricescommand.h"

#include "core/base/clock.h"
#include "core/store/pricestore.h"
#include "core/store/projectnames.h"

#include <QJsonArray>

namespace winnow::cli {

namespace {

struct PriceOption {
    const char* name;
    const char* help;
    std::optional<double> ModelPrice::*price;
};
constexpr PriceOption kPrices[]
    = {{"input", "US dollars for a million prompt tokens, or none", &ModelPrice::input},
        {"output", "US dollars for a million output tokens, or none", &ModelPrice::output},
        {"image", "US dollars for an image, or none", &ModelPrice::image},
        {"gpu-hour", "US dollars for an hour of the machine that it runs on, or none", &ModelPrice::gpuHour}};

bool setsAnything(const Context& context)
{
    return context.isSet("as-of") || context.isSet("note")
        || std::any_of(std::begin(kPrices), std::end(kPrices),
            [&](const PriceOption& option) { return context.isSet(option.name); });
}

/// What is wrong with the options; empty when nothing is.
QString complaint(const Context& context)
{
    if ((setsAnything(context) || context.isSet("remove")) && !context.isSet("model")) {
        return QStringLiteral("a price is one of a model: give --model NAME");
    }
    if (setsAnything(context) && context.isSet("remove")) {
        return QStringLiteral("--remove takes all prices of the model away and goes with no other");
    }
    for (const PriceOption& option : kPrices) {
        const QString value = context.value(option.name);
        bool number = false;
        value.toDouble(&number);
        if (context.isSet(option.name) && !number && value != u"none") {
            return QStringLiteral("--%1 takes US dollars or none, not \"%2\"")
                .arg(QLatin1String(option.name), value);
        }
    }
    return {};
}

Result<> change(const Context& context, sqlite::Connection& connection)
{
    PriceStore store(connection);
    const QString model = context.value("model");
    if (context.isSet("remove")) {
        return store.remove(model);
    }
    ModelPrice price = store.of(model).value_or(ModelPrice());
    price.model = model;
    for (const PriceOption& option : kPrices) {
        if (context.isSet(option.name)) {
            const QString value = context.value(option.name);
            price.*option.price = value == u"none" ? std::nullopt : std::optional(value.toDouble());
        }
    }
    if (context.isSet("note")) {
        price.note = context.value("note");
    }
    price.asOf = context.isSet("as-of") ? context.value("as-of") : nowUtc().left(10);
    return store.put(price);
}

Result<QVector<ModelPrice>> pricesOf(const Context& context, sqlite::Connection& connection)
{
    PriceStore store(connection);
    if (!context.isSet("model")) {
        return store.all();
    }
    const auto known = ProjectNames(connection).named(ProjectNames::Kind::Model, context.value("model"));
    if (!known) {
        return fail(ErrorCode::NotFound, known.error().messageSentence(),
            Sentence(QStringLiteral("\"winnow-cli models P\" lists the models")));
    }
    const auto price = store.of(context.value("model"));
    return price ? QVector<ModelPrice>{*price} : QVector<ModelPrice>();
}

QJsonObject toJson(const ModelPrice& price)
{
    const auto optional
        = [](const std::optional<double>& value) { return value ? QJsonValue(*value) : QJsonValue(); };
    return {{QStringLiteral("model"), price.model}, {QStringLiteral("input"), optional(price.input)},
        {QStringLiteral("output"), optional(price.output)}, {QStringLiteral("image"), optional(price.image)},
        {QStringLiteral("gpu_hour"), optional(price.gpuHour)}, {QStringLiteral("as_of"), price.asOf},
        {QStringLiteral("note"), price.note}};
}

void print(QTextStream& out, const QVector<ModelPrice>& prices)
{
    if (prices.isEmpty()) {
        out << "No prices are set\n";
        return;
    }
    const auto dollars = [](const std::optional<double>& value) {
        return value ? QString::number(*value) : QStringLiteral("-");
    };
    QList<QStringList> rows;
    for (const ModelPrice& price : prices) {
        rows.append({price.model, dollars(price.input), dollars(price.output), dollars(price.image),
            dollars(price.gpuHour), price.asOf, price.note.isEmpty() ? QStringLiteral("-") : price.note});
    }
    out << table({QStringLiteral("model"), QStringLiteral("$/M prompt tokens"),
                     QStringLiteral("$/M output tokens"), QStringLiteral("$/image"),
                     QStringLiteral("$/GPU hour"), QStringLiteral("as of"), QStringLiteral("note")},
        rows);
}

} // namespace

Command::Description PricesCommand::description() const
{
    QList<QCommandLineOption> options{
        valueOption("model", "the one that is shown or set, by any of its names", "NAME")};
    for (const PriceOption& option : kPrices) {
        options.append(valueOption(option.name, option.help, "DOLLARS"));
    }
    options.append(valueOption("as-of", "the day for which the prices hold; default: today", "DATE"));
    options.append(valueOption("note", "where they are from", "TEXT"));
    options.append(flagOption("remove", "takes the model's prices away"));
    return {QStringLiteral("prices"), QStringLiteral("PROJECT"),
        QStringLiteral("Lists what the models cost, or sets it; only what is given changes"), options};
}

int PricesCommand::run(Context& context) const
{
    if (const QString wrong = complaint(context); !wrong.isEmpty()) {
        return context.usage(wrong);
    }
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    if (setsAnything(context) || context.isSet("remove")) {
        const auto done = (*project)->write({.parts = ChangeSet::Prices, .samples = {}},
            [&](sqlite::Connection& c) -> Result<> { return change(context, c); });
        if (!done) {
            return context.failed(done.error());
        }
    }
    const auto prices = (*project)->read([&](sqlite::Connection& c) { return pricesOf(context, c); });
    if (!prices) {
        return context.failed(prices.error());
    }
    QJsonArray rows;
    for (const ModelPrice& price : *prices) {
        rows.append(toJson(price));
    }
    context.print({{QStringLiteral("prices"), rows}});
    if (!context.json) {
        print(context.out, *prices);
    }
    return Done;
}

} // namespace winnow::cli
