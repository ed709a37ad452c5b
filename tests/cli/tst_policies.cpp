// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/curate/dispositions.h"
#include "core/domain/flagkind.h"
#include "tests/support/clirunner.h"
#include "tests/support/testproject.h"

using namespace winnow;
using test::runCli;

/// `policies`, and what a policy's rules do to samples.
class TestPolicies : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("p.winnow"));

    test::CliResult policies(const QString& words) const
    {
        return runCli(
            QStringList{QStringLiteral("policies"), m_path} + words.split(u' ', Qt::SkipEmptyParts));
    }
    QString kept(const char* policy) const
    {
        const auto result = runCli({QStringLiteral("insights"), m_path, QStringLiteral("--policy"),
            QString::fromLatin1(policy), QStringLiteral("--json")});
        return QString::number(
            result.json()[QStringLiteral("samples")].toObject()[QStringLiteral("after")].toInt(-1));
    }

private slots:
    void initTestCase()
    {
        auto project = Project::create(m_path);
        QVERIFY_RESULT(project);
        // Every second sample of both is flagged blind_solvable, score .9.
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("a/b"), 6, 2));
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("c"), 6, 2));
    }

    void whatTheBuiltInOnesDoIsWhatItWas()
    {
        // Told by hand from the issue and METHODS, not by the table.
        const QVector<Policy> all = builtInPolicies();
        QStringList strict;
        for (const FlagKind& kind : flagKinds()) {
            const PolicyRule rule = all.at(1).rule(kind.id, {});
            if (rule.unreviewed == Disposition::Drop) {
                QCOMPARE(rule.minimumScore, 0.9);
                QCOMPARE(rule.probabilitiesOnly, kind.id == u"label_incorrect");
                strict.append(kind.id);
            }
            QCOMPARE(all.at(2).rule(kind.id, {}).minimumScore, kind.id.startsWith(u"duplicate_") ? 0.6 : 0.0);
            QVERIFY2(*kind.help != '\0', qPrintable(kind.id));
        }
        QCOMPARE(strict,
            (QStringList{QStringLiteral("blind_solvable"), QStringLiteral("label_incorrect"),
                QStringLiteral("label_conflict"), QStringLiteral("mcq_malformed"),
                QStringLiteral("duplicate_exact"), QStringLiteral("parser_loss")}));
        QStringList facts;
        for (const FlagKind& kind : flagKinds()) {
            facts += kind.isFact() ? QStringList{kind.id} : QStringList();
        }
        QCOMPARE(facts,
            (QStringList{QStringLiteral("grayscale"), QStringLiteral("odd_aspect_ratio"),
                QStringLiteral("odd_size"), QStringLiteral("saturated"), QStringLiteral("frontier")}));
        QCOMPARE(flagKindById(u"mcq_inflated")->confirmed, Disposition::Convert);
        QCOMPARE(flagKindById(u"mcq_position_bias")->confirmed, Disposition::Circular);
        QCOMPARE(flagKindList(FlagKind::SeenByPeople),
            QStringLiteral("'label_incorrect','label_ambiguous','image_insufficient'"));
    }

    void rulesAreRead_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("read"); // dataset kind confirmed unreviewed score; empty = refused
        QTest::newRow("confirmed") << "dark=drop"
                                   << " dark drop keep 0";
        QTest::newRow("both") << "dark=keep,drop"
                              << " dark keep drop 0";
        QTest::newRow("from a score") << "dark=keep,drop@0.85"
                                      << " dark keep drop 0.85";
        QTest::newRow("of a dataset") << "a/b/dark=fix,convert@1"
                                      << "a/b dark fix convert 1";
        QTest::newRow("no kind") << "=drop"
                                 << "";
        QTest::newRow("unknown kind") << "gloomy=drop"
                                      << "";
        QTest::newRow("unknown disposition") << "dark=burn"
                                             << "";
        QTest::newRow("nothing said") << "dark"
                                      << "";
        QTest::newRow("no number") << "dark=keep,drop@high"
                                   << "";
        QTest::newRow("out of range") << "dark=keep,drop@1.5"
                                      << "";
        QTest::newRow("not a number") << "dark=keep,drop@nan"
                                      << "";
        QTest::newRow("too much") << "dark=keep,drop,drop"
                                  << "";
        QTest::newRow("an empty dataset") << "/dark=drop"
                                          << "";
    }
    void rulesAreRead()
    {
        QFETCH(QString, rule);
        QFETCH(QString, read);
        Policy policy{QStringLiteral("mine"), {}, {}, {}};
        const auto set = policy.set(rule);
        if (read.isEmpty()) {
            QVERIFY(!set && set.error().code == ErrorCode::InvalidInput);
            QVERIFY(policy.rules.isEmpty() && policy.datasetRules.isEmpty());
            return;
        }
        QVERIFY_RESULT(set);
        const QString dataset = policy.datasetRules.isEmpty() ? QString() : policy.datasetRules.firstKey();
        const auto& rules = dataset.isEmpty() ? policy.rules : policy.datasetRules[dataset];
        const PolicyRule one = rules.first();
        QCOMPARE(QStringList({dataset, rules.firstKey(), dispositionId(one.confirmed),
                                 dispositionId(one.unreviewed), QString::number(one.minimumScore)})
                     .join(u' '),
            read);
        const auto again = Policy::fromJson(policy.toJson());
        QVERIFY_RESULT(again);
        QCOMPARE(again->toJson(), policy.toJson());
    }

    void copiedEditedSharedAndChosen()
    {
        QVERIFY(policies({}).out.contains(QStringLiteral("reviewed")));
        auto made
            = policies(QStringLiteral("--copy reviewed --to mine --set c/blind_solvable=drop,drop@0.5"));
        QVERIFY2(made.code == 0 && made.out.contains(QStringLiteral("mine")), qPrintable(made.err));
        QVERIFY(!policies(QStringLiteral("--show mine")).out.contains(QStringLiteral("Only what people")));
        // Only the flags of that dataset drop.
        QCOMPARE(kept("reviewed"), QStringLiteral("12"));
        QCOMPARE(kept("mine"), QStringLiteral("9"));
        QCOMPARE(policies(QStringLiteral("--edit mine --set blind_solvable=drop,drop@0.95")).code, 0);
        QCOMPARE(kept("mine"), QStringLiteral("9"));
        QCOMPARE(policies(QStringLiteral("--edit mine --set blind_solvable=drop,drop@0.9")).code, 0);
        QCOMPARE(kept("mine"), QStringLiteral("6"));
        QVERIFY(policies(QStringLiteral("--show mine")).out.contains(QStringLiteral("c/blind_solvable")));

        const QString file = m_folder.filePath(QStringLiteral("mine.json"));
        QCOMPARE(policies(QStringLiteral("--show mine --out ") + file).code, 0);
        QCOMPARE(policies(QStringLiteral("--load %1 --to theirs --choose theirs").arg(file)).code, 0);
        QCOMPARE(kept("theirs"), QStringLiteral("6"));
        const auto listed = policies(QStringLiteral("--json")).json()[QStringLiteral("policies")].toArray();
        QCOMPARE(listed.size(), 6);
        QCOMPARE(listed.last().toObject()[QStringLiteral("chosen")].toBool(), true);
        QCOMPARE(policies(QStringLiteral("--remove theirs")).code, 0);
        QCOMPARE(runCli({QStringLiteral("stats"), m_path, QStringLiteral("--json")})
                     .json()[QStringLiteral("policy")],
            QStringLiteral("reviewed"));
    }

    void whatCannotBeIsSaid_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("a built-in is edited") << "--edit strict --set dark=drop" << 1 << "--copy strict";
        QTest::newRow("a built-in is overwritten") << "--copy reviewed --to strict" << 1 << "stays as it is";
        QTest::newRow("a built-in is removed") << "--remove strict" << 1 << "stays as it is";
        QTest::newRow("no such policy") << "--edit nice --set dark=drop" << 1 << "reviewed, strict";
        QTest::newRow("a wrong rule")
            << "--copy reviewed --to x --set dark=burn" << 1 << "dark=keep,drop@0.8";
        QTest::newRow("no file") << "--load /nowhere/x.json" << 1 << "cannot be read";
        QTest::newRow("a copy without a name") << "--copy reviewed" << 2 << "--to NAME";
        QTest::newRow("a rule for nothing") << "--set dark=drop" << 2 << "--edit NAME";
    }
    void whatCannotBeIsSaid()
    {
        QFETCH(QString, words);
        QFETCH(int, code);
        QFETCH(QString, said);
        const auto result = policies(words);
        QCOMPARE(result.code, code);
        QVERIFY2(result.err.contains(said), qPrintable(result.err));
        QVERIFY(!policies({}).out.contains(QStringLiteral(" x ")));
    }
};

QTEST_GUILESS_MAIN(TestPolicies)
#include "tst_policies.moc"
