// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axis.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

QVector<double> powersWithin(double low, double high, double base)
{
    QVector<double> powers;
    for (double exponent = std::ceil(std::log(low) / std::log(base) - 1e-9);
         std::pow(base, exponent) <= high * (1 + 1e-9); ++exponent) {
        powers.append(std::pow(base, exponent));
    }
    return powers;
}

} // namespace

QString ChartAxis::caption() const
{
    if (unit.isEmpty() && !percent) {
        return title;
    }
    return QStringLiteral("%1 (%2)").arg(title, percent ? QStringLiteral("%") : unit);
}

QString ChartAxis::text(double value) const
{
    if (!std::isfinite(value)) {
        return QStringLiteral("–");
    }
    if (percent) {
        return QLocale().toString(value * 100, 'f', 1) + u'%';
    }
    const bool isWhole = value == std::floor(value) && std::abs(value) < 1e9;
    const QString number = isWhole ? QLocale().toString(qint64(value)) : shortNumber(value);
    return unit.isEmpty() ? number : number + u' ' + unit;
}

AxisScale AxisScale::of(const ChartAxis& axis, const QVector<double>& values, int ticks)
{
    AxisScale scale;
    scale.log = axis.log;
    scale.percent = axis.percent;
    double low = axis.low.value_or(INFINITY);
    double high = axis.high.value_or(-INFINITY);
    for (const double value : values) {
        if (std::isfinite(value) && (!axis.log || value > 0)) {
            low = axis.low ? low : std::min(low, value);
            high = axis.high ? high : std::max(high, value);
        }
    }
    if (!std::isfinite(low) || !std::isfinite(high)) {
        low = axis.log ? 1 : 0;
        high = axis.log ? 10 : 1;
    }
    if (axis.log) {
        double from = std::floor(std::log10(low) + 1e-9);
        double to = std::max(from + 1, std::ceil(std::log10(high) - 1e-9));
        // Where decades are many, every second or third is said, and the axis ends at one of them.
        const double step = std::max(1.0, std::ceil((to - from) / std::max(2, ticks)));
        if (axis.low && axis.high) {
            scale.low = *axis.low;
            scale.high = std::max(*axis.high, *axis.low * 2);
            scale.ticks = powersWithin(scale.low, scale.high, std::pow(10.0, step));
            if (scale.ticks.size() < 2) {
                scale.ticks = powersWithin(scale.low, scale.high, 2);
            }
            return scale;
        }
        from = axis.low ? from : std::floor(from / step) * step;
        to = axis.high ? to : std::ceil(to / step) * step;
        const double decades = to - from;
        scale.low = std::pow(10.0, from);
        scale.high = std::pow(10.0, to);
        for (double decade = 0; decade <= decades; decade += step) {
            scale.ticks.append(scale.low * std::pow(10.0, decade));
        }
        return scale;
    }
    if (axis.fromZero) {
        low = std::min(low, 0.0);
        high = std::max(high, 0.0);
    }
    if (!(high > low)) {
        // One value alone stands in the middle.
        const double room = low == 0 ? 1 : std::abs(low) * 0.1;
        low -= axis.fromZero || axis.low ? 0 : room;
        high += room;
    }
    const QVector<double> round = niceTicks(low, high, ticks);
    const double apart = round.size() > 1 ? round.at(1) - round.at(0) : high - low;
    const double step = std::max(axis.whole ? 1.0 : 0.0, apart);
    scale.low = axis.low ? low : std::floor(low / step + 1e-9) * step;
    scale.high = axis.high ? high : std::ceil(high / step - 1e-9) * step;
    scale.ticks
        = niceTicks(scale.low, scale.high, std::max(1, int(std::lround((scale.high - scale.low) / step))));
    return scale;
}

bool AxisScale::hasPlace(double value) const
{
    return std::isfinite(value) && (!log || value > 0);
}

double AxisScale::share(double value) const
{
    if (!hasPlace(value)) {
        return std::nan("");
    }
    const double place = log ? std::log(value / low) / std::log(high / low) : (value - low) / (high - low);
    // What is at an end but for rounding is not beyond it.
    constexpr double kRounding = 1e-9;
    return std::abs(place) < kRounding ? 0 : std::abs(place - 1) < kRounding ? 1 : place;
}

double AxisScale::at(double share) const
{
    return log ? low * std::pow(high / low, share) : low + (high - low) * share;
}

int AxisScale::digits() const
{
    const double step = (percent ? 100 : 1) * (ticks.size() > 1 ? ticks.at(1) - ticks.at(0) : high - low);
    return step > 0 ? std::clamp(int(std::ceil(-std::log10(step) - 1e-9)), 0, 9) : 0;
}

QString AxisScale::label(double tick) const
{
    if (log) {
        return percent ? shortNumber(tick * 100) + u'%' : shortNumber(tick);
    }
    if (percent) {
        return QLocale().toString(tick * 100, 'f', digits()) + u'%';
    }
    if (std::max(std::abs(low), std::abs(high)) >= 1e7) {
        return shortNumber(tick);
    }
    return QLocale().toString(tick, 'f', digits());
}

QVector<double> niceTicks(double low, double high, int count)
{
    if (!(high > low) || count < 1) {
        return {low};
    }
    const double raw = (high - low) / count;
    const double magnitude = std::pow(10.0, std::floor(std::log10(raw)));
    double step = 10 * magnitude;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * magnitude >= raw * 0.999) {
            step = factor * magnitude;
            break;
        }
    }
    QVector<double> ticks;
    for (double tick = std::ceil(low / step - 1e-9) * step; tick <= high + step * 1e-9; tick += step) {
        ticks.append(std::abs(tick) < step * 1e-9 ? 0 : tick);
    }
    return ticks;
}

QString shortNumber(double value)
{
    // A small e, as on the axis.
    return QLocale().toString(value, 'g', 3).replace(u'E', u'e');
}

} // namespace winnow
