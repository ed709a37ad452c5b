// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transform/transformation.h"

namespace winnow {

/// Whether a question needs its options, and why. `gold`: position of the right one.
TransformReason optionNeed(const QString& question, const QStringList& options, int gold);

/// Positions of options that speak of the others by where these stand ("all of the above"): they stay last
/// when the rest is rotated.
QVector<int> optionsAboutOthers(const QStringList& options);
/// Some option names others by their letters ("both A and B"), or the letters stand in the image: then the
/// order cannot be changed.
bool namesLetters(const QStringList& options);

} // namespace winnow
