// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordsource.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace winnow {

/// The files with records that a path stands for: itself; those of a folder and the folders in it, as shards
/// of one source in the order of their names; or those in a zip or tar, which is unpacked while this is held.
struct RecordFiles {
    QStringList files;
    /// What they are called in messages: inside an archive "a.zip/train/1.jsonl".
    QStringList shown;
    /// Where their images are looked for first.
    QString folder;
    /// It goes when this goes: images in it are kept as bytes.
    bool temporary = false;
    std::shared_ptr<const void> kept;
    /// What was opened is a folder or an archive.
    bool isSet = false;
    /// Opens files that are one source only together (RecordSetFormat); empty = as files are opened.
    using Opener
        = std::function<Result<std::unique_ptr<RecordSource>>(const RecordFiles&, const ReadLimits&)>;
    Opener open;
    /// Where the path holds several datasets: the paths to import one by one instead. "FOLDER/NAME" is such a
    /// part, also where no file is called so.
    QStringList parts;

    /// What a file of the set is called in messages.
    QString shownAs(const QString& file) const { return shown.value(files.indexOf(file), file); }
    /// What is said of files that are not among them.
    SentenceList notes{};
};

/// WrongKind for a folder or archive that holds none. In a folder of images with a metadata file
/// (metadata.jsonl, .csv …) that file is the only one. Readmes and other texts are passed over. A file that
/// is part of a set (RecordSetFormat) stands for the set.
Result<RecordFiles> recordFiles(const QString& path, const ReadLimits& limits = {});

/// SHA-256 of a file, or of a folder's files with records and their names.
Result<QByteArray> sha256OfSource(const QString& path, const Progress* progress = nullptr);

} // namespace winnow
