// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/numbertable.h"
#include "ui/models/subsetcontroller.h"
#include "ui/widgets/basics.h"

class QLineEdit;
class QPushButton;

namespace winnow {

class DataTable;

/// The stored subsets: how each was made and whether what it was chosen from has changed; opens, shows,
/// renames, exports and removes the one that is chosen.
class SubsetStored : public Card {
    Q_OBJECT
public:
    explicit SubsetStored(SubsetController& controller, QWidget* parent = nullptr);
    ~SubsetStored() override;

    void show();
    /// Chooses one, as soon as it is there.
    void select(const QString& name);

signals:
    void opened(const QString& name);
    void exportAsked(const QString& name);

private:
    QString chosen() const;
    bool choose(const QString& name);
    void showChosen();
    QWidget* buildActions();

    SubsetController& m_controller;
    NumberTableModel m_model;
    /// To be chosen once it is there.
    QString m_wanted;
    Text* m_none;
    DataTable* m_table;
    QWidget* m_actions;
    QLineEdit* m_name;
    QPushButton* m_rename;
    QVector<QPushButton*> m_ofAny;
    QVector<QPushButton*> m_writes;
};

} // namespace winnow
