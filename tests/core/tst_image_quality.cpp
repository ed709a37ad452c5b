// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/canvas.h"
#include "core/image/quality.h"

#include <QFile>
#include <QTest>

using namespace winnow;

namespace {

QString sharedData()
{
    const QString fromEnvironment = qEnvironmentVariable("WINNOW_SHARED_DATA");
    return fromEnvironment.isEmpty() ? QStringLiteral(WINNOW_SOURCE_DIR "/../shared/data") : fromEnvironment;
}

QByteArray bytesOf(const QString& file)
{
    QFile in(sharedData() + u'/' + file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

Bitmap chart(const QVector<int>& bars, int width = 400, int height = 300)
{
    Canvas canvas(width, height);
    canvas.line({30, 20}, {30, height - 30.0}, {0, 0, 0}, 2);
    canvas.line({30, height - 30.0}, {width - 20.0, height - 30.0}, {0, 0, 0}, 2);
    for (int i = 0; i < bars.size(); ++i) {
        canvas.fillRect(QRectF(50 + i * 60, height - 30 - bars[i], 40, bars[i]), {60, 110, 180});
        canvas.text(
            {70.0 + i * 60, height - 12.0}, QString::number(bars[i]), 10, {0, 0, 0}, TextAnchor::Centre);
    }
    return canvas.bitmap();
}

/// The bitmap turned pixel by pixel, from the definition of the turn.
Bitmap turned(const Bitmap& in, Turn turn)
{
    const bool transposes = int(turn) >= int(Turn::Transpose);
    Bitmap out{transposes ? in.height : in.width, transposes ? in.width : in.height, in.channels, {}};
    out.pixels.resize(in.pixels.size());
    for (int y = 0; y < out.height; ++y) {
        for (int x = 0; x < out.width; ++x) {
            int sx = transposes ? y : x;
            int sy = transposes ? x : y;
            switch (turn) {
            case Turn::FlipHorizontal:
                sx = in.width - 1 - sx;
                break;
            case Turn::FlipVertical:
                sy = in.height - 1 - sy;
                break;
            case Turn::Rotate180:
            case Turn::AntiTranspose:
                sx = in.width - 1 - sx;
                sy = in.height - 1 - sy;
                break;
            case Turn::Rotate90: // clockwise: the new top row is the old left column, bottom first
                sy = in.height - 1 - sy;
                break;
            case Turn::Rotate270:
                sx = in.width - 1 - sx;
                break;
            default:
                break;
            }
            for (int c = 0; c < in.channels; ++c) {
                out.pixels[y * out.bytesPerLine() + x * in.channels + c]
                    = in.pixels[sy * in.bytesPerLine() + sx * in.channels + c];
            }
        }
    }
    return out;
}

} // namespace

class ImageQualityTest : public QObject {
    Q_OBJECT

private slots:
    /// Reference: cleanvision's formulas run with Pillow 9.4 and numpy 1.24 over the same files; hash: the
    /// same DCT with Pillow's resampling.
    void scoresAreCleanvisions_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<double>("dark");
        QTest::addColumn<double>("light");
        QTest::addColumn<double>("information");
        QTest::addColumn<double>("blurry");
        QTest::addColumn<double>("aspect");
        QTest::addColumn<double>("grayscale");
        QTest::addColumn<quint64>("hash");
        const QString dir = QStringLiteral("imagededup_testimages/");
        const auto row = [](const QString& file, double dark, double light, double information, double blurry,
                             double aspect, double grayscale, quint64 hash) {
            QTest::newRow(qPrintable(file))
                << file << dark << light << information << blurry << aspect << grayscale << hash;
        };
        row(dir + QLatin1String("base_images/ukbench00120.jpg"), .92210, .82324, .89730, .52289, .75, 1,
            0x9fee256239984d71);
        row(dir + QLatin1String("base_images/ukbench01380.jpg"), .63174, .86114, .78713, .63831, .75, 1,
            0xb6c9c963c127c96e);
        row(dir + QLatin1String("base_images/ukbench08976.jpg"), .74620, .57069, .80407, .52612, .75, 1,
            0xc67b982559d6649b);
        row(dir + QLatin1String("base_images/ukbench08996.jpg"), .79120, .87009, .84802, .42263, .75, 1,
            0x8f66b0b1cd5a962d);
        row(dir + QLatin1String("base_images/ukbench09012.jpg"), .78193, .98060, .78538, .70934, .75, 1,
            0xc0363f9c26333b3d);
        row(dir + QLatin1String("base_images/ukbench09040.jpg"), .94915, .77429, .89034, .37906, .75, 1,
            0xcc3c334f4e36329b);
        row(dir + QLatin1String("formats_images/baboon.pgm"), .87451, .76863, .73582, .46411, 1, 0,
            0xdf20607d1fa1d88f);
        row(dir + QLatin1String("formats_images/copyleft.tiff"), 1, 1, .31470, 1, 1, 1, 0xe918bec6e93834c7);
        row(dir + QLatin1String("ukbench00120_gray.jpg"), .92157, .83529, .73379, .52297, .75, 0,
            0x9fee256239984d71);
        row(QStringLiteral("mathv/images/1000.jpg"), 1, .82134, .38769, .90901, .16315, 1,
            0xee4cd1b3294cf632);
        row(QStringLiteral("mathv/images/1015.jpg"), 1, .02353, .26178, .86983, .19062, 1,
            0xef85927e81d07f81);
    }

    void scoresAreCleanvisions()
    {
        QFETCH(QString, file);
        QFETCH(double, dark);
        QFETCH(double, light);
        QFETCH(double, information);
        QFETCH(double, blurry);
        QFETCH(double, aspect);
        QFETCH(double, grayscale);
        QFETCH(quint64, hash);
        const QByteArray bytes = bytesOf(file);
        if (bytes.isEmpty()) {
            QSKIP("The shared data folder is not here");
        }
        const auto m = measureImage(bytes);
        QVERIFY(m);
        const auto close = [](double actual, double expected, double tolerance) {
            return std::abs(actual - expected) <= tolerance;
        };
        QVERIFY2(close(m->dark, dark, .005), qPrintable(QString::number(m->dark)));
        QVERIFY2(close(m->light, light, .005), qPrintable(QString::number(m->light)));
        QVERIFY2(close(m->lowInformation, information, .005), qPrintable(QString::number(m->lowInformation)));
        QVERIFY2(close(m->blurry, blurry, .015), qPrintable(QString::number(m->blurry)));
        QVERIFY2(close(m->oddAspectRatio, aspect, .0001), qPrintable(QString::number(m->oddAspectRatio)));
        QCOMPARE(m->grayscale, grayscale);
        // The file with EXIF orientation is hashed as shown; all others as Pillow has them.
        QVERIFY2(hammingDistance(m->hashes[0], hash) <= 4,
            qPrintable(QString::number(hammingDistance(m->hashes[0], hash))));
    }

    void tellsDarkLightBlurryEmptyGreyAndOdd()
    {
        const QualityThresholds limits;
        const auto scoresOf = [](Canvas& canvas, bool grey = false) {
            return *measureImage(*encodePng(canvas.bitmap(grey)));
        };
        Canvas good(320, 240);
        good.gradient({30, 60, 90}, {230, 200, 160});
        good.fillCircle({100, 100}, 50, {200, 30, 30});
        good.noise(3, 20);
        const ImageMeasures fine = scoresOf(good);
        QVERIFY(fine.dark > limits.dark && fine.light > limits.light && fine.blurry > limits.blurry);
        QVERIFY(fine.lowInformation > limits.lowInformation && fine.oddAspectRatio > limits.oddAspectRatio);
        QCOMPARE(fine.grayscale, 1.0);
        QVERIFY(!fine.colourless);
        QCOMPARE(scoresOf(good, true).grayscale, 0.0);

        good.adjust(0.2, 0);
        QVERIFY(scoresOf(good).dark < limits.dark);
        Canvas flat(320, 240, {250, 250, 250});
        const ImageMeasures empty = scoresOf(flat);
        QVERIFY(empty.lowInformation < limits.lowInformation);
        QVERIFY(empty.light < limits.light);
        QVERIFY(empty.colourless);
        Canvas strip(900, 100);
        QVERIFY(scoresOf(strip).oddAspectRatio < limits.oddAspectRatio);
        Canvas soft(320, 240);
        soft.gradient({20, 20, 20}, {110, 110, 110});
        soft.noise(3, 40);
        soft.blur(12);
        QVERIFY2(scoresOf(soft).blurry < limits.blurry, qPrintable(QString::number(scoresOf(soft).blurry)));
    }

    void oddSizesAreOutsideTheQuartiles()
    {
        QVector<double> sizes;
        for (int i = 0; i < 100; ++i) {
            sizes.append(480 + i);
        }
        sizes.append(3000);
        sizes.append(20);
        const QVector<double> scores = oddSizeScores(sizes);
        for (int i = 0; i < 100; ++i) {
            QVERIFY(scores[i] > 0.5);
        }
        QVERIFY(scores[100] < 0.5);
        QVERIFY(scores[101] < 0.5);
        const QVector<double> same = oddSizeScores({512, 512, 512, 512, 512, 700});
        QCOMPARE(same[0], 1.0);
        QVERIFY(same[5] < 0.5);
        QVERIFY(oddSizeScores({}).isEmpty());
        QCOMPARE(oddSizeScores({100}), QVector<double>{1.0});
    }

    void hashesOfTurnsAreHashesOfTurnedImages()
    {
        const QByteArray bytes
            = bytesOf(QStringLiteral("imagededup_testimages/base_images/ukbench00120.jpg"));
        if (bytes.isEmpty()) {
            QSKIP("The shared data folder is not here");
        }
        const Bitmap image = *decodeImage(bytes);
        const auto hashes = perceptualHashes(image);
        QCOMPARE(hashes[0], perceptualHash(image));
        for (int turn = 0; turn < kTurns; ++turn) {
            const quint64 actual = perceptualHash(turned(image, Turn(turn)));
            QVERIFY2(hammingDistance(hashes[size_t(turn)], actual) <= 2,
                qPrintable(QStringLiteral("turn %1: %2")
                               .arg(turn)
                               .arg(hammingDistance(hashes[size_t(turn)], actual))));
            if (turn > 0) {
                QVERIFY(hammingDistance(hashes[0], actual) > 12);
            }
        }
    }

    void findsRealVariants()
    {
        const QString dir = QStringLiteral("imagededup_testimages/");
        const QByteArray original = bytesOf(dir + QStringLiteral("mixed_images/ukbench00120.jpg"));
        if (original.isEmpty()) {
            QSKIP("The shared data folder is not here");
        }
        const ImageMeasures first = *measureImage(original);
        const auto hashOf
            = [&](const char* file) { return *measureImage(bytesOf(dir + QString::fromLatin1(file))); };
        QVERIFY(
            hammingDistance(first.hashes[0], hashOf("mixed_images/ukbench00120_resize.jpg").hashes[0]) <= 4);
        QVERIFY(hammingDistance(first.hashes[0], hashOf("ukbench00120_gray.jpg").hashes[0]) <= 4);
        QVERIFY(hammingDistance(first.hashes[0], hashOf("alpha_channel_image.png").hashes[0]) <= 4);
        const ImageMeasures flipped = hashOf("mixed_images/ukbench00120_hflip.jpg");
        QVERIFY(hammingDistance(first.hashes[0], flipped.hashes[0]) > 10);
        QVERIFY(hammingDistance(first.hashes[size_t(Turn::FlipHorizontal)], flipped.hashes[0]) <= 4);
        QVERIFY(hammingDistance(first.hashes[0], hashOf("base_images/ukbench09380.jpg").hashes[0]) > 10);
    }

    void equalPixelsHaveEqualPixelHashes()
    {
        const Bitmap bitmap = chart({50, 120, 80});
        const ImageMeasures png = *measureImage(*encodePng(bitmap));
        // The same picture as a binary PPM.
        const QByteArray ppm = QByteArray("P6\n400 300\n255\n") + bitmap.pixels;
        const ImageMeasures other = *measureImage(ppm);
        QCOMPARE(other.header.format, ImageFormat::Pnm);
        QCOMPARE(other.pixelHash, png.pixelHash);
        QVERIFY(measureImage(*encodePng(chart({50, 121, 80})))->pixelHash != png.pixelHash);
        QVERIFY(measureImage(*encodeJpeg(bitmap))->pixelHash != png.pixelHash);
    }

    void differenceTellsCopiesFromLookAlikes()
    {
        const Bitmap original = chart({50, 120, 80, 150});
        const Bitmap recompressed = *decodeImage(*encodeJpeg(original, 60));
        QVERIFY2(imageDifference(original, recompressed) < 0.02,
            qPrintable(QString::number(imageDifference(original, recompressed))));
        const Bitmap small = scaled(original, 240, 180);
        QVERIFY2(imageDifference(original, small) < 0.02,
            qPrintable(QString::number(imageDifference(original, small))));
        const Bitmap lookAlike = chart({50, 120, 95, 150});
        QVERIFY2(imageDifference(original, lookAlike) > 0.1,
            qPrintable(QString::number(imageDifference(original, lookAlike))));
        QCOMPARE(imageDifference(original, chart({50, 120, 80, 150}, 400, 200)), 1.0);
    }

    void textHeightFollowsTheText()
    {
        const auto page = [](double height) {
            Canvas canvas(600, 400);
            for (int i = 0; i < 6; ++i) {
                canvas.text({20, 50 + i * 2.2 * height}, QStringLiteral("The total amount due is 1284"),
                    height, {20, 20, 20});
            }
            return measureImage(*encodePng(canvas.bitmap()), {{}, true})->textHeight;
        };
        QVERIFY2(page(10) >= 5 && page(10) <= 13, qPrintable(QString::number(page(10))));
        QVERIFY2(page(24) >= 14 && page(24) <= 30, qPrintable(QString::number(page(24))));
        Canvas none(300, 200);
        none.gradient({20, 20, 20}, {200, 200, 200});
        QCOMPARE(measureImage(*encodePng(none.bitmap()), {{}, true})->textHeight, 0.0);
    }

    void manyAtOnceAreEachReported()
    {
        QVector<QByteArray> files;
        for (int i = 0; i < 40; ++i) {
            files.append(i % 10 == 3 ? QByteArray("broken") : *encodePng(chart({10 + i, 60, 90})));
        }
        QVector<int> seen(files.size(), 0);
        QVector<quint64> hashes(files.size(), 0);
        int broken = 0;
        SilentProgress progress;
        const auto result = measureImages(
            files.size(), [&](qsizetype i) -> Result<QByteArray> { return files[i]; },
            [&](qsizetype i, Result<ImageMeasures> m) {
                ++seen[i];
                broken += m ? 0 : 1;
                hashes[i] = m ? m->hashes[0] : 0;
            },
            progress);
        QVERIFY(result);
        QCOMPARE(seen, QVector<int>(files.size(), 1));
        QCOMPARE(broken, 4);
        QCOMPARE(hashes[5], measureImage(files[5])->hashes[0]);

        progress.cancel();
        const auto cancelled = measureImages(
            files.size(), [&](qsizetype i) -> Result<QByteArray> { return files[i]; },
            [&](qsizetype, Result<ImageMeasures>) {}, progress);
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(ImageQualityTest)
#include "tst_image_quality.moc"
