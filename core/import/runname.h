// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/condition.h"

#include <optional>

namespace winnow {

/// What a file's name tells of the run in it.
struct RunName {
    std::optional<Condition> condition;
    /// Which of several tries of the same model, from 1 ("run2", "attempt-3", "trial 1").
    std::optional<int> attempt;
    /// What tells it from other runs of the same model and condition ("seed7", "temp0.6", "3-shot"), as it
    /// stands.
    QString setting;
    /// The name without these words and the ending of the file.
    QString rest;
};

/// Reads the words of the last part of a path; what is no such word is passed over.
RunName readRunName(const QString& file);

} // namespace winnow
