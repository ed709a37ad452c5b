// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordfiles.h"
#include "core/import/sampledraft.h"

#include <QHash>
#include <QMutex>
#include <QSet>
#include <QStringList>

#include <optional>

namespace winnow {

/// How names of images end, in small letters.
const QSet<QString>& imageEndings();

/// Where the images that a file names are looked for, and what they may not leave.
struct ImageFolders {
    /// Relative paths are looked up in these, in order.
    QStringList searched;
    /// After all links are resolved an image lies below one of these.
    QStringList roots;
    /// The folder goes: what is found below it is kept as bytes.
    QString temporary;

    bool contain(const QString& path) const;
};

/// Of a file, folder or archive that is imported into `dataset`: its own folder, usual places in and beside
/// it, and `imagesDir` (may be empty), which its user names. Links lead out of none of them.
ImageFolders imageFolders(const RecordFiles& files, const QString& imagesDir, const QString& dataset);

/// Finds the images that records name, and decodes those that came as bytes. Thread-safe: images of a batch
/// are resolved in parallel.
class ImageResolver {
public:
    explicit ImageResolver(ImageFolders folders);

    struct Outcome {
        ImageRef image;
        /// Of an embedded image, for the image store.
        QByteArray bytes;
        std::optional<DraftIssue> issue;
    };
    /// What stands in one image cell. `hints` are folder parts that some sets put before the name
    /// (split/key/image.png). Paths with ".." are refused, as is what lies outside the folders once links are
    /// resolved; a missing file is a state, not an error. Only what is recognised as an image gets a path and
    /// a hash.
    Outcome resolve(const QByteArray& text, DraftImage::Form form, const QStringList& hints);

private:
    static Outcome base64Image(const QByteArray& text);
    static Outcome embeddedImage(const QByteArray& bytes);
    /// Where a name leads.
    struct Place {
        /// Inside the folders; empty when there is none.
        QString path;
        /// A file of that name that lies outside.
        QString outside;
        bool otherEnding = false;
    };
    Outcome file(const QString& source, const QString& path) const;
    Place locate(const QString& source, const QStringList& hints);
    QString withOtherEnding(const QString& path);

    ImageFolders m_folders;
    QMutex m_mutex;
    QHash<QString, Outcome> m_known;
    /// Folder -> file name without ending, lower case -> file name.
    QHash<QString, QHash<QString, QString>> m_stems;
};

} // namespace winnow
