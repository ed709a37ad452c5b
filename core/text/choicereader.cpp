// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/choicereader.h"

#include "core/text/optiontexts.h"
#include "core/text/refusal.h"
#include "core/text/replywords.h"

#include <algorithm>
#include <array>
#include <bit>

namespace winnow {

int onlyLetter(Letters letters)
{
    return std::has_single_bit(letters) ? std::countr_zero(letters) : -1;
}

namespace {

using W = ReplyWord;
Letters bit(int letter)
{
    return Letters(1) << letter;
}

int only(Letters letters)
{
    return onlyLetter(letters);
}

/// What a stretch of a reply says.
struct Said {
    /// The letters it settles on; several where it lists them.
    Letters letters = 0;
    /// It says something that must not be passed over: several letters, or that it is none of them.
    bool final = false;
    bool fromText = false;
};

class ChoiceReader {
public:
    ChoiceReader(QStringView reply, const QStringList& options, bool several, std::vector<ReplyToken>& tokens)
        : m_severalMeant(several)
        , m_reply(reply)
        , m_options(options)
        , m_tokens(tokens)
        , m_limit(options.isEmpty() ? 26 : int(std::min<qsizetype>(options.size(), 26)))
    {
    }

    /// The letters read; several when the reply lists them.
    Letters read(AnswerForm& form)
    {
        cutReply(m_reply, m_tokens);
        findOptionTexts(m_reply, m_options, m_tokens);
        m_size = int(m_tokens.size());
        leaveOutEchoes();
        if (const Letters stated = lastStatement(form)) {
            return stated;
        }
        if (m_settled || isRefusal(m_reply)) {
            return 0;
        }
        if (const Letters lead = leading(0, m_size)) {
            form = AnswerForm::Marked;
            return lead;
        }
        if (m_settled) {
            return 0;
        }
        if (const Letters line = leading(lastLine(), m_size)) {
            form = AnswerForm::LastLine;
            return line;
        }
        if (m_verdict >= 0) {
            form = AnswerForm::Marked;
            return bit(m_verdict);
        }
        if (m_stated) {
            return 0; // what was stated is no option: another one that is named is not the answer
        }
        form = AnswerForm::Marked;
        if (const Letters affirmed = affirmedLetters()) {
            return only(affirmed) >= 0 ? affirmed : 0;
        }
        form = AnswerForm::OptionText;
        return mentionedText();
    }

private:
    W word(int i) const { return i >= 0 && i < m_size ? m_tokens[size_t(i)].word : W::NewLine; }
    const ReplyToken& token(int i) const { return m_tokens[size_t(i)]; }
    bool isLetter(int i) const
    {
        return word(i) == W::Letter && (token(i).fromText || token(i).letter < m_limit);
    }
    bool isPlainLetter(int i) const { return isLetter(i) && !token(i).fromText; }
    bool isGap(int i) const { return word(i) == W::Open || word(i) == W::Close; }
    /// A full stop ends a clause unless it belongs to a letter or stands inside a word.
    bool endsClause(int i) const
    {
        switch (word(i)) {
        case W::NewLine:
        case W::Question:
        case W::BoxEnd:
            return true;
        case W::End:
            return !(token(i).glued && word(i - 1) == W::Letter && i + 1 < m_size && word(i + 1) != W::NewLine
                       && !startsSentence(i + 1))
                && !(token(i).glued && i + 1 < m_size && token(i + 1).glued);
        default:
            return false;
        }
    }
    bool startsSentence(int i) const
    {
        // "B. Many are tempted by A": the stop behind a letter ends the sentence when the next is no option's
        // text.
        return !(word(i) == W::Letter && token(i).fromText);
    }
    int clauseEnd(int from) const
    {
        int i = from;
        while (i < m_size && !endsClause(i)) {
            ++i;
        }
        return i;
    }
    int clauseBegin(int from) const
    {
        int i = from;
        while (i > 0 && !endsClause(i - 1)) {
            --i;
        }
        return i;
    }
    int lastLine() const
    {
        int i = m_size;
        while (i > 0 && (word(i - 1) == W::NewLine || word(i - 1) == W::End)) {
            --i;
        }
        while (i > 0 && word(i - 1) != W::NewLine) {
            --i;
        }
        return i;
    }

    /// Behind a letter stands another one of a list: "A, C", "A and C", "(A) or option (C)".
    int nextOfList(int i) const
    {
        int j = i + 1;
        bool joined = false;
        while (j < m_size && j < i + 8) {
            const W w = word(j);
            if (w == W::And || w == W::Or || w == W::Comma) {
                joined = true;
            } else if (w == W::NewLine || w == W::End) {
                return -1;
            } else if (w != W::Open && w != W::Close && w != W::Lead && w != W::Filler && w != W::Answer
                && w != W::Colon) {
                break;
            }
            ++j;
        }
        return joined && isLetter(j) && token(j).fromText == token(i).fromText ? j : -1;
    }

    bool isDeniedBefore(int i) const
    {
        for (int j = i - 1, steps = 0; j >= 0 && steps < 7 && !endsClause(j); --j, ++steps) {
            switch (word(j)) {
            case W::Deny:
                return true;
            case W::But:
            case W::Colon:
            case W::Comma:
            case W::Answer:
            case W::AfterLetter:
            case W::Therefore:
                return false;
            case W::Letter:
                if (nextOfList(j) != i) {
                    return false;
                }
                break;
            case W::Wrong:
                return steps <= 2;
            default:
                break;
            }
        }
        return false;
    }
    bool isDeniedBehind(int i) const
    {
        for (int j = i + 1, steps = 0; j < m_size && steps < 6 && !endsClause(j); ++j, ++steps) {
            switch (word(j)) {
            case W::Wrong:
            case W::DenyBefore:
                return true;
            case W::Deny:
                // "A, not B" and "A rather than B" deny the other one.
                return !(isLetter(j + 1) || (word(j + 1) != W::Right && isLetter(j + 2)) || isLater(j));
            case W::Copula:
            case W::Filler:
            case W::Close:
            case W::Hedge:
            case W::Verb:
            case W::Lead:
            case W::Answer:
            case W::And:
                break;
            case W::Letter:
                if (token(i).fromText == token(j).fromText) {
                    return false;
                }
                break;
            case W::Colon:
            case W::Dash:
                if (steps > 2) {
                    return false;
                }
                break;
            default:
                return false;
            }
        }
        return false;
    }
    /// "rather", "instead", "without": they deny what comes, however far behind.
    bool isLater(int i) const
    {
        const QStringView text = m_reply.mid(token(i).begin, token(i).end - token(i).begin);
        return text == u"rather" || text == u"instead" || text == u"without" || text == u"unlike"
            || text == u"statt" || text == u"ohne" || text == u"sans" || text == u"sin";
    }
    bool isDenied(int i) const { return isDeniedBefore(i) || isDeniedBehind(i); }
    bool isHedged(int i) const
    {
        if (word(clauseEnd(i)) == W::Question) {
            return true;
        }
        for (int j = i - 1, steps = 0; j >= 0 && steps < 6 && !endsClause(j); --j, ++steps) {
            if (word(j) == W::Hedge || word(j) == W::Between) {
                return true;
            }
            if (word(j) == W::Comma || word(j) == W::Choose || word(j) == W::Answer) {
                return false;
            }
        }
        return false;
    }

    Letters listFrom(int i) const
    {
        Letters letters = 0;
        for (; i >= 0; i = nextOfList(i)) {
            letters |= bit(token(i).letter);
        }
        return letters;
    }

    /// What stands from `from` to the end of its clause, meant as the answer.
    Said slot(int from, int end, bool boxed) const
    {
        Said said;
        if (from >= end) {
            return said;
        }
        if (const int text = textOf(from, end); text >= 0) {
            return {bit(text), false, true};
        }
        int first = from;
        while (first < end && (isGap(first) || word(first) == W::Filler || word(first) == W::Lead)) {
            ++first;
        }
        if (word(first) == W::Hedge) {
            return said;
        }
        const bool part = first < end && boxed && token(first).fromText && first + 1 < end;
        if (isLetter(first) && first < end && !part && !isDenied(first)) {
            // "B. red" says the same twice; "B. blue" of another option says nothing.
            const int next = token(first).fromText ? -1 : behindMarks(first);
            if (next > 0 && token(next).letter != token(first).letter && coversLine(next)) {
                return {0, true, false};
            }
            const Letters list = listFrom(first);
            return {list, only(list) < 0, token(first).fromText};
        }
        for (const bool fromText : {false, true}) {
            Letters affirmed = 0;
            for (int i = from; i < end; ++i) {
                // An option's text inside a boxed formula is a part of the formula.
                if (isLetter(i) && token(i).fromText == fromText && !(boxed && fromText) && !isDenied(i)
                    && !isHedged(i)) {
                    affirmed |= bit(token(i).letter);
                }
            }
            if (affirmed) {
                return {affirmed, only(affirmed) < 0, fromText};
            }
        }
        return said;
    }

    /// The text token behind a letter and its marks; -1 when there is none.
    int behindMarks(int i) const
    {
        int j = i + 1;
        while (j < m_size
            && (word(j) == W::Close || word(j) == W::End || word(j) == W::Colon || word(j) == W::Dash
                || word(j) == W::Comma)) {
            ++j;
        }
        return isLetter(j) && token(j).fromText ? j : -1;
    }
    bool coversLine(int i) const
    {
        const int next = word(i + 1) == W::End ? i + 2 : i + 1;
        return next >= m_size || word(next) == W::NewLine || word(next) == W::BoxEnd;
    }

    /// The option whose text the line, or the sentence, from a token is.
    int textOf(int from, int end) const
    {
        int lineEnd = from;
        while (lineEnd < m_size && word(lineEnd) != W::NewLine && word(lineEnd) != W::BoxEnd) {
            ++lineEnd;
        }
        if (m_options.isEmpty() || from >= lineEnd) {
            return -1;
        }
        const auto between
            = [&](int a, int b) { return m_reply.mid(token(a).begin, token(b - 1).end - token(a).begin); };
        int found = optionWithText(between(from, lineEnd), m_options);
        if (found < 0 && end > from && end < lineEnd) {
            found = optionWithText(between(from, end), m_options);
        }
        return found;
    }

    /// Whether the cue at `i` is denied, asked for or supposed: "wrong answer", "is the answer", "if the
    /// answer".
    bool isIdleCue(int i) const
    {
        for (int j = i - 1, steps = 0; j >= 0 && steps < 4 && !endsClause(j); --j, ++steps) {
            const W w = word(j);
            if (w == W::Wrong || w == W::Hedge || (w == W::Deny && steps < 3)) {
                return true;
            }
            if (w == W::Comma || w == W::Colon || w == W::Letter || w == W::But) {
                break;
            }
        }
        return word(clauseEnd(i)) == W::Question;
    }

    Letters lastStatement(AnswerForm& form)
    {
        struct Found {
            Said said;
            AnswerForm form;
        };
        std::array<Found, 1> kept{};
        bool any = false;
        for (int i = 0; i < m_size; ++i) {
            AnswerForm how = AnswerForm::Stated;
            bool weak = false;
            int from = -1;
            switch (word(i)) {
            case W::Boxed:
                from = i + 1;
                how = AnswerForm::Boxed;
                break;
            case W::Answer:
                from = isIdleCue(i) ? -1 : behindCue(i);
                break;
            case W::Lead:
                weak = true;
                from = isIdleCue(i) || isLetter(i + 1) ? -1 : behindCue(i);
                break;
            case W::Choose:
                weak = true;
                from = isIdleCue(i) ? -1 : behindChoice(i);
                break;
            case W::Therefore:
                weak = true;
                from = behindTherefore(i);
                break;
            case W::Copula:
                weak = true;
                from = behindCopula(i);
                break;
            case W::Letter:
                if (isSaidRight(i)) {
                    kept[0] = {{bit(token(i).letter), false, token(i).fromText}, AnswerForm::Stated};
                    any = true;
                }
                continue;
            default:
                continue;
            }
            if (from < 0) {
                continue;
            }
            const int end = word(i) == W::Boxed ? boxEnd(from) : clauseEnd(from);
            const Said said = slot(from, end, word(i) == W::Boxed);
            if (said.letters ? !(weak && said.final) : said.final) {
                kept[0] = {said, how};
                any = true;
            }
            m_stated = m_stated || !weak;
        }
        if (!any) {
            return 0;
        }
        form = kept[0].form;
        m_settled = kept[0].said.letters == 0 || kept[0].said.final;
        return kept[0].said.letters;
    }

    int boxEnd(int from) const
    {
        int i = from;
        while (i < m_size && word(i) != W::BoxEnd) {
            ++i;
        }
        return i;
    }

    /// The first token behind "answer is", "Answer:", "답은", over line ends where a colon or a verb leads
    /// on.
    int behindCue(int i) const
    {
        bool led = false;
        int lines = 0;
        int j = i + 1;
        for (; j < m_size; ++j) {
            const W w = word(j);
            if (w == W::Copula || w == W::Colon || w == W::Dash || (w == W::Operator && !isGap(j))) {
                led = true;
            } else if (w == W::NewLine) {
                if (!led || ++lines > 2) {
                    return -1;
                }
            } else if (w != W::Filler && w != W::Right && w != W::Lead && w != W::Answer && w != W::Therefore
                && w != W::Close && w != W::Open && w != W::Boxed && !(w == W::Comma && led)) {
                break;
            }
        }
        if (j >= m_size || (!led && !isPlainLetter(j))) {
            return -1;
        }
        return j;
    }
    int behindChoice(int i) const
    {
        int j = i + 1;
        while (word(j) == W::Filler || word(j) == W::Lead || word(j) == W::Answer || word(j) == W::Open
            || word(j) == W::Colon || word(j) == W::Right) {
            ++j;
        }
        return isLetter(j) && !isDenied(j) && !isDeniedBefore(i) ? j : -1;
    }
    int behindTherefore(int i) const
    {
        int j = i + 1;
        while (word(j) == W::Filler || word(j) == W::Lead || word(j) == W::Open || word(j) == W::Comma
            || word(j) == W::Copula || word(j) == W::Colon) {
            ++j;
        }
        return isPlainLetter(j) && !isDenied(j) && !isHedged(j) ? j : -1;
    }
    /// "it is B", "must be B".
    int behindCopula(int i) const
    {
        int j = i + 1;
        while (word(j) == W::Filler || word(j) == W::Lead || word(j) == W::Open || word(j) == W::Colon
            || word(j) == W::Copula) {
            ++j;
        }
        if (!isPlainLetter(j) || isDenied(j) || isHedged(j) || isIdleCue(i)) {
            return -1;
        }
        const W next = word(token(j).marked ? j + 2 : j + 1);
        const bool ends = j + 1 >= m_size || endsClause(j + 1) || word(j + 1) == W::Comma
            || word(j + 1) == W::Deny || word(j + 1) == W::AfterLetter || word(j + 1) == W::Close
            || word(j + 1) == W::End || word(j + 1) == W::Filler || word(j + 1) == W::DenyBefore
            || next == W::NewLine;
        return ends ? j : -1;
    }
    /// "B is correct", "(B) is the best answer", "B가 맞습니다".
    bool isSaidRight(int i) const
    {
        if (!isLetter(i) || isDenied(i) || isHedged(i)) {
            return false;
        }
        bool verb = false;
        for (int j = i + 1, steps = 0; j < m_size && steps < 6 && !endsClause(j); ++j, ++steps) {
            const W w = word(j);
            if (w == W::Copula) {
                verb = true;
            } else if (w == W::Right || w == W::Answer) {
                return (verb || token(j).glued) && !(isListed(i));
            } else if (w != W::Filler && w != W::Close && w != W::Lead) {
                return false;
            }
        }
        return false;
    }
    /// One of several: "A and B are correct".
    bool isListed(int i) const
    {
        for (int j = std::max(0, i - 6); j < i; ++j) {
            if (isLetter(j) && nextOfList(j) == i) {
                return true;
            }
        }
        return nextOfList(i) >= 0;
    }

    Letters leading(int from, int to)
    {
        int i = from;
        while (i < to && (isGap(i) || word(i) == W::NewLine || word(i) == W::Dash || word(i) == W::Lead)) {
            ++i;
        }
        if (i >= to || !isLetter(i)) {
            return 0;
        }
        if (token(i).fromText) {
            return coversLine(i) && !isDenied(i) ? bit(token(i).letter) : 0;
        }
        if (isDenied(i) || isHedged(i)) {
            return 0;
        }
        const Letters list = listFrom(i);
        if (only(list) < 0) {
            m_settled = true;
            return list;
        }
        const int text = behindMarks(i);
        if (text > 0) {
            const bool same = token(text).letter == token(i).letter;
            m_settled = !same && coversLine(text);
            return m_settled ? 0 : list;
        }
        const W next = word(i + 1);
        const bool sets = i + 1 >= m_size || token(i).marked || next == W::NewLine || next == W::End
            || next == W::Comma || next == W::Dash || next == W::Colon || next == W::Close
            || next == W::AfterLetter || next == W::Filler
            || (isLetter(i + 1) && token(i + 1).letter == token(i).letter);
        return sets ? list : 0;
    }

    /// Letters that stand alone or are called an option, neither denied nor hedged.
    Letters affirmedLetters() const
    {
        Letters affirmed = 0;
        for (int i = 0; i < m_size; ++i) {
            if (!isPlainLetter(i) || isDenied(i) || isHedged(i)) {
                continue;
            }
            const int before = word(i - 1) == W::Open ? i - 2 : i - 1;
            const W w = word(before);
            const bool enclosed = word(i - 1) == W::Open && word(i + 1) == W::Close;
            const bool alone = (before < 0 || endsClause(before)) && (i + 1 >= m_size || endsClause(i + 1));
            if (enclosed || alone || isListed(i) || w == W::Lead || w == W::Answer || w == W::Therefore
                || w == W::DenyBefore || w == W::Choose || w == W::But || w == W::Between || w == W::Or
                || w == W::And) {
                affirmed |= bit(token(i).letter);
            }
        }
        return affirmed;
    }

    Letters mentionedText() const
    {
        Letters affirmed = 0;
        bool any = false;
        for (int i = 0; i < m_size; ++i) {
            if (word(i) == W::Letter && token(i).fromText) {
                any = true;
                if (!isDenied(i) && !isHedged(i)) {
                    affirmed |= bit(token(i).letter);
                }
            }
        }
        if (any) {
            return only(affirmed) >= 0 ? affirmed : 0;
        }
        // Part of a formula is no mention of an option.
        const int found = m_reply.contains(u'\\') ? -1 : onlyOptionMentioned(m_reply, m_options);
        return found >= 0 && !m_echoed ? bit(found) : 0;
    }

    /// A list of the options says nothing, unless it judges each: its letters and texts are left out.
    void leaveOutEchoes()
    {
        struct Item {
            int letter;
            int end;
        };
        std::vector<std::vector<Item>> runs;
        int next = 0;
        for (int i = 0; i < m_size; ++i) {
            if (!isPlainLetter(i) || i < next) {
                continue;
            }
            const int text = behindMarks(i) > 0            ? behindMarks(i)
                : isLetter(i + 1) && token(i + 1).fromText ? i + 1
                                                           : -1;
            const bool own = text > 0 && token(text).letter == token(i).letter;
            const int before = word(i - 1) == W::Open ? i - 2 : i - 1;
            const bool atLine = before < 0 || word(before) == W::NewLine || word(before) == W::Dash;
            const bool listed = atLine && (token(i).marked || word(i + 1) == W::Colon);
            if (!own && !listed) {
                continue;
            }
            const int end = own ? text + 1 : i + 2;
            bool follows = !runs.empty();
            if (follows) {
                // Between two items stand marks, or words up to a line's end.
                bool words = false;
                for (int j = runs.back().back().end; j < i; ++j) {
                    const W w = word(j);
                    if (w == W::NewLine) {
                        words = false;
                    } else if (w != W::Open && w != W::Close && w != W::Comma && w != W::End && w != W::Dash
                        && w != W::Or && w != W::And && w != W::Operator) {
                        words = true;
                    }
                    if (w == W::Boxed || w == W::Answer) {
                        follows = false;
                    }
                }
                follows = follows && !words;
            }
            if (!follows) {
                runs.push_back({});
            }
            runs.back().push_back({i, end});
            next = end;
        }
        for (const auto& run : runs) {
            Letters letters = 0;
            for (const Item& item : run) {
                letters |= bit(token(item.letter).letter);
            }
            if (only(letters) >= 0 || (isPart(letters) && m_severalMeant)) {
                continue;
            }
            m_echoed = true;
            judgeItems(run.begin(), run.end());
            for (const Item& item : run) {
                for (int j = item.letter; j < item.end; ++j) {
                    if (word(j) == W::Letter) {
                        m_tokens[size_t(j)].word = W::Other;
                    }
                }
            }
        }
    }
    bool isPart(Letters letters) const { return std::popcount(letters) < m_limit; }

    template <typename Iterator> void judgeItems(Iterator from, Iterator to)
    {
        Letters right = 0;
        for (Iterator item = from; item != to; ++item) {
            for (int j = item->end; j < m_size && word(j) != W::NewLine; ++j) {
                if (word(j) == W::Right && word(j - 1) != W::Deny) {
                    right |= bit(token(item->letter).letter);
                } else if (word(j) == W::Letter || word(j) == W::Wrong || word(j) == W::Deny) {
                    break;
                }
            }
        }
        m_verdict = only(right);
    }

    bool m_severalMeant;
    QStringView m_reply;
    const QStringList& m_options;
    std::vector<ReplyToken>& m_tokens;
    int m_limit;
    int m_size = 0;
    /// The option that a list with a verdict for each calls right.
    int m_verdict = -1;
    bool m_echoed = false;
    /// An answer was stated, whatever it was.
    bool m_stated = false;
    /// What was said leaves no room for a guess from the rest.
    bool m_settled = false;
};

} // namespace

Letters readLetters(QStringView reply, const QStringList& options, bool several, AnswerForm& form)
{
    static thread_local std::vector<ReplyToken> tokens;
    return ChoiceReader(reply, options, several, tokens).read(form);
}

} // namespace winnow
