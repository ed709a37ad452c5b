// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/rescoring.h"

#include "core/curate/samplescoring.h"
#include "core/store/datasetstore.h"
#include "core/store/responsestore.h"
#include "core/store/samplestore.h"
#include "core/store/scoresets.h"

#include <cmath>

namespace winnow {

namespace {

/// Sum and number of scores.
struct Mean {
    double sum = 0;
    qint64 count = 0;

    void add(double score)
    {
        if (!std::isnan(score)) {
            sum += score;
            ++count;
        }
    }
    double value() const { return count > 0 ? sum / double(count) : std::nan(""); }
};

/// The scores of one run, computed anew.
class RunScoring {
public:
    RunScoring(sqlite::Connection& connection, SampleScoring& samples, const RescoreRequest& request)
        : m_store(connection)
        , m_samples(samples)
        , m_request(request)
    {
    }

    Result<> run(const Run& run, const Progress& progress)
    {
        m_done.run = run;
        m_store.forEachBlock(run.id, true, [&](const ResponseStore::Block& block) {
            m_blocks.push_back(scored(block));
            return !progress.isCancelled();
        });
        if (progress.isCancelled()) {
            return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
        }
        m_done.before = m_before.value();
        m_done.after = m_after.value();
        return {};
    }

    RescoredRun& done() { return m_done; }
    const std::vector<ScoreSets::Rescored>& blocks() const { return m_blocks; }

private:
    ScoreSets::Rescored scored(const ResponseStore::Block& block)
    {
        std::vector<double> scores;
        std::vector<std::string> answers;
        std::vector<bool> said;
        for (std::size_t i = 0; i < block.scores.size(); ++i) {
            const qint64 textId = i < block.details.texts.size() ? block.details.texts[i] : 0;
            const std::string before(block.scores.answer(i));
            const double old = block.scores.scores[i];
            const QByteArray text = m_request.readAnew || m_request.rule.hasOwnReading() || before.empty()
                ? m_store.text(textId).toUtf8()
                : QByteArray();
            const std::string_view words(text.constData(), std::size_t(text.size()));
            const auto [answer, score]
                = one({block.firstSample + block.scores.samples[i]}, block.shift, before, words, old);
            ++m_done.responses;
            m_done.answersChanged += answer != before;
            m_done.scoresChanged += !(score == old || (std::isnan(score) && std::isnan(old)));
            m_before.add(old);
            m_after.add(score);
            scores.push_back(score);
            answers.push_back(answer);
            said.push_back(textId != 0);
        }
        return {block.attempt, block.shift, block.firstSample, block.scores.samples, std::move(scores),
            std::move(answers), std::move(said)};
    }

    std::pair<std::string, double> one(
        SampleId sample, int shift, const std::string& before, std::string_view text, double old)
    {
        const bool silent = before.empty() && text.empty();
        if (silent) {
            return {before, old}; // a score that came alone, or nothing at all
        }
        ReplyToScore reply = m_samples.replyTo(sample, m_done.run.condition, shift);
        reply.text = text;
        const bool again
            = m_request.readAnew || m_request.rule.scorerFor(reply).needs().testFlag(Scorer::OwnReading);
        if (again && !text.empty()) {
            const ScoredReply anew = m_request.rule.apply(reply);
            return {anew.answer.toStdString(), anew.score.value_or(std::nan(""))};
        }
        reply.prediction = before;
        const auto score = m_request.rule.scoreOf(QString::fromStdString(before), reply);
        return {before, score.value_or(std::nan(""))};
    }

    ResponseStore m_store;
    SampleScoring& m_samples;
    const RescoreRequest& m_request;
    RescoredRun m_done;
    std::vector<ScoreSets::Rescored> m_blocks;
    Mean m_before;
    Mean m_after;
};

/// What the score set says of itself; empty would be "as the import read them".
QString scoredBy(const RescoreRequest& request)
{
    const QString rule = request.rule.isDefault() ? QStringLiteral("by kind") : request.rule.text();
    return request.readAnew ? rule + QStringLiteral(", read anew") : rule;
}

struct Prepared {
    RescoredRun run;
    qint64 base = 0;
    std::vector<ScoreSets::Rescored> blocks;
};

Result<std::vector<Prepared>> prepare(
    sqlite::Connection& c, const RescoreRequest& request, Progress& progress)
{
    const auto dataset = DatasetStore(c).byName(request.dataset);
    if (!dataset) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no dataset \"%1\"")).arg(request.dataset));
    }
    const QVector<Run> runs = ResponseStore(c).runsOf(dataset->id);
    SampleScoring samples(c, dataset->id);
    std::vector<Prepared> prepared;
    qint64 at = 0;
    for (const Run& run : runs) {
        progress.report(at++, runs.size(), QStringLiteral(QT_TRANSLATE_NOOP("Step", "Scoring responses")));
        if (!request.model.isEmpty() && run.model != request.model) {
            continue;
        }
        RunScoring scoring(c, samples, request);
        WINNOW_TRY(scoring.run(run, progress));
        const bool changed = scoring.done().answersChanged + scoring.done().scoresChanged > 0;
        prepared.push_back({scoring.done(), ScoreSets(c).current(run.id),
            changed ? scoring.blocks() : std::vector<ScoreSets::Rescored>()});
    }
    if (prepared.empty()) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There are no responses to be scored")));
    }
    return prepared;
}

} // namespace

Result<QVector<RescoredRun>> rescore(Project& project, const RescoreRequest& request, Progress& progress)
{
    auto prepared = project.read([&](sqlite::Connection& c) { return prepare(c, request, progress); });
    if (!prepared) {
        return tl::unexpected<Error>(prepared.error());
    }
    return project.write({.parts = ChangeSet::Responses, .samples = {}},
        [&](sqlite::Connection& c) -> Result<QVector<RescoredRun>> {
            ScoreSets sets(c);
            QVector<RescoredRun> done;
            for (Prepared& one : *prepared) {
                if (!one.blocks.empty()) {
                    auto set = sets.rescore(one.run.run.id, one.base, scoredBy(request), one.blocks);
                    if (!set) {
                        return tl::unexpected<Error>(set.error());
                    }
                    one.run.set = *set;
                }
                done.append(one.run);
            }
            return done;
        });
}

} // namespace winnow
