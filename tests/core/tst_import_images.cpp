// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which files an import takes for images, where they may lie, and what becomes of them in an export.

#include "core/export/exporter.h"
#include "core/image/imagecodec.h"
#include "tests/core/imagefixtures.h"
#include "tests/core/importhelp.h"

#include <QDirIterator>

#include <sys/stat.h>

using namespace winnow;
using namespace winnow::test;

namespace {

QByteArray png(int tone)
{
    return *encodePng(Canvas(24, 16, {tone, 90, 40}).bitmap());
}

QByteArray record(int id, const QString& image)
{
    return QStringLiteral("{\"id\":%1,\"question\":\"q %1\",\"answer\":\"a\",\"image\":\"%2\"}\n")
        .arg(id)
        .arg(image)
        .toUtf8();
}

Result<ExportResult> exportTo(
    Project& project, const QString& out, ExportOptions::Images images = ExportOptions::Images::Folder)
{
    SilentProgress progress;
    return exporterById(QStringLiteral("jsonl"))
        ->run(project, {.policy = kDefaultPolicy}, {out, images}, progress);
}

/// The contents of every file below a folder.
QVector<QByteArray> contentsBelow(const QString& folder)
{
    QVector<QByteArray> contents;
    QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        contents.append(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return contents;
}

} // namespace

class TestImportImages : public QObject {
    Q_OBJECT

private slots:
    void onlyImagesInsideTheFolderAreTaken_data()
    {
        QTest::addColumn<QString>("image");
        QTest::addColumn<ImageState>("state");
        QTest::addColumn<bool>("taken");
        QTest::newRow("an image") << QStringLiteral("set/a.png") << ImageState::Ok << true;
        QTest::newRow("a link inside") << QStringLiteral("inner.png") << ImageState::Ok << true;
        QTest::newRow("a text") << QStringLiteral("notes.txt") << ImageState::Unreadable << false;
        QTest::newRow("a text named as an image")
            << QStringLiteral("notes.png") << ImageState::Unreadable << false;
        QTest::newRow("a link out") << QStringLiteral("out.png") << ImageState::Refused << false;
        QTest::newRow("below a linked folder")
            << QStringLiteral("pictures/secret.png") << ImageState::Refused << false;
        QTest::newRow("a linked folder of images")
            << QStringLiteral("hidden.png") << ImageState::Refused << false;
        QTest::newRow("absolute") << QStringLiteral("ABSOLUTE") << ImageState::Refused << false;
        QTest::newRow("absolute inside") << QStringLiteral("INSIDE") << ImageState::Ok << true;
        QTest::newRow("a pipe") << QStringLiteral("pipe.png") << ImageState::Missing << false;
    }
    void onlyImagesInsideTheFolderAreTaken()
    {
        QFETCH(QString, image);
        QFETCH(ImageState, state);
        QFETCH(bool, taken);
        const Bench bench;
        bench.write(QStringLiteral("bench/set/a.png"), png(10));
        bench.write(QStringLiteral("bench/notes.txt"), "private words");
        bench.write(QStringLiteral("bench/notes.png"), "private words");
        const QString secret = bench.write(QStringLiteral("elsewhere/secret.png"), png(200));
        bench.write(QStringLiteral("elsewhere/hidden.png"), png(200));
        const auto at = [&](const char* name) {
            return bench.folder.filePath(QStringLiteral("bench/") + QString::fromLatin1(name));
        };
        QVERIFY(QFile::link(QStringLiteral("set/a.png"), at("inner.png")));
        QVERIFY(QFile::link(secret, at("out.png")));
        QVERIFY(QFile::link(QFileInfo(secret).path(), at("pictures")));
        QVERIFY(QFile::link(QFileInfo(secret).path(), at("images")));
        QCOMPARE(::mkfifo(QFile::encodeName(at("pipe.png")).constData(), 0600), 0);
        image.replace(QStringLiteral("ABSOLUTE"), secret).replace(QStringLiteral("INSIDE"), at("set/a.png"));

        const auto report
            = bench.importText(QStringLiteral("bench/data.jsonl"), record(1, image), QStringLiteral("set"));
        REQUIRE_RESULT(report);
        const ImageRef found = bench.sample(QStringLiteral("set/1")).images.value(0);
        QCOMPARE(found.state, state);
        QCOMPARE(found.path.isEmpty(), !taken);
        QCOMPARE(report->warnings, taken ? 0 : 1);
        if (state == ImageState::Refused) {
            QVERIFY2(report->issues.front().expected.contains(
                         QStringLiteral("can be given as the folder of the images")),
                qPrintable(report->issues.front().expected));
        }

        const QString out = bench.folder.filePath(QStringLiteral("out"));
        const auto written = exportTo(*bench.project, out);
        REQUIRE_RESULT(written);
        QCOMPARE(written->imagesWritten, taken ? 1 : 0);
        QCOMPARE(written->imagesMissing, taken ? 0 : 1);
        const auto contents = contentsBelow(out);
        QCOMPARE(contents.contains(png(10)), taken);
        QVERIFY(!contents.contains(png(200)));
        QVERIFY(!contents.contains("private words"));
    }

    void aFolderThatIsNamedMayBeAnywhere()
    {
        const Bench bench;
        const QString there = bench.write(QStringLiteral("elsewhere/a.png"), png(10));
        ImportRequest request;
        request.file = bench.write(QStringLiteral("bench/data.jsonl"), record(1, QStringLiteral("a.png")));
        request.dataset = QStringLiteral("set");
        request.imagesDir = QFileInfo(there).path();
        REQUIRE_RESULT(bench.import(request));
        QCOMPARE(bench.sample(QStringLiteral("set/1")).images.value(0).path, there);
    }

    void aDownloadOfLinksIsTaken()
    {
        // Files by content in one folder, and a folder of links that gives them their names.
        const Bench bench;
        bench.write(QStringLiteral("blobs/1f"), png(10));
        bench.write(QStringLiteral("blobs/2e"), record(1, QStringLiteral("img/a.png")));
        QVERIFY(QDir(bench.folder.path()).mkpath(QStringLiteral("snapshot/img")));
        QVERIFY(QFile::link(
            QStringLiteral("../../blobs/1f"), bench.folder.filePath(QStringLiteral("snapshot/img/a.png"))));
        const QString file = bench.folder.filePath(QStringLiteral("snapshot/data.jsonl"));
        QVERIFY(QFile::link(QStringLiteral("../blobs/2e"), file));
        REQUIRE_RESULT(bench.import(file, QStringLiteral("set")));
        QCOMPARE(bench.sample(QStringLiteral("set/1")).images.value(0).state, ImageState::Ok);
    }

    void whatChangedSinceIsNotExported()
    {
        const Bench bench;
        const QString image = bench.write(QStringLiteral("bench/a.png"), png(10));
        REQUIRE_RESULT(bench.importText(
            QStringLiteral("bench/data.jsonl"), record(1, QStringLiteral("a.png")), QStringLiteral("set")));
        const QString secret = bench.write(QStringLiteral("elsewhere/secret.png"), png(200));
        QVERIFY(QFile::remove(image));
        QVERIFY(QFile::link(secret, image));
        const QString out = bench.folder.filePath(QStringLiteral("out"));
        const auto written = exportTo(*bench.project, out);
        REQUIRE_RESULT(written);
        QCOMPARE(written->imagesWritten, 0);
        QCOMPARE(written->imagesMissing, 1);
        QVERIFY(!contentsBelow(out).contains(png(200)));
    }

    void movedImagesAreFoundAgain()
    {
        const Bench bench;
        bench.write(QStringLiteral("old/a.png"), png(10));
        const QByteArray line = record(1, QStringLiteral("a.png"));
        REQUIRE_RESULT(bench.importText(QStringLiteral("old/data.jsonl"), line, QStringLiteral("set")));
        QVERIFY(QDir(bench.folder.path()).rename(QStringLiteral("old"), QStringLiteral("new")));
        const QString now = bench.folder.filePath(QStringLiteral("new/"));
        const auto again = bench.import(now + QStringLiteral("data.jsonl"), QStringLiteral("set"));
        REQUIRE_RESULT(again);
        QCOMPARE(again->samples.unchanged, 1);
        const Sample sample = bench.sample(QStringLiteral("set/1"));
        QCOMPARE(sample.images.value(0).path, now + QStringLiteral("a.png"));
        const auto written = exportTo(*bench.project, bench.folder.filePath(QStringLiteral("out")));
        REQUIRE_RESULT(written);
        QCOMPARE(written->imagesWritten, 1);
    }

    void bytesInTheStoreStayThere()
    {
        const Bench bench;
        const QString embedded
            = QStringLiteral("data:image/png;base64,") + QString::fromLatin1(png(10).toBase64());
        REQUIRE_RESULT(
            bench.importText(QStringLiteral("one.jsonl"), record(1, embedded), QStringLiteral("one")));
        bench.write(QStringLiteral("a.png"), png(10));
        REQUIRE_RESULT(bench.importText(
            QStringLiteral("two.jsonl"), record(1, QStringLiteral("a.png")), QStringLiteral("two")));
        QCOMPARE(bench.sample(QStringLiteral("two/1")).images.value(0).path, QString());
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM images")), 1);
    }

    void imagesOfRotationsAreCountedOnce_data()
    {
        QTest::addColumn<bool>("embedded");
        QTest::newRow("in a folder") << false;
        QTest::newRow("embedded") << true;
    }
    void imagesOfRotationsAreCountedOnce()
    {
        QFETCH(bool, embedded);
        const Bench bench;
        QByteArray tsv = "index\tquestion\tA\tB\tC\tanswer\timage\n";
        for (const int item : {1, 2}) {
            const QByteArray image = png(10 * item).toBase64();
            const QByteArray question = "\twhich " + QByteArray::number(item) + "?\t";
            tsv += QByteArray::number(item) + question + "x\ty\tz\tA\t" + image + '\n';
            tsv += QByteArray::number(1000000 + item) + question + "y\tz\tx\tC\t" + image + '\n';
            tsv += QByteArray::number(2000000 + item) + question + "z\tx\ty\tB\t" + image + '\n';
        }
        const auto report = bench.importText(QStringLiteral("set.tsv"), tsv, QStringLiteral("set"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, 2);
        QCOMPARE(report->rotations, 4);
        QCOMPARE(report->images, 2);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM images")), 2);
        const auto written = exportTo(*bench.project, bench.folder.filePath(QStringLiteral("out")),
            embedded ? ExportOptions::Images::Embedded : ExportOptions::Images::Folder);
        REQUIRE_RESULT(written);
        QCOMPARE(written->imagesWritten, 2);
        QCOMPARE(written->imagesMissing, 0);
    }

    void aRotationOfNothingKeepsItsImages_data()
    {
        QTest::addColumn<QByteArray>("image");
        QTest::newRow("that of its base") << png(10);
        QTest::newRow("one of its own") << png(20);
    }
    void aRotationOfNothingKeepsItsImages()
    {
        QFETCH(QByteArray, image);
        const Bench bench;
        const auto report = bench.importText(QStringLiteral("set.tsv"),
            "index\tquestion\tA\tB\tanswer\timage\n1\twhich?\tx\ty\tA\t" + png(10).toBase64()
                + "\n1000001\twhich?\tother\tthings\tA\t" + image.toBase64() + '\n',
            QStringLiteral("set"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, 2);
        QCOMPARE(report->rotations, 0);
        const Sample alone = bench.sample(QStringLiteral("set/1000001"));
        QCOMPARE(alone.images.size(), 1);
        QCOMPARE(bench.project->imageBytes(alone.images.front().sha256).value_or(QByteArray()), image);
    }
};

QTEST_GUILESS_MAIN(TestImportImages)
#include "tst_import_images.moc"
