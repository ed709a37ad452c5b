// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/subsetcontroller.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace winnow {

class Text;

/// Stores the set that is shown under a name, or one for each capability.
class SubsetSaveBar : public QWidget {
    Q_OBJECT
public:
    explicit SubsetSaveBar(SubsetController& controller, QWidget* parent = nullptr);

    void show();
    /// Asks for a name first where none is written.
    void save();
    void setName(const QString& name);

private:
    bool isReady() const;
    bool isShown(const Subset& subset) const;
    bool isEach() const;
    void say();

    SubsetController& m_controller;
    /// To be saved once the set is there that was asked for last.
    bool m_waits = false;
    QLineEdit* m_name;
    QCheckBox* m_each;
    Text* m_note;
    QPushButton* m_save;
};

} // namespace winnow
