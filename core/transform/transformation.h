// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sentence.h"
#include "core/domain/sample.h"

#include <QString>
#include <QStringList>
#include <QVector>

namespace winnow {

/// Why a multiple-choice question can be asked without its options, must keep them, or is left alone.
/// DatBench (arXiv 2601.02316, section 3.1 and appendix C.2) deletes options wherever the question stands
/// without them and asks the rest in every order.
enum class TransformReason {
    // The options can go.
    Number,
    YesNo,
    Colour,
    ShortAnswer,
    // They are needed: ask in every order.
    AmongTheseAsked,
    ClosestAsked,
    OthersReferredTo,
    ImageOptions,
    UnitInOptions,
    ScaleInOptions,
    OptionsOverlap,
    LongOptions,
    SentenceToComplete,
    Unclear,
    // Their order means something, or nothing can be done.
    LettersReferredTo,
    LabelsInImage,
    OptionsMalformed,
    SeveralRight,
    NoGold,
    NotMultipleChoice,
};

/// Stable id as stored and printed: "number", "yes_no", …
QString transformReasonId(TransformReason reason);
/// One sentence for people.
Sentence transformReasonText(TransformReason reason);
QVector<TransformReason> transformReasons();

/// What becomes of a multiple-choice question.
enum class Transform { Leave, OpenEnded, Circular };
QString transformId(Transform transform);
Transform transformFor(TransformReason reason);

/// The open-ended form of a multiple-choice question.
struct OpenForm {
    QString question;
    /// First of `accepted`.
    QString reference;
    /// Ways to write the reference: number and unit, synonyms that stand in the option itself.
    QStringList accepted;
    /// Id of the scoring rule that suits it.
    QString scorer;
};

/// A proposal for one sample.
struct Transformation {
    Transform transform = Transform::Leave;
    TransformReason reason = TransformReason::NotMultipleChoice;
    /// Of OpenEnded.
    OpenForm open;
};

/// What the question becomes without its options, whatever the reason: a person may want it. `right`:
/// position of the gold option.
OpenForm openFormOf(const QString& question, const QStringList& options, int right, TransformReason reason);

/// Decides by the texts alone. Pure, any thread.
Transformation transformationOf(const QString& question, const QStringList& options, const QString& gold);
Transformation transformationOf(const Sample& sample);

} // namespace winnow
