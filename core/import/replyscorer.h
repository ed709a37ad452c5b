// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/replycells.h"
#include "core/import/samplekeys.h"

#include <optional>

namespace winnow {

/// The answer and the score of replies to samples: from the file's verdicts where it has them, else by the
/// scorer of the request, of the dataset or of the kind of sample. One thread.
class ReplyScorer {
public:
    explicit ReplyScorer(SampleKeys& keys)
        : m_keys(keys)
    {
    }
    void setRule(ScoringRule rule) { m_rule = std::move(rule); }
    /// What the file's verdicts are divided by: 100 where they are percent.
    void setScale(double scale) { m_scale = scale; }

    /// What the file says of a reply; `given` = it has a column for it.
    struct Verdict {
        bool given = false;
        std::optional<double> score;
    };
    /// False when a cell is no verdict (a number beyond 0..1, another word).
    bool readVerdict(const Cell& cell, Verdict& verdict) const;

    struct Scored {
        /// As it is read; empty = no answer could be read.
        std::string answer;
        /// Nothing = the response is missing, or there is nothing to score it by.
        std::optional<double> score;
    };
    Scored score(
        const Reply& reply, SampleKeys::Found sample, Condition condition, const Verdict& verdict) const;

private:
    SampleKeys& m_keys;
    ScoringRule m_rule;
    double m_scale = 1;
};

} // namespace winnow
