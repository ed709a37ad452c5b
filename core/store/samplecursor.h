// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/sqlite/connection.h"

namespace winnow {

/// The rows of a query for one sample after the other: it stays open and is stepped on as long as the samples
/// come in about the order of their ids, as they do in an export; any other order works too, slower.
class SampleCursor {
public:
    /// `sql` gives the sample's id in its first column, for the samples with `id >= ?`, ordered by it.
    SampleCursor(sqlite::Connection& connection, const QString& sql)
        : m_rows(connection, sql)
    {
    }

    /// Whether there is a row of the sample; then row() is its first.
    bool moveTo(SampleId sample);
    /// Whether there is another row of the sample; then row() is it.
    bool next();
    const sqlite::Statement& row() const { return m_rows; }

private:
    void step();
    void seek(qint64 sample);

    sqlite::Statement m_rows;
    /// The sample of row(), beyond all of them at the end.
    qint64 m_at = 0;
    /// No row lies between this one and m_at. Nothing was read yet when it is beyond m_at.
    qint64 m_from = 1;
};

} // namespace winnow
