// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/numbers.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>

namespace winnow {

namespace {

bool isMinus(QChar c)
{
    return c == u'-' || c == u'\u2212' || c == u'\u2013';
}

/// Digits of a number with their marks settled: thousands gone, the fraction behind a point. Empty = no
/// number.
QString settled(QStringView digits, DecimalMark habit)
{
    const qsizetype commas = digits.count(u',');
    const qsizetype points = digits.count(u'.');
    const auto grouped = [&](QChar mark) {
        qsizetype at = digits.indexOf(mark);
        if (at < 1 || at > 3) {
            return false;
        }
        while (at >= 0) {
            const qsizetype next = digits.indexOf(mark, at + 1);
            const qsizetype end = next >= 0 ? next : std::max(digits.size(), at);
            qsizetype length = end - at - 1;
            for (const QChar other : digits.mid(at + 1, length)) {
                if (!other.isDigit()) {
                    length = digits.mid(at + 1).indexOf(other);
                    break;
                }
            }
            if (length != 3) {
                return false;
            }
            at = next;
        }
        return true;
    };
    QString text = digits.toString();
    if (commas && points) {
        const bool comma = digits.lastIndexOf(u',') > digits.lastIndexOf(u'.');
        const QChar fraction = comma ? u',' : u'.';
        const QChar group = comma ? u'.' : u',';
        if (digits.count(fraction) > 1 || !grouped(group)) {
            return {};
        }
        text.remove(group);
        return text.replace(fraction, u'.');
    }
    if (!commas && !points) {
        return text;
    }
    const QChar mark = commas ? u',' : u'.';
    const bool habitual = (mark == u',') == (habit == DecimalMark::Comma);
    if (commas + points > 1) {
        return grouped(mark) ? text.remove(mark) : QString();
    }
    if (!habitual && grouped(mark)) {
        return text.remove(mark);
    }
    if (mark == u',' && !habitual) {
        // "1,2" is a pair where fractions have points.
        return {};
    }
    return text.replace(mark, u'.');
}

/// The end of the digits and marks that begin at `from`.
qsizetype digitsEnd(QStringView text, qsizetype from)
{
    qsizetype i = from;
    while (i < text.size()
        && (text.at(i).isDigit()
            || ((text.at(i) == u',' || text.at(i) == u'.') && i + 1 < text.size()
                && text.at(i + 1).isDigit()))) {
        ++i;
    }
    return i;
}

bool endsWithWord(QStringView text, QStringView word)
{
    return text.endsWith(word)
        && (text.size() == word.size() || !text.at(text.size() - word.size() - 1).isLetterOrNumber()
            || word.front().unicode() >= 0x3040);
}

constexpr std::array kBoundsBefore{u"more than", u"less than", u"fewer than", u"greater than", u"larger than",
    u"smaller than", u"higher than", u"lower than", u"bigger than", u"at least", u"at most", u"over",
    u"under", u"above", u"below", u"up to", u"no more than", u"not", u"isn't", u"is not", u"never",
    u"not exactly", u"nearly", u"almost", u"between", u"mehr als", u"weniger als", u"mindestens",
    u"h\u00f6chstens", u"\u00fcber", u"unter", u"nicht", u"fast", u"plus de", u"moins de", u"au moins",
    u"au plus", u"pas", u"m\u00e1s de", u"menos de", u"al menos", u"como mucho", u"como m\u00ednimo", u"no",
    u"\u8d85\u8fc7", u"\u8d85\u904e", u"\u81f3\u5c11", u"\u6700\u591a", u"\u4e0d\u5230", u"\u4e0d\u662f",
    u"\u5c11\u4e8e", u"\u591a\u4e8e", u"\u5927\u4e8e", u"\u5c0f\u4e8e", u"\ucd5c\uc18c", u"\ucd5c\ub300"};
constexpr std::array kBoundsBehind{u"or more", u"or less", u"or fewer", u"or so", u"at least", u"at most",
    u"oder mehr", u"ou plus", u"ou moins", u"o m\u00e1s", u"o menos", u"\uc774\uc0c1", u"\uc774\ud558",
    u"\ubbf8\ub9cc", u"\ucd08\uacfc", u"\uac00 \uc544\ub2c8", u"\uc774 \uc544\ub2c8", u"\u4ee5\u4e0a",
    u"\u4ee5\u4e0b", u"\u672a\u6e80", u"\u672a\u6ee1", u"\u591a\u4e2a", u"\u3067\u306f\u306a"};

bool isBound(const QString& text, qsizetype begin, qsizetype end)
{
    QStringView before = QStringView(text).left(begin).trimmed();
    while (!before.isEmpty() && QStringView(u"$\u20ac\u00a3([{\"*").contains(before.back())) {
        before.chop(1);
    }
    before = before.trimmed();
    if (!before.isEmpty() && QStringView(u"<>\u2264\u2265\u2260\u00b1").contains(before.back())) {
        return true;
    }
    if (before.endsWith(u"<=") || before.endsWith(u">=") || before.endsWith(u"!=")
        || before.endsWith(u"\\neq") || before.endsWith(u"\\leq") || before.endsWith(u"\\geq")
        || before.endsWith(u"\\le") || before.endsWith(u"\\ge")) {
        return true;
    }
    if (std::any_of(kBoundsBefore.begin(), kBoundsBefore.end(),
            [&](const char16_t* word) { return endsWithWord(before, QStringView(word)); })) {
        return true;
    }
    const QStringView behind = QStringView(text).mid(end).trimmed();
    return behind.startsWith(u'+')
        || std::any_of(kBoundsBehind.begin(), kBoundsBehind.end(),
            [&](const char16_t* word) { return behind.startsWith(QStringView(word)); });
}

} // namespace

std::optional<double> numberOf(QStringView text, DecimalMark habit)
{
    QString rest = text.trimmed().toString();
    rest.replace(QChar(u'\u2212'), QChar(u'-'));
    rest.remove(QStringLiteral("\\$"));
    rest.replace(QStringLiteral("\\%"), QStringLiteral("%"));
    const auto drop = [&rest](QStringView front, QStringView back) {
        while (!rest.isEmpty() && front.contains(rest.front())) {
            rest.remove(0, 1);
        }
        while (!rest.isEmpty() && back.contains(rest.back())) {
            rest.chop(1);
        }
    };
    drop(u"$\u20ac\u00a3\u00a5\u20a9#~= ", u"%$\u20ac\u00a3\u00a5\u20a9\u00b0. ");
    double sign = 1;
    if (rest.startsWith(u'-') || rest.startsWith(u'+')) {
        sign = rest.startsWith(u'-') ? -1 : 1;
        rest.remove(0, 1);
    }
    drop(u"$\u20ac\u00a3\u00a5\u20a9 ", u"");
    if (rest.isEmpty() || (!rest.front().isDigit() && rest.front() != u'.')) {
        return std::nullopt;
    }
    // "10^2", "10^{-3}"
    double power = 1;
    if (const qsizetype caret = rest.indexOf(u'^'); caret > 0) {
        QString raised = rest.mid(caret + 1);
        if (raised.startsWith(u'{') && raised.endsWith(u'}')) {
            raised = raised.mid(1, raised.size() - 2);
        }
        bool ok = false;
        power = raised.toInt(&ok);
        if (!ok) {
            return std::nullopt;
        }
        rest = rest.left(caret);
    }
    QString exponent;
    if (const qsizetype at = rest.indexOf(u'e', 0, Qt::CaseInsensitive); at > 0) {
        exponent = rest.mid(at);
        rest = rest.left(at);
    }
    rest.remove(u' ');
    if (!std::all_of(
            rest.begin(), rest.end(), [](QChar c) { return c.isDigit() || c == u'.' || c == u','; })) {
        return std::nullopt;
    }
    const QString digits = settled(rest, habit) + exponent;
    bool ok = false;
    const double value = digits.toDouble(&ok);
    if (!ok || !std::isfinite(value)) {
        return std::nullopt;
    }
    return sign * (power == 1 ? value : std::pow(value, power));
}

int fractionMark(std::string_view key)
{
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const size_t mark = key.find_first_of(".,");
    if (mark == std::string_view::npos || mark == 0 || mark + 1 >= key.size() || !digit(key[mark - 1])
        || key.find_first_of(".,", mark + 1) != std::string_view::npos) {
        return 0;
    }
    size_t digits = 0;
    while (mark + 1 + digits < key.size() && digit(key[mark + 1 + digits])) {
        ++digits;
    }
    if (digits == 0 || digits == 3) {
        return 0;
    }
    return key[mark] == '.' ? 1 : -1;
}

std::optional<double> onlyNumberIn(QStringView view, DecimalMark habit)
{
    const QString text = view.toString().toLower();
    std::optional<double> found;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text.at(i).isDigit()) {
            continue;
        }
        const qsizetype end = digitsEnd(text, i);
        const QChar before = i > 0 ? text.at(i - 1) : QChar(u' ');
        const QChar behind = end < text.size() ? text.at(end) : QChar(u' ');
        const bool word = ((before.isLetter() && before.unicode() < 0x3040) || before == u'_')
            || (behind.isLetter() && behind.unicode() < 0x3040) || behind == u'_';
        if (!word) {
            if (found) {
                return std::nullopt;
            }
            qsizetype begin = i;
            if (begin > 0 && (isMinus(before) || before == u'+')
                && (begin == 1 || !text.at(begin - 2).isLetterOrNumber())) {
                --begin;
            }
            const bool power = behind == u'^' || behind == u'/'
                || (behind == u'!' && end + 1 < text.size() && text.at(end + 1).isLetterOrNumber());
            if (power || isBound(text, begin, end)) {
                return std::nullopt;
            }
            found = numberOf(QStringView(text).mid(begin, end - begin), habit);
            if (!found) {
                return std::nullopt;
            }
        }
        i = end - 1;
    }
    return found;
}

} // namespace winnow
