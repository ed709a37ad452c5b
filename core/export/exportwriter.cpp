// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportwriter.h"

namespace winnow {

namespace {

constexpr qsizetype kBlockBytes = 1 << 20;

} // namespace

Result<> LineWriter::open(StagedFiles& files, const QString& name, const ExportLayout& layout)
{
    m_layout = layout;
    auto file = files.open(name);
    if (!file) {
        return tl::unexpected<Error>(file.error());
    }
    m_file = *std::move(file);
    m_pending.reserve(kBlockBytes + kBlockBytes / 4);
    header(m_pending);
    return {};
}

Result<> LineWriter::row(const ExportRecord& record)
{
    line(m_pending, record);
    if (m_pending.size() < kBlockBytes) {
        return {};
    }
    WINNOW_TRY(m_file->write(m_pending));
    // Keeps the room that it has.
    m_pending.resize(0);
    return {};
}

Result<QVector<StagedFile::Written>> LineWriter::close()
{
    WINNOW_TRY(m_file->write(m_pending));
    auto written = m_file->close();
    if (!written) {
        return tl::unexpected<Error>(written.error());
    }
    return QVector<StagedFile::Written>{*std::move(written)};
}

} // namespace winnow
