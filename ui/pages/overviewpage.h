// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/datasetedits.h"
#include "ui/models/overviewmodel.h"
#include "ui/pages/computedpage.h"

class QLayout;
class QPushButton;
class QVBoxLayout;

namespace winnow {

class Card;
class DataTable;
class StatTile;
class SuiteCard;
class Text;

/// Where the project stands: what is in it, datasets by capabilities, and what to do next.
class OverviewPage : public ComputedPage {
    Q_OBJECT
public:
    explicit OverviewPage(AppContext& context);

    void activated() override;

protected:
    void forget() override;

private:
    using Shown = std::shared_ptr<const OverviewData>;

    QLayout* buildTiles();
    Card* buildNext();
    Card* buildTable();
    void show(const Shown& overview);
    void showTiles(const OverviewData& overview);
    void fillNext();
    void addImportSteps(const ProjectStats& stats);
    void addExportSteps(const OverviewData& overview);
    void editDatasets();
    void apply(const DatasetEdits& edits);
    void tell(const DatasetEdits& edits, const QVector<RescoredDataset>& rescored);
    void addStep(const QString& title, const QString& text, const QString& button, const ClickThrough& then);

    JobTracker m_tracker;
    OverviewModel m_model;
    StatTile* m_samples = nullptr;
    StatTile* m_images = nullptr;
    StatTile* m_models = nullptr;
    StatTile* m_flags = nullptr;
    StatTile* m_reviewed = nullptr;
    StatTile* m_kept = nullptr;
    QVBoxLayout* m_next = nullptr;
    DataTable* m_table = nullptr;
    SuiteCard* m_suite = nullptr;
    QPushButton* m_edit = nullptr;
    Text* m_generated = nullptr;
};

} // namespace winnow
