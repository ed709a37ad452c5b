// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/gaps/verifier.h"

#include <QMap>

namespace winnow {

/// A strategy has no more stages than this.
inline constexpr int kMostStages = 8;

/// Who is asked in a step of a strategy: one model, or the one that the question's dataset or capability
/// leads to.
struct StrategyRoute {
    enum class By { Model, Dataset, Capability };
    By by = By::Model;
    /// The model; of a route the one for whatever it does not name.
    QString model;
    QMap<QString, QString> models;

    friend bool operator==(const StrategyRoute&, const StrategyRoute&) = default;
};

/// One stage: who is asked how often, and when its answer is good enough.
struct StrategyStage {
    StrategyRoute ask;
    int tries = 1;
    /// All tries at once, of which the first to be accepted ends the others; else one after the other.
    bool atOnce = false;
    Verifier verifier;
    /// Accepted from here on: tries that agree, a rating, a log-probability. Unused by the others.
    double accept = 0;

    friend bool operator==(const StrategyStage&, const StrategyStage&) = default;
};

/// How a question is answered: stage after stage until an answer is accepted; after the last the answer is
/// the one of that stage that its verifier rates highest. A readable file (JSON) that probes can run, too.
struct Strategy {
    QString name;
    QVector<StrategyStage> stages;

    /// Its file.
    QByteArray toJson() const;
    /// InvalidInput names the place and what may stand there; `file` is what the text came from.
    static Result<Strategy> fromJson(const QByteArray& text, const QString& file);
    /// One model, asked once.
    static Strategy single(const QString& model);

    /// The models it may ask.
    QStringList models() const;
    friend bool operator==(const Strategy&, const Strategy&) = default;
};

/// What it does, in a sentence.
Sentence describe(const Strategy& strategy);

} // namespace winnow
