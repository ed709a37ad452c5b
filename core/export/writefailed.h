// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace winnow {

/// The error of a system call on `path` that ended with `code` (an errno); says that nothing was exported.
tl::unexpected<Error> writeFailed(const QString& path, int code);

} // namespace winnow
