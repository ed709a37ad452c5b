// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sample.h"
#include "core/sqlite/connection.h"

namespace winnow {

/// Columns of `samples` as sampleOfRow() reads them, from the first on. Whatever reads whole samples selects
/// these, so that there is one word on which column is what.
extern const char* const kSampleColumns;
/// Columns of `sample_images si LEFT JOIN images i` and of `rotations`, for the two functions below.
extern const char* const kSampleImageColumns;
extern const char* const kRotationColumns;

/// A sample without its parts and without the name of its dataset; `row` has the columns from `first` on.
Sample sampleOfRow(const sqlite::Statement& row, int first);
ImageRef imageOfRow(const sqlite::Statement& row, int first);
Rotation rotationOfRow(const sqlite::Statement& row, int first);

} // namespace winnow
