// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transform/optionneed.h"

#include "core/text/normalise.h"
#include "core/transform/optionvalues.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace winnow {

namespace {

using Option = QRegularExpression::PatternOption;

QRegularExpression words(const char* pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern), Option::CaseInsensitiveOption);
}

bool has(const QRegularExpression& pattern, const QString& text)
{
    return pattern.match(text).hasMatch();
}

template <typename Test> bool all(const QStringList& options, const Test& test)
{
    return std::all_of(options.cbegin(), options.cend(), test);
}

template <typename Test> bool any(const QStringList& options, const Test& test)
{
    return std::any_of(options.cbegin(), options.cend(), test);
}

qsizetype wordCount(const QString& text)
{
    return text.simplified().split(u' ', Qt::SkipEmptyParts).size();
}

bool asksAmongThese(const QString& question, const QString& asking)
{
    // "In which year" and "the age at which" are other questions.
    static const QRegularExpression which
        = words("(^|[,;:] |^\\W*(in|on|at|to|from|for|by|with) )which\\b|\\bwhich (of|one|ones)\\b");
    // Of these there is one in the picture or in the world, whatever the options are.
    static const QRegularExpression definite = words(
        "\\bwhich (country|city|continent|planet|year|month|day|animal|colou?r|sport|language|company|brand|"
        "fruit|vegetable|season|instrument)\\b");
    static const QRegularExpression list = words(
        "\\b(of|among|from|between) (the|these|those)( \\w+)? (following|options|choices|answers|"
        "alternatives|below|listed)\\b"
        "|\\bfollowing (statement|option|choice|answer|sentence|pair|term|is|are|best|would|could|can|"
        "does|do|must|will|was|were|has|have|most|least|accurately|correctly|describe)"
        "|\\b(options?|choices|alternatives)\\b"
        "|\\b(is|are|was|were|be) (true|correct|false|incorrect|wrong|possible|impossible|not)\\b"
        "|\\b(select|choose|pick|match|tick)\\b"
        "|\\bbest\\b|\\bmost (likely|accurate|appropriate|probabl|suitabl|relevant)"
        "|\\b(likely|probably|example of|correct answer|correct (python )?code)\\b");
    static const QRegularExpression denied(QStringLiteral("\\b(NOT|EXCEPT|LEAST|FALSE|INCORRECT)\\b"));
    return (has(which, asking) && !has(definite, asking)) || has(list, asking) || has(denied, question);
}

/// The asking sentence asks, or tells to work something out.
bool isQuestion(const QString& asking)
{
    static const QRegularExpression word
        = words("(^|[,;:] )\\W*((in|on|at|to|from|for|by|with|of) )?(what|who|whom|whose|which|how "
                "(many|much|long|far|old|tall|high))\\b|\\bwhich of\\b");
    static const QRegularExpression command = words(
        "(^|[,;:.] |\\b(and|to|then|please) )(calculate|compute|find|determine|evaluate|solve|work out|count|"
        "select|choose|pick|identify|match|name|give|tick|describe|explain|list|state|translate|convert|"
        "simplify|factor)\\b");
    static const QRegularExpression gap(QStringLiteral("_{2,}|\\.{3,}\\s*$|…\\s*$|:\\s*$"));
    // A sentence that runs into the one before.
    static const QRegularExpression begun(
        QStringLiteral("\\b(Calculate|Determine|Compute|Find|Evaluate)\\b"));
    return has(command, asking) || has(begun, asking)
        || (!has(gap, asking) && (asking.endsWith(u'?') || has(word, asking)));
}

/// The sentence that asks: the last one with a question mark, else the last that tells to work something out,
/// else the last.
QString askingSentence(const QString& question)
{
    static const QRegularExpression image(
        QStringLiteral("<\\s*image\\s*\\d*\\s*>"), Option::CaseInsensitiveOption);
    static const QRegularExpression end(QStringLiteral("(?<=[.!?])\\s+|\\n+"));
    const QStringList sentences = QString(question).remove(image).trimmed().split(end, Qt::SkipEmptyParts);
    for (qsizetype i = sentences.size() - 1; i >= 0; --i) {
        if (sentences.at(i).contains(u'?')) {
            return sentences.at(i).simplified();
        }
    }
    // A text that breaks off is to be completed, whatever came before.
    const QString last = sentences.isEmpty() ? QString() : sentences.last().simplified();
    for (qsizetype i = sentences.size() - 1; i >= 0 && (last.endsWith(u'.') || last.endsWith(u')')); --i) {
        if (isQuestion(sentences.at(i).simplified())) {
            return sentences.at(i).simplified();
        }
    }
    return last;
}

/// Asks for one thing that has a name, not for an account of it.
bool asksForName(const QString& asking)
{
    static const QRegularExpression name
        = words("^(\\W*|.*[,:;] )((in|on|at|from|to|for|with|by|of|under|behind) "
                ")?(what|who|whom|whose|where|which)\\b|^\\W*(identify|name) (this|that|the)\\b");
    static const QRegularExpression account = words(
        "\\b(why|how does|how do|how is|how can|reason|purpose|relationship|relation|happen|describe|explain|"
        "cause|effect|emotion|feel|mood|main|primar|topic|theme|message|imply|implies|suggest|mean|function|"
        "role|advantage|difference|similar|trait|attribute|propert|quality|stage|conclusion|infer|attitude|"
        "tone|should|would|if|style|category|concept|principle|theory|aim|goal|result|impact|approach|"
        "strategy|method|nature|status|condition|characteristic|common|size|length)");
    // Of what can be seen the kind has a name; of what is told it is a matter of words.
    static const QRegularExpression kind = words("\\b(type|kind|sort|doing|will)\\b");
    static const QRegularExpression seen = words("\\b(this|that|these|those|he|she|they|it|picture|image|"
                                                 "photo|pictured|shown|in|on|man|woman|boy|girl|"
                                                 "person|people|wearing|holding)\\b");
    return has(name, asking) && !has(account, asking) && (!has(kind, asking) || has(seen, asking));
}

/// Asks whether something is so, and no other option says the right yes or no and more.
bool asksYesOrNo(const QString& asking, const QStringList& options, const QString& right)
{
    static const QRegularExpression verb
        = words("^\\W*(is|are|was|were|do|does|did|can|could|has|have|had|will|would|should) ");
    static const QRegularExpression either = words("\\bor\\b");
    const QString word = normaliseText(right);
    return has(verb, asking) && !has(either, asking)
        && !any(options, [&](const QString& o) { return normaliseText(o).startsWith(word + u' '); });
}

/// How close is close enough only the options tell.
bool asksForClosest(const QString& asking, const QStringList& options)
{
    static const QRegularExpression closest
        = words("\\b(closest|approximate|approximately|approx|roughly|estimate|about how)\\b");
    return has(closest, asking) && all(options, [](const QString& o) { return optionValue(o).has_value(); });
}

bool overlap(const QStringList& options)
{
    // A number stands in many texts; it is part of "0 or 1", not of "-3 (that is 4)".
    static const QRegularExpression number(QStringLiteral("^\\s*[\\d.,-]+\\s*$"));
    static const QRegularExpression several = words("\\b(or|and)\\b|,");
    QStringList texts;
    for (const QString& option : options) {
        texts.append(u' ' + normaliseText(option) + u' ');
    }
    for (qsizetype i = 0; i < texts.size(); ++i) {
        for (qsizetype j = 0; j < texts.size(); ++j) {
            if (i != j && texts.at(j).contains(texts.at(i))
                && (!has(number, options.at(i)) || has(several, options.at(j)))) {
                return true;
            }
        }
    }
    return false;
}

bool isRange(const QString& option)
{
    static const QRegularExpression range
        = words("\\d\\s*(-|–|—|to|~)\\s*\\$?\\d|\\b(at least|at most|more than|less than|under|about|"
                "approximately|around|nearly|up to|above|below|exactly|between)\\s+\\W*\\d|^\\s*[<>≤≥≈]");
    return has(range, option);
}

bool measureWithoutUnit(const QString& question, const QString& asking, const QStringList& options)
{
    static const QRegularExpression measure
        = words("\\bhow (long|far|tall|high|heavy|fast|deep|wide|big|large|hot|cold)\\b");
    static const QRegularExpression unit = words(
        "\\b(feet|foot|ft|inch|inches|met(er|re)s?|[ckm]?m|kilomet(er|re)s?|centimet(er|re)s?|miles?|mph|"
        "seconds?|"
        "minutes?|hours?|days?|weeks?|months?|years?|grams?|kg|pounds?|degrees?|units?|edges?|ratio|fraction|"
        "times|percent)\\b");
    // Sizes that the question gives without a unit ask for none.
    static const QRegularExpression digit(QStringLiteral("\\d"));
    return has(measure, asking) && !has(unit, question) && !has(digit, question)
        && any(options, [](const QString& option) {
               const auto value = optionValue(option);
               return value && value->unit.isEmpty();
           });
}

TransformReason needOfNumbers(
    const QString& question, const QString& asking, const QStringList& options, int gold)
{
    // "1 day, 2 days"; a file that leaves the unit out here and there; one odd option among many.
    const auto unitOf = [](const QString& option) {
        static const QRegularExpression spelling(QStringLiteral("(?<=\\w\\w)s\\b|[\\s()°·^]+"));
        static const QRegularExpression era(QStringLiteral("^(BCE?|CE|AD)$"));
        const QString unit
            = optionValue(option)->unit.replace(u'³', u'3').replace(u'²', u'2').remove(spelling);
        constexpr qsizetype kSymbol = 2;
        if (unit == u"mol/L") {
            return QStringLiteral("M");
        }
        return has(era, unit) ? QString() : unit.size() > kSymbol ? unit.toLower() : unit;
    };
    const QString right = unitOf(options.at(gold));
    const auto others = std::count_if(options.cbegin(), options.cend(), [&](const QString& option) {
        const QString unit = unitOf(option);
        return !unit.isEmpty() && !right.isEmpty() && unit != right;
    });
    // The question may name the unit itself.
    const bool named = question.contains(optionValue(options.at(gold))->unit);
    const bool mixed = !named && 3 * others > options.size();
    return mixed || measureWithoutUnit(question, asking, options) ? TransformReason::UnitInOptions
                                                                  : TransformReason::Number;
}

/// Of options that are words.
TransformReason needOfWords(const QString& asking, const QStringList& options)
{
    constexpr qsizetype kMostWords = 3;
    constexpr qsizetype kMostLetters = 30;
    constexpr qsizetype kLongWords = 6;
    if (all(options, isColour)) {
        return TransformReason::Colour;
    }
    static const QRegularExpression formula(QStringLiteral("[$\\\\=^{}\\[\\]|~⊃*/]|\\bsqrt\\b|\\s[-+]\\s"));
    if (any(options, [](const QString& o) { return has(formula, o); })) {
        return TransformReason::Unclear;
    }
    if (any(options,
            [](const QString& o) { return wordCount(o) > kLongWords || o.size() > 2 * kMostLetters; })) {
        return TransformReason::LongOptions;
    }
    if (all(options, isScaleWord)) {
        return TransformReason::ScaleInOptions;
    }
    if (any(options, isRange) || overlap(options)) {
        return TransformReason::OptionsOverlap;
    }
    static const QRegularExpression notWords(QStringLiteral("[\\d;<>+*/]"));
    const bool plain = all(options, [](const QString& o) {
        return wordCount(o) <= kMostWords && o.size() <= kMostLetters && !has(notWords, o);
    });
    return plain && asksForName(asking) ? TransformReason::ShortAnswer : TransformReason::Unclear;
}

} // namespace

QVector<int> optionsAboutOthers(const QStringList& options)
{
    static const QRegularExpression others
        = words("^\\W*(all|none|both|neither|any|either)( of)?( the| these| those)?( above| these| those| "
                "them| options| "
                "answers| choices| others)?( (is|are) (correct|true|right))?\\W*$"
                "|^\\W*no(ne)? (of )?(the )?(correct|other|others)\\b"
                "|\\bof the above\\b|^\\W*(all|none|both|any|neither) of (these|them|those)( \\w+)?\\W*$"
                "|\\bother (answers?|options?|choices?)\\b|\\ball of the options\\b|"
                "^\\W*all of these options are correct");
    QVector<int> positions;
    for (qsizetype i = 0; i < options.size(); ++i) {
        if (has(others, options.at(i))) {
            positions.append(int(i));
        }
    }
    return positions;
}

bool namesLetters(const QStringList& options)
{
    constexpr qsizetype kLetters = 26;
    static const QRegularExpression letters(QStringLiteral(
        "^\\W*((both|either|neither|options?|answers?|choices?|only|[Ii]t can be) )?\\(?[A-J]\\)?"
        "(\\s*(,|and|or|&|nor)\\s*\\(?[A-J]\\)?)+( only| are correct)?\\W*$"
        "|^\\W*([Bb]oth|[Ee]ither|[Nn]either) \\(?[A-J]\\)?(\\W|$)"));
    static const QRegularExpression above = words("\\b(above|preceding|previous)\\b");
    if (options.size() > kLetters || any(options, [](const QString& o) { return has(letters, o); })) {
        return true;
    }
    // "All of the above" in the middle is about those before it.
    for (qsizetype i = 0; i + 1 < options.size(); ++i) {
        if (has(above, options.at(i)) && optionsAboutOthers({options.at(i)}).size() == 1
            && optionsAboutOthers(options.mid(i + 1)).size() != options.size() - i - 1) {
            return true;
        }
    }
    static const QRegularExpression label(
        QStringLiteral("^\\W*((figure|image|picture|diagram|graph|option|point|line|curve) )?[A-Ja-j]\\W*$"),
        Option::CaseInsensitiveOption);
    const auto labels
        = std::count_if(options.cbegin(), options.cend(), [](const QString& o) { return has(label, o); });
    return labels > 1 && labels + optionsAboutOthers(options).size() >= options.size();
}

TransformReason optionNeed(const QString& question, const QStringList& options, int gold)
{
    static const QRegularExpression image(
        QStringLiteral("<\\s*image\\s*\\d*\\s*>|\\.(png|jpe?g|gif|webp|svg)\\b"),
        Option::CaseInsensitiveOption);
    const QString asking = askingSentence(question);
    if (any(options, [](const QString& o) { return has(image, o); })) {
        return TransformReason::ImageOptions;
    }
    if (namesLetters(options)) {
        static const QRegularExpression label(QStringLiteral("^\\W*(\\w+ )?[A-Ja-j]\\W*$"));
        return all(options, [](const QString& o) { return has(label, o); })
            ? TransformReason::LabelsInImage
            : TransformReason::LettersReferredTo;
    }
    if (!optionsAboutOthers(options).isEmpty()) {
        return TransformReason::OthersReferredTo;
    }
    if (!isQuestion(asking)) {
        return TransformReason::SentenceToComplete;
    }
    if (asksAmongThese(question, asking)) {
        return TransformReason::AmongTheseAsked;
    }
    if (asksForClosest(asking, options)) {
        return TransformReason::ClosestAsked;
    }
    if (isPlainYesNo(options.at(gold))
        && (all(options, isYesNoWord) || asksYesOrNo(asking, options, options.at(gold)))) {
        return TransformReason::YesNo;
    }
    // "Electrons from which subshell": 1s and 2p are names.
    if (!has(words("\\b(from|of|in|by|at|to) which (?!year|number|age|page|century)\\w+ "
                   "(would|will|should|can|could|does|do|did|is|are|was|were|has|have)\\b"),
            asking)
        && all(options, [](const QString& o) { return optionValue(o).has_value(); })) {
        return needOfNumbers(question, asking, options, gold);
    }
    return needOfWords(asking, options);
}

} // namespace winnow
