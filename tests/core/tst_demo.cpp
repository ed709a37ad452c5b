// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/demo/writedemo.h"
#include "core/domain/flagkind.h"
#include "core/image/imagecodec.h"
#include "core/image/quality.h"
#include "core/store/datasetstore.h"
#include "core/store/imagestore.h"
#include "core/store/responsestore.h"
#include "core/store/samplestore.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace winnow;

namespace {

DemoBenchmark make(int samples, int models, quint64 seed = 1, bool images = true)
{
    DemoOptions options;
    options.samples = samples;
    options.models = models;
    options.seed = seed;
    options.renderImages = images;
    return *DemoBenchmark::generate(options);
}

QHash<QString, QSet<QString>> truthOf(const DemoBenchmark& benchmark)
{
    QHash<QString, QSet<QString>> truth;
    for (const DemoTruth& row : benchmark.truth()) {
        truth[row.sampleKey].insert(row.kind);
    }
    return truth;
}

/// All that a benchmark is, as one hash: samples, responses, some pictures, truth.
QByteArray fingerprint(const DemoBenchmark& benchmark)
{
    QByteArray all = benchmark.truthCsv();
    for (int i = 0; i < benchmark.samples().size(); ++i) {
        const Sample& sample = benchmark.samples()[i];
        all += sample.key().toUtf8() + sample.question.toUtf8() + sample.options.join(u'|').toUtf8()
            + sample.gold.toUtf8() + sample.split.toUtf8();
        for (const Response& response : benchmark.responses(i)) {
            all += response.text.toUtf8() + response.answer.toUtf8() + QByteArray::number(*response.score)
                + QByteArray::number(*response.latency);
        }
        if (i % 10 == 0) {
            all += *benchmark.image(i);
        }
    }
    return sha256(all);
}

bool isNumber(const QString& text)
{
    bool ok = false;
    text.toInt(&ok);
    return ok;
}

/// Accuracy by condition over all models, samples and first attempts.
double accuracy(const DemoBenchmark& benchmark, Condition condition, const std::function<bool(int)>& takes)
{
    double sum = 0;
    int n = 0;
    for (int i = 0; i < benchmark.samples().size(); ++i) {
        if (!takes(i)) {
            continue;
        }
        for (const Response& response : benchmark.responses(i, false)) {
            if (benchmark.runs()[int(response.runId.value) - 1].condition == condition
                && response.attempt == 0) {
                sum += *response.score;
                ++n;
            }
        }
    }
    return n > 0 ? sum / n : 0;
}

} // namespace

class DemoTest : public QObject {
    Q_OBJECT

private slots:
    void sameSeedSameBenchmark()
    {
        QCOMPARE(fingerprint(make(60, 5)), fingerprint(make(60, 5)));
        QVERIFY(fingerprint(make(60, 5, 1)) != fingerprint(make(60, 5, 2)));
    }

    void refusesOptionsOutOfRange()
    {
        DemoOptions options;
        options.samples = 10;
        QCOMPARE(DemoBenchmark::generate(options).error().code, ErrorCode::InvalidInput);
        options.samples = 100;
        options.models = 0;
        QCOMPARE(DemoBenchmark::generate(options).error().code, ErrorCode::InvalidInput);
    }

    void everyFlagKindIsPlanted_data()
    {
        QTest::addColumn<int>("samples");
        QTest::newRow("50") << 50;
        QTest::newRow("1000") << 1000;
        QTest::newRow("4000") << 4000;
    }

    void everyFlagKindIsPlanted()
    {
        QFETCH(int, samples);
        const DemoBenchmark benchmark = make(samples, 27, 3, false);
        QCOMPARE(benchmark.samples().size(), samples);
        QMap<QString, int> counts;
        QSet<QString> keys;
        for (const Sample& sample : benchmark.samples()) {
            keys.insert(sample.key());
        }
        QCOMPARE(keys.size(), samples);
        for (const DemoTruth& row : benchmark.truth()) {
            QVERIFY2(flagKindById(row.kind), qPrintable(row.kind));
            QVERIFY(keys.contains(row.sampleKey));
            ++counts[row.kind];
        }
        for (const FlagKind& kind : flagKinds()) {
            if (kind.has(FlagKind::Proposal)) {
                QCOMPARE(counts.value(kind.id), 0); // How to ask a sample is no fault of it.
                continue;
            }
            // Fifty samples cannot hold what depends on how models happen to answer.
            if (samples >= 1000 || kind.group == FlagGroup::ImageQuality
                || kind.group == FlagGroup::Duplicates) {
                QVERIFY2(counts.value(kind.id) >= (samples >= 1000 ? 5 : 1), qPrintable(kind.id));
            }
        }
        QSet<QString> defective;
        for (const DemoTruth& row : benchmark.truth()) {
            defective.insert(row.sampleKey);
        }
        QVERIFY(defective.size() < samples * (samples >= 1000 ? 0.6 : 0.95));
        QCOMPARE(benchmark.truthCsv().left(16), QByteArray("sample_key,kind\n"));
        QCOMPARE(benchmark.truthCsv().count('\n'), benchmark.truth().size() + 1);
    }

    void soundSamplesAreSound()
    {
        const DemoBenchmark benchmark = make(1000, 3, 5, false);
        const auto truth = truthOf(benchmark);
        int multipleChoice = 0;
        QSet<int> optionCounts;
        QVector<int> goldRank(4, 0);
        int ranked = 0;
        for (const Sample& sample : benchmark.samples()) {
            const QSet<QString> kinds = truth.value(sample.key());
            QVERIFY(!sample.question.isEmpty());
            QVERIFY(!sample.gold.isEmpty());
            if (!sample.isMcq()) {
                continue;
            }
            ++multipleChoice;
            optionCounts.insert(int(sample.options.size()));
            if (kinds.contains(QStringLiteral("mcq_malformed"))
                || kinds.contains(QStringLiteral("parser_loss"))) {
                continue;
            }
            QVERIFY2(sample.goldIndex() >= 0, qPrintable(sample.key()));
            QVERIFY2(
                QSet<QString>(sample.options.begin(), sample.options.end()).size() == sample.options.size(),
                qPrintable(sample.key()));
            if (sample.options.size() == 4 && kinds.isEmpty()
                && std::all_of(sample.options.begin(), sample.options.end(), isNumber)) {
                QVector<int> values;
                for (const QString& option : sample.options) {
                    values.append(option.toInt());
                }
                const int gold = values[sample.goldIndex()];
                ++goldRank[std::count_if(values.begin(), values.end(), [&](int v) { return v < gold; })];
                ++ranked;
            }
            for (const Rotation& rotation : sample.rotations) {
                // The gold of a rotation points at the same text.
                const int letter = optionPosition(rotation.gold);
                QCOMPARE(optionPosition(rotation.permutation.mid(letter, 1)), sample.goldIndex());
                QVERIFY(rotation.sourceIndex.toLongLong() >= 1'000'000);
            }
        }
        QVERIFY(multipleChoice > 550 && multipleChoice < 850);
        QCOMPARE(optionCounts, (QSet<int>{2, 3, 4, 5, 10}));
        // The right number is not always the middle one.
        QVERIFY(ranked > 50);
        for (int count : goldRank) {
            QVERIFY2(count < 0.4 * ranked, qPrintable(QStringLiteral("%1 of %2").arg(count).arg(ranked)));
        }
    }

    void modelsBehaveLikeModels()
    {
        const DemoBenchmark benchmark = make(600, 27, 7, false);
        const auto truth = truthOf(benchmark);
        QSet<QString> families;
        for (const DemoModel& model : benchmark.models()) {
            QVERIFY(model.name.startsWith(QLatin1String("Demo-")));
            families.insert(model.family);
        }
        QCOMPARE(families.size(), 10);
        const auto clean4 = [&](int i) {
            return benchmark.samples()[i].options.size() == 4
                && truth.value(benchmark.samples()[i].key()).isEmpty();
        };
        const double standard = accuracy(benchmark, Condition::Standard, clean4);
        QVERIFY2(standard > 0.5 && standard < 0.85, qPrintable(QString::number(standard)));
        const double blind = accuracy(benchmark, Condition::Blind, clean4);
        QVERIFY2(blind > 0.15 && blind < 0.33, qPrintable(QString::number(blind)));
        const auto has = [&](const char* kind) {
            return [&, kind](int i) {
                return truth.value(benchmark.samples()[i].key()).contains(QLatin1String(kind));
            };
        };
        QVERIFY(accuracy(benchmark, Condition::Blind, has("blind_solvable")) > 0.6);
        QVERIFY(accuracy(benchmark, Condition::Blind, has("text_prior")) < 0.4);
        QVERIFY(accuracy(benchmark, Condition::Standard, has("label_incorrect")) < 0.25);
        QCOMPARE(accuracy(benchmark, Condition::Standard, has("unanimous_failure")), 0.0);
        QCOMPARE(accuracy(benchmark, Condition::Standard, has("saturated")), 1.0);
        const auto inflated = has("mcq_inflated");
        QVERIFY(accuracy(benchmark, Condition::Standard, inflated) > 0.75);
        QVERIFY(accuracy(benchmark, Condition::OpenEnded, inflated) < 0.25);
        const auto biased = has("mcq_position_bias");
        QVERIFY(accuracy(benchmark, Condition::Standard, biased) > 0.75);
        QVERIFY(accuracy(benchmark, Condition::Circular, biased) < 0.5);
    }

    void responsesAreConsistent()
    {
        const DemoBenchmark benchmark = make(90, 12, 2, false);
        int missing = 0;
        int repeated = 0;
        for (int i = 0; i < benchmark.samples().size(); ++i) {
            const Sample& sample = benchmark.samples()[i];
            QSet<QString> seen;
            int standard = 0;
            for (const Response& response : benchmark.responses(i)) {
                const DemoRun& run = benchmark.runs()[int(response.runId.value) - 1];
                QCOMPARE(benchmark.datasets()[run.dataset], sample.dataset);
                const QString key = QStringLiteral("%1 %2 %3")
                                        .arg(response.runId.value)
                                        .arg(response.shift)
                                        .arg(response.attempt);
                QVERIFY(!seen.contains(key));
                seen.insert(key);
                standard += run.condition == Condition::Standard && response.attempt == 0 ? 1 : 0;
                repeated += response.attempt > 0 ? 1 : 0;
                QVERIFY(response.shift == 0 || run.condition == Condition::Circular);
                QVERIFY(!response.text.isEmpty() && *response.latency > 0 && *response.cost > 0);
                if (sample.isMcq() && run.condition == Condition::Standard && !response.answer.isEmpty()) {
                    QCOMPARE(*response.score, response.answer == sample.gold ? 1.0 : 0.0);
                }
                if (run.condition == Condition::Circular && response.shift > 0
                    && !response.answer.isEmpty()) {
                    QCOMPARE(*response.score,
                        response.answer == sample.rotations[response.shift - 1].gold ? 1.0 : 0.0);
                }
            }
            missing += 12 - standard;
        }
        QVERIFY(missing > 0);
        QVERIFY(repeated > 0);
    }

    void picturesShowTheirDefects()
    {
        const DemoBenchmark benchmark = make(450, 3, 4);
        const auto truth = truthOf(benchmark);
        const QualityThresholds limits;
        QHash<QByteArray, QStringList> byBytes;
        int natural = 0;
        int falseAlarms = 0;
        for (int i = 0; i < benchmark.samples().size(); ++i) {
            const Sample& sample = benchmark.samples()[i];
            const QSet<QString> kinds = truth.value(sample.key());
            const auto bytes = benchmark.image(i);
            QVERIFY(bytes);
            byBytes[sha256(*bytes)].append(sample.key());
            const ImageMeasures m = *measureImage(*bytes);
            const auto planted = [&](const char* kind) { return kinds.contains(QLatin1String(kind)); };
            const char* context = qPrintable(sample.key());
            QVERIFY2(!planted("dark") || m.dark < limits.dark, context);
            QVERIFY2(!planted("light") || m.light < limits.light, context);
            QVERIFY2(!planted("low_information") || m.lowInformation < limits.lowInformation, context);
            QVERIFY2(!planted("grayscale") || m.grayscale < limits.grayscale, context);
            QVERIFY2(!planted("odd_aspect_ratio") || m.oddAspectRatio < limits.oddAspectRatio, context);
            QCOMPARE(m.grayscale < limits.grayscale, planted("grayscale"));
            QCOMPARE(m.dark < limits.dark, planted("dark"));
            // Photos: nothing but the planted ones looks bad. White pages are light and plain by nature.
            static const QSet<QString> photos{QStringLiteral("scene"), QStringLiteral("spatial"),
                QStringLiteral("grounding"), QStringLiteral("counting"), QStringLiteral("general")};
            if (photos.contains(sample.capability) && kinds.isEmpty()) {
                ++natural;
                falseAlarms += m.blurry < limits.blurry || m.light < limits.light
                        || m.lowInformation < limits.lowInformation
                        || m.oddAspectRatio < limits.oddAspectRatio
                    ? 1
                    : 0;
            }
        }
        QVERIFY2(falseAlarms * 50 <= natural, qPrintable(QString::number(falseAlarms)));
        for (const QStringList& keys : byBytes) {
            for (const QString& key : keys) {
                const bool planted = truth.value(key).contains(QStringLiteral("duplicate_exact"));
                QVERIFY2(planted || keys.size() == 1, qPrintable(keys.join(u' ')));
            }
        }
    }

    void storesItInOneTransaction()
    {
        QTemporaryDir folder;
        auto project = Project::create(folder.filePath(QStringLiteral("demo.winnow")));
        QVERIFY(project);
        const DemoBenchmark benchmark = make(60, 4, 9);

        SilentProgress cancelled;
        cancelled.cancel();
        QCOMPARE(writeDemo(**project, benchmark, cancelled).error().code, ErrorCode::Cancelled);
        const auto none
            = (*project)->read([](sqlite::Connection& c) { return DatasetStore(c).all().size(); });
        QCOMPARE(*none, 0);

        SilentProgress progress;
        const auto summary = writeDemo(**project, benchmark, progress);
        QVERIFY2(summary, summary ? "" : qPrintable(summary.error().text()));
        QCOMPARE(summary->samples, 60);
        QCOMPARE(summary->models, 4);
        qint64 responses = 0;
        for (int i = 0; i < 60; ++i) {
            responses += benchmark.responses(i, false).size();
        }
        QCOMPARE(summary->responses, responses);
        const auto checked = (*project)->read([&](sqlite::Connection& c) -> Result<int> {
            int found = 0;
            for (const Dataset& dataset : DatasetStore(c).all()) {
                if (!dataset.generated) {
                    return fail(ErrorCode::Internal, QStringLiteral("not marked"));
                }
            }
            SampleStore samples(c);
            for (const Sample& expected : benchmark.samples()) {
                const auto stored = samples.byKey(expected.key());
                if (!stored || stored->options != expected.options || stored->gold != expected.gold
                    || stored->rotations.size() != expected.rotations.size() || stored->images.size() != 1
                    || stored->images[0].width <= 0) {
                    return fail(ErrorCode::Internal, expected.key());
                }
                ++found;
            }
            return ResponseStore(c).count() == responses ? found : -1;
        });
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().message));
        QCOMPARE(*checked, 60);
        const auto first = (*project)->read(
            [&](sqlite::Connection& c) { return SampleStore(c).byKey(benchmark.samples()[0].key()); });
        const auto bytes = (*project)->imageBytes((*first)->images[0].sha256);
        QVERIFY(bytes);
        QCOMPARE(*bytes, *benchmark.image(0));

        QCOMPARE(writeDemo(**project, benchmark, progress).error().code, ErrorCode::AlreadyExists);
    }
};

QTEST_GUILESS_MAIN(DemoTest)
#include "tst_demo.moc"
