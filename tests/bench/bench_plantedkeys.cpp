// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Wrong keys planted into real benchmarks with real model responses: how the label detectors rank them, and
// what they flag, beside the plain share of models against the key. What the benchmarks get wrong by
// themselves counts as a false alarm here, so precision is a lower bound.
// usage: bench_plantedkeys [SHARE] [SEEDS], data by WINNOW_SHARED_DATA or beside the checkout

#include "core/audit/detectors/parameters.h"
#include "core/audit/run/detectorregistry.h"
#include "core/stats/random.h"
#include "core/stats/ranking.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace winnow;

namespace {

struct Item {
    QString id;
    QString question;
    QString category;
    QStringList options;
    int gold = -1;
};

struct Benchmark {
    const char* name;
    std::vector<Item> items;
    /// Model, then sample, then chosen option; -1 unreadable.
    QMap<QString, QHash<QString, int>> answers;
};

int optionOf(const QString& answer)
{
    static const QRegularExpression letter(QStringLiteral("^\\(?([A-P])\\)?$"));
    const auto match = letter.match(answer.trimmed());
    return match.hasMatch() ? match.captured(1).at(0).unicode() - u'A' : -1;
}

QList<QByteArray> linesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>();
}

Item itemOf(const QJsonObject& row, const char* id, const char* gold, const char* category)
{
    Item item;
    item.id = row.value(QLatin1String(id)).toVariant().toString();
    item.question = row.value(QLatin1String("question")).toString();
    item.category = row.value(QLatin1String(category)).toString();
    for (const QJsonValue& option : row.value(QLatin1String("options")).toArray()) {
        item.options.append(option.toString());
    }
    item.gold = optionOf(row.value(QLatin1String(gold)).toString());
    return item;
}

/// MMLU questions that experts call right, 14 language models.
Benchmark mmluRedux(const QString& folder)
{
    Benchmark result{"mmlu_redux, right by experts", {}, {}};
    for (const QByteArray& line : linesOf(folder + QStringLiteral("/mmlu_redux/items.jsonl"))) {
        const QJsonObject row = QJsonDocument::fromJson(line).object();
        if (row.value(QLatin1String("error_type")).toString() == u"ok") {
            result.items.push_back(itemOf(row, "id", "original_label", "subject"));
        }
    }
    const QList<QByteArray> lines = linesOf(folder + QStringLiteral("/mmlu_redux/responses.csv"));
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QList<QByteArray> cells = lines[i].trimmed().split(',');
        if (cells.size() == 6) {
            result.answers[QString::fromUtf8(cells[1])].insert(
                QString::fromUtf8(cells[0]), optionOf(QString::fromUtf8(cells[4])));
        }
    }
    return result;
}

/// Up to ten options, 15 language models.
Benchmark mmluPro(const QString& folder)
{
    Benchmark result{"mmlu_pro", {}, {}};
    for (const QByteArray& line : linesOf(folder + QStringLiteral("/mmlu_pro/questions.jsonl"))) {
        if (!line.trimmed().isEmpty()) {
            result.items.push_back(
                itemOf(QJsonDocument::fromJson(line).object(), "question_id", "answer", "category"));
        }
    }
    const QList<QByteArray> lines = linesOf(folder + QStringLiteral("/mmlu_pro/predictions_matrix.csv"));
    const QList<QByteArray> header
        = lines.isEmpty() ? QList<QByteArray>() : lines.first().trimmed().split(',');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QList<QByteArray> cells = lines[i].trimmed().split(',');
        for (qsizetype c = 4; c < std::min(cells.size(), header.size()); ++c) {
            if (!cells[c].isEmpty()) {
                result.answers[QString::fromUtf8(header[c])].insert(
                    QString::fromUtf8(cells[0]), optionOf(QString::fromUtf8(cells[c])));
            }
        }
    }
    return result;
}

struct Figures {
    double share = 0;
    double ranked = 0;
    double flagged = 0;
    double hit = 0;
};

} // namespace

int main(int argc, char* argv[])
{
    const double rate = argc > 1 ? QByteArray(argv[1]).toDouble() : 0.03;
    const int seeds = argc > 2 ? QByteArray(argv[2]).toInt() : 5;
    QString folder = qEnvironmentVariable("WINNOW_SHARED_DATA");
    if (folder.isEmpty()) {
        folder = QStringLiteral(WINNOW_SOURCE_DIR "/../shared/data");
    }
    const char* const detectors[] = {"consensus_against_gold", "label_quality"};
    for (const Benchmark& benchmark : {mmluRedux(folder), mmluPro(folder)}) {
        if (benchmark.items.empty()) {
            std::printf("%s is not in %s\n", benchmark.name, qPrintable(folder));
            continue;
        }
        std::array<Figures, 2> sums;
        double planted = 0;
        for (int seed = 1; seed <= seeds; ++seed) {
            stats::Random random{quint64(seed)};
            AuditDataBuilder builder(QString::fromLatin1(benchmark.name));
            std::vector<int> wrong;
            for (const Item& item : benchmark.items) {
                Sample sample;
                sample.sourceIndex = item.id;
                sample.question = item.question;
                sample.category = item.category;
                sample.options = item.options;
                const int options = int(item.options.size());
                const bool plant = item.gold >= 0 && options > 1 && random.chance(rate);
                wrong.push_back(plant);
                const int gold = plant
                    ? (item.gold + 1 + int(random.below(std::size_t(options - 1)))) % options
                    : item.gold;
                sample.gold = optionLetter(gold);
                builder.addSample(sample);
                planted += plant;
            }
            std::vector<double> against(benchmark.items.size(), 0);
            std::vector<double> asked(benchmark.items.size(), 0);
            for (auto model = benchmark.answers.begin(); model != benchmark.answers.end(); ++model) {
                ResponseColumn& column = builder.addColumn(model.key(), Condition::Standard);
                for (std::size_t i = 0; i < benchmark.items.size(); ++i) {
                    const auto answer = model->constFind(benchmark.items[i].id);
                    if (answer == model->constEnd()) {
                        continue;
                    }
                    const bool right = *answer == builder.data().goldIndex[i];
                    column.codes[i]
                        = *answer >= 0 && *answer < builder.data().optionCount[i] ? *answer : kNoAnswer;
                    column.scores[i] = right ? 1.0f : 0.0f;
                    against[i] += !right;
                    asked[i] += 1;
                }
            }
            const auto data = builder.finish();
            for (std::size_t d = 0; d < std::size(detectors); ++d) {
                const Detector* detector
                    = DetectorRegistry::instance().find(QString::fromLatin1(detectors[d]));
                SilentProgress progress;
                auto parameters = resolveParameters(detector->info().id, detector->info().parameters, {});
                auto result = detector->evaluate({*data, {data.get()}}, *parameters, progress);
                if (!result) {
                    std::fprintf(stderr, "%s\n", qPrintable(result.error().text()));
                    return 1;
                }
                std::vector<double> share;
                std::vector<double> score;
                std::vector<int> label;
                for (std::size_t i = 0; i < asked.size(); ++i) {
                    if (asked[i] > 0 && result->ranking[i] == result->ranking[i]) {
                        share.push_back(against[i] / asked[i]);
                        score.push_back(double(result->ranking[i]));
                        label.push_back(wrong[i]);
                    }
                }
                sums[d].share += stats::areaUnderCurve(share, label).value;
                sums[d].ranked += stats::areaUnderCurve(score, label).value;
                sums[d].flagged += double(result->flags.size());
                for (const FlagDraft& flag : result->flags) {
                    const auto at
                        = std::find(data->sampleIds.begin(), data->sampleIds.end(), flag.sampleId.value);
                    sums[d].hit += wrong[std::size_t(at - data->sampleIds.begin())];
                }
            }
        }
        std::printf("%s: %d samples, %.1f wrong keys planted\n", benchmark.name, int(benchmark.items.size()),
            planted / seeds);
        for (std::size_t d = 0; d < std::size(detectors); ++d) {
            std::printf(
                "  %-24s area %.3f, share of models %.3f, ratio of misrankings %.2f; %.1f flags, %.1f of "
                "them planted\n",
                detectors[d], sums[d].ranked / seeds, sums[d].share / seeds,
                (seeds - sums[d].ranked) / (seeds - sums[d].share), sums[d].flagged / seeds,
                sums[d].hit / seeds);
        }
    }
    return 0;
}
