// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/optiontexts.h"

#include "core/domain/sample.h"
#include "core/text/normalise.h"

#include <algorithm>

namespace winnow {

namespace {

bool isWordChar(QChar c)
{
    return c.isLetterOrNumber();
}

bool isUnspaced(QChar c)
{
    return c.unicode() >= 0x3040;
}

/// No word goes on over the edge of a stretch.
bool isWhole(QStringView text, qsizetype begin, qsizetype end)
{
    const auto joined
        = [](QChar a, QChar b) { return isWordChar(a) && isWordChar(b) && !isUnspaced(a) && !isUnspaced(b); };
    if (begin > 0 && joined(text.at(begin - 1), text.at(begin))) {
        return false;
    }
    if (end < text.size() && joined(text.at(end - 1), text.at(end))) {
        return false;
    }
    // "3" is no part of "3.5", "-3" or "1/3".
    const auto digit = [&](qsizetype i) { return i >= 0 && i < text.size() && text.at(i).isDigit(); };
    const auto sign = [&](qsizetype i) {
        return i >= 0 && i < text.size() && QStringView(u".,/-\u2212^").contains(text.at(i));
    };
    const bool left = digit(begin) && sign(begin - 1)
        && (digit(begin - 2) || (text.at(begin - 1) != u'.' && text.at(begin - 1) != u','));
    const bool right = digit(end - 1) && sign(end) && digit(end + 1);
    return !left && !right;
}

QStringView core(QStringView option)
{
    option = option.trimmed();
    while (!option.isEmpty() && (option.back() == u'.' || option.back() == u',' || option.back() == u';')) {
        option.chop(1);
    }
    return option;
}

/// The last letter or digit, folded; 0 when it takes more than ASCII to tell, 1 when there is none.
char16_t lastSign(QStringView text)
{
    for (qsizetype i = text.size() - 1; i >= 0; --i) {
        const char16_t c = text.at(i).unicode();
        if (c >= 128) {
            return 0;
        }
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9')) {
            return c;
        }
        if (c >= u'A' && c <= u'Z') {
            return char16_t(c + 32);
        }
    }
    return 1;
}

/// Whether two texts could be the same once folded and without marks and articles; most are told apart here.
bool mayEqual(QStringView a, QStringView b)
{
    const char16_t x = lastSign(a);
    const char16_t y = lastSign(b);
    return x == 0 || y == 0 || x == y;
}

struct Place {
    qsizetype begin;
    qsizetype end;
    int option;
};

} // namespace

int bareLetter(QStringView text)
{
    const auto isWrap = [](QChar c) {
        return c.isSpace()
            || QStringView(u"()[]{}*.:,;'\"$`<>\u3002\uff1a\u3010\u3011\u2018\u2019\u201c\u201d").contains(c);
    };
    while (!text.isEmpty() && isWrap(text.front())) {
        text = text.mid(1);
    }
    while (!text.isEmpty() && isWrap(text.back())) {
        text.chop(1);
    }
    return optionPosition(text);
}

int optionWithText(QStringView text, const QStringList& options)
{
    if (options.isEmpty()) {
        return -1;
    }
    text = text.trimmed();
    while (!text.isEmpty() && (text.back() == u'.' || text.back() == u'*' || text.back().isSpace())) {
        text.chop(1);
    }
    if (text.isEmpty()) {
        return -1;
    }
    qsizetype longest = 0;
    for (const QString& option : options) {
        longest = std::max(longest, option.size());
    }
    // No reply of thousands of characters is an option of a few.
    if (text.size() > 2 * longest + 40) {
        return -1;
    }
    if (std::none_of(
            options.begin(), options.end(), [&](const QString& option) { return mayEqual(text, option); })) {
        return -1;
    }
    const auto one = [&](auto&& form, const QString& wanted) {
        int found = -1;
        for (int i = 0; i < options.size(); ++i) {
            if (mayEqual(text, options.at(i)) && form(options.at(i)) == wanted) {
                if (found >= 0) {
                    return -2;
                }
                found = i;
            }
        }
        return found;
    };
    for (const auto form : {+[](QStringView t) { return t.trimmed().toString(); },
             +[](QStringView t) { return foldText(t); }, +[](QStringView t) { return normaliseText(t); }}) {
        const int found = one(form, form(text));
        if (found != -1) {
            return std::max(found, -1);
        }
    }
    return -1;
}

int onlyOptionMentioned(QStringView text, const QStringList& options)
{
    if (options.isEmpty()) {
        return -1;
    }
    const QString haystack = u' ' + normaliseText(text) + u' ';
    QStringList needles;
    int found = -1;
    for (const QString& option : options) {
        needles.append(u' ' + normaliseText(option) + u' ');
    }
    for (int i = 0; i < needles.size(); ++i) {
        if (needles.at(i).size() < 3 || !haystack.contains(needles.at(i))) {
            continue;
        }
        if (found < 0 || needles.at(i).contains(needles.at(found))) {
            found = i;
        } else if (!needles.at(found).contains(needles.at(i))) {
            return -1;
        }
    }
    // The letter of an option that is called by a letter is no text of it.
    return found >= 0 && optionPosition(core(options.at(found))) >= 0 ? -1 : found;
}

void findOptionTexts(QStringView reply, const QStringList& options, std::vector<ReplyToken>& tokens)
{
    std::vector<Place> places;
    for (int i = 0; i < options.size() && i < 26; ++i) {
        const QStringView text = core(options.at(i));
        if (text.isEmpty() || text.size() > reply.size() || optionPosition(text) >= 0) {
            continue;
        }
        for (qsizetype at = reply.indexOf(text, 0, Qt::CaseInsensitive); at >= 0;
             at = reply.indexOf(text, at + text.size(), Qt::CaseInsensitive)) {
            if (isWhole(reply, at, at + text.size())) {
                places.push_back({at, at + text.size(), i});
            }
        }
    }
    if (places.empty()) {
        return;
    }
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::vector<Place> kept;
    for (const Place& place : places) {
        if (kept.empty() || place.begin >= kept.back().end) {
            kept.push_back(place);
        } else if (place.end - place.begin > kept.back().end - kept.back().begin) {
            kept.back() = place;
        }
    }
    std::vector<ReplyToken> result;
    result.reserve(tokens.size());
    size_t next = 0;
    for (const ReplyToken& token : tokens) {
        while (next < kept.size() && kept[next].end <= token.begin) {
            ++next;
        }
        if (next < kept.size() && token.begin < kept[next].end && token.end > kept[next].begin) {
            if (result.empty() || !result.back().fromText || result.back().begin != kept[next].begin) {
                ReplyToken text;
                text.word = ReplyWord::Letter;
                text.fromText = true;
                text.letter = kept[next].option;
                text.begin = int(kept[next].begin);
                text.end = int(kept[next].end);
                result.push_back(text);
            }
        } else {
            result.push_back(token);
        }
    }
    tokens.swap(result);
}

} // namespace winnow
