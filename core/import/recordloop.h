// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordsource.h"

#include <functional>

namespace winnow {

/// The one loop over the records of a file, whoever reads them and for what: samples, responses, judgements,
/// a look at how keys are written. Ends at the end, when `take` has enough, when it fails, or when it is
/// cancelled.
struct RecordLoop {
    using Take = std::function<Result<bool>(const RawRecord& record, const RecordSource& source)>;

    /// For every record that can be read; false = that is enough.
    Take take;
    /// For the others, with the same answer; none = they are passed over.
    std::function<bool(const RecordProblem& problem)> bad;
    /// For what a record that can be read came without, before it is taken.
    std::function<void(const CellLoss& loss)> lost;
    /// At the end, whether all was read or enough.
    std::function<void(const RecordSource& source)> end;
    /// Told how far it is, as the step of that name, and asked for every record; may be null.
    Progress* progress = nullptr;
    QString step;
    /// For a look at a set: so many records come from all of its files in equal parts; 0 = every record.
    int sample = 0;

    Result<> run(const QString& path, const ReadLimits& limits) const;
};

} // namespace winnow
