// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/basics.h"

class QComboBox;
class QLineEdit;
class QToolButton;

namespace winnow {

class FilterState;

/// The heading of the Samples page: search, order, pictures or table, and the panels at both sides.
class SamplesHeader : public PageHeader {
    Q_OBJECT
public:
    explicit SamplesHeader(FilterState* filter, QWidget* parent = nullptr);

    void showFilter();
    void showTable(bool table);
    /// Whether samples can be sorted by time.
    void offerTime(bool recorded);
    void focusSearch();
    QToolButton* facetButton() const { return m_facetButton; }
    QToolButton* detailButton() const { return m_detailButton; }

signals:
    /// Return was pressed in the search.
    void searched();
    void tableChosen(bool table);
    void facetsToggled(bool on);
    void detailsToggled(bool on);

private:
    void buildSearch();
    void buildSort();
    void buildViews();

    FilterState* m_filter;
    QLineEdit* m_search = nullptr;
    QComboBox* m_sort = nullptr;
    QToolButton* m_order = nullptr;
    QToolButton* m_gridButton = nullptr;
    QToolButton* m_tableButton = nullptr;
    QToolButton* m_facetButton = nullptr;
    QToolButton* m_detailButton = nullptr;
};

} // namespace winnow
