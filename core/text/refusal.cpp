// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/refusal.h"

#include <QString>

#include <algorithm>
#include <array>

namespace winnow {

namespace {

constexpr std::array kAlone{u"i don't know", u"i do not know", u"i have no idea", u"no idea", u"as an ai",
    u"i'm not able to", u"i am not able to", u"i'm unable to", u"i am unable to", u"can't assist",
    u"cannot assist", u"can't help with", u"cannot help with", u"please provide the image", u"please upload",
    u"please attach", u"provide the image", u"provide an image", u"share the image", u"need to see the image",
    u"ich wei\u00df es nicht", u"ich kann das bild nicht", u"ich kann kein bild", u"kein bild",
    u"je ne sais pas", u"je ne peux pas", u"aucune image", u"no s\u00e9", u"no puedo ver", u"ninguna imagen",
    u"no hay ninguna imagen", u"\ubaa8\ub974\uaca0", u"\uc774\ubbf8\uc9c0\uac00 \uc5c6",
    u"\uc774\ubbf8\uc9c0\ub97c \ubcfc \uc218 \uc5c6", u"\uc54c \uc218 \uc5c6",
    u"\ud310\ub2e8\ud560 \uc218 \uc5c6", u"\uc81c\uacf5\ub418\uc9c0 \uc54a", u"\u65e0\u6cd5", u"\u7121\u6cd5",
    u"\u4e0d\u77e5\u9053", u"\u6ca1\u6709\u56fe", u"\u6c92\u6709\u5716", u"\u6ca1\u6709\u63d0\u4f9b",
    u"\u308f\u304b\u308a\u307e\u305b\u3093", u"\u5206\u304b\u308a\u307e\u305b\u3093",
    u"\u753b\u50cf\u304c\u3042\u308a\u307e\u305b\u3093", u"\u753b\u50cf\u304c\u63d0\u4f9b",
    u"\u5224\u65ad\u3067\u304d\u307e\u305b\u3093"};

constexpr std::array kSeen{u"see", u"view", u"determine", u"answer", u"identify", u"tell", u"access",
    u"analy", u"say", u"observe", u"process", u"assess", u"provide", u"know", u"look", u"confirm", u"verify",
    u"describe"};
constexpr std::array kImage{
    u"image", u"picture", u"photo", u"figure", u"diagram", u"chart", u"visual", u"attachment"};
constexpr std::array kUnable{u"can't", u"cannot", u"can not", u"unable to", u"no way for me to", u"couldn't",
    u"not able to", u"not possible to", u"impossible to", u"difficult to", u"won't be able to"};
constexpr std::array kNoSuch{u"no ", u"without ", u"don't see", u"do not see", u"not see", u"didn't receive",
    u"did not receive", u"don't have", u"do not have", u"missing "};
constexpr std::array kGiven{u"provided", u"attached", u"given", u"available", u"included", u"uploaded",
    u"shared", u"access", u"visible", u"to see", u"to view", u"to look", u"here", u"seen", u"supplied"};
constexpr std::array kFirstPerson{u"i ", u"i'", u"me ", u"we "};

bool has(QStringView text, QStringView what)
{
    return text.contains(what);
}

template <size_t N> bool hasAny(QStringView text, const std::array<const char16_t*, N>& list)
{
    return std::any_of(
        list.begin(), list.end(), [&](const char16_t* what) { return has(text, QStringView(what)); });
}

template <size_t N> qsizetype firstOf(QStringView text, const std::array<const char16_t*, N>& list)
{
    qsizetype found = -1;
    for (const char16_t* what : list) {
        const qsizetype at = text.indexOf(QStringView(what));
        if (at >= 0 && (found < 0 || at < found)) {
            found = at;
        }
    }
    return found;
}

bool declines(QStringView sentence)
{
    if (hasAny(sentence, kAlone)) {
        return true;
    }
    const qsizetype unable = firstOf(sentence, kUnable);
    if (unable >= 0 && hasAny(sentence.mid(unable), kSeen)
        && (hasAny(sentence, kFirstPerson) || hasAny(sentence, kImage))) {
        return true;
    }
    const qsizetype none = firstOf(sentence, kNoSuch);
    return none >= 0 && hasAny(sentence.mid(none), kImage)
        && (hasAny(sentence, kGiven) || hasAny(sentence.left(none), kFirstPerson));
}

} // namespace

bool isRefusal(QStringView reply)
{
    constexpr qsizetype kLooked = 600;
    QString text = reply.left(kLooked).toString();
    if (reply.size() > kLooked) {
        text += u'\n' + reply.mid(std::max(kLooked, reply.size() - kLooked)).toString();
    }
    text = text.toLower();
    text.replace(u'\u2019', u'\'');
    qsizetype from = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool end = i == text.size() || text.at(i) == u'.' || text.at(i) == u'\n' || text.at(i) == u'!'
            || text.at(i) == u'\u3002' || text.at(i) == u';';
        if (end) {
            if (declines(QStringView(text).mid(from, i - from))) {
                return true;
            }
            from = i + 1;
        }
    }
    return false;
}

} // namespace winnow
