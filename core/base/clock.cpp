// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QDateTime>

namespace winnow {

QString nowUtc()
{
    const QByteArray fixed = qgetenv("WINNOW_FIXED_TIME");
    if (!fixed.isEmpty()) {
        return QString::fromUtf8(fixed);
    }
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

} // namespace winnow
