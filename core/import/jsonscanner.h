// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string_view>

namespace winnow {

/// Finds the end of one JSON value in text that comes in pieces. It counts brackets and steps over strings
/// and holds nothing, so that neither the length nor the depth of the value costs memory or stack.
class JsonScanner {
public:
    /// `depth` brackets are open already.
    explicit JsonScanner(qint64 depth = 0)
        : m_depth(depth)
    {
    }

    /// How much of `text` belongs to the value, which goes on in the next piece unless ended().
    size_t feed(std::string_view text);
    bool ended() const { return m_ended; }
    /// A bare word such as 12 or null ends where the text does.
    bool endsWithText() const { return m_ended || (m_bare && m_depth == 0 && !m_inString); }
    /// The most brackets that were open at a time.
    qint64 deepest() const { return m_deepest; }

private:
    qint64 m_depth = 0;
    qint64 m_deepest = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_bare = false;
    bool m_ended = false;
};

/// How deep the brackets of a JSON text are nested.
qint64 jsonDepth(std::string_view json);

} // namespace winnow
