// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"

namespace winnow {

/// Images that no sample shows any more: an import was given up or undone, or a dataset removed.
namespace UnusedImages {

/// Inside the transaction that may leave some behind. Throws sqlite::Failure.
void mark(sqlite::Connection& connection);
/// Removes them and their bytes after such a transaction; not while an import is on its way, which may be
/// about to use them: the next one does.
void remove(Project& project);

} // namespace UnusedImages

} // namespace winnow
