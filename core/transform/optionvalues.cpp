// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transform/optionvalues.h"

#include "core/text/normalise.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

namespace winnow {

namespace {

QSet<QString> wordsOf(const char* text)
{
    const QStringList words = QString::fromLatin1(text).split(u' ');
    return QSet<QString>(words.cbegin(), words.cend());
}

} // namespace

QString plainFormula(const QString& text)
{
    static const QRegularExpression fraction(
        QStringLiteral("\\\\[dt]?frac\\s*\\{([^{}]*)\\}\\s*\\{([^{}]*)\\}"));
    static const QRegularExpression shortFraction(QStringLiteral("\\\\[dt]?frac\\s*(\\d)\\s*(\\d)"));
    static const QRegularExpression wrapped(
        QStringLiteral("\\\\(mathrm|text|textbf|mathbf|operatorname|mbox|rm)\\s*\\{([^{}]*)\\}"));
    static const QRegularExpression blank(QStringLiteral("\\\\(displaystyle|,|;|!|quad|left|right| )|~"));
    static const QRegularExpression degree(QStringLiteral("\\^\\s*\\{?\\s*\\\\circ\\s*\\}?"));
    static const QRegularExpression bracketed(QStringLiteral("^\\(([\\d.]+)\\)\\s*/\\s*\\(([\\d.]+)\\)$"));
    QString plain = text.trimmed().replace(bracketed, QStringLiteral("\\1/\\2"));
    if (plain.contains(u'\\')) {
        plain.remove(u'$');
    }
    if (plain.size() > 1 && plain.startsWith(u'$') && plain.endsWith(u'$')) {
        plain = plain.mid(1, plain.size() - 2);
    }
    if (plain.startsWith(QStringLiteral("\\("))) {
        plain = plain.mid(2, plain.size() - 4);
    }
    plain.replace(blank, QStringLiteral(" "));
    plain.replace(wrapped, QStringLiteral("\\2"));
    plain.replace(degree, QStringLiteral("°"));
    static const QRegularExpression power(QStringLiteral("\\^\\s*\\{\\s*(-?\\d+)\\s*\\}"));
    plain.replace(power, QStringLiteral("^\\1"));
    plain.replace(fraction, QStringLiteral("\\1/\\2"));
    plain.replace(shortFraction, QStringLiteral("\\1/\\2"));
    plain.replace(QStringLiteral("\\%"), QStringLiteral("%"));
    plain.replace(QStringLiteral("\\pi"), QStringLiteral("π"));
    return plain.simplified();
}

std::optional<OptionValue> optionValue(const QString& option)
{
    // A number of digits, or one built of them with roots, fractions, powers and π.
    static const QRegularExpression value(QStringLiteral(
        "^(?<sign>[-+−]?\\s*)(?<money>[$€£¥]\\s*)?"
        "(?<number>(\\d|(?<=\\d)\\s?[ij](?![a-zA-Z])|[ij](?=\\d)|[.,](?=\\d)|π|√|[()^/"
        "×·*+−-](?!$)|\\\\sqrt\\s*(\\[\\d\\])?\\s*\\{[^{}a-zA-Z]*\\}"
        "|sqrt\\s*\\([\\d.]*\\)|\\\\(cdot|times)|[{}]|\\s(?=[\\d\\\\π√(+×·*/−-]))*?)"
        "\\s*(?<unit>%|°\\s*[CFK]?|(?![ij]\\s)\\(?[a-zA-Zµμ°Ω²³][a-zA-Zµμ°Ω²³/^·\\s\\d.()-]{0,30})?$"));
    // A word, maybe "miles per hour"; or symbols that are multiplied and divided.
    static const QRegularExpression unit(QStringLiteral(
        "^(%|°\\s*[CFK]?|[a-zA-Zµμ°Ω²³]{1,14}(\\s+(per|of|squared|cubed|square|cubic)?\\s*[a-zA-Z]{1,10})?"
        "|\\(?\\s*[a-zA-Zµμ°Ω]{1,6}(\\^?-?[\\d²³])?(\\s*[/·-]\\s*\\(?[a-zA-Zµμ°Ω]{1,6}(\\^?-?[\\d²³])?\\)?"
        "|\\s[a-zA-Zµμ°Ω]{1,4}(\\^?-?[\\d²³])?){0,4}\\s*\\)?)$"));
    static const QRegularExpression around(QStringLiteral("^[a-zA-Z]\\w?\\s*=\\s*|\\.$"));
    const QString plain = plainFormula(option).remove(around);
    static const QRegularExpression clock(QStringLiteral("^\\d+\\s*:\\s*\\d+$"));
    if (clock.match(plain).hasMatch()) {
        return OptionValue{plain, {}};
    }
    const auto match = value.match(plain);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString number = match.captured(QStringLiteral("number")).trimmed();
    static const QRegularExpression digit(QStringLiteral("[\\dπ]"));
    const QString behind = match.captured(QStringLiteral("unit")).trimmed();
    if (!digit.match(number).hasMatch() || (!behind.isEmpty() && !unit.match(behind).hasMatch())) {
        return std::nullopt;
    }
    const QString money = match.captured(QStringLiteral("money")).trimmed();
    static const QRegularExpression magnitude(
        QStringLiteral("^(million|billion|trillion|thousand|bn|mn|k|M|per \\w+|/\\w+)"));
    if (!money.isEmpty() && !behind.isEmpty() && !magnitude.match(behind).hasMatch()) {
        return std::nullopt;
    }
    const QString between = money.isEmpty() || behind.isEmpty() ? QString() : QStringLiteral(" ");
    return OptionValue{match.captured(QStringLiteral("sign")).trimmed() + number, money + between + behind};
}

bool isColour(const QString& option)
{
    static const QSet<QString> colours = wordsOf(
        "red blue green yellow orange purple pink brown black white gray grey gold silver beige tan "
        "teal turquoise cyan magenta maroon navy violet light dark and");
    const QStringList words = normaliseText(option).split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        if (!colours.contains(word)) {
            return false;
        }
    }
    return !words.isEmpty();
}

bool isScaleWord(const QString& option)
{
    static const QSet<QString> scale = wordsOf(
        "small medium large tiny big huge short long tall low high lower higher moderate increase increases "
        "increased decrease decreases decreased same unchanged constant equal greater less more fewer "
        "smaller "
        "larger bigger stronger weaker faster slower rise rises fall falls remain remains stays strong weak "
        "none few many some never rarely sometimes often always zero positive negative very not change no to "
        "than the it");
    const QStringList words = normaliseText(option).split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        if (!scale.contains(word)) {
            return false;
        }
    }
    return !words.isEmpty();
}

bool isPlainYesNo(const QString& option)
{
    const QString word = normaliseText(option);
    return word == u"yes" || word == u"no";
}

bool isYesNoWord(const QString& option)
{
    static const QRegularExpression neither(QStringLiteral(
        "^(it'?s? (is )?)?(maybe|perhaps|possibly|sometimes|uncertain|unsure|unclear|unknown|"
        "not (sure|visible|clear|certain)|undetermined|indeterminate|"
        "(can ?not|can'?t|can t|hard to|impossible to)( be)? (tell|say|judge|determined?|known|seen))$"));
    return isPlainYesNo(option) || neither.match(normaliseText(option)).hasMatch();
}

} // namespace winnow
