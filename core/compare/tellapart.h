// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/separability.h"
#include "core/store/project.h"

#include <optional>

namespace winnow {

/// Which samples are asked whether they can tell models apart.
struct TellApartRequest {
    /// Empty = all.
    QString dataset;
    QString capability;
    /// Only these (those that a policy keeps, a subset).
    std::optional<QVector<SampleId>> only;
};

/// Models by their standard runs (settings averaged by sample), one set a ranking: models are compared over
/// the samples that all of them answered, and stand apart where they share too few
/// (core/curate/modelranking.h). Most models first; empty without models. NotFound for an unknown dataset or
/// capability, with the names there are. Not on the GUI thread.
Result<QVector<Separability>> tellApart(
    const Project& project, const TellApartRequest& request, Progress& progress);

} // namespace winnow
