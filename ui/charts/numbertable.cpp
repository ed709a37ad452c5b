// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/numbertable.h"

#include "ui/models/plaintext.h"
#include "ui/models/tableroles.h"
#include "ui/models/tabletext.h"

#include <algorithm>
#include <numeric>

namespace winnow {

namespace {

QString exact(const NumberCell& cell, bool numeric)
{
    if (!cell.value.isValid()) {
        return numeric ? QString() : cell.text;
    }
    if (cell.value.typeId() == QMetaType::Double) {
        return QString::number(cell.value.toDouble(), 'g', 12);
    }
    return cell.value.toString();
}

} // namespace

QString NumberTable::toTsv() const
{
    QStringList lines;
    QStringList titles;
    for (const NumberColumn& column : columns) {
        titles.append(column.title);
    }
    lines.append(titles.join(u'\t'));
    for (const auto& row : rows) {
        QStringList cells;
        for (const NumberCell& cell : row) {
            cells.append(QString(cell.text).replace(u'\t', u' ').replace(u'\n', u' '));
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

QByteArray NumberTable::toCsv() const
{
    QStringList lines;
    QStringList titles;
    for (const NumberColumn& column : columns) {
        titles.append(csvField(column.title));
    }
    lines.append(titles.join(u','));
    for (const auto& row : rows) {
        QStringList cells;
        for (qsizetype i = 0; i < row.size(); ++i) {
            cells.append(csvField(exact(row.at(i), columns.value(i).numeric)));
        }
        lines.append(cells.join(u','));
    }
    return (lines.join(QStringLiteral("\r\n")) + QStringLiteral("\r\n")).toUtf8();
}

void NumberTable::dropEmptyColumns()
{
    const auto saysNothing = [](const NumberCell& cell) { return cell.text.isEmpty() || cell.text == u"–"; };
    for (qsizetype column = columns.size() - 1; column >= 0; --column) {
        if (std::all_of(rows.cbegin(), rows.cend(),
                [&](const QVector<NumberCell>& row) { return saysNothing(row.value(column)); })) {
            columns.removeAt(column);
            for (QVector<NumberCell>& row : rows) {
                row.removeAt(column);
            }
        }
    }
}

void NumberTableModel::setTable(const NumberTable& table)
{
    beginResetModel();
    m_table = table;
    arrange();
    endResetModel();
}

int NumberTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int NumberTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_table.columns.size());
}

QVariant NumberTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const NumberCell cell = m_table.rows.at(m_order.at(index.row())).value(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return plainTip(cell.tip);
    case Qt::TextAlignmentRole:
        return int(
            (m_table.columns.at(index.column()).numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::DecorationRole:
        return cell.swatch.isValid() ? QVariant(cell.swatch) : QVariant();
    case PlainRole:
        // A missing number is an empty field, not the dash that stands for it.
        return cell.value.isValid() || !m_table.columns.at(index.column()).numeric ? cell.value
                                                                                   : QVariant(QString());
    case OpenRole:
        return QVariant::fromValue(cell.open);
    case ValueRole:
        return cell.value;
    default:
        return {};
    }
}

QVariant NumberTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_table.columns.size()) {
        return {};
    }
    const NumberColumn& column = m_table.columns.at(section);
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case ColumnIdRole:
        return column.id.isEmpty() ? column.title : column.id;
    case HiddenRole:
        return column.usuallyHidden;
    case Qt::ToolTipRole:
        return plainTip(column.tip);
    case Qt::TextAlignmentRole:
        return int((column.numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

void NumberTableModel::sort(int column, Qt::SortOrder order)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    const QVector<int> rows = m_order;
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
    QModelIndexList after;
    for (const QModelIndex& index : before) {
        after.append(this->index(int(m_order.indexOf(rows.at(index.row()))), index.column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void NumberTableModel::arrange()
{
    m_order.resize(m_table.rows.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    if (m_sortColumn < 0 || m_sortColumn >= m_table.columns.size()) {
        return;
    }
    const bool numeric = m_table.columns.at(m_sortColumn).numeric;
    const bool descending = m_sortOrder == Qt::DescendingOrder;
    std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) {
        const NumberCell left = m_table.rows.at(a).value(m_sortColumn);
        const NumberCell right = m_table.rows.at(b).value(m_sortColumn);
        if (!numeric) {
            const int order = left.text.localeAwareCompare(right.text);
            return descending ? order > 0 : order < 0;
        }
        if (left.value.isValid() != right.value.isValid()) {
            return left.value.isValid();
        }
        return descending ? left.value.toDouble() > right.value.toDouble()
                          : left.value.toDouble() < right.value.toDouble();
    });
}

} // namespace winnow
