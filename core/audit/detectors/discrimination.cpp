// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/discrimination.h"

#include "core/audit/detectorsupport.h"
#include "core/audit/modeltable.h"
#include "core/audit/slopemodel.h"
#include "core/stats/correlation.h"
#include "core/stats/distributions.h"
#include "core/stats/proportion.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace winnow {

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
/// Samples of a capability from which its mean is taken as a model's ability.
constexpr std::size_t kFewestForAbility = 20;

ParameterInfo fewestModels(int value)
{
    return integerParameter("min_models", QT_TRANSLATE_NOOP("Detector", "Fewest models"),
        QT_TRANSLATE_NOOP("Detector", "models"), value, 2, 1000,
        QT_TRANSLATE_NOOP("Detector", "Samples with scored responses of fewer models are not judged"));
}

Sentence fewModelsNote(qint64 samples, int minimum)
{
    return Sentence::of(
        QT_TRANSLATE_NOOP("Detector", "Not judged: %1 with scored responses of fewer than %2."))
        .arg(countText(samples, "sample", "samples"), countText(minimum, "model", "models"));
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
        {fewestModels(5),
            realParameter("min_share", QT_TRANSLATE_NOOP("Detector", "Models right, at least"),
                QT_TRANSLATE_NOOP("Detector", "share"), 1, 0.5, 1,
                QT_TRANSLATE_NOOP("Detector", "Flag when at least this share of the models is right"))}};
    return info;
}

Result<DetectorResult> SaturatedDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    const AuditData& data = input.data;
    const ModelTable table(
        data, Condition::Standard, ModelTable::Attempts::First, ModelTable::Constant::LeaveOut);
    const int minimum = parameters.integer(QLatin1String("min_models"));
    DetectorResult result;
    DetectorPreview preview;
    preview.scoreTitle = QStringLiteral(QT_TRANSLATE_NOOP("Detector", "share of models that are right"));
    preview.scale = ScoreScale::Share;
    preview.threshold = parameters.real(QLatin1String("min_share"));
    preview.parameter = QStringLiteral("min_share");
    preview.chance = guessedShare(data);
    preview.chanceTitle = Sentence::of(QT_TRANSLATE_NOOP("Detector", "guessing"));
    preview.scores.assign(data.size(), kNaN);
    qint64 tooFew = 0;
    Ticker ticker(progress, data.size(),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Looking for samples everyone solves")));
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (!ticker.at(i)) {
            return auditCancelled();
        }
        const int present = table.present[i];
        if (present < minimum) {
            tooFew += present > 0;
            continue;
        }
        preview.scores[i] = float(table.right[i]) / float(present);
        if (preview.flags(preview.scores[i])) {
            const int right = table.right[i];
            result.flags.push_back(makeFlag(data, i, "saturated", double(preview.scores[i]),
                right == present
                    ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "All %1 models are right")).arg(present)
                    : Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 of %2 models are right"))
                          .arg(right)
                          .arg(present),
                {{QStringLiteral("models"), present}, {QStringLiteral("right"), right}}));
        }
    }
    if (tooFew > 0) {
        result.notes.append(fewModelsNote(tooFew, minimum));
    }
    result.preview = std::move(preview);
    return result;
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
        {fewestModels(12),
            realParameter("min_posterior", QT_TRANSLATE_NOOP("Detector", "Score, at least"),
                QT_TRANSLATE_NOOP("Detector", "score"), 0.65, 0.05, 0.999,
                QT_TRANSLATE_NOOP("Detector",
                    "Flag from this score on: how surely abler models are likelier to miss the sample"))}};
    return info;
}

Result<DetectorResult> NegativeDiscriminationDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    const AuditData& data = input.data;
    const ModelTable table(
        data, Condition::Standard, ModelTable::Attempts::Mean, ModelTable::Constant::LeaveOut);
    const std::size_t models = table.models.size();
    const int minimum = parameters.integer(QLatin1String("min_models"));
    const std::size_t groups = std::size_t(std::max<qsizetype>(1, data.capabilities.size()));
    // A capability of a few samples does not tell strong from weak: the whole dataset stands in for it.
    std::vector<std::size_t> members(groups, 0);
    for (const qint32 capability : data.capability) {
        ++members[std::size_t(capability)];
    }
    const auto groupOf = [&](std::size_t i) {
        const std::size_t group = std::size_t(data.capability[i]);
        return members[group] >= kFewestForAbility ? group : groups;
    };
    std::vector<double> sums((groups + 1) * models, 0.0);
    std::vector<double> counts((groups + 1) * models, 0.0);
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
    DetectorResult result;
    std::vector<double> corrected(data.size(), 0.0);
    std::vector<double> plain(data.size(), 0.0);
    qint64 tooFew = 0;
    qint64 constant = 0;
    qint64 alone = 0;
    Ticker ticker(progress, data.size(),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Correlating samples with model strength")));
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (!ticker.at(i)) {
            return auditCancelled();
        }
        const int present = table.present[i];
        if (present < minimum) {
            tooFew += present > 0;
            continue;
        }
        if (table.right[i] == 0 || table.right[i] == present) {
            ++constant;
            continue;
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
            continue;
        }
        plain[i] = whole.value();
        corrected[i] = rest.value();
    }
    const std::vector<double> backward = backwardProbabilities(data, table, minimum);
    DetectorPreview preview;
    preview.scoreTitle = QStringLiteral(
        QT_TRANSLATE_NOOP("Detector", "rank by how surely abler models are likelier to miss it"));
    preview.scale = ScoreScale::Rank;
    preview.threshold = parameters.real(QLatin1String("min_posterior"));
    preview.parameter = QStringLiteral("min_posterior");
    preview.scores.assign(data.size(), kNaN);
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
        preview.scores[i] = float(backward[i]);
        if (preview.flags(preview.scores[i])) {
            const double limit = stats::criticalCorrelation(table.present[i]);
            result.flags.push_back(makeFlag(data, i, "negative_discrimination", backward[i],
                Sentence::of(
                    QT_TRANSLATE_NOOP("Detector",
                        "The weaker a model, the likelier it is right: r = %1 over %2 models (beyond ±%3 is "
                        "significant)"))
                    .arg(numberText(corrected[i]), QString::number(table.present[i]), numberText(limit)),
                {{QStringLiteral("r"), corrected[i]}, {QStringLiteral("r_pb"), plain[i]},
                    {QStringLiteral("critical_r"), limit}, {QStringLiteral("models"), table.present[i]},
                    {QStringLiteral("right"), table.right[i]}}));
        }
    }
    if (judged > 0) {
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
        if (models < 15) {
            finding.summary += Sentence::of(
                QT_TRANSLATE_NOOP("Detector", "; under 15 models the correlations are mostly noise"));
        }
        finding.details = {{QStringLiteral("mean"), sum / double(judged)}, {QStringLiteral("sum"), sum},
            {QStringLiteral("samples"), judged}, {QStringLiteral("significant"), significant},
            {QStringLiteral("critical_r"), critical}, {QStringLiteral("models"), int(models)}};
        result.findings.push_back(finding);
    }
    if (alone > 0) {
        result.notes.append(Sentence::of(QT_TRANSLATE_NOOP("Detector",
                                             "Not judged: %1 with too few other samples that the same models "
                                             "answered to tell strong models from weak ones."))
                                .arg(countText(alone, "sample", "samples")));
    }
    if (constant > 0) {
        result.notes.append(Sentence::of(
            QT_TRANSLATE_NOOP("Detector", "Without discrimination: %1 that everyone or nobody solves."))
                                .arg(countText(constant, "sample", "samples")));
    }
    if (tooFew > 0) {
        result.notes.append(fewModelsNote(tooFew, minimum));
    }
    result.preview = std::move(preview);
    return result;
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
        {{Need::StandardResponses, 2}, {Need::Gold, 1}}, {Need::Verdicts}, {fewestModels(5)}};
    return info;
}

Result<DetectorResult> FrontierDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress&) const
{
    const AuditData& data = input.data;
    DetectorResult result;
    const ModelTable table(
        data, Condition::Standard, ModelTable::Attempts::First, ModelTable::Constant::LeaveOut);
    const int minimum = parameters.integer(QLatin1String("min_models"));
    qint64 waiting = 0;
    result.judged.assign(data.size(), false);
    for (std::size_t i = 0; i < data.size(); ++i) {
        result.judged[i] = table.present[i] >= minimum && data.hasGold[i];
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
        result.flags.push_back(makeFlag(data, i, "frontier", 1, verified,
            {{QStringLiteral("verified_by"),
                 byPerson ? QJsonValue(QStringLiteral("person")) : QJsonArray::fromStringList(judges)},
                {QStringLiteral("models"), table.present[i]},
                {QStringLiteral("votes"), votesJson(data, table.models, i)}}));
    }
    if (waiting > 0) {
        result.notes.append(
            Sentence::of(QT_TRANSLATE_NOOP("Detector",
                             "%1 that no model solves: a person has to find the gold answer right first "
                             "(override its label flag, or keep the sample), or a judge's verdicts be "
                             "imported."))
                .arg(countText(waiting, "sample", "samples")));
    }
    return result;
}

} // namespace winnow
