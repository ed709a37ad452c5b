// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"

#include <QTemporaryDir>

#include <memory>

namespace winnow {

/// A zip or tar whose files were written into a temporary folder. It goes with the last that uses it, in the
/// background, because there may be very many of them. Only
/// regular files with names that stay inside are taken; a bound on their number and size keeps an archive
/// from filling the disk.
class UnpackedArchive {
public:
    struct Limits {
        qint64 maxBytes = qint64(64) << 30;
        qint64 maxFiles = 1'000'000;
    };

    /// Of that file as it is now; unpacked once for all that use it at the same time. An error names the
    /// file, and the member where there is one. Any thread.
    static Result<std::shared_ptr<const UnpackedArchive>> of(
        const QString& path, const Progress* progress, const Limits& limits);
    static Result<std::shared_ptr<const UnpackedArchive>> of(const QString& path, const Progress* progress)
    {
        return of(path, progress, Limits());
    }

    ~UnpackedArchive();
    UnpackedArchive(const UnpackedArchive&) = delete;
    UnpackedArchive& operator=(const UnpackedArchive&) = delete;

    QString folder() const { return m_folder.path(); }

private:
    UnpackedArchive() = default;
    Result<> unpack(const QString& path, const Progress* progress, const Limits& limits);

    QTemporaryDir m_folder;
};

} // namespace winnow
