// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/basics.h"

namespace winnow {

class ImportController;

/// The line above the files: choosing more of them, importing all, looking at what was imported before.
class ImportHeader : public PageHeader {
    Q_OBJECT
public:
    explicit ImportHeader(ImportController& import, QWidget* parent = nullptr);

    void showFiles();
    /// What was imported before is looked at while there are files.
    bool showsBefore() const { return m_before->isChecked(); }
    void leaveBefore() { m_before->setChecked(false); }
    void chooseFiles();

signals:
    void beforeChosen();

private:
    void chooseFolder();

    ImportController& m_import;
    QPushButton* m_before;
    QPushButton* m_all;
};

} // namespace winnow
