// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/importer.h"
#include "tests/core/importhelp.h"

#include <QProcess>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace winnow;
using winnow::test::Bench;

namespace {

/// Kills this very process once so many reports came; the import is then in the middle of its transaction.
class KillingProgress : public SilentProgress {
public:
    explicit KillingProgress(int after)
        : m_after(after)
    {
    }
    void report(qint64, qint64, const QString&) override
    {
        if (--m_after <= 0) {
            ::kill(::getpid(), SIGKILL);
        }
    }

private:
    int m_after;
};

class CancellingProgress : public SilentProgress {
public:
    void report(qint64, qint64, const QString&) override { cancel(); }
};

qsizetype imagesIn(const Project& project)
{
    const auto hashes = project.imageHashes();
    return hashes ? hashes->size() : -1;
}

/// Nobody holds a lock on the image store.
bool imageStoreIsFree(const Project& project)
{
    auto other = sqlite::Connection::open(project.imagesPath(), sqlite::OpenMode::Create);
    return other && sqlite::guarded([&] {
        (*other)->execute(QStringLiteral("PRAGMA busy_timeout=0; BEGIN IMMEDIATE; ROLLBACK"));
    }).has_value();
}

QByteArray manySamples(int count)
{
    QByteArray lines;
    for (int i = 0; i < count; ++i) {
        const QByteArray n = QByteArray::number(i);
        lines += "{\"id\":\"k" + n + "\",\"question\":\"question number " + n
            + "\",\"options\":[\"a\",\"b\"],\"answer\":\"A\",\"image\":\"data:image/png;base64,"
            + QByteArray("not really an image " + n).repeated(4).toBase64() + "\"}\n";
    }
    return lines;
}

} // namespace

/// Files that mean harm, files that are damaged, and imports that do not get to their end.
class TestImportHostile : public QObject {
    Q_OBJECT

private slots:
    void aCancelledImportOfResponsesLeavesNothing()
    {
        class CancelWhileReading final : public Progress {
        public:
            bool isCancelled() const override { return m_reading; }
            void report(qint64, qint64, const QString& step) override
            {
                m_reading = m_reading || step.contains(u"Reading responses");
            }

        private:
            std::atomic<bool> m_reading = false;
        };
        const Bench bench;
        QByteArray samples;
        QByteArray replies("id,model,prediction\n");
        for (int i = 0; i < 3000; ++i) {
            const QByteArray id = QByteArray::number(i);
            samples += "{\"index\": " + id + ", \"question\": \"q" + id
                + "\", \"options\": [\"a\", \"b\"], \"answer\": \"A\"}\n";
            replies += id + ",m,B\n";
        }
        REQUIRE_RESULT(bench.importText(QStringLiteral("s.jsonl"), samples, QStringLiteral("set")));
        ImportRequest request;
        request.file = bench.write(QStringLiteral("r.csv"), replies);
        request.dataset = QStringLiteral("set");
        CancelWhileReading progress;
        const auto cancelled = runImport(*bench.project, request, progress);
        QVERIFY(!cancelled && cancelled.error().code == ErrorCode::Cancelled);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM responses")), 0);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM packed")), 0);
        const auto again = bench.import(request);
        REQUIRE_RESULT(again);
        QCOMPARE(again->responses.added, 3000);
    }

    void codeInListsIsNeverRun()
    {
        const Bench bench;
        const QString marker = bench.folder.filePath(QStringLiteral("ran"));
        const QByteArray code = "[__import__('os').system('touch " + marker.toUtf8() + "')]";
        const auto report = bench.importText(QStringLiteral("a.tsv"),
            "index\tquestion\toptions\timage\tanswer\n1\tq\t\"" + code + "\"\t\tA\n2\tq\t\"['x', 'y']\"\t\""
                + code + "\"\tA\n3\tq\t\"['x', 'y']\"\t\tB\n");
        REQUIRE_RESULT(report);
        QVERIFY(!QFile::exists(marker));
        QCOMPARE(report->rejected, 2);
        QCOMPARE(report->samples.added, 1);
        QCOMPARE(report->issues.at(0).line, 2);
        QCOMPARE(report->issues.at(0).column, QStringLiteral("options"));
        QVERIFY2(report->issues.at(0).expected.contains(QLatin1String("__import__")),
            qPrintable(report->issues.at(0).expected));
        QCOMPARE(report->issues.at(1).column, QStringLiteral("image"));
    }

    void pathsDoNotEscape_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<ImageState>("state");
        QTest::newRow("up") << QStringLiteral("../../../../etc/hostname") << ImageState::Refused;
        QTest::newRow("up inside") << QStringLiteral("images/../../secret.png") << ImageState::Refused;
        QTest::newRow("backslashes") << QStringLiteral("..\\\\..\\\\secret.png") << ImageState::Refused;
        QTest::newRow("absolute") << QStringLiteral("/etc/passwd") << ImageState::Refused;
        QTest::newRow("file address") << QStringLiteral("file:///etc/passwd") << ImageState::Refused;
        QTest::newRow("web address") << QStringLiteral("https://example.org/a.png") << ImageState::Missing;
        QTest::newRow("not there") << QStringLiteral("no.png") << ImageState::Missing;
        QTest::newRow("no image") << QStringLiteral("data.jsonl") << ImageState::Unreadable;
    }
    void pathsDoNotEscape()
    {
        QFETCH(QString, path);
        QFETCH(ImageState, state);
        const Bench bench;
        const auto report = bench.importText(QStringLiteral("data.jsonl"),
            QStringLiteral("{\"id\":1,\"question\":\"q\",\"answer\":\"a\",\"image\":\"%1\"}\n")
                .arg(path)
                .toUtf8(),
            QStringLiteral("set"));
        REQUIRE_RESULT(report);
        // An image that cannot be had is a state of the sample, not a rejected record.
        QCOMPARE(report->samples.added, 1);
        QCOMPARE(report->rejected, 0);
        QCOMPARE(report->warnings, 1);
        const Sample sample = bench.sample(QStringLiteral("set/1"));
        QCOMPARE(sample.images.size(), 1);
        QCOMPARE(sample.images.front().state, state);
    }

    void imageBombsAreRefusedByTheirHeader()
    {
        // A PNG header that promises 60,000 x 60,000 pixels.
        QByteArray bomb = QByteArray::fromHex("89504e470d0a1a0a0000000d494844520000ea600000ea600802000000");
        bomb += QByteArray(64, '\0');
        const Bench bench;
        bench.write(QStringLiteral("bomb.png"), bomb);
        const auto report = bench.importText(QStringLiteral("a.jsonl"),
            "{\"id\":1,\"question\":\"q\",\"image\":\"bomb.png\"}\n", QStringLiteral("set"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->imagesRefused, 1);
        QCOMPARE(bench.sample(QStringLiteral("set/1")).images.value(0).state, ImageState::Refused);
    }

    void hugeCellsAreRejectedWithTheirLine()
    {
        const Bench bench;
        ImportRequest request;
        request.file = bench.write(QStringLiteral("a.csv"),
            "id,question,answer\n1,q,a\n2,\"" + QByteArray(3 << 20, 'x') + "\",a\n3,q,a\n");
        request.limits.maxRecordBytes = 1 << 20;
        const auto report = bench.import(request);
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, 2);
        QVERIFY(report->rejected >= 1);
        QCOMPARE(report->issues.front().line, 3);
    }

    void whatIsNestedTooDeepIsReportedAndKept_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("asText");
        const auto nested = [](int levels) -> QByteArray {
            return QByteArray(levels, '[') + "7" + QByteArray(levels, ']');
        };
        QTest::newRow("deep enough to keep") << nested(60) << false;
        QTest::newRow("lists") << nested(70) << true;
        QTest::newRow("more than Qt reads again") << nested(2000) << true;
        QTest::newRow("objects") << QByteArray(
            QByteArray("{\"a\":").repeated(3000) + "7" + QByteArray(3000, '}'))
                                 << true;
        QTest::newRow("no JSON inside") << QByteArray("[[1, tru, 2]]") << true;
    }
    void whatIsNestedTooDeepIsReportedAndKept()
    {
        QFETCH(QByteArray, value);
        QFETCH(bool, asText);
        const Bench bench;
        const auto report = bench.importText(QStringLiteral("a.jsonl"),
            "{\"id\":1,\"question\":\"q\",\"answer\":\"a\",\"kept\":\"too\",\"deep\":" + value
                + "}\n"
                  "{\"id\":2,\"question\":\"q\",\"answer\":\"a\",\"deep\":[[1]]}\n",
            QStringLiteral("set"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, 2);
        QCOMPARE(report->warnings, asText ? 1 : 0);
        const QJsonObject extra = bench.sample(QStringLiteral("set/1")).extra;
        QCOMPARE(extra.value(QStringLiteral("kept")).toString(), QStringLiteral("too"));
        QCOMPARE(extra.value(QStringLiteral("deep")).isString(), asText);
        if (asText) {
            QCOMPARE(extra.value(QStringLiteral("deep")).toString().toUtf8(), value);
            QCOMPARE(report->issues.front().column, QStringLiteral("deep"));
            QCOMPARE(report->issues.front().line, 1);
        }
        QVERIFY(bench.sample(QStringLiteral("set/2")).extra.value(QStringLiteral("deep")).isArray());
    }

    void aColumnTooLargeToKeepIsReported()
    {
        const Bench bench;
        const auto report = bench.importText(QStringLiteral("a.jsonl"),
            "{\"id\":1,\"question\":\"q\",\"answer\":\"a\",\"notes\":\"" + QByteArray(2 << 20, 'x') + "\"}\n",
            QStringLiteral("set"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->warnings, 1);
        QCOMPARE(report->issues.front().column, QStringLiteral("notes"));
    }

    void renamedKeysTakeNoStack()
    {
        // Each key that a renamed one could have is taken by a record before it.
        QByteArray lines;
        QByteArray key = "a.png";
        for (int i = 0; i < 300; ++i) {
            lines += "{\"image\":\"" + key + "\",\"question\":\"first " + QByteArray::number(i) + "\"}\n";
            key += "#2";
        }
        lines += "{\"image\":\"a.png\",\"question\":\"another\"}\n";
        const Bench bench;
        ImportRequest request;
        request.file = bench.write(QStringLiteral("a.jsonl"), lines);
        request.map = {{QStringLiteral("index"), QStringLiteral("image")},
            {QStringLiteral("image"), QStringLiteral("image")},
            {QStringLiteral("question"), QStringLiteral("question")}};
        const auto report = bench.import(request);
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, 301);
    }

    void reportTellsWhereAndWhat()
    {
        const Bench bench;
        const auto report = bench.importText(QStringLiteral("a.jsonl"),
            "{\"id\":\"1\",\"question\":\"q\",\"answer\":\"a\"}\n{\"id\":\"2\",\"quest\n{\"question\":\"no "
            "key\"}\n"
            "{\"id\":\"1\",\"question\":\"another\",\"answer\":\"b\"}\n{\"id\":\"1\",\"question\":\"q\","
            "\"answer\":\"a\"}\n",
            QStringLiteral("set"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, 1);
        QCOMPARE(report->rejected, 3);
        QCOMPARE(report->notes, 1);
        QCOMPARE(report->issues.at(0).line, 2);
        QCOMPARE(report->issues.at(1).line, 3);
        QCOMPARE(report->issues.at(1).column, QStringLiteral("id"));
        QCOMPARE(report->issues.at(2).line, 4);
        QVERIFY(report->issues.at(2).expected.contains(QLatin1String("line 1")));
        const auto stored
            = bench.project->read([&](sqlite::Connection& c) { return ImportStore(c).issues(report->id); });
        REQUIRE_RESULT(stored);
        QCOMPARE(stored->size(), 4);
        const QByteArray csv = issuesToCsv(*stored);
        QCOMPARE(csv.count('\n'), 5);
        QVERIFY(csv.startsWith("severity,file,line,column,found,expected,sample\n"));
    }

    void repeatedResponsesBecomeAttempts()
    {
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("s.csv"),
            "id,question,A,B,answer\n1,q,x,y,A\n2,q,x,y,B\n", QStringLiteral("set")));
        const auto report = bench.importText(QStringLiteral("r.csv"),
            "id,model,attempt,prediction\n1,m,1,A\n1,m,1,A\n1,m,1,B\n1,m,2,B\n1,m,1,B\n2,m,1,A\n9,m,1,A\n2,m,"
            "-1,A\n");
        REQUIRE_RESULT(report);
        // The same again is dropped (twice), another answer is kept behind the attempts that are named.
        QCOMPARE(report->notes, 2);
        QCOMPARE(report->warnings, 1);
        QCOMPARE(report->rejected, 2);
        QCOMPARE(report->responses.added, 4);
        QCOMPARE(bench.text(QStringLiteral(
                     "SELECT group_concat(attempt || answer, ' ') FROM (SELECT * FROM responses"
                     " WHERE sample_id = 1 ORDER BY attempt)")),
            QStringLiteral("0A 1B 2B"));
        const auto again = bench.import(report->file);
        REQUIRE_RESULT(again);
        QCOMPARE(again->responses.unchanged, 4);
    }

    void changedFilesUpdate()
    {
        const Bench bench;
        const QByteArray before = "{\"id\":\"1\",\"question\":\"q\",\"answer\":\"a\"}\n{\"id\":\"2\","
                                  "\"question\":\"r\",\"answer\":\"b\"}\n";
        REQUIRE_RESULT(bench.importText(QStringLiteral("a.jsonl"), before, QStringLiteral("set")));
        const auto report = bench.importText(QStringLiteral("a.jsonl"),
            "{\"id\":\"1\",\"question\":\"q\",\"answer\":\"a\"}\n{\"id\":\"2\",\"question\":\"r\",\"answer\":"
            "\"c\"}\n"
            "{\"id\":\"3\",\"question\":\"s\",\"answer\":\"d\"}\n",
            QStringLiteral("set"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.unchanged, 1);
        QCOMPARE(report->samples.changed, 1);
        QCOMPARE(report->samples.added, 1);
        QCOMPARE(bench.sample(QStringLiteral("set/2")).gold, QStringLiteral("c"));
    }

    void cancelledLeavesTheProjectAsItWas()
    {
        const Bench bench;
        ImportRequest request;
        request.file = bench.write(QStringLiteral("a.jsonl"), manySamples(3000));
        CancellingProgress progress;
        const auto report = runImport(*bench.project, request, progress);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        for (const char* table : {"datasets", "samples", "images", "imports"}) {
            QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM ") + QLatin1String(table)), 0);
        }
        QCOMPARE(imagesIn(*bench.project), 0);
        QVERIFY(imageStoreIsFree(*bench.project));
        const auto again = bench.import(request);
        REQUIRE_RESULT(again);
        QCOMPARE(again->samples.added, 3000);
    }

    void killedLeavesTheProjectAsItWas_data()
    {
        QTest::addColumn<int>("after");
        // With the sixth all is read, and only the commits are left.
        for (const int after : {1, 2, 3, 4, 5, 6}) {
            QTest::addRow("after %d reports", after) << after;
        }
    }
    void killedLeavesTheProjectAsItWas()
    {
        QFETCH(int, after);
        const Bench bench;
        const QString file = bench.write(QStringLiteral("a.jsonl"), manySamples(6000));
        REQUIRE_RESULT(bench.importText(
            QStringLiteral("first.csv"), "id,question,answer\n1,q,a\n", QStringLiteral("first")));
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
            {QStringLiteral("--import-and-die"), bench.project->path(), file, QString::number(after)});
        QVERIFY(child.waitForFinished(60'000));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);

        const auto reopened = Project::open(bench.project->path());
        REQUIRE_RESULT(reopened);
        const auto state = (*reopened)->read([](sqlite::Connection& c) {
            return QStringList{c.text(QStringLiteral("PRAGMA integrity_check")),
                QString::number(c.integer(QStringLiteral("SELECT count(*) FROM samples"))),
                QString::number(c.integer(QStringLiteral("SELECT count(*) FROM datasets"))),
                QString::number(c.integer(QStringLiteral("SELECT count(*) FROM imports")))};
        });
        REQUIRE_RESULT(state);
        QCOMPARE(*state,
            QStringList(
                {QStringLiteral("ok"), QStringLiteral("1"), QStringLiteral("1"), QStringLiteral("1")}));
        QCOMPARE(imagesIn(**reopened), 0);
        QVERIFY(imageStoreIsFree(**reopened));
        const auto again = bench.import(file, QStringLiteral("second"));
        REQUIRE_RESULT(again);
        QCOMPARE(again->samples.added, 6000);
    }

    void fullDiskLeavesTheProjectAsItWas_data()
    {
        QTest::addColumn<int>("kilobytes");
        for (const int kilobytes : {300, 500, 900}) {
            QTest::addRow("files of %d KB", kilobytes) << kilobytes;
        }
    }
    void fullDiskLeavesTheProjectAsItWas()
    {
        QFETCH(int, kilobytes);
        const Bench bench;
        const QString file = bench.write(QStringLiteral("a.jsonl"), manySamples(6000));
        REQUIRE_RESULT(bench.importText(
            QStringLiteral("first.csv"), "id,question,answer\n1,q,a\n", QStringLiteral("first")));
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
            {QStringLiteral("--import-with-limit"), bench.project->path(), file, QString::number(kilobytes)});
        QVERIFY(child.waitForFinished(60'000));
        QCOMPARE(child.exitStatus(), QProcess::NormalExit);
        // It failed, and said so.
        QCOMPARE(child.exitCode(), 3);
        QCOMPARE(bench.text(QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM samples")), 1);
        QCOMPARE(imagesIn(*bench.project), 0);
        const auto again = bench.import(file, QStringLiteral("second"));
        REQUIRE_RESULT(again);
        QCOMPARE(again->samples.added, 6000);
    }

    void truncatedAndMutatedFilesNeverCrash()
    {
        const QByteArray files[] = {"index\tquestion\timage\tA\tB\tanswer\n1\t\"q\n2\"\t\"['aGVsbG8=', "
                                    "'x.png']\"\tx\ty\tA\n1000001\tq\t1\ty\tx\tB\n",
            "[{\"id\":1,\"question\":\"q\",\"options\":[\"a\",\"b\"],\"answer\":0,\"image\":null},\n{\"id\":"
            "2,\"question\":\"r\",\"options\":[1,2],\"answer\":\"2\"}]",
            "sample_id,question,answer,model,attempt,response,correct\n1,q,A,m,1,\"(A) "
            "x\",1\n1,q,A,n,1,B,0\n"};
        int n = 0;
        for (const QByteArray& file : files) {
            for (qsizetype at = 1; at < file.size(); at += 7) {
                const Bench bench;
                (void)bench.importText(QStringLiteral("cut%1").arg(++n), file.left(at));
                QByteArray mutated = file;
                mutated[at] = "\"[]{},\t\n:\xff"[size_t(at) % 10];
                (void)bench.importText(QStringLiteral("mutated%1").arg(n), mutated);
                QCOMPARE(bench.text(QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
            }
        }
    }

    void refusesWhatFitsNowhere()
    {
        const Bench bench;
        const auto lost = bench.importText(QStringLiteral("r.csv"), "sample_id,model,prediction\n1,m,A\n");
        QVERIFY(!lost);
        QCOMPARE(lost.error().code, ErrorCode::NotFound);
        QVERIFY(lost.error().remedy.contains(QLatin1String("first")));

        ImportRequest request;
        request.file = bench.write(QStringLiteral("a.csv"), "x,y\n1,2\n");
        request.map = {{QStringLiteral("question"), QStringLiteral("z")}};
        const auto column = bench.import(request);
        QVERIFY(!column);
        QCOMPARE(column.error().code, ErrorCode::InvalidInput);
        QVERIFY(column.error().remedy.contains(QLatin1String("x, y")));
        request.map = {{QStringLiteral("qestion"), QStringLiteral("x")}};
        QVERIFY(!bench.import(request));
        request.map.clear();
        request.format = QStringLiteral("nonsense");
        const auto format = bench.import(request);
        QVERIFY(!format);
        QVERIFY(format.error().remedy.contains(QLatin1String("vlmevalkit_tsv")));
    }

    void mappingIsRememberedByHeader()
    {
        const Bench bench;
        ImportRequest request;
        request.file = bench.write(QStringLiteral("a.csv"), "alpha,beta,gamma\nk1,why,yes\n");
        request.dataset = QStringLiteral("set");
        request.map = {{QStringLiteral("index"), QStringLiteral("alpha")},
            {QStringLiteral("question"), QStringLiteral("beta")},
            {QStringLiteral("answer"), QStringLiteral("gamma")}};
        REQUIRE_RESULT(bench.import(request));
        ImportRequest second;
        second.file = bench.write(QStringLiteral("b.csv"), "gamma,alpha,beta\nno,k2,how\n");
        second.dataset = QStringLiteral("set");
        const auto plan = planImport(*bench.project, second);
        REQUIRE_RESULT(plan);
        QVERIFY(plan->remembered);
        REQUIRE_RESULT(bench.import(second));
        QCOMPARE(bench.sample(QStringLiteral("set/k2")).question, QStringLiteral("how"));
        QCOMPARE(bench.sample(QStringLiteral("set/k2")).gold, QStringLiteral("no"));
    }

    void previewShowsWhatWouldBeStored()
    {
        const Bench bench;
        const QString file
            = bench.write(QStringLiteral("a.csv"), "id,question,A,B,answer\n1,why,x,y,(B)\n2,how,p,q,A\n");
        const auto profile = profileFile(file);
        REQUIRE_RESULT(profile);
        const auto mapping = guessMapping(*profile);
        REQUIRE_RESULT(mapping);
        for (const FieldSource& source : mapping->fields) {
            QVERIFY(source.confidence > 0 && source.confidence <= 1);
            QVERIFY(!source.reason.isEmpty());
        }
        ImportRequest request;
        request.file = file;
        const auto plan = planImport(*bench.project, request);
        REQUIRE_RESULT(plan);
        const auto preview = previewImport(*bench.project, request, *plan);
        REQUIRE_RESULT(preview);
        QCOMPARE(preview->rows.size(), 2);
        QCOMPARE(preview->rows.front().value(preview->fields.indexOf(Field::Answer)), QStringLiteral("B"));
        QCOMPARE(
            preview->rows.front().value(preview->fields.indexOf(Field::Options)), QStringLiteral("x | y"));
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM samples")), 0);
    }

    void registryIsComplete()
    {
        QStringList ids;
        for (const auto& importer : importers()) {
            QVERIFY(!ids.contains(importer->id()));
            QVERIFY(!importer->title().isEmpty() && !importer->description().isEmpty());
            QCOMPARE(importerById(importer->id()), importer.get());
            ids.append(importer->id());
        }
        for (const char* id :
            {"vlmevalkit_tsv", "jsonl", "json", "csv", "responses_long", "responses_wide"}) {
            QVERIFY(ids.contains(QLatin1String(id)));
        }
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--import-and-die")) {
        auto project = Project::open(arguments.value(2));
        if (!project) {
            return 1;
        }
        ImportRequest request;
        request.file = arguments.value(3);
        request.dataset = QStringLiteral("second");
        KillingProgress progress(arguments.value(4).toInt());
        (void)runImport(**project, request, progress);
        return 0;
    }
    if (arguments.value(1) == QLatin1String("--import-with-limit")) {
        // Writing beyond this size fails, as on a full disk.
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{rlim_t(arguments.value(4).toInt()) * 1024, RLIM_INFINITY};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        auto project = Project::open(arguments.value(2));
        if (!project) {
            return 1;
        }
        ImportRequest request;
        request.file = arguments.value(3);
        request.dataset = QStringLiteral("second");
        SilentProgress progress;
        return runImport(**project, request, progress) ? 0 : 3;
    }
    TestImportHostile test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_import_hostile.moc"
