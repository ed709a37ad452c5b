// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/writedemo.h"
#include "core/export/exporter.h"
#include "core/export/parquetshards.h"
#include "core/image/canvas.h"
#include "core/image/imagecodec.h"
#include "core/parquet/parquetwriter.h"
#include "core/store/datasetstore.h"
#include "tests/core/importhelp.h"
#include "tests/support/fulldisk.h"
#include "tests/support/parquetmaker.h"
#include "tests/support/subsets.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace winnow;
using namespace winnow::test;

namespace {

using namespace parquettypes;

const QStringList kTreeFormats{QStringLiteral("datbench"), QStringLiteral("hf_imagefolder"),
    QStringLiteral("hf_parquet"), QStringLiteral("lmms_eval")};

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

/// Texts that tables like to change, of the first question; and other kinds of questions, splits and columns.
QByteArray oddQuestions()
{
    const QString image = QString::fromLatin1(picture(10).toBase64());
    QByteArray file = line({{QStringLiteral("index"), QStringLiteral("007")},
        {QStringLiteral("question"), QString::fromUtf8("=SUM(A1)\r\n\ttwo \"lines\", 한국어 🚦 \u2028 `x`?")},
        {QStringLiteral("options"),
            QJsonArray{
                QStringLiteral("None"), QStringLiteral("1.10"), QStringLiteral("NA"), QStringLiteral("\\")}},
        {QStringLiteral("answer"), QStringLiteral("B")}, {QStringLiteral("image"), image},
        {QStringLiteral("split"), QStringLiteral("test")},
        {QStringLiteral("capability"), QStringLiteral("chart")},
        {QStringLiteral("category"), QStringLiteral("null")},
        {QStringLiteral("hint"), QStringLiteral("  two  ")}, {QStringLiteral("level"), 3},
        {QStringLiteral("mixed"), 1.5}, {QStringLiteral("tags"), QJsonArray{QStringLiteral("a")}},
        {QStringLiteral("sure"), true}});
    file += line({{QStringLiteral("index"), QStringLiteral("8")},
        {QStringLiteral("question"), QStringLiteral("How many?")},
        {QStringLiteral("answer"), QStringLiteral("1.10")},
        {QStringLiteral("accepted_answers"), QJsonArray{QStringLiteral("1.10"), QStringLiteral("1.1")}},
        {QStringLiteral("image"), QString::fromLatin1(picture(90).toBase64())},
        {QStringLiteral("split"), QStringLiteral("test")},
        {QStringLiteral("capability"), QStringLiteral("chart")},
        {QStringLiteral("mixed"), QStringLiteral("text")}});
    file += line({{QStringLiteral("index"), QStringLiteral("9")},
        {QStringLiteral("question"), QStringLiteral("What does it say?")},
        {QStringLiteral("answer"), QStringLiteral("the whole truth")}, {QStringLiteral("image"), image},
        {QStringLiteral("split"), QStringLiteral("val")},
        {QStringLiteral("capability"), QStringLiteral("scene")}, {QStringLiteral("level"), 4}});
    return file;
}

/// Without where it stands: parts of a tree come in the order of their names.
QString describe(const Sample& s, bool withSplit)
{
    QStringList parts{s.sourceIndex, withSplit ? s.split : QString(), s.capability, s.question, s.gold,
        s.acceptedAnswers.join(u'|'), s.options.join(u'|')};
    for (const ImageRef& image : s.images) {
        parts.append(QString::fromLatin1(image.sha256.toHex()));
    }
    for (const Rotation& rotation : s.rotations) {
        parts.append(QString::number(rotation.shift) + rotation.sourceIndex + rotation.permutation);
    }
    return parts.join(QStringLiteral(" ## "));
}

QMap<QString, Sample> samplesOf(Project& project)
{
    return *project.read([&](sqlite::Connection& c) {
        QMap<QString, Sample> all;
        SampleStore store(c);
        for (const Dataset& dataset : DatasetStore(c).all()) {
            for (const SampleId id : store.idsOf(dataset.id)) {
                all.insert(store.byId(id)->key(), *store.byId(id));
            }
        }
        return all;
    });
}

Result<ExportResult> exportAs(Project& project, const QString& format, const ExportOptions& options)
{
    SilentProgress progress;
    return exporterById(format)->run(project, {.policy = kDefaultPolicy}, options, progress);
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

/// The one text that a query gives.
QString ask(const QString& sql)
{
    duckdb::Session database;
    const auto opened = database.open(QStringLiteral("query"), {});
    const auto answer = opened ? database.bytes(sql.toStdString()) : QByteArray("no library");
    return answer ? QString::fromUtf8(*answer) : answer.error().text();
}

struct Opened {
    QFile file;
    std::unique_ptr<ParquetWriter> writer;

    Result<> open(const QString& path, const std::vector<ParquetColumn>& columns,
        const ParquetWriteOptions& options = {})
    {
        file.setFileName(path);
        if (!file.open(QIODevice::WriteOnly)) {
            return fail(ErrorCode::Io, path);
        }
        auto made = ParquetWriter::open(file.handle(), path, columns, options);
        if (!made) {
            return tl::unexpected<Error>(made.error());
        }
        writer = *std::move(made);
        return {};
    }
};

class CancelAfter : public Progress {
public:
    explicit CancelAfter(int looks)
        : m_left(looks)
    {
    }
    bool isCancelled() const override { return --m_left < 0; }
    void report(qint64, qint64, const QString&) override { }

private:
    mutable std::atomic<int> m_left;
};

} // namespace

class TestExportParquet : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        SKIP_WITHOUT_PARQUET();
        qputenv("WINNOW_FIXED_TIME", "2026-01-02T03:04:05.678Z");
    }

    void everyKindComesBack()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("it's %1 {a}.parquet"));
        Opened to;
        REQUIRE_RESULT(to.open(path,
            {{"text", plain(ParquetKind::Text)}, {"blob", plain(ParquetKind::Blob)},
                {"yes", plain(ParquetKind::Boolean)}, {"whole", plain(ParquetKind::Int64)},
                {"real", plain(ParquetKind::Double)}, {"list", listOf(plain(ParquetKind::Text))},
                {"pair", structOf({{"a", plain(ParquetKind::Text)}, {"b", plain(ParquetKind::Int64)}})},
                {"pairs", listOf(structOf({{"a", plain(ParquetKind::Text)}}))}},
            {.metadata = {{"key", "it's {\"a\": 1}"}, {"second", ""}}}));
        const std::string bytes("\0\xff'\\x00", 7);
        const std::string large(size_t(5) << 20, 'z');
        const std::string nul("a\0b", 3);
        for (int row = 0; row < 3; ++row) {
            ParquetWriter& w = *to.writer;
            if (row == 1) {
                for (size_t i = 0; i < 8; ++i) {
                    w.column(i).addNull();
                }
            } else {
                w.column(0).addBytes(std::string_view(row == 0 ? nul : large));
                w.column(1).addBytes(std::string_view(bytes));
                w.column(2).add(row == 0);
                w.column(3).add(row == 0 ? std::numeric_limits<int64_t>::min() : int64_t(7));
                w.column(4).add(row == 0 ? -0.1 : std::numeric_limits<double>::infinity());
                w.column(5).beginList(row == 0 ? 0 : 3);
                for (int i = 0; row == 2 && i < 3; ++i) {
                    i == 1 ? w.column(5).child(0).addNull() : w.column(5).child(0).addBytes("None");
                }
                w.column(6).beginStruct();
                w.column(6).child(0).addBytes("1.10");
                w.column(6).child(1).addNull();
                w.column(7).beginList(2);
                w.column(7).child(0).beginStruct();
                w.column(7).child(0).child(0).addBytes("x");
                w.column(7).child(0).addNull();
            }
            REQUIRE_RESULT(w.endRow());
        }
        const auto size = to.writer->close();
        REQUIRE_RESULT(size);
        QCOMPARE(*size, QFileInfo(path).size());

        auto file = ParquetFile::open(path);
        REQUIRE_RESULT(file);
        QCOMPARE((*file)->rows(), 3);
        QCOMPARE(*(*file)->metadata("key"), QByteArray("it's {\"a\": 1}"));
        QCOMPARE(*(*file)->next(), size_t(3));
        const auto column = [&](size_t i) -> const ParquetVector& { return (*file)->column(i); };
        QCOMPARE(std::string(column(0).text(0)), nul);
        QCOMPARE(std::string(column(0).text(2)), large);
        QCOMPARE(std::string(column(1).text(0)), bytes);
        QCOMPARE(column(2).value<bool>(0), true);
        QCOMPARE(column(2).value<bool>(2), false);
        QCOMPARE(column(3).value<int64_t>(0), std::numeric_limits<int64_t>::min());
        QCOMPARE(column(4).value<double>(0), -0.1);
        QVERIFY(std::isinf(column(4).value<double>(2)));
        QCOMPARE(column(5).range(0).count, size_t(0));
        QCOMPARE(column(5).range(2).count, size_t(3));
        const size_t first = column(5).range(2).first;
        QCOMPARE(std::string(column(5).children[0].text(first)), std::string("None"));
        QVERIFY(column(5).children[0].isNull(first + 1));
        QCOMPARE(std::string(column(6).children[0].text(2)), std::string("1.10"));
        QVERIFY(column(6).children[1].isNull(2));
        QVERIFY(column(7).children[0].isNull(column(7).range(2).first + 1));
        for (size_t i = 0; i < 8; ++i) {
            QVERIFY2(column(i).isNull(1), qPrintable(QString::number(i)));
            QVERIFY(!column(i).isNull(0));
        }
    }

    void orderAndRowGroupsHold()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("rows.parquet"));
        Opened to;
        REQUIRE_RESULT(to.open(path,
            {{"n", plain(ParquetKind::Int64)}, {"tags", listOf(plain(ParquetKind::Int64))},
                {"text", plain(ParquetKind::Text)}},
            {.rowGroupBytes = 4 << 20}));
        constexpr int kRows = 50'000;
        for (int i = 0; i < kRows; ++i) {
            to.writer->column(0).add(int64_t(i));
            to.writer->column(1).beginList(size_t(i % 3));
            for (int k = 0; k < i % 3; ++k) {
                to.writer->column(1).child(0).add(int64_t(i + k));
            }
            to.writer->column(2).addBytes(std::string(size_t(i % 7 == 0 ? 1500 : 20), char('a' + i % 26)));
            REQUIRE_RESULT(to.writer->endRow());
        }
        REQUIRE_RESULT(to.writer->close());
        QCOMPARE(to.writer->rows(), kRows);
        const QString from = QStringLiteral("'%1'").arg(path);
        QCOMPARE(
            ask(QStringLiteral("SELECT count(*)::VARCHAR FROM (SELECT n, file_row_number AS place, tags, "
                               "text FROM read_parquet(%1, file_row_number = true)) WHERE n = place AND "
                               "tags = list_transform(range(n % 3), k -> n + k) AND text = "
                               "repeat(chr((97 + n % 26)::INTEGER), CASE WHEN n % 7 = 0 THEN 1500 ELSE "
                               "20 END)")
                    .arg(from)),
            QString::number(kRows));
        const QString groups
            = ask(QStringLiteral("SELECT count(DISTINCT row_group_id)::VARCHAR FROM parquet_metadata(%1)")
                      .arg(from));
        QVERIFY2(groups.toInt() >= 3 && groups.toInt() <= 8, qPrintable(groups));
    }

    void columnsThatCannotBeAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("twice but for case") << QStringLiteral("ID");
        QTest::newRow("no name") << QString();
        QTest::newRow("a NUL") << QString(QChar(0));
    }
    void columnsThatCannotBeAreRefused()
    {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        Opened to;
        const auto refused = to.open(folder.filePath(QStringLiteral("x.parquet")),
            {{"id", plain(ParquetKind::Text)}, {name.toStdString(), plain(ParquetKind::Text)}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    }

    void shardsHaveNamesThatSort()
    {
        const QTemporaryDir folder;
        SilentProgress progress;
        const auto staging = StagingFolder::beside(folder.filePath(QStringLiteral("out")), progress);
        REQUIRE_RESULT(staging);
        for (const bool dry : {false, true}) {
            StagedFiles files = dry ? StagedFiles() : StagedFiles(**staging, QStringLiteral("out"));
            ParquetShards shards(files, QStringLiteral("data/test"), {{"text", plain(ParquetKind::Text)}},
                {.shardBytes = 10'000, .rowGroupBytes = 1 << 20});
            for (int i = 0; i < 25; ++i) {
                auto writer = shards.row();
                REQUIRE_RESULT(writer);
                (*writer)->column(0).addBytes(std::string(1000, char('a' + i)));
                REQUIRE_RESULT(shards.endRow());
            }
            const auto written = shards.close();
            REQUIRE_RESULT(written);
            QCOMPARE(written->size(), 3);
            QCOMPARE(shards.rows(), 25);
            for (int i = 0; i < 3; ++i) {
                const QString name = QStringLiteral("data/test-0000%1-of-00003.parquet").arg(i);
                QCOMPARE(written->at(i).path, name);
                const QFileInfo there((*staging)->content() + u'/' + name);
                QCOMPARE(written->at(i).bytes, there.size());
                QVERIFY(there.size() > 0);
            }
        }
        const QString all = ask(QStringLiteral("SELECT string_agg(left(text, 1), '') FROM read_parquet('%1')")
                                    .arg((*staging)->content() + QStringLiteral("/data/*.parquet")));
        QCOMPARE(all, QStringLiteral("abcdefghijklmnopqrstuvwxy"));
    }

    void theHubSeesTypes()
    {
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("odd.jsonl"), oddQuestions()));
        const QString out = bench.folder.filePath(QStringLiteral("out"));
        const auto written = exportAs(*bench.project, QStringLiteral("hf_parquet"), {out});
        REQUIRE_RESULT(written);
        QCOMPARE(written->files,
            (QStringList{QStringLiteral("odd/data/test-00000-of-00001.parquet"),
                QStringLiteral("odd/data/val-00000-of-00001.parquet"), QStringLiteral("odd/README.md"),
                QStringLiteral("odd/eval.yaml"), QStringLiteral("manifest.json")}));
        const QString file = out + u'/' + written->files.first();
        QCOMPARE(ask(QStringLiteral("SELECT string_agg(column_name || ' ' || column_type, ', ') FROM "
                                    "(DESCRIBE SELECT * FROM '%1')")
                         .arg(file)),
            QStringLiteral(
                "index VARCHAR, dataset VARCHAR, split VARCHAR, capability VARCHAR, category VARCHAR, "
                "question VARCHAR, hint VARCHAR, options VARCHAR[], answer VARCHAR, accepted_answers "
                "VARCHAR[], image STRUCT(bytes BLOB, path VARCHAR), level BIGINT, mixed VARCHAR, sure "
                "BOOLEAN, tags VARCHAR[]"));
        QCOMPARE(
            ask(QStringLiteral("SELECT string_agg(name || ' ' || coalesce(\"type\", '-') || ' ' || "
                               "coalesce(converted_type, '-'), ', ') FROM parquet_schema('%1') WHERE name "
                               "IN ('bytes', 'path', 'question', 'level')")
                    .arg(file)),
            QStringLiteral("question BYTE_ARRAY UTF8, bytes BYTE_ARRAY -, path BYTE_ARRAY UTF8, level INT64 "
                           "INT_64"));
        const QString features = ask(QStringLiteral("SELECT decode(value) FROM parquet_kv_metadata('%1') "
                                                    "WHERE key = 'huggingface'")
                                         .arg(file));
        QVERIFY2(
            features.contains(QStringLiteral("\"image\": {\"_type\": \"Image\"}")), qPrintable(features));
        QVERIFY(features.contains(QStringLiteral("\"options\": {\"feature\": {\"dtype\": \"string\", "
                                                 "\"_type\": \"Value\"}, \"_type\": \"List\"}")));
        QVERIFY(!QJsonDocument::fromJson(features.toUtf8()).object().isEmpty());
        QCOMPARE(ask(QStringLiteral("SELECT hex(image.\"bytes\") FROM '%1' WHERE index = '007'").arg(file)),
            QString::fromLatin1(picture(10).toHex().toUpper()));
        QCOMPARE(ask(QStringLiteral("SELECT mixed FROM '%1' WHERE index = '8'").arg(file)),
            QStringLiteral("\"text\""));
    }

    void theCardTellsWhatWasDone()
    {
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("odd.jsonl"), oddQuestions()));
        const QString out = bench.folder.filePath(QStringLiteral("out"));
        REQUIRE_RESULT(exportAs(*bench.project, QStringLiteral("hf_parquet"), {out}));
        const QString card = QString::fromUtf8(filesBelow(out).value(QStringLiteral("odd/README.md")));
        for (const char* said : {"\nconfigs:\n- config_name: \"default\"\n  data_files:\n  - split: "
                                 "\"test\"\n    path: \"data/test-*\"\n",
                 "  - name: \"options\"\n    list: string\n", "  - name: \"image\"\n    dtype: image\n",
                 "  - name: \"test\"\n    num_bytes: ", "    num_examples: 2\n", "- Kept: 3 of 3 samples",
                 "\n# license: ", "load_dataset(\"PATH/TO/THIS/FOLDER\", split=\"val\")  # 1 rows"}) {
            QVERIFY2(card.contains(QString::fromUtf8(said)), qPrintable(QLatin1String(said) + card));
        }
        QVERIFY(card.contains(bench.text(QStringLiteral("SELECT lower(hex(source_hash)) FROM datasets"))));
        QCOMPARE(filesBelow(out).value(QStringLiteral("odd/eval.yaml")),
            QByteArray("name: \"odd\"\ndescription: \"3 of 3 samples of odd, kept after an audit\"\n"
                       "evaluation_framework: winnow\ntasks:\n"
                       "  - id: \"odd_test\"\n    config: \"default\"\n    split: \"test\"\n"
                       "  - id: \"odd_val\"\n    config: \"default\"\n    split: \"val\"\n"));
    }

    void everyFormatComesBack_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("demo");
        for (const QString& format : kTreeFormats) {
            QTest::addRow("%s, odd texts", qPrintable(format)) << format << false;
            QTest::addRow("%s, the demo", qPrintable(format)) << format << true;
        }
    }
    void everyFormatComesBack()
    {
        QFETCH(QString, format);
        QFETCH(bool, demo);
        const Bench bench;
        SilentProgress progress;
        if (demo) {
            DemoOptions options;
            options.samples = 90;
            options.models = 4;
            const auto made = DemoBenchmark::generate(options);
            REQUIRE_RESULT(made);
            REQUIRE_RESULT(writeDemo(*bench.project, *made, progress));
        } else {
            REQUIRE_RESULT(bench.importText(QStringLiteral("odd.jsonl"), oddQuestions()));
        }
        const QString out = bench.folder.filePath(QStringLiteral("out"));
        const auto written = exportAs(*bench.project, format, {out});
        REQUIRE_RESULT(written);
        QCOMPARE(written->warnings, QStringList());
        const Bench other;
        const QStringList folders = QDir(out).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QString& name : folders) {
            const auto again = other.import(out + u'/' + name);
            REQUIRE_RESULT(again);
            QCOMPARE(again->rejected, 0);
        }
        const QMap<QString, Sample> before = samplesOf(*bench.project);
        const QMap<QString, Sample> after = samplesOf(*other.project);
        QCOMPARE(after.keys(), before.keys());
        // DatBench has one split; what another one is called stands in the metadata.
        const bool withSplit = format != QLatin1String("datbench");
        for (auto it = before.constBegin(); it != before.constEnd(); ++it) {
            QCOMPARE(describe(after.value(it.key()), withSplit), describe(*it, withSplit));
        }
        if (!demo) {
            const QJsonObject extra = after.value(QStringLiteral("odd/007")).extra;
            if (format == QLatin1String("datbench")) {
                const QJsonObject kept
                    = QJsonDocument::fromJson(extra.value(QStringLiteral("metadata")).toString().toUtf8())
                          .object();
                QCOMPARE(kept.value(QStringLiteral("level")).toInt(), 3);
                QCOMPARE(kept.value(QStringLiteral("options")).toArray().size(), 4);
            } else {
                QCOMPARE(extra.value(QStringLiteral("level")).toInt(), 3);
                QCOMPARE(extra.value(QStringLiteral("sure")).toBool(), true);
                QCOMPARE(after.value(QStringLiteral("odd/007")).hint, QStringLiteral("  two  "));
                QCOMPARE(after.value(QStringLiteral("odd/007")).category, QStringLiteral("null"));
            }
        }
    }

    void theSameProjectGivesTheSameBytes_data()
    {
        QTest::addColumn<QString>("format");
        for (const QString& format : kTreeFormats) {
            QTest::newRow(qPrintable(format)) << format;
        }
    }
    void theSameProjectGivesTheSameBytes()
    {
        QFETCH(QString, format);
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("odd.jsonl"), oddQuestions()));
        const QString one = bench.folder.filePath(QStringLiteral("one"));
        const QString two = bench.folder.filePath(QStringLiteral("two"));
        const auto first = exportAs(*bench.project, format, {one});
        REQUIRE_RESULT(first);
        REQUIRE_RESULT(exportAs(*bench.project, format, {two}));
        QCOMPARE(filesBelow(one), filesBelow(two));
        // A dry run counts the same and writes nothing.
        ExportOptions dry{bench.folder.filePath(QStringLiteral("dry"))};
        dry.dryRun = true;
        const auto counted = exportAs(*bench.project, format, dry);
        REQUIRE_RESULT(counted);
        QCOMPARE(counted->files, first->files);
        QCOMPARE(counted->bytes, first->bytes);
        QCOMPARE(counted->imagesWritten, first->imagesWritten);
        QVERIFY(!QFileInfo::exists(dry.out));
        // And an earlier export is replaced.
        REQUIRE_RESULT(exportAs(*bench.project, format, {one}));
        QCOMPARE(filesBelow(one), filesBelow(two));
    }

    void nothingStaysOfAnExportThatFails_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("how");
        for (const QString& format : kTreeFormats) {
            QTest::addRow("%s, full disk", qPrintable(format)) << format << 0;
            QTest::addRow("%s, cancelled", qPrintable(format)) << format << 1;
            if (format != QLatin1String("hf_imagefolder")) {
                QTest::addRow("%s, no library", qPrintable(format)) << format << 2;
            }
        }
    }
    void nothingStaysOfAnExportThatFails()
    {
        QFETCH(QString, format);
        QFETCH(int, how);
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("odd.jsonl"), oddQuestions()));
        const QString parent = bench.folder.filePath(QStringLiteral("parent"));
        QVERIFY(QDir().mkpath(parent));
        const ExportOptions options{parent + QStringLiteral("/out")};
        Result<ExportResult> refused;
        if (how == 0) {
            const FullDisk full;
            refused = exportAs(*bench.project, format, options);
        } else if (how == 1) {
            CancelAfter progress(5);
            refused
                = exporterById(format)->run(*bench.project, {.policy = kDefaultPolicy}, options, progress);
        } else {
            const QByteArray before = qgetenv("WINNOW_LIBDUCKDB");
            qputenv("WINNOW_LIBDUCKDB", "/nowhere/libduckdb.so");
            refused = exportAs(*bench.project, format, options);
            before.isEmpty() ? qunsetenv("WINNOW_LIBDUCKDB") : qputenv("WINNOW_LIBDUCKDB", before);
        }
        QVERIFY(!refused);
        const ErrorCode codes[]{ErrorCode::DiskFull, ErrorCode::Cancelled, ErrorCode::Unsupported};
        QCOMPARE(refused.error().code, codes[how]);
        if (how == 2) {
            QVERIFY2(refused.error().remedy.contains(QStringLiteral("packaging/setup")),
                qPrintable(refused.error().text()));
        }
        QCOMPARE(
            QDir(parent).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
        REQUIRE_RESULT(exportAs(*bench.project, format, options));
    }

    void imagesThatAreNotThereAreNull()
    {
        const Bench bench;
        QVERIFY(!bench.write(QStringLiteral("a.png"), picture(3)).isEmpty());
        REQUIRE_RESULT(bench.importText(QStringLiteral("some.jsonl"),
            "{\"index\": \"1\", \"question\": \"two?\", \"answer\": \"x\", \"image\": [\"a.png\", "
            "\"gone.png\"]}\n{\"index\": \"2\", \"question\": \"none?\", \"answer\": \"x\"}\n"));
        const QString out = bench.folder.filePath(QStringLiteral("out"));
        const auto written = exportAs(*bench.project, QStringLiteral("hf_parquet"), {out});
        REQUIRE_RESULT(written);
        QCOMPARE(written->imagesMissing, 1);
        const QString from = out + u'/' + written->files.first();
        QCOMPARE(ask(QStringLiteral("SELECT string_agg(images[1].path, ', ') FROM '%1'").arg(from)),
            QStringLiteral("a.png"));
        QCOMPARE(
            ask(QStringLiteral("SELECT string_agg(len(images) || ' ' || (images[2] IS NULL), ', ' ORDER BY "
                               "index) FROM '%1'")
                    .arg(from)),
            QStringLiteral("2 true, 0 true"));
        const QString folder = bench.folder.filePath(QStringLiteral("folder"));
        REQUIRE_RESULT(exportAs(*bench.project, QStringLiteral("hf_imagefolder"), {folder}));
        const QByteArray table = filesBelow(folder).value(QStringLiteral("some/test/metadata.jsonl"));
        QVERIFY2(table.contains("\"file_names\": [\"images/a.png\",null]"), table.constData());
        const auto datbench = exportAs(
            *bench.project, QStringLiteral("datbench"), {bench.folder.filePath(QStringLiteral("db"))});
        REQUIRE_RESULT(datbench);
        QVERIFY2(datbench->warnings.contains(
                     QStringLiteral("some: some/1: only the first of its 2 images is written")),
            qPrintable(datbench->warnings.join(u'\n')));
    }

    void datBenchSaysWhatItsEvaluatorNeeds()
    {
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("odd.jsonl"), oddQuestions()));
        const QString out = bench.folder.filePath(QStringLiteral("out"));
        const auto written = exportAs(*bench.project, QStringLiteral("datbench"), {out});
        REQUIRE_RESULT(written);
        QVERIFY(written->files.contains(QStringLiteral("odd/chart/test-00000-of-00001.parquet")));
        const QString from = QStringLiteral("read_parquet('%1/odd/*/*.parquet')").arg(out);
        QCOMPARE(ask(QStringLiteral("SELECT string_agg(column_name || ' ' || column_type, ', ') FROM "
                                    "(DESCRIBE SELECT * FROM %1)")
                         .arg(from)),
            QStringLiteral(
                "id VARCHAR, image STRUCT(bytes BLOB, path VARCHAR), question VARCHAR, "
                "prompt_format STRUCT(prefix VARCHAR, suffix VARCHAR), answer VARCHAR, all_answers "
                "VARCHAR[], eval_mode VARCHAR, judge_prompt VARCHAR, is_circular BOOLEAN, metadata "
                "VARCHAR, source_info STRUCT(dataset VARCHAR, original_idx VARCHAR), eval_metrics "
                "STRUCT(discrimination DOUBLE, is_frontier BOOLEAN)"));
        QCOMPARE(
            ask(QStringLiteral("SELECT string_agg(id || ' ' || eval_mode || ' ' || array_to_string("
                               "all_answers, '/') || ' ' || (judge_prompt = ''), ', ' ORDER BY id) FROM %1")
                    .arg(from)),
            QStringLiteral("007 direct B true, 8 direct 1.10/1.1 true, 9 judge the whole truth false"));
        const QString prompt = ask(QStringLiteral("SELECT prompt_format.prefix || question || "
                                                  "prompt_format.suffix FROM %1 WHERE id = '007'")
                                       .arg(from));
        const Sample sample = bench.sample(QStringLiteral("odd/007"));
        QVERIFY2(prompt.startsWith(promptText({}, sample.hint, sample.question, sample.options)),
            qPrintable(prompt));
        QCOMPARE(ask(QStringLiteral("SELECT count(eval_metrics.discrimination) || ' ' || "
                                    "count(eval_metrics.is_frontier) FROM %1")
                         .arg(from)),
            QStringLiteral("0 0"));
    }

    void datBenchTellsDiscrimination()
    {
        const Bench bench;
        DemoOptions options;
        options.samples = 90;
        options.models = 6;
        SilentProgress progress;
        const auto made = DemoBenchmark::generate(options);
        REQUIRE_RESULT(made);
        REQUIRE_RESULT(writeDemo(*bench.project, *made, progress));
        const QString out = bench.folder.filePath(QStringLiteral("out"));
        REQUIRE_RESULT(exportAs(*bench.project, QStringLiteral("datbench"), {out}));
        const QString from = QStringLiteral("read_parquet('%1/*/*/*.parquet')").arg(out);
        const QStringList told
            = ask(QStringLiteral("SELECT count(*) || ' ' || count(eval_metrics.discrimination)"
                                 " || ' ' || min(eval_metrics.discrimination) || ' ' || "
                                 "max(eval_metrics.discrimination) FROM %1 WHERE NOT "
                                 "is_circular")
                      .arg(from))
                  .split(u' ');
        QCOMPARE(told.size(), 4);
        QVERIFY2(told[0].toInt() > 20 && told[1] == told[0], qPrintable(told.join(u' ')));
        QVERIFY2(told[2].toDouble() >= -1 && told[3].toDouble() <= 1 && told[3].toDouble() > 0.3,
            qPrintable(told.join(u' ')));
    }

    void lmmsEvalNamesItsFiles()
    {
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("odd.jsonl"), oddQuestions()));
        const QString out = bench.folder.filePath(QStringLiteral("out"));
        REQUIRE_RESULT(exportAs(*bench.project, QStringLiteral("lmms_eval"), {out}));
        const auto files = filesBelow(out);
        const QByteArray task = files.value(QStringLiteral("odd/odd_test.yaml"));
        for (const char* said :
            {"task: odd_test\n", "    \"test\":\n      - \"data/test-00000-of-00001.parquet\"\n",
                "doc_to_visual: !function utils.doc_to_visual\n",
                "process_results: !function utils.process_results\n"}) {
            QVERIFY2(task.contains(said), task.constData());
        }
        QVERIFY(files.contains(QStringLiteral("odd/odd_val.yaml")));
        QCOMPARE(ask(QStringLiteral("SELECT string_agg(scorer, ' ' ORDER BY index) FROM "
                                    "read_parquet('%1/odd/data/*.parquet')")
                         .arg(out)),
            QStringLiteral("letter number text"));
    }
};

QTEST_GUILESS_MAIN(TestExportParquet)
#include "tst_export_parquet.moc"
