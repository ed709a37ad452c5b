// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/xlsxvalue.h"

#include <QDate>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace winnow {

namespace {

/// Serial number of the first day that no date has: 10000-01-01.
constexpr double kEndOfDates = 2958466;
constexpr int kPointLength = 7;

/// The code unit that _xHHHH_ at the text's beginning stands for.
std::optional<char32_t> escapedUnit(std::string_view text)
{
    if (text.size() < kPointLength || text[0] != '_' || text[1] != 'x' || text[kPointLength - 1] != '_') {
        return std::nullopt;
    }
    unsigned unit = 0;
    const char* const digits = text.data() + 2;
    const auto [end, error] = std::from_chars(digits, digits + 4, unit, 16);
    return error == std::errc() && end == digits + 4 ? std::optional<char32_t>(unit) : std::nullopt;
}

void appendCharacter(std::string& out, char32_t point)
{
    constexpr char32_t kReplacement = 0xfffd;
    if (point == 0 || (point >= 0xd800 && point < 0xe000)) {
        point = kReplacement;
    }
    if (point < 0x80) {
        out += char(point);
    } else if (point < 0x800) {
        out += char(0xc0 | (point >> 6));
        out += char(0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
        out += char(0xe0 | (point >> 12));
        out += char(0x80 | ((point >> 6) & 0x3f));
        out += char(0x80 | (point & 0x3f));
    } else {
        out += char(0xf0 | (point >> 18));
        out += char(0x80 | ((point >> 12) & 0x3f));
        out += char(0x80 | ((point >> 6) & 0x3f));
        out += char(0x80 | (point & 0x3f));
    }
}

std::string clock(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / 1000;
    std::array<char, 40> text{};
    std::snprintf(
        text.data(), text.size(), "%02lld:%02lld:%02lld", seconds / 3600, seconds / 60 % 60, seconds % 60);
    std::string whole = text.data();
    if (milliseconds % 1000 != 0) {
        std::snprintf(text.data(), text.size(), ".%03lld", milliseconds % 1000);
        whole += text.data();
    }
    return whole;
}

std::string calendarDay(qint64 day, bool from1904)
{
    constexpr qint64 kDayThatNeverWas = 60;
    if (from1904) {
        return QDate(1904, 1, 1).addDays(day).toString(Qt::ISODate).toStdString();
    }
    if (day == kDayThatNeverWas) {
        return "1900-02-29";
    }
    return QDate(1899, 12, day < kDayThatNeverWas ? 31 : 30).addDays(day).toString(Qt::ISODate).toStdString();
}

} // namespace

XlsxNumberKind xlsxNumberKind(int builtInFormat)
{
    struct Range {
        int first;
        int last;
        XlsxNumberKind kind;
    };
    static constexpr std::array kRanges{Range{14, 17, XlsxNumberKind::Date},
        Range{18, 21, XlsxNumberKind::Time}, Range{22, 22, XlsxNumberKind::Date},
        Range{27, 31, XlsxNumberKind::Date}, Range{32, 35, XlsxNumberKind::Time},
        Range{36, 36, XlsxNumberKind::Date}, Range{45, 45, XlsxNumberKind::Time},
        Range{46, 46, XlsxNumberKind::Elapsed}, Range{47, 47, XlsxNumberKind::Time},
        Range{50, 58, XlsxNumberKind::Date}};
    for (const Range& range : kRanges) {
        if (builtInFormat >= range.first && builtInFormat <= range.last) {
            return range.kind;
        }
    }
    return XlsxNumberKind::Plain;
}

XlsxNumberKind xlsxNumberKind(std::string_view formatCode)
{
    bool day = false;
    bool clock = false;
    bool month = false;
    for (size_t i = 0; i < formatCode.size() && formatCode[i] != ';'; ++i) {
        switch (formatCode[i]) {
        case '"':
            i = std::min(formatCode.find('"', i + 1), formatCode.size());
            break;
        case '\\':
        case '_':
        case '*':
            ++i;
            break;
        case '[': {
            const size_t close = std::min(formatCode.find(']', i), formatCode.size());
            const std::string_view inside = formatCode.substr(i + 1, close - i - 1);
            // [h] counts on beyond a day; [Red], [$-409] and [>5] are of no matter here.
            if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) {
                return XlsxNumberKind::Elapsed;
            }
            i = close;
            break;
        }
        case 'y':
        case 'Y':
        case 'd':
        case 'D':
            day = true;
            break;
        case 'h':
        case 'H':
        case 's':
        case 'S':
            clock = true;
            break;
        case 'm':
        case 'M':
            month = true;
            break;
        default:
            break;
        }
    }
    if (day || (month && !clock)) {
        return XlsxNumberKind::Date;
    }
    return clock ? XlsxNumberKind::Time : XlsxNumberKind::Plain;
}

std::string xlsxNumber(double value)
{
    constexpr double kExact = 9007199254740992;
    std::array<char, 40> text{};
    const auto end = std::abs(value) < kExact && value == std::trunc(value)
        ? std::to_chars(text.data(), text.data() + text.size(), qint64(value)).ptr
        : std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

std::optional<std::string> xlsxDate(double serial, XlsxNumberKind kind, bool from1904)
{
    if (kind == XlsxNumberKind::Plain || !(serial >= 0) || serial >= kEndOfDates) {
        return std::nullopt;
    }
    constexpr qint64 kDay = 86'400'000;
    const qint64 milliseconds = std::llround(serial * double(kDay));
    if (kind == XlsxNumberKind::Elapsed) {
        return clock(milliseconds);
    }
    const qint64 day = milliseconds / kDay;
    const qint64 time = milliseconds % kDay;
    if (day == 0 && (time > 0 || kind == XlsxNumberKind::Time)) {
        return clock(time);
    }
    if (day == 0 && !from1904) {
        return std::nullopt;
    }
    const std::string date = calendarDay(day, from1904);
    return time == 0 ? date : date + 'T' + clock(time);
}

void appendXlsxText(std::string& out, std::string_view text)
{
    for (;;) {
        const size_t at = text.find("_x");
        out.append(text.substr(0, at));
        if (at == std::string_view::npos) {
            return;
        }
        text.remove_prefix(at);
        const auto unit = escapedUnit(text);
        if (!unit) {
            out += '_';
            text.remove_prefix(1);
            continue;
        }
        text.remove_prefix(kPointLength);
        const auto low = *unit >= 0xd800 && *unit < 0xdc00 ? escapedUnit(text) : std::optional<char32_t>();
        if (low && *low >= 0xdc00 && *low < 0xe000) {
            appendCharacter(out, 0x10000 + ((*unit - 0xd800) << 10) + (*low - 0xdc00));
            text.remove_prefix(kPointLength);
        } else {
            appendCharacter(out, *unit);
        }
    }
}

bool isFullXlsxCell(std::string_view text)
{
    constexpr size_t kFull = 32767;
    if (text.size() < kFull || text.size() > 4 * kFull) {
        return false;
    }
    // Excel counts units of UTF-16, some writers count characters.
    size_t characters = 0;
    size_t pairs = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        characters += (byte & 0xc0) != 0x80;
        pairs += byte >= 0xf0;
    }
    return characters == kFull || characters + pairs == kFull;
}

} // namespace winnow
