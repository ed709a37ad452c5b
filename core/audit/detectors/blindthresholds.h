// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace winnow {

/// The published blind cut-off of a dataset (DatBench, arXiv 2601.02316, Table 7), by dataset name, then by
/// capability; nothing for a dataset the paper does not have. `mcq` matters for MathVision and MathVista.
std::optional<int> datBenchThreshold(const QString& dataset, const QString& capability, bool mcq);

} // namespace winnow
