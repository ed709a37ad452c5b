// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <QVector>

#include <functional>

namespace winnow {

/// A sentence whose language is chosen when it is read: an English text with %1, %2 … and, kept apart, what
/// stands in their place. Stored as JSON: a string is said as it is, a number is a count, and an array is
/// [text, argument…], or ["", part…] for parts said one after the other, ["^", part…] for the same
/// with a capital first letter. An immutable value.
class Sentence {
public:
    /// From an English text to that of another language.
    using Translate = std::function<QString(const QString&)>;
    /// A count as it is written there.
    using Count = std::function<QString(qint64)>;

    Sentence() = default;
    /// Said as it is in every language: a name, an answer, a share.
    Sentence(const QString& verbatim)
        : m_json(verbatim)
    {
    }
    /// `text` is marked where it stands: Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 of %2")).
    static Sentence of(const char* text) { return Sentence(QJsonArray{QString::fromUtf8(text)}); }
    static Sentence fromJson(const QJsonValue& json);

    /// The sentence with the next places filled, in the order %1, %2 … over all calls. Counts are whole
    /// numbers; other numbers are given as text.
    template <typename... Parts> Sentence arg(const Parts&... parts) const
    {
        QJsonArray filled = m_json.toArray();
        (filled.append(jsonOf(parts)), ...);
        return Sentence(filled);
    }
    /// Says `more` after it.
    Sentence& operator+=(const Sentence& more);

    /// With a capital first letter, where the language has such.
    Sentence capitalised() const;

    bool isEmpty() const { return m_json.isNull() || m_json == QJsonValue(QString()); }
    QString english() const;
    /// English, for logs, the command line, files and tests.
    operator QString() const { return english(); }
    bool contains(const QString& part) const { return english().contains(part); }
    bool startsWith(const QString& part) const { return english().startsWith(part); }
    QString in(const Translate& translate, const Count& count) const;
    const QJsonValue& json() const { return m_json; }
    /// Whether a language can change anything about it.
    bool isTranslatable() const { return m_json.isArray(); }

private:
    explicit Sentence(const QJsonArray& json)
        : m_json(json)
    {
    }
    static QJsonValue jsonOf(const Sentence& part) { return part.m_json; }
    static QJsonValue jsonOf(const QString& part) { return part; }
    static QJsonValue jsonOf(int count) { return count; }
    static QJsonValue jsonOf(qint64 count) { return count; }
    static QJsonValue jsonOf(std::size_t count) { return qint64(count); }

    QJsonValue m_json;
};

/// Parts one after the other with `between`, which is said as it is.
Sentence joined(const QVector<Sentence>& parts, const QString& between);

/// Several sentences.
class SentenceList : public QVector<Sentence> {
public:
    using QVector<Sentence>::QVector;

    QStringList english() const;
    /// In English.
    QString join(QChar between) const { return english().join(between); }
};

} // namespace winnow
