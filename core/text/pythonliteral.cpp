// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/pythonliteral.h"

#include <vector>

namespace winnow {

namespace {

constexpr size_t kMaxDepth = 32;

class Parser {
public:
    explicit Parser(QStringView text)
        : m_text(text)
    {
    }

    Result<PythonValue> parseAll()
    {
        auto value = parseValue();
        if (!value) {
            return value;
        }
        skipSpace();
        if (m_at < m_text.size()) {
            return wrong(Sentence::of(QT_TRANSLATE_NOOP("Error", "the end")));
        }
        return value;
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    QChar current() const { return atEnd() ? QChar() : m_text.at(m_at); }

    void skipSpace()
    {
        while (!atEnd() && m_text.at(m_at).isSpace()) {
            ++m_at;
        }
    }

    tl::unexpected<Error> wrong(const Sentence& expected) const
    {
        Sentence found = Sentence::of(QT_TRANSLATE_NOOP("Error", "the end"));
        if (!atEnd()) {
            qsizetype end = m_at;
            while (end < m_text.size() && end - m_at < 24
                && (m_text.at(end).isLetterOrNumber() || m_text.at(end) == u'_')) {
                ++end;
            }
            found = QStringLiteral("\"%1\"").arg(m_text.mid(m_at, qMax<qsizetype>(1, end - m_at)));
        }
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "character %1: found %2, expected %3"))
                .arg(m_at + 1)
                .arg(found, expected),
            Sentence::of(QT_TRANSLATE_NOOP(
                "Error", "Only plain lists, strings and numbers are read; nothing is evaluated")));
    }

    /// A list or dictionary that is open.
    struct Open {
        PythonValue value;
        QChar close;
        PythonValue key{};
        bool hasKey = false;
    };

    /// One value with all that is in it. What is open waits on a list of our own, not on the stack.
    Result<PythonValue> parseValue()
    {
        std::vector<Open> open;
        while (true) {
            PythonValue value;
            skipSpace();
            if (!open.empty() && !open.back().hasKey && !atEnd() && current() == open.back().close) {
                ++m_at;
                value = std::move(open.back().value);
                open.pop_back();
            } else if (open.size() > kMaxDepth) {
                return fail(ErrorCode::LimitExceeded,
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "character %1: lists nested more than %2 deep"))
                        .arg(m_at + 1)
                        .arg(kMaxDepth));
            } else if (const QChar c = current(); c == u'[' || c == u'(' || c == u'{') {
                // numpy prints string lists without commas; Python would glue the strings together.
                if (c != u'[' || !readUnseparated(value)) {
                    ++m_at;
                    value = {};
                    value.kind = c == u'{' ? PythonValue::Kind::Dictionary : PythonValue::Kind::List;
                    open.push_back({std::move(value), c == u'[' ? u']' : c == u'(' ? u')' : u'}'});
                    continue;
                }
            } else {
                auto plain = parsePlain();
                if (!plain) {
                    return plain;
                }
                value = std::move(*plain);
            }
            if (open.empty()) {
                return value;
            }
            if (auto added = add(open.back(), std::move(value)); !added) {
                return tl::unexpected<Error>(std::move(added.error()));
            }
        }
    }

    /// Puts a value into what is open, and reads the comma or colon behind it.
    Result<void> add(Open& open, PythonValue value)
    {
        const bool braces = open.close == u'}';
        skipSpace();
        if (braces && !open.hasKey && !atEnd() && current() == u':') {
            ++m_at;
            open.key = std::move(value);
            open.hasKey = true;
            return {};
        }
        if (open.hasKey) {
            open.value.entries.append({std::move(open.key), std::move(value)});
            open.hasKey = false;
        } else {
            // In braces: a set.
            open.value.kind = PythonValue::Kind::List;
            open.value.items.append(std::move(value));
        }
        if (!atEnd() && current() == u',') {
            ++m_at;
        } else if (atEnd() || current() != open.close) {
            return wrong(
                Sentence::of(QT_TRANSLATE_NOOP("Error", "a comma or \"%1\"")).arg(QString(open.close)));
        }
        return {};
    }

    Result<PythonValue> parsePlain()
    {
        if (startsString()) {
            return parseString(true);
        }
        const QChar c = current();
        if (c.isDigit() || c == u'-' || c == u'+' || c == u'.') {
            return parseNumber();
        }
        return parseName();
    }

    bool startsString() const
    {
        qsizetype at = m_at;
        while (at < m_text.size() && at - m_at < 2 && QStringView(u"uUrRbB").contains(m_text.at(at))) {
            ++at;
        }
        return at < m_text.size() && (m_text.at(at) == u'\'' || m_text.at(at) == u'"');
    }

    Result<PythonValue> parseName()
    {
        static const QStringList none{QStringLiteral("None"), QStringLiteral("null")};
        static const QStringList numbers{
            QStringLiteral("nan"), QStringLiteral("NaN"), QStringLiteral("inf"), QStringLiteral("Infinity")};
        const qsizetype start = m_at;
        while (!atEnd() && (current().isLetterOrNumber() || current() == u'_')) {
            ++m_at;
        }
        const QString name = m_text.mid(start, m_at - start).toString();
        PythonValue value;
        if (none.contains(name)) {
            return value;
        }
        if (name.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0
            || name.compare(QLatin1String("false"), Qt::CaseInsensitive) == 0) {
            value.kind = PythonValue::Kind::Boolean;
            value.text = name.startsWith(u't', Qt::CaseInsensitive) ? QStringLiteral("True")
                                                                    : QStringLiteral("False");
            return value;
        }
        if (numbers.contains(name)) {
            value.kind = PythonValue::Kind::Number;
            value.text = name;
            return value;
        }
        m_at = start;
        return wrong(Sentence::of(QT_TRANSLATE_NOOP("Error", "a list, string, number or None")));
    }

    Result<PythonValue> parseNumber()
    {
        const qsizetype start = m_at;
        while (!atEnd() && (current().isDigit() || QStringView(u"+-._eE").contains(current()))) {
            ++m_at;
        }
        const QString digits = m_text.mid(start, m_at - start).toString();
        bool ok = false;
        QString(digits).remove(u'_').toDouble(&ok);
        if (!ok) {
            m_at = start;
            return wrong(Sentence::of(QT_TRANSLATE_NOOP("Error", "a number")));
        }
        PythonValue value;
        value.kind = PythonValue::Kind::Number;
        value.text = digits;
        return value;
    }

    Result<PythonValue> parseString(bool joinAdjacent)
    {
        PythonValue value;
        value.kind = PythonValue::Kind::String;
        do {
            bool raw = false;
            while (current() != u'\'' && current() != u'"') {
                raw = raw || current() == u'r' || current() == u'R';
                ++m_at;
            }
            if (auto read = readQuoted(value.text, raw); !read) {
                return tl::unexpected<Error>(read.error());
            }
            const qsizetype mark = m_at;
            skipSpace();
            if (!joinAdjacent || !startsString()) {
                m_at = mark;
                break;
            }
        } while (true);
        return value;
    }

    Result<void> readQuoted(QString& out, bool raw)
    {
        const QChar quote = current();
        const bool triple
            = m_at + 2 < m_text.size() && m_text.at(m_at + 1) == quote && m_text.at(m_at + 2) == quote;
        m_at += triple ? 3 : 1;
        while (!atEnd()) {
            const QChar c = current();
            if (c == quote) {
                if (!triple) {
                    ++m_at;
                    return {};
                }
                if (m_at + 2 < m_text.size() && m_text.at(m_at + 1) == quote
                    && m_text.at(m_at + 2) == quote) {
                    m_at += 3;
                    return {};
                }
            }
            if (c == u'\\' && !raw) {
                if (auto escape = readEscape(out); !escape) {
                    return escape;
                }
                continue;
            }
            out += c;
            ++m_at;
        }
        return wrong(Sentence::of(QT_TRANSLATE_NOOP("Error", "the closing quote of a string")));
    }

    Result<void> readEscape(QString& out)
    {
        ++m_at;
        const QChar c = current();
        ++m_at;
        switch (c.unicode()) {
        case u'n':
            out += u'\n';
            return {};
        case u't':
            out += u'\t';
            return {};
        case u'r':
            out += u'\r';
            return {};
        case u'\\':
        case u'\'':
        case u'"':
        case u'/':
            out += c;
            return {};
        case u'\n':
            return {};
        case u'x':
            return readCode(out, 2);
        case u'u':
            return readCode(out, 4);
        case u'U':
            return readCode(out, 8);
        default:
            // Python keeps a backslash that starts no escape, as LaTeX in option lists relies on.
            out += u'\\';
            --m_at;
            return {};
        }
    }

    Result<void> readCode(QString& out, int digits)
    {
        bool ok = false;
        const char32_t code = m_text.mid(m_at, digits).toString().toUInt(&ok, 16);
        if (!ok || m_at + digits > m_text.size() || code > 0x10ffff) {
            return wrong(Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 hexadecimal digits")).arg(digits));
        }
        m_at += digits;
        if (code >= 0xd800 && code <= 0xdfff) {
            out += QChar(static_cast<char16_t>(code));
        } else {
            out += QString::fromUcs4(&code, 1);
        }
        return {};
    }

    /// False, with nothing consumed, when it is not such a list.
    bool readUnseparated(PythonValue& value)
    {
        const qsizetype start = m_at;
        value.kind = PythonValue::Kind::List;
        ++m_at;
        skipSpace();
        while (!atEnd() && startsString()) {
            auto item = parseString(false);
            if (!item) {
                m_at = start;
                return false;
            }
            value.items.append(std::move(*item));
            skipSpace();
        }
        if (atEnd() || current() != u']' || value.items.size() < 2) {
            m_at = start;
            return false;
        }
        ++m_at;
        return true;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace

Result<PythonValue> parsePythonLiteral(QStringView text)
{
    return Parser(text).parseAll();
}

Result<QStringList> parsePythonStringList(QStringView text)
{
    auto value = parsePythonLiteral(text);
    if (!value) {
        return tl::unexpected<Error>(std::move(value.error()));
    }
    if (value->kind != PythonValue::Kind::List) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "character 1: found a single value, expected a list")));
    }
    QStringList result;
    result.reserve(value->items.size());
    for (const PythonValue& item : value->items) {
        if (item.kind == PythonValue::Kind::List || item.kind == PythonValue::Kind::Dictionary) {
            return fail(ErrorCode::InvalidInput,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "element %1: found a nested list, expected text"))
                    .arg(result.size() + 1));
        }
        result.append(item.kind == PythonValue::Kind::None ? QStringLiteral("None") : item.text);
    }
    return result;
}

bool looksLikePythonList(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.size() < 2) {
        return false;
    }
    return (trimmed.front() == u'[' && trimmed.back() == u']')
        || (trimmed.front() == u'(' && trimmed.back() == u')' && trimmed.contains(u',')
            && (trimmed.at(1) == u'\'' || trimmed.at(1) == u'"'));
}

} // namespace winnow
