// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/clirunner.h"
#include "tests/support/shareddata.h"
#include "tests/support/testproject.h"

#include <QFile>
#include <QJsonArray>

using namespace winnow;
using test::runCli;
using test::sharedData;

/// The whole path through the command line: new, import, audit, decide, export, import again.
class TestWalk : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    /// Runs a command that must succeed and returns its JSON.
    QJsonObject run(const QStringList& arguments)
    {
        const auto result = runCli(arguments + QStringList{QStringLiteral("--json")});
        if (result.code != 0 && result.code != cli::SomeRejected) {
            qWarning(
                "%s: exit %d: %s", qPrintable(arguments.join(u' ')), result.code, qPrintable(result.err));
            return {};
        }
        return result.json();
    }

    static QVector<Sample> samplesOf(const QString& path)
    {
        auto project = Project::open(path);
        if (!project) {
            return {};
        }
        return (*project)
            ->read([](sqlite::Connection& c) {
                QVector<Sample> all;
                for (const Dataset& dataset : DatasetStore(c).all()) {
                    all += SampleStore(c).byIds(SampleStore(c).idsOf(dataset.id));
                }
                return all;
            })
            .value_or(QVector<Sample>());
    }

    static QString describe(const Sample& sample)
    {
        QStringList rotations;
        for (const Rotation& rotation : sample.rotations) {
            rotations.append(QStringLiteral("%1:%2:%3:%4")
                                 .arg(rotation.shift)
                                 .arg(rotation.sourceIndex, rotation.permutation, rotation.gold));
        }
        QStringList images;
        for (const ImageRef& image : sample.images) {
            images.append(QString::fromLatin1(image.sha256.toHex().left(12)) + imageStateId(image.state));
        }
        return QStringList{sample.sourceIndex, sample.question, sample.hint, sample.options.join(u'|'),
            sample.gold, sample.acceptedAnswers.join(u'|'), sample.capability, sample.category, sample.split,
            images.join(u' '), rotations.join(u' '), QString::fromLatin1(sample.contentHash.toHex())}
            .join(u'\n');
    }

private slots:
    void roundTrips_data()
    {
        QTest::addColumn<QStringList>("source");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("images");
        const QVector<QPair<const char*, QStringList>> sources{
            {"demo", {}},
            {"mathv", {QStringLiteral("mathv/samples.jsonl")}},
            {"mmbench circular",
                {QStringLiteral("mmbench_circular/samples_and_predictions.csv"), QStringLiteral("--as"),
                    QStringLiteral("samples")}},
            {"mmmu pro", {QStringLiteral("mmmu/mmmu_pro_samples.jsonl")}},
            {"puzzlevqa", {QStringLiteral("puzzlevqa/samples.jsonl")}},
            {"mmlu redux", {QStringLiteral("mmlu_redux/items.jsonl")}},
            {"autoconverter",
                {QStringLiteral("autoconverter_oe_mc/items.csv"), QStringLiteral("--as"),
                    QStringLiteral("samples")}},
            {"checkup", {QStringLiteral("vision_ai_checkup/prompts_087189c.csv")}},
        };
        for (const auto& [name, source] : sources) {
            for (const char* format : {"jsonl", "vlmevalkit_tsv"}) {
                for (const char* images : {"folder", "embedded"}) {
                    QTest::addRow("%s as %s, images %s", name, format, images)
                        << source << QString::fromLatin1(format) << QString::fromLatin1(images);
                }
            }
        }
    }
    void roundTrips()
    {
        QFETCH(QStringList, source);
        QFETCH(QString, format);
        QFETCH(QString, images);
        static int count = 0;
        const QString base = m_dir.filePath(QString::number(++count));
        const QString first = base + QStringLiteral(".winnow");
        if (source.isEmpty()) {
            QVERIFY(!run({QStringLiteral("demo"), first, QStringLiteral("--samples"), QStringLiteral("90"),
                             QStringLiteral("--models"), QStringLiteral("3")})
                         .isEmpty());
        } else {
            const QString file = sharedData(source.first());
            if (file.isEmpty()) {
                QSKIP("the real benchmark data is not on this machine (WINNOW_SHARED_DATA)");
            }
            QVERIFY(!run({QStringLiteral("new"), first}).isEmpty());
            QVERIFY(!run(QStringList{QStringLiteral("import"), first, file, QStringLiteral("--dataset"),
                             QStringLiteral("set")}
                + source.mid(1))
                         .isEmpty());
        }
        const QJsonObject exported = run({QStringLiteral("export"), first, QStringLiteral("--format"), format,
            QStringLiteral("--images"), images, QStringLiteral("--out"), base + QStringLiteral("-out")});
        QVERIFY(!exported.isEmpty());
        const QString second = base + QStringLiteral("-again.winnow");
        QVERIFY(!run({QStringLiteral("new"), second}).isEmpty());
        for (const QJsonValue& file :
            exported.value(QStringLiteral("manifest")).toObject().value(QStringLiteral("files")).toArray()) {
            const QJsonObject entry = file.toObject();
            if (entry.value(QStringLiteral("name")).toString() == QLatin1String("data_indices.json")) {
                continue; // Names samples and holds none.
            }
            const QJsonObject report = run({QStringLiteral("import"), second,
                base + QStringLiteral("-out/") + entry.value(QStringLiteral("name")).toString(),
                QStringLiteral("--dataset"), entry.value(QStringLiteral("dataset")).toString()});
            QCOMPARE(report.value(QStringLiteral("rejected")).toInt(-1), 0);
        }
        const QVector<Sample> before = samplesOf(first);
        const QVector<Sample> after = samplesOf(second);
        QVERIFY(before.size() > 50);
        QCOMPARE(after.size(), before.size());
        for (qsizetype i = 0; i < before.size(); ++i) {
            QCOMPARE(describe(after.at(i)), describe(before.at(i)));
        }
    }

    void mathvFromFilesToACleanedSubset()
    {
        const QString samples = sharedData(QStringLiteral("mathv/samples.jsonl"));
        if (samples.isEmpty()) {
            QSKIP("the real benchmark data is not on this machine (WINNOW_SHARED_DATA)");
        }
        const QString project = m_dir.filePath(QStringLiteral("mathv.winnow"));
        QVERIFY(!run({QStringLiteral("new"), project}).isEmpty());
        run({QStringLiteral("import"), project, samples, QStringLiteral("--dataset"),
            QStringLiteral("mathv")});
        run({QStringLiteral("import"), project, sharedData(QStringLiteral("mathv/responses.csv")),
            QStringLiteral("--as"), QStringLiteral("responses"), QStringLiteral("--dataset"),
            QStringLiteral("mathv")});

        // The published accuracies, to the last digit given.
        QMap<QString, QPair<double, double>> accuracy;
        for (const QJsonValue& value :
            run({QStringLiteral("models"), project}).value(QStringLiteral("models")).toArray()) {
            const QJsonObject model = value.toObject();
            accuracy.insert(model.value(QStringLiteral("model")).toString() + u' '
                    + model.value(QStringLiteral("condition")).toString() + u' '
                    + model.value(QStringLiteral("setting")).toString(),
                {model.value(QStringLiteral("accuracy")).toDouble(),
                    model.value(QStringLiteral("mcq"))
                        .toObject()
                        .value(QStringLiteral("accuracy"))
                        .toDouble()});
        }
        const auto check = [&](const char* key, double all, double mcq) {
            const auto found = accuracy.value(QString::fromLatin1(key));
            return qAbs(found.first * 100 - all) <= 0.00501 && qAbs(found.second * 100 - mcq) <= 0.00501;
        };
        QVERIFY(check("Gemini-Pro standard ", 18.75, 22.47));
        QVERIFY(check("Qwen-VL-Max standard ", 15.62, 22.15));
        QVERIFY(check("GPT4 blind cot", 5.76, 4.43));
        QVERIFY(check("Random-Chance blind ", 6.25, 12.03));

        const QJsonObject audit = run({QStringLiteral("audit"), project});
        const int raised = audit.value(QStringLiteral("new")).toInt();
        QVERIFY(raised > 0);
        const QJsonObject again = run({QStringLiteral("audit"), project});
        QCOMPARE(again.value(QStringLiteral("new")).toInt(-1), 0);
        QCOMPARE(again.value(QStringLiteral("kept")).toInt(-1), raised);

        const QJsonArray flags
            = run({QStringLiteral("flags"), project, QStringLiteral("--state"), QStringLiteral("open")})
                  .value(QStringLiteral("flags"))
                  .toArray();
        QVERIFY(flags.size() >= 2);
        QString dropped;
        for (const QJsonValue& value : flags) {
            const QString kind = value.toObject().value(QStringLiteral("kind")).toString();
            if (kind == u"unanimous_failure" || kind == u"consensus_against_gold"
                || kind == u"duplicate_exact") {
                dropped = value.toObject().value(QStringLiteral("sample")).toString();
                QVERIFY(
                    !run({QStringLiteral("decide"), project, QStringLiteral("--sample"), dropped,
                             QStringLiteral("--kind"), kind, QStringLiteral("--verdict"),
                             QStringLiteral("confirm"), QStringLiteral("--annotator"), QStringLiteral("kim")})
                         .isEmpty());
                break;
            }
        }
        QVERIFY(!dropped.isEmpty());
        QVERIFY(!run({QStringLiteral("decide"), project, QStringLiteral("--sample"),
                         QStringLiteral("mathv/5"), QStringLiteral("--gold"), QStringLiteral("62"),
                         QStringLiteral("--annotator"), QStringLiteral("kim")})
                     .isEmpty());

        const QString out = m_dir.filePath(QStringLiteral("clean"));
        const QJsonObject manifest = run({QStringLiteral("export"), project, QStringLiteral("--format"),
                                             QStringLiteral("jsonl"), QStringLiteral("--out"), out})
                                         .value(QStringLiteral("manifest"))
                                         .toObject();
        QCOMPARE(
            manifest.value(QStringLiteral("samples")).toObject().value(QStringLiteral("exported")).toInt(),
            607);
        QCOMPARE(
            manifest.value(QStringLiteral("ledger")).toObject().value(QStringLiteral("events")).toInt(), 2);

        const QString cleaned = m_dir.filePath(QStringLiteral("cleaned.winnow"));
        QVERIFY(!run({QStringLiteral("new"), cleaned}).isEmpty());
        run({QStringLiteral("import"), cleaned, out + QStringLiteral("/mathv.jsonl")});
        QCOMPARE(run({QStringLiteral("show"), cleaned, QStringLiteral("mathv/5")})
                     .value(QStringLiteral("gold"))
                     .toString(),
            QStringLiteral("62"));
        QCOMPARE(runCli({QStringLiteral("show"), cleaned, dropped}).code, 1);
        QCOMPARE(
            run({QStringLiteral("stats"), cleaned}).value(QStringLiteral("missing_images")).toInt(-1), 0);
        // Old responses still join: the index is the same. Only the dropped sample's are unknown now.
        const auto joined
            = runCli({QStringLiteral("import"), cleaned, sharedData(QStringLiteral("mathv/responses.csv")),
                QStringLiteral("--as"), QStringLiteral("responses"), QStringLiteral("--dataset"),
                QStringLiteral("mathv"), QStringLiteral("--json")});
        QCOMPARE(joined.code, int(cli::SomeRejected));
        QCOMPARE(joined.json().value(QStringLiteral("rejected")).toInt(), 16);
    }
};

QTEST_GUILESS_MAIN(TestWalk)
#include "tst_walk.moc"
