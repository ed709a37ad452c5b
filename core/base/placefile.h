// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace winnow {

/// Gives a finished file its name in the same folder, in one step that never replaces anything: of several
/// that do it at once one succeeds, the others get AlreadyExists. The folder is synced, so that the name
/// survives a power cut. On an error `temporary` stays where it is.
Result<> placeNewFile(const QString& temporary, const QString& path);

} // namespace winnow
