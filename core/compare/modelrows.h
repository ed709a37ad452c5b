// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/modelstats.h"
#include "core/stats/clustered.h"

namespace winnow {

/// What a model does without the image, beside what it does with it.
struct BlindBehaviour {
    Run run;
    /// Mean score without the image.
    Rate accuracy;
    /// With the image less without, over the samples that both have (multi-modal gain, arXiv 2403.20330). No
    /// pairs without a standard run.
    stats::PairedMeans gain;
    /// Of the replies without the image, how many give an answer instead of declining.
    Rate answers;
    /// Of these answers, how many are the answer that it gives with the image.
    Rate sighted;
};

/// The same samples as multiple choice and otherwise: openly, or in every rotation.
struct FormatGap {
    Run run;
    /// Multiple choice less the other.
    stats::PairedMeans drop;
    /// Chance of the pairs as multiple choice, and in the other form.
    double chance = 0;
    double otherChance = 0;
    /// (accuracy - chance) / (1 - chance) of each.
    double corrected = 0;
    double otherCorrected = 0;
};

/// Several attempts at one sample (Chen et al., arXiv 2107.03374), over the samples with at least K; K is
/// what at least half of the samples have.
struct Attempts {
    int k = 0;
    qint64 n = 0;
    double successAt1 = 0;
    double successAtK = 0;
    double allOfK = 0;
};

/// What the responses took; NaN where nothing was recorded.
struct Usage {
    /// US dollars for all samples that have a record, one attempt each, and for one.
    double cost = 0;
    double costPerSample = 0;
    /// Median over samples.
    double seconds = 0;
    /// Mean tokens of a response.
    double promptTokens = 0;
    double outputTokens = 0;
    qint64 n = 0;
};

/// A line of the table of models: one run, over its dataset or one capability of it, and what can be said of
/// it beside the other runs of its model. What needs a run that is not there is not set.
struct ModelRow {
    /// Empty = the whole dataset.
    QString capability;
    ModelAccuracy accuracy;
    /// Standard runs only; a blind run's own line says what its own replies do.
    std::optional<BlindBehaviour> blind;
    /// max(0, blind accuracy - accuracy of the language model alone): the answers were in the training data
    /// (multi-modal leakage, arXiv 2403.20330).
    std::optional<double> leakage;
    /// Standard deviation of the recall by letter, in points (RStd, arXiv 2309.03882).
    std::optional<double> positionBias;
    std::optional<FormatGap> openEnded;
    std::optional<FormatGap> circular;
    std::optional<Attempts> attempts;
    Usage usage;

    QJsonObject toJson() const;
};

enum class ModelRowsBy { Run, Capability };

/// The lines of all datasets. Intervals take samples that share an image as one cluster. `deliver` is given
/// what there is after each dataset. With `only` (a subset) over these samples, and without the datasets that
/// have none of them. Not on the GUI thread.
Result<QVector<ModelRow>> modelRows(const Project& project, ModelRowsBy by, Progress& progress,
    const std::function<void(const QVector<ModelRow>&)>& deliver = {},
    const std::optional<QVector<SampleId>>& only = std::nullopt);

/// How often one model answers without looking beside another: of the samples that both replied to blind, how
/// many each answers instead of declining.
struct BlindAnswering {
    QString first;
    QString second;
    stats::RateRatio ratio;
};

/// InvalidInput when one of the two has no blind replies, or they share no sample. Not on the GUI thread.
Result<BlindAnswering> compareBlindAnswering(
    const Project& project, const QString& first, const QString& second, Progress& progress);

/// "A answers without looking 31% less often than B (95% interval 24% to 37%): 120 of 400 …"
Sentence sentenceOf(const BlindAnswering& answering);

} // namespace winnow
