// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sentence.h"

namespace winnow {

namespace {

/// Sentences come from files: one nested deeper is cut off there.
constexpr int kDeepest = 16;

QString render(
    const QJsonValue& json, const Sentence::Translate& translate, const Sentence::Count& count, int depth)
{
    if (json.isString()) {
        return json.toString();
    }
    if (json.isDouble()) {
        return count(json.toInteger());
    }
    const QJsonArray parts = json.toArray();
    if (parts.isEmpty() || depth > kDeepest) {
        return {};
    }
    const QString english = parts.first().toString();
    QString text;
    if (english.isEmpty() || english == u"^") {
        for (qsizetype i = 1; i < parts.size(); ++i) {
            text += render(parts.at(i), translate, count, depth + 1);
        }
        if (!english.isEmpty() && !text.isEmpty()) {
            text[0] = text[0].toUpper();
        }
        return text;
    }
    const QString pattern = translate(english);
    // Not QString::arg: an argument may hold a %1 of its own.
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int place = pattern[i] == u'%' && i + 1 < pattern.size() ? pattern[i + 1].digitValue() : -1;
        if (place >= 1 && place < parts.size()) {
            text += render(parts.at(place), translate, count, depth + 1);
            ++i;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

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
    return render(m_json, translate, count, 0);
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
