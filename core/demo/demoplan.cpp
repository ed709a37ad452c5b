// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demoplan.h"

#include <algorithm>

namespace winnow::demo {

namespace {

/// Samples of a thousand that get the plant.
struct Quota {
    Plant plant;
    int perThousand;
};
constexpr Quota kQuotas[] = {
    {Plant::LabelConflict, 9},
    {Plant::DuplicateExact, 10},
    {Plant::DuplicateNear, 12},
    {Plant::CrossSplit, 7},
    {Plant::TextPrior, 66},
    {Plant::Guessable, 36},
    {Plant::Light, 8},
    {Plant::Blurry, 8},
    {Plant::LowInformation, 6},
    {Plant::Dark, 8},
    {Plant::Grayscale, 8},
    {Plant::OddAspect, 8},
    {Plant::OddSize, 6},
    {Plant::PositionBias, 15},
    {Plant::Inflated, 24},
    {Plant::Malformed, 15},
    {Plant::Frontier, 14},
    {Plant::BlindSolvable, 60},
    {Plant::LabelIncorrect, 34},
    {Plant::LabelAmbiguous, 20},
    {Plant::ImageInsufficient, 18},
    {Plant::Saturated, 36},
    {Plant::Negative, 14},
    {Plant::ParserLoss, 12},
};

bool isPair(Plant plant)
{
    return plant == Plant::LabelConflict || plant == Plant::DuplicateExact || plant == Plant::DuplicateNear
        || plant == Plant::CrossSplit;
}

bool isPhoto(DemoCapability capability)
{
    return capability == DemoCapability::Scene || capability == DemoCapability::Spatial
        || capability == DemoCapability::Grounding || capability == DemoCapability::Counting
        || capability == DemoCapability::General;
}

bool suits(Plant plant, DemoCapability capability)
{
    switch (plant) {
    case Plant::TextPrior:
        return priorPhrases(capability) > 0;
    case Plant::Guessable:
        return capability == DemoCapability::Chart || capability == DemoCapability::Spatial;
    case Plant::Light:
    case Plant::LowInformation:
        return isPhoto(capability);
    case Plant::Blurry:
        // Where the ground is one wide gradient: elsewhere even a hopeless blur keeps the flat colours that
        // cleanvision takes for a drawing.
        return capability == DemoCapability::Spatial || capability == DemoCapability::Grounding
            || capability == DemoCapability::Counting;
    default:
        return true;
    }
}

bool needsOptions(Plant plant)
{
    return plant == Plant::Guessable || plant == Plant::PositionBias || plant == Plant::Inflated
        || plant == Plant::Malformed || plant == Plant::LabelConflict;
}

/// Which slot gets which plant. Slots are in dataset order; places are drawn, so that nothing shows from
/// outside.
void assignPlants(QVector<Item>& items, DemoRandom& random)
{
    QVector<int> order;
    for (int i = 0; i < items.size(); ++i) {
        order.append(i);
    }
    for (const Quota& quota : kQuotas) {
        const int wanted = std::max(1, int((items.size() * qint64(quota.perThousand) + 500) / 1000));
        random.shuffle(order);
        int given = 0;
        for (int i = 0; i < order.size() && given < wanted; ++i) {
            Item& item = items[order[i]];
            if (item.plant != Plant::None || !suits(quota.plant, item.capability)) {
                continue;
            }
            if (isPair(quota.plant)) {
                const auto partner = std::find_if(order.begin() + i + 1, order.end(), [&](int j) {
                    return items[j].plant == Plant::None && items[j].capability == item.capability;
                });
                if (partner == order.end()) {
                    continue;
                }
                item.plant = Plant::Original;
                items[*partner].plant = quota.plant;
                items[*partner].copyOf = order[i];
                items[*partner].variant = given;
            } else {
                item.plant = quota.plant;
                item.variant = given;
            }
            ++given;
        }
    }
}

int optionCount(DemoRandom& random)
{
    const double draw = random.uniform();
    return draw < 0.70 ? 4 : draw < 0.80 ? 5 : draw < 0.88 ? 3 : draw < 0.94 ? 2 : 10;
}

/// Makes the item multiple choice: the gold at a drawn place, the first of `wrong` around it.
void giveOptions(Item& item, int count, const QStringList& wrong, DemoRandom& random)
{
    count = std::min(count, int(wrong.size()) + 1);
    QStringList options = wrong.mid(0, count - 1);
    random.shuffle(options);
    item.right = random.below(count);
    options.insert(item.right, item.figure.gold);
    item.sample.options = options;
    item.sample.gold = optionLetter(item.right);
    item.valid = {item.right};
}

void plantGuessable(Item& item, DemoRandom& random)
{
    static const QStringList tails{QStringLiteral(", as can be read off the figure when one looks closely"),
        QStringLiteral(", which is what the figure shows for the one asked about"),
        QStringLiteral(", judging by its place in the figure relative to the rest")};
    item.sample.options[item.right] += random.pick(tails);
    item.truth.insert(QStringLiteral("mcq_guessable"));
}

void plantMalformed(Item& item, DemoRandom& random)
{
    QStringList& options = item.sample.options;
    const int other = (item.right + 1 + random.below(int(options.size()) - 1)) % int(options.size());
    switch (item.variant % 3) {
    case 0:
        item.sample.gold = optionLetter(int(options.size()) + random.below(2));
        break;
    case 1:
        options[other] = options[options.size() > 2 ? (other + 1) % options.size() : item.right];
        break;
    default:
        options[other].clear();
        break;
    }
    item.truth.insert(QStringLiteral("mcq_malformed"));
}

void plantParserLoss(Item& item, DemoRandom& random)
{
    item.truth.insert(QStringLiteral("parser_loss"));
    if (item.variant == 5) {
        QString filler;
        while (filler.size() < 32767) {
            filler += QStringLiteral("The page continues with line %1. ").arg(random.between(100, 999));
        }
        item.sample.hint = filler.left(32767);
        return;
    }
    switch (item.variant % 3) {
    case 0:
        item.sample.question = QStringLiteral("<image 1> and <image 2>: ") + item.sample.question;
        break;
    case 1: {
        bool number = false;
        item.figure.gold.toInt(&number);
        if (number && !item.sample.isMcq()) {
            item.sample.gold = item.figure.gold + QStringLiteral(".0");
            break;
        }
        [[fallthrough]];
    }
    default:
        if (item.sample.isMcq()) {
            const int other = (item.right + 1) % int(item.sample.options.size());
            item.sample.options[other] = QStringLiteral("nan");
        } else {
            item.sample.question = QStringLiteral("<image 1><image 2> ") + item.sample.question;
        }
        break;
    }
}

void plantWrongGold(Item& item, DemoRandom& random)
{
    if (item.sample.isMcq()) {
        const int count = int(item.sample.options.size());
        item.sample.gold = optionLetter((item.right + 1 + random.below(count - 1)) % count);
    } else {
        item.sample.gold = random.pick(item.figure.wrong);
    }
    item.truth.insert(QStringLiteral("label_incorrect"));
}

void makeItem(Item& item, DemoRandom& random)
{
    Figure& figure = item.figure;
    switch (item.plant) {
    case Plant::BlindSolvable:
        figure = makeBlindFigure(item.capability, random);
        break;
    case Plant::TextPrior:
        figure = makePriorFigure(item.capability, item.variant / 3 % priorPhrases(item.capability), random);
        break;
    default:
        figure = makeFigure(item.capability, random);
        break;
    }
    item.difficulty = -0.15 + 0.9 * random.normal();
    item.discrimination = random.uniform(0.75, 1.5);
    item.sample.question = figure.question;
    item.sample.category = figure.category;
    item.sample.split = random.chance(0.15) ? QStringLiteral("val") : QStringLiteral("test");
    item.sample.gold = figure.gold;
    item.validTexts = {figure.gold};
    if (item.plant == Plant::LabelAmbiguous) {
        // Two or three readings, each plain to see.
        item.validTexts += others(figure.vagueAnswers, figure.gold, random).mid(0, random.between(1, 2));
        item.difficulty = std::min(item.difficulty, -0.9);
    }
    const bool mcq = needsOptions(item.plant) || (item.plant != Plant::Frontier && random.chance(0.68));
    const bool ambiguous = item.plant == Plant::LabelAmbiguous;
    if (mcq) {
        // With two options nothing can be told from luck.
        const bool wantsFour = needsOptions(item.plant) || ambiguous || item.plant == Plant::BlindSolvable
            || item.plant == Plant::Negative;
        const int count = item.plant == Plant::PositionBias || item.plant == Plant::Guessable
            ? 4
            : std::max(optionCount(random), wantsFour ? 4 : 2);
        QStringList wrong = figure.wrong;
        if (ambiguous) {
            wrong = item.validTexts.mid(1) + wrong;
            wrong.removeDuplicates();
        }
        giveOptions(item, count, wrong, random);
    }
    switch (item.plant) {
    case Plant::LabelAmbiguous:
        item.sample.question = figure.vagueQuestion;
        for (int i = 0; i < item.sample.options.size(); ++i) {
            if (i != item.right && item.validTexts.contains(item.sample.options[i])) {
                item.valid.append(i);
            }
        }
        item.truth.insert(QStringLiteral("label_ambiguous"));
        break;
    case Plant::LabelIncorrect:
        plantWrongGold(item, random);
        break;
    case Plant::Guessable:
        plantGuessable(item, random);
        break;
    case Plant::Malformed:
        plantMalformed(item, random);
        break;
    case Plant::ParserLoss:
        plantParserLoss(item, random);
        break;
    case Plant::PositionBias:
        item.truth.insert(QStringLiteral("mcq_position_bias"));
        item.truth.insert(QStringLiteral("mcq_inflated"));
        break;
    case Plant::Inflated:
        item.truth.insert(QStringLiteral("mcq_inflated"));
        break;
    case Plant::BlindSolvable:
        item.truth.insert(QStringLiteral("blind_solvable"));
        break;
    case Plant::TextPrior:
        item.truth.insert(QStringLiteral("text_prior"));
        break;
    case Plant::ImageInsufficient:
        item.edit = item.variant % 2 == 0 ? Edit::Cover : Edit::Pixelate;
        item.truth.insert(QStringLiteral("image_insufficient"));
        if (item.edit == Edit::Cover && isBlankWhenCovered(figure)) {
            item.truth.insert(QStringLiteral("light"));
            item.truth.insert(QStringLiteral("low_information"));
        }
        break;
    case Plant::Dark:
        item.edit = Edit::Dark;
        item.truth.insert(QStringLiteral("dark"));
        break;
    case Plant::Light:
        item.edit = Edit::Light;
        item.truth.insert(QStringLiteral("light"));
        break;
    case Plant::Blurry:
        item.edit = Edit::Blur;
        item.truth.insert(QStringLiteral("blurry"));
        break;
    case Plant::LowInformation:
        item.edit = Edit::Flatten;
        item.truth.insert(QStringLiteral("low_information"));
        item.truth.insert(QStringLiteral("image_insufficient"));
        break;
    case Plant::Grayscale:
        item.edit = Edit::Grey;
        item.truth.insert(QStringLiteral("grayscale"));
        break;
    case Plant::OddAspect:
        item.edit = Edit::Strip;
        item.truth.insert(QStringLiteral("odd_aspect_ratio"));
        break;
    case Plant::OddSize:
        item.edit = Edit::Enlarge;
        item.truth.insert(QStringLiteral("odd_size"));
        break;
    case Plant::None:
        if (random.chance(0.1)) {
            item.blindFamily = random.below(10);
        }
        break;
    default:
        break;
    }
}

void makeCopy(Item& copy, Item& original, DemoRandom& random)
{
    const Sample own = copy.sample;
    const Plant plant = copy.plant;
    const int variant = copy.variant;
    const int of = copy.copyOf;
    const bool near = plant == Plant::DuplicateNear || (plant == Plant::CrossSplit && variant % 2 == 1);
    if (plant == Plant::LabelConflict && !original.sample.isMcq()) {
        giveOptions(original, 4, original.figure.wrong, random);
    }
    copy = original;
    copy.plant = plant;
    copy.variant = variant;
    copy.copyOf = of;
    copy.sample.dataset = own.dataset;
    copy.sample.capability = own.capability;
    copy.sample.sourceIndex = own.sourceIndex;
    copy.sample.position = own.position;
    const auto both = [&](const char* kind) {
        copy.truth.insert(QString::fromLatin1(kind));
        original.truth.insert(QString::fromLatin1(kind));
    };
    if (plant == Plant::CrossSplit) {
        original.sample.split = QStringLiteral("val");
        copy.sample.split = QStringLiteral("test");
        both("duplicate_cross_split");
    }
    both(near ? "duplicate_near" : "duplicate_exact");
    if (near) {
        static constexpr Edit edits[] = {Edit::Recompress, Edit::Shrink, Edit::Brighten};
        copy.edit = edits[variant % 3];
        if (random.chance(0.5)) {
            copy.sample.question.replace(QLatin1String("What is"), QLatin1String("What's"));
            copy.sample.question.replace(QLatin1String("Which "), QLatin1String("Tell which "));
        }
    }
    if (plant == Plant::LabelConflict) {
        plantWrongGold(copy, random);
        both("label_conflict");
    }
}

} // namespace

QVector<Item> planItems(const DemoOptions& options, const QStringList& datasets)
{
    QVector<Item> items(options.samples);
    int at = 0;
    for (int c = 0; c < kDemoCapabilities; ++c) {
        const int count
            = options.samples / kDemoCapabilities + (c < options.samples % kDemoCapabilities ? 1 : 0);
        for (int i = 0; i < count; ++i, ++at) {
            Item& item = items[at];
            item.capability = DemoCapability(c);
            item.sample.dataset = datasets[c];
            item.sample.capability = demoCapabilityId(item.capability);
            item.sample.sourceIndex = QString::number(i);
            item.sample.position = i;
        }
    }
    DemoRandom random(options.seed, 1);
    assignPlants(items, random);
    for (int i = 0; i < items.size(); ++i) {
        if (items[i].copyOf < 0) {
            DemoRandom own(options.seed, 2, i);
            makeItem(items[i], own);
        }
    }
    for (int i = 0; i < items.size(); ++i) {
        if (items[i].copyOf >= 0) {
            DemoRandom own(options.seed, 3, i);
            makeCopy(items[i], items[items[i].copyOf], own);
        }
    }
    return items;
}

} // namespace winnow::demo
