// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/jsonscanner.h"

#include <algorithm>

namespace winnow {

size_t JsonScanner::feed(std::string_view text)
{
    for (size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (m_inString) {
            if (m_escaped) {
                m_escaped = false;
            } else if (c == '\\') {
                m_escaped = true;
            } else if (c == '"') {
                m_inString = false;
                if (m_depth == 0) {
                    m_ended = true;
                    return at + 1;
                }
            }
        } else if (c == '"') {
            m_inString = true;
        } else if (c == '{' || c == '[') {
            m_deepest = std::max(m_deepest, ++m_depth);
        } else if (c == '}' || c == ']') {
            if (m_depth == 0) {
                m_ended = true;
                return at;
            }
            if (--m_depth == 0) {
                m_ended = true;
                return at + 1;
            }
        } else if (m_depth == 0) {
            if (c == ',' || c == ':' || (m_bare && (c == ' ' || c == '\n' || c == '\r' || c == '\t'))) {
                m_ended = true;
                return at;
            }
            m_bare = true;
        }
    }
    return text.size();
}

qint64 jsonDepth(std::string_view json)
{
    JsonScanner scanner;
    scanner.feed(json);
    return scanner.deepest();
}

} // namespace winnow
