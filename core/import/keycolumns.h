// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/fieldmapping.h"

namespace winnow {

/// A column that repeats is no key: where the guessed one does, with other contents, the samples go by their
/// position instead, and a note says so and which columns are unique together. Does nothing to a key that a
/// person chose.
void settleKey(
    const QString& path, const SourceProfile& profile, FieldMapping& mapping, const ReadLimits& limits = {});

/// Columns that may tell records apart together: ids and numbers by name, then splits, categories and the
/// like. `key` (may be empty) is the first.
QStringList columnsThatTell(const SourceProfile& profile, const QString& key);

/// Combinations of them to try, the shortest first.
QVector<QStringList> keyCombinations(const QStringList& columns);

/// A value as it is compared: 12.0 is 12.
QString keyValue(const QString& text);

} // namespace winnow
