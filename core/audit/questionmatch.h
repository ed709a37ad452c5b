// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <vector>

namespace winnow {

/// What a question asks, without the words that only dress it ("What's the …", "Please tell which …"): folded
/// words without filler and endings, in order. Two questions with one core ask the same.
QString questionCore(const QString& question);

/// Share of character 4-grams that two texts have in common (Jaccard), 0..1.
double textSimilarity(const QString& first, const QString& second);

/// Clusters of cores that differ in spelling only: candidates by MinHash over character 4-grams (64 hashes,
/// 16 bands), accepted with at least `similarity` when every differing word has a counterpart one letter away
/// and no number differs. Returns for each core the position of the first of its cluster. Cancelled progress
/// ends early.
std::vector<quint32> clusterCores(const QVector<QString>& cores, double similarity, Progress& progress);

} // namespace winnow
