// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reviewproject.h"
#include "ui/models/sampleimages.h"
#include "ui/widgets/imageview.h"
#include "ui/widgets/theme.h"

#include <QFile>
#include <QSignalSpy>

using namespace winnow;

namespace {

ShownImage shownImage(int width, int height, int displayWidth)
{
    ShownImage image;
    image.fullSize = QSize(width, height);
    image.display = QImage(displayWidth, displayWidth * height / width, QImage::Format_RGB32);
    image.display.fill(Qt::darkGreen);
    return image;
}

} // namespace

/// The image viewer's geometry, and what becomes of images that cannot be shown.
class TestImageView : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString fileWith(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(name));
        const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        return written ? file.fileName() : QString();
    }

private slots:
    void initTestCase() { Theme::instance().apply(ThemeMode::Light); }

    void zoomsAtTheCursor()
    {
        ImageView view;
        view.resize(800, 600);
        view.setImages({shownImage(1600, 1200, 780)});
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const QPointF cursor(610, 170);
        const QPointF before = view.transform().imagePoint(0, cursor);
        for (int step : {1, 1, 1, -1, 1}) {
            QWheelEvent wheel(
                cursor, cursor, {}, {0, 120 * step}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&view, &wheel);
            const QPointF now = view.transform().imagePoint(0, cursor);
            QVERIFY2((now - before).manhattanLength() < 0.01, "the pixel under the cursor moved away");
        }
        QVERIFY(!view.isFitted());
        view.fit();
        QVERIFY(
            (view.transform().imagePoint(0, QPointF(400, 300)) - QPointF(800, 600)).manhattanLength() < 2);
    }

    void asksForTheWholeImageOnce()
    {
        ImageView view;
        view.resize(800, 600);
        QSignalSpy needed(&view, &ImageView::detailNeeded);
        view.setImages({shownImage(4000, 3000, 780)});
        QCOMPARE(needed.size(), 0);
        view.showActualSize();
        QCOMPARE(view.scaleOf(0), 1.0);
        view.zoomBy(2);
        QCOMPARE(needed.size(), 1);
        view.setDetail(0, QImage(4000, 3000, QImage::Format_RGB32));
        view.grab();
        view.setImages({shownImage(100, 80, 100)}); // all its pixels are here
        view.showActualSize();
        QCOMPARE(needed.size(), 1);
    }

    void staysInsideTheImage()
    {
        ImageView view;
        view.resize(800, 600);
        view.setImages({shownImage(1600, 1200, 780)});
        view.panBy({5000, 5000}); // fitted: nowhere to go
        QVERIFY(
            (view.transform().imagePoint(0, QPointF(400, 300)) - QPointF(800, 600)).manhattanLength() < 2);
        view.showActualSize();
        view.panBy({90000, 90000});
        const QPointF corner = view.transform().imagePoint(0, QPointF(0, 0));
        QVERIFY(qAbs(corner.x()) < 0.5 && qAbs(corner.y()) < 0.5);
        view.rotateBy(1);
        view.panBy({-90000, -90000});
        const QPointF other = view.transform().imagePoint(0, QPointF(800, 600));
        QVERIFY(other.x() <= 1600.5 && other.y() >= -0.5);
    }

    void zoomsSeveralInStep()
    {
        ImageView view;
        view.resize(900, 400);
        view.setImages({shownImage(400, 400, 384), shownImage(800, 800, 384)});
        QCOMPARE(view.imageCount(), 2);
        QCOMPARE(view.scaleOf(0), 2 * view.scaleOf(1));
        view.zoomBy(3);
        QCOMPARE(view.scaleOf(0), 2 * view.scaleOf(1));
    }

    void fitsEverySize_data()
    {
        QTest::addColumn<QVector<QSize>>("images");
        QTest::newRow("one") << QVector<QSize>{{1600, 1200}};
        QTest::newRow("tall") << QVector<QSize>{{10, 20000}};
        QTest::newRow("three") << QVector<QSize>{{300, 200}, {200, 300}, {4000, 10}};
        QTest::newRow("one pixel") << QVector<QSize>{{1, 1}};
    }
    void fitsEverySize()
    {
        QFETCH(QVector<QSize>, images);
        for (const QSize& view : {QSize(800, 600), QSize(1, 1), QSize(0, 0)}) {
            const QVector<QSize> fitted = fittedImageSizes(view, 2, images);
            QCOMPARE(fitted.size(), images.size());
            for (const QSize& size : fitted) {
                QVERIFY(size.width() >= 1 && size.height() >= 1);
                QVERIFY(
                    size.width() <= qMax(1, view.width() * 2) && size.height() <= qMax(1, view.height() * 2));
            }
        }
    }

    void contrastChangesWhatIsShownOnly()
    {
        ImageView view;
        view.resize(200, 200);
        ShownImage image = shownImage(100, 100, 100);
        view.setImages({image});
        const QColor before = view.grab().toImage().pixelColor(100, 100);
        view.cycleContrast();
        view.cycleContrast();
        QCOMPARE(view.contrast(), Contrast::Inverted);
        QTRY_COMPARE(view.grab().toImage().pixelColor(100, 100).red(), 255 - before.red());
        view.cycleContrast();
        QTRY_COMPARE(view.grab().toImage().pixelColor(100, 100), before);
    }

    void saysWhatIsWrongWithAnImage_data()
    {
        QTest::addColumn<ImageState>("state");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("title");
        const QString bomb = fileWith(QStringLiteral("bomb.png"),
            QByteArray::fromHex("89504e470d0a1a0a0000000d4948445200030d4000030d40080200000000000000"));
        const QString text = fileWith(QStringLiteral("text.png"), "not an image at all");
        const QString empty = fileWith(QStringLiteral("empty.png"), {});
        QTest::newRow("known to be missing")
            << ImageState::Missing << QString() << QStringLiteral("Image not found");
        QTest::newRow("gone since") << ImageState::Ok << m_folder.filePath(QStringLiteral("gone.png"))
                                    << QStringLiteral("Image not found");
        QTest::newRow("text") << ImageState::Ok << text << QStringLiteral("Image cannot be read");
        QTest::newRow("empty") << ImageState::Ok << empty << QStringLiteral("Image cannot be read");
        QTest::newRow("refused") << ImageState::Refused << QString() << QStringLiteral("Image refused");
        QTest::newRow("bomb") << ImageState::Ok << bomb << QStringLiteral("Image refused");
    }
    void saysWhatIsWrongWithAnImage()
    {
        QFETCH(ImageState, state);
        QFETCH(QString, path);
        QFETCH(QString, title);
        auto project = Project::create(
            m_folder.filePath(QStringLiteral("%1.winnow").arg(QString::fromLatin1(QTest::currentDataTag()))));
        QVERIFY_RESULT(project);
        ImageRef bad;
        bad.state = state;
        bad.path = path;
        auto bytes = encodePng(test::picture(64, 48, 1));
        QVERIFY_RESULT(bytes);
        ImageRef good;
        good.path = fileWith(QStringLiteral("good.png"), *bytes);
        const QVector<ShownImage> shown = loadImages(**project, {bad, good}, QSize(800, 600), 1);
        QCOMPARE(shown.at(0).noticeTitle, title);
        QVERIFY(!shown.at(0).noticeText.isEmpty());
        QVERIFY(shown.at(0).display.isNull());
        QCOMPARE(shown.at(1).fullSize, QSize(64, 48)); // the one beside it is shown all the same
        QVERIFY(!shown.at(1).display.isNull());
        ImageView view;
        view.resize(400, 300);
        view.setImages(shown);
        QVERIFY(!view.grab().isNull());
    }
};

QTEST_MAIN(TestImageView)
#include "tst_imageview.moc"
