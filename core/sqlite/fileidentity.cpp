// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlite/fileidentity.h"

#include <QFile>

#include <sys/stat.h>

namespace winnow::sqlite {

std::optional<FileIdentity> FileIdentity::of(const QString& path)
{
    struct stat facts { };
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0) {
        return {};
    }
    return FileIdentity{quint64(facts.st_dev), quint64(facts.st_ino)};
}

std::optional<FileIdentity> FileIdentity::of(int descriptor)
{
    struct stat facts { };
    if (::fstat(descriptor, &facts) != 0) {
        return {};
    }
    return FileIdentity{quint64(facts.st_dev), quint64(facts.st_ino)};
}

} // namespace winnow::sqlite
