// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/numbertable.h"
#include "ui/models/subsetcontroller.h"
#include "ui/pages/page.h"

#include <memory>

class QScrollArea;
class QStackedWidget;

namespace winnow {

class DataTable;
class EmptyState;
class PageHeader;
class SubsetCurveCards;
class SubsetForm;
class SubsetSamples;
class SubsetSaveBar;
class SubsetShares;
class SubsetStored;
class SubsetTiles;
class Text;
class WorkProgress;

/// Choosing a set: connects a SubsetController with the views of what is asked for, what sets keep of models
/// held out, the set itself and the stored subsets.
class SubsetsPage : public Page {
    Q_OBJECT
public:
    explicit SubsetsPage(AppContext& context);
    ~SubsetsPage() override;

    void projectChanged() override;
    void activated() override;
    void deactivated() override;
    SubsetController* subsets() { return m_subsets.get(); }

private:
    QWidget* buildForm();
    QWidget* buildBody();
    QWidget* buildTable(DataTable* table, NumberTableModel* model, const QString& title, const QString& note);
    void connectAll();
    void addKeys();
    void show(SubsetChanges changes);
    void showStage();
    void takeFocus();
    void showWords();
    void showTables(SubsetChanges changes);
    void tellSaved(const SubsetUndo& undo);
    void open(const QString& name);

    std::unique_ptr<SubsetController> m_subsets;
    /// The slider takes the focus once it can.
    bool m_wantsFocus = false;
    NumberTableModel m_methodsModel;
    NumberTableModel m_scoresModel;
    PageHeader* m_header;
    WorkProgress* m_progress;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QScrollArea* m_scroll;
    SubsetForm* m_form;
    SubsetSaveBar* m_saveBar;
    Text* m_valid;
    Text* m_warnings;
    Text* m_notes;
    SubsetTiles* m_tiles;
    SubsetCurveCards* m_curves;
    SubsetShares* m_shares;
    SubsetStored* m_stored;
    SubsetSamples* m_samples;
    DataTable* m_methods;
    DataTable* m_scores;
    QWidget* m_methodsCard;
    QWidget* m_scoresCard;
};

} // namespace winnow
