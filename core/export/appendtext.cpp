// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/appendtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

namespace winnow {

namespace {

/// Room for `bytes` more at the end, doubled when it runs out; the caller gives back what it does not use.
char* roomFor(QByteArray& out, qsizetype bytes)
{
    const qsizetype before = out.size();
    if (out.capacity() < before + bytes) {
        out.reserve(std::max(2 * out.capacity(), before + bytes));
    }
    out.resize(before + bytes);
    return out.data() + before;
}

void giveBack(QByteArray& out, const char* end)
{
    out.resize(end - out.constData());
}

char hexDigit(uint value)
{
    return char(value < 10 ? '0' + value : 'a' + value - 10);
}

char* putEscape(char* to, char16_t unit)
{
    *to++ = '\\';
    *to++ = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) {
        *to++ = hexDigit(uint(unit) >> shift & 0xf);
    }
    return to;
}

char* putControl(char* to, char16_t unit)
{
    static constexpr char kNames[] = "btn\0fr";
    const char name = unit >= 8 && unit <= 13 ? kNames[unit - 8] : '\0';
    if (name == '\0') {
        return putEscape(to, unit);
    }
    *to++ = '\\';
    *to++ = name;
    return to;
}

char* putUtf8(char* to, char32_t point)
{
    const auto tail = [&](int shift) { return char(0x80 | (point >> shift & 0x3f)); };
    if (point < 0x800) {
        *to++ = char(0xc0 | point >> 6);
    } else if (point < 0x10000) {
        *to++ = char(0xe0 | point >> 12);
        *to++ = tail(6);
    } else {
        *to++ = char(0xf0 | point >> 18);
        *to++ = tail(12);
        *to++ = tail(6);
    }
    *to++ = tail(0);
    return to;
}

} // namespace

void appendDoubling(QByteArray& out, const QString& text, char doubled)
{
    const auto put = [&](char* to, char unit) {
        *to++ = unit;
        if (unit == doubled) {
            *to++ = unit;
        }
        return to;
    };
    const qsizetype before = out.size();
    char* to = roomFor(out, 2 * text.size());
    const char16_t* unit = reinterpret_cast<const char16_t*>(text.utf16());
    const char16_t* const end = unit + text.size();
    for (; unit != end && *unit < 0x80; ++unit) {
        to = put(to, char(*unit));
    }
    if (unit == end) {
        giveBack(out, to);
        return;
    }
    out.resize(before);
    const QByteArray utf8 = text.toUtf8();
    to = roomFor(out, 2 * utf8.size());
    for (const char byte : utf8) {
        to = put(to, byte);
    }
    giveBack(out, to);
}

void appendJsonString(QByteArray& out, QStringView text)
{
    // In pieces: the room is for the worst case, and an embedded image is one long text.
    constexpr qsizetype kPiece = 4096;
    constexpr qsizetype kLongest = 6; // of one unit
    out += '"';
    const char16_t* at = text.utf16();
    const char16_t* const end = at + text.size();
    while (at != end) {
        const char16_t* const pieceEnd = at + std::min(kPiece, qsizetype(end - at));
        char* to = roomFor(out, kLongest * (pieceEnd - at));
        while (at < pieceEnd) {
            const char16_t unit = *at++;
            if (unit == u'"' || unit == u'\\') {
                *to++ = '\\';
                *to++ = char(unit);
            } else if (unit < 0x20) {
                to = putControl(to, unit);
            } else if (unit < 0x80) {
                *to++ = char(unit);
            } else if (!QChar::isSurrogate(unit)) {
                to = putUtf8(to, unit);
            } else if (QChar::isHighSurrogate(unit) && at != end && QChar::isLowSurrogate(*at)) {
                to = putUtf8(to, QChar::surrogateToUcs4(unit, *at++));
            } else {
                // Half a pair is no character: UTF-8 cannot say it.
                to = putEscape(to, unit);
            }
        }
        giveBack(out, to);
    }
    out += '"';
}

void appendJsonList(QByteArray& out, const QStringList& texts)
{
    out += '[';
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (i > 0) {
            out += ',';
        }
        appendJsonString(out, texts.at(i));
    }
    out += ']';
}

QString jsonText(const QJsonValue& value)
{
    // A one-element array is the shortest way to have Qt write any value.
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(1, text.size() - 2));
}

QByteArray shortestNumber(double number)
{
    return QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
}

} // namespace winnow
