// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sample.h"
#include "core/store/samplecursor.h"

#include <QHash>

#include <optional>

namespace winnow {

/// Reads whole samples in one scan over each table, its parts joined by merging, instead of by some queries a
/// sample. Throws sqlite::Failure; use inside Project::read.
class SampleScan {
public:
    explicit SampleScan(sqlite::Connection& connection);

    /// The sample with options, images, rotations and what it is a step of.
    std::optional<Sample> read(SampleId id);

private:
    QHash<qint64, QString> m_datasets;
    SampleCursor m_samples;
    SampleCursor m_options;
    SampleCursor m_images;
    SampleCursor m_rotations;
    SampleCursor m_steps;
};

/// What there is in a sample, without its texts.
struct SampleShape {
    qint64 options = 0;
    bool hint = false;
    bool accepted = false;
    /// It is a step of another sample.
    bool step = false;
    /// JSON as stored, empty without any; only where it was asked for, as what follows.
    QByteArray extra;
    QString split{};
    qint64 images = 0;
};

/// Reads shapes as SampleScan reads samples. Throws sqlite::Failure; use inside Project::read.
class SampleShapeScan {
public:
    explicit SampleShapeScan(sqlite::Connection& connection, bool withExtra);

    std::optional<SampleShape> read(SampleId id);
    struct Rotations {
        bool any = false;
        /// Besides the order of the source itself.
        bool several = false;
    };
    Rotations rotations(SampleId id);

private:
    bool m_withExtra;
    SampleCursor m_facts;
    SampleCursor m_shifts;
    SampleCursor m_steps;
    SampleCursor m_images;
};

} // namespace winnow
