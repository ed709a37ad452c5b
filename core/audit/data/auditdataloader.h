// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/auditdata.h"
#include "core/audit/data/coverage.h"
#include "core/audit/detectors/detector.h"
#include "core/base/progress.h"
#include "core/store/project.h"

#include <QSet>

namespace winnow {

/// Which columns of a dataset are read; response columns are the expensive part.
struct AuditParts {
    bool texts = false;
    bool images = false;
    /// Measures of the images, and the images themselves for comparing.
    bool measures = false;
    bool probabilities = false;
    std::array<bool, kConditions.size()> conditions{};

    void add(Need need);
    void add(const AuditParts& other);
};
/// What a detector reads.
AuditParts partsOf(const DetectorInfo& info);

/// Reads a dataset out of the project, runs in parallel over readers. Cancelled when the progress says so,
/// NotFound for an unknown dataset.
Result<std::shared_ptr<const AuditData>> loadAuditData(
    const Project& project, DatasetId dataset, const AuditParts& parts, Progress& progress);

} // namespace winnow
