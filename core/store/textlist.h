// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlite/connection.h"

#include <QStringList>

namespace winnow {

/// The first column of all rows of a bound statement, which is reset afterwards. Throws sqlite::Failure.
inline QStringList firstColumn(sqlite::Statement& query)
{
    QStringList texts;
    while (query.step()) {
        texts.append(query.text(0));
    }
    query.reset();
    return texts;
}

} // namespace winnow
