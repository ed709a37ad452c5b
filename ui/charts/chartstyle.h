// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>

namespace winnow {

/// The colours and the font that charts are drawn with; set by the theme before any chart is shown.
struct ChartStyle {
    QColor text = Qt::black;
    QColor muted = Qt::darkGray;
    QColor grid = Qt::lightGray;
    QColor background = Qt::white;
    QColor accent = Qt::blue;
    QColor second = Qt::gray;
    QFont font;
};

/// The style in force. GUI thread only.
const ChartStyle& chartStyle();
void setChartStyle(const ChartStyle& style);

} // namespace winnow
