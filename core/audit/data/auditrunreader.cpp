// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/data/auditrunreader.h"

#include "core/store/responsestore.h"
#include "core/text/normalise.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace winnow {

namespace {

/// Columns of one run as detectors see them.
class RunView {
public:
    RunView(const AuditData& data, const RunResponses& responses, RunColumns& out)
        : m_data(data)
        , m_responses(responses)
        , m_out(out)
    {
    }

    void view()
    {
        bool open = false;
        for (const AnswerColumn& from : m_responses.columns()) {
            m_out.columns.push_back(empty(from));
            ResponseColumn& target = m_out.columns.back();
            for (std::size_t i = 0; i < m_data.size(); ++i) {
                if (!from.responded(i)) {
                    continue;
                }
                target.scores[i] = float(from.score(i));
                target.codes[i] = kNoAnswer;
                if (from.code(i) < FirstAnswer) {
                    continue;
                }
                if (m_data.isChoice(target, i)) {
                    setChoice(target, i, m_responses.answer(from.code(i)));
                } else {
                    open = true;
                }
            }
            viewProbabilities(from, target);
        }
        if (open) {
            viewOpenAnswers();
        }
    }

private:
    ResponseColumn empty(const AnswerColumn& from) const
    {
        ResponseColumn fresh;
        fresh.runId = m_responses.run().id;
        fresh.model = m_responses.run().model;
        fresh.family = m_responses.run().family;
        fresh.condition = m_responses.run().condition;
        fresh.setting = m_responses.run().setting;
        fresh.attempt = from.attempt();
        fresh.shift = from.shift();
        fresh.hasReplies = m_responses.hasReplies();
        fresh.scores.assign(m_data.size(), std::numeric_limits<float>::quiet_NaN());
        fresh.codes.assign(m_data.size(), kNoResponse);
        if (from.shift() != 0) {
            fresh.shown.assign(m_data.size(), -1);
        }
        return fresh;
    }

    /// Base position of the option shown at `letter`; -1 when the rotation is not known.
    int basePosition(std::size_t sample, int shift, int letter) const
    {
        for (const Rotation& rotation : m_data.rotations[sample]) {
            if (rotation.shift == shift) {
                return letter < rotation.permutation.size()
                    ? optionPosition(QStringView(rotation.permutation).mid(letter, 1))
                    : -1;
            }
        }
        return -1;
    }

    void setChoice(ResponseColumn& target, std::size_t at, std::string_view answer) const
    {
        const char c = answer.front();
        const int options = m_data.optionCount[at];
        const int single = answer.size() != 1 ? -1
            : c >= 'A' && c <= 'Z'            ? c - 'A'
            : c >= 'a' && c <= 'z'            ? c - 'a'
                                              : -1;
        // Decoding is for the few samples that have more options than there are letters.
        const int letter = answer.size() > 1 && options > 26
            ? optionPosition(QString::fromUtf8(answer.data(), qsizetype(answer.size())), options)
            : single;
        if (letter < 0 || letter >= options) {
            return;
        }
        if (target.shift == 0) {
            target.codes[at] = letter;
            return;
        }
        target.shown[at] = qint16(letter);
        const int base = basePosition(at, target.shift, letter);
        target.codes[at] = base >= 0 ? base : kNoAnswer;
    }

    // Sample by sample, so that an answer's code and spelling come from the first sample that has it.
    void viewOpenAnswers()
    {
        std::vector<std::size_t> byId(m_data.size());
        std::iota(byId.begin(), byId.end(), 0);
        std::sort(byId.begin(), byId.end(),
            [&](std::size_t a, std::size_t b) { return m_data.sampleIds[a] < m_data.sampleIds[b]; });
        std::vector<std::size_t> order(m_out.columns.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return m_out.columns[a].shift < m_out.columns[b].shift; });
        std::vector<qint32> codeOf(m_responses.answers().size(), kNoAnswer);
        QHash<QString, qint32> answers;
        for (const std::size_t sample : byId) {
            for (const std::size_t column : order) {
                ResponseColumn& target = m_out.columns[column];
                const quint32 code = m_responses.columns()[column].code(sample);
                if (code < FirstAnswer || m_data.isChoice(target, sample)) {
                    continue;
                }
                qint32& known = codeOf[code - FirstAnswer];
                if (known == kNoAnswer) {
                    const QString raw = QString::fromStdString(m_responses.answers()[code - FirstAnswer]);
                    const QString text = normaliseText(raw);
                    auto it = answers.constFind(text);
                    if (it == answers.constEnd()) {
                        it = answers.insert(text, qint32(m_out.answers.size()));
                        m_out.answers.push_back(text);
                        m_out.spellings.push_back(raw);
                    }
                    known = *it;
                }
                target.codes[sample] = known;
            }
        }
    }

    void viewProbabilities(const AnswerColumn& from, ResponseColumn& target) const
    {
        if (from.probabilities().empty()) {
            return;
        }
        target.probabilityOffsets = from.probabilityOffsets();
        if (target.shift == 0) {
            target.probabilities = from.probabilities();
            return;
        }
        target.probabilities.assign(from.probabilities().size(), 0.0f);
        for (std::size_t sample = 0; sample < m_data.size(); ++sample) {
            const quint32 start = target.probabilityOffsets[sample];
            const int count = int(target.probabilityOffsets[sample + 1] - start);
            for (int i = 0; i < count; ++i) {
                const int base = basePosition(sample, target.shift, i);
                if (base >= 0 && base < count) {
                    target.probabilities[start + std::size_t(base)]
                        = from.probabilities()[start + std::size_t(i)];
                }
            }
        }
    }

    const AuditData& m_data;
    const RunResponses& m_responses;
    RunColumns& m_out;
};

} // namespace

std::vector<Run> readRuns(sqlite::Connection& connection, const AuditData& data, const AuditParts& parts)
{
    std::vector<Run> runs;
    for (Run& run : ResponseStore(connection).runsOf(data.datasetId)) {
        if (parts.conditions[std::size_t(run.condition)]) {
            if (run.family.isEmpty()) {
                run.family = guessFamily(run.model);
            }
            runs.push_back(std::move(run));
        }
    }
    return runs;
}

void readElsewhere(sqlite::Connection& connection, AuditData& data)
{
    constexpr int kFirst = 500;
    struct Row {
        qint64 sample;
        int shift;
        int attempt;
        double score;
    };
    ResponseStore store(connection);
    for (const Run& run : store.runs()) {
        if (run.datasetId == data.datasetId || run.condition != Condition::Standard) {
            continue;
        }
        ScoreSum& score = data.elsewhere[run.model];
        int taken = 0;
        for (const qint64 number : store.blockNumbers(run.id)) {
            if (taken >= kFirst) {
                break;
            }
            std::vector<Row> rows;
            for (const ResponseStore::Block& block : store.blocksAt(run.id, number)) {
                for (std::size_t i = 0; i < block.scores.size(); ++i) {
                    if (block.scores.scores[i] == block.scores.scores[i]) {
                        rows.push_back({block.firstSample + block.scores.samples[i], block.shift,
                            block.attempt, block.scores.scores[i]});
                    }
                }
            }
            std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
                return std::tie(a.sample, a.shift, a.attempt) < std::tie(b.sample, b.shift, b.attempt);
            });
            for (std::size_t i = 0; i < rows.size() && taken < kFirst; ++i, ++taken) {
                score.sum += rows[i].score;
                score.count += 1;
            }
        }
    }
}

void viewRun(const AuditData& data, const RunResponses& responses, RunColumns& run)
{
    RunView(data, responses, run).view();
}

} // namespace winnow
