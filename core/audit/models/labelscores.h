// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"
#include "core/audit/models/labelmodel.h"

namespace winnow {

/// What the label model's beliefs are worth in one dataset. Answers alone cannot tell a wrong key from a
/// misconception that all models share, so a belief is turned into a chance by what people found of the gold
/// answers they checked (see stats::FaultCurve). Until kEnough are checked the scores are those of a cautious
/// prior and mean no more than their order: a rank.
struct LabelScores {
    static constexpr int kEnough = 30;

    /// By sample; NaN where there is no belief. Increasing in the belief.
    std::vector<double> scores;
    /// Place in the order, 1 = the most doubtful; 0 where there is no score.
    std::vector<qint64> places;
    qint64 judged = 0;
    /// Samples with a belief whose gold answer people checked, and those they found faulty.
    int checked = 0;
    int faulty = 0;

    bool areProbabilities() const { return checked >= kEnough; }
    ScoreScale scale() const { return areProbabilities() ? ScoreScale::Probability : ScoreScale::Rank; }
    /// The keys "scale", "checked", and of a rank "place" and "judged".
    void describe(std::size_t sample, QJsonObject& evidence) const;
    /// What the scores are, in one sentence.
    Sentence note() const;
};

/// `judged` restricts to samples with enough answers.
LabelScores labelScores(
    const AuditData& data, const std::vector<LabelBelief>& beliefs, const std::vector<bool>& judged);

/// The model replied, and no answer could be read in any of its replies.
bool isUnread(const ModelView& model, std::size_t sample);
/// Samples where at least half of the replies could be read, and nothing is said of others: what was not
/// understood tells nothing of the key. By sample.
std::vector<bool> mostlyRead(const AuditData& data, const std::vector<ModelView>& models);
/// "Not judged: 3 samples where most replies could not be read."; nothing when there are none.
void noteUnread(qint64 unread, SentenceList& notes);

} // namespace winnow
