// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sentence.h"
#include "core/gaps/attempttable.h"

#include <optional>

namespace winnow {

/// What tells a right answer from a wrong one without knowing the gold, as far as it was recorded.
enum class VerifierKind {
    /// Nothing does: the first answer is taken.
    None,
    /// How many tries gave the same answer.
    Agreement,
    /// What a judge or a reward model said of the reply.
    Rating,
    /// Another model gives the same answer with its first try.
    Model,
    /// How probable the model found its answer.
    LogProbability,
    /// An answer could be read at all.
    Form,
    /// Knows what is right. It cannot be built; it shows what is to be had.
    Oracle,
};

/// A kind with what it takes.
struct Verifier {
    VerifierKind kind = VerifierKind::None;
    /// Of Model: the contender that is asked.
    QString model;

    friend bool operator==(const Verifier&, const Verifier&) = default;
};

/// "agreement", "rating", "model", "log_probability", "form", "none", "oracle": as files have it.
QString verifierId(VerifierKind kind);
std::optional<VerifierKind> verifierFromId(QStringView id);
/// For readers.
Sentence titleOf(const Verifier& verifier);

/// What a verifier needs of a table, by place of its contenders.
struct VerifierSource {
    VerifierKind kind = VerifierKind::None;
    /// Of Model.
    const Contender* other = nullptr;

    /// What it says of one try; NaN = not recorded. Agreement depends on the tries beside it and is counted
    /// by who asks.
    float of(const Contender& contender, std::size_t sample, std::size_t attempt) const;
    /// Whether it says something of most of the contender's tries at these samples.
    bool speaksFor(const Contender& contender, std::size_t attempts) const;
};

} // namespace winnow
