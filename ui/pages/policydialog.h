// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/policydrafts.h"
#include "ui/models/policyrulesmodel.h"
#include "ui/pages/appcontext.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QListView;
class QPushButton;

namespace winnow {

class DataTable;
class Text;

/// The project's policies: copied, named, edited kind by kind, exchanged as files and chosen; says at once
/// how many samples each would keep. Nothing is stored before Save.
class PolicyDialog : public QDialog {
    Q_OBJECT
public:
    PolicyDialog(AppContext& context, QWidget* parent);
    ~PolicyDialog() override;

private:
    QWidget* buildList();
    QWidget* buildEditor();
    QHBoxLayout* buildButtons();
    void connectEditor();
    void readDatasets();
    void showPolicy();
    void showState();
    void count();
    void showCount(const QMap<QString, qint64>& dispositions, qint64 total);
    void editCell(const QModelIndex& index);
    void offerChoices(const QPersistentModelIndex& index);
    void removeCurrent();
    void importFile();
    void exportFile();
    void say(const QString& text);
    void save();
    int row() const;

    AppContext& m_context;
    JobTracker m_tracker{nullptr};
    PolicyDrafts m_drafts;
    PolicyRulesModel m_rules;
    QTimer m_pause;
    bool m_filling = false;
    QListView* m_list = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_choose = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_description = nullptr;
    QComboBox* m_scope = nullptr;
    DataTable* m_table = nullptr;
    QPushButton* m_inherit = nullptr;
    Text* m_note = nullptr;
    Text* m_count = nullptr;
    Text* m_problem = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace winnow
