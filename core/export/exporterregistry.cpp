// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/errataexporter.h"
#include "core/export/exporter.h"
#include "core/export/jsonlexporter.h"
#include "core/export/vlmevalkitexporter.h"

namespace winnow {

const std::vector<std::unique_ptr<Exporter>>& exporters()
{
    static const std::vector<std::unique_ptr<Exporter>> all = [] {
        std::vector<std::unique_ptr<Exporter>> list;
        list.push_back(std::make_unique<JsonlExporter>());
        list.push_back(std::make_unique<VlmEvalKitExporter>());
        list.push_back(std::make_unique<ErrataExporter>());
        return list;
    }();
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
