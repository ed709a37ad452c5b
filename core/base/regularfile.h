// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QFile>

namespace winnow {

/// Opens a file that a person or a file named, for reading. Only a regular file is: a folder, pipe, device or
/// socket is WrongKind at once, judged on what was opened and not on its name, so that nothing waits for a
/// writer that never comes. Use this and not QFile::open() for every name that comes from outside.
Result<> openRegularFile(QFile& file, const QString& path, QIODevice::OpenMode mode = QIODevice::ReadOnly);

} // namespace winnow
