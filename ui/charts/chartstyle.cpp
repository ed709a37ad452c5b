// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartstyle.h"

#include <QFontInfo>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

struct InForce {
    ChartStyle style;
    quint64 serial = 1;
    quint64 last = 1;
};

InForce& current()
{
    static InForce style;
    return style;
}

/// Relative luminance after WCAG 2.
double luminance(const QColor& color)
{
    const auto linear
        = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

const ChartStyle& chartStyle()
{
    return current().style;
}

void setChartStyle(const ChartStyle& style)
{
    current().style = style;
    current().serial = ++current().last;
}

quint64 chartStyleSerial()
{
    return current().serial;
}

PaperStyle::PaperStyle()
    : m_screen(chartStyle())
    , m_serial(chartStyleSerial())
{
    ChartStyle paper;
    paper.font = m_screen.font;
    paper.font.setPixelSize(std::max(1, QFontInfo(m_screen.font).pixelSize()));
    setChartStyle(paper);
}

PaperStyle::~PaperStyle()
{
    current().style = m_screen;
    current().serial = m_serial;
}

QColor colorBetween(const QVector<QColor>& ramp, double share)
{
    const double place = std::clamp(share, 0.0, 1.0) * double(ramp.size() - 1);
    const auto from = std::min(qsizetype(place), ramp.size() - 2);
    const double part = place - double(from);
    const QColor& a = ramp.at(from);
    const QColor& b = ramp.at(from + 1);
    const auto mix = [&](int x, int y) { return int(std::lround(x + (y - x) * part)); };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

QColor inkOn(const QColor& ground)
{
    const double light = luminance(ground);
    return 1.05 / (light + 0.05) > (light + 0.05) / 0.05 ? QColor(Qt::white) : QColor(Qt::black);
}

} // namespace winnow
