// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/places.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace winnow {

namespace {

constexpr qsizetype kLongest = 100'000;
constexpr qsizetype kMostNumbers = 4096;

/// A number of a text, and what stands between it and the one before.
struct Found {
    double value = 0;
    /// The word right before it: "x1", "width", "loc".
    QString name;
    /// Something else than marks, blanks and names of sides stands before it.
    bool apart = false;
    /// Which of the text's brackets is the innermost around it; 0 = none.
    int bracket = 0;
};

bool isSide(QStringView word)
{
    static constexpr std::array<QStringView, 25> kSides{u"x", u"y", u"w", u"h", u"x1", u"y1", u"x2", u"y2",
        u"x0", u"y0", u"xmin", u"ymin", u"xmax", u"ymax", u"x_min", u"y_min", u"x_max", u"y_max", u"left",
        u"top", u"right", u"bottom", u"width", u"height", u"loc"};
    return std::find(kSides.begin(), kSides.end(), word) != kSides.end();
}

bool inName(QChar c)
{
    return c.isLetter() || c == u'_';
}

/// Every number of a text with what is before it.
class NumberWalk {
public:
    explicit NumberWalk(QStringView text)
        : m_text(text.left(kLongest))
    {
    }

    QVector<Found> all()
    {
        QVector<Found> found;
        while (m_at < m_text.size() && found.size() < kMostNumbers) {
            const QChar c = m_text.at(m_at);
            if (inName(c)) {
                word();
            } else if (c.isDigit() && c.unicode() < 128) {
                found.append(number());
            } else {
                mark(c);
                ++m_at;
            }
        }
        return found;
    }
    /// Whether words stand behind the last number.
    bool wordsBehind() const { return m_apart; }

private:
    void word()
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && (inName(m_text.at(m_at)) || m_text.at(m_at).isDigit())) {
            ++m_at;
        }
        QString name = m_text.mid(from, m_at - from).toString().toLower();
        if (name.startsWith(QLatin1String("loc")) && name.size() > 3 && name.at(3).isDigit()) {
            m_at = from + 3; // <loc0123>
            name = QStringLiteral("loc");
        }
        // x3 of "<points x3=": any further pair.
        if (name.size() > 1 && (name.front() == u'x' || name.front() == u'y')
            && std::all_of(name.begin() + 1, name.end(), [](QChar c) { return c.isDigit(); })
            && !isSide(name)) {
            name.truncate(1);
        }
        m_apart |= !isSide(name);
        m_name = name;
    }

    Found number()
    {
        qsizetype from = m_at;
        while (m_at < m_text.size() && m_text.at(m_at).isDigit()) {
            ++m_at;
        }
        if (m_at + 1 < m_text.size() && m_text.at(m_at) == u'.' && m_text.at(m_at + 1).isDigit()) {
            ++m_at;
            while (m_at < m_text.size() && m_text.at(m_at).isDigit()) {
                ++m_at;
            }
        }
        if (from > 0 && m_text.at(from - 1) == u'.' && (from < 2 || !m_text.at(from - 2).isDigit())) {
            --from;
        }
        if (from > 0 && (m_text.at(from - 1) == u'-' || m_text.at(from - 1) == u'\u2212')) {
            --from;
        }
        QString digits = m_text.mid(from, m_at - from).toString();
        digits.replace(u'\u2212', u'-');
        Found found{digits.toDouble(), m_name, m_apart, m_bracket};
        m_apart = false;
        m_name.clear();
        return found;
    }

    void mark(QChar c)
    {
        if (c == u'[' || c == u'(' || c == u'{') {
            m_open.append(m_bracket);
            m_bracket = ++m_brackets;
        } else if (c == u']' || c == u')' || c == u'}') {
            m_bracket = m_open.isEmpty() ? 0 : m_open.takeLast();
        }
    }

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_apart = false;
    QString m_name;
    int m_bracket = 0;
    int m_brackets = 0;
    QVector<int> m_open;
};

/// A run of numbers that belong together.
struct Group {
    QVector<double> numbers;
    QStringList names;
};

/// Numbers of one bracket, and of brackets that follow each other with nothing but marks between them.
QVector<Group> groupsOf(QStringView text, qsizetype size)
{
    NumberWalk walk(text);
    const QVector<Found> found = walk.all();
    const bool nothingElse = !walk.wordsBehind()
        && std::none_of(
            found.begin(), found.end(), [](const Found& one) { return one.apart || one.bracket > 0; });
    QVector<Group> groups;
    int last = -1;
    for (const Found& one : found) {
        const bool named = !one.name.isEmpty();
        const bool inside = one.bracket > 0 || named || nothingElse;
        if (!inside) {
            last = -1;
            continue;
        }
        const bool goesOn = last >= 0 && !one.apart && !groups.isEmpty()
            && (one.bracket == last || groups.last().numbers.size() % size != 0 || named);
        if (!goesOn) {
            groups.append(Group());
        }
        groups.last().numbers.append(one.value);
        groups.last().names.append(one.name);
        last = one.bracket;
    }
    return groups;
}

/// The scale that is meant: 0 = the numbers' own.
double scaleOf(QStringView text, const PlaceForm& form)
{
    if (form.scale > 0) {
        return form.scale;
    }
    const QStringView head = text.left(kLongest);
    if (head.contains(QStringView(u"<loc"))) {
        return 1024;
    }
    return head.contains(QStringView(u"<point")) ? 100 : 0;
}

bool namesExtent(const QStringList& names)
{
    return std::any_of(names.begin(), names.end(), [](const QString& name) {
        return name == u"w" || name == u"h" || name == u"width" || name == u"height";
    });
}

} // namespace

QVector<PlaceBox> boxesIn(QStringView text, PlaceForm form)
{
    const double scale = scaleOf(text, form);
    const double by = scale > 0 ? scale : 1;
    QVector<PlaceBox> boxes;
    for (const Group& group : groupsOf(text, 4)) {
        for (qsizetype i = 0; i + 4 <= group.numbers.size(); i += 4) {
            std::array<double, 4> n{};
            for (qsizetype k = 0; k < 4; ++k) {
                n.at(std::size_t(k)) = group.numbers.at(i + k) / by;
            }
            if (group.names.at(i) == u"loc") {
                n = {n[1], n[0], n[3], n[2]}; // top first
            }
            if (form.widths || namesExtent(group.names.mid(i, 4))) {
                n[2] += n[0];
                n[3] += n[1];
            }
            boxes.append(
                {std::min(n[0], n[2]), std::min(n[1], n[3]), std::max(n[0], n[2]), std::max(n[1], n[3])});
        }
    }
    return boxes;
}

QVector<PlacePoint> pointsIn(QStringView text, PlaceForm form)
{
    const double scale = scaleOf(text, form);
    const double by = scale > 0 ? scale : 1;
    QVector<PlacePoint> points;
    for (const Group& group : groupsOf(text, 2)) {
        for (qsizetype i = 0; i + 2 <= group.numbers.size(); i += 2) {
            points.append({group.numbers.at(i) / by, group.numbers.at(i + 1) / by});
        }
    }
    return points;
}

double intersectionOverUnion(const PlaceBox& a, const PlaceBox& b)
{
    const auto area
        = [](double width, double height) { return std::max(0.0, width) * std::max(0.0, height); };
    const double both = area(std::min(a.right, b.right) - std::max(a.left, b.left),
        std::min(a.bottom, b.bottom) - std::max(a.top, b.top));
    const double either
        = area(a.right - a.left, a.bottom - a.top) + area(b.right - b.left, b.bottom - b.top) - both;
    return std::isfinite(either) && either > 0 ? both / either : 0.0;
}

QVector<int> cheapestAssignment(const QVector<double>& cost, int rows, int columns)
{
    QVector<int> given(rows, -1);
    if (rows > columns) {
        QVector<double> turned(cost.size());
        for (int i = 0; i < rows; ++i) {
            for (int j = 0; j < columns; ++j) {
                turned[j * rows + i] = cost.at(i * columns + j);
            }
        }
        const QVector<int> other = cheapestAssignment(turned, columns, rows);
        for (int j = 0; j < columns; ++j) {
            given[other.at(j)] = j;
        }
        return given;
    }
    constexpr double kFar = std::numeric_limits<double>::infinity();
    QVector<double> rowPrice(rows + 1, 0);
    QVector<double> columnPrice(columns + 1, 0);
    QVector<int> taken(columns + 1, 0);
    for (int row = 1; row <= rows; ++row) {
        QVector<double> least(columns + 1, kFar);
        QVector<int> way(columns + 1, 0);
        QVector<bool> done(columns + 1, false);
        int column = 0;
        taken[0] = row;
        do {
            done[column] = true;
            double step = kFar;
            int next = 0;
            for (int j = 1; j <= columns; ++j) {
                if (done.at(j)) {
                    continue;
                }
                const double reduced = cost.at((taken.at(column) - 1) * columns + j - 1)
                    - rowPrice.at(taken.at(column)) - columnPrice.at(j);
                if (reduced < least.at(j)) {
                    least[j] = reduced;
                    way[j] = column;
                }
                if (least.at(j) < step) {
                    step = least.at(j);
                    next = j;
                }
            }
            for (int j = 0; j <= columns; ++j) {
                if (done.at(j)) {
                    rowPrice[taken.at(j)] += step;
                    columnPrice[j] -= step;
                } else {
                    least[j] -= step;
                }
            }
            column = next;
        } while (taken.at(column) != 0);
        for (; column != 0; column = way.at(column)) {
            taken[column] = taken.at(way.at(column));
        }
    }
    for (int j = 1; j <= columns; ++j) {
        if (taken.at(j) > 0) {
            given[taken.at(j) - 1] = j - 1;
        }
    }
    return given;
}

} // namespace winnow
