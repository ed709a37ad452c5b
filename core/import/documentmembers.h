// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/jsoncutter.h"
#include "core/import/jsonpick.h"

namespace winnow {

/// Walks over the members of a JSON document that is one object.
class DocumentMembers {
public:
    DocumentMembers(ByteStream& stream, const ReadLimits& limits)
        : m_cutter(stream, limits)
        , m_stream(stream)
    {
    }
    JsonCutter& cutter() { return m_cutter; }

    bool enter()
    {
        m_cutter.setLine(1);
        const bool object = m_cutter.peek() == '{';
        m_cutter.skip(object ? 1 : 0);
        return object;
    }
    /// The next member's name; its value is at hand.
    bool next(std::string& name)
    {
        if (m_cutter.peek() == ',') {
            m_cutter.skip(1);
        }
        if (m_cutter.peek() != '"' || !take(name)) {
            return false;
        }
        name = jsonText(name);
        if (m_cutter.peek() != ':') {
            return false;
        }
        m_cutter.skip(1);
        return m_cutter.peek() != 0;
    }
    /// The value at hand; false when it is not whole or too long.
    bool take(std::string& value)
    {
        size_t length = 0;
        if (m_cutter.measure(length) != JsonCutter::Cut::Value) {
            return false;
        }
        value = std::string(m_stream.window().substr(0, length));
        m_cutter.skip(length);
        return true;
    }
    enum class Element { Value, TooLong, Unclosed, End };
    /// The next element of the array that was entered; it is to be skipped once it was read. What is too long
    /// is passed over.
    Element element(std::string_view& value)
    {
        if (m_cutter.peek() == ',') {
            m_cutter.skip(1);
        }
        const char first = m_cutter.peek();
        if (first == ']') {
            return Element::End;
        }
        size_t length = 0;
        const JsonCutter::Cut cut = m_cutter.measure(length);
        if (cut == JsonCutter::Cut::TooLong) {
            qint64 rest = 0;
            return m_cutter.skipRest(rest) == JsonCutter::Cut::Value ? Element::TooLong : Element::Unclosed;
        }
        value = m_stream.window().substr(0, length);
        return cut == JsonCutter::Cut::Value && length > 0 ? Element::Value : Element::Unclosed;
    }
    bool pass()
    {
        qint64 length = 0;
        return m_cutter.skipValue(length) == JsonCutter::Cut::Value && length > 0;
    }

private:
    JsonCutter m_cutter;
    ByteStream& m_stream;
};

} // namespace winnow
