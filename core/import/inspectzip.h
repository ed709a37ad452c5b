// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordsource.h"

namespace winnow {

/// The samples of an inspect log that is a zip (.eval), in the order of its members.
Result<std::unique_ptr<RecordSource>> openInspectZip(const QString& path, const ReadLimits& limits);

} // namespace winnow
