// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sets of files as one source: folders of shards, zips, WebDataset tars; and one file that gives samples,
// responses and judgements.

#include "core/image/imagecodec.h"
#include "core/import/archive.h"
#include "core/import/archivereader.h"
#include "core/import/linter.h"
#include "core/import/recordfiles.h"
#include "core/store/flagstore.h"
#include "core/store/importundo.h"
#include "core/store/judgementstore.h"
#include "tests/core/imagefixtures.h"
#include "tests/core/importhelp.h"
#include "tests/support/workbook.h"

#include <QTest>

using namespace winnow;
using namespace winnow::test;

namespace {

QByteArray png(int tone)
{
    return *encodePng(Canvas(24, 16, {tone, 90, 40}).bitmap());
}

QByteArray record(int id, const QString& image = {})
{
    return QStringLiteral("{\"id\":%1,\"question\":\"What is on picture %1?\",\"answer\":\"a%1\"%2}\n")
        .arg(id)
        .arg(image.isEmpty() ? QString() : QStringLiteral(",\"image\":\"%1\"").arg(image))
        .toUtf8();
}

QStringList allKeys(const Bench& bench)
{
    return bench
        .text(QStringLiteral("SELECT group_concat(source_index, ' ') FROM (SELECT source_index FROM samples "
                             "ORDER BY position)"))
        .split(u' ');
}

} // namespace

class TestImportSets : public QObject {
    Q_OBJECT

private slots:
    void aFolderOfShardsIsOneSource()
    {
        const Bench bench;
        bench.write(QStringLiteral("set/train-2.jsonl"), record(3) + record(4));
        bench.write(QStringLiteral("set/train-10.jsonl"), record(5));
        // Columns in another order, and one more.
        bench.write(QStringLiteral("set/train-1.jsonl"),
            "{\"answer\":\"a1\",\"id\":1,\"question\":\"What is on picture 1?\"}\n"
            "{\"answer\":\"a2\",\"id\":2,\"question\":\"What is on picture 2?\",\"split\":\"dev\"}\n");
        bench.write(QStringLiteral("set/README.txt"), "Not a table, but it could be, of one column\n");
        const auto report = bench.import(bench.folder.filePath(QStringLiteral("set")));
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, 5);
        QCOMPARE(report->dataset, QStringLiteral("set"));
        QVERIFY(report->layout.contains(QStringLiteral("3 files")));
        QCOMPARE(allKeys(bench),
            (QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4"),
                QStringLiteral("5")}));
        QCOMPARE(bench.sample(QStringLiteral("set/2")).split, QStringLiteral("dev"));
        QCOMPARE(bench.sample(QStringLiteral("set/4")).gold, QStringLiteral("a4"));
        // Again, with a shard that says something else.
        bench.write(QStringLiteral("set/train-10.jsonl"), record(5).replace("a5", "b5"));
        const auto again = bench.import(bench.folder.filePath(QStringLiteral("set")));
        REQUIRE_RESULT(again);
        QCOMPARE(again->samples.changed, 1);
        QCOMPARE(again->samples.unchanged, 4);
        const QString hashes = QStringLiteral("SELECT count(DISTINCT sha256) FROM imports");
        QCOMPARE(bench.count(hashes), 2);
    }

    void anIssueNamesTheFileOfTheSet()
    {
        const Bench bench;
        bench.write(QStringLiteral("set/1.jsonl"), record(1) + record(2));
        bench.write(QStringLiteral("set/2.jsonl"), record(3) + "{\"id\":4,\n" + record(1).replace("a1", "x"));
        const auto report = bench.import(bench.folder.filePath(QStringLiteral("set")));
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, 3);
        QCOMPARE(report->rejected, 2);
        const QString second = bench.folder.filePath(QStringLiteral("set/2.jsonl"));
        QCOMPARE(report->issues.at(0).file, second);
        QCOMPARE(report->issues.at(0).line, 2);
        QCOMPARE(report->issues.at(1).file, second);
        QCOMPARE(report->issues.at(1).line, 3);
        QVERIFY2(report->issues.at(1).expected.english().contains(QStringLiteral("1.jsonl")),
            qPrintable(report->issues.at(1).expected.english()));
    }

    void responsesOfAFolderAreJoined()
    {
        const Bench bench;
        REQUIRE_RESULT(
            bench.importText(QStringLiteral("set.jsonl"), record(1) + record(2), QStringLiteral("set")));
        bench.write(QStringLiteral("runs/a.csv"), "id,model,response\n1,m,a1\n2,m,no\n");
        bench.write(QStringLiteral("runs/b.csv"), "id,model,response\n1,n,a1\n2,n,a2\n");
        const auto report = bench.import(bench.folder.filePath(QStringLiteral("runs")));
        REQUIRE_RESULT(report);
        QCOMPARE(report->dataset, QStringLiteral("set"));
        QCOMPARE(report->responses.added, 4);
        QCOMPARE(bench.accuracy(QStringLiteral("m")), 50.0);
        QCOMPARE(bench.accuracy(QStringLiteral("n")), 100.0);
    }

    void aFolderOfImagesWithItsMetadata()
    {
        const Bench bench;
        bench.write(QStringLiteral("pictures/metadata.csv"),
            "file_name,question,answer\none.png,What is it?,a cat\nsub/two.png,And this?,a dog\n");
        bench.write(QStringLiteral("pictures/one.png"), png(10));
        bench.write(QStringLiteral("pictures/sub/two.png"), png(200));
        bench.write(QStringLiteral("pictures/notes.json"), "{\"author\":\"somebody\",\"year\":2026}");
        const auto report = bench.import(bench.folder.filePath(QStringLiteral("pictures")));
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, 2);
        QCOMPARE(report->images, 2);
        QCOMPARE(report->imagesMissing, 0);
    }

    void whatIsNoSetIsRefused_data()
    {
        QTest::addColumn<Members>("files");
        QTest::addColumn<QString>("told");
        QTest::newRow("no records") << Members{{QStringLiteral("a.png"), png(1)}}
                                    << QStringLiteral("no file with records");
        QTest::newRow("different columns") << Members{{QStringLiteral("a.jsonl"), record(1)},
            {QStringLiteral("b.csv"), "price,date,shop\n1,2,3\n"}}
                                           << QStringLiteral("different columns");
        QTest::newRow("one is no table")
            << Members{{QStringLiteral("a.jsonl"), record(1)}, {QStringLiteral("b.jsonl"), png(1)}}
            << QStringLiteral("b.jsonl");
    }
    void whatIsNoSetIsRefused()
    {
        QFETCH(Members, files);
        QFETCH(QString, told);
        const Bench bench;
        for (const auto& [name, bytes] : files) {
            bench.write(QStringLiteral("set/") + name, bytes);
        }
        const auto report = bench.import(bench.folder.filePath(QStringLiteral("set")));
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::WrongKind);
        QVERIFY2(report.error().message.contains(told), qPrintable(report.error().message));
        QVERIFY(!report.error().remedy.isEmpty());
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM samples")), 0);
    }

    void anArchiveIsOneSourceAndItsImagesAreKept_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("zip") << QStringLiteral("bench.zip");
        QTest::newRow("tar of a folder") << QStringLiteral("bench.tar");
    }
    void anArchiveIsOneSourceAndItsImagesAreKept()
    {
        QFETCH(QString, name);
        const Bench bench;
        const QString archive = packArchive(bench.folder.filePath(name),
            {{QStringLiteral("data/1.jsonl"), record(1, QStringLiteral("images/one.png"))},
                {QStringLiteral("data/2.jsonl"),
                    record(2, QStringLiteral("images/two.png"))
                        + record(3, QStringLiteral("images/one.png"))},
                {QStringLiteral("images/"), {}}, {QStringLiteral("images/one.png"), png(10)},
                {QStringLiteral("images/two.png"), png(200)},
                {QStringLiteral("__MACOSX/data/._1.jsonl"), "rubbish"}});
        const auto report = bench.import(archive);
        REQUIRE_RESULT(report);
        QCOMPARE(report->dataset, QStringLiteral("bench"));
        QCOMPARE(report->samples.added, 3);
        QCOMPARE(report->imagesMissing, 0);
        QVERIFY(QFile::remove(archive));
        for (const auto& [key, tone] : {std::pair("bench/1", 10), {"bench/2", 200}, {"bench/3", 10}}) {
            const Sample sample = bench.sample(QLatin1String(key));
            QCOMPARE(sample.images.size(), 1);
            QVERIFY(sample.images.first().path.isEmpty());
            const auto bytes = bench.project->imageBytes(sample.images.first().sha256);
            REQUIRE_RESULT(bytes);
            QCOMPARE(*bytes, png(tone));
        }
    }

    void whatIsSoundInAZipIsNotComplainedOf()
    {
        const Bench bench;
        ImportRequest request;
        request.file = packArchive(bench.folder.filePath(QStringLiteral("bench.zip")),
            {{QStringLiteral("1.jsonl"),
                 record(1, QStringLiteral("one.png")) + record(2, QStringLiteral("one.png"))
                     + record(3, QStringLiteral("cut.png"))},
                {QStringLiteral("one.png"), png(10)}, {QStringLiteral("cut.png"), png(10).left(40)}});
        SilentProgress progress;
        const auto report = lintFile(request, progress);
        REQUIRE_RESULT(report);
        QCOMPARE(report->findings.size(), 1);
        QCOMPARE(report->findings.first().issue.line, 3);
    }

    void anArchiveIsUnpackedOnceAndGoes()
    {
        const Bench bench;
        const QString zip = packArchive(bench.folder.filePath(QStringLiteral("a.zip")),
            {{QStringLiteral("1.jsonl"), record(1)}, {QStringLiteral("2.jsonl"), record(2)}});
        QString folder;
        {
            const auto files = recordFiles(zip);
            REQUIRE_RESULT(files);
            QCOMPARE(files->shown,
                (QStringList{zip + QStringLiteral("/1.jsonl"), zip + QStringLiteral("/2.jsonl")}));
            folder = files->folder;
            const auto again = recordFiles(zip);
            REQUIRE_RESULT(again);
            QCOMPARE(again->folder, folder);
            QVERIFY(QFile::exists(folder + QStringLiteral("/1.jsonl")));
        }
        QTRY_VERIFY(!QFile::exists(folder));
    }

    void membersStayInside()
    {
        QCOMPARE(safeMemberName(QStringLiteral("a/b.txt")), QStringLiteral("a/b.txt"));
        QCOMPARE(safeMemberName(QStringLiteral("./a//b.txt")), QStringLiteral("a/b.txt"));
        QCOMPARE(safeMemberName(QStringLiteral("/a")), QString());
        QCOMPARE(safeMemberName(QStringLiteral("a/../../b")), QString());
        QCOMPARE(safeMemberName(QString()), QString());
    }

    void anArchiveHasBounds()
    {
        const Bench bench;
        const QString zip = packArchive(bench.folder.filePath(QStringLiteral("a.zip")),
            {{QStringLiteral("1.jsonl"), record(1)}, {QStringLiteral("2.jsonl"), record(2)},
                {QStringLiteral("3.jsonl"), record(3)}});
        for (const UnpackedArchive::Limits& limits : {UnpackedArchive::Limits{1 << 20, 2}, {100, 10}}) {
            const auto unpacked = UnpackedArchive::of(zip, nullptr, limits);
            QVERIFY(!unpacked);
            QCOMPARE(unpacked.error().code, ErrorCode::LimitExceeded);
            QVERIFY(unpacked.error().message.contains(zip) && !unpacked.error().remedy.isEmpty());
        }
        QVERIFY(UnpackedArchive::of(zip, nullptr));
        SilentProgress progress;
        progress.cancel();
        bench.write(QStringLiteral("b.zip"), {});
        const auto cancelled = UnpackedArchive::of(packArchive(bench.folder.filePath(QStringLiteral("b.zip")),
                                                       {{QStringLiteral("1.jsonl"), record(1)}}),
            &progress);
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    }

    void aDamagedArchiveSaysSo()
    {
        const Bench bench;
        const QString whole = packArchive(bench.folder.filePath(QStringLiteral("a.zip")),
            {{QStringLiteral("1.jsonl"), record(1).repeated(2000)}});
        QFile file(whole);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString cut = bench.write(QStringLiteral("cut.zip"), file.readAll().left(200));
        const auto report = bench.import(cut);
        QVERIFY(!report);
        QVERIFY2(report.error().message.contains(cut), qPrintable(report.error().message));
        QVERIFY(!report.error().remedy.isEmpty());
    }

    void webDatasetShardsAreRecords()
    {
        const Bench bench;
        const QString tar = packArchive(bench.folder.filePath(QStringLiteral("shard-0.tar")),
            {{QStringLiteral("0001.png"), png(10)},
                {QStringLiteral("0001.json"), "{\"question\":\"What?\",\"level\":3}"},
                {QStringLiteral("0001.answer.txt"), "a cat"}, {QStringLiteral("0002.png"), png(200)},
                {QStringLiteral("0002.json"), "{\"question\":\"And this?\",\"level\":4}"},
                {QStringLiteral("0002.answer.txt"), "a dog"}});
        ImportRequest request;
        request.file = tar;
        request.dataset = QStringLiteral("shards");
        const auto report = bench.import(request);
        REQUIRE_RESULT(report);
        QCOMPARE(report->format, QStringLiteral("webdataset"));
        QCOMPARE(report->samples.added, 2);
        QCOMPARE(report->images, 2);
        const Sample second = bench.sample(QStringLiteral("shards/0002"));
        QCOMPARE(second.question, QStringLiteral("And this?"));
        QCOMPARE(second.gold, QStringLiteral("a dog"));
        QCOMPARE(second.extra.value(QStringLiteral("level")).toInt(), 4);
        QCOMPARE(second.images.size(), 1);
        const auto bytes = bench.project->imageBytes(second.images.first().sha256);
        REQUIRE_RESULT(bytes);
        QCOMPARE(*bytes, png(200));
    }

    void badMembersAreBadRecords()
    {
        const Bench bench;
        const QString tar = packArchive(bench.folder.filePath(QStringLiteral("a.tar")),
            {{QStringLiteral("1.json"), "{\"question\":\"What?\",\"answer\":\"x\"}"},
                {QStringLiteral("2.json"), "{\"question\":"},
                {QStringLiteral("3.json"), "{\"question\":\"Why?\",\"answer\":\"y\"}"}});
        const auto report = bench.import(tar, QStringLiteral("s"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, 2);
        QCOMPARE(report->rejected, 1);
        QCOMPARE(report->issues.first().line, 2);
        QCOMPARE(report->issues.first().column, QStringLiteral("json"));
    }

    void judgementsAreOfTheFilesOwnKeys_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QStringList>("map");
        QTest::newRow("a name that is no usual one")
            << QByteArray("item_code,question,answer,error_type\nx-1,Why?,a,ok\nx-2,How?,b,wrong\n")
            << QStringList{QStringLiteral("index=item_code")};
        QTest::newRow("no key but the order")
            << QByteArray("question,answer,error_type\nWhy?,a,ok\nHow?,b,wrong\n") << QStringList();
        QTest::newRow("several questions of one image")
            << QByteArray("image,question,answer,error_type\nc.png,Why?,a,ok\nc.png,How?,b,wrong\n")
            << QStringList{QStringLiteral("index=image"), QStringLiteral("image=image")};
        QTest::newRow("a verdict of another name")
            << QByteArray("id,question,answer,found\n1,Why?,a,ok\n2,How?,b,wrong\n")
            << QStringList{QStringLiteral("verdict=found")};
    }
    void judgementsAreOfTheFilesOwnKeys()
    {
        QFETCH(QByteArray, table);
        QFETCH(QStringList, map);
        const Bench bench;
        ImportRequest request;
        request.file = bench.write(QStringLiteral("t.csv"), table);
        request.judge = QStringLiteral("expert");
        for (const QString& pair : map) {
            request.map.append({pair.section(u'=', 0, 0), pair.section(u'=', 1)});
        }
        const auto report = bench.import(request);
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, 2);
        QCOMPARE(report->judgements->judgements, 2);
        QCOMPARE(report->judgements->rejected, 0);
        QCOMPARE(
            bench.text(QStringLiteral("SELECT s.question FROM flags f JOIN samples s ON s.id = f.sample_id")),
            QStringLiteral("How?"));
    }

    void oneFileGivesSamplesResponsesAndJudgements()
    {
        const Bench bench;
        ImportRequest request;
        request.file = bench.write(QStringLiteral("all.csv"),
            "index,question,A,B,answer,model,prediction,error_type,reason\n"
            "1,Which is red?,the left,the right,A,m,A,ok,\n"
            "2,Which is blue?,the top,the bottom,B,m,A,wrong_groundtruth,It is the top\n"
            "3,Which is old?,the tree,the house,A,m,B,bad_question_clarity,Both are\n");
        request.dataset = QStringLiteral("all");
        request.judge = QStringLiteral("expert");
        const auto report = bench.import(request);
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, 3);
        QCOMPARE(report->responses.added, 3);
        QVERIFY(report->judgements);
        QCOMPARE(report->judgements->judgements, 3);
        QCOMPARE(report->judgements->sound, 1);
        FlagFilter filter;
        filter.detector = judgeDetector(QStringLiteral("expert"));
        const auto flags
            = bench.project->read([&](sqlite::Connection& c) { return FlagStore(c).list(filter); });
        REQUIRE_RESULT(flags);
        QCOMPARE(flags->size(), 2);
        for (const Flag& flag : *flags) {
            const bool wrong = flag.sampleKey == QLatin1String("all/2");
            QCOMPARE(
                flag.kind, wrong ? QStringLiteral("label_incorrect") : QStringLiteral("label_ambiguous"));
            QVERIFY(wrong || flag.sampleKey == QLatin1String("all/3"));
        }
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM imports")), 3);
        // What came together goes together.
        const auto undone = undoImport(*bench.project, report->id);
        REQUIRE_RESULT(undone);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM samples")), 0);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM flags")), 0);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM judgements")), 0);
    }
};

QTEST_GUILESS_MAIN(TestImportSets)
#include "tst_import_sets.moc"
