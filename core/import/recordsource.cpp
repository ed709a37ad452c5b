// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/recordsource.h"

#include "core/base/regularfile.h"
#include "core/import/filekind.h"
#include "core/import/filesetsource.h"
#include "core/import/recordformat.h"

namespace winnow {

Result<std::unique_ptr<RecordSource>> openRecordFile(const QString& path, const ReadLimits& limits)
{
    QFile file;
    WINNOW_TRY(openRegularFile(file, path));
    const QByteArray head = file.read(kSniffedBytes);
    file.close();
    const RecordFormat* best = recordFormatOf(head);
    return best ? best->open(path, limits) : Result<std::unique_ptr<RecordSource>>(notRecords(path, head));
}

Result<std::unique_ptr<RecordSource>> RecordSource::open(const QString& path, const ReadLimits& limits)
{
    auto files = recordFiles(path, limits);
    if (!files) {
        return tl::unexpected<Error>(files.error());
    }
    return files->isSet ? openFileSet(std::move(*files), limits) : openRecordFile(path, limits);
}

} // namespace winnow
