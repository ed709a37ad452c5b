// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gaps/attempttable.h"

#include <QHash>

namespace winnow {

/// Gathers what a router can see of questions before it asks a model: length, number of options and images,
/// digits, and the two words that a question begins with where many do ("how many").
class QuestionFeatureReader {
public:
    void add(const QString& question, int options, int images);
    /// In the order in which they were added; each column has mean 0 and variance 1, the last one is 1.
    QuestionFeatures finish() const;

private:
    struct Row {
        float words, characters, digits, options, images, chance;
        qint32 opening;
    };
    std::vector<Row> m_rows;
    QHash<QString, qint32> m_openings;
    std::vector<std::size_t> m_counts;
};

} // namespace winnow
