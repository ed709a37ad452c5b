// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardItemModel>
#include <QWidget>

class QPushButton;

namespace winnow {

class DataTable;
class ImportController;
struct ImportReport;
class Text;

/// What an import did and what was found in the file, to be saved and followed to its samples.
class ImportReportView : public QWidget {
    Q_OBJECT
public:
    explicit ImportReportView(ImportController& import, QWidget* parent = nullptr);

    /// The file that is looked at, which has a report.
    void showReport();

private:
    QWidget* makeButtons();
    static QString summary(const ImportReport& report);
    void showIssues(const ImportReport& report);
    void openSamples();
    void save();

    ImportController& m_import;
    Text* m_title;
    Text* m_text;
    QPushButton* m_save;
    Text* m_issueTitle;
    DataTable* m_table;
    QStandardItemModel m_issues;
};

} // namespace winnow
