// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/imagecodec.h"
#include "core/store/imagestore.h"
#include "tests/support/privatesettings.h"
#include "tests/support/testproject.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/settings.h"
#include "ui/pages/reviewpage.h"
#include "ui/pages/samplespage.h"
#include "ui/widgets/imageview.h"
#include "ui/widgets/optionspanel.h"
#include "ui/widgets/sampledetailview.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/thumbnailgrid.h"

#include <QApplication>
#include <QLabel>
#include <QProcess>

using namespace winnow;

/// At a fractional scale of the desktop images stay in their place, beside the texts and not over them.
class TestFractionalScale : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    QVector<SampleId> m_ids;

    /// Samples whose pictures are one strong red, of every shape.
    Result<QVector<SampleId>> addRed(Project& project)
    {
        QVector<ImageRef> images;
        for (const QSize size : {QSize(301, 301), QSize(997, 211), QSize(211, 997), QSize(1601, 1203)}) {
            Bitmap bitmap;
            bitmap.width = size.width();
            bitmap.height = size.height();
            bitmap.channels = 3;
            bitmap.pixels.resize(qsizetype(size.width()) * size.height() * 3);
            // Blue is the first or the last channel: this red is strong either way.
            for (qsizetype i = 0; i < bitmap.pixels.size(); i += 3) {
                bitmap.pixels[i] = char(0xff);
                bitmap.pixels[i + 1] = 0;
                bitmap.pixels[i + 2] = char(0xff);
            }
            auto bytes = encodePng(bitmap);
            if (!bytes) {
                return tl::unexpected<Error>(bytes.error());
            }
            ImageRef image;
            image.sha256 = *project.addImageBytes(*bytes);
            image.width = size.width();
            image.height = size.height();
            image.format = QStringLiteral("png");
            image.byteSize = bytes->size();
            images.append(image);
        }
        WINNOW_TRY(project.flushImages());
        return project.write({.parts = ChangeSet::Samples, .samples = {}},
            [&](sqlite::Connection& c) -> Result<QVector<SampleId>> {
                Dataset named;
                named.name = QStringLiteral("red");
                const DatasetId dataset = DatasetStore(c).upsert(named);
                SampleWriter writer(c);
                ImageStore store(c);
                QVector<SampleId> ids;
                for (int i = 0; i < images.size(); ++i) {
                    images[i].id = store.put(images.at(i));
                    Sample sample;
                    sample.datasetId = dataset;
                    sample.dataset = QStringLiteral("red");
                    sample.sourceIndex = QString::number(i);
                    sample.position = i;
                    sample.question = QStringLiteral("What colour is picture %1, and why?").arg(i);
                    sample.images = {images.at(i)};
                    sample.gold = QStringLiteral("red");
                    writer.put(sample);
                    ids.append(sample.id);
                }
                return ids;
            });
    }

    static bool isPicture(const QColor& colour)
    {
        return colour.red() > 200 && colour.blue() > 200 && colour.green() < 80;
    }
    /// Picture pixels inside and outside `places` (of the widget, in its own pixels).
    static std::pair<int, int> pictureIn(QWidget* widget, const QVector<QRect>& places)
    {
        const QImage grabbed = widget->grab().toImage();
        const qreal ratio = grabbed.devicePixelRatio();
        int inside = 0;
        int outside = 0;
        for (int y = 0; y < grabbed.height(); ++y) {
            for (int x = 0; x < grabbed.width(); ++x) {
                if (isPicture(grabbed.pixelColor(x, y))) {
                    const QPointF at(x / ratio, y / ratio);
                    const bool in = std::any_of(places.cbegin(), places.cend(),
                        [&](const QRect& rect) { return QRectF(rect).contains(at); });
                    in ? ++inside : ++outside;
                }
            }
        }
        return {inside, outside};
    }

private slots:
    void initTestCase()
    {
        QVERIFY(qApp->devicePixelRatio() > 1);
        test::usePrivateSettings(m_folder);
        setAnnotatorName(QStringLiteral("ann"));
        Theme::instance().apply(ThemeMode::Light);
        const QString path = m_folder.filePath(QStringLiteral("p.winnow"));
        auto project = Project::create(path);
        QVERIFY_RESULT(project);
        auto ids = addRed(**project);
        QVERIFY_RESULT(ids);
        m_ids = *ids;
        project->reset();
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1024, 640);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->openProject(path, QStringLiteral("samples"));
        QTRY_VERIFY(m_window->page(QStringLiteral("samples")));
    }
    void cleanupTestCase() { m_window.reset(); }

    void picturesStayAboveTheirCaptions()
    {
        auto* page = static_cast<SamplesPage*>(m_window->page(QStringLiteral("samples")));
        QTRY_COMPARE(page->model()->rowCount(), int(m_ids.size()));
        auto* grid = page->findChild<ThumbnailGrid*>();
        const int caption = 3 * QFontMetrics(Theme::instance().font(TextSize::Small)).height() + kUnit;
        for (const int cell : {96, 184, 320}) {
            grid->setCellWidth(cell);
            QVector<QRect> places;
            for (int row = 0; row < m_ids.size(); ++row) {
                places.append(grid->visualRect(page->model()->index(row, 0)).adjusted(0, 0, 0, -caption));
            }
            QTRY_VERIFY(pictureIn(grid->viewport(), places).first > 2000);
            QTest::qWait(100);
            QCOMPARE(pictureIn(grid->viewport(), places).second, 0);
        }
    }

    void theDetailsTextsAreFree()
    {
        auto* page = static_cast<SamplesPage*>(m_window->page(QStringLiteral("samples")));
        auto* detail = page->findChild<SampleDetailView*>();
        for (int row = 0; row < m_ids.size(); ++row) {
            page->selection()->setCurrentIndex(
                page->model()->index(row, 0), QItemSelectionModel::ClearAndSelect);
            QWidget* content = detail->widget();
            const auto place = [&] {
                for (QLabel* label : content->findChildren<QLabel*>()) {
                    if (!label->pixmap(Qt::ReturnByValue).isNull() && label->isVisible()
                        && label->height() > 40) {
                        return QVector<QRect>{QRect(label->mapTo(content, QPoint()), label->size())};
                    }
                }
                return QVector<QRect>{};
            };
            QTRY_VERIFY(pictureIn(content, place()).first > 2000);
            QTest::qWait(100);
            QCOMPARE(pictureIn(content, place()).second, 0);
            // The texts below begin below it.
            const QRect image = place().first();
            for (const QLabel* label : content->findChildren<QLabel*>()) {
                const QRect text(label->mapTo(content, QPoint()), label->size());
                QVERIFY(!label->isVisible() || label->text().isEmpty() || !text.intersects(image));
            }
        }
    }

    void theQuestionIsFree()
    {
        QVERIFY(m_window->showPage(QStringLiteral("review")));
        auto* page = static_cast<ReviewPage*>(m_window->page(QStringLiteral("review")));
        page->openQueue(m_ids, QStringLiteral("all"));
        for (int i = 0; i < m_ids.size(); ++i) {
            QTRY_COMPARE(page->shownSample(), m_ids.at(i));
            auto* image = page->findChild<ImageView*>();
            const auto place
                = [&] { return QVector<QRect>{QRect(image->mapTo(page, QPoint()), image->size())}; };
            QTRY_VERIFY(pictureIn(page, place()).first > 2000);
            QTest::qWait(100);
            QCOMPARE(pictureIn(page, place()).second, 0);
            QTest::keyClick(m_window.get(), Qt::Key_Right);
        }
    }

    void theSameAtOneAndAHalf()
    {
        if (qEnvironmentVariable("QT_SCALE_FACTOR") != QLatin1String("1.25")) {
            return;
        }
        QProcess again;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("1.5"));
        again.setProcessEnvironment(environment);
        again.setProcessChannelMode(QProcess::MergedChannels);
        again.start(QCoreApplication::applicationFilePath(), {});
        QVERIFY(again.waitForFinished(120000));
        QVERIFY2(again.exitCode() == 0, again.readAll().constData());
    }
};

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_SCALE_FACTOR")) {
        qputenv("QT_SCALE_FACTOR", "1.25");
    }
    QApplication app(argc, argv);
    TestFractionalScale test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_fractionalscale.moc"
