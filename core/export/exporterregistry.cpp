// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/csvexporter.h"
#include "core/export/datbenchexporter.h"
#include "core/export/errataexporter.h"
#include "core/export/everyevaleverexporter.h"
#include "core/export/exporter.h"
#include "core/export/hfimagefolderexporter.h"
#include "core/export/hfparquetexporter.h"
#include "core/export/inspectexporter.h"
#include "core/export/jsonlexporter.h"
#include "core/export/keepidsexporter.h"
#include "core/export/llavaexporter.h"
#include "core/export/lmevalexporter.h"
#include "core/export/lmmsevalexporter.h"
#include "core/export/vlmevalkitexporter.h"
#include "core/export/vqaexporter.h"

namespace winnow {

namespace {

template <typename... Formats> std::vector<std::unique_ptr<Exporter>> listOf()
{
    std::vector<std::unique_ptr<Exporter>> list;
    (list.push_back(std::make_unique<Formats>()), ...);
    return list;
}

} // namespace

const std::vector<std::unique_ptr<Exporter>>& exporters()
{
    // The first is what the window offers at first.
    static const auto all = listOf<JsonlExporter, VlmEvalKitExporter, CsvExporter, DatBenchExporter,
        ErrataExporter, EveryEvalEverExporter, HfImageFolderExporter, HfParquetExporter, InspectExporter,
        KeepIdsExporter, LlavaExporter, LmEvalExporter, LmmsEvalExporter, VqaExporter>();
    return all;
}

const Exporter* exporterById(QStringView id)
{
    for (const auto& exporter : exporters()) {
        if (exporter->info().id == id) {
            return exporter.get();
        }
    }
    return nullptr;
}

} // namespace winnow
