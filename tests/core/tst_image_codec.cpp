// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/canvas.h"
#include "core/image/imagecodec.h"
#include "core/image/imageheader.h"
#include "tests/core/imagefixtures.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace winnow;
using namespace winnow::test;

namespace {

QString imageFolder()
{
    const QString fromEnvironment = qEnvironmentVariable("WINNOW_SHARED_DATA");
    return (fromEnvironment.isEmpty() ? QStringLiteral(WINNOW_SOURCE_DIR "/../shared/data") : fromEnvironment)
        + QStringLiteral("/imagededup_testimages/");
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString colourAt(const Bitmap& bitmap, int x, int y)
{
    const char* p = bitmap.pixels.constData() + y * bitmap.bytesPerLine() + x * bitmap.channels;
    const auto high = [&](int channel) { return uchar(p[channel]) > 128; };
    return QStringLiteral("%1%2%3").arg(int(high(0))).arg(int(high(1))).arg(int(high(2)));
}

/// `jpeg` with an EXIF block that holds the orientation and nothing else.
QByteArray withOrientation(const QByteArray& jpeg, char orientation)
{
    QByteArray tiff("MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0", 19);
    tiff += orientation;
    tiff += QByteArray(6, '\0');
    QByteArray segment = QByteArray("Exif\0\0", 6) + tiff;
    const int length = int(segment.size()) + 2;
    return jpeg.first(2) + "\xff\xe1" + char(length >> 8) + char(length & 0xff) + segment + jpeg.mid(2);
}

} // namespace

class ImageCodecTest : public QObject {
    Q_OBJECT

private slots:
    void decodesEveryFormat_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("channels");
        QTest::newRow("jpeg") << "base_images/ukbench00120.jpg" << QSize(640, 480) << 3;
        QTest::newRow("grey jpeg") << "ukbench00120_gray.jpg" << QSize(640, 480) << 1;
        QTest::newRow("alpha png") << "alpha_channel_image.png" << QSize(640, 480) << 4;
        QTest::newRow("jpeg named svg") << "formats_images/ukbench09380.svg" << QSize(640, 480) << 3;
        QTest::newRow("webp") << "formats_images/ukbench09380.webp" << QSize(640, 480) << 3;
        QTest::newRow("tiff") << "formats_images/copyleft.tiff" << QSize(220, 220) << 3;
        QTest::newRow("pgm") << "formats_images/baboon.pgm" << QSize(512, 512) << 1;
        QTest::newRow("pbm") << "formats_images/marbles.pbm" << QSize(1152, 813) << 1;
        QTest::newRow("gif") << "formats_images/giphy.gif" << QSize(314, 400) << 3;
    }

    void decodesEveryFormat()
    {
        QFETCH(QString, file);
        QFETCH(QSize, size);
        QFETCH(int, channels);
        if (!QFile::exists(imageFolder() + file)) {
            QSKIP("The shared data folder is not here");
        }
        const QByteArray bytes = bytesOf(imageFolder() + file);
        const auto bitmap = decodeImage(bytes);
        QVERIFY2(bitmap, bitmap ? "" : qPrintable(bitmap.error().text()));
        QCOMPARE(QSize(bitmap->width, bitmap->height), size);
        if (file.endsWith(QLatin1String(".gif"))) {
            QVERIFY(bitmap->channels >= 3);
        } else {
            QCOMPARE(bitmap->channels, channels);
        }
        QCOMPARE(bitmap->pixels.size(), bitmap->bytesPerLine() * bitmap->height);

        const auto small = decodeImage(bytes, 100);
        QVERIFY(small);
        QCOMPARE(std::max(small->width, small->height), 100);
        const auto thumbnail = encodeThumbnail(bytes, 100);
        QVERIFY(thumbnail);
        const ImageHeader header = readImageHeader(*thumbnail);
        QCOMPARE(std::max(header.width, header.height), 100);
        QCOMPARE(header.format, bitmap->channels == 4 ? ImageFormat::Png : ImageFormat::Jpeg);
    }

    void appliesExifOrientation_data()
    {
        QTest::addColumn<int>("orientation");
        // Colours at upper left and upper right as shown, read off the definition of the tag.
        QTest::addColumn<QString>("upperLeft");
        QTest::addColumn<QString>("upperRight");
        const QString red = QStringLiteral("100");
        const QString green = QStringLiteral("010");
        const QString blue = QStringLiteral("001");
        const QString white = QStringLiteral("111");
        QTest::newRow("1") << 1 << red << green;
        QTest::newRow("2 mirrored") << 2 << green << red;
        QTest::newRow("3 upside down") << 3 << white << blue;
        QTest::newRow("4 flipped") << 4 << blue << white;
        QTest::newRow("5 transposed") << 5 << red << blue;
        QTest::newRow("6 needs a quarter right") << 6 << blue << red;
        QTest::newRow("7 antitransposed") << 7 << white << green;
        QTest::newRow("8 needs a quarter left") << 8 << green << white;
    }

    void appliesExifOrientation()
    {
        QFETCH(int, orientation);
        QFETCH(QString, upperLeft);
        QFETCH(QString, upperRight);
        const QByteArray jpeg = withOrientation(*encodeJpeg(quarters(), 95), char(orientation));
        QCOMPARE(readImageHeader(jpeg).orientation, orientation);
        const auto bitmap = decodeImage(jpeg);
        QVERIFY(bitmap);
        QCOMPARE(bitmap->width, orientation >= 5 ? 20 : 40);
        QCOMPARE(colourAt(*bitmap, 3, 3), upperLeft);
        QCOMPARE(colourAt(*bitmap, bitmap->width - 4, 3), upperRight);
    }

    void tiffIsTurnedOnce_data() { appliesExifOrientation_data(); }
    void tiffIsTurnedOnce()
    {
        QFETCH(int, orientation);
        QFETCH(QString, upperLeft);
        QFETCH(QString, upperRight);
        const QByteArray tiff = quartersTiff(orientation);
        QCOMPARE(readImageHeader(tiff).orientation, orientation);
        const auto decoded = decodeImage(tiff);
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().text()));
        QCOMPARE(decoded->width, readImageHeader(tiff).shownWidth());
        QCOMPARE(colourAt(*decoded, 3, 3), upperLeft);
        QCOMPARE(colourAt(*decoded, decoded->width - 4, 3), upperRight);
    }

    void refusesWhatIsNoImage_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray png = *encodePng(quarters());
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello, this is no image at all");
        QTest::newRow("png head only") << png.first(20);
        QTest::newRow("gif head only") << QByteArray("GIF89a\x10\0\x10\0\0\0\0", 13);
        QTest::newRow("corrupt file")
            << bytesOf(imageFolder() + QStringLiteral("mixed_images/ukbench09268_corrupt.jpg"));
    }

    void refusesWhatIsNoImage()
    {
        QFETCH(QByteArray, bytes);
        const auto bitmap = decodeImage(bytes);
        QVERIFY(!bitmap);
        QCOMPARE(bitmap.error().code, ErrorCode::InvalidInput);
        QVERIFY(!encodeThumbnail(bytes, 64));
    }

    void showsWhatIsLeftOfACutOffJpeg()
    {
        const QByteArray whole = *encodeJpeg(picture(), 90);
        const QByteArray cut = whole.first(whole.size() / 2);
        QVERIFY(readImageHeader(cut).truncated);
        const auto bitmap = decodeImage(cut);
        QVERIFY(bitmap);
        QCOMPARE(bitmap->width, 300);
    }

    void survivesMutations_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("png") << *encodePng(picture());
        QTest::newRow("jpeg") << *encodeJpeg(picture(), 80);
        if (!QFile::exists(imageFolder())) {
            return;
        }
        QTest::newRow("gif")
            << bytesOf(imageFolder() + QStringLiteral("formats_images/giphy.gif")).first(40000);
        QTest::newRow("webp") << bytesOf(imageFolder() + QStringLiteral("formats_images/ukbench09380.webp"));
        QTest::newRow("tiff") << bytesOf(imageFolder() + QStringLiteral("formats_images/copyleft.tiff"));
    }

    void survivesMutations()
    {
        QFETCH(QByteArray, bytes);
        if (bytes.isEmpty()) {
            QSKIP("The shared data folder is not here");
        }
        quint32 state = 11;
        const DecodeLimits limits{4'000'000, 16'000'000};
        for (int round = 0; round < 60; ++round) {
            QByteArray mutated = bytes;
            for (int i = 0; i < 5; ++i) {
                state = state * 1664525U + 1013904223U;
                mutated[qsizetype(state >> 8) % mutated.size()] = char(state >> 3);
            }
            const auto bitmap = decodeImage(mutated, 0, limits);
            if (bitmap) {
                QVERIFY(qint64(bitmap->width) * bitmap->height <= limits.maxPixels);
            }
        }
    }

    void refusesOverTheByteLimit()
    {
        const QByteArray png = *encodePng(picture());
        const auto bitmap = decodeImage(png, 0, {100'000'000, png.size() - 1});
        QVERIFY(!bitmap);
        QCOMPARE(bitmap.error().code, ErrorCode::LimitExceeded);
        QVERIFY(decodeImage(png, 0, {100'000'000, png.size()}));
        const auto pixels = decodeImage(png, 0, {100, 100'000'000});
        QVERIFY(!pixels);
        QCOMPARE(pixels.error().code, ErrorCode::LimitExceeded);
    }

    void pngRoundTripsExactly_data()
    {
        QTest::addColumn<int>("channels");
        QTest::newRow("grey") << 1;
        QTest::newRow("rgb") << 3;
        QTest::newRow("rgba") << 4;
    }

    void pngRoundTripsExactly()
    {
        QFETCH(int, channels);
        Bitmap bitmap{17, 9, channels, QByteArray(17 * 9 * channels, Qt::Uninitialized)};
        for (qsizetype i = 0; i < bitmap.pixels.size(); ++i) {
            bitmap.pixels[i] = char(i * 37);
        }
        const auto png = encodePng(bitmap);
        QVERIFY(png);
        QCOMPARE(*png, *encodePng(bitmap));
        const auto back = decodeImage(*png);
        QVERIFY(back);
        QCOMPARE(back->channels, channels);
        QCOMPARE(back->pixels, bitmap.pixels);
    }

    void encodingRefusesWhatTheFormatCannotHold()
    {
        for (const Bitmap& bitmap :
            {Bitmap(), Bitmap{4, 4, 2, QByteArray(32, 'x')}, Bitmap{4, 4, 3, QByteArray(47, 'x')}}) {
            QCOMPARE(encodePng(bitmap).error().code, ErrorCode::Internal);
            QCOMPARE(encodeJpeg(bitmap).error().code, ErrorCode::Internal);
        }
        const auto tooWide = encodeJpeg({70'000, 1, 1, QByteArray(70'000, 'x')});
        QVERIFY(!tooWide);
        QVERIFY2(
            tooWide.error().message.contains(QStringLiteral("65500")), qPrintable(tooWide.error().message));
    }

    void jpegDropsAlpha()
    {
        const Bitmap opaque{2, 1, 3, QByteArray("\x10\x20\x30\xd0\xc0\xb0", 6)};
        const Bitmap clear{2, 1, 4, QByteArray("\x10\x20\x30\x00\xd0\xc0\xb0\x7f", 8)};
        QCOMPARE(*encodeJpeg(clear), *encodeJpeg(opaque));
    }

    void canvasDrawsTheSameEveryTime()
    {
        QCOMPARE(*encodePng(picture()), *encodePng(picture()));
        QCOMPARE(*encodeJpeg(picture()), *encodeJpeg(picture()));
        QVERIFY(
            Canvas::textWidth(QStringLiteral("wide text"), 12) > Canvas::textWidth(QStringLiteral("w"), 12));
        const Bitmap grey = [] {
            Canvas canvas(10, 10, {255, 0, 0});
            return canvas.bitmap(true);
        }();
        QCOMPARE(grey.channels, 1);
        QCOMPARE(scaled(picture(), 30, 20).width, 30);
    }

    void fileErrorsNameTheFile()
    {
        const auto missing = encodeThumbnailOfFile(QStringLiteral("/nowhere/x.png"), 64);
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QVERIFY(missing.error().message.contains(QStringLiteral("/nowhere/x.png")));
    }

private:
    static Bitmap picture()
    {
        Canvas canvas(300, 200);
        canvas.gradient({250, 250, 255}, {180, 200, 255});
        canvas.fillCircle({150, 100}, 60, {220, 40, 40});
        canvas.polygon({{20, 20}, {80, 30}, {40, 90}}, {0, 100, 0}, 3);
        canvas.text({150, 180}, QStringLiteral("Sample 42"), 16, {0, 0, 0}, TextAnchor::Centre, 2);
        canvas.noise(5, 6);
        return canvas.bitmap();
    }
};

QTEST_GUILESS_MAIN(ImageCodecTest)
#include "tst_image_codec.moc"
