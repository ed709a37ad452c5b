// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/demorandom.h"
#include "core/image/canvas.h"

#include <QRectF>
#include <QString>
#include <QStringList>

#include <array>
#include <functional>

namespace winnow {

/// The nine capabilities in the order of the datasets.
enum class DemoCapability { Chart, Document, Scene, Math, Spatial, Grounding, Counting, Table, General };
inline constexpr int kDemoCapabilities = 9;
QString demoCapabilityId(DemoCapability capability);

/// A drawable figure with a question whose answer was computed from what is drawn.
struct Figure {
    QString category;
    QString question;
    QString gold;
    /// At least nine plausible wrong answers, all different, in no telling order.
    QStringList wrong;
    /// The question with its reference left out, and what it could then be answered with (the gold first).
    QString vagueQuestion;
    QStringList vagueAnswers;
    int width = 480;
    int height = 360;
    /// Shaded and noisy like a photo, not a white page.
    bool photo = false;
    Rgb background{255, 255, 255};
    std::function<void(Canvas&)> paint;
    /// Where the answer stands in the picture.
    QRectF target;
    /// Probability of a lucky open-ended guess.
    double lucky = 0.02;
};

/// A new figure of a capability. Everything is drawn from `random`.
Figure makeFigure(DemoCapability capability, DemoRandom& random);

/// A question of this capability that needs no image, with a figure that goes with it. `topic` picks one.
Figure makeBlindFigure(DemoCapability capability, DemoRandom& random);

/// A question whose answer is always the same in this dataset although only the picture tells.
Figure makePriorFigure(DemoCapability capability, int phrase, DemoRandom& random);
/// Number of phrases that makePriorFigure() knows for the capability; 0 for most.
int priorPhrases(DemoCapability capability);

namespace demo {

struct NamedColour {
    const char* name;
    Rgb rgb;
};
extern const std::array<NamedColour, 10> kColours;
QStringList colourNames();

/// Up to nine wrong numbers around `gold`, within the range that right ones have; how many are below it is
/// drawn, so that the rank of the right one among the options says nothing.
QStringList wrongNumbers(
    int gold, int smallest, int largest, int step, DemoRandom& random, const QString& suffix = {});
/// The different entries of `from` without `gold`, shuffled.
QStringList others(const QStringList& from, const QString& gold, DemoRandom& random);
/// A surface like a photo's: gradient and noise around the given hue.
std::function<void(Canvas&)> photoGround(DemoRandom& random);

Figure chartFigure(DemoRandom& random);
Figure documentFigure(DemoRandom& random);
Figure tableFigure(DemoRandom& random);
Figure mathFigure(DemoRandom& random);
Figure sceneFigure(DemoRandom& random);
Figure spatialFigure(DemoRandom& random);
Figure groundingFigure(DemoRandom& random);
Figure countingFigure(DemoRandom& random);
Figure generalFigure(DemoRandom& random);

} // namespace demo

} // namespace winnow
