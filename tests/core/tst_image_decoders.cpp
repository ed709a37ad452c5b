// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every format is read by its own decoder, within one budget, and only where that decoder reads the same size
// from the file as our header reader. The files here are harmless: they merely disagree with themselves.

#include "core/image/imagecodec.h"
#include "core/image/imageheader.h"
#include "tests/core/imagefixtures.h"

#include <QTest>

using namespace winnow;
using namespace winnow::test;

namespace {

QString colourAt(const Bitmap& bitmap, int x, int y)
{
    const char* p = bitmap.pixels.constData() + y * bitmap.bytesPerLine() + x * bitmap.channels;
    const auto high = [&](int channel) { return uchar(p[channel]) > 128; };
    return QStringLiteral("%1%2%3").arg(int(high(0))).arg(int(high(1))).arg(int(high(2)));
}

/// A JPEG with a second frame header of another size before its pixels.
QByteArray jpegOfTwoSizes(int width, int height)
{
    const QByteArray jpeg = *encodeJpeg(quarters(), 95);
    const qsizetype at = jpeg.indexOf("\xff\xc0");
    const qsizetype end = at + 2 + (uchar(jpeg[at + 2]) << 8 | uchar(jpeg[at + 3]));
    const QByteArray frame = jpeg.mid(at, end - at);
    const QByteArray other = frame.first(5) + be16(height) + be16(width) + frame.mid(9);
    return jpeg.first(end) + other + jpeg.mid(end);
}

/// Its header chunk comes twice, with two sizes.
QByteArray pngOfTwoSizes()
{
    const QByteArray png = *encodePng(quarters());
    const QByteArray other = *encodePng(Canvas(600, 600).bitmap());
    return png.first(33) + other.mid(8, 25) + png.mid(33);
}

void addAllFormats()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("png") << *encodePng(quarters());
    QTest::newRow("jpeg") << *encodeJpeg(quarters(), 95);
    QTest::newRow("progressive jpeg") << progressiveJpeg();
    QTest::newRow("gif") << quartersGif();
    QTest::newRow("webp") << lossyWebP();
    QTest::newRow("lossless webp") << losslessWebP();
    QTest::newRow("tiff") << quartersTiff();
    QTest::newRow("ppm") << quartersPpm(false);
    QTest::newRow("ppm as text") << quartersPpm(true);
    QTest::newRow("bmp") << bmpOf(24, 0, bmpPixels(24));
    QTest::newRow("bmp in runs") << bmpOf(8, 1, bmpRuns(8));
}

} // namespace

class ImageDecodersTest : public QObject {
    Q_OBJECT

private slots:
    void readsThePixels_data()
    {
        addAllFormats();
        QTest::newRow("bmp, first row first") << bmpOf(24, 0, bmpPixels(24, true), true);
        QTest::newRow("bmp of 32 bits") << bmpOf(32, 0, bmpPixels(32));
        QTest::newRow("bmp of 16 bits") << bmpOf(16, 0, bmpPixels(16));
        QTest::newRow("bmp of 8 bits") << bmpOf(8, 0, bmpPixels(8));
        QTest::newRow("bmp of 4 bits") << bmpOf(4, 0, bmpPixels(4));
        QTest::newRow("bmp in runs of 4 bits") << bmpOf(4, 2, bmpRuns(4));
        QTest::newRow("bmp with masks")
            << bmpOf(32, 3, le32(0xff0000) + le32(0xff00) + le32(0xff) + bmpPixels(32))
                   .replace(10, 1, "\x42");
        QTest::newRow("oldest bmp") << coreBmp();
    }
    void readsThePixels()
    {
        QFETCH(QByteArray, bytes);
        const ImageHeader header = readImageHeader(bytes);
        QCOMPARE(header.width, kQuartersWidth);
        QCOMPARE(header.height, kQuartersHeight);
        QVERIFY(checkImage(bytes, header));
        const auto bitmap = decodeImage(bytes);
        QVERIFY2(bitmap, bitmap ? "" : qPrintable(bitmap.error().text()));
        QCOMPARE(bitmap->width, kQuartersWidth);
        QCOMPARE(bitmap->height, kQuartersHeight);
        QCOMPARE(bitmap->channels, 3);
        QCOMPARE(colourAt(*bitmap, 3, 3), QStringLiteral("100"));
        QCOMPARE(colourAt(*bitmap, 36, 3), QStringLiteral("010"));
        QCOMPARE(colourAt(*bitmap, 3, 16), QStringLiteral("001"));
        QCOMPARE(colourAt(*bitmap, 36, 16), QStringLiteral("111"));
    }

    void readsGreyAndBitmaps_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("pixels");
        const QByteArray threeTones("\x00\x80\xff", 3);
        QTest::newRow("pgm") << QByteArray("P5 3 1 255 ") + threeTones << threeTones;
        QTest::newRow("pgm of 16 bits")
            << QByteArray("P5 3 1 65535 ") + QByteArray("\0\0\x80\x80\xff\xff", 6) << threeTones;
        QTest::newRow("pgm with its own white") << QByteArray("P2\n3 1\n# white\n2\n0 1 2") << threeTones;
        QTest::newRow("pbm") << QByteArray("P4\n3 1\n") + char(0xa0) << QByteArray("\x00\xff\x00", 3);
        QTest::newRow("pbm as text") << QByteArray("P1\n3 1\n101") << QByteArray("\x00\xff\x00", 3);
    }
    void readsGreyAndBitmaps()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, pixels);
        const auto bitmap = decodeImage(bytes);
        QVERIFY2(bitmap, bitmap ? "" : qPrintable(bitmap.error().text()));
        QCOMPARE(bitmap->channels, 1);
        QCOMPARE(bitmap->pixels, pixels);
    }

    void whatDisagreesIsNotSupported_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("png of two sizes") << pngOfTwoSizes();
        QTest::newRow("png with a longer header")
            << QByteArray(*encodePng(quarters())).replace(8, 4, QByteArray("\0\0\0\x0e", 4));
        QTest::newRow("jpeg, large then small") << jpegOfTwoSizes(20, 10);
        QTest::newRow("jpeg, small then large") << jpegOfTwoSizes(9000, 9000);
        QTest::newRow("gif with a frame larger than it is") << quartersGif(20, 10);
        QTest::newRow("webp canvas smaller than its picture") << extendedWebP(0, losslessWebP().mid(12));
        QTest::newRow("webp canvas larger than its picture")
            << extendedWebP(0, losslessWebP().mid(12), 8000, 8000);
        QTest::newRow("webp that has the mark of DICOM") << extendedWebP(
            0, QByteArray("ICCP") + le32(120) + QByteArray(90, 'x') + "DICM" + QByteArray(26, 'x'));
        QTest::newRow("animated webp") << animatedWebP();
        QTest::newRow("tiff of two widths") << quartersTiff(1, {{256, 3, 9000}});
        QTest::newRow("tiff of two heights") << quartersTiff(1, {{257, 3, 9000}});
        QTest::newRow("tiff packed as JPEG 2000") << quartersTiff(1, {}, 34712);
        QTest::newRow("tiff packed as WebP") << quartersTiff(1, {}, 50001);
        QTest::newRow("bmp with a header of no known kind")
            << bmpOf(24, 0, bmpPixels(24)).replace(14, 1, QByteArray(1, 44));
        QTest::newRow("bmp that holds a JPEG") << bmpOf(24, 4, *encodeJpeg(quarters()));
    }
    void whatDisagreesIsNotSupported()
    {
        QFETCH(QByteArray, bytes);
        const ImageHeader header = readImageHeader(bytes);
        QVERIFY(header.isValid());
        const auto checked = checkImage(bytes, header);
        QVERIFY(!checked);
        QVERIFY2(checked.error().code == ErrorCode::Unsupported, qPrintable(checked.error().text()));
        QVERIFY2(checked.error().message.contains(QStringLiteral("not supported")),
            qPrintable(checked.error().message));
        const auto bitmap = decodeImage(bytes);
        QVERIFY(!bitmap);
        QCOMPARE(bitmap.error().code, ErrorCode::Unsupported);
        QCOMPARE(bitmap.error().message, checked.error().message);
    }

    void whatOnlyBeginsLikeAnImageIsNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("words") << QByteArray("P1 is the first of 3 parts, P2 the second of 4");
        QTest::newRow("numbers after words") << QByteArray("P5 x10 10 255 ") + QByteArray(100, 'x');
        QTest::newRow("no end to its width") << QByteArray("P5 12345678901234567890 1 255 ");
    }
    void whatOnlyBeginsLikeAnImageIsNone()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(readImageHeader(bytes).format, ImageFormat::Unknown);
        QVERIFY(!decodeImage(bytes));
    }

    void oneBudgetForAllFormats_data() { addAllFormats(); }
    void oneBudgetForAllFormats()
    {
        QFETCH(QByteArray, bytes);
        const ImageHeader header = readImageHeader(bytes);
        const auto codeWith = [&](const DecodeLimits& limits) {
            const auto bitmap = decodeImage(bytes, 0, limits);
            return bitmap ? QStringLiteral("decoded") : errorCodeName(bitmap.error().code);
        };
        const QString over = errorCodeName(ErrorCode::LimitExceeded);
        DecodeLimits pixels;
        pixels.maxPixels = kQuartersWidth * kQuartersHeight - 1;
        QCOMPARE(codeWith(pixels), over);
        QVERIFY(!checkImage(bytes, header, pixels));
        DecodeLimits file;
        file.maxBytes = bytes.size() - 1;
        QCOMPARE(codeWith(file), over);
        QVERIFY(!checkImage(bytes, header, file));
        DecodeLimits memory;
        memory.maxMemory = kQuartersWidth * kQuartersHeight * 3 - 1;
        QCOMPARE(codeWith(memory), over);
        QVERIFY(!checkImage(bytes, header, memory));
        DecodeLimits time;
        time.maxSeconds = 0;
        QCOMPARE(codeWith(time), over);
        QCOMPARE(codeWith({}), QStringLiteral("decoded"));
    }

    void aProgressiveJpegPaysForItsScans()
    {
        DecodeLimits limits;
        limits.maxMemory = kQuartersWidth * kQuartersHeight * 3 + 1000;
        QVERIFY(
            checkImage(*encodeJpeg(quarters(), 95), readImageHeader(*encodeJpeg(quarters(), 95)), limits));
        QVERIFY(decodeImage(*encodeJpeg(quarters(), 95), 0, limits));
        const auto bitmap = decodeImage(progressiveJpeg(), 0, limits);
        QVERIFY(!bitmap);
        QCOMPARE(bitmap.error().code, ErrorCode::LimitExceeded);
    }

    void partsOfATiffArePaidFor()
    {
        // 60,000 samples a pixel: its size is small, a strip of it is not.
        DecodeLimits limits;
        limits.maxMemory = 5'000'000;
        QByteArray tiff = quartersTiff();
        const QByteArray samples = le16(277) + le16(3);
        tiff.replace(tiff.indexOf(samples) + 8, 2, le16(60'000));
        const auto bitmap = decodeImage(tiff, 0, limits);
        QVERIFY(!bitmap);
        QCOMPARE(bitmap.error().code, ErrorCode::LimitExceeded);
    }

    void aPipeIsNotWaitedFor()
    {
        const auto bytes = readImageFile(QStringLiteral("/dev/zero"));
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().code, ErrorCode::WrongKind);
    }
};

QTEST_GUILESS_MAIN(ImageDecodersTest)
#include "tst_image_decoders.moc"
