// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace winnow {

/// A stretch of a text.
struct TextPiece {
    QString text;
    /// The other text has not these words here.
    bool differs = false;

    friend bool operator==(const TextPiece&, const TextPiece&) = default;
};

/// Two texts cut where they differ; put together again, the pieces of each are the text.
struct WordDiff {
    QVector<TextPiece> first;
    QVector<TextPiece> second;
};

/// Word by word, by their longest common subsequence; case and space between words do not count. Beyond about
/// 2,000 words that differ in the middle of both, all of the middle counts as different.
WordDiff differingWords(const QString& first, const QString& second);

} // namespace winnow
