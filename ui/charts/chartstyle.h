// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QVector>

namespace winnow {

/// The colours and the font that charts are drawn with; set by the theme before any chart is shown. What is
/// not set is for a light ground.
struct ChartStyle {
    QColor text = QColor(0x1d, 0x22, 0x29);
    QColor muted = QColor(0x4b, 0x54, 0x60);
    QColor grid = QColor(0xe1, 0xe4, 0xe9);
    QColor background = Qt::white;
    QColor accent = QColor(0x4a, 0x57, 0xc9);
    QColor second = QColor(0x5d, 0x66, 0x72);
    QFont font = {};
    /// One a series, told apart with the common colour vision deficiencies; never without a pattern, a dash
    /// or a shape beside it.
    QVector<QColor> series = {QColor(0x00, 0x72, 0xb2), QColor(0xd5, 0x5e, 0x00), QColor(0x00, 0x8a, 0x65),
        QColor(0xb8, 0x5a, 0x90), QColor(0x2f, 0x9c, 0xd0), QColor(0xc9, 0x88, 0x00),
        QColor(0x6c, 0x75, 0x80)};
    /// From little to much: lightness alone tells them apart, and much stands out from the ground.
    QVector<QColor> ramp = {QColor(0xf1, 0xf4, 0xfa), QColor(0xc6, 0xd6, 0xee), QColor(0x8d, 0xb2, 0xdd),
        QColor(0x48, 0x86, 0xc0), QColor(0x1f, 0x5a, 0x94), QColor(0x0c, 0x33, 0x60)};
    /// From the least over nothing to the most.
    QVector<QColor> diverging = {QColor(0xa8, 0x45, 0x00), QColor(0xec, 0xa0, 0x6a), QColor(0xf3, 0xf3, 0xf5),
        QColor(0x7d, 0xb2, 0xdc), QColor(0x00, 0x55, 0x90)};

    QColor seriesColor(qsizetype index) const { return series.at(index % series.size()); }
};

/// The style in force. GUI thread only.
const ChartStyle& chartStyle();
void setChartStyle(const ChartStyle& style);
/// Another one whenever the style is another: what was drawn before is out of date.
quint64 chartStyleSerial();

/// While one lives, charts are drawn for paper: on a light ground, with a font that does not depend on the
/// resolution of what is painted on. GUI thread only.
class PaperStyle {
public:
    PaperStyle();
    ~PaperStyle();
    PaperStyle(const PaperStyle&) = delete;
    PaperStyle& operator=(const PaperStyle&) = delete;

private:
    ChartStyle m_screen;
    quint64 m_serial;
};

/// A colour between those of a ramp; `share` from 0 to 1.
QColor colorBetween(const QVector<QColor>& ramp, double share);
/// Black or white, whichever is read better on a ground.
QColor inkOn(const QColor& ground);

} // namespace winnow
