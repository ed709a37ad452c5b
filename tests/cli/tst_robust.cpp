// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/clirunner.h"
#include "tests/support/testproject.h"

#include "core/stats/random.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fcntl.h>

using namespace winnow;
using test::runCli;

/// Nothing is lost: processes killed, disks full, several writers, hostile and damaged files. The program
/// runs as a child process here, as it would for a user.
class TestRobust : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_large;

    static QString program() { return QStringLiteral(WINNOW_BIN_DIR "/winnow-cli"); }

    struct Outcome {
        int code = -1;
        bool crashed = false;
        QString err;
    };
    static Outcome runChild(const QString& executable, const QStringList& arguments)
    {
        QProcess process;
        process.start(executable, arguments);
        Outcome outcome;
        outcome.crashed = !process.waitForFinished(120000) || process.exitStatus() == QProcess::CrashExit;
        outcome.code = process.exitCode();
        outcome.err = QString::fromUtf8(process.readAllStandardError());
        return outcome;
    }
    QString path(const QString& name) const { return m_dir.filePath(name); }
    static bool writeFile(const QString& name, const QByteArray& bytes)
    {
        QFile file(name);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    static qint64 samplesIn(const QString& project)
    {
        return runCli({QStringLiteral("stats"), project, QStringLiteral("--json")})
            .json()
            .value(QStringLiteral("samples"))
            .toInteger(-1);
    }

private slots:
    void initTestCase()
    {
        m_large = path(QStringLiteral("large.jsonl"));
        QByteArray text;
        for (int i = 0; i < 60000; ++i) {
            text += "{\"id\": " + QByteArray::number(i)
                + ", \"question\": \"How many red squares are left of circle " + QByteArray::number(i)
                + "?\", \"options\": [\"one\", \"two\", \"three\", \"four\"], \"answer\": \"B\"}\n";
        }
        QVERIFY(writeFile(m_large, text));
    }

    void aKilledImportLeavesTheProjectAsItWas()
    {
        const QString project = path(QStringLiteral("killed.winnow"));
        QCOMPARE(runCli({QStringLiteral("new"), project}).code, 0);
        {
            auto opened = Project::open(project);
            QVERIFY_RESULT(opened);
            QVERIFY_RESULT(test::addSamples(**opened, QStringLiteral("before"), 10, 2));
        }
        int killed = 0;
        for (int wait : {5, 20, 40, 80, 120, 180, 250, 350, 500, 700}) {
            QProcess process;
            process.start(program(),
                {QStringLiteral("import"), project, m_large, QStringLiteral("--dataset"),
                    QStringLiteral("large")});
            QVERIFY(process.waitForStarted());
            process.waitForFinished(wait);
            const bool wasRunning = process.state() == QProcess::Running;
            process.kill();
            process.waitForFinished();
            const qint64 samples = samplesIn(project);
            if (wasRunning && samples == 10) {
                ++killed;
            } else {
                // It was done before the signal came: then it is there as a whole.
                QCOMPARE(samples, 60010);
                break;
            }
            const auto check = runCli({QStringLiteral("check"), project});
            QVERIFY2(check.code == 0, qPrintable(check.out));
        }
        QVERIFY(killed > 0);
        QCOMPARE(runChild(program(),
                     {QStringLiteral("import"), project, m_large, QStringLiteral("--dataset"),
                         QStringLiteral("large")})
                     .code,
            0);
        QCOMPARE(samplesIn(project), 60010);
        QCOMPARE(runCli({QStringLiteral("check"), project}).code, 0);
    }

    void anInterruptedImportSaysSo_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }
    void anInterruptedImportSaysSo()
    {
        QFETCH(int, signal);
        const QString project = path(QStringLiteral("interrupted-%1.winnow").arg(signal));
        QCOMPARE(runCli({QStringLiteral("new"), project}).code, 0);
        QProcess process;
        process.start(program(), {QStringLiteral("import"), project, m_large});
        QVERIFY(process.waitForStarted());
        // Its first line of progress: from then on it listens to the signal.
        process.setReadChannel(QProcess::StandardError);
        QVERIFY(process.waitForReadyRead(30000));
        ::kill(pid_t(process.processId()), signal);
        QVERIFY(process.waitForFinished(20000));
        if (process.exitCode() == 0) {
            QSKIP("the import was done before it could be interrupted");
        }
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(said.contains("cancelled; nothing was imported"), said.constData());
        QCOMPARE(samplesIn(project), 0);
    }

    void aTerminalShowsThePercentage()
    {
        const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
        QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
        const auto close = qScopeGuard([&] { ::close(terminal); });
        const QByteArray name = ::ptsname(terminal);
        const QString project = path(QStringLiteral("shown.winnow"));
        QCOMPARE(runCli({QStringLiteral("new"), project}).code, 0);
        QProcess process;
        process.setChildProcessModifier([name] { ::dup2(::open(name.constData(), O_WRONLY | O_NOCTTY), 2); });
        process.start(program(), {QStringLiteral("import"), project, m_large});
        QByteArray shown;
        const auto drain = [&] {
            char buffer[4096];
            for (ssize_t got = 0; (got = ::read(terminal, buffer, sizeof(buffer))) > 0;) {
                shown.append(buffer, got);
            }
        };
        QVERIFY(process.waitForStarted());
        while (!process.waitForFinished(20)) {
            drain();
        }
        drain();
        QCOMPARE(process.exitCode(), 0);
        static const QRegularExpression percent(QStringLiteral("Reading samples: \\d+%"));
        QVERIFY2(percent.match(QString::fromUtf8(shown)).hasMatch(), shown.constData());
    }

    void aPipeIsRefusedAtOnce()
    {
        const QString pipe = path(QStringLiteral("pipe.csv"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const QString project = path(QStringLiteral("pipe.winnow"));
        QCOMPARE(runCli({QStringLiteral("new"), project}).code, 0);
        for (const QStringList& command :
            {QStringList{QStringLiteral("import"), project, pipe}, {QStringLiteral("lint"), pipe},
                {QStringLiteral("import"), project, pipe, QStringLiteral("--as"),
                    QStringLiteral("judgements")},
                {QStringLiteral("stats"), pipe}}) {
            const Outcome outcome = runChild(program(), command);
            QCOMPARE(outcome.code, 1);
            QVERIFY2(outcome.err.contains(QStringLiteral("is a pipe")), qPrintable(outcome.err));
        }
    }

    void aFullDiskEndsInAnError_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("file size limit") << QStringLiteral("limit");
        QTest::newRow("small file system") << QStringLiteral("tmpfs");
    }
    void aFullDiskEndsInAnError()
    {
        QFETCH(QString, how);
        QString folder = path(how);
        QVERIFY(QDir().mkpath(folder));
        const bool mounted = how == u"tmpfs"
            && ::mount("tmpfs", QFile::encodeName(folder).constData(), "tmpfs", 0, "size=6m") == 0;
        if (how == u"tmpfs" && !mounted) {
            QSKIP("mounting a small file system needs root");
        }
        const auto cleanUp = qScopeGuard([&] {
            if (mounted) {
                ::umount(QFile::encodeName(folder).constData());
            }
        });
        const QString project = folder + QStringLiteral("/p.winnow");
        QCOMPARE(runCli({QStringLiteral("new"), project}).code, 0);
        {
            auto opened = Project::open(project);
            QVERIFY_RESULT(opened);
            QVERIFY_RESULT(test::addSamples(**opened, QStringLiteral("before"), 400, 2));
        }
        // The limit is in blocks of 1024 bytes for bash; the signal is ignored so that the write fails
        // instead.
        const QString limit = mounted ? QString() : QStringLiteral("trap '' XFSZ; ulimit -f 4096; ");
        const Outcome outcome = runChild(QStringLiteral("/bin/bash"),
            {QStringLiteral("-c"), limit + QStringLiteral("exec \"$0\" import \"$1\" \"$2\" --dataset large"),
                program(), project, m_large});
        QVERIFY(!outcome.crashed);
        QVERIFY2(outcome.code == 1, qPrintable(QString::number(outcome.code) + outcome.err));
        QVERIFY2(
            outcome.err.contains(mounted ? QStringLiteral("disk is full") : QStringLiteral("writing failed")),
            qPrintable(outcome.err));
        QCOMPARE(samplesIn(project), 400);
        const auto check = runCli({QStringLiteral("check"), project});
        QVERIFY2(check.code == 0, qPrintable(check.out + check.err));
        // An export there fails as cleanly, and leaves nothing.
        const Outcome exported = runChild(QStringLiteral("/bin/bash"),
            {QStringLiteral("-c"),
                QStringLiteral(
                    "trap '' XFSZ; ulimit -f 40; exec \"$0\" export \"$1\" --format jsonl --out \"$2\""),
                program(), project, folder + QStringLiteral("/out")});
        QCOMPARE(exported.code, 1);
        QVERIFY2(exported.err.contains(QStringLiteral("disk is full")), qPrintable(exported.err));
        QVERIFY(!QFileInfo::exists(folder + QStringLiteral("/out")));
    }

    void newOnAFullDiskLeavesNothing_data()
    {
        QTest::addColumn<int>("blocks");
        // Files of at most so many KB; an empty project has a good hundred.
        for (const int blocks : {0, 4, 32, 64, 100, 120, 140, 180, 240}) {
            QTest::addRow("%d KB", blocks) << blocks;
        }
    }
    void newOnAFullDiskLeavesNothing()
    {
        QFETCH(int, blocks);
        QTemporaryDir folder;
        const QString project = folder.filePath(QStringLiteral("p.winnow"));
        const Outcome outcome = runChild(QStringLiteral("/bin/bash"),
            {QStringLiteral("-c"),
                QStringLiteral("trap '' XFSZ; ulimit -f %1; exec \"$0\" new \"$1\"").arg(blocks), program(),
                project});
        QVERIFY(!outcome.crashed);
        const QStringList left = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
        if (outcome.code == 0) {
            QCOMPARE(left, QStringList{QStringLiteral("p.winnow")});
            QCOMPARE(runCli({QStringLiteral("check"), project}).code, 0);
        } else {
            QCOMPARE(outcome.code, 1);
            QVERIFY2(outcome.err.contains(project), qPrintable(outcome.err));
            QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
        }
    }

    void twoNewAtOnceLeaveOneProject()
    {
        for (int round = 0; round < 4; ++round) {
            QTemporaryDir folder;
            const QString project = folder.filePath(QStringLiteral("p.winnow"));
            constexpr int kAtOnce = 4;
            std::vector<std::unique_ptr<QProcess>> children;
            for (int i = 0; i < kAtOnce; ++i) {
                children.push_back(std::make_unique<QProcess>());
                children.back()->start(program(), {QStringLiteral("new"), project});
            }
            int made = 0;
            for (const auto& child : children) {
                QVERIFY(child->waitForFinished(60000));
                QCOMPARE(child->exitStatus(), QProcess::NormalExit);
                made += child->exitCode() == 0;
                if (child->exitCode() != 0) {
                    const QByteArray said = child->readAllStandardError();
                    QVERIFY2(said.contains("exists already"), said.constData());
                }
            }
            QCOMPARE(made, 1);
            QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System),
                QStringList{QStringLiteral("p.winnow")});
            QCOMPARE(runCli({QStringLiteral("check"), project}).code, 0);
        }
    }

    void twoProcessesWriteOneProject()
    {
        const QString project = path(QStringLiteral("shared.winnow"));
        QCOMPARE(runCli({QStringLiteral("new"), project}).code, 0);
        {
            auto opened = Project::open(project);
            QVERIFY_RESULT(opened);
            QVERIFY_RESULT(test::addSamples(**opened, QStringLiteral("set"), 40, 1));
        }
        QProcess import;
        import.start(program(),
            {QStringLiteral("import"), project, m_large, QStringLiteral("--dataset"),
                QStringLiteral("large")});
        QVERIFY(import.waitForStarted());
        for (int i = 0; i < 20; ++i) {
            const Outcome outcome = runChild(program(),
                {QStringLiteral("decide"), project, QStringLiteral("--sample"),
                    QStringLiteral("set/%1").arg(i), QStringLiteral("--kind"),
                    QStringLiteral("blind_solvable"), QStringLiteral("--verdict"), QStringLiteral("confirm"),
                    QStringLiteral("--annotator"), QStringLiteral("kim")});
            // While the import writes, a decision waits; after five seconds it says who is in the way, and is
            // not stored.
            QVERIFY2(outcome.code == 0 || outcome.err.contains(QStringLiteral("another program")),
                qPrintable(outcome.err));
            if (outcome.code != 0) {
                --i;
                QVERIFY(import.state() == QProcess::Running || import.waitForFinished(0));
            }
        }
        QVERIFY(import.state() == QProcess::NotRunning || import.waitForFinished(60000));
        QCOMPARE(import.exitCode(), 0);
        const QJsonObject stats = runCli({QStringLiteral("stats"), project, QStringLiteral("--json")}).json();
        QCOMPARE(stats.value(QStringLiteral("decisions")).toInt(), 20);
        QCOMPARE(stats.value(QStringLiteral("samples")).toInt(), 60040);
    }

    void damagedFilesEndCleanly()
    {
        const QString source = path(QStringLiteral("source.winnow"));
        QCOMPARE(runCli({QStringLiteral("demo"), source, QStringLiteral("--samples"), QStringLiteral("60"),
                            QStringLiteral("--models"), QStringLiteral("2")})
                     .code,
            0);
        QCOMPARE(
            runCli({QStringLiteral("export"), source, QStringLiteral("--format"),
                       QStringLiteral("vlmevalkit_tsv"), QStringLiteral("--dataset"),
                       QStringLiteral("demo-chart"), QStringLiteral("--out"), path(QStringLiteral("tsv"))})
                .code,
            0);
        QCOMPARE(
            runCli({QStringLiteral("export"), source, QStringLiteral("--format"), QStringLiteral("jsonl"),
                       QStringLiteral("--dataset"), QStringLiteral("demo-chart"), QStringLiteral("--images"),
                       QStringLiteral("embedded"), QStringLiteral("--out"), path(QStringLiteral("jsonl"))})
                .code,
            0);
        stats::Random random(7);
        for (const QString& name :
            {QStringLiteral("tsv/demo-chart.tsv"), QStringLiteral("jsonl/demo-chart.jsonl")}) {
            QFile file(path(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray whole = file.readAll();
            QVERIFY(whole.size() > 10000);
            for (int round = 0; round < 12; ++round) {
                QByteArray damaged = whole;
                if (round % 3 == 0) {
                    damaged.truncate(qsizetype(random.next() % quint64(whole.size())));
                } else {
                    for (int i = 0; i < 200; ++i) {
                        damaged[qsizetype(random.next() % quint64(whole.size()))]
                            = char(random.next() & 0xff);
                    }
                }
                const QString target = path(QStringLiteral("damaged-%1").arg(round)) + name.right(5);
                QVERIFY(writeFile(target, damaged));
                const QString project = path(QStringLiteral("d%1.winnow").arg(random.next() & 0xffffff));
                QCOMPARE(runCli({QStringLiteral("new"), project}).code, 0);
                const Outcome outcome = runChild(program(),
                    {QStringLiteral("import"), project, target, QStringLiteral("--dataset"),
                        QStringLiteral("x")});
                QVERIFY2(!outcome.crashed, qPrintable(target + outcome.err));
                QVERIFY2(
                    outcome.code == 0 || outcome.code == 1 || outcome.code == 3, qPrintable(outcome.err));
                if (outcome.code == 1) {
                    QVERIFY2(outcome.err.contains(target), qPrintable(outcome.err));
                    QCOMPARE(samplesIn(project), 0);
                }
                QCOMPARE(runCli({QStringLiteral("check"), project}).code, 0);
            }
        }
    }

    void hostileTableIsReadNotRun()
    {
        const QString touched = path(QStringLiteral("touched"));
        // A PNG header that promises 65,500 x 65,500 pixels, and nothing behind it.
        const QByteArray bomb
            = QByteArray::fromHex("89504e470d0a1a0a0000000d494844520000ffdc0000ffdc0806000000")
            + QByteArray(400, 'x');
        const QByteArray text
            = "\"index\"\t\"image\"\t\"image_path\"\t\"question\"\t\"A\"\t\"B\"\t\"answer\"\n"
            + ("\"1\"\t\"['" + bomb.toBase64() + "', __import__('os').system('touch " + touched.toUtf8()
                + "')]\"\t\"\"\t\"code?\"\t\"x\"\t\"y\"\t\"A\"\n")
            + "\"2\"\t\"\"\t\"../../../../etc/passwd\"\t\"escape?\"\t\"x\"\t\"y\"\t\"A\"\n"
            + ("\"3\"\t\"" + bomb.toBase64() + "\"\t\"\"\t\"bomb?\"\t\"x\"\t\"y\"\t\"B\"\n")
            + ("\"4\"\t\"\"\t\"\"\t\"" + QByteArray(3 << 20, 'q') + "\"\t\"x\"\t\"y\"\t\"B\"\n")
            + "\"5\"\t\"\"\t\"\"\t\"fine?\"\t\"x\"\t\"y\"\t\"B\"\n";
        const QString file = path(QStringLiteral("hostile.tsv"));
        QVERIFY(writeFile(file, text));
        const QString project = path(QStringLiteral("hostile.winnow"));
        QCOMPARE(runCli({QStringLiteral("new"), project}).code, 0);
        const auto result = runCli({QStringLiteral("import"), project, file, QStringLiteral("--dataset"),
            QStringLiteral("h"), QStringLiteral("--json")});
        QCOMPARE(result.code, int(cli::SomeRejected));
        QVERIFY(!QFileInfo::exists(touched));
        const QJsonObject report = result.json().value(QStringLiteral("imports")).toArray().at(0).toObject();
        QCOMPARE(report.value(QStringLiteral("rejected")).toInt(), 1);
        QCOMPARE(report.value(QStringLiteral("images_refused")).toInt(), 2);
        const auto image = [&](const char* key) {
            return runCli(
                {QStringLiteral("show"), project, QString::fromLatin1(key), QStringLiteral("--json")})
                .json()
                .value(QStringLiteral("images"))
                .toArray()
                .at(0)
                .toObject();
        };
        QCOMPARE(image("h/2").value(QStringLiteral("state")).toString(), QStringLiteral("refused"));
        QCOMPARE(image("h/2").value(QStringLiteral("path")).toString(), QString());
        QCOMPARE(image("h/3").value(QStringLiteral("state")).toString(), QStringLiteral("refused"));
        QCOMPARE(runCli({QStringLiteral("show"), project, QStringLiteral("h/5")}).code, 0);
    }
};

QTEST_GUILESS_MAIN(TestRobust)
#include "tst_robust.moc"
