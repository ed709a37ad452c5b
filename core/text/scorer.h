// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/text/numbers.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace winnow {

/// What a scorer looks at. A scorer sees the same for sighted and blind runs.
struct ScoreInput {
    /// The letter of the gold option of an MCQ ("A, C" where several are right together), otherwise the gold
    /// text.
    QString gold;
    /// Every accepted answer, the gold text included; may be empty when `gold` says it all.
    QStringList accepted;
    QStringList options;
    /// The parsed answer; empty = the model answered, but nothing could be read from it.
    QString answer;
    /// The raw response.
    QString response;
    DecimalMark habit = DecimalMark::Point;
};

/// A way to turn an answer into a score between 0 and 1.
struct Scorer {
    /// Stable id: mcq, exact, contains, relaxed, anls, vqa.
    QString id;
    QString title;
    /// Where the rule comes from.
    QString source;
    double (*score)(const ScoreInput& input);
};

/// Every scorer, in the order to show them.
const QVector<Scorer>& scorers();
/// nullptr when there is none of that id.
const Scorer* scorerById(QStringView id);
/// InvalidInput lists the scorers. Empty is fine: by the kind of sample.
Result<> checkScorer(const QString& id);

/// Scores an answer. Nothing when the model gave none or there is no gold answer: missing is never wrong.
std::optional<double> scoreAnswer(const Scorer& scorer, const ScoreInput& input);

} // namespace winnow
