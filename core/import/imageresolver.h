// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/sampledraft.h"
#include "core/store/project.h"

#include <QHash>
#include <QMutex>
#include <QStringList>

#include <optional>

namespace winnow {

/// Finds the images that records name, and takes in those that came as bytes. Thread-safe: images of a batch
/// are resolved in parallel.
class ImageResolver {
public:
    /// Relative paths are looked up in `folders`, in order. Embedded bytes go into the image store of
    /// `project` (nullptr: they are only measured).
    ImageResolver(Project* project, QStringList folders);

    struct Outcome {
        ImageRef image;
        std::optional<DraftIssue> issue;
    };
    /// What stands in one image cell. `hints` are folder parts that some sets put before the name
    /// (split/key/image.png). Paths with ".." are refused, as are absolute ones outside the folders unless
    /// `absoluteAllowed`; a missing file is a state, not an error.
    Outcome resolve(const QByteArray& text, bool embedded, const QStringList& hints, bool absoluteAllowed);

private:
    Outcome embeddedImage(const QByteArray& text);
    Outcome file(const QString& source, const QString& path);
    QString locate(const QString& source, const QStringList& hints, bool absoluteAllowed, bool& otherEnding);
    QString withOtherEnding(const QString& path);

    Project* m_project;
    QStringList m_folders;
    QMutex m_mutex;
    QHash<QString, Outcome> m_known;
    /// Folder -> file name without ending, lower case -> file name.
    QHash<QString, QHash<QString, QString>> m_stems;
};

/// The folders in which a file's images are looked for.
QStringList imageFolders(const QString& file, const QString& imagesDir, const QString& dataset);

} // namespace winnow
