// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/util/format.h"

#include <QLocale>

#include <cmath>

namespace winnow {

namespace {

const QString kMissing = QStringLiteral("–");

} // namespace

QString formatCount(qint64 value)
{
    return QLocale().toString(value);
}

QString formatPercent(std::optional<double> share, int decimals)
{
    if (!share || !std::isfinite(*share)) {
        return kMissing;
    }
    return QLocale().toString(*share * 100, 'f', decimals) + u'%';
}

QString formatPercentInterval(double share, double low, double high)
{
    const QLocale locale;
    return QStringLiteral("%1 (%2–%3)")
        .arg(formatPercent(share), locale.toString(low * 100, 'f', 1), locale.toString(high * 100, 'f', 1));
}

QString formatScore(double value)
{
    return std::isfinite(value) ? QLocale().toString(value, 'g', 3).replace(u'E', u'e') : kMissing;
}

QString formatNumber(std::optional<double> value, int decimals)
{
    return value && std::isfinite(*value) ? QLocale().toString(*value, 'f', decimals) : kMissing;
}

} // namespace winnow
