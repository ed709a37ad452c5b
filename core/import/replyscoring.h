// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/condition.h"
#include "core/import/samplekeys.h"
#include "core/text/scorer.h"

#include <optional>
#include <string_view>

namespace winnow {

/// What a reply answers: the file's `prediction`, where an answer can be read from it, else its `text`. A
/// letter (several for a set) for a choice, text otherwise; empty = unread.
QString readReply(SampleKeys& keys, SampleKeys::Found sample, Condition condition,
    std::string_view prediction, std::string_view text);

/// The score of an answer that was read from what was `said`: by `scorer`, or, null, by the letters of a
/// choice, `contains` for a choice asked openly, `exact` otherwise. Nothing when no answer was given or there
/// is no gold.
std::optional<double> scoreReply(SampleKeys& keys, SampleKeys::Found sample, Condition condition,
    const Scorer* scorer, const QString& answer, const QString& said);

} // namespace winnow
