// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/gapsview.h"

#include <QWidget>

class QDoubleSpinBox;
class QPushButton;

namespace winnow {

class ChecksButton;
class FilterBox;
class SamplesBox;
class SubsetList;

/// What the Gaps tab looks at: datasets, capability, models, samples, how long people wait and which score is
/// right.
class GapsFilters : public QWidget {
    Q_OBJECT
public:
    explicit GapsFilters(SubsetList* subsets, QWidget* parent = nullptr);

    GapsQuestion question() const;
    /// Nothing is told.
    void ask(const GapsQuestion& question);
    /// What there is to choose from; what was asked for stays chosen.
    void offer(const GapsView& view);
    QPushButton* prices() const { return m_prices; }

signals:
    void changed();

private:
    ChecksButton* m_datasets;
    FilterBox* m_capability;
    ChecksButton* m_models;
    SamplesBox* m_samples;
    QDoubleSpinBox* m_patience;
    QDoubleSpinBox* m_rightFrom;
    QPushButton* m_prices;
    /// A remembered subset, until the project's are read.
    void takeSubset();

    /// Chosen before it was known what there is.
    GapsQuestion m_wanted;
    bool m_offered = false;
    bool m_subsetWaits = false;
};

} // namespace winnow
