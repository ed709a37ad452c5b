// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordset.h"

namespace winnow {

/// A folder with files of one published set that are imported one after the other: questions, then the
/// replies of models to them.
class FamilyFolderFormat : public RecordSetFormat {
public:
    QVector<RecordSet> find(const SetPlace& place) const override;
};

} // namespace winnow
