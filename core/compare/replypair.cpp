// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/replypair.h"

#include "core/responses/samplepositions.h"
#include "core/store/responsestore.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

/// Shorter replies begin alike by chance.
constexpr qsizetype kLeastBeginning = 20;
/// So many replies of one run end at the same number of tokens before it is taken for its limit.
constexpr int kLeastCapped = 2;

/// One response of a side.
struct Reply {
    int attempt = 0;
    int shift = 0;
    double score = 0;
    quint16 code = kBlankCode;
    QString answer;
    qint64 text = 0;
    qint64 promptTokens = -1;
    qint64 outputTokens = -1;
};

qint64 entry(const std::vector<qint64>& column, size_t row, qint64 unknown)
{
    return row < column.size() ? column[row] : unknown;
}

/// What one side of one dataset replied to the samples that matter.
class SideReplies {
public:
    SideReplies(sqlite::Connection& c, const RunChoice& choice, const SamplePositions& wanted)
        : m_replies(wanted.size())
    {
        ResponseStore(c).forEachBlock(
            choice.run.id, true,
            [&](const ResponseStore::Block& block) {
                if (choice.attempt < 0 || block.attempt == choice.attempt) {
                    add(block, wanted);
                }
                return true;
            },
            choice.scoreSet);
    }

    const std::vector<Reply>& of(size_t sample) const { return m_replies[sample]; }
    /// Whether a reply ends at the most tokens that the run ever wrote, as others of it do.
    bool isCapped(const Reply& reply) const
    {
        return m_capped >= kLeastCapped && reply.outputTokens >= 0 && reply.outputTokens == m_most;
    }

private:
    void add(const ResponseStore::Block& block, const SamplePositions& wanted)
    {
        for (size_t i = 0; i < block.scores.size(); ++i) {
            const qint64 tokens = entry(block.details.outputTokens, i, -1);
            m_capped = tokens > m_most ? 1 : m_capped + (tokens >= 0 && tokens == m_most);
            m_most = std::max(m_most, tokens);
            const qint32 at = wanted[block.firstSample + block.scores.samples[i]];
            if (at < 0) {
                continue;
            }
            const std::string_view answer = block.scores.answer(i);
            m_replies[size_t(at)].push_back({block.attempt, block.shift, block.scores.scores[i],
                block.scores.codes[i], QString::fromUtf8(answer.data(), qsizetype(answer.size())),
                entry(block.details.texts, i, 0), entry(block.details.promptTokens, i, -1), tokens});
        }
    }

    std::vector<std::vector<Reply>> m_replies;
    qint64 m_most = -1;
    int m_capped = 0;
};

bool scoresDiffer(double a, double b)
{
    return std::isnan(a) != std::isnan(b) || (!std::isnan(a) && a != b);
}

/// Compares two replies to one sample.
class PairReading {
public:
    PairReading(sqlite::Connection& c, const SideReplies& first, const SideReplies& second,
        const QPair<RunChoice, RunChoice>& runs)
        : m_store(c)
        , m_first(first)
        , m_second(second)
        , m_anyAttempt(runs.first.attempt >= 0 || runs.second.attempt >= 0)
        , m_otherwiseAsked(runs.first.run.condition != runs.second.run.condition
              || runs.first.run.setting != runs.second.run.setting)
    {
    }

    /// Of the first two replies with unlike scores; `recorded` is whether both have words.
    GapCause causeOf(size_t sample, bool& recorded)
    {
        recorded = false;
        for (const Reply& a : m_first.of(sample)) {
            for (const Reply& b : m_second.of(sample)) {
                if (a.shift == b.shift && (m_anyAttempt || a.attempt == b.attempt)
                    && scoresDiffer(a.score, b.score)) {
                    recorded = a.text && b.text;
                    return causeOf(a, b);
                }
            }
        }
        // Each pair of replies was scored alike: one side has more of them.
        return GapCause::OnlyOne;
    }

private:
    GapCause causeOf(const Reply& a, const Reply& b)
    {
        if (std::isnan(a.score) || std::isnan(b.score)) {
            return GapCause::Missing;
        }
        const bool sameAnswer = a.answer.trimmed().compare(b.answer.trimmed(), Qt::CaseInsensitive) == 0;
        if (sameAnswer && !a.answer.isEmpty()) {
            return GapCause::Scorer;
        }
        const bool said = a.text && b.text;
        const QString first = said ? m_store.text(a.text).simplified() : QString();
        const QString second = said ? m_store.text(b.text).simplified() : QString();
        if (said && first == second) {
            return sameAnswer ? GapCause::Scorer : GapCause::Extraction;
        }
        if (isBeginning(first, second) || isBeginning(second, first)) {
            return GapCause::Truncation;
        }
        const bool tokensKnown = a.promptTokens >= 0 && b.promptTokens >= 0;
        if (tokensKnown && a.promptTokens != b.promptTokens) {
            return GapCause::Prompt;
        }
        if ((a.code == kUnreadCode && m_first.isCapped(a))
            || (b.code == kUnreadCode && m_second.isCapped(b))) {
            return GapCause::Truncation;
        }
        return m_otherwiseAsked && !tokensKnown ? GapCause::Prompt : GapCause::AnotherReply;
    }

    static bool isBeginning(const QString& part, const QString& whole)
    {
        return part.size() >= kLeastBeginning && part.size() < whole.size() && whole.startsWith(part);
    }

    ResponseStore m_store;
    const SideReplies& m_first;
    const SideReplies& m_second;
    bool m_anyAttempt;
    bool m_otherwiseAsked;
};

} // namespace

Result<ReplyPairs> ReplyPairs::load(const Project& project, const ComparedScores& scores, Progress& progress)
{
    return project.read([&](sqlite::Connection& c) -> Result<ReplyPairs> {
        ReplyPairs pairs;
        for (qsizetype d = 0; d < scores.runs.size(); ++d) {
            progress.report(
                d, scores.runs.size(), QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading responses")));
            std::vector<qint64> wanted;
            std::vector<size_t> places;
            for (size_t i = 0; i < scores.samples.size(); ++i) {
                const double difference = scores.first[i] - scores.second[i];
                if (scores.dataset[i] == d && !std::isnan(difference) && difference != 0) {
                    wanted.push_back(scores.samples[i]);
                    places.push_back(i);
                }
            }
            const SamplePositions positions(wanted);
            const SideReplies first(c, scores.runs.at(d).first, positions);
            const SideReplies second(c, scores.runs.at(d).second, positions);
            PairReading reading(c, first, second, scores.runs.at(d));
            for (size_t w = 0; w < wanted.size(); ++w) {
                if (progress.isCancelled()) {
                    return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
                }
                const size_t i = places[w];
                Found found;
                const bool missing = scores.firstAnswered[i] == Answered::Missing
                    || scores.secondAnswered[i] == Answered::Missing;
                found.cause = missing ? GapCause::Missing : reading.causeOf(w, found.recorded);
                pairs.m_found.insert(i, found);
            }
        }
        return pairs;
    });
}

} // namespace winnow
