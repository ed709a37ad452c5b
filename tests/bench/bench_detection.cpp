// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Precision and recall of every detector on the generated benchmark, against what was planted, over seeds and
// numbers of models, beside published rules on the same data. Arguments: [seeds=20] [samples=1000] [models,…]
// [--first SEED] [--images] [--detector ID,… [--set parameter=value]…] [--list] [--save FOLDER]. Detectors
// see what a project would hold; the truth is used for counting only. --list names what was missed or wrongly
// flagged, --save writes its pictures.
#include "core/audit/run/auditrunner.h"
#include "core/base/hash.h"
#include "core/demo/demobenchmark.h"
#include "core/domain/flagkind.h"
#include "core/stats/proportion.h"
#include "core/stats/random.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTextStream>

#include <map>

using namespace winnow;

namespace {

struct Tally {
    qint64 hit = 0;
    qint64 wrong = 0;
    qint64 missed = 0;
};

class DemoImages final : public ImageSource {
public:
    QHash<QByteArray, QByteArray> files;
    Result<QByteArray> bytes(const QByteArray& sha256, const QString&) const override
    {
        return files.value(sha256);
    }
};

/// Draws and measures the pictures, as a project would have them after an import.
void addPictures(const DemoBenchmark& demo, const std::map<QString, std::vector<int>>& members,
    std::vector<AuditData*> all)
{
    auto source = std::make_shared<DemoImages>();
    const auto comparer = std::make_shared<const ImageComparer>(source);
    std::vector<QByteArray> files(std::size_t(demo.samples().size()));
    std::vector<std::shared_ptr<MeasuredImage>> measured(files.size());
    MeasureOptions options;
    options.textHeight = true;
    options.textHeightFrom = 673;
    SilentProgress progress;
    measureImages(
        qsizetype(files.size()),
        [&](qsizetype i) {
            auto bytes = demo.image(int(i));
            files[std::size_t(i)] = bytes.value_or(QByteArray());
            return bytes;
        },
        [&](qsizetype i, Result<ImageMeasures> measures) {
            measured[std::size_t(i)] = std::make_shared<MeasuredImage>();
            if (measures) {
                measured[std::size_t(i)]->measures = *measures;
            } else {
                measured[std::size_t(i)]->error = measures.error().message;
            }
        },
        progress, options);
    for (AuditData* data : all) {
        data->comparer = comparer;
        const std::vector<int>& indexes = members.at(data->dataset);
        for (std::size_t at = 0; at < indexes.size(); ++at) {
            const std::size_t index = std::size_t(indexes[at]);
            AuditImage& image = data->images[at].front();
            image.sha256 = sha256(files[index]);
            image.measured = measured[index];
            source->files.insert(image.sha256, files[index]);
        }
    }
}

std::vector<std::shared_ptr<const AuditData>> auditDataOf(const DemoBenchmark& demo)
{
    std::map<QString, AuditDataBuilder> builders;
    std::map<QString, std::map<std::tuple<int, int, int>, std::size_t>> columns;
    const QVector<Sample>& samples = demo.samples();
    std::map<QString, std::vector<int>> members;
    for (int i = 0; i < samples.size(); ++i) {
        members[samples[i].dataset].push_back(i);
        builders.try_emplace(samples[i].dataset, samples[i].dataset).first->second.addSample(samples[i]);
    }
    if (demo.options().renderImages) {
        std::vector<AuditData*> datasets;
        for (auto& [name, builder] : builders) {
            datasets.push_back(&builder.data());
        }
        addPictures(demo, members, datasets);
    }
    std::vector<std::shared_ptr<const AuditData>> all;
    for (auto& [name, builder] : builders) {
        auto& known = columns[name];
        for (std::size_t at = 0; at < members[name].size(); ++at) {
            const int index = members[name][at];
            for (const Response& response : demo.responses(index, false)) {
                const int run = int(response.runId.value) - 1;
                const DemoRun& row = demo.runs()[run];
                const auto key = std::make_tuple(run, response.attempt, response.shift);
                if (!known.contains(key)) {
                    const DemoModel& model = demo.models()[row.model];
                    ResponseColumn& fresh = builder.addColumn(
                        model.name, row.condition, response.attempt, response.shift, QString(), model.family);
                    if (response.shift != 0) {
                        fresh.shown.assign(builder.data().size(), -1);
                    }
                    known[key] = builder.data().columns.size() - 1;
                }
                ResponseColumn& column = builder.data().columns[known[key]];
                if (response.score) {
                    column.scores[at] = float(*response.score);
                }
                if (response.answer.isEmpty()) {
                    column.codes[at] = kNoAnswer;
                } else if (!builder.data().isChoice(column, at)) {
                    column.codes[at] = builder.intern(response.answer);
                } else {
                    int letter = optionPosition(response.answer);
                    if (response.shift != 0) {
                        column.shown[at] = qint16(letter);
                        for (const Rotation& rotation : samples[index].rotations) {
                            if (rotation.shift == response.shift) {
                                letter = optionPosition(QStringView(rotation.permutation).mid(letter, 1));
                            }
                        }
                    }
                    column.codes[at] = letter;
                }
            }
        }
    }
    // As the loader does: what each model scores in the other datasets.
    for (auto& [name, builder] : builders) {
        for (auto& [other, lender] : builders) {
            if (name == other) {
                continue;
            }
            for (const ResponseColumn& column : lender.data().columns) {
                if (column.condition != Condition::Standard) {
                    continue;
                }
                ScoreSum& score = builder.data().elsewhere[column.model];
                for (std::size_t i = 0; i < std::min<std::size_t>(500, column.scores.size()); ++i) {
                    if (column.hasScore(i)) {
                        score.sum += double(column.scores[i]);
                        score.count += 1;
                    }
                }
            }
        }
    }
    // An imported judge that sees question, picture and gold answer, and errs on one sample of ten.
    QSet<QString> unsound;
    for (const DemoTruth& row : demo.truth()) {
        if (row.kind == u"label_incorrect" || row.kind == u"label_ambiguous"
            || row.kind == u"image_insufficient" || row.kind == u"mcq_malformed") {
            unsound.insert(row.sampleKey);
        }
    }
    for (auto& [name, builder] : builders) {
        for (std::size_t at = 0; at < members[name].size(); ++at) {
            const int index = members[name][at];
            const bool errs = stats::Random(demo.options().seed * 100003 + quint64(index)).chance(0.1);
            if (unsound.contains(samples[index].key()) == errs) {
                builder.data().judgedSound.insert(at, {QStringLiteral("judge")});
            }
        }
    }
    for (auto& [name, builder] : builders) {
        all.push_back(builder.finish());
    }
    return all;
}

QString share(qint64 part, qint64 whole)
{
    if (whole == 0) {
        return QStringLiteral("    -        ");
    }
    const stats::Interval interval = stats::wilsonInterval(double(part), double(whole));
    return QStringLiteral("%1 [%2,%3]")
        .arg(double(part) / double(whole), 5, 'f', 3)
        .arg(interval.low, 0, 'f', 2)
        .arg(interval.high, 0, 'f', 2);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QStringList arguments = application.arguments().mid(1);
    const auto option = [&](const char* name) {
        const qsizetype at = arguments.indexOf(QString::fromLatin1(name));
        const QString value = at >= 0 ? arguments.value(at + 1) : QString();
        if (at >= 0) {
            arguments.remove(at, std::min<qsizetype>(2, arguments.size() - at));
        }
        return value;
    };
    const QStringList only = option("--detector").split(u',', Qt::SkipEmptyParts);
    const int firstSeed = std::max(1, option("--first").toInt());
    const QString folder = option("--save");
    // Parameters of the detectors named.
    QJsonObject set;
    for (QString pair = option("--set"); !pair.isEmpty(); pair = option("--set")) {
        set.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1).toDouble());
    }
    const bool list = arguments.removeAll(QStringLiteral("--list")) > 0;
    const bool images = arguments.removeAll(QStringLiteral("--images")) > 0;
    const int seeds = arguments.value(0, QStringLiteral("20")).toInt();
    const int samples = arguments.value(1, QStringLiteral("1000")).toInt();
    const QStringList modelCounts = arguments.value(2, QStringLiteral("3,8,27")).split(u',');
    QTextStream out(stdout);
    for (const QString& modelCount : modelCounts) {
        std::map<QString, Tally> tallies;
        std::map<QString, double> seconds;
        // Good four-option samples discarded as blindly solvable: ours, DatBench's rule, at all.
        qint64 good = 0;
        qint64 ours = 0;
        qint64 published = 0;
        Tally datBench;
        for (int seed = firstSeed; seed < firstSeed + seeds; ++seed) {
            DemoOptions options;
            options.samples = samples;
            options.models = modelCount.toInt();
            options.seed = quint64(seed);
            options.renderImages = images;
            auto demo = DemoBenchmark::generate(options);
            if (!demo) {
                out << demo.error().text() << '\n';
                return 1;
            }
            QSet<QString> truth;
            for (const DemoTruth& row : demo->truth()) {
                truth.insert(row.kind + u' ' + row.sampleKey);
            }
            const auto all = auditDataOf(*demo);
            std::vector<const AuditData*> pointers;
            for (const auto& data : all) {
                pointers.push_back(data.get());
            }
            QSet<QString> flagged;
            SilentProgress progress;
            for (const auto& data : all) {
                const Coverage coverage = coverageOf(*data, int(all.size()));
                for (const auto& detector : DetectorRegistry::instance().detectors()) {
                    const DetectorInfo& info = detector->info();
                    if ((!only.isEmpty() && !only.contains(info.id))
                        || !unmetNeeds(info.requirements, coverage).isEmpty()) {
                        continue;
                    }
                    QElapsedTimer timer;
                    timer.start();
                    const auto result = evaluateDetector(
                        *detector, {*data, pointers}, only.isEmpty() ? QJsonObject{} : set, progress);
                    seconds[info.id] += double(timer.nsecsElapsed()) / 1e9;
                    if (!result) {
                        out << info.id << ": " << result.error().text() << '\n';
                        continue;
                    }
                    for (const FlagDraft& flag : result->flags) {
                        for (std::size_t i = 0; i < data->size(); ++i) {
                            if (data->sampleIds[i] == flag.sampleId.value) {
                                flagged.insert(flag.kind + u' ' + data->key(i));
                                if (list && !truth.contains(flag.kind + u' ' + data->key(i))) {
                                    out << "wrong " << flag.kind << ' ' << data->key(i) << ' '
                                        << data->texts[i].question << ": "
                                        << flag.evidence.value(QLatin1String("summary")).toString() << '\n';
                                }
                            }
                        }
                    }
                    if (info.id == u"blind_solvable") {
                        const auto paper = evaluateDetector(*detector, {*data, pointers},
                            {{QStringLiteral("rule"), QStringLiteral("hits")}, {QStringLiteral("hits"), 6},
                                {QStringLiteral("operator"), QStringLiteral("more_than")}},
                            progress);
                        QSet<qint64> dropped;
                        for (const FlagDraft& flag : paper->flags) {
                            dropped.insert(flag.sampleId.value);
                        }
                        for (std::size_t i = 0; i < data->size(); ++i) {
                            const QString key = QStringLiteral("blind_solvable ") + data->key(i);
                            const bool gone = dropped.contains(data->sampleIds[i]);
                            const bool planted = truth.contains(key);
                            datBench.hit += gone && planted;
                            datBench.wrong += gone && !planted;
                            datBench.missed += !gone && planted;
                            if (data->optionCount[i] == 4 && !planted) {
                                ++good;
                                ours += flagged.contains(key);
                                published += gone;
                            }
                        }
                    }
                }
            }
            const auto save = [&](const QString& key, const char* why) {
                for (int i = 0; !folder.isEmpty() && i < demo->samples().size(); ++i) {
                    if (demo->samples()[i].key() == key.section(u' ', 1)) {
                        QFile file(QStringLiteral("%1/%2-%3-%4-%5.png")
                                       .arg(folder, key.section(u' ', 0, 0), QLatin1String(why))
                                       .arg(seed)
                                       .arg(i));
                        file.open(QIODevice::WriteOnly);
                        file.write(demo->image(i).value_or(QByteArray()));
                    }
                }
            };
            for (const QString& key : flagged) {
                if (!truth.contains(key)) {
                    save(key, "wrong");
                }
                Tally& tally = tallies[key.section(u' ', 0, 0)];
                (truth.contains(key) ? tally.hit : tally.wrong) += 1;
            }
            for (const QString& key : truth) {
                tallies[key.section(u' ', 0, 0)].missed += !flagged.contains(key);
                if (!flagged.contains(key)) {
                    save(key, "missed");
                }
                if (list && !flagged.contains(key)) {
                    out << "missed " << key << '\n';
                }
            }
        }
        out << "\n" << modelCount << " models, " << seeds << " seeds of " << samples << " samples\n";
        out << QStringLiteral("%1 %2 %3  precision          recall\n")
                   .arg(QStringLiteral("kind"), -24)
                   .arg(QStringLiteral("flagged"), 8)
                   .arg(QStringLiteral("planted"), 8);
        for (const FlagKind& kind : flagKinds()) {
            const Tally tally = tallies[kind.id];
            out << QStringLiteral("%1 %2 %3  %4  %5\n")
                       .arg(kind.id, -24)
                       .arg(tally.hit + tally.wrong, 8)
                       .arg(tally.hit + tally.missed, 8)
                       .arg(share(tally.hit, tally.hit + tally.wrong), -17)
                       .arg(share(tally.hit, tally.hit + tally.missed), -17);
        }
        out << QStringLiteral("blind rule \"more than 6\"  precision %1  recall %2\n")
                   .arg(share(datBench.hit, datBench.hit + datBench.wrong),
                       share(datBench.hit, datBench.hit + datBench.missed));
        out << QStringLiteral("good four-option samples discarded: default %1, more than 6 models %2\n")
                   .arg(share(ours, good), share(published, good));
        for (const auto& [id, total] : seconds) {
            out << QStringLiteral("%1 %2 ms a seed\n").arg(id, -24).arg(1000 * total / seeds, 0, 'f', 1);
        }
        out.flush();
    }
    return 0;
}
