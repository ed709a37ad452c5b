// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordsource.h"

#include <QStringList>

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
};

/// WrongKind for a folder or archive that holds none. In a folder of images with a metadata file
/// (metadata.jsonl, .csv …) that file is the only one. Readmes and other texts are passed over.
Result<RecordFiles> recordFiles(const QString& path, const ReadLimits& limits = {});

/// SHA-256 of a file, or of a folder's files with records and their names.
Result<QByteArray> sha256OfSource(const QString& path, const Progress* progress = nullptr);

} // namespace winnow
