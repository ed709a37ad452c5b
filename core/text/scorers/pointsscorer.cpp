// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/pointsscorer.h"

#include "core/text/places.h"
#include "core/text/scorers/sameanswer.h"
#include "core/text/scorers/wholereply.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace winnow {

namespace {

constexpr qsizetype kMostPoints = 256;

/// What a reply should hit: points, or boxes where the gold gives them.
struct Targets {
    QVector<PlaceBox> areas;
    bool boxes = false;
    /// What the gold's numbers are shares of.
    double scale = 1;
};

bool saysNone(const QString& text)
{
    static constexpr std::array<QStringView, 16> kPhrases{u"no target", u"no such", u"no object",
        u"target not found", u"object not found", u"not present", u"absent", u"cannot find", u"can't find",
        u"cannot locate", u"can't locate", u"not in the image", u"not visible", u"there are none",
        u"there is no", u"there are no"};
    const QString said = text.left(2000).toLower();
    const QString plain = said.trimmed();
    return plain == u"none" || plain == u"none." || plain == u"[]" || plain == u"no"
        || std::any_of(
            kPhrases.begin(), kPhrases.end(), [&](QStringView phrase) { return said.contains(phrase); });
}

Targets targetsOf(const ReplyToScore& reply)
{
    Targets targets;
    double most = 0;
    const QStringList texts = goldTexts(reply);
    for (const QString& text : texts) {
        // A list of fours is boxes, of pairs points.
        const QVector<PlacePoint> points = pointsIn(text);
        const bool fours
            = !text.contains(QStringLiteral("], [")) || boxesIn(text).size() * 2 == points.size();
        const QVector<PlaceBox> boxes = fours ? boxesIn(text) : QVector<PlaceBox>();
        const bool pairs = text.count(u'[') + text.count(u'(') > boxes.size() + 1 || boxes.isEmpty();
        if (pairs) {
            for (const PlacePoint& point : points) {
                targets.areas.append({point.x, point.y, point.x, point.y});
            }
        } else {
            targets.areas += boxes;
            targets.boxes = true;
        }
    }
    for (const PlaceBox& area : std::as_const(targets.areas)) {
        most = std::max({most, std::abs(area.right), std::abs(area.bottom)});
    }
    targets.scale = most <= 1 ? 1 : most <= 100 ? 100 : 1000;
    return targets;
}

/// In the gold's scale.
QVector<PlacePoint> inScaleOf(const Targets& targets, QVector<PlacePoint> points)
{
    double most = 0;
    for (const PlacePoint& point : std::as_const(points)) {
        most = std::max({most, std::abs(point.x), std::abs(point.y)});
    }
    const double by = targets.scale == 1 ? (most <= 1 ? 1 : 1.0 / 1000) : (most <= 1 ? targets.scale : 1);
    for (PlacePoint& point : points) {
        point = {point.x * by, point.y * by};
    }
    return points;
}

} // namespace

QVector<ScorerParameter> PointsScorer::parameters() const
{
    return {{QStringLiteral("distance"), 0.05, 0, 1,
        QT_TRANSLATE_NOOP("Scorer", "share of the picture that a point may be off")}};
}

QString PointsScorer::read(const ReplyToScore& reply) const
{
    const QString said = wholeReply(reply);
    const QVector<PlacePoint> points = pointsIn(said);
    if (points.isEmpty()) {
        return saysNone(said) ? QStringLiteral("none") : QString();
    }
    QStringList texts;
    for (const PlacePoint& point : points.first(std::min(points.size(), kMostPoints))) {
        texts.append(QStringLiteral("(%1, %2)").arg(point.x, 0, 'g', 6).arg(point.y, 0, 'g', 6));
    }
    return texts.join(QStringLiteral(", "));
}

double PointsScorer::score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const
{
    Targets targets = targetsOf(reply);
    const QVector<PlacePoint> said = inScaleOf(targets, pointsIn(answer));
    if (targets.areas.isEmpty()) {
        const QStringList texts = goldTexts(reply);
        const bool none = std::any_of(texts.begin(), texts.end(), saysNone);
        return none && said.isEmpty() && saysNone(answer) ? 1 : 0;
    }
    if (said.isEmpty()) {
        return 0;
    }
    targets.areas = targets.areas.first(std::min(targets.areas.size(), kMostPoints));
    const double near = targets.boxes ? 0 : values.value(QStringLiteral("distance")) * targets.scale;
    const int rows = int(std::min(said.size(), kMostPoints));
    const int columns = int(targets.areas.size());
    constexpr double kMiss = 1e6;
    QVector<double> cost;
    cost.reserve(qsizetype(rows) * columns);
    for (int i = 0; i < rows; ++i) {
        for (const PlaceBox& area : std::as_const(targets.areas)) {
            const PlacePoint& point = said.at(i);
            const double away = std::hypot(std::max({area.left - point.x, point.x - area.right, 0.0}),
                std::max({area.top - point.y, point.y - area.bottom, 0.0}));
            cost.append(away <= near ? away : kMiss + std::min(away, kMiss));
        }
    }
    int hits = 0;
    const QVector<int> given = cheapestAssignment(cost, rows, columns);
    for (int i = 0; i < rows; ++i) {
        hits += given.at(i) >= 0 && cost.at(i * columns + given.at(i)) < kMiss;
    }
    // All that was said counts, also beyond what is compared.
    return 2.0 * hits / double(said.size() + columns);
}

} // namespace winnow
