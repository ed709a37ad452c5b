// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/insightssection.h"

namespace winnow {

class ScatterChart;

/// Multiple choice against open-ended and against every rotation.
class InsightsFormat : public InsightsSection {
    Q_OBJECT
public:
    explicit InsightsFormat(QWidget* parent = nullptr);

    void show(const InsightsView& view) override;

private:
    ScatterChart* m_formats;
};

} // namespace winnow
