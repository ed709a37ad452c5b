// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/pricestore.h"

#include "core/store/projectnames.h"

#include <QDate>

#include <cmath>

namespace winnow {

namespace {

const QString kPrices
    = QStringLiteral("SELECT m.name, p.input, p.output, p.image, p.gpu_hour, p.as_of, p.note"
                     " FROM model_prices p JOIN models m ON m.id = p.model_id");

ModelPrice priceOfRow(const sqlite::Statement& row)
{
    return {row.text(0), row.optionalReal(1), row.optionalReal(2), row.optionalReal(3), row.optionalReal(4),
        row.text(5), row.text(6)};
}

Result<> check(const ModelPrice& price)
{
    for (const std::optional<double>& each : {price.input, price.output, price.image, price.gpuHour}) {
        if (each && !(std::isfinite(*each) && *each >= 0)) {
            return fail(ErrorCode::InvalidInput,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is no price")).arg(QString::number(*each)),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "A price is a number of US dollars, 0 or more")));
        }
    }
    if (price.isEmpty()) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "No price of \"%1\" is given")).arg(price.model),
            Sentence::of(QT_TRANSLATE_NOOP(
                "Error", "Give that of prompt tokens, output tokens, an image or an hour of the machine")));
    }
    if (price.asOf.size() != 10 || !QDate::fromString(price.asOf, Qt::ISODate).isValid()) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "\"%1\" is no date")).arg(price.asOf),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Write it as 2026-11-30")));
    }
    return {};
}

} // namespace

QVector<ModelPrice> PriceStore::all()
{
    QVector<ModelPrice> prices;
    auto& query = m_connection.cached(kPrices + QStringLiteral(" ORDER BY m.name"));
    while (query.step()) {
        prices.append(priceOfRow(query));
    }
    query.reset();
    return prices;
}

std::optional<ModelPrice> PriceStore::of(const QString& model)
{
    auto& query = m_connection.cached(kPrices + QStringLiteral(" WHERE p.model_id = ?"));
    query.bind(1, ProjectNames(m_connection).find(ProjectNames::Kind::Model, model));
    const auto price = query.step() ? std::optional(priceOfRow(query)) : std::nullopt;
    query.reset();
    return price;
}

Result<> PriceStore::put(const ModelPrice& price)
{
    WINNOW_TRY(check(price));
    const auto model = ProjectNames(m_connection).named(ProjectNames::Kind::Model, price.model);
    if (!model) {
        return tl::unexpected<Error>(model.error());
    }
    auto& insert = m_connection.cached(QStringLiteral(
        "INSERT OR REPLACE INTO model_prices(model_id, input, output, image, gpu_hour, as_of, note)"
        " VALUES(?,?,?,?,?,?,?)"));
    insert.bind(1, *model)
        .bindOptional(2, price.input)
        .bindOptional(3, price.output)
        .bindOptional(4, price.image)
        .bindOptional(5, price.gpuHour)
        .bind(6, price.asOf)
        .bind(7, price.note)
        .run();
    return {};
}

Result<> PriceStore::remove(const QString& model)
{
    const auto id = ProjectNames(m_connection).named(ProjectNames::Kind::Model, model);
    if (!id) {
        return tl::unexpected<Error>(id.error());
    }
    m_connection.cached(QStringLiteral("DELETE FROM model_prices WHERE model_id = ?")).bindAll(*id).run();
    if (m_connection.changes() == 0) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "No price of \"%1\" is set")).arg(model));
    }
    return {};
}

} // namespace winnow
