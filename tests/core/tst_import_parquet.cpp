// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Parquet by its declared types, the layouts of the Hugging Face hub, DatBench's rows, and what is refused.

#include "core/import/hffeatures.h"
#include "core/import/recordloop.h"
#include "tests/core/imagefixtures.h"
#include "tests/core/importhelp.h"
#include "tests/support/parquetmaker.h"

#include <QLibraryInfo>
#include <QScopeGuard>
#include <QTest>

using namespace winnow;
using namespace winnow::test;

namespace {

struct Read {
    QStringList columns;
    /// By column, of each record.
    QVector<QMap<QString, QString>> records;
    QStringList problems;
    QStringList notes;
};

Result<Read> readAll(const QString& path, const ReadLimits& limits = {})
{
    Read read;
    RecordLoop loop;
    loop.bad = [&](const RecordProblem& problem) {
        read.problems.append(QStringLiteral("%1: %2").arg(problem.line).arg(problem.found.english()));
        return true;
    };
    loop.take = [&](const RawRecord& record, const RecordSource& source) -> Result<bool> {
        QMap<QString, QString> cells;
        for (int i = 0; i < source.columns().count(); ++i) {
            cells.insert(QString::fromStdString(source.columns().name(i)), said(record, record.cell(i)));
        }
        read.records.append(cells);
        return true;
    };
    loop.end = [&](const RecordSource& source) {
        read.columns = source.columns().all();
        read.notes = source.notes().english();
    };
    WINNOW_TRY(loop.run(path, limits));
    return read;
}

QByteArray pngOf(int width, int height)
{
    Canvas canvas(width, height);
    canvas.fillRect({0, 0, width / 2.0, double(height)}, {255, 0, 0});
    return encodePng(canvas.bitmap()).value_or(QByteArray());
}

} // namespace

class TestImportParquet : public QObject {
    Q_OBJECT

private slots:
    void everyTypeIsReadAsDeclared_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* value, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(value) << QString::fromUtf8(expected);
        };
        row("text like a number", "'1.10'", "text:1.10");
        row("text like a word of logic", "'yes'", "text:yes");
        row("text like nothing", "'None'", "text:None");
        row("long text", "repeat('ab', 40) || 'é'",
            "text:ababababababababababababababababababababababababababababababababababababababababé");
        row("empty text", "''", "text:");
        row("null", "NULL::INTEGER", "null");
        row("true", "true", "boolean:true");
        row("tinyint", "(-7)::TINYINT", "number:-7");
        row("smallint", "300::SMALLINT", "number:300");
        row("integer", "(-70000)::INTEGER", "number:-70000");
        row("bigint", "9223372036854775807", "number:9223372036854775807");
        row("utinyint", "255::UTINYINT", "number:255");
        row("usmallint", "65535::USMALLINT", "number:65535");
        row("uinteger", "4294967295::UINTEGER", "number:4294967295");
        row("ubigint", "18446744073709551615::UBIGINT", "number:18446744073709551615");
        row("sum", "(SELECT sum(i) FROM range(5) t(i))", "number:10");
        row("float", "0.1::FLOAT", "number:0.1");
        row("double", "0.1::DOUBLE", "number:0.1");
        row("whole double", "3::DOUBLE", "number:3");
        row("large double", "1e300", "number:1e+300");
        row("not a number", "'NaN'::DOUBLE", "null");
        row("infinite", "'-Infinity'::DOUBLE", "text:-Infinity");
        row("decimal", "1.10::DECIMAL(4,2)", "number:1.10");
        row("small decimal", "(-0.05)::DECIMAL(9,2)", "number:-0.05");
        row("large decimal", "12345678901234567890123.456::DECIMAL(38,3)",
            "number:12345678901234567890123.456");
        row("decimal without a fraction", "17::DECIMAL(18,0)", "number:17");
        row("date", "DATE '2024-02-29'", "text:2024-02-29");
        row("date before 1970", "DATE '1969-12-31'", "text:1969-12-31");
        row("time", "TIME '09:05:01.5'", "text:09:05:01.5");
        row("timestamp", "TIMESTAMP '2024-03-05 10:11:12.25'", "text:2024-03-05T10:11:12.25");
        row("timestamp before 1970", "TIMESTAMP '1969-12-31 23:59:59'", "text:1969-12-31T23:59:59");
        row("timestamp in ms", "TIMESTAMP_MS '2024-03-05 10:11:12.007'", "text:2024-03-05T10:11:12.007");
        row("timestamp in ns", "TIMESTAMP_NS '2024-03-05 10:11:12.000000007'",
            "text:2024-03-05T10:11:12.000000007");
        row("timestamp with zone", "TIMESTAMPTZ '2024-03-05 10:11:12+00'", "text:2024-03-05T10:11:12Z");
        row("uuid", "UUID '01234567-89ab-cdef-fedc-ba9876543210'",
            "text:01234567-89ab-cdef-fedc-ba9876543210");
        row("interval as text", "INTERVAL 3 DAY", "text:3 days");
        row("bytes", "unhex('ff00')", "bytes:\uFFFD");
        row("bytes that are a text", "'old text'::BLOB", "text:old text");
        row("list of texts", "['a', 'b\"c', NULL]",
            "list:[\"a\",\"b\\\"c\",null] | text:a | text:b\"c | null");
        row("list of numbers", "[1, 2]", "list:[1,2] | number:1 | number:2");
        row("empty list", "[]::VARCHAR[]", "list:[]");
        row("list of lists", "[[1], [2, 3]]", "list:[[1],[2,3]] | list:[1] | list:[2,3]");
        row("array", "array_value(0.5, 1)::DOUBLE[2]", "list:[0.5,1] | number:0.5 | number:1");
        row("list of structs", "[{'label': 'A', 'text': 'red'}]",
            "list:[{\"label\":\"A\",\"text\":\"red\"}] | object:{\"label\":\"A\",\"text\":\"red\"}");
        row("map", "MAP {'a': 1, 'b': 2}", "object:{\"a\":1,\"b\":2}");
        row("map of numbers", "MAP {7: 'x'}", "object:{\"7\":\"x\"}");
        row("struct", "{'a': 1, 'b': 'x'}", "object:{\"a\":1,\"b\":\"x\"}");
    }
    void everyTypeIsReadAsDeclared()
    {
        SKIP_WITHOUT_PARQUET();
        QFETCH(QString, value);
        QFETCH(QString, expected);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.parquet"));
        REQUIRE_RESULT(writeParquet(path, QStringLiteral("SELECT 1 AS id, %1 AS value").arg(value)));
        const auto read = readAll(path);
        REQUIRE_RESULT(read);
        QCOMPARE(read->records.size(), 1);
        const QString found = read->records.front().value(QStringLiteral("value"));
        if (expected.startsWith(u"bytes:")) {
            QVERIFY2(found.startsWith(u"bytes:"), qPrintable(found));
        } else {
            QCOMPARE(found, expected);
        }
    }

    void structsBecomeColumns()
    {
        SKIP_WITHOUT_PARQUET();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.parquet"));
        REQUIRE_RESULT(writeParquet(path,
            QStringLiteral("SELECT * FROM (VALUES (1, {'b': {'c': {'d': {'e': 5}}}, 'f': [1]}), (2, NULL)) "
                           "t(id, a)")));
        const auto read = readAll(path);
        REQUIRE_RESULT(read);
        // As of JSON: three levels deep, what is deeper is one value.
        QCOMPARE(read->columns,
            (QStringList{QStringLiteral("id"), QStringLiteral("a"), QStringLiteral("a.b"),
                QStringLiteral("a.b.c"), QStringLiteral("a.b.c.d"), QStringLiteral("a.f")}));
        const auto& first = read->records.at(0);
        QCOMPARE(first.value(QStringLiteral("a.b.c.d")), QStringLiteral("object:{\"e\":5}"));
        QCOMPARE(first.value(QStringLiteral("a.f")), QStringLiteral("list:[1] | number:1"));
        QCOMPARE(first.value(QStringLiteral("a")),
            QStringLiteral("object:{\"b\":{\"c\":{\"d\":{\"e\":5}}},\"f\":[1]}"));
        QCOMPARE(read->records.at(1).value(QStringLiteral("a")), QStringLiteral("null"));
        QCOMPARE(read->records.at(1).value(QStringLiteral("a.b")), QStringLiteral("absent"));
    }

    void manyRowsKeepTheirOrder()
    {
        SKIP_WITHOUT_PARQUET();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.parquet"));
        REQUIRE_RESULT(writeParquet(path,
            QStringLiteral("SELECT i AS id, 'question ' || i AS question, [i, i + 1] AS l FROM range(9000) "
                           "t(i)"),
            QStringLiteral("ROW_GROUP_SIZE 4096")));
        const auto read = readAll(path);
        REQUIRE_RESULT(read);
        QCOMPARE(read->records.size(), 9000);
        for (int i = 0; i < 9000; ++i) {
            QCOMPARE(read->records.at(i).value(QStringLiteral("question")),
                QStringLiteral("text:question %1").arg(i));
            QCOMPARE(read->records.at(i).value(QStringLiteral("l")),
                QStringLiteral("list:[%1,%2] | number:%1 | number:%2").arg(i).arg(i + 1));
        }
    }

    void featuresOfTheHubNameClasses()
    {
        SKIP_WITHOUT_PARQUET();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.parquet"));
        REQUIRE_RESULT(writeParquet(path,
            QStringLiteral("SELECT * FROM (VALUES (1, [0, 1], {'a': [1]}, {'t': 0}), (-1, [], NULL, NULL), "
                           "(9, NULL, NULL, NULL)) t(label, listed, sequence, struct)"),
            featuresOption(QStringLiteral(
                "{\"label\": {\"names\": [\"cat\", \"dog\"], \"_type\": \"ClassLabel\"},"
                "\"listed\": {\"feature\": {\"names\": [\"cat\", \"dog\"], \"_type\": \"ClassLabel\"}, "
                "\"_type\": \"List\"},"
                "\"sequence\": {\"feature\": {\"a\": {\"names\": [\"cat\", \"dog\"], \"_type\": "
                "\"ClassLabel\"}}, \"_type\": \"Sequence\"},"
                "\"struct\": {\"t\": {\"names\": [\"cat\", \"dog\"], \"_type\": \"ClassLabel\"}}}"))));
        const auto read = readAll(path);
        REQUIRE_RESULT(read);
        const auto& first = read->records.at(0);
        QCOMPARE(first.value(QStringLiteral("label")), QStringLiteral("text:dog"));
        QCOMPARE(first.value(QStringLiteral("listed")),
            QStringLiteral("list:[\"cat\",\"dog\"] | text:cat | text:dog"));
        QCOMPARE(first.value(QStringLiteral("sequence.a")), QStringLiteral("list:[\"dog\"] | text:dog"));
        QCOMPARE(first.value(QStringLiteral("struct.t")), QStringLiteral("text:cat"));
        // Not labelled; and a number without a name stays one.
        QCOMPARE(read->records.at(1).value(QStringLiteral("label")), QStringLiteral("null"));
        QCOMPARE(read->records.at(2).value(QStringLiteral("label")), QStringLiteral("number:9"));
    }

    void soundIsNoImage()
    {
        SKIP_WITHOUT_PARQUET();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.parquet"));
        REQUIRE_RESULT(writeParquet(path,
            QStringLiteral("SELECT 1 AS id, {'bytes': unhex('0001'), 'path': 'a.wav'} AS audio"),
            featuresOption(QStringLiteral("{\"audio\": {\"_type\": \"Audio\"}}"))));
        const auto read = readAll(path);
        REQUIRE_RESULT(read);
        QCOMPARE(read->records.front().value(QStringLiteral("audio")), QStringLiteral("text:a.wav"));
        QVERIFY2(
            read->notes.join(u'\n').contains(QStringLiteral("audio")), qPrintable(read->notes.join(u'\n')));
    }

    void imagesComeAsBytesPathsAndLists()
    {
        SKIP_WITHOUT_PARQUET();
        const Bench bench;
        const QByteArray red = pngOf(8, 6);
        const QByteArray blue = pngOf(9, 7);
        bench.write(QStringLiteral("beside/c.png"), blue);
        const QString path = bench.folder.filePath(QStringLiteral("beside/a.parquet"));
        const QString none = QStringLiteral("{'bytes': NULL::BLOB, 'path': NULL::VARCHAR}");
        REQUIRE_RESULT(writeParquet(path,
            QStringLiteral("SELECT * FROM (VALUES "
                           "('bytes', 'q1', [{'bytes': %1, 'path': 'x.png'}]), "
                           "('path', 'q2', [{'bytes': NULL, 'path': 'c.png'}]), "
                           "('two', 'q3', [{'bytes': %1, 'path': NULL}, {'bytes': %2, 'path': NULL}]), "
                           "('none', 'q4', [%3]), ('empty', 'q5', [])) t(id, question, images)")
                .arg(blob(red), blob(blue), none)));
        REQUIRE_RESULT(bench.import(path, QStringLiteral("d")));
        const auto sizes = [&](const char* key) {
            QStringList all;
            for (const ImageRef& image :
                bench.sample(QStringLiteral("d/%1").arg(QLatin1String(key))).images) {
                all.append(QStringLiteral("%1x%2").arg(image.width).arg(image.height));
            }
            return all.join(u' ');
        };
        QCOMPARE(sizes("bytes"), QStringLiteral("8x6"));
        QCOMPARE(sizes("path"), QStringLiteral("9x7"));
        QCOMPARE(sizes("two"), QStringLiteral("8x6 9x7"));
        QCOMPARE(sizes("none"), QString());
        QCOMPARE(sizes("empty"), QString());
    }

    void mmmuHasAColumnForEachImage()
    {
        // MMMU/MMMU on the hub, config Accounting: options as a Python literal, image_1 … image_7.
        SKIP_WITHOUT_PARQUET();
        const Bench bench;
        const QString image = QStringLiteral("{'bytes': %1, 'path': 'a_1.png'}").arg(blob(pngOf(8, 6)));
        const QString none = QStringLiteral("NULL::STRUCT(bytes BLOB, path VARCHAR)");
        QString rest;
        for (int i = 2; i <= 7; ++i) {
            rest += QStringLiteral(", %1 AS image_%2").arg(none).arg(i);
        }
        const QString path
            = bench.folder.filePath(QStringLiteral("MMMU/Accounting/validation-00000-of-00001.parquet"));
        REQUIRE_RESULT(writeParquet(path,
            QStringLiteral(
                "SELECT 'validation_Accounting_' || i AS id, '<image 1> How much?' AS question, "
                "'[''$6'', ''$7'', ''$8'', ''$9'']' AS options, '' AS explanation, %1 AS image_1%2, "
                "'[''Tables'']' AS img_type, 'B' AS answer, 'Easy' AS topic_difficulty, "
                "'multiple-choice' AS question_type, 'Managerial Accounting' AS subfield "
                "FROM range(1, 4) t(i)")
                .arg(image, rest)));
        REQUIRE_RESULT(bench.import(path, QStringLiteral("MMMU")));
        const Sample sample = bench.sample(QStringLiteral("MMMU/validation_Accounting_2"));
        QCOMPARE(sample.options,
            (QStringList{
                QStringLiteral("$6"), QStringLiteral("$7"), QStringLiteral("$8"), QStringLiteral("$9")}));
        QCOMPARE(sample.gold, QStringLiteral("B"));
        QCOMPARE(sample.images.size(), 1);
        QCOMPARE(sample.images.front().width, 8);
        QCOMPARE(sample.category, QStringLiteral("Managerial Accounting"));
        QCOMPARE(sample.split, QStringLiteral("validation"));
    }

    void hubSetsAreReadInOneStep_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("gold");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QStringList>("accepted");
        const QString image = QStringLiteral("{'bytes': %1, 'path': NULL} AS image").arg(blob(pngOf(8, 6)));
        QTest::newRow("AI2D (lmms-lab/ai2d)")
            << QStringLiteral("data/test-00000-of-00001.parquet")
            << QStringLiteral("SELECT 'Which is it?' AS question, ['sun', 'moon', 'star', 'sea'] AS options, "
                              "'2' AS answer, ")
                + image
            << QStringLiteral("C")
            << QStringList{QStringLiteral("sun"), QStringLiteral("moon"), QStringLiteral("star"),
                   QStringLiteral("sea")}
            << QStringList();
        QTest::newRow("DocVQA (lmms-lab/DocVQA)")
            << QStringLiteral("DocVQA/validation-00000-of-00006.parquet")
            << QStringLiteral("SELECT '337' AS questionId, 'Which date?' AS question, ['handwritten'] AS "
                              "question_types, ")
                + image
                + QStringLiteral(", 279 AS docId, 'xnbl0037' AS ucsf_document_id, '1' AS "
                                 "ucsf_document_page_no, ['1/8/93', '1/8/1993'] AS answers, 'val' AS "
                                 "data_split")
            << QStringLiteral("1/8/93") << QStringList()
            << QStringList{QStringLiteral("1/8/93"), QStringLiteral("1/8/1993")};
        QTest::newRow("ChartQA (lmms-lab/ChartQA)")
            << QStringLiteral("data/test-00000-of-00001.parquet")
            << QStringLiteral("SELECT 'human_test' AS type, 'How many?' AS question, '14' AS answer, ")
                + image
            << QStringLiteral("14") << QStringList() << QStringList();
        QTest::newRow("MathVista (AI4Math/MathVista)")
            << QStringLiteral("data/testmini-00000-of-00001-725687bf7a18d64b.parquet")
            << QStringLiteral("SELECT '7' AS pid, 'Which?' AS question, 'images/7.jpg' AS image, ") + image
                + QStringLiteral(
                    "_decoded, ['145°', '60°'] AS choices, NULL::VARCHAR AS unit, NULL::DOUBLE AS "
                    "precision, '145°' AS answer, 'multi_choice' AS question_type, 'text' AS "
                    "answer_type, {'category': 'math', 'grade': 'high', 'skills': ['geometry']} "
                    "AS metadata, 'Hint: …' AS query")
            << QStringLiteral("A") << QStringList{QStringLiteral("145°"), QStringLiteral("60°")}
            << QStringList();
    }
    void hubSetsAreReadInOneStep()
    {
        SKIP_WITHOUT_PARQUET();
        QFETCH(QString, name);
        QFETCH(QString, query);
        QFETCH(QString, gold);
        QFETCH(QStringList, options);
        QFETCH(QStringList, accepted);
        const Bench bench;
        const QString path = bench.folder.filePath(QStringLiteral("hub/") + name);
        query.replace(QStringLiteral("image_decoded"), QStringLiteral("decoded_image"));
        REQUIRE_RESULT(writeParquet(path, query + QStringLiteral(" FROM range(4)")));
        REQUIRE_RESULT(bench.import(path, QStringLiteral("d")));
        const QString key = bench.text(QStringLiteral("SELECT source_index FROM samples LIMIT 1"));
        const Sample sample = bench.sample(QStringLiteral("d/") + key);
        QCOMPARE(sample.gold, gold);
        QCOMPARE(sample.options, options);
        QCOMPARE(sample.acceptedAnswers, accepted);
        QCOMPARE(sample.images.size(), 1);
        QCOMPARE(sample.images.front().width, 8);
    }

    void datBenchIsReadWhole()
    {
        // DatologyAI/DatBench on the hub: nine configurations of one shape, split test.
        SKIP_WITHOUT_PARQUET();
        const Bench bench;
        const QString root = bench.folder.filePath(QStringLiteral("DatBench"));
        const QStringList abilities{QStringLiteral("chart"), QStringLiteral("counting"),
            QStringLiteral("document"), QStringLiteral("general"), QStringLiteral("grounding"),
            QStringLiteral("math"), QStringLiteral("scene"), QStringLiteral("spatial"),
            QStringLiteral("table")};
        for (const QString& ability : abilities) {
            REQUIRE_RESULT(writeParquet(
                root + u'/' + ability + QStringLiteral("/test-00000-of-00001.parquet"), datBenchRows(ability),
                featuresOption(QStringLiteral("{\"image\": {\"_type\": \"Image\"}}"))));
        }
        REQUIRE_RESULT(bench.import(root));
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM datasets")), 1);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM samples")), 9 * 4);
        for (const QString& ability : abilities) {
            const Sample sample = bench.sample(QStringLiteral("DatBench/db_%1_000001").arg(ability));
            QCOMPARE(sample.capability, ability);
            QCOMPARE(sample.category, QStringLiteral("set_b"));
            QCOMPARE(sample.split, QStringLiteral("test"));
            QCOMPARE(sample.question, QStringLiteral("What is 1 + 1?"));
            QCOMPARE(sample.gold, QStringLiteral("2"));
            QCOMPARE(sample.acceptedAnswers, (QStringList{QStringLiteral("2"), QStringLiteral("two")}));
            QCOMPARE(sample.images.size(), 1);
            // All that has no field is kept as it came.
            const QJsonObject extra = sample.extra;
            QCOMPARE(extra.value(QStringLiteral("eval_mode")).toString(), QStringLiteral("judge"));
            QCOMPARE(extra.value(QStringLiteral("judge_prompt")).toString(), QStringLiteral("Is it right?"));
            QCOMPARE(extra.value(QStringLiteral("is_circular")).toBool(), false);
            QCOMPARE(extra.value(QStringLiteral("metadata")).toString(), QStringLiteral("{\"level\": 1}"));
            QCOMPARE(extra.value(QStringLiteral("prompt_format"))
                         .toObject()
                         .value(QStringLiteral("suffix"))
                         .toString(),
                QStringLiteral("Answer shortly."));
            QCOMPARE(extra.value(QStringLiteral("source_info"))
                         .toObject()
                         .value(QStringLiteral("original_idx"))
                         .toString(),
                QStringLiteral("1"));
            const QJsonObject metrics = extra.value(QStringLiteral("eval_metrics")).toObject();
            QCOMPARE(metrics.value(QStringLiteral("discrimination")).toDouble(), 0.1);
            QCOMPARE(metrics.value(QStringLiteral("is_frontier")).toBool(), true);
        }
    }

    void oneConfigurationTellsItsAbility()
    {
        SKIP_WITHOUT_PARQUET();
        const Bench bench;
        const QString path = bench.folder.filePath(QStringLiteral("somewhere/test-00000-of-00001.parquet"));
        REQUIRE_RESULT(writeParquet(path, datBenchRows(QStringLiteral("math"))));
        REQUIRE_RESULT(bench.import(path, QStringLiteral("DatBench math")));
        QCOMPARE(
            bench.sample(QStringLiteral("DatBench math/db_math_000003")).capability, QStringLiteral("math"));
    }

    void shardsAreOneSetWithTheirSplits()
    {
        SKIP_WITHOUT_PARQUET();
        const Bench bench;
        const QString root = bench.folder.filePath(QStringLiteral("hub/MySet"));
        const QString rows
            = QStringLiteral("SELECT '%1_' || i AS id, 'q %1 ' || i AS question FROM range(3) t(i)");
        for (const char* name :
            {"data/test-00000-of-00002", "data/test-00001-of-00002", "data/validation-00000-of-00001"}) {
            const QString file = QString::fromLatin1(name);
            REQUIRE_RESULT(writeParquet(
                root + u'/' + file + QStringLiteral(".parquet"), rows.arg(file.section(u'/', -1))));
        }
        bench.write(QStringLiteral("hub/MySet/README.md"), "a card");
        REQUIRE_RESULT(bench.import(root));
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM samples")), 9);
        QCOMPARE(bench.sample(QStringLiteral("MySet/test-00001-of-00002_2")).split, QStringLiteral("test"));
        QCOMPARE(bench.sample(QStringLiteral("MySet/validation-00000-of-00001_0")).split,
            QStringLiteral("validation"));
    }

    void configurationsOfASetAreItsCategories()
    {
        SKIP_WITHOUT_PARQUET();
        const Bench bench;
        const QString root = bench.folder.filePath(QStringLiteral("Subjects"));
        for (const char* config : {"Art", "Physics"}) {
            const QString name = QString::fromLatin1(config);
            REQUIRE_RESULT(writeParquet(root + u'/' + name + QStringLiteral("/dev-00000-of-00001.parquet"),
                QStringLiteral("SELECT '%1' || i AS id, 'q' || i AS question FROM range(3) t(i)").arg(name)));
        }
        REQUIRE_RESULT(bench.import(root));
        QCOMPARE(bench.sample(QStringLiteral("Subjects/Physics1")).category, QStringLiteral("Physics"));
        QCOMPARE(bench.sample(QStringLiteral("Subjects/Art1")).category, QStringLiteral("Art"));
    }

    void splitsComeFromPlaces_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("split");
        QTest::newRow("shard") << QStringLiteral("a/data/test-00000-of-00003.parquet")
                               << QStringLiteral("test");
        QTest::newRow("shard with a hash")
            << QStringLiteral("a/testmini-00000-of-00001-725687bf7a18d64b.parquet")
            << QStringLiteral("testmini");
        QTest::newRow("split of several words")
            << QStringLiteral("a/human_val-00000-of-00001.parquet") << QStringLiteral("human_val");
        QTest::newRow("converted by the hub")
            << QStringLiteral("a/default/validation/0000.parquet") << QStringLiteral("validation");
        QTest::newRow("named after it") << QStringLiteral("a/train.parquet") << QStringLiteral("train");
        QTest::newRow("any name") << QStringLiteral("test/samples.parquet") << QString();
        QTest::newRow("a number alone") << QStringLiteral("a/0000.parquet") << QString();
    }
    void splitsComeFromPlaces()
    {
        QFETCH(QString, path);
        QTEST(hfSplitOf(path), "split");
    }

    void imageFoldersNameTheirOwnImages_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("column");
        QTest::newRow("csv") << QStringLiteral("csv") << QStringLiteral("file_name");
        QTest::newRow("jsonl") << QStringLiteral("jsonl") << QStringLiteral("file_name");
        QTest::newRow("parquet") << QStringLiteral("parquet") << QStringLiteral("file_name");
        QTest::newRow("named otherwise") << QStringLiteral("csv") << QStringLiteral("photo_file_name");
        QTest::newRow("several") << QStringLiteral("jsonl") << QStringLiteral("file_names");
    }
    void imageFoldersNameTheirOwnImages()
    {
        // huggingface.co/docs/datasets, "ImageFolder": a table beside the images of each split.
        QFETCH(QString, format);
        QFETCH(QString, column);
        if (format == QLatin1String("parquet")) {
            SKIP_WITHOUT_PARQUET();
        }
        const Bench bench;
        for (const char* split : {"train", "test"}) {
            const QString folder = QStringLiteral("pictures/%1/").arg(QLatin1String(split));
            const int width = QLatin1String(split) == QLatin1String("train") ? 8 : 16;
            bench.write(folder + QStringLiteral("0001.png"), pngOf(width, 6));
            bench.write(folder + QStringLiteral("0002.png"), pngOf(width, 7));
            const QString table = folder + QStringLiteral("metadata.") + format;
            const QByteArray name = column.toUtf8();
            if (format == QLatin1String("csv")) {
                bench.write(table,
                    name + ",question,answer\n0001.png,Which " + split + "?,1\n0002.png,What " + split
                        + "?,2\n");
            } else if (column == QLatin1String("file_names")) {
                bench.write(table,
                    QByteArray("{\"file_names\": [\"0001.png\", \"0002.png\"], \"question\": \"Which ")
                        + split + "?\", \"answer\": \"1\"}\n");
            } else if (format == QLatin1String("jsonl")) {
                bench.write(table,
                    QByteArray("{\"file_name\": \"0001.png\", \"question\": \"Which ") + split
                        + "?\", \"answer\": \"1\"}\n");
            } else {
                REQUIRE_RESULT(writeParquet(bench.folder.filePath(table),
                    QStringLiteral("SELECT '0001.png' AS file_name, 'Which %1?' AS question, '1' AS answer")
                        .arg(QLatin1String(split))));
            }
        }
        REQUIRE_RESULT(bench.import(bench.folder.filePath(QStringLiteral("pictures")), QStringLiteral("d")));
        for (const char* split : {"train", "test"}) {
            const QString key
                = bench.text(QStringLiteral("SELECT source_index FROM samples WHERE question = 'Which %1?'")
                                 .arg(QLatin1String(split)));
            const Sample sample = bench.sample(QStringLiteral("d/") + key);
            QCOMPARE(sample.split, QString::fromLatin1(split));
            QVERIFY(!sample.images.isEmpty());
            for (const ImageRef& image : sample.images) {
                QCOMPARE(image.width, QLatin1String(split) == QLatin1String("train") ? 8 : 16);
            }
            QCOMPARE(sample.images.size(), column == QLatin1String("file_names") ? 2 : 1);
        }
    }

    void badFilesAreRefusedByName_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("said");
        QTest::newRow("cut off") << QByteArray("PAR1") + QByteArray(300, 'x') << QStringLiteral("Parquet");
        QTest::newRow("only the mark") << QByteArray("PAR1") << QStringLiteral("Parquet");
        QTest::newRow("footer longer than the file")
            << QByteArray("PAR1") + QByteArray(100, 'x') + QByteArray("\xff\xff\xff\x7fPAR1", 8)
            << QStringLiteral("Parquet");
        QTest::newRow("footer that is none")
            << QByteArray("PAR1") + QByteArray(100, '\xee') + QByteArray("\x32\0\0\0PAR1", 8)
            << QStringLiteral("Parquet");
        QTest::newRow("encrypted") << QByteArray("PARE") + QByteArray(300, 'x') << QStringLiteral("encrypt");
    }
    void badFilesAreRefusedByName()
    {
        SKIP_WITHOUT_PARQUET();
        QFETCH(QByteArray, bytes);
        QFETCH(QString, said);
        const Bench bench;
        const QString path = bench.write(QStringLiteral("bad.parquet"), bytes);
        const auto report = bench.import(path);
        QVERIFY(!report.has_value());
        QVERIFY2(report.error().message.contains(path), qPrintable(report.error().text()));
        QVERIFY2(report.error().text().contains(said), qPrintable(report.error().text()));
        QVERIFY2(!report.error().remedy.isEmpty(), qPrintable(report.error().text()));
        QVERIFY2(
            !report.error().text().contains(QStringLiteral("/proc/")), qPrintable(report.error().text()));
    }

    void damagedValuesNameTheirColumn()
    {
        SKIP_WITHOUT_PARQUET();
        const Bench bench;
        const QString path = bench.folder.filePath(QStringLiteral("a.parquet"));
        REQUIRE_RESULT(writeParquet(path,
            QStringLiteral("SELECT i AS id, 'fine' || i AS question, 'damaged ' || md5(i::VARCHAR) AS answer "
                           "FROM range(2000) t(i)"),
            QStringLiteral("COMPRESSION uncompressed")));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        // In the pages of the last column, which take most of the file: lengths and texts.
        const qsizetype at = bytes.size() / 2;
        bytes.replace(at, 2000, QByteArray(2000, '\xff'));
        file.seek(0);
        file.write(bytes);
        file.close();
        const auto read = readAll(path);
        QVERIFY(!read.has_value());
        QVERIFY2(read.error().message.contains(path), qPrintable(read.error().text()));
        QVERIFY2(
            read.error().message.contains(QStringLiteral("\"answer\"")), qPrintable(read.error().text()));
        QVERIFY(!read.error().remedy.isEmpty());
        const auto report = bench.import(path);
        QVERIFY(!report.has_value());
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM samples")), 0);
    }

    void textsThatAreNotUtf8NameTheirColumn()
    {
        SKIP_WITHOUT_PARQUET();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.parquet"));
        REQUIRE_RESULT(writeParquet(path, QStringLiteral("SELECT 1 AS id, 'placeholder-text' AS question"),
            QStringLiteral("COMPRESSION uncompressed")));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        const QByteArray wrong = bytes.replace("placeholder", "place\xff\xfelder");
        file.seek(0);
        file.write(wrong.left(bytes.size()));
        file.close();
        const auto read = readAll(path);
        QVERIFY(!read.has_value());
        QVERIFY2(
            read.error().message.contains(QStringLiteral("\"question\"")), qPrintable(read.error().text()));
    }

    void noRowsAreNoRecords()
    {
        SKIP_WITHOUT_PARQUET();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.parquet"));
        REQUIRE_RESULT(writeParquet(path, QStringLiteral("SELECT 1 AS id, 'x' AS question WHERE false")));
        const auto read = readAll(path);
        REQUIRE_RESULT(read);
        QVERIFY(read->records.isEmpty());
        QCOMPARE(read->columns, (QStringList{QStringLiteral("id"), QStringLiteral("question")}));
    }

    void columnsAreLimited()
    {
        SKIP_WITHOUT_PARQUET();
        const QTemporaryDir folder;
        const auto wide = [](int columns) -> QString {
            QStringList names;
            for (int i = 0; i < columns; ++i) {
                names.append(QStringLiteral("%1 AS c%1").arg(i));
            }
            return QStringLiteral("SELECT ") + names.join(QStringLiteral(", "));
        };
        const QString path = folder.filePath(QStringLiteral("a.parquet"));
        REQUIRE_RESULT(writeParquet(path, wide(5000)));
        const auto refused = readAll(path);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, ErrorCode::LimitExceeded);
        QVERIFY2(refused.error().message.contains(path), qPrintable(refused.error().text()));
        REQUIRE_RESULT(writeParquet(path, wide(2000)));
        const auto read = readAll(path);
        REQUIRE_RESULT(read);
        QCOMPARE(read->records.front().value(QStringLiteral("c1999")), QStringLiteral("number:1999"));
    }

    void recordsAreLimited()
    {
        SKIP_WITHOUT_PARQUET();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.parquet"));
        REQUIRE_RESULT(writeParquet(path,
            QStringLiteral(
                "SELECT * FROM (VALUES (1, 'short', [1]), (2, repeat('long', 1000), [1]), (3, 'x', "
                "range(50)), (4, 'last', [1])) t(id, question, l)")));
        ReadLimits limits;
        limits.maxRecordBytes = 1000;
        limits.maxItems = 20;
        const auto read = readAll(path, limits);
        REQUIRE_RESULT(read);
        QCOMPARE(read->records.size(), 2);
        QCOMPARE(read->problems.size(), 2);
        QVERIFY2(read->problems.at(0).startsWith(QStringLiteral("2: ")), qPrintable(read->problems.at(0)));
        QVERIFY2(read->problems.at(1).startsWith(QStringLiteral("3: ")), qPrintable(read->problems.at(1)));
    }

    void namesAreNoPatternsAndNoSql()
    {
        SKIP_WITHOUT_PARQUET();
        const Bench bench;
        const QString made = bench.folder.filePath(QStringLiteral("a.parquet"));
        REQUIRE_RESULT(
            writeParquet(made, QStringLiteral("SELECT 1 AS \"a\"\"b\", INTERVAL 1 DAY AS \"x\"\"y\"")));
        const QString odd = bench.folder.filePath(QStringLiteral("it's * [a].parquet"));
        QVERIFY(QFile::rename(made, odd));
        const auto read = readAll(odd);
        REQUIRE_RESULT(read);
        QCOMPARE(read->records.front().value(QStringLiteral("a\"b")), QStringLiteral("number:1"));
        QCOMPARE(read->records.front().value(QStringLiteral("x\"y")), QStringLiteral("text:1 day"));
    }

    void readingCanBeCancelled()
    {
        SKIP_WITHOUT_PARQUET();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.parquet"));
        REQUIRE_RESULT(writeParquet(path, QStringLiteral("SELECT i AS id FROM range(10000) t(i)")));
        SilentProgress progress;
        ReadLimits limits;
        limits.progress = &progress;
        auto source = RecordSource::open(path, limits);
        REQUIRE_RESULT(source);
        RawRecord record;
        RecordProblem problem;
        REQUIRE_RESULT((*source)->next(record, problem));
        progress.cancel();
        int more = 0;
        Result<RecordSource::Step> step = RecordSource::Step::Record;
        while (step && *step == RecordSource::Step::Record) {
            step = (*source)->next(record, problem);
            ++more;
        }
        QVERIFY(!step.has_value());
        QCOMPARE(step.error().code, ErrorCode::Cancelled);
        QVERIFY2(more < 3000, qPrintable(QString::number(more)));
    }

    void percentFollowsTheRows()
    {
        SKIP_WITHOUT_PARQUET();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.parquet"));
        REQUIRE_RESULT(writeParquet(path, QStringLiteral("SELECT i AS id FROM range(1000) t(i)")));
        auto source = RecordSource::open(path);
        REQUIRE_RESULT(source);
        RawRecord record;
        RecordProblem problem;
        QCOMPARE((*source)->bytesTotal(), QFileInfo(path).size());
        QCOMPARE((*source)->bytesRead(), 0);
        for (int i = 0; i < 500; ++i) {
            REQUIRE_RESULT((*source)->next(record, problem));
        }
        QCOMPARE((*source)->bytesRead(), (*source)->bytesTotal() / 2);
    }

    void withoutTheLibraryItIsSaid()
    {
        const Bench bench;
        const QString path = bench.write(QStringLiteral("a.parquet"), "PAR1....PAR1");
        const bool named = qEnvironmentVariableIsSet("WINNOW_LIBDUCKDB");
        const QByteArray before = qgetenv("WINNOW_LIBDUCKDB");
        const auto restore = qScopeGuard(
            [&] { named ? qputenv("WINNOW_LIBDUCKDB", before) : qunsetenv("WINNOW_LIBDUCKDB"); });
        qputenv("WINNOW_LIBDUCKDB", bench.folder.filePath(QStringLiteral("none.so")).toUtf8());
        const auto report = bench.import(path);
        QVERIFY(!report.has_value());
        QCOMPARE(report.error().code, ErrorCode::Unsupported);
        QVERIFY2(report.error().message.contains(path), qPrintable(report.error().text()));
        QVERIFY2(
            report.error().message.contains(QStringLiteral("none.so")), qPrintable(report.error().text()));
        QVERIFY2(report.error().remedy.contains(QStringLiteral("packaging/setup")),
            qPrintable(report.error().text()));
        // A file of that name that is no library, and one that lacks the functions.
        const QString text = bench.write(QStringLiteral("text.so"), "no library");
        qputenv("WINNOW_LIBDUCKDB", text.toUtf8());
        const auto unusable = bench.import(path);
        QVERIFY(!unusable.has_value());
        QCOMPARE(unusable.error().code, ErrorCode::Unsupported);
        const QString other
            = QLibraryInfo::path(QLibraryInfo::LibrariesPath) + QStringLiteral("/libQt6Core.so.6");
        QVERIFY(QFile::exists(other));
        qputenv("WINNOW_LIBDUCKDB", other.toUtf8());
        const auto another = bench.import(path);
        QVERIFY(!another.has_value());
        QVERIFY2(another.error().message.contains(QStringLiteral("has no function duckdb_")),
            qPrintable(another.error().text()));
    }

private:
    /// As the dataset card has them.
    static QString datBenchRows(const QString& ability)
    {
        return QStringLiteral(
            "SELECT 'db_%1_' || lpad(i::VARCHAR, 6, '0') AS id, {'bytes': %2, 'path': NULL::VARCHAR} AS "
            "image, "
            "'What is 1 + ' || i || '?' AS question, {'prefix': 'Look.', 'suffix': 'Answer shortly.'} AS "
            "prompt_format, (i + 1)::VARCHAR AS answer, [(i + 1)::VARCHAR, 'two'] AS all_answers, CASE WHEN "
            "i % "
            "2 = 0 THEN 'direct' ELSE 'judge' END AS eval_mode, 'Is it right?' AS judge_prompt, i % 2 = 0 AS "
            "is_circular, '{\"level\": ' || i || '}' AS metadata, {'dataset': CASE WHEN i % 2 = 0 THEN "
            "'set_a' "
            "ELSE 'set_b' END, 'original_idx': i::VARCHAR} AS source_info, {'discrimination': i / "
            "10::DOUBLE, "
            "'is_frontier': i % 2 = 1} AS eval_metrics FROM range(4) t(i)")
            .arg(ability, blob(pngOf(8, 6)));
    }
};

QTEST_GUILESS_MAIN(TestImportParquet)
#include "tst_import_parquet.moc"
