// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errata/errataversions.h"
#include "core/errata/projecterrata.h"

namespace winnow {

/// An image that goes with the report.
struct ErrataImage {
    /// Below the report's folder: "images/12.png".
    QString name;
    ImageRef image;
};

/// The files of errata: errata.json (the patch), errata.md (for people) and the images it shows.
struct ErrataFiles {
    QByteArray patch;
    QByteArray report;
    QVector<ErrataImage> images;
};

inline const QString kErrataPatchName = QStringLiteral("errata.json");
inline const QString kErrataReportName = QStringLiteral("errata.md");

/// The report is Markdown in English, to be attached to an issue of the benchmark; texts from data are shown
/// letter by letter.
ErrataFiles errataFiles(const ProjectErrata& errata);
/// Of two versions; images are named by the files and not shown.
ErrataFiles errataFiles(const VersionErrata& errata);

/// What was written.
struct WrittenErrata {
    QStringList files;
    SentenceList notes;
};
/// Writes them: all of them into a folder that is new or empty, or where `out` ends with ".json" the patch
/// alone. `project` holds the images; may be null where there are none. Returns the names, and sentences on
/// images that are not to be had. AlreadyExists where something is there.
Result<WrittenErrata> writeErrata(
    const ErrataFiles& files, const Project* project, const QString& out, Progress& progress);

} // namespace winnow
