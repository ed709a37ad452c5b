// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sentence.h"

#include <memory>
#include <string_view>

struct XML_ParserStruct;

namespace winnow {

/// The attributes of an element. Views stay valid while its start is handled.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs)
        : m_pairs(pairs)
    {
    }
    /// By name without prefix; empty when there is none.
    std::string_view value(std::string_view name) const;
    /// Calls with name and value of each.
    template <typename Take> void each(Take&& take) const
    {
        for (const char** pair = m_pairs; *pair; pair += 2) {
            take(localName(*pair), std::string_view(pair[1]));
        }
    }
    /// The name without its prefix.
    static std::string_view localName(std::string_view name)
    {
        const size_t colon = name.rfind(':');
        return colon == std::string_view::npos ? name : name.substr(colon + 1);
    }

private:
    const char** m_pairs;
};

/// Told what stands in an XML text, in order. Names come without their prefix.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    /// A piece of the text in an element, in UTF-8; it comes in as many as there are.
    virtual void text(std::string_view piece) = 0;
};

/// Reads XML (expat) as it comes, piece by piece. A document type is refused, and with it every entity but
/// the five of XML itself; so are elements nested without end and tags without one. One thread.
class XmlEvents {
public:
    explicit XmlEvents(XmlHandler& handler);
    ~XmlEvents();
    XmlEvents(const XmlEvents&) = delete;
    XmlEvents& operator=(const XmlEvents&) = delete;

    /// False when it is no XML that is read here; see problem().
    bool feed(std::string_view piece);
    /// After the last piece.
    bool finish();
    Sentence problem() const;

private:
    struct Callbacks;
    bool parse(std::string_view piece, bool last);

    XmlHandler& m_handler;
    XML_ParserStruct* m_parser;
    long long m_fed = 0;
    int m_depth = 0;
    bool m_tooDeep = false;
    bool m_hasDocumentType = false;
    bool m_tooLong = false;
};

} // namespace winnow
