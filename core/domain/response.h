// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/domain/condition.h"

#include <QString>
#include <QVector>

#include <optional>

namespace winnow {

struct Model {
    ModelId id;
    QString name;
    /// Models of one family are not independent witnesses.
    QString family;
};

/// One model under one condition with one setting over one dataset.
struct Run {
    RunId id;
    ModelId modelId;
    DatasetId datasetId;
    QString model;
    QString family;
    QString dataset;
    Condition condition = Condition::Standard;
    /// What distinguishes two runs of the same model and condition ("cot", "temperature 1"); may be empty.
    QString setting;
    QString sourcePath;
};

/// What a model said once. Missing is missing: no score, never zero.
struct Response {
    RunId runId;
    SampleId sampleId;
    /// Rotation of the options; 0 outside the circular condition.
    int shift = 0;
    /// 0..K-1.
    int attempt = 0;
    /// The raw text as it came.
    QString text;
    /// The parsed answer: a letter for MCQ (as shown in that rotation), text otherwise; empty = none parsed.
    QString answer;
    /// 0..1, or nothing when the model did not answer or the scorer could not run.
    std::optional<double> score;
    std::optional<qint64> promptTokens;
    std::optional<qint64> outputTokens;
    /// Seconds.
    std::optional<double> latency;
    /// US dollars.
    std::optional<double> cost;
    /// How good a judge, a reward model or another verifier found this reply, the higher the better.
    std::optional<double> verifier;
    /// Of the reply, summed or averaged as the file has it; natural logarithm.
    std::optional<double> logProbability;
    /// Probability of each option, in option order; empty when unknown.
    QVector<double> optionProbabilities;
};

/// A model's family from its name: the letters before the first size or version ("Qwen2.5-VL-7B" -> "qwen").
QString guessFamily(const QString& modelName);

/// Whether a run is of the language model that the model was made from, without its vision part: a blind run
/// whose setting says so ("llm", "base", "language model"). Another system than the model, with an answer of
/// its own (MMStar, arXiv 2403.20330, section 3.3).
bool isLanguageModelAlone(Condition condition, const QString& setting);

} // namespace winnow
