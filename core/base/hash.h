// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"

#include <QByteArray>

namespace winnow {

/// SHA-256 of bytes, 32 bytes.
QByteArray sha256(const QByteArray& bytes);
/// SHA-256 of a regular file, read in blocks; an error names the file. Cancelled within milliseconds of
/// `progress` saying so.
Result<QByteArray> sha256OfFile(const QString& path, const Progress* progress = nullptr);

} // namespace winnow
