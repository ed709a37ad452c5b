// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/sortedmodel.h"
#include "ui/models/subsetcontroller.h"
#include "ui/models/subsetsamplemodel.h"
#include "ui/widgets/basics.h"

class QPushButton;

namespace winnow {

class DataTable;

/// The samples of the set that is shown, each with why it is in. Keys and a menu put the selected ones always
/// or never in.
class SubsetSamples : public Card {
    Q_OBJECT
public:
    explicit SubsetSamples(SubsetController& controller, QWidget* parent = nullptr);
    ~SubsetSamples() override;

    void show();
    /// The selected ones; asks nothing without any.
    void want(SubsetController::Wanted wanted);

private:
    QVector<SampleId> selected() const;
    void showMenu(const QPoint& at);

    SubsetController& m_controller;
    SubsetSampleModel m_model;
    SortedModel m_sorted;
    DataTable* m_table;
    Text* m_title;
    QPushButton* m_open;
    QPushButton* m_in;
    QPushButton* m_out;
};

} // namespace winnow
