// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/iouscorer.h"

#include "core/text/places.h"
#include "core/text/scorers/sameanswer.h"
#include "core/text/scorers/wholereply.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

/// What is beyond it is no share of 1 (a box may hang over the edge a little).
constexpr double kShares = 1.5;

double largest(const PlaceBox& box)
{
    return std::max({std::abs(box.left), std::abs(box.top), std::abs(box.right), std::abs(box.bottom)});
}

PlaceBox byThousand(const PlaceBox& box)
{
    return {box.left / 1000, box.top / 1000, box.right / 1000, box.bottom / 1000};
}

QVector<PlaceBox> goldBoxes(const ReplyToScore& reply, bool widths)
{
    QVector<PlaceBox> boxes;
    const QStringList texts = goldTexts(reply);
    for (const QString& text : texts) {
        boxes += boxesIn(text, {.widths = widths});
    }
    // Four answers that are the four numbers of one box.
    return boxes.isEmpty() ? boxesIn(texts.join(QStringLiteral(", ")), {.widths = widths}) : boxes;
}

} // namespace

QVector<ScorerParameter> IouScorer::parameters() const
{
    return {{QStringLiteral("threshold"), 0.5, 0, 1,
                QT_TRANSLATE_NOOP("Scorer", "overlap from which a box is right; 0 gives the overlap itself")},
        {QStringLiteral("widths"), 0, 0, 3,
            QT_TRANSLATE_NOOP(
                "Scorer", "1: the gold is left, top, width and height; 2: the replies are; 3: both are")},
        {QStringLiteral("scale"), 0, 0, 100'000,
            QT_TRANSLATE_NOOP("Scorer",
                "what the replies' numbers are shares of, where the gold's are shares of 1; 0 finds it")}};
}

QString IouScorer::read(const ReplyToScore& reply) const
{
    // As it was said: how its numbers are meant is a parameter.
    const QString said = wholeReply(reply);
    return boxesIn(said).isEmpty() ? QString() : said.size() <= 200 ? said : Scorer::read(reply);
}

double IouScorer::score(const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const
{
    const int widths = int(values.value(QStringLiteral("widths")));
    const double threshold = values.value(QStringLiteral("threshold"));
    const QVector<PlaceBox> said
        = boxesIn(answer, {.scale = values.value(QStringLiteral("scale")), .widths = (widths & 2) != 0});
    if (said.isEmpty()) {
        return 0;
    }
    double best = 0;
    for (const PlaceBox& gold : goldBoxes(reply, (widths & 1) != 0)) {
        const bool shares = largest(gold) <= kShares;
        const PlaceBox& first = said.front();
        best = std::max(best,
            intersectionOverUnion(gold, shares && largest(first) > kShares ? byThousand(first) : first));
    }
    return threshold > 0 ? double(best >= threshold) : best;
}

} // namespace winnow
