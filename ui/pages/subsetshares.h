// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/subsetcontroller.h"
#include "ui/models/subsetsharesmodel.h"
#include "ui/widgets/basics.h"

namespace winnow {

class DataTable;

/// The table of floors and quotas, to be written into.
class SubsetShares : public Card {
    Q_OBJECT
public:
    explicit SubsetShares(SubsetController& controller, QWidget* parent = nullptr);
    ~SubsetShares() override;

    void show();

private:
    SubsetController& m_controller;
    SubsetSharesModel m_model;
    SubsetStudy::Pointer m_shown;
    DataTable* m_table;
};

} // namespace winnow
