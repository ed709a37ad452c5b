// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/blindsolvable.h"

#include "core/audit/detectors/blindthresholds.h"
#include "core/audit/detectors/evaluation.h"
#include "core/audit/detectors/publishedrules.h"
#include "core/audit/models/guessing.h"
#include "core/audit/models/witnesses.h"
#include "core/stats/correlation.h"
#include "core/stats/proportion.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace winnow {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Hits from which on the count rules flag, or nothing where the rule has no line.
std::optional<int> countThreshold(const Parameters& parameters, const AuditData& data, std::size_t sample)
{
    const QString op = parameters.choice(QLatin1String("operator"));
    int tau = parameters.integer(QLatin1String("hits"));
    const int own = data.isMcq(sample) ? data.blindHitsOfChoices : data.blindHits;
    const bool published = parameters.choice(QLatin1String("rule")) == u"datbench";
    if (own > 0 && (published || !parameters.isGiven(QLatin1String("hits")))) {
        tau = own;
    } else if (published) {
        const auto found = datBenchThreshold(data.dataset, data.capabilityOf(sample), data.isMcq(sample));
        if (!found) {
            return std::nullopt;
        }
        tau = *found;
    }
    if (op == u"more_than") {
        return tau + 1;
    }
    if (op == u"at_least") {
        return std::max(1, tau);
    }
    // As the paper has it: one blind success is enough where the cut-off is 1, otherwise more than it.
    return tau <= 1 ? 1 : tau + 1;
}

Sentence describe(const AuditData& data, std::size_t sample, const Guessing& guessing)
{
    const QString answer = goldText(data, sample);
    const bool one = guessing.hits == 1;
    const Sentence of = countText(guessing.models, "model", "models");
    const QString expected = numberText(guessing.expected, 1);
    if (answer.isEmpty() || answer.size() >= 40) {
        return (one ? Sentence::of(
                    QT_TRANSLATE_NOOP("Detector", "%1 of %2 is right without the image; chance predicts %3"))
                    : Sentence::of(QT_TRANSLATE_NOOP(
                        "Detector", "%1 of %2 are right without the image; chance predicts %3")))
            .arg(guessing.hits, of, expected);
    }
    return (one ? Sentence::of(
                QT_TRANSLATE_NOOP("Detector", "%1 of %2 answers %3 without the image; chance predicts %4"))
                : Sentence::of(QT_TRANSLATE_NOOP(
                    "Detector", "%1 of %2 answer %3 without the image; chance predicts %4")))
        .arg(guessing.hits, of, answer, expected);
}

/// What a model without the image has over its language model alone: knowledge of the benchmark that came in
/// with multi-modal training (METHODS C2, multi-modal leakage; MMStar, arXiv 2403.20330).
void leakageFinding(const AuditData& data, const std::vector<ModelView>& blindModels, DetectorResult& result)
{
    QJsonArray rows;
    double sum = 0;
    QStringList leaking;
    for (const ModelView& alone : blindModels) {
        const auto model = std::find_if(blindModels.begin(), blindModels.end(), [&](const ModelView& view) {
            return !view.languageModelAlone && view.model == alone.importedModel();
        });
        if (!alone.languageModelAlone || model == blindModels.end()) {
            continue;
        }
        std::vector<double> differences;
        for (std::size_t i = 0; i < data.size(); ++i) {
            const double difference = modelScore(*model, i) - modelScore(alone, i);
            if (!std::isnan(difference)) {
                differences.push_back(difference);
            }
        }
        if (differences.empty()) {
            continue;
        }
        const stats::Interval interval = stats::meanInterval(differences);
        const double leakage = std::max(0.0, stats::mean(differences));
        rows.append(QJsonObject{{QStringLiteral("model"), model->model}, {QStringLiteral("leakage"), leakage},
            {QStringLiteral("low"), interval.low}, {QStringLiteral("high"), interval.high},
            {QStringLiteral("pairs"), int(differences.size())}});
        sum += leakage;
        if (interval.low > 0) {
            leaking.append(model->model);
        }
    }
    if (rows.isEmpty()) {
        return;
    }
    DatasetFinding finding;
    finding.id = QStringLiteral("multimodal_leakage");
    finding.notable = !leaking.isEmpty();
    finding.summary
        = Sentence::of(QT_TRANSLATE_NOOP("Detector",
                           "Without the image, multi-modal training adds %1 points to the language "
                           "model alone on average over %2"))
              .arg(numberText(100 * sum / double(rows.size()), 1), countText(rows.size(), "model", "models"));
    if (!leaking.isEmpty()) {
        finding.summary
            += Sentence::of(QT_TRANSLATE_NOOP("Detector", "; leakage shows for %1")).arg(listText(leaking));
    }
    finding.details = {{QStringLiteral("models"), rows}};
    result.findings.push_back(finding);
}

/// Nothing is flagged, and one sample that all solve could not be: what it would take.
DatasetFinding tooFewWitnesses(
    qint64 models, double strongest, double alpha, qint64 judged, qint64 passing, int enough)
{
    DatasetFinding finding;
    finding.id = QStringLiteral("too_few_blind_models");
    finding.notable = true;
    const bool hopeless = passing > judged;
    finding.summary = (hopeless ? Sentence::of(QT_TRANSLATE_NOOP("Detector",
                           "With %1 blind nothing can be flagged: a sample that all of them solve may still "
                           "be luck (p = %2 "
                           "at best, the false-discovery rate is %3)"))
                                : Sentence::of(QT_TRANSLATE_NOOP("Detector",
                                    "With %1 blind nothing passes the false-discovery rate of %3: a sample "
                                    "that all of them solve "
                                    "has p = %2 at best, so it would take %4 such samples of %5")))
                          .arg(countText(models, "model", "models"), pValueText(strongest),
                              numberText(alpha, 4), passing, judged);
    finding.summary
        += Sentence::of(QT_TRANSLATE_NOOP("Detector", "; %1 models that answer independently would do"))
               .arg(enough);
    finding.details = {{QStringLiteral("models"), models}, {QStringLiteral("best_p_value"), strongest},
        {QStringLiteral("samples_needed"), passing}, {QStringLiteral("judged"), judged},
        {QStringLiteral("models_needed"), enough}};
    return finding;
}

/// Vision gain of every model that ran both ways (METHODS C2, multi-modal gain).
void gainFinding(const AuditData& data, const std::vector<ModelView>& blindModels, DetectorResult& result)
{
    const std::vector<ModelView> sighted = modelsOf(data, Condition::Standard);
    QJsonArray rows;
    for (const ModelView& blind : blindModels) {
        if (blind.languageModelAlone) {
            continue;
        }
        const auto same = std::find_if(
            sighted.begin(), sighted.end(), [&](const ModelView& view) { return view.model == blind.model; });
        if (same == sighted.end()) {
            continue;
        }
        std::vector<double> differences;
        int onlySighted = 0;
        int onlyBlind = 0;
        for (std::size_t i = 0; i < data.size(); ++i) {
            const double with = modelScore(*same, i);
            const double without = modelScore(blind, i);
            if (!std::isnan(with) && !std::isnan(without)) {
                differences.push_back(with - without);
                onlySighted += with >= 0.5 && without < 0.5;
                onlyBlind += with < 0.5 && without >= 0.5;
            }
        }
        if (differences.empty()) {
            continue;
        }
        const stats::Interval interval = stats::meanInterval(differences);
        rows.append(QJsonObject{{QStringLiteral("model"), blind.model},
            {QStringLiteral("gain"), stats::mean(differences)}, {QStringLiteral("low"), interval.low},
            {QStringLiteral("high"), interval.high}, {QStringLiteral("pairs"), int(differences.size())},
            {QStringLiteral("p_value"), stats::mcNemarExact(onlySighted, onlyBlind)}});
    }
    if (rows.isEmpty()) {
        return;
    }
    double sum = 0;
    QStringList none;
    for (const QJsonValue& row : rows) {
        sum += row[QLatin1String("gain")].toDouble();
        if (row[QLatin1String("low")].toDouble() <= 0) {
            none.append(row[QLatin1String("model")].toString());
        }
    }
    DatasetFinding finding;
    finding.id = QStringLiteral("multimodal_gain");
    finding.notable = !none.isEmpty();
    finding.summary
        = Sentence::of(QT_TRANSLATE_NOOP("Detector", "Seeing the image adds %1 points on average over %2"))
              .arg(numberText(100 * sum / double(rows.size()), 1), countText(rows.size(), "model", "models"));
    if (!none.isEmpty()) {
        finding.summary += Sentence::of(QT_TRANSLATE_NOOP("Detector", "; no gain can be shown for %1"))
                               .arg(listText(none));
    }
    finding.details = {{QStringLiteral("models"), rows}};
    result.findings.push_back(finding);
}

struct BlindRun : Evaluation {
    BlindRun(const DetectorInput& detectorInput, const Parameters& values, Progress& report)
        : Evaluation(detectorInput, values, report)
        , witnesses(data, Condition::Blind, real("attempt_share"))
        , exact(choice("rule") == u"exact")
        , counted(choice("rule") == u"hits")
        , minimum(integer("min_models"))
        , pValues(data.size(), kNaN)
        , guesses(data.size())
    {
        if (isOn("effective_models")) {
            witnesses.estimateDependence();
        }
    }

    /// Compares every sample with guessing. False once cancelled.
    bool judgeSamples()
    {
        const GuessJudge judge(witnesses, isOn("habits"), isOn("effective_models"), real("lucky_guess"));
        const bool done = eachSample(
            QT_TRANSLATE_NOOP("Detector", "Comparing blind answers with chance"), [&](std::size_t i) {
                if (!data.hasGold[i] || data.optionCount[i] == 1) {
                    keyless += !data.hasGold[i];
                    single += data.hasGold[i];
                } else if (const Guessing guessing = judge(i); guessing.models >= minimum) {
                    keep(i, guessing);
                } else {
                    tooFew += guessing.models > 0;
                }
            });
        qValues = stats::benjaminiHochberg(pValues);
        return done;
    }

    void drawScores()
    {
        if (exact) {
            drawQValue(
                QT_TRANSLATE_NOOP("Detector", "q-value (chance of guessing, corrected for many samples)"),
                "alpha", Sentence::of(QT_TRANSLATE_NOOP("Detector", "guessing")));
        } else if (counted) {
            draw(
                QT_TRANSLATE_NOOP("Detector", "models right without the image"), ScoreScale::Measure, "hits");
            preview().threshold = data.size() > 0 ? countThreshold(parameters, data, 0).value_or(1) : 1;
            if (judged > 0) {
                compareWithGuessing(expected / double(judged));
            }
        } else {
            drawPublished();
        }
        for (std::size_t i = 0; i < data.size(); ++i) {
            if (std::isnan(pValues[i])) {
                continue;
            }
            if (exact) {
                preview().scores[i] = float(qValues[i]);
            } else if (const auto needed = countThreshold(parameters, data, i)) {
                preview().scores[i]
                    = float(counted ? double(guesses[i].hits) : double(guesses[i].hits) / *needed);
            } else {
                ruleless = true;
            }
        }
    }

    void flagSample(std::size_t i)
    {
        const Guessing& guessing = guesses[i];
        QJsonArray right;
        for (std::size_t m = 0; m < witnesses.models().size(); ++m) {
            if (witnesses.outcome(m, i) == Witnesses::Hit) {
                right.append(witnesses.models()[m].model);
            }
        }
        QJsonObject evidence{{QStringLiteral("hits"), guessing.hits},
            {QStringLiteral("models"), guessing.models}, {QStringLiteral("expected"), guessing.expected},
            {QStringLiteral("effective_models"), guessing.effective},
            {QStringLiteral("chance"), guessing.expected / guessing.models},
            {QStringLiteral("p_value"), guessing.pValue}, {QStringLiteral("q_value"), qValues[i]},
            {QStringLiteral("votes"), votesJson(data, witnesses.models(), i)},
            {QStringLiteral("right"), right}, {QStringLiteral("rule"), choice("rule")}};
        if (!exact) {
            evidence.insert(QStringLiteral("threshold"), countThreshold(parameters, data, i).value_or(0));
        }
        flag(i, "blind_solvable", 1 - (exact ? qValues[i] : guessing.pValue), describe(data, i, guessing),
            std::move(evidence));
    }

    void noteLeftOut()
    {
        if (judged == 0) {
            note(Sentence::of(QT_TRANSLATE_NOOP(
                "Detector", "No sample has both a gold answer and enough blind responses.")));
        } else if (tooFew > 0) {
            note(Sentence::of(
                QT_TRANSLATE_NOOP("Detector", "Not judged: %1 with blind responses of fewer than %2."))
                     .arg(countText(tooFew, "sample", "samples"), countText(minimum, "model", "models")));
        }
        note(keyless, QT_TRANSLATE_NOOP("Detector", "Not judged: %1 without a gold answer."));
        note(single,
            QT_TRANSLATE_NOOP(
                "Detector", "Not judged: %1 with a single option, where everybody is right who answers."));
        if (ruleless) {
            note(Sentence::of(QT_TRANSLATE_NOOP("Detector",
                                  "The paper has no cut-off for %1 or its capabilities; use another rule."))
                     .arg(data.dataset));
        }
    }

    void reportDataset()
    {
        const double alpha = preview().threshold;
        const qint64 models = qint64(witnesses.models().size());
        if (judged > 0 && exact) {
            find(publishedRules(data, guesses));
            const qint64 passing = qint64(std::ceil(strongest * double(judged) / alpha));
            if (result.flags.empty() && passing > 1) {
                find(tooFewWitnesses(models, strongest, alpha, judged, passing,
                    modelsThatWouldDo(leastChance, alpha, double(judged))));
            }
        }
        if (judged > 0 && models > 1) {
            find(worthFinding(models, effective / double(judged)));
        }
        gainFinding(data, witnesses.models(), result);
        leakageFinding(data, witnesses.models(), result);
    }

private:
    void keep(std::size_t i, const Guessing& guessing)
    {
        if (guessing.models == 0) {
            return;
        }
        guesses[i] = guessing;
        pValues[i] = guessing.pValue;
        strongest = std::min(strongest, std::pow(guessing.expected / guessing.models, guessing.effective));
        leastChance = std::min(leastChance, guessing.expected / guessing.models);
        effective += guessing.effective;
        expected += guessing.expected;
        ++judged;
    }

    void drawPublished()
    {
        draw(QT_TRANSLATE_NOOP("Detector", "models right without the image, over the number that flags"),
            ScoreScale::Measure, "hits");
        // The number is the paper's, by dataset: nothing to drag.
        preview().parameter.clear();
        preview().threshold = 1;
        double share = 0;
        qint64 ruled = 0;
        for (std::size_t i = 0; i < data.size(); ++i) {
            const auto needed = std::isnan(pValues[i]) ? std::nullopt : countThreshold(parameters, data, i);
            if (needed && *needed > 0) {
                share += guesses[i].expected / *needed;
                ++ruled;
            }
        }
        if (ruled > 0) {
            compareWithGuessing(share / double(ruled));
        }
    }

    static DatasetFinding worthFinding(qint64 models, double mean)
    {
        DatasetFinding finding;
        finding.id = QStringLiteral("effective_models");
        finding.summary
            = Sentence::of(QT_TRANSLATE_NOOP("Detector",
                               "Without the image, the answers of %1 are worth those of %2 independent ones"))
                  .arg(countText(models, "model", "models"), numberText(mean, 1));
        finding.notable = mean < 0.5 * double(models);
        finding.details = {{QStringLiteral("models"), int(models)}, {QStringLiteral("effective"), mean}};
        return finding;
    }

    Witnesses witnesses;
    bool exact;
    bool counted;
    int minimum;
    std::vector<double> pValues;
    std::vector<double> qValues;
    std::vector<Guessing> guesses;
    qint64 judged = 0;
    qint64 tooFew = 0;
    qint64 keyless = 0;
    qint64 single = 0;
    bool ruleless = false;
    double effective = 0;
    double expected = 0;
    /// Chance that guessing alone gets everybody right, where that is least likely.
    double strongest = 1;
    double leastChance = 1;
};

} // namespace

const DetectorInfo& BlindSolvableDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("blind_solvable"), 2,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Blindly solvable")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Finds samples that more models answer without the image than guessing explains. Chance is "
            "that of the same scorer (1 in k options, k to the power of the rotations, shared words for "
            "open answers), models that answer alike count as fewer, and the false-discovery rate is "
            "held over the dataset.")),
        QStringLiteral(
            "Exact binomial with Benjamini-Hochberg (1995); presets DatBench arXiv 2601.02316 table 7, "
            "MMStar 2403.20330, MMMU-Pro 2409.02813"),
        {QStringLiteral("blind_solvable")}, {{Need::BlindResponses, 1}, {Need::Gold, 1}},
        {Need::StandardResponses},
        {choiceParameter("rule", QT_TRANSLATE_NOOP("Detector", "Rule"),
             {QStringLiteral("exact"), QStringLiteral("hits"), QStringLiteral("datbench")},
             QT_TRANSLATE_NOOP("Detector",
                 "exact: hits against chance with a false-discovery rate; hits: a fixed number of models; "
                 "datbench: the "
                 "paper's number for each dataset")),
            onlyWith(realParameter("alpha", QT_TRANSLATE_NOOP("Detector", "False-discovery rate"),
                         QT_TRANSLATE_NOOP("Detector", "share"), 0.05, 0.0001, 0.5,
                         QT_TRANSLATE_NOOP("Detector", "Share of flags that may be pure luck (rule exact)")),
                "rule", {QStringLiteral("exact")}),
            onlyWith(integerParameter("hits", QT_TRANSLATE_NOOP("Detector", "Hits"),
                         QT_TRANSLATE_NOOP("Detector", "models"), 3, 1, 1000,
                         QT_TRANSLATE_NOOP("Detector",
                             "Number of models of the rule hits; until it is set, the dataset's own cut-off "
                             "if it has one")),
                "rule", {QStringLiteral("hits")}),
            onlyWith(
                choiceParameter("operator", QT_TRANSLATE_NOOP("Detector", "Operator"),
                    {QStringLiteral("paper"), QStringLiteral("at_least"), QStringLiteral("more_than")},
                    QT_TRANSLATE_NOOP("Detector",
                        "How hits are compared in the count rules; paper: at least 1 where the number is 1, "
                        "otherwise more "
                        "than it")),
                "rule", {QStringLiteral("hits"), QStringLiteral("datbench")}),
            realParameter("attempt_share", QT_TRANSLATE_NOOP("Detector", "Attempts right"),
                QT_TRANSLATE_NOOP("Detector", "share"), 0.5, 0, 0.99,
                QT_TRANSLATE_NOOP(
                    "Detector", "A model hits when more than this share of its attempts is right")),
            fewestModels(1, 1,
                QT_TRANSLATE_NOOP("Detector", "Samples with blind responses of fewer models are not judged")),
            booleanParameter("effective_models",
                QT_TRANSLATE_NOOP("Detector", "Discount models that answer alike"), true,
                QT_TRANSLATE_NOOP("Detector", "Models that share wrong answers count as fewer witnesses")),
            booleanParameter("habits", QT_TRANSLATE_NOOP("Detector", "Discount answer habits"), true,
                QT_TRANSLATE_NOOP("Detector",
                    "A model that often gives a letter or a word gets less credit for hitting with it")),
            realParameter("lucky_guess", QT_TRANSLATE_NOOP("Detector", "Lucky guess, open answers"),
                QT_TRANSLATE_NOOP("Detector", "share"), 0.01, 0, 0.5,
                QT_TRANSLATE_NOOP("Detector", "Lowest chance of hitting an open answer without knowing"))}};
    return info;
}

Result<DetectorResult> BlindSolvableDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    BlindRun run(input, parameters, progress);
    if (!run.judgeSamples()) {
        return auditCancelled();
    }
    run.drawScores();
    for (std::size_t i = 0; i < run.data.size(); ++i) {
        if (run.isFlagged(i)) {
            run.flagSample(i);
        }
    }
    run.noteLeftOut();
    run.reportDataset();
    return run.finish();
}

} // namespace winnow
