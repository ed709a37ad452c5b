// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/gapssection.h"

namespace winnow {

class LineChart;

/// One try against the best of several, and what verifiers make of them.
class GapsValidation : public GapsSection {
    Q_OBJECT
public:
    explicit GapsValidation(QWidget* parent = nullptr);

protected:
    bool fill(const GapsViewPtr& view) override;

private:
    bool showChart(const GapsViewPtr& view);
    void showModels(const GapsViewPtr& view);
    void showVerifiers(const GapsViewPtr& view);

    LineChart* m_chart;
    QComboBox* m_of;
    TableCard* m_models;
    TableCard* m_verifiers;
};

/// Where the contender that is right most often with one try stands, of those with repeats; -1 = none.
qsizetype bestRepeated(const QVector<ContenderValidation>& validation);

} // namespace winnow
