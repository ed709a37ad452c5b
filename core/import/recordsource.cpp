// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/recordsource.h"

#include "core/base/regularfile.h"
#include "core/import/filekind.h"
#include "core/import/filesetsource.h"
#include "core/import/harnesslog.h"
#include "core/import/recordformat.h"

namespace winnow {

Result<std::unique_ptr<RecordSource>> openRecordFile(const QString& path, const ReadLimits& limits)
{
    QFile file;
    WINNOW_TRY(openRegularFile(file, path));
    const QByteArray head = file.read(kSniffedBytes);
    file.close();
    if (auto totals = harnessTotals(path, head)) {
        return tl::unexpected<Error>(std::move(*totals));
    }
    const RecordFormat* best = recordFormatOf(head);
    return best ? best->open(path, limits) : Result<std::unique_ptr<RecordSource>>(notRecords(path, head));
}

tl::unexpected<Error> severalDatasets(const QString& path, const QStringList& parts)
{
    return fail(ErrorCode::InvalidInput,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 holds several datasets")).arg(path),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Import them one by one: %1"))
            .arg(parts.join(QStringLiteral(", "))));
}

Result<std::unique_ptr<RecordSource>> RecordSource::open(const QString& path, const ReadLimits& limits)
{
    auto files = recordFiles(path, limits);
    if (!files) {
        return tl::unexpected<Error>(files.error());
    }
    if (!files->parts.isEmpty()) {
        return severalDatasets(path, files->parts);
    }
    if (files->open) {
        return files->open(*files, limits);
    }
    return files->isSet ? openFileSet(std::move(*files), limits) : openRecordFile(path, limits);
}

} // namespace winnow
