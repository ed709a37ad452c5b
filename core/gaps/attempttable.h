// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

namespace winnow {

/// What became of one try.
enum class Try : std::uint8_t {
    /// It was not made, or nothing came of it (missing is missing, never wrong).
    None = 0,
    Wrong = 1,
    Right = 2,
};

/// Answers of tries: equal numbers are equal answers, also of different models.
enum AnswerMark : std::uint32_t {
    /// A score that came alone: nothing is known of the answer.
    UnknownAnswer = 0,
    /// A reply in which no answer could be read.
    NoAnswer = 1,
    FirstAnswerMark = 2,
};

/// What a contender did with its t-th try, a value a sample. What was not recorded is NaN; a column in which
/// nothing was recorded is empty.
struct TryColumn {
    std::vector<Try> outcome;
    std::vector<std::uint32_t> answer; // AnswerMark
    std::vector<float> seconds;
    /// US dollars: by the price of the model where one is set and what it needs was recorded, else as
    /// recorded.
    std::vector<float> dollars;
    std::vector<float> promptTokens;
    std::vector<float> outputTokens;
    /// What a judge or another verifier said of the reply, the higher the better.
    std::vector<float> rating;
    /// Of the reply as recorded, else of the option that was chosen.
    std::vector<float> logProbability;

    explicit TryColumn(std::size_t samples = 0)
        : outcome(samples, Try::None)
    {
    }
};

/// A model with one setting, under the standard condition. Of a sample that was tried n times the columns 0
/// to n - 1 are set: a try without a score is as if it had not been made.
struct Contender {
    /// The model, with its setting where it has several.
    QString name;
    QString model;
    QString setting;
    QString family;
    std::vector<TryColumn> tries;

    bool tried(std::size_t sample, std::size_t attempt = 0) const
    {
        return attempt < tries.size() && tries[attempt].outcome[sample] != Try::None;
    }
    bool right(std::size_t sample, std::size_t attempt = 0) const
    {
        return attempt < tries.size() && tries[attempt].outcome[sample] == Try::Right;
    }
    /// K: the most tries that nine in ten of these places have; more would be told of other questions. 0
    /// without places.
    int attemptsAt(const std::vector<std::uint32_t>& places) const;
};

/// What a few calls did not report does not hide the rest; more would.
inline constexpr double kMostlyKnown = 0.9;
/// Mean over what is known, where that is nearly all.
struct KnownMean {
    double sum = 0;
    qint64 known = 0;

    void add(float value)
    {
        if (!std::isnan(value)) {
            sum += double(value);
            ++known;
        }
    }
    /// NaN where too few of `count` are known.
    double of(qint64 count) const
    {
        return known > 0 && double(known) >= kMostlyKnown * double(count)
            ? sum / double(known)
            : std::numeric_limits<double>::quiet_NaN();
    }
};
/// Of a column over places.
double knownMean(const std::vector<float>& column, const std::vector<std::uint32_t>& places);

/// A question and its steps, by place in the table, in order. A step may be a question with steps itself.
struct Chain {
    /// -1 = the question itself is not there.
    qint32 question = -1;
    std::vector<std::uint32_t> steps;
    /// False where the scope leaves out some of them: what is left says nothing of the whole.
    bool complete = true;
};

/// What can be seen of a question before any model is asked, a row a sample.
struct QuestionFeatures {
    std::size_t width = 0;
    std::vector<float> values;

    const float* of(std::size_t sample) const { return values.data() + sample * width; }
};

/// What models did with every try at the samples of one or more datasets. An immutable value; columns by
/// sample.
struct AttemptTable {
    std::vector<qint64> samples;
    QStringList datasets, capabilities;
    std::vector<quint16> dataset, capability; // index into them
    /// Equal numbers = samples that share an image, or are steps of one question.
    std::vector<std::uint32_t> cluster;
    std::vector<quint8> images;
    /// By name.
    QVector<Contender> contenders;
    /// Steps: what they are called, and which one a sample is (index + 1; 0 = none). Empty without steps.
    QStringList stepNames;
    std::vector<quint16> step;
    QVector<Chain> chains;
    QuestionFeatures features;
    /// A score counts as right from here on.
    double rightFrom = 0.5;

    std::size_t size() const { return samples.size(); }
    bool isStep(std::size_t sample) const { return !step.empty() && step[sample] != 0; }
    /// Where the contender of this name stands; -1 without one.
    qsizetype find(const QString& contender) const;
    /// The clusters of places, as the intervals of core/stats take them: empty where no two share an image.
    std::vector<std::uint32_t> clustersAt(const std::vector<std::uint32_t>& places) const;
    /// Half of the questions, so that those that share an image, and the steps of one question, stay
    /// together. Whatever is chosen is chosen on the first half and told of the second.
    bool inFirstHalf(std::size_t place) const;
    /// Places of questions that are no steps and that each of these contenders has tried.
    std::vector<std::uint32_t> triedByAll(const std::vector<std::size_t>& contenders) const;
    /// The contenders that tried at least half of the questions that any of them tried; the others are too
    /// far from being asked the same.
    std::vector<std::size_t> speakers() const;
};

} // namespace winnow
