// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/textmodels.h"

#include "core/stats/random.h"
#include "core/text/normalise.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace winnow {

namespace {

// L2 pull towards 0 a step.
constexpr double kDecay = 1e-4;
constexpr double kSettled = 0.03;

std::uint32_t hashed(QStringView kind, QStringView text, std::uint32_t tableSize)
{
    // FNV-1a over UTF-16: Qt's own hash is seeded differently in every process.
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const QStringView part : {kind, text}) {
        for (const QChar c : part) {
            hash = (hash ^ c.unicode()) * 0x100000001b3ULL;
        }
        hash = (hash ^ 0x1f) * 0x100000001b3ULL;
    }
    return std::uint32_t(stats::mix64(hash) % tableSize);
}

void softmax(std::vector<double>& values)
{
    const double top = *std::max_element(values.begin(), values.end());
    double sum = 0;
    for (double& value : values) {
        value = std::exp(value - top);
        sum += value;
    }
    for (double& value : values) {
        value /= sum;
    }
}

} // namespace

QStringList modelWords(const QString& text)
{
    QStringList words;
    QString word;
    bool number = true;
    const auto finish = [&] {
        if (!word.isEmpty()) {
            words.append(number ? QStringLiteral("#") : word);
        }
        word.clear();
        number = true;
    };
    for (const QChar c : foldText(text)) {
        if (c.isLetterOrNumber()) {
            word += c;
            number = number && c.isDigit();
        } else {
            finish();
        }
    }
    finish();
    return words;
}

std::vector<Feature> questionFeatures(const QString& question, std::uint32_t tableSize)
{
    const QStringList words = modelWords(question);
    std::vector<std::uint32_t> indexes;
    for (qsizetype i = 0; i < words.size() && i < 200; ++i) {
        indexes.push_back(hashed(u"word", words[i], tableSize));
        if (i > 0) {
            indexes.push_back(hashed(u"pair", QString(words[i - 1] + u' ' + words[i]), tableSize));
        }
    }
    for (const int first : {2, 3, 4}) {
        if (words.size() >= first) {
            indexes.push_back(hashed(u"start", words.mid(0, first).join(u' '), tableSize));
        }
    }
    indexes.push_back(hashed(u"whole", words.join(u' '), tableSize));
    std::sort(indexes.begin(), indexes.end());
    indexes.erase(std::unique(indexes.begin(), indexes.end()), indexes.end());
    std::vector<Feature> features;
    for (const std::uint32_t index : indexes) {
        features.push_back({index, 1.0f / std::sqrt(float(indexes.size()))});
    }
    return features;
}

SoftmaxModel::SoftmaxModel(std::uint32_t tableSize, int classes)
    : m_tableSize(tableSize)
    , m_classes(std::size_t(classes))
    , m_weights(std::size_t(tableSize) * m_classes, 0.0f)
    , m_bias(m_classes, 0.0f)
{
}

std::vector<double> SoftmaxModel::predict(const std::vector<Feature>& features) const
{
    std::vector<double> values(m_bias.begin(), m_bias.end());
    for (const Feature& feature : features) {
        const float* row = &m_weights[std::size_t(feature.index % m_tableSize) * m_classes];
        for (std::size_t c = 0; c < m_classes; ++c) {
            values[c] += double(row[c]) * double(feature.value);
        }
    }
    softmax(values);
    return values;
}

void SoftmaxModel::train(std::span<const std::vector<Feature>* const> samples, std::span<const int> labels,
    int epochs, double step, std::uint64_t seed)
{
    stats::Random random(seed);
    std::vector<std::size_t> order(samples.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    for (int epoch = 0; epoch < epochs; ++epoch) {
        random.shuffle(std::span(order));
        const double rate = step / (1 + epoch);
        for (const std::size_t i : order) {
            std::vector<double> error = predict(*samples[i]);
            error[std::size_t(labels[i])] -= 1;
            // What is known already teaches nothing more, and most classes are out of the question.
            if (error[std::size_t(labels[i])] > -kSettled) {
                continue;
            }
            for (std::size_t c = 0; c < m_classes; ++c) {
                m_bias[c] -= float(0.1 * rate * error[c]);
            }
            for (const Feature& feature : *samples[i]) {
                float* row = &m_weights[std::size_t(feature.index % m_tableSize) * m_classes];
                const double scaled = rate * double(feature.value);
                for (std::size_t c = 0; c < m_classes; ++c) {
                    row[c] -= float(scaled * error[c]);
                }
            }
        }
    }
}

std::vector<double> ChoiceModel::predict(const std::vector<std::vector<Feature>>& options) const
{
    std::vector<double> values;
    for (const std::vector<Feature>& option : options) {
        double value = 0;
        for (const Feature& feature : option) {
            value += double(m_weights[feature.index % m_weights.size()]) * double(feature.value);
        }
        values.push_back(value);
    }
    if (!values.empty()) {
        softmax(values);
    }
    return values;
}

void ChoiceModel::train(std::span<const std::vector<std::vector<Feature>>* const> options,
    std::span<const int> gold, int epochs, double step, std::uint64_t seed)
{
    stats::Random random(seed);
    std::vector<std::size_t> order(options.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    for (int epoch = 0; epoch < epochs; ++epoch) {
        random.shuffle(std::span(order));
        const double rate = step / (1 + epoch);
        for (const std::size_t i : order) {
            std::vector<double> error = predict(*options[i]);
            error[std::size_t(gold[i])] -= 1;
            for (std::size_t o = 0; o < error.size(); ++o) {
                for (const Feature& feature : (*options[i])[o]) {
                    float& weight = m_weights[feature.index % m_weights.size()];
                    weight -= float(rate * (error[o] * double(feature.value) + kDecay * double(weight)));
                }
            }
        }
    }
}

} // namespace winnow
