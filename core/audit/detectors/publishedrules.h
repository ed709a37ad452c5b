// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"
#include "core/audit/models/guessing.h"

namespace winnow {

/// What the blind rules of papers would discard here, and what of it by chance alone: "details" has "rules",
/// each with "rule", "discarded", "by_chance" (a share) and "samples". DatBench (arXiv 2601.02316): more
/// models right than guessing predicts, one is enough for open answers; MMStar (2403.20330): three models or
/// more; MMMU-Pro (2409.02813): three in four. `guesses` by sample; those without models are left out.
DatasetFinding publishedRules(const AuditData& data, const std::vector<Guessing>& guesses);

/// How many models that answer independently it takes for one sample that all of them solve to pass a
/// false-discovery rate among `samples`, when each is right with `chance`: chance^models <= alpha / samples.
int modelsThatWouldDo(double chance, double alpha, double samples);

} // namespace winnow
