// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/textprior.h"

#include "core/audit/detectors/evaluation.h"
#include "core/audit/duplicates/samplekey.h"
#include "core/audit/models/textmodels.h"
#include "core/stats/distributions.h"
#include "core/stats/isotonic.h"
#include "core/stats/proportion.h"
#include "core/stats/random.h"
#include "core/text/normalise.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace winnow {

namespace {

constexpr double kDatasetAlpha = 0.01;
constexpr std::uint32_t kTable = 1U << 13;
constexpr std::size_t kFewestSamples = 50;
constexpr std::size_t kMostTraining = 6000;
/// An answer is learnt when it is gold this often.
constexpr int kFewestUses = 3;
constexpr int kMostClasses = 60;
/// Probability left for an option that was never gold elsewhere, in shares of an even guess.
constexpr double kUnseen = 0.5;
/// Predictions' worth of the dataset's mean that calibration starts from.
constexpr double kPull = 2;
/// Of the samples judged: where more would be flagged, it is the dataset that is biased.
constexpr double kMostFlagged = 0.3;

struct Prediction {
    /// Of the answer predicted.
    double probability = 0;
    bool right = false;
    /// Whether the model could say anything: an option, or the question, was known to it.
    bool made = false;
    /// Open questions: whether always giving the commonest answer is right.
    bool baselineRight = false;
    double chance = 0;
};

/// One fold's model: answers it knows, and how often each is gold. Of the texts it is given it keeps nothing,
/// and reads those that it judges one at a time: features of all of them would be many times the texts.
class AnswerModel {
public:
    AnswerModel(const AuditData& data, const std::vector<std::size_t>& training, quint64 seed)
    {
        std::vector<std::vector<Feature>> features;
        std::vector<QString> golds;
        QHash<QString, int> counts;
        for (const std::size_t i : training) {
            features.push_back(questionFeatures(data.texts[i].question, kTable));
            golds.push_back(goldContent(data, i));
            ++counts[golds.back()];
        }
        std::vector<std::pair<QString, int>> frequent;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
            if (it.value() >= kFewestUses) {
                frequent.emplace_back(it.key(), it.value());
            }
        }
        std::sort(frequent.begin(), frequent.end(), [](const auto& a, const auto& b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
        if (frequent.size() > kMostClasses) {
            frequent.resize(kMostClasses);
        }
        for (const auto& [answer, count] : frequent) {
            m_classes.insert(answer, int(m_classes.size()));
            m_shares.push_back(double(count) / double(training.size()));
        }
        // The last class stands for every other answer.
        m_model = std::make_unique<SoftmaxModel>(kTable, int(m_classes.size()) + 1);
        std::vector<const std::vector<Feature>*> samples;
        std::vector<int> labels;
        for (std::size_t t = 0; t < training.size(); ++t) {
            samples.push_back(&features[t]);
            labels.push_back(m_classes.value(golds[t], int(m_classes.size())));
        }
        m_model->train(samples, labels, samples.size() > 2000 ? 5 : 12, 2.0, seed);
    }

    Prediction predict(const AuditData& data, std::size_t sample) const
    {
        const std::vector<double> probabilities
            = m_model->predict(questionFeatures(data.texts[sample].question, kTable));
        const QString gold = goldContent(data, sample);
        const QStringList& options = data.texts[sample].options;
        Prediction prediction;
        if (options.isEmpty()) {
            const int label = m_classes.value(gold, -1);
            const auto top = std::max_element(probabilities.begin(), probabilities.end());
            prediction.probability = *top;
            // The last class is "anything else", which is no prediction.
            prediction.made = top + 1 != probabilities.end();
            prediction.right = label >= 0 && top - probabilities.begin() == label;
            prediction.baselineRight = label == 0;
            prediction.chance = m_shares.empty() ? 0 : m_shares.front();
            return prediction;
        }
        const double unseen = kUnseen * probabilities.back() / double(options.size());
        double sum = 0;
        double best = -1;
        QString top;
        for (const QString& raw : options) {
            const QString option = normaliseText(raw);
            const int label = m_classes.value(option, -1);
            const double p = label >= 0 ? probabilities[std::size_t(label)] + unseen : unseen;
            sum += p;
            if (p > best) {
                best = p;
                top = option;
            }
        }
        prediction.probability = sum > 0 ? best / sum : 0;
        prediction.right = top == gold && best > unseen;
        prediction.made = best > unseen;
        prediction.chance = 1.0 / double(options.size());
        return prediction;
    }

private:
    QHash<QString, int> m_classes;
    std::vector<double> m_shares;
    std::unique_ptr<SoftmaxModel> m_model;
};

/// How sure a prediction is, for two options as for ten: 0.5 where it has three times the odds of a guess.
double sureness(const Prediction& prediction, int options)
{
    if (options < 2) {
        return prediction.probability;
    }
    const double odds = prediction.probability / std::max(1e-9, 1 - prediction.probability) * (options - 1);
    return odds / (odds + 3);
}

/// What the predictions of one form of question come to: multiple choice or open.
struct FormTally {
    int right = 0;
    double count = 0;
    /// Right answers of what the form has to beat: guessing where the model says anything, or always giving
    /// the commonest answer.
    double reference = 0;
    double pValue = 1;
    /// Whether the model beats its reference.
    bool beats = false;
};

struct TextPriorRun : Evaluation {
    using Evaluation::Evaluation;

    /// Which samples can be judged. False when they are too few.
    bool collect()
    {
        for (std::size_t i = 0; i < data.size(); ++i) {
            const bool answerable
                = data.isMcq(i) ? data.goldIndex[i] >= 0 && data.optionCount[i] > 1 : data.hasGold[i];
            if (answerable && !data.texts[i].question.trimmed().isEmpty()) {
                judged.push_back(i);
            }
        }
        if (judged.size() >= kFewestSamples) {
            return true;
        }
        note(Sentence::of(QT_TRANSLATE_NOOP("Detector",
                              "Too few to train a model on: %1 with question and gold answer; it takes %2."))
                 .arg(countText(qint64(judged.size()), "sample", "samples"))
                 .arg(kFewestSamples));
        return false;
    }

    /// Predicts every judged sample by a model that has not seen it. False once cancelled.
    bool crossValidate()
    {
        const int folds = integer("folds");
        const quint64 seed = quint64(integer("seed"));
        stats::Random random(seed);
        std::vector<int> fold(judged.size());
        for (std::size_t j = 0; j < judged.size(); ++j) {
            fold[j] = int(j % std::size_t(folds));
        }
        random.shuffle(std::span(fold));
        predictions.resize(judged.size());
        for (int held = 0; held < folds; ++held) {
            progress.report(held, folds,
                QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Training a model on the questions alone")));
            if (progress.isCancelled()) {
                return false;
            }
            const AnswerModel model(data, trainingWithout(fold, held, random), seed + quint64(held));
            for (std::size_t j = 0; j < judged.size(); ++j) {
                if ((j & 0xfff) == 0 && progress.isCancelled()) {
                    return false;
                }
                if (fold[j] == held) {
                    predictions[j] = model.predict(data, judged[j]);
                }
            }
        }
        return true;
    }

    /// Whether the model is right more often than guessing is in multiple choice, or the commonest answer in
    /// open questions.
    void compareWithReferences()
    {
        FormTally& mcq = forms[0];
        FormTally& open = forms[1];
        int onlyModel = 0;
        int onlyBaseline = 0;
        std::vector<double> chances;
        for (std::size_t j = 0; j < judged.size(); ++j) {
            const Prediction& prediction = predictions[j];
            if (!prediction.made) {
                continue;
            }
            FormTally& form = data.isMcq(judged[j]) ? mcq : open;
            form.right += prediction.right;
            form.count += 1;
            if (&form == &mcq) {
                chances.push_back(prediction.chance);
                mcq.reference += prediction.chance;
            } else {
                onlyModel += prediction.right && !prediction.baselineRight;
                onlyBaseline += !prediction.right && prediction.baselineRight;
                open.reference += prediction.baselineRight;
            }
        }
        mcq.pValue = stats::poissonBinomialUpperTail(chances, mcq.right);
        open.pValue = onlyModel > onlyBaseline ? stats::mcNemarExact(onlyModel, onlyBaseline) / 2 : 1.0;
        // One model answers both forms: what few open questions cannot show, all of the dataset may.
        chances.insert(
            chances.end(), std::size_t(open.count), open.count > 0 ? open.reference / open.count : 0);
        const bool together
            = stats::poissonBinomialUpperTail(chances, mcq.right + open.right) < kDatasetAlpha;
        mcq.beats = mcq.count > 0 && (mcq.pValue < kDatasetAlpha || (together && mcq.right > mcq.reference));
        open.beats
            = open.count > 0 && (open.pValue < kDatasetAlpha || (together && onlyModel > onlyBaseline));
    }

    void reportForms()
    {
        for (const FormTally& form : forms) {
            if (form.count == 0) {
                continue;
            }
            const bool mcq = &form == &forms[0];
            const double reference = form.reference / form.count;
            DatasetFinding finding;
            finding.id = mcq ? QStringLiteral("question_only_mcq") : QStringLiteral("question_only_open");
            finding.notable = form.beats;
            finding.summary
                = (mcq ? Sentence::of(QT_TRANSLATE_NOOP("Detector",
                       "A model that sees only the questions is right in %1 of %2; guessing is right "
                       "in %3 (p = %4)"))
                       : Sentence::of(QT_TRANSLATE_NOOP("Detector",
                           "A model that sees only the questions is right in %1 of %2; the "
                           "commonest answer is right in %3 (p = %4)")))
                      .arg(percentText(form.right / form.count),
                          mcq ? countText(
                              qint64(form.count), "multiple-choice sample", "multiple-choice samples")
                              : countText(qint64(form.count), "open sample", "open samples"),
                          percentText(reference), pValueText(form.pValue));
            finding.details = {{QStringLiteral("accuracy"), form.right / form.count},
                {QStringLiteral("baseline"), reference}, {QStringLiteral("p_value"), form.pValue},
                {QStringLiteral("samples"), form.count}};
            find(finding);
        }
    }

    void scoreSamples()
    {
        draw(QT_TRANSLATE_NOOP("Detector", "share of predictions as sure as this one that are right"),
            ScoreScale::Share, "min_score");
        const double count = forms[0].count + forms[1].count;
        if (count > 0 && (forms[0].beats || forms[1].beats)) {
            preview().chance = (forms[0].reference + forms[1].reference) / count;
            preview().chanceTitle
                = Sentence::of(QT_TRANSLATE_NOOP("Detector", "guessing, or always the commonest answer"));
        }
        std::vector<double> sure;
        std::vector<int> outcomes;
        for (std::size_t j = 0; j < judged.size(); ++j) {
            if (predictions[j].made) {
                sure.push_back(sureness(predictions[j], data.optionCount[judged[j]]));
                outcomes.push_back(predictions[j].right);
            }
        }
        const double mean = count > 0 ? (forms[0].right + forms[1].right) / count : 0;
        const std::vector<double> shares = stats::calibrated(sure, outcomes, mean, kPull);
        std::vector<float>& ranking = rank(preview().scoreTitle, ScoreScale::Share);
        for (std::size_t j = 0, made = 0; j < judged.size(); ++j) {
            const std::size_t i = judged[j];
            const Prediction& prediction = predictions[j];
            const double share = prediction.made ? std::min(sure[made], shares[made]) : 0;
            made += prediction.made;
            // A wrong prediction is no sign that the question gives the answer away.
            ranking[i] = prediction.right ? float(share) : 0;
            if (prediction.right && forms[data.isMcq(i) ? 0 : 1].beats) {
                preview().scores[i] = float(share);
            }
        }
    }

    /// Where too much would be flagged it is the dataset's fault: no sample is then.
    void leaveBiasedDataset()
    {
        qint64 flagged = 0;
        for (const std::size_t i : judged) {
            flagged += isFlagged(i);
        }
        const double ofAll = double(flagged) / double(judged.size());
        if (ofAll <= kMostFlagged) {
            return;
        }
        DatasetFinding finding;
        finding.id = QStringLiteral("question_only_bias");
        finding.notable = true;
        finding.summary = Sentence::of(
            QT_TRANSLATE_NOOP("Detector",
                "The questions alone give away %1 of %2: a bias of the dataset, no fault of single "
                "samples, so none is flagged"))
                              .arg(percentText(ofAll), countText(qint64(judged.size()), "sample", "samples"));
        finding.details = {{QStringLiteral("samples"), flagged}, {QStringLiteral("share"), ofAll},
            {QStringLiteral("judged"), qint64(judged.size())}};
        find(finding);
        const float below = std::nextafter(float(preview().threshold), 0.0f);
        for (float& score : preview().scores) {
            score = std::min(score, below);
        }
    }

    void flagSamples()
    {
        for (std::size_t j = 0; j < judged.size(); ++j) {
            const std::size_t i = judged[j];
            if (!isFlagged(i)) {
                continue;
            }
            const QString gold = goldContent(data, i);
            const double share = score(i);
            flag(i, "text_prior", share,
                Sentence::of(QT_TRANSLATE_NOOP("Detector",
                                 "The question alone gives %1, learnt from the other questions; %2 of the "
                                 "predictions as sure as that are right"))
                    .arg(gold.isEmpty() ? goldText(data, i) : gold, percentText(share)),
                {{QStringLiteral("probability"), predictions[j].probability},
                    {QStringLiteral("score"), share}, {QStringLiteral("predicted"), gold},
                    {QStringLiteral("chance"), predictions[j].chance}});
        }
    }

    std::vector<std::size_t> judged;
    std::vector<Prediction> predictions;
    std::array<FormTally, 2> forms;

private:
    /// Samples to train on that are not in the held fold, at most kMostTraining of them.
    std::vector<std::size_t> trainingWithout(const std::vector<int>& fold, int held, stats::Random& random)
    {
        std::vector<std::size_t> training;
        for (std::size_t j = 0; j < judged.size(); ++j) {
            if (fold[j] != held) {
                training.push_back(j);
            }
        }
        if (training.size() > kMostTraining) {
            random.shuffle(std::span(training));
            training.resize(kMostTraining);
            std::sort(training.begin(), training.end());
        }
        for (std::size_t& t : training) {
            t = judged[t];
        }
        return training;
    }
};

} // namespace

const DetectorInfo& TextPriorDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("text_prior"), 3,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Answer predictable from the question")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Trains a small model on the questions and gold answers of the rest of the dataset and flags "
            "samples it answers without image and options seen, where predictions as sure as that are mostly "
            "right. Works without any responses; silent where the model does not beat chance. Where it would "
            "flag more than three in ten samples the bias is the dataset's: that is reported, and no list "
            "filled.")),
        QStringLiteral("Answer-prior baselines (Goyal et al. 2017, arXiv 1612.00837); METHODS C2; calibrated "
                       "by isotonic regression (Zadrozny and Elkan 2002)"),
        {QStringLiteral("text_prior")}, {{Need::Texts, 1}, {Need::Gold, 1}}, {},
        {realParameter("min_score", QT_TRANSLATE_NOOP("Detector", "Such predictions right, at least"),
             QT_TRANSLATE_NOOP("Detector", "share"), 0.7, 0.2, 0.99,
             QT_TRANSLATE_NOOP(
                 "Detector", "Of the predictions in this dataset that are as sure, the share that is right")),
            integerParameter("folds", QT_TRANSLATE_NOOP("Detector", "Folds"), "", 5, 2, 20,
                QT_TRANSLATE_NOOP("Detector", "Parts of the cross-validation")),
            integerParameter("seed", QT_TRANSLATE_NOOP("Detector", "Seed"), "", 1, 0, 1000000,
                QT_TRANSLATE_NOOP("Detector", "Of the folds and of the training order"))}};
    return info;
}

Result<DetectorResult> TextPriorDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    TextPriorRun run(input, parameters, progress);
    if (!run.collect()) {
        return run.finish();
    }
    if (!run.crossValidate()) {
        return auditCancelled();
    }
    run.compareWithReferences();
    run.reportForms();
    run.scoreSamples();
    run.leaveBiasedDataset();
    run.flagSamples();
    return run.finish();
}

} // namespace winnow
