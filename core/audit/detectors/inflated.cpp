// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/inflated.h"

#include "core/audit/detectors/evaluation.h"
#include "core/audit/models/modeltable.h"
#include "core/audit/models/witnesses.h"
#include "core/stats/distributions.h"
#include "core/stats/proportion.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace winnow {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
enum : qint8 { Unknown = -1, Kept = 0, Lost = 1 };

/// How one harder format treats what models get right as MCQ.
struct Comparison {
    QString format;
    std::vector<QString> models;
    /// Whether a model that is right as MCQ loses the sample; Unknown when it is not right or did not answer.
    std::vector<std::vector<qint8>> lost;
    /// Whether it answered in both formats.
    std::vector<std::vector<qint8>> tried;
    /// Of what it gets right, how much it loses in general.
    std::vector<double> lossRate;
    QJsonArray rows;
};

void finishModel(Comparison& comparison, const QString& model, std::vector<qint8> tried,
    std::vector<qint8> lost, QJsonObject row)
{
    double right = 0;
    double gone = 0;
    for (const qint8 value : lost) {
        right += value != Unknown;
        gone += value == Lost;
    }
    if (right == 0) {
        return;
    }
    comparison.models.push_back(model);
    comparison.lost.push_back(std::move(lost));
    comparison.tried.push_back(std::move(tried));
    comparison.lossRate.push_back((gone + 1) / (right + 2));
    row.insert(QStringLiteral("model"), model);
    row.insert(QStringLiteral("lost"), gone / right);
    comparison.rows.append(row);
}

double corrected(double accuracy, double chance)
{
    return chance < 1 ? (accuracy - chance) / (1 - chance) : accuracy;
}

Comparison againstOpenEnded(const AuditData& data)
{
    Comparison comparison;
    comparison.format = QStringLiteral("open_ended");
    const ModelTable closed(data, Condition::Standard);
    const ModelTable open(data, Condition::OpenEnded);
    for (std::size_t o = 0; o < open.models.size(); ++o) {
        const auto same = std::find_if(closed.models.begin(), closed.models.end(),
            [&](const ModelView& view) { return view.model == open.models[o].model; });
        if (same == closed.models.end()) {
            continue;
        }
        const std::size_t c = std::size_t(same - closed.models.begin());
        std::vector<qint8> lost(data.size(), Unknown);
        std::vector<qint8> tried(data.size(), 0);
        double n = 0;
        double right = 0;
        double rightOpen = 0;
        double chance = 0;
        for (std::size_t i = 0; i < data.size(); ++i) {
            if (!data.isMcq(i) || !closed.hasScore(c, i) || !open.hasScore(o, i)) {
                continue;
            }
            n += 1;
            tried[i] = 1;
            chance += 1.0 / data.optionCount[i];
            right += closed.isRight(c, i);
            rightOpen += open.isRight(o, i);
            if (closed.isRight(c, i)) {
                lost[i] = open.isRight(o, i) ? Kept : Lost;
            }
        }
        if (n > 0) {
            finishModel(comparison, open.models[o].model, std::move(tried), std::move(lost),
                {{QStringLiteral("samples"), n}, {QStringLiteral("mcq"), right / n},
                    {QStringLiteral("open_ended"), rightOpen / n},
                    {QStringLiteral("mcq_corrected"), corrected(right / n, chance / n)}});
        }
    }
    return comparison;
}

Comparison againstRotations(const AuditData& data)
{
    Comparison comparison;
    comparison.format = QStringLiteral("circular");
    for (const ModelView& model : modelsOf(data, Condition::Circular)) {
        const auto first = std::find_if(model.columns.begin(), model.columns.end(),
            [](const ResponseColumn* column) { return column->shift == 0; });
        const ResponseColumn* base = first != model.columns.end() ? *first : nullptr;
        const std::vector<ModelView> standard
            = base ? std::vector<ModelView>() : modelsOf(data, Condition::Standard);
        const auto plain = std::find_if(standard.begin(), standard.end(),
            [&](const ModelView& view) { return view.model == model.model; });
        std::vector<qint8> lost(data.size(), Unknown);
        std::vector<qint8> tried(data.size(), 0);
        double n = 0;
        double right = 0;
        double rightAll = 0;
        for (std::size_t i = 0; i < data.size(); ++i) {
            const double one = base && base->hasScore(i) ? double(base->scores[i])
                : plain != standard.end()                ? modelScore(*plain, i)
                                                         : kNaN;
            int rotations = 0;
            bool all = true;
            for (const ResponseColumn* column : model.columns) {
                if (column->hasScore(i) && column->attempt == model.columns.front()->attempt
                    && column->setting == model.columns.front()->setting) {
                    ++rotations;
                    all = all && column->isRight(i);
                }
            }
            if (std::isnan(one) || rotations < 2) {
                continue;
            }
            n += 1;
            tried[i] = 1;
            right += one >= 0.5;
            rightAll += all;
            if (one >= 0.5) {
                lost[i] = all ? Kept : Lost;
            }
        }
        if (n > 0) {
            finishModel(comparison, model.model, std::move(tried), std::move(lost),
                {{QStringLiteral("samples"), n}, {QStringLiteral("one_rotation"), right / n},
                    {QStringLiteral("all_rotations"), rightAll / n}});
        }
    }
    return comparison;
}

DatasetFinding inflation(const Comparison& comparison)
{
    const bool circular = comparison.format == u"circular";
    const QString before = circular ? QStringLiteral("one_rotation") : QStringLiteral("mcq");
    const QString after = circular ? QStringLiteral("all_rotations") : QStringLiteral("open_ended");
    double drop = 0;
    for (const QJsonValue& row : comparison.rows) {
        drop += row[before].toDouble() - row[after].toDouble();
    }
    drop /= double(comparison.rows.size());
    DatasetFinding finding;
    finding.id = circular ? QStringLiteral("circular_drop") : QStringLiteral("open_ended_drop");
    finding.notable = drop >= 0.1;
    finding.summary
        = (circular ? Sentence::of(QT_TRANSLATE_NOOP(
               "Detector", "Asking for all rotations costs %1 points of accuracy on average over %2"))
                    : Sentence::of(QT_TRANSLATE_NOOP("Detector",
                        "Taking the options away costs %1 points of accuracy on average over %2")))
              .arg(numberText(100 * drop, 1), countText(comparison.rows.size(), "model", "models"));
    finding.details = {{QStringLiteral("models"), comparison.rows}};
    return finding;
}

struct InflationRun : Evaluation {
    InflationRun(const DetectorInput& detectorInput, const Parameters& values, Progress& report)
        : Evaluation(detectorInput, values, report)
        , minimum(integer("min_models"))
        , minLost(real("min_lost"))
        , best(data.size())
    {
    }

    /// Models that guess alike are lucky together.
    void weighModels()
    {
        Witnesses witnesses(data, Condition::Standard, 0.5);
        witnesses.estimateDependence(Witnesses::kPlausibleKey);
        worth = witnesses.meanWorth();
    }

    /// Keeps of each sample the format that costs it most surely. False once cancelled.
    bool compare(const Comparison& comparison)
    {
        std::vector<Loss> losses(data.size());
        std::vector<double> pValues(data.size(), kNaN);
        const bool done = eachSample(QT_TRANSLATE_NOOP("Detector", "Comparing formats"), [&](std::size_t i) {
            losses[i] = lossOf(comparison, i);
            pValues[i] = losses[i].p;
        });
        if (!done) {
            return false;
        }
        const std::vector<double> qValues = stats::benjaminiHochberg(pValues);
        for (std::size_t i = 0; i < data.size(); ++i) {
            losses[i].q = qValues[i];
            if (losses[i].comparison && losses[i].lost >= minLost * losses[i].right
                && (!best[i].comparison || losses[i].q < best[i].q)) {
                best[i] = losses[i];
            }
        }
        return true;
    }

    void flagSamples()
    {
        for (std::size_t i = 0; i < data.size(); ++i) {
            if (best[i].comparison) {
                preview().scores[i] = float(best[i].q);
                if (isFlagged(i)) {
                    flagSample(i, best[i]);
                }
            }
        }
    }

private:
    struct Loss {
        const Comparison* comparison = nullptr;
        int right = 0;
        int lost = 0;
        double p = kNaN;
        double q = kNaN;
    };

    Loss lossOf(const Comparison& comparison, std::size_t i)
    {
        chances.clear();
        Loss loss;
        // Of the models that are right, some guessed, and those lose the sample as they should.
        double present = 0;
        double right = 0;
        for (std::size_t m = 0; m < comparison.models.size(); ++m) {
            present += comparison.tried[m][i];
            right += comparison.lost[m][i] != Unknown;
        }
        const double luck = 1.0 / std::max<int>(2, data.optionCount[i]);
        const double share = (right + 1) / (present + 2);
        const double knowing = std::clamp((share - luck) / (1 - luck) / share, 0.0, 1.0);
        for (std::size_t m = 0; m < comparison.models.size(); ++m) {
            if (comparison.lost[m][i] != Unknown) {
                ++loss.right;
                loss.lost += comparison.lost[m][i];
                chances.push_back(1 - knowing * (1 - comparison.lossRate[m]));
            }
        }
        if (loss.right >= minimum && loss.right > 0) {
            loss.comparison = &comparison;
            // Two things have to be beyond chance: that those who are right lose it, and that so many are
            // right although so few know it without the options.
            const double known = double(loss.right - loss.lost) / present;
            const double lucky = known + (1 - known) * luck;
            loss.p = std::max(stats::poissonBinomialUpperTail(chances, loss.lost),
                stats::fractionalBinomialUpperTail(present * worth, loss.right * worth, lucky));
        }
        return loss;
    }

    void flagSample(std::size_t i, const Loss& loss)
    {
        QJsonArray losers;
        for (std::size_t m = 0; m < loss.comparison->models.size(); ++m) {
            if (loss.comparison->lost[m][i] == Lost) {
                losers.append(loss.comparison->models[m]);
            }
        }
        const bool circular = loss.comparison->format == u"circular";
        flag(i, "mcq_inflated", 1 - loss.q,
            (circular ? Sentence::of(QT_TRANSLATE_NOOP(
                 "Detector", "%2 right as multiple choice, %1 of them not in every rotation"))
                      : Sentence::of(QT_TRANSLATE_NOOP(
                          "Detector", "%2 right as multiple choice, %1 of them wrong without the options")))
                .arg(loss.lost, countText(loss.right, "model", "models")),
            {{QStringLiteral("format"), loss.comparison->format},
                {QStringLiteral("right_as_mcq"), loss.right}, {QStringLiteral("lost"), loss.lost},
                {QStringLiteral("models"), int(loss.comparison->models.size())},
                {QStringLiteral("p_value"), loss.p}, {QStringLiteral("q_value"), loss.q},
                {QStringLiteral("losers"), losers}});
    }

    int minimum;
    double minLost;
    double worth = 1;
    std::vector<Loss> best;
    std::vector<double> chances;
};

} // namespace

const DetectorInfo& InflatedDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("mcq_inflated"), 3,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Right only as multiple choice")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Finds samples that models solve as multiple choice but not open-ended, or not in every rotation "
            "of the options, more often than they lose other samples and than luck explains.")),
        QStringLiteral("DatBench, arXiv 2601.02316, section 3.1; CircularEval, arXiv 2307.06281"),
        {QStringLiteral("mcq_inflated")}, {{Need::Options, 1}, {Need::Gold, 1}},
        {Need::StandardResponses, Need::OpenEndedResponses, Need::CircularResponses},
        {realParameter("alpha", QT_TRANSLATE_NOOP("Detector", "False-discovery rate"),
             QT_TRANSLATE_NOOP("Detector", "share"), 0.05, 0.0001, 0.5,
             QT_TRANSLATE_NOOP("Detector", "Share of flags that may be pure luck")),
            realParameter("min_lost", QT_TRANSLATE_NOOP("Detector", "Models that lose it, at least"),
                QT_TRANSLATE_NOOP("Detector", "share"), 0.5, 0, 1,
                QT_TRANSLATE_NOOP("Detector", "Of the models that are right as multiple choice")),
            fewestModels(1, 1,
                QT_TRANSLATE_NOOP(
                    "Detector", "Samples that fewer models get right as multiple choice are not judged"))}};
    return info;
}

Result<DetectorResult> InflatedDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    InflationRun run(input, parameters, progress);
    std::vector<Comparison> comparisons{againstOpenEnded(run.data), againstRotations(run.data)};
    std::erase_if(comparisons, [](const Comparison& comparison) { return comparison.models.empty(); });
    if (comparisons.empty()) {
        run.note(Sentence::of(QT_TRANSLATE_NOOP("Detector",
            "No model answered the same samples both as multiple choice and open-ended or "
            "rotated; nothing was compared.")));
        return run.finish();
    }
    run.drawQValue(
        QT_TRANSLATE_NOOP("Detector", "q-value (so many losses by chance, corrected for many samples)"),
        "alpha", Sentence::of(QT_TRANSLATE_NOOP("Detector", "chance")));
    run.weighModels();
    for (const Comparison& comparison : comparisons) {
        run.find(inflation(comparison));
        if (!run.compare(comparison)) {
            return auditCancelled();
        }
    }
    run.flagSamples();
    return run.finish();
}

} // namespace winnow
