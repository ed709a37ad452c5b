// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace winnow {

/// Counts the cells of a table that readers which guess types take for something else than their text.
class TableLosses {
public:
    explicit TableLosses(const QStringList& columns);

    /// `zero`: a zero character is in it.
    void look(qsizetype column, const QString& text, bool zero);
    /// One sentence a column and kind of loss.
    QStringList sentences() const;

private:
    struct Column {
        qint64 missing = 0;
        qint64 changed = 0;
        qint64 zeros = 0;
        /// All its texts so far are numbers, or words for none.
        bool numbers = true;
    };
    QStringList m_names;
    std::vector<Column> m_columns;
};

} // namespace winnow
