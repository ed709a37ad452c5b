// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>

namespace winnow {

/// What of a review changed, so that views show it anew.
enum class ReviewPart : unsigned {
    /// No project is open any more, or another one.
    Project = 1,
    /// Another queue is gone through.
    Queue = 2,
    /// The stage: a sample, the choice of queues, the end of the queue.
    Stage = 4,
    /// Another sample is shown.
    Sample = 8,
    /// The images of the sample, decoded for another size of the view.
    Images = 16,
    /// What stands on the sample, or what of it may be seen.
    Standing = 32,
    /// Where the sample is in the queue.
    Place = 64,
    Progress = 128,
    History = 256,
    /// Whether flags wait for an answer.
    Blind = 512,
    /// What was typed is about what does not stand any more.
    Editing = 1024,
};
Q_DECLARE_FLAGS(ReviewParts, ReviewPart)
Q_DECLARE_OPERATORS_FOR_FLAGS(ReviewParts)

} // namespace winnow
