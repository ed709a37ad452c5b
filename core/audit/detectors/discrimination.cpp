// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/discrimination.h"

#include "core/audit/detectors/evaluation.h"
#include "core/audit/models/modeltable.h"
#include "core/audit/models/slopemodel.h"
#include "core/stats/correlation.h"
#include "core/stats/distributions.h"
#include "core/stats/proportion.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace winnow {

namespace {

/// Samples of a capability from which its mean is taken as a model's ability.
constexpr std::size_t kFewestForAbility = 20;

ParameterInfo fewestScored(int value)
{
    return fewestModels(value, 2,
        QT_TRANSLATE_NOOP("Detector", "Samples with scored responses of fewer models are not judged"));
}

void noteFewModels(Evaluation& run, qint64 samples, int minimum)
{
    if (samples > 0) {
        run.note(Sentence::of(
            QT_TRANSLATE_NOOP("Detector", "Not judged: %1 with scored responses of fewer than %2."))
                     .arg(countText(samples, "sample", "samples"), countText(minimum, "model", "models")));
    }
}

/// Pearson's r over pairs as they come, without storing them: this runs for every sample.
class RunningCorrelation {
public:
    void add(double x, double y)
    {
        m_n += 1;
        m_x += x;
        m_y += y;
        m_xx += x * x;
        m_yy += y * y;
        m_xy += x * y;
    }
    int count() const { return int(m_n); }
    /// 0 where a side is constant.
    double value() const
    {
        const double spread = (m_n * m_xx - m_x * m_x) * (m_n * m_yy - m_y * m_y);
        return spread > 1e-12 ? std::clamp((m_n * m_xy - m_x * m_y) / std::sqrt(spread), -1.0, 1.0) : 0;
    }

private:
    double m_n = 0;
    double m_x = 0;
    double m_y = 0;
    double m_xx = 0;
    double m_yy = 0;
    double m_xy = 0;
};

struct DiscriminationRun : Evaluation {
    DiscriminationRun(const DetectorInput& detectorInput, const Parameters& values, Progress& report)
        : Evaluation(detectorInput, values, report)
        , table(data, Condition::Standard, ModelTable::Attempts::Mean, ModelTable::Constant::LeaveOut)
        , models(table.models.size())
        , minimum(integer("min_models"))
        , groups(std::size_t(std::max<qsizetype>(1, data.capabilities.size())))
        , members(groups, 0)
        , sums((groups + 1) * models, 0.0)
        , counts((groups + 1) * models, 0.0)
        , corrected(data.size(), 0.0)
        , plain(data.size(), 0.0)
    {
        for (const qint32 capability : data.capability) {
            ++members[std::size_t(capability)];
        }
        for (std::size_t m = 0; m < models; ++m) {
            for (std::size_t i = 0; i < data.size(); ++i) {
                if (table.hasScore(m, i)) {
                    for (const std::size_t group : {std::size_t(data.capability[i]), groups}) {
                        sums[group * models + m] += double(table.scores[m][i]);
                        counts[group * models + m] += 1;
                    }
                }
            }
        }
    }

    /// How being right on the sample goes with what the models score on all samples, and on the others.
    void correlate(std::size_t i)
    {
        const int present = table.present[i];
        if (present < minimum) {
            tooFew += present > 0;
            return;
        }
        if (table.right[i] == 0 || table.right[i] == present) {
            ++constant;
            return;
        }
        const std::size_t at = groupOf(i) * models;
        RunningCorrelation whole;
        RunningCorrelation rest;
        for (std::size_t m = 0; m < models; ++m) {
            if (table.hasScore(m, i)) {
                const double right = table.isRight(m, i) ? 1 : 0;
                whole.add(right, sums[at + m] / counts[at + m]);
                if (counts[at + m] > 1) {
                    rest.add(right, (sums[at + m] - double(table.scores[m][i])) / (counts[at + m] - 1));
                }
            }
        }
        if (rest.count() < minimum) {
            ++alone;
            return;
        }
        plain[i] = whole.value();
        corrected[i] = rest.value();
    }

    void scoreSamples()
    {
        const std::vector<double> backward = backwardProbabilities(data, table, minimum);
        draw(QT_TRANSLATE_NOOP("Detector", "rank by how surely abler models are likelier to miss it"),
            ScoreScale::Rank, "min_posterior");
        double sum = 0;
        qint64 judged = 0;
        qint64 significant = 0;
        const double critical = stats::criticalCorrelation(int(models));
        for (std::size_t i = 0; i < data.size(); ++i) {
            if (std::isnan(backward[i])) {
                continue;
            }
            ++judged;
            sum += plain[i];
            significant += corrected[i] >= critical;
            preview().scores[i] = float(backward[i]);
            if (isFlagged(i)) {
                flagSample(i, backward[i]);
            }
        }
        if (judged > 0) {
            find(meanFinding(sum, judged, significant, critical));
        }
    }

    void noteLeftOut()
    {
        note(alone,
            QT_TRANSLATE_NOOP("Detector",
                "Not judged: %1 with too few other samples that the same models "
                "answered to tell strong models from weak ones."));
        note(constant,
            QT_TRANSLATE_NOOP("Detector", "Without discrimination: %1 that everyone or nobody solves."));
        noteFewModels(*this, tooFew, minimum);
    }

private:
    /// A capability of a few samples does not tell strong from weak: the whole dataset stands in for it.
    std::size_t groupOf(std::size_t i) const
    {
        const std::size_t group = std::size_t(data.capability[i]);
        return members[group] >= kFewestForAbility ? group : groups;
    }

    void flagSample(std::size_t i, double probability)
    {
        const double limit = stats::criticalCorrelation(table.present[i]);
        flag(i, "negative_discrimination", probability,
            Sentence::of(QT_TRANSLATE_NOOP("Detector",
                             "The weaker a model, the likelier it is right: r = %1 over %2 models (beyond "
                             "±%3 is significant)"))
                .arg(numberText(corrected[i]), QString::number(table.present[i]), numberText(limit)),
            {{QStringLiteral("r"), corrected[i]}, {QStringLiteral("r_pb"), plain[i]},
                {QStringLiteral("critical_r"), limit}, {QStringLiteral("models"), table.present[i]},
                {QStringLiteral("right"), table.right[i]}});
    }

    DatasetFinding meanFinding(double sum, qint64 judged, qint64 significant, double critical) const
    {
        DatasetFinding finding;
        finding.id = QStringLiteral("discrimination");
        finding.summary = Sentence::of(
            QT_TRANSLATE_NOOP("Detector",
                "Mean discrimination is %1 over %2; with %3 models %4 of the samples tell them apart "
                "beyond chance (r at least %5)"))
                              .arg(numberText(sum / double(judged)), countText(judged, "sample", "samples"),
                                  QString::number(models), percentText(double(significant) / double(judged)),
                                  numberText(critical));
        finding.notable = models < 15;
        if (finding.notable) {
            finding.summary += Sentence::of(
                QT_TRANSLATE_NOOP("Detector", "; under 15 models the correlations are mostly noise"));
        }
        finding.details = {{QStringLiteral("mean"), sum / double(judged)}, {QStringLiteral("sum"), sum},
            {QStringLiteral("samples"), judged}, {QStringLiteral("significant"), significant},
            {QStringLiteral("critical_r"), critical}, {QStringLiteral("models"), int(models)}};
        return finding;
    }

    ModelTable table;
    std::size_t models;
    int minimum;
    /// Capabilities; the number after the last stands for the whole dataset.
    std::size_t groups;
    std::vector<std::size_t> members;
    /// Scores by group and model, and how many.
    std::vector<double> sums;
    std::vector<double> counts;
    /// Correlation with the score on the other samples, and on all.
    std::vector<double> corrected;
    std::vector<double> plain;
    qint64 tooFew = 0;
    qint64 constant = 0;
    qint64 alone = 0;
};

} // namespace

const DetectorInfo& SaturatedDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("saturated"), 1,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Every model is right")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Finds samples that all models solve at the first attempt: they cost time and tell no "
            "model from another.")),
        QStringLiteral("DatBench, arXiv 2601.02316, section 3.4 (no discrimination at p = 1)"),
        {QStringLiteral("saturated")}, {{Need::StandardResponses, 2}, {Need::Gold, 1}}, {},
        {fewestScored(5),
            realParameter("min_share", QT_TRANSLATE_NOOP("Detector", "Models right, at least"),
                QT_TRANSLATE_NOOP("Detector", "share"), 1, 0.5, 1,
                QT_TRANSLATE_NOOP("Detector", "Flag when at least this share of the models is right"))}};
    return info;
}

Result<DetectorResult> SaturatedDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    Evaluation run(input, parameters, progress);
    const ModelTable table(
        run.data, Condition::Standard, ModelTable::Attempts::First, ModelTable::Constant::LeaveOut);
    const int minimum = run.integer("min_models");
    DetectorPreview& preview = run.draw(
        QT_TRANSLATE_NOOP("Detector", "share of models that are right"), ScoreScale::Share, "min_share");
    run.compareWithGuessing(guessedShare(run.data));
    qint64 tooFew = 0;
    const auto judge = [&](std::size_t i) {
        const int present = table.present[i];
        if (present < minimum) {
            tooFew += present > 0;
            return;
        }
        const int right = table.right[i];
        preview.scores[i] = float(right) / float(present);
        if (run.isFlagged(i)) {
            run.flag(i, "saturated", run.score(i),
                right == present
                    ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "All %1 models are right")).arg(present)
                    : Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 of %2 models are right"))
                          .arg(right)
                          .arg(present),
                {{QStringLiteral("models"), present}, {QStringLiteral("right"), right}});
        }
    };
    if (!run.eachSample(QT_TRANSLATE_NOOP("Detector", "Looking for samples everyone solves"), judge)) {
        return auditCancelled();
    }
    noteFewModels(run, tooFew, minimum);
    return run.finish();
}

const DetectorInfo& NegativeDiscriminationDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("negative_discrimination"), 4,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Weak models do better")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Finds samples that abler models are likelier to miss, judged by how samples of this dataset "
            "usually tell models apart. With few models nothing can be told.")),
        QStringLiteral("Logistic model with guessing (Birnbaum 1968), local false sign rate (Stephens 2017); "
                       "point-biserial and corrected item-rest correlation, METHODS A6"),
        {QStringLiteral("negative_discrimination")}, {{Need::StandardResponses, 8}, {Need::Gold, 1}},
        {Need::OpenEndedResponses},
        {fewestScored(12),
            realParameter("min_posterior", QT_TRANSLATE_NOOP("Detector", "Score, at least"),
                QT_TRANSLATE_NOOP("Detector", "score"), 0.65, 0.05, 0.999,
                QT_TRANSLATE_NOOP("Detector",
                    "Flag from this score on: how surely abler models are likelier to miss the sample"))}};
    return info;
}

Result<DetectorResult> NegativeDiscriminationDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    DiscriminationRun run(input, parameters, progress);
    if (!run.eachSample(QT_TRANSLATE_NOOP("Detector", "Correlating samples with model strength"),
            [&](std::size_t i) { run.correlate(i); })) {
        return auditCancelled();
    }
    run.scoreSamples();
    run.noteLeftOut();
    return run.finish();
}

const DetectorInfo& FrontierDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("frontier"), 2,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Nobody solves it, gold verified")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Finds samples that no model solves and whose gold answer is verified: by a person (who overrode "
            "a label flag or kept the sample), or by an imported judge that found the sample sound and whom "
            "nobody contradicts. They are worth keeping for stronger models.")),
        QStringLiteral("DatBench, arXiv 2601.02316, section 3.4"), {QStringLiteral("frontier")},
        {{Need::StandardResponses, 2}, {Need::Gold, 1}}, {Need::Verdicts}, {fewestScored(5)}};
    return info;
}

Result<DetectorResult> FrontierDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    Evaluation run(input, parameters, progress);
    const AuditData& data = run.data;
    const ModelTable table(
        data, Condition::Standard, ModelTable::Attempts::First, ModelTable::Constant::LeaveOut);
    const int minimum = run.integer("min_models");
    qint64 waiting = 0;
    run.result.judged.assign(data.size(), false);
    for (std::size_t i = 0; i < data.size(); ++i) {
        run.result.judged[i] = table.present[i] >= minimum && data.hasGold[i];
        if (table.present[i] < minimum || table.right[i] > 0) {
            continue;
        }
        const QStringList judges = data.judgedSound.value(i);
        const bool byPerson = data.isVerified(i);
        if (!byPerson && judges.isEmpty()) {
            ++waiting;
            continue;
        }
        const Sentence verified = byPerson
            ? Sentence::of(QT_TRANSLATE_NOOP("Detector",
                               "None of %1 models is right, and a person found the gold answer %2 right"))
                  .arg(QString::number(table.present[i]), goldText(data, i))
            : Sentence::of(QT_TRANSLATE_NOOP("Detector",
                               "None of %1 models is right, and the gold answer %2 is right by the judge %3"))
                  .arg(QString::number(table.present[i]), goldText(data, i), listText(judges));
        run.flag(i, "frontier", 1, verified,
            {{QStringLiteral("verified_by"),
                 byPerson ? QJsonValue(QStringLiteral("person")) : QJsonArray::fromStringList(judges)},
                {QStringLiteral("models"), table.present[i]},
                {QStringLiteral("votes"), votesJson(data, table.models, i)}});
    }
    run.note(waiting,
        QT_TRANSLATE_NOOP("Detector",
            "%1 that no model solves: a person has to find the gold answer right first "
            "(override its label flag, or keep the sample), or a judge's verdicts be "
            "imported."));
    return run.finish();
}

} // namespace winnow
