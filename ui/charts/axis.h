// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

#include <optional>

namespace winnow {

/// What an axis says.
struct ChartAxis {
    QString title;
    /// Such as "s" or "MB"; empty for a plain number or where the title says it.
    QString unit = {};
    /// Values are shares from 0 to 1, said as percent.
    bool percent = false;
    bool log = false;
    /// Fixed ends; otherwise the axis holds all values.
    std::optional<double> low = {};
    std::optional<double> high = {};
    /// The axis begins at zero, as lengths do; not on a logarithmic one.
    bool fromZero = false;
    /// Values are counts: no tick stands between two whole numbers.
    bool whole = false;

    /// "Latency (s)".
    QString caption() const;
    /// A value as people read it, with its unit; a dash when it is not a number.
    QString text(double value) const;
};

/// An axis with ends and ticks. On a logarithmic axis the ends are whole decades unless both are fixed, and
/// what is not positive has no place: it is shown at the low edge, marked.
struct AxisScale {
    double low = 0;
    double high = 1;
    bool log = false;
    bool percent = false;
    QVector<double> ticks;

    /// Holds the values that are finite (and positive, where it is logarithmic).
    static AxisScale of(const ChartAxis& axis, const QVector<double>& values, int ticks = 5);
    /// From 0 at the low end to 1 at the high one, beyond them outside; NaN for what has no place.
    double share(double value) const;
    bool hasPlace(double value) const;
    /// The value at a share.
    double at(double share) const;
    /// Digits behind the point that tell its ticks apart, as they are said.
    int digits() const;
    /// What a tick says.
    QString label(double tick) const;
};

/// Round steps (1, 2, 5) over a range, about `count` of them.
QVector<double> niceTicks(double low, double high, int count);
/// Three digits, as they stand on axes.
QString shortNumber(double value);

} // namespace winnow
