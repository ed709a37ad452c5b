// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/auditdata.h"

#include <limits>
#include <vector>

namespace winnow {

/// How well three stories explain the answers to one sample.
struct LabelBelief {
    /// Posterior probabilities; sum to 1. NaN where nobody answered readably.
    double sound = std::numeric_limits<double>::quiet_NaN();
    double wrongGold = std::numeric_limits<double>::quiet_NaN();
    double ambiguous = std::numeric_limits<double>::quiet_NaN();
    /// The answer that is right in place of the gold one, or as right; kNoAnswer when nobody gave another.
    qint32 other = kNoAnswer;
    int voters = 0;
    int families = 0;
    int forGold = 0;
    int forOther = 0;
};

/// Compares three stories for every sample, given how able each model is: the gold answer is right (and the
/// sample as hard as it may be, with a distractor as tempting as it may be); another answer is right; both
/// are, or the gold answer and two more. Able models tell the stories apart: under a tempting distractor they
/// are the ones that resist. So does constancy: who knows gives the same answer in every attempt and without
/// the options, who guesses does not, and an ambiguous sample splits models that are each constant.
///
/// Each model believes one answer or none (Dawid and Skene 1979). The chance of believing a right one follows
/// a Rasch model (logistic of ability minus difficulty), with guessing (Birnbaum 1968) and temptation by one,
/// two or three distractors for the rest. What the models of a family know together (a normal random effect)
/// and which answer they incline to together when they do not know is summed over, so that a family is not
/// taken for as many witnesses as it has models. Difficulty, temptation and split are summed over a grid; how
/// usual they are in the dataset, and how usual the stories, is estimated by EM. From answers alone a wrong
/// key cannot be told from a question that misleads all models alike: how many there are of the latter is
/// taken from how many tempt all but the ablest.
///
/// With `only`, the stories of the other samples are not compared: they count as sound.
std::vector<LabelBelief> labelBeliefs(const AuditData& data, const std::vector<bool>* only = nullptr);

} // namespace winnow
