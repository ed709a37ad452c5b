// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/image/imagecodec.h"
#include "core/image/imageheader.h"
#include "core/import/csvrecords.h"
#include "core/import/filekind.h"
#include "core/import/recordloop.h"
#include "tests/core/importhelp.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace winnow;
using winnow::test::Bench;
using winnow::test::rowOf;

namespace {

struct Contents {
    QVector<QStringList> rows;
    QVector<RecordProblem> problems;
    QVector<qint64> lines;
    QStringList columns;
    QString layout;
};

Result<Contents> readAll(const QString& path, const ReadLimits& limits = {})
{
    Contents contents;
    RecordLoop loop;
    loop.bad = [&](const RecordProblem& problem) {
        contents.problems.append(problem);
        return true;
    };
    loop.take = [&](const RawRecord& record, const RecordSource&) -> Result<bool> {
        contents.rows.append(rowOf(record));
        contents.lines.append(record.line);
        return true;
    };
    loop.end = [&](const RecordSource& source) {
        contents.columns = source.columns().all();
        contents.layout = source.layoutName();
    };
    WINNOW_TRY(loop.run(path, limits));
    return contents;
}

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(u' ');
}

} // namespace

class TestImportRecords : public QObject {
    Q_OBJECT

private slots:
    void readsLayouts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("columns");
        QTest::addColumn<QStringList>("first");
        QTest::addColumn<QStringList>("last");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("lastLine");
        const auto row = [](const char* name, const QByteArray& bytes, const char* columns, const char* first,
                             const char* last, int rows, int lastLine) {
            QTest::newRow(name) << bytes << words(columns) << words(first) << words(last) << rows << lastLine;
        };
        row("json lines", "{\"a\":1,\"b\":\"x\"}\n{\"b\":\"y\",\"a\":2}\n", "a b", "1 x", "2 y", 2, 2);
        row("json lines, blank and CRLF", "{\"a\":1}\r\n\r\n  \n{\"a\":2}", "a", "1", "2", 2, 4);
        row("one line", "{\"id\":\"k\",\"question\":\"q\"}", "id question", "k q", "k q", 1, 1);
        row("byte-order mark", "\xef\xbb\xbf{\"a\":1}\n{\"a\":2}\n", "a", "1", "2", 2, 2);
        row("array", "[\n {\"a\": 1},\n {\"a\": 2}\n]", "a", "1", "2", 2, 3);
        row("array, one line", "[{\"a\":1},{\"a\":2},{\"a\":3}]", "a", "1", "3", 3, 1);
        row("by key", "{\n\"k1\": {\"a\": 1},\n\"k2\": {\"a\": 2}}", "(key) a", "k1 1", "k2 2", 2, 3);
        row("plain values by key", "{\"k1\": \"A\", \"k2\": \"B\", \"k3\": \"C\", \"k4\": \"D\"}",
            "(key) (value)", "k1 A", "k4 D", 4, 1);
        row("list inside", "{\"info\": {\"v\": 2}, \"questions\": [{\"a\": 1}, {\"a\": 2}]}", "(list) a",
            "questions 1", "questions 2", 2, 1);
        row("splits", "{\"val\": [{\"a\": 1}], \"test\": [{\"a\": 2}]}", "(list) a", "val 1", "test 2", 2, 1);
        row("pretty objects one after the other", "{\n \"a\": 1\n}\n{\n \"a\": 2\n}\n", "a", "1", "2", 2, 4);
        row("NaN and Infinity", "{\"a\": NaN, \"b\": \"NaN\"}\n{\"a\": -Infinity, \"b\": \"x\"}\n", "a b",
            " NaN", "-Infinity x", 2, 2);
        row("digits stay", "{\"a\": 1.10}\n{\"a\": 12345678901234567890}\n", "a", "1.10",
            "12345678901234567890", 2, 2);
        row("nested", "{\"m\": {\"x\": 1, \"y\": {\"z\": 2}}}\n{\"m\": {\"x\": 3, \"y\": {\"z\": 4}}}\n",
            "m m.x m.y m.y.z", "{\"x\":_1,_\"y\":_{\"z\":_2}} 1 {\"z\":_2} 2",
            "{\"x\":_3,_\"y\":_{\"z\":_4}} 3 {\"z\":_4} 4", 2, 2);
        row("csv", "a,b\n1,x\n2,y\n", "a b", "1 x", "2 y", 2, 3);
        row("semicolons", "a;b\r\n1,5;x\r\n2;y\r\n", "a b", "1,5 x", "2 y", 2, 3);
        row("tabs", "a\tb\n1\tx,z\n2\ty\n", "a b", "1 x,z", "2 y", 2, 3);
        row("old line ends", "a,b\r1,x\r2,y\r", "a b", "1 x", "2 y", 2, 1);
        row("doubled quotes", "a,b\n1,\"say_\"\"x\"\"\"\n2,y", "a b", "1 say_\"x\"", "2 y", 2, 3);
        row("blank after a quote", "a,b\n\"1\" ,x\n2,y\n", "a b", "1 x", "2 y", 2, 3);
        row("blank lines", "a,b\n\n1,x\n\n2,y\n\n", "a b", "1 x", "2 y", 2, 5);
        row("extra delimiter at the end", "a,b\n1,x,\n2,y,,\n", "a b", "1 x", "2 y", 2, 3);
        row("doubled and empty names", "a,a,\n1,x,3\n2,y,4\n", "a a_(2) column_3", "1 x 3", "2 y 4", 2, 3);
    }
    void readsLayouts()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, columns);
        QFETCH(QStringList, first);
        QFETCH(QStringList, last);
        QFETCH(int, rows);
        QFETCH(int, lastLine);
        const Bench bench;
        const auto contents = readAll(bench.write(QStringLiteral("file"), bytes));
        REQUIRE_RESULT(contents);
        const auto plain = [](QStringList list) {
            return list.replaceInStrings(QStringLiteral(" "), QStringLiteral("_"));
        };
        QCOMPARE(contents->problems.size(), 0);
        QCOMPARE(plain(contents->columns), columns);
        QCOMPARE(contents->rows.size(), rows);
        QCOMPARE(plain(contents->rows.front()), first);
        QCOMPARE(plain(contents->rows.back()), last);
        QCOMPARE(contents->lines.back(), lastLine);
    }

    void oneRecordInOneLineIsJsonLines()
    {
        const Bench bench;
        const auto lines = readAll(bench.write(QStringLiteral("a"), "{\"id\": 1, \"question\": \"q\"}\n"));
        REQUIRE_RESULT(lines);
        QCOMPARE(lines->layout, QStringLiteral("JSON Lines"));
        QCOMPARE(lines->rows.size(), 1);
        const auto pretty
            = readAll(bench.write(QStringLiteral("b"), "{\n \"id\": 1,\n \"question\": \"q\"\n}\n"));
        REQUIRE_RESULT(pretty);
        QCOMPARE(pretty->rows.size(), 1);
    }

    void quotedLineEndsStayAndCount()
    {
        const Bench bench;
        const auto contents = readAll(
            bench.write(QStringLiteral("a.tsv"), "a\tb\n1\t\"two\n\"\"lines\"\"\twith tab\"\n2\ty\n"));
        REQUIRE_RESULT(contents);
        QCOMPARE(contents->rows.front().at(1), QStringLiteral("two\n\"lines\"\twith tab"));
        QCOMPARE(contents->lines, QVector<qint64>({2, 4}));
    }

    void linesWithCommasAreNoRows_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("good");
        const QByteArray options = "\"Which three?\nA. Breadth, Detail, Care\nB. Care, Detail, Time\n"
                                   "C. Time, Breadth, Care\nD. Care, Time, Detail\nAnswer:\",";
        // As many commas a line as the table has: the other columns tell.
        QTest::newRow("beside true and false") << "prompt,a,b\n" + options + "False,True\nx,True,True\n" << 2;
        QTest::newRow("beside numbers") << "prompt,a,b\n" + options + "0.5,1\nx,1,0\n" << 2;
        // A quote that is not closed joins rows of numbers: they are of the table.
        QTest::newRow("rows in a cell")
            << QByteArray("prompt,a,b\nx,1,2\n\"y,1,2\nz,3,4\nu,5,6\nv,7,8\nw\",9,0\nq,1,1\n") << 2;
    }
    void linesWithCommasAreNoRows()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, good);
        const Bench bench;
        const auto contents = readAll(bench.write(QStringLiteral("file.csv"), bytes));
        REQUIRE_RESULT(contents);
        QCOMPARE(contents->rows.size(), good);
    }

    void badRecordsDoNotStopTheRest_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("good");
        QTest::addColumn<int>("badLine");
        QTest::addColumn<QString>("told");
        const auto row
            = [](const char* name, const QByteArray& bytes, int good, int badLine, const char* told) {
                  QTest::newRow(name) << bytes << good << badLine << QString::fromLatin1(told);
              };
        row("broken line", "{\"a\":1}\n{\"a\":\n{\"a\":3}\n", 2, 2, "JSON object");
        row("first line broken", "{\"a\":1\n{\"a\":2}\n{\"a\":3}\n", 2, 1, "JSON object");
        row("line that is no object", "{\"a\":1}\n[1,2]\n{\"a\":3}\n", 2, 2, "JSON object");
        row("text after the object", "{\"a\":1}\n{\"a\":2} x\n{\"a\":3}\n", 2, 2, "JSON object");
        row("not UTF-8 in JSON", "{\"a\":1}\n{\"a\":\"\xff\"}\n{\"a\":3}\n", 2, 2, "UTF-8");
        row("array element that is no object", "[{\"a\":1},\n7,\n{\"a\":3}]", 2, 2, "JSON object");
        row("array cut off", "[{\"a\":1},\n{\"a\":2},\n{\"a\":", 2, 3, "cut off");
        row("array without an end", "[{\"a\":1},\n{\"a\":2}", 2, 2, "cut off");
        row("cells missing", "a,b\n1,x\n2\n3,z\n", 2, 3, "2 cells");
        row("too many cells", "a,b\n1,x\n2,y,z\n3,z\n", 2, 3, "2 cells");
        row("quote not closed", "a,b\n1,x\n2,\"y\n3,z\n", 1, 3, "closing quote");
        row("not UTF-8 in a table", "a,b\n1,x\n2,\xff\xfe\n3,z\n", 2, 3, "UTF-8");
    }
    void badRecordsDoNotStopTheRest()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, good);
        QFETCH(int, badLine);
        QFETCH(QString, told);
        const Bench bench;
        const auto contents = readAll(bench.write(QStringLiteral("file"), bytes));
        REQUIRE_RESULT(contents);
        QCOMPARE(contents->rows.size(), good);
        QCOMPARE(contents->problems.size(), 1);
        QCOMPARE(contents->problems.front().line, badLine);
        QVERIFY2(contents->problems.front().expected.contains(told),
            qPrintable(contents->problems.front().expected));
    }

    void refusesOtherKindsByName_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("told");
        QTest::newRow("xls") << QByteArray("\xd0\xcf\x11\xe0....W\0o\0r\0k\0b\0o\0o\0k\0", 24)
                             << QStringLiteral("an old Excel workbook (xls)");
        QTest::newRow("password") << QByteArray(
            "\xd0\xcf\x11\xe0....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 40)
                                  << QStringLiteral("password");
        QTest::newRow("other old Office")
            << QByteArray("\xd0\xcf\x11\xe0........") << QStringLiteral("another Office file");
        QTest::newRow("parquet") << QByteArray("PARE....") << QStringLiteral("an encrypted Parquet file");
        QTest::newRow("pickle") << QByteArray("\x80\x04\x95....") << QStringLiteral("pickle");
        QTest::newRow("sqlite") << QByteArray("SQLite format 3\0....", 20) << QStringLiteral("SQLite");
        QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1a\n") << QStringLiteral("PNG");
        QTest::newRow("utf-16") << QByteArray("\xff\xfe{\0", 4) << QStringLiteral("UTF-16");
        QTest::newRow("html") << QByteArray("<!DOCTYPE html><html>") << QStringLiteral("web page");
        QTest::newRow("lfs") << QByteArray("version https://git-lfs.github.com/spec/v1\n")
                             << QStringLiteral("LFS");
        QTest::newRow("numpy") << QByteArray("\x93NUMPY\x01") << QStringLiteral("NumPy");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
        QTest::newRow("blank") << QByteArray(" \n\n") << QStringLiteral("empty");
    }
    void refusesOtherKindsByName()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, told);
        const Bench bench;
        // The name says nothing: content decides.
        const auto contents = readAll(bench.write(QStringLiteral("data.csv"), bytes));
        QVERIFY(!contents);
        QCOMPARE(contents.error().code, ErrorCode::WrongKind);
        QVERIFY2(contents.error().message.contains(told), qPrintable(contents.error().message));
        QVERIFY(!contents.error().remedy.isEmpty());
    }

    void missingFileAndFolder()
    {
        const Bench bench;
        const auto missing = readAll(bench.folder.filePath(QStringLiteral("no.csv")));
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        const auto folder = readAll(bench.folder.path());
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, ErrorCode::WrongKind);
    }

    void sizesAreCapped_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("tail");
        QTest::newRow("csv") << QByteArray("a,b\n1,x\n2,") << QByteArray("\n3,z\n");
        QTest::newRow("quoted csv") << QByteArray("a,b\n1,x\n2,\"") << QByteArray("\"\n3,z\n");
        QTest::newRow("csv with spaces") << QByteArray("a,b\n1,x\n2,\"   ") << QByteArray("\"  \n3,z\n");
        QTest::newRow("csv with quotes") << QByteArray("a,b\n1,x\n2,\"\"\"\n\",") << QByteArray("\n3,z\n");
        QTest::newRow("jsonl") << QByteArray("{\"a\":1}\n{\"a\":\"") << QByteArray("\"}\n{\"a\":3}\n");
        QTest::newRow("json") << QByteArray("[{\"a\":1},\n{\"a\":\"\\\"]}") << QByteArray("\"},\n{\"a\":3}]");
        QTest::newRow("json list") << QByteArray("{\"of\":0,\"test\":[{\"a\":1},{\"a\":\"")
                                   << QByteArray("\"},{\"a\":3}]}");
    }
    void sizesAreCapped()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, tail);
        const Bench bench;
        ReadLimits limits;
        limits.maxRecordBytes = 2 << 20;
        const QString path
            = bench.write(QStringLiteral("big"), QByteArray(head + QByteArray(5 << 20, 'x') + tail));
        const auto contents = readAll(path, limits);
        REQUIRE_RESULT(contents);
        // The one record is refused as a whole, and nothing of it is taken for another.
        QCOMPARE(contents->problems.size(), 1);
        QVERIFY2(contents->problems.front().found.contains(QString::number(limits.maxRecordBytes)),
            qPrintable(contents->problems.front().found));
        QCOMPARE(contents->rows.size(), 2);
        QVERIFY(contents->rows.front().contains(QStringLiteral("1")));
        QVERIFY(contents->rows.back().contains(QStringLiteral("3")));
    }

    void recordsOfTooManyPartsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("cells") << QByteArray("a,b\n1,x\n2" + QByteArray(3000, ',') + "\n3,z\n");
        QTest::newRow("elements") << QByteArray(
            "{\"a\":1}\n{\"a\":[" + QByteArray("0,").repeated(3000) + "0]}\n{\"a\":3}\n");
        QByteArray members;
        for (int i = 0; i < 3000; ++i) {
            members += ",\"m" + QByteArray::number(i) + "\":0";
        }
        QTest::newRow("members") << QByteArray("{\"a\":1}\n{\"a\":2" + members + "}\n{\"a\":3}\n");
    }
    void recordsOfTooManyPartsAreRefused()
    {
        QFETCH(QByteArray, file);
        const Bench bench;
        ReadLimits limits;
        limits.maxColumns = 1000;
        limits.maxItems = 1000;
        const auto contents = readAll(bench.write(QStringLiteral("parts"), file), limits);
        REQUIRE_RESULT(contents);
        QCOMPARE(contents->problems.size(), 1);
        QVERIFY2(QString(contents->problems.front().found.english()
                     + contents->problems.front().expected.english())
                     .contains(QStringLiteral("1000")),
            qPrintable(contents->problems.front().found));
        QCOMPARE(contents->rows.size(), 2);
        QCOMPARE(contents->rows.back().front(), QStringLiteral("3"));
    }

    void aHeaderOfTooManyColumnsIsRefused()
    {
        const Bench bench;
        ReadLimits limits;
        limits.maxColumns = 10;
        const auto contents
            = readAll(bench.write(QStringLiteral("wide.csv"), "a,b,c,d,e,f,g,h,i,j,k\n1\n"), limits);
        QVERIFY(!contents);
        QCOMPARE(contents.error().code, ErrorCode::LimitExceeded);
        QVERIFY2(
            contents.error().message.contains(QStringLiteral("10")), qPrintable(contents.error().text()));
    }

    void emptyMembersTakeNoStack_data()
    {
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("empty splits") << QByteArray("{\"train\":[{\"a\":1}]") << QByteArray(",\"train\":[]")
                                      << QByteArray(",\"test\":[{\"a\":2}]}");
        QTest::newRow("commas") << QByteArray("[{\"a\":1}") << QByteArray(",") << QByteArray("{\"a\":2}]");
        QTest::newRow("brackets") << QByteArray("[{\"a\":1,\"b\":") << QByteArray("[")
                                  << QByteArray(QByteArray(200'000, ']') + "},{\"a\":2}]");
    }
    void emptyMembersTakeNoStack()
    {
        QFETCH(QByteArray, begin);
        QFETCH(QByteArray, part);
        QFETCH(QByteArray, end);
        const Bench bench;
        const auto contents
            = readAll(bench.write(QStringLiteral("empty.json"), begin + part.repeated(200'000) + end));
        REQUIRE_RESULT(contents);
        QCOMPARE(contents->problems.size(), 0);
        QCOMPARE(contents->rows.size(), 2);
        QVERIFY(contents->rows.back().contains(QStringLiteral("2")));
    }

    void onlyRegularFilesAreOpened_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what : {"pipe", "device", "socket", "folder"}) {
            QTest::newRow(what) << QString::fromLatin1(what);
        }
    }
    void onlyRegularFilesAreOpened()
    {
        QFETCH(QString, what);
        const Bench bench;
        QString path = bench.folder.filePath(what);
        if (what == u"pipe") {
            QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        } else if (what == u"device") {
            path = QStringLiteral("/dev/zero");
        } else if (what == u"socket") {
            const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
            sockaddr_un address{};
            address.sun_family = AF_UNIX;
            qstrncpy(address.sun_path, QFile::encodeName(path).constData(), sizeof(address.sun_path));
            QCOMPARE(::bind(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof(address)), 0);
            ::close(descriptor);
        } else {
            QVERIFY(QDir().mkpath(path));
        }
        // Nothing of this waits, whoever opens it.
        const auto refused = [&](const Error& error) {
            return (error.code == ErrorCode::WrongKind || error.code == ErrorCode::NotAProject)
                && error.message.contains(path) && !error.remedy.isEmpty();
        };
        const auto records = RecordSource::open(path);
        QVERIFY(!records && refused(records.error()));
        const auto hash = sha256OfFile(path);
        QVERIFY(!hash && refused(hash.error()));
        const auto image = readImageFile(path);
        QVERIFY(!image && refused(image.error()));
        const auto header = readImageHeaderOfFile(path);
        QVERIFY(!header && refused(header.error()));
        const auto project = Project::open(path);
        QVERIFY(!project && refused(project.error()));
        // The same behind a link.
        const QString link = bench.folder.filePath(QStringLiteral("link.csv"));
        QVERIFY(QFile::link(path, link));
        QVERIFY(!RecordSource::open(link));
    }

    void cancelledReadingEnds()
    {
        const Bench bench;
        const QString path
            = bench.write(QStringLiteral("a.jsonl"), QByteArray("{\"a\":1}\n").repeated(400'000));
        SilentProgress progress;
        ReadLimits limits;
        limits.progress = &progress;
        auto source = RecordSource::open(path, limits);
        REQUIRE_RESULT(source);
        RawRecord record;
        RecordProblem problem;
        REQUIRE_RESULT((*source)->next(record, problem));
        progress.cancel();
        Result<RecordSource::Step> step = RecordSource::Step::Record;
        int more = 0;
        while (step && *step == RecordSource::Step::Record) {
            step = (*source)->next(record, problem);
            ++more;
        }
        QVERIFY(!step);
        QCOMPARE(step.error().code, ErrorCode::Cancelled);
        // What was in memory is still read, no more.
        QVERIFY2(more < 300'000, qPrintable(QString::number(more)));
        const auto hash = sha256OfFile(path, &progress);
        QVERIFY(!hash);
        QCOMPARE(hash.error().code, ErrorCode::Cancelled);
    }

    void recordsLargerThanTheReadBlock()
    {
        const Bench bench;
        const QByteArray large(3 << 20, 'x');
        const auto lines = readAll(bench.write(QStringLiteral("a.jsonl"),
            "{\"a\":\"" + large + "\"}\n{\"a\":\"" + large + "\"}\n{\"a\":\"y\"}\n"));
        REQUIRE_RESULT(lines);
        QCOMPARE(lines->rows.size(), 3);
        QCOMPARE(lines->rows.at(1).front().size(), large.size());
        const auto array = readAll(bench.write(QStringLiteral("a.json"),
            "[{\"a\":\"" + large + "\"},\n{\"a\":\"" + large + "\"},\n{\"a\":\"y\"}]"));
        REQUIRE_RESULT(array);
        QCOMPARE(array->rows.size(), 3);
        QCOMPARE(array->lines.back(), 3);
    }

    void sniffsDelimiters()
    {
        QCOMPARE(sniffDelimiter("a,b,c\n1,2,3\n"), ',');
        QCOMPARE(sniffDelimiter("a;b;c\n1,5;2,5;3,5\n1;2;3\n"), ';');
        QCOMPARE(sniffDelimiter("a\tb\n\"x,y,z\n,,\"\t2\n"), '\t');
        QCOMPARE(sniffDelimiter("only\nthis\n"), ',');
    }

    void everyCutAndManyMutationsEndCleanly()
    {
        const QByteArray files[] = {"{\"id\":\"1\",\"q\":\"a \\\"b\\\" "
                                    "\\u00e9\",\"o\":[\"x\",2,null,{\"k\":[1]}],\"m\":{\"n\":1.5e3}}\n"
                                    "{\"id\":\"2\",\"q\":\"c\",\"o\":[],\"m\":{}}\n",
            "[{\"id\":1,\"o\":[1,2]},\n{\"id\":2,\"o\":[\"]\",\"}\"]}]",
            "{\"k\":{\"a\":1},\"l\":{\"a\":[{\"b\":2}]}}",
            "id,q,o\n1,\"a \"\"b\"\" c\",\"['x', 'y']\"\n2,plain,\"line\nend\"\n"};
        const Bench bench;
        for (const QByteArray& file : files) {
            for (qsizetype n = 1; n < file.size(); ++n) {
                (void)readAll(bench.write(QStringLiteral("cut"), file.left(n)));
                QByteArray mutated = file;
                mutated[n] = "\"{}[],:\\\n\xff"[size_t(n) % 10];
                (void)readAll(bench.write(QStringLiteral("mutated"), mutated));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestImportRecords)
#include "tst_import_records.moc"
