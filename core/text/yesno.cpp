// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/yesno.h"

#include "core/text/normalise.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>

namespace winnow {

namespace {

const QHash<QString, bool>& words()
{
    static const QHash<QString, bool> table{{QStringLiteral("yes"), true}, {QStringLiteral("y"), true},
        {QStringLiteral("true"), true}, {QStringLiteral("t"), true}, {QStringLiteral("yeah"), true},
        {QStringLiteral("yep"), true}, {QStringLiteral("correct"), true}, {QStringLiteral("ja"), true},
        {QStringLiteral("wahr"), true}, {QStringLiteral("oui"), true}, {QStringLiteral("vrai"), true},
        {QStringLiteral("s\u00ed"), true}, {QStringLiteral("si"), true}, {QStringLiteral("verdadero"), true},
        {QStringLiteral("cierto"), true}, {QStringLiteral("no"), false}, {QStringLiteral("n"), false},
        {QStringLiteral("false"), false}, {QStringLiteral("f"), false}, {QStringLiteral("nope"), false},
        {QStringLiteral("incorrect"), false}, {QStringLiteral("untrue"), false},
        {QStringLiteral("nein"), false}, {QStringLiteral("falsch"), false}, {QStringLiteral("non"), false},
        {QStringLiteral("faux"), false}, {QStringLiteral("falso"), false}};
    return table;
}

struct Unspaced {
    const char16_t* text;
    bool yes;
};
/// Of those that begin alike the longest first.
constexpr std::array kUnspaced{Unspaced{u"\u4e0d\u662f", false}, Unspaced{u"\u4e0d\u5bf9", false},
    Unspaced{u"\u4e0d\u6b63\u786e", false}, Unspaced{u"\u6ca1\u6709", false}, Unspaced{u"\u662f\u7684", true},
    Unspaced{u"\u662f", true}, Unspaced{u"\u5bf9", true}, Unspaced{u"\u6b63\u786e", true},
    Unspaced{u"\u6709", true}, Unspaced{u"\u5426", false}, Unspaced{u"\u9519", false},
    Unspaced{u"\u4e0d", false}, Unspaced{u"\uc544\ub2c8\uc694", false},
    Unspaced{u"\uc544\ub2c8\uc624", false}, Unspaced{u"\uc544\ub2d9\ub2c8\ub2e4", false},
    Unspaced{u"\uc544\ub2c8", false}, Unspaced{u"\uac70\uc9d3", false}, Unspaced{u"\uc608", true},
    Unspaced{u"\ub124", true}, Unspaced{u"\ucc38", true}, Unspaced{u"\ub9de", true},
    Unspaced{u"\uadf8\ub807\uc2b5\ub2c8\ub2e4", true}, Unspaced{u"\u306f\u3044", true},
    Unspaced{u"\u3044\u3044\u3048", false}, Unspaced{u"\u3044\u3048", false}};

std::optional<bool> unspacedAt(QStringView text)
{
    for (const Unspaced& word : kUnspaced) {
        if (text.startsWith(QStringView(word.text))) {
            return word.yes;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<bool> yesOrNoKey(QStringView key)
{
    const QString text = normaliseText(key);
    const auto found = words().constFind(text);
    // "correct" is an answer of its own as a key; so are single letters but for y and n.
    static const QStringList notKeys{
        QStringLiteral("correct"), QStringLiteral("incorrect"), QStringLiteral("t"), QStringLiteral("f")};
    if (found != words().constEnd()) {
        return notKeys.contains(text) ? std::nullopt : std::optional(*found);
    }
    for (const Unspaced& word : kUnspaced) {
        if (text == QStringView(word.text)) {
            return word.yes;
        }
    }
    return std::nullopt;
}

std::optional<bool> yesOrNo(QStringView reply)
{
    const QString text = normaliseText(reply);
    if (text.isEmpty()) {
        return std::nullopt;
    }
    if (const auto unspaced = unspacedAt(text)) {
        return unspaced;
    }
    const QStringList said = text.split(u' ', Qt::SkipEmptyParts);
    // "Y", "T": alone only.
    const auto word = [&](const QString& w) -> std::optional<bool> {
        const auto found = words().constFind(w);
        return found != words().constEnd() && (w.size() > 1 || said.size() == 1) ? std::optional(*found)
                                                                                 : std::nullopt;
    };
    if (const auto first = word(said.front())) {
        return first;
    }
    static const QStringList denials{QStringLiteral("not"), QStringLiteral("isnt"), QStringLiteral("nicht"),
        QStringLiteral("pas"), QStringLiteral("never")};
    std::optional<bool> found;
    for (qsizetype i = 0; i < said.size(); ++i) {
        auto here = word(said.at(i));
        if (!here) {
            continue;
        }
        if (i > 0 && denials.contains(said.at(i - 1))) {
            here = !*here;
        }
        if (found && *found != *here) {
            return std::nullopt;
        }
        found = here;
    }
    return found;
}

} // namespace winnow
