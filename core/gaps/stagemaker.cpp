// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gaps/stagemaker.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace winnow {

namespace {

constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();

} // namespace

StageMaker::StageMaker(const AttemptTable& table, const std::vector<std::uint32_t>& places,
    const Contender& contender, const VerifierSource& verifier, int first, int tries, bool atOnce,
    double accept)
    : m_places(places)
    , m_contender(contender)
    , m_verifier(verifier)
    , m_first(std::size_t(first))
    , m_atOnce(atOnce)
    , m_accept(accept)
{
    const auto made = contender.tries.size();
    for (std::size_t t = m_first; t < std::min(made, m_first + std::size_t(tries)); ++t) {
        m_columns.push_back(columnsOf(contender.tries[t], table.size()));
    }
    m_isRecorded = m_columns.size() == std::size_t(tries);
    if (verifier.kind == VerifierKind::Model) {
        m_other = columnsOf(verifier.other->tries.front(), table.size());
    }
    m_calls.resize(m_columns.size());
}

bool StageMaker::answer(std::size_t place, Answer& to)
{
    // Tries are made one after the other: where the last was, all were.
    const bool recorded = m_isRecorded && m_columns.back().outcome[place] != Try::None
        && (m_verifier.kind != VerifierKind::Model || m_other.outcome[place] != Try::None);
    if (recorded) {
        run(place, to);
    }
    return recorded;
}

StageColumn StageMaker::make()
{
    const std::size_t n = m_places.size();
    StageColumn made;
    made.flags.assign(n, 0);
    made.calls.assign(n, 0);
    for (auto* column : {&made.seconds, &made.dollars, &made.usedDollars, &made.tokens, &made.usedTokens}) {
        column->resize(n);
    }
    Answer answered;
    for (std::size_t i = 0; i < n; ++i) {
        if (!answer(m_places[i], answered)) {
            continue;
        }
        made.flags[i] = std::uint8_t(StageColumn::Recorded | (answered.accepted ? StageColumn::Accepted : 0)
            | (answered.right ? StageColumn::Right : 0));
        made.calls[i] = std::uint8_t(std::min<std::size_t>(answered.calls, 255));
        made.seconds[i] = answered.seconds;
        made.dollars[i] = answered.dollars;
        made.tokens[i] = answered.tokens;
        made.usedDollars[i] = answered.usedDollars;
        made.usedTokens[i] = answered.usedTokens;
    }
    return made;
}

StageMaker::Columns StageMaker::columnsOf(const TryColumn& column, std::size_t samples)
{
    const auto values = [&](const std::vector<float>& of) {
        if (of.empty() && m_nothing.empty()) {
            m_nothing.assign(samples, kUnknown);
        }
        return of.empty() ? m_nothing.data() : of.data();
    };
    if (column.answer.empty() && m_noAnswer.empty()) {
        m_noAnswer.assign(samples, UnknownAnswer);
    }
    return {column.outcome.data(), column.answer.empty() ? m_noAnswer.data() : column.answer.data(),
        values(column.seconds), values(column.dollars), values(column.promptTokens),
        values(column.outputTokens)};
}

/// What was not recorded of prompt and output counts as none, if the other was.
float StageMaker::tokensOf(const Columns& columns, std::size_t place)
{
    const float prompt = columns.promptTokens[place];
    const float output = columns.outputTokens[place];
    return std::isnan(prompt) ? output : std::isnan(output) ? prompt : prompt + output;
}

StageMaker::Call StageMaker::callOf(const Columns& columns, std::size_t attempt, std::size_t place)
{
    return {attempt, columns.answer[place], columns.outcome[place] == Try::Right, columns.seconds[place],
        columns.dollars[place], tokensOf(columns, place)};
}

/// The tries as they are made: at once in the order of their arrival, of which what is not known is last.
void StageMaker::load(std::size_t place)
{
    for (std::size_t t = 0; t < m_columns.size(); ++t) {
        const Call call = callOf(m_columns[t], t, place);
        std::size_t at = t;
        while (m_atOnce && at > 0
            && (m_calls[at - 1].seconds > call.seconds
                || (std::isnan(m_calls[at - 1].seconds) && !std::isnan(call.seconds)))) {
            m_calls[at] = m_calls[at - 1];
            --at;
        }
        m_calls[at] = call;
    }
}

void StageMaker::run(std::size_t place, Answer& to)
{
    load(place);
    float elapsed = 0;
    float dollars = 0;
    float tokens = 0;
    std::size_t taken = 0;
    float takenRating = -std::numeric_limits<float>::infinity();
    bool accepted = false;
    std::size_t calls = 0;
    while (calls < m_calls.size() && !accepted) {
        const Call& call = m_calls[calls];
        elapsed = m_atOnce ? call.seconds : elapsed + call.seconds;
        dollars += call.dollars;
        tokens += call.tokens;
        const float rating = ratingOf(place, calls);
        accepted = accepts(rating);
        if (accepted || rating > takenRating) {
            taken = calls;
            takenRating = rating;
        }
        ++calls;
    }
    for (std::size_t rest = calls; m_atOnce && rest < m_calls.size(); ++rest) {
        dollars += m_calls[rest].dollars;
        tokens += m_calls[rest].tokens;
    }
    calls = m_atOnce ? m_calls.size() : calls;
    if (m_verifier.kind == VerifierKind::Model) {
        const Call other = callOf(m_other, 0, place);
        elapsed = std::isnan(other.seconds) ? other.seconds : std::max(elapsed, other.seconds);
        dollars += other.dollars;
        tokens += other.tokens;
        ++calls;
    }
    const Call& answer = m_calls[taken];
    to = {accepted, answer.right, calls, elapsed, dollars, answer.dollars, tokens, answer.tokens};
}

/// Of agreement: how many of the tries that have arrived say the same.
float StageMaker::ratingOf(std::size_t place, std::size_t arrived) const
{
    const Call& call = m_calls[arrived];
    switch (m_verifier.kind) {
    case VerifierKind::None:
        return 1;
    case VerifierKind::Oracle:
        return call.right ? 1 : 0;
    case VerifierKind::Agreement: {
        int same = call.answer < FirstAnswerMark ? 0 : 1;
        for (std::size_t before = 0; same > 0 && before < arrived; ++before) {
            same += m_calls[before].answer == call.answer ? 1 : 0;
        }
        return float(same);
    }
    case VerifierKind::Model:
        return call.answer >= FirstAnswerMark && call.answer == m_other.answer[place] ? 1 : 0;
    case VerifierKind::Rating:
    case VerifierKind::LogProbability:
    case VerifierKind::Form:
        break;
    }
    return m_verifier.of(m_contender, place, m_first + call.attempt);
}

bool StageMaker::accepts(float rating) const
{
    switch (m_verifier.kind) {
    case VerifierKind::None:
        return true;
    case VerifierKind::Agreement:
    case VerifierKind::Rating:
    case VerifierKind::LogProbability:
        return double(rating) >= m_accept - 1e-9;
    case VerifierKind::Model:
    case VerifierKind::Form:
    case VerifierKind::Oracle:
        break;
    }
    return rating >= 0.5F;
}

} // namespace winnow
