// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordset.h"

namespace winnow {

/// VQA v1 and v2: a file of questions and one of annotations of the same split, joined by question_id; files
/// of results beside them are read after them.
class VqaPairFormat : public RecordSetFormat {
public:
    std::vector<RecordLayout> layouts() const override;
    QVector<RecordSet> find(const SetPlace& place) const override;
};

} // namespace winnow
