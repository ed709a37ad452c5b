// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace winnow {

/// What it depends on whether a sample is reviewed. Of flags that are proposals (FlagKind::Proposal) only
/// where it has no others.
struct ReviewFacts {
    /// It has active flags; nobody decided on one of them; annotators disagree on one of them or on the
    /// action.
    bool flagged = false;
    bool open = false;
    bool disputed = false;
    /// An action stands, and it was taken to settle a disagreement.
    bool acted = false;
    bool settled = false;
};

/// The one meaning of "reviewed", for stores, the index and the page: somebody took an action on the sample
/// or decided every active flag; where annotators disagree, once an action settles it.
constexpr bool isReviewed(const ReviewFacts& facts)
{
    return facts.disputed ? facts.settled : facts.acted || (facts.flagged && !facts.open);
}

} // namespace winnow
