// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>

namespace winnow {

/// What the first bytes of a file tell. `name` is what to call it ("an Excel workbook"), empty for text.
struct FileKind {
    enum class Text { No, Json, Table };
    Text text = Text::No;
    QString name;
    /// What to do with a file of this kind.
    QString remedy;
    /// A zip or tar of files, not a file that only is written as one (xlsx).
    bool isArchive = false;
    /// A workbook that is read (xlsx).
    bool isWorkbook = false;
};

/// How much of a file is looked at to tell its kind.
inline constexpr qint64 kSniffedBytes = 64 << 10;

/// Judges the first (up to) 64 KB of a file.
FileKind detectFileKind(QByteArrayView head);

/// Why a file that begins like this holds no records that can be read.
tl::unexpected<Error> notRecords(const QString& path, QByteArrayView head);

} // namespace winnow
