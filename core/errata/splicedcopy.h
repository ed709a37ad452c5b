// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"

#include <QByteArray>
#include <QFileInfo>
#include <QVector>

namespace winnow {

/// Bytes of a file that others take the place of.
struct Splice {
    qint64 at = 0;
    qint64 length = 0;
    QByteArray bytes;
};

/// SHA-256 of a file and of its copy, 32 bytes each.
struct SplicedHashes {
    QByteArray source;
    QByteArray copy;
};

/// Writes a copy of a file with some bytes replaced, all others as they are: to a temporary beside `out`,
/// synced, then renamed. AlreadyExists where `out` is there. `splices` ascend. Fails when the file is not as
/// `before` says any more, which was asked before the splices were made of it.
Result<SplicedHashes> writeSpliced(
    const QFileInfo& before, const QVector<Splice>& splices, const QString& out, Progress& progress);

/// Writes a new file in the same way.
Result<> writeNewFile(const QString& out, const QByteArray& bytes);

} // namespace winnow
