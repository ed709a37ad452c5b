// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/export/exportnames.h"
#include "core/export/exportplan.h"
#include "core/export/exportwriter.h"

#include <memory>
#include <optional>
#include <vector>

namespace winnow {

/// Where and how to write.
struct ExportOptions {
    /// A folder, or with the format's suffix the data file of one dataset. A folder is new, empty or an
    /// earlier export, which is replaced as a whole; of the file only itself and `out` + ".manifest.json".
    QString out;
    /// In a folder beside the data, in the data, or where they are: rows then name the files of the images,
    /// and only those that are kept beside the project are copied.
    enum class Images { Folder, Embedded, Linked };
    /// Unset: as the format has it; in a single file, embedded.
    std::optional<Images> images{};
    /// Of an image in pixels: larger ones are scaled down and written anew. 0 = all byte for byte.
    int longestSide = 0;
    /// Counts and measures what would be written, and writes nothing; `out` may be empty.
    bool dryRun = false;
    /// ISO 8601 UTC, for the manifest; empty = now.
    QString createdAt{};
};

/// What was written.
struct ExportResult {
    QString folder;
    /// Data files, changes and manifest, relative to the folder, the manifest last. Images are not listed.
    QStringList files;
    /// As written; that of a single file has the list of changes besides.
    QJsonObject manifest;
    /// What was written, as it was decided in the snapshot.
    ExportPlan plan;
    qint64 imagesWritten = 0;
    qint64 imagesMissing = 0;
    /// Of all files but the manifest; those of the images among them.
    qint64 bytes = 0;
    qint64 imageBytes = 0;
    /// Plain sentences about what could not be carried over as it was; also in the manifest.
    QStringList warnings;
    /// What happened in writing and is worth a word although all is done.
    SentenceList notes;
};

struct ExporterInfo {
    QString id;
    /// In English, marked QT_TRANSLATE_NOOP("Exporter", …).
    QString title;
    QString description;
    /// Without a dot. Empty: a tree, which is written into a folder of the dataset's name.
    QString suffix;
    /// How images can come, as usual first; empty: the format has none.
    QVector<ExportOptions::Images> images{};
};

/// What stands when all rows are written, for files that are about the whole.
struct ExportEnd {
    struct Part {
        /// Of its file, without suffix, or of its folder.
        QString base;
        ExportLayout layout;
        qint64 rows = 0;
        QVector<StagedFile::Written> files;
        /// ExportWriter::remains()
        QByteArray remains{};
        QVector<ExportTable> tables{};
    };
    const Project& project;
    sqlite::Connection& connection;
    const ExportPlan& plan;
    /// As plan.datasets.
    const QVector<Part>& parts;
    StagedFiles& files;
    Progress& progress;
    /// Sentences about what could not be carried over are added to these.
    QStringList& warnings;
};

/// One format: what it is called, what it can say and who writes it. Stateless; found in the registry that
/// window and command line share.
class Exporter {
public:
    virtual ~Exporter() = default;
    virtual ExporterInfo info() const = 0;

    /// Writes data, images and manifest of one snapshot of the project, all in one step or nothing: an error,
    /// a cancel or a kill leaves the place as it was. AlreadyExists names the first file there that is not of
    /// an earlier export; Unsupported: the file system cannot exchange folders. The same project state gives
    /// the same bytes (the manifest's time aside). Records the export in the project unless it is read-only.
    /// Not on the GUI thread.
    Result<ExportResult> run(Project& project, const ExportSelection& selection, const ExportOptions& options,
        Progress& progress) const;

    /// nullptr: the format has no rows.
    virtual std::unique_ptr<ExportWriter> writer() const = 0;
    /// Writes what comes beside the rows; returns it for the manifest. Throws sqlite::Failure.
    virtual Result<QVector<StagedFile::Written>> finish(const ExportEnd& end) const
    {
        Q_UNUSED(end)
        return {};
    }
    /// Where the images of a sample go, and what stands before their file names in a row.
    struct ImagePlace {
        QString folder;
        QString prefix;
    };
    virtual ImagePlace imagePlace(const QString& base, const Sample& sample) const
    {
        Q_UNUSED(sample)
        const QString folder = exportnames::kImages + u'/' + base;
        return {folder, folder + u'/'};
    }
    /// Embedded images come as bytes, not as base64.
    virtual bool wantsImageBytes() const { return false; }
    /// The names that columns of the source must not take.
    virtual bool isOwnColumn(const QString& name, const ExportLayout& layout) const = 0;
    /// Whether the writer has to know the columns of the source before the first row.
    virtual bool namesColumns() const { return false; }
    /// Versions of libraries that decide about the bytes, for the manifest.
    virtual QJsonObject libraries() const { return {}; }
    /// Whether a rotation may give the index of its sample in place of its embedded images.
    virtual bool sharesImages() const { return false; }
    /// Why a sample with so many options cannot be said in this format, or empty.
    virtual Sentence obstacle(qsizetype options) const
    {
        Q_UNUSED(options)
        return {};
    }
};

/// All exporters (exporterregistry.cpp).
const std::vector<std::unique_ptr<Exporter>>& exporters();
const Exporter* exporterById(QStringView id);

/// A folder below `folder` for an export named after `name`; it does not exist.
QString freeSubfolder(const QString& folder, const QString& name);

} // namespace winnow
