// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/modelstats.h"
#include "ui/charts/numbertable.h"
#include "ui/pages/computedpage.h"

namespace winnow {

class FilterBox;

/// How every model did: accuracy with its interval beside the chance of the same samples, by dataset and
/// condition, with what is missing and what was not read. Every number opens its samples.
class ModelsPage : public ComputedPage {
    Q_OBJECT
public:
    explicit ModelsPage(AppContext& context);

private:
    using Accuracies = QVector<ModelAccuracy>;

    void show(const Accuracies& accuracies);
    void showTable();

    Accuracies m_accuracies;
    NumberTableModel m_model;
    FilterBox* m_dataset;
    FilterBox* m_condition;
};

} // namespace winnow
