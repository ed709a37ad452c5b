// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/parquetvalue.h"

#include "core/import/sampledraft.h"

#include <simdjson.h>

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstring>

namespace winnow {

namespace {

__extension__ using Int128 = __int128;
__extension__ using UInt128 = unsigned __int128;

/// Writes into a value.
class Writer {
public:
    explicit Writer(ParquetValue& value)
        : m_value(value)
    {
    }
    void add(char c) { m_value.written[m_value.length++] = c; }
    void add(std::string_view text)
    {
        for (const char c : text) {
            add(c);
        }
    }
    template <typename T> void number(T n)
    {
        char* from = m_value.written.data() + m_value.length;
        const auto end = std::to_chars(from, m_value.written.data() + m_value.written.size(), n).ptr;
        m_value.length += size_t(end - from);
    }
    void padded(uint64_t n, int width)
    {
        uint64_t unit = 1;
        for (int i = 1; i < width; ++i) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            add(char('0' + n / unit % 10));
        }
    }
    /// Whole units of 10^-scale.
    void decimal(UInt128 magnitude, bool negative, int scale)
    {
        std::array<char, 48> digits{};
        int count = 0;
        for (; magnitude > 0 || count <= scale; magnitude /= 10) {
            digits[size_t(count++)] = char('0' + int(magnitude % 10));
        }
        if (negative) {
            add('-');
        }
        while (count > 0) {
            add(digits[size_t(--count)]);
            if (count == scale && scale > 0) {
                add('.');
            }
        }
    }
    void date(int64_t days)
    {
        const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{days}}};
        const int year = int(day.year());
        if (year < 0) {
            add('-');
        }
        padded(uint64_t(std::abs(year)), 4);
        add('-');
        padded(unsigned(day.month()), 2);
        add('-');
        padded(unsigned(day.day()), 2);
    }
    /// `part` of a day in units of which a second has `second`.
    void time(uint64_t part, uint64_t second, int width)
    {
        const uint64_t seconds = part / second;
        padded(seconds / 3600, 2);
        add(':');
        padded(seconds / 60 % 60, 2);
        add(':');
        padded(seconds % 60, 2);
        if (part % second != 0) {
            add('.');
            padded(part % second, width);
            while (m_value.written[m_value.length - 1] == '0') {
                --m_value.length;
            }
        }
    }

private:
    ParquetValue& m_value;
};

template <typename T> void real(ParquetValue& value, T number)
{
    if (std::isnan(number)) {
        value.kind = CellKind::Null;
    } else if (std::isinf(number)) {
        value.kind = CellKind::Text;
        value.text = number > 0 ? "Infinity" : "-Infinity";
    } else {
        Writer(value).number(number);
    }
}

void moment(ParquetValue& value, int64_t since, int64_t second, int width, bool zone)
{
    const int64_t day = 86400 * second;
    const int64_t days = since / day - (since % day < 0 ? 1 : 0);
    Writer writer(value);
    value.kind = CellKind::Text;
    writer.date(days);
    writer.add('T');
    writer.time(uint64_t(since - days * day), uint64_t(second), width);
    if (zone) {
        writer.add('Z');
    }
}

UInt128 magnitudeOf(Int128 number)
{
    return number < 0 ? UInt128(0) - UInt128(number) : UInt128(number);
}

void decimal(ParquetValue& value, const ParquetVector& vector, size_t row)
{
    const Int128 units = vector.type->stored == ParquetKind::Int16 ? Int128(vector.value<int16_t>(row))
        : vector.type->stored == ParquetKind::Int32                ? Int128(vector.value<int32_t>(row))
        : vector.type->stored == ParquetKind::HugeInt              ? vector.value<Int128>(row)
                                                                   : Int128(vector.value<int64_t>(row));
    Writer(value).decimal(magnitudeOf(units), units < 0, vector.type->scale);
}

void uuid(ParquetValue& value, UInt128 bits)
{
    // Kept with the first bit turned round, so that they sort as numbers.
    bits ^= UInt128(1) << 127;
    Writer writer(value);
    value.kind = CellKind::Text;
    for (int nibble = 0; nibble < 32; ++nibble) {
        if (nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20) {
            writer.add('-');
        }
        writer.add("0123456789abcdef"[size_t(bits >> (124 - 4 * nibble) & 15)]);
    }
}

/// Older files keep texts as blobs. Every image file has a zero among its first bytes.
bool isText(std::string_view blob)
{
    return std::memchr(blob.data(), 0, blob.size()) == nullptr
        && simdjson::validate_utf8(blob.data(), blob.size());
}

/// The number of a class label as its name; false when it has none.
bool label(ParquetValue& value, const HfFeature& feature, int64_t number)
{
    if (feature.labels.empty() || number < -1 || number >= int64_t(feature.labels.size())) {
        return false;
    }
    // -1 stands for "not labelled".
    value.kind = number < 0 ? CellKind::Null : CellKind::Text;
    value.text = number < 0 ? std::string_view() : feature.labels[size_t(number)];
    return true;
}

template <typename T>
void integer(ParquetValue& value, const ParquetVector& vector, size_t row, const HfFeature& feature)
{
    const T number = vector.value<T>(row);
    if (!label(value, feature, int64_t(number))) {
        Writer(value).number(number);
    }
}

/// True when it was one.
bool wholeNumber(ParquetValue& value, const ParquetVector& vector, size_t row, const HfFeature& feature)
{
    switch (vector.type->kind) {
    case ParquetKind::Int8:
        integer<int8_t>(value, vector, row, feature);
        return true;
    case ParquetKind::Int16:
        integer<int16_t>(value, vector, row, feature);
        return true;
    case ParquetKind::Int32:
        integer<int32_t>(value, vector, row, feature);
        return true;
    case ParquetKind::Int64:
        integer<int64_t>(value, vector, row, feature);
        return true;
    case ParquetKind::UInt8:
        integer<uint8_t>(value, vector, row, feature);
        return true;
    case ParquetKind::UInt16:
        integer<uint16_t>(value, vector, row, feature);
        return true;
    case ParquetKind::UInt32:
        integer<uint32_t>(value, vector, row, feature);
        return true;
    case ParquetKind::UInt64:
        Writer(value).number(vector.value<uint64_t>(row));
        return true;
    case ParquetKind::HugeInt:
        Writer(value).decimal(magnitudeOf(vector.value<Int128>(row)), vector.value<Int128>(row) < 0, 0);
        return true;
    case ParquetKind::UHugeInt:
        Writer(value).decimal(vector.value<UInt128>(row), false, 0);
        return true;
    default:
        return false;
    }
}

void dateOrTime(ParquetValue& value, const ParquetVector& vector, size_t row)
{
    value.kind = CellKind::Text;
    switch (vector.type->kind) {
    case ParquetKind::Date:
        Writer(value).date(vector.value<int32_t>(row));
        break;
    case ParquetKind::Time:
        Writer(value).time(uint64_t(vector.value<int64_t>(row)), 1'000'000, 6);
        break;
    case ParquetKind::TimestampSeconds:
        moment(value, vector.value<int64_t>(row), 1, 0, false);
        break;
    case ParquetKind::TimestampMillis:
        moment(value, vector.value<int64_t>(row), 1000, 3, false);
        break;
    case ParquetKind::TimestampNanos:
        moment(value, vector.value<int64_t>(row), 1'000'000'000, 9, false);
        break;
    default:
        moment(
            value, vector.value<int64_t>(row), 1'000'000, 6, vector.type->kind == ParquetKind::TimestampZone);
    }
}

/// Most texts are JSON between quotes as they stand; the loop is one that compilers make wide.
void appendText(std::string& json, std::string_view text)
{
    unsigned special = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        special |= unsigned(byte < 0x20) | unsigned(byte == '"') | unsigned(byte == '\\');
    }
    if (special != 0) {
        appendJsonString(json, text);
        return;
    }
    json += '"';
    json += text;
    json += '"';
}

size_t memberNamed(const ParquetType& type, std::string_view name)
{
    return size_t(std::find(type.names.begin(), type.names.end(), name) - type.names.begin());
}

void appendStruct(std::string& json, const ParquetVector& vector, size_t row, const HfFeature& feature)
{
    json += '{';
    for (size_t i = 0; i < vector.children.size(); ++i) {
        json += i > 0 ? "," : "";
        appendText(json, vector.type->names[i]);
        json += ':';
        appendParquetJson(json, vector.children[i], row, feature.member(vector.type->names[i]));
    }
    json += '}';
}

void appendList(std::string& json, const ParquetVector& vector, size_t row, const HfFeature& feature)
{
    const ParquetVector::Range range = vector.range(row);
    json += '[';
    for (size_t i = 0; i < range.count; ++i) {
        json += i > 0 ? "," : "";
        appendParquetJson(json, vector.children.front(), range.first + i, feature.element());
    }
    json += ']';
}

void appendMap(std::string& json, const ParquetVector& vector, size_t row)
{
    const ParquetVector::Range range = vector.range(row);
    const ParquetVector& entries = vector.children.front();
    json += '{';
    for (size_t i = range.first; i < range.first + range.count; ++i) {
        json += i > range.first ? "," : "";
        std::string key;
        appendParquetJson(key, entries.children[0], i, HfFeature());
        if (key.front() == '"') {
            json += key;
        } else {
            appendText(json, key);
        }
        json += ':';
        appendParquetJson(json, entries.children[1], i, HfFeature());
    }
    json += '}';
}

} // namespace

ParquetValue parquetValue(const ParquetVector& vector, size_t row, const HfFeature& feature)
{
    ParquetValue value;
    if (vector.isNull(row)) {
        return value;
    }
    value.kind = CellKind::Number;
    if (wholeNumber(value, vector, row, feature)) {
        return value;
    }
    switch (vector.type->kind) {
    case ParquetKind::Boolean:
        value.kind = CellKind::Boolean;
        value.text = vector.value<bool>(row) ? "true" : "false";
        break;
    case ParquetKind::Float:
        real(value, vector.value<float>(row));
        break;
    case ParquetKind::Double:
        real(value, vector.value<double>(row));
        break;
    case ParquetKind::Decimal:
        decimal(value, vector, row);
        break;
    case ParquetKind::Text:
        value.kind = CellKind::Text;
        value.text = vector.text(row);
        break;
    case ParquetKind::Blob:
        value.text = vector.text(row);
        value.kind = isText(value.text) ? CellKind::Text : CellKind::Bytes;
        break;
    case ParquetKind::Uuid:
        uuid(value, vector.value<UInt128>(row));
        break;
    default:
        dateOrTime(value, vector, row);
    }
    return value;
}

bool isParquetFileCell(const ParquetType& type, const HfFeature& feature)
{
    if (feature.kind != HfFeature::Kind::Value && type.kind == ParquetKind::Blob) {
        return true;
    }
    if (type.kind != ParquetKind::Struct || type.names.size() != 2) {
        return false;
    }
    const size_t bytes = memberNamed(type, "bytes");
    return bytes < 2 && memberNamed(type, "path") < 2 && type.children[bytes].kind == ParquetKind::Blob;
}

ParquetFileCell parquetFileCell(const ParquetVector& vector, size_t row)
{
    ParquetFileCell cell;
    if (vector.isNull(row)) {
        return cell;
    }
    if (vector.type->kind == ParquetKind::Blob) {
        cell.bytes = vector.text(row);
        return cell;
    }
    const ParquetVector& bytes = vector.children[memberNamed(*vector.type, "bytes")];
    const ParquetVector& path = vector.children[memberNamed(*vector.type, "path")];
    cell.bytes = bytes.isNull(row) ? std::string_view() : bytes.text(row);
    if (path.type->kind == ParquetKind::Text && !path.isNull(row)) {
        cell.path = path.text(row);
    }
    return cell;
}

void appendParquetJson(std::string& json, const ParquetVector& vector, size_t row, const HfFeature& feature)
{
    if (vector.isNull(row)) {
        json += "null";
        return;
    }
    if (isParquetFileCell(*vector.type, feature)) {
        const std::string_view path = parquetFileCell(vector, row).path;
        if (path.empty()) {
            json += "null";
        } else {
            appendText(json, path);
        }
        return;
    }
    switch (vector.type->kind) {
    case ParquetKind::Struct:
        appendStruct(json, vector, row, feature);
        return;
    case ParquetKind::List:
    case ParquetKind::Array:
        appendList(json, vector, row, feature);
        return;
    case ParquetKind::Map:
        appendMap(json, vector, row);
        return;
    default:
        break;
    }
    const ParquetValue value = parquetValue(vector, row, feature);
    if (value.kind == CellKind::Text) {
        appendText(json, value.view());
    } else if (value.kind == CellKind::Null || value.kind == CellKind::Bytes) {
        json += "null";
    } else {
        json += value.view();
    }
}

} // namespace winnow
