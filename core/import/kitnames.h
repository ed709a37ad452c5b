// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace winnow {

/// What a file is for whose name begins with a model and a dataset, by what follows them. Words and order as
/// VLMEvalKit e8e78f05 writes them (vlmeval/smp/file.py and the datasets' evaluate()).
struct KitFileName {
    enum class Kind {
        /// The replies as they came.
        Replies,
        /// A table of the same rows with a verdict: _result, _results, _detailed_results, _auxmatch, _JUDGE …
        Verdicts,
        /// Sums over samples: _acc, _fine, _metrics, _score.csv …
        Figures,
        /// A pickle of any kind.
        Pickle,
    };
    Kind kind = Kind::Replies;
    QString dataset;
    /// Who judged, as the name says it; may be empty.
    QString judge;
    /// Of several tables of verdicts the one with the lowest rank is the final one.
    int rank = 0;
};

/// `rest` is the name behind "MODEL_", without the ending. `datasets` are names that are known for sure.
KitFileName readKitFileName(const QString& rest, const QString& ending, const QStringList& datasets);

/// "T20240918-101530", or "T20240918_G1a2b3c4d" as older versions had it.
bool isKitEvalId(const QString& name);

/// Datasets whose rows from index 1,000,000 on are rotations, as the toolkit tells them: by name.
bool isKitCircular(const QString& dataset);

/// The model in "GPT4o_MINI_MMStar" where the name ends in a dataset that the toolkit is known for; empty
/// otherwise.
QString kitModelOf(const QString& stem);

} // namespace winnow
