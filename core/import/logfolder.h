// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordset.h"

namespace winnow {

/// A folder with the sample logs of several tasks of lmms-eval or lm-evaluation-harness: each task is a
/// dataset. One task's are a set of files as others are (chooseLogs).
class LogFolderFormat : public RecordSetFormat {
public:
    QVector<RecordSet> find(const SetPlace& place) const override;
};

} // namespace winnow
