// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/hffolder.h"

#include "core/import/hffeatures.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace winnow {

namespace {

/// file_name, file_names, LEFT_file_name …: a path beside the table.
bool namesImages(std::string_view column)
{
    for (const std::string_view end : {std::string_view("file_name"), std::string_view("file_names")}) {
        if (column == end || (column.ends_with(end) && column[column.size() - end.size() - 1] == '_')) {
            return true;
        }
    }
    return false;
}

} // namespace

HfFolder::HfFolder(const RecordFiles& files)
    : m_root(files.folder)
    , m_files(files.files)
{
    QStringList configs;
    for (const QString& file : m_files) {
        configs.append(configOf(file));
    }
    configs.removeDuplicates();
    m_hasConfigs = configs.size() > 1;
}

QString HfFolder::configOf(const QString& file) const
{
    QStringList folders
        = QFileInfo(QDir(m_root).relativeFilePath(file)).path().split(u'/', Qt::SkipEmptyParts);
    folders.removeAll(QStringLiteral("."));
    folders.removeAll(QStringLiteral("data"));
    if (!folders.isEmpty() && !hfSplitOf(folders.last() + QStringLiteral(".parquet")).isEmpty()) {
        folders.removeLast();
    }
    return folders.isEmpty() ? QString() : folders.last();
}

void HfFolder::begin(qsizetype file, const QString& layout)
{
    const QString path = m_files.at(file);
    const bool isTable = QFileInfo(path).completeBaseName() == QLatin1String("metadata");
    const bool isParquet = layout == QLatin1String("parquet");
    m_split.clear();
    m_config.clear();
    m_imageFolder.clear();
    if (isTable || isParquet) {
        m_split = hfSplitOf(path).toStdString();
        m_config = m_hasConfigs ? configOf(path).toStdString() : std::string();
    }
    const QString folder = QFileInfo(QDir(m_root).relativeFilePath(path)).path();
    if (isTable && folder != QLatin1String(".")) {
        m_imageFolder = folder.toStdString() + '/';
    }
}

void HfFolder::tellColumn(
    const char* name, const std::string& text, RawRecord& record, ColumnNames& columns) const
{
    if (text.empty()) {
        return;
    }
    const auto at = size_t(columns.findOrAdd(name));
    record.cells.resize(std::max(record.cells.size(), at + 1));
    if (record.cells[at].kind == CellKind::Absent) {
        record.cells[at] = {CellKind::Text, text};
    }
}

void HfFolder::tell(RawRecord& record, ColumnNames& columns)
{
    tellColumn("split", m_split, record, columns);
    tellColumn("config", m_config, record, columns);
    m_kept.clear();
    const auto place = [&](Cell& cell) {
        if (cell.kind == CellKind::Text && cell.present() && cell.text.front() != '/') {
            cell.text = m_kept.emplace_back(m_imageFolder + std::string(cell.text));
        }
    };
    for (size_t i = 0; !m_imageFolder.empty() && i < record.cells.size(); ++i) {
        if (!namesImages(columns.name(int(i)))) {
            continue;
        }
        Cell& cell = record.cells[i];
        place(cell);
        for (size_t n = cell.firstItem; cell.kind == CellKind::List && n < cell.firstItem + cell.itemCount;
             ++n) {
            place(record.items[n]);
        }
    }
}

} // namespace winnow
