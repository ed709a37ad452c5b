// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sentence.h"
#include "core/subset/selectionproblem.h"

#include <QString>

namespace winnow {

/// How the score of a model is read from a set (core/subset/subsetscore.h).
enum class ScoreEstimate {
    /// Items that were not asked are filled by the item curves at the model's ability.
    Curves,
    /// Items stand for others by weight.
    Weights,
};

struct SubsetMethodInfo {
    QString id;
    /// QT_TRANSLATE_NOOP context "SubsetMethod".
    const char* title;
    const char* description;
    QString source;
    /// Below this many models its statistics are noise; 0 = it needs none.
    int leastModels = 0;
    ScoreEstimate estimate = ScoreEstimate::Curves;
    /// Budget that is kept for verified frontier items when nothing else is asked for.
    double frontierShare = 0;
};

/// Chooses items by what seen models did with them. One object a method, without state.
class SubsetMethod {
public:
    virtual ~SubsetMethod() = default;
    virtual const SubsetMethodInfo& info() const = 0;
    /// At most `budget` of the candidates, the same for the same seed on every machine. Any thread.
    virtual Selection choose(const SelectionProblem& problem, const SelectionTask& task) const = 0;
};

} // namespace winnow
