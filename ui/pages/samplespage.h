// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/facetmodel.h"
#include "ui/models/samplemodel.h"
#include "ui/models/samplequery.h"
#include "ui/pages/page.h"
#include "ui/widgets/selectionbar.h"

class QItemSelectionModel;
class QSplitter;
class QStackedWidget;

namespace winnow {

class ChipRow;
class EmptyState;
class FacetPanel;
class SamplesHeader;
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
    void goBackTo(const PagePlace& place) override;
    bool goBackWithin() override;
    void saveState(Preferences& preferences) const override;
    void restoreState(const Preferences& preferences) override;

    SampleModel* model() { return &m_model; }
    QItemSelectionModel* selection() { return m_selection; }

protected:
    QVariant ownPlace() const override { return context().filter()->place(); }

private:
    void buildBody();
    void connectBody();
    void buildKeys();
    void showResult();
    /// After a reset the same samples stay selected as far as they still pass; else the place is kept.
    void selectAgain(const QVector<SampleId>& selected, int before);
    void showEmpty(bool noneAtAll);
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
    SamplesHeader* m_header = nullptr;
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
    /// Where to scroll when the samples of a place are there.
    std::optional<PagePlace> m_wanted;
};

} // namespace winnow
