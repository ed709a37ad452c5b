// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/goldreader.h"

#include "core/domain/sample.h"
#include "core/text/normalise.h"
#include "core/text/optiontexts.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace winnow {

namespace {

/// Letter at the beginning: "B. red", "(B) red", "B) red", "**B**: because", "B\n…"; -1 otherwise.
int leadingLetter(QStringView text)
{
    static const QRegularExpression lead(
        QStringLiteral("^[\\s*\"'`$]*(?:[(\\[{]\\s*([A-Za-z])\\s*[)\\]}]|([A-Z])\\s*[).:,\\]*]|([A-Z])\\s*(?:"
                       "$|[\\n\\-\u2013]))"));
    const auto match = lead.match(text);
    if (!match.hasMatch()) {
        return -1;
    }
    for (int group = 1; group <= 3; ++group) {
        if (const int position = optionPosition(match.capturedView(group)); position >= 0) {
            return position;
        }
    }
    return -1;
}

} // namespace

int letterKey(QStringView gold, qsizetype options)
{
    if (const int position = optionPosition(gold.trimmed(), options); position >= 0) {
        return position;
    }
    const int position = bareLetter(gold);
    return position < options ? position : -1;
}

int optionSaying(QStringView gold, const QStringList& options)
{
    const QStringView wanted = gold.trimmed();
    for (qsizetype i = 0; i < options.size(); ++i) {
        if (QStringView(options.at(i)).trimmed() == wanted) {
            return int(i);
        }
    }
    return -1;
}

int optionLike(QStringView gold, const QStringList& options)
{
    if (const int same = optionSaying(gold, options); same >= 0) {
        return same;
    }
    const QString folded = foldText(gold);
    for (qsizetype i = 0; i < options.size(); ++i) {
        if (foldText(options.at(i)) == folded) {
            return int(i);
        }
    }
    int found = -1;
    const QString loose = normaliseText(gold);
    for (qsizetype i = 0; i < options.size(); ++i) {
        if (normaliseText(options.at(i)) != loose) {
            continue;
        }
        if (found >= 0 && foldText(options.at(found)) != foldText(options.at(i))) {
            return -1;
        }
        found = found < 0 ? int(i) : found;
    }
    return found;
}

std::optional<int> wholeNumber(QStringView text)
{
    QStringView digits = text.trimmed();
    if (const qsizetype point = digits.indexOf(u'.'); point > 0) {
        const QStringView rest = digits.mid(point + 1);
        if (!std::all_of(rest.begin(), rest.end(), [](QChar c) { return c == u'0'; })) {
            return std::nullopt;
        }
        digits = digits.left(point);
    }
    bool ok = false;
    const int number = digits.toInt(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

bool isNoKey(QStringView text)
{
    static const QSet<QString> words{QStringLiteral("hidden"), QStringLiteral("-1"), QStringLiteral("-1.0"),
        QStringLiteral("nan"), QStringLiteral("null"), QStringLiteral("n/a"), QStringLiteral("na"),
        QStringLiteral("none"), QStringLiteral("unknown"), QStringLiteral("withheld"), QStringLiteral("?"),
        QStringLiteral("tbd"), QStringLiteral("private"), QStringLiteral("secret"),
        QStringLiteral("not available"), QStringLiteral("not provided"), QStringLiteral("no answer"),
        QStringLiteral("<hidden>"), QStringLiteral("[hidden]"), QStringLiteral("(hidden)")};
    constexpr qsizetype kLongest = 16;
    const QStringView word = text.trimmed();
    return word.isEmpty() || (word.size() <= kLongest && words.contains(word.toString().toLower()));
}

QStringList keyParts(const QString& gold, qsizetype options)
{
    static const QRegularExpression gap(QStringLiteral("\\s*(?:[,;/&+|\u3001\uff0c]|\\band\\b)\\s*|\\s+"),
        QRegularExpression::CaseInsensitiveOption);
    QString bare = gold.trimmed();
    static const QRegularExpression wraps(QStringLiteral("^[\\[({]|[\\])}.]$"));
    if (bare.size() > 2 && !bare.contains(u')')) {
        bare.remove(wraps);
    }
    QStringList parts;
    for (const QString& part : bare.split(gap, Qt::SkipEmptyParts)) {
        if (letterKey(part, options) < 0) {
            parts.clear();
            break;
        }
        parts.append(part);
    }
    if (parts.size() >= 2) {
        return parts;
    }
    // "ACD": capitals in order, each an option.
    parts.clear();
    for (const QChar c : bare) {
        const int position = c.isUpper() ? optionPosition(QStringView(&c, 1)) : -1;
        if (position < 0 || position >= options
            || (!parts.isEmpty() && position <= optionPosition(parts.last()))) {
            return {};
        }
        parts.append(QString(c));
    }
    return parts.size() >= 2 ? parts : QStringList();
}

QVector<int> goldSet(const QString& gold, qsizetype options)
{
    QVector<int> positions;
    const QStringList letters = gold.split(QStringLiteral(", "));
    for (const QString& letter : letters) {
        const int position = optionPosition(letter, options);
        if (position < 0 || positions.contains(position)) {
            return {};
        }
        positions.append(position);
    }
    return positions.size() >= 2 ? positions : QVector<int>();
}

QString goldSetText(QVector<int> positions)
{
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    QStringList letters;
    for (const int position : positions) {
        letters.append(optionLetter(position));
    }
    return letters.join(QStringLiteral(", "));
}

GoldReading readGold(const QString& gold, const QStringList& options)
{
    if (options.isEmpty()) {
        return {};
    }
    if (const int same = optionSaying(gold, options); same >= 0) {
        // Of options that are letters themselves in order, the letter is what was found.
        const int letter = letterKey(gold, options.size());
        return {same, same == letter ? AnswerForm::Letter : AnswerForm::OptionText};
    }
    // "(b)" where the options are "(C)", "(B)" … is one of those texts; a lone b is the letter.
    const int like = optionLike(gold, options);
    if (like >= 0 && gold.trimmed().size() > 1 && foldText(options.at(like)) == foldText(gold)) {
        return {like, AnswerForm::OptionText};
    }
    if (const int letter = letterKey(gold, options.size()); letter >= 0) {
        return {letter, AnswerForm::Letter};
    }
    if (like >= 0) {
        return {like, AnswerForm::OptionText};
    }
    if (const auto index = wholeNumber(gold); index && *index >= 0 && *index < options.size()) {
        return {*index, AnswerForm::OptionIndex};
    }
    if (gold.size() > 1) {
        if (const int marked = leadingLetter(gold); marked >= 0 && marked < options.size()) {
            // "B. red" and "(B) red" only count when what follows is that option.
            const QString rest = gold.mid(gold.indexOf(optionLetter(marked), 0, Qt::CaseInsensitive) + 1);
            if (normaliseText(rest) == normaliseText(options.at(marked))) {
                return {marked, AnswerForm::Marked};
            }
        }
    }
    return {};
}

} // namespace winnow
