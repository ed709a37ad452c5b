// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/errata/errata.h"
#include "core/errata/samplefile.h"

namespace winnow {

/// A sample of a published version.
struct VersionSample {
    QString index;
    qint64 position = 0;
    SampleText text;
    /// Tells its images apart, as the file names or holds them; 0 = none.
    quint64 images = 0;
};

/// What two versions of a benchmark differ in.
struct VersionErrata {
    /// Of the old version, with the new one as its target.
    Errata errata;
    /// The samples of the old version that it is about, in order.
    QVector<VersionSample> samples;
    qint64 matched = 0;
    /// Of these, how many have another key in the new version.
    qint64 renumbered = 0;
    SentenceList notes;
};

/// Compares two versions, each read as an import reads it. Samples are matched by their key where question
/// and images agree, else by what they say, else by the key where anything agrees; what is left is removed or
/// added. `map` holds for both files. Holds the texts of both.
Result<VersionErrata> compareVersions(const QString& older, const QString& newer, const QString& dataset,
    const QVector<std::pair<QString, QString>>& map, Progress& progress);

} // namespace winnow
