// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/policychoice.h"
#include "ui/pages/appcontext.h"

#include <QComboBox>

namespace winnow {

/// Shows and changes the project's policy; the pages that have one show the same.
class PolicyPicker : public QComboBox {
    Q_OBJECT
public:
    explicit PolicyPicker(AppContext& context, QWidget* parent = nullptr);

private:
    void refill();

    AppContext& m_context;
};

} // namespace winnow
