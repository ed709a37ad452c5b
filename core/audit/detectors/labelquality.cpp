// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/labelquality.h"

#include "core/audit/detectors/evaluation.h"
#include "core/audit/models/labelscores.h"
#include "core/text/goldreader.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

/// Of the models for the answer that a key is said to be wrong for, or to compete with.
constexpr double kLeastShare = 0.25;
constexpr double kLeastSplit = 0.15;
/// Below every threshold that can be set.
constexpr float kNeverFlagged = 0.049f;

Sentence summarise(const AuditData& data, std::size_t sample, const LabelBelief& belief, bool wrong,
    const QString& answer, const QString& gold)
{
    if (isScoredByAnotherKey(data, sample, belief.other)) {
        return anotherKeySentence(data, sample, belief.forOther, belief.voters);
    }
    const Sentence voters = countText(belief.voters, "model", "models");
    if (!wrong) {
        return Sentence::of(QT_TRANSLATE_NOOP("Detector",
                                "The models split between the gold answer %1 (%2) and %3 (%4 of %5)"))
            .arg(gold, QString::number(belief.forGold), answer, QString::number(belief.forOther), voters);
    }
    const Sentence pattern = belief.forOther == 1
        ? Sentence::of(
            QT_TRANSLATE_NOOP("Detector", "%1 of %2, an abler one, answers %3; the gold answer is %4"))
        : Sentence::of(QT_TRANSLATE_NOOP(
            "Detector", "%1 of %2 answer %3, the abler ones among them; the gold answer is %4"));
    return Sentence(pattern).arg(QString::number(belief.forOther), voters, answer, gold);
}

struct LabelRun : Evaluation {
    LabelRun(const DetectorInput& detectorInput, const Parameters& values, Progress& report)
        : Evaluation(detectorInput, values, report)
        , minModels(integer("min_models"))
        , minFamilies(integer("min_families"))
        , models(modelsOf(data, Condition::Standard))
        , read(mostlyRead(data, models))
        , judged(data.size())
    {
    }

    void believe()
    {
        progress.report(0, qint64(data.size()),
            QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Weighing the stories behind the answers")));
        beliefs = labelBeliefs(data);
        for (std::size_t i = 0; i < data.size(); ++i) {
            judged[i] = beliefs[i].voters >= minModels && beliefs[i].families >= minFamilies && read[i];
        }
        scores = labelScores(data, beliefs, judged);
    }

    void drawScores()
    {
        draw(scores.areProbabilities()
                ? QT_TRANSLATE_NOOP(
                    "Detector", "probability that the gold answer is wrong or not the only right one")
                : QT_TRANSLATE_NOOP(
                    "Detector", "rank by doubt in the gold answer (no probability: too few were checked)"),
            scores.scale(), "min_posterior");
        rank(preview().scoreTitle, scores.scale());
    }

    void judge(std::size_t i)
    {
        const LabelBelief& belief = beliefs[i];
        if (belief.voters == 0) {
            single += data.optionCount[i] == 1;
            unkeyed += data.isMcq(i) && data.hasGold[i] && data.goldIndex[i] < 0
                && goldSet(data.gold[i], data.optionCount[i]).isEmpty();
            return;
        }
        if (!judged[i]) {
            ++(read[i] ? tooFew : unread);
            return;
        }
        const float score = float(scores.scores[i]);
        result.ranking[i] = score;
        preview().scores[i] = isBacked(belief) ? score : std::min(score, kNeverFlagged);
        if (isFlagged(i)) {
            flagSample(i, belief);
        }
    }

    void noteLeftOut()
    {
        if (scores.judged > 0) {
            note(scores.note());
        }
        noteUnread(unread, result.notes);
        noteTooFew(tooFew,
            QT_TRANSLATE_NOOP("Detector", "Not judged: %1 with readable answers of fewer than %2 from %3."),
            minModels, minFamilies);
        note(single,
            QT_TRANSLATE_NOOP(
                "Detector", "Not judged: %1 with a single option; there is no other answer to weigh."));
        note(unkeyed,
            QT_TRANSLATE_NOOP("Detector", "Not judged: %1 with a gold answer that is none of the options."));
    }

private:
    static bool isWrong(const LabelBelief& belief) { return belief.wrongGold >= belief.ambiguous; }

    /// However able the few are, a key is not called wrong against most of those who answer.
    static bool isBacked(const LabelBelief& belief)
    {
        return belief.other >= 0
            && (isWrong(belief)
                    ? belief.forOther > belief.forGold && belief.forOther >= kLeastShare * belief.voters
                    : std::min(belief.forOther, belief.forGold) >= kLeastSplit * belief.voters);
    }

    void flagSample(std::size_t i, const LabelBelief& belief)
    {
        const bool wrong = isWrong(belief);
        const QString answer = data.isMcq(i) ? optionLetter(belief.other) : data.answerSpelling(belief.other);
        const QString gold = goldText(data, i);
        QJsonObject evidence{{QStringLiteral("answer"), answer}, {QStringLiteral("gold"), gold},
            {QStringLiteral("agree"), belief.forOther}, {QStringLiteral("for_gold"), belief.forGold},
            {QStringLiteral("models"), belief.voters}, {QStringLiteral("families"), belief.families},
            {QStringLiteral("votes"), votesJson(data, models, i)}};
        scores.describe(i, evidence);
        flag(i, wrong ? "label_incorrect" : "label_ambiguous", scores.scores[i],
            summarise(data, i, belief, wrong, answer, gold), evidence);
    }

    int minModels;
    int minFamilies;
    std::vector<ModelView> models;
    std::vector<bool> read;
    std::vector<bool> judged;
    std::vector<LabelBelief> beliefs;
    LabelScores scores;
    qint64 tooFew = 0;
    qint64 single = 0;
    qint64 unkeyed = 0;
    qint64 unread = 0;
};

} // namespace

const DetectorInfo& LabelQualityDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("label_quality"), 5,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Wrong or ambiguous gold answer")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Asks which story explains the models' answers best: the gold answer is right and the sample as "
            "hard and as tempting as it may be, another answer is right, or both are. Able models tell the "
            "stories apart. The score ranks the samples; once people have checked 30 gold answers it is the "
            "probability that they find one faulty.")),
        QStringLiteral(
            "Dawid and Skene 1979; Rasch model with guessing (Birnbaum 1968); recalibration (Platt "
            "1999)"),
        {QStringLiteral("label_incorrect"), QStringLiteral("label_ambiguous")},
        {{Need::StandardResponses, 3}, {Need::Gold, 1}}, {Need::OpenEndedResponses, Need::Verdicts},
        {realParameter("min_posterior", QT_TRANSLATE_NOOP("Detector", "Score, at least"),
             QT_TRANSLATE_NOOP("Detector", "score"), 0.2, 0.05, 0.999,
             QT_TRANSLATE_NOOP("Detector",
                 "Flag from this score on; where the scores are probabilities, one in five flags of .2 is "
                 "right")),
            fewestModels(5, 2,
                QT_TRANSLATE_NOOP(
                    "Detector", "Samples with readable answers of fewer models are not judged")),
            fewestFamilies(QT_TRANSLATE_NOOP(
                "Detector", "Models of one family err together; judge only with this many families"))}};
    return info;
}

Result<DetectorResult> LabelQualityDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    LabelRun run(input, parameters, progress);
    run.believe();
    run.drawScores();
    if (!run.eachSample(QT_TRANSLATE_NOOP("Detector", "Collecting doubtful gold answers"),
            [&](std::size_t i) { run.judge(i); })) {
        return auditCancelled();
    }
    run.noteLeftOut();
    return run.finish();
}

} // namespace winnow
