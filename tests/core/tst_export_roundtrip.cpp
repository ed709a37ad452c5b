// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/demo/writedemo.h"
#include "core/export/exporter.h"
#include "core/image/canvas.h"
#include "core/image/imagecodec.h"
#include "core/store/ledger.h"
#include "tests/core/importhelp.h"
#include "tests/support/subsets.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>

using namespace winnow;
using namespace winnow::test;

namespace {

QByteArray picture(int tone)
{
    Canvas canvas(40, 30, {tone, 200, 255 - tone});
    canvas.line({0, 0}, {40, 30}, {0, 0, 0}, 2);
    return *encodePng(canvas.bitmap());
}

QByteArray line(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

/// Samples with everything that readers of tables like to lose.
QByteArray nastyJsonl()
{
    const QString image1 = QString::fromLatin1(picture(10).toBase64());
    const QString image2 = QString::fromLatin1(picture(90).toBase64());
    QByteArray file;
    const auto add = [&](QJsonObject object) { file += line(object); };
    add({{QStringLiteral("index"), QStringLiteral("1")},
        {QStringLiteral("question"), QStringLiteral("Two lines\nand a\ttab, \"quotes\", a \\ and a comma?")},
        {QStringLiteral("options"),
            QJsonArray{
                QStringLiteral("None"), QStringLiteral("NA"), QStringLiteral("null"), QStringLiteral("nan")}},
        {QStringLiteral("answer"), QStringLiteral("A")}, {QStringLiteral("image"), image1},
        {QStringLiteral("category"), QStringLiteral("traps")},
        {QStringLiteral("split"), QStringLiteral("test")},
        {QStringLiteral("capability"), QStringLiteral("chart")},
        {QStringLiteral("hint"), QStringLiteral("  leading and trailing  ")},
        {QStringLiteral("source_note"), QStringLiteral("kept as it came")}});
    add({{QStringLiteral("index"), QStringLiteral("2")},
        {QStringLiteral("question"), QString::fromUtf8("한국어 질문 – café ∑ 🚦 \u2028 line separator?")},
        {QStringLiteral("options"),
            QJsonArray{QString::fromUtf8("사과"), QStringLiteral("0.10"), QStringLiteral("1e3"),
                QStringLiteral("TRUE"), QStringLiteral("'single' \\n")}},
        {QStringLiteral("answer"), QStringLiteral("E")},
        {QStringLiteral("image"), QJsonArray{image1, image2}}, {QStringLiteral("difficulty"), 3},
        {QStringLiteral("tags"), QJsonArray{1, QStringLiteral("two")}}});
    add({{QStringLiteral("index"), QStringLiteral("3")},
        {QStringLiteral("question"), QStringLiteral("=SUM(A1) what is the total\r\non the page?")},
        {QStringLiteral("answer"), QStringLiteral("1.10")},
        {QStringLiteral("accepted_answers"),
            QJsonArray{QStringLiteral("1.10"), QStringLiteral("1.1"), QStringLiteral("it's \"one\"")}},
        {QStringLiteral("image"), image2}, {QStringLiteral("split"), QStringLiteral("val")}});
    add({{QStringLiteral("index"), QStringLiteral("4")},
        {QStringLiteral("question"), QStringLiteral("No picture?")},
        {QStringLiteral("options"), QJsonArray{QStringLiteral("yes"), QStringLiteral("no")}},
        {QStringLiteral("answer"), QStringLiteral("B")}, {QStringLiteral("long"), QString(40000, u'x')}});
    // Rotations of 4 as VLMEvalKit numbers them.
    add({{QStringLiteral("index"), QStringLiteral("1000004")},
        {QStringLiteral("question"), QStringLiteral("No picture?")},
        {QStringLiteral("options"), QJsonArray{QStringLiteral("no"), QStringLiteral("yes")}},
        {QStringLiteral("answer"), QStringLiteral("A")}});
    return file;
}

/// A question asked in steps, one of which has steps itself, and a chain whose question is not here.
QByteArray stepsJsonl()
{
    QByteArray file;
    const auto add = [&](const char* index, const char* parent, const char* step) {
        QJsonObject object{{QStringLiteral("index"), QString::fromLatin1(index)},
            {QStringLiteral("question"), QStringLiteral("What about %1?").arg(QLatin1String(index))},
            {QStringLiteral("answer"), QStringLiteral("7")}};
        if (*parent) {
            object.insert(QStringLiteral("parent_id"), QString::fromLatin1(parent));
            object.insert(QStringLiteral("subtask"), QString::fromUtf8(step));
        }
        file += line(object);
    };
    add("q1.1", "q1", "read, \"the\" legend");
    add("q1.2", "q1", "범례 읽기\tthen");
    add("q1.2.1", "q1.2", "");
    add("q1", "", "");
    add("q9.1", "q9", "read the axis");
    return file;
}

QString describe(const Sample& s)
{
    QStringList parts{s.sourceIndex, QString::number(s.position), s.split, s.capability, s.category,
        s.question, s.hint, s.gold, s.parent, s.step, s.acceptedAnswers.join(u'|'), s.options.join(u'|'),
        QString::fromLatin1(s.contentHash.toHex())};
    for (const ImageRef& image : s.images) {
        parts.append(QString::fromLatin1(image.sha256.toHex()));
    }
    for (const Rotation& rotation : s.rotations) {
        parts.append(QStringLiteral("%1 %2 %3 %4")
                         .arg(rotation.shift)
                         .arg(rotation.sourceIndex, rotation.permutation, rotation.gold));
    }
    return parts.join(QStringLiteral(" ## "));
}

QVector<Sample> samplesOf(Project& project, const QString& dataset)
{
    return *project.read([&](sqlite::Connection& c) {
        QVector<Sample> all;
        SampleStore store(c);
        if (const auto found = DatasetStore(c).byName(dataset)) {
            for (const SampleId id : store.idsOf(found->id)) {
                all.append(*store.byId(id));
            }
        }
        return all;
    });
}

Result<ExportResult> exportAll(
    Project& project, const QString& format, const QString& out, ExportOptions::Images images)
{
    SilentProgress progress;
    return exporterById(format)->run(project, {.policy = kDefaultPolicy}, {out, images}, progress);
}

QMap<QString, QByteArray> filesBelow(const QString& folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly)) {
            files.insert(QDir(folder).relativeFilePath(file.fileName()), file.readAll());
        }
    }
    return files;
}

} // namespace

class ExportRoundTripTest : public QObject {
    Q_OBJECT

    static void formats()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("embedded");
        QTest::newRow("jsonl, images in a folder") << "jsonl" << false;
        QTest::newRow("jsonl, images embedded") << "jsonl" << true;
        QTest::newRow("tsv, images in a folder") << "vlmevalkit_tsv" << false;
        QTest::newRow("tsv, images embedded") << "vlmevalkit_tsv" << true;
    }

private slots:
    void initTestCase() { qputenv("WINNOW_FIXED_TIME", "2026-01-02T03:04:05.678Z"); }

    void nastyTextComesBack_data() { formats(); }
    void nastyTextComesBack()
    {
        QFETCH(QString, format);
        QFETCH(bool, embedded);
        const Bench bench;
        const auto imported = bench.importText(QStringLiteral("traps.jsonl"), nastyJsonl());
        REQUIRE_RESULT(imported);
        QCOMPARE(imported->samples.added, 4);
        const QVector<Sample> before = samplesOf(*bench.project, QStringLiteral("traps"));
        QCOMPARE(before.size(), 4);
        QCOMPARE(before[3].rotations.size(), 1);

        const QString out = bench.folder.filePath(QStringLiteral("out"));
        const auto placement = embedded ? ExportOptions::Images::Embedded : ExportOptions::Images::Folder;
        const auto written = exportAll(*bench.project, format, out, placement);
        REQUIRE_RESULT(written);
        QCOMPARE(written->imagesMissing, 0);

        const Bench other;
        const auto again = other.import(out + u'/' + written->files.first());
        REQUIRE_RESULT(again);
        QCOMPARE(again->rejected, 0);
        const QVector<Sample> after = samplesOf(*other.project, QStringLiteral("traps"));
        QCOMPARE(after.size(), before.size());
        for (qsizetype i = 0; i < before.size(); ++i) {
            QCOMPARE(describe(after[i]), describe(before[i]));
            if (format == QLatin1String("jsonl")) {
                QCOMPARE(after[i].extra, before[i].extra);
            } else {
                // A table has only text.
                for (auto it = before[i].extra.begin(); it != before[i].extra.end(); ++it) {
                    QVERIFY2(after[i].extra.contains(it.key()), qPrintable(it.key()));
                    if (it.value().isString()) {
                        QCOMPARE(after[i].extra.value(it.key()), it.value());
                    }
                }
            }
        }
        // And once more: what was exported from the copy has the same bytes.
        const QString third = bench.folder.filePath(QStringLiteral("third"));
        const auto rewritten = exportAll(*other.project, format, third, placement);
        REQUIRE_RESULT(rewritten);
        if (format == QLatin1String("jsonl")) {
            QCOMPARE(filesBelow(third).value(rewritten->files.first()),
                filesBelow(out).value(written->files.first()));
        }
    }

    void stepsComeBack_data() { formats(); }
    void stepsComeBack()
    {
        QFETCH(QString, format);
        QFETCH(bool, embedded);
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("steps.jsonl"), stepsJsonl()));
        const QVector<Sample> before = samplesOf(*bench.project, QStringLiteral("steps"));
        QCOMPARE(before.size(), 5);
        QCOMPARE(before[1].parent, QStringLiteral("q1"));
        const QString out = bench.folder.filePath(QStringLiteral("out"));
        const auto written = exportAll(*bench.project, format, out,
            embedded ? ExportOptions::Images::Embedded : ExportOptions::Images::Folder);
        REQUIRE_RESULT(written);
        const Bench other;
        const auto again = other.import(out + u'/' + written->files.first());
        REQUIRE_RESULT(again);
        QCOMPARE(again->rejected + again->warnings, 0);
        const QVector<Sample> after = samplesOf(*other.project, QStringLiteral("steps"));
        QCOMPARE(after.size(), before.size());
        for (qsizetype i = 0; i < before.size(); ++i) {
            QCOMPARE(describe(after[i]), describe(before[i]));
            QCOMPARE(after[i].extra, QJsonObject());
        }
    }

    void theDemoComesBack_data() { formats(); }
    void theDemoComesBack()
    {
        QFETCH(QString, format);
        QFETCH(bool, embedded);
        const Bench bench;
        DemoOptions options;
        options.samples = 90;
        options.models = 2;
        SilentProgress progress;
        const auto demo = DemoBenchmark::generate(options);
        REQUIRE_RESULT(demo);
        REQUIRE_RESULT(writeDemo(*bench.project, *demo, progress));
        const QString out = bench.folder.filePath(QStringLiteral("out"));
        const auto placement = embedded ? ExportOptions::Images::Embedded : ExportOptions::Images::Folder;
        const auto written = exportAll(*bench.project, format, out, placement);
        REQUIRE_RESULT(written);
        // Nine datasets and the manifest; for VLMEvalKit also what its --data-indices takes.
        QCOMPARE(written->files.size(), format == QLatin1String("vlmevalkit_tsv") ? 11 : 10);

        const Bench other;
        int compared = 0;
        for (const QString& dataset : demo->datasets()) {
            const QString suffix = exporterById(format)->info().suffix;
            const auto again = other.import(out + u'/' + dataset + u'.' + suffix);
            REQUIRE_RESULT(again);
            QCOMPARE(again->rejected, 0);
            const QVector<Sample> before = samplesOf(*bench.project, dataset);
            const QVector<Sample> after = samplesOf(*other.project, dataset);
            QCOMPARE(after.size(), before.size());
            for (qsizetype i = 0; i < before.size(); ++i) {
                const bool lastOptionEmpty = before[i].isMcq() && before[i].options.last().isEmpty();
                if (format == QLatin1String("vlmevalkit_tsv") && lastOptionEmpty) {
                    continue; // the format says "no option" by an empty cell
                }
                QCOMPARE(describe(after[i]), describe(before[i]));
                ++compared;
            }
        }
        QVERIFY(compared >= 88);
    }

    void sameInputSameBytes_data() { formats(); }
    void sameInputSameBytes()
    {
        QFETCH(QString, format);
        QFETCH(bool, embedded);
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("traps.jsonl"), nastyJsonl()));
        const auto placement = embedded ? ExportOptions::Images::Embedded : ExportOptions::Images::Folder;
        const QString one = bench.folder.filePath(QStringLiteral("one"));
        const QString two = bench.folder.filePath(QStringLiteral("two"));
        REQUIRE_RESULT(exportAll(*bench.project, format, one, placement));
        REQUIRE_RESULT(exportAll(*bench.project, format, two, placement));
        const auto first = filesBelow(one);
        QCOMPARE(first, filesBelow(two));
        QVERIFY(first.contains(QStringLiteral("manifest.json")));
        // The manifest's hashes are those of the files.
        const QJsonObject manifest
            = QJsonDocument::fromJson(first.value(QStringLiteral("manifest.json"))).object();
        for (const QJsonValue& entry : manifest.value(QStringLiteral("files")).toArray()) {
            const QByteArray bytes = first.value(entry[QStringLiteral("name")].toString());
            QCOMPARE(entry[QStringLiteral("sha256")].toString(), QString::fromLatin1(sha256(bytes).toHex()));
            QCOMPARE(entry[QStringLiteral("bytes")].toInteger(), bytes.size());
        }
    }

    void vlmEvalKitFindsItsImages()
    {
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("traps.jsonl"), nastyJsonl()));
        const QString out = bench.folder.filePath(QStringLiteral("LMUData"));
        REQUIRE_RESULT(
            exportAll(*bench.project, QStringLiteral("vlmevalkit_tsv"), out, ExportOptions::Images::Folder));
        const auto files = filesBelow(out);
        const QList<QByteArray> lines = files.value(QStringLiteral("traps.tsv")).split('\n');
        QVERIFY2(
            lines.first().startsWith("\"index\"\t\"g_index\"\t\"rotation\"\t\"image_path\"\t\"question\""),
            lines.first().constData());
        // The kit looks in $LMUData/images/NAME for what stands in image_path.
        const QByteArray name = lines.at(1).split('\t').at(3);
        QVERIFY(files.contains(
            QStringLiteral("images/traps/") + QString::fromUtf8(name.mid(1, name.size() - 2))));
    }

    void aSubsetComesBackWithItsWeights_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("weighted");
        for (const char* format : {"jsonl", "vlmevalkit_tsv"}) {
            QTest::addRow("%s", format) << QString::fromLatin1(format) << false;
            QTest::addRow("%s, weighted", format) << QString::fromLatin1(format) << true;
        }
    }
    void aSubsetComesBackWithItsWeights()
    {
        QFETCH(QString, format);
        QFETCH(bool, weighted);
        const Bench bench;
        // The source has a column of that name; it stays, under its own name where it can.
        const QByteArray source = nastyJsonl().replace("\"source_note\":", "\"weight\":");
        REQUIRE_RESULT(bench.importText(QStringLiteral("traps.jsonl"), source));
        const auto id = [&](const char* key) { return bench.sample(QString::fromLatin1(key)).id; };
        const QVector<double> weights = weighted ? QVector{1., .1, 2.5} : QVector<double>();
        REQUIRE_RESULT(putSubset(
            *bench.project, QStringLiteral("core"), {id("traps/4"), id("traps/3"), id("traps/1")}, weights));
        SilentProgress progress;
        const QString out = bench.folder.filePath(QStringLiteral("out"));
        const auto written = exporterById(format)->run(*bench.project,
            {.policy = kDefaultPolicy, .subset = QStringLiteral("core")},
            {out, ExportOptions::Images::Folder}, progress);
        REQUIRE_RESULT(written);
        const QJsonObject said = written->manifest[QStringLiteral("subset")].toObject();
        QJsonObject expected{{QStringLiteral("name"), QStringLiteral("core")},
            {QStringLiteral("method"), QStringLiteral("random")}, {QStringLiteral("budget"), 3},
            {QStringLiteral("seed"), 11}, {QStringLiteral("parents"), QJsonArray{QStringLiteral("all")}},
            {QStringLiteral("source_sha256"), QString(32, u'-').replace(u'-', QStringLiteral("5a"))},
            {QStringLiteral("samples"), 3}, {QStringLiteral("request"), QJsonObject()}};
        if (weighted) {
            expected.insert(QStringLiteral("weighted"), true);
        }
        QCOMPARE(said, expected);
        QCOMPARE(written->manifest[QStringLiteral("samples")][QStringLiteral("total")].toInteger(), 3);

        const Bench other;
        const QString file = out + u'/' + written->files.first();
        REQUIRE_RESULT(other.import(file, QStringLiteral("traps")));
        QStringList read;
        for (const Sample& sample : samplesOf(*other.project, QStringLiteral("traps"))) {
            const auto column = [&](const char* name) {
                return sample.extra.value(QLatin1String(name)).toVariant().toString();
            };
            read.append(QStringLiteral("%1: %2 %3")
                            .arg(sample.sourceIndex, column("weight"), column("extra_weight"))
                            .trimmed());
        }
        const QStringList plain{
            QStringLiteral("1: kept as it came"), QStringLiteral("3:"), QStringLiteral("4:")};
        const QStringList heavy{
            QStringLiteral("1: 2.5 kept as it came"), QStringLiteral("3: 0.1"), QStringLiteral("4: 1")};
        QCOMPARE(read, weighted ? heavy : plain);
        if (format == QLatin1String("vlmevalkit_tsv")) {
            const QByteArray header = filesBelow(out).value(QStringLiteral("traps.tsv")).split('\n').first();
            QVERIFY(header.endsWith("\t\"weight\""));
            QCOMPARE(header.contains("\"extra_weight\""), weighted);
        }
        // Rotations count as their sample.
        QCOMPARE(filesBelow(out).value(written->files.first()).count("1000004"), 1);
    }

    void dispositionsAreApplied()
    {
        const Bench bench;
        QByteArray file;
        for (int i = 0; i < 5; ++i) {
            file += line(
                {{QStringLiteral("index"), i}, {QStringLiteral("question"), QStringLiteral("Which is it?")},
                    {QStringLiteral("options"),
                        QJsonArray{QStringLiteral("red"), QStringLiteral("green"), QStringLiteral("blue")}},
                    {QStringLiteral("answer"), QStringLiteral("B")}});
        }
        REQUIRE_RESULT(bench.importText(QStringLiteral("five.jsonl"), file));
        const auto decide
            = [&](int index, Action action, const QString& gold = {}, const QString& question = {}) {
                  Decision decision;
                  decision.sampleId = bench.sample(QStringLiteral("five/%1").arg(index)).id;
                  decision.annotator = QStringLiteral("ann");
                  decision.action = action;
                  decision.newGold = gold;
                  decision.newQuestion = question;
                  return bench.project->ledger().decide({decision});
              };
        REQUIRE_RESULT(decide(0, Action::Drop));
        REQUIRE_RESULT(decide(1, Action::Fix, QStringLiteral("blue"), QStringLiteral("Which colour is it?")));
        REQUIRE_RESULT(decide(2, Action::Convert));
        REQUIRE_RESULT(decide(3, Action::Circular));
        const QString out = bench.folder.filePath(QStringLiteral("out"));
        const auto written
            = exportAll(*bench.project, QStringLiteral("jsonl"), out, ExportOptions::Images::Folder);
        REQUIRE_RESULT(written);
        QCOMPARE(written->files,
            (QStringList{QStringLiteral("five.jsonl"), QStringLiteral("changes.jsonl"),
                QStringLiteral("manifest.json")}));
        QMap<QString, QJsonObject> rows;
        for (const QByteArray& text : filesBelow(out).value(QStringLiteral("five.jsonl")).split('\n')) {
            const QJsonObject row = QJsonDocument::fromJson(text).object();
            if (!row.isEmpty()) {
                rows.insert(row.value(QStringLiteral("index")).toVariant().toString(), row);
            }
        }
        QCOMPARE(QStringList(rows.keys()),
            (QStringList{QStringLiteral("1"), QStringLiteral("1000003"), QStringLiteral("2"),
                QStringLiteral("2000003"), QStringLiteral("3"), QStringLiteral("4")}));
        QCOMPARE(rows[QStringLiteral("1")][QStringLiteral("answer")].toString(), QStringLiteral("C"));
        QCOMPARE(rows[QStringLiteral("1")][QStringLiteral("question")].toString(),
            QStringLiteral("Which colour is it?"));
        QCOMPARE(rows[QStringLiteral("2")][QStringLiteral("answer")].toString(), QStringLiteral("green"));
        QVERIFY(rows[QStringLiteral("2")][QStringLiteral("options")].toArray().isEmpty());
        for (const QString& index :
            {QStringLiteral("3"), QStringLiteral("1000003"), QStringLiteral("2000003")}) {
            const QJsonArray options = rows[index][QStringLiteral("options")].toArray();
            const int gold = optionPosition(rows[index][QStringLiteral("answer")].toString());
            QCOMPARE(options.at(gold).toString(), QStringLiteral("green"));
        }
        QVERIFY(rows[QStringLiteral("1000003")][QStringLiteral("options")]
            != rows[QStringLiteral("3")][QStringLiteral("options")]);
        const QJsonObject counts = written->manifest[QStringLiteral("samples")].toObject();
        QCOMPARE(counts[QStringLiteral("total")].toInteger(), 5);
        QCOMPARE(counts[QStringLiteral("exported")].toInteger(), 4);
        QCOMPARE(counts[QStringLiteral("by_disposition")][QStringLiteral("drop")].toInteger(), 1);
        const QList<QByteArray> changes
            = filesBelow(out).value(QStringLiteral("changes.jsonl")).trimmed().split('\n');
        QCOMPARE(changes.size(), 4);
        const QJsonObject fixed = QJsonDocument::fromJson(changes.at(1)).object();
        QCOMPARE(fixed[QStringLiteral("disposition")].toString(), QStringLiteral("fix"));
        QCOMPARE(fixed[QStringLiteral("old_answer")].toString(), QStringLiteral("B"));
        QVERIFY(fixed[QStringLiteral("by_person")].toBool());
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM exports")), 1);
    }
};

QTEST_GUILESS_MAIN(ExportRoundTripTest)
#include "tst_export_roundtrip.moc"
