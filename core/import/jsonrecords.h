// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordsource.h"

namespace winnow {

/// Column that holds the key of a record kept as {key: record}.
inline constexpr std::string_view kKeyColumn = "(key)";
/// Column that holds the name of the list a record stands in, for {"val": [record, …], "test": […]}.
inline constexpr std::string_view kMemberColumn = "(list)";
/// Column that holds the value of {key: value} where values are plain.
inline constexpr std::string_view kValueColumn = "(value)";

/// Opens JSON Lines, a JSON array of objects, an object of objects (or plain values) by key, or an object
/// with one array of objects in it ({"questions": […]}). Records are cut by us and parsed one by one, so that
/// one bad record does not take the others with it.
Result<std::unique_ptr<RecordSource>> openJsonRecords(const QString& path, const ReadLimits& limits);

} // namespace winnow
