// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/positionbias.h"

#include "core/audit/detectors/evaluation.h"
#include "core/audit/models/letterprior.h"
#include "core/stats/contingency.h"
#include "core/stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace winnow {

namespace {

constexpr double kAlpha = 0.01;

QJsonObject letterObject(const std::vector<double>& counts)
{
    QJsonObject object;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        object.insert(optionLetter(int(i)), counts[i]);
    }
    return object;
}

std::optional<DatasetFinding> goldLetters(const AuditData& data)
{
    std::vector<double> observed;
    std::vector<double> expected;
    double samples = 0;
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (data.goldIndex[i] < 0 || data.optionCount[i] < 2) {
            continue;
        }
        const std::size_t options = std::size_t(data.optionCount[i]);
        if (observed.size() < options) {
            observed.resize(options, 0.0);
            expected.resize(options, 0.0);
        }
        observed[std::size_t(data.goldIndex[i])] += 1;
        for (std::size_t letter = 0; letter < options; ++letter) {
            expected[letter] += 1.0 / double(options);
        }
        samples += 1;
    }
    if (samples == 0) {
        return std::nullopt;
    }
    const stats::ChiSquare test = stats::chiSquareFit(observed, expected);
    DatasetFinding finding;
    finding.id = QStringLiteral("gold_letters");
    // With many samples a harmless difference is significant, so the size of the effect counts too.
    finding.notable = test.pValue < kAlpha && test.cramersV >= 0.05;
    const std::size_t top
        = std::size_t(std::max_element(observed.begin(), observed.end()) - observed.begin());
    finding.summary = Sentence::of(
        QT_TRANSLATE_NOOP("Detector", "%1 is the gold letter of %2 of %3; an even spread gives %4 (p = %5)"))
                          .arg(optionLetter(int(top)), percentText(observed[top] / samples),
                              countText(qint64(samples), "multiple-choice sample", "multiple-choice samples"),
                              percentText(expected[top] / samples), pValueText(test.pValue));
    finding.details = {{QStringLiteral("observed"), letterObject(observed)},
        {QStringLiteral("expected"), letterObject(expected)}, {QStringLiteral("chi_square"), test.statistic},
        {QStringLiteral("p_value"), test.pValue}, {QStringLiteral("cramers_v"), test.cramersV}};
    return finding;
}

/// How often a model gave each letter as it showed them, how often each was gold, and right then.
struct LetterCounts {
    std::vector<double> given;
    std::vector<double> gold;
    std::vector<double> right;
    double answered = 0;
    double golds = 0;
    double correct = 0;

    void add(const AuditData& data, const ResponseColumn& column, std::size_t sample)
    {
        const qint32 letter = column.shownLetter(sample);
        if (data.optionCount[sample] < 2 || letter < 0 || letter >= data.optionCount[sample]) {
            return;
        }
        const std::size_t options = std::size_t(data.optionCount[sample]);
        if (given.size() < options) {
            given.resize(options, 0.0);
            gold.resize(options, 0.0);
            right.resize(options, 0.0);
        }
        given[std::size_t(letter)] += 1;
        answered += 1;
        const int goldLetter = shownGold(data, column, sample);
        if (goldLetter >= 0 && std::size_t(goldLetter) < options) {
            gold[std::size_t(goldLetter)] += 1;
            right[std::size_t(goldLetter)] += letter == goldLetter;
            golds += 1;
            correct += letter == goldLetter;
        }
    }

private:
    /// -1 where the rotation is not known.
    static int shownGold(const AuditData& data, const ResponseColumn& column, std::size_t sample)
    {
        if (column.shift == 0) {
            return data.goldIndex[sample];
        }
        int letter = -1;
        for (const Rotation& rotation : data.rotations[sample]) {
            if (rotation.shift == column.shift) {
                letter = optionPosition(rotation.gold);
            }
        }
        return letter;
    }
};

/// Standard deviation, over all of them.
double spreadOf(const std::vector<double>& values)
{
    double mean = 0;
    for (const double value : values) {
        mean += value / double(values.size());
    }
    double variance = 0;
    for (const double value : values) {
        variance += (value - mean) * (value - mean) / double(values.size());
    }
    return std::sqrt(variance);
}

/// Letters of one model as it showed them, and how well it knows each.
QJsonObject modelLetters(const AuditData& data, const ModelView& model)
{
    LetterCounts counts;
    for (const ResponseColumn* column : model.columns) {
        for (std::size_t i = 0; i < data.size(); ++i) {
            counts.add(data, *column, i);
        }
    }
    if (counts.answered == 0) {
        return {};
    }
    const std::vector<double>& given = counts.given;
    std::vector<double> recall;
    QJsonObject recalls;
    QJsonObject shares;
    for (std::size_t letter = 0; letter < given.size(); ++letter) {
        if (counts.gold[letter] > 0) {
            recall.push_back(100 * counts.right[letter] / counts.gold[letter]);
            recalls.insert(optionLetter(int(letter)), recall.back());
        }
        shares.insert(optionLetter(int(letter)), given[letter] / counts.answered);
    }
    std::vector<double> table = given;
    table.insert(table.end(), counts.gold.begin(), counts.gold.end());
    const bool keyed = counts.golds > 0;
    const stats::ChiSquare test
        = keyed ? stats::chiSquareTable(table, 2, int(given.size())) : stats::ChiSquare();
    const std::size_t top = std::size_t(std::max_element(given.begin(), given.end()) - given.begin());
    return {{QStringLiteral("model"), model.model}, {QStringLiteral("letters"), shares},
        {QStringLiteral("top"), optionLetter(int(top))},
        {QStringLiteral("share_top"), given[top] / counts.answered},
        {QStringLiteral("gold_top"), keyed ? counts.gold[top] / counts.golds : 0.0},
        {QStringLiteral("rstd"), spreadOf(recall)}, {QStringLiteral("recall"), recalls},
        {QStringLiteral("p_value"), test.pValue}, {QStringLiteral("cramers_v"), test.cramersV},
        {QStringLiteral("accuracy"), keyed ? counts.correct / counts.golds : 0.0},
        {QStringLiteral("answers"), counts.answered}};
}

/// What is said of no model, of one and of several.
struct LetterTexts {
    Sentence none;
    Sentence one;
    Sentence many;
};

std::optional<DatasetFinding> lettersByModel(
    const AuditData& data, const std::vector<ModelView>& models, const char* id, const LetterTexts& texts)
{
    QJsonArray rows;
    QVector<Sentence> biased;
    for (const ModelView& model : models) {
        const QJsonObject row = modelLetters(data, model);
        if (row.isEmpty()) {
            continue;
        }
        rows.append(row);
        const double excess = row.value(QLatin1String("share_top")).toDouble()
            - row.value(QLatin1String("gold_top")).toDouble();
        if (row.value(QLatin1String("p_value")).toDouble() < kAlpha && excess >= 0.1) {
            biased.append(QStringLiteral("%1 (%2 %3)")
                              .arg(model.model, row.value(QLatin1String("top")).toString(),
                                  percentText(row.value(QLatin1String("share_top")).toDouble())));
        }
    }
    if (rows.isEmpty()) {
        return std::nullopt;
    }
    DatasetFinding finding;
    finding.id = QString::fromLatin1(id);
    finding.notable = !biased.isEmpty();
    finding.summary = biased.isEmpty()
        ? texts.none
        : (biased.size() == 1 ? texts.one : texts.many.arg(qint64(biased.size()))).arg(listText(biased, 4));
    finding.details = {{QStringLiteral("models"), rows}};
    return finding;
}

/// What each model likes of the letters themselves, for the commonest number of options.
std::optional<DatasetFinding> letterPriors(const AuditData& data, const std::vector<ModelView>& circular)
{
    std::map<int, int> counts;
    for (const qint16 options : data.optionCount) {
        if (options > 1) {
            ++counts[options];
        }
    }
    if (counts.empty()) {
        return std::nullopt;
    }
    const int options = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
        return a.second < b.second;
    })->first;
    QJsonArray rows;
    Sentence strongest;
    double most = 0;
    for (const ModelView& model : circular) {
        const auto prior = letterPrior(data, model, options);
        if (!prior) {
            continue;
        }
        QJsonObject letters;
        for (std::size_t letter = 0; letter < prior->prior.size(); ++letter) {
            letters.insert(optionLetter(int(letter)), prior->prior[letter]);
            if (prior->prior[letter] > most) {
                most = prior->prior[letter];
                strongest = Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 for %2"))
                                .arg(model.model, optionLetter(int(letter)));
            }
        }
        QJsonObject row{{QStringLiteral("model"), model.model}, {QStringLiteral("prior"), letters},
            {QStringLiteral("samples"), prior->samples},
            {QStringLiteral("source"),
                prior->fromProbabilities ? QStringLiteral("probabilities") : QStringLiteral("votes")}};
        if (!std::isnan(prior->debiased)) {
            row.insert(QStringLiteral("accuracy"), prior->accuracy);
            row.insert(QStringLiteral("debiased"), prior->debiased);
        }
        rows.append(row);
    }
    if (rows.isEmpty()) {
        return std::nullopt;
    }
    DatasetFinding finding;
    finding.id = QStringLiteral("letter_prior");
    finding.notable = most >= 1.5 / options;
    finding.summary = Sentence::of(
        QT_TRANSLATE_NOOP("Detector",
            "Whatever stands there, the strongest liking for a letter is %1: %2 where %3 is even"))
                          .arg(strongest, percentText(most), percentText(1.0 / options));
    finding.details = {{QStringLiteral("models"), rows}, {QStringLiteral("options"), options}};
    return finding;
}

/// The rotated attempts of one model: one list of rotations an attempt and setting.
struct RotatedModel {
    QString model;
    std::vector<std::vector<const ResponseColumn*>> attempts;
};

std::vector<RotatedModel> rotatedModels(const std::vector<ModelView>& models)
{
    std::vector<RotatedModel> rotated;
    for (const ModelView& model : models) {
        std::map<std::pair<QString, int>, std::vector<const ResponseColumn*>> attempts;
        for (const ResponseColumn* column : model.columns) {
            attempts[{column->setting, column->attempt}].push_back(column);
        }
        RotatedModel entry{model.model, {}};
        for (auto& [key, columns] : attempts) {
            entry.attempts.push_back(std::move(columns));
        }
        rotated.push_back(std::move(entry));
    }
    return rotated;
}

struct Following {
    int models = 0;
    int following = 0;
    int rotations = 0;
    std::vector<double> chances;
};

/// Compares the rotations of a sample; `rows` receives what every model did, when wanted.
Following followingOf(const AuditData& data, const std::vector<RotatedModel>& models, std::size_t sample,
    QJsonArray* rows = nullptr)
{
    Following result;
    const double chance = 1.0 / data.optionCount[sample];
    for (const RotatedModel& model : models) {
        for (const auto& columns : model.attempts) {
            int rotations = 0;
            qint32 letter = -1;
            qint32 content = -1;
            bool letterFixed = true;
            bool contentFixed = true;
            QString letters;
            for (const ResponseColumn* column : columns) {
                const qint32 shown = column->shownLetter(sample);
                const qint32 code = column->codes[sample];
                if (code < 0 || shown < 0) {
                    continue;
                }
                if (rotations++ == 0) {
                    letter = shown;
                    content = code;
                }
                letterFixed = letterFixed && shown == letter;
                contentFixed = contentFixed && code == content;
                if (rows != nullptr) {
                    letters += optionLetter(shown);
                }
            }
            // The first attempt that has rotations here speaks for the model.
            if (rotations < 2) {
                continue;
            }
            ++result.models;
            result.rotations = std::max(result.rotations, rotations);
            result.chances.push_back(std::pow(chance, rotations - 1));
            const bool follows = letterFixed && !contentFixed;
            result.following += follows;
            if (rows != nullptr) {
                rows->append(QJsonObject{{QStringLiteral("model"), model.model},
                    {QStringLiteral("letters"), letters}, {QStringLiteral("follows"), follows}});
            }
            break;
        }
    }
    return result;
}

struct PositionRun : Evaluation {
    PositionRun(const DetectorInput& detectorInput, const Parameters& values, Progress& report)
        : Evaluation(detectorInput, values, report)
        , circular(modelsOf(data, Condition::Circular))
        , rotated(rotatedModels(circular))
        , alpha(real("alpha"))
    {
    }

    /// The letters of the key, and of the models in each condition.
    void reportLetters()
    {
        find(goldLetters(data));
        if (result.findings.empty()) {
            note(Sentence::of(
                QT_TRANSLATE_NOOP("Detector", "No multiple-choice sample has a gold letter to compare.")));
        }
        find(lettersByModel(data, modelsOf(data, Condition::Standard), "model_letters",
            {Sentence::of(QT_TRANSLATE_NOOP("Detector", "No model prefers a letter by 10 points or more")),
                Sentence::of(QT_TRANSLATE_NOOP(
                    "Detector", "1 model gives a letter far more often than the key does: %1")),
                Sentence::of(QT_TRANSLATE_NOOP(
                    "Detector", "%1 models give a letter far more often than the key does: %2"))}));
        find(lettersByModel(data, modelsOf(data, Condition::Blind), "blind_letters",
            {Sentence::of(QT_TRANSLATE_NOOP(
                 "Detector", "No model prefers a letter by 10 points or more without the image")),
                Sentence::of(QT_TRANSLATE_NOOP("Detector",
                    "1 model gives a letter far more often than the key does without the image: %1")),
                Sentence::of(QT_TRANSLATE_NOOP("Detector",
                    "%1 models give a letter far more often than the key does without the image: %2"))}));
        find(lettersByModel(data, circular, "circular_letters",
            {Sentence::of(QT_TRANSLATE_NOOP(
                 "Detector", "No model prefers a letter by 10 points or more over the rotations")),
                Sentence::of(QT_TRANSLATE_NOOP("Detector",
                    "1 model gives a letter far more often than the key does over the rotations: %1")),
                Sentence::of(QT_TRANSLATE_NOOP("Detector",
                    "%1 models give a letter far more often than the key does over the rotations: %2"))}));
    }

    void follow(std::size_t i)
    {
        if (data.optionCount[i] < 2) {
            return;
        }
        const Following following = followingOf(data, rotated, i);
        if (following.models == 0) {
            return;
        }
        guessed
            += std::accumulate(following.chances.begin(), following.chances.end(), 0.0) / following.models;
        critical += double(leastBeyondChance(following)) / following.models;
        ++judged;
        const double p = following.following == 0
            ? 1
            : stats::poissonBinomialUpperTail(following.chances, following.following);
        result.ranking[i] = float(following.following) / float(following.models);
        if (following.following > 0 && p > alpha) {
            return;
        }
        preview().scores[i] = result.ranking[i];
        if (isFlagged(i)) {
            flagSample(i, following, p);
        }
    }

    void compareWithChance()
    {
        if (judged > 0) {
            compareWithGuessing(guessed / double(judged));
            preview().critical = critical / double(judged);
            preview().criticalTitle = Sentence::of(QT_TRANSLATE_NOOP("Detector", "more than guessing"));
        }
    }

    std::vector<ModelView> circular;

private:
    /// How many models must follow to be more than guessing.
    int leastBeyondChance(const Following& following)
    {
        const auto [least, fresh] = needed.try_emplace(following.chances, 1);
        while (fresh && least->second <= following.models
            && stats::poissonBinomialUpperTail(following.chances, least->second) > alpha) {
            ++least->second;
        }
        return least->second;
    }

    void flagSample(std::size_t i, const Following& following, double p)
    {
        QJsonArray rows;
        followingOf(data, rotated, i, &rows);
        flag(i, "mcq_position_bias", 1 - p,
            Sentence::of(QT_TRANSLATE_NOOP("Detector",
                             "The same letter in all %3 rotations, whatever stands there: %1 of %2"))
                .arg(QString::number(following.following), countText(following.models, "model", "models"),
                    QString::number(following.rotations)),
            {{QStringLiteral("following"), following.following}, {QStringLiteral("models"), following.models},
                {QStringLiteral("rotations"), following.rotations}, {QStringLiteral("p_value"), p},
                {QStringLiteral("by_model"), rows}});
    }

    std::vector<RotatedModel> rotated;
    double alpha;
    /// By what each model would do guessing.
    std::map<std::vector<double>, int> needed;
    double guessed = 0;
    double critical = 0;
    qint64 judged = 0;
};

} // namespace

const DetectorInfo& PositionBiasDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("mcq_position_bias"), 1,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Answer follows the letter")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Compares the letters of the key and of every model with an even spread, and, where the options "
            "were rotated, finds samples whose answers stay on the letter instead of moving with the "
            "content.")),
        QStringLiteral("Zheng et al. 2024, arXiv 2309.03882 (RStd); CircularEval, arXiv 2307.06281"),
        {QStringLiteral("mcq_position_bias")}, {{Need::Options, 1}},
        {Need::StandardResponses, Need::CircularResponses, Need::BlindResponses, Need::OptionProbabilities},
        {realParameter("min_share", QT_TRANSLATE_NOOP("Detector", "Models following the letter, at least"),
             QT_TRANSLATE_NOOP("Detector", "share"), 0.3, 0.05, 1,
             QT_TRANSLATE_NOOP("Detector",
                 "Flag a sample when this share of the models keeps its letter through all rotations")),
            realParameter("alpha", QT_TRANSLATE_NOOP("Detector", "Chance, at most"),
                QT_TRANSLATE_NOOP("Detector", "probability"), 0.02, 0.0001, 0.5,
                QT_TRANSLATE_NOOP("Detector", "And guessing would do it no more often than this"))}};
    return info;
}

Result<DetectorResult> PositionBiasDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    PositionRun run(input, parameters, progress);
    run.reportLetters();
    if (run.circular.empty()) {
        run.note(Sentence::of(QT_TRANSLATE_NOOP(
            "Detector", "There are no circular responses: only the letters as a whole were compared.")));
        return run.finish();
    }
    run.find(letterPriors(run.data, run.circular));
    run.draw(QT_TRANSLATE_NOOP("Detector", "share of models that keep their letter through all rotations"),
        ScoreScale::Share, "min_share");
    run.rank(run.preview().scoreTitle, ScoreScale::Share);
    if (!run.eachSample(QT_TRANSLATE_NOOP("Detector", "Following letters through the rotations"),
            [&](std::size_t i) { run.follow(i); })) {
        return auditCancelled();
    }
    run.compareWithChance();
    return run.finish();
}

} // namespace winnow
