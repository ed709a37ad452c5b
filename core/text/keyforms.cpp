// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/keyforms.h"

#include "core/text/places.h"
#include "core/text/pythonliteral.h"
#include "core/text/quantity.h"
#include "core/text/yesno.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace winnow {

namespace {

constexpr int kFewest = 5;
constexpr qsizetype kLongest = 10'000;

bool startsAsList(const QString& gold)
{
    return gold.startsWith(u'[') || gold.startsWith(u'(') || gold.startsWith(u'{');
}

bool hasWords(const QString& gold)
{
    return std::any_of(gold.begin(), gold.end(), [](QChar c) { return c.isLetter(); });
}

/// One box or several, and nothing else: the corners in order, with an area.
bool isBoxes(const QString& gold)
{
    const QVector<PlaceBox> boxes = boxesIn(gold);
    if (boxes.isEmpty() || !startsAsList(gold) || (hasWords(gold) && !gold.startsWith(u'{'))) {
        return false;
    }
    const QVector<PlacePoint> corners = pointsIn(gold);
    if (corners.size() != boxes.size() * 2) {
        return false;
    }
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        if (corners.at(2 * i).x >= corners.at(2 * i + 1).x
            || corners.at(2 * i).y >= corners.at(2 * i + 1).y) {
            return false;
        }
    }
    return true;
}

/// Pairs and nothing else, of a question that asks for a place.
bool isPoints(const QString& question, const QString& gold)
{
    static const QRegularExpression place(
        QStringLiteral("\\b(?:point|points|where|locate|location|click|pixel|position)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const qsizetype numbers = pointsIn(gold).size() * 2;
    const qsizetype brackets = gold.count(u'[') + gold.count(u'(');
    return numbers > 0 && startsAsList(gold) && !hasWords(gold) && brackets >= numbers / 2
        && gold.count(u',') >= numbers - 1 && place.match(question).hasMatch();
}

/// Of how many parts, when it is written as a list.
qsizetype partsOf(const QString& gold)
{
    if (gold.size() > kLongest || !looksLikePythonList(gold) || gold.startsWith(u'(')) {
        return 0;
    }
    const auto list = parsePythonStringList(gold);
    return list ? list->size() : 0;
}

bool isOneOrZero(const QString& gold)
{
    return gold == u"0" || gold == u"1" || gold == u"0.0" || gold == u"1.0";
}

/// "Please answer yes or no."
bool yesOrNoAsked(const QString& question)
{
    return question.contains(QLatin1String("yes or no"), Qt::CaseInsensitive)
        || question.contains(QLatin1String("true or false"), Qt::CaseInsensitive);
}

/// 1 and 0 for yes and no, where the question can be answered so.
bool isBinary(const QString& question, const QString& gold)
{
    static const QRegularExpression asks(
        QStringLiteral(
            "(?:^|[.?!\\n]\\s*)(?:is|are|was|were|do|does|did|has|have|can|could|will|would|should) "),
        QRegularExpression::CaseInsensitiveOption);
    return isOneOrZero(gold) && (asks.match(question).hasMatch() || yesOrNoAsked(question));
}

bool anyOrder(const QString& question)
{
    static const QRegularExpression all(
        QStringLiteral("\\ball (?:that|which|of the|the)\\b|\\b(?:list|name|select|choose|mark|find|give) "
                       "(?:me )?(?:all|every)\\b|\\bwhich (?:ones|of)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return all.match(question).hasMatch();
}

} // namespace

void KeyForms::addText(const QString& question, const QString& gold)
{
    constexpr qsizetype kLongAnswer = 15;
    if (yesOrNoKey(gold) || isBinary(question, gold)) {
        ++m_counts[Form::YesNo];
    } else if (isBoxes(gold)) {
        ++m_counts[Form::Box];
    } else if (isPoints(question, gold)) {
        ++m_counts[Form::Point];
    } else if (partsOf(gold) > 1) {
        ++m_counts[anyOrder(question) ? Form::Set : Form::List];
    } else if (const auto quantity = quantityOf(gold)) {
        m_ones += isOneOrZero(gold);
        ++m_counts[Form::Quantity];
        m_units += quantity->known;
    } else if (gold.left(kLongest).split(u' ', Qt::SkipEmptyParts).size() >= kLongAnswer) {
        ++m_counts[Form::LongText];
    }
}

void KeyForms::add(const QString& question, const QString& gold, const QStringList& accepted)
{
    if (gold.isEmpty()) {
        return;
    }
    ++m_keys;
    // People that answered the same question: several say the same.
    constexpr qsizetype kAnnotators = 5;
    QStringList distinct = accepted;
    distinct.removeDuplicates();
    if (accepted.size() >= kAnnotators && distinct.size() < accepted.size()) {
        ++m_counts[Form::Annotators];
    } else {
        addText(question, gold.trimmed());
    }
}

ScorerChoice KeyForms::choice() const
{
    struct Rule {
        Form form;
        const char* scorer;
        const char* reason;
    };
    static constexpr std::array kRules{
        Rule{Form::Box, "iou", QT_TRANSLATE_NOOP("Import", "%1 of %2 keys looked at are boxes")},
        Rule{Form::Point, "points", QT_TRANSLATE_NOOP("Import", "%1 of %2 keys looked at are points")},
        Rule{Form::Annotators, "vqa",
            QT_TRANSLATE_NOOP("Import", "%1 of %2 keys looked at are answers of several people")},
        Rule{Form::YesNo, "yesno", QT_TRANSLATE_NOOP("Import", "%1 of %2 keys looked at are a yes or a no")},
        Rule{Form::Set, "set",
            QT_TRANSLATE_NOOP("Import", "%1 of %2 keys looked at are lists, for questions that ask for all")},
        Rule{Form::List, "list", QT_TRANSLATE_NOOP("Import", "%1 of %2 keys looked at are lists")},
        Rule{Form::Quantity, "numeric",
            QT_TRANSLATE_NOOP("Import", "%1 of %2 keys looked at are numbers, most of them with a unit")},
        Rule{Form::LongText, "f1",
            QT_TRANSLATE_NOOP("Import", "%1 of %2 keys looked at are texts of 15 words and more")},
    };
    if (m_keys < kFewest) {
        return {};
    }
    for (const Rule& rule : kRules) {
        int count = m_counts.value(rule.form);
        // Among words for yes and no, 1 and 0 are two more.
        count += rule.form == Form::YesNo && m_ones <= count ? m_ones : 0;
        const bool units = rule.form != Form::Quantity || m_units * 2 > count;
        if (count * 10 >= m_keys * 9 && units) {
            return {QString::fromLatin1(rule.scorer), Sentence::of(rule.reason).arg(count, m_keys)};
        }
    }
    return {};
}

} // namespace winnow
