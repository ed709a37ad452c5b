// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/policychoice.h"
#include "ui/pages/appcontext.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace winnow {

/// Shows and changes the project's policy, and opens what edits policies; the pages that have one show the
/// same.
class PolicyPicker : public QWidget {
    Q_OBJECT
public:
    explicit PolicyPicker(AppContext& context, QWidget* parent = nullptr);

private:
    void refill();
    void edit();

    AppContext& m_context;
    QComboBox* m_box;
    QToolButton* m_edit;
};

} // namespace winnow
