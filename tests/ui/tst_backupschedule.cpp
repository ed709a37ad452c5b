// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backups.h"
#include "core/store/decisionstore.h"
#include "tests/support/privatesettings.h"
#include "tests/support/testproject.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/widgets/theme.h"

#include <QSignalSpy>

using namespace winnow;
using namespace std::chrono_literals;

/// Backups that the window makes while something changes.
class TestBackupSchedule : public QObject {
    Q_OBJECT

    static void decide(Project& project, int sample)
    {
        Decision decision;
        decision.annotator = QStringLiteral("kim");
        decision.sampleId = SampleId{sample};
        decision.action = Action::Drop;
        QVERIFY_RESULT(project.ledger().decide({decision}));
    }

    static qint64 decisionsIn(const QString& path)
    {
        auto backup = Project::open(path, Project::Mode::ReadOnly);
        return backup ? (*backup)
                            ->read([](sqlite::Connection& c) {
                                return c.integer(QStringLiteral("SELECT count(*) FROM decisions"));
                            })
                            .value_or(-1)
                      : -1;
    }

private slots:
    void initTestCase()
    {
        test::usePrivateSettings(m_folder);
        Theme::instance().apply(ThemeMode::Light);
    }

    void afterSoManyChangesOrSoMuchTime_data()
    {
        QTest::addColumn<int>("commits");
        QTest::addColumn<int>("wait");
        QTest::newRow("changes") << 4 << 3600000;
        QTest::newRow("time") << 1000 << 1;
    }
    void afterSoManyChangesOrSoMuchTime()
    {
        QFETCH(int, commits);
        QFETCH(int, wait);
        static int number = 0;
        const QString path = m_folder.filePath(QStringLiteral("p%1.winnow").arg(++number));
        {
            auto project = Project::create(path);
            QVERIFY_RESULT(project);
            QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("set"), 20));
        }
        MainWindow window;
        window.show();
        window.openProject(path);
        QTRY_VERIFY(window.context().project());
        BackupSchedule* schedule = window.context().backups();
        schedule->setPace(commits, std::chrono::milliseconds(wait));
        QSignalSpy made(schedule, &BackupSchedule::made);
        QSignalSpy failed(schedule, &BackupSchedule::failed);
        QCOMPARE(backupsOf(path).size(), 0);
        for (int i = 1; i <= 4; ++i) {
            decide(*window.context().project(), i);
        }
        QTRY_VERIFY(!made.isEmpty());
        // What changed while one was made is in the next.
        QTRY_VERIFY(wait > 1 || decisionsIn(made.last().first().toString()) == 4);
        QCOMPARE(made.last().first().toString(), Project::newestBackup(path));
        QVERIFY(decisionsIn(made.last().first().toString()) >= (wait > 1 ? 4 : 1));
        QCOMPARE(failed.size(), 0);
        window.close();
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestBackupSchedule)
#include "tst_backupschedule.moc"
