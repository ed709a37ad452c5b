// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/numbertable.h"
#include "ui/models/exportpreview.h"

#include <QWidget>

class QVBoxLayout;

namespace winnow {

class DataTable;
class StatTile;
class Text;

/// What an export would write, why samples are left out or changed, and by dataset; every count opens its
/// samples.
class ExportCounts : public QWidget {
    Q_OBJECT
public:
    explicit ExportCounts(QWidget* parent = nullptr);

    void show(const ExportPreview& preview);

private:
    QLayout* buildTiles();
    DataTable* addTable(
        QVBoxLayout* column, const QString& title, NumberTableModel* model, const QString& name);
    void showTiles(const ExportPreview& preview);
    void showDispositions(const ExportPreview& preview);
    void showReasons(const ExportPreview& preview);
    void showDatasets(const ExportPreview& preview);

    StatTile* m_written = nullptr;
    StatTile* m_changed = nullptr;
    StatTile* m_dropped = nullptr;
    NumberTableModel m_dispositions;
    NumberTableModel m_reasons;
    NumberTableModel m_datasets;
    Text* m_noReasons;
    DataTable* m_reasonTable;
};

} // namespace winnow
