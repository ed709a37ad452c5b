// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace winnow {

/// How replies to a dataset that is not of the DatBench suite are usually scored.
struct UsualScorer {
    const char* name;
    /// A scoring rule; empty = a judge model is used for it, and no scorer of ours does the same.
    const char* scorer;
    /// Paper or place.
    const char* source;
    /// What files, hubs and harnesses call it, split by spaces; case, punctuation and splits do not matter.
    const char* names;
};

const QVector<UsualScorer>& usualScorers();
/// The one that goes by this name, or by that of a file or hub; nullptr when none does.
const UsualScorer* usualScorer(const QString& name);

} // namespace winnow
