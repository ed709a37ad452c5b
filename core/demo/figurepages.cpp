// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/figure.h"

#include <algorithm>
#include <numeric>

// Figures on white pages: charts, documents, tables and flow diagrams, geometry.

namespace winnow::demo {

namespace {

const QStringList kThings{QStringLiteral("Apples"), QStringLiteral("Bread"), QStringLiteral("Coffee"),
    QStringLiteral("Dates"), QStringLiteral("Eggs"), QStringLiteral("Flour"), QStringLiteral("Grapes"),
    QStringLiteral("Honey"), QStringLiteral("Juice"), QStringLiteral("Kale"), QStringLiteral("Lemons"),
    QStringLiteral("Milk"), QStringLiteral("Nuts"), QStringLiteral("Olives"), QStringLiteral("Pasta"),
    QStringLiteral("Rice"), QStringLiteral("Salt"), QStringLiteral("Tea")};
const QStringList kTowns{QStringLiteral("Arden"), QStringLiteral("Belmar"), QStringLiteral("Corvo"),
    QStringLiteral("Dunmere"), QStringLiteral("Eskale"), QStringLiteral("Farlow"), QStringLiteral("Gorse"),
    QStringLiteral("Hesper"), QStringLiteral("Ivane"), QStringLiteral("Joram"), QStringLiteral("Kestrel"),
    QStringLiteral("Lunde"), QStringLiteral("Morven"), QStringLiteral("Norvale"), QStringLiteral("Oster")};
const QStringList kPeople{QStringLiteral("Ada Quill"), QStringLiteral("Ben Harrow"),
    QStringLiteral("Cleo Marsh"), QStringLiteral("Dov Lantern"), QStringLiteral("Elif Stone"),
    QStringLiteral("Finn Castor"), QStringLiteral("Gia Rowan"), QStringLiteral("Hugo Fenn"),
    QStringLiteral("Iris Vale"), QStringLiteral("Jon Pike"), QStringLiteral("Kira Moss"),
    QStringLiteral("Leo Brandt")};
const QStringList kSteps{QStringLiteral("Collect"), QStringLiteral("Wash"), QStringLiteral("Sort"),
    QStringLiteral("Press"), QStringLiteral("Heat"), QStringLiteral("Cool"), QStringLiteral("Filter"),
    QStringLiteral("Pack"), QStringLiteral("Label"), QStringLiteral("Ship"), QStringLiteral("Weigh"),
    QStringLiteral("Inspect")};

const Rgb kInk{30, 30, 35};
const Rgb kRule{170, 170, 175};

QStringList chosen(const QStringList& from, int count, DemoRandom& random)
{
    QStringList list = from;
    random.shuffle(list);
    return list.mid(0, count);
}

Rgb seriesColour(DemoRandom& random)
{
    return random.pick(kColours).rgb;
}

Figure pageOf(DemoRandom& random)
{
    Figure figure;
    figure.width = random.between(380, 600);
    figure.height = random.between(300, 460);
    const int tint = random.between(246, 255);
    figure.background = {tint, tint, random.between(244, 255)};
    return figure;
}

Figure barChart(DemoRandom& random)
{
    Figure f = pageOf(random);
    const int count = random.between(4, 7);
    const QStringList labels = chosen(kThings, count, random);
    QVector<int> values;
    while (values.size() < count) {
        const int value = random.between(8, 95);
        if (!values.contains(value)) {
            values.append(value);
        }
    }
    int asked = random.below(count);
    const int kind = random.below(3);
    if (kind == 0) {
        f.category = QStringLiteral("value");
        f.question = QStringLiteral("What is the value of %1 in the bar chart?").arg(labels[asked]);
        f.gold = QString::number(values[asked]);
        f.wrong = wrongNumbers(values[asked], 8, 95, 3, random);
        f.vagueQuestion = QStringLiteral("What is the value in the bar chart?");
        for (int value : values) {
            f.vagueAnswers.append(QString::number(value));
        }
    } else if (kind == 1) {
        const bool most = random.chance(0.5);
        const auto best = most ? std::max_element(values.begin(), values.end())
                               : std::min_element(values.begin(), values.end());
        f.category = QStringLiteral("extremum");
        f.question = QStringLiteral("Which product has the %1 bar?")
                         .arg(most ? QStringLiteral("highest") : QStringLiteral("lowest"));
        asked = int(best - values.begin());
        f.gold = labels[asked];
        // The drawn ones first: a wrong answer is plausible when it is in the picture.
        f.wrong = others(labels, f.gold, random) + others(kThings, f.gold, random);
        f.vagueQuestion = QStringLiteral("Which product stands out in the chart?");
        f.vagueAnswers = labels;
    } else {
        int second = random.below(count - 1);
        second += second >= asked ? 1 : 0;
        const int difference = std::abs(values[asked] - values[second]);
        f.category = QStringLiteral("difference");
        f.question = QStringLiteral("By how much do %1 and %2 differ?").arg(labels[asked], labels[second]);
        f.gold = QString::number(difference);
        f.wrong = wrongNumbers(difference, 1, 87, 2, random);
        f.vagueQuestion = QStringLiteral("By how much do the two bars differ?");
        for (int i = 0; i < count; ++i) {
            if (i != asked) {
                f.vagueAnswers.append(QString::number(std::abs(values[asked] - values[i])));
            }
        }
    }
    f.wrong.removeDuplicates();
    const Rgb colour = seriesColour(random);
    const double left = 46;
    const double bottom = f.height - 40.0;
    const double unit = (f.height - 90.0) / 100;
    const double slot = (f.width - left - 16) / count;
    const bool withNumbers = random.chance(0.7);
    f.target = QRectF(left + asked * slot, 30, slot, f.height - 60);
    const QString title = random.pick(kTowns);
    f.paint = [=, w = f.width](Canvas& canvas) {
        canvas.text({w / 2.0, 22}, QStringLiteral("Sales in ") + title, 12, kInk, TextAnchor::Centre);
        for (int tick = 0; tick <= 100; tick += 20) {
            canvas.line({left, bottom - tick * unit}, {w - 10.0, bottom - tick * unit}, {222, 222, 226});
            canvas.text(
                {left - 6, bottom - tick * unit + 4}, QString::number(tick), 8, kInk, TextAnchor::Right);
        }
        canvas.line({left, bottom}, {w - 10.0, bottom}, kInk, 2);
        for (int i = 0; i < count; ++i) {
            const double x = left + i * slot + slot * 0.18;
            canvas.fillRect({x, bottom - values[i] * unit, slot * 0.64, values[i] * unit}, colour);
            canvas.text({x + slot * 0.32, bottom + 16}, labels[i], std::min(10.0, slot / 6.5), kInk,
                TextAnchor::Centre);
            if (withNumbers) {
                canvas.text({x + slot * 0.32, bottom - values[i] * unit - 5}, QString::number(values[i]), 9,
                    kInk, TextAnchor::Centre);
            }
        }
    };
    return f;
}

Figure lineChart(DemoRandom& random)
{
    Figure f = pageOf(random);
    const int first = random.between(1990, 2012);
    const int count = random.between(6, 9);
    QVector<int> values;
    while (values.size() < count) {
        const int value = random.between(5, 98);
        if (!values.contains(value)) {
            values.append(value);
        }
    }
    QStringList years;
    for (int i = 0; i < count; ++i) {
        years.append(QString::number(first + i));
    }
    const int best = int(std::max_element(values.begin(), values.end()) - values.begin());
    const QString town = random.pick(kTowns);
    f.category = QStringLiteral("trend");
    f.question = QStringLiteral("In which year does the line for %1 reach its peak?").arg(town);
    f.gold = years[best];
    f.wrong
        = others(years, f.gold, random) + wrongNumbers(first + best, first - 3, first + count + 2, 1, random);
    f.wrong.removeDuplicates();
    f.vagueQuestion = QStringLiteral("Which year is shown by the line for %1?").arg(town);
    f.vagueAnswers = years;
    const Rgb colour = seriesColour(random);
    const double step = (f.width - 80.0) / (count - 1);
    const double unit = (f.height - 90.0) / 100;
    f.target = QRectF(50 + best * step - 25, 30, 50, f.height - 40);
    f.paint = [=, w = f.width, h = f.height](Canvas& canvas) {
        canvas.text({w / 2.0, 22}, QStringLiteral("Visitors, ") + town, 12, kInk, TextAnchor::Centre);
        canvas.line({50, 34}, {50, h - 40.0}, kInk, 2);
        canvas.line({50, h - 40.0}, {w - 20.0, h - 40.0}, kInk, 2);
        QVector<QPointF> points;
        for (int i = 0; i < count; ++i) {
            points.append({50 + i * step, h - 40 - values[i] * unit});
            canvas.text({50 + i * step, h - 24.0}, years[i], 8, kInk, TextAnchor::Centre);
        }
        for (int tick = 0; tick <= 100; tick += 25) {
            canvas.text({44, h - 36 - tick * unit}, QString::number(tick), 8, kInk, TextAnchor::Right);
        }
        canvas.polyline(points, colour, 2);
        for (const QPointF& point : points) {
            canvas.fillCircle(point, 4, colour);
        }
    };
    return f;
}

Figure pieChart(DemoRandom& random)
{
    Figure f = pageOf(random);
    const int count = random.between(4, 6);
    const QStringList labels = chosen(kThings, count, random);
    QVector<int> shares;
    int left = 100;
    for (int i = 0; i < count; ++i) {
        const int rest = count - 1 - i;
        const int share = rest == 0 ? left : random.between(6, std::max(6, left - rest * 9));
        shares.append(share);
        left -= share;
    }
    const int asked = random.below(count);
    f.category = QStringLiteral("share");
    f.question = QStringLiteral("What percentage of the pie is %1?").arg(labels[asked]);
    f.gold = QString::number(shares[asked]) + u'%';
    f.wrong = wrongNumbers(shares[asked], 3, 90, 2, random, QStringLiteral("%"));
    f.vagueQuestion = QStringLiteral("What percentage is shown in the pie?");
    for (int share : shares) {
        f.vagueAnswers.append(QString::number(share) + u'%');
    }
    QVector<Rgb> colours;
    const int turn = random.below(int(kColours.size()));
    for (int i = 0; i < count; ++i) {
        colours.append(kColours[size_t(turn + i) % kColours.size()].rgb);
    }
    const double radius = std::min(f.width * 0.3, f.height * 0.36);
    f.target = QRectF(f.width * 0.62, 40 + asked * 28.0, f.width * 0.38, 26);
    f.paint = [=, w = f.width, h = f.height](Canvas& canvas) {
        double angle = -90;
        for (int i = 0; i < count; ++i) {
            const double next = angle + 3.6 * shares[i];
            canvas.fillSector({w * 0.33, h * 0.54}, radius, angle, next, colours[i]);
            angle = next;
            canvas.fillRect({w * 0.64, 44 + i * 28.0, 14, 14}, colours[i]);
            canvas.text(
                {w * 0.64 + 20, 56 + i * 28.0}, labels[i] + QStringLiteral("  %1%").arg(shares[i]), 10, kInk);
        }
        canvas.text({w / 2.0, 22}, QStringLiteral("Share of orders"), 12, kInk, TextAnchor::Centre);
    };
    return f;
}

QString dateText(DemoRandom& random)
{
    static const QStringList months{QStringLiteral("Jan"), QStringLiteral("Feb"), QStringLiteral("Mar"),
        QStringLiteral("Apr"), QStringLiteral("May"), QStringLiteral("Jun"), QStringLiteral("Jul"),
        QStringLiteral("Aug"), QStringLiteral("Sep"), QStringLiteral("Oct"), QStringLiteral("Nov"),
        QStringLiteral("Dec")};
    return QStringLiteral("%1 %2 %3")
        .arg(random.between(1, 28))
        .arg(random.pick(months))
        .arg(random.between(2003, 2019));
}

} // namespace

Figure chartFigure(DemoRandom& random)
{
    switch (random.below(3)) {
    case 0:
        return barChart(random);
    case 1:
        return lineChart(random);
    default:
        return pieChart(random);
    }
}

Figure documentFigure(DemoRandom& random)
{
    Figure f = pageOf(random);
    f.height = random.between(420, 560);
    f.width = random.between(340, 460);
    struct Line {
        QString what;
        int price;
    };
    QVector<Line> lines;
    int total = 0;
    const QStringList things = chosen(kThings, random.between(3, 6), random);
    for (const QString& thing : things) {
        lines.append({thing, random.between(3, 89)});
        total += lines.last().price;
    }
    const QString town = random.pick(kTowns);
    const QString person = random.pick(kPeople);
    const QString date = dateText(random);
    const QString number
        = QStringLiteral("%1-%2").arg(QChar(u'A' + random.below(26))).arg(random.between(1000, 9999));
    const int asked = random.below(int(lines.size()));
    f.vagueQuestion = QStringLiteral("What is the amount on the receipt?");
    const double lineHeight = 24;
    const double top = 150;
    QRectF target;
    switch (random.below(5)) {
    case 0:
        f.category = QStringLiteral("total");
        f.question = QStringLiteral("What is the total on the receipt?");
        f.gold = QString::number(total);
        f.wrong = wrongNumbers(total, 20, 460, 7, random);
        target = QRectF(0, top + lineHeight * double(lines.size()) + 4, f.width, 30);
        break;
    case 1:
        f.category = QStringLiteral("price");
        f.question = QStringLiteral("What was charged for %1?").arg(lines[asked].what.toLower());
        f.gold = QString::number(lines[asked].price);
        f.wrong = wrongNumbers(lines[asked].price, 3, 89, 3, random);
        target = QRectF(0, top - 16 + lineHeight * asked, f.width, lineHeight);
        break;
    case 2:
        f.category = QStringLiteral("customer");
        f.question = QStringLiteral("Who is named as the customer?");
        f.gold = person;
        f.wrong = others(kPeople, person, random);
        target = QRectF(0, 92, f.width, 20);
        break;
    case 3:
        f.category = QStringLiteral("date");
        f.question = QStringLiteral("What is the date on the document?");
        f.gold = date;
        while (f.wrong.size() < 9) {
            const QString other = dateText(random);
            if (other != date && !f.wrong.contains(other)) {
                f.wrong.append(other);
            }
        }
        target = QRectF(0, 68, f.width, 20);
        break;
    default:
        f.category = QStringLiteral("number");
        f.question = QStringLiteral("What is the number of the receipt from %1?").arg(town);
        f.gold = number;
        while (f.wrong.size() < 9) {
            const QString other
                = QStringLiteral("%1-%2").arg(QChar(u'A' + random.below(26))).arg(random.between(1000, 9999));
            if (other != number && !f.wrong.contains(other)) {
                f.wrong.append(other);
            }
        }
        target = QRectF(0, 44, f.width, 20);
        break;
    }
    f.vagueAnswers = {f.gold};
    if (f.category == QLatin1String("total") || f.category == QLatin1String("price")) {
        for (const Line& line : lines) {
            f.vagueAnswers.append(QString::number(line.price));
        }
        f.vagueAnswers.append(QString::number(total));
    } else {
        f.vagueQuestion = QStringLiteral("What is written on the receipt?");
        f.vagueAnswers += QStringList{person, date, number};
    }
    f.vagueAnswers.removeDuplicates();
    f.target = target;
    f.lucky = 0.004;
    f.paint = [=, w = f.width, h = f.height](Canvas& canvas) {
        canvas.rect({8, 8, w - 16.0, h - 16.0}, kRule);
        canvas.text({w / 2.0, 34}, town + QStringLiteral(" General Store"), 14, kInk, TextAnchor::Centre, 2);
        canvas.text({24, 60}, QStringLiteral("Receipt no. ") + number, 10, kInk);
        canvas.text({24, 84}, QStringLiteral("Date: ") + date, 10, kInk);
        canvas.text({24, 108}, QStringLiteral("Customer: ") + person, 10, kInk);
        canvas.line({20, 122}, {w - 20.0, 122}, kRule, 2);
        double y = top;
        for (const Line& line : lines) {
            canvas.text({24, y}, line.what, 10, kInk);
            canvas.text({w - 28.0, y}, QString::number(line.price), 10, kInk, TextAnchor::Right);
            y += lineHeight;
        }
        canvas.line({20, y - 8}, {w - 20.0, y - 8}, kRule);
        canvas.text({24, y + 16}, QStringLiteral("TOTAL"), 12, kInk, TextAnchor::Left, 2);
        canvas.text({w - 28.0, y + 16}, QString::number(total), 12, kInk, TextAnchor::Right, 2);
        for (double line = y + 50; line < h - 30; line += 22) {
            canvas.line({24, line}, {w - 24.0, line}, {225, 225, 228});
        }
    };
    return f;
}

namespace {

Figure grid(DemoRandom& random)
{
    Figure f = pageOf(random);
    const int rows = random.between(3, 6);
    const int columns = random.between(3, 4);
    const QStringList names = chosen(kTowns, rows, random);
    const QStringList heads = chosen(kThings, columns, random);
    QVector<int> cells;
    for (int i = 0; i < rows * columns; ++i) {
        cells.append(random.between(10, 99));
    }
    const int row = random.below(rows);
    const int column = random.below(columns);
    const int gold = cells[row * columns + column];
    if (random.chance(0.6)) {
        f.category = QStringLiteral("lookup");
        f.question = QStringLiteral("How many %1 does the table give for %2?")
                         .arg(heads[column].toLower(), names[row]);
        f.gold = QString::number(gold);
        f.wrong = wrongNumbers(gold, 10, 99, 3, random);
        f.vagueQuestion = QStringLiteral("How many does the table give for %1?").arg(names[row]);
        for (int c = 0; c < columns; ++c) {
            f.vagueAnswers.append(QString::number(cells[row * columns + c]));
        }
    } else {
        int sum = 0;
        for (int c = 0; c < columns; ++c) {
            sum += cells[row * columns + c];
        }
        f.category = QStringLiteral("sum");
        f.question = QStringLiteral("What is the sum of the row %1?").arg(names[row]);
        f.gold = QString::number(sum);
        f.wrong = wrongNumbers(sum, 45, 390, 5, random);
        f.vagueQuestion = QStringLiteral("What is the sum?");
        for (int r = 0; r < rows; ++r) {
            f.vagueAnswers.append(QString::number(
                std::accumulate(cells.begin() + r * columns, cells.begin() + (r + 1) * columns, 0)));
        }
    }
    const double cellWidth = (f.width - 40.0) / (columns + 1);
    const double cellHeight = std::min(46.0, (f.height - 60.0) / (rows + 1));
    f.target = QRectF(20, 30 + (row + 1) * cellHeight, f.width - 40, cellHeight);
    f.paint = [=](Canvas& canvas) {
        canvas.fillRect({20, 30, cellWidth * (columns + 1), cellHeight}, {225, 230, 240});
        for (int r = 0; r <= rows + 1; ++r) {
            canvas.line(
                {20, 30 + r * cellHeight}, {20 + cellWidth * (columns + 1), 30 + r * cellHeight}, kRule);
        }
        for (int c = 0; c <= columns + 1; ++c) {
            canvas.line({20 + c * cellWidth, 30}, {20 + c * cellWidth, 30 + (rows + 1) * cellHeight}, kRule);
        }
        const double size = std::min(10.0, cellWidth / 8);
        for (int c = 0; c < columns; ++c) {
            canvas.text({20 + (c + 1.5) * cellWidth, 30 + cellHeight * 0.62}, heads[c], size, kInk,
                TextAnchor::Centre);
        }
        for (int r = 0; r < rows; ++r) {
            canvas.text({26, 30 + (r + 1.62) * cellHeight}, names[r], size, kInk);
            for (int c = 0; c < columns; ++c) {
                canvas.text({20 + (c + 1.5) * cellWidth, 30 + (r + 1.62) * cellHeight},
                    QString::number(cells[r * columns + c]), 10, kInk, TextAnchor::Centre);
            }
        }
    };
    return f;
}

Figure flow(DemoRandom& random)
{
    Figure f = pageOf(random);
    f.width = random.between(500, 640);
    const int count = random.between(5, 7);
    const QStringList steps = chosen(kSteps, count, random);
    const int asked = random.below(count - 1);
    const bool after = random.chance(0.5);
    f.category = QStringLiteral("flow");
    f.question = QStringLiteral("Which step comes directly %1 \"%2\" in the diagram?")
                     .arg(after ? QStringLiteral("after") : QStringLiteral("before"),
                         steps[after ? asked : asked + 1]);
    f.gold = steps[after ? asked + 1 : asked];
    f.wrong = others(steps, f.gold, random) + others(kSteps, f.gold, random);
    f.wrong.removeDuplicates();
    f.vagueQuestion = QStringLiteral("Which step comes in the diagram?");
    f.vagueAnswers = steps;
    const Rgb fill{random.between(200, 240), random.between(210, 245), random.between(220, 255)};
    const int perRow = (count + 1) / 2;
    const double w = (f.width - 40.0) / perRow;
    const double h = f.height;
    const auto centre = [=](int i) {
        const int rowIndex = i / perRow;
        const int columnIndex = rowIndex == 0 ? i : perRow - 1 - (i - perRow);
        return QPointF(20 + (columnIndex + 0.5) * w, rowIndex == 0 ? h * 0.3 : h * 0.7);
    };
    const QPointF at = centre(after ? asked + 1 : asked);
    f.target = QRectF(at.x() - w * 0.4, at.y() - 24, w * 0.8, 48);
    f.paint = [=](Canvas& canvas) {
        for (int i = 0; i + 1 < count; ++i) {
            const QPointF from = centre(i);
            const QPointF to = centre(i + 1);
            const QPointF along = to - from;
            const QPointF edge = std::abs(along.x()) > std::abs(along.y())
                ? QPointF(along.x() > 0 ? w * 0.38 : -w * 0.38, 0)
                : QPointF(0, along.y() > 0 ? 22 : -22);
            canvas.arrow(from + edge, to - edge, kInk, 2);
        }
        for (int i = 0; i < count; ++i) {
            const QPointF c = centre(i);
            const QRectF box(c.x() - w * 0.38, c.y() - 20, w * 0.76, 40);
            canvas.fillRect(box, fill);
            canvas.rect(box, kInk);
            canvas.text({c.x(), c.y() + 5}, steps[i], std::min(11.0, w / 8), kInk, TextAnchor::Centre);
        }
    };
    return f;
}

} // namespace

Figure tableFigure(DemoRandom& random)
{
    return random.chance(0.6) ? grid(random) : flow(random);
}

Figure mathFigure(DemoRandom& random)
{
    Figure f = pageOf(random);
    const double cx = f.width / 2.0;
    const double cy = f.height / 2.0;
    const Rgb fill{random.between(190, 245), random.between(200, 245), random.between(205, 250)};
    f.target = QRectF(cx - 120, cy - 100, 240, 200);
    const int kind = random.below(4);
    if (kind == 0) {
        static constexpr int triples[][3]
            = {{3, 4, 5}, {5, 12, 13}, {8, 15, 17}, {7, 24, 25}, {20, 21, 29}, {9, 40, 41}};
        const auto& triple = triples[random.below(6)];
        const int scale = random.between(1, 4);
        const int a = triple[0] * scale;
        const int b = triple[1] * scale;
        const int c = triple[2] * scale;
        f.category = QStringLiteral("right triangle");
        f.question = QStringLiteral("How long is the side marked x in the right triangle?");
        f.gold = QString::number(c);
        f.wrong = wrongNumbers(c, 4, 170, 2, random);
        f.vagueQuestion = QStringLiteral("How long is the side of the triangle?");
        f.vagueAnswers = {QString::number(c), QString::number(a), QString::number(b)};
        const double width = random.between(140, 200);
        const double height = random.between(90, 140);
        const bool mirrored = random.chance(0.5);
        f.paint = [=](Canvas& canvas) {
            const double s = mirrored ? -1 : 1;
            const QVector<QPointF> p{{cx - s * width / 2, cy + height / 2},
                {cx + s * width / 2, cy + height / 2}, {cx - s * width / 2, cy - height / 2}};
            canvas.fillPolygon(p, fill);
            canvas.polygon(p, kInk, 2);
            canvas.rect({std::min(p[0].x(), p[0].x() + s * 12), p[0].y() - 12, 12, 12}, kInk);
            canvas.text({cx, cy + height / 2 + 20}, QString::number(b), 12, kInk, TextAnchor::Centre);
            canvas.text(
                {cx - s * (width / 2 + 18), cy + 4}, QString::number(a), 12, kInk, TextAnchor::Centre);
            canvas.text({cx + s * 16, cy - 8}, QStringLiteral("x"), 13, {180, 30, 30}, TextAnchor::Centre, 2);
        };
    } else if (kind == 1) {
        const int a = random.between(3, 24);
        const int b = random.between(3, 24);
        const bool area = random.chance(0.5);
        const int gold = area ? a * b : 2 * (a + b);
        f.category = QStringLiteral("rectangle");
        f.question = QStringLiteral("What is the %1 of the rectangle?")
                         .arg(area ? QStringLiteral("area") : QStringLiteral("perimeter"));
        f.gold = QString::number(gold);
        f.wrong = wrongNumbers(gold, 6, area ? 600 : 100, area ? 6 : 2, random);
        f.vagueQuestion = QStringLiteral("What is the size of the rectangle?");
        f.vagueAnswers = {f.gold, QString::number(area ? 2 * (a + b) : a * b)};
        const double width = random.between(140, 240);
        const double height = random.between(70, 150);
        f.paint = [=](Canvas& canvas) {
            canvas.fillRect({cx - width / 2, cy - height / 2, width, height}, fill);
            canvas.rect({cx - width / 2, cy - height / 2, width, height}, kInk, 2);
            canvas.text({cx, cy + height / 2 + 20}, QString::number(a), 12, kInk, TextAnchor::Centre);
            canvas.text({cx + width / 2 + 8, cy + 4}, QString::number(b), 12, kInk);
        };
    } else if (kind == 2) {
        const int a = random.between(25, 95);
        const int b = random.between(25, 150 - a);
        const int gold = 180 - a - b;
        f.category = QStringLiteral("angle");
        f.question = QStringLiteral("How many degrees is the angle marked x?");
        f.gold = QString::number(gold);
        f.wrong = wrongNumbers(gold, 20, 135, 4, random);
        f.vagueQuestion = QStringLiteral("How many degrees is the angle of the triangle?");
        f.vagueAnswers = {f.gold, QString::number(a), QString::number(b)};
        const double lean = random.between(-60, 60);
        const double height = random.between(120, 170);
        f.paint = [=](Canvas& canvas) {
            const QVector<QPointF> p{
                {cx - 110, cy + height / 2}, {cx + 110, cy + height / 2}, {cx + lean, cy - height / 2}};
            canvas.fillPolygon(p, fill);
            canvas.polygon(p, kInk, 2);
            canvas.text(p[0] + QPointF(30, -8), QString::number(a), 11, kInk, TextAnchor::Centre);
            canvas.text(p[1] + QPointF(-30, -8), QString::number(b), 11, kInk, TextAnchor::Centre);
            canvas.text(p[2] + QPointF(0, 32), QStringLiteral("x"), 13, {180, 30, 30}, TextAnchor::Centre, 2);
        };
    } else {
        const int radius = random.between(2, 19);
        const bool diameter = random.chance(0.5);
        f.category = QStringLiteral("circle");
        f.question = diameter ? QStringLiteral("What is the diameter of the circle?")
                              : QStringLiteral("What is the area of the circle divided by pi?");
        const int gold = diameter ? 2 * radius : radius * radius;
        f.gold = QString::number(gold);
        f.wrong = wrongNumbers(gold, 2, diameter ? 40 : 370, diameter ? 2 : 5, random);
        f.vagueQuestion = QStringLiteral("What is the size of the circle?");
        f.vagueAnswers
            = {f.gold, QString::number(radius), QString::number(diameter ? radius * radius : 2 * radius)};
        const double drawn = random.between(60, 120);
        const double angle = random.between(0, 359) * 0.01745;
        f.paint = [=](Canvas& canvas) {
            canvas.fillCircle({cx, cy}, drawn, fill);
            canvas.circle({cx, cy}, drawn, kInk, 2);
            const QPointF end(cx + drawn * std::cos(angle), cy + drawn * std::sin(angle));
            canvas.line({cx, cy}, end, kInk, 2);
            canvas.text(
                (QPointF(cx, cy) + end) / 2 + QPointF(6, -6), QStringLiteral("r = %1").arg(radius), 11, kInk);
        };
    }
    f.vagueAnswers.removeDuplicates();
    return f;
}

} // namespace winnow::demo
