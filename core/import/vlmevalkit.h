// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordset.h"

namespace winnow {

/// Where VLMEvalKit writes: WORK_DIR/MODEL/EVAL_ID/MODEL_DATASET.xlsx (tsv, json), linked to from MODEL/,
/// with tables of verdicts and a status.json beside. A set is a dataset with the newest run of each model,
/// its replies and verdicts joined. Opened by any of these folders, or by a file in them.
class VlmEvalKitFormat : public RecordSetFormat {
public:
    std::vector<RecordLayout> layouts() const override;
    QVector<RecordSet> find(const SetPlace& place) const override;
};

} // namespace winnow
