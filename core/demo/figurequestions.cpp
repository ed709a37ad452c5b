// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/figure.h"

// Questions that do not need their figure, and questions with one answer for a whole dataset.

namespace winnow {

namespace {

struct Fact {
    const char* question;
    const char* gold;
    std::array<const char*, 9> wrong;
};

constexpr Fact kFacts[] = {
    {"What colour is the ripe banana in the picture?", "yellow",
        {"red", "blue", "green", "purple", "grey", "pink", "teal", "brown", "orange"}},
    {"What colour is the fresh snow on the roof?", "white",
        {"red", "blue", "green", "purple", "yellow", "pink", "teal", "brown", "orange"}},
    {"How many wheels does the bicycle beside the house have?", "2",
        {"3", "4", "5", "6", "1", "7", "8", "9", "10"}},
    {"How many legs do the two spiders on the door have altogether?", "16",
        {"8", "12", "10", "14", "18", "20", "24", "6", "4"}},
    {"Which season comes right after the winter shown here?", "spring",
        {"summer", "autumn", "winter", "the rains", "none", "the harvest", "the frost", "the dry season",
            "all"}},
    {"In which direction does the sun behind the house set?", "west",
        {"east", "north", "south", "north-east", "south-east", "up", "never", "inland", "north by east"}},
    {"How many days does the calendar on the wall give for one week?", "7",
        {"5", "6", "8", "9", "10", "12", "4", "30", "14"}},
    {"Which of these animals on the poster can fly?", "owl",
        {"cow", "horse", "trout", "fox", "goat", "whale", "snail", "otter", "mole"}},
};

struct Phrase {
    DemoCapability capability;
    const char* question;
    const char* gold;
    const char* caption;
    std::array<const char*, 9> wrong;
};

constexpr Phrase kPhrases[] = {
    {DemoCapability::Document, "In which currency are the amounts given?", "florins",
        "All amounts in florins",
        {"crowns", "ducats", "marks", "thalers", "guilders", "pesos", "lire", "rupees", "shillings"}},
    {DemoCapability::Document, "Which company printed the form?", "Quillon Press", "Printed by Quillon Press",
        {"Aster Print", "Bold & Sons", "Cardo Works", "Delta Forms", "Elm Street Press", "Fallow Print",
            "Gable Paper", "Hoxley Press", "Inkwell Ltd"}},
    {DemoCapability::Scene, "Which firm maintains the street lamp?", "Lumora", "lamp kept by Lumora",
        {"Brightel", "Cando", "Glimmer", "Helio", "Lanterna", "Norlux", "Orbis", "Radiant", "Solent"}},
    {DemoCapability::Scene, "Who is credited for the photograph?", "M. Tarrow", "photo: M. Tarrow",
        {"A. Bell", "C. Dunn", "E. Frost", "G. Hale", "I. Jarvis", "K. Lund", "N. Orr", "P. Quist",
            "R. Sayre"}},
    {DemoCapability::General, "In which season was the picture taken?", "autumn", "an autumn day",
        {"spring", "summer", "winter", "the monsoon", "late spring", "early summer", "midwinter",
            "the dry season", "late winter"}},
    {DemoCapability::General, "Which artist signed the picture?", "R. Tolle", "R. Tolle",
        {"B. Amsel", "C. Brand", "D. Corvin", "E. Dahl", "F. Ewer", "G. Falk", "H. Grau", "J. Holm",
            "K. Irving"}},
};

QStringList list(const std::array<const char*, 9>& texts)
{
    QStringList out;
    for (const char* text : texts) {
        out.append(QString::fromLatin1(text));
    }
    return out;
}

} // namespace

Figure makeBlindFigure(DemoCapability capability, DemoRandom& random)
{
    Figure f = makeFigure(capability, random);
    if (capability == DemoCapability::General && random.chance(0.7)) {
        const Fact& fact = kFacts[random.below(int(std::size(kFacts)))];
        f.question = QString::fromLatin1(fact.question);
        f.gold = QString::fromLatin1(fact.gold);
        f.wrong = list(fact.wrong);
        random.shuffle(f.wrong);
        f.category = QStringLiteral("everyday");
        return f;
    }
    QString digits = f.gold;
    digits.remove(u'%');
    bool number = false;
    const int value = digits.toInt(&number);
    if (number && value > 3) {
        const int part = random.between(1, value - 1);
        switch (random.below(3)) {
        case 0:
            f.question += QStringLiteral(" (It is %1 more than %2.)").arg(part).arg(value - part);
            break;
        case 1:
            f.question
                = QStringLiteral("Half of it is %1, and twice it is %2. ").arg(value / 2.0).arg(2 * value)
                + f.question;
            break;
        default:
            f.question += QStringLiteral(" It is one less than %1.").arg(value + 1);
            break;
        }
    } else {
        f.question = random.chance(0.5)
            ? QStringLiteral("The picture shows that the answer is %1. ").arg(f.gold) + f.question
            : f.question + QStringLiteral(" As everyone can see, it is %1.").arg(f.gold);
    }
    return f;
}

int priorPhrases(DemoCapability capability)
{
    int count = 0;
    for (const Phrase& phrase : kPhrases) {
        count += phrase.capability == capability ? 1 : 0;
    }
    return count;
}

Figure makePriorFigure(DemoCapability capability, int phrase, DemoRandom& random)
{
    Figure f = makeFigure(capability, random);
    for (const Phrase& candidate : kPhrases) {
        if (candidate.capability != capability || phrase-- != 0) {
            continue;
        }
        f.question = QString::fromLatin1(candidate.question);
        f.gold = QString::fromLatin1(candidate.gold);
        f.wrong = list(candidate.wrong);
        random.shuffle(f.wrong);
        f.vagueAnswers = {f.gold};
        f.vagueQuestion = f.question;
        const bool photo = f.photo;
        const QString caption = QString::fromLatin1(candidate.caption);
        const double x = random.uniform(12, 40);
        f.target = QRectF(0, f.height - 34, f.width, 34);
        f.paint = [inner = f.paint, caption, photo, x, h = f.height](Canvas& canvas) {
            inner(canvas);
            canvas.text({x, h - 16.0}, caption, 10, photo ? Rgb{250, 250, 250} : Rgb{40, 40, 45});
        };
        break;
    }
    return f;
}

} // namespace winnow
