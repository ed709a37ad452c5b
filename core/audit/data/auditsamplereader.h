// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/auditdataloader.h"
#include "core/responses/samplepositions.h"

namespace winnow {

/// Ids, options, gold answers of all samples of `data.datasetId`, in the order of the source; sizes the
/// columns by sample. The first to be called.
void readSamples(sqlite::Connection& connection, AuditData& data);
/// What else the samples have as far as `parts` asks for it: rotations, what people and judges said, texts,
/// images and their measures. `optionTexts` takes the options of every sample where they are needed.
void readSampleParts(sqlite::Connection& connection, const SamplePositions& positions,
    const AuditParts& parts, AuditData& data, std::vector<QStringList>& optionTexts);

} // namespace winnow
