// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/canvas.h"
#include "core/image/quality.h"
#include "tests/support/shareddata.h"

#include <QDirIterator>
#include <QTest>

#include <cmath>
#include <functional>

using namespace winnow;

namespace {

using Kind = CoveredRegion::Kind;
using Paint = std::function<void(Canvas&)>;

/// Shaded, grained and busy, as an outdoor photo.
void photo(Canvas& canvas)
{
    canvas.gradient({60, 80, 110}, {170, 160, 130});
    quint32 state = 17;
    const auto next = [&](int below) {
        state = state * 1664525U + 1013904223U;
        return int((state >> 16) % quint32(below));
    };
    for (int i = 0; i < 250; ++i) {
        const int tone = 40 + next(170);
        const QPointF at(next(canvas.width()), next(canvas.height()));
        canvas.line(at, at + QPointF(next(30) - 15, next(24) - 12), {tone, tone - next(30), tone - next(30)},
            2 + next(4));
    }
    canvas.noise(5, 6);
}

void sky(Canvas& canvas)
{
    canvas.gradient({110, 150, 220}, {200, 215, 240});
    canvas.noise(9, 3);
}

void table(Canvas& canvas)
{
    for (int r = 0; r <= 6; ++r) {
        canvas.line({40, 40.0 + 40 * r}, {440, 40.0 + 40 * r}, {120, 120, 125});
    }
    for (int c = 0; c <= 4; ++c) {
        canvas.line({40.0 + 100 * c, 40}, {40.0 + 100 * c, 280}, {120, 120, 125});
        for (int r = 0; r < 6 && c < 4; ++r) {
            canvas.text({60.0 + 100 * c, 65.0 + 40 * r}, QString::number(7 * c + 13 * r), 11, {30, 30, 30});
        }
    }
}

void chart(Canvas& canvas)
{
    for (int y = 60; y <= 260; y += 40) {
        canvas.line({50, double(y)}, {450, double(y)}, {205, 205, 210});
    }
    canvas.line({50, 300}, {450, 300}, {30, 30, 30}, 2);
    for (int i = 0; i < 5; ++i) {
        canvas.fillRect(QRectF(70 + 76 * i, 90 + 30 * i, 44, 210 - 30 * i), {60, 110, 180});
    }
}

QByteArray stored(const Paint& paint, const QString& how)
{
    Canvas canvas(480, 360, {250, 250, 248});
    paint(canvas);
    return how == QLatin1String("png") ? *encodePng(canvas.bitmap())
                                       : *encodeJpeg(canvas.bitmap(), how.mid(4).toInt());
}

CoveredRegion coveredIn(const QByteArray& bytes)
{
    const auto measures = measureImage(bytes);
    return measures ? measures->covered : CoveredRegion{};
}

} // namespace

class ImageCoveredTest : public QObject {
    Q_OBJECT

private slots:
    void patchesOnPhotos_data()
    {
        QTest::addColumn<QRect>("area");
        QTest::addColumn<int>("tone");
        QTest::addColumn<QString>("how");
        const std::pair<const char*, QRect> places[]{{"inside", {130, 90, 120, 80}},
            {"nearly all", {30, 25, 420, 310}}, {"at the border", {200, 260, 90, 100}},
            {"in a corner", {0, 0, 110, 90}}, {"upright", {301, 77, 41, 203}}};
        for (const auto& [place, area] : places) {
            for (const int tone : {0, 225, 255}) {
                for (const char* how : {"png", "jpeg95", "jpeg92"}) {
                    // With fewer sides to tell by, what JPEG smooths away is missed.
                    if (area.left() * area.top() == 0 || area.bottom() == 359) {
                        how = "png";
                    }
                    QTest::addRow("%s, tone %d, %s", place, tone, how)
                        << area << tone << QString::fromLatin1(how);
                }
            }
        }
    }
    void patchesOnPhotos()
    {
        QFETCH(QRect, area);
        QFETCH(int, tone);
        QFETCH(QString, how);
        const CoveredRegion covered = coveredIn(stored(
            [&](Canvas& canvas) {
                photo(canvas);
                canvas.fillRect(area, {tone, tone, tone});
            },
            how));
        QVERIFY(covered.kind == Kind::Patch);
        const int off = std::max(
            {std::abs(covered.area.left() - area.left()), std::abs(covered.area.right() - area.right()),
                std::abs(covered.area.top() - area.top()), std::abs(covered.area.bottom() - area.bottom())});
        QVERIFY2(off <= 2, qPrintable(QStringLiteral("off by %1 px").arg(off)));
    }

    void blanksOnPages_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<QRect>("area");
        QTest::addColumn<QString>("how");
        for (const char* how : {"png", "jpeg90"}) {
            QTest::addRow("a row of a table, %s", how)
                << 0 << QRect(0, 152, 480, 56) << QString::fromLatin1(how);
            QTest::addRow("a bar of a chart, %s", how)
                << 1 << QRect(138, 40, 60, 280) << QString::fromLatin1(how);
            QTest::addRow("part of a frame, %s", how)
                << 2 << QRect(0, 90, 480, 40) << QString::fromLatin1(how);
        }
    }
    void blanksOnPages()
    {
        QFETCH(int, page);
        QFETCH(QRect, area);
        QFETCH(QString, how);
        const Paint pages[]{
            table, chart, [](Canvas& canvas) {
                canvas.rect(QRectF(20, 12, 440, 330), {150, 150, 155});
                for (int y = 40; y < 320; y += 24) {
                    canvas.text({50, double(y)}, QStringLiteral("Total of the day 41"), 10, {30, 30, 30});
                }
            }};
        const CoveredRegion covered = coveredIn(stored(
            [&](Canvas& canvas) {
                pages[page](canvas);
                canvas.fillRect(area, {250, 250, 248});
            },
            how));
        QVERIFY(covered.kind == Kind::Gap);
        const auto size = [](const QRect& r) { return r.width() * r.height(); };
        QVERIFY(10 * size(covered.area & area) >= 6 * size(covered.area));
        QVERIFY(10 * size(covered.area) >= 3 * size(area));
    }

    /// What is as flat and as rectangular by nature.
    void nothingIsCovered_data()
    {
        QTest::addColumn<int>("which");
        int which = 0;
        for (const char* name : {"photo", "sky", "table", "chart", "outlined panel", "panel with a margin",
                 "letterbox", "collage", "disc", "sign post", "dashed rules", "two columns of rules",
                 "two grids side by side", "windows of a house", "blank patch on blank ground", "bars",
                 "panel on a gradient", "black sky with a moon"}) {
            QTest::newRow(name) << which++;
        }
    }
    void nothingIsCovered()
    {
        QFETCH(int, which);
        const Rgb ink{30, 30, 30};
        const Paint paints[]{photo, sky, table, chart,
            [&](Canvas& c) {
                photo(c);
                c.fillRect(QRectF(120, 90, 160, 100), {240, 240, 240});
                c.rect(QRectF(120, 90, 160, 100), ink, 2);
            },
            [](Canvas& c) {
                photo(c);
                c.fillRect(QRectF(110, 80, 180, 120), {30, 60, 120});
                c.fillRect(QRectF(120, 90, 160, 100), {240, 240, 240});
            },
            [](Canvas& c) {
                photo(c);
                c.fillRect(QRectF(0, 0, 480, 50), {0, 0, 0});
                c.fillRect(QRectF(0, 310, 480, 50), {0, 0, 0});
            },
            [](Canvas& c) {
                photo(c);
                c.fillRect(QRectF(0, 170, 480, 30), {255, 255, 255});
                c.fillRect(QRectF(220, 0, 30, 360), {255, 255, 255});
            },
            [](Canvas& c) {
                photo(c);
                c.fillCircle({240, 180}, 60, {200, 40, 40});
            },
            [](Canvas& c) {
                photo(c);
                c.fillRect(QRectF(200, 140, 40, 220), {70, 70, 75});
            },
            [](Canvas& c) {
                for (int y = 60; y < 300; y += 40) {
                    for (int x = 30; x < 440; x += 40) {
                        c.line({double(x), double(y)}, {x + 24.0, double(y)}, {120, 120, 120});
                    }
                }
            },
            [](Canvas& c) {
                for (int y = 60; y < 300; y += 40) {
                    c.line({40, double(y)}, {200, double(y)}, {60, 60, 60});
                    c.line({260, double(y)}, {420, double(y)}, {60, 60, 60});
                }
            },
            [](Canvas& c) {
                for (const double left : {30.0, 260.0}) {
                    for (int i = 0; i <= 5; ++i) {
                        c.line({left, 60.0 + 40 * i}, {left + 200, 60.0 + 40 * i}, {90, 90, 90});
                        c.line({left + 40 * i, 60}, {left + 40 * i, 260}, {90, 90, 90});
                    }
                }
            },
            [](Canvas& c) {
                photo(c);
                c.fillRect(QRectF(60, 60, 340, 280), {170, 120, 100});
                for (int x = 80; x < 360; x += 60) {
                    c.fillRect(QRectF(x, 100, 40, 60), {60, 70, 90});
                    c.fillRect(QRectF(x, 200, 40, 60), {60, 70, 90});
                }
            },
            [](Canvas& c) {
                table(c);
                c.fillRect(QRectF(60, 295, 200, 50), {250, 250, 248});
            },
            [&](Canvas& c) {
                for (int y = 40; y < 320; y += 20) {
                    c.line({20, double(y)}, {460, double(y)}, {190, 190, 195});
                }
                for (int x = 40; x < 440; x += 90) {
                    c.fillRect(QRectF(x, 30 + x / 4.0, 50, 300 - x / 4.0), {200, 90, 60});
                }
                c.line({20, 330}, {460, 330}, ink, 2);
            },
            [](Canvas& c) {
                c.gradient({20, 40, 90}, {170, 190, 230});
                c.fillRect(QRectF(120, 90, 220, 140), {245, 245, 245});
            },
            [](Canvas& c) {
                c.fillRect(QRectF(0, 0, 480, 360), {0, 0, 0});
                c.fillCircle({330, 90}, 40, {230, 230, 210});
            }};
        for (const char* how : {"png", "jpeg95", "jpeg85", "jpeg75"}) {
            const CoveredRegion covered = coveredIn(stored(paints[which], QString::fromLatin1(how)));
            const QRect& at = covered.area;
            QVERIFY2(covered.kind == Kind::None,
                qPrintable(QStringLiteral("%1: %2 x %3 at %4, %5")
                               .arg(QLatin1String(how))
                               .arg(at.width())
                               .arg(at.height())
                               .arg(at.x())
                               .arg(at.y())));
        }
    }

    void realPicturesRaiseNoAlarm()
    {
        int seen = 0;
        for (const char* set : {"vision_ai_checkup/images", "vision_ai_checkup/originals",
                 "imagededup_testimages", "puzzlevqa"}) {
            const QString folder = test::sharedData(QString::fromLatin1(set));
            if (folder.isEmpty()) {
                QSKIP("The shared data folder is not here (set WINNOW_SHARED_DATA)");
            }
            QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                const QString path = it.next();
                const auto bytes = readImageFile(path);
                const auto measures
                    = bytes ? measureImage(*bytes) : Result<ImageMeasures>(tl::unexpected(bytes.error()));
                if (measures) {
                    ++seen;
                    QVERIFY2(measures->covered.kind == Kind::None, qPrintable(path));
                }
            }
        }
        QVERIFY(seen > 300);
    }
};

QTEST_GUILESS_MAIN(ImageCoveredTest)

#include "tst_image_covered.moc"
