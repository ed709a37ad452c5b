// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/duplicates/nearhashes.h"
#include "core/audit/duplicates/questionmatch.h"
#include "core/audit/duplicates/spellingclusters.h"
#include "core/base/hash.h"
#include "core/demo/demobenchmark.h"
#include "core/image/canvas.h"
#include "core/image/imagecodec.h"
#include "tests/core/auditfixture.h"

#include <set>

using namespace winnow;
using namespace winnow::test;

namespace {

class MemoryImages final : public ImageSource {
public:
    QHash<QByteArray, QByteArray> files;
    Result<QByteArray> bytes(const QByteArray& sha256, const QString&) const override
    {
        if (!files.contains(sha256)) {
            return fail(ErrorCode::NotFound, QStringLiteral("no such image"));
        }
        return files.value(sha256);
    }
};

/// Samples with pictures, in memory, measured as the project would have it.
class Pictures {
public:
    explicit Pictures(const QString& dataset = QStringLiteral("set"))
        : m_builder(dataset)
        , m_source(std::make_shared<MemoryImages>())
    {
    }

    void add(const QByteArray& file, const QString& question, const QString& gold = QStringLiteral("x"),
        const QString& split = {}, const QStringList& options = {})
    {
        Sample sample = open(m_count++, gold);
        sample.question = question;
        sample.split = split;
        sample.options = options;
        if (!file.isEmpty()) {
            ImageRef image;
            image.sha256 = sha256(file);
            m_source->files.insert(image.sha256, file);
            sample.images.append(image);
        }
        m_builder.addSample(sample);
    }

    std::shared_ptr<const AuditData> finish()
    {
        auto data = std::make_shared<AuditData>(*m_builder.finish());
        data->comparer = std::make_shared<const ImageComparer>(m_source);
        for (std::vector<AuditImage>& images : data->images) {
            for (AuditImage& image : images) {
                auto measured = std::make_shared<MeasuredImage>();
                const auto measures = measureImage(m_source->files.value(image.sha256));
                if (measures) {
                    measured->measures = *measures;
                } else {
                    measured->error = measures.error().message;
                }
                image.measured = measured;
            }
        }
        return data;
    }

private:
    AuditDataBuilder m_builder;
    std::shared_ptr<MemoryImages> m_source;
    int m_count = 0;
};

/// A chart of one template; `odd` is the height of its third bar.
Bitmap chart(int odd, int tint = 0)
{
    Canvas canvas(480, 360, {255, 255, 255});
    stats::Random random(9);
    for (int i = 0; i < 14; ++i) {
        const int height = i == 2 ? odd : 60 + int(random.below(200));
        canvas.fillRect(
            QRectF(20 + 32 * i, 330 - height, 22, height), {20 + 15 * i, 90 + tint, 200 - 12 * i});
    }
    for (int y = 30; y < 330; y += 30) {
        canvas.line({10, double(y)}, {470, double(y)}, {200, 200, 200});
    }
    return canvas.bitmap();
}

/// What of the picture lies in the rectangle.
Bitmap cropped(const Bitmap& bitmap, const QRect& rectangle)
{
    const QRect kept = rectangle & QRect(0, 0, bitmap.width, bitmap.height);
    Bitmap out{kept.width(), kept.height(), bitmap.channels, {}};
    for (int y = kept.top(); y <= kept.bottom(); ++y) {
        out.pixels += bitmap.pixels.mid(
            y * bitmap.bytesPerLine() + kept.left() * bitmap.channels, kept.width() * bitmap.channels);
    }
    return out;
}

const QString kAsk = QStringLiteral("What is the value of the third bar?");

} // namespace

class TestDetectorNearDuplicates : public QObject {
    Q_OBJECT
private slots:
    void hashIndexMatchesAScan_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("distance");
        for (const int distance : {0, 1, 2, 3, 7, 10, 13}) {
            QTest::newRow(qPrintable(QStringLiteral("few, %1").arg(distance))) << 600 << distance;
            QTest::newRow(qPrintable(QStringLiteral("many, %1").arg(distance))) << 6000 << distance;
        }
    }
    void hashIndexMatchesAScan()
    {
        QFETCH(int, count);
        QFETCH(int, distance);
        stats::Random random(std::uint64_t(count + distance));
        std::vector<quint64> hashes;
        for (int i = 0; i < count; ++i) {
            quint64 hash = random.next();
            if (i > 10 && i % 3 == 0) {
                hash = hashes[random.below(hashes.size())];
                for (std::uint64_t flips = random.below(14); flips > 0; --flips) {
                    hash ^= quint64(1) << random.below(64);
                }
            }
            hashes.push_back(hash);
        }
        SilentProgress progress;
        const auto near = findNearHashes(hashes, distance, progress);
        QVERIFY(near.has_value());
        const std::set<quint64> different(hashes.begin(), hashes.end());
        QVERIFY(std::equal(near->values.begin(), near->values.end(), different.begin(), different.end()));
        std::vector<std::tuple<quint32, quint32, int>> expected;
        for (quint32 i = 0; i < near->values.size(); ++i) {
            for (quint32 j = i + 1; j < near->values.size(); ++j) {
                const int d = hammingDistance(near->values[i], near->values[j]);
                if (d <= distance && distance > 0) {
                    expected.emplace_back(i, j, d);
                }
            }
        }
        std::vector<std::tuple<quint32, quint32, int>> found;
        for (const HashPair& pair : near->pairs) {
            found.emplace_back(pair.first, pair.second, pair.distance);
        }
        QVERIFY(found == expected);
    }

    void tooManyPairsLowerTheDistance()
    {
        std::vector<quint64> hashes;
        for (quint64 i = 0; i < 300; ++i) {
            hashes.push_back(i);
        }
        SilentProgress progress;
        const auto near = findNearHashes(hashes, 10, progress, 5000);
        QVERIFY(near.has_value());
        QVERIFY(near->distance < 10);
        QVERIFY(near->pairs.size() <= 5000);
        progress.cancel();
        QVERIFY(!findNearHashes(hashes, 10, progress));
    }

    void questions_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<bool>("same");
        const auto row = [](const char* a, const char* b, bool same) {
            QTest::newRow(b) << QString::fromUtf8(a) << QString::fromUtf8(b) << same;
        };
        row("What is the sum?", "What's the sum", true);
        row("Which shop is open?", "Tell which shop is open.", true);
        row("How many cars are there?", "How many car are there in this image?", false);
        row("How many red cars?", "How many blue cars?", false);
        row("Value in 2019?", "Value in 2020?", false);
        row("Is A left of B?", "Is B left of A?", false);
        row("Is it open?", "Is it not open?", false);
        row("3 - 2 = ?", "3 + 2 = ?", false);
        row("이 그림은 무엇입니까?", "이 그림은 무엇입니까", true);
        row("What is this?", "What is  this", true);
        row("What is this", "Which is that?", false);
    }
    void questions()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(bool, same);
        QCOMPARE(questionCore(first) == questionCore(second), same);
    }

    void misspeltQuestions()
    {
        const QString right = QStringLiteral(
            "What was the population of the largest municipality of the province before 1990?");
        const QString typo
            = QString(right).replace(QStringLiteral("municipality"), QStringLiteral("municpality"));
        const QString year = QString(right).replace(QStringLiteral("1990"), QStringLiteral("1991"));
        const QString other = QString(right).replace(QStringLiteral("largest"), QStringLiteral("smallest"));
        SilentProgress progress;
        const auto clusters
            = clusterCores({questionCore(right), questionCore(typo), questionCore(year), questionCore(other)},
                0.85, progress);
        QCOMPARE(clusters, (std::vector<quint32>{0, 0, 2, 3}));
    }

    void storedAgain()
    {
        const Bitmap original = chart(150);
        Pictures pictures;
        pictures.add(*encodePng(original), kAsk);
        pictures.add(*encodeJpeg(original, 70), kAsk);
        pictures.add(
            *encodePng(scaled(original, 400, 300)), QStringLiteral("What's the value of the third bar?"));
        pictures.add(*encodePng(chart(60)), kAsk);
        pictures.add(*encodePng(chart(190)), kAsk);
        pictures.add(*encodeJpeg(original, 75), QStringLiteral("What is the value of the fourth bar?"));
        pictures.add(*encodePng(original), kAsk);
        pictures.add("no image", kAsk);
        const auto data = pictures.finish();
        const DetectorResult result = evaluate("duplicate_near", *data);
        // 3 and 4 are other charts of the template, 5 asks something else, 6 repeats 0 byte for byte.
        QCOMPARE(flaggedKeys(result, *data),
            (QStringList{QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2")}));
        QVERIFY(flagOf(result, *data, 0)->score < flagOf(result, *data, 1)->score);
        QVERIFY2(summaryOf(*flagOf(result, *data, 2))
                     .contains(QStringLiteral("Copy of the same picture and nearly the same question")),
            qPrintable(summaryOf(*flagOf(result, *data, 2))));
        QVERIFY(result.notes.join(u' ').contains(QStringLiteral("1 image could not be compared")));
        QVERIFY(findingOf(result, "look_alikes") != nullptr);
        const DetectorResult images
            = evaluate("duplicate_near", *data, {{QStringLiteral("match"), QStringLiteral("image")}});
        QVERIFY(flagOf(images, *data, 5) != nullptr);
        QVERIFY(flagOf(images, *data, 3) == nullptr);
    }

    void turnedOnRequest()
    {
        const Bitmap original = chart(150);
        Pictures pictures;
        pictures.add(*encodePng(original), kAsk);
        pictures.add(*encodePng(turned(original, Turn::FlipHorizontal)), kAsk);
        pictures.add(*encodePng(turned(original, Turn::Rotate90)), kAsk);
        const auto data = pictures.finish();
        QVERIFY(evaluate("duplicate_near", *data).flags.empty());
        QCOMPARE(evaluate("duplicate_near", *data, {{QStringLiteral("turns"), true}}).flags.size(), 3u);
    }

    /// 95% to 70% of the area is left, from every side, stored as PNG and as JPEG; charts of the same
    /// template that were cut alike are others.
    void cutOnRequest()
    {
        Canvas photo(520, 390);
        photo.gradient({40, 70, 120}, {220, 190, 140});
        for (int i = 0; i < 9; ++i) {
            photo.fillCircle({40.0 + 55 * i, 90.0 + (i * 83) % 230}, 14 + i, {25 * i, 200 - 20 * i, 90});
        }
        photo.noise(4, 25);
        struct Cut {
            QRect kept;
            bool jpeg;
        };
        for (const auto& [original, other] :
            {std::pair(chart(150), chart(70)), std::pair(photo.bitmap(), chart(150))}) {
            const int w = original.width;
            const int h = original.height;
            const Cut cuts[] = {{QRect(0, 0, w, h * 95 / 100), false}, {QRect(13, 9, w - 26, h - 18), true},
                {QRect(0, 0, w * 84 / 100, h * 84 / 100), true}, {QRect(w * 3 / 10, 0, w * 7 / 10, h), false},
                {QRect(31, 50, w - 62, h - 61), true}};
            for (const Cut& cut : cuts) {
                const Bitmap part = cropped(original, cut.kept);
                Pictures pictures;
                pictures.add(*encodePng(original), kAsk);
                pictures.add(cut.jpeg ? *encodeJpeg(part, 80) : *encodePng(part), kAsk);
                pictures.add(*encodePng(cropped(other, cut.kept)), kAsk);
                const auto data = pictures.finish();
                const DetectorResult result
                    = evaluate("duplicate_near", *data, {{QStringLiteral("crops"), true}});
                QCOMPARE(flaggedKeys(result, *data), (QStringList{QStringLiteral("0"), QStringLiteral("1")}));
            }
        }
        Pictures pictures;
        pictures.add(*encodePng(chart(150)), kAsk);
        pictures.add(*encodePng(cropped(chart(150), QRect(60, 40, 420, 320))), kAsk);
        const auto data = pictures.finish();
        QVERIFY(evaluate("duplicate_near", *data).flags.empty());
    }

    void optionsBelongToTheQuestion()
    {
        const QByteArray png = *encodePng(chart(150));
        const QByteArray jpeg = *encodeJpeg(chart(150), 70);
        Pictures pictures;
        pictures.add(png, kAsk, QStringLiteral("A"), {}, {QStringLiteral("10"), QStringLiteral("20")});
        pictures.add(jpeg, kAsk, QStringLiteral("B"), {}, {QStringLiteral("20"), QStringLiteral("10")});
        pictures.add(jpeg, kAsk, QStringLiteral("A"), {}, {QStringLiteral("10"), QStringLiteral("30")});
        const auto data = pictures.finish();
        QCOMPARE(flaggedKeys(evaluate("duplicate_near", *data), *data),
            (QStringList{QStringLiteral("0"), QStringLiteral("1")}));
        // The same content is gold in both.
        QVERIFY(evaluate("label_conflict", *data).flags.empty());
    }

    void conflictsOfCopies()
    {
        Pictures pictures;
        pictures.add(*encodePng(chart(150)), kAsk, QStringLiteral("150"));
        pictures.add(*encodeJpeg(chart(150), 70), kAsk, QStringLiteral("151"));
        const auto data = pictures.finish();
        QCOMPARE(evaluate("label_conflict", *data).flags.size(), 2u);
    }

    void acrossSplitsAndDatasets()
    {
        const QByteArray png = *encodePng(chart(150));
        Pictures one(QStringLiteral("one"));
        one.add(png, kAsk, QStringLiteral("x"), QStringLiteral("train"));
        one.add(*encodeJpeg(chart(150), 80), kAsk, QStringLiteral("x"), QStringLiteral("test"));
        one.add(*encodePng(chart(60)), kAsk, QStringLiteral("x"), QStringLiteral("train"));
        one.add(*encodePng(chart(60)), kAsk, QStringLiteral("x"), QStringLiteral("train"));
        Pictures two(QStringLiteral("two"));
        two.add(png, kAsk);
        two.add(*encodePng(chart(230)), kAsk);
        const auto first = one.finish();
        const auto second = two.finish();
        const Detector* detector = DetectorRegistry::instance().find(QStringLiteral("duplicate_cross_split"));
        QVERIFY(detector != nullptr);
        SilentProgress progress;
        const auto inFirst = evaluateDetector(*detector, {*first, {first.get(), second.get()}}, {}, progress);
        QVERIFY(inFirst.has_value());
        QCOMPARE(flaggedKeys(*inFirst, *first), (QStringList{QStringLiteral("0"), QStringLiteral("1")}));
        QVERIFY(summaryOf(inFirst->flags.front()).contains(QStringLiteral("one/1 (test)")));
        const auto inSecond
            = evaluateDetector(*detector, {*second, {first.get(), second.get()}}, {}, progress);
        QVERIFY(inSecond.has_value());
        QCOMPARE(flaggedKeys(*inSecond, *second), QStringList{QStringLiteral("0")});
    }

    void textsAlone()
    {
        Pictures pictures;
        pictures.add({}, QStringLiteral("What is the capital of France?"));
        pictures.add({}, QStringLiteral("What's the capital of France"));
        pictures.add({}, QStringLiteral("What is the capital of Spain?"));
        pictures.add({}, QString());
        pictures.add({}, QString());
        const auto data = pictures.finish();
        QCOMPARE(flaggedKeys(evaluate("duplicate_near", *data), *data),
            (QStringList{QStringLiteral("0"), QStringLiteral("1")}));
    }

    void nothingMeasured()
    {
        AuditDataBuilder builder;
        builder.addSample(mcq(0, 4, 1));
        builder.addSample(mcq(1, 4, 2));
        const auto data = builder.finish();
        for (const char* id : {"duplicate_near", "label_conflict", "duplicate_cross_split"}) {
            QVERIFY2(evaluate(id, *data).flags.empty(), id);
        }
    }
};

QTEST_APPLESS_MAIN(TestDetectorNearDuplicates)
#include "tst_detector_nearduplicates.moc"
