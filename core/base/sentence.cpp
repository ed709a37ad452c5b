// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sentence.h"

#include <vector>

namespace winnow {

namespace {

/// Sentences come from files: one nested deeper is cut off there, and so is one that repeats itself without
/// end.
constexpr size_t kDeepest = 16;
constexpr int kMostParts = 10'000;
constexpr qsizetype kMostChars = 100'000;

/// Says a sentence with those inside it, which wait on a list of our own.
class Renderer {
public:
    Renderer(const Sentence::Translate& translate, const Sentence::Count& count)
        : m_translate(translate)
        , m_count(count)
    {
    }

    QString render(const QJsonValue& json)
    {
        say(json);
        while (!m_open.empty() && m_parts < kMostParts && m_text.size() < kMostChars) {
            if (m_open.back().isList) {
                goOnWithList(m_open.back());
            } else {
                goOnWithPattern(m_open.back());
            }
        }
        return m_text;
    }

private:
    struct Open {
        QJsonArray parts;
        QString pattern;
        bool isList = false;
        /// The next part of a list, the next character of a pattern.
        qsizetype at = 0;
        qsizetype start = 0;
    };

    void say(const QJsonValue& json)
    {
        ++m_parts;
        if (json.isString()) {
            m_text += json.toString();
        } else if (json.isDouble()) {
            m_text += m_count(json.toInteger());
        } else if (const QJsonArray parts = json.toArray(); !parts.isEmpty() && m_open.size() <= kDeepest) {
            const QString english = parts.first().toString();
            const bool isList = english.isEmpty() || english == u"^";
            m_open.push_back(
                {parts, isList ? english : m_translate(english), isList, isList ? 1 : 0, m_text.size()});
        }
    }

    void goOnWithList(Open& open)
    {
        if (open.at < open.parts.size()) {
            const QJsonValue next = open.parts.at(open.at++);
            say(next);
            return;
        }
        if (!open.pattern.isEmpty() && m_text.size() > open.start) {
            m_text[open.start] = m_text[open.start].toUpper();
        }
        m_open.pop_back();
    }

    void goOnWithPattern(Open& open)
    {
        // Not QString::arg: an argument may hold a %1 of its own.
        while (open.at < open.pattern.size()) {
            const QChar c = open.pattern[open.at++];
            const int place
                = c == u'%' && open.at < open.pattern.size() ? open.pattern[open.at].digitValue() : -1;
            if (place >= 1 && place < open.parts.size()) {
                ++open.at;
                const QJsonValue argument = open.parts.at(place);
                say(argument);
                return;
            }
            m_text += c;
        }
        m_open.pop_back();
    }

    const Sentence::Translate& m_translate;
    const Sentence::Count& m_count;
    QString m_text;
    std::vector<Open> m_open;
    int m_parts = 0;
};

} // namespace

Sentence Sentence::fromJson(const QJsonValue& json)
{
    Sentence sentence;
    sentence.m_json = json;
    return sentence;
}

Sentence& Sentence::operator+=(const Sentence& more)
{
    if (isEmpty()) {
        m_json = more.m_json;
    } else if (!more.isEmpty()) {
        QJsonArray parts = m_json.toArray();
        if (parts.isEmpty() || !parts.first().toString().isEmpty()) {
            parts = {QString(), m_json};
        }
        parts.append(more.m_json);
        m_json = parts;
    }
    return *this;
}

Sentence Sentence::capitalised() const
{
    return isEmpty() ? *this : Sentence(QJsonArray{QStringLiteral("^"), m_json});
}

QString Sentence::english() const
{
    return in([](const QString& text) { return text; }, [](qint64 value) { return QString::number(value); });
}

QString Sentence::in(const Translate& translate, const Count& count) const
{
    return Renderer(translate, count).render(m_json);
}

Sentence joined(const QVector<Sentence>& parts, const QString& between)
{
    Sentence all;
    for (const Sentence& part : parts) {
        if (!all.isEmpty()) {
            all += between;
        }
        all += part;
    }
    return all;
}

QStringList SentenceList::english() const
{
    QStringList texts;
    for (const Sentence& sentence : *this) {
        texts.append(sentence.english());
    }
    return texts;
}

} // namespace winnow
