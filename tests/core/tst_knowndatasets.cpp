// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audit/run/auditrunner.h"
#include "core/curate/datasetsettings.h"
#include "core/domain/knowndatasets.h"
#include "core/domain/usualscorers.h"
#include "core/store/settingsstore.h"
#include "core/text/scorer.h"
#include "tests/core/importhelp.h"
#include "tests/support/testproject.h"

using namespace winnow;
using winnow::test::Bench;

namespace {

QByteArray questions(const QByteArray& more = {}, int samples = 4)
{
    QByteArray rows;
    for (int i = 0; i < samples; ++i) {
        rows += "{\"id\": \"q" + QByteArray::number(i) + "\", \"question\": \"How tall is bar "
            + QByteArray::number(i) + "?\", \"answer\": \"" + QByteArray::number(100 + i) + "\"" + more
            + "}\n";
    }
    return rows;
}

} // namespace

/// The datasets of the suite: found by name, proposed at import, set later.
class TestKnownDatasets : public QObject {
    Q_OBJECT

    static QString keyOf(const QString& name)
    {
        const KnownDataset* known = knownDataset(name);
        return known ? QString::fromLatin1(known->key) : QString();
    }
    static DatasetSettings settingsOf(const Bench& bench, const QString& dataset)
    {
        const auto all = bench.project->read([](sqlite::Connection& c) { return readDatasetSettings(c); });
        for (const DatasetSettings& one : all.value_or(QVector<DatasetSettings>())) {
            if (one.dataset == dataset) {
                return one;
            }
        }
        return {};
    }

private slots:
    void theSuiteIsWhole()
    {
        QCOMPARE(knownDatasets().size(), 33);
        QCOMPARE(knownCapabilities().size(), 9);
        // Table 1 of the paper.
        const QMap<QString, int> published{{QStringLiteral("chart"), 5}, {QStringLiteral("document"), 5},
            {QStringLiteral("scene"), 3}, {QStringLiteral("math"), 5}, {QStringLiteral("spatial"), 3},
            {QStringLiteral("grounding"), 5}, {QStringLiteral("counting"), 2}, {QStringLiteral("table"), 2},
            {QStringLiteral("general"), 3}};
        QMap<QString, int> found;
        QSet<QString> keys;
        for (const KnownDataset& known : knownDatasets()) {
            ++found[QString::fromLatin1(known.capability)];
            keys.insert(QString::fromLatin1(known.key));
            QVERIFY2(ScoringRule::parse(QString::fromLatin1(known.scorer)).has_value(), known.name);
            QVERIFY2(known.blindHits > 0 && known.blindHitsOfChoices > 0 && *known.source, known.name);
            QCOMPARE(knownDatasetByKey(QString::fromLatin1(known.key)), &known);
        }
        QCOMPARE(found, published);
        QCOMPARE(keys.size(), 33);
    }

    void everyNameIsItsOwn_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("key");
        for (const KnownDataset& known : knownDatasets()) {
            const QString key = QString::fromLatin1(known.key);
            QStringList names = QString::fromLatin1(known.names).split(u' ');
            names << QString::fromLatin1(known.name) << key;
            for (const QString& name : std::as_const(names)) {
                QTest::addRow("%s as %s", known.key, qPrintable(name)) << name << key;
            }
        }
    }
    void everyNameIsItsOwn()
    {
        QFETCH(QString, name);
        QFETCH(QString, key);
        QCOMPARE(keyOf(name), key);
        QCOMPARE(keyOf(name.toUpper()), key);
        QCOMPARE(keyOf(name + QStringLiteral("_TEST")), key);
        QCOMPARE(keyOf(QStringLiteral("somebody/") + name + QStringLiteral("-val.parquet")), key);
    }

    void foundAsTheyAreCalled_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("key");
        const auto row = [](const char* name, const char* key) {
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromLatin1(key);
        };
        // As VLMEvalKit, lmms-eval and the hub call them.
        row("ChartQA_TEST.tsv", "chartqa");
        row("HuggingFaceM4/ChartQA", "chartqa");
        row("ahmed-masry/ChartQAPro", "chartqapro");
        row("CharXiv_descriptive_val", "charxiv_descriptive");
        row("charxiv_val_reasoning", "charxiv_reasoning");
        row("InfoVQA_VAL", "infovqa");
        row("InfographicVQA", "infovqa");
        row("OCRVQA_TESTCORE", "ocrvqa");
        row("lmms-lab/OCRBench-v2", "ocrbench_v2");
        row("docvqa_val", "docvqa");
        row("lmms-lab__TextVQA", "textvqa");
        row("AI4Math/MathVista", "mathvista");
        row("MathVista_MINI", "mathvista");
        row("mathvista_testmini", "mathvista");
        row("MathVerse_MINI_Vision_Only", "mathverse");
        row("MATH-V", "mathvision");
        row("mathv", "mathvision");
        row("MathLLMs/MathVision", "mathvision");
        row("LogicVista.tsv", "logicvista");
        row("xai-org/RealworldQA", "realworldqa");
        row("RefCOCO_testA", "refcoco");
        row("refcoco+_bbox_rec_testB", "refcoco_plus");
        row("lmms-lab/RefCOCOg", "refcoco_g");
        row("RefCOCO-M", "refcoco_m");
        row("allenai/pixmo-points-eval", "pixmo_point");
        row("vikhyatk/CountBenchQA", "countbench");
        row("tallyqa-test", "tallyqa");
        row("AI2D_TEST_NO_MASK", "ai2d");
        row("MMMU_Pro_10c_COT", "mmmu_pro");
        row("mmmu_pro_vision", "mmmu_pro");
        row("MMBench_DEV_EN_V11", "mmbench");
        row("mmbench_en_dev", "mmbench");
        row("mmbench_circular", "mmbench");
        row("vqav2_val", "vqav2");
        row("VQA v2.0", "vqav2");
        // Others, some of them with much the same letters.
        for (const char* other : {"mmlu_pro", "MMMU", "mmmu_val", "autojudger_mmmu", "m3irt_mmmu", "blink",
                 "Counting", "puzzlevqa", "vlms_are_blind", "vision_ai_checkup", "mmlu_redux", "routellm",
                 "reasoning_gym", "cifar10_items", "mnist_items", "OKVQA", "OCRBench", "MME-RealWorld",
                 "CharXiv", "CC-OCR", "VQAv2-1000-OE", "VQAv2-1000-MC", "MMBench-Video", "MathV360K", "test",
                 "chart", "", "demo", "samples.jsonl"}) {
            row(other, "");
        }
    }
    void foundAsTheyAreCalled()
    {
        QFETCH(QString, name);
        QFETCH(QString, key);
        QCOMPARE(keyOf(name), key);
    }

    void anImportProposes()
    {
        Bench bench;
        const auto report = bench.importText(QStringLiteral("ChartQA_TEST.jsonl"), questions());
        QVERIFY_RESULT(report);
        QVERIFY2(report->messages.english().join(u'\n').contains(
                     QStringLiteral("\"ChartQA_TEST\" is known as ChartQA of the DatBench suite; capability: "
                                    "chart, scorer: relaxed, blind cut-off in models: 1")),
            qPrintable(report->messages.english().join(u'\n')));
        QCOMPARE(bench.sample(QStringLiteral("ChartQA_TEST/q0")).capability, QStringLiteral("chart"));
        const DatasetSettings set = settingsOf(bench, QStringLiteral("ChartQA_TEST"));
        QCOMPARE(set.known, knownDatasetByKey(u"chartqa"));
        QCOMPARE(set.scorer, QStringLiteral("relaxed"));
        QCOMPARE(set.blindHits, 1);
        QVERIFY(set.knownAs.isEmpty());

        // Within 5 %: by the dataset's scorer right, by the kind of sample wrong.
        const QByteArray replies = "{\"id\": \"q0\", \"model\": \"m\", \"response\": \"102\"}\n"
                                   "{\"id\": \"q1\", \"model\": \"m\", \"response\": \"150\"}\n";
        QVERIFY_RESULT(bench.importText(QStringLiteral("replies.jsonl"), replies));
        const auto scoreOf = [&](const char* index) {
            return bench.accuracy(
                       QStringLiteral("m"), QStringLiteral("s.source_index = '%1'").arg(QLatin1String(index)))
                / 100;
        };
        QCOMPARE(scoreOf("q0"), 1.0);
        QCOMPARE(scoreOf("q1"), 0.0);
        ImportRequest byKind;
        byKind.file = bench.folder.filePath(QStringLiteral("replies.jsonl"));
        byKind.scorer = QString();
        QVERIFY_RESULT(bench.import(byKind));
        QCOMPARE(scoreOf("q0"), 0.0);

        // Once it is there, nothing is proposed again.
        const auto again = bench.import(bench.folder.filePath(QStringLiteral("ChartQA_TEST.jsonl")));
        QVERIFY_RESULT(again);
        QCOMPARE(again->samples.unchanged, 4);
        QVERIFY(!again->proposal.known);
        QCOMPARE(bench.sample(QStringLiteral("ChartQA_TEST/q0")).capability, QStringLiteral("chart"));
    }

    void whatIsSaidGoesBefore()
    {
        Bench bench;
        ImportRequest request;
        request.file = bench.write(QStringLiteral("DocVQA_VAL.jsonl"), questions());
        request.dataset = QStringLiteral("mine");
        request.capability = QStringLiteral("reading");
        request.scorer = QString();
        request.blindHits = 3;
        QVERIFY_RESULT(bench.import(request));
        QCOMPARE(bench.sample(QStringLiteral("mine/q0")).capability, QStringLiteral("reading"));
        const DatasetSettings set = settingsOf(bench, QStringLiteral("mine"));
        QCOMPARE(set.knownAs, QStringLiteral("docvqa"));
        QVERIFY(set.scorer.isEmpty());
        QCOMPARE(set.blindHits, 3);
        QCOMPARE(set.blindHitsOfChoices, 1);

        request.scorer = QStringLiteral("psychic");
        request.dataset = QStringLiteral("other");
        const auto refused = bench.import(request);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    }

    void aFileThatTellsCapabilitiesKeepsThem()
    {
        Bench bench;
        QVERIFY_RESULT(
            bench.importText(QStringLiteral("TallyQA.jsonl"), questions(", \"capability\": \"sheep\"")));
        QCOMPARE(bench.sample(QStringLiteral("TallyQA/q0")).capability, QStringLiteral("sheep"));
        QCOMPARE(settingsOf(bench, QStringLiteral("TallyQA")).blindHits, 6);
    }

    void otherFilesAreAsBefore()
    {
        Bench bench;
        const auto report = bench.importText(QStringLiteral("mmlu_pro.jsonl"), questions());
        QVERIFY_RESULT(report);
        QVERIFY(!report->proposal.known);
        QVERIFY(report->messages.english().filter(QStringLiteral("DatBench")).isEmpty());
        QVERIFY(bench.sample(QStringLiteral("mmlu_pro/q0")).capability.isEmpty());
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM settings")), 0);
    }

    void theBlindCutOffIsTheDatasets()
    {
        Bench bench;
        QByteArray rows;
        for (int i = 0; i < 12; ++i) {
            rows += "{\"id\": \"q" + QByteArray::number(i) + "\", \"question\": \"What is in picture "
                + QByteArray::number(i) + "?\", \"answer\": \"thing" + QByteArray::number(i) + "\"}\n";
        }
        QVERIFY_RESULT(bench.importText(QStringLiteral("TallyQA.jsonl"), rows));
        // Model m of 8 is right on the first m samples: sample i is hit by 8 - i models or so.
        QByteArray replies;
        for (int m = 0; m < 8; ++m) {
            for (int i = 0; i < 12; ++i) {
                replies += "{\"id\": \"q" + QByteArray::number(i) + "\", \"model\": \"m"
                    + QByteArray::number(m) + "\", \"condition\": \"blind\", \"response\": \""
                    + (i < m ? "thing" + QByteArray::number(i) : QByteArray("no idea")) + "\"}\n";
            }
        }
        QVERIFY_RESULT(bench.importText(QStringLiteral("blind_replies.jsonl"), replies));
        const auto flagged = [&](const QJsonObject& settings, const QString& preset = {}) {
            AuditRequest request;
            request.detectors = {QStringLiteral("blind_solvable")};
            request.preset = preset;
            request.settings = settings;
            SilentProgress progress;
            const auto report = AuditRunner(*bench.project).run(request, progress);
            return report ? report->outcomes.front().byKind.value(QStringLiteral("blind_solvable")) : -1;
        };
        const QString rule = QStringLiteral("blind_solvable.rule");
        const QString hits = QStringLiteral("blind_solvable.hits");
        // More than 6 of 8: the first sample. Said by the user: more than 3.
        QCOMPARE(flagged({{rule, QStringLiteral("hits")}}), 1);
        QCOMPARE(flagged({{rule, QStringLiteral("hits")}, {hits, 3}}), 4);
        QCOMPARE(flagged({}, QStringLiteral("mmstar")), 5);
        QCOMPARE(flagged({}, QStringLiteral("datbench")), 1);
        QVERIFY_RESULT(bench.project->write({}, [&](sqlite::Connection& c) {
            return changeDatasetSetting(c, settingsOf(bench, QStringLiteral("TallyQA")).id,
                QStringLiteral("tau"), QStringLiteral("4"));
        }));
        QCOMPARE(flagged({{rule, QStringLiteral("hits")}}), 3);
        QCOMPARE(flagged({}, QStringLiteral("datbench")), 3);
        QVERIFY_RESULT(bench.project->write({}, [&](sqlite::Connection& c) {
            return changeDatasetSetting(c, settingsOf(bench, QStringLiteral("TallyQA")).id,
                QStringLiteral("tau"), QStringLiteral("0"));
        }));
        QCOMPARE(flagged({{rule, QStringLiteral("hits")}}), 4);
    }

    void realFiles_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("key");
        QTest::newRow("mathv") << QStringLiteral("mathv/samples.jsonl") << QStringLiteral("mathvision");
        QTest::newRow("mmbench") << QStringLiteral("mmbench_circular/samples_and_predictions.csv")
                                 << QStringLiteral("mmbench");
        QTest::newRow("mmmu pro") << QStringLiteral("mmmu/mmmu_pro_samples.jsonl")
                                  << QStringLiteral("mmmu_pro");
        // By the column that names the set.
        QTest::newRow("vqav2") << QStringLiteral("autoconverter_oe_mc/items.csv") << QStringLiteral("vqav2");
        for (const char* other :
            {"mmlu_pro/questions.jsonl", "mmlu_redux/items.jsonl", "puzzlevqa/samples.jsonl",
                "m3irt_mmmu/normal.csv", "blink/responses_val.csv", "vlms_are_blind/responses.csv",
                "cleanlab_label_errors/cifar10_items.csv", "blink/raw/Counting.json"}) {
            QTest::newRow(other) << QString::fromLatin1(other) << QString();
        }
    }
    void realFiles()
    {
        QFETCH(QString, file);
        QFETCH(QString, key);
        if (test::sharedData().isEmpty()) {
            QSKIP("no real data on this machine");
        }
        Bench bench;
        ImportRequest request;
        request.file = test::sharedData() + u'/' + file;
        const auto plan = outlineImport(*bench.project, request);
        QVERIFY_RESULT(plan);
        QCOMPARE(plan->proposal.known ? QString::fromLatin1(plan->proposal.known->key) : QString(), key);
    }

    void othersAreScoredAsUsual_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("scorer");
        const auto row = [](const char* name, const char* scorer) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(scorer);
        };
        row("POPE.tsv", "yesno");
        row("lmms-lab/POPE", "yesno");
        row("MME", "yesno");
        row("HallusionBench", "yesno");
        row("BLINK", "mcq");
        row("ScienceQA_TEST", "mcq");
        row("MMMU_DEV_VAL", "mcq");
        row("OCRBench", "contains");
        row("MMVet", "judge");
        row("llava-bench-in-the-wild", "judge");
        row("MME-RealWorld", "");
        row("OCRBench_v2", ""); // of the suite
        row("MMMU_Pro_10c", "");
        row("poperinge", "");
    }
    void othersAreScoredAsUsual()
    {
        QFETCH(QString, name);
        const UsualScorer* usual = usualScorer(name);
        const QString judge = QStringLiteral("judge");
        const QString found = !usual ? QString()
            : *usual->scorer         ? QString::fromLatin1(usual->scorer)
                                     : judge;
        QTEST(found, "scorer");
    }

    void everyUsualScorerIsOne()
    {
        for (const UsualScorer& usual : usualScorers()) {
            QVERIFY2(ScoringRule::parse(QString::fromLatin1(usual.scorer)).has_value(), usual.name);
            for (const QString& each : QString::fromLatin1(usual.names).split(u' ')) {
                QVERIFY2(!knownDataset(each), qPrintable(each));
                QCOMPARE(usualScorer(each), &usual);
            }
        }
    }

    void theKeysOfAFileChooseItsScorer()
    {
        const Bench bench;
        QByteArray rows;
        for (int i = 0; i < 6; ++i) {
            rows += "{\"id\": \"b" + QByteArray::number(i)
                + "\", \"question\": \"Where is the dog?\", \"answer\": [10, 20, 30, "
                + QByteArray::number(40 + i)
                + "], \"model\": \"m\", \"response\": \"It is at [10, 20, 30, 41].\"}\n";
        }
        const auto report = bench.importText(QStringLiteral("boxes.jsonl"), rows, QStringLiteral("boxes"));
        QVERIFY_RESULT(report);
        const QString told = report->messages.join(u'\n');
        QVERIFY2(told.contains(QStringLiteral("are scored: iou (6 of 6 keys looked at are boxes)")),
            qPrintable(told));
        QCOMPARE(settingsOf(bench, QStringLiteral("boxes")).scorer, QStringLiteral("iou"));
        QCOMPARE(settingsOf(bench, QStringLiteral("boxes")).scorerReason.english(),
            QStringLiteral("6 of 6 keys looked at are boxes"));
        QCOMPARE(bench.text(QStringLiteral("SELECT sum(score) FROM responses")).toDouble(), 6.0);
        // What a person sets has no reason of ours.
        QVERIFY(bench.project->write({}, [](sqlite::Connection& c) -> Result<> {
            return changeDatasetSetting(c, {1}, QStringLiteral("scorer"), QStringLiteral("exact"));
        }));
        QVERIFY(settingsOf(bench, QStringLiteral("boxes")).scorerReason.isEmpty());
    }

    void aJudgeThatIsUsualIsNamed()
    {
        const Bench bench;
        const auto report
            = bench.importText(QStringLiteral("MMVet.jsonl"), questions({}, 6), QStringLiteral("MMVet"));
        QVERIFY_RESULT(report);
        QVERIFY2(report->messages.join(u'\n').contains(QStringLiteral("a judge model is usual for MMVet")),
            qPrintable(report->messages.join(u'\n')));
        QVERIFY(settingsOf(bench, QStringLiteral("MMVet")).scorer.isEmpty());
    }

    void theSuiteIsCounted()
    {
        Bench bench;
        QVERIFY_RESULT(bench.importText(QStringLiteral("ChartQA_TEST.jsonl"), questions()));
        QVERIFY_RESULT(bench.importText(QStringLiteral("ChartQA_human.jsonl"), questions(", \"x\": 1", 6)));
        QVERIFY_RESULT(bench.importText(QStringLiteral("AI2D.jsonl"), questions(", \"y\": 1", 7)));
        const auto covered = [&] {
            const auto all
                = bench.project->read([](sqlite::Connection& c) { return readDatasetSettings(c); });
            return suiteCoverage(all.value_or(QVector<DatasetSettings>()));
        };
        QCOMPARE(covered().of, 33);
        QCOMPARE(covered().here, 2);
        const auto set = [&](const char* dataset, const char* value) {
            return bench.project->write({}, [&](sqlite::Connection& c) {
                return changeDatasetSetting(c, settingsOf(bench, QString::fromLatin1(dataset)).id,
                    QStringLiteral("known_as"), QString::fromLatin1(value));
            });
        };
        QVERIFY_RESULT(set("ChartQA_human", "chartqa"));
        QCOMPARE(covered().here, 2);
        QCOMPARE(covered().parts.at(0).entries.at(0).datasets.size(), 2);
        QVERIFY_RESULT(set("AI2D", "none"));
        QCOMPARE(covered().here, 1);
        QVERIFY_RESULT(set("AI2D", ""));
        QCOMPARE(covered().here, 2);
        QVERIFY(!set("AI2D", "imagenet"));
    }
};

QTEST_GUILESS_MAIN(TestKnownDatasets)
#include "tst_knowndatasets.moc"
