// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/text/numbers.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace winnow {

/// One reply as a scorer is told of it, the same for sighted and blind runs. UTF-8.
struct ReplyToScore {
    /// What the model said.
    std::string_view text;
    /// The answer that the file, or an earlier reading, took from it; may be empty.
    std::string_view prediction;
    /// As they were shown; empty = it was asked openly.
    QStringList options;
    /// The letter of the gold option of a choice ("A, C" where several are right together), otherwise the
    /// gold text. Empty = none is known.
    QString gold;
    /// Every accepted answer, the gold text included; may be empty when `gold` says it all.
    QStringList accepted;
    /// Several options are right together.
    bool several = false;
    /// Without options, and the gold is a letter: the options are in the picture.
    bool letterOnly = false;
    /// The options are asked without being shown.
    bool choiceAskedOpenly = false;
    DecimalMark habit = DecimalMark::Point;

    /// What was said in all, for whoever asks whether anything was.
    std::string_view said() const { return prediction.empty() ? text : prediction; }
};

/// A number that a scorer can be told.
struct ScorerParameter {
    QString id;
    double initial = 0;
    double least = 0;
    double most = 1;
    /// For the reader, untranslated.
    const char* help = "";
};

using ScorerValues = QMap<QString, double>;

/// A way to read the answer from a reply and to give it a score between 0 and 1. Thread-safe.
class Scorer {
public:
    enum Need {
        /// It scores choices whose options were shown; others score answers in words.
        Options = 1,
        /// It is at its best with several annotators' answers.
        SeveralAnswers = 2,
        /// It reads replies in a way of its own: the answer that another scorer read may be too little.
        OwnReading = 4,
    };
    Q_DECLARE_FLAGS(Needs, Need)

    virtual ~Scorer() = default;
    /// Stable: it stands in projects and on command lines.
    virtual QString id() const = 0;
    virtual QString title() const = 0;
    /// Where the rule comes from.
    virtual QString source() const = 0;
    virtual Needs needs() const { return {}; }
    virtual QVector<ScorerParameter> parameters() const { return {}; }
    /// The answer; empty = none can be read. A letter (several for a set) for a choice, text otherwise.
    virtual QString read(const ReplyToScore& reply) const;
    /// Of an answer that was read, where there is a gold. `values` has every parameter.
    virtual double score(
        const QString& answer, const ReplyToScore& reply, const ScorerValues& values) const = 0;
};
Q_DECLARE_OPERATORS_FOR_FLAGS(Scorer::Needs)

/// Every scorer, in the order to show them.
const std::vector<std::unique_ptr<Scorer>>& scorers();
/// nullptr when there is none of that id.
const Scorer* scorerById(QStringView id);
/// InvalidInput lists the scorers. Empty is fine: by the kind of sample.
Result<> checkScorer(const QString& id);

/// What a scorer made of a reply.
struct ScoredReply {
    QString answer;
    /// Nothing when the model gave no answer or there is no gold: missing is never wrong.
    std::optional<double> score;
};

/// How the replies to one dataset are scored: a scorer for answers in words with its parameters, or, by
/// default, the one that suits the kind of sample. Choices whose options were shown are scored by their
/// letters.
class ScoringRule {
public:
    /// By kind of sample.
    ScoringRule() = default;
    /// "relaxed", "relaxed(tolerance=0.1)"; empty = by kind of sample. InvalidInput names the scorers, or the
    /// parameters and their limits.
    static Result<ScoringRule> parse(const QString& text);
    /// The same as what is usual for a dataset: choices that are asked openly are scored as by default.
    static Result<ScoringRule> forOpenQuestions(const QString& text);
    /// parse() gives the same rule from it.
    QString text() const;

    bool isDefault() const { return m_scorer == nullptr; }
    /// The replies' texts are needed: what another scorer read may be too little.
    bool hasOwnReading() const { return m_scorer && m_scorer->needs().testFlag(Scorer::OwnReading); }
    const Scorer& scorerFor(const ReplyToScore& reply) const;
    ScoredReply apply(const ReplyToScore& reply) const;
    /// Of an answer that was read before.
    std::optional<double> scoreOf(const QString& answer, const ReplyToScore& reply) const;

private:
    const Scorer* m_scorer = nullptr;
    bool m_openOnly = false;
    ScorerValues m_values;
};

} // namespace winnow
