// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QFileInfo>
#include <QString>

namespace winnow::test {

/// A file or folder of the real benchmark data, or empty when the data is not on this machine: looked for in
/// $WINNOW_SHARED_DATA, then beside the checkout.
inline QString sharedData(const QString& relativePath)
{
    for (const QString& root :
        {qEnvironmentVariable("WINNOW_SHARED_DATA"), QStringLiteral(WINNOW_SOURCE_DIR "/../shared/data")}) {
        const QString path = QDir(root).filePath(relativePath);
        if (!root.isEmpty() && QFileInfo::exists(path)) {
            return path;
        }
    }
    return {};
}

} // namespace winnow::test
