// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to core/demo.

#include "core/demo/demobenchmark.h"
#include "core/demo/figure.h"

#include <QSet>

namespace winnow::demo {

/// What is planted in a sample. At most one of these; consequences (a wrong gold that every model
/// contradicts) are added to the truth afterwards.
enum class Plant {
    None,
    BlindSolvable,
    TextPrior,
    LabelIncorrect,
    LabelAmbiguous,
    ImageInsufficient,
    LabelConflict,
    Guessable,
    PositionBias,
    Inflated,
    Malformed,
    DuplicateExact,
    DuplicateNear,
    CrossSplit,
    Dark,
    Light,
    Blurry,
    LowInformation,
    Grayscale,
    OddAspect,
    OddSize,
    Saturated,
    Negative,
    Frontier,
    ParserLoss,
    /// The first of a pair; sound in itself.
    Original,
};

/// What is done to the picture.
enum class Edit {
    None,
    Dark,
    Light,
    Blur,
    Flatten,
    Grey,
    Strip,
    Enlarge,
    Cover,
    Pixelate,
    Recompress,
    Shrink,
    Brighten
};

/// A sample before it is written, with what the simulation needs to know.
struct Item {
    Figure figure;
    Sample sample;
    DemoCapability capability = DemoCapability::Chart;
    Plant plant = Plant::None;
    Edit edit = Edit::None;
    /// The item this one is a copy of, or -1.
    int copyOf = -1;
    int variant = 0;
    /// Index of the right answer among the options, -1 = it is not there (or open-ended).
    int right = -1;
    /// Options that are as good as the gold (ambiguous samples), the gold included.
    QVector<int> valid;
    /// Open-ended answers as good as the gold.
    QStringList validTexts;
    double difficulty = 0;
    double discrimination = 1;
    /// The family that knows it without the image although it is sound; -1 = none.
    int blindFamily = -1;
    QSet<QString> truth;
};

/// All items in dataset and source order.
QVector<Item> planItems(const DemoOptions& options, const QStringList& datasets);

/// Whether covering what a question asks about leaves an empty page: then the picture is also a light one and
/// one of low information.
bool isBlankWhenCovered(const Figure& figure);

/// Draws the picture of an item and plants the defect of the image in it.
Result<QByteArray> renderItem(const Item& item, quint64 seed);

} // namespace winnow::demo
