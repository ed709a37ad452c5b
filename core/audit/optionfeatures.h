// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditdata.h"
#include "core/audit/textmodels.h"
#include "core/base/sentence.h"

#include <array>

namespace winnow {

/// Rules of thumb that pick an option without looking at the image or thinking about the question
/// (METHODS C1).
enum class Heuristic { Longest, Shortest, MostOverlap, OddOneOut, AllOrNone, Middle };
inline constexpr std::array kHeuristics{Heuristic::Longest, Heuristic::Shortest, Heuristic::MostOverlap,
    Heuristic::OddOneOut, Heuristic::AllOrNone, Heuristic::Middle};

QString heuristicId(Heuristic heuristic);
/// "the longest option", for sentences.
Sentence heuristicTitle(Heuristic heuristic);
/// The option it picks, or -1 when it picks none (a tie, or nothing of the sort).
int heuristicChoice(Heuristic heuristic, const AuditText& text);

/// Size of the table that option features are hashed into.
inline constexpr std::uint32_t kOptionTable = 1U << 14;
/// What a choices-only model sees of each option: its length among the others, likeness to the others,
/// numbers, "all of the above", place, and the words if asked for. Never the question.
std::vector<std::vector<Feature>> optionFeatures(const AuditText& text, bool withWords);

} // namespace winnow
