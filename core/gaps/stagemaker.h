// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gaps/verifier.h"

namespace winnow {

/// What one stage comes to, asked of one contender, question by question.
struct StageColumn {
    enum Flag : std::uint8_t { Recorded = 1, Accepted = 2, Right = 4 };
    std::vector<std::uint8_t> flags;
    std::vector<std::uint8_t> calls;
    /// Until its answer is there; NaN = not recorded.
    std::vector<float> seconds;
    /// Of all calls that were made, and of the one whose answer is taken.
    std::vector<float> dollars, usedDollars;
    std::vector<float> tokens, usedTokens;
};

/// Works out one stage for one contender: tries from `first` on, at once or in turn, until the verifier
/// accepts one. The columns are read through pointers: this is what a thousand strategies wait for. What it
/// is given must outlive it. One thread.
class StageMaker {
public:
    StageMaker(const AttemptTable& table, const std::vector<std::uint32_t>& places,
        const Contender& contender, const VerifierSource& verifier, int first, int tries, bool atOnce,
        double accept);

    /// What one question comes to.
    struct Answer {
        bool accepted = false;
        bool right = false;
        std::size_t calls = 0;
        float seconds = 0;
        float dollars = 0, usedDollars = 0;
        float tokens = 0, usedTokens = 0;
    };

    /// False where a try that is needed was not recorded.
    bool answer(std::size_t place, Answer& to);
    StageColumn make();

private:
    struct Columns {
        const Try* outcome = nullptr;
        const std::uint32_t* answer = nullptr;
        const float* seconds = nullptr;
        const float* dollars = nullptr;
        const float* promptTokens = nullptr;
        const float* outputTokens = nullptr;
    };
    /// One try at the question at hand.
    struct Call {
        std::size_t attempt = 0;
        std::uint32_t answer = 0;
        bool right = false;
        float seconds = 0;
        float dollars = 0;
        float tokens = 0;
    };

    Columns columnsOf(const TryColumn& column, std::size_t samples);
    static float tokensOf(const Columns& columns, std::size_t place);
    static Call callOf(const Columns& columns, std::size_t attempt, std::size_t place);
    void load(std::size_t place);
    void run(std::size_t place, Answer& to);
    float ratingOf(std::size_t place, std::size_t arrived) const;
    bool accepts(float rating) const;

    const std::vector<std::uint32_t>& m_places;
    const Contender& m_contender;
    const VerifierSource& m_verifier;
    std::size_t m_first;
    bool m_atOnce;
    double m_accept;
    bool m_isRecorded = true;
    std::vector<Columns> m_columns;
    Columns m_other;
    /// Instead of columns in which nothing was recorded.
    std::vector<float> m_nothing;
    std::vector<std::uint32_t> m_noAnswer;
    std::vector<Call> m_calls;
};

} // namespace winnow
