// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/auditdata.h"
#include "core/audit/detectors/detector.h"
#include "core/base/sentence.h"

namespace winnow {

/// Whether the model gives one and the same answer to at least 20 samples of different gold answers: a parser
/// or a model that fell silent. Such answers say nothing of any sample.
bool answersAlwaysTheSame(const AuditData& data, const ModelView& model);

/// What every detector that reads responses has to say of them: how many are missing, which models always
/// answer the same, where attempts contradict each other. Empty for other detectors and for sound responses.
SentenceList responseNotes(const DetectorInfo& detector, const AuditData& data);

} // namespace winnow
