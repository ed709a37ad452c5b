// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace winnow {

/// A reply that declines: it sees no image, cannot tell, or does not know. English, Korean, Chinese,
/// Japanese, German, French and Spanish. Linear; only the beginning and the end of long replies are looked
/// at.
bool isRefusal(QStringView reply);

} // namespace winnow
