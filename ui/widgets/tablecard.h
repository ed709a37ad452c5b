// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/numbertable.h"
#include "ui/widgets/basics.h"

class QHBoxLayout;

namespace winnow {

class DataTable;

/// A table of numbers in a card: heading, what it says, the table. Not there while it has no rows.
class TableCard : public Card {
    Q_OBJECT
public:
    /// `name` is what the table is called in the window.
    TableCard(const QString& title, const char* name, QWidget* parent = nullptr);
    ~TableCard() override;

    void show(const NumberTable& numbers, const QString& note = {});
    /// At the right of the heading.
    void addControl(QWidget* control);
    DataTable* table() const { return m_table; }
    NumberTableModel* numbers() { return &m_numbers; }

private:
    NumberTableModel m_numbers;
    QHBoxLayout* m_head;
    Text* m_note;
    DataTable* m_table;
};

} // namespace winnow
