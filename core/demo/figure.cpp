// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/figure.h"

#include <algorithm>

namespace winnow {

QString demoCapabilityId(DemoCapability capability)
{
    static constexpr std::array<const char*, kDemoCapabilities> ids{
        "chart", "document", "scene", "math", "spatial", "grounding", "counting", "table", "general"};
    return QString::fromLatin1(ids[size_t(capability)]);
}

Figure makeFigure(DemoCapability capability, DemoRandom& random)
{
    switch (capability) {
    case DemoCapability::Chart:
        return demo::chartFigure(random);
    case DemoCapability::Document:
        return demo::documentFigure(random);
    case DemoCapability::Scene:
        return demo::sceneFigure(random);
    case DemoCapability::Math:
        return demo::mathFigure(random);
    case DemoCapability::Spatial:
        return demo::spatialFigure(random);
    case DemoCapability::Grounding:
        return demo::groundingFigure(random);
    case DemoCapability::Counting:
        return demo::countingFigure(random);
    case DemoCapability::Table:
        return demo::tableFigure(random);
    case DemoCapability::General:
        break;
    }
    return demo::generalFigure(random);
}

namespace demo {

const std::array<NamedColour, 10> kColours{{
    {"red", {205, 45, 40}},
    {"blue", {45, 85, 200}},
    {"green", {40, 140, 60}},
    {"yellow", {235, 200, 30}},
    {"orange", {235, 130, 30}},
    {"purple", {125, 60, 160}},
    {"pink", {235, 130, 175}},
    {"brown", {120, 75, 40}},
    {"teal", {20, 140, 145}},
    {"grey", {125, 125, 125}},
}};

QStringList colourNames()
{
    QStringList names;
    for (const NamedColour& colour : kColours) {
        names.append(QString::fromLatin1(colour.name));
    }
    return names;
}

QStringList wrongNumbers(
    int gold, int smallest, int largest, int step, DemoRandom& random, const QString& suffix)
{
    QVector<int> below;
    QVector<int> above;
    for (int i = 1; i <= 14; ++i) {
        // Unequal steps, so that the options are no ladder with the gold in its middle.
        const int offset = i * step + (step > 2 ? random.below(step) : 0);
        if (gold - offset >= smallest) {
            below.append(gold - offset);
        }
        if (gold + offset <= largest) {
            above.append(gold + offset);
        }
    }
    random.shuffle(below);
    random.shuffle(above);
    QStringList wrong;
    const double share = random.uniform();
    while (wrong.size() < 9 && !(below.isEmpty() && above.isEmpty())) {
        const bool down = above.isEmpty() || (!below.isEmpty() && random.chance(share));
        const QString text = QString::number((down ? below : above).takeLast()) + suffix;
        if (!wrong.contains(text)) {
            wrong.append(text);
        }
    }
    return wrong;
}

QStringList others(const QStringList& from, const QString& gold, DemoRandom& random)
{
    QStringList list;
    for (const QString& entry : from) {
        if (entry != gold && !list.contains(entry)) {
            list.append(entry);
        }
    }
    random.shuffle(list);
    return list;
}

std::function<void(Canvas&)> photoGround(DemoRandom& random)
{
    const int base = random.between(20, 60);
    const int span = random.between(100, 150);
    const auto shade = [&](int value) {
        return Rgb{std::clamp(value + random.between(-18, 18), 0, 255),
            std::clamp(value + random.between(-18, 18), 0, 255),
            std::clamp(value + random.between(-18, 18), 0, 255)};
    };
    const Rgb dark = shade(base);
    const Rgb bright = shade(base + span);
    const bool brightTop = random.chance(0.5);
    const quint64 seed = random.next();
    return [=](Canvas& canvas) {
        canvas.gradient(brightTop ? bright : dark, brightTop ? dark : bright);
        // Scattered leaves and pebbles: what is sharp in a photo of the outdoors.
        DemoRandom scatter(seed);
        const int pieces = canvas.width() * canvas.height() / 900;
        for (int i = 0; i < pieces; ++i) {
            const QPointF at(scatter.uniform(0, canvas.width()), scatter.uniform(0, canvas.height()));
            const double down = at.y() / canvas.height();
            const int shift = (scatter.chance(0.5) ? 1 : -1) * scatter.between(36, 72);
            const int tone = std::clamp(base + int(span * (brightTop ? 1 - down : down)) + shift, 5, 235);
            const QPointF along(scatter.uniform(-7, 7), scatter.uniform(-5, 5));
            canvas.line(at, at + along,
                {tone, std::max(0, tone - scatter.below(16)), std::max(0, tone - scatter.below(24))},
                scatter.between(3, 6));
        }
        canvas.noise(quint32(seed), 5);
    };
}

} // namespace demo

} // namespace winnow
