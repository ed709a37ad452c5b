// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/jsonpick.h"

#include "core/import/sampledraft.h"
#include "core/import/utf8.h"

#include <QChar>

#include <charconv>

namespace winnow {

namespace {

/// Four hexadecimal digits; nothing when they are none.
std::optional<char32_t> unitAt(std::string_view text, size_t at)
{
    constexpr size_t kDigits = 4;
    if (at + kDigits > text.size()) {
        return std::nullopt;
    }
    quint32 unit = 0;
    const char* const begin = text.data() + at;
    const auto [end, error] = std::from_chars(begin, begin + kDigits, unit, 16);
    return error == std::errc() && end == begin + kDigits ? std::optional(char32_t(unit)) : std::nullopt;
}

char plainEscape(char c)
{
    switch (c) {
    case 'n':
        return '\n';
    case 't':
        return '\t';
    case 'r':
        return '\r';
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    default:
        return c;
    }
}

} // namespace

std::string_view plainName(const JsonMember& member)
{
    return member.name.substr(1, member.name.size() - 2);
}

std::string_view JsonFields::operator[](std::string_view name) const
{
    for (const JsonMember& member : m_members) {
        if (plainName(member) == name) {
            return member.value;
        }
    }
    return {};
}

std::string_view JsonFields::firstOf(std::span<const std::string_view> names) const
{
    for (const std::string_view name : names) {
        if (const std::string_view value = (*this)[name]; !isJsonNothing(value)) {
            return value;
        }
    }
    return {};
}

std::string jsonText(std::string_view value)
{
    constexpr size_t kQuotes = 2;
    if (value.size() < kQuotes || value.front() != '"' || value.back() != '"') {
        return {};
    }
    value = value.substr(1, value.size() - kQuotes);
    std::string text;
    text.reserve(value.size());
    for (size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\' || i + 1 == value.size()) {
            text += value[i];
            continue;
        }
        ++i;
        if (value[i] != 'u') {
            text += plainEscape(value[i]);
            continue;
        }
        constexpr size_t kDigits = 4;
        const auto unit = unitAt(value, i + 1);
        if (!unit) {
            text += 'u';
            continue;
        }
        i += kDigits;
        char32_t code = *unit;
        if (QChar::isHighSurrogate(code) && value.substr(i + 1, 2) == "\\u") {
            if (const auto low = unitAt(value, i + 3); low && QChar::isLowSurrogate(*low)) {
                code = QChar::surrogateToUcs4(char16_t(code), char16_t(*low));
                i += 2 + kDigits;
            }
        }
        if (QChar::isSurrogate(code)) {
            code = QChar::ReplacementCharacter;
        }
        text += QString::fromUcs4(&code, 1).toStdString();
    }
    return text;
}

std::optional<double> jsonNumberIn(std::string_view value)
{
    return isJsonText(value) ? toNumber(jsonText(value)) : toNumber(value);
}

void JsonWriter::begin(std::string_view name)
{
    m_json += m_json.empty() ? '{' : ',';
    appendJsonString(m_json, name);
    m_json += ':';
}

void JsonWriter::add(std::string_view name, std::string_view json)
{
    if (!json.empty()) {
        begin(name);
        m_json += json;
    }
}

void JsonWriter::addText(std::string_view name, std::string_view text)
{
    begin(name);
    appendJsonString(m_json, text);
}

void JsonWriter::addNumber(std::string_view name, double number)
{
    begin(name);
    m_json += QByteArray::number(number, 'g', 17).toStdString();
}

std::string JsonWriter::take()
{
    std::string json = m_json.empty() ? std::string("{") : std::move(m_json);
    m_json.clear();
    json += '}';
    return json;
}

std::string jsonListOf(const std::vector<std::string>& values)
{
    std::string json("[");
    for (const std::string& value : values) {
        json += json.size() > 1 ? "," : "";
        json += value;
    }
    return json + ']';
}

std::string jsonQuoted(std::string_view text)
{
    std::string json;
    appendJsonString(json, text);
    return json;
}

} // namespace winnow
