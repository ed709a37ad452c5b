// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/privatesettings.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/settings.h"
#include "ui/pages/pageregistry.h"
#include "ui/util/dialogs.h"
#include "ui/widgets/theme.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace winnow;

class TestMainWindow : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        test::usePrivateSettings(m_folder);
        Theme::instance().apply(ThemeMode::Light);
    }

    void makesOpensAndClosesAProjectByKeys()
    {
        const QString path = m_folder.filePath(QStringLiteral("p.winnow"));
        MainWindow window;
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        dialogs::setNextFileName(path);
        QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(window.context().project());
        QVERIFY(QFile::exists(path));
        QVERIFY(window.windowTitle().startsWith(QStringLiteral("p ")));
        const QVector<PageEntry>& pages = pageRegistry();
        for (int i = 0; i < pages.size(); ++i) {
            QTest::keyClick(&window, Qt::Key(i < 9 ? Qt::Key_1 + i : Qt::Key_0), Qt::ControlModifier);
            QCOMPARE(window.currentPage(), pages.at(i).id);
        }
        QTest::keyClick(&window, Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!window.context().project());
        dialogs::setNextFileName(path);
        QTest::keyClick(&window, Qt::Key_O, Qt::ControlModifier);
        QTRY_VERIFY(window.context().project());
        QCOMPARE(window.context().project()->path(), path);
    }

    void fitsTheScreenTheFirstTime()
    {
        QCOMPARE(MainWindow::firstSize({2560, 1440}), QSize(1280, 800));
        const QSize small = MainWindow::firstSize({1280, 800});
        QVERIFY2(small.width() < 1280 && small.height() <= 800 - 32, "with its frame");
        QCOMPARE(MainWindow::firstSize({1366, 768}).width(), 1280);
        // On a screen that is smaller than the smallest window nothing helps.
        QCOMPARE(MainWindow::firstSize({800, 600}), QSize(1280, 800));
    }

    void refusesWhatIsNotAProjectWithAReason()
    {
        const QString path = m_folder.filePath(QStringLiteral("no.winnow"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("index\tquestion\n1\tWhat?\n");
        file.close();
        MainWindow window;
        window.show();
        window.openProject(path);
        QTRY_VERIFY(!window.messageText().isEmpty());
        QVERIFY(!window.context().project());
    }

    void showsItsKeys()
    {
        MainWindow window;
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        auto* overlay = window.findChild<QWidget*>(QStringLiteral("keyOverlay"));
        QVERIFY(overlay->isHidden());
        QTest::keyClick(&window, Qt::Key_Question);
        QVERIFY(overlay->isVisible());
        QTest::keyClick(overlay, Qt::Key_Escape);
        QVERIFY(overlay->isHidden());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
