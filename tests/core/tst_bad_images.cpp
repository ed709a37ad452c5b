// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Bad image files on their whole way: imported, measured, audited, and a plain sentence said about each.

#include "core/audit/data/auditdataloader.h"
#include "core/audit/data/imagemeasures.h"
#include "core/audit/run/auditrunner.h"
#include "core/image/canvas.h"
#include "core/image/imagecodec.h"
#include "tests/core/imagefixtures.h"
#include "tests/core/importhelp.h"

using namespace winnow;
using namespace winnow::test;

namespace {

Bitmap picture()
{
    Canvas canvas(96, 64);
    canvas.gradient({30, 60, 90}, {230, 200, 160});
    canvas.fillRect(QRectF(10, 10, 30, 20), {200, 30, 30});
    canvas.noise(3, 20);
    return canvas.bitmap();
}

/// 16 x 16 in inks as Photoshop stores them: red on the left, cyan on the right.
QByteArray cmykJpeg()
{
    return QByteArray::fromHex(
        "ffd8ffee000e41646f626500640000000000ffdb0043000d090a0b0a080d0b0a0b0e0e0d0f13201513121213271c1e17202e"
        "29"
        "31302e292d2c333a4a3e333646372c2d405741464c4e525352323e5a615a50604a51524fffc000140800100010044311004d"
        "11"
        "005911004b1100ffc400160001010100000000000000000000000000080700ffc40014100100000000000000000000000000"
        "00"
        "0000ffda000e0443004d0059004b00003f00a72609829c3113a4eb13a310c4c3113a4eb3ffd9");
}

QByteArray turnedJpeg()
{
    const QByteArray jpeg = *encodeJpeg(picture());
    const QByteArray exif("Exif\0\0MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0", 32);
    return jpeg.first(2) + QByteArray("\xff\xe1\0\x22", 4) + exif + jpeg.mid(2);
}

QByteArray animatedGif()
{
    const QByteArray frame = QByteArray(",\0\0\0\0\1\0\1\0\0\2\2\x44\1\0", 15);
    return QByteArray("GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff", 19) + frame + frame + ';';
}

/// A PNG header that promises 60,000 x 60,000 pixels.
QByteArray bomb()
{
    return QByteArray::fromHex("89504e470d0a1a0a0000000d494844520000ea600000ea600802000000")
        + QByteArray(64, '\0');
}

/// A second IHDR says another size than the first.
QByteArray pngOfTwoSizes()
{
    const QByteArray png = *encodePng(picture());
    const QByteArray other = *encodePng(Canvas(48, 48).bitmap());
    return png.first(33) + other.mid(8, 25) + png.mid(33);
}

QByteArray damagedPng()
{
    QByteArray png = *encodePng(picture());
    // The length of its first chunk of pixels promises more than there is.
    const qsizetype data = png.indexOf("IDAT") + 4;
    std::fill(png.begin() + data, png.begin() + data + 200, '\x5a');
    return png;
}

} // namespace

class TestBadImages : public QObject {
    Q_OBJECT
private slots:
    void eachHasAPlainSentence_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("sentence");
        const QByteArray png = *encodePng(picture());
        const QByteArray jpeg = *encodeJpeg(picture());
        const QString bad = QStringLiteral("image_insufficient");
        QTest::newRow("sound") << "a.png" << png << QString() << QString();
        QTest::newRow("no image at all") << "a.png" << QByteArray("hello, this is text") << bad
                                         << "a.png is not an image that can be read";
        QTest::newRow("damaged pixels")
            << "a.png" << damagedPng() << bad << "a.png cannot be read: The PNG image is damaged";
        QTest::newRow("zero bytes") << "a.png" << QByteArray() << bad
                                    << "a.png is not an image that can be read";
        QTest::newRow("cut off PNG") << "a.png" << png.first(png.size() * 2 / 3) << bad
                                     << "its bytes end before the picture does";
        QTest::newRow("cut off JPEG")
            << "a.jpg" << jpeg.first(jpeg.size() / 2) << bad << "a.jpg is cut off: its bytes end before";
        QTest::newRow("JPEG named .png") << "a.png" << jpeg << "parser_loss"
                                         << "a.png is a JPEG file";
        QTest::newRow("animated") << "a.gif" << animatedGif() << bad << "a.gif has several frames";
        QTest::newRow("animated WebP") << "a.webp" << animatedWebP() << bad
                                       << "a.webp was not read: The image is an animated WebP, not supported";
        QTest::newRow("two sizes") << "a.png" << pngOfTwoSizes() << bad
                                   << "a.png was not read: The image is a kind of PNG that is not supported";
        QTest::newRow("bomb") << "a.png" << bomb() << bad << "a.png was refused";
        QTest::newRow("CMYK") << "a.jpg" << cmykJpeg() << "cmyk"
                              << "1 sample with images in CMYK colours";
        QTest::newRow("turned by EXIF") << "a.jpg" << turnedJpeg() << "turned"
                                        << "1 sample with images turned by EXIF";
    }

    void eachHasAPlainSentence()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, kind);
        QFETCH(QString, sentence);
        const Bench bench;
        bench.write(name, bytes);
        const auto report = bench.importText(QStringLiteral("a.jsonl"),
            "{\"id\":1,\"question\":\"q\",\"image\":\"" + name.toUtf8() + "\"}\n", QStringLiteral("set"));
        REQUIRE_RESULT(report);
        SilentProgress progress;
        const DatasetId dataset = bench.sample(QStringLiteral("set/1")).datasetId;
        REQUIRE_RESULT(measureDatasetImages(*bench.project, dataset, progress));
        const Detector* detector = DetectorRegistry::instance().find(QStringLiteral("image_file"));
        QVERIFY(detector != nullptr);
        const auto data = loadAuditData(*bench.project, dataset, partsOf(detector->info()), progress);
        REQUIRE_RESULT(data);
        const auto evaluated = evaluateDetector(*detector, {**data, {}}, {}, progress);
        REQUIRE_RESULT(evaluated);
        const DetectorResult& result = *evaluated;
        if (kind.isEmpty()) {
            QVERIFY(result.flags.empty() && result.findings.empty());
            return;
        }
        if (result.flags.empty()) {
            QCOMPARE(result.findings.size(), 1u);
            QCOMPARE(result.findings.front().id, kind);
            const QString said = result.findings.front().summary.english();
            QVERIFY2(said.contains(sentence), qPrintable(said));
            return;
        }
        QCOMPARE(result.flags.size(), 1u);
        QCOMPARE(result.flags.front().kind, kind);
        const QString said = result.flags.front().evidence.value(QLatin1String("summary")).toString();
        QVERIFY2(said.contains(sentence), qPrintable(said));
    }

    void copiesAreEachNamedAsTheBenchmarkDoes()
    {
        const Bench bench;
        const QByteArray jpeg = *encodeJpeg(picture());
        bench.write(QStringLiteral("a.png"), jpeg);
        bench.write(QStringLiteral("b.JPG"), jpeg);
        REQUIRE_RESULT(bench.importText(QStringLiteral("a.jsonl"),
            R"({"id":1,"question":"q","image":"a.png"})"
            "\n"
            R"({"id":2,"question":"r","image":"b.jpg"})"
            "\n",
            QStringLiteral("set")));
        SilentProgress progress;
        const DatasetId dataset = bench.sample(QStringLiteral("set/1")).datasetId;
        REQUIRE_RESULT(measureDatasetImages(*bench.project, dataset, progress));
        const Detector* detector = DetectorRegistry::instance().find(QStringLiteral("image_file"));
        const auto data = loadAuditData(*bench.project, dataset, partsOf(detector->info()), progress);
        REQUIRE_RESULT(data);
        const auto result = evaluateDetector(*detector, {**data, {}}, {}, progress);
        REQUIRE_RESULT(result);
        QCOMPARE(result->flags.size(), 1u);
        const QString said = result->flags.front().evidence.value(QLatin1String("summary")).toString();
        QVERIFY2(said.startsWith(QStringLiteral("a.png is a JPEG file")), qPrintable(said));
    }

    void inksAreShownAsTheirColours()
    {
        const auto bitmap = decodeImage(cmykJpeg());
        REQUIRE_RESULT(bitmap);
        QCOMPARE(bitmap->channels, 3);
        const auto at = [&](int x) {
            const auto* p = reinterpret_cast<const uchar*>(bitmap->pixels.constData()) + 3 * (8 * 16 + x);
            return QStringLiteral("%1 %2 %3").arg(p[0] > 127).arg(p[1] > 127).arg(p[2] > 127);
        };
        QCOMPARE(at(3), QStringLiteral("1 0 0"));
        QCOMPARE(at(12), QStringLiteral("0 1 1"));
    }

    void turnedOnesAreMeasuredUpright()
    {
        const auto measures = measureImage(turnedJpeg());
        REQUIRE_RESULT(measures);
        QCOMPARE(measures->width, 64);
        QCOMPARE(measures->height, 96);
    }
};

QTEST_GUILESS_MAIN(TestBadImages)
#include "tst_bad_images.moc"
