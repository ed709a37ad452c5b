// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/blockfile.h"

namespace winnow {

namespace {

constexpr qsizetype kBlockBytes = 1 << 20;

} // namespace

Result<> BlockFile::open(StagedFiles& files, const QString& name)
{
    auto file = files.open(name);
    if (!file) {
        return tl::unexpected<Error>(file.error());
    }
    m_file = *std::move(file);
    m_pending.reserve(kBlockBytes + kBlockBytes / 4);
    return {};
}

Result<> BlockFile::flush()
{
    if (m_pending.size() < kBlockBytes) {
        return {};
    }
    WINNOW_TRY(m_file->write(m_pending));
    // Keeps the room that it has.
    m_pending.resize(0);
    return {};
}

Result<StagedFile::Written> BlockFile::close()
{
    WINNOW_TRY(m_file->write(m_pending));
    return m_file->close();
}

} // namespace winnow
