// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace winnow {

/// The samples as a table: one line a row, flags with the icons of their groups.
class SampleTable : public QTableView {
    Q_OBJECT
public:
    explicit SampleTable(QWidget* parent = nullptr);
    void setModel(QAbstractItemModel* model) override;

protected:
    void keyboardSearch(const QString&) override { }
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Room { Unknown, Narrow, Middle, Wide };
    /// Gives the question what the other columns do not need at this width.
    void setWidths();

    Room m_room = Room::Unknown;
};

} // namespace winnow
