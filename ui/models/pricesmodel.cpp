// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pricesmodel.h"

#include "ui/models/plaintext.h"
#include "ui/models/tableroles.h"

#include <QLocale>

#include <cmath>

namespace winnow {

namespace {

constexpr int kMostDigits = 12;

bool isPriceColumn(int column)
{
    return column >= PricesModel::InputColumn && column <= PricesModel::HourColumn;
}

/// A number as the reader's language or as programs write it; nothing when it is none.
std::optional<double> numberOf(const QString& text)
{
    bool is = false;
    double value = QLocale::c().toDouble(text.trimmed(), &is);
    if (!is) {
        value = QLocale().toDouble(text.trimmed(), &is);
    }
    return is && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString textOf(const std::optional<double>& price)
{
    return price ? QLocale::c().toString(*price, 'g', kMostDigits) : QString();
}

} // namespace

void PricesModel::show(const QStringList& models, const QVector<ModelPrice>& prices, const QDate& today)
{
    beginResetModel();
    m_today = today;
    m_rows.clear();
    for (const QString& model : models) {
        const auto found = std::find_if(
            prices.cbegin(), prices.cend(), [&](const ModelPrice& price) { return price.model == model; });
        m_rows.append(rowOf(model, found == prices.cend() ? std::nullopt : std::optional(*found)));
    }
    m_before = m_rows;
    endResetModel();
}

PricesModel::Row PricesModel::rowOf(const QString& model, const std::optional<ModelPrice>& price)
{
    Row row;
    row[ModelColumn] = model;
    if (price) {
        row[InputColumn] = textOf(price->input);
        row[OutputColumn] = textOf(price->output);
        row[ImageColumn] = textOf(price->image);
        row[HourColumn] = textOf(price->gpuHour);
        row[DateColumn] = price->asOf;
        row[NoteColumn] = price->note;
    }
    return row;
}

ModelPrice PricesModel::priceOf(const Row& row)
{
    return {row[ModelColumn], numberOf(row[InputColumn]), numberOf(row[OutputColumn]),
        numberOf(row[ImageColumn]), numberOf(row[HourColumn]), row[DateColumn].trimmed(),
        row[NoteColumn].trimmed()};
}

bool PricesModel::hasPrice(const Row& row)
{
    return std::any_of(row.begin() + InputColumn, row.begin() + DateColumn,
        [](const QString& text) { return !text.trimmed().isEmpty(); });
}

int PricesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PricesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PricesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows.at(index.row());
    const QString& text = row.at(std::size_t(index.column()));
    switch (role) {
    case Qt::DisplayRole:
        return text.isEmpty() && isPriceColumn(index.column()) ? QStringLiteral("–") : text;
    case Qt::EditRole:
    case PlainRole:
        return text;
    case Qt::ToolTipRole:
        return plainTip(isGood(row, index.column()) ? text : problemOf(row, index.column()));
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case ToneRole:
        return isGood(row, index.column()) ? QVariant() : QVariant(-1);
    default:
        return {};
    }
}

QVector<std::pair<QString, QString>> PricesModel::headings()
{
    return {{tr("Model"), {}}, {tr("Input"), tr("US dollars for a million prompt tokens")},
        {tr("Output"), tr("US dollars for a million output tokens")},
        {tr("Image"), tr("US dollars for an image")},
        {tr("GPU hour"), tr("US dollars for an hour of the machine that it runs on")},
        {tr("As of"), tr("The day for which the prices hold, as 2026-01-31")},
        {tr("Note"), tr("Where they are from")}};
}

QVariant PricesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return headings().at(section).first;
    case Qt::ToolTipRole:
        return plainTip(headings().at(section).second);
    case Qt::TextAlignmentRole:
        return int((isPriceColumn(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

Qt::ItemFlags PricesModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() != ModelColumn ? usual | Qt::ItemIsEditable : usual;
}

bool PricesModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable)) {
        return false;
    }
    Row& row = m_rows[index.row()];
    row.at(std::size_t(index.column())) = value.toString().trimmed();
    if (isPriceColumn(index.column())) {
        if (!hasPrice(row)) {
            row[DateColumn].clear();
        } else if (row[DateColumn].isEmpty()) {
            row[DateColumn] = m_today.toString(Qt::ISODate);
        }
    }
    emit dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(ColumnCount - 1));
    return true;
}

QString PricesModel::problemOf(const Row& row, int column)
{
    const QString text = row.at(std::size_t(column)).trimmed();
    if (isPriceColumn(column)) {
        const std::optional<double> price = numberOf(text);
        return text.isEmpty() || (price && *price >= 0)
            ? QString()
            : tr("“%1” is no price: enter a number of US dollars, 0 or more, or nothing").arg(text);
    }
    if (column == DateColumn && (hasPrice(row) || !text.isEmpty())) {
        const bool isDate = text.size() == 10 && QDate::fromString(text, Qt::ISODate).isValid();
        return isDate        ? QString()
            : text.isEmpty() ? tr("A price needs the day for which it holds: enter a date such as 2026-01-31")
                             : tr("“%1” is no date: enter one such as 2026-01-31").arg(text);
    }
    if (column == NoteColumn && !text.isEmpty() && !hasPrice(row)) {
        return tr("A note needs a price");
    }
    return {};
}

QString PricesModel::problem() const
{
    for (const Row& row : m_rows) {
        for (int column = InputColumn; column < ColumnCount; ++column) {
            if (const QString problem = problemOf(row, column); !problem.isEmpty()) {
                return QStringLiteral("%1: %2").arg(row[ModelColumn], problem);
            }
        }
    }
    return {};
}

PricesModel::Changes PricesModel::changes() const
{
    Changes changes;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows.at(i);
        if (row == m_before.at(i)) {
            continue;
        }
        if (hasPrice(row)) {
            changes.put.append(priceOf(row));
        } else if (hasPrice(m_before.at(i))) {
            changes.removed.append(row[ModelColumn]);
        }
    }
    return changes;
}

} // namespace winnow
