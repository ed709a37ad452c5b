// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to the label model.

#include "core/audit/models/labelballots.h"

#include <array>

namespace winnow {

/// How well the stories explain the answers to one sample, for each difficulty and each pull of a tempting
/// answer: likelihoods times exp(-logScale).
struct StoryEvidence {
    static constexpr std::size_t kDifficulties = 8;
    static constexpr std::size_t kPulls = 7;
    using ByDifficulty = std::array<double, kDifficulties>;
    using Cells = std::array<ByDifficulty, kPulls>;

    Cells sound{};
    Cells wrongGold{};
    ByDifficulty ambiguous{};
    double logScale = 0;
};

/// Computes the evidence for the stories of labelBeliefs() of one sample after another.
class LabelStories {
public:
    /// `ability`: see modelAbilities(); `family`: of each model, numbered from 0; `following`: chance that a
    /// model which does not know follows what its family inclines to; `firmness`: chance that it holds on to
    /// its guess in every attempt; `openAnswers`: answers there are to an open question, effectively.
    LabelStories(const AuditData& data, const LabelBallots& ballots, const std::vector<double>& ability,
        std::vector<std::size_t> family, double following, double firmness, double openAnswers);

    /// Of the sample that the ballots hold.
    StoryEvidence evidence(std::size_t sample);
    /// The same for the plainest form of each story and as if no two models were related: some hundred times
    /// quicker, and surer than it should be. Only the cells without temptation are filled.
    StoryEvidence glance(std::size_t sample);
    /// Answers beside the gold one that draw enough models, the commonest first; the commonest if none does.
    std::vector<std::size_t> rivals() const;
    /// How usual each cell is to begin with; sums to 1.
    static StoryEvidence::Cells usualCells();
    /// Whether nobody resists the most tempting distractor or the key is wrong cannot be learnt from answers:
    /// ties how many questions mislead everybody to how many have such a distractor and are solved by some.
    static void misleadSome(StoryEvidence::Cells& cells);

private:
    using Likelihoods = std::vector<double>;
    using ByDifficulty = StoryEvidence::ByDifficulty;
    /// One form of a story: likelihoods times exp(-logScale), the largest about 1.
    struct Line {
        ByDifficulty likelihoods;
        double logScale = 0;
    };

    /// What a family may incline to when it does not know: an answer that a member gave, or any other.
    struct Inclination {
        double share;
        /// Where the likelihoods of the members begin in m_inclined.
        std::size_t begin;
    };
    struct Family {
        /// Of m_order.
        std::size_t begin;
        std::size_t end;
        std::vector<Inclination> inclinations;
    };

    double possibleAnswers(std::size_t sample) const;
    void prepare(std::size_t sample);
    void incline(Family& family, double luck);
    Line line(const Likelihoods& known, double pull, const Likelihoods& tempted);
    std::vector<std::pair<std::size_t, Line>> tempted(std::size_t right);
    Line several(const std::vector<std::size_t>& right, const std::vector<double>& shares);

    const AuditData& m_data;
    const LabelBallots& m_ballots;
    std::vector<std::size_t> m_family;
    double m_following;
    double m_firmness;
    double m_openAnswers;
    /// [capability][model][node][difficulty], and its mean over the nodes.
    std::vector<float> m_knowing;
    std::vector<float> m_meanKnowing;
    // Of the sample at hand.
    std::size_t m_firstModel = 0;
    double m_possible = 2;
    double m_logChoices = 0;
    std::vector<std::size_t> m_rivals;
    /// Voters, those of a family beside each other.
    std::vector<std::size_t> m_order;
    std::vector<Family> m_families;
    /// [answer][voter]: likelihood of the voter's responses when it believes the answer.
    std::vector<Likelihoods> m_believes;
    /// Mean of that over the possible answers.
    Likelihoods m_firm;
    /// Likelihoods of the responses of a family's members, in the order of m_order, for one inclination after
    /// another.
    Likelihoods m_inclined;
    /// [voter], summed over the inclinations, and the largest of them.
    Likelihoods m_unknowing;
    Likelihoods m_likeliest;
    Likelihoods m_scales;
};

} // namespace winnow
