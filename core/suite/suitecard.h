// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/suite/suite.h"

namespace winnow {

/// The card of a suite (README.md): what was removed and why, what the small sets keep for unseen and for
/// stronger models, what they save. Nothing in it depends on when or where.
QByteArray suiteCard(const SuiteResult& result, const SuiteRequest& request);

} // namespace winnow
