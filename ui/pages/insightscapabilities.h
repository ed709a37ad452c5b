// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/insightssection.h"

namespace winnow {

class HeatMap;

/// Which capabilities go together over models.
class InsightsCapabilities : public InsightsSection {
    Q_OBJECT
public:
    explicit InsightsCapabilities(QWidget* parent = nullptr);

    void show(const InsightsView& view) override;

private:
    HeatMap* m_map;
};

} // namespace winnow
