// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/canvas.h"
#include "core/image/imagecodec.h"
#include "core/store/imagestore.h"
#include "tests/core/auditfixture.h"
#include "tests/support/testproject.h"

using namespace winnow;
using namespace winnow::test;

namespace {

QByteArray png(int width, int height, Rgb ground, bool ink)
{
    Canvas canvas(width, height, ground);
    if (ink) {
        for (int x = 4; x + 8 < width; x += 12) {
            canvas.fillRect(QRectF(x, 6, 5, height - 12), {20, 30, 60});
        }
    }
    return *encodePng(canvas.bitmap());
}

std::shared_ptr<const MeasuredImage> measured(const QByteArray& bytes)
{
    auto image = std::make_shared<MeasuredImage>();
    auto measures = measureImage(bytes);
    if (measures) {
        image->measures = *measures;
    } else {
        image->error = measures.error().message;
    }
    return image;
}

/// One sample an image, all of one capability.
std::shared_ptr<AuditData> pictures(
    const std::vector<std::shared_ptr<const MeasuredImage>>& images, const QString& capability = {})
{
    AuditDataBuilder builder;
    for (std::size_t i = 0; i < images.size(); ++i) {
        Sample sample = open(int(i), QStringLiteral("x"));
        sample.capability = capability;
        ImageRef image;
        image.sha256 = QByteArray::number(int(i));
        image.source = QStringLiteral("folder/%1.png").arg(i);
        sample.images.append(image);
        builder.addSample(sample);
    }
    auto data = std::make_shared<AuditData>(*builder.finish());
    for (std::size_t i = 0; i < images.size(); ++i) {
        data->images[i][0].measured = images[i];
    }
    return data;
}

std::shared_ptr<const MeasuredImage> withScore(double ImageMeasures::*field, double value)
{
    auto image = std::make_shared<MeasuredImage>();
    image->measures.*field = value;
    image->measures.header.format = ImageFormat::Png;
    return image;
}

Result<DatasetId> storeImages(Project& project, const QVector<QByteArray>& files)
{
    QVector<ImageRef> refs;
    for (const QByteArray& bytes : files) {
        auto hash = project.addImageBytes(bytes);
        if (!hash) {
            return tl::unexpected<Error>(hash.error());
        }
        ImageRef ref;
        ref.sha256 = *hash;
        ref.byteSize = bytes.size();
        refs.append(ref);
    }
    WINNOW_TRY(project.flushImages());
    return project.write({}, [&](sqlite::Connection& c) -> Result<DatasetId> {
        const DatasetId id = DatasetStore(c).upsert(
            {.id = {}, .name = QStringLiteral("set"), .sourcePath = {}, .sourceHash = {}, .format = {}});
        SampleWriter writer(c);
        for (int i = 0; i < refs.size(); ++i) {
            Sample sample = open(i, QStringLiteral("x"));
            sample.datasetId = id;
            sample.position = i;
            ImageRef ref = refs[i];
            ref.id = ImageStore(c).put(ref);
            sample.images.append(ref);
            writer.put(sample);
        }
        return id;
    });
}

} // namespace

class TestDetectorImages : public QObject {
    Q_OBJECT
private slots:
    void cleanvisionThresholds_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("field");
        QTest::addColumn<double>("threshold");
        QTest::newRow("dark") << QStringLiteral("dark") << 0 << 0.32;
        QTest::newRow("light") << QStringLiteral("light") << 1 << 0.05;
        QTest::newRow("blurry") << QStringLiteral("blurry") << 2 << 0.29;
        QTest::newRow("low_information") << QStringLiteral("low_information") << 3 << 0.3;
        QTest::newRow("odd_aspect_ratio") << QStringLiteral("odd_aspect_ratio") << 4 << 0.35;
        QTest::newRow("grayscale") << QStringLiteral("grayscale") << 5 << 0.5;
    }
    void cleanvisionThresholds()
    {
        QFETCH(QString, kind);
        QFETCH(int, field);
        QFETCH(double, threshold);
        static constexpr double ImageMeasures::*fields[]
            = {&ImageMeasures::dark, &ImageMeasures::light, &ImageMeasures::blurry,
                &ImageMeasures::lowInformation, &ImageMeasures::oddAspectRatio, &ImageMeasures::grayscale};
        const auto field_ = fields[field];
        const auto data = pictures({withScore(field_, threshold - 0.01), withScore(field_, threshold + 0.01),
                                       withScore(field_, 1), nullptr},
            QStringLiteral("scene"));
        const QByteArray id = kind.toLatin1();
        const DetectorResult result = evaluate(id.constData(), *data);
        QCOMPARE(flaggedKeys(result, *data), QStringList{QStringLiteral("0")});
        QCOMPARE(result.flags.front().kind, kind);
        QVERIFY(result.notes.join(u' ').contains(QStringLiteral("could not be measured")));
    }

    void pagesAreNotLight()
    {
        const auto page = measured(png(300, 200, {255, 255, 255}, true));
        QVERIFY(page->measures.lowInformation < 0.3);
        const auto blank = measured(png(300, 200, {252, 252, 252}, false));
        for (const char* capability : {"document", "chart", "", "anything"}) {
            const auto data = pictures({page, blank}, QString::fromLatin1(capability));
            QCOMPARE(flaggedKeys(evaluate("light", *data), *data), QStringList{QStringLiteral("1")});
            QCOMPARE(
                flaggedKeys(evaluate("low_information", *data), *data), QStringList{QStringLiteral("1")});
        }
        // cleanvision's own rule on request: a white page with thin strokes has little information.
        const auto data = pictures({page, blank});
        const DetectorResult plain
            = evaluate("low_information", *data, {{QStringLiteral("profile"), QStringLiteral("photo")}});
        QCOMPARE(plain.flags.size(), 2u);
    }

    void oddSizes()
    {
        std::vector<std::shared_ptr<const MeasuredImage>> images;
        for (int i = 0; i < 30; ++i) {
            images.push_back(withScore(&ImageMeasures::size, 400 + i));
        }
        images.push_back(withScore(&ImageMeasures::size, 4000));
        const auto data = pictures(images);
        QCOMPARE(flaggedKeys(evaluate("odd_size", *data), *data), QStringList{QStringLiteral("30")});
    }

    void whatMostOfADatasetHasIsNoDefect()
    {
        std::vector<std::shared_ptr<const MeasuredImage>> images;
        for (int i = 0; i < 30; ++i) {
            images.push_back(withScore(&ImageMeasures::grayscale, i < 20 ? 0 : 1));
        }
        const auto data = pictures(images);
        const DetectorResult result = evaluate("grayscale", *data);
        QVERIFY(result.flags.empty());
        QVERIFY(findingOf(result, "property") != nullptr);
    }

    void files()
    {
        const QByteArray sound = png(60, 40, {200, 220, 240}, true);
        auto cut = std::make_shared<MeasuredImage>();
        cut->measures.header.format = ImageFormat::Png;
        cut->measures.header.truncated = true;
        auto animated = std::make_shared<MeasuredImage>();
        animated->measures.header.format = ImageFormat::Png;
        animated->measures.header.animated = true;
        auto sideways = std::make_shared<MeasuredImage>();
        sideways->measures.header.format = ImageFormat::Png;
        sideways->measures.header.orientation = 6;
        sideways->measures.header.cmyk = true;
        auto jpeg = std::make_shared<MeasuredImage>();
        jpeg->measures.header.format = ImageFormat::Jpeg;
        const auto data
            = pictures({measured(sound), measured("not an image"), cut, animated, jpeg, sideways});
        data->images[0].push_back(data->images[0][0]);
        data->images[0][1].state = ImageState::Missing;
        data->images[0][1].measured = nullptr;
        const DetectorResult result = evaluate("image_file", *data);
        QCOMPARE(flaggedKeys(result, *data),
            (QStringList{
                QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")}));
        QCOMPARE(flagOf(result, *data, 4)->kind, QStringLiteral("parser_loss"));
        QVERIFY(summaryOf(*flagOf(result, *data, 4)).contains(QStringLiteral("4.png is a JPEG file")));
        for (const std::size_t i : {1u, 2u, 3u}) {
            QCOMPARE(flagOf(result, *data, i)->kind, QStringLiteral("image_insufficient"));
        }
        QVERIFY(findingOf(result, "turned")->summary.contains(QStringLiteral("set/5")));
        QVERIFY(findingOf(result, "cmyk") != nullptr);
        // Facts, no reasons for concern.
        QVERIFY(!findingOf(result, "turned")->notable && !findingOf(result, "cmyk")->notable);
        QVERIFY(result.notes.join(u' ').contains(QStringLiteral("Missing: 1 image.")));
        QCOMPARE(evaluate("image_file", *data, {{QStringLiteral("extensions"), false}}).flags.size(), 3u);
    }

    void lowDetail()
    {
        const auto sharp = measured(png(400, 300, {250, 250, 250}, true));
        QCOMPARE(sharp->measures.detail, 128.0);
        Canvas canvas(400, 300, {250, 250, 250});
        for (int x = 20; x < 380; x += 60) {
            canvas.fillRect(QRectF(x, 30 + x / 3.0, 40, 70), {20, 30, 60});
        }
        const Bitmap tiny = scaled(canvas.bitmap(), 30, 22);
        const auto enlarged = measured(*encodePng(scaled(tiny, 400, 300)));
        const auto small = measured(*encodePng(tiny));
        const auto flat = measured(png(400, 300, {90, 120, 90}, false));
        const auto data = pictures({sharp, enlarged, small, flat, nullptr});
        // A small image is not enlarged.
        QCOMPARE(flaggedKeys(evaluate("low_detail", *data), *data),
            (QStringList{QStringLiteral("1"), QStringLiteral("3")}));
        QVERIFY(flagOf(evaluate("blurry", *data), *data, 1) == nullptr);
    }

    void smallText()
    {
        auto image = std::make_shared<MeasuredImage>();
        image->measures.width = 4000;
        image->measures.height = 3000;
        image->measures.textHeight = 12;
        auto large = std::make_shared<MeasuredImage>(*image);
        large->measures.textHeight = 40;
        auto unscaled = std::make_shared<MeasuredImage>(*image);
        unscaled->measures.width = 800;
        unscaled->measures.height = 600;
        unscaled->measures.textHeight = 4;
        const auto data = pictures({image, large, unscaled}, QStringLiteral("document"));
        const DetectorResult result = evaluate("small_text", *data);
        QCOMPARE(flaggedKeys(result, *data), QStringList{QStringLiteral("0")});
        QVERIFY2(summaryOf(result.flags.front()).contains(QStringLiteral("12 px shrinks to 4 px")),
            qPrintable(summaryOf(result.flags.front())));
        const auto photos = pictures({image}, QStringLiteral("counting"));
        QVERIFY(evaluate("small_text", *photos).flags.empty());
    }

    void coveredParts()
    {
        const auto photo = [](const QRectF& patch) {
            Canvas canvas(400, 300);
            canvas.gradient({60, 80, 110}, {170, 160, 130});
            canvas.noise(3, 8);
            canvas.fillRect(patch, {20, 20, 20});
            return measured(*encodePng(canvas.bitmap()));
        };
        const auto data = pictures({photo({}), photo({100, 60, 80, 90}), photo({20, 200, 30, 30}), nullptr});
        // A second picture of a sample is looked at too.
        data->images[0].push_back(data->images[0][0]);
        data->images[0][1].measured = photo({200, 100, 150, 120});
        const DetectorResult result = evaluate("image_covered", *data);
        QCOMPARE(flaggedKeys(result, *data), (QStringList{QStringLiteral("0"), QStringLiteral("1")}));
        const FlagDraft& flag = *flagOf(result, *data, 1);
        QCOMPARE(flag.kind, QStringLiteral("image_insufficient"));
        QCOMPARE(flag.evidence.value(QLatin1String("region")).toArray(), (QJsonArray{100, 60, 80, 90}));
        QCOMPARE(flag.evidence.value(QLatin1String("covered")).toString(), QStringLiteral("patch"));
        QVERIFY2(summaryOf(flag).contains(QStringLiteral("80 x 90 px (6% of the picture) at 100, 60")),
            qPrintable(summaryOf(flag)));
        QCOMPARE(flagOf(result, *data, 0)->evidence.value(QLatin1String("image")).toInt(), 1);
        const DetectorResult all = evaluate("image_covered", *data, {{QStringLiteral("min_share"), 0.5}});
        QCOMPARE(all.flags.size(), 3u);
        const DetectorResult large = evaluate("image_covered", *data, {{QStringLiteral("min_share"), 10.0}});
        QCOMPARE(flaggedKeys(large, *data), QStringList{QStringLiteral("0")});
    }

    void measuresSurviveStoring()
    {
        MeasuredImage image;
        image.measures = *measureImage(png(90, 61, {240, 250, 255}, true));
        image.measures.header.orientation = 6;
        image.measures.covered = {CoveredRegion::Kind::Gap, QRect(3, 4, 50, 20)};
        const auto again = measuresFromJson(measuresJson(image));
        QVERIFY(again && again->isReadable());
        QCOMPARE(measuresJson(*again), measuresJson(image));
        QVERIFY(again->measures.hashes == image.measures.hashes);
        QCOMPARE(again->measures.pixelHash, image.measures.pixelHash);
        QCOMPARE(again->measures.size, image.measures.size);
        QVERIFY(again->measures.covered.kind == CoveredRegion::Kind::Gap);
        QCOMPARE(again->measures.covered.area, QRect(3, 4, 50, 20));
        // Measures of an earlier version are taken again.
        QByteArray earlier = measuresJson(image);
        earlier.replace("\"v\":6", "\"v\":5");
        QVERIFY(earlier != measuresJson(image));
        QVERIFY(!measuresFromJson(earlier));
        for (const char* broken : {"", "{", "[]", "{\"v\":99}", "{\"v\":2,\"size\":[1]}", "null"}) {
            QVERIFY2(!measuresFromJson(broken), broken);
        }
    }

    void measuredOnceAProject()
    {
        QTemporaryDir folder;
        auto project = Project::create(folder.filePath(QStringLiteral("p.winnow")));
        QVERIFY_RESULT(project);
        const auto id = storeImages(**project,
            {png(120, 90, {250, 250, 250}, true), png(120, 90, {4, 4, 4}, false), QByteArray("broken")});
        QVERIFY_RESULT(id);
        SilentProgress progress;
        const auto first = measureDatasetImages(**project, *id, progress);
        QVERIFY_RESULT(first);
        QCOMPARE(first->measured, 2);
        QCOMPARE(first->unreadable, 1);
        const auto second = measureDatasetImages(**project, *id, progress);
        QVERIFY_RESULT(second);
        QCOMPARE(second->measured, 0);
        QCOMPARE(second->known, 2);
        QCOMPARE(second->unreadable, 1);

        AuditRequest request;
        request.detectors = {QStringLiteral("dark"), QStringLiteral("image_file")};
        const auto report = AuditRunner(**project).run(request, progress);
        QVERIFY_RESULT(report);
        QCOMPARE(report->added, 2);
        const auto again = AuditRunner(**project).run(request, progress);
        QVERIFY_RESULT(again);
        QCOMPARE(again->added, 0);
        QCOMPARE(again->kept, 2);
    }

    void cancelled()
    {
        QTemporaryDir folder;
        auto project = Project::create(folder.filePath(QStringLiteral("p.winnow")));
        QVERIFY_RESULT(project);
        const auto id = storeImages(**project, {png(120, 90, {250, 250, 250}, true)});
        QVERIFY_RESULT(id);
        SilentProgress progress;
        progress.cancel();
        const auto outcome = measureDatasetImages(**project, *id, progress);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
    }

    void noImages()
    {
        AuditDataBuilder builder;
        builder.addSample(mcq(0, 4, 0));
        const auto data = builder.finish();
        for (const char* id : {"dark", "odd_size", "grayscale", "image_file", "small_text"}) {
            QVERIFY2(evaluate(id, *data).flags.empty(), id);
            const SentenceList unmet
                = unmetNeeds(DetectorRegistry::instance().find(QString::fromLatin1(id))->info().requirements,
                    coverageOf(*data));
            QCOMPARE(unmet.size(), 1);
            QVERIFY2(unmet.front().contains(QStringLiteral("needs images")), qPrintable(unmet.front()));
        }
    }
};

QTEST_APPLESS_MAIN(TestDetectorImages)
#include "tst_detector_images.moc"
