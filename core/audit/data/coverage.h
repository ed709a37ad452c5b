// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/auditdata.h"
#include "core/base/sentence.h"

#include <QString>
#include <QVector>

#include <array>
#include <optional>

namespace winnow {

/// What a detector cannot do without.
enum class Need {
    StandardResponses,
    BlindResponses,
    CircularResponses,
    OpenEndedResponses,
    ChoicesOnlyResponses,
    OptionProbabilities,
    /// At least one multiple-choice sample.
    Options,
    /// At least one gold answer.
    Gold,
    Texts,
    Images,
    /// Pictures that were measured (quality, perceptual hash).
    ImageMeasures,
    SeveralSplitsOrDatasets,
    /// What people decided, or imported judges said.
    Verdicts,
};

struct Requirement {
    Need need;
    /// For responses and probabilities: of at least this many models.
    int models = 1;
};

/// What a dataset has, counted without loading it.
struct Coverage {
    QString dataset;
    qint64 samples = 0;
    qint64 mcq = 0;
    qint64 withGold = 0;
    qint64 withQuestion = 0;
    qint64 images = 0;
    /// Models with responses, by Condition.
    std::array<int, kConditions.size()> models{};
    /// Models with option probabilities.
    int modelsWithProbabilities = 0;
    /// Verdicts of judges, and samples that people decided on.
    qint64 verdicts = 0;
    int splits = 0;
    /// Datasets in the project.
    int datasets = 1;

    int modelsOf(Condition condition) const { return models[std::size_t(condition)]; }
};

/// Counts over a loaded dataset.
Coverage coverageOf(const AuditData& data, int datasets = 1);
/// Nothing when met, otherwise a sentence: "needs blind responses of at least 3 models; there are 1".
std::optional<Sentence> unmetNeed(const Requirement& requirement, const Coverage& coverage);
/// All unmet needs, in order.
SentenceList unmetNeeds(const QVector<Requirement>& requirements, const Coverage& coverage);
/// Stable id and short English description of a need.
QString needId(Need need);
Sentence needTitle(const Requirement& requirement);

} // namespace winnow
