// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/canvas.h"
#include "core/image/imagecodec.h"
#include "core/image/imageheader.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace winnow;

namespace {

QString sharedData()
{
    const QString fromEnvironment = qEnvironmentVariable("WINNOW_SHARED_DATA");
    return fromEnvironment.isEmpty() ? QStringLiteral(WINNOW_SOURCE_DIR "/../shared/data") : fromEnvironment;
}

QByteArray be32(quint32 value)
{
    QByteArray bytes;
    for (int shift = 24; shift >= 0; shift -= 8) {
        bytes.append(char(value >> shift & 0xff));
    }
    return bytes;
}

/// A PNG signature and IHDR chunk, nothing after it.
QByteArray pngHead(quint32 width, quint32 height, char colourType)
{
    QByteArray bytes("\x89PNG\r\n\x1a\n", 8);
    bytes += be32(13) + "IHDR" + be32(width) + be32(height) + char(8) + colourType + QByteArray(3, '\0');
    return bytes + be32(0);
}

Bitmap picture(int width, int height)
{
    Canvas canvas(width, height, {240, 240, 250});
    canvas.fillCircle({width / 2.0, height / 2.0}, height / 4.0, {200, 30, 30});
    return canvas.bitmap();
}

} // namespace

class ImageHeaderTest : public QObject {
    Q_OBJECT

private slots:
    void readsFilesOfEveryFormat_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("channels");
        QTest::addColumn<bool>("alpha");
        QTest::addColumn<bool>("extensionFits");
        QTest::newRow("jpeg") << "base_images/ukbench00120.jpg"
                              << "jpeg" << QSize(640, 480) << 3 << false << true;
        QTest::newRow("grey jpeg") << "ukbench00120_gray.jpg"
                                   << "jpeg" << QSize(640, 480) << 1 << false << true;
        QTest::newRow("alpha png") << "alpha_channel_image.png"
                                   << "png" << QSize(640, 480) << 3 << true << true;
        QTest::newRow("jpeg named png") << "formats_images/ukbench09380.png"
                                        << "jpeg" << QSize(640, 480) << 3 << false << false;
        QTest::newRow("jpeg named bmp") << "formats_images/ukbench09380.bmp"
                                        << "jpeg" << QSize(640, 480) << 3 << false << false;
        QTest::newRow("jpeg named svg") << "formats_images/ukbench09380.svg"
                                        << "jpeg" << QSize(640, 480) << 3 << false << false;
        QTest::newRow("webp") << "formats_images/ukbench09380.webp"
                              << "webp" << QSize(640, 480) << 3 << false << true;
        QTest::newRow("gif") << "formats_images/giphy.gif"
                             << "gif" << QSize(314, 400) << 3 << false << true;
        QTest::newRow("tiff") << "formats_images/copyleft.tiff"
                              << "tiff" << QSize(220, 220) << 3 << false << true;
        QTest::newRow("pgm") << "formats_images/baboon.pgm"
                             << "pnm" << QSize(512, 512) << 1 << false << true;
        QTest::newRow("pbm") << "formats_images/marbles.pbm"
                             << "pnm" << QSize(1152, 813) << 1 << false << true;
        QTest::newRow("corrupt") << "mixed_images/ukbench09268_corrupt.jpg"
                                 << "" << QSize(0, 0) << 0 << false << false;
    }

    void readsFilesOfEveryFormat()
    {
        QFETCH(QString, file);
        QFETCH(QString, format);
        QFETCH(QSize, size);
        QFETCH(int, channels);
        QFETCH(bool, alpha);
        QFETCH(bool, extensionFits);
        const QString path = sharedData() + QStringLiteral("/imagededup_testimages/") + file;
        if (!QFile::exists(path)) {
            QSKIP("The shared data folder is not here");
        }
        const auto header = readImageHeaderOfFile(path);
        QVERIFY(header);
        QCOMPARE(imageFormatId(header->format), format);
        QCOMPARE(QSize(header->width, header->height), size);
        QCOMPARE(header->channels, channels);
        // The GIF's transparency is its own business.
        if (format != QLatin1String("gif")) {
            QCOMPARE(header->alpha, alpha);
        }
        QVERIFY(!header->truncated);
        QCOMPARE(extensionMatches(header->format, file), extensionFits);
    }

    void readsExifOrientation()
    {
        const QString path
            = sharedData() + QStringLiteral("/imagededup_testimages/base_images/ukbench09268.jpg");
        if (!QFile::exists(path)) {
            QSKIP("The shared data folder is not here");
        }
        const auto header = readImageHeaderOfFile(path);
        QVERIFY(header);
        QCOMPARE(header->orientation, 6);
        QCOMPARE(header->shownWidth(), 480);
    }

    void saysWhenAFileIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const Bitmap bitmap = picture(320, 200);
        QTest::newRow("png") << *encodePng(bitmap);
        QTest::newRow("jpeg") << *encodeJpeg(bitmap);
    }

    void saysWhenAFileIsCutOff()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!readImageHeader(bytes).truncated);
        const ImageHeader cut = readImageHeader(QByteArrayView(bytes).first(bytes.size() * 3 / 4));
        QVERIFY(cut.truncated);
        QCOMPARE(cut.width, 320);
        QCOMPARE(cut.height, 200);
        // A head alone is no verdict.
        QVERIFY(!readImageHeader(QByteArrayView(bytes).first(bytes.size() * 3 / 4), false).truncated);
    }

    void survivesEveryPrefixAndMutation()
    {
        QByteArray bytes = *encodeJpeg(picture(64, 48));
        for (qsizetype length = 0; length < bytes.size(); ++length) {
            readImageHeader(QByteArrayView(bytes).first(length));
        }
        const QDir folder(sharedData() + QStringLiteral("/imagededup_testimages/formats_images"));
        for (const QString& name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QByteArray head = file.read(2000);
            quint32 state = 7;
            for (int round = 0; round < 300; ++round) {
                QByteArray mutated = head;
                for (int i = 0; i < 8; ++i) {
                    state = state * 1664525U + 1013904223U;
                    mutated[qsizetype(state >> 8) % mutated.size()] = char(state >> 3);
                }
                const ImageHeader header = readImageHeader(mutated);
                QVERIFY(header.width >= 0 && header.height >= 0);
                QVERIFY(header.orientation >= 1 && header.orientation <= 8);
            }
        }
    }

    void refusesABombByItsHeader()
    {
        const QByteArray bomb = pngHead(65500, 65500, 2);
        QCOMPARE(readImageHeader(bomb).width, 65500);
        const auto decoded = decodeImage(bomb);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::LimitExceeded);
        QVERIFY(decoded.error().message.contains(QStringLiteral("65,500 x 65,500")));
        const auto overflow = decodeImage(pngHead(0xffffffffU, 0xffffffffU, 2));
        QVERIFY(!overflow);
        QCOMPARE(overflow.error().code, ErrorCode::InvalidInput);
    }

    void knowsPaletteAnimationAndCmyk()
    {
        QVERIFY(readImageHeader(pngHead(4, 4, 3)).palette);
        QVERIFY(readImageHeader(pngHead(4, 4, 6)).alpha);
        QByteArray cmyk("\xff\xd8\xff\xc0\x00\x14\x08\x00\x10\x00\x20\x04", 12);
        const ImageHeader header = readImageHeader(cmyk);
        QVERIFY(header.cmyk);
        QCOMPARE(header.width, 32);
        QCOMPARE(header.height, 16);
        const QByteArray frame = QByteArray(",\0\0\0\0\1\0\1\0\0\2\2\x44\1\0", 15);
        const QByteArray gif = QByteArray("GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff", 19) + frame;
        QVERIFY(!readImageHeader(QByteArray(gif + ";")).animated);
        QVERIFY(readImageHeader(QByteArray(gif + frame + ";")).animated);
    }

    void missingFileIsNotFound()
    {
        const auto header = readImageHeaderOfFile(QStringLiteral("/nowhere/image.png"));
        QVERIFY(!header);
        QCOMPARE(header.error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(ImageHeaderTest)
#include "tst_image_header.moc"
