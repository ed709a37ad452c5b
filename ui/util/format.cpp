// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/util/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

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

QString formatProgress(std::optional<double> share, std::optional<qint64> secondsLeft)
{
    QStringList parts;
    if (share) {
        // What is not done is not a hundred percent.
        parts.append(formatPercent(std::floor(qMin(*share, 0.99) * 100) / 100, 0));
    }
    if (secondsLeft) {
        const qint64 seconds = *secondsLeft;
        const auto tr = [](const char* text, qint64 n) {
            return QCoreApplication::translate("Format", text, nullptr, int(n));
        };
        if (seconds < 90) {
            parts.append(tr(QT_TRANSLATE_N_NOOP("Format", "%n s left"), qMax<qint64>(1, seconds)));
        } else if (seconds < 90 * 60) {
            parts.append(tr(QT_TRANSLATE_N_NOOP("Format", "%n min left"), (seconds + 30) / 60));
        } else {
            parts.append(tr(QT_TRANSLATE_N_NOOP("Format", "%n h left"), (seconds + 1800) / 3600));
        }
    }
    return parts.join(QStringLiteral(", "));
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
