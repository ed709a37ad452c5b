// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/writefailed.h"

#include <QtGlobal>

#include <cerrno>
#include <cstring>

namespace winnow {

tl::unexpected<Error> writeFailed(const QString& path, int code)
{
    if (code == ENOSPC || code == EDQUOT || code == EFBIG) {
        return fail(ErrorCode::DiskFull,
            Sentence::of(
                QT_TRANSLATE_NOOP("Error", "%1 could not be written: the disk is full; nothing was exported"))
                .arg(path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Free some space or choose another folder")));
    }
    return fail(ErrorCode::Io,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 could not be written: %2; nothing was exported"))
            .arg(path, QString::fromLocal8Bit(std::strerror(code))),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Check the folder and its permissions")));
}

} // namespace winnow
