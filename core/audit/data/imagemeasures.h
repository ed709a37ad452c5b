// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/progress.h"
#include "core/image/quality.h"
#include "core/store/project.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace winnow {

/// What is known of one image after it was measured.
struct MeasuredImage {
    /// Why it could not be measured; empty when it could.
    Sentence error;
    /// The kind of that: Unsupported, LimitExceeded, or InvalidInput for all others.
    ErrorCode reason = ErrorCode::InvalidInput;
    ImageMeasures measures;

    bool isReadable() const { return error.isEmpty(); }
};

/// As stored in the project, one compact JSON object an image; and back. Nothing for text that is not of this
/// version.
QByteArray measuresJson(const MeasuredImage& image);
std::optional<MeasuredImage> measuresFromJson(const QByteArray& json);

struct MeasuringReport {
    qint64 measured = 0;
    qint64 known = 0;
    qint64 unreadable = 0;
};

/// Measures the images of a dataset that have not been measured, on all cores, and stores the measures, some
/// hundred images a transaction. Images that could not be read are tried again each time. Cancelled keeps
/// what was stored. Any thread but the GUI's.
Result<MeasuringReport> measureDatasetImages(Project& project, DatasetId dataset, Progress& progress);

} // namespace winnow
