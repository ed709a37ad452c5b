// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/recordsource.h"

#include "core/import/csvrecords.h"
#include "core/import/filekind.h"
#include "core/import/jsonrecords.h"

namespace winnow {

Result<std::unique_ptr<RecordSource>> RecordSource::open(const QString& path, const ReadLimits& limits)
{
    const auto kind = requireTextFile(path);
    if (!kind) {
        return tl::unexpected<Error>(kind.error());
    }
    return kind->text == FileKind::Text::Json ? openJsonRecords(path, limits) : openCsvRecords(path, limits);
}

} // namespace winnow
