// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/flag.h"
#include "core/domain/response.h"
#include "core/domain/sample.h"
#include "core/store/judgementstore.h"
#include "core/store/project.h"
#include "core/store/stepstore.h"

#include <QVector>

#include <memory>
#include <optional>

namespace winnow {

/// How a response stands to the gold answer. Partly: a score strictly between 0 and 1. Unread: a reply in
/// which no answer could be read, without a score of its file above 0. Missing: no reply.
enum class Outcome { Right, Partly, Wrong, Missing, Unread };

/// One line of the table of responses. A run that did not answer has a line too.
struct ResponseRow {
    Run run;
    Response response;
    Outcome outcome = Outcome::Missing;
    /// The answer in the letters of the base sample; differs from `response.answer` in rotated rows only.
    QString baseAnswer;
};

/// What the models answered under one condition, in unrotated options: one vote a model, the answer that it
/// gave most often over its settings and attempts (the earliest on ties), as the audits count.
struct VoteTally {
    /// Per option; empty for open-ended samples.
    QVector<int> perOption;
    /// Answers that are not among the options (all answers, for open-ended samples), commonest first.
    struct Answer {
        QString text;
        int count = 0;
        bool right = false;
    };
    QVector<Answer> others;
    int answered = 0;
    int missing = 0;
    /// Models whose vote is right.
    int right = 0;
    /// Models that were asked more than once, and how often the one that was asked most.
    int askedAgain = 0;
    int mostAsked = 1;

    int models() const { return answered + missing; }
};

/// Begins the note of an event that records what an annotator answered before seeing the flags.
inline const QString kBlindAnswerPrefix = QStringLiteral("blind answer: ");

/// Everything the review screen shows of one sample, read in one snapshot. Immutable: share it freely.
struct SampleBundle {
    Sample sample;
    /// What it is a step of, and its own steps in source order.
    std::optional<SampleStep> step;
    QVector<SampleStep> steps;
    /// Active flags, highest score first.
    QVector<Flag> flags;
    /// Verdicts of imported judges, by judge; what they found wrong is among the flags.
    QVector<Judgement> judgements;
    /// By model, condition, setting, shift, attempt; missing responses included.
    QVector<ResponseRow> responses;
    /// All events about the sample, oldest first, undos included.
    QVector<Decision> decisions;

    /// Gives the flags the states that `decisions` say.
    void settle();
    VoteTally votes(Condition condition) const;
    bool hasCondition(Condition condition) const;
    /// Index of the first open flag from `from` on, going round; -1 when every flag is decided.
    int nextOpenFlag(int from) const;
    /// The flag to begin with: of these kinds the first disputed one, else the first open one; else the same
    /// of the other kinds; else the first. -1 without flags.
    int firstFlag(const QStringList& kinds) const;
    /// As winnow::isReviewed() has it.
    bool isReviewed() const;
    /// The annotator's latest verdict on this kind, or latest action, says the same already.
    bool hasSaid(const Decision& decision) const;
    /// What stands of the events after all undos.
    QVector<Decision> effectiveDecisions() const;
    /// The action that stands, with its new gold; nullopt when none was taken.
    std::optional<Decision> action() const;
    /// The note that stands last; empty when there is none. Answers given unseen are not notes.
    QString note() const;
    /// The gold answer after a fix, else the sample's own.
    QString currentGold() const;
};

/// Reads a sample with flags, responses and decisions in one read transaction. NotFound for an unknown id.
/// Any thread but the GUI's.
Result<std::shared_ptr<const SampleBundle>> loadSampleBundle(Project& project, SampleId id);

} // namespace winnow
