// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errata/placedrecords.h"

#include "core/import/recordfiles.h"
#include "core/import/recordformat.h"

#include <QFileInfo>

namespace winnow {

namespace {

tl::unexpected<Error> notPatched(const QString& path, const Sentence& what)
{
    return fail(ErrorCode::Unsupported,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is not patched byte by byte: %2")).arg(path, what),
        Sentence::of(QT_TRANSLATE_NOOP("Error",
            "Give the table (TSV, CSV) or JSON that it was made of, or import it, decide what the patch "
            "says, "
            "and export it")));
}

} // namespace

tl::unexpected<Error> PlacedRecords::tooLarge(qint64 line) const
{
    return fail(ErrorCode::LimitExceeded,
        Sentence::of(
            QT_TRANSLATE_NOOP("Error", "%1, line %2: a record of more than %3 bytes, or one without an end"))
            .arg(m_stream.path())
            .arg(line)
            .arg(m_limits.maxRecordBytes),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Check that the file is whole; a quote may not be closed")));
}

Result<std::unique_ptr<PlacedRecords>> PlacedRecords::open(const SampleFile& file, const ReadLimits& limits)
{
    if (!QFileInfo(file.path).isFile()) {
        return notPatched(file.path, Sentence::of(QT_TRANSLATE_NOOP("Error", "it is a folder")));
    }
    const auto files = recordFiles(file.path, limits);
    if (!files) {
        return tl::unexpected<Error>(files.error());
    }
    if (files->isSet || files->open || !files->parts.isEmpty()) {
        return notPatched(file.path, Sentence::of(QT_TRANSLATE_NOOP("Error", "it is a set of files")));
    }
    const QString& layout = file.profile.layout;
    const QString& name = file.profile.layoutName;
    if (layout == u"csv") {
        return openPlacedTable(file.path, limits);
    }
    if (layout == u"jsonl") {
        return openPlacedJson(file.path, JsonHolding::Lines, {}, limits);
    }
    if (layout == u"json" && name == u"JSON array") {
        return openPlacedJson(file.path, JsonHolding::Array, {}, limits);
    }
    if (layout == u"json" && name == u"JSON object by key") {
        return openPlacedJson(file.path, JsonHolding::ByKey, {}, limits);
    }
    if (const QString list = name.section(u'"', 1, -2); layout == u"json" && !list.isEmpty()) {
        return openPlacedJson(file.path, JsonHolding::Array, list.toStdString(), limits);
    }
    return notPatched(file.path, Sentence::of(QT_TRANSLATE_NOOP("Error", "it is read as %1")).arg(name));
}

} // namespace winnow
