// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportwriter.h"
#include "core/export/jsonobject.h"

namespace winnow {

/// The members of a row as JSON Lines have them, by the names that our own import knows.
void addJsonlMembers(JsonObject& object, const ExportRecord& record, const ExportLayout& layout);
/// Whether a row has a member of that name itself.
bool isJsonlMember(const QString& name, const ExportLayout& layout);

} // namespace winnow
