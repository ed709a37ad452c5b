// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/clirunner.h"
#include "tests/support/testproject.h"

#include <QFile>
#include <QJsonArray>

#include <sys/stat.h>

using namespace winnow;
using test::runCli;

/// `check` and `check --repair` as a user runs them.
class TestCheck : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString path(const QString& name) { return m_dir.filePath(name); }

private slots:
    void whatIsNoProjectIsNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("said");
        QTest::newRow("folder") << QStringLiteral("folder.winnow") << QStringLiteral("is a folder");
        QTest::newRow("pipe") << QStringLiteral("pipe.winnow")
                              << QStringLiteral("is a pipe, a device or a socket");
        QTest::newRow("empty") << QStringLiteral("empty.winnow") << QStringLiteral("is empty");
        QTest::newRow("text") << QStringLiteral("text.winnow") << QStringLiteral("is not a Winnow project");
        QTest::newRow("none") << QStringLiteral("none.winnow") << QStringLiteral("does not exist");
    }
    void whatIsNoProjectIsNamed()
    {
        QFETCH(QString, name);
        QFETCH(QString, said);
        const QString file = path(name);
        QFile opened(file);
        if (name.startsWith(u"folder")) {
            QVERIFY(QDir().mkpath(file));
        } else if (name.startsWith(u"pipe")) {
            QVERIFY(QFileInfo::exists(file) || ::mkfifo(QFile::encodeName(file).constData(), 0600) == 0);
        } else if (!name.startsWith(u"none")) {
            QVERIFY(opened.open(QIODevice::WriteOnly));
            opened.write(name.startsWith(u"text") ? QByteArray("no database ").repeated(999) : QByteArray());
            opened.close();
        }
        const QStringList before = QDir(m_dir.path()).entryList(QDir::AllEntries | QDir::System);
        const auto checked = runCli({QStringLiteral("check"), file});
        QCOMPARE(checked.code, 1);
        QVERIFY2(checked.err.contains(said), qPrintable(checked.err));
        const auto repaired = runCli({QStringLiteral("check"), file, QStringLiteral("--repair")});
        QCOMPARE(repaired.code, 1);
        QVERIFY2(repaired.err.contains(said) && !repaired.out.contains(QStringLiteral("saved")),
            qPrintable(repaired.err + repaired.out));
        QCOMPARE(QDir(m_dir.path()).entryList(QDir::AllEntries | QDir::System), before);
    }

    void repairsSaveBesideAndNeverOver()
    {
        const QString file = path(QStringLiteral("broken.winnow"));
        {
            auto project = Project::create(file);
            QVERIFY_RESULT(project);
            QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("set"), 200, 2));
        }
        QFile opened(file);
        QVERIFY(opened.open(QIODevice::ReadWrite));
        QVERIFY(opened.seek(4096 * 20 + 300));
        opened.write(QByteArray(60, 'x'));
        opened.close();
        QVERIFY(opened.open(QIODevice::ReadOnly));
        const QByteArray damaged = opened.readAll();
        opened.close();
        QStringList targets;
        for (int i = 0; i < 2; ++i) {
            const auto repaired = runCli(
                {QStringLiteral("check"), file, QStringLiteral("--repair"), QStringLiteral("--json")});
            QCOMPARE(repaired.code, 1); // the damaged file stays damaged
            targets.append(repaired.json().value(QStringLiteral("salvaged_to")).toString());
            QVERIFY2(QFileInfo::exists(targets.last()), qPrintable(repaired.out + repaired.err));
            QVERIFY(repaired.json().value(QStringLiteral("tables")).toArray().size() > 4);
            const auto again = runCli({QStringLiteral("check"), targets.last()});
            QVERIFY2(again.code == 0, qPrintable(again.out));
        }
        QVERIFY(targets.at(0) != targets.at(1));
        QVERIFY(opened.open(QIODevice::ReadOnly));
        QCOMPARE(opened.readAll(), damaged);
    }

    void aTriggerThatIsNotOursIsRefusedAndRemoved()
    {
        const QString file = path(QStringLiteral("sly.winnow"));
        {
            auto project = Project::create(file);
            QVERIFY_RESULT(project);
            QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("set"), 20, 2));
            QVERIFY_RESULT((*project)->write({}, [](sqlite::Connection& c) -> Result<> {
                c.execute(QStringLiteral("CREATE TRIGGER sly AFTER INSERT ON decisions BEGIN"
                                         " UPDATE samples SET gold = 'D'; END"));
                return {};
            }));
        }
        const auto stats = runCli({QStringLiteral("stats"), file});
        QCOMPARE(stats.code, 1);
        QVERIFY2(stats.err.contains(QStringLiteral("sly")) && stats.err.contains(QStringLiteral("--repair")),
            qPrintable(stats.err));
        QCOMPARE(runCli({QStringLiteral("check"), file}).code, 1);
        QCOMPARE(runCli({QStringLiteral("check"), file, QStringLiteral("--repair")}).code, 0);
        QCOMPARE(runCli({QStringLiteral("check"), file}).code, 0);
        QCOMPARE(runCli({QStringLiteral("stats"), file}).code, 0);
    }
};

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
