// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/jsonparser.h"

#include <simdjson.h>

#include <algorithm>
#include <new>

namespace winnow {

namespace {

namespace ondemand = simdjson::ondemand;
using simdjson::simdjson_error;

/// Objects inside objects that become columns; what is deeper stays one value.
constexpr size_t kMaxFlattenDepth = 3;
/// A long record is looked at before simdjson is: its index takes four bytes for each of these characters.
constexpr size_t kLongRecord = 16 << 20;
constexpr std::ptrdiff_t kMostStructurals = 32 << 20;

/// A record that is sound JSON but more than we read.
struct Refused {
    Sentence found;
    Sentence expected;
};

bool isStructural(char c)
{
    return c == ',' || c == ':' || c == '{' || c == '}' || c == '[' || c == ']' || c == '"';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') {
        text.remove_suffix(1);
    }
    return text;
}

/// Python's json module writes NaN and Infinity, which are not JSON: outside strings NaN becomes null, and
/// what is infinite a text.
bool replaceNonNumbers(std::string_view from, std::string& json)
{
    if (from.find("NaN") == std::string_view::npos && from.find("Infinity") == std::string_view::npos) {
        return false;
    }
    json.clear();
    bool inString = false;
    bool changed = false;
    for (size_t i = 0; i < from.size(); ++i) {
        const char c = from[i];
        if (inString) {
            json += c;
            if (c == '\\' && i + 1 < from.size()) {
                json += from[++i];
            } else if (c == '"') {
                inString = false;
            }
            continue;
        }
        inString = c == '"';
        std::string_view found;
        for (const std::string_view word :
            {std::string_view("-Infinity"), std::string_view("Infinity"), std::string_view("NaN")}) {
            if (found.empty() && from.compare(i, word.size(), word) == 0) {
                found = word;
            }
        }
        if (found.empty()) {
            json += c;
            continue;
        }
        if (found == "NaN") {
            json += "null";
        } else {
            json.append("\"").append(found).append("\"");
        }
        i += found.size() - 1;
        changed = true;
    }
    return changed;
}

} // namespace

struct JsonRecordParser::Private {
    ReadLimits limits;
    ondemand::parser parser;
    std::vector<int> lastOrder;
    size_t keyNumber = 0;
    std::string path;
    std::string patched;

    int column(std::string_view name, ColumnNames& columns)
    {
        const int hint = keyNumber < lastOrder.size() ? lastOrder[keyNumber] : -1;
        const int found = columns.findOrAdd(name, hint);
        if (keyNumber < lastOrder.size()) {
            lastOrder[keyNumber] = found;
        } else {
            lastOrder.push_back(found);
        }
        ++keyNumber;
        return found;
    }

    static Cell& cellAt(RawRecord& record, int column)
    {
        if (size_t(column) >= record.cells.size()) {
            record.cells.resize(size_t(column) + 1);
        }
        return record.cells[size_t(column)];
    }

    /// A plain value or a nested one as raw JSON.
    Cell plain(ondemand::value value)
    {
        Cell cell;
        switch (value.type().value()) {
        case ondemand::json_type::string:
            cell.kind = CellKind::Text;
            cell.text = value.get_string().value();
            break;
        case ondemand::json_type::number:
            cell.kind = CellKind::Number;
            cell.text = trimmed(value.raw_json_token());
            // Checks the digits; the text itself is kept as it came.
            if (double number = 0; value.get_double().get(number) != simdjson::SUCCESS) {
                throw simdjson_error(simdjson::NUMBER_ERROR);
            }
            break;
        case ondemand::json_type::boolean:
            cell.kind = CellKind::Boolean;
            cell.text = value.get_bool().value() ? "true" : "false";
            break;
        case ondemand::json_type::null:
            cell.kind = CellKind::Null;
            if (!value.is_null()) {
                throw simdjson_error(simdjson::N_ATOM_ERROR);
            }
            break;
        case ondemand::json_type::array:
            cell.kind = CellKind::List;
            cell.text = trimmed(value.get_array().value().raw_json().value());
            break;
        case ondemand::json_type::object:
            cell.kind = CellKind::Object;
            cell.text = trimmed(value.get_object().value().raw_json().value());
            break;
        }
        return cell;
    }

    Cell list(ondemand::array array, RawRecord& record)
    {
        Cell cell;
        cell.kind = CellKind::List;
        cell.text = trimmed(array.raw_json().value());
        array.reset();
        cell.firstItem = quint32(record.items.size());
        for (auto element : array) {
            if (record.items.size() >= size_t(limits.maxItems)) {
                throw Refused{Sentence::of(QT_TRANSLATE_NOOP("Import", "lists of more than %1 elements"))
                                  .arg(limits.maxItems),
                    Sentence::of(QT_TRANSLATE_NOOP("Import", "at most that many in a record"))};
            }
            const Cell& item = record.items.emplace_back(plain(element.value()));
            if (item.kind == CellKind::List || item.kind == CellKind::Object) {
                cell.unread = 1;
            }
        }
        cell.itemCount = quint32(record.items.size()) - cell.firstItem;
        return cell;
    }

    /// An object that is being read: its members, where in `path` their names begin, and its own cell.
    struct Level {
        simdjson::simdjson_result<ondemand::object_iterator> member;
        simdjson::simdjson_result<ondemand::object_iterator> end;
        size_t prefix = 0;
        int column = -1;
    };

    std::vector<Level> levels;

    void enter(ondemand::object object, int column)
    {
        levels.push_back({object.begin(), object.end(), path.size(), column});
    }

    /// Reads the members of an object and of those inside it, outer ones first.
    void members(ondemand::object object, ColumnNames& columns, RawRecord& record)
    {
        levels.clear();
        path.clear();
        enter(object, -1);
        while (!levels.empty()) {
            Level& level = levels.back();
            if (!(level.member != level.end)) {
                levels.pop_back();
                if (!levels.empty()) {
                    ++levels.back().member;
                }
                continue;
            }
            if (!member(level, columns, record)) {
                ++level.member;
            }
        }
    }

    /// True when the member is an object that was entered, which invalidates `level`.
    bool member(Level& level, ColumnNames& columns, RawRecord& record)
    {
        ondemand::field field;
        if (const auto error = (*level.member).get(field); error != simdjson::SUCCESS) {
            throw simdjson_error(error);
        }
        std::string_view name = field.unescaped_key().value();
        if (levels.size() > 1) {
            path.resize(level.prefix);
            path.append(name);
            name = path;
        }
        if (columns.count() >= limits.maxColumns && columns.find(name) < 0) {
            throw Refused{
                Sentence::of(QT_TRANSLATE_NOOP("Import", "one column more, \"%1\""))
                    .arg(QString::fromUtf8(name.data(), qsizetype(std::min<size_t>(name.size(), 80)))),
                Sentence::of(QT_TRANSLATE_NOOP("Import", "at most %1 columns")).arg(limits.maxColumns)};
        }
        const int at = column(name, columns);
        ondemand::value value = field.value();
        switch (value.type().value()) {
        case ondemand::json_type::array: {
            const Cell cell = list(value.get_array().value(), record);
            cellAt(record, at) = cell;
            markUnread(cell, record);
            return false;
        }
        case ondemand::json_type::object: {
            ondemand::object inner = value.get_object().value();
            Cell cell;
            cell.kind = CellKind::Object;
            cell.text = trimmed(inner.raw_json().value());
            cell.unread = levels.size() > kMaxFlattenDepth ? 1 : 0;
            cellAt(record, at) = cell;
            markUnread(cell, record);
            if (cell.unread) {
                return false;
            }
            inner.reset();
            if (levels.size() == 1) {
                path.assign(name);
            }
            path += '.';
            enter(inner, at);
            return true;
        }
        default:
            cellAt(record, at) = plain(value);
            return false;
        }
    }

    /// What is unread in a cell is so in those around it.
    void markUnread(const Cell& cell, RawRecord& record) const
    {
        if (cell.unread) {
            for (const Level& level : levels) {
                if (level.column >= 0) {
                    cellAt(record, level.column).unread = 1;
                }
            }
        }
    }

    void run(std::string_view json, size_t capacity, ColumnNames& columns, RawRecord& record)
    {
        keyNumber = 0;
        auto document = parser.iterate(json.data(), json.size(), capacity).value();
        if (document.type().value() != ondemand::json_type::object) {
            throw simdjson_error(simdjson::INCORRECT_TYPE);
        }
        members(document.get_object().value(), columns, record);
        if (const char* rest = nullptr; document.current_location().get(rest) == simdjson::SUCCESS) {
            throw simdjson_error(simdjson::TRAILING_CONTENT);
        }
    }
};

JsonRecordParser::JsonRecordParser(const ReadLimits& limits)
    : d(std::make_unique<Private>())
{
    d->limits = limits;
}

JsonRecordParser::~JsonRecordParser() = default;

bool JsonRecordParser::parse(
    std::string_view json, ColumnNames& columns, RawRecord& record, RecordProblem& problem)
{
    if (json.size() > kLongRecord
        && std::count_if(json.begin(), json.end(), isStructural) > kMostStructurals) {
        problem.found = Sentence::of(QT_TRANSLATE_NOOP("Import", "a record of more than %1 values"))
                            .arg(qint64(kMostStructurals / 2));
        problem.expected = Sentence::of(QT_TRANSLATE_NOOP("Import", "fewer brackets, commas and quotes"));
        return false;
    }
    const size_t cells = record.cells.size();
    for (int attempt = 0;; ++attempt) {
        try {
            if (attempt == 0) {
                d->run(json, json.size() + simdjson::SIMDJSON_PADDING, columns, record);
            } else {
                const size_t size = d->patched.size();
                d->patched.append(simdjson::SIMDJSON_PADDING, ' ');
                d->run({d->patched.data(), size}, d->patched.size(), columns, record);
            }
            return true;
        } catch (const Refused& refused) {
            record.cells.resize(cells);
            record.items.clear();
            problem.found = refused.found;
            problem.expected = refused.expected;
            return false;
        } catch (const simdjson_error& error) {
            record.cells.resize(cells);
            record.items.clear();
            if (error.error() == simdjson::MEMALLOC) {
                throw std::bad_alloc();
            }
            if (attempt == 0 && replaceNonNumbers(json, d->patched)) {
                continue;
            }
            problem.found = QString::fromUtf8(json.data(), qsizetype(std::min<size_t>(json.size(), 80)));
            switch (error.error()) {
            case simdjson::UTF8_ERROR:
                problem.found = Sentence::of(QT_TRANSLATE_NOOP("Import", "bytes that are not UTF-8"));
                problem.expected = Sentence::of(QT_TRANSLATE_NOOP("Import", "UTF-8 text"));
                break;
            case simdjson::INCORRECT_TYPE:
                problem.expected = Sentence::of(QT_TRANSLATE_NOOP("Import", "a JSON object"));
                break;
            default:
                problem.expected = Sentence::of(QT_TRANSLATE_NOOP("Import", "a JSON object (%1)"))
                                       .arg(QString::fromLatin1(simdjson::error_message(error.error())));
            }
            return false;
        }
    }
}

} // namespace winnow
