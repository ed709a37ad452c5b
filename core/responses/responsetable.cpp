// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/responses/responsetable.h"

#include "core/store/responseblock.h"
#include "core/store/responsestore.h"

#include <cmath>
#include <unordered_map>

namespace winnow {

namespace {

/// Probabilities as they arrive, by block, into an order by sample.
class ProbabilityCollector {
public:
    void add(std::size_t sample, const DetailBlock& details, std::size_t row)
    {
        if (details.probabilities.empty()) {
            return;
        }
        const quint32 from = details.probabilityOffsets[row];
        const quint32 to = details.probabilityOffsets[row + 1];
        if (from != to) {
            m_found.push_back({sample, m_values.size(), to - from});
            for (quint32 i = from; i < to; ++i) {
                m_values.push_back(float(details.probabilities[i]));
            }
        }
    }
    bool isEmpty() const { return m_found.empty(); }
    void finish(std::size_t samples, std::vector<float>& values, std::vector<quint32>& offsets)
    {
        std::sort(m_found.begin(), m_found.end(),
            [](const Found& a, const Found& b) { return a.sample < b.sample; });
        offsets.assign(samples + 1, 0);
        values.reserve(m_values.size());
        std::size_t sample = 0;
        for (const Found& found : m_found) {
            for (; sample < found.sample; ++sample) {
                offsets[sample + 1] = quint32(values.size());
            }
            values.insert(values.end(), m_values.begin() + qsizetype(found.at),
                m_values.begin() + qsizetype(found.at + found.count));
        }
        for (; sample < samples; ++sample) {
            offsets[sample + 1] = quint32(values.size());
        }
    }

private:
    struct Found {
        std::size_t sample;
        std::size_t at;
        quint32 count;
    };
    std::vector<Found> m_found;
    std::vector<float> m_values;
};

} // namespace

quint32 AnswerColumn::scoreCode(double score)
{
    if (std::isnan(score)) {
        return 0;
    }
    // Nearly always 0 and 1.
    for (std::size_t i = 1; i < m_values.size() && i < 8; ++i) {
        if (m_values[i] == score) {
            return quint32(i);
        }
    }
    if (m_values.size() >= 8) {
        for (std::size_t i = m_values.size(); i-- > 8 && i + 64 > m_values.size();) {
            if (m_values[i] == score) {
                return quint32(i);
            }
        }
    }
    m_values.push_back(score);
    return quint32(m_values.size() - 1);
}

std::shared_ptr<const RunResponses> RunResponses::read(sqlite::Connection& connection, const Run& run,
    const SamplePositions& positions, bool probabilities, const Progress& progress, qint64 scoreSet)
{
    auto responses = std::make_shared<RunResponses>();
    responses->m_run = run;
    std::unordered_map<std::string, quint32> known;
    std::vector<quint32> codes;
    std::unique_ptr<ProbabilityCollector> collector;
    const auto endColumn = [&] {
        if (collector && !collector->isEmpty()) {
            AnswerColumn& column = responses->m_columns.back();
            collector->finish(positions.size(), column.m_probabilities, column.m_probabilityOffsets);
        }
        collector.reset();
    };
    const auto take = [&](const ResponseStore::Block& block) {
        if (responses->m_columns.empty() || responses->m_columns.back().attempt() != block.attempt
            || responses->m_columns.back().shift() != block.shift) {
            endColumn();
            responses->m_columns.emplace_back(block.attempt, block.shift, positions.size());
            collector = std::make_unique<ProbabilityCollector>();
        }
        AnswerColumn& column = responses->m_columns.back();
        responses->m_hasReplies |= block.hasReplies;
        codes.assign({BlankAnswer, UnreadAnswer});
        for (const std::string& answer : block.scores.answers) {
            const auto [it, added]
                = known.try_emplace(answer, quint32(responses->m_answers.size()) + FirstAnswer);
            if (added) {
                responses->m_answers.push_back(answer);
            }
            codes.push_back(it->second);
        }
        for (std::size_t i = 0; i < block.scores.size(); ++i) {
            const qint32 at = positions[block.firstSample + block.scores.samples[i]];
            if (at >= 0) {
                column.m_scores.set(std::size_t(at), column.scoreCode(block.scores.scores[i]));
                column.m_answers.set(std::size_t(at), codes[block.scores.codes[i]]);
                collector->add(std::size_t(at), block.details, i);
            }
        }
        return !progress.isCancelled();
    };
    ResponseStore(connection).forEachBlock(run.id, probabilities, take, scoreSet);
    endColumn();
    return responses;
}

} // namespace winnow
