// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sortedmodel.h"

#include "ui/models/tableroles.h"

namespace winnow {

namespace {

bool isNumber(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::Double:
    case QMetaType::Float:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return true;
    default:
        return false;
    }
}

} // namespace

SortedModel::SortedModel(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
}

bool SortedModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant a = left.data(PlainRole);
    const QVariant b = right.data(PlainRole);
    if (isNumber(a) || isNumber(b)) {
        if (isNumber(a) != isNumber(b)) {
            // The view turns the order round for descending; a missing value stays last.
            return isNumber(a) == (sortOrder() == Qt::AscendingOrder);
        }
        return a.toDouble() < b.toDouble();
    }
    return left.data().toString().localeAwareCompare(right.data().toString()) < 0;
}

} // namespace winnow
