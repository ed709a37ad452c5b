// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/normalise.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace winnow {

namespace {

bool isDash(QChar c)
{
    return c == u'-' || c == u'\u2212' || c.category() == QChar::Punctuation_Dash;
}

bool isPunctuation(QChar c)
{
    switch (c.category()) {
    case QChar::Punctuation_Connector:
    case QChar::Punctuation_Dash:
    case QChar::Punctuation_Open:
    case QChar::Punctuation_Close:
    case QChar::Punctuation_InitialQuote:
    case QChar::Punctuation_FinalQuote:
    case QChar::Punctuation_Other:
        return true;
    default:
        return c == u'`' || c == u'\u00b4';
    }
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'\u2019' || c == u'\u02bc' || c == u'`';
}

/// Whether the mark at `i` is part of a number or a formula and therefore says something.
bool carriesMeaning(const QString& s, qsizetype i)
{
    const QChar c = s.at(i);
    const QChar before = i > 0 ? s.at(i - 1) : QChar(u' ');
    const QChar after = i + 1 < s.size() ? s.at(i + 1) : QChar(u' ');
    if (c == u'%') {
        return true;
    }
    if (c == u'.') {
        return after.isDigit() && !before.isLetter();
    }
    if (c == u'/' && before.isLetterOrNumber() && after.isLetterOrNumber()) {
        // A fraction, a unit; "red/blue" are two words.
        const auto single = [&](qsizetype at, int step) {
            const qsizetype next = at + step;
            return next < 0 || next >= s.size() || !s.at(next).isLetter();
        };
        return before.isDigit() || after.isDigit() || single(i - 1, -1) || single(i + 1, 1);
    }
    if (c == u':' || c == u'*') {
        return before.isDigit() && after.isDigit();
    }
    if (isApostrophe(c)) {
        return before.isLetter() && (after == u'(' || after == u'\'')
            && (i < 2 || !s.at(i - 2).isLetter()); // f'(x)
    }
    if (isDash(c)) {
        // A sign, not a hyphen: "-3", "-x", "-(a+b)", "-\\frac".
        return (after.isLetterOrNumber() || after == u'.' || after == u'(' || after == u'\\'
                   || after == u'\u221a')
            && !before.isLetterOrNumber() && before != u')' && before != u'-';
    }
    if (c == u'#') {
        return before.isLetterOrNumber(); // C#
    }
    if (c == u'!') {
        return before.isDigit(); // a factorial
    }
    return false;
}

bool isThousandsComma(const QString& s, qsizetype i)
{
    const auto digit = [&](qsizetype at) { return at >= 0 && at < s.size() && s.at(at).isDigit(); };
    return s.at(i) == u',' && digit(i - 1) && digit(i + 1) && digit(i + 2) && digit(i + 3) && !digit(i + 4);
}

/// Powers as signs would become plain digits, and a fraction is written in three ways.
QString plainFormula(QStringView text)
{
    static constexpr QStringView kRaised = u"\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
    const bool formula = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c == u'\\' || c == u'^' || kRaised.contains(c) || c == u'\u207b';
    }) || text.count(u'$') > 1;
    QString result = text.toString();
    if (!formula) {
        return result;
    }
    QString plain;
    bool raised = false;
    for (const QChar c : std::as_const(result)) {
        const qsizetype digit = c == u'\u207b' ? 10 : kRaised.indexOf(c);
        if (digit >= 0) {
            plain += raised ? QString() : QStringLiteral("^");
            plain += digit == 10 ? QChar(u'-') : QChar(char16_t(u'0' + digit));
        } else {
            plain += c;
        }
        raised = digit >= 0;
    }
    for (const char16_t* const left : {u"\\left", u"\\right", u"\\,", u"\\!", u"\\;", u"\\displaystyle"}) {
        plain.remove(QStringView(left).toString());
    }
    if (plain.count(u'$') % 2 == 0) {
        plain.remove(u'$'); // what sets a formula off
    }
    plain.replace(QStringLiteral("\\dfrac"), QStringLiteral("\\frac"));
    plain.replace(QStringLiteral("\\tfrac"), QStringLiteral("\\frac"));
    plain.replace(QStringLiteral("\\cdot"), QStringLiteral("*"));
    plain.replace(QStringLiteral("\\%"), QStringLiteral("%"));
    // \frac12 and \frac1{2}; x^{2} and x^2.
    for (qsizetype at = plain.indexOf(QLatin1String("\\frac")); at >= 0;
         at = plain.indexOf(QLatin1String("\\frac"), at + 1)) {
        qsizetype i = at + 5;
        for (int part = 0; part < 2 && i < plain.size(); ++part) {
            if (plain.at(i) != u'{') {
                if (!plain.at(i).isLetterOrNumber()) {
                    break;
                }
                plain.insert(i, u'{');
                plain.insert(i + 2, u'}');
                i += 3;
                continue;
            }
            int depth = 0;
            for (; i < plain.size(); ++i) {
                depth += plain.at(i) == u'{' ? 1 : plain.at(i) == u'}' ? -1 : 0;
                if (depth == 0) {
                    ++i;
                    break;
                }
            }
        }
    }
    return plain;
}

bool isPlainWord(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
        [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); });
}

} // namespace

QString foldText(QStringView text)
{
    const bool ascii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; });
    if (ascii) {
        return text.toString().simplified().toLower();
    }
    return text.toString().normalized(QString::NormalizationForm_KC).toCaseFolded().simplified();
}

QString normaliseText(QStringView text)
{
    if (isPlainWord(text)) {
        return text.toString();
    }
    const QString folded = foldText(plainFormula(text));
    QString kept;
    kept.reserve(folded.size());
    for (qsizetype i = 0; i < folded.size(); ++i) {
        const QChar c = folded.at(i);
        if (isDash(c) && carriesMeaning(folded, i)) {
            kept += u'-';
        } else if (isApostrophe(c) && carriesMeaning(folded, i)) {
            kept += u'\'';
        } else if (isApostrophe(c) || isThousandsComma(folded, i)) {
            continue;
        } else if ((isPunctuation(c) || isDash(c)) && !carriesMeaning(folded, i)) {
            kept += u' ';
        } else {
            kept += c;
        }
    }
    const QList<QStringView> words = QStringView(kept).split(u' ', Qt::SkipEmptyParts);
    QString result;
    result.reserve(kept.size());
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QStringView word = words.at(i);
        const bool article = word == u"a" || word == u"an" || word == u"the";
        if (article && i + 1 < words.size()) {
            continue;
        }
        if (!result.isEmpty()) {
            result += u' ';
        }
        result += word;
    }
    return result.isEmpty() ? folded : result;
}

bool isMissingResponse(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        return true;
    }
    if (trimmed.size() <= 4) {
        return trimmed.compare(u"nan", Qt::CaseInsensitive) == 0 || trimmed == u"<NA>";
    }
    return trimmed.contains(u"Failed to obtain answer");
}

bool isNullLikeLiteral(QStringView text)
{
    // The values that pandas.read_csv takes for "no value" unless told otherwise (its documentation).
    static constexpr std::array<QStringView, 17> kWords{u"None", u"NA", u"N/A", u"n/a", u"null", u"NULL",
        u"nan", u"NaN", u"-NaN", u"-nan", u"#N/A", u"#NA", u"<NA>", u"1.#IND", u"-1.#IND", u"1.#QNAN",
        u"#N/A N/A"};
    const QStringView trimmed = text.trimmed();
    return std::find(kWords.begin(), kWords.end(), trimmed) != kWords.end();
}

bool losesDigits(QStringView text)
{
    constexpr qsizetype kLongest = 64;
    static const QRegularExpression lossy(QStringLiteral(
        "^[+-]?(0\\d+(\\.\\d+)?|\\d+\\.\\d*0|\\d+[eE][+-]?\\d+|\\d{16,}|\\d+\\.)$|^\\+\\d+(\\.\\d+)?$"));
    return text.size() < kLongest && lossy.match(text.trimmed().toString()).hasMatch();
}

} // namespace winnow
