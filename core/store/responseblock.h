// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow {

/// Sample ids of a block: one row of `response_blocks` holds those with the same id / 1024.
inline constexpr int kBlockBits = 10;
inline constexpr int kBlockSize = 1 << kBlockBits;

/// Codes of answers that are no text: nothing was said, or something in which no answer could be read.
inline constexpr quint16 kBlankCode = 0;
inline constexpr quint16 kUnreadCode = 1;

/// Scores and answers of one block, a value a response, by sample. The same in memory and packed:
/// version, samples, scores (coded where few values occur), dictionary of answers, codes; little-endian.
struct ScoreBlock {
    /// Sample id modulo 1024, ascending.
    std::vector<quint16> samples;
    /// 0..1; NaN = missing.
    std::vector<double> scores;
    /// kBlankCode, kUnreadCode, or 2 + position in `answers`.
    std::vector<quint16> codes;
    std::vector<std::string> answers;

    std::size_t size() const { return samples.size(); }
    std::string_view answer(std::size_t entry) const
    {
        return codes[entry] < 2 ? std::string_view() : std::string_view(answers[codes[entry] - 2u]);
    }
    /// Position of a sample; -1 when it is not there.
    int find(quint16 sample) const;
};

/// What was recorded besides, a value a response, in the order of the block's samples. A column in which
/// nothing is known is empty. Packed without verifier and log-probability, as before there were any, where
/// neither is known.
struct DetailBlock {
    /// Ids in `response_texts`; 0 = none.
    std::vector<qint64> texts;
    /// -1 = not known.
    std::vector<qint64> promptTokens;
    std::vector<qint64> outputTokens;
    /// Seconds and US dollars; NaN = not known.
    std::vector<double> latency;
    std::vector<double> cost;
    /// As Response has them; NaN = not known.
    std::vector<double> verifier;
    std::vector<double> logProbability;
    /// `probabilityOffsets[i]` to `[i + 1]` are those of the options as shown.
    std::vector<double> probabilities;
    std::vector<quint32> probabilityOffsets;

    bool isEmpty() const
    {
        return texts.empty() && promptTokens.empty() && outputTokens.empty() && latency.empty()
            && cost.empty() && verifier.empty() && logProbability.empty() && probabilities.empty();
    }
};

/// Answers that no code names are left out.
QByteArray packScores(const ScoreBlock& block);
/// Nothing for bytes that are no such block.
std::optional<ScoreBlock> unpackScores(const QByteArray& bytes);

/// `entries` = number of samples of the block.
QByteArray packDetails(const DetailBlock& block, std::size_t entries);
std::optional<DetailBlock> unpackDetails(const QByteArray& bytes, std::size_t entries);
/// What to say where a block cannot be unpacked.
Error damagedResponses();

} // namespace winnow
