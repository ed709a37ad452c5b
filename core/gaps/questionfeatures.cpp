// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gaps/questionfeatures.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace winnow {

namespace {

constexpr std::size_t kNumbers = 6;
constexpr std::size_t kOpenings = 24;
/// Openings that fewer questions have say nothing that can be learned.
constexpr std::size_t kLeastQuestions = 20;

/// The first two words, folded.
QString openingOf(const QString& question)
{
    QString words;
    int count = 0;
    bool inWord = false;
    for (const QChar c : question) {
        if (c.isLetter()) {
            if (!inWord && ++count > 2) {
                break;
            }
            if (!inWord && count == 2) {
                words.append(u' ');
            }
            words.append(c.toCaseFolded());
            inWord = true;
        } else {
            inWord = false;
        }
    }
    return words;
}

void standardise(QuestionFeatures& features, std::size_t column, std::size_t rows)
{
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        const double value = double(features.values[i * features.width + column]);
        sum += value;
        squares += value * value;
    }
    const double mean = sum / double(rows);
    const double deviation = std::sqrt(std::max(0.0, squares / double(rows) - mean * mean));
    for (std::size_t i = 0; i < rows; ++i) {
        float& value = features.values[i * features.width + column];
        value = deviation > 1e-9 ? float((double(value) - mean) / deviation) : 0.0F;
    }
}

} // namespace

void QuestionFeatureReader::add(const QString& question, int options, int images)
{
    Row row{};
    bool inWord = false;
    for (const QChar c : question) {
        const bool part = !c.isSpace();
        row.words += part && !inWord ? 1.0F : 0.0F;
        inWord = part;
        row.digits += c.isDigit() ? 1.0F : 0.0F;
    }
    row.words = std::log1p(row.words);
    row.digits = std::log1p(row.digits);
    row.characters = std::log1p(float(question.size()));
    row.options = float(options);
    row.images = float(images);
    row.chance = options > 0 ? 1.0F / float(options) : 0.0F;
    const auto known = m_openings.constFind(openingOf(question));
    if (known != m_openings.cend()) {
        row.opening = *known;
        ++m_counts[std::size_t(*known)];
    } else {
        row.opening = qint32(m_counts.size());
        m_openings.insert(openingOf(question), row.opening);
        m_counts.push_back(1);
    }
    m_rows.push_back(row);
}

QuestionFeatures QuestionFeatureReader::finish() const
{
    std::vector<std::size_t> common;
    for (std::size_t opening = 0; opening < m_counts.size(); ++opening) {
        if (m_counts[opening] >= kLeastQuestions) {
            common.push_back(opening);
        }
    }
    std::stable_sort(common.begin(), common.end(),
        [&](std::size_t a, std::size_t b) { return m_counts[a] > m_counts[b]; });
    common.resize(std::min(common.size(), kOpenings));
    std::vector<qint32> columnOf(m_counts.size(), -1);
    for (std::size_t i = 0; i < common.size(); ++i) {
        columnOf[common[i]] = qint32(kNumbers + i);
    }
    QuestionFeatures features;
    features.width = kNumbers + common.size() + 1;
    features.values.assign(m_rows.size() * features.width, 0);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        float* values = features.values.data() + i * features.width;
        const float numbers[kNumbers]
            = {row.words, row.characters, row.digits, row.options, row.images, row.chance};
        std::copy(std::begin(numbers), std::end(numbers), values);
        if (const qint32 column = columnOf[std::size_t(row.opening)]; column >= 0) {
            values[column] = 1;
        }
    }
    for (std::size_t column = 0; column + 1 < features.width && !m_rows.empty(); ++column) {
        standardise(features, column, m_rows.size());
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        features.values[(i + 1) * features.width - 1] = 1;
    }
    return features;
}

} // namespace winnow
