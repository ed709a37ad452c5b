// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/keymapmodel.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace winnow {

class DataTable;
class KeyField;
class Text;

/// The keys of every command: find one, press another key for it, be told what that key does already.
class KeysPreferences : public QWidget {
    Q_OBJECT
public:
    explicit KeysPreferences(QWidget* parent = nullptr);

private:
    QString command() const;
    void showCommand();
    void showPressed();
    void take();

    KeyMapModel m_model;
    QSortFilterProxyModel m_found;
    QLineEdit* m_search;
    DataTable* m_table;
    Text* m_title;
    KeyField* m_key;
    Text* m_note;
    QPushButton* m_set;
    QPushButton* m_reset;
    QPushButton* m_resetAll;
};

} // namespace winnow
