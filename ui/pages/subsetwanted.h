// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/subsetcontroller.h"

#include <QWidget>

class QListWidget;
class QPushButton;

namespace winnow {

class Text;

/// The samples that people want in a set whatever the method says, and those they never want; each can be
/// taken off again. Not there while there are none.
class SubsetWanted : public QWidget {
    Q_OBJECT
public:
    explicit SubsetWanted(SubsetController& controller, QWidget* parent = nullptr);

    void show();

private:
    void fill(const QHash<qint64, QString>& keys);
    void takeOff();

    SubsetController& m_controller;
    JobTracker m_tracker{nullptr};
    QListWidget* m_list;
    QPushButton* m_remove;
};

} // namespace winnow
