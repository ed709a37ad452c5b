// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace winnow {

/// Sorts a table by the plain values of its cells: numbers by size, texts as the language sorts them, what is
/// missing last either way. Until a column is chosen the order is the model's.
class SortedModel : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit SortedModel(QObject* parent = nullptr);

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

} // namespace winnow
