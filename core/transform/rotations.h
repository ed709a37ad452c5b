// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sample.h"

#include <QVector>

namespace winnow {

/// The orders in which a multiple-choice question is asked besides its own, as CircularEval does (MMBench,
/// arXiv 2307.06281, section 4.3): shift s shows the option at position (p + s) mod k under letter p. Options
/// that speak of the others ("all of the above") stay last. Empty where the order means something. Rows are
/// numbered as VLMEvalKit does: index + s * 1,000,000.
QVector<Rotation> cyclicRotations(const Sample& sample);

} // namespace winnow
