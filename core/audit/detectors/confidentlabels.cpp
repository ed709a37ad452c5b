// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/confidentlabels.h"

#include "core/audit/detectorsupport.h"
#include "core/stats/confidentlearning.h"
#include "core/text/normalise.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

constexpr int kMostClasses = 50;
constexpr double kFewestPerClass = 10;
/// Votes are smoothed as if every class had this much of one.
constexpr double kSmoothing = 0.5;

stats::LabelFilter filterOf(const QString& id)
{
    using stats::LabelFilter;
    static const QHash<QString, LabelFilter> filters{
        {QStringLiteral("prune_by_noise_rate"), LabelFilter::PruneByNoiseRate},
        {QStringLiteral("prune_by_class"), LabelFilter::PruneByClass},
        {QStringLiteral("both"), LabelFilter::Both},
        {QStringLiteral("confident_learning"), LabelFilter::ConfidentLearning},
        {QStringLiteral("predicted_neq_given"), LabelFilter::PredictedNeqGiven},
        {QStringLiteral("low_normalized_margin"), LabelFilter::LowNormalisedMargin},
        {QStringLiteral("low_self_confidence"), LabelFilter::LowSelfConfidence}};
    return filters.value(id, LabelFilter::PruneByNoiseRate);
}

/// The fixed set of answers, and each sample's label and option classes.
struct Classes {
    QStringList names;
    std::vector<int> label;
    /// Class of each option; empty for open questions.
    std::vector<std::vector<int>> options;
};

/// Nothing when the gold answers are no fixed set: too many of them, or each used too seldom.
std::optional<Classes> classesOf(const AuditData& data)
{
    Classes classes;
    QHash<QString, int> index;
    classes.label.assign(data.size(), -1);
    classes.options.resize(data.size());
    const auto classOf = [&](const QString& content) {
        const auto it = index.constFind(content);
        if (it != index.constEnd()) {
            return *it;
        }
        index.insert(content, int(classes.names.size()));
        classes.names.append(content);
        return int(classes.names.size()) - 1;
    };
    double labelled = 0;
    for (std::size_t i = 0; i < data.size(); ++i) {
        for (const QString& option : data.texts[i].options) {
            classes.options[i].push_back(classOf(normaliseText(option)));
            if (classes.names.size() > kMostClasses) {
                return std::nullopt;
            }
        }
        if (data.isMcq(i)) {
            classes.label[i]
                = data.goldIndex[i] >= 0 ? classes.options[i][std::size_t(data.goldIndex[i])] : -1;
        } else if (data.hasGold[i]) {
            classes.label[i] = classOf(normaliseText(data.gold[i]));
        }
        if (classes.names.size() > kMostClasses) {
            return std::nullopt;
        }
        labelled += classes.label[i] >= 0;
    }
    if (classes.names.size() < 2 || labelled < kFewestPerClass * double(classes.names.size())) {
        return std::nullopt;
    }
    return classes;
}

/// Adds the mean of the models' option probabilities to the row; the number of models that gave any.
int addProbabilities(const Classes& classes, const std::vector<ModelView>& models, std::size_t sample,
    std::vector<double>& row)
{
    int used = 0;
    for (const ModelView& model : models) {
        for (const ResponseColumn* column : model.columns) {
            if (column->probabilities.empty()) {
                continue;
            }
            const quint32 begin = column->probabilityOffsets[sample];
            const quint32 end = column->probabilityOffsets[sample + 1];
            if (end - begin != classes.options[sample].size() || end == begin) {
                continue;
            }
            double sum = 0;
            for (quint32 at = begin; at < end; ++at) {
                const double p = double(column->probabilities[at]);
                sum += std::isfinite(p) && p > 0 ? p : 0;
            }
            if (sum <= 0) {
                continue;
            }
            for (quint32 at = begin; at < end; ++at) {
                const double p = double(column->probabilities[at]);
                row[std::size_t(classes.options[sample][at - begin])]
                    += std::isfinite(p) && p > 0 ? p / sum : 0;
            }
            ++used;
            break;
        }
    }
    return used;
}

int addVotes(const AuditData& data, const Classes& classes, const QHash<QString, int>& index,
    const std::vector<ModelView>& models, std::size_t sample, std::vector<double>& row)
{
    int used = 0;
    for (const ModelView& model : models) {
        const qint32 code = modelAnswer(model, sample);
        if (code < 0) {
            continue;
        }
        const bool choice = data.isChoice(*model.columns.front(), sample);
        const int found = choice
            ? (std::size_t(code) < classes.options[sample].size() ? classes.options[sample][std::size_t(code)]
                                                                  : -1)
            : index.value(data.answers.value(code), -1);
        if (found >= 0) {
            row[std::size_t(found)] += 1;
            ++used;
        }
    }
    return used;
}

} // namespace

const DetectorInfo& ConfidentLabelsDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("confident_learning"), 1,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Confident learning")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Where the answers are a fixed set (yes and no, counts, colours), estimates how often each gold "
            "answer should be each other answer and flags the samples that make up the difference. Uses "
            "option probabilities, or the models' votes.")),
        QStringLiteral("Northcutt, Jiang and Chuang 2021, JAIR 70; as cleanlab 2.9"),
        {QStringLiteral("label_incorrect")},
        {{Need::StandardResponses, 3}, {Need::Gold, 1}, {Need::Texts, 1}}, {Need::OptionProbabilities},
        {choiceParameter("filter", QT_TRANSLATE_NOOP("Detector", "Filter"),
             {QStringLiteral("prune_by_noise_rate"), QStringLiteral("prune_by_class"), QStringLiteral("both"),
                 QStringLiteral("confident_learning"), QStringLiteral("predicted_neq_given"),
                 QStringLiteral("low_normalized_margin"), QStringLiteral("low_self_confidence")},
             QT_TRANSLATE_NOOP("Detector", "How the samples are picked; named as in cleanlab")),
            integerParameter("min_models", QT_TRANSLATE_NOOP("Detector", "Fewest models"),
                QT_TRANSLATE_NOOP("Detector", "models"), 5, 1, 1000,
                QT_TRANSLATE_NOOP(
                    "Detector", "Samples with probabilities or votes of fewer models are not judged"))}};
    return info;
}

Result<DetectorResult> ConfidentLabelsDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    const AuditData& data = input.data;
    DetectorResult result;
    const auto classes = classesOf(data);
    if (!classes) {
        result.notes.append(
            QStringLiteral("The answers are no fixed set (at most %1 different ones, each used often); "
                           "confident learning says nothing here.")
                .arg(kMostClasses));
        return result;
    }
    QHash<QString, int> index;
    for (qsizetype c = 0; c < classes->names.size(); ++c) {
        index.insert(classes->names[c], int(c));
    }
    const std::vector<ModelView> models = modelsOf(data, Condition::Standard);
    const int minimum = parameters.integer(QLatin1String("min_models"));
    const std::size_t count = std::size_t(classes->names.size());
    std::vector<std::size_t> judged;
    std::vector<int> used;
    std::vector<bool> fromProbabilities;
    std::vector<int> labels;
    std::vector<double> probabilities;
    qint64 tooFew = 0;
    std::vector<double> row;
    Ticker ticker(progress, data.size(), QStringLiteral("Collecting probabilities"));
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (!ticker.at(i)) {
            return auditCancelled();
        }
        if (classes->label[i] < 0) {
            continue;
        }
        row.assign(count, 0.0);
        int voters = addProbabilities(*classes, models, i, row);
        const bool given = voters > 0;
        if (!given) {
            voters = addVotes(data, *classes, index, models, i, row);
            for (double& value : row) {
                value += kSmoothing / double(count);
            }
        }
        if (voters < (given ? 1 : minimum)) {
            tooFew += voters > 0;
            continue;
        }
        judged.push_back(i);
        used.push_back(voters);
        fromProbabilities.push_back(given);
        labels.push_back(classes->label[i]);
        probabilities.insert(probabilities.end(), row.begin(), row.end());
    }
    probabilities = stats::cleanedProbabilities(probabilities, int(count));
    const stats::LabelledProbabilities labelled{labels, probabilities, int(count)};
    for (const std::size_t j :
        stats::findLabelIssues(labelled, filterOf(parameters.choice(QLatin1String("filter"))))) {
        const std::size_t i = judged[j];
        const auto own = labelled.row(j);
        const std::size_t top = std::size_t(std::max_element(own.begin(), own.end()) - own.begin());
        const QString gold = classes->names.value(labels[j]);
        const QString suggested = classes->names.value(qsizetype(top));
        result.flags.push_back(
            makeFlag(data, i, "label_incorrect", 1 - stats::normalisedMargin(own, labels[j]),
                QStringLiteral("%1 give \"%2\" a probability of %3 and the gold answer \"%4\" one of %5")
                    .arg(countText(used[j], "model", "models"), suggested, numberText(own[top]), gold,
                        numberText(own[std::size_t(labels[j])])),
                {{QStringLiteral("gold"), gold}, {QStringLiteral("suggested"), suggested},
                    {QStringLiteral("self_confidence"), own[std::size_t(labels[j])]},
                    {QStringLiteral("suggested_probability"), own[top]}, {QStringLiteral("models"), used[j]},
                    {QStringLiteral("source"),
                        fromProbabilities[j] ? QStringLiteral("probabilities") : QStringLiteral("votes")},
                    {QStringLiteral("filter"), parameters.choice(QLatin1String("filter"))}}));
    }
    if (tooFew > 0) {
        result.notes.append(
            QStringLiteral("%1 have votes of fewer than %2.")
                .arg(countText(tooFew, "sample", "samples"), countText(minimum, "model", "models")));
    }
    return result;
}

} // namespace winnow
