// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <span>
#include <vector>

namespace winnow::stats {

/// One outcome that somebody checked: what a model believed, and whether it was a fault.
struct CheckedBelief {
    double belief;
    bool fault;
};

/// Turns a model's belief in a fault (0..1) into the chance that a person finds one: q + (1 - q) logistic(s +
/// b logit(belief)), where q is the share of faults that the model cannot see, s how far it overrates what it
/// sees, and b how sharp it is (logistic recalibration, Platt 1999, with a floor). The three are averaged
/// over their posterior on a grid, so few outcomes give no certainty. Increasing in the belief.
///
/// The prior is cautious. q: about the rates of published audits (3.4% on average of ten test sets, Northcutt
/// et al. 2021; 6.5% in MMLU-Redux), with room for none and for more. s: MMLU-Redux confirms 13 of 36 keys
/// that are wrong by a belief of .65, so beliefs are taken to be much too high until outcomes say otherwise.
class FaultCurve {
public:
    /// Without outcomes: the cautious prior.
    explicit FaultCurve(std::span<const CheckedBelief> outcomes = {});

    /// NaN for NaN.
    double operator()(double belief) const;

private:
    /// By logit of the belief, in steps.
    std::vector<double> m_chances;
};

} // namespace winnow::stats
