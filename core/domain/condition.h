// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace winnow {

/// Under what circumstances a run answered (DESIGN.md section 3).
/// Blind is without the image, NoQuestion without the question, NoInfo without both.
enum class Condition { Standard, Blind, Circular, OpenEnded, ChoicesOnly, NoQuestion, NoInfo };

inline constexpr std::array kConditions{Condition::Standard, Condition::Blind, Condition::Circular,
    Condition::OpenEnded, Condition::ChoicesOnly, Condition::NoQuestion, Condition::NoInfo};

/// Stable id as stored and printed: standard, blind, circular, open_ended, choices_only, no_question,
/// no_info.
QString conditionId(Condition condition);
std::optional<Condition> conditionFromId(QStringView id);
/// Guesses from what other tools call it ("text_only", "no_image", "with_images", "mcq_5shot" …).
std::optional<Condition> guessCondition(QStringView text);

} // namespace winnow
