// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sample.h"
#include "core/export/exporter.h"
#include "core/export/exportnames.h"
#include "core/export/stagedfiles.h"

#include <QHash>

#include <map>

namespace winnow {

/// Copies the images of a dataset into folders of the export, once per content and folder, or gives what they
/// hold. Only what was recognised as an image when it was imported is taken, and only the very bytes of then.
class ExportImages {
public:
    struct Wish {
        ExportOptions::Images mode;
        /// See ExportOptions.
        int longestSide = 0;
    };
    /// `base`: of the dataset's files, for Exporter::imagePlace().
    ExportImages(const Project& project, StagedFiles& files, const Exporter& exporter, const QString& base,
        const Wish& wish);

    /// The bytes of an image as they were when it was imported.
    static Result<QByteArray> take(const Project& project, const ImageRef& image);
    /// What stands for the images in the data file.
    Result<RowImages> of(const Sample& sample);
    /// Different images that were written.
    qint64 written() const { return m_files.size() + m_embedded.size(); }
    qint64 missing() const { return m_missing; }
    /// In the order of writing; none where they are embedded.
    const QVector<StagedFile::Written>& files() const { return m_files; }
    /// Which images were not to be had, or are not the ones that were imported any more.
    QStringList warnings() const { return m_warnings; }

private:
    Result<QByteArray> bounded(const ImageRef& image, const QByteArray& bytes) const;
    /// The files of one folder of the export.
    struct Folder {
        QHash<QByteArray, QString> names;
        UniqueNames taken;
    };
    QString nameFor(const ImageRef& image, Folder& folder) const;
    void embed(const ImageRef& image, const QByteArray& content, Folder& folder, RowImages& images);
    Result<> copy(const ImageRef& image, const QByteArray& content, Folder& folder,
        const Exporter::ImagePlace& place, RowImages& images);

    const Project& m_project;
    StagedFiles& m_staged;
    const Exporter& m_exporter;
    QString m_base;
    Wish m_wish;
    QStringList m_warnings;
    QVector<StagedFile::Written> m_files;
    std::map<QString, Folder> m_folders;
    QSet<QByteArray> m_embedded;
    /// Samples that were asked for.
    QSet<qint64> m_asked;
    qint64 m_missing = 0;
};

} // namespace winnow
