// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/linter.h"
#include "tests/core/importhelp.h"

using namespace winnow;
using winnow::test::Bench;

class TestImportLint : public QObject {
    Q_OBJECT

    static Result<LintReport> lint(const QString& file)
    {
        ImportRequest request;
        request.file = file;
        SilentProgress progress;
        return lintFile(request, progress);
    }

private slots:
    void finds_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<int>("count");
        const auto row = [](const char* name, const char* file, const QByteArray& bytes, const char* rule,
                             int count) {
            QTest::newRow(name) << QString::fromLatin1(file) << bytes << QString::fromLatin1(rule) << count;
        };
        const QByteArray head("index\tquestion\tA\tB\tC\tanswer\n");
        row("None as an option", "a.tsv", head + "1\twhich\tNone\tred\tblue\tA\n2\tq\tgreen\tred\tN/A\tB\n",
            "null_like_option", 2);
        row("NA as an answer", "a.csv", "id,question,answer\n1,country code of Namibia,NA\n",
            "null_like_answer", 1);
        row("clean", "a.tsv", head + "1\twhich\tone\tred\tblue\tA\n", "null_like_option", 0);
        row("32,767 characters", "a.csv",
            "id,question,prediction\n1,q,\"" + QByteArray(32767, 'x') + "\"\n2,q2,\"" + QByteArray(32766, 'x')
                + "\"\n",
            "cut_cell", 1);
        row("lost digits", "a.csv", "id,question,answer\n1,q,1.10\n2,q,007\n3,q,1.1\n4,q,70\n",
            "lossy_number", 2);
        row("repeated key", "a.csv", "id,question,answer\n1,q,x\n1,r,y\n", "duplicate_index", 1);
        row("literal of images", "a.tsv", "index\tquestion\timage\tA\tB\n1\tq\t['a.png', 'b.png']\tx\ty\n",
            "list_literal_image", 1);
        row("placeholder without image", "a.jsonl",
            "{\"id\":1,\"question\":\"<image 1> and <image 2>\",\"image\":\"x.png\",\"answer\":\"y\"}\n",
            "placeholder_mismatch", 1);
        row("twin options", "a.jsonl",
            "{\"id\":1,\"question\":\"q\",\"options\":[\"a\",\"A \",\"b\"],\"answer\":\"B\"}\n",
            "duplicate_option", 1);
        row("option lost in the middle", "a.tsv", head + "1\twhich\tone\t\tblue\tA\n", "empty_option", 1);
        row("fewer options", "a.tsv", head + "1\twhich\tone\ttwo\t\tA\n", "empty_option", 0);
        row("key beyond the options", "a.tsv", head + "1\twhich\tone\ttwo\tthree\tD\n", "gold_not_an_option",
            1);
        row("repeated response", "r.csv", "sample_id,model,prediction\n1,m,A\n1,m,B\n2,m,A\n",
            "repeated_response", 1);
        row("empty prediction", "r.csv", "sample_id,model,prediction\n1,m,A\n2,m,\n3,m,nan\n",
            "empty_response", 2);
        row("truncated line", "a.jsonl", "{\"id\":1,\"question\":\"q\"}\n{\"id\":2,\"quest", "bad_record", 1);
    }
    void finds()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, rule);
        QFETCH(int, count);
        const Bench bench;
        const auto report = lint(bench.write(name, bytes));
        REQUIRE_RESULT(report);
        QCOMPARE(report->counts.value(rule), count);
    }

    void seesTransparency()
    {
        if (winnow::test::sharedData().isEmpty()) {
            QSKIP("the folder of real benchmark data is not here (WINNOW_SHARED_DATA)");
        }
        QFile image(
            winnow::test::sharedData() + QStringLiteral("/imagededup_testimages/alpha_channel_image.png"));
        QVERIFY(image.open(QIODevice::ReadOnly));
        const Bench bench;
        const auto report = lint(bench.write(QStringLiteral("a.tsv"),
            QByteArray("index\tquestion\timage\tA\tB\n1\tq\t" + image.readAll().toBase64() + "\tx\ty\n")));
        REQUIRE_RESULT(report);
        QCOMPARE(report->counts.value(QStringLiteral("alpha_image")), 1);
    }

    void rulesAreComplete()
    {
        QSet<QString> ids;
        for (const LintRule& rule : lintRules()) {
            QVERIFY(!ids.contains(rule.id));
            ids.insert(rule.id);
        }
    }

    void refusesWhatIsNoTable()
    {
        const Bench bench;
        const auto report
            = lint(bench.write(QStringLiteral("a.csv"), QByteArray::fromHex("d0cf11e0a1b11ae10000")));
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::WrongKind);
        // By what it holds, whatever its name says; where libduckdb is missing, that is said.
        const auto cut = lint(bench.write(QStringLiteral("b.csv"), QByteArray("PAR1\0\0\0", 7)));
        QVERIFY(!cut);
        QVERIFY(cut.error().code == ErrorCode::Damaged || cut.error().code == ErrorCode::Unsupported);
    }
};

QTEST_APPLESS_MAIN(TestImportLint)
#include "tst_import_lint.moc"
