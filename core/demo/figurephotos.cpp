// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/figure.h"

#include <cmath>

// Figures shaded like photos: signs, object layouts, counting, little landscapes.

namespace winnow::demo {

namespace {

const Rgb kInk{25, 25, 30};
const Rgb kWhite{250, 250, 250};

const QStringList kShapes{QStringLiteral("circle"), QStringLiteral("square"), QStringLiteral("triangle"),
    QStringLiteral("star"), QStringLiteral("diamond"), QStringLiteral("cross")};

const QStringList kSignWords{QStringLiteral("BAKERY"), QStringLiteral("HARBOUR"), QStringLiteral("LIBRARY"),
    QStringLiteral("MARKET"), QStringLiteral("MUSEUM"), QStringLiteral("STATION"), QStringLiteral("THEATRE"),
    QStringLiteral("PHARMACY"), QStringLiteral("GARDEN"), QStringLiteral("CINEMA"), QStringLiteral("BRIDGE"),
    QStringLiteral("FERRY"), QStringLiteral("HOTEL"), QStringLiteral("SCHOOL"), QStringLiteral("TAVERN"),
    QStringLiteral("CASTLE")};

struct Thing {
    int shape = 0;
    int colour = 0;
    QPointF at;
    double size = 20;
    QString name() const
    {
        return QString::fromLatin1(kColours[size_t(colour)].name) + u' ' + kShapes[shape];
    }
};

void paintThing(Canvas& canvas, const Thing& thing)
{
    const Rgb colour = kColours[size_t(thing.colour)].rgb;
    const double s = thing.size;
    const QPointF c = thing.at;
    QVector<QPointF> points;
    switch (thing.shape) {
    case 0:
        canvas.fillCircle(c, s, colour);
        canvas.circle(c, s, kInk);
        return;
    case 1:
        points = {c + QPointF(-s, -s), c + QPointF(s, -s), c + QPointF(s, s), c + QPointF(-s, s)};
        break;
    case 2:
        points = {c + QPointF(0, -s), c + QPointF(s, s * 0.8), c + QPointF(-s, s * 0.8)};
        break;
    case 3:
        for (int i = 0; i < 10; ++i) {
            const double radius = i % 2 == 0 ? s * 1.15 : s * 0.5;
            const double angle = -M_PI / 2 + i * M_PI / 5;
            points.append(c + QPointF(radius * std::cos(angle), radius * std::sin(angle)));
        }
        break;
    case 4:
        points = {c + QPointF(0, -s * 1.2), c + QPointF(s * 0.8, 0), c + QPointF(0, s * 1.2),
            c + QPointF(-s * 0.8, 0)};
        break;
    default: {
        const double t = s * 0.35;
        points = {c + QPointF(-t, -s), c + QPointF(t, -s), c + QPointF(t, -t), c + QPointF(s, -t),
            c + QPointF(s, t), c + QPointF(t, t), c + QPointF(t, s), c + QPointF(-t, s), c + QPointF(-t, t),
            c + QPointF(-s, t), c + QPointF(-s, -t), c + QPointF(-t, -t)};
        break;
    }
    }
    canvas.fillPolygon(points, colour);
    canvas.polygon(points, kInk);
}

Figure photoOf(DemoRandom& random)
{
    Figure f;
    f.photo = true;
    f.width = random.between(400, 600);
    f.height = random.between(320, 460);
    return f;
}

/// `count` things of different names at places that do not touch.
QVector<Thing> layout(int count, const Figure& f, DemoRandom& random, double size)
{
    QVector<Thing> things;
    for (int tries = 0; things.size() < count && tries < 4000; ++tries) {
        Thing thing{random.below(int(kShapes.size())), random.below(9),
            {random.uniform(size + 12, f.width - size - 12), random.uniform(size + 12, f.height - size - 12)},
            size};
        bool free = true;
        for (const Thing& other : things) {
            const QPointF d = other.at - thing.at;
            free = free && std::hypot(d.x(), d.y()) > 2.6 * size && other.name() != thing.name();
        }
        if (free) {
            things.append(thing);
        }
    }
    return things;
}

QStringList thingNames(DemoRandom& random)
{
    QStringList names;
    for (int i = 0; i < 24; ++i) {
        names.append(Thing{random.below(int(kShapes.size())), random.below(9), {}, 0}.name());
    }
    names.removeDuplicates();
    return names;
}

QStringList namesOf(const QVector<Thing>& things)
{
    QStringList names;
    for (const Thing& thing : things) {
        names.append(thing.name());
    }
    return names;
}

} // namespace

Figure sceneFigure(DemoRandom& random)
{
    Figure f = photoOf(random);
    const auto ground = photoGround(random);
    const Rgb board = random.pick(kColours).rgb;
    const double bw = f.width * random.uniform(0.45, 0.7);
    const double bh = random.uniform(70, 120);
    const QRectF box(
        (f.width - bw) * random.uniform(0.2, 0.8), f.height * random.uniform(0.12, 0.35), bw, bh);
    const QString word = random.pick(kSignWords);
    const int number = random.between(11, 98);
    const bool asksNumber = random.chance(0.45);
    f.target = box;
    f.lucky = 0.004;
    if (asksNumber) {
        f.category = QStringLiteral("number");
        f.question = random.chance(0.5)
            ? QStringLiteral("Which number is on the %1 sign?").arg(word.toLower())
            : QStringLiteral("What distance in km does the sign to the %1 give?").arg(word.toLower());
        f.gold = QString::number(number);
        f.wrong = wrongNumbers(number, 11, 98, 3, random);
    } else {
        f.category = QStringLiteral("word");
        f.question = QStringLiteral("What does the sign with the number %1 say?").arg(number);
        f.gold = word;
        f.wrong = others(kSignWords, word, random);
    }
    f.vagueQuestion = QStringLiteral("What does the sign show?");
    f.vagueAnswers = {f.gold, asksNumber ? word : QString::number(number)};
    const int houses = random.between(2, 4);
    const quint64 houseSeed = random.next();
    f.paint = [=, w = f.width, h = f.height](Canvas& canvas) {
        ground(canvas);
        DemoRandom r(houseSeed);
        for (int i = 0; i < houses; ++i) {
            const double x = r.uniform(0, w * 0.8);
            const double hw = r.uniform(60, 140);
            const double hh = r.uniform(80, h * 0.45);
            const int tone = r.between(60, 190);
            canvas.fillRect({x, h - hh, hw, hh}, {tone, tone - r.below(40), tone - r.below(50)});
            for (double wy = h - hh + 12; wy < h - 30; wy += 30) {
                for (double wx = x + 10; wx < x + hw - 18; wx += 26) {
                    canvas.fillRect({wx, wy, 12, 16}, r.chance(0.4) ? Rgb{235, 215, 120} : Rgb{60, 70, 90});
                }
            }
        }
        canvas.fillRect({box.center().x() - 4, box.bottom(), 8, h - box.bottom()}, {70, 70, 75});
        canvas.fillRect(box, board);
        canvas.rect(box.adjusted(4, 4, -4, -4), kWhite, 2);
        const double size = std::min(24.0, bw / (double(word.size()) * 1.25));
        canvas.text({box.center().x(), box.center().y() - 2}, word, size, kWhite, TextAnchor::Centre, 2);
        canvas.text({box.center().x(), box.bottom() - 14}, QString::number(number), 16, kWhite,
            TextAnchor::Centre, 2);
    };
    return f;
}

Figure spatialFigure(DemoRandom& random)
{
    Figure f = photoOf(random);
    const auto ground = photoGround(random);
    QVector<Thing> things = layout(random.between(4, 6), f, random, random.uniform(17, 25));
    const int anchor = random.below(int(things.size()));
    f.category = QStringLiteral("nearest");
    int best = -1;
    const int kind = random.below(3);
    if (kind == 0) {
        double nearest = 1e9;
        for (int i = 0; i < things.size(); ++i) {
            const QPointF d = things[i].at - things[anchor].at;
            const double distance = std::hypot(d.x(), d.y());
            if (i != anchor && distance < nearest) {
                nearest = distance;
                best = i;
            }
        }
        f.question = QStringLiteral("Which object is closest to the %1?").arg(things[anchor].name());
    } else {
        const bool horizontal = kind == 1;
        const bool least = random.chance(0.5);
        for (int i = 0; i < things.size(); ++i) {
            const auto value = [&](int j) { return horizontal ? things[j].at.x() : things[j].at.y(); };
            if (best < 0 || (least ? value(i) < value(best) : value(i) > value(best))) {
                best = i;
            }
        }
        f.category = horizontal ? QStringLiteral("left-right") : QStringLiteral("top-bottom");
        const char* where = horizontal ? (least ? "furthest to the left" : "furthest to the right")
                                       : (least ? "nearest to the top edge" : "nearest to the bottom edge");
        f.question = QStringLiteral("Which object is %1?").arg(QString::fromLatin1(where));
    }
    f.gold = things[best].name();
    f.wrong = others(namesOf(things), f.gold, random) + others(thingNames(random), f.gold, random);
    f.wrong.removeDuplicates();
    f.vagueQuestion = QStringLiteral("Which object is closest?");
    f.vagueAnswers = QStringList{f.gold} + others(namesOf(things), f.gold, random);
    f.target = QRectF(things[best].at - QPointF(34, 34), QSizeF(68, 68));
    f.paint = [=](Canvas& canvas) {
        ground(canvas);
        for (const Thing& thing : things) {
            paintThing(canvas, thing);
        }
    };
    return f;
}

Figure groundingFigure(DemoRandom& random)
{
    Figure f = photoOf(random);
    const auto ground = photoGround(random);
    const int rows = random.between(3, 4);
    const int columns = random.between(4, 5);
    const double w = double(f.width) / columns;
    const double h = double(f.height) / rows;
    QVector<int> cells;
    for (int i = 0; i < rows * columns; ++i) {
        cells.append(i);
    }
    random.shuffle(cells);
    QVector<Thing> things;
    QVector<int> cellOf;
    const int count = random.between(4, 7);
    while (things.size() < count) {
        const int cell = cells[things.size()];
        Thing thing{random.below(int(kShapes.size())), random.below(9),
            {(cell % columns + random.uniform(0.36, 0.64)) * w,
                (cell / columns + random.uniform(0.38, 0.62)) * h},
            std::min(w, h) * random.uniform(0.17, 0.24)};
        if (!namesOf(things).contains(thing.name())) {
            things.append(thing);
            cellOf.append(cell);
        }
    }
    const auto cellName = [&](int cell) {
        return QStringLiteral("%1%2").arg(QChar(u'P' + cell / columns)).arg(cell % columns + 1);
    };
    const int asked = random.below(count);
    f.gold = cellName(cellOf[asked]);
    QStringList all;
    for (int cell : cells) {
        all.append(cellName(cell));
    }
    f.category = QStringLiteral("cell");
    f.question = QStringLiteral("In which grid cell is the %1? (rows P to %2 from the top, columns from 1)")
                     .arg(things[asked].name())
                     .arg(QChar(u'P' + rows - 1));
    f.wrong = others(all, f.gold, random);
    f.vagueQuestion = QStringLiteral("In which grid cell is the object?");
    f.vagueAnswers = {f.gold};
    for (int i = 0; i < count; ++i) {
        if (i != asked) {
            f.vagueAnswers.append(cellName(cellOf[i]));
        }
    }
    f.lucky = 0.03;
    f.target = QRectF(cellOf[asked] % columns * w, cellOf[asked] / columns * h, w, h);
    f.paint = [=](Canvas& canvas) {
        ground(canvas);
        for (int c = 1; c < columns; ++c) {
            canvas.line({c * w, 0}, {c * w, rows * h}, {215, 215, 215});
        }
        for (int r = 1; r < rows; ++r) {
            canvas.line({0, r * h}, {columns * w, r * h}, {215, 215, 215});
        }
        for (const Thing& thing : things) {
            paintThing(canvas, thing);
        }
    };
    return f;
}

Figure countingFigure(DemoRandom& random)
{
    Figure f = photoOf(random);
    const auto ground = photoGround(random);
    const int shape = random.below(int(kShapes.size()));
    const int colour = random.below(9);
    const int gold = random.between(3, 13);
    const int distractors = random.between(4, 10);
    QVector<Thing> things;
    const double size = 14;
    for (int tries = 0; things.size() < gold + distractors && tries < 20000; ++tries) {
        Thing thing{shape, colour, {random.uniform(24, f.width - 24), random.uniform(24, f.height - 24)},
            size * random.uniform(0.8, 1.15)};
        if (things.size() >= gold) {
            // Same shape or same colour, never both.
            if (random.chance(0.5)) {
                thing.colour = (colour + 1 + random.below(8)) % 9;
            } else {
                thing.shape = (shape + 1 + random.below(5)) % 6;
            }
        }
        bool free = true;
        for (const Thing& other : things) {
            const QPointF d = other.at - thing.at;
            free = free && std::hypot(d.x(), d.y()) > 2.5 * size;
        }
        if (free) {
            things.append(thing);
        }
    }
    const auto count
        = [&](auto matches) { return int(std::count_if(things.begin(), things.end(), matches)); };
    const int exact = count([&](const Thing& t) { return t.shape == shape && t.colour == colour; });
    f.category = QStringLiteral("count");
    f.question = QStringLiteral("How many %1%2 are in the picture?")
                     .arg(Thing{shape, colour, {}, 0}.name(),
                         shape == 5 ? QStringLiteral("es") : QStringLiteral("s"));
    f.gold = QString::number(exact);
    f.wrong = wrongNumbers(exact, 3, 13, 1, random);
    f.vagueQuestion = QStringLiteral("How many are in the picture?");
    f.vagueAnswers = {f.gold, QString::number(int(things.size())),
        QString::number(count([&](const Thing& t) { return t.shape == shape; })),
        QString::number(count([&](const Thing& t) { return t.colour == colour; }))};
    f.vagueAnswers.removeDuplicates();
    f.lucky = exact <= 5 ? 0.1 : 0.05;
    f.target = QRectF(0, 0, f.width, f.height);
    random.shuffle(things);
    f.paint = [=](Canvas& canvas) {
        ground(canvas);
        for (const Thing& thing : things) {
            paintThing(canvas, thing);
        }
    };
    return f;
}

Figure generalFigure(DemoRandom& random)
{
    Figure f = photoOf(random);
    struct Part {
        const char* name;
        int colour;
    };
    QVector<int> colours;
    for (int i = 0; i < 9; ++i) {
        colours.append(i);
    }
    random.shuffle(colours);
    const QVector<Part> parts{
        {"roof", colours[0]}, {"door", colours[1]}, {"car", colours[2]}, {"flag", colours[3]}};
    const Part asked = parts[random.below(int(parts.size()))];
    f.category = QStringLiteral("colour");
    f.question = QStringLiteral("What colour is the %1?").arg(QString::fromLatin1(asked.name));
    f.gold = QString::fromLatin1(kColours[size_t(asked.colour)].name);
    f.wrong = others(colourNames(), f.gold, random);
    f.vagueQuestion = QStringLiteral("What colour is it?");
    f.vagueAnswers = {f.gold};
    for (const Part& part : parts) {
        f.vagueAnswers.append(QString::fromLatin1(kColours[size_t(part.colour)].name));
    }
    f.vagueAnswers.removeDuplicates();
    f.lucky = 0.08;
    const auto ground = photoGround(random);
    const double houseX = random.uniform(0.12, 0.4) * f.width;
    const double carX = random.uniform(0.55, 0.75) * f.width;
    const double ground0 = f.height * random.uniform(0.72, 0.82);
    const double hw = random.uniform(100, 140);
    const double hh = random.uniform(80, 110);
    const bool sun = random.chance(0.5);
    const quint32 noise = quint32(random.next());
    const auto rgb = [parts](int i) { return kColours[size_t(parts[i].colour)].rgb; };
    f.target = QRectF(0, 0, f.width, f.height);
    f.paint = [=, w = f.width, h = f.height](Canvas& canvas) {
        ground(canvas);
        canvas.fillRect({0, ground0, double(w), h - ground0}, {70, 100, 60});
        if (sun) {
            canvas.fillCircle({w * 0.85, h * 0.15}, 28, {245, 225, 120});
        }
        canvas.fillRect({houseX, ground0 - hh, hw, hh}, {200, 190, 170});
        canvas.fillPolygon({{houseX - 14, ground0 - hh}, {houseX + hw + 14, ground0 - hh},
                               {houseX + hw / 2, ground0 - hh - 50}},
            rgb(0));
        canvas.fillRect({houseX + hw * 0.4, ground0 - 46, 28, 46}, rgb(1));
        canvas.fillRect({houseX + 12, ground0 - hh + 18, 24, 24}, {90, 110, 140});
        canvas.fillRect({carX, ground0 - 30, 96, 24}, rgb(2));
        canvas.fillPolygon({{carX + 16, ground0 - 30}, {carX + 32, ground0 - 52}, {carX + 68, ground0 - 52},
                               {carX + 82, ground0 - 30}},
            rgb(2));
        canvas.fillCircle({carX + 22, ground0 - 4}, 11, kInk);
        canvas.fillCircle({carX + 74, ground0 - 4}, 11, kInk);
        canvas.line({carX + 40, ground0 - 60}, {carX + 40, ground0 - 140}, kInk, 3);
        canvas.fillRect({carX + 42, ground0 - 140, 52, 32}, rgb(3));
        canvas.noise(noise, 6);
    };
    return f;
}

} // namespace winnow::demo
