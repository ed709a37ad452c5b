// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/replywords.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace winnow {

namespace {

using W = ReplyWord;
using Words = std::initializer_list<const char16_t*>;

/// English, German, French, Spanish; small letters, accents as written and left out.
QHash<QStringView, W> latinWords()
{
    QHash<QStringView, W> table;
    const auto add = [&](W word, Words words) {
        for (const char16_t* const text : words) {
            table.insert(QStringView(text), word);
        }
    };
    add(W::Answer,
        {u"answer", u"answers", u"ans", u"antwort", u"l\u00f6sung", u"loesung", u"r\u00e9ponse", u"reponse",
            u"respuesta", u"soluci\u00f3n", u"solucion"});
    add(W::Lead,
        {u"option", u"options", u"choice", u"choices", u"letter", u"alternative", u"buchstabe", u"wahl",
            u"auswahl", u"choix", u"lettre", u"proposition", u"opci\u00f3n", u"opcion", u"alternativa",
            u"letra", u"inciso"});
    add(W::Copula,
        {u"is", u"was", u"be", u"are", u"would", u"should", u"must", u"will", u"ist", u"lautet", u"w\u00e4re",
            u"muss", u"est", u"serait", u"doit", u"\u00eatre", u"es", u"ser\u00eda", u"debe", u"ser",
            u"being"});
    add(W::Filler,
        {u"the", u"my", u"our", u"this", u"that", u"it", u"final", u"most", u"likely", u"probably",
            u"clearly", u"definitely", u"certainly", u"surely", u"obviously", u"simply", u"one", u"indeed",
            u"to", u"with", u"for", u"of", u"has", u"here", u"number", u"it's", u"that's", u"i'd", u"i'll",
            u"c'est", u"die", u"der", u"das", u"meine", u"wahrscheinlich", u"eindeutig", u"sicher",
            u"f\u00fcr", u"la", u"le", u"l", u"ma", u"finale", u"certainement", u"probablement", u"pour",
            u"el", u"mi", u"probablemente", u"claramente", u"por", u"please", u"question", u"both"});
    add(W::Right,
        {u"correct", u"right", u"best", u"true", u"proper", u"appropriate", u"accurate", u"suitable",
            u"valid", u"richtig", u"richtige", u"richtigen", u"korrekt", u"korrekte", u"beste", u"bonne",
            u"juste", u"correcte", u"exacte", u"meilleure", u"correcta", u"correcto", u"mejor", u"verdadera",
            u"yes", u"stimmt"});
    add(W::Wrong,
        {u"wrong", u"incorrect", u"false", u"excluded", u"eliminated", u"ruled", u"impossible", u"invalid",
            u"inaccurate", u"untrue", u"rejected", u"discarded", u"falsch", u"falsche", u"falschen",
            u"inkorrekt", u"ausgeschlossen", u"incorrecte", u"fausse", u"faux", u"mauvaise", u"exclue",
            u"\u00e9limin\u00e9e", u"incorrecta", u"incorrecto", u"falsa", u"falso", u"excluida",
            u"descartada", u"equivocada", u"tempting", u"tempted", u"mistaken"});
    add(W::Deny,
        {u"not", u"cannot", u"can't", u"isn't", u"aren't", u"doesn't", u"don't", u"wasn't", u"wouldn't",
            u"couldn't", u"shouldn't", u"won't", u"neither", u"nor", u"except", u"excluding", u"without",
            u"exclude", u"eliminate", u"eliminates", u"eliminating", u"excludes", u"reject", u"rejecting",
            u"discard", u"unlike", u"instead", u"rather", u"never", u"nicht", u"kein", u"keine", u"ohne",
            u"au\u00dfer", u"weder", u"statt", u"pas", u"ni", u"sans", u"sauf", u"no", u"sin", u"excepto",
            u"nunca", u"tampoco"});
    add(W::But, {u"but", u"sondern", u"mais", u"sino"});
    add(W::Hedge,
        {u"could", u"might", u"may", u"maybe", u"perhaps", u"possibly", u"either", u"whether", u"seems",
            u"looks", u"appears", u"unsure", u"uncertain", u"suggest", u"suggests", u"vielleicht",
            u"k\u00f6nnte", u"eventuell", u"m\u00f6glicherweise", u"entweder", u"peut", u"pourrait", u"soit",
            u"quiz\u00e1s", u"quiz\u00e1", u"quizas", u"podr\u00eda", u"tal", u"if", u"suppose", u"wenn",
            u"si"});
    add(W::Choose,
        {u"choose", u"chose", u"chosen", u"choosing", u"pick", u"picked", u"picking", u"select", u"selected",
            u"selecting", u"go", u"going", u"guess", u"w\u00e4hle", u"nehme", u"entscheide", u"choisis",
            u"choisit", u"s\u00e9lectionne", u"elijo", u"escojo", u"selecciono", u"opto"});
    add(W::Therefore,
        {u"so", u"therefore", u"thus", u"hence", u"consequently", u"daher", u"somit", u"folglich", u"deshalb",
            u"donc", u"ainsi", u"entonces"});
    add(W::AfterLetter,
        {u"because", u"since", u"as", u"which", u"due", u"given", u"in", u"on", u"from", u"at", u"by", u"who",
            u"has", u"have", u"matches", u"shows", u"describes", u"represents", u"corresponds", u"gives",
            u"says", u"makes", u"remains", u"only", u"alone", u"weil", u"da", u"denn", u"bleibt", u"zeigt",
            u"car", u"parce", u"puisque", u"qui", u"porque", u"ya", u"que", u"pues", u"puesto", u"here",
            u"too", u"looks", u"seems", u"appears", u"also", u"were", u"had", u"than", u"above", u"below",
            u"according", u"based", u"after", u"when", u"while", u"where", u"whose"});
    add(W::Verb, {u"can", u"does", u"fits", u"passt", u"kann", u"convient", u"puede", u"encaja"});
    add(W::And, {u"and", u"und", u"et", u"y", u"&"});
    add(W::Or, {u"or", u"oder", u"ou", u"o"});
    add(W::Between, {u"between", u"among", u"zwischen", u"entre", u"parmi"});
    return table;
}

struct Phrase {
    const char16_t* text;
    W word;
    /// Particles only say something behind a letter or a cue.
    bool particle = false;
};

/// Korean, Chinese and Japanese, which put no spaces around them; of those that begin alike the longest wins.
constexpr std::array kPhrases{Phrase{u"\uc815\ub2f5", W::Answer}, Phrase{u"\ub2f5\ubcc0", W::Answer},
    Phrase{u"\ub2f5", W::Answer}, Phrase{u"\uc624\ub2f5", W::Wrong}, Phrase{u"\uc120\ud0dd\uc9c0", W::Lead},
    Phrase{u"\ubcf4\uae30", W::Lead}, Phrase{u"\uc120\ud0dd", W::Choose}, Phrase{u"\uace0\ub974", W::Choose},
    Phrase{u"\uace8\ub77c", W::Choose}, Phrase{u"\uc785\ub2c8\ub2e4", W::Filler},
    Phrase{u"\uc774\uc5d0\uc694", W::Filler}, Phrase{u"\uc608\uc694", W::Filler},
    Phrase{u"\uc774\ub2e4", W::Filler}, Phrase{u"\uc740", W::Copula, true},
    Phrase{u"\ub294", W::Copula, true}, Phrase{u"\uc774", W::Copula, true},
    Phrase{u"\uac00", W::Copula, true}, Phrase{u"\ub97c", W::Filler, true},
    Phrase{u"\uc744", W::Filler, true}, Phrase{u"\ub85c", W::Filler, true},
    Phrase{u"\ubc88", W::Filler, true}, Phrase{u"\uc544\ub2c8\ub77c", W::DenyBefore},
    Phrase{u"\uc544\ub2c8\uace0", W::DenyBefore}, Phrase{u"\uc544\ub2c8", W::DenyBefore},
    Phrase{u"\uc544\ub2d9\ub2c8\ub2e4", W::DenyBefore}, Phrase{u"\uc544\ub2cc", W::DenyBefore},
    Phrase{u"\uc81c\uc678", W::DenyBefore}, Phrase{u"\ud2c0\ub838", W::DenyBefore},
    Phrase{u"\ud2c0\ub9bd\ub2c8\ub2e4", W::DenyBefore}, Phrase{u"\ud2c0\ub9b0", W::Wrong},
    Phrase{u"\ub9de\uc2b5\ub2c8\ub2e4", W::Right}, Phrase{u"\ub9de\ub2e4", W::Right},
    Phrase{u"\uc633", W::Right}, Phrase{u"\uc62c\ubc14", W::Right}, Phrase{u"\ub610\ub294", W::Or},
    Phrase{u"\ud639\uc740", W::Or}, Phrase{u"\uadf8\ub9ac\uace0", W::And}, Phrase{u"\uc640", W::And, true},
    Phrase{u"\uacfc", W::And, true}, Phrase{u"\ub530\ub77c\uc11c", W::Therefore},
    Phrase{u"\uadf8\ub7ec\ubbc0\ub85c", W::Therefore}, Phrase{u"\uc544\ub9c8", W::Hedge},
    Phrase{u"\uc218\ub3c4", W::Hedge}, Phrase{u"\u7b54\u6848", W::Answer}, Phrase{u"\u7b54", W::Answer},
    Phrase{u"\u89e3\u7b54", W::Answer}, Phrase{u"\u56de\u7b54", W::Answer},
    Phrase{u"\u7b54\u3048", W::Answer}, Phrase{u"\u6b63\u89e3", W::Answer}, Phrase{u"\u9009\u9879", W::Lead},
    Phrase{u"\u9078\u9805", W::Lead}, Phrase{u"\u9078\u629e\u80a2", W::Lead},
    Phrase{u"\u9009\u62e9", W::Choose}, Phrase{u"\u9078\u64c7", W::Choose},
    Phrase{u"\u9078\u629e", W::Choose}, Phrase{u"\u9009", W::Choose}, Phrase{u"\u9078", W::Choose},
    Phrase{u"\u662f", W::Copula}, Phrase{u"\u4e3a", W::Copula}, Phrase{u"\u70ba", W::Copula},
    Phrase{u"\u5e94\u8be5\u662f", W::Copula}, Phrase{u"\u61c9\u8a72\u662f", W::Copula},
    Phrase{u"\u5e94", W::Filler}, Phrase{u"\u6545", W::Therefore}, Phrase{u"\u4e0d\u662f", W::Deny},
    Phrase{u"\u5e76\u975e", W::Deny}, Phrase{u"\u4e0d", W::Deny}, Phrase{u"\u6392\u9664", W::Deny},
    Phrase{u"\u800c\u662f", W::But}, Phrase{u"\u9519\u8bef", W::Wrong}, Phrase{u"\u932f\u8aa4", W::Wrong},
    Phrase{u"\u4e0d\u6b63\u786e", W::Wrong}, Phrase{u"\u4e0d\u5bf9", W::Wrong},
    Phrase{u"\u6b63\u786e", W::Right}, Phrase{u"\u6b63\u78ba", W::Right}, Phrase{u"\u6700\u4f73", W::Right},
    Phrase{u"\u7684", W::Filler}, Phrase{u"\u6700\u7ec8", W::Filler}, Phrase{u"\u6216\u8005", W::Or},
    Phrase{u"\u6216", W::Or}, Phrase{u"\u548c", W::And}, Phrase{u"\u4e0e", W::And},
    Phrase{u"\u56e0\u6b64", W::Therefore}, Phrase{u"\u6240\u4ee5", W::Therefore},
    Phrase{u"\u53ef\u80fd", W::Hedge}, Phrase{u"\u4e5f\u8bb8", W::Hedge},
    Phrase{u"\u56e0\u4e3a", W::AfterLetter}, Phrase{u"\u306f", W::Copula, true},
    Phrase{u"\u304c", W::Copula, true}, Phrase{u"\u3067\u3059", W::Filler},
    Phrase{u"\u3067\u3042\u308b", W::Filler}, Phrase{u"\u3060", W::Filler, true},
    Phrase{u"\u3092", W::Filler, true}, Phrase{u"\u306b", W::Filler, true},
    Phrase{u"\u3067\u306f\u306a\u304f", W::DenyBefore}, Phrase{u"\u3067\u306f\u306a\u3044", W::DenyBefore},
    Phrase{u"\u3067\u306f\u3042\u308a\u307e\u305b\u3093", W::DenyBefore},
    Phrase{u"\u3058\u3083\u306a", W::DenyBefore}, Phrase{u"\u9593\u9055", W::DenyBefore},
    Phrase{u"\u8aa4\u308a", W::DenyBefore}, Phrase{u"\u6b63\u3057\u3044", W::Right},
    Phrase{u"\u307e\u305f\u306f", W::Or}, Phrase{u"\u304a\u3088\u3073", W::And},
    Phrase{u"\u3068", W::And, true}, Phrase{u"\u3057\u305f\u304c\u3063\u3066", W::Therefore},
    Phrase{u"\u3088\u3063\u3066", W::Therefore}, Phrase{u"\u304b\u3082\u3057\u308c", W::Hedge},
    Phrase{u"\u304a\u305d\u3089\u304f", W::Filler}};

bool isUnspaced(QChar c)
{
    const ushort u = c.unicode();
    return (u >= 0x3040 && u <= 0x30ff) || (u >= 0x3400 && u <= 0x9fff) || (u >= 0xac00 && u <= 0xd7a3);
}

bool isWordChar(QChar c)
{
    return c.isLetterOrNumber() && !isUnspaced(c);
}

const Phrase* phraseAt(QStringView text)
{
    static const QHash<QChar, std::vector<const Phrase*>> byFirst = [] {
        QHash<QChar, std::vector<const Phrase*>> table;
        for (const Phrase& phrase : kPhrases) {
            table[QChar(phrase.text[0])].push_back(&phrase);
        }
        for (auto& phrases : table) {
            std::sort(phrases.begin(), phrases.end(), [](const Phrase* a, const Phrase* b) {
                return QStringView(a->text).size() > QStringView(b->text).size();
            });
        }
        return table;
    }();
    const auto found = byFirst.constFind(text.front());
    if (found != byFirst.constEnd()) {
        for (const Phrase* phrase : *found) {
            if (text.startsWith(QStringView(phrase->text))) {
                return phrase;
            }
        }
    }
    return nullptr;
}

W latinWord(QStringView word)
{
    static const QHash<QStringView, W> table = latinWords();
    constexpr qsizetype kLongest = 16;
    if (word.size() > kLongest) {
        return W::Other;
    }
    std::array<char16_t, kLongest> folded;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const char16_t c = word.at(i).unicode();
        folded[size_t(i)] = c >= u'A' && c <= u'Z' ? char16_t(c + 32)
            : c < 128                              ? c
            : c == 0x2019                          ? u'\''
                                                   : word.at(i).toLower().unicode();
    }
    return table.value(QStringView(folded.data(), word.size()), W::Other);
}

W markAt(QChar c)
{
    switch (c.unicode()) {
    case u':':
    case u'\uff1a':
        return W::Colon;
    case u',':
    case u'\u3001':
    case u'\uff0c':
        return W::Comma;
    case u'-':
    case u'\u2013':
    case u'\u2014':
    case u'\u2192':
        return W::Dash;
    case u'.':
    case u'!':
    case u';':
    case u'\u3002':
        return W::End;
    case u'?':
    case u'\uff1f':
        return W::Question;
    case u'(':
    case u'[':
    case u'{':
    case u'<':
    case u'\u3010':
    case u'\u300c':
        return W::Open;
    case u')':
    case u']':
    case u'}':
    case u'>':
    case u'\u3011':
    case u'\u300d':
        return W::Close;
    case u'=':
    case u'+':
    case u'^':
    case u'_':
    case u'#':
    case u'|':
        return W::Operator;
    case u'/':
        return W::Or;
    case u'&':
        return W::And;
    default:
        return W::Other;
    }
}

class Cutter {
public:
    Cutter(QStringView text, std::vector<ReplyToken>& tokens)
        : m_text(text)
        , m_tokens(tokens)
    {
    }

    void cut()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at);
            if (c == u'\n') {
                push(W::NewLine, 1);
                m_glued = false;
            } else if (c.isSpace()) {
                ++m_at;
                m_glued = false;
            } else if (c == u'\\') {
                command();
            } else if (isUnspaced(c)) {
                unspaced();
            } else if (isWordChar(c)) {
                word();
            } else if (c == u'<' && m_text.mid(m_at).startsWith(u"<answer>", Qt::CaseInsensitive)) {
                push(W::Boxed, 8);
            } else if (c == u'<' && m_text.mid(m_at).startsWith(u"</answer>", Qt::CaseInsensitive)) {
                push(W::BoxEnd, 9);
            } else if (isDropped(c)) {
                ++m_at;
            } else {
                mark(c);
            }
        }
    }

private:
    static bool isDropped(QChar c)
    {
        switch (c.unicode()) {
        case u'*':
        case u'`':
        case u'$':
        case u'"':
        case u'\'':
        case u'\u2018':
        case u'\u2019':
        case u'\u201c':
        case u'\u201d':
        case u'\u00ab':
        case u'\u00bb':
            return true;
        default:
            return false;
        }
    }

    void push(W word, qsizetype length)
    {
        ReplyToken token;
        token.word = word;
        token.begin = int(m_at);
        token.end = int(m_at + length);
        token.glued = m_glued;
        m_tokens.push_back(token);
        m_at += length;
        m_glued = true;
    }

    void mark(QChar c)
    {
        const W word = markAt(c);
        if (word == W::Open && !m_boxes.empty()) {
            ++m_boxes.back();
        } else if (word == W::Close && !m_boxes.empty() && --m_boxes.back() == 0) {
            m_boxes.pop_back();
            push(W::BoxEnd, 1);
            return;
        }
        push(word, 1);
    }

    /// LaTeX: what only sets a text is left out with its braces kept; other commands are words.
    void command()
    {
        const QChar next = m_at + 1 < m_text.size() ? m_text.at(m_at + 1) : QChar(u' ');
        if (next == u'(' || next == u')' || next == u'[' || next == u']' || next == u'n' || next.isSpace()) {
            // An escaped line end counts as one.
            if (next == u'n' && (m_at + 2 >= m_text.size() || !m_text.at(m_at + 2).isLower())) {
                push(W::NewLine, 2);
                m_glued = false;
                return;
            }
            if (next != u'n') {
                m_at += 2;
                return;
            }
        }
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text.at(end).unicode() < 128 && m_text.at(end).isLetter()) {
            ++end;
        }
        const QStringView name = m_text.mid(m_at + 1, end - m_at - 1);
        const bool braced = end < m_text.size() && m_text.at(end) == u'{';
        if (braced && (name == u"boxed" || name == u"fbox")) {
            push(W::Boxed, end + 1 - m_at);
            m_boxes.push_back(1);
        } else if (braced
            && (name == u"text" || name == u"mathrm" || name == u"textbf" || name == u"mathbf"
                || name == u"textit")) {
            m_at = end;
        } else if (name.isEmpty()) {
            push(W::Other, 1);
        } else {
            push(W::Operator, end - m_at);
        }
    }

    void unspaced()
    {
        if (const Phrase* phrase = phraseAt(m_text.mid(m_at))) {
            const W before = m_tokens.empty() ? W::Other : m_tokens.back().word;
            const bool follows = m_glued
                && (before == W::Letter || before == W::Answer || before == W::Lead || before == W::Close
                    || before == W::Filler);
            if (!phrase->particle || follows) {
                push(phrase->word, QStringView(phrase->text).size());
                return;
            }
        }
        push(W::Other, 1);
    }

    void word()
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size()) {
            const QChar c = m_text.at(end);
            const bool apostrophe
                = (c == u'\'' || c == u'\u2019') && end + 1 < m_text.size() && isWordChar(m_text.at(end + 1));
            if (!isWordChar(c) && !apostrophe) {
                break;
            }
            ++end;
        }
        const QStringView text = m_text.mid(m_at, end - m_at);
        const char16_t first = text.front().unicode();
        const bool capital = first >= u'A' && first <= u'Z';
        if (text.size() == 1 && (capital || (first >= u'a' && first <= u'z'))) {
            letter(first, capital);
            return;
        }
        push(latinWord(text), text.size());
    }

    void letter(char16_t c, bool capital)
    {
        push(W::Letter, 1);
        ReplyToken& token = m_tokens.back();
        token.letter = capital ? c - u'A' : c - u'a';
        token.small = !capital;
    }

    QStringView m_text;
    std::vector<ReplyToken>& m_tokens;
    qsizetype m_at = 0;
    bool m_glued = false;
    /// Open braces of each \boxed that is open.
    std::vector<int> m_boxes;
};

constexpr int kA = 0;
constexpr int kI = 8;

bool isBehindArticle(W word)
{
    return word == W::Other || word == W::Filler || word == W::Choose || word == W::Right || word == W::Answer
        || word == W::Lead || word == W::Wrong || word == W::Hedge;
}

/// What follows "I" the person; "I is", "I because" and "I fits" are about an option.
bool isBehindPronoun(const ReplyToken& token, QStringView reply)
{
    const QStringView text = reply.mid(token.begin, token.end - token.begin);
    switch (token.word) {
    case W::Other:
    case W::Filler:
    case W::Choose:
    case W::Hedge:
    case W::Therefore:
    case W::Between:
        return true;
    case W::Copula:
        return text == u"was" || text == u"would" || text == u"should" || text == u"must" || text == u"will";
    case W::Deny:
        return text != u"rather" && text != u"instead" && text != u"not" && text != u"nor";
    case W::Verb:
        return text == u"can";
    case W::AfterLetter:
        return text == u"have" || text == u"had" || text == u"also" || text == u"only";
    default:
        return false;
    }
}

/// Tells letters of options from other letters that stand alone, by what touches them.
void judgeLetters(QStringView text, std::vector<ReplyToken>& tokens)
{
    for (size_t i = 0; i < tokens.size(); ++i) {
        ReplyToken& token = tokens[i];
        if (token.word != W::Letter) {
            continue;
        }
        const bool first = i == 0;
        const bool last = i + 1 == tokens.size();
        const ReplyToken before = first ? ReplyToken() : tokens[i - 1];
        const ReplyToken after = last ? ReplyToken() : tokens[i + 1];
        const bool touchesAfter = !last && after.glued;
        const bool touchesBefore = !first && token.glued;
        if ((after.word == W::Operator && !last) || (touchesBefore && before.word == W::Operator)
            || (touchesBefore && before.word == W::Open && i >= 2 && tokens[i - 2].word == W::Operator
                && before.glued)
            || (touchesAfter && after.word == W::Dash && i + 2 < tokens.size() && tokens[i + 2].glued)
            || (touchesBefore && before.word == W::Dash && i >= 2 && before.glued
                && tokens[i - 2].word != W::Answer && tokens[i - 2].word != W::Lead)
            || (touchesBefore && before.word == W::Letter) || (touchesAfter && after.word == W::Open)) {
            // A variable, a grade, a function.
            token.word = W::Other;
            continue;
        }
        const bool enclosed
            = touchesBefore && before.word == W::Open && touchesAfter && after.word == W::Close;
        token.marked = enclosed
            || (touchesAfter && (after.word == W::Close || after.word == W::Colon || after.word == W::End));
        if (token.small) {
            // A small letter counts in brackets, before one, and where the line or the reply is nothing else.
            const bool alone
                = (first || before.word == W::NewLine || before.word == W::Colon || before.word == W::Boxed
                      || before.word == W::Copula || before.word == W::Lead || before.word == W::Open)
                && (last || after.word == W::End || after.word == W::NewLine || after.word == W::BoxEnd
                    || after.word == W::Close || after.word == W::Colon);
            const bool listed = (touchesAfter && after.word == W::Close)
                || (i >= 2 && (before.word == W::Comma || before.word == W::Or)
                    && tokens[i - 2].word == W::Letter);
            if (!enclosed && !listed && !alone) {
                const QChar small = QChar(char16_t(u'a' + token.letter));
                token.word = small == u'y' ? W::And : small == u'o' ? W::Or : W::Other;
            }
            continue;
        }
        // "A kite", "I see": an article, a pronoun.
        if (token.marked || last || touchesAfter) {
            continue;
        }
        if ((token.letter == kA && isBehindArticle(after.word))
            || (token.letter == kI && isBehindPronoun(after, text))) {
            token.word = W::Other;
        }
    }
}

} // namespace

void cutReply(QStringView reply, std::vector<ReplyToken>& tokens)
{
    tokens.clear();
    Cutter(reply, tokens).cut();
    judgeLetters(reply, tokens);
}

} // namespace winnow
