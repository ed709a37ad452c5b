// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/guessable.h"

#include "core/audit/detectors/evaluation.h"
#include "core/audit/models/guessing.h"
#include "core/audit/models/optionfeatures.h"
#include "core/stats/distributions.h"
#include "core/stats/proportion.h"
#include "core/stats/random.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kDatasetAlpha = 0.01;
constexpr std::size_t kFewestSamples = 30;
// More training samples than this change the model little and cost time.
constexpr std::size_t kMostTraining = 20000;

/// Options without a word between them: images, or texts that were not imported.
bool isWordless(const AuditData& data, std::size_t sample)
{
    const QStringList& options = data.texts[sample].options;
    return std::all_of(
        options.begin(), options.end(), [](const QString& option) { return option.trimmed().isEmpty(); });
}

bool isJudged(const AuditData& data, std::size_t sample)
{
    return data.goldIndex[sample] >= 0 && data.optionCount[sample] > 1 && !isWordless(data, sample);
}

/// What a model says of a sample that it was not trained on.
struct OutOfFold {
    /// Of the option it holds for the right one, and of the gold option.
    double top = 0;
    double gold = 0;
    bool hit = false;
};

/// One a judged sample.
std::vector<OutOfFold> crossValidated(
    const AuditData& data, const std::vector<std::size_t>& judged, bool words, int folds, quint64 seed)
{
    std::vector<int> fold(judged.size());
    stats::Random random(seed);
    for (std::size_t j = 0; j < judged.size(); ++j) {
        fold[j] = int(j % std::size_t(folds));
    }
    random.shuffle(std::span(fold));
    const auto featuresOf
        = [&](std::size_t j) { return optionFeatures(ReadOptions(data.texts[judged[j]]), words); };
    // What no model is trained on is read when it is judged: features take many times the room of a text.
    std::vector<std::vector<std::vector<Feature>>> features;
    std::vector<OutOfFold> predicted(judged.size());
    for (int held = 0; held < folds; ++held) {
        std::vector<std::size_t> used;
        for (std::size_t j = 0; j < judged.size() && used.size() < kMostTraining; ++j) {
            if (fold[j] != held) {
                used.push_back(j);
            }
        }
        while (!used.empty() && features.size() <= used.back()) {
            features.push_back(featuresOf(features.size()));
        }
        std::vector<const std::vector<std::vector<Feature>>*> training;
        std::vector<int> labels;
        for (const std::size_t j : used) {
            training.push_back(&features[j]);
            labels.push_back(data.goldIndex[judged[j]]);
        }
        ChoiceModel model(kOptionTable);
        model.train(training, labels, training.size() > 5000 ? 5 : 20, 0.5, seed + std::uint64_t(held));
        for (std::size_t j = 0; j < judged.size(); ++j) {
            if (fold[j] == held) {
                const std::vector<double> shares
                    = model.predict(j < features.size() ? features[j] : featuresOf(j));
                const auto top = std::max_element(shares.begin(), shares.end());
                const int gold = data.goldIndex[judged[j]];
                predicted[j] = {*top, shares[std::size_t(gold)], int(top - shares.begin()) == gold};
            }
        }
    }
    return predicted;
}

/// A probability among k options on the scale where three times the due odds are one half.
double adjusted(double probability, int options)
{
    const double odds = probability / std::max(1e-9, 1 - probability) * (options - 1);
    return odds / (odds + 3);
}

/// `choices`: one a judged sample.
DatasetFinding heuristicsFinding(const AuditData& data, const std::vector<std::size_t>& judged,
    const std::vector<HeuristicChoices>& choices)
{
    QJsonArray rows;
    QVector<Sentence> notable;
    for (std::size_t h = 0; h < kHeuristics.size(); ++h) {
        const Heuristic heuristic = kHeuristics[h];
        std::vector<double> chances;
        int right = 0;
        for (std::size_t j = 0; j < judged.size(); ++j) {
            const std::size_t i = judged[j];
            const int choice = choices[j][h];
            if (choice >= 0) {
                chances.push_back(1.0 / data.optionCount[i]);
                right += choice == data.goldIndex[i];
            }
        }
        if (chances.empty()) {
            continue;
        }
        double expected = 0;
        for (const double chance : chances) {
            expected += chance;
        }
        const double n = double(chances.size());
        const double p = stats::poissonBinomialUpperTail(chances, right);
        rows.append(
            QJsonObject{{QStringLiteral("heuristic"), heuristicId(heuristic)}, {QStringLiteral("samples"), n},
                {QStringLiteral("right"), right}, {QStringLiteral("accuracy"), right / n},
                {QStringLiteral("chance"), expected / n}, {QStringLiteral("p_value"), p}});
        if (p < kDatasetAlpha / double(kHeuristics.size()) && right >= 1.2 * expected) {
            notable.append(Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 is right in %2 of %3 (chance %4)"))
                               .arg(heuristicTitle(heuristic), percentText(right / n),
                                   countText(qint64(n), "sample", "samples"), percentText(expected / n)));
        }
    }
    DatasetFinding finding;
    finding.id = QStringLiteral("heuristics");
    finding.notable = !notable.isEmpty();
    finding.summary = notable.isEmpty()
        ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "No rule of thumb picks the gold option beyond chance"))
        : joined(notable, QStringLiteral("; "));
    finding.summary = finding.summary.capitalised();
    finding.details = {{QStringLiteral("heuristics"), rows}};
    return finding;
}

/// How often options with a word are gold.
struct WordCount {
    double options = 0;
    double gold = 0;
    double expected = 0;
    double variance = 0;
};

class WordCounts {
public:
    void add(const ReadOptions& read, int optionCount, int gold)
    {
        const double due = 1.0 / optionCount;
        for (qsizetype o = 0; o < read.text().options.size(); ++o) {
            for (const QStringView word : read.distinct(std::size_t(o))) {
                WordCount& count = of(word);
                count.options += 1;
                count.gold += o == gold;
                count.expected += due;
                count.variance += due * (1 - due);
            }
        }
    }
    const QHash<QString, WordCount>& all() const { return m_counts; }

private:
    WordCount& of(QStringView word)
    {
        const auto known = m_counts.find(QString::fromRawData(word.data(), word.size()));
        return known != m_counts.end() ? *known : m_counts[word.toString()];
    }

    QHash<QString, WordCount> m_counts;
};

/// Words whose options are gold more often than their due: z = (p - p0) / sqrt(p0 (1 - p0) / n).
std::optional<DatasetFinding> wordsFinding(const QHash<QString, WordCount>& counts)
{
    struct Row {
        QString word;
        WordCount count;
        double z;
    };
    constexpr double kFewestUses = 20;
    std::vector<Row> rows;
    double tested = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it->options >= kFewestUses) {
            ++tested;
            rows.push_back({it.key(), *it, (it->gold - it->expected) / std::sqrt(it->variance)});
        }
    }
    if (rows.empty()) {
        return std::nullopt;
    }
    const double limit = stats::normalQuantile(1 - kDatasetAlpha / tested);
    std::erase_if(rows, [&](const Row& row) { return row.z < limit; });
    std::sort(rows.begin(), rows.end(),
        [](const Row& a, const Row& b) { return a.z != b.z ? a.z > b.z : a.word < b.word; });
    DatasetFinding finding;
    finding.id = QStringLiteral("words");
    finding.notable = !rows.empty();
    QVector<Sentence> shown;
    QJsonArray list;
    for (std::size_t i = 0; i < rows.size() && i < 20; ++i) {
        const WordCount& count = rows[i].count;
        list.append(QJsonObject{{QStringLiteral("word"), rows[i].word}, {QStringLiteral("z"), rows[i].z},
            {QStringLiteral("options"), count.options}, {QStringLiteral("gold"), count.gold},
            {QStringLiteral("expected"), count.expected}});
        shown.append(Sentence::of(QT_TRANSLATE_NOOP("Detector", "\"%1\" (gold in %2 of %3)"))
                         .arg(rows[i].word)
                         .arg(qint64(count.gold))
                         .arg(qint64(count.options)));
    }
    finding.summary = rows.empty()
        ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "No word marks gold options beyond chance"))
        : Sentence::of(QT_TRANSLATE_NOOP("Detector", "Words that mark gold options: %1"))
              .arg(listText(shown, 4));
    finding.details = {{QStringLiteral("words"), list}, {QStringLiteral("limit"), limit},
        {QStringLiteral("tested"), tested}};
    return finding;
}

QVector<Sentence> cuesOf(const AuditData& data, std::size_t sample)
{
    QVector<Sentence> cues;
    const HeuristicChoices choices = heuristicChoices(ReadOptions(data.texts[sample]));
    for (std::size_t h = 0; h < kHeuristics.size(); ++h) {
        if (choices[h] == data.goldIndex[sample]) {
            cues.append(heuristicTitle(kHeuristics[h]));
        }
    }
    return cues;
}

struct GuessableRun : Evaluation {
    using Evaluation::Evaluation;

    /// Which samples can be judged. False when there is none.
    bool collect()
    {
        qint64 wordless = 0;
        for (std::size_t i = 0; i < data.size(); ++i) {
            if (isJudged(data, i)) {
                judged.push_back(i);
            }
            wordless += data.isMcq(i) && isWordless(data, i);
        }
        note(wordless, QT_TRANSLATE_NOOP("Detector", "Left out: %1 with options that have no text."));
        if (judged.empty()) {
            note(Sentence::of(
                QT_TRANSLATE_NOOP("Detector", "No multiple-choice sample has a gold option among several.")));
        }
        return !judged.empty();
    }

    /// Rules of thumb and words that mark gold options. False once cancelled.
    bool reportCues()
    {
        std::vector<HeuristicChoices> choices;
        WordCounts words;
        for (const std::size_t i : judged) {
            const ReadOptions read(data.texts[i]);
            choices.push_back(heuristicChoices(read));
            words.add(read, data.optionCount[i], data.goldIndex[i]);
            if ((choices.size() & 0xfff) == 0 && progress.isCancelled()) {
                return false;
            }
        }
        find(heuristicsFinding(data, judged, choices));
        find(wordsFinding(words.all()));
        return true;
    }

    /// Trains a model on the options and scores the samples where it beats chance. False once cancelled.
    bool learn()
    {
        if (judged.size() < kFewestSamples) {
            note(Sentence::of(QT_TRANSLATE_NOOP("Detector", "Too few to train a model on: %1; it takes %2."))
                     .arg(countText(
                         qint64(judged.size()), "multiple-choice sample", "multiple-choice samples"))
                     .arg(kFewestSamples));
            return true;
        }
        progress.report(0, qint64(judged.size()),
            QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Training a model on the options alone")));
        const auto predicted
            = crossValidated(data, judged, isOn("words"), integer("folds"), quint64(integer("seed")));
        if (progress.isCancelled()) {
            return false;
        }
        const DatasetFinding finding = modelFinding(predicted);
        find(finding);
        if (finding.notable) {
            scoreByModel(predicted);
        }
        return true;
    }

    /// What models that saw only the options picked.
    void readResponses()
    {
        Witnesses witnesses(data, Condition::ChoicesOnly, 0.5);
        if (witnesses.models().empty()) {
            return;
        }
        witnesses.estimateDependence();
        const GuessJudge judge(witnesses, true, true, 0.01);
        std::vector<double> pValues(data.size(), kNaN);
        std::vector<Guessing> guesses(data.size());
        for (const std::size_t i : judged) {
            guesses[i] = judge(i);
            pValues[i] = guesses[i].pValue;
        }
        const std::vector<double> qValues = stats::benjaminiHochberg(pValues);
        const double alpha = real("alpha");
        for (const std::size_t i : judged) {
            if (std::isnan(qValues[i]) || qValues[i] > alpha) {
                continue;
            }
            // On the scale of the preview such a flag lies at its top, whatever the options look like.
            preview().scores[i] = float(std::max(1 - qValues[i], preview().threshold));
            reasons[i] = {
                Sentence::of(QT_TRANSLATE_NOOP("Detector",
                                 "From the options alone the gold option %3 is picked by %1 of %2; "
                                 "chance predicts %4"))
                    .arg(QString::number(guesses[i].hits), countText(guesses[i].models, "model", "models"),
                        optionLetter(data.goldIndex[i]), numberText(guesses[i].expected, 1)),
                {{QStringLiteral("source"), QStringLiteral("responses")},
                    {QStringLiteral("hits"), guesses[i].hits}, {QStringLiteral("models"), guesses[i].models},
                    {QStringLiteral("expected"), guesses[i].expected},
                    {QStringLiteral("q_value"), qValues[i]}}};
        }
    }

    void flagSamples()
    {
        for (const std::size_t i : judged) {
            if (isFlagged(i)) {
                Reason& reason = reasons[i];
                flag(i, "mcq_guessable", score(i), reason.summary, std::move(reason.evidence));
            }
        }
    }

private:
    struct Reason {
        Sentence summary;
        QJsonObject evidence;
    };

    /// How often the model is right; notable where that is more than chance.
    DatasetFinding modelFinding(const std::vector<OutOfFold>& predicted)
    {
        std::vector<double> chances;
        std::vector<double> sureChances;
        int right = 0;
        int sureRight = 0;
        double expected = 0;
        for (std::size_t j = 0; j < judged.size(); ++j) {
            const int options = data.optionCount[judged[j]];
            const bool hit = predicted[j].hit;
            right += hit;
            chances.push_back(1.0 / options);
            expected += chances.back();
            if (preview().flags(float(adjusted(predicted[j].top, options)))) {
                sureRight += hit;
                sureChances.push_back(1.0 / options);
            }
        }
        const double n = double(judged.size());
        // A minority that gives itself away drowns among all samples, not among those the model is sure of.
        const double p = std::min(1.0,
            2
                * std::min(stats::poissonBinomialUpperTail(chances, right),
                    stats::poissonBinomialUpperTail(sureChances, sureRight)));
        DatasetFinding finding;
        finding.id = QStringLiteral("choices_only");
        finding.notable = p < kDatasetAlpha;
        finding.summary = Sentence::of(
            QT_TRANSLATE_NOOP(
                "Detector", "A model that sees only the options is right in %1 of %2; chance is %3 (p = %4)"))
                              .arg(percentText(right / n), countText(qint64(n), "sample", "samples"),
                                  percentText(expected / n), pValueText(p));
        finding.details = {{QStringLiteral("accuracy"), right / n}, {QStringLiteral("chance"), expected / n},
            {QStringLiteral("samples"), n}, {QStringLiteral("p_value"), p}};
        return finding;
    }

    void scoreByModel(const std::vector<OutOfFold>& predicted)
    {
        for (std::size_t j = 0; j < judged.size(); ++j) {
            const std::size_t i = judged[j];
            const double probability = predicted[j].gold;
            const double chance = 1.0 / data.optionCount[i];
            preview().scores[i] = float(adjusted(probability, data.optionCount[i]));
            if (!isFlagged(i)) {
                continue;
            }
            const QVector<Sentence> cues = cuesOf(data, i);
            const QString letter = optionLetter(data.goldIndex[i]);
            Reason& reason = reasons[i];
            reason.summary
                = Sentence::of(QT_TRANSLATE_NOOP("Detector",
                                   "From the options alone a model gives %1 a weight of %2; chance is %3"))
                      .arg(letter, numberText(probability), numberText(chance));
            if (!cues.isEmpty()) {
                reason.summary += Sentence::of(QT_TRANSLATE_NOOP("Detector", ". It is %1"))
                                      .arg(listText(cues, int(kHeuristics.size())));
            }
            reason.evidence = {{QStringLiteral("source"), QStringLiteral("options")},
                {QStringLiteral("probability"), probability}, {QStringLiteral("chance"), chance},
                {QStringLiteral("option"), letter},
                {QStringLiteral("cues"),
                    QJsonArray::fromStringList(SentenceList(cues.cbegin(), cues.cend()).english())}};
        }
    }

    std::vector<std::size_t> judged;
    QHash<std::size_t, Reason> reasons;
};

} // namespace

const DetectorInfo& GuessableDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("mcq_guessable"), 2,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Guessable from the options")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Trains a small model that sees only the options and flags samples whose gold option it finds "
            "out of fold, where it beats chance over the dataset. Uses choices-only responses of models "
            "too, where there are any. Reports rules of thumb and words that mark gold options.")),
        QStringLiteral("Balepur et al. 2024, arXiv 2402.12483; Gardner et al. 2021, arXiv 2104.08646"),
        {QStringLiteral("mcq_guessable")}, {{Need::Options, 1}, {Need::Texts, 1}, {Need::Gold, 1}},
        {Need::ChoicesOnlyResponses},
        {realParameter("min_score", QT_TRANSLATE_NOOP("Detector", "Lift, at least"), "", 0.5, 0.3, 0.99,
             QT_TRANSLATE_NOOP("Detector",
                 "0.5: the odds of the gold option are three times their due (1 in 2 for four options)")),
            realParameter("alpha", QT_TRANSLATE_NOOP("Detector", "False-discovery rate"),
                QT_TRANSLATE_NOOP("Detector", "share"), 0.05, 0.0001, 0.5,
                QT_TRANSLATE_NOOP(
                    "Detector", "For choices-only responses: share of flags that may be pure luck")),
            booleanParameter("words", QT_TRANSLATE_NOOP("Detector", "Learn words too"), false,
                QT_TRANSLATE_NOOP("Detector",
                    "Finds more where single words mark the gold option; overlaps with what the question "
                    "alone "
                    "tells")),
            integerParameter("folds", QT_TRANSLATE_NOOP("Detector", "Folds"), "", 5, 2, 20,
                QT_TRANSLATE_NOOP("Detector", "Parts of the cross-validation")),
            integerParameter("seed", QT_TRANSLATE_NOOP("Detector", "Seed"), "", 1, 0, 1000000,
                QT_TRANSLATE_NOOP("Detector", "Of the folds and of the training order"))}};
    return info;
}

Result<DetectorResult> GuessableDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    GuessableRun run(input, parameters, progress);
    if (!run.collect()) {
        return run.finish();
    }
    if (!run.reportCues()) {
        return auditCancelled();
    }
    run.draw(QT_TRANSLATE_NOOP(
                 "Detector", "how far the odds of the gold option are above their due (0.5 = threefold)"),
        ScoreScale::Rank, "min_score");
    run.compareWithGuessing(0.25);
    if (!run.learn()) {
        return auditCancelled();
    }
    run.readResponses();
    run.flagSamples();
    return run.finish();
}

} // namespace winnow
