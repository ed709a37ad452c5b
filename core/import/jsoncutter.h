// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/bytestream.h"
#include "core/import/jsonscanner.h"
#include "core/import/recordsource.h"

#include <algorithm>
#include <limits>

namespace winnow {

inline bool isJsonSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

inline qint64 newlinesIn(std::string_view text)
{
    return std::count(text.begin(), text.end(), '\n');
}

/// Walks over JSON values in a stream without building anything; keeps the line number.
class JsonCutter {
public:
    JsonCutter(ByteStream& stream, const ReadLimits& limits)
        : m_stream(stream)
        , m_limits(limits)
    {
    }

    qint64 line() const { return m_line; }
    void setLine(qint64 line) { m_line = line; }

    void skip(size_t count)
    {
        m_line += newlinesIn(m_stream.window().substr(0, count));
        m_stream.consume(count);
    }

    /// The next character that is not white space, not consumed; 0 at the end.
    char peek()
    {
        while (true) {
            const std::string_view window = m_stream.window();
            size_t at = 0;
            while (at < window.size() && isJsonSpace(window[at])) {
                ++at;
            }
            skip(at);
            if (at < window.size()) {
                return m_stream.window().front();
            }
            if (!m_stream.grow()) {
                return 0;
            }
        }
    }

    enum class Cut { Value, Unclosed, TooLong };
    /// Length of the value that starts at the window's beginning; grows the window over it. What is too long
    /// is consumed as far as it was read, and skipRest() goes on from there.
    Cut measure(size_t& length)
    {
        m_scanner = JsonScanner();
        size_t at = 0;
        while (true) {
            at += m_scanner.feed(m_stream.window().substr(at));
            length = at;
            if (qint64(at) > m_limits.maxRecordBytes) {
                skip(at);
                return Cut::TooLong;
            }
            if (m_scanner.ended()) {
                return Cut::Value;
            }
            if (!m_stream.grow()) {
                return m_scanner.endsWithText() ? Cut::Value : Cut::Unclosed;
            }
        }
    }

    /// Consumes a value, or what is left of one in which `depth` brackets are open, without holding it;
    /// gives up behind `most` bytes. `length` is what was consumed.
    Cut skipValue(qint64& length, qint64 most = std::numeric_limits<qint64>::max(), qint64 depth = 0)
    {
        m_scanner = JsonScanner(depth);
        return skipRest(length, most);
    }
    Cut skipRest(qint64& length, qint64 most = std::numeric_limits<qint64>::max())
    {
        length = 0;
        while (!m_scanner.ended()) {
            if (length > most) {
                return Cut::TooLong;
            }
            if (m_stream.window().empty() && !m_stream.grow()) {
                return m_scanner.endsWithText() ? Cut::Value : Cut::Unclosed;
            }
            const size_t taken = m_scanner.feed(m_stream.window());
            skip(taken);
            length += qint64(taken);
        }
        return Cut::Value;
    }

private:
    ByteStream& m_stream;
    ReadLimits m_limits;
    JsonScanner m_scanner;
    qint64 m_line = 1;
};

} // namespace winnow
