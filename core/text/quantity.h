// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/numbers.h"

#include <QString>

#include <optional>

namespace winnow {

/// A number with what it counts.
struct Quantity {
    double value = 0;
    /// Digits behind the mark.
    int decimals = 0;
    /// As it is compared: a unit's base ("m", "s", "%"), the words behind the number otherwise; may be empty.
    QString unit;
    /// Whether the unit is one that can be converted; the value is in the base.
    bool known = false;
    /// What the value would be without the unit's factor, and that factor.
    double written = 0;
    double factor = 1;
};

/// The only number of a text with its unit: "5 cm", "$1.2 million", "about 12 %", "The area is 3.5 m^2."
/// Nothing when there are several numbers or none, or when it is a bound or denied.
std::optional<Quantity> quantityOf(QStringView text, DecimalMark habit = DecimalMark::Point);

} // namespace winnow
