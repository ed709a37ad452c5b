// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/models/textmodels.h"

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

/// FNV-1a over UTF-16, of a kind and words with blanks between them: Qt's own hash is seeded differently in
/// every process.
class WordHash {
public:
    explicit WordHash(QStringView kind)
    {
        add(kind);
        add(u"\x1f");
    }
    void add(QStringView text)
    {
        for (const QChar c : text) {
            m_hash = (m_hash ^ c.unicode()) * 0x100000001b3ULL;
        }
    }
    void addWords(std::span<const QStringView> words)
    {
        for (std::size_t i = 0; i < words.size(); ++i) {
            add(i > 0 ? QStringView(u" ") : QStringView());
            add(words[i]);
        }
    }
    std::uint32_t index(std::uint32_t tableSize)
    {
        add(u"\x1f");
        return std::uint32_t(stats::mix64(m_hash) % tableSize);
    }

private:
    std::uint64_t m_hash = 0xcbf29ce484222325ULL;
};

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

ModelWords::ModelWords(QStringView text)
    : m_folded(foldText(text))
{
    const QStringView folded(m_folded);
    for (qsizetype i = 0; i < folded.size();) {
        if (!folded[i].isLetterOrNumber()) {
            ++i;
            continue;
        }
        const qsizetype from = i;
        bool number = true;
        for (; i < folded.size() && folded[i].isLetterOrNumber(); ++i) {
            number = number && folded[i].isDigit();
        }
        m_words.push_back(number ? QStringView(u"#") : folded.sliced(from, i - from));
    }
}

std::vector<QStringView> ModelWords::distinct() const
{
    std::vector<QStringView> words = m_words;
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

std::vector<Feature> questionFeatures(const QString& question, std::uint32_t tableSize)
{
    const ModelWords read(question);
    const std::span<const QStringView> words(read.words());
    static const WordHash kWord(u"word");
    static const WordHash kPair(u"pair");
    static const WordHash kStart(u"start");
    static const WordHash kWhole(u"whole");
    std::vector<std::uint32_t> indexes;
    indexes.reserve(2 * std::min<std::size_t>(words.size(), 200) + 4);
    const auto add = [&](WordHash hash, std::span<const QStringView> of) {
        hash.addWords(of);
        indexes.push_back(hash.index(tableSize));
    };
    for (std::size_t i = 0; i < words.size() && i < 200; ++i) {
        add(kWord, words.subspan(i, 1));
        if (i > 0) {
            add(kPair, words.subspan(i - 1, 2));
        }
    }
    for (const std::size_t first : {2, 3, 4}) {
        if (words.size() >= first) {
            add(kStart, words.first(first));
        }
    }
    add(kWhole, words);
    std::sort(indexes.begin(), indexes.end());
    indexes.erase(std::unique(indexes.begin(), indexes.end()), indexes.end());
    std::vector<Feature> features;
    features.reserve(indexes.size());
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
    std::vector<double> values;
    predict(features, values);
    return values;
}

void SoftmaxModel::predict(const std::vector<Feature>& features, std::vector<double>& values) const
{
    values.assign(m_bias.begin(), m_bias.end());
    for (const Feature& feature : features) {
        const float* row = &m_weights[std::size_t(feature.index % m_tableSize) * m_classes];
        for (std::size_t c = 0; c < m_classes; ++c) {
            values[c] += double(row[c]) * double(feature.value);
        }
    }
    softmax(values);
}

void SoftmaxModel::train(std::span<const std::vector<Feature>* const> samples, std::span<const int> labels,
    int epochs, double step, std::uint64_t seed)
{
    stats::Random random(seed);
    std::vector<std::size_t> order(samples.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::vector<double> error;
    for (int epoch = 0; epoch < epochs; ++epoch) {
        random.shuffle(std::span(order));
        const double rate = step / (1 + epoch);
        for (const std::size_t i : order) {
            predict(*samples[i], error);
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
    predict(options, values);
    return values;
}

void ChoiceModel::predict(const std::vector<std::vector<Feature>>& options, std::vector<double>& values) const
{
    values.clear();
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
}

void ChoiceModel::train(std::span<const std::vector<std::vector<Feature>>* const> options,
    std::span<const int> gold, int epochs, double step, std::uint64_t seed)
{
    stats::Random random(seed);
    std::vector<std::size_t> order(options.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::vector<double> error;
    for (int epoch = 0; epoch < epochs; ++epoch) {
        random.shuffle(std::span(order));
        const double rate = step / (1 + epoch);
        for (const std::size_t i : order) {
            predict(*options[i], error);
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
