// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/datatable.h"

namespace winnow {

/// The samples as a table: one line a row, flags with the icons of their groups.
class SampleTable : public DataTable {
    Q_OBJECT
public:
    explicit SampleTable(QWidget* parent = nullptr);
    void setModel(QAbstractItemModel* model) override;

protected:
    bool isUsuallyHidden(int column) const override;
    /// Copying is the page's: a million rows are not put on the clipboard by the way.
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Room { Unknown, Narrow, Middle, Wide };
    /// Gives the question what the other columns do not need at this width.
    void setWidths();

    Room m_room = Room::Unknown;
};

} // namespace winnow
