// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportwriter.h"

namespace winnow {

Result<> LineWriter::open(StagedFiles& files, const QString& name, const ExportLayout& layout)
{
    m_layout = layout;
    WINNOW_TRY(m_file.open(files, name));
    header(m_file.text());
    return {};
}

Result<> LineWriter::row(const ExportRecord& record)
{
    line(m_file.text(), record);
    ++m_rows;
    return m_file.flush();
}

Result<QVector<StagedFile::Written>> LineWriter::close()
{
    footer(m_file.text());
    auto written = m_file.close();
    if (!written) {
        return tl::unexpected<Error>(written.error());
    }
    return QVector<StagedFile::Written>{*std::move(written)};
}

} // namespace winnow
