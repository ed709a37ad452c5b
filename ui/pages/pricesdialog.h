// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"
#include "ui/models/jobtracker.h"
#include "ui/models/pricesmodel.h"

#include <QDialog>

class QPushButton;

namespace winnow {

class DataTable;
class Text;

/// What the project's models cost, to be edited; stored with the project on Save.
class PricesDialog : public QDialog {
    Q_OBJECT
public:
    PricesDialog(std::shared_ptr<Project> project, QWidget* parent);
    ~PricesDialog() override;

private:
    void build();
    void read();
    void showState();
    void save();

    std::shared_ptr<Project> m_project;
    JobTracker m_tracker{nullptr};
    PricesModel m_model;
    DataTable* m_table;
    Text* m_problem;
    QPushButton* m_save;
};

} // namespace winnow
