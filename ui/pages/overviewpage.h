// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/datasetedits.h"
#include "ui/models/overviewmodel.h"
#include "ui/pages/page.h"

class QPushButton;
class QVBoxLayout;

namespace winnow {

class DataTable;
class EmptyState;
class PageHeader;
class StatTile;
class SuiteCard;
class Text;

/// Where the project stands: what is in it, datasets by capabilities, and what to do next.
class OverviewPage : public Page {
    Q_OBJECT
public:
    explicit OverviewPage(AppContext& context);

    void projectChanged() override;
    void activated() override;
    QVector<KeyHelp> keys() const override;

private:
    void buildTiles(QVBoxLayout* column);
    void reload();
    /// Opens what the policy keeps of the samples that `scope` selects.
    void openKept(const SampleFilter& scope);
    /// Opens what models replied to in a dataset, or in all.
    void openAnswered(const QString& dataset);
    void show();
    void fillNext();
    void editDatasets();
    void apply(const DatasetEdits& edits);
    void tell(const DatasetEdits& edits, const QVector<RescoredDataset>& rescored);
    void addStep(
        const QString& title, const QString& text, const QString& button, std::function<void()> action);

    JobTracker m_tracker;
    OverviewModel m_model;
    bool m_stale = true;
    PageHeader* m_header;
    QWidget* m_content;
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
    EmptyState* m_empty = nullptr;
};

} // namespace winnow
