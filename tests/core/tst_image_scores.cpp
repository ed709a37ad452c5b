// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// cleanvision's scores (METHODS C8) of small pictures whose numbers were worked out by hand, and of larger
// ones against the plain definition applied to every pixel.

#include "core/image/canvas.h"
#include "core/image/quality.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace winnow;

namespace {

Bitmap drawn(int width, int height, int channels, const std::function<Rgb(int, int)>& colour)
{
    Bitmap bitmap{width, height, channels, QByteArray(qsizetype(width) * height * channels, '\xff')};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const Rgb rgb = colour(x, y);
            char* p = bitmap.pixels.data() + y * bitmap.bytesPerLine() + x * channels;
            p[0] = char(rgb.red);
            if (channels > 1) {
                p[1] = char(rgb.green);
                p[2] = char(rgb.blue);
            }
        }
    }
    return bitmap;
}

Rgb grey(int value)
{
    return {value, value, value};
}

ImageMeasures measuresOf(const Bitmap& bitmap)
{
    return *measureImage(*encodePng(bitmap));
}

/// The definition, pixel by pixel.
struct Exact {
    double dark = 0;
    double light = 0;
    double information = 0;
};

Exact exactOf(const Bitmap& bitmap)
{
    QVector<double> brightness;
    std::array<double, 1024> counts{};
    const auto* p = reinterpret_cast<const uchar*>(bitmap.pixels.constData());
    const qsizetype pixels = qsizetype(bitmap.width) * bitmap.height;
    for (qsizetype i = 0; i < pixels; ++i, p += bitmap.channels) {
        const double red = p[0];
        const double green = p[bitmap.channels > 1 ? 1 : 0];
        const double blue = p[bitmap.channels > 1 ? 2 : 0];
        brightness.append(std::sqrt(.241 * red * red + .691 * green * green + .068 * blue * blue) / 255);
        for (int c = 0; c < bitmap.channels; ++c) {
            ++counts[std::size_t(256 * c + p[c])];
        }
    }
    std::sort(brightness.begin(), brightness.end());
    const auto percentile = [&](double percent) {
        const double rank = percent / 100 * double(pixels - 1);
        const qsizetype low = qsizetype(rank);
        const qsizetype high = std::min(low + 1, pixels - 1);
        return brightness[low] + (rank - double(low)) * (brightness[high] - brightness[low]);
    };
    double bits = 0;
    for (const double n : counts) {
        const double share = n / double(pixels * bitmap.channels);
        bits -= share > 0 ? share * std::log2(share) : 0;
    }
    return {percentile(99), 1 - percentile(5), std::min(1.0, 0.1 * bits)};
}

QString numbers(double actual, double expected)
{
    return QStringLiteral("%1, not %2").arg(actual).arg(expected);
}

#define QVERIFY_NEAR(actual, expected, tolerance)                                                            \
    QVERIFY2(std::abs((actual) - (expected)) <= (tolerance), qPrintable(numbers(actual, expected)))

} // namespace

Q_DECLARE_METATYPE(winnow::Bitmap)

class TestImageScores : public QObject {
    Q_OBJECT

private slots:
    /// Bright are 2% of the pixels: the 99th percentile is their brightness, sqrt(.241 100^2 + .691 200^2 +
    /// .068 50^2) / 255 = sqrt(30220) / 255 = .68172.
    void darkIsTheBrightestPercent()
    {
        const auto withBright = [](int columns) {
            return measuresOf(drawn(100, 100, 3, [=](int x, int) {
                return x < columns ? Rgb{100, 200, 50} : Rgb{0, 0, 0};
            }));
        };
        QVERIFY_NEAR(withBright(2).dark, .68172, .001);
        QCOMPARE(measuresOf(
                     drawn(100, 100, 3, [](int x, int y) { return x == 0 && y < 50 ? grey(255) : grey(0); }))
                     .dark,
            0.0);
    }

    /// 4% of ink leaves the 5th percentile white, 6% make it black.
    void lightIsTheDarkestTwentieth()
    {
        const auto withInk = [](int columns) {
            return measuresOf(
                drawn(100, 100, 3, [=](int x, int) { return x < columns ? grey(0) : grey(255); }));
        };
        QCOMPARE(withInk(4).light, 0.0);
        QCOMPARE(withInk(6).light, 1.0);
        // Between the 500th and the 501st of 10,000 pixels: 5% of 9,999 is 499.95.
        QVERIFY_NEAR(withInk(5).light, 1 - .95, .001);
    }

    /// Four tones, equally many: 2 bits a channel; the channels side by side add log2 of their number.
    void informationIsTheEntropyOfAllChannels_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<double>("score");
        QTest::newRow("grey") << 1 << .2;
        QTest::newRow("colour") << 3 << .1 * (2 + std::log2(3));
        // The alpha channel counts, as with Pillow, and tells nothing: 2 + 3/4 of 2.
        QTest::newRow("opaque alpha") << 4 << .35;
    }

    void informationIsTheEntropyOfAllChannels()
    {
        QFETCH(int, channels);
        QFETCH(double, score);
        const Bitmap bitmap = drawn(80, 60, channels, [](int x, int) { return grey(60 * (x / 20)); });
        QVERIFY_NEAR(measuresOf(bitmap).lowInformation, score, 1e-9);
    }

    /// One tone of 100 at 64 x 64: no edges but the border, left as it is: 252 of 4,096 pixels of 100,
    /// standard deviation 24.03, 1 - exp(-.2403) = .2136. Its histogram has one bar: deviation 255.5, part
    /// .9223.
    void blurrinessOfOneTone()
    {
        QCOMPARE(measuresOf(drawn(64, 64, 3, [](int, int) { return grey(100); })).blurry, 1.0);
    }

    /// A ramp of 4 a pixel: no edges inside, the border as it is (0 left, 252 right, the ramp above and
    /// below): deviation 39.60, part .3270. Histogram: 64 bars of 64, deviation 27.71, part .2420.
    void blurrinessOfARamp()
    {
        const Bitmap ramp = drawn(64, 64, 3, [](int x, int) { return grey(4 * x); });
        QVERIFY_NEAR(measuresOf(ramp).blurry, .3270 + .2420, .0005);
        // Four times as large: the same picture at 64 px, but for the rounding.
        const Bitmap large = drawn(256, 256, 3, [](int x, int) { return grey(x); });
        QVERIFY_NEAR(measuresOf(large).blurry, .5690, .02);
    }

    /// The histogram part counts above .18 only: noise of 0 to 255 at 64 x 64 fills all bars.
    void blurrinessWithoutSpread()
    {
        quint32 state = 1;
        const Bitmap noise = drawn(64, 64, 1, [&](int, int) {
            state = state * 1664525U + 1013904223U;
            return grey(int(state >> 24));
        });
        const ImageMeasures m = measuresOf(noise);
        // Edges of noise are cut off at 0 and 255: deviation 125.3 ± 2, and nothing is added.
        QVERIFY_NEAR(m.blurry, 1 - std::exp(-1.253), .02);
    }

    void aspectAndSize()
    {
        const ImageMeasures m = measuresOf(drawn(300, 100, 3, [](int, int) { return grey(9); }));
        QVERIFY_NEAR(m.oddAspectRatio, 1.0 / 3, 1e-12);
        QVERIFY_NEAR(m.size, std::sqrt(30000.0), 1e-9);
        QCOMPARE(m.grayscale, 1.0);
        QVERIFY(m.colourless);
    }

    void largePicturesByTheDefinition_data()
    {
        QTest::addColumn<Bitmap>("bitmap");
        QTest::addColumn<double>("tolerance");
        Canvas drawing(1500, 1100);
        for (int i = 0; i < 25; ++i) {
            drawing.line({20.0 + 55 * i, 30}, {1400.0 - 40 * i, 1050}, {20, 20, 20}, 1 + i % 3);
            drawing.text({30, 60.0 + 40 * i}, QStringLiteral("Fig. %1: a line").arg(i), 9, {40, 40, 40});
        }
        QTest::newRow("drawing") << drawing.bitmap() << .0006;
        QTest::newRow("drawing, grey file") << drawing.bitmap(true) << .0006;
        drawing.fillRect({500, 400, 300, 300}, {200, 40, 70});
        QTest::newRow("drawing with colour") << drawing.bitmap() << .0006;
        Canvas photo(1203, 907);
        photo.gradient({20, 70, 130}, {240, 190, 90});
        photo.fillCircle({400, 300}, 200, {60, 160, 40});
        photo.noise(5, 30);
        QTest::newRow("photo") << photo.bitmap() << .01;
        QTest::newRow("photo, grey file") << photo.bitmap(true) << .01;
        QTest::newRow("narrow") << drawn(3000, 5, 3, [](int x, int y) {
            return Rgb{x % 256, 50 * y, 7};
        }) << .01;
        QTest::newRow("a column") << drawn(1, 2000, 3, [](int, int y) {
            return Rgb{y % 256, y / 8, 7};
        }) << .0006;
        QTest::newRow("one pixel") << drawn(1, 1, 3, [](int, int) { return Rgb{90, 80, 70}; }) << .0006;
        QTest::newRow("alpha") << drawn(700, 500, 4, [](int x, int y) {
            return Rgb{x % 256, y % 256, 70};
        }) << .01;
    }

    void largePicturesByTheDefinition()
    {
        QFETCH(Bitmap, bitmap);
        QFETCH(double, tolerance);
        const Exact exact = exactOf(bitmap);
        const ImageMeasures m = measuresOf(bitmap);
        QVERIFY_NEAR(m.dark, exact.dark, tolerance);
        QVERIFY_NEAR(m.light, exact.light, tolerance);
        QVERIFY_NEAR(m.lowInformation, exact.information, tolerance);
    }

    /// One pixel anywhere makes another hash, also inside what is counted as a run; a grey file and a colour
    /// file of one picture have the same.
    void pixelHashesTellSinglePixels()
    {
        Canvas canvas(331, 97);
        canvas.line({10, 90}, {300, 8}, {30, 60, 90}, 2);
        Bitmap bitmap = canvas.bitmap();
        QSet<QByteArray> hashes{measuresOf(bitmap).pixelHash};
        int pictures = 1;
        for (qsizetype at = 0; at < bitmap.pixels.size(); at += 467) {
            Bitmap other = bitmap;
            other.pixels[at] = char(other.pixels[at] ^ 1);
            hashes.insert(measuresOf(other).pixelHash);
            ++pictures;
        }
        QCOMPARE(hashes.size(), pictures);
        for (int width : {15, 16, 17, 31, 32, 33, 48, 49, 64, 65, 200}) {
            const auto lines = [&](int channels) {
                return measuresOf(drawn(width, 40, channels, [](int x, int y) {
                    return y % 3 == 0 ? grey((x * 37) % 256) : grey(y > 20 ? 255 : 30);
                }));
            };
            QCOMPARE(lines(1).pixelHash, lines(3).pixelHash);
            QVERIFY(lines(3).pixelHash != lines(4).pixelHash);
        }
    }
};

QTEST_GUILESS_MAIN(TestImageScores)
#include "tst_image_scores.moc"
