// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace winnow::cli {

/// The error with the command or option by which the command line does what it advises.
Error withCommand(Error error);

} // namespace winnow::cli
