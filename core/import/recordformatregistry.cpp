// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/csvrecords.h"
#include "core/import/datbench.h"
#include "core/import/families.h"
#include "core/import/harnesslog.h"
#include "core/import/inspectlog.h"
#include "core/import/jsonrecords.h"
#include "core/import/parquetrecords.h"
#include "core/import/samplematrix.h"
#include "core/import/webdataset.h"
#include "core/import/xlsxrecords.h"

namespace winnow {

namespace {

template <typename... Formats> std::vector<std::unique_ptr<RecordFormat>> listOf()
{
    std::vector<std::unique_ptr<RecordFormat>> list;
    (list.push_back(std::make_unique<Formats>()), ...);
    return list;
}

} // namespace

const std::vector<std::unique_ptr<RecordFormat>>& recordFormats()
{
    static const auto all = [] {
        // Those that know their files from others of the same kind come first.
        auto list = listOf<InspectLogFormat, LmmsEvalFormat, LmEvalFormat, EvalScopeFormat, DatBenchFormat,
            JsonFormat, SampleMatrixFormat, CsvFormat, XlsxFormat, ParquetFormat, WebDatasetFormat>();
        for (auto& family : familyFormats()) {
            list.push_back(std::move(family));
        }
        return list;
    }();
    return all;
}

const RecordFormat* recordFormatOf(QByteArrayView head)
{
    const RecordFormat* best = nullptr;
    double surest = 0;
    for (const auto& format : recordFormats()) {
        if (const double sure = format->sniff(head); sure > surest) {
            surest = sure;
            best = format.get();
        }
    }
    return best;
}

QStringList recordSuffixes()
{
    QStringList suffixes;
    for (const auto& format : recordFormats()) {
        suffixes += format->suffixes();
    }
    suffixes.removeAll(QStringLiteral("txt"));
    suffixes.removeDuplicates();
    return suffixes;
}

QString recordFilePatterns()
{
    // Archives of such files.
    QStringList patterns{QStringLiteral("*.zip")};
    for (const auto& format : recordFormats()) {
        for (const QString& suffix : format->suffixes()) {
            if (const QString pattern = QStringLiteral("*.") + suffix; !patterns.contains(pattern)) {
                patterns.insert(patterns.size() - 1, pattern);
            }
        }
    }
    return patterns.join(u' ');
}

} // namespace winnow
