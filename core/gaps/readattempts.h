// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/gaps/attempttable.h"
#include "core/store/project.h"

#include <optional>

namespace winnow {

/// Which recorded responses the gaps are measured from.
struct AttemptScope {
    /// Empty = all.
    QStringList datasets;
    QString capability;
    /// Models, or contenders ("MODEL (SETTING)"); empty = all.
    QStringList models;
    /// Only these samples.
    std::optional<QVector<SampleId>> only;
    /// A score counts as right from here on.
    double rightFrom = 0.5;

    friend bool operator==(const AttemptScope&, const AttemptScope&) = default;
};

/// Reads every try of the standard condition, the options as they stand. NotFound with the names there are
/// when the scope names what is not there. Not on the GUI thread.
Result<std::shared_ptr<const AttemptTable>> readAttempts(
    const Project& project, const AttemptScope& scope, Progress& progress);

} // namespace winnow
