// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/util/format.h"

#include <QCoreApplication>
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

QString formatNumber(std::optional<double> value, int decimals)
{
    return value && std::isfinite(*value) ? QLocale().toString(*value, 'f', decimals) : kMissing;
}

QString formatBytes(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString formatDuration(double seconds)
{
    const qint64 whole = qint64(std::llround(seconds));
    if (whole < 60) {
        return QCoreApplication::translate("Format", "%1 s").arg(whole);
    }
    if (whole < 3600) {
        return QCoreApplication::translate("Format", "%1 min %2 s").arg(whole / 60).arg(whole % 60);
    }
    return QCoreApplication::translate("Format", "%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

} // namespace winnow
