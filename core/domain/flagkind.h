// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    ImportDamage
};

/// A stable kind of flag: `id` is what is stored, printed and exported; `index` is its bit in masks (0..31).
struct FlagKind {
    int index;
    QString id;
    FlagGroup group;
    /// Short English title, the translation source of the screens.
    const char* title;
    /// What a flag of full score is worth beside those of other kinds, for "most suspicious first": about the
    /// share of them that people act on. Scores of label kinds are chances already; facts are hardly ever
    /// faults.
    double worth = 1;
};

/// All kinds in display order.
const QVector<FlagKind>& flagKinds();
/// nullptr when there is no such kind.
const FlagKind* flagKindById(QStringView id);
/// Short English title of a group, the translation source of the screens.
const char* flagGroupTitle(FlagGroup group);
QString flagGroupId(FlagGroup group);

} // namespace winnow
