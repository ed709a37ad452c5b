// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/domain/response.h"
#include "core/responses/codevector.h"
#include "core/responses/samplepositions.h"
#include "core/sqlite/connection.h"

#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace winnow {

/// What a response says, beside the answers themselves.
enum AnswerCode : quint32 {
    /// There is no response.
    AbsentAnswer = 0,
    /// A response without a text: a score that came alone, or a failed call.
    BlankAnswer = 1,
    /// A text in which no answer could be read.
    UnreadAnswer = 2,
    FirstAnswer = 3,
};

/// What one run answered in one attempt and one rotation, a value a sample.
class AnswerColumn {
public:
    AnswerColumn(int attempt, int shift, std::size_t samples)
        : m_attempt(attempt)
        , m_shift(shift)
        , m_scores(samples)
        , m_answers(samples)
    {
    }

    int attempt() const { return m_attempt; }
    /// Rotation of the options; 0 = as they stand.
    int shift() const { return m_shift; }
    std::size_t size() const { return m_answers.size(); }
    /// 0..1; NaN = missing, or no response at all.
    double score(std::size_t sample) const { return m_values[m_scores[sample]]; }
    bool hasScore(std::size_t sample) const { return m_scores[sample] != 0; }
    bool responded(std::size_t sample) const { return m_answers[sample] != AbsentAnswer; }
    bool isMissing(std::size_t sample) const { return responded(sample) && !hasScore(sample); }
    bool isUnread(std::size_t sample) const { return m_answers[sample] == UnreadAnswer && hasScore(sample); }
    /// An AnswerCode, or FirstAnswer + position in the run's answers.
    quint32 code(std::size_t sample) const { return m_answers[sample]; }

    /// Probabilities of the options as they were shown, `[i]` to `[i + 1]`; both empty unless asked for.
    const std::vector<float>& probabilities() const { return m_probabilities; }
    const std::vector<quint32>& probabilityOffsets() const { return m_probabilityOffsets; }

private:
    friend class RunResponses;
    quint32 scoreCode(double score);

    int m_attempt;
    int m_shift;
    CodeVector m_scores;
    CodeVector m_answers;
    /// Scores that occur; the first is missing.
    std::vector<double> m_values{std::numeric_limits<double>::quiet_NaN()};
    std::vector<float> m_probabilities;
    std::vector<quint32> m_probabilityOffsets;
};

/// The current responses of one run: a column an attempt and rotation. Immutable once read.
class RunResponses {
public:
    /// Reads a run in the connection's snapshot, in one of its score sets (0 = the current one); samples that
    /// `positions` does not know are left out. Cut short when cancelled. Throws sqlite::Failure, also for
    /// damaged columns.
    static std::shared_ptr<const RunResponses> read(sqlite::Connection& connection, const Run& run,
        const SamplePositions& positions, bool probabilities, const Progress& progress, qint64 scoreSet = 0);

    const Run& run() const { return m_run; }
    /// By attempt and rotation.
    const std::vector<AnswerColumn>& columns() const { return m_columns; }
    /// Whether any response has a text; without, scores came alone and there was nothing to read.
    bool hasReplies() const { return m_hasReplies; }
    /// The answers that occur, as they are stored.
    const std::vector<std::string>& answers() const { return m_answers; }
    /// Empty for the codes below FirstAnswer.
    std::string_view answer(quint32 code) const
    {
        return code < FirstAnswer ? std::string_view() : std::string_view(m_answers[code - FirstAnswer]);
    }

private:
    Run m_run;
    std::vector<AnswerColumn> m_columns;
    std::vector<std::string> m_answers;
    bool m_hasReplies = false;
};

} // namespace winnow
