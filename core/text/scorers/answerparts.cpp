// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/answerparts.h"

#include "core/text/normalise.h"
#include "core/text/pythonliteral.h"
#include "core/text/scorers/sameanswer.h"

#include <QRegularExpression>

#include <algorithm>

namespace winnow {

namespace {

constexpr qsizetype kLongest = 20'000;

/// A part as it is compared.
QString compared(const QString& part, DecimalMark habit)
{
    if (const auto number = numberOf(part, habit)) {
        return QString::number(*number, 'g', 12);
    }
    return normaliseText(part);
}

std::optional<QStringList> literal(const QString& text)
{
    if (!looksLikePythonList(text)) {
        return std::nullopt;
    }
    const auto list = parsePythonStringList(text);
    return list ? std::optional(*list) : std::nullopt;
}

QStringList split(const QString& text, const QRegularExpression& at)
{
    QStringList parts;
    for (const QString& part : text.split(at, Qt::SkipEmptyParts)) {
        if (const QString plain = part.trimmed(); !plain.isEmpty()) {
            parts.append(plain);
        }
    }
    return parts;
}

QStringList rawParts(const QString& whole, qsizetype expected)
{
    const QString text = whole.left(kLongest).trimmed();
    if (const auto list = literal(text)) {
        return *list;
    }
    static const QRegularExpression wraps(QStringLiteral("^[\\[({]|[\\])}.]+$"));
    static const QRegularExpression bullets(QStringLiteral("(?:^|\\n)\\s*(?:[-*\u2022]\\s+|\\d+[.)]\\s+)?"));
    static const QRegularExpression semicolons(QStringLiteral("\\s*[;|\u3001\uff1b]\\s*"));
    // "1,234" is one number; ", and" is one gap.
    static const QRegularExpression commas(
        QStringLiteral("\\s*(?:[,\uff0c](?!\\d{3}(?!\\d))|,(?=\\s))\\s*(?:(?:and|or|und|et|y)\\s+)?|\\s+(?:"
                       "and|und|et|y)\\s+"));
    static const QRegularExpression anyComma(QStringLiteral("\\s*,\\s*"));
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    QString bare = text;
    if (text.contains(u'\n')) {
        if (const QStringList lines = split(text, bullets); lines.size() > 1) {
            return lines;
        }
    }
    bare.remove(wraps);
    QStringList first;
    for (const QRegularExpression* const at : {&semicolons, &commas, &anyComma, &blanks}) {
        const QStringList parts = split(bare, *at);
        if (parts.size() == expected) {
            return parts;
        }
        if (first.size() < 2 && at != &blanks) {
            first = parts;
        }
    }
    return first;
}

} // namespace

QStringList answerParts(const QString& text, qsizetype expected, DecimalMark habit)
{
    QStringList parts = rawParts(text, expected);
    for (QString& part : parts) {
        part = compared(part, habit);
    }
    return parts;
}

QVector<QStringList> goldParts(const ReplyToScore& reply)
{
    const QStringList& accepted = reply.accepted;
    const bool lists = std::any_of(
        accepted.begin(), accepted.end(), [](const QString& one) { return literal(one).has_value(); });
    if (accepted.size() > 1 && !lists) {
        QStringList parts;
        for (const QString& one : accepted) {
            parts.append(compared(one, reply.habit));
        }
        return {parts};
    }
    QVector<QStringList> all;
    for (const QString& one : goldTexts(reply)) {
        all.append(answerParts(one, -1, reply.habit));
    }
    return all;
}

} // namespace winnow
