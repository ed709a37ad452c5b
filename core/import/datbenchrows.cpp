// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/datbenchrows.h"

#include "core/domain/knowndatasets.h"
#include "core/domain/sample.h"
#include "core/import/jsonpick.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace winnow {

namespace {

/// The ability in the key of a row; empty in others.
std::string_view capabilityOf(std::string_view key)
{
    constexpr std::string_view kBegin = "db_";
    if (!key.starts_with(kBegin)) {
        return {};
    }
    const std::string_view rest = key.substr(kBegin.size());
    for (const KnownCapability& known : knownCapabilities()) {
        const std::string_view name = known.key;
        if (rest.size() > name.size() && rest.starts_with(name) && rest[name.size()] == '_') {
            return name;
        }
    }
    return {};
}

/// The options in the metadata of a row, if they are texts.
std::vector<std::string> optionsIn(std::string_view metadata)
{
    const QJsonArray found
        = QJsonDocument::fromJson(QByteArray::fromRawData(metadata.data(), qsizetype(metadata.size())))
              .object()
              .value(QLatin1String("options"))
              .toArray();
    std::vector<std::string> options;
    for (const QJsonValue& option : found) {
        if (!option.isString()) {
            return {};
        }
        options.push_back(option.toString().toStdString());
    }
    return options;
}

} // namespace

void DatBenchRows::begin(const QString& path, const std::string& split, ColumnNames& columns)
{
    m_key = columns.find("id");
    if (m_key < 0 || columns.find("eval_mode") < 0 || columns.find("eval_metrics") < 0) {
        return;
    }
    const QString folder = QFileInfo(QFileInfo(path).absolutePath()).fileName();
    // CAPABILITY/test-00000-of-00001.parquet; elsewhere a folder says nothing.
    m_folder
        = split.empty() || folder == u"data" || folder == u"default" ? std::string() : folder.toStdString();
    if (columns.find("capability") < 0) {
        m_capability = columns.findOrAdd("capability");
    }
    m_metadata = columns.find("metadata");
    m_suffix = columns.find("prompt_format.suffix");
    if (m_metadata >= 0 && m_suffix >= 0 && columns.find("options") < 0) {
        m_options = columns.findOrAdd("options");
    }
}

void DatBenchRows::tell(RawRecord& record)
{
    if (m_capability >= 0) {
        const std::string_view told = capabilityOf(record.cell(m_key).text);
        record.cells.resize(std::max(record.cells.size(), size_t(m_capability) + 1));
        record.cells[size_t(m_capability)]
            = {CellKind::Text, told.empty() && !record.cell(m_key).text.starts_with("db_") ? m_folder : told};
    }
    if (m_options >= 0) {
        record.cells.resize(std::max(record.cells.size(), size_t(m_options) + 1));
        tellOptions(record);
    }
}

void DatBenchRows::tellOptions(RawRecord& record)
{
    m_shown = optionsIn(record.cell(m_metadata).text);
    std::string lines;
    for (size_t i = 0; i < m_shown.size(); ++i) {
        lines += '\n' + optionLetter(int(i)).toStdString() + ". " + m_shown[i];
    }
    if (lines.empty() || !record.cell(m_suffix).text.starts_with(lines)) {
        return;
    }
    std::vector<std::string> quoted;
    for (const std::string& option : m_shown) {
        quoted.push_back(jsonQuoted(option));
    }
    m_list = jsonListOf(quoted);
    Cell list{CellKind::List, m_list, quint32(record.items.size()), 0, 0};
    list.itemCount = quint32(m_shown.size()) & 0x7fffffffU;
    for (const std::string& option : m_shown) {
        record.items.push_back({CellKind::Text, option});
    }
    record.cells[size_t(m_options)] = list;
}

} // namespace winnow
