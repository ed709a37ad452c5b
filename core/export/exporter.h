// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/export/exportplan.h"

#include <memory>
#include <vector>

namespace winnow {

/// Where and how to write.
struct ExportOptions {
    /// A folder (made when missing), or the name of the data file when there is one dataset.
    QString out;
    enum class Images { Folder, Embedded };
    Images images = Images::Folder;
};

/// What was written.
struct ExportResult {
    QString folder;
    /// Paths relative to the folder, the manifest last.
    QStringList files;
    QJsonObject manifest;
    qint64 imagesWritten = 0;
    qint64 imagesMissing = 0;
};

struct ExporterInfo {
    QString id;
    QString title;
    QString description;
    /// Without a dot.
    QString suffix;
    ExportOptions::Images defaultImages = ExportOptions::Images::Folder;
};

/// One row of an export: a sample, or one rotation of it, as it is to be written.
struct ExportRow {
    QString index;
    /// Index of the unrotated sample; empty where there are no rotations.
    QString group;
    QString question;
    QStringList options;
    QString gold;
    QStringList accepted;
};

/// Writes one format. Stateless; found in the registry that window and command line share.
class Exporter {
public:
    virtual ~Exporter() = default;
    virtual ExporterInfo info() const = 0;

    /// Writes data, images and manifest.json; nothing is left behind on an error or a cancel. The same
    /// project state gives the same bytes (the manifest's time aside). Records the export in the project
    /// unless it is read-only. Not on the GUI thread.
    Result<ExportResult> run(
        Project& project, const ExportPlan& plan, const ExportOptions& options, Progress& progress) const;

protected:
    /// What a dataset's file starts with. `samples` are all that follow.
    struct Layout {
        int optionColumns = 0;
        bool groups = false;
        bool hints = false;
        bool accepted = false;
        QStringList extraColumns;
        ExportOptions::Images images = ExportOptions::Images::Folder;
    };
    virtual QByteArray header(const Layout& layout) const = 0;
    /// `images`: relative paths or base64 texts of the sample.
    virtual QByteArray row(const Layout& layout, const Sample& sample, const ExportRow& row,
        const QStringList& images) const = 0;
};

/// All exporters.
const std::vector<std::unique_ptr<Exporter>>& exporters();
const Exporter* exporterById(QStringView id);

/// The rows a sample becomes under an outcome: changed gold or question, options removed (convert),
/// rotations.
QVector<ExportRow> rowsOf(const Sample& sample, const SampleOutcome& outcome);

} // namespace winnow
