// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/models/modeltable.h"

#include <vector>

namespace winnow {

/// Slope of the chance of knowing an answer over ability minus difficulty, and spread of the difficulties.
constexpr double kAbilitySlope = 1.4;
constexpr double kDifficultySpread = 1.2;
/// Chance of hitting an open answer without knowing.
constexpr double kLuckyOpenAnswer = 0.03;

/// Ability of each model in each capability, [model * capabilities + capability], on the scale of the Rasch
/// model: from its accuracy without guessing, drawn towards the model's accuracy in the whole dataset and in
/// the project's other datasets where there are few samples.
std::vector<double> modelAbilities(const AuditData& data, const ModelTable& table, std::size_t capabilities);

} // namespace winnow
