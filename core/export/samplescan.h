// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sample.h"
#include "core/export/samplecursor.h"

#include <QHash>

#include <optional>

namespace winnow {

/// Reads whole samples in one scan over each table, its parts joined by merging, instead of by some queries a
/// sample. Throws sqlite::Failure; use inside Project::read.
class SampleScan {
public:
    explicit SampleScan(sqlite::Connection& connection);

    /// The sample with options, images and rotations.
    std::optional<Sample> read(SampleId id);

private:
    QHash<qint64, QString> m_datasets;
    SampleCursor m_samples;
    SampleCursor m_options;
    SampleCursor m_images;
    SampleCursor m_rotations;
};

} // namespace winnow
