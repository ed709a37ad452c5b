// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <QVector>

namespace winnow {

struct PlacePoint {
    double x = 0;
    double y = 0;
};

struct PlaceBox {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};

/// What the numbers of places are shares of.
struct PlaceForm {
    /// Of the picture's whole width and height: 1, 100, 1000; 0 = as the numbers and their marks tell.
    double scale = 0;
    /// Boxes are left, top, width, height.
    bool widths = false;
};

/// The boxes that a text gives: four numbers in brackets ("[x1, y1, x2, y2]"), two pairs ("(x1,y1),(x2,y2)"),
/// members of an object ("\"x1\": 3"; with "width" or "w" its extent), PaliGemma's <locNNNN>, or four numbers
/// and nothing else. Corners in order. In the numbers' own scale where `form.scale` is 0 and no mark tells
/// one, otherwise as shares of 1. Linear; texts are read up to 100,000 units.
QVector<PlaceBox> boxesIn(QStringView text, PlaceForm form = {});

/// The points that a text gives: pairs in brackets, Molmo's <point x="…" y="…"> (shares of 100), members x
/// and y, or pairs of numbers and nothing else.
QVector<PlacePoint> pointsIn(QStringView text, PlaceForm form = {});

/// Area of the intersection by that of the union; 0 where both are empty.
double intersectionOverUnion(const PlaceBox& a, const PlaceBox& b);

/// Which of `columns` each row is given so that the sum of costs is least, each once; -1 = none is left.
/// `cost` row by row. Cubic (Kuhn 1955, as shortest augmenting paths).
QVector<int> cheapestAssignment(const QVector<double>& cost, int rows, int columns);

} // namespace winnow
