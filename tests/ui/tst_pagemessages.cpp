// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/privatesettings.h"
#include "tests/support/testproject.h"
#include "ui/charts/stackedbarchart.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/util/dialogs.h"
#include "ui/widgets/theme.h"

#include <QPushButton>
#include <QToolButton>

using namespace winnow;

/// What a page tells goes with the page; what is wrong with the project stays.
class TestPageMessages : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::usePrivateSettings(*m_folder);
        Theme::instance().apply(ThemeMode::Light);
        const QString path = m_folder->filePath(QStringLiteral("p.winnow"));
        auto project = Project::create(path);
        QVERIFY_RESULT(project);
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("d"), 4));
        project->reset();
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1280, 800);
        m_window->show();
        m_window->openProject(path, QStringLiteral("import"));
        QTRY_COMPARE(m_window->currentPage(), QStringLiteral("import"));
    }
    void cleanup() { m_window.reset(); }

    void anErrorOfAPageGoesWithThePage_data()
    {
        QTest::addColumn<bool>("byMouse");
        QTest::newRow("key") << false;
        QTest::newRow("rail") << true;
    }
    void anErrorOfAPageGoesWithThePage()
    {
        QFETCH(bool, byMouse);
        refuse();
        if (byMouse) {
            QTest::mouseClick(m_window->findChild<QWidget*>(QStringLiteral("rail-samples")), Qt::LeftButton);
        } else {
            QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
        }
        QCOMPARE(m_window->currentPage(), QStringLiteral("samples"));
        QCOMPARE(m_window->messageText(), QString());
    }

    void anErrorOfAPageGoesWithTheNextAction()
    {
        refuse();
        QFile good(m_folder->filePath(QStringLiteral("good.tsv")));
        QVERIFY(good.open(QIODevice::WriteOnly));
        good.write("index\tquestion\tanswer\n1\tHow many?\t4\n");
        good.close();
        choose(good.fileName());
        QTRY_COMPARE(m_window->messageText(), QString());
    }

    void anErrorOfTheProjectStays()
    {
        m_window->context().notify(Error{ErrorCode::DiskFull, QStringLiteral("The disk is full"), {}});
        refuse();
        // The page's covered it; it comes back when that is over.
        QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(m_window->messageText(), QStringLiteral("The disk is full"));
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(m_window->messageText(), QStringLiteral("The disk is full"));
        for (QToolButton* each :
            m_window->findChild<QWidget*>(QStringLiteral("messageBar"))->findChildren<QToolButton*>()) {
            QTest::mouseClick(each, Qt::LeftButton);
        }
        QCOMPARE(m_window->messageText(), QString());
    }

    void theLegendReadsAsTheBars()
    {
        const auto part = [](const char* label, double value) {
            BarSegment segment;
            segment.label = QString::fromUtf8(label);
            segment.value = value;
            return segment;
        };
        StackedBarChart chart;
        chart.setBars({{QStringLiteral("one"), {}, {part("kept", 9), part("dropped", 1)}},
                          {QStringLiteral("two"), {},
                              {part("kept", 5), part("fixed", 2), part("circular", 1), part("dropped", 1)}},
                          {QStringLiteral("three"), {}, {part("new", 1), part("fixed", 2)}}},
            {});
        QCOMPARE(chart.legend(),
            (QStringList{QStringLiteral("kept"), QStringLiteral("new"), QStringLiteral("fixed"),
                QStringLiteral("circular"), QStringLiteral("dropped")}));
    }

private:
    void choose(const QString& file)
    {
        dialogs::setNextFileName(file);
        QTest::mouseClick(m_window->findChild<QPushButton*>(QStringLiteral("chooseFiles")), Qt::LeftButton);
    }
    void refuse()
    {
        const QString path = m_folder->filePath(QStringLiteral("empty.tsv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        choose(path);
        QTRY_VERIFY(m_window->messageText().contains(QStringLiteral("empty.tsv")));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestPageMessages)
#include "tst_pagemessages.moc"
