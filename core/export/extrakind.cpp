// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/extrakind.h"

#include <QJsonArray>

#include <algorithm>

namespace winnow {

namespace {

ExtraKind numberKind(const QJsonValue& value)
{
    // What is no whole number of 64 bits gives the default, whatever that is.
    const qint64 whole = value.toInteger(0);
    if (whole != value.toInteger(1)) {
        return ExtraKind::Number;
    }
    constexpr qint64 kExact = qint64(1) << 53;
    return whole > kExact || whole < -kExact ? ExtraKind::Large : ExtraKind::Whole;
}

} // namespace

ExtraKind extraKindOf(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return ExtraKind::Logic;
    case QJsonValue::Double:
        return numberKind(value);
    case QJsonValue::String:
        return ExtraKind::Text;
    case QJsonValue::Array: {
        const QJsonArray items = value.toArray();
        return std::all_of(items.begin(), items.end(), [](const QJsonValue& item) { return item.isString(); })
            ? ExtraKind::Texts
            : ExtraKind::Any;
    }
    case QJsonValue::Object:
        return ExtraKind::Any;
    default:
        return ExtraKind::None;
    }
}

ExtraKind commonKind(ExtraKind one, ExtraKind other)
{
    const ExtraKind low = std::min(one, other);
    const ExtraKind high = std::max(one, other);
    if (low == high || low == ExtraKind::None) {
        return high;
    }
    const bool mixes = (low == ExtraKind::Whole && (high == ExtraKind::Large || high == ExtraKind::Number));
    return mixes ? high : ExtraKind::Any;
}

} // namespace winnow
