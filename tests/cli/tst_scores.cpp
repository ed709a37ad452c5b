// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `scores --json` says how to read every score, and has every sample of every detector that can judge it.
#include "core/audit/run/detectorregistry.h"
#include "tests/support/clirunner.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace winnow;
using namespace winnow::test;

class TestScores : public QObject {
    Q_OBJECT

private slots:
    void everyScoreIsDescribed()
    {
        QTemporaryDir folder;
        const QString project = folder.filePath(QStringLiteral("d.winnow"));
        QCOMPARE(runCli({QStringLiteral("demo"), project, QStringLiteral("--samples"), QStringLiteral("80"),
                            QStringLiteral("--models"), QStringLiteral("9"), QStringLiteral("--seed"),
                            QStringLiteral("5")})
                     .code,
            0);
        const CliResult run = runCli({QStringLiteral("scores"), project, QStringLiteral("--json")});
        QCOMPARE(run.code, 0);
        const QJsonObject out = run.json();
        QMap<QString, QJsonObject> described;
        for (const QJsonValue& row : out.value(QLatin1String("scores")).toArray()) {
            const QJsonObject score = row.toObject();
            const QString id = score.value(QLatin1String("detector")).toString();
            described.insert(id + u'/' + score.value(QLatin1String("dataset")).toString(), score);
            QVERIFY2(!score.value(QLatin1String("title")).toString().isEmpty(), qPrintable(id));
            QVERIFY2(QStringList({QStringLiteral("high"), QStringLiteral("low")})
                         .contains(score.value(QLatin1String("bad")).toString()),
                qPrintable(id));
            QVERIFY2(
                QStringList({QStringLiteral("probability"), QStringLiteral("q_value"), QStringLiteral("rank"),
                                QStringLiteral("share"), QStringLiteral("measure"), QStringLiteral("rule")})
                    .contains(score.value(QLatin1String("scale")).toString()),
                qPrintable(id));
        }
        QSet<QString> datasets;
        const QJsonArray samples = out.value(QLatin1String("samples")).toArray();
        QCOMPARE(samples.size(), 80);
        QMap<QString, int> judged;
        for (const QJsonValue& row : samples) {
            const QString dataset = row[QLatin1String("sample")].toString().section(u'/', 0, 0);
            datasets.insert(dataset);
            const QJsonObject scores = row[QLatin1String("scores")].toObject();
            for (auto it = scores.begin(); it != scores.end(); ++it) {
                judged[it.key() + u'/' + dataset] += it->isDouble();
            }
        }
        QSet<QString> unmet;
        for (const QJsonValue& row : out.value(QLatin1String("not_run")).toArray()) {
            unmet.insert(
                row[QLatin1String("detector")].toString() + u'/' + row[QLatin1String("dataset")].toString());
        }
        // Either its needs are not met, or it is described; nothing flags without a score.
        for (const auto& detector : DetectorRegistry::instance().detectors()) {
            for (const QString& dataset : datasets) {
                const QString key = detector->info().id + u'/' + dataset;
                QVERIFY2(described.contains(key) != unmet.contains(key), qPrintable(key));
            }
        }
        const auto scaleOf = [&](const char* id) {
            return described.value(QString::fromLatin1(id) + u'/' + *datasets.begin())
                .value(QLatin1String("scale"))
                .toString();
        };
        QCOMPARE(scaleOf("label_quality"), QStringLiteral("rank"));
        QCOMPARE(scaleOf("blind_solvable"), QStringLiteral("q_value"));
        QCOMPARE(scaleOf("duplicate_exact"), QStringLiteral("rule"));
        QCOMPARE(scaleOf("saturated"), QStringLiteral("share"));
        QCOMPARE(scaleOf("duplicate_cross_split"), QStringLiteral("rule"));
        for (const char* id : {"duplicate_exact", "duplicate_cross_split", "parser_loss"}) {
            int count = 0;
            for (const QString& dataset : datasets) {
                count += judged.value(QString::fromLatin1(id) + u'/' + dataset);
            }
            QCOMPARE(count, 80);
        }
    }
};

QTEST_APPLESS_MAIN(TestScores)
#include "tst_scores.moc"
