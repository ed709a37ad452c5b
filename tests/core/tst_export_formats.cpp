// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exporter.h"
#include "core/image/canvas.h"
#include "core/image/imagecodec.h"
#include "core/import/recordfiles.h"
#include "core/store/ledger.h"
#include "tests/core/importhelp.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>

using namespace winnow;
using namespace winnow::test;

namespace {

using Images = ExportOptions::Images;

QByteArray picture(int tone)
{
    Canvas canvas(24, 16, {tone, 200, 255 - tone});
    canvas.line({0, 0}, {24, 16}, {0, 0, 0}, 2);
    return *encodePng(canvas.bitmap());
}

QByteArray line(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QJsonArray list(const QStringList& texts)
{
    return QJsonArray::fromStringList(texts);
}

/// A choice with an image and its rotation, an open question with two images and several answers, one with a
/// hint and no image, a choice with two right options.
QByteArray smallSet()
{
    const QString one = QString::fromLatin1(picture(10).toBase64());
    const QString two = QString::fromLatin1(picture(90).toBase64());
    const QString colour = QStringLiteral("Which colour, \"left\" or right?");
    return line({{QStringLiteral("index"), QStringLiteral("1")}, {QStringLiteral("question"), colour},
               {QStringLiteral("options"),
                   list({QStringLiteral("red"), QString::fromUtf8("파랑"), QStringLiteral("None")})},
               {QStringLiteral("answer"), QStringLiteral("B")}, {QStringLiteral("image"), one},
               {QStringLiteral("category"), QStringLiteral("colours")},
               {QStringLiteral("capability"), QStringLiteral("general")},
               {QStringLiteral("split"), QStringLiteral("test")}})
        + line({{QStringLiteral("index"), QStringLiteral("2")},
            {QStringLiteral("question"), QStringLiteral("What is the sum?\n<image 1> and <image 2>")},
            {QStringLiteral("answer"), QStringLiteral("1.10")},
            {QStringLiteral("accepted_answers"), list({QStringLiteral("1.10"), QStringLiteral("1.1")})},
            {QStringLiteral("image"), QJsonArray{one, two}}, {QStringLiteral("level"), 3}})
        + line({{QStringLiteral("index"), QStringLiteral("x-3")},
            {QStringLiteral("question"), QStringLiteral("Who?")},
            {QStringLiteral("hint"), QStringLiteral("a name")},
            {QStringLiteral("answer"), QStringLiteral("=A1")}})
        + line({{QStringLiteral("index"), QStringLiteral("4")},
            {QStringLiteral("question"), QStringLiteral("Which are even?")},
            {QStringLiteral("options"),
                list({QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")})},
            {QStringLiteral("answer"), list({QStringLiteral("A"), QStringLiteral("C")})}})
        + line({{QStringLiteral("index"), QStringLiteral("1000001")}, {QStringLiteral("question"), colour},
            {QStringLiteral("options"),
                list({QString::fromUtf8("파랑"), QStringLiteral("None"), QStringLiteral("red")})},
            {QStringLiteral("answer"), QStringLiteral("A")}, {QStringLiteral("image"), one},
            {QStringLiteral("category"), QStringLiteral("colours")},
            {QStringLiteral("capability"), QStringLiteral("general")},
            {QStringLiteral("split"), QStringLiteral("test")}});
}

QByteArray smallReplies()
{
    return "index,model,prediction\n1,lab/tiny,B\n1,other,C\n2,lab/tiny,1.1\nx-3,lab/tiny,\n4,other,\"A, "
           "C\"\n";
}

/// What readers of texts like to lose.
QStringList oddTexts()
{
    return {QStringLiteral("=1+1"), QStringLiteral("-5"), QStringLiteral("+5"), QStringLiteral("@SUM(A1)"),
        QStringLiteral("1.10"), QStringLiteral("007"), QStringLiteral("1e5"), QStringLiteral("None"),
        QStringLiteral("NA"), QStringLiteral("null"), QStringLiteral("nan"), QStringLiteral("TRUE"),
        QStringLiteral("2026-01-02"), QStringLiteral(" "), QStringLiteral("  two blanks around  "),
        QStringLiteral("tab\there"), QStringLiteral("line\nbreak"), QStringLiteral("dos\r\nbreak"),
        QStringLiteral("old\rmac"), QStringLiteral("zero") + QChar(u'\0') + QStringLiteral("byte"),
        QStringLiteral("\"quoted\""), QStringLiteral("it's 'single'"), QStringLiteral("a,b;c|d"),
        QStringLiteral("back\\slash \\n"), QString::fromUtf8("👩‍🚀 🚦"),
        QString::fromUtf8("مرحبا‏ بك"), QString::fromUtf8("한국어 ∑ café"), QString(40000, u'x'),
        QStringLiteral("{\"a\": [1, \"b\"]}"), QStringLiteral("['a', 'b']"), QStringLiteral("[1, 2]"),
        QStringLiteral("<image>"), QStringLiteral("\u2028 and \u0085")};
}

QByteArray oddSet()
{
    QByteArray file;
    int i = 0;
    for (const QString& text : oddTexts()) {
        const QString question = QStringLiteral("What about %1? %2").arg(++i).arg(text);
        file += line(
            {{QStringLiteral("index"), QStringLiteral("c%1").arg(i)}, {QStringLiteral("question"), question},
                {QStringLiteral("options"), list({text, QStringLiteral("something else")})},
                {QStringLiteral("answer"), QStringLiteral("A")}, {QStringLiteral("note"), text}});
        file += line({{QStringLiteral("index"), QStringLiteral("o%1").arg(i)},
            {QStringLiteral("question"), question}, {QStringLiteral("answer"), text},
            {QStringLiteral("accepted_answers"), list({text, QStringLiteral("or this")})}});
    }
    return file;
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

/// The parts of a sample by name.
QMap<QString, QString> partsOf(const Sample& s)
{
    QStringList images;
    for (const ImageRef& image : s.images) {
        images.append(QString::fromLatin1(image.sha256.toHex()));
    }
    QStringList rotations;
    for (const Rotation& rotation : s.rotations) {
        rotations.append(QStringLiteral("%1 %2 %3 %4")
                             .arg(rotation.shift)
                             .arg(rotation.sourceIndex, rotation.permutation, rotation.gold));
    }
    return {{QStringLiteral("index"), s.sourceIndex}, {QStringLiteral("split"), s.split},
        {QStringLiteral("capability"), s.capability}, {QStringLiteral("category"), s.category},
        {QStringLiteral("question"), s.question}, {QStringLiteral("hint"), s.hint},
        {QStringLiteral("answer"), s.gold}, {QStringLiteral("accepted"), s.acceptedAnswers.join(u'|')},
        {QStringLiteral("options"), s.options.join(u'|')}, {QStringLiteral("images"), images.join(u'|')},
        {QStringLiteral("rotations"), rotations.join(u'|')},
        {QStringLiteral("extra"), QString::fromUtf8(QJsonDocument(s.extra).toJson(QJsonDocument::Compact))}};
}

/// "PART: N", sorted: how many samples have a part that did not come back.
QStringList differences(const QVector<Sample>& before, const QVector<Sample>& after)
{
    QMap<QString, int> counts;
    if (after.size() != before.size()) {
        counts.insert(QStringLiteral("samples"), int(after.size() - before.size()));
    }
    QHash<QString, Sample> byIndex;
    for (const Sample& sample : after) {
        byIndex.insert(sample.sourceIndex, sample);
    }
    for (const Sample& sample : before) {
        const auto was = partsOf(sample);
        const auto is = partsOf(byIndex.value(sample.sourceIndex));
        for (auto it = was.begin(); it != was.end(); ++it) {
            if (it.value() != is.value(it.key())) {
                ++counts[it.key()];
                if (qEnvironmentVariableIsSet("WINNOW_SHOW_DIFFERENCES")) {
                    qInfo().noquote() << was.value(QStringLiteral("index")) << it.key() << it.value().left(90)
                                      << "->" << is.value(it.key()).left(90);
                }
            }
        }
    }
    QStringList all;
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        all.append(QStringLiteral("%1: %2").arg(it.key()).arg(it.value()));
    }
    return all;
}

Result<ExportResult> exportTo(const Bench& bench, const QString& format, const QString& out,
    std::optional<Images> images = std::nullopt)
{
    SilentProgress progress;
    ExportOptions options;
    options.out = out;
    options.images = images;
    options.createdAt = QStringLiteral("2026-01-02T03:04:05Z");
    return exporterById(format)->run(*bench.project, {.policy = kDefaultPolicy}, options, progress);
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

const QString kGolden = QStringLiteral(WINNOW_SOURCE_DIR "/tests/data/export");

} // namespace

/// Every format that is text: what it writes, letter by letter, and what comes back of it.
class ExportFormatsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("WINNOW_FIXED_TIME", "2026-01-02T03:04:05.678Z"); }

    void writesWhatItWrote_data()
    {
        QTest::addColumn<QStringList>("files");
        const auto row = [](const char* format, const QStringList& files) { QTest::newRow(format) << files; };
        row("csv", {QStringLiteral("small.csv")});
        row("llava", {QStringLiteral("small.json")});
        row("vqav2", {QStringLiteral("small_questions.json"), QStringLiteral("small_annotations.json")});
        row("inspect", {QStringLiteral("small.jsonl"), QStringLiteral("task.py")});
        row("lm_eval", {QStringLiteral("small/small.jsonl"), QStringLiteral("small/small.yaml")});
        row("keep_ids", {QStringLiteral("keep_ids.txt"), QStringLiteral("drop_ids.jsonl")});
        row("every_eval_ever", {});
    }
    /// The files of tests/data/export; WINNOW_UPDATE_GOLDEN=1 writes them anew, to be looked at.
    void writesWhatItWrote()
    {
        QFETCH(QStringList, files);
        const QString format = QString::fromLatin1(QTest::currentDataTag());
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("small.jsonl"), smallSet()));
        REQUIRE_RESULT(
            bench.importText(QStringLiteral("replies.csv"), smallReplies(), QStringLiteral("small")));
        Decision decision;
        decision.sampleId = bench.sample(QStringLiteral("small/4")).id;
        decision.annotator = QStringLiteral("ann");
        decision.action = Action::Drop;
        if (format == u"keep_ids") {
            REQUIRE_RESULT(bench.project->ledger().decide({decision}));
        }
        const QString out = bench.folder.filePath(QStringLiteral("out"));
        const auto written = exportTo(bench, format, out);
        REQUIRE_RESULT(written);
        const auto all = filesBelow(out);
        if (files.isEmpty()) {
            for (auto it = all.begin(); it != all.end(); ++it) {
                if (it.key().startsWith(QLatin1String("data/"))) {
                    files.append(it.key());
                }
            }
        }
        QVERIFY(!files.isEmpty());
        for (const QString& name : std::as_const(files)) {
            QVERIFY2(all.contains(name), qPrintable(name));
            const QByteArray bytes = QByteArray(all.value(name)).replace("Winnow " WINNOW_VERSION, "Winnow");
            QFile golden(kGolden + u'/' + format + u'/' + name);
            if (qEnvironmentVariableIsSet("WINNOW_UPDATE_GOLDEN")) {
                QDir().mkpath(QFileInfo(golden).absolutePath());
                QVERIFY(golden.open(QIODevice::WriteOnly) && golden.write(bytes) >= 0);
                continue;
            }
            QVERIFY2(golden.open(QIODevice::ReadOnly), qPrintable(golden.fileName()));
            QCOMPARE(QString::fromUtf8(bytes), QString::fromUtf8(golden.readAll()));
        }
        // And the same again, from a project made anew.
        const Bench other;
        REQUIRE_RESULT(other.importText(QStringLiteral("small.jsonl"), smallSet()));
        REQUIRE_RESULT(
            other.importText(QStringLiteral("replies.csv"), smallReplies(), QStringLiteral("small")));
        if (format != u"keep_ids") {
            const QString again = other.folder.filePath(QStringLiteral("again"));
            REQUIRE_RESULT(exportTo(other, format, again));
            QCOMPARE(filesBelow(again), all);
        }
    }

    void saysWhatItLoses_data()
    {
        QTest::addColumn<QStringList>("warnings");
        QTest::newRow("jsonl") << QStringList();
        QTest::newRow("csv") << QStringList{QStringLiteral(
            "small: 1 cell of \"C\" read None, NA, null or the like: pandas takes them for missing "
            "unless told keep_default_na=False")};
        QTest::newRow("llava") << QStringList{QStringLiteral(
            "small: 1 row: other accepted answers are left out, there is one reply a question")};
        QTest::newRow("vqav2") << QStringList{
            QStringLiteral(
                "small: 1 row: question_id is made, because the index is no whole number; \"index\" "
                "keeps it"),
            QStringLiteral("small: 1 row: image_id names the first of several images; \"image\" lists them")};
        QTest::newRow("every_eval_ever") << QStringList{
            QStringLiteral("1 replies are missing: they stand as errors, with the score 0 that the schema "
                           "demands, and no summary counts them")};
    }
    void saysWhatItLoses()
    {
        QFETCH(QStringList, warnings);
        const QString format = QString::fromLatin1(QTest::currentDataTag());
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("small.jsonl"), smallSet()));
        REQUIRE_RESULT(
            bench.importText(QStringLiteral("replies.csv"), smallReplies(), QStringLiteral("small")));
        const auto written = exportTo(bench, format, bench.folder.filePath(QStringLiteral("out")));
        REQUIRE_RESULT(written);
        for (const QString& warning : warnings) {
            QVERIFY2(written->warnings.contains(warning), qPrintable(written->warnings.join(u'\n')));
        }
        QCOMPARE(written->warnings.isEmpty(), warnings.isEmpty());
        QCOMPARE(written->manifest[QStringLiteral("warnings")].toArray(),
            QJsonArray::fromStringList(written->warnings));
    }

    /// The table of what cannot come back, see README "What can be written".
    void comesBack_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("embedded");
        QTest::addColumn<QString>("lostOfSmall");
        QTest::addColumn<QString>("lostOfOdd");
        // Tables have texts only, and no zero character; the pair adds columns of its own and has no set of
        // right options; a conversation has only what is said in it.
        QTest::newRow("jsonl") << "jsonl" << false << ""
                               << "";
        QTest::newRow("jsonl, embedded") << "jsonl" << true << ""
                                         << "";
        QTest::newRow("csv") << "csv" << false << "extra: 1"
                             << "answer: 1; extra: 1; options: 1; question: 2";
        QTest::newRow("csv, embedded") << "csv" << true << "extra: 1"
                                       << "answer: 1; extra: 1; options: 1; question: 2";
        QTest::newRow("vlmevalkit_tsv") << "vlmevalkit_tsv" << false << "extra: 1"
                                        << "accepted: 1; answer: 1; extra: 1; options: 1; question: 2";
        QTest::newRow("vqav2") << "vqav2" << false << "accepted: 1; answer: 1; extra: 4"
                               << "extra: 66";
        QTest::newRow("inspect") << "inspect" << false << ""
                                 << "";
        QTest::newRow("inspect, embedded") << "inspect" << true << ""
                                           << "";
        QTest::newRow("lm_eval") << "lm_eval" << false << ""
                                 << "";
        QTest::newRow("llava") << "llava" << false
                               << "accepted: 1; capability: 1; category: 1; extra: 1; hint: 1; options: 2; "
                                  "question: 4; rotations: 1; samples: 1; split: 1"
                               << "accepted: 33; extra: 33; options: 33; question: 66";
    }
    void comesBack()
    {
        QFETCH(QString, format);
        QFETCH(bool, embedded);
        QFETCH(QString, lostOfSmall);
        QFETCH(QString, lostOfOdd);
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("small.jsonl"), smallSet()));
        REQUIRE_RESULT(bench.importText(QStringLiteral("odd.jsonl"), oddSet()));
        const QString out = bench.folder.filePath(QStringLiteral("out"));
        const auto written = exportTo(
            bench, format, out, embedded ? std::optional(Images::Embedded) : std::optional(Images::Folder));
        REQUIRE_RESULT(written);
        QCOMPARE(written->imagesMissing, 0);
        const auto files = recordFiles(out);
        REQUIRE_RESULT(files);
        QCOMPARE(files->parts, (QStringList{out + QStringLiteral("/odd"), out + QStringLiteral("/small")}));
        const Bench other;
        for (const QString& part : files->parts) {
            const auto again = other.import(part);
            REQUIRE_RESULT(again);
            QCOMPARE(again->rejected, 0);
        }
        for (const auto& [dataset, lost] :
            {std::pair(QStringLiteral("small"), lostOfSmall), std::pair(QStringLiteral("odd"), lostOfOdd)}) {
            const QVector<Sample> before = samplesOf(*bench.project, dataset);
            const QVector<Sample> after = samplesOf(*other.project, dataset);
            QVERIFY(before.size() >= 4);
            const QString found = differences(before, after).join(QStringLiteral("; "));
            QVERIFY2(found == lost, qPrintable(dataset + u' ' + found));
        }
    }

    /// Only what the manifest of an export of ours names, once a dataset, and only below the folder.
    void aFolderIsWhatItsManifestSays()
    {
        const Bench bench;
        const QByteArray row = line({{QStringLiteral("index"), QStringLiteral("1")},
            {QStringLiteral("question"), QStringLiteral("Who?")},
            {QStringLiteral("answer"), QStringLiteral("me")}});
        for (const char* name : {"out/a.jsonl", "out/b.jsonl", "out/notes.jsonl", "outside.jsonl"}) {
            bench.write(QString::fromLatin1(name), row);
        }
        QVERIFY(QFile::link(bench.folder.filePath(QStringLiteral("outside.jsonl")),
            bench.folder.filePath(QStringLiteral("out/link.jsonl"))));
        const auto manifest = [&](const char* tool) {
            QJsonArray files;
            for (const auto& [name, dataset] : {std::pair("a.jsonl", "one"), std::pair("notes.jsonl", "one"),
                     std::pair("../outside.jsonl", "two"), std::pair("link.jsonl", "three"),
                     std::pair("gone.jsonl", "four"), std::pair("b.jsonl", "five"),
                     std::pair("a.jsonl", "")}) {
                files.append(QJsonObject{{QStringLiteral("name"), QString::fromLatin1(name)},
                    {QStringLiteral("dataset"), QString::fromLatin1(dataset)}});
            }
            bench.write(QStringLiteral("out/manifest.json"),
                line(
                    {{QStringLiteral("tool"), QString::fromLatin1(tool)}, {QStringLiteral("files"), files}}));
            return recordFiles(bench.folder.filePath(QStringLiteral("out")));
        };
        const QString out = bench.folder.filePath(QStringLiteral("out"));
        const auto ours = manifest("Winnow");
        REQUIRE_RESULT(ours);
        QCOMPARE(ours->parts, (QStringList{out + QStringLiteral("/one"), out + QStringLiteral("/five")}));
        QCOMPARE(
            ours->files, (QStringList{out + QStringLiteral("/a.jsonl"), out + QStringLiteral("/b.jsonl")}));
        const auto others = manifest("Other");
        REQUIRE_RESULT(others);
        QVERIFY(others->parts.isEmpty());
        QVERIFY(others->files.contains(out + QStringLiteral("/notes.jsonl")));
    }
};

QTEST_GUILESS_MAIN(ExportFormatsTest)
#include "tst_export_formats.moc"
