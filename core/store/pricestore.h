// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/modelprice.h"
#include "core/sqlite/connection.h"

#include <QVector>

namespace winnow {

/// What the project's models cost. Models are found by names that they had before, too. Throws
/// sqlite::Failure; use inside Project::read / write.
class PriceStore {
public:
    explicit PriceStore(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    /// Those that have a price, by model.
    QVector<ModelPrice> all();
    std::optional<ModelPrice> of(const QString& model);
    /// Adds it or replaces that of its model. NotFound: there is no such model. InvalidInput: a price below 0
    /// or not finite, none at all, or no date.
    Result<> put(const ModelPrice& price);
    /// NotFound: the model is not there or has none.
    Result<> remove(const QString& model);

private:
    sqlite::Connection& m_connection;
};

} // namespace winnow
