// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/confidentlabels.h"

#include "core/audit/detectors/evaluation.h"
#include "core/stats/confidentlearning.h"
#include "core/text/normalise.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

/// Votes of a few models say little of rare classes; probabilities say something of each.
constexpr int kMostVotedClasses = 50;
constexpr int kMostClasses = 200;
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
std::optional<Classes> classesOf(const AuditData& data, int most)
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
            if (classes.names.size() > most) {
                return std::nullopt;
            }
        }
        if (data.isMcq(i)) {
            classes.label[i]
                = data.goldIndex[i] >= 0 ? classes.options[i][std::size_t(data.goldIndex[i])] : -1;
        } else if (data.hasGold[i]) {
            classes.label[i] = classOf(normaliseText(data.gold[i]));
        }
        if (classes.names.size() > most) {
            return std::nullopt;
        }
        labelled += classes.label[i] >= 0;
    }
    if (classes.names.size() < 2 || labelled < kFewestPerClass * double(classes.names.size())) {
        return std::nullopt;
    }
    // Letters name positions, and what stands there changes from sample to sample.
    if (std::all_of(classes.names.begin(), classes.names.end(), [](const QString& name) {
            return name.size() == 1 && name.front() >= u'a' && name.front() <= u'p';
        })) {
        return std::nullopt;
    }
    return classes;
}

/// A sum this close to 1 is 1 with the values rounded.
constexpr double kRounding = 0.01;

/// Samples with option probabilities that could not be taken as they are.
struct Unfit {
    qint64 otherCount = 0;
    qint64 noNumbers = 0;
    qint64 otherSum = 0;
};

enum class RowState { None, OtherCount, NoNumbers, OtherSum, Good };

/// One model's probabilities of the sample's options; missing and impossible values make the row unfit rather
/// than 0, which would be evidence. `sum` is what a row of another sum than 1 is to be divided by.
RowState rowState(const ResponseColumn& column, std::size_t sample, std::size_t options, double& sum)
{
    const quint32 begin = column.probabilityOffsets[sample];
    const quint32 end = column.probabilityOffsets[sample + 1];
    if (end == begin) {
        return RowState::None;
    }
    if (end - begin != options) {
        return RowState::OtherCount;
    }
    sum = 0;
    for (quint32 at = begin; at < end; ++at) {
        const double p = double(column.probabilities[at]);
        if (!std::isfinite(p) || p < 0) {
            return RowState::NoNumbers;
        }
        sum += p;
    }
    if (sum <= 0) {
        return RowState::NoNumbers;
    }
    if (std::abs(sum - 1) > kRounding) {
        return RowState::OtherSum;
    }
    sum = 1;
    return RowState::Good;
}

/// Adds the models' option probabilities to the row; the number of models that gave any fit for use.
int addProbabilities(const Classes& classes, const std::vector<ModelView>& models, std::size_t sample,
    std::vector<double>& row, Unfit& unfit)
{
    int used = 0;
    bool otherCount = false;
    bool noNumbers = false;
    bool otherSum = false;
    for (const ModelView& model : models) {
        for (const ResponseColumn* column : model.columns) {
            if (column->probabilities.empty()) {
                continue;
            }
            double sum = 1;
            const RowState state = rowState(*column, sample, classes.options[sample].size(), sum);
            otherCount = otherCount || state == RowState::OtherCount;
            noNumbers = noNumbers || state == RowState::NoNumbers;
            otherSum = otherSum || state == RowState::OtherSum;
            if (state != RowState::Good && state != RowState::OtherSum) {
                continue;
            }
            const quint32 begin = column->probabilityOffsets[sample];
            for (std::size_t option = 0; option < classes.options[sample].size(); ++option) {
                row[std::size_t(classes.options[sample][option])]
                    += double(column->probabilities[begin + option]) / sum;
            }
            ++used;
            break;
        }
    }
    unfit.otherCount += otherCount;
    unfit.noNumbers += noNumbers;
    unfit.otherSum += otherSum;
    return used;
}

void addNotes(const Unfit& unfit, SentenceList& notes)
{
    if (unfit.noNumbers > 0) {
        notes.append(Sentence::of(
            QT_TRANSLATE_NOOP("Detector",
                "Left out on %1: option probabilities that are missing, negative, infinite or all 0."))
                         .arg(countText(unfit.noNumbers, "sample", "samples")));
    }
    if (unfit.otherCount > 0) {
        notes.append(
            Sentence::of(QT_TRANSLATE_NOOP("Detector",
                             "Left out on %1: probabilities that are more or fewer than the options."))
                .arg(countText(unfit.otherCount, "sample", "samples")));
    }
    if (unfit.otherSum > 0) {
        notes.append(
            Sentence::of(QT_TRANSLATE_NOOP("Detector",
                             "Divided by their sum on %1: option probabilities that do not sum to 1."))
                .arg(countText(unfit.otherSum, "sample", "samples")));
    }
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

struct ConfidentRun : Evaluation {
    ConfidentRun(const DetectorInput& detectorInput, const Parameters& values, Progress& report)
        : Evaluation(detectorInput, values, report)
        , models(modelsOf(data, Condition::Standard))
        , minimum(integer("min_models"))
    {
    }

    /// False when the answers are no fixed set.
    bool findClasses()
    {
        const bool probable
            = std::any_of(data.columns.begin(), data.columns.end(), [](const ResponseColumn& column) {
                  return column.condition == Condition::Standard && !column.probabilities.empty();
              });
        const int most = probable ? kMostClasses : kMostVotedClasses;
        if (auto found = classesOf(data, most)) {
            classes = *std::move(found);
        } else {
            note(
                Sentence::of(QT_TRANSLATE_NOOP("Detector",
                                 "The answers are no fixed set (at most %1 different ones, each used often); "
                                 "confident learning says nothing here."))
                    .arg(most));
            return false;
        }
        for (qsizetype c = 0; c < classes.names.size(); ++c) {
            index.insert(classes.names[c], int(c));
        }
        return true;
    }

    /// The probability of each class on the sample, by models that give any, or else by their votes.
    void collect(std::size_t i)
    {
        if (classes.label[i] < 0) {
            return;
        }
        const double count = double(classes.names.size());
        row.assign(std::size_t(classes.names.size()), 0.0);
        int voters = addProbabilities(classes, models, i, row, unfit);
        const bool given = voters > 0;
        double total = voters;
        if (!given) {
            voters = addVotes(data, classes, index, models, i, row);
            for (double& value : row) {
                value += kSmoothing / count;
            }
            total = voters + kSmoothing;
        }
        if (voters < (given ? 1 : minimum)) {
            tooFew += voters > 0;
            return;
        }
        judged.push_back({i, voters, given});
        labels.push_back(classes.label[i]);
        for (const double value : row) {
            probabilities.push_back(value / total);
        }
    }

    void flagIssues()
    {
        const stats::LabelledProbabilities labelled{labels, probabilities, int(classes.names.size())};
        std::vector<float>& ranking
            = rank(QStringLiteral(QT_TRANSLATE_NOOP("Detector",
                       "rank by how far another answer leads the gold answer (1 - normalised margin)")),
                ScoreScale::Rank);
        for (std::size_t j = 0; j < judged.size(); ++j) {
            ranking[judged[j].sample] = float(1 - stats::normalisedMargin(labelled.row(j), labels[j]));
        }
        for (const std::size_t j : stats::findLabelIssues(labelled, filterOf(choice("filter")))) {
            flagSample(judged[j], labels[j], labelled.row(j));
        }
    }

    void noteLeftOut()
    {
        addNotes(unfit, result.notes);
        if (tooFew > 0) {
            note(Sentence::of(QT_TRANSLATE_NOOP("Detector",
                                  "Not judged: %1 with votes of fewer than %2 and without probabilities."))
                     .arg(countText(tooFew, "sample", "samples"), countText(minimum, "model", "models")));
        }
    }

private:
    struct Judged {
        std::size_t sample = 0;
        int used = 0;
        bool fromProbabilities = false;
    };

    template <typename Row> void flagSample(const Judged& by, int label, const Row& own)
    {
        const std::size_t top = std::size_t(std::max_element(own.begin(), own.end()) - own.begin());
        const double confidence = own[std::size_t(label)];
        const QString gold = classes.names.value(label);
        const QString suggested = classes.names.value(qsizetype(top));
        flag(by.sample, "label_incorrect", 1 - stats::normalisedMargin(own, label),
            Sentence::of(QT_TRANSLATE_NOOP("Detector",
                             "By %1, \"%2\" has a probability of %3 and the gold answer \"%4\" one of %5"))
                .arg(countText(by.used, "model", "models"), suggested, numberText(own[top]), gold,
                    numberText(confidence)),
            {{QStringLiteral("scale"), scoreScaleId(ScoreScale::Rank)}, {QStringLiteral("gold"), gold},
                {QStringLiteral("suggested"), suggested}, {QStringLiteral("self_confidence"), confidence},
                {QStringLiteral("suggested_probability"), own[top]}, {QStringLiteral("models"), by.used},
                {QStringLiteral("source"),
                    by.fromProbabilities ? QStringLiteral("probabilities") : QStringLiteral("votes")},
                {QStringLiteral("filter"), choice("filter")}});
    }

    std::vector<ModelView> models;
    int minimum;
    Classes classes;
    QHash<QString, int> index;
    std::vector<Judged> judged;
    std::vector<int> labels;
    std::vector<double> probabilities;
    std::vector<double> row;
    qint64 tooFew = 0;
    Unfit unfit;
};

} // namespace

const DetectorInfo& ConfidentLabelsDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("confident_learning"), 2,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Confident learning")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Where the answers are a fixed set (yes and no, counts, colours), estimates how often each gold "
            "answer should be each other answer and flags the samples that make up the difference. Uses "
            "option probabilities, or the models' votes.")),
        QStringLiteral("Northcutt, Jiang and Chuang 2021, JAIR 70; as cleanlab 2.9"),
        {QStringLiteral("label_incorrect")},
        {{Need::StandardResponses, 1}, {Need::Gold, 1}, {Need::Texts, 1}}, {Need::OptionProbabilities},
        {choiceParameter("filter", QT_TRANSLATE_NOOP("Detector", "Filter"),
             {QStringLiteral("prune_by_noise_rate"), QStringLiteral("prune_by_class"), QStringLiteral("both"),
                 QStringLiteral("confident_learning"), QStringLiteral("predicted_neq_given"),
                 QStringLiteral("low_normalized_margin"), QStringLiteral("low_self_confidence")},
             QT_TRANSLATE_NOOP("Detector", "How the samples are picked; named as in cleanlab")),
            fewestModels(5, 1,
                QT_TRANSLATE_NOOP("Detector",
                    "Where there are only votes, samples with votes of fewer models are not judged; option "
                    "probabilities of one model are enough"))}};
    return info;
}

Result<DetectorResult> ConfidentLabelsDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    ConfidentRun run(input, parameters, progress);
    if (!run.findClasses()) {
        return run.finish();
    }
    if (!run.eachSample(QT_TRANSLATE_NOOP("Detector", "Collecting probabilities"),
            [&](std::size_t i) { run.collect(i); })) {
        return auditCancelled();
    }
    run.flagIssues();
    run.noteLeftOut();
    return run.finish();
}

} // namespace winnow
