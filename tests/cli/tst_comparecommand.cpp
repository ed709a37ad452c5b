// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/clirunner.h"
#include "tests/support/subsets.h"
#include "tests/support/testproject.h"

#include <QJsonArray>

using namespace winnow;
using test::runCli;

/// `compare`: two runs, one run twice, all models, and what is asked wrongly.
class TestCompareCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("p.winnow"));

    test::CliResult compare(const QStringList& rest) const
    {
        return runCli(QStringList{QStringLiteral("compare"), m_path} + rest);
    }

private slots:
    void initTestCase()
    {
        auto project = Project::create(m_path);
        QVERIFY_RESULT(project);
        // Even samples are of math, odd ones of chart; every tenth has an open flag.
        const auto samples = test::addSamples(**project, QStringLiteral("set"), 40, 10);
        QVERIFY_RESULT(samples);
        const QString alternating = QStringLiteral("10").repeated(20);
        QVERIFY_RESULT(test::addResponses(
            **project, QStringLiteral("set"), QStringLiteral("all"), *samples, QString(40, u'1')));
        QVERIFY_RESULT(test::addResponses(
            **project, QStringLiteral("set"), QStringLiteral("even"), *samples, alternating));
        QVERIFY_RESULT(test::addResponses(
            **project, QStringLiteral("set"), QStringLiteral("none"), *samples, QString(40, u'0')));
        // Two of chart and ten of math.
        QVector<SampleId> chosen{samples->at(1), samples->at(3)};
        for (int i = 0; i < 20; i += 2) {
            chosen.append(samples->at(i));
        }
        QVERIFY_RESULT(test::putSubset(**project, QStringLiteral("core"), chosen));
    }

    void twoModels()
    {
        const auto said = compare({QStringLiteral("all"), QStringLiteral("even"), QStringLiteral("--json")});
        QCOMPARE(said.code, 0);
        const QJsonObject json = said.json();
        QCOMPARE(json[QStringLiteral("pairs")].toInt(), 40);
        QCOMPARE(json[QStringLiteral("only_first")].toInt(), 20);
        QCOMPARE(json[QStringLiteral("only_second")].toInt(), 0);
        QCOMPARE(json[QStringLiteral("difference")].toDouble(), 0.5);
        QVERIFY(json[QStringLiteral("mcnemar_p")].toDouble() < 1e-5);
        QCOMPARE(json[QStringLiteral("capabilities")][QStringLiteral("math")][QStringLiteral("only_first")]
                     .toInt(),
            0);
        QVERIFY(!json.contains(QStringLiteral("gap")));
        const auto text = compare({QStringLiteral("all"), QStringLiteral("even")});
        QVERIFY2(text.out.contains(QStringLiteral("all is ahead by 50.0 points")), qPrintable(text.out));
    }

    void twoModelsOverASubset()
    {
        const QStringList pair{QStringLiteral("all"), QStringLiteral("even"), QStringLiteral("--json"),
            QStringLiteral("--subset"), QStringLiteral("core")};
        const auto said = compare(pair);
        QCOMPARE(said.code, 0);
        QCOMPARE(said.json()[QStringLiteral("pairs")].toInt(), 12);
        QCOMPARE(said.json()[QStringLiteral("only_first")].toInt(), 2);
        // 0 and 10 have open flags.
        const auto kept = compare(pair + QStringList{QStringLiteral("--policy"), QStringLiteral("strict")});
        QCOMPARE(kept.json()[QStringLiteral("pairs")].toInt(), 10);
        const auto all = compare({QStringLiteral("--subset"), QStringLiteral("core")});
        QCOMPARE(all.code, 0);
        QVERIFY2(all.out.contains(QStringLiteral("All samples, subset core")), qPrintable(all.out));
    }

    void modelsOverASubset()
    {
        const auto said = runCli({QStringLiteral("models"), m_path, QStringLiteral("--subset"),
            QStringLiteral("core"), QStringLiteral("--json")});
        QCOMPARE(said.code, 0);
        const QJsonArray models = said.json()[QStringLiteral("models")].toArray();
        QCOMPARE(models.size(), 3);
        for (const QJsonValue& model : models) {
            QCOMPARE(model[QStringLiteral("n")].toInt(), 12);
        }
        const auto charts
            = runCli({QStringLiteral("models"), m_path, QStringLiteral("--subset"), QStringLiteral("core"),
                QStringLiteral("--capability"), QStringLiteral("chart"), QStringLiteral("--json")});
        QCOMPARE(charts.json()[QStringLiteral("models")].toArray().size(), 3);
        QCOMPARE(charts.json()[QStringLiteral("models")][0][QStringLiteral("n")].toInt(), 2);
    }

    void insightsOfASubset()
    {
        const QStringList ask{QStringLiteral("insights"), m_path, QStringLiteral("--policy"),
            QStringLiteral("strict"), QStringLiteral("--json")};
        const auto within = runCli(ask + QStringList{QStringLiteral("--subset"), QStringLiteral("core")});
        QCOMPARE(within.code, 0);
        QCOMPARE(within.json()[QStringLiteral("samples")][QStringLiteral("before")].toInt(), 12);
        QCOMPARE(within.json()[QStringLiteral("samples")][QStringLiteral("after")].toInt(), 10);
        const auto beside
            = runCli(ask + QStringList{QStringLiteral("--against-subset"), QStringLiteral("core")});
        QCOMPARE(beside.code, 0);
        const QJsonObject whole = beside.json()[QStringLiteral("policy")].toObject();
        const QJsonObject subset = beside.json()[QStringLiteral("against")].toObject();
        QVERIFY(whole[QStringLiteral("subset")].isNull());
        QCOMPARE(whole[QStringLiteral("samples")][QStringLiteral("after")].toInt(), 36);
        QCOMPARE(subset[QStringLiteral("subset")].toString(), QStringLiteral("core"));
        QCOMPARE(subset[QStringLiteral("samples")][QStringLiteral("before")].toInt(), 40);
        QCOMPARE(subset[QStringLiteral("samples")][QStringLiteral("after")].toInt(), 10);
        // Four are dropped by their flags, whether they are in the subset or not.
        QCOMPARE(subset[QStringLiteral("samples")][QStringLiteral("by_reason")],
            QJsonValue(QJsonObject{{QStringLiteral("blind_solvable"), 4}, {QStringLiteral("subset"), 26}}));
        const auto text = runCli(
            {QStringLiteral("insights"), m_path, QStringLiteral("--against-subset"), QStringLiteral("core")});
        QVERIFY2(text.out.contains(QStringLiteral("rank subset core")), qPrintable(text.out));
    }

    void noSuchSubset_data()
    {
        QTest::addColumn<QStringList>("command");
        const auto row = [](const char* name, const QStringList& rest) { QTest::newRow(name) << rest; };
        const QString option = QStringLiteral("--subset"), other = QStringLiteral("other");
        row("compare", {QStringLiteral("compare"), {}, option, other});
        row("models", {QStringLiteral("models"), {}, option, other});
        row("insights", {QStringLiteral("insights"), {}, option, other});
        row("insights, beside", {QStringLiteral("insights"), {}, QStringLiteral("--against-subset"), other});
        row("export",
            {QStringLiteral("export"), {}, option, other, QStringLiteral("--format"), QStringLiteral("jsonl"),
                QStringLiteral("--out"), m_folder.filePath(QStringLiteral("out"))});
    }
    void noSuchSubset()
    {
        QFETCH(QStringList, command);
        command[1] = m_path;
        const auto said = runCli(command);
        QCOMPARE(said.code, 1);
        QVERIFY2(said.err.contains(QStringLiteral("There is no subset \"other\"")), qPrintable(said.err));
        QVERIFY2(said.err.contains(QStringLiteral("The subsets are core")), qPrintable(said.err));
    }

    void whyIsSplit()
    {
        const auto said = compare({QStringLiteral("all"), QStringLiteral("even"), QStringLiteral("--why"),
            QStringLiteral("--json")});
        const QJsonObject gap = said.json()[QStringLiteral("gap")].toObject();
        QCOMPARE(gap[QStringLiteral("gap")].toDouble(), 0.5);
        double sum = 0;
        const QJsonArray parts = gap[QStringLiteral("parts")].toArray();
        for (const QJsonValue& part : parts) {
            sum += part[QStringLiteral("contribution")].toDouble();
        }
        QCOMPARE(parts.size(), 7);
        QVERIFY(qAbs(sum - 0.5) < 1e-12);
        QCOMPARE(parts.last()[QStringLiteral("cause")].toString(), QStringLiteral("another_reply"));
        QCOMPARE(parts.last()[QStringLiteral("samples")].toInt(), 20);
        // One model with itself is asked for a reason.
        const auto same = compare({QStringLiteral("all"), QStringLiteral("all")});
        QVERIFY(same.out.contains(QStringLiteral("No difference is seen")));
        QVERIFY(same.out.contains(QStringLiteral("Why two numbers")));
    }

    void samplesOfOnePart()
    {
        const auto said = compare({QStringLiteral("all"), QStringLiteral("even"), QStringLiteral("--list"),
            QStringLiteral("only-first"), QStringLiteral("--capability"), QStringLiteral("chart")});
        QCOMPARE(said.code, 0);
        const QStringList keys = said.out.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(keys.size(), 20);
        QCOMPARE(keys.first(), QStringLiteral("set/1"));
    }

    void allModels()
    {
        const auto said = compare({QStringLiteral("--json")});
        QCOMPARE(said.code, 0);
        const QJsonObject set = said.json()[QStringLiteral("rankings")][0].toObject();
        QCOMPARE(set[QStringLiteral("samples")].toInt(), 40);
        QCOMPARE(set[QStringLiteral("pairs_apart")].toInt(), 3);
        QCOMPARE(set[QStringLiteral("models")][0][QStringLiteral("model")].toString(), QStringLiteral("all"));
        QVERIFY(!set[QStringLiteral("models")][1][QStringLiteral("tied")].toBool());
        // The strict policy drops what is flagged: four of them.
        const auto kept
            = compare({QStringLiteral("--policy"), QStringLiteral("strict"), QStringLiteral("--json")});
        QCOMPARE(kept.json()[QStringLiteral("rankings")][0][QStringLiteral("samples")].toInt(), 36);
    }

    void wronglyAsked_data()
    {
        const auto words = [](const char* line) { return QString::fromLatin1(line).split(u' '); };
        QTest::addColumn<QStringList>("rest");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("one model") << words("all") << 2 << "compare takes two models";
        QTest::newRow("no such model") << words("all nobody") << 1 << "There are: all, even, none";
        QTest::newRow("no such condition") << words("all even --condition x") << 2 << "--condition takes";
        QTest::newRow("attempt 0") << words("all even --attempt 0") << 2 << "a number from 1";
        QTest::newRow("missing") << words("all even --missing no") << 2 << "--missing takes";
        QTest::newRow("part") << words("all even --list x") << 2 << "--list takes";
        QTest::newRow("score set") << words("all even --scores 99") << 1 << "no score set 99";
        QTest::newRow("policy") << words("--policy x") << 1 << "There is no policy";
        QTest::newRow("capability") << words("--capability x") << 1 << "There are: chart, math";
    }
    void wronglyAsked()
    {
        QFETCH(QStringList, rest);
        QFETCH(int, code);
        QFETCH(QString, words);
        const auto said = compare(rest);
        QCOMPARE(said.code, code);
        QVERIFY2(said.err.contains(words), qPrintable(said.err));
    }
};

QTEST_GUILESS_MAIN(TestCompareCommand)
#include "tst_comparecommand.moc"
