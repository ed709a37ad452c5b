// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/auditdata.h"
#include "core/audit/models/textmodels.h"
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

/// The options of a sample, folded and split into words once for all that is asked about them.
class ReadOptions {
public:
    explicit ReadOptions(const AuditText& text);

    const AuditText& text() const { return m_text; }
    const QString& folded(std::size_t option) const { return m_words[option].folded(); }
    /// Words in order, and the different ones, ascending.
    const std::vector<QStringView>& words(std::size_t option) const { return m_words[option].words(); }
    const std::vector<QStringView>& distinct(std::size_t option) const { return m_distinct[option]; }
    /// Mean likeness of each option to the others.
    const std::vector<double>& likeness() const { return m_likeness; }

private:
    const AuditText& m_text;
    std::vector<ModelWords> m_words;
    std::vector<std::vector<QStringView>> m_distinct;
    std::vector<double> m_likeness;
};

/// The option that each rule picks, in the order of kHeuristics, or -1 where it picks none (a tie, or nothing
/// of the sort).
using HeuristicChoices = std::array<qint16, kHeuristics.size()>;
HeuristicChoices heuristicChoices(const ReadOptions& options);

/// Size of the table that option features are hashed into.
inline constexpr std::uint32_t kOptionTable = 1U << 14;
/// What a choices-only model sees of each option: its length among the others, likeness to the others,
/// numbers, "all of the above", place, and the words if asked for. Never the question.
std::vector<std::vector<Feature>> optionFeatures(const ReadOptions& read, bool withWords);

} // namespace winnow
