// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/jsontable.h"

#include "core/import/jsonscanner.h"
#include "core/import/sourceprofile.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <unordered_map>

namespace winnow {

namespace {

void skipBlanks(std::string_view& text)
{
    while (!text.empty()
        && (text.front() == ' ' || text.front() == '\n' || text.front() == '\r' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
}

/// Names that columns of a benchmark or of responses have, and keys of records do not.
bool isColumnName(std::string_view quoted)
{
    static const QSet<QString> names{QStringLiteral("index"), QStringLiteral("id"), QStringLiteral("idx"),
        QStringLiteral("question"), QStringLiteral("questions"), QStringLiteral("prompt"),
        QStringLiteral("query"), QStringLiteral("problem"), QStringLiteral("answer"),
        QStringLiteral("answers"), QStringLiteral("gold"), QStringLiteral("label"), QStringLiteral("target"),
        QStringLiteral("options"), QStringLiteral("choices"), QStringLiteral("image"),
        QStringLiteral("image_path"), QStringLiteral("response"), QStringLiteral("responses"),
        QStringLiteral("prediction"), QStringLiteral("predictions"), QStringLiteral("pred"),
        QStringLiteral("model"), QStringLiteral("output"), QStringLiteral("score"),
        QStringLiteral("ground_truth"), QStringLiteral("category"), QStringLiteral("model_output"),
        QStringLiteral("model_answer"), QStringLiteral("gt_answer"), QStringLiteral("a"), QStringLiteral("b"),
        QStringLiteral("completion"), QStringLiteral("generation")};
    const QString name
        = plainColumnName(QString::fromUtf8(quoted.data(), qsizetype(quoted.size())).remove(u'"'));
    return names.contains(name) || name.endsWith(QLatin1String("_id"));
}

bool anyColumnName(const std::vector<JsonMember>& members)
{
    return std::any_of(
        members.begin(), members.end(), [](const JsonMember& member) { return isColumnName(member.name); });
}

/// What a structured value of one record has inside, and rows of a table have not.
bool isPartName(std::string_view quoted)
{
    static constexpr std::string_view kParts[] = {"\"text\"", "\"label\"", "\"value\"", "\"type\"", "\"en\"",
        "\"zh\"", "\"name\"", "\"bytes\"", "\"path\"", "\"content\"", "\"role\""};
    return std::find(std::begin(kParts), std::end(kParts), quoted) != std::end(kParts);
}

} // namespace

std::string_view takeJsonValue(std::string_view& text)
{
    skipBlanks(text);
    JsonScanner scanner;
    const size_t length = scanner.feed(text);
    const std::string_view value = scanner.endsWithText() ? text.substr(0, length) : std::string_view();
    text.remove_prefix(length);
    return value;
}

std::vector<JsonMember> jsonMembers(std::string_view object)
{
    std::vector<JsonMember> members;
    skipBlanks(object);
    if (object.empty() || object.front() != '{') {
        return members;
    }
    object.remove_prefix(1);
    while (true) {
        skipBlanks(object);
        if (object.empty() || object.front() != '"') {
            return members;
        }
        const std::string_view name = takeJsonValue(object);
        skipBlanks(object);
        if (name.empty() || object.empty() || object.front() != ':') {
            return {};
        }
        object.remove_prefix(1);
        const std::string_view value = takeJsonValue(object);
        if (value.empty()) {
            return {};
        }
        members.push_back({name, value});
        skipBlanks(object);
        if (!object.empty() && object.front() == ',') {
            object.remove_prefix(1);
        }
    }
}

std::vector<std::string_view> jsonElements(std::string_view array)
{
    std::vector<std::string_view> elements;
    skipBlanks(array);
    if (array.empty() || array.front() != '[') {
        return elements;
    }
    array.remove_prefix(1);
    while (true) {
        skipBlanks(array);
        if (array.empty() || array.front() == ']') {
            return elements;
        }
        if (array.front() == ',') {
            array.remove_prefix(1);
            continue;
        }
        const std::string_view value = takeJsonValue(array);
        if (value.empty()) {
            return {};
        }
        elements.push_back(value);
    }
}

bool JsonTable::readObjects(const std::vector<JsonMember>& members)
{
    std::unordered_map<std::string_view, size_t> rows;
    for (const JsonMember& member : members) {
        const std::vector<JsonMember> cells = jsonMembers(member.value);
        if (cells.empty()) {
            return false;
        }
        std::vector<std::string_view> column(rows.size());
        for (const JsonMember& cell : cells) {
            if (isPartName(cell.name) || isColumnName(cell.name)) {
                return false;
            }
            const auto [row, added] = rows.try_emplace(cell.name, rows.size());
            column.resize(rows.size());
            column[row->second] = cell.value;
        }
        // A column without most of the rows belongs to something else.
        if (cells.size() * 2 < rows.size()) {
            return false;
        }
        m_names.push_back(member.name);
        m_cells.push_back(std::move(column));
    }
    m_rows = rows.size();
    return true;
}

bool JsonTable::readLists(const std::vector<JsonMember>& members, QString& wrong)
{
    bool plain = false;
    bool same = true;
    QStringList lengths;
    for (const JsonMember& member : members) {
        std::vector<std::string_view> column = jsonElements(member.value);
        const bool objects = !column.empty() && column.front().front() == '{';
        plain = plain || (!objects && isColumnName(member.name));
        same = same && (m_cells.empty() || column.size() == m_cells.front().size());
        lengths.append(
            QStringLiteral("%1: %2")
                .arg(QString::fromUtf8(member.name.data(), qsizetype(member.name.size())).remove(u'"'))
                .arg(column.size()));
        m_names.push_back(member.name);
        m_cells.push_back(std::move(column));
    }
    if (!plain || m_cells.front().empty()) {
        return false;
    }
    if (!same) {
        wrong = lengths.join(QStringLiteral(", "));
        return false;
    }
    m_rows = m_cells.front().size();
    return true;
}

bool JsonTable::readSplit(const std::vector<JsonMember>& members)
{
    std::string_view columns;
    std::string_view data;
    for (const JsonMember& member : members) {
        columns = member.name == "\"columns\"" ? member.value : columns;
        data = member.name == "\"data\"" ? member.value : data;
    }
    m_names = jsonElements(columns);
    const std::vector<std::string_view> rows = jsonElements(data);
    if (m_names.empty() || rows.empty() || rows.front().front() != '['
        || std::any_of(m_names.begin(), m_names.end(), [](std::string_view n) { return n.front() != '"'; })) {
        return false;
    }
    m_cells.assign(m_names.size(), {});
    for (const std::string_view row : rows) {
        const std::vector<std::string_view> cells = jsonElements(row);
        for (size_t c = 0; c < m_names.size(); ++c) {
            m_cells[c].push_back(c < cells.size() ? cells[c] : std::string_view());
        }
    }
    m_rows = rows.size();
    return true;
}

void JsonTable::countLines(std::string_view document)
{
    m_lines.assign(m_rows, 0);
    size_t at = 0;
    qint64 line = 0;
    for (size_t row = 0; row < m_rows; ++row) {
        const std::vector<std::string_view>& first = m_cells.front();
        if (row < first.size() && !first[row].empty()) {
            const size_t place = size_t(first[row].data() - document.data());
            if (place > at) {
                line += std::count(
                    document.begin() + std::ptrdiff_t(at), document.begin() + std::ptrdiff_t(place), '\n');
                at = place;
            }
        }
        m_lines[row] = line;
    }
}

bool JsonTable::read(std::string_view document, QString& wrong)
{
    const std::vector<JsonMember> members = jsonMembers(document);
    const auto all = [&](char kind) {
        return std::all_of(members.begin(), members.end(),
            [kind](const JsonMember& member) { return member.value.front() == kind; });
    };
    bool found = readSplit(members);
    if (!found && members.size() >= 2 && anyColumnName(members)) {
        m_names.clear();
        found = all('{') ? readObjects(members) : all('[') && readLists(members, wrong);
    }
    if (!found) {
        m_names.clear();
        m_cells.clear();
        m_rows = 0;
        return false;
    }
    countLines(document);
    return true;
}

void JsonTable::appendRow(size_t row, std::string& json) const
{
    json += '{';
    bool first = true;
    for (size_t c = 0; c < m_names.size(); ++c) {
        if (row >= m_cells[c].size() || m_cells[c][row].empty()) {
            continue;
        }
        json += first ? "" : ",";
        json.append(m_names[c]).append(":").append(m_cells[c][row]);
        first = false;
    }
    json += '}';
}

} // namespace winnow
