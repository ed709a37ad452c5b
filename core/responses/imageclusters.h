// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/responses/samplepositions.h"
#include "core/sqlite/connection.h"

#include <vector>

namespace winnow {

/// Groups of a dataset's samples that are tied together by images they share, by position: equal numbers,
/// each that of the group's first sample. Throws sqlite::Failure; use inside Project::read.
std::vector<quint32> imageClusters(
    sqlite::Connection& connection, DatasetId dataset, const SamplePositions& positions);

} // namespace winnow
