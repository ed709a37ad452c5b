// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"
#include "ui/models/clickthrough.h"

#include <optional>

namespace winnow {

/// A number of one model: under which policy, over which samples, and which of them it counts.
struct ModelNumber {
    /// Ask = an accuracy: right, wrong, missing or unread is chosen from a menu that counts them.
    /// All = answered, whether compared with others or not.
    enum class Part { Ask, Missing, Unread, Answered, All };

    Policy policy;
    QString model;
    /// Empty = all.
    QString dataset;
    /// After the policy, else before.
    bool after = false;
    Part part = Part::Ask;
    /// The samples of the model's ranking; without, what it answered.
    std::optional<QVector<SampleId>> among;
    /// Empty = all.
    QString capability = {};
};

/// Opens the samples behind the number; they are found off the GUI thread when it is chosen.
ClickThrough samplesBehind(const ModelNumber& number);

} // namespace winnow
