// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/decisionstore.h"

namespace winnow {

/// Turns the rows of `ledger_before_4` into events and drops that table. Copies of one file give equal lines:
/// what the rows do not say follows from the project's uuid. Old redo rows stay decisions, as they were.
/// Returns what adding the events changed. Throws sqlite::Failure; inside the upgrade's transaction.
LedgerGain convertLedger(sqlite::Connection& connection);

} // namespace winnow
