// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/importjob.h"
#include "core/import/runname.h"
#include "core/import/savedmapping.h"
#include "core/store/responsestore.h"
#include "tests/support/clirunner.h"
#include "tests/support/privatesettings.h"
#include "tests/support/testproject.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace winnow;

/// What names tell of runs, and what people say of files, saved and used again.
class TestSavedMappings : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::usePrivateSettings(*m_folder);
        m_project = m_folder->filePath(QStringLiteral("p.winnow"));
        QVERIFY_RESULT(Project::create(m_project));
        write("Fruit.tsv",
            "index\tquestion\tA\tB\tanswer\n1\tWhich is red?\tapple\tbanana\tA\n2\tWhich is "
            "long?\tapple\tbanana\tB\n");
        QCOMPARE(import("Fruit.tsv").code, 0);
    }

    void readsTheNamesOfRuns_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("condition");
        QTest::addColumn<int>("attempt");
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("rest");
        const auto row = [](const char* file, const char* condition, int attempt, const char* setting,
                             const char* rest) {
            QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(condition) << attempt
                                << QString::fromLatin1(setting) << QString::fromLatin1(rest);
        };
        row("gpt4o_MMStar.tsv", "", 0, "", "gpt4o_MMStar");
        row("gpt4o_run2.jsonl", "", 2, "", "gpt4o");
        row("gpt4o-attempt-03_MMStar.xlsx", "", 3, "", "gpt4o-MMStar");
        row("run1_gpt4o.csv", "", 1, "", "gpt4o");
        row("run0.csv", "", 1, "", "");
        row("qwen_blind.jsonl", "blind", 0, "", "qwen");
        row("qwen (text only).jsonl", "blind", 0, "", "qwen");
        row("qwen_no_question_trial4.jsonl", "no_question", 4, "", "qwen");
        row("qwen_seed7_temp0.6.jsonl", "", 0, "seed7 temp0.6", "qwen");
        row("qwen_5-shot_circular_rep2.jsonl", "circular", 2, "5-shot", "qwen");
        row("qwen-MC.jsonl", "standard", 0, "", "qwen");
        // Words of other words are none.
        row("trunk2_blindfold.csv", "", 0, "", "trunk2_blindfold");
        row("LLaVA-CoT_retry.csv", "", 0, "", "LLaVA-CoT_retry");
        row("pass@1.csv", "", 0, "", "pass@1");
    }
    void readsTheNamesOfRuns()
    {
        QFETCH(QString, file);
        QFETCH(int, attempt);
        const RunName name = readRunName(QStringLiteral("/logs/blind_run9/") + file);
        const QString condition = name.condition ? conditionId(*name.condition) : QString();
        QTEST(condition, "condition");
        QCOMPARE(name.attempt.value_or(0), attempt);
        QTEST(name.setting, "setting");
        QTEST(name.rest, "rest");
    }

    void namesTellModelsAttemptsAndSettings()
    {
        write("gpt4o_run1.csv", "index,response\n1,A\n2,B\n");
        write("gpt4o_run2.csv", "index,response\n1,B\n2,B\n");
        write("gpt4o_blind_seed3.csv", "index,response\n1,B\n2,A\n");
        QCOMPARE(import("gpt4o_run1.csv").code, 0);
        QCOMPARE(import("gpt4o_run2.csv").code, 0);
        const auto blind = import("gpt4o_blind_seed3.csv");
        QCOMPARE(blind.code, 0);
        QVERIFY2(blind.out.contains(QStringLiteral("The file's name says condition blind"))
                && blind.out.contains(QStringLiteral("The file's name says setting \"seed3\"")),
            qPrintable(blind.out));
        QCOMPARE(runs(),
            (QStringList{QStringLiteral("gpt4o blind seed3 2"), QStringLiteral("gpt4o standard  4")}));
        // What is said goes before the name; the same try again doubles nothing.
        QCOMPARE(import("gpt4o_run2.csv", {QStringLiteral("--attempt"), QStringLiteral("1")}).code, 0);
        QCOMPARE(import("gpt4o_run2.csv").code, 0);
        QCOMPARE(runs().last(), QStringLiteral("gpt4o standard  4"));
        QCOMPARE(import("gpt4o_run2.csv", {QStringLiteral("--attempt"), QStringLiteral("0")}).code, 2);
    }

    void aMappingIsSavedSharedAndUsedAgain_data()
    {
        QTest::addColumn<bool>("byName");
        QTest::newRow("by its name") << true;
        QTest::newRow("as a file") << false;
    }
    void aMappingIsSavedSharedAndUsedAgain()
    {
        QFETCH(bool, byName);
        const QString saved
            = byName ? QStringLiteral("house log") : m_folder->filePath(QStringLiteral("house.json"));
        // Columns, words for conditions and names of models that nobody could guess.
        write("monday.csv", "nr,who,how,words,more\n1,internal-7,eyes shut,A,x\n2,internal-7,open,B,y\n");
        const auto first = import("monday.csv",
            {QStringLiteral("--map"), QStringLiteral("index=nr"), QStringLiteral("--map"),
                QStringLiteral("model=who"), QStringLiteral("--map"), QStringLiteral("condition=how"),
                QStringLiteral("--map"), QStringLiteral("response=words"), QStringLiteral("--condition-map"),
                QStringLiteral("eyes shut=blind"), QStringLiteral("--condition-map"),
                QStringLiteral("open=standard"), QStringLiteral("--model-map"),
                QStringLiteral("internal-7=Seven B"), QStringLiteral("--save-mapping"), saved});
        QVERIFY2(first.code == 0, qPrintable(first.err));
        const QStringList told{QStringLiteral("Seven B blind  1"), QStringLiteral("Seven B standard  1")};
        QCOMPARE(runs(), told);
        QCOMPARE(savedMappingNames(), byName ? QStringList{saved} : QStringList());
        const auto listed = test::runCli({QStringLiteral("mappings"), QStringLiteral("--json")});
        QCOMPARE(QJsonDocument::fromJson(listed.out.toUtf8())
                     .object()
                     .value(QStringLiteral("mappings"))
                     .toArray()
                     .size(),
            byName ? 1 : 0);

        // Another file of the kind, with a column less and one more, into another project.
        m_project = m_folder->filePath(QStringLiteral("q.winnow"));
        QVERIFY_RESULT(Project::create(m_project));
        QCOMPARE(import("Fruit.tsv").code, 0);
        write("tuesday.csv", "other,nr,who,words\nz,1,internal-7,B\nz,2,internal-7,B\n");
        const auto second = import("tuesday.csv", {QStringLiteral("--mapping"), saved});
        QVERIFY2(second.code == 0, qPrintable(second.err));
        QVERIFY2(
            second.out.contains(QStringLiteral("The mapping names columns that the file does not have: how")),
            qPrintable(second.out));
        QCOMPARE(runs(), QStringList{QStringLiteral("Seven B standard  2")});
        // What is said beside it goes before it.
        QCOMPARE(import("tuesday.csv",
                     {QStringLiteral("--mapping"), saved, QStringLiteral("--model-map"),
                         QStringLiteral("internal-7=Other"), QStringLiteral("--map"),
                         QStringLiteral("response=other")})
                     .code,
            0);
        QCOMPARE(runs(),
            (QStringList{QStringLiteral("Other standard  2"), QStringLiteral("Seven B standard  2")}));
    }

    void whatIsNoMappingIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("none") << QByteArray() << QStringLiteral("cannot be read");
        QTest::newRow("no JSON") << QByteArray("index=nr") << QStringLiteral("is no saved mapping");
        QTest::newRow("another JSON")
            << QByteArray("{\"fields\": {}}") << QStringLiteral("is no saved mapping: winnow_mapping");
        QTest::newRow("a field that is none")
            << QByteArray("{\"winnow_mapping\": 1, \"fields\": {\"colour\": [\"c\"]}}")
            << QStringLiteral("is no saved mapping: colour");
        QTest::newRow("a condition that is none")
            << QByteArray("{\"winnow_mapping\": 1, \"conditions\": [[\"a\", \"dark\"]]}")
            << QStringLiteral("is no saved mapping: a=dark");
        QTest::newRow("newer") << QByteArray("{\"winnow_mapping\": 9}")
                               << QStringLiteral("is a mapping of version 9");
        QTest::newRow("of other files")
            << QByteArray("{\"winnow_mapping\": 1, \"fields\": {\"index\": [\"key of theirs\"]}}")
            << QStringLiteral("has none of the columns that the mapping is of (key of theirs)");
    }
    void whatIsNoMappingIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        if (!bytes.isEmpty()) {
            write("m.json", bytes);
        }
        write("a.csv", "index,response\n1,A\n2,B\n");
        const auto told
            = import("a.csv", {QStringLiteral("--mapping"), m_folder->filePath(QStringLiteral("m.json"))});
        QCOMPARE(told.code, 1);
        QVERIFY2(told.err.contains(says), qPrintable(told.err));
        QCOMPARE(runs(), QStringList());
    }

private:
    void write(const char* name, const QByteArray& bytes)
    {
        QFile file(m_folder->filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    test::CliResult import(const char* name, const QStringList& more = {})
    {
        return test::runCli(
            QStringList{QStringLiteral("import"), m_project, m_folder->filePath(QString::fromLatin1(name))}
            + more);
    }
    /// "model condition setting responses", sorted.
    QStringList runs() const
    {
        auto project = Project::open(m_project);
        QStringList told;
        if (project) {
            (void)(*project)->read([&](sqlite::Connection& c) {
                ResponseStore store(c);
                for (const Run& run : store.runs()) {
                    told.append(QStringLiteral("%1 %2 %3 %4")
                                    .arg(run.model, conditionId(run.condition), run.setting)
                                    .arg(store.coverage(run.id).responses));
                }
                return 0;
            });
        }
        told.sort();
        return told;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_project;
};

QTEST_GUILESS_MAIN(TestSavedMappings)
#include "tst_savedmappings.moc"
