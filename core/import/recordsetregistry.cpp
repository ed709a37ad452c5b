// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/familyfolder.h"
#include "core/import/logfolder.h"
#include "core/import/ownexport.h"
#include "core/import/vlmevalkit.h"
#include "core/import/vqapair.h"

namespace winnow {

const std::vector<std::unique_ptr<RecordSetFormat>>& recordSetFormats()
{
    static const auto all = [] {
        std::vector<std::unique_ptr<RecordSetFormat>> list;
        // It says itself what it holds.
        list.push_back(std::make_unique<OwnExportFormat>());
        list.push_back(std::make_unique<VlmEvalKitFormat>());
        list.push_back(std::make_unique<VqaPairFormat>());
        list.push_back(std::make_unique<LogFolderFormat>());
        list.push_back(std::make_unique<FamilyFolderFormat>());
        return list;
    }();
    return all;
}

QVector<RecordSet> recordSetsIn(const SetPlace& place)
{
    for (const auto& format : recordSetFormats()) {
        if (QVector<RecordSet> sets = format->find(place); !sets.isEmpty()) {
            return sets;
        }
    }
    return {};
}

} // namespace winnow
