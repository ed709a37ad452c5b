// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace winnow {

/// Now, as ISO 8601 UTC with milliseconds. WINNOW_FIXED_TIME in the environment replaces it, so that
/// two runs over the same input write the same bytes.
QString nowUtc();

/// The same instant in microseconds since the epoch.
qint64 nowMicroseconds();

} // namespace winnow
