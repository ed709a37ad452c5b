// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/modelrows.h"

#include "core/base/jsonnumber.h"

#include "core/responses/runusage.h"
#include "core/stats/correlation.h"
#include "core/stats/ranking.h"
#include "core/store/datasetstore.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

QJsonObject toJson(const stats::PairedMeans& pair)
{
    return {{QStringLiteral("difference"), jsonNumber(pair.difference)},
        {QStringLiteral("low"), jsonNumber(pair.interval.low)},
        {QStringLiteral("high"), jsonNumber(pair.interval.high)}, {QStringLiteral("pairs"), pair.pairs}};
}

QJsonObject toJson(const FormatGap& gap)
{
    QJsonObject json = toJson(gap.drop);
    json.insert(QStringLiteral("setting"), gap.run.setting);
    json.insert(QStringLiteral("mcq"), jsonNumber(gap.drop.firstMean));
    json.insert(QStringLiteral("other"), jsonNumber(gap.drop.secondMean));
    json.insert(QStringLiteral("mcq_chance"), jsonNumber(gap.chance));
    json.insert(QStringLiteral("other_chance"), jsonNumber(gap.otherChance));
    json.insert(QStringLiteral("mcq_corrected"), jsonNumber(gap.corrected));
    json.insert(QStringLiteral("other_corrected"), jsonNumber(gap.otherCorrected));
    return json;
}

std::vector<double> scoresOf(const RunScores& run)
{
    return {run.score.begin(), run.score.end()};
}

/// The run of the same model under another condition: of the same setting where there is one, else the first.
/// A language model alone is another system.
const RunScores* siblingOf(const ScoreMatrix& matrix, const Run& run, Condition condition)
{
    const RunScores* found = nullptr;
    for (const RunScores& other : matrix.runs) {
        if (other.run.model != run.model || other.run.condition != condition
            || isLanguageModelAlone(condition, other.run.setting)) {
            continue;
        }
        if (other.run.setting == run.setting) {
            return &other;
        }
        found = found ? found : &other;
    }
    return found;
}

const RunScores* languageModelOf(const ScoreMatrix& matrix, const Run& run)
{
    for (const RunScores& other : matrix.runs) {
        if (other.run.model == run.model && isLanguageModelAlone(other.run.condition, other.run.setting)) {
            return &other;
        }
    }
    return nullptr;
}

/// 1 = answers, 0 = declines, NaN = no reply in words.
double answersAt(const RunScores& run, size_t sample)
{
    return run.reply[sample] == ReplyKind::Answer    ? 1
        : run.reply[sample] == ReplyKind::Unreadable ? 0
                                                     : kNothing;
}

std::vector<double> answering(const RunScores& run)
{
    std::vector<double> values;
    for (size_t i = 0; i < run.reply.size(); ++i) {
        values.push_back(answersAt(run, i));
    }
    return values;
}

BlindBehaviour blindBehaviour(const ScoreMatrix& matrix, const RunScores& blind, const RunScores* standard)
{
    BlindBehaviour behaviour;
    behaviour.run = blind.run;
    const std::vector<double> scores = scoresOf(blind);
    behaviour.accuracy = rateOf(scores, matrix.cluster);
    behaviour.answers = rateOf(answering(blind), matrix.cluster);
    std::vector<double> sighted;
    for (size_t i = 0; standard && i < matrix.samples.size(); ++i) {
        const bool both = blind.reply[i] == ReplyKind::Answer && standard->reply[i] == ReplyKind::Answer;
        sighted.push_back(both ? double(blind.answer[i] == standard->answer[i]) : kNothing);
    }
    behaviour.sighted = rateOf(sighted, matrix.cluster);
    if (standard) {
        behaviour.gain = stats::pairedMeans(scoresOf(*standard), scores, matrix.cluster);
    }
    return behaviour;
}

FormatGap formatGap(const ScoreMatrix& matrix, const RunScores& standard, const RunScores& other)
{
    FormatGap gap;
    gap.run = other.run;
    std::vector<double> first = scoresOf(standard);
    const std::vector<double> second = scoresOf(other);
    double chance = 0;
    double otherChance = 0;
    for (size_t i = 0; i < first.size(); ++i) {
        if (!matrix.optionCount[i]) {
            first[i] = kNothing;
        }
        if (!std::isnan(first[i]) && !std::isnan(second[i])) {
            chance += guessingChance(matrix, i, Condition::Standard);
            otherChance += guessingChance(matrix, i, other.run.condition);
        }
    }
    gap.drop = stats::pairedMeans(first, second, matrix.cluster);
    gap.chance = chance / gap.drop.pairs;
    gap.otherChance = otherChance / gap.drop.pairs;
    gap.corrected = (gap.drop.firstMean - gap.chance) / (1 - gap.chance);
    gap.otherCorrected = (gap.drop.secondMean - gap.otherChance) / (1 - gap.otherChance);
    return gap;
}

/// By the letter that is right; nothing where fewer than two letters are.
std::optional<double> positionBiasOf(const ScoreMatrix& matrix, const RunScores& run)
{
    std::vector<double> right, asked;
    for (size_t i = 0; i < matrix.samples.size(); ++i) {
        const int gold = matrix.goldOption[i];
        if (gold < 0 || std::isnan(run.score[i]) || !matrix.optionCount[i]) {
            continue;
        }
        if (size_t(gold) >= asked.size()) {
            asked.resize(size_t(gold) + 1, 0);
            right.resize(size_t(gold) + 1, 0);
        }
        ++asked[size_t(gold)];
        right[size_t(gold)] += double(run.score[i]);
    }
    std::vector<double> recall;
    for (size_t letter = 0; letter < asked.size(); ++letter) {
        if (asked[letter] > 0) {
            recall.push_back(100 * right[letter] / asked[letter]);
        }
    }
    if (recall.size() < 2) {
        return std::nullopt;
    }
    // Of the population: these are all letters there are.
    const double n = double(recall.size());
    return stats::standardDeviation(recall) * std::sqrt((n - 1) / n);
}

std::optional<Attempts> attemptsOf(const RunScores& run)
{
    if (run.tries.empty()) {
        return std::nullopt;
    }
    std::vector<quint8> tries;
    std::copy_if(
        run.tries.begin(), run.tries.end(), std::back_inserter(tries), [](quint8 n) { return n > 0; });
    Attempts attempts;
    if (!tries.empty()) {
        // A few samples that were asked more often do not stand for the others.
        const auto middle = tries.begin() + std::ptrdiff_t((tries.size() - 1) / 2);
        std::nth_element(tries.begin(), middle, tries.end());
        attempts.k = *middle;
    }
    if (attempts.k < 2) {
        return std::nullopt;
    }
    for (size_t i = 0; i < run.tries.size(); ++i) {
        if (run.tries[i] < attempts.k) {
            continue;
        }
        ++attempts.n;
        attempts.successAt1 += stats::successAtK(run.tries[i], run.hits[i], 1);
        attempts.successAtK += stats::successAtK(run.tries[i], run.hits[i], attempts.k);
        attempts.allOfK += stats::allOfK(run.tries[i], run.hits[i], attempts.k);
    }
    attempts.successAt1 /= double(attempts.n);
    attempts.successAtK /= double(attempts.n);
    attempts.allOfK /= double(attempts.n);
    return attempts;
}

std::vector<double> known(const std::vector<float>& column)
{
    std::vector<double> values;
    std::copy_if(
        column.begin(), column.end(), std::back_inserter(values), [](float v) { return !std::isnan(v); });
    return values;
}

double meanOf(const std::vector<float>& column)
{
    const std::vector<double> values = known(column);
    return values.empty() ? kNothing : stats::mean(values);
}

Usage usageOf(const RunUsage& recorded)
{
    Usage usage;
    const std::vector<double> cost = known(recorded.cost);
    usage.costPerSample = meanOf(recorded.cost);
    usage.cost = usage.costPerSample * double(cost.size());
    std::vector<double> seconds = known(recorded.seconds);
    const auto middle = seconds.begin() + std::ptrdiff_t(seconds.size() / 2);
    if (!seconds.empty()) {
        std::nth_element(seconds.begin(), middle, seconds.end());
    }
    usage.seconds = seconds.empty() ? kNothing : *middle;
    usage.promptTokens = meanOf(recorded.promptTokens);
    usage.outputTokens = meanOf(recorded.outputTokens);
    usage.n = qint64(std::max({cost.size(), seconds.size(), known(recorded.outputTokens).size()}));
    return usage;
}

RunUsage restricted(const RunUsage& usage, const std::vector<size_t>& samples)
{
    const auto only = [&](const std::vector<float>& column) {
        std::vector<float> part;
        for (size_t i = 0; !column.empty() && i < samples.size(); ++i) {
            part.push_back(column[samples[i]]);
        }
        return part;
    };
    return {only(usage.seconds), only(usage.cost), only(usage.promptTokens), only(usage.outputTokens)};
}

QVector<RunUsage> restricted(const QVector<RunUsage>& usage, const std::vector<size_t>& samples)
{
    QVector<RunUsage> part;
    for (const RunUsage& each : usage) {
        part.append(restricted(each, samples));
    }
    return part;
}

QVector<ModelRow> rowsOf(const ScoreMatrix& matrix, const QString& capability, const QVector<RunUsage>& usage)
{
    QVector<ModelRow> rows;
    const QVector<ModelAccuracy> accuracies = modelAccuracies(matrix);
    for (qsizetype r = 0; r < matrix.runs.size(); ++r) {
        const RunScores& run = matrix.runs.at(r);
        ModelRow row;
        row.capability = capability;
        row.accuracy = accuracies.at(r);
        row.attempts = attemptsOf(run);
        row.usage = usageOf(usage.at(r));
        if (run.run.condition == Condition::Standard) {
            row.positionBias = positionBiasOf(matrix, run);
            if (const RunScores* blind = siblingOf(matrix, run.run, Condition::Blind)) {
                row.blind = blindBehaviour(matrix, *blind, &run);
                if (const RunScores* alone = languageModelOf(matrix, run.run)) {
                    const stats::PairedMeans leak
                        = stats::pairedMeans(scoresOf(*blind), scoresOf(*alone), matrix.cluster);
                    row.leakage = leak.pairs ? std::optional(std::max(0.0, leak.difference)) : std::nullopt;
                }
            }
            if (const RunScores* open = siblingOf(matrix, run.run, Condition::OpenEnded)) {
                row.openEnded = formatGap(matrix, run, *open);
            }
            if (const RunScores* circular = siblingOf(matrix, run.run, Condition::Circular)) {
                row.circular = formatGap(matrix, run, *circular);
            }
        } else if (run.run.condition == Condition::Blind) {
            row.blind = blindBehaviour(matrix, run, nullptr);
        }
        // A form without a common sample says nothing.
        for (std::optional<FormatGap>* gap : {&row.openEnded, &row.circular}) {
            if (*gap && (*gap)->drop.pairs == 0) {
                gap->reset();
            }
        }
        rows.append(row);
    }
    return rows;
}

Result<QVector<RunUsage>> usageOf(const Project& project, const ScoreMatrix& matrix)
{
    return project.read([&](sqlite::Connection& c) -> QVector<RunUsage> {
        const SamplePositions positions(matrix.samples);
        QVector<RunUsage> all;
        for (const RunScores& run : matrix.runs) {
            all.append(RunUsage::read(c, run.run.id, positions));
        }
        return all;
    });
}

} // namespace

QJsonObject ModelRow::toJson() const
{
    QJsonObject json = accuracy.toJson();
    if (!capability.isEmpty()) {
        json.insert(QStringLiteral("capability"), capability);
        json.remove(QStringLiteral("capabilities"));
    }
    if (blind) {
        json.insert(QStringLiteral("blind"),
            QJsonObject{{QStringLiteral("accuracy"), blind->accuracy.toJson()},
                {QStringLiteral("vision_gain"), winnow::toJson(blind->gain)},
                {QStringLiteral("answers"), blind->answers.toJson()},
                {QStringLiteral("sighted_answer"), blind->sighted.toJson()}});
    }
    if (leakage) {
        json.insert(QStringLiteral("leakage"), *leakage);
    }
    if (positionBias) {
        json.insert(QStringLiteral("rstd"), *positionBias);
    }
    if (openEnded) {
        json.insert(QStringLiteral("mcq_against_open"), winnow::toJson(*openEnded));
    }
    if (circular) {
        json.insert(QStringLiteral("mcq_against_circular"), winnow::toJson(*circular));
    }
    if (attempts) {
        json.insert(QStringLiteral("attempts"),
            QJsonObject{{QStringLiteral("k"), attempts->k}, {QStringLiteral("n"), attempts->n},
                {QStringLiteral("success_at_1"), attempts->successAt1},
                {QStringLiteral("success_at_k"), attempts->successAtK},
                {QStringLiteral("all_of_k"), attempts->allOfK}});
    }
    if (usage.n > 0) {
        json.insert(QStringLiteral("usage"),
            QJsonObject{{QStringLiteral("cost"), jsonNumber(usage.cost)},
                {QStringLiteral("cost_per_sample"), jsonNumber(usage.costPerSample)},
                {QStringLiteral("median_seconds"), jsonNumber(usage.seconds)},
                {QStringLiteral("prompt_tokens"), jsonNumber(usage.promptTokens)},
                {QStringLiteral("output_tokens"), jsonNumber(usage.outputTokens)},
                {QStringLiteral("n"), usage.n}});
    }
    return json;
}

Result<QVector<ModelRow>> modelRows(const Project& project, ModelRowsBy by, Progress& progress,
    const std::function<void(const QVector<ModelRow>&)>& deliver,
    const std::optional<QVector<SampleId>>& only)
{
    auto datasets = project.read([](sqlite::Connection& c) { return DatasetStore(c).all(); });
    if (!datasets) {
        return tl::unexpected<Error>(datasets.error());
    }
    const auto chosen = only ? QSet<SampleId>(only->begin(), only->end()) : QSet<SampleId>();
    QVector<ModelRow> all;
    for (const Dataset& dataset : *datasets) {
        auto matrix = ScoreMatrix::load(project, dataset.id, progress);
        if (!matrix) {
            return tl::unexpected<Error>(matrix.error());
        }
        auto usage = usageOf(project, *matrix);
        if (!usage) {
            return tl::unexpected<Error>(usage.error());
        }
        if (only) {
            std::vector<size_t> samples;
            for (size_t i = 0; i < matrix->samples.size(); ++i) {
                if (chosen.contains(SampleId{matrix->samples[i]})) {
                    samples.push_back(i);
                }
            }
            if (samples.empty()) {
                continue;
            }
            *usage = restricted(*usage, samples);
            *matrix = matrix->restricted(samples);
        }
        if (by == ModelRowsBy::Run) {
            all += rowsOf(*matrix, {}, *usage);
        }
        for (qsizetype c = 0; by == ModelRowsBy::Capability && c < matrix->capabilities.size(); ++c) {
            const std::vector<size_t> samples = matrix->samplesOf(quint16(c));
            if (!samples.empty()) {
                all += rowsOf(
                    matrix->restricted(samples), matrix->capabilities.at(c), restricted(*usage, samples));
            }
        }
        if (deliver && datasets->size() > 1) {
            deliver(all);
        }
    }
    return all;
}

Result<BlindAnswering> compareBlindAnswering(
    const Project& project, const QString& first, const QString& second, Progress& progress)
{
    auto datasets = project.read([](sqlite::Connection& c) { return DatasetStore(c).all(); });
    if (!datasets) {
        return tl::unexpected<Error>(datasets.error());
    }
    BlindAnswering result{first, second, {}};
    std::vector<double> a, b;
    std::vector<quint32> clusters;
    quint32 offset = 0;
    for (const Dataset& dataset : *datasets) {
        const auto matrix = ScoreMatrix::load(project, dataset.id, progress);
        if (!matrix) {
            return tl::unexpected<Error>(matrix.error());
        }
        const RunScores* runs[2]{};
        for (const RunScores& run : matrix->runs) {
            if (run.run.condition != Condition::Blind
                || isLanguageModelAlone(run.run.condition, run.run.setting)) {
                continue;
            }
            for (int side = 0; side < 2; ++side) {
                if (run.run.model == (side ? second : first) && !runs[side]) {
                    runs[side] = &run;
                }
            }
        }
        if (!runs[0] || !runs[1]) {
            continue;
        }
        for (size_t i = 0; i < matrix->samples.size(); ++i) {
            a.push_back(answersAt(*runs[0], i));
            b.push_back(answersAt(*runs[1], i));
            clusters.push_back(offset + matrix->cluster[i]);
        }
        offset += quint32(matrix->samples.size());
    }
    result.ratio = stats::rateRatio(a, b, clusters);
    if (result.ratio.pairs == 0) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 and %2 replied to no sample both without the image"))
                .arg(first, second),
            Sentence::of(QT_TRANSLATE_NOOP("Error",
                "Import the replies of both to the same questions without the image (condition "
                "blind)")));
    }
    return result;
}

Sentence sentenceOf(const BlindAnswering& answering)
{
    const stats::RateRatio& ratio = answering.ratio;
    const auto percent
        = [](double share) { return QStringLiteral("%1%").arg(QString::number(100 * share, 'f', 1)); };
    const Sentence counts
        = Sentence::of(QT_TRANSLATE_NOOP("Compare", "%1 against %2 of the %3 samples that both replied to."))
              .arg(percent(ratio.first), percent(ratio.second), ratio.pairs);
    Sentence said;
    if (ratio.first == ratio.second) {
        said = Sentence::of(QT_TRANSLATE_NOOP("Compare", "%1 answers without looking as often as %2:"))
                   .arg(answering.first, answering.second);
    } else if (std::isnan(ratio.ratio)) {
        said = Sentence::of(QT_TRANSLATE_NOOP("Compare", "%1 answers without looking; %2 always declines:"))
                   .arg(answering.first, answering.second);
    } else if (std::isnan(ratio.interval.low)) {
        said = Sentence::of(QT_TRANSLATE_NOOP("Compare", "%1 never answers without looking; %2 does:"))
                   .arg(answering.first, answering.second);
    } else if (ratio.ratio < 1) {
        said = Sentence::of(QT_TRANSLATE_NOOP("Compare",
                                "%1 answers without looking %2 less often than %3 (95% interval "
                                "%4 to %5):"))
                   .arg(answering.first, percent(1 - ratio.ratio), answering.second,
                       percent(1 - ratio.interval.high), percent(1 - ratio.interval.low));
    } else {
        said = Sentence::of(QT_TRANSLATE_NOOP("Compare",
                                "%1 answers without looking %2 more often than %3 (95% interval "
                                "%4 to %5):"))
                   .arg(answering.first, percent(ratio.ratio - 1), answering.second,
                       percent(ratio.interval.low - 1), percent(ratio.interval.high - 1));
    }
    said += Sentence(QStringLiteral(" "));
    said += counts;
    return said;
}

} // namespace winnow
