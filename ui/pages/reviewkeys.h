// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/decisionbar.h"
#include "ui/widgets/keyoverlay.h"

#include <QStringList>
#include <QVector>

namespace winnow {

/// Everything that a key does on the review page.
enum class ReviewCommand {
    Confirm,
    Override,
    Unsure,
    Drop,
    Keep,
    NewGold,
    EditGold,
    Convert,
    Circular,
    Note,
    Undo,
    Redo,
    Next,
    Previous,
    NextUndecided,
    NextFlag,
    PreviousFlag,
    Fit,
    ActualSize,
    ZoomIn,
    ZoomOut,
    PanLeft,
    PanRight,
    PanUp,
    PanDown,
    RotateLeft,
    RotateRight,
    Contrast,
    BlindReview,
    Related,
    History,
    Queues,
};

/// One line of the table of keys.
struct ReviewKey {
    ReviewCommand command;
    /// As QKeySequence reads them. For NewGold the place in the list is the option.
    QStringList keys;
    /// What it does, English, context "ReviewKeys".
    const char* help;
    /// Holding the key down repeats it.
    bool repeats = false;
    /// Keys that lists, buttons and combo boxes need for themselves while they have the focus.
    bool yields = false;
};

/// The one table that shortcuts, the `?` overlay and the buttons are made of.
const QVector<ReviewKey>& reviewKeys();
QVector<KeyHelp> reviewKeyHelp();
/// The buttons of the decision bar; ids are ReviewCommands.
QVector<DecisionButton> reviewButtons();

} // namespace winnow
