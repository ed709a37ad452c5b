// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace winnow {

/// The error with another place in its message, in every language: of work on a temporary file, it names the
/// file that is meant.
Error withPlace(const Error& error, const QString& place, const QString& other);

} // namespace winnow
