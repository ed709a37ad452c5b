// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"

#include <QCryptographicHash>
#include <QFile>

namespace winnow {

QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

Result<QByteArray> sha256OfFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Io, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()),
            QStringLiteral("Check that the file exists and that you may read it"));
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file)) {
        return fail(
            ErrorCode::Io, QStringLiteral("%1 cannot be read to its end: %2").arg(path, file.errorString()));
    }
    return hash.result();
}

} // namespace winnow
