// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/modelrows.h"
#include "core/compare/separability.h"
#include "ui/charts/numbertable.h"
#include "ui/pages/computedpage.h"
#include "ui/pages/tiescard.h"

namespace winnow {

class FilterBox;

/// How every model did: accuracy with its interval beside the chance of the same samples, by dataset,
/// capability and condition, what it does without the image and in other forms, attempts, cost and seconds;
/// below it which models the samples can tell apart. Every number opens its samples.
class ModelsPage : public ComputedPage {
    Q_OBJECT
public:
    explicit ModelsPage(AppContext& context);

protected:
    void forget() override { m_models = {}; }

private:
    struct Models {
        QVector<ModelRow> byRun;
        QVector<ModelRow> byCapability;
        /// Of the dataset and capability that are looked at.
        TiesCard::Shown ties;
    };

    Work<Models> prepare();
    void show(const Models& models);
    void showTable();
    /// Another dataset, capability or condition.
    void narrow();

    Models m_models;
    NumberTableModel m_model;
    FilterBox* m_dataset;
    FilterBox* m_capability;
    FilterBox* m_condition;
    TiesCard m_ties;
};

} // namespace winnow
