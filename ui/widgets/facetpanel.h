// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace winnow {

class FacetModel;

/// The facets with their counts: a click or the space bar chooses a value.
class FacetPanel : public QListView {
    Q_OBJECT
public:
    explicit FacetPanel(FacetModel* model, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    /// Rows that come and go with the counts leave the current one current.
    void findAgain();
    int rowLike(int kind, int field, const QString& value) const;

    /// What the current row is: a RowKind, a FilterField and its value.
    int m_kind = -1;
    int m_field = -1;
    QString m_value;
};

} // namespace winnow
