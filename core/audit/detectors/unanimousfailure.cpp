// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/unanimousfailure.h"

#include "core/audit/detectors/evaluation.h"
#include "core/audit/models/labelscores.h"
#include "core/audit/models/modeltable.h"
#include "core/stats/distributions.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

/// Lucky hits that guessing must lead one to expect before their absence is a sign of misread data.
constexpr double kLuckyAtLeast = 10;

struct FailureRun : Evaluation {
    FailureRun(const DetectorInput& detectorInput, const Parameters& values, Progress& report)
        : Evaluation(detectorInput, values, report)
        , table(data, Condition::Standard, ModelTable::Attempts::First, ModelTable::Constant::LeaveOut)
        , models(table.models)
        , family(familyNumbers(models))
        , minModels(integer("min_models"))
        , minFamilies(integer("min_families"))
        , accuracy(models.size(), 0.0)
    {
        for (std::size_t m = 0; m < models.size(); ++m) {
            double right = 0;
            double scored = 0;
            for (std::size_t i = 0; i < data.size(); ++i) {
                right += table.isRight(m, i);
                scored += table.hasScore(m, i);
            }
            accuracy[m] = scored > 0 ? right / scored : 0;
        }
    }

    /// Guessing alone would be right now and then: when nobody ever is, the key or the scores are misread,
    /// and no sample is more suspicious than another.
    bool isMisread()
    {
        qint64 responses = 0;
        qint64 hits = 0;
        double lucky = 0;
        for (std::size_t i = 0; i < data.size(); ++i) {
            responses += table.present[i];
            hits += table.right[i];
            lucky += data.isMcq(i) ? double(table.present[i]) / data.optionCount[i] : 0;
        }
        if (hits > 0 || responses == 0) {
            return false;
        }
        DatasetFinding finding;
        finding.id = QStringLiteral("nobody_right");
        finding.notable = true;
        finding.summary
            = Sentence::of(QT_TRANSLATE_NOOP("Detector", "No model is right on any sample (responses: %1)"))
                  .arg(responses);
        finding.details = {{QStringLiteral("responses"), responses}, {QStringLiteral("lucky"), lucky}};
        const bool misread = lucky >= kLuckyAtLeast;
        if (misread) {
            finding.summary += Sentence::of(QT_TRANSLATE_NOOP("Detector",
                                                "; guessing alone would be right %1 times, so the gold "
                                                "answers or the scores are probably "
                                                "misread and no sample is flagged"))
                                   .arg(qint64(std::lround(lucky)));
        }
        find(finding);
        return misread;
    }

    void judge(std::size_t i)
    {
        const Count count = countOf(i);
        if (count.present + count.unread == 0 || !data.hasGold[i]) {
            return;
        }
        if (count.unread > count.present) {
            ++mostlyUnread;
            return;
        }
        if (count.present < minModels || count.families < minFamilies) {
            ++tooFew;
            return;
        }
        preview().scores[i] = float(count.right) / float(count.present);
        if (isFlagged(i)) {
            flagSample(i, count);
        }
    }

    void noteLeftOut()
    {
        noteTooFew(tooFew,
            QT_TRANSLATE_NOOP("Detector", "Not judged: %1 with scored responses of fewer than %2 from %3."),
            minModels, minFamilies);
        noteUnread(mostlyUnread, result.notes);
    }

private:
    struct Count {
        int present = 0;
        int unread = 0;
        int right = 0;
        int families = 0;
    };

    /// What was not understood is no failure.
    bool counts(std::size_t m, std::size_t i) const { return table.isRight(m, i) || !isUnread(models[m], i); }

    Count countOf(std::size_t i)
    {
        Count count;
        seen.assign(models.size(), false);
        for (std::size_t m = 0; m < models.size(); ++m) {
            if (!table.hasScore(m, i)) {
                continue;
            }
            if (!counts(m, i)) {
                ++count.unread;
                continue;
            }
            ++count.present;
            count.right += table.isRight(m, i);
            if (!seen[family[m]]) {
                seen[family[m]] = true;
                ++count.families;
            }
        }
        return count;
    }

    void flagSample(std::size_t i, const Count& count)
    {
        std::vector<double> chances;
        for (std::size_t m = 0; m < models.size(); ++m) {
            if (table.hasScore(m, i) && counts(m, i)) {
                chances.push_back(accuracy[m]);
            }
        }
        const double surprise = 1 - stats::poissonBinomialUpperTail(chances, count.right + 1);
        const QJsonArray votes = votesJson(data, models, i);
        const int top = votes.isEmpty() ? 0 : votes.first()[QLatin1String("count")].toInt();
        const double agreement = top / double(count.present);
        const Sentence present = countText(count.present, "model", "models");
        Sentence summary = count.right == 0
            ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "None of %1 is right")).arg(present)
            : Sentence::of(QT_TRANSLATE_NOOP("Detector", "Only %1 of %2 right"))
                  .arg(count.right)
                  .arg(present);
        if (top > 0) {
            summary += (top == 1
                    ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "; %1 answers %2, the gold answer is %3"))
                    : Sentence::of(QT_TRANSLATE_NOOP("Detector", "; %1 answer %2, the gold answer is %3")))
                           .arg(top, topAnswer(votes), goldText(data, i));
        }
        // Failing together is one thing, agreeing on another answer points at the gold answer.
        flag(i, "unanimous_failure", 0.5 * (1 - surprise) + 0.5 * agreement, summary,
            {{QStringLiteral("models"), count.present}, {QStringLiteral("families"), count.families},
                {QStringLiteral("wrong"), count.present - count.right},
                {QStringLiteral("agreement"), agreement}, {QStringLiteral("surprise"), surprise},
                {QStringLiteral("votes"), votes}});
    }

    ModelTable table;
    const std::vector<ModelView>& models;
    std::vector<std::size_t> family;
    int minModels;
    int minFamilies;
    std::vector<double> accuracy;
    qint64 tooFew = 0;
    qint64 mostlyUnread = 0;
    std::vector<bool> seen;
};

} // namespace

const DetectorInfo& UnanimousFailureDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("unanimous_failure"), 2,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Every model fails")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Finds samples that no model solves with the image. They are the candidates for a wrong or "
            "ambiguous gold answer, and the frontier when a person confirms the answer.")),
        QStringLiteral("DatBench, arXiv 2601.02316, section 3.3"), {QStringLiteral("unanimous_failure")},
        {{Need::StandardResponses, 2}, {Need::Gold, 1}}, {},
        {fewestModels(5, 1,
             QT_TRANSLATE_NOOP("Detector", "Samples with scored responses of fewer models are not judged")),
            fewestFamilies(QT_TRANSLATE_NOOP(
                "Detector", "Models of one family fail together; judge only with this many families")),
            realParameter("max_share", QT_TRANSLATE_NOOP("Detector", "Models right, at most"),
                QT_TRANSLATE_NOOP("Detector", "share"), 0, 0, 0.5,
                QT_TRANSLATE_NOOP("Detector", "Flag when no more than this share of the models is right"))}};
    return info;
}

Result<DetectorResult> UnanimousFailureDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    FailureRun run(input, parameters, progress);
    run.drawBelow(
        QT_TRANSLATE_NOOP("Detector", "share of models that are right"), ScoreScale::Share, "max_share");
    run.compareWithGuessing(guessedShare(run.data));
    if (run.isMisread()) {
        return run.finish();
    }
    if (!run.eachSample(QT_TRANSLATE_NOOP("Detector", "Looking for samples nobody solves"),
            [&](std::size_t i) { run.judge(i); })) {
        return auditCancelled();
    }
    run.noteLeftOut();
    return run.finish();
}

} // namespace winnow
