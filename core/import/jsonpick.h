// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/jsontable.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow {

/// Values of JSON that is at hand, as they stand there: numbers keep their digits, and what is not asked for
/// is not read. Views point into the text.
class JsonFields {
public:
    /// The members of an object; none when it is no object.
    explicit JsonFields(std::string_view object)
        : m_members(jsonMembers(object))
    {
    }
    const std::vector<JsonMember>& all() const { return m_members; }
    /// The value of a member; empty when there is none.
    std::string_view operator[](std::string_view name) const;
    /// That of the first of several names.
    std::string_view firstOf(std::span<const std::string_view> names) const;

private:
    std::vector<JsonMember> m_members;
};

/// A member's name without its quotes.
std::string_view plainName(const JsonMember& member);
inline bool isJsonText(std::string_view value)
{
    return !value.empty() && value.front() == '"';
}
inline bool isJsonList(std::string_view value)
{
    return !value.empty() && value.front() == '[';
}
inline bool isJsonObject(std::string_view value)
{
    return !value.empty() && value.front() == '{';
}
/// Missing, or a null.
inline bool isJsonNothing(std::string_view value)
{
    return value.empty() || value == "null";
}
/// The text that a JSON string says; empty when it is none.
std::string jsonText(std::string_view value);
/// The number that a JSON number, or a string with nothing but one in it, says.
std::optional<double> jsonNumberIn(std::string_view value);

/// A JSON object that is written member by member.
class JsonWriter {
public:
    /// A value that is JSON as it stands; nothing is written for a missing one.
    void add(std::string_view name, std::string_view json);
    void addText(std::string_view name, std::string_view text);
    void addNumber(std::string_view name, double number);
    bool empty() const { return m_json.empty(); }
    /// The object.
    std::string take();

private:
    void begin(std::string_view name);
    std::string m_json;
};

/// A JSON list of values that are JSON as they stand.
std::string jsonListOf(const std::vector<std::string>& values);
/// A text as a JSON string.
std::string jsonQuoted(std::string_view text);

} // namespace winnow
