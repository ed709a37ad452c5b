// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/clirunner.h"
#include "tests/support/testproject.h"

#include <QRegularExpression>

using namespace winnow;
using test::runCli;

/// `gate` for pipelines and `insights --against`: what they print and how they exit.
class TestGateCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("p.winnow"));

private slots:
    void initTestCase()
    {
        auto project = Project::create(m_path);
        QVERIFY_RESULT(project);
        // Four of 40 have an open flag; two models that differ on half of the samples.
        const auto samples = test::addSamples(**project, QStringLiteral("set"), 40, 10);
        QVERIFY_RESULT(samples);
        QVERIFY_RESULT(test::addResponses(
            **project, QStringLiteral("set"), QStringLiteral("all"), *samples, QString(40, u'1')));
        QVERIFY_RESULT(test::addResponses(**project, QStringLiteral("set"), QStringLiteral("even"), *samples,
            QStringLiteral("10").repeated(20)));
    }

    void limits_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<int>("code");
        QTest::newRow("flagged share is met") << "--max-flagged 0.1" << 0;
        QTest::newRow("flagged share is missed") << "--max-flagged 0.09" << 1;
        QTest::newRow("difference is met") << "--min-difference 20" << 0;
        QTest::newRow("difference is missed") << "--min-difference 5" << 1;
        QTest::newRow("one of two is missed") << "--max-flagged 0.1 --min-difference 5" << 1;
        QTest::newRow("no blind run: cannot be judged") << "--max-blind 0.5" << 1;
        QTest::newRow("no limit") << "" << 2;
        QTest::newRow("no number") << "--max-flagged many" << 2;
        // Nothing flagged is left when everything flagged is dropped.
        QTest::newRow("after a policy") << "--max-flagged 0 --policy everything" << 0;
        QTest::newRow("no such policy") << "--max-flagged 0.1 --policy nobody" << 1;
    }
    void limits()
    {
        QFETCH(QString, options);
        QFETCH(int, code);
        const QStringList words = options.split(u' ', Qt::SkipEmptyParts);
        const auto said = runCli(QStringList{QStringLiteral("gate"), m_path} + words);
        QVERIFY2(said.code == code, qPrintable(said.out + said.err));
        if (code == 2) {
            QVERIFY(!said.err.isEmpty());
        }
        // The same for programs.
        if (code < 2 && !options.contains(QStringLiteral("nobody"))) {
            const auto json
                = runCli(QStringList{QStringLiteral("gate"), m_path, QStringLiteral("--json")} + words);
            QCOMPARE(json.code, code);
            QVERIFY(!json.json().isEmpty());
        }
    }

    void twoPoliciesSideBySide()
    {
        const auto said = runCli({QStringLiteral("insights"), m_path, QStringLiteral("--policy"),
            QStringLiteral("reviewed"), QStringLiteral("--against"), QStringLiteral("everything")});
        QCOMPARE(said.code, 0);
        static const QRegularExpression kept(QStringLiteral("samples kept +40 +36"));
        QVERIFY2(said.out.contains(kept), qPrintable(said.out));
        const auto unknown = runCli(
            {QStringLiteral("insights"), m_path, QStringLiteral("--against"), QStringLiteral("nobody")});
        QCOMPARE(unknown.code, 1);
        QVERIFY(unknown.err.contains(QStringLiteral("The policies are")));
    }
};

QTEST_GUILESS_MAIN(TestGateCommand)
#include "tst_gatecommand.moc"
