// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportwriter.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace winnow {

/// What the recorded models say of the samples of a dataset.
class ItemFacts {
public:
    /// Throws sqlite::Failure.
    static Result<ItemFacts> read(const ExportSource& source);

    /// Point-biserial correlation of being right with ability, the mean score in the sample's capability,
    /// over the standard runs (DatBench, arXiv 2601.02316). Nothing with fewer than three models.
    std::optional<double> discrimination(SampleId sample) const;
    /// Nobody solves it and a person found its answer right; nothing where nobody looked.
    std::optional<bool> isFrontier(SampleId sample) const;

private:
    QHash<SampleId, double> m_discrimination;
    QSet<SampleId> m_frontier;
    bool m_lookedForFrontier = false;
};

} // namespace winnow
