// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/export/exporter.h"
#include "core/store/decisionstore.h"
#include "core/store/imagestore.h"
#include "tests/support/testproject.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace winnow;

/// What exporters write: rows under every disposition, texts byte for byte, all files or none.
class TestExport : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::shared_ptr<Project> m_project;
    QVector<SampleId> m_ids;

    QString out(const QString& name = QStringLiteral("out")) const
    {
        return m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u'-' + name);
    }
    Result<ExportResult> write(const char* format, const QString& target,
        std::optional<ExportOptions::Images> images = ExportOptions::Images::Folder,
        const QString& policy = kDefaultPolicy)
    {
        SilentProgress progress;
        return exporterById(QString::fromLatin1(format))
            ->run(*m_project, {.policy = policy}, {target, images}, progress);
    }
    static QList<QByteArray> lines(const QString& path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return {};
        }
        QList<QByteArray> all = file.readAll().split('\n');
        all.removeLast();
        return all;
    }
    void act(int sample, Action action, const QString& gold = {})
    {
        Decision decision;
        decision.annotator = QStringLiteral("kim");
        decision.sampleId = m_ids.at(sample);
        decision.action = action;
        decision.newGold = gold;
        QVERIFY_RESULT(m_project->ledger().decide({decision}));
    }

private slots:
    void init()
    {
        qputenv("WINNOW_FIXED_TIME", "2026-01-01T00:00:00.000Z");
        static int count = 0;
        m_project = *Project::create(m_dir.filePath(QStringLiteral("%1.winnow").arg(++count)));
        auto ids = test::addSamples(*m_project, QStringLiteral("set"), 4);
        QVERIFY_RESULT(ids);
        m_ids = *ids;
    }

    void writesTextsByteForByte()
    {
        const QString nasty
            = QStringLiteral("tab\there \"quoted\"\nnew line, None, 한국어 \U0001F600 \\ ' end");
        QVERIFY_RESULT(m_project->write({}, [&](sqlite::Connection& c) -> Result<int> {
            Sample sample = *SampleStore(c).byKey(QStringLiteral("set/0"));
            sample.question = nasty;
            sample.options[1] = QStringLiteral("None");
            sample.extra
                = {{QStringLiteral("level"), 3}, {QStringLiteral("answer"), QStringLiteral("shadow")}};
            SampleWriter(c).put(sample);
            return 0;
        }));
        auto jsonl = write("jsonl", out());
        QVERIFY_RESULT(jsonl);
        QCOMPARE(jsonl->files, (QStringList{QStringLiteral("set.jsonl"), QStringLiteral("manifest.json")}));
        const auto rows = lines(out() + QStringLiteral("/set.jsonl"));
        QCOMPARE(rows.size(), 4);
        const QJsonObject first = QJsonDocument::fromJson(rows.first()).object();
        QCOMPARE(first.value(QStringLiteral("question")).toString(), nasty);
        QCOMPARE(first.value(QStringLiteral("options")).toArray().at(1).toString(), QStringLiteral("None"));
        QCOMPARE(first.value(QStringLiteral("level")).toInt(), 3);
        QCOMPARE(first.value(QStringLiteral("answer")).toString(), QStringLiteral("A"));
        QVERIFY(rows.first().startsWith("{\"index\": \"0\", \"dataset\": "));

        auto tsv = write("vlmevalkit_tsv", out(QStringLiteral("tsv")));
        QVERIFY_RESULT(tsv);
        QFile file(out(QStringLiteral("tsv")) + QStringLiteral("/set.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.startsWith(
            "\"index\"\t\"image_path\"\t\"question\"\t\"A\"\t\"B\"\t\"C\"\t\"D\"\t\"answer\"\t"));
        const QByteArray cell = '"' + QString(nasty).replace(u'"', QStringLiteral("\"\"")).toUtf8() + '"';
        QVERIFY(text.contains(QByteArray(cell + "\t\"one\"\t\"None\"\t")));
    }

    void dispositionsShapeTheRows()
    {
        act(0, Action::Drop);
        act(1, Action::Fix, QStringLiteral("D"));
        act(2, Action::Convert);
        act(3, Action::Circular);
        auto result = write("jsonl", out());
        QVERIFY_RESULT(result);
        const auto rows = lines(out() + QStringLiteral("/set.jsonl"));
        QCOMPARE(rows.size(), 6); // fix, convert, four rotations
        const auto at = [&](int row, const char* key) {
            return QJsonDocument::fromJson(rows.at(row)).object().value(QLatin1String(key));
        };
        QCOMPARE(at(0, "index").toString(), QStringLiteral("1"));
        QCOMPARE(at(0, "answer").toString(), QStringLiteral("D"));
        QCOMPARE(at(1, "answer").toString(), QStringLiteral("three"));
        QCOMPARE(at(1, "options").toArray().size(), 0);
        // Sample 3 has gold D = "four": rotated by one it is shown as C.
        QCOMPARE(at(3, "index").toString(), QStringLiteral("1000003"));
        QCOMPARE(at(3, "g_index").toString(), QStringLiteral("3"));
        QCOMPARE(at(3, "options").toArray().at(0).toString(), QStringLiteral("two"));
        for (int row = 2; row < 6; ++row) {
            const int gold = optionPosition(at(row, "answer").toString());
            QCOMPARE(at(row, "options").toArray().at(gold).toString(), QStringLiteral("four"));
        }
        const QJsonObject samples = result->manifest.value(QStringLiteral("samples")).toObject();
        QCOMPARE(samples.value(QStringLiteral("total")).toInt(), 4);
        QCOMPARE(samples.value(QStringLiteral("exported")).toInt(), 3);
        QCOMPARE(
            samples.value(QStringLiteral("by_disposition")).toObject().value(QStringLiteral("drop")).toInt(),
            1);
        QCOMPARE(
            samples.value(QStringLiteral("by_reason")).toObject().value(QStringLiteral("decision")).toInt(),
            4);
    }

    void storesImagesOnceAndEmbedsThem()
    {
        const QByteArray bytes = QByteArray::fromHex("89504e470d0a1a0a") + "not really a picture";
        QVERIFY_RESULT(m_project->write({}, [&](sqlite::Connection& c) -> Result<int> {
            SampleWriter writer(c);
            const QByteArray hash = *m_project->addImageBytes(bytes);
            for (int i = 0; i < 3; ++i) {
                Sample sample = *SampleStore(c).byId(m_ids.at(i));
                ImageRef image;
                if (i < 2) {
                    image.sha256 = hash;
                    image.format = QStringLiteral("png");
                    image.source = QStringLiteral("../sneaky/picture.png");
                    image.id = ImageStore(c).put(image);
                } else {
                    image.source = QStringLiteral("gone.png");
                    image.state = ImageState::Missing;
                }
                sample.images = {image};
                writer.put(sample);
            }
            return 0;
        }));
        QVERIFY_RESULT(m_project->flushImages());
        auto result = write("jsonl", out());
        QVERIFY_RESULT(result);
        QCOMPARE(result->imagesWritten, 1);
        QCOMPARE(result->imagesMissing, 1);
        QFile image(out() + QStringLiteral("/images/set/picture.png"));
        QVERIFY(image.open(QIODevice::ReadOnly));
        QCOMPARE(image.readAll(), bytes);
        const auto rows = lines(out() + QStringLiteral("/set.jsonl"));
        QVERIFY(rows.at(1).contains("\"image\": \"images/set/picture.png\""));
        QVERIFY(rows.at(2).contains("\"image\": \"gone.png\""));
        QVERIFY(!rows.at(3).contains("\"image\""));
        auto embedded = write("vlmevalkit_tsv", out(QStringLiteral("tsv")), ExportOptions::Images::Embedded);
        QVERIFY_RESULT(embedded);
        QVERIFY(
            lines(out(QStringLiteral("tsv")) + QStringLiteral("/set.tsv")).at(1).contains(bytes.toBase64()));
    }

    void sameInputSameBytes()
    {
        QVERIFY_RESULT(write("jsonl", out(QStringLiteral("1"))));
        QVERIFY_RESULT(write("jsonl", out(QStringLiteral("2"))));
        for (const char* name : {"/set.jsonl", "/manifest.json"}) {
            const auto first = lines(out(QStringLiteral("1")) + QLatin1String(name));
            QVERIFY(!first.isEmpty());
            QCOMPARE(lines(out(QStringLiteral("2")) + QLatin1String(name)), first);
        }
    }

    void leavesNothingBehindOnCancel()
    {
        SilentProgress progress;
        progress.cancel();
        auto result = exporterById(u"jsonl")->run(*m_project, {.policy = kDefaultPolicy}, {out()}, progress);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QVERIFY(!QFileInfo::exists(out()));
    }

    void saysWhyItCannotWrite_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("below a file") << QStringLiteral("/etc/hostname/x");
        QTest::newRow("no folder may be made") << QStringLiteral("/proc/winnow");
    }
    void saysWhyItCannotWrite()
    {
        QFETCH(QString, target);
        auto result = write("jsonl", target);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Io);
        QVERIFY2(result.error().message.contains(target), qPrintable(result.error().text()));
        QVERIFY(!result.error().remedy.isEmpty());
    }

    void oneFileForOneDataset()
    {
        QVERIFY_RESULT(write("jsonl", out() + QStringLiteral("/clean.jsonl"), {}));
        QVERIFY(QFileInfo::exists(out() + QStringLiteral("/clean.jsonl")));
        QVERIFY_RESULT(test::addSamples(*m_project, QStringLiteral("other"), 1));
        auto two = write("jsonl", out() + QStringLiteral("/two.jsonl"), {});
        QVERIFY(!two);
        QCOMPARE(two.error().code, ErrorCode::InvalidInput);
        const QString folder = out(QStringLiteral("both"));
        QVERIFY_RESULT(write("jsonl", folder));
        QVERIFY(QFileInfo::exists(folder + QStringLiteral("/other.jsonl")));
    }
};

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
