// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/importundo.h"
#include "ui/models/importhistorymodel.h"

#include <QWidget>

namespace winnow {

class DataTable;
class ImportController;

/// What was imported before, and the question before an import is taken back. Hidden while it is empty.
class ImportHistoryView : public QWidget {
    Q_OBJECT
public:
    explicit ImportHistoryView(ImportController& import, QWidget* parent = nullptr);

    void showHistory();
    /// What went with an import that was taken back, in sentences.
    static QString whatWent(const UndoneImport& done);

signals:
    /// Something is about to be asked.
    void asking();

private:
    void askUndo(int row);

    ImportController& m_import;
    ImportHistoryModel m_model;
    DataTable* m_table;
};

} // namespace winnow
