// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/clirunner.h"
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
