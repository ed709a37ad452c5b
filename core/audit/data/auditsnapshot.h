// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/auditdataloader.h"
#include "core/audit/data/coverage.h"
#include "core/store/sharedsnapshot.h"

#include <optional>

namespace winnow {

/// What detectors read, all of it as the project was at one moment, whatever others write meanwhile: first
/// what a dataset has, then the parts of it that the detectors need which can run.
/// The write-ahead log cannot shrink until it goes: keep it no longer than the reading takes. Any thread, one
/// at a time.
class AuditSnapshot {
public:
    static Result<AuditSnapshot> open(const Project& project);

    /// Counts what every dataset has, without loading it; by dataset name.
    Result<QVector<std::pair<DatasetId, Coverage>>> coverage();
    /// The same of one dataset; NotFound when it is gone.
    Result<Coverage> coverage(DatasetId dataset);
    /// Reads a dataset, runs in parallel. Cancelled when the progress says so, NotFound for an unknown
    /// dataset.
    Result<std::shared_ptr<const AuditData>> load(
        DatasetId dataset, const AuditParts& parts, Progress& progress);

private:
    explicit AuditSnapshot(SharedSnapshot snapshot);

    SharedSnapshot m_snapshot;
};

} // namespace winnow
