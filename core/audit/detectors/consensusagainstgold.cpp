// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/consensusagainstgold.h"

#include "core/audit/detectors/evaluation.h"
#include "core/audit/models/labelscores.h"
#include "core/audit/models/weightedvote.h"
#include "core/stats/distributions.h"
#include "core/stats/faultcurve.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace winnow {

namespace {

/// A smaller share is no agreement. What another rule leaves alone is drawn below it.
constexpr double kLeastShare = 0.2;
constexpr float kNeverFlagged = 0.199f;

Sentence summarise(const AuditData& data, std::size_t sample, const VoteSummary& vote, const QString& answer,
    const QString& gold)
{
    if (isScoredByAnotherKey(data, sample, vote.topCode)) {
        return anotherKeySentence(data, sample, vote.forTop, vote.voters);
    }
    Sentence pattern
        = Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 of %2 answer %3; %5 give the gold answer %4"));
    if (vote.forTop == 1) {
        pattern = Sentence::of(
            QT_TRANSLATE_NOOP("Detector", "%1 of %2 answers %3; none gives the gold answer %4"));
    } else if (vote.forGold == 0) {
        pattern = Sentence::of(
            QT_TRANSLATE_NOOP("Detector", "%1 of %2 answer %3; none gives the gold answer %4"));
    } else if (vote.forGold == 1) {
        pattern
            = Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 of %2 answer %3; 1 gives the gold answer %4"));
    }
    return pattern.arg(vote.forTop, countText(vote.voters, "model", "models"), answer, gold, vote.forGold);
}

struct ConsensusRun : Evaluation {
    ConsensusRun(const DetectorInput& detectorInput, const Parameters& values, Progress& report)
        : Evaluation(detectorInput, values, report)
        , models(modelsOf(data, Condition::Standard))
        , read(mostlyRead(data, models))
        , minModels(integer("min_models"))
        , minFamilies(integer("min_families"))
        , minBelief(real("min_belief"))
        , maxGold(real("max_gold"))
        , minShare(real("min_share"))
    {
    }

    void weigh()
    {
        progress.report(0, qint64(data.size()),
            QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Weighing the models' votes")));
        votes = weightedVotes(data, models);
        std::vector<bool> candidates(data.size());
        for (std::size_t i = 0; i < data.size(); ++i) {
            candidates[i] = votes[i].voters >= minModels && votes[i].goldShare <= maxGold;
        }
        // NaN, and so no objection, where the gold answer is not even an option.
        beliefs = labelBeliefs(data, &candidates);
    }

    void judge(std::size_t i)
    {
        const VoteSummary& vote = votes[i];
        if (!data.hasGold[i]) {
            return;
        }
        if (!read[i]) {
            ++unread;
            return;
        }
        if (vote.voters > 0) {
            result.ranking[i] = float(vote.errorScore);
        }
        if (vote.voters < minModels || vote.families < minFamilies) {
            const bool answered = isAnswered(i);
            (vote.voters == 0 && answered ? unreadable : tooFew) += answered;
            return;
        }
        guess(i, vote);
        // A few reliable models are not most models.
        const double agree = std::min(vote.topShare, double(vote.forTop) / vote.voters);
        const bool goldHasVotes = vote.goldShare > maxGold;
        const bool plausible = beliefs[i].wrongGold < minBelief;
        doubted += !goldHasVotes && plausible && agree >= minShare;
        preview().scores[i]
            = goldHasVotes || plausible ? std::min(float(agree), kNeverFlagged) : float(agree);
        if (isFlagged(i)) {
            flagSample(i, vote);
        }
    }

    void noteLeftOut()
    {
        if (guessable > 0) {
            compareWithGuessing(guessedShares / double(guessable));
        }
        noteTooFew(tooFew,
            QT_TRANSLATE_NOOP("Detector", "Not judged: %1 with readable answers of fewer than %2 from %3."),
            minModels, minFamilies);
        if (doubted > 0) {
            note(Sentence::of(
                QT_TRANSLATE_NOOP("Detector",
                    "%1 on which most models agree on another answer: the models are so alike, or the "
                    "answer so tempting, that the label model's belief in a wrong key is below %2."))
                     .arg(countText(doubted, "sample", "samples"), numberText(minBelief)));
        }
        noteUnread(unread, result.notes);
        note(unreadable,
            QT_TRANSLATE_NOOP("Detector", "Not judged: %1 with scores but without readable answers."));
    }

private:
    bool isAnswered(std::size_t i) const
    {
        return std::any_of(models.begin(), models.end(), [&](const ModelView& model) {
            return std::any_of(model.columns.begin(), model.columns.end(),
                [&](const ResponseColumn* column) { return column->codes[i] >= 0 || column->hasScore(i); });
        });
    }

    /// What the commonest wrong option draws when everybody guesses.
    void guess(std::size_t i, const VoteSummary& vote)
    {
        const int options = data.optionCount[i];
        if (!data.isMcq(i) || options < 2) {
            return;
        }
        const auto [found, fresh] = guessed.try_emplace({vote.voters, options}, 0.0);
        if (fresh) {
            found->second
                = stats::expectedLargestCount(vote.voters, options - 1, 1.0 / options) / vote.voters;
        }
        guessedShares += found->second;
        ++guessable;
    }

    void flagSample(std::size_t i, const VoteSummary& vote)
    {
        const QString answer = data.isMcq(i) ? optionLetter(vote.topCode) : data.answerSpelling(vote.topCode);
        const QString gold = goldText(data, i);
        flag(i, "consensus_against_gold",
            std::isnan(beliefs[i].wrongGold) ? vote.errorScore : cautious(beliefs[i].wrongGold),
            summarise(data, i, vote, answer, gold),
            {{QStringLiteral("models"), vote.voters}, {QStringLiteral("families"), vote.families},
                {QStringLiteral("answer"), answer}, {QStringLiteral("gold"), gold},
                {QStringLiteral("agree"), vote.forTop}, {QStringLiteral("for_gold"), vote.forGold},
                {QStringLiteral("top_share"), vote.topShare}, {QStringLiteral("gold_share"), vote.goldShare},
                {QStringLiteral("scale"), scoreScaleId(ScoreScale::Rank)},
                {QStringLiteral("votes"), votesJson(data, models, i)}});
    }

    std::vector<ModelView> models;
    std::vector<bool> read;
    int minModels;
    int minFamilies;
    double minBelief;
    double maxGold;
    double minShare;
    std::vector<VoteSummary> votes;
    std::vector<LabelBelief> beliefs;
    stats::FaultCurve cautious;
    qint64 unread = 0;
    qint64 tooFew = 0;
    qint64 unreadable = 0;
    qint64 doubted = 0;
    /// By (voters, options).
    std::map<std::pair<int, int>, double> guessed;
    double guessedShares = 0;
    qint64 guessable = 0;
};

} // namespace

const DetectorInfo& ConsensusAgainstGoldDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("consensus_against_gold"), 5,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Models agree on another answer")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Finds samples where most models give the same answer and it is not the gold one. A model "
            "that is reliable on this kind of question weighs more.")),
        QStringLiteral("Dawid and Skene 1979; METHODS C4"), {QStringLiteral("consensus_against_gold")},
        {{Need::StandardResponses, 3}, {Need::Gold, 1}}, {Need::OpenEndedResponses},
        {fewestModels(5, 2,
             QT_TRANSLATE_NOOP("Detector", "Samples with readable answers of fewer models are not judged")),
            fewestFamilies(QT_TRANSLATE_NOOP(
                "Detector", "Models of one family err together; judge only with this many families")),
            realParameter("min_share", QT_TRANSLATE_NOOP("Detector", "Agree on another answer, at least"),
                QT_TRANSLATE_NOOP("Detector", "share"), 0.5, kLeastShare, 1,
                QT_TRANSLATE_NOOP("Detector",
                    "Share of the models on the commonest other answer, weighted or by number, whichever is "
                    "less")),
            realParameter("max_gold", QT_TRANSLATE_NOOP("Detector", "Agree with the gold answer, at most"),
                QT_TRANSLATE_NOOP("Detector", "share"), 0.2, 0, 1,
                QT_TRANSLATE_NOOP("Detector",
                    "Samples where more of the weighted vote goes to the gold answer are left alone")),
            realParameter("min_belief", QT_TRANSLATE_NOOP("Detector", "Belief in a wrong key, at least"),
                QT_TRANSLATE_NOOP("Detector", "belief"), 0.3, 0, 0.99,
                QT_TRANSLATE_NOOP("Detector",
                    "A hard sample with a tempting distractor draws a majority too; this asks what able "
                    "models "
                    "say"))}};
    return info;
}

Result<DetectorResult> ConsensusAgainstGoldDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    ConsensusRun run(input, parameters, progress);
    run.draw(QT_TRANSLATE_NOOP("Detector",
                 "share of models on the commonest other answer, weighted or by number, whichever is less"),
        ScoreScale::Share, "min_share");
    run.rank(QStringLiteral(QT_TRANSLATE_NOOP(
                 "Detector", "rank by how far the models' votes go against the gold answer")),
        ScoreScale::Rank);
    run.weigh();
    if (!run.eachSample(QT_TRANSLATE_NOOP("Detector", "Comparing the models' answer with the gold answer"),
            [&](std::size_t i) { run.judge(i); })) {
        return auditCancelled();
    }
    run.noteLeftOut();
    return run.finish();
}

} // namespace winnow
