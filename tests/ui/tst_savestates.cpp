// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlite/connection.h"
#include "core/store/decisionstore.h"
#include "core/store/ledgerfile.h"
#include "tests/support/fulldisk.h"
#include "tests/support/privatesettings.h"
#include "tests/support/reviewproject.h"
#include "ui/mainwindow/language.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/settings.h"
#include "ui/pages/reviewpage.h"
#include "ui/util/dialogs.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>

using namespace winnow;
using winnow::test::FullDisk;

namespace {

const QString kReview = QStringLiteral("review");
constexpr int kSamples = 6;

} // namespace

/// What the window says of saving, while it cannot save and after.
class TestSaveStates : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    QVector<SampleId> m_ids;
    std::unique_ptr<MainWindow> m_window;
    int m_projects = 0;

    ReviewPage* page() { return qobject_cast<ReviewPage*>(m_window->page(kReview)); }
    QString status() { return m_window->findChild<QLabel*>(QStringLiteral("savedState"))->text(); }
    QString message() { return m_window->messageText(); }
    void pressAction() { m_window->findChild<QPushButton*>(QStringLiteral("messageAction"))->click(); }

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focus = m_window->focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), Qt::Key(key), modifiers);
    }

    QVector<Decision> ledgerOf(Project& project)
    {
        return project.read([](sqlite::Connection& c) { return DecisionStore(c).all(); }).value();
    }
    QVector<Decision> ledger() { return ledgerOf(*m_window->context().project()); }

    void openWindow()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->openProject(m_path, kReview);
        QTRY_VERIFY(page());
        page()->openQueue(m_ids, QStringLiteral("all"));
        QTRY_COMPARE(page()->shownSample(), m_ids.first());
    }

    QString aside() const { return m_path + QStringLiteral(".aside"); }

private slots:
    void initTestCase()
    {
        test::usePrivateSettings(m_folder);
        setAnnotatorName(QStringLiteral("kim"));
        installLanguage({});
        Theme::instance().apply(ThemeMode::Light);
    }

    void init()
    {
        m_path = m_folder.filePath(QStringLiteral("p%1.winnow").arg(++m_projects));
        auto project = Project::create(m_path);
        QVERIFY_RESULT(project);
        auto ids = test::addReviewSamples(**project, kSamples);
        QVERIFY_RESULT(ids);
        m_ids = *ids;
        project->reset();
        openWindow();
    }

    void cleanup() { m_window.reset(); }

    void savesAndSaysSo()
    {
        press(Qt::Key_D);
        QTRY_COMPARE(status(), QStringLiteral("All changes saved"));
        QCOMPARE(ledger().size(), 1);
        QCOMPARE(message(), QString());
    }

    void waitsInTheJournalWhileAnotherWrites()
    {
        auto other = sqlite::Connection::open(m_path, sqlite::OpenMode::ReadWrite);
        QVERIFY_RESULT(other);
        QVERIFY_RESULT(sqlite::guarded([&] { (*other)->execute(QStringLiteral("BEGIN IMMEDIATE")); }));
        press(Qt::Key_D);
        QTRY_COMPARE(status(), QStringLiteral("Saved; 1 decision waits in the journal"));
        QCOMPARE(page()->pendingDecisions(), 0);
        QVERIFY_RESULT(sqlite::guarded([&] { (*other)->execute(QStringLiteral("ROLLBACK")); }));
        QTRY_COMPARE(status(), QStringLiteral("All changes saved"));
        QCOMPARE(ledger().size(), 1);
    }

    void aFullDiskIsSaidRetriedAndOver()
    {
        press(Qt::Key_D);
        QTRY_COMPARE(ledger().size(), 1);
        FullDisk full;
        press(Qt::Key_D);
        press(Qt::Key_K);
        QTRY_COMPARE(status(), QStringLiteral("2 changes are not saved"));
        QTRY_VERIFY(message().contains(QStringLiteral("not saved")));
        QVERIFY2(message().contains(QStringLiteral("tried again")), qPrintable(message()));
        // What was decided is on the screen all the same: the next sample is shown.
        QTRY_COMPARE(page()->shownSample(), m_ids.at(3));
        full.end();
        QTRY_COMPARE(status(), QStringLiteral("All changes saved"));
        QTRY_COMPARE(message(), QStringLiteral("Everything is saved now"));
        QCOMPARE(ledger().size(), 3);
    }

    void whatCannotBeSavedIsWrittenElsewhere()
    {
        const QString elsewhere = m_folder.filePath(QStringLiteral("elsewhere%1.jsonl").arg(m_projects));
        press(Qt::Key_D);
        QTRY_COMPARE(ledger().size(), 1);
        {
            FullDisk full;
            press(Qt::Key_K);
            press(Qt::Key_Z, Qt::ControlModifier);
            press(Qt::Key_Z, Qt::ControlModifier);
            QTRY_VERIFY(message().contains(QStringLiteral("not saved")));
            QTRY_COMPARE(status(), QStringLiteral("3 changes are not saved"));
            full.end();
            dialogs::setNextFileName(elsewhere);
            pressAction();
        }
        QTRY_VERIFY2(QFileInfo(elsewhere).size() > 0, qPrintable(message()));
        auto read = readLedgerFile(elsewhere);
        QVERIFY_RESULT(read);
        QCOMPARE(read->events.size(), 3);
        QCOMPARE(read->events.at(1).decision.undoes, read->events.at(0).decision.uuid);
        QCOMPARE(read->events.at(2).decision.undoes, ledger().first().uuid);
        QTRY_COMPARE(status(), QStringLiteral("All changes saved"));
        QCOMPARE(ledger().size(), 4);
        // The same events, however they came.
        QVERIFY_RESULT(m_window->context().project()->ledger().merge(read->events));
        QCOMPARE(ledger().size(), 4);
    }

    void anotherProjectDoesNotTakeThePlaceOfWhatIsNotSaved()
    {
        const QString other = m_folder.filePath(QStringLiteral("other.winnow"));
        QVERIFY_RESULT(Project::create(other));
        QVERIFY(QFile::rename(m_path, aside()));
        press(Qt::Key_D);
        QTRY_COMPARE(status(), QStringLiteral("1 change is not saved"));
        QString asked;
        QTimer watch;
        connect(&watch, &QTimer::timeout, m_window.get(), [&] {
            if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())) {
                asked = box->text();
                QTest::keyClick(box, Qt::Key_Escape);
            }
        });
        watch.start(10);
        m_window->openProject(other);
        QTRY_VERIFY(!asked.isEmpty());
        QCOMPARE(m_window->context().project()->path(), m_path);
        asked.clear();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        press(Qt::Key_W, Qt::ControlModifier);
        QTRY_VERIFY(!asked.isEmpty());
        QVERIFY(m_window->context().project());
        QVERIFY(QFile::rename(aside(), m_path));
        QTRY_COMPARE(status(), QStringLiteral("All changes saved"));
        QCOMPARE(ledger().size(), 1);
    }

    void aProjectThatWasMovedAwayIsNoticedAndCarriedOver()
    {
        press(Qt::Key_D);
        QTRY_COMPARE(ledger().size(), 1);
        QVERIFY(QFile::copy(m_path, aside()));
        for (const char* const suffix : {"-wal", "-shm"}) {
            QFile::copy(m_path + QLatin1String(suffix), aside() + QLatin1String(suffix));
        }
        // Another file of the same project takes its place, as a synchronising folder does it.
        QVERIFY(QFile::rename(m_path, m_path + QStringLiteral(".gone")));
        for (const char* const suffix : {"-wal", "-shm"}) {
            QFile::remove(m_path + QLatin1String(suffix));
            QFile::rename(aside() + QLatin1String(suffix), m_path + QLatin1String(suffix));
        }
        QVERIFY(QFile::rename(aside(), m_path));
        press(Qt::Key_K);
        QTRY_COMPARE(status(), QStringLiteral("1 change is not saved"));
        QTRY_VERIFY(message().contains(QStringLiteral("1 change is not saved")));
        pressAction();
        QTRY_COMPARE(status(), QStringLiteral("All changes saved"));
        QTRY_COMPARE(ledger().size(), 2);
        QCOMPARE(ledger().at(1).action, Action::Keep);
    }

    void closingAsksAboutWhatIsNotSaved()
    {
        FullDisk full;
        press(Qt::Key_D);
        QTRY_COMPARE(status(), QStringLiteral("1 change is not saved"));
        QString asked;
        QTimer::singleShot(0, m_window.get(), [&] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            asked = box ? box->text() : QString();
            QTest::keyClick(box, Qt::Key_Escape);
        });
        m_window->close();
        QVERIFY2(asked.contains(QStringLiteral("could not be saved")), qPrintable(asked));
        QVERIFY(m_window->isVisible());
        full.end();
        QTRY_COMPARE(status(), QStringLiteral("All changes saved"));
        m_window->close();
        QVERIFY(!m_window->isVisible());
    }

    void escKeepsTheTextOfANote()
    {
        press(Qt::Key_N);
        auto* note = page()->findChild<QPlainTextEdit*>(QStringLiteral("noteEditor"));
        QVERIFY(note && note->isVisible());
        QTest::keyClicks(note, QStringLiteral("half a thought"));
        QTest::keyClick(note, Qt::Key_Escape);
        QVERIFY(!note->isVisible());
        // Away and back again.
        press(Qt::Key_Right);
        QTRY_COMPARE(page()->shownSample(), m_ids.at(1));
        press(Qt::Key_N);
        QCOMPARE(note->toPlainText(), QString());
        QTest::keyClick(note, Qt::Key_Escape);
        press(Qt::Key_Left);
        QTRY_COMPARE(page()->shownSample(), m_ids.at(0));
        press(Qt::Key_N);
        QCOMPARE(note->toPlainText(), QStringLiteral("half a thought"));
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(ledger().size(), 1);
        QCOMPARE(ledger().first().note, QStringLiteral("half a thought"));
    }

    void aDisputeIsShownFirstAndHeldUpUntilItIsSettled()
    {
        const auto by = [&](const QString& who, const QString& kind, Verdict verdict, Action action) {
            Decision decision;
            decision.annotator = who;
            decision.sampleId = m_ids.first();
            decision.kind = kind;
            decision.verdict = verdict;
            decision.action = action;
            QVERIFY_RESULT(m_window->context().project()->ledger().decide({decision}));
        };
        const QString second = QStringLiteral("consensus_against_gold");
        by(QStringLiteral("lee"), second, Verdict::Confirm, Action::Drop);
        by(QStringLiteral("pat"), second, Verdict::Override, Action::None);
        m_window.reset();
        openWindow();
        const auto reviewed = [&] {
            return m_window->context()
                .project()
                ->read([](sqlite::Connection& c) { return DecisionStore(c).reviewedSamples(); })
                .value()
                .contains(m_ids.first());
        };
        QCOMPARE(page()->session().progress().done, 0);
        QVERIFY(!reviewed());
        SampleFilter notReviewed;
        notReviewed.reviewed = false;
        const auto listed = [&] {
            return m_window->context()
                .session()
                ->index()
                ->select(notReviewed, {}, false)
                .contains(m_ids.first());
        };
        QVERIFY(listed());
        // Drop stands already, by another: said again to settle the dispute it is stored.
        page()->findChild<QAbstractButton*>(QStringLiteral("adjudicate"))->click();
        press(Qt::Key_C);
        QTRY_COMPARE(ledger().size(), 3);
        QCOMPARE(ledger().last().kind, second);
        QVERIFY(ledger().last().adjudicates);
        QTRY_VERIFY(reviewed()); // the drop stands
        by(QStringLiteral("pat"), {}, Verdict::None, Action::Keep);
        QVERIFY(!reviewed());
        page()->openQueue(m_ids, QStringLiteral("all"));
        QTRY_COMPARE(page()->shownSample(), m_ids.first());
        page()->findChild<QAbstractButton*>(QStringLiteral("adjudicate"))->setChecked(true);
        press(Qt::Key_D);
        QTRY_COMPARE(ledger().size(), 5);
        QTRY_VERIFY(reviewed());
        QTRY_VERIFY(!listed());
    }

    void whatAnotherSaidIsSaidByMeToo()
    {
        Decision theirs;
        theirs.annotator = QStringLiteral("lee");
        theirs.sampleId = m_ids.at(1);
        theirs.kind = QStringLiteral("blind_solvable");
        theirs.verdict = Verdict::Confirm;
        QVERIFY_RESULT(m_window->context().project()->ledger().decide({theirs}));
        m_window.reset();
        openWindow();
        press(Qt::Key_Right);
        QTRY_COMPARE(page()->shownSample(), m_ids.at(1));
        press(Qt::Key_C);
        QTRY_COMPARE(ledger().size(), 2);
        QVector<Decision> mine = ledger();
        mine.removeIf([&](const Decision& event) {
            return event.annotator != QLatin1String("kim") || event.kind != theirs.kind
                || event.sampleId != m_ids.at(1);
        });
        QCOMPARE(mine.size(), 1);
    }

    void adjudicates()
    {
        auto* adjudicate = page()->findChild<QAbstractButton*>(QStringLiteral("adjudicate"));
        press(Qt::Key_D);
        QTRY_COMPARE(ledger().size(), 1);
        QTest::mouseClick(adjudicate, Qt::LeftButton);
        press(Qt::Key_D);
        QTRY_COMPARE(ledger().size(), 2);
        QTest::mouseClick(adjudicate, Qt::LeftButton);
        press(Qt::Key_D);
        QTRY_COMPARE(ledger().size(), 3);
        const QVector<Decision> events = ledger();
        QVERIFY(!events.at(0).adjudicates);
        QVERIFY(events.at(1).adjudicates);
        QVERIFY(!events.at(2).adjudicates);
    }
};

QTEST_MAIN(TestSaveStates)
#include "tst_savestates.moc"
