// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/facetmodel.h"
#include "ui/models/samplemodel.h"
#include "ui/models/samplequery.h"
#include "ui/pages/page.h"
#include "ui/widgets/selectionbar.h"

class QComboBox;
class QItemSelectionModel;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace winnow {

class ChipRow;
class EmptyState;
class FacetPanel;
class PageHeader;
class SampleDetailView;
class SampleTable;
class ThumbnailGrid;

/// All samples as a grid or a table over one filter: facets, search, sort, and decisions on many at once.
class SamplesPage : public Page {
    Q_OBJECT
public:
    explicit SamplesPage(AppContext& context);
    ~SamplesPage() override;

    void projectChanged() override;
    void activated() override;
    void focusSearch() override;
    QVector<KeyHelp> keys() const override;
    void saveState(Preferences& preferences) const override;
    void restoreState(const Preferences& preferences) override;

    SampleModel* model() { return &m_model; }
    QItemSelectionModel* selection() { return m_selection; }

private:
    void buildHeader();
    void buildBody();
    void buildKeys();
    void showResult();
    void showFilter();
    void showCurrent();
    void showSelection();
    void showTable(bool table);
    void bindSortToHeader();
    void decide(
        Action action, Verdict verdict, SelectionBar::Scope scope = SelectionBar::Scope::FilteredKinds);
    void showContextMenu(const QPoint& globalPosition);
    bool eventFilter(QObject* watched, QEvent* event) override;
    void copyKeys();
    /// The selected samples, or the current one.
    QVector<SampleId> decidedSamples() const;
    void openInReview(const QModelIndex& index);
    QVector<SampleId> selectedSamples() const;
    QWidget* currentView() const;

    SampleQuery m_query;
    SampleModel m_model;
    FacetModel m_facets;
    JobTracker m_tracker{nullptr};
    PageHeader* m_header = nullptr;
    QLineEdit* m_search = nullptr;
    QComboBox* m_sort = nullptr;
    QToolButton* m_order = nullptr;
    QToolButton* m_gridButton = nullptr;
    QToolButton* m_tableButton = nullptr;
    QToolButton* m_facetButton = nullptr;
    QToolButton* m_detailButton = nullptr;
    ChipRow* m_chips = nullptr;
    QSplitter* m_splitter = nullptr;
    FacetPanel* m_facetPanel = nullptr;
    QStackedWidget* m_views = nullptr;
    ThumbnailGrid* m_grid = nullptr;
    SampleTable* m_table = nullptr;
    EmptyState* m_empty = nullptr;
    SampleDetailView* m_detail = nullptr;
    SelectionBar* m_selectionBar = nullptr;
    QItemSelectionModel* m_selection = nullptr;
    bool m_tableShown = false;
    SampleId m_current;
};

} // namespace winnow
