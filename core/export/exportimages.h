// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sample.h"
#include "core/export/exporter.h"
#include "core/export/exportnames.h"
#include "core/export/stagedfiles.h"

#include <QHash>

namespace winnow {

/// Copies the images of a dataset into a folder of the export, once per content, or gives them as base64.
/// Only what was recognised as an image when it was imported is taken, and only the very bytes of then.
class ExportImages {
public:
    /// Files go to `folder` below the export; rows name them with `prefix` before the file name.
    ExportImages(const Project& project, StagedFiles& files, const QString& folder, const QString& prefix,
        ExportOptions::Images mode);

    /// What stands for the images in the data file: paths relative to the export, or base64. An image that is
    /// not to be had keeps the text it had in its source.
    Result<QStringList> texts(const Sample& sample);
    /// Different images that were written.
    qint64 written() const { return m_names.size() + m_embedded.size(); }
    qint64 missing() const { return m_missing; }
    /// In the order of writing; none where they are embedded.
    const QVector<StagedFile::Written>& files() const { return m_files; }
    /// Which images were not to be had, or are not the ones that were imported any more.
    QStringList warnings() const { return m_warnings; }

private:
    Result<QByteArray> take(const ImageRef& image) const;
    Result<QByteArray> bytes(const ImageRef& image) const;
    QString nameFor(const ImageRef& image);

    const Project& m_project;
    StagedFiles& m_staged;
    QString m_folder;
    QString m_prefix;
    QStringList m_warnings;
    ExportOptions::Images m_mode;
    QVector<StagedFile::Written> m_files;
    QHash<QByteArray, QString> m_names;
    UniqueNames m_taken;
    QSet<QByteArray> m_embedded;
    /// Samples that were asked for.
    QSet<qint64> m_asked;
    qint64 m_missing = 0;
};

} // namespace winnow
