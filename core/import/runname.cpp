// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/runname.h"

#include "core/import/fieldmapping.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace winnow {

namespace {

// A word of a name: nothing of it goes on before or behind.
QRegularExpression wordLike(const char* pattern)
{
    return QRegularExpression(
        QStringLiteral("(?:^|[^a-z0-9])(%1)(?:$|[^a-z0-9])").arg(QLatin1String(pattern)),
        QRegularExpression::CaseInsensitiveOption);
}

/// Where a name tells a thing, and the name without it.
struct Word {
    QString text;
    /// What the first group in the pattern found.
    QString inner;
};

std::optional<Word> takeWord(const QRegularExpression& pattern, QString& name)
{
    const auto match = pattern.match(name);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    name.replace(match.capturedStart(1), match.capturedLength(1), QLatin1String(" "));
    return Word{match.captured(1), match.captured(2)};
}

std::optional<Condition> takeCondition(QString& name)
{
    static const QRegularExpression word = wordLike(
        "blind|text[ _-]?only|no[ _-]?image|no[ _-]?question|no[ _-]?info|circular|open[ _-]?ended|"
        "oe|choices[ _-]?only|mcq?|multiple[ _-]?choice");
    static const QRegularExpression gap(QStringLiteral("[ -]"));
    const auto match = word.match(name);
    const ConditionReading reading
        = readCondition(match.captured(1).toLower().replace(gap, QStringLiteral("_")));
    if (!match.hasMatch() || !reading.known) {
        return std::nullopt;
    }
    takeWord(word, name);
    return reading.condition;
}

/// Without what stood around words that were taken out.
QString tidied(QString name)
{
    static const QRegularExpression empty(QStringLiteral("\\(\\s*\\)|\\[\\s*\\]"));
    static const QRegularExpression between(
        QStringLiteral("([_\\s.-])[_\\s.-]*\\s[_\\s.-]*|\\s[_\\s.-]*([_\\s.-])"));
    static const QRegularExpression ends(QStringLiteral("^[_\\s.-]+|[_\\s.-]+$"));
    return name.remove(empty).replace(between, QStringLiteral("\\1\\2")).remove(ends);
}

} // namespace

RunName readRunName(const QString& file)
{
    static const QRegularExpression attempt
        = wordLike("(?:run|attempt|trial|try|repeat|rep)[ _-]?([0-9]{1,3})");
    static const QRegularExpression setting
        = wordLike("seed[ _-]?[0-9]+|temp(?:erature)?[ _-]?[0-9]+(?:\\.[0-9]+)?|[0-9]+[ _-]?shots?");
    QString stem = QFileInfo(file).completeBaseName();
    const QString whole = stem;
    RunName name;
    name.condition = takeCondition(stem);
    if (const auto word = takeWord(attempt, stem)) {
        // "run0" counts from 0, and is the first all the same.
        name.attempt = qMax(1, word->inner.toInt());
    }
    QStringList told;
    while (const auto word = takeWord(setting, stem)) {
        told.append(word->text);
    }
    name.setting = told.join(u' ');
    name.rest = stem == whole ? whole : tidied(stem);
    return name;
}

} // namespace winnow
