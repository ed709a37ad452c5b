// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>

namespace winnow {

/// What of an import changed, so that views show it anew.
enum class ImportPart : unsigned {
    /// The files and how they stand.
    Files = 1,
    /// The file that is looked at: another one, or its plan or report.
    File = 2,
    /// What the first records of that file would become.
    Preview = 4,
    /// What was imported before.
    Records = 8,
};
Q_DECLARE_FLAGS(ImportParts, ImportPart)
Q_DECLARE_OPERATORS_FOR_FLAGS(ImportParts)

} // namespace winnow
