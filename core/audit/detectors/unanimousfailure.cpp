// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/unanimousfailure.h"

#include "core/audit/detectorsupport.h"
#include "core/audit/labelscores.h"
#include "core/audit/modeltable.h"
#include "core/stats/distributions.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

/// Lucky hits that guessing must lead one to expect before their absence is a sign of misread data.
constexpr double kLuckyAtLeast = 10;

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
        {integerParameter("min_models", QT_TRANSLATE_NOOP("Detector", "Fewest models"),
             QT_TRANSLATE_NOOP("Detector", "models"), 5, 1, 1000,
             QT_TRANSLATE_NOOP("Detector", "Samples with scored responses of fewer models are not judged")),
            integerParameter("min_families", QT_TRANSLATE_NOOP("Detector", "Fewest families"),
                QT_TRANSLATE_NOOP("Detector", "families"), 2, 1, 100,
                QT_TRANSLATE_NOOP(
                    "Detector", "Models of one family fail together; judge only with this many families")),
            realParameter("max_share", QT_TRANSLATE_NOOP("Detector", "Models right, at most"),
                QT_TRANSLATE_NOOP("Detector", "share"), 0, 0, 0.5,
                QT_TRANSLATE_NOOP("Detector", "Flag when no more than this share of the models is right"))}};
    return info;
}

Result<DetectorResult> UnanimousFailureDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    const AuditData& data = input.data;
    const ModelTable table(
        data, Condition::Standard, ModelTable::Attempts::First, ModelTable::Constant::LeaveOut);
    const std::vector<ModelView>& models = table.models;
    const int minModels = parameters.integer(QLatin1String("min_models"));
    const int minFamilies = parameters.integer(QLatin1String("min_families"));
    DetectorResult result;
    DetectorPreview preview;
    preview.scoreTitle = QStringLiteral(QT_TRANSLATE_NOOP("Detector", "share of models that are right"));
    preview.scale = ScoreScale::Share;
    preview.threshold = parameters.real(QLatin1String("max_share"));
    preview.flagAbove = false;
    preview.parameter = QStringLiteral("max_share");
    preview.chance = guessedShare(data);
    preview.chanceTitle = Sentence::of(QT_TRANSLATE_NOOP("Detector", "guessing"));
    preview.scores.assign(data.size(), std::numeric_limits<float>::quiet_NaN());

    std::vector<double> accuracy(models.size(), 0.0);
    for (std::size_t m = 0; m < models.size(); ++m) {
        double right = 0;
        double scored = 0;
        for (std::size_t i = 0; i < data.size(); ++i) {
            right += table.isRight(m, i);
            scored += table.hasScore(m, i);
        }
        accuracy[m] = scored > 0 ? right / scored : 0;
    }
    const std::vector<std::size_t> family = familyNumbers(models);
    qint64 tooFew = 0;
    qint64 mostlyUnread = 0;
    // Guessing alone would be right now and then: when nobody ever is, the key or the scores are misread, and
    // no sample is more suspicious than another.
    qint64 responses = 0;
    qint64 hits = 0;
    double lucky = 0;
    for (std::size_t i = 0; i < data.size(); ++i) {
        responses += table.present[i];
        hits += table.right[i];
        lucky += data.isMcq(i) ? double(table.present[i]) / data.optionCount[i] : 0;
    }
    if (hits == 0 && responses > 0) {
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
        result.findings.push_back(finding);
        if (misread) {
            result.preview = std::move(preview);
            return result;
        }
    }
    std::vector<bool> seen;
    Ticker ticker(progress, data.size(),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Looking for samples nobody solves")));
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (!ticker.at(i)) {
            return auditCancelled();
        }
        int present = 0;
        int unread = 0;
        int right = 0;
        int families = 0;
        seen.assign(models.size(), false);
        for (std::size_t m = 0; m < models.size(); ++m) {
            if (!table.hasScore(m, i)) {
                continue;
            }
            // What was not understood is no failure.
            if (!table.isRight(m, i) && isUnread(models[m], i)) {
                ++unread;
                continue;
            }
            ++present;
            right += table.isRight(m, i);
            if (!seen[family[m]]) {
                seen[family[m]] = true;
                ++families;
            }
        }
        if (present + unread == 0 || !data.hasGold[i]) {
            continue;
        }
        if (unread > present) {
            ++mostlyUnread;
            continue;
        }
        if (present < minModels || families < minFamilies) {
            ++tooFew;
            continue;
        }
        preview.scores[i] = float(right) / float(present);
        if (!preview.flags(preview.scores[i])) {
            continue;
        }
        std::vector<double> chances;
        for (std::size_t m = 0; m < models.size(); ++m) {
            if (table.hasScore(m, i) && (table.isRight(m, i) || !isUnread(models[m], i))) {
                chances.push_back(accuracy[m]);
            }
        }
        const double surprise = 1 - stats::poissonBinomialUpperTail(chances, right + 1);
        const QJsonArray votes = votesJson(data, models, i);
        const int top = votes.isEmpty() ? 0 : votes.first()[QLatin1String("count")].toInt();
        const double agreement = top / double(present);
        Sentence summary = right == 0 ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "None of %1 is right"))
                                            .arg(countText(present, "model", "models"))
                                      : Sentence::of(QT_TRANSLATE_NOOP("Detector", "Only %1 of %2 right"))
                                            .arg(right)
                                            .arg(countText(present, "model", "models"));
        if (top > 0) {
            summary += (top == 1
                    ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "; %1 answers %2, the gold answer is %3"))
                    : Sentence::of(QT_TRANSLATE_NOOP("Detector", "; %1 answer %2, the gold answer is %3")))
                           .arg(top, topAnswer(votes), goldText(data, i));
        }
        // Failing together is one thing, agreeing on another answer points at the gold answer.
        const double score = 0.5 * (1 - surprise) + 0.5 * agreement;
        result.flags.push_back(makeFlag(data, i, "unanimous_failure", score, summary,
            {{QStringLiteral("models"), present}, {QStringLiteral("families"), families},
                {QStringLiteral("wrong"), present - right}, {QStringLiteral("agreement"), agreement},
                {QStringLiteral("surprise"), surprise}, {QStringLiteral("votes"), votes}}));
    }
    if (tooFew > 0) {
        result.notes.append(Sentence::of(
            QT_TRANSLATE_NOOP("Detector", "Not judged: %1 with scored responses of fewer than %2 from %3."))
                                .arg(countText(tooFew, "sample", "samples"),
                                    countText(minModels, "model", "models"),
                                    countText(minFamilies, "family", "families")));
    }
    noteUnread(mostlyUnread, result.notes);
    result.preview = std::move(preview);
    return result;
}

} // namespace winnow
