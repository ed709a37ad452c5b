// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/decisionstore.h"

namespace winnow {

/// Packs the rows of `responses_before_5` and `details_before_5` into blocks and drops those tables. Changes
/// no decision. Throws sqlite::Failure; inside the upgrade's transaction.
LedgerGain packResponses(sqlite::Connection& connection);

} // namespace winnow
