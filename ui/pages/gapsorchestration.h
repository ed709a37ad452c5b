// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/gapssection.h"

class QPushButton;

namespace winnow {

class ScatterChart;

/// What a whole strategy gains, and strategies as files.
class GapsOrchestration : public GapsSection {
    Q_OBJECT
public:
    explicit GapsOrchestration(QWidget* parent = nullptr);

signals:
    /// The chosen row's is to be written to a file.
    void saveAsked(const winnow::Strategy& strategy);
    /// One is to be read from a file.
    void openAsked();

protected:
    bool fill(const GapsViewPtr& view) override;
    Lacking lacking(const GapsView& view) const override;

private:
    /// A row of the table: whose it is.
    enum class Group { Frontier, Single, Opened };
    struct Row {
        Group group;
        OrchestrationRow figures;
    };

    static QVector<Row> rowsOf(const GapsView& view);
    static QString groupTitle(Group group);
    void showChart(const GapsViewPtr& view);
    void showTable(const GapsViewPtr& view);
    static QVector<NumberColumn> columns(const GapsView& view);
    static QVector<NumberCell> cellsOf(const GapsViewPtr& view, const Row& row);
    /// Of the chosen row; -1 = none.
    int chosen() const;
    void showButtons();

    QVector<Row> m_rows;
    ScatterChart* m_chart;
    TableCard* m_strategies;
    QPushButton* m_save;
    QPushButton* m_open;
};

} // namespace winnow
