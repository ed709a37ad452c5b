// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demoproject.h"
#include "tests/support/windowdriver.h"
#include "ui/mainwindow/language.h"
#include "ui/pages/pageregistry.h"
#include "ui/util/dialogs.h"
#include "ui/widgets/keyoverlay.h"

#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace winnow;

/// The frame around the pages, its menu and the start page, by mouse and keyboard.
class TestControlsWindow : public QObject {
    Q_OBJECT

    test::WindowDriver m_driver;
    QString m_project;

    MainWindow& window() { return m_driver.window(); }
    bool choose(const QStringList& path)
    {
        return m_driver.choose(
            [this] { QTest::mouseClick(m_driver.find("menuButton"), Qt::LeftButton); }, path);
    }
    bool keysAreShown() { return m_driver.find<KeyOverlay>("keyOverlay") != nullptr; }
    bool isProject(const QString& name)
    {
        return QTest::qWaitFor([&] {
            const auto project = m_driver.context().project();
            return project && QFileInfo(project->path()).fileName() == name;
        });
    }
    bool isClosed()
    {
        return QTest::qWaitFor([&] { return !m_driver.context().project(); });
    }

private slots:
    void initTestCase()
    {
        m_project = m_driver.path(QStringLiteral("p.winnow"));
        QVERIFY_RESULT(test::makeDemoProject(m_project, 50, 5, false));
    }
    void cleanup() { m_driver.close(); }

    void everyPageHasItsEntryAndItsKey()
    {
        QVERIFY(m_driver.open(m_project, QStringLiteral("overview")));
        const QVector<PageEntry>& pages = pageRegistry();
        for (int i = int(pages.size()) - 1; i >= 0; --i) {
            QVERIFY(m_driver.press(m_driver.find(qPrintable(QStringLiteral("rail-") + pages.at(i).id))));
            QCOMPARE(window().currentPage(), pages.at(i).id);
        }
        for (int i = int(pages.size()) - 1; i >= 0; --i) {
            m_driver.key(i < 9 ? Qt::Key_1 + i : Qt::Key_0, Qt::ControlModifier);
            QCOMPARE(window().currentPage(), pages.at(i).id);
        }
    }

    void theStartPageMakesOpensAndLists()
    {
        QVERIFY(m_driver.open());
        dialogs::setNextFileName(m_driver.path(QStringLiteral("new.winnow")));
        QVERIFY(m_driver.press(m_driver.find("newProject")));
        QVERIFY(isProject(QStringLiteral("new.winnow")));
        m_driver.key(Qt::Key_W, Qt::ControlModifier);
        QVERIFY(isClosed());
        dialogs::setNextFileName(m_project);
        QVERIFY(m_driver.press(m_driver.find("openProject")));
        QVERIFY(isProject(QStringLiteral("p.winnow")));
        m_driver.key(Qt::Key_W, Qt::ControlModifier);
        QVERIFY(isClosed());
        auto* recent = m_driver.find("startPage")->findChild<QAbstractItemView*>();
        QVERIFY(recent->isVisible());
        m_driver.clickRow(recent, 1);
        QVERIFY(isProject(QStringLiteral("new.winnow")));
        m_driver.key(Qt::Key_W, Qt::ControlModifier);
        QVERIFY(isClosed());
        recent->setFocus();
        QTest::keyClick(recent, Qt::Key_Home);
        QTest::keyClick(recent, Qt::Key_Down);
        QTest::keyClick(recent, Qt::Key_Return);
        QVERIFY(isProject(QStringLiteral("p.winnow")));
        dialogs::setNextFileName(m_driver.path(QStringLiteral("other.winnow")));
        m_driver.key(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(isProject(QStringLiteral("other.winnow")));
        dialogs::setNextFileName(m_project);
        m_driver.key(Qt::Key_O, Qt::ControlModifier);
        QVERIFY(isProject(QStringLiteral("p.winnow")));
    }

    void theDemoIsMadeAndOpened()
    {
        QVERIFY(m_driver.open());
        QVERIFY(m_driver.press(m_driver.find("openDemo")));
        QTRY_VERIFY_WITH_TIMEOUT(m_driver.context().project(), 120000);
        QVERIFY(m_driver.context().project()->path().endsWith(QLatin1String("demo.winnow")));
    }

    void everyEntryOfTheMenuDoesWhatItSays()
    {
        QVERIFY(m_driver.open(m_project, QStringLiteral("overview")));
        QVERIFY(choose({QStringLiteral("Preferences…")}));
        QVERIFY(m_driver.press(m_driver.find("closePreferences")));
        QVERIFY(m_driver.settle());
        window().activateWindow();
        QVERIFY(choose({QStringLiteral("Keys of this page")}));
        QVERIFY(keysAreShown());
        m_driver.key(Qt::Key_Escape);
        QVERIFY(!keysAreShown());
        QVERIFY(choose({QStringLiteral("Full screen")}));
        QVERIFY(window().isFullScreen());
        QVERIFY(choose({QStringLiteral("Full screen")}));
        QVERIFY(!window().isFullScreen());
        dialogs::setNextFileName(m_driver.path(QStringLiteral("made.winnow")));
        QVERIFY(choose({QStringLiteral("New project…")}));
        QVERIFY(isProject(QStringLiteral("made.winnow")));
        dialogs::setNextFileName(m_project);
        QVERIFY(choose({QStringLiteral("Open project…")}));
        QVERIFY(isProject(QStringLiteral("p.winnow")));
        const QString recent = QStringLiteral("Recent projects");
        QVERIFY(choose({recent, QStringLiteral("made")}));
        QVERIFY(isProject(QStringLiteral("made.winnow")));
        QVERIFY(choose({QStringLiteral("Close project")}));
        QVERIFY(isClosed());
        QVERIFY(m_driver.find("startPage")->findChild<QAbstractItemView*>()->isVisible());
        QVERIFY(choose({recent, QStringLiteral("Clear this list")}));
        QVERIFY(!m_driver.find("startPage")->findChild<QAbstractItemView*>()->isVisible());
        QVERIFY(choose({QStringLiteral("Quit")}));
        QVERIFY(!window().isVisible());
    }

    void theKeysOfTheWindow()
    {
        QVERIFY(m_driver.open(m_project, QStringLiteral("samples")));
        for (const auto& [key, modifiers] : {std::pair(Qt::Key_F1, Qt::KeyboardModifiers()),
                 std::pair(Qt::Key_Question, Qt::KeyboardModifiers()),
                 std::pair(Qt::Key_Question, Qt::KeyboardModifiers(Qt::ControlModifier))}) {
            QVERIFY(!keysAreShown());
            m_driver.key(key, modifiers);
            QVERIFY(keysAreShown());
            m_driver.key(Qt::Key_Escape);
        }
        QVERIFY(
            m_driver.choose([this] { m_driver.key(Qt::Key_F10); }, {QStringLiteral("Keys of this page")}));
        QVERIFY(keysAreShown());
        m_driver.key(Qt::Key_Escape);
        QVERIFY(!keysAreShown());
        m_driver.key(Qt::Key_F11);
        QVERIFY(window().isFullScreen());
        m_driver.key(Qt::Key_F11);
        QVERIFY(!window().isFullScreen());
        m_driver.key(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(m_driver.find<QLineEdit>("search")->hasFocus());
        m_driver.key(Qt::Key_F2);
        auto* name = m_driver.find<QLineEdit>("annotatorName");
        QVERIFY(name->hasFocus());
        QTest::keyClicks(name, QStringLiteral("bo"));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(annotatorName(), QStringLiteral("bo"));
        m_driver.key(Qt::Key_Q, Qt::ControlModifier);
        QVERIFY(!window().isVisible());
    }

    void aMessageIsActedOnOrClosed()
    {
        QVERIFY(m_driver.open(m_project, QStringLiteral("samples")));
        const auto index = [&] { return m_driver.context().session()->index(); };
        const SampleId first = index()->select({}, SampleSort::Source, false).constFirst();
        m_driver.find("thumbnailGrid")->setFocus();
        m_driver.key(Qt::Key_Home);
        m_driver.key(Qt::Key_K);
        QTRY_COMPARE(index()->row(first)->action, Action::Keep);
        QTRY_VERIFY(m_driver.find("messageAction"));
        QVERIFY(m_driver.press(m_driver.find("messageAction")));
        QTRY_COMPARE(index()->row(first)->action, Action::None);
        m_driver.key(Qt::Key_D);
        QTRY_COMPARE(index()->row(first)->action, Action::Drop);
        QTRY_VERIFY(m_driver.button(QStringLiteral("Close the message")));
        QVERIFY(m_driver.press(QStringLiteral("Close the message")));
        QVERIFY(window().messageText().isEmpty());
        m_driver.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(index()->row(first)->action, Action::None);
        m_driver.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(index()->row(first)->action, Action::Drop);
    }

    /// From the status line, and from the page that runs it.
    void aJobIsStopped_data()
    {
        QTest::addColumn<QString>("button");
        QTest::newRow("status line") << QStringLiteral("cancelJob");
        QTest::newRow("page") << QStringLiteral("cancelWork");
    }
    void aJobIsStopped()
    {
        QFETCH(QString, button);
        const QString path = m_driver.path(button + QStringLiteral(".winnow"));
        QVERIFY_RESULT(test::makeDemoProject(path, 400, 8, false));
        QVERIFY(m_driver.open(path, QStringLiteral("audits")));
        QVERIFY(m_driver.press(m_driver.find("runAll")));
        QTRY_VERIFY(m_driver.find(qPrintable(button)));
        QVERIFY(m_driver.press(m_driver.find(qPrintable(button))));
        QVERIFY(m_driver.settle());
        const auto runs = m_driver.context().project()->read(
            [](sqlite::Connection& c) { return FlagStore(c).latestRuns(); });
        QVERIFY_RESULT(runs);
        QVERIFY(runs->size() < qsizetype(DetectorRegistry::instance().detectors().size()));
        QVERIFY(m_driver.find("runAll")->isEnabled());
    }
};

QTEST_MAIN(TestControlsWindow)
#include "tst_controls_window.moc"
