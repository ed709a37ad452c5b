// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/decisionbar.h"

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
    EditConvert,
    ConfirmReason,
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

/// The commands with their ids in the table of keys (ui/models/keycommands.h).
struct ReviewKey {
    ReviewCommand command;
    const char* id;
};

const QVector<ReviewKey>& reviewKeys();
/// The buttons of the decision bar; ids are ReviewCommands.
QVector<DecisionButton> reviewButtons();

} // namespace winnow
