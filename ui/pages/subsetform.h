// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/subsetcontroller.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace winnow {

class FilterBox;
class SubsetBudget;
class SubsetWanted;
class Text;

/// What a set is chosen from and how: samples, method, budget, seed, what is left out, who is always in.
class SubsetForm : public QWidget {
    Q_OBJECT
public:
    explicit SubsetForm(SubsetController& controller, QWidget* parent = nullptr);

    void show(SubsetChanges changes);
    /// Opens the table of floors and quotas.
    QPushButton* sharesButton() const { return m_shares; }
    SubsetBudget* budget() const { return m_budget; }

private:
    void addSamples(QVBoxLayout* rows);
    void addMethod(QVBoxLayout* rows);
    void addOthers(QVBoxLayout* rows);
    void offer();
    void showRequest();
    void showSamples();
    void takeScope();
    void takeMethod();

    SubsetController& m_controller;
    FilterBox* m_dataset;
    FilterBox* m_capability;
    FilterBox* m_parent;
    Text* m_samples;
    QCheckBox* m_once;
    QComboBox* m_method;
    Text* m_about;
    SubsetBudget* m_budget;
    QSpinBox* m_seed;
    Text* m_frontierTitle;
    QDoubleSpinBox* m_frontier;
    FilterBox* m_family;
    QPushButton* m_shares;
    SubsetWanted* m_wanted;
};

} // namespace winnow
