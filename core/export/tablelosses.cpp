// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/tablelosses.h"

#include "core/text/normalise.h"

namespace winnow {

namespace {

/// As long as the longest word that stands for "no value", and no shorter than that.
constexpr qsizetype kLongestWord = 8;
constexpr qsizetype kLongestNumber = 64;

bool isNumber(const QString& text)
{
    bool number = false;
    (void)text.toDouble(&number);
    return number;
}

QString cells(qint64 count)
{
    return count == 1 ? QStringLiteral("1 cell") : QStringLiteral("%1 cells").arg(count);
}

} // namespace

TableLosses::TableLosses(const QStringList& columns)
    : m_names(columns)
    , m_columns(std::size_t(columns.size()))
{
}

void TableLosses::look(qsizetype at, const QString& text, bool zero)
{
    if (text.isEmpty()) {
        return;
    }
    Column& column = m_columns[std::size_t(at)];
    if (text.size() <= kLongestWord && !text.at(0).isDigit() && isNullLikeLiteral(text)) {
        ++column.missing;
        return;
    }
    column.zeros += zero ? 1 : 0;
    if (!column.numbers) {
        return;
    }
    if (text.size() >= kLongestNumber || !isNumber(text)) {
        column.numbers = false;
        return;
    }
    column.changed += losesDigits(text) ? 1 : 0;
}

QStringList TableLosses::sentences() const
{
    QStringList all;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Column& column = m_columns[i];
        const QString& name = m_names.at(qsizetype(i));
        if (column.missing > 0) {
            all.append(QStringLiteral("%1 of \"%2\" read None, NA, null or the like: pandas takes them for "
                                      "missing unless told keep_default_na=False")
                           .arg(cells(column.missing), name));
        }
        if (column.numbers && column.changed > 0) {
            all.append(QStringLiteral("%1 of \"%2\" change when read as numbers (007, 1.10), as readers that "
                                      "guess types do; pandas keeps them when told dtype=str")
                           .arg(cells(column.changed), name));
        }
        if (column.zeros > 0) {
            all.append(
                QStringLiteral("%1 of \"%2\" hold a zero character, which no table can: U+FFFD stands for it")
                    .arg(cells(column.zeros), name));
        }
    }
    return all;
}

} // namespace winnow
