// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>

namespace winnow {

/// SHA-256 of bytes, 32 bytes.
QByteArray sha256(const QByteArray& bytes);
/// SHA-256 of a file read in blocks; an Io error names the file.
Result<QByteArray> sha256OfFile(const QString& path);

} // namespace winnow
