// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/jsonparser.h"

#include <simdjson.h>

#include <cstring>

namespace winnow {

namespace {

namespace ondemand = simdjson::ondemand;
using simdjson::simdjson_error;

constexpr int kMaxFlattenDepth = 3;

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') {
        text.remove_suffix(1);
    }
    return text;
}

/// Python's json module writes NaN and Infinity, which are not JSON: outside strings they become null.
bool replaceNonNumbers(std::string& json)
{
    bool inString = false;
    bool changed = false;
    for (size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            if (c == '\\') {
                ++i;
            } else if (c == '"') {
                inString = false;
            }
            continue;
        }
        if (c == '"') {
            inString = true;
            continue;
        }
        for (const std::string_view word :
            {std::string_view("-Infinity"), std::string_view("Infinity"), std::string_view("NaN")}) {
            if (json.compare(i, word.size(), word) == 0) {
                std::string null("null");
                null.append(word.size() > null.size() ? word.size() - null.size() : 0, ' ');
                json.replace(i, word.size(), null);
                changed = true;
                break;
            }
        }
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
            record.items.push_back(plain(element.value()));
        }
        cell.itemCount = quint32(record.items.size()) - cell.firstItem;
        return cell;
    }

    void object(ondemand::object object, int depth, ColumnNames& columns, RawRecord& record)
    {
        const size_t prefix = path.size();
        for (auto entry : object) {
            ondemand::field field;
            if (const auto error = std::move(entry).get(field); error != simdjson::SUCCESS) {
                throw simdjson_error(error);
            }
            const std::string_view key = field.unescaped_key().value();
            std::string_view name = key;
            if (depth > 0) {
                path.resize(prefix);
                path.append(key);
                name = path;
            }
            if (columns.count() >= limits.maxColumns && columns.find(name) < 0) {
                throw simdjson_error(simdjson::CAPACITY);
            }
            const int at = column(name, columns);
            ondemand::value value = field.value();
            switch (value.type().value()) {
            case ondemand::json_type::array:
                cellAt(record, at) = list(value.get_array().value(), record);
                break;
            case ondemand::json_type::object: {
                ondemand::object inner = value.get_object().value();
                Cell cell;
                cell.kind = CellKind::Object;
                cell.text = trimmed(inner.raw_json().value());
                cellAt(record, at) = cell;
                if (depth < kMaxFlattenDepth) {
                    inner.reset();
                    const std::string outer(name);
                    path = outer + '.';
                    this->object(inner, depth + 1, columns, record);
                    path.assign(depth > 0 ? outer.substr(0, prefix) : std::string());
                }
                break;
            }
            default: {
                const Cell cell = plain(value);
                if (qint64(cell.text.size()) > limits.maxCellBytes) {
                    throw simdjson_error(simdjson::MEMALLOC);
                }
                cellAt(record, at) = cell;
            }
            }
        }
        path.resize(prefix);
    }

    void run(std::string_view json, size_t capacity, ColumnNames& columns, RawRecord& record)
    {
        keyNumber = 0;
        path.clear();
        auto document = parser.iterate(json.data(), json.size(), capacity).value();
        if (document.type().value() != ondemand::json_type::object) {
            throw simdjson_error(simdjson::INCORRECT_TYPE);
        }
        object(document.get_object().value(), 0, columns, record);
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
        } catch (const simdjson_error& error) {
            record.cells.resize(cells);
            record.items.clear();
            if (attempt == 0) {
                d->patched.assign(json);
                if (replaceNonNumbers(d->patched)) {
                    continue;
                }
            }
            problem.found = QString::fromUtf8(json.data(), qsizetype(std::min<size_t>(json.size(), 80)));
            switch (error.error()) {
            case simdjson::UTF8_ERROR:
                problem.found = QStringLiteral("bytes that are not UTF-8");
                problem.expected = QStringLiteral("UTF-8 text");
                break;
            case simdjson::CAPACITY:
                problem.expected = QStringLiteral("at most %1 columns").arg(d->limits.maxColumns);
                break;
            case simdjson::MEMALLOC:
                problem.expected = QStringLiteral("a cell of at most %1 bytes").arg(d->limits.maxCellBytes);
                break;
            case simdjson::INCORRECT_TYPE:
                problem.expected = QStringLiteral("a JSON object");
                break;
            default:
                problem.expected = QStringLiteral("a JSON object (%1)")
                                       .arg(QString::fromLatin1(simdjson::error_message(error.error())));
            }
            return false;
        }
    }
}

} // namespace winnow
