// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <cstdint>
#include <span>
#include <vector>

namespace winnow {

/// A feature of a text: position in a hashed table, and value.
struct Feature {
    std::uint32_t index;
    float value;
};

/// Words of a text for models: folded, split at everything but letters and digits, numbers as "#".
class ModelWords {
public:
    explicit ModelWords(QStringView text);

    const QString& folded() const { return m_folded; }
    /// In order; they last as long as this.
    const std::vector<QStringView>& words() const { return m_words; }
    /// The different words, ascending.
    std::vector<QStringView> distinct() const;

private:
    QString m_folded;
    std::vector<QStringView> m_words;
};
/// Hashed word n-grams (1 and 2), the first words and the text as a whole; each counted once, scaled to unit
/// length. The same on every machine.
std::vector<Feature> questionFeatures(const QString& question, std::uint32_t tableSize);

/// Multinomial logistic regression over hashed features, trained by stochastic gradient descent with decaying
/// steps that stops at samples it has learnt; seeded, so that the same data gives the same model.
class SoftmaxModel {
public:
    SoftmaxModel(std::uint32_t tableSize, int classes);

    void train(std::span<const std::vector<Feature>* const> samples, std::span<const int> labels, int epochs,
        double step, std::uint64_t seed);
    /// Probabilities of the classes.
    std::vector<double> predict(const std::vector<Feature>& features) const;

private:
    void predict(const std::vector<Feature>& features, std::vector<double>& values) const;

    std::uint32_t m_tableSize;
    std::size_t m_classes;
    // By feature, then class.
    std::vector<float> m_weights;
    std::vector<float> m_bias;
};

/// Logistic choice among the options of a sample ("conditional logit"): one weight a feature, shared by all
/// options.
class ChoiceModel {
public:
    explicit ChoiceModel(std::uint32_t tableSize)
        : m_weights(tableSize, 0.0f)
    {
    }

    /// `options[i]` are the options' features of sample i, `gold[i]` the position of the right one.
    void train(std::span<const std::vector<std::vector<Feature>>* const> options, std::span<const int> gold,
        int epochs, double step, std::uint64_t seed);
    std::vector<double> predict(const std::vector<std::vector<Feature>>& options) const;

private:
    void predict(const std::vector<std::vector<Feature>>& options, std::vector<double>& values) const;

    std::vector<float> m_weights;
};

} // namespace winnow
