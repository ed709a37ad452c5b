// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/jsonrow.h"

#include "core/import/sampledraft.h"

#include <algorithm>
#include <utility>

namespace winnow {

bool isOwnColumn(const RawRecord& record, const ColumnNames& columns, size_t column)
{
    const std::string& name = columns.name(int(column));
    for (size_t dot = name.find('.'); dot != std::string::npos; dot = name.find('.', dot + 1)) {
        const int outer = columns.find(std::string_view(name).substr(0, dot));
        if (record.cell(outer).kind == CellKind::Object) {
            return false;
        }
    }
    return true;
}

void JsonRow::addName(std::string_view name)
{
    m_json += m_json.size() > 1 ? "," : "";
    appendJsonString(m_json, name);
    m_json += ':';
}

void JsonRow::add(std::string_view name, const Cell& cell)
{
    if (cell.kind == CellKind::Text) {
        addText(name, cell.text);
    } else if (cell.kind != CellKind::Absent) {
        addJson(name, cell.kind == CellKind::Null ? std::string_view("null") : cell.text);
    }
}

void JsonRow::addText(std::string_view name, std::string_view text)
{
    addName(name);
    appendJsonString(m_json, text);
}

void JsonRow::addJson(std::string_view name, std::string_view json)
{
    addName(name);
    m_json += json;
}

void JsonRow::addMember(std::string_view quoted, std::string_view json)
{
    m_json += m_json.size() > 1 ? "," : "";
    m_json.append(quoted).append(":").append(json);
}

void JsonRow::copy(
    const RawRecord& record, const ColumnNames& columns, std::initializer_list<std::string_view> without)
{
    for (size_t i = 0; i < record.cells.size(); ++i) {
        const std::string& name = columns.name(int(i));
        if (isOwnColumn(record, columns, i)
            && std::find(without.begin(), without.end(), name) == without.end()) {
            add(name, record.cells[i]);
        }
    }
}

std::string JsonRow::take()
{
    m_json += '}';
    return std::exchange(m_json, "{");
}

} // namespace winnow
