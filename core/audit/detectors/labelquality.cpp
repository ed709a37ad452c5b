// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/labelquality.h"

#include "core/audit/detectorsupport.h"
#include "core/audit/labelscores.h"
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
            integerParameter("min_models", QT_TRANSLATE_NOOP("Detector", "Fewest models"),
                QT_TRANSLATE_NOOP("Detector", "models"), 5, 2, 1000,
                QT_TRANSLATE_NOOP(
                    "Detector", "Samples with readable answers of fewer models are not judged")),
            integerParameter("min_families", QT_TRANSLATE_NOOP("Detector", "Fewest families"),
                QT_TRANSLATE_NOOP("Detector", "families"), 2, 1, 100,
                QT_TRANSLATE_NOOP(
                    "Detector", "Models of one family err together; judge only with this many families"))}};
    return info;
}

Result<DetectorResult> LabelQualityDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    const AuditData& data = input.data;
    const int minModels = parameters.integer(QLatin1String("min_models"));
    const int minFamilies = parameters.integer(QLatin1String("min_families"));
    const std::vector<ModelView> models = modelsOf(data, Condition::Standard);
    progress.report(0, qint64(data.size()),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Weighing the stories behind the answers")));
    const std::vector<LabelBelief> beliefs = labelBeliefs(data);
    const std::vector<bool> read = mostlyRead(data, models);
    std::vector<bool> judged(data.size());
    for (std::size_t i = 0; i < data.size(); ++i) {
        judged[i] = beliefs[i].voters >= minModels && beliefs[i].families >= minFamilies && read[i];
    }
    const LabelScores scores = labelScores(data, beliefs, judged);
    DetectorResult result;
    DetectorPreview preview;
    preview.scoreTitle = scores.areProbabilities()
        ? QStringLiteral(QT_TRANSLATE_NOOP(
            "Detector", "probability that the gold answer is wrong or not the only right one"))
        : QStringLiteral(QT_TRANSLATE_NOOP(
            "Detector", "rank by doubt in the gold answer (no probability: too few were checked)"));
    preview.scale = scores.scale();
    result.rankingScale = preview.scale;
    result.rankingTitle = preview.scoreTitle;
    preview.threshold = parameters.real(QLatin1String("min_posterior"));
    preview.parameter = QStringLiteral("min_posterior");
    preview.scores.assign(data.size(), std::numeric_limits<float>::quiet_NaN());
    result.ranking = preview.scores;
    qint64 tooFew = 0;
    qint64 single = 0;
    qint64 unkeyed = 0;
    qint64 unread = 0;
    Ticker ticker(progress, data.size(),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Collecting doubtful gold answers")));
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (!ticker.at(i)) {
            return auditCancelled();
        }
        const LabelBelief& belief = beliefs[i];
        if (belief.voters == 0) {
            single += data.optionCount[i] == 1;
            unkeyed += data.isMcq(i) && data.hasGold[i] && data.goldIndex[i] < 0
                && goldSet(data.gold[i], data.optionCount[i]).isEmpty();
            continue;
        }
        if (!judged[i]) {
            ++(read[i] ? tooFew : unread);
            continue;
        }
        const float score = float(scores.scores[i]);
        result.ranking[i] = score;
        const bool wrong = belief.wrongGold >= belief.ambiguous;
        // However able the few are, a key is not called wrong against most of those who answer.
        const bool backed = belief.other >= 0
            && (wrong ? belief.forOther > belief.forGold && belief.forOther >= kLeastShare * belief.voters
                      : std::min(belief.forOther, belief.forGold) >= kLeastSplit * belief.voters);
        preview.scores[i] = backed ? score : std::min(score, kNeverFlagged);
        if (!preview.flags(preview.scores[i])) {
            continue;
        }
        const QString answer = data.isMcq(i) ? optionLetter(belief.other) : data.answerSpelling(belief.other);
        const QString gold = goldText(data, i);
        const Sentence summary = summarise(data, i, belief, wrong, answer, gold);
        QJsonObject evidence{{QStringLiteral("answer"), answer}, {QStringLiteral("gold"), gold},
            {QStringLiteral("agree"), belief.forOther}, {QStringLiteral("for_gold"), belief.forGold},
            {QStringLiteral("models"), belief.voters}, {QStringLiteral("families"), belief.families},
            {QStringLiteral("votes"), votesJson(data, models, i)}};
        scores.describe(i, evidence);
        result.flags.push_back(makeFlag(
            data, i, wrong ? "label_incorrect" : "label_ambiguous", scores.scores[i], summary, evidence));
    }
    if (scores.judged > 0) {
        result.notes.append(scores.note());
    }
    noteUnread(unread, result.notes);
    if (tooFew > 0) {
        result.notes.append(Sentence::of(
            QT_TRANSLATE_NOOP("Detector", "Not judged: %1 with readable answers of fewer than %2 from %3."))
                                .arg(countText(tooFew, "sample", "samples"),
                                    countText(minModels, "model", "models"),
                                    countText(minFamilies, "family", "families")));
    }
    if (single > 0) {
        result.notes.append(
            Sentence::of(QT_TRANSLATE_NOOP("Detector",
                             "Not judged: %1 with a single option; there is no other answer to weigh."))
                .arg(countText(single, "sample", "samples")));
    }
    if (unkeyed > 0) {
        result.notes.append(Sentence::of(
            QT_TRANSLATE_NOOP("Detector", "Not judged: %1 with a gold answer that is none of the options."))
                                .arg(countText(unkeyed, "sample", "samples")));
    }
    result.preview = std::move(preview);
    return result;
}

} // namespace winnow
