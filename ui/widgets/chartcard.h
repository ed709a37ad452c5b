// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"
#include "ui/widgets/basics.h"

class QHBoxLayout;
class QStackedWidget;
class QToolButton;

namespace winnow {

class DataTable;

/// A chart in a card: heading, what it says, a switch between the drawing and its numbers, copy, print, and
/// save as PNG, SVG or CSV. Without data it shows a designed empty state instead.
class ChartCard : public Card {
    Q_OBJECT
public:
    /// Takes the chart over. `fileName` is what saved files are called, without an ending.
    ChartCard(const QString& title, Chart* chart, const QString& fileName, QWidget* parent = nullptr);

    Chart* chart() const { return m_chart; }
    NumberTableModel* numbers() { return &m_numbers; }
    void setSubtitle(const QString& text);
    /// Without border, margins and title, inside another card.
    void setFlat();
    /// A control at the left of the buttons.
    void addControl(QWidget* control);
    /// Call after the chart's data changed.
    void refresh();
    bool showsTable() const;
    void showTable(bool table);
    /// All as tables, or all drawn again: what the first one does not show.
    static void toggleTables(const QVector<ChartCard*>& cards);
    /// Shown instead of the chart while `on`.
    EmptyState* emptyState() const { return m_empty; }
    void showEmpty(bool on);
    /// Rows the table shows before it scrolls.
    void setVisibleRows(int rows);

signals:
    void failed(const winnow::Error& error);
    /// What was done, for the message bar.
    void done(const QString& message);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fillMenu();
    void print();
    void save(const QString& suffix, const QString& filter);
    void fitStack();

    Chart* m_chart;
    QString m_fileName;
    NumberTableModel m_numbers;
    Text* m_title;
    Text* m_subtitle;
    QHBoxLayout* m_controls;
    QToolButton* m_tableButton;
    QToolButton* m_menuButton;
    QStackedWidget* m_stack;
    DataTable* m_table;
    EmptyState* m_empty;
    bool m_tableWanted = false;
    bool m_flat = false;
};

} // namespace winnow
