// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordset.h"

namespace winnow {

/// A folder that an export wrote: its manifest.json names the first file of each dataset, and nothing else in
/// the folder is data. Each dataset is a source of its own.
class OwnExportFormat : public RecordSetFormat {
public:
    QVector<RecordSet> find(const SetPlace& place) const override;
};

} // namespace winnow
