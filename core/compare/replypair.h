// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/comparedscores.h"
#include "core/compare/gapsplit.h"

#include <QHash>

namespace winnow {

/// What both sides replied to the samples that they score differently, and why the scores differ.
class ReplyPairs {
public:
    /// Reads the replies of these samples alone. Not on the GUI thread.
    static Result<ReplyPairs> load(const Project& project, const ComparedScores& scores, Progress& progress);

    /// Of the sample at this place in the scores.
    GapCause causeOf(size_t sample) const { return m_found.value(sample).cause; }
    /// Both sides have a reply in words.
    bool isRecorded(size_t sample) const { return m_found.value(sample).recorded; }

private:
    struct Found {
        GapCause cause = GapCause::AnotherReply;
        bool recorded = false;
    };

    QHash<size_t, Found> m_found;
};

} // namespace winnow
