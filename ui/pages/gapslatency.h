// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/gapssection.h"

namespace winnow {

class LineChart;

/// Waiting for one try against stopping at the first that will do.
class GapsLatency : public GapsSection {
    Q_OBJECT
public:
    explicit GapsLatency(QWidget* parent = nullptr);

protected:
    bool fill(const GapsViewPtr& view) override;

private:
    void showChart(const GapsViewPtr& view);
    void showWays(const GapsViewPtr& view);

    LineChart* m_chart;
    QComboBox* m_of;
    TableCard* m_ways;
};

/// The contender whose tries are worth stopping: of those with repeats the one that is right most often with
/// one try; without repeats of all. nullptr = no call was timed.
const ContenderLatency* bestTimed(const Latency& latency);
/// One of its ways; nullptr where it has none such.
const LatencyRow* wayOf(const QVector<LatencyRow>& rows, LatencyRow::Way way);

} // namespace winnow
