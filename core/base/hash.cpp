// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"

#include "core/base/regularfile.h"
#include "core/base/sha256.h"

namespace winnow {

QByteArray sha256(const QByteArray& bytes)
{
    Sha256 hash;
    hash.addData(bytes);
    return hash.result();
}

Result<QByteArray> sha256OfFile(const QString& path, const Progress* progress)
{
    QFile file;
    WINNOW_TRY(openRegularFile(file, path, QIODevice::ReadOnly | QIODevice::Unbuffered));
    Sha256 hash;
    QByteArray block(1 << 20, Qt::Uninitialized);
    while (true) {
        if (progress && progress->isCancelled()) {
            return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
        }
        const qint64 got = file.read(block.data(), block.size());
        if (got < 0) {
            return fail(ErrorCode::Io,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be read: %2"))
                    .arg(path, file.errorString()),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Check the disk and try again")));
        }
        if (got == 0) {
            return hash.result();
        }
        hash.addData(QByteArrayView(block.constData(), got));
    }
}

} // namespace winnow
