// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QDateTime>

#include <chrono>

namespace winnow {

QString nowUtc()
{
    const QByteArray fixed = qgetenv("WINNOW_FIXED_TIME");
    if (!fixed.isEmpty()) {
        return QString::fromUtf8(fixed);
    }
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

qint64 nowMicroseconds()
{
    const QByteArray fixed = qgetenv("WINNOW_FIXED_TIME");
    if (!fixed.isEmpty()) {
        return QDateTime::fromString(QString::fromUtf8(fixed), Qt::ISODateWithMs).toMSecsSinceEpoch() * 1000;
    }
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace winnow
