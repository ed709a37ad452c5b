// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/importstore.h"
#include "core/store/project.h"

#include <QAbstractTableModel>

namespace winnow {

/// What was imported, newest first, and which imports can be taken back now. A value.
struct ImportHistory {
    struct Line {
        ImportRecord record;
        /// Empty when the dataset is gone.
        QString dataset;
        bool canUndo = false;
        /// A later import of its dataset was not undone.
        bool stoodOn = false;
    };
    QVector<Line> lines;
    /// Of all datasets.
    QStringList datasets;

    /// What one import told: its own record and those of the same file.
    QVector<ImportRecord> partsOf(ImportId import) const;
};

/// Reads it. Not on the GUI thread.
Result<ImportHistory> loadImportHistory(const Project& project);

/// The imports of a project as a table; the latest of each dataset has a link that asks to take it back.
class ImportHistoryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        FileColumn,
        KindColumn,
        DatasetColumn,
        AddedColumn,
        ChangedColumn,
        UnchangedColumn,
        RejectedColumn,
        WarningsColumn,
        WhenColumn,
        UndoColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void set(const ImportHistory& history);
    const ImportHistory& history() const { return m_history; }

private:
    QString text(const ImportHistory::Line& line, Column column) const;
    QString tip(const ImportHistory::Line& line, Column column) const;

    ImportHistory m_history;
};

} // namespace winnow
