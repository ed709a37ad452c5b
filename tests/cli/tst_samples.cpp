// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `samples` lists what the filter of the window's Samples page selects.
#include "tests/support/clirunner.h"
#include "tests/support/subsets.h"
#include "tests/support/testproject.h"

#include <QJsonArray>

using namespace winnow;
using namespace winnow::test;

class TestSamplesCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_project;

    CliResult samples(const QString& options) const
    {
        return runCli(
            QStringList{QStringLiteral("samples"), m_project} + options.split(u' ', Qt::SkipEmptyParts));
    }

private slots:
    void initTestCase()
    {
        m_project = m_folder.filePath(QStringLiteral("p.winnow"));
        auto project = Project::create(m_project);
        QVERIFY_RESULT(project);
        const QString set = QStringLiteral("Set");
        const auto ids = addSamples(**project, set, 5, 2);
        QVERIFY_RESULT(ids);
        QVERIFY_RESULT(addResponses(
            **project, set, QStringLiteral("m1"), *ids, QStringLiteral("1100-"), {0.5, 20, 20, 200}));
        QVERIFY_RESULT(addResponses(**project, set, QStringLiteral("m2"), *ids, QStringLiteral("10101")));
        QVERIFY_RESULT(putSubset(**project, QStringLiteral("core"), {ids->at(3), ids->at(0)}));
        QVERIFY_RESULT(putSubset(**project, QStringLiteral("last"), {ids->at(4)}));
    }

    void options_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("samples");
        const auto row = [](const char* options, const char* samples) {
            QTest::newRow(*options ? options : "no option")
                << QString::fromLatin1(options) << QString::fromLatin1(samples);
        };
        row("", "0 1 2 3 4");
        row("--wrong-by m1", "2 3");
        row("--wrong-by m1 --right-by m2", "2");
        row("--right-by m1 --right-by m2", "0");
        row("--wrong-by m1 --wrong-by m2", "3");
        row("--models-right none", "3");
        row("--models-right none --models-right half", "1 2 3");
        row("--models-right all", "0 4");
        row("--time 10-30", "1 2");
        row("--time unrecorded --time 100+", "3 4");
        row("--sort time", "3 1 2 0 4");
        row("--sort time --limit 2", "3 1");
        row("--sort accuracy", "3 1 2 0 4");
        row("--kind blind_solvable", "0 2 4");
        row("--kind blind_solvable --state open --wrong-by m1", "2");
        row("--kind blind_solvable --state confirmed", "");
        row("--capability chart", "1 3");
        row("--text 3", "3");
        row("--subset core", "0 3");
        row("--subset core --subset last", "0 3 4");
        row("--subset core --right-by m1", "0");
    }
    void options()
    {
        QFETCH(QString, options);
        const CliResult listed = samples(options + QStringLiteral(" --json"));
        QCOMPARE(listed.code, 0);
        QStringList keys;
        for (const QJsonValue& sample : listed.json().value(QLatin1String("samples")).toArray()) {
            keys.append(sample[QLatin1String("sample")].toString().section(u'/', -1));
        }
        QTEST(keys.join(u' '), "samples");
        if (!options.contains(QLatin1String("--limit"))) {
            QCOMPARE(listed.json().value(QLatin1String("count")).toInt(), keys.size());
        }
    }

    void wrongOptionsAreUsage_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("said");
        QTest::newRow("model") << QStringLiteral("--right-by m3") << QStringLiteral("the models are m1, m2");
        QTest::newRow("dataset") << QStringLiteral("--dataset sets") << QStringLiteral("there are: Set");
        QTest::newRow("capability") << QStringLiteral("--capability ocr") << QStringLiteral("math");
        QTest::newRow("subset") << QStringLiteral("--subset x") << QStringLiteral("there are: core, last");
        QTest::newRow("share") << QStringLiteral("--models-right some")
                               << QStringLiteral("three_quarters, most, all or unanswered");
        QTest::newRow("time") << QStringLiteral("--time 5") << QStringLiteral("0-1, 1-3, 3-10");
        QTest::newRow("kind") << QStringLiteral("--kind x") << QStringLiteral("blind_solvable");
        QTest::newRow("state") << QStringLiteral("--state x") << QStringLiteral("overridden");
        QTest::newRow("order") << QStringLiteral("--sort x") << QStringLiteral("accuracy or time");
        QTest::newRow("limit") << QStringLiteral("--limit -1") << QStringLiteral("whole number");
    }
    void wrongOptionsAreUsage()
    {
        QFETCH(QString, options);
        QFETCH(QString, said);
        const CliResult refused = samples(options);
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains(said), qPrintable(refused.err));
    }

    void theTableSaysWhatWasMeasured()
    {
        const CliResult listed = samples(QStringLiteral("--wrong-by m1"));
        QCOMPARE(listed.code, 0);
        const QStringList lines = listed.out.split(u'\n');
        QVERIFY(lines.at(1).simplified().startsWith(QLatin1String("Set/2 50.0 20.0 How many")));
        QVERIFY(lines.at(2).simplified().startsWith(QLatin1String("Set/3 0.0 200.0 How many")));
        QCOMPARE(lines.at(3), QStringLiteral("2 samples"));
    }
};

QTEST_GUILESS_MAIN(TestSamplesCommand)
#include "tst_samples.moc"
