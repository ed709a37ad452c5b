// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reviewproject.h"
#include "tests/support/windowdriver.h"
#include "ui/mainwindow/language.h"
#include "ui/models/keymap.h"
#include "ui/models/preferences.h"
#include "ui/pages/page.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QThread>

#include <atomic>

using namespace winnow;

/// One dialog for what is chosen for all projects, in the real window.
class TestPreferencesDialog : public QObject {
    Q_OBJECT

    test::WindowDriver m_driver;

    QDialog* dialog() { return m_driver.find<QDialog>("preferences"); }
    bool openDialog()
    {
        m_driver.key(Qt::Key_Comma, Qt::ControlModifier);
        return QTest::qWaitFor([this] { return dialog() != nullptr; });
    }
    bool closeDialog()
    {
        QTest::mouseClick(m_driver.find<QAbstractButton>("closePreferences"), Qt::LeftButton);
        // The window comes back as under a window manager.
        m_driver.window().activateWindow();
        return QTest::qWaitFor([this] {
            return dialog() == nullptr && QApplication::activeWindow() == &m_driver.window();
        }) && m_driver.settle();
    }
    bool chooseKey(const QString& command)
    {
        m_driver.find<QTabWidget>("preferenceParts")->setCurrentIndex(1);
        auto* search = m_driver.find<QLineEdit>("keySearch");
        search->clear();
        QTest::keyClicks(search, command);
        auto* table = m_driver.find<QAbstractItemView>("keyTable");
        if (!table || table->model()->rowCount() != 1) {
            return false;
        }
        m_driver.clickRow(table, 0);
        return true;
    }

private slots:
    void initTestCase()
    {
        auto project = Project::create(m_driver.path(QStringLiteral("p.winnow")));
        QVERIFY_RESULT(project);
        QVERIFY_RESULT(test::addReviewSamples(**project, 12));
    }
    void init()
    {
        setChosenLanguage(QStringLiteral("en"));
        installLanguage(QStringLiteral("en"));
        KeyMap::instance().resetAll();
        QVERIFY(m_driver.open(m_driver.path(QStringLiteral("p.winnow")), QStringLiteral("samples")));
    }
    void cleanup()
    {
        m_driver.close();
        installLanguage(QStringLiteral("en"));
    }

    void theLanguageChangesWithoutARestart()
    {
        m_driver.context().filter()->toggle(FilterField::Flagged, QStringLiteral("yes"));
        QVERIFY(openDialog());
        auto* language = m_driver.find<QComboBox>("preferLanguage");
        language->setFocus();
        QTest::keyClick(language, Qt::Key_End);
        QTest::keyClick(language, Qt::Key_Return);
        QCOMPARE(language->currentData().toString(), QStringLiteral("ko"));
        QVERIFY(closeDialog());
        QCOMPARE(m_driver.window().currentPage(), QStringLiteral("samples"));
        auto* rail = m_driver.find<QAbstractButton>("rail-samples");
        QVERIFY(rail);
        QVERIFY2(rail->text() != u"Samples", qPrintable(rail->text()));
        QVERIFY(rail->isEnabled() && rail->isChecked());
        // The filter is what it was, and everything works.
        QCOMPARE(m_driver.context().filter()->filter().flagged, std::optional<bool>(true));
        QVERIFY(m_driver.press(m_driver.find<QAbstractButton>("rail-audits")));
        QCOMPARE(m_driver.window().currentPage(), QStringLiteral("audits"));
        QVERIFY(openDialog());
        language = m_driver.find<QComboBox>("preferLanguage");
        QTest::keyClick(language, Qt::Key_Home);
        QTest::keyClick(language, Qt::Key_Down);
        QCOMPARE(language->currentData().toString(), QStringLiteral("en"));
        QVERIFY(closeDialog());
        QCOMPARE(m_driver.find<QAbstractButton>("rail-samples")->text(), QStringLiteral("Samples"));
        QCOMPARE(m_driver.window().currentPage(), QStringLiteral("audits"));
    }

    void aLanguageAskedForAtTheStartHoldsWhenKeysChange()
    {
        m_driver.close();
        installLanguage(QStringLiteral("ko")); // as --lang ko does; the settings say English
        QVERIFY(m_driver.open(m_driver.path(QStringLiteral("p.winnow")), QStringLiteral("samples")));
        const QString korean = m_driver.find<QAbstractButton>("rail-samples")->text();
        QVERIFY(korean != u"Samples");
        m_driver.window().remake();
        QVERIFY(m_driver.settle());
        QCOMPARE(m_driver.find<QAbstractButton>("rail-samples")->text(), korean);
    }

    void whoSignsThemeAndMemoryHoldAtOnce()
    {
        QVERIFY(openDialog());
        auto* name = m_driver.find<QLineEdit>("preferAnnotator");
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("lee"));
        auto* theme = m_driver.find<QComboBox>("preferTheme");
        theme->setFocus();
        QTest::keyClick(theme, Qt::Key_End);
        QCOMPARE(Theme::instance().mode(), ThemeMode::Dark);
        QTest::keyClick(theme, Qt::Key_Up);
        QCOMPARE(Theme::instance().mode(), ThemeMode::Light);
        m_driver.find<QSpinBox>("preferMemory")->setValue(512);
        QVERIFY(closeDialog());
        QCOMPARE(annotatorName(), QStringLiteral("lee"));
        QCOMPARE(Preferences().number(Preference::PictureMemory), 512);
        QVERIFY(m_driver.find<QAbstractButton>("annotator")->text().contains(QStringLiteral("lee")));
    }

    void aKeyIsChosenAndWorks()
    {
        QVERIFY(openDialog());
        QVERIFY(!chooseKey(QStringLiteral("no such command")));
        QVERIFY(chooseKey(QStringLiteral("Full screen")));
        auto* pressed = m_driver.find("keyPressed");
        pressed->setFocus();
        QTest::keyClick(pressed, Qt::Key_F8);
        auto* set = m_driver.find<QPushButton>("keySet");
        QVERIFY(set->isEnabled());
        QVERIFY(m_driver.press(set));
        QVERIFY(closeDialog());
        m_driver.key(Qt::Key_F8);
        QVERIFY(m_driver.window().isFullScreen());
        m_driver.key(Qt::Key_F11);
        QVERIFY(m_driver.window().isFullScreen());
        m_driver.key(Qt::Key_F8);
        QVERIFY(!m_driver.window().isFullScreen());
    }

    void aConflictIsToldAndSettled()
    {
        QVERIFY(openDialog());
        QVERIFY(chooseKey(QStringLiteral("Full screen")));
        auto* pressed = m_driver.find("keyPressed");
        pressed->setFocus();
        QTest::keyClick(pressed, Qt::Key_F2);
        auto* note = m_driver.find<QLabel>("keyNote");
        QVERIFY2(note->text().contains(QStringLiteral("Change who signs the decisions")),
            qPrintable(note->text()));
        QVERIFY(
            KeyMap::instance().keys(QStringLiteral("window.annotator")).contains(QKeySequence(Qt::Key_F2)));
        QVERIFY(m_driver.press(m_driver.find<QPushButton>("keySet")));
        QVERIFY(KeyMap::instance().keys(QStringLiteral("window.annotator")).isEmpty());
        QCOMPARE(KeyMap::instance().text(QStringLiteral("window.fullScreen")), QStringLiteral("F2"));
        // A key that stays where it is cannot be had.
        pressed->setFocus();
        QTest::keyClick(pressed, Qt::Key_F1);
        QVERIFY(!m_driver.find<QPushButton>("keySet")->isEnabled());
        QVERIFY(m_driver.press(m_driver.find<QPushButton>("keyResetAll")));
        QCOMPARE(KeyMap::instance().text(QStringLiteral("window.annotator")), QStringLiteral("F2"));
        QVERIFY(closeDialog());
    }

    void filesThatWaitForTheirImportGoAlong()
    {
        QFile file(m_driver.path(QStringLiteral("a.tsv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("index\tquestion\tanswer\n1\tHow many?\t4\n");
        file.close();
        QVERIFY(m_driver.window().showPage(QStringLiteral("import")));
        QVERIFY(m_driver.window().page(QStringLiteral("import"))->filesDropped({file.fileName()}));
        QTRY_VERIFY(m_driver.find<QLineEdit>("capability"));
        m_driver.find<QLineEdit>("capability")->setText(QStringLiteral("counting"));
        QVERIFY(m_driver.settle());
        QVERIFY(m_driver.window().showPage(QStringLiteral("audits")));
        m_driver.window().remake();
        QCOMPARE(m_driver.window().currentPage(), QStringLiteral("audits"));
        QVERIFY(m_driver.window().showPage(QStringLiteral("import")));
        QTRY_VERIFY(m_driver.find<QLineEdit>("capability"));
        QCOMPARE(m_driver.find<QLineEdit>("capability")->text(), QStringLiteral("counting"));
    }

    void theWindowIsNotMadeAnewUnderAJob()
    {
        std::atomic<bool> goOn = false;
        JobTracker tracker(m_driver.context().jobs());
        tracker.start(
            QStringLiteral("job"), QStringLiteral("A job"),
            [&goOn](Progress& progress) -> Result<> {
                while (!goOn && !progress.isCancelled()) {
                    QThread::msleep(1);
                }
                return {};
            },
            [](const Result<>&) {});
        const QPointer<Page> page = m_driver.window().page(QStringLiteral("samples"));
        m_driver.window().remake();
        QVERIFY(page);
        goOn = true;
        QTRY_COMPARE(m_driver.context().jobs()->rowCount(), 0);
        QTRY_VERIFY(!page);
        QVERIFY(m_driver.window().page(QStringLiteral("samples")));
    }
};

QTEST_MAIN(TestPreferencesDialog)
#include "tst_preferencesdialog.moc"
