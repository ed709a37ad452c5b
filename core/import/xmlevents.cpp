// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/xmlevents.h"

#include <expat.h>

#include <algorithm>
#include <new>

namespace winnow {

namespace {

constexpr int kMostDepth = 64;
/// Of a tag with its attributes, a comment or whatever else comes in one piece only.
constexpr long long kLongestToken = 1 << 20;

} // namespace

std::string_view XmlAttributes::value(std::string_view name) const
{
    std::string_view found;
    each([&](std::string_view other, std::string_view value) { found = other == name ? value : found; });
    return found;
}

struct XmlEvents::Callbacks {
    static void start(void* self, const char* name, const char** attributes)
    {
        auto* events = static_cast<XmlEvents*>(self);
        if (++events->m_depth > kMostDepth) {
            events->m_tooDeep = true;
            XML_StopParser(events->m_parser, XML_FALSE);
            return;
        }
        events->m_handler.start(XmlAttributes::localName(name), XmlAttributes(attributes));
    }
    static void end(void* self, const char* name)
    {
        auto* events = static_cast<XmlEvents*>(self);
        --events->m_depth;
        events->m_handler.end(XmlAttributes::localName(name));
    }
    static void text(void* self, const char* text, int size)
    {
        static_cast<XmlEvents*>(self)->m_handler.text({text, size_t(size)});
    }
    static void documentType(void* self, const char*, const char*, const char*, int)
    {
        auto* events = static_cast<XmlEvents*>(self);
        events->m_hasDocumentType = true;
        XML_StopParser(events->m_parser, XML_FALSE);
    }
};

XmlEvents::XmlEvents(XmlHandler& handler)
    : m_handler(handler)
    , m_parser(XML_ParserCreate(nullptr))
{
    if (!m_parser) {
        throw std::bad_alloc();
    }
    XML_SetUserData(m_parser, this);
    XML_SetElementHandler(m_parser, Callbacks::start, Callbacks::end);
    XML_SetCharacterDataHandler(m_parser, Callbacks::text);
    XML_SetStartDoctypeDeclHandler(m_parser, Callbacks::documentType);
}

XmlEvents::~XmlEvents()
{
    XML_ParserFree(m_parser);
}

bool XmlEvents::feed(std::string_view piece)
{
    return parse(piece, false);
}

bool XmlEvents::finish()
{
    return parse({}, true);
}

bool XmlEvents::parse(std::string_view piece, bool last)
{
    if (XML_Parse(m_parser, piece.data(), int(piece.size()), last ? XML_TRUE : XML_FALSE) != XML_STATUS_OK) {
        return false;
    }
    m_fed += static_cast<long long>(piece.size());
    m_tooLong = m_fed - std::max<long long>(XML_GetCurrentByteIndex(m_parser), 0) > kLongestToken;
    return !m_tooLong;
}

Sentence XmlEvents::problem() const
{
    if (m_hasDocumentType) {
        return Sentence::of(QT_TRANSLATE_NOOP("Import", "it declares a document type, which is never read"));
    }
    if (m_tooDeep) {
        return Sentence::of(QT_TRANSLATE_NOOP("Import", "more than %1 elements one in the other"))
            .arg(kMostDepth);
    }
    if (m_tooLong) {
        return Sentence::of(QT_TRANSLATE_NOOP("Import", "a tag of more than %1 bytes")).arg(kLongestToken);
    }
    return Sentence::of(QT_TRANSLATE_NOOP("Import", "no XML from line %1 on (%2)"))
        .arg(qint64(XML_GetCurrentLineNumber(m_parser)))
        .arg(QString::fromLatin1(XML_ErrorString(XML_GetErrorCode(m_parser))));
}

} // namespace winnow
