// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/decision.h"

#include <QString>
#include <QVector>

namespace winnow {

/// The groups that flags are shown in; one hue and one icon each.
enum class FlagGroup {
    BlindlySolvable,
    Label,
    McqBias,
    Duplicates,
    ImageQuality,
    Discrimination,
    ImportDamage,
    Transform
};

/// A stable kind of flag: `id` is what is stored, printed and exported; `index` is its bit in masks (0..31).
/// All that anybody needs to know of a kind is here: nobody else keeps a list of ids.
struct FlagKind {
    /// A property that some kinds have.
    enum Trait : quint8 {
        /// Who looks at question and gold answer may find it, also where no detector did.
        SeenByPeople = 1,
        /// Confirmed it says that the gold answer or the question is wrong, overridden that both are right.
        DoubtsGold = 2,
        /// Unreviewed flags from .9 on are nearly always right.
        HighPrecision = 4,
        /// Its score is a rank until people have checked enough gold answers of the dataset.
        RankUntilChecked = 8,
        /// Detectors score the first of a group below .6: one of each is to stay.
        FirstStays = 16,
        /// A proposal how to ask the question, no fault: it does not count among what is flagged.
        Proposal = 32,
        /// Confirmed it is a mistake of the published benchmark, which its makers should hear of.
        BenchmarkFault = 64,
    };

    int index;
    QString id;
    FlagGroup group;
    /// Short English title, the translation source of the screens.
    const char* title;
    /// What a flag of full score is worth beside those of other kinds, for "most suspicious first": about the
    /// share of them that people act on. Scores of label kinds are chances already; facts are hardly ever
    /// faults.
    double worth = 1;
    /// What a policy does with a confirmed flag unless it says otherwise.
    Disposition confirmed = Disposition::Drop;
    quint8 traits = 0;
    /// What it means, in one sentence.
    const char* help = "";

    bool has(Trait trait) const { return (traits & trait) != 0; }
    /// A fact about the sample (hard, easy, plain-looking), not a fault of it.
    bool isFact() const { return confirmed == Disposition::Keep; }
};

/// All kinds in display order.
const QVector<FlagKind>& flagKinds();
/// Ids of the kinds with a trait, quoted and joined for a list in SQL.
QString flagKindList(FlagKind::Trait trait);
/// Bits of the kinds with a trait.
quint32 flagKindMask(FlagKind::Trait trait);
/// nullptr when there is no such kind.
const FlagKind* flagKindById(QStringView id);
/// Short English title of a group, the translation source of the screens.
const char* flagGroupTitle(FlagGroup group);
QString flagGroupId(FlagGroup group);

} // namespace winnow
