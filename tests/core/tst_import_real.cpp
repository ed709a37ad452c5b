// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/importhelp.h"

using namespace winnow;
using winnow::test::Bench;

namespace {

QString data(const char* path)
{
    return winnow::test::sharedData() + u'/' + QString::fromLatin1(path);
}

/// Percent to two digits, as published.
QString percent(double value)
{
    return QString::number(value, 'f', 2);
}

} // namespace

/// The published figures of every real set must come out to the last digit.
class TestImportReal : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        if (winnow::test::sharedData().isEmpty()) {
            QSKIP("the folder of real benchmark data is not here (WINNOW_SHARED_DATA)");
        }
    }

    void mathv()
    {
        const Bench bench;
        const auto samples = bench.import(data("mathv/samples.jsonl"));
        REQUIRE_RESULT(samples);
        QCOMPARE(samples->dataset, QStringLiteral("mathv"));
        QCOMPARE(samples->samples.added, 608);
        QCOMPARE(samples->images, 608);
        QCOMPARE(samples->imagesMissing, 0);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM samples WHERE option_count = 5")), 316);
        const Sample sample = bench.sample(QStringLiteral("mathv/15"));
        QCOMPARE(sample.options.size(), 5);
        QCOMPARE(sample.gold, QStringLiteral("A"));
        QCOMPARE(sample.category, QStringLiteral("arithmetic"));
        QVERIFY(sample.question.contains(QLatin1String("<image1>")));
        QCOMPARE(sample.images.size(), 1);
        QVERIFY(sample.images.front().width > 0);

        const auto responses = bench.import(data("mathv/responses.csv"));
        REQUIRE_RESULT(responses);
        QCOMPARE(responses->responses.added, 9728);
        QCOMPARE(responses->runs.size(), 16);
        QCOMPARE(responses->rejected, 0);
        const QString plain = QStringLiteral("r.condition = 'standard' AND r.setting = ''");
        const QString blind = QStringLiteral("r.condition = 'blind'");
        const QString mcq = QStringLiteral(" AND s.option_count > 0");
        QCOMPARE(percent(bench.accuracy(QStringLiteral("Gemini-Pro"), plain)), QStringLiteral("18.75"));
        QCOMPARE(percent(bench.accuracy(QStringLiteral("Gemini-Pro"), QString(plain + mcq))),
            QStringLiteral("22.47"));
        QCOMPARE(QString::number(bench.accuracy(QStringLiteral("Qwen-VL-Max"), plain), 'f', 3),
            QStringLiteral("15.625"));
        QCOMPARE(percent(bench.accuracy(QStringLiteral("Qwen-VL-Max"), QString(plain + mcq))),
            QStringLiteral("22.15"));
        QCOMPARE(percent(bench.accuracy(QStringLiteral("GPT4"), blind)), QStringLiteral("5.76"));
        QCOMPARE(
            percent(bench.accuracy(QStringLiteral("GPT4"), QString(blind + mcq))), QStringLiteral("4.43"));
        QCOMPARE(percent(bench.accuracy(QStringLiteral("Random-Chance"), blind)), QStringLiteral("6.25"));
        QCOMPARE(percent(bench.accuracy(QStringLiteral("Random-Chance"), QString(blind + mcq))),
            QStringLiteral("12.03"));

        // A caption instead of the image is neither sighted nor blind: it stays visible as a setting.
        QCOMPARE(bench.text(QStringLiteral("SELECT setting FROM runs r JOIN models m ON m.id = r.model_id"
                                           " WHERE m.name = 'ChatGPT3.5'")),
            QStringLiteral("text_plus_image_caption_cot"));

        const auto original = bench.import(data("mathv/Gemini-Pro.jsonl"));
        REQUIRE_RESULT(original);
        QCOMPARE(original->dataset, QStringLiteral("mathv"));
        QCOMPARE(original->responses.added, 608);
        QCOMPARE(original->rejected, 2432);
        QCOMPARE(percent(bench.accuracy(QStringLiteral("gemini-pro-vision"))), QStringLiteral("18.75"));
    }

    void importingAgainChangesNothing()
    {
        const Bench bench;
        REQUIRE_RESULT(bench.import(data("mathv/samples.jsonl")));
        REQUIRE_RESULT(bench.import(data("mathv/responses.csv")));
        const auto samples = bench.import(data("mathv/samples.jsonl"));
        REQUIRE_RESULT(samples);
        QCOMPARE(samples->samples.unchanged, 608);
        QCOMPARE(samples->samples.added + samples->samples.changed, 0);
        const auto responses = bench.import(data("mathv/responses.csv"));
        REQUIRE_RESULT(responses);
        QCOMPARE(responses->responses.unchanged, 9728);
        QCOMPARE(responses->responses.added + responses->responses.changed, 0);
    }

    void mmbenchCircular()
    {
        const Bench bench;
        const auto report = bench.import(data("mmbench_circular/samples_and_predictions.csv"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->format, QStringLiteral("vlmevalkit_tsv"));
        QCOMPARE(report->samples.added, 600);
        QCOMPARE(report->rotations, 1630);
        QCOMPARE(report->responses.added, 2230);
        const QString model = QStringLiteral("llava-v1.5-13b");
        QCOMPARE(percent(bench.accuracy(model, QStringLiteral("r.condition = 'circular'"))),
            QStringLiteral("76.77"));
        QCOMPARE(percent(bench.accuracy(model, QStringLiteral("p.shift = 0"))), QStringLiteral("76.00"));
        const double circular = double(bench.count(QStringLiteral(
                                    "SELECT count(*) FROM (SELECT min(score) AS all_right FROM responses"
                                    " GROUP BY sample_id) WHERE all_right = 1")))
            / 6.0;
        QCOMPARE(percent(circular), QStringLiteral("68.33"));

        const Sample sample = bench.sample(QStringLiteral("mmbench_circular/252"));
        QVERIFY(!sample.rotations.isEmpty());
        for (const Rotation& rotation : sample.rotations) {
            // What the rotation calls right is what the base calls right.
            const int shown = optionPosition(rotation.gold);
            QCOMPARE(QString(rotation.permutation.at(shown)), sample.gold);
        }
        const auto again = bench.import(data("mmbench_circular/samples_and_predictions.csv"));
        REQUIRE_RESULT(again);
        QCOMPARE(again->samples.unchanged, 600);
        QCOMPARE(again->responses.unchanged, 2230);
    }

    void autoconverter()
    {
        const Bench bench;
        ImportRequest request;
        request.file = data("autoconverter_oe_mc/items.csv");
        request.model = QStringLiteral("vlm");
        request.map = {{QStringLiteral("prediction"), QStringLiteral("mc_pred")}};
        REQUIRE_RESULT(bench.import(request));
        request.role = ImportRole::Responses;
        request.condition = Condition::OpenEnded;
        request.map = {{QStringLiteral("prediction"), QStringLiteral("oe_pred")},
            {QStringLiteral("score"), QStringLiteral("oe_contains")}};
        REQUIRE_RESULT(bench.import(request));
        QCOMPARE(bench.accuracy(request.model, QStringLiteral("r.condition = 'standard'")), 72.1);
        QCOMPARE(bench.accuracy(request.model, QStringLiteral("r.condition = 'open_ended'")), 65.8);
        QCOMPARE(bench.count(QStringLiteral(
                     "SELECT count(*) FROM responses a JOIN responses b ON a.sample_id = b.sample_id"
                     " JOIN runs ra ON ra.id = a.run_id AND ra.condition = 'standard'"
                     " JOIN runs rb ON rb.id = b.run_id AND rb.condition = 'open_ended'"
                     " WHERE a.score = 1 AND b.score = 0")),
            178);
    }

    void autoconverterWithoutBeingTold()
    {
        const Bench bench;
        const auto report = bench.import(data("autoconverter_oe_mc/items.csv"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->dataset, QStringLiteral("VQAv2"));
        QCOMPARE(report->responses.added, 2000);
        const QString model = report->runs.front().model;
        QCOMPARE(bench.accuracy(model, QStringLiteral("r.condition = 'standard'")), 72.1);
        QCOMPARE(bench.accuracy(model, QStringLiteral("r.condition = 'open_ended'")), 65.8);
    }

    void echoedPromptsWithoutKeys()
    {
        const Bench bench;
        const QString set = QStringLiteral("vqa");
        const auto mc = bench.import(data("autoconverter_oe_mc/VQAv2-1000-MC.jsonl"), set);
        REQUIRE_RESULT(mc);
        QCOMPARE(mc->samples.added, 1000);
        // One model, asked in two ways: the names tell.
        const QString model = QStringLiteral("VQAv2-1000");
        QCOMPARE(bench.accuracy(model, QStringLiteral("r.condition = 'standard'")), 72.1);
        const auto oe = bench.import(data("autoconverter_oe_mc/VQAv2-1000-OE.jsonl"), set);
        REQUIRE_RESULT(oe);
        QCOMPARE(oe->samples.total(), 0);
        QCOMPARE(oe->responses.added, 1000);
        QCOMPARE(bench.text(QStringLiteral("SELECT condition FROM runs ORDER BY id DESC LIMIT 1")),
            QStringLiteral("open_ended"));
        // Scored here: one gold answer is a lone question mark, which the original scorer dropped.
        QCOMPARE(bench.accuracy(model, QStringLiteral("r.condition = 'open_ended'")), 65.7);
    }

    void blinkMakesItsSamples()
    {
        const Bench bench;
        const auto report = bench.import(data("blink/responses_val.csv"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->dataset, QStringLiteral("blink"));
        QCOMPARE(report->samples.added, 1901);
        QCOMPARE(report->responses.added, 19010);
        QCOMPARE(
            QString::number(bench.accuracy(QStringLiteral("GPT4o")) / 100, 'f', 4), QStringLiteral("0.5992"));
        QCOMPARE(QString::number(bench.accuracy(QStringLiteral("llava_v1.5_7b")) / 100, 'f', 4),
            QStringLiteral("0.3635"));
        const auto share = [&](const char* gold) {
            return QString::number(
                double(bench.count(QStringLiteral("SELECT count(*) FROM samples WHERE gold = '%1'")
                                       .arg(QLatin1String(gold))))
                    / 1901.0,
                'f', 3);
        };
        QCOMPARE(share("A"), QStringLiteral("0.373"));
        QCOMPARE(share("B"), QStringLiteral("0.372"));
        QCOMPARE(share("C"), QStringLiteral("0.142"));
        QCOMPARE(share("D"), QStringLiteral("0.113"));
        const auto saysA = [&](const char* model) {
            return QString::number(bench.count(
                QStringLiteral("SELECT 1000 * sum(p.answer = 'A') / count(*) FROM responses p"
                               " JOIN runs r ON r.id = p.run_id JOIN models m ON m.id = r.model_id"
                               " WHERE m.name = '%1'")
                    .arg(QLatin1String(model))));
        };
        QCOMPARE(saysA("instructblip_7b"), QStringLiteral("791"));
        QCOMPARE(saysA("GPT4o"), QStringLiteral("287"));
    }

    void blinkAsItWasSaved()
    {
        const Bench bench;
        const auto report = bench.import(data("blink/raw"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->format, QStringLiteral("blink_results"));
        QCOMPARE(report->samples.added, 540);
        QCOMPARE(report->responses.added, 540);
        // A folder of that name is no model.
        QVERIFY(report->runs.front().model != QLatin1String("raw"));
        // The keys of the test split are hidden.
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM responses WHERE score IS NULL")), 270);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM responses WHERE score = 1")), 78);
    }

    void mmmuPro()
    {
        const Bench bench;
        const auto samples = bench.import(data("mmmu/mmmu_pro_samples.jsonl"));
        REQUIRE_RESULT(samples);
        QCOMPARE(samples->samples.added, 875);
        const auto responses = bench.import(data("mmmu/mmmu_pro_responses.csv"));
        REQUIRE_RESULT(responses);
        QCOMPARE(responses->dataset, samples->dataset);
        QCOMPARE(responses->runs.size(), 4);
        QCOMPARE(bench.count(
                     QStringLiteral("SELECT count(DISTINCT setting) FROM runs WHERE condition = 'standard'")),
            4);
        const auto raw = bench.import(data("mmmu/raw_qwen_vl_Art/output.json"));
        REQUIRE_RESULT(raw);
        QCOMPARE(raw->samples.added, 30);
        QCOMPARE(raw->responses.added, 30);
        QCOMPARE(bench.sample(QString(raw->dataset + QStringLiteral("/validation_Art_1"))).options,
            QStringList({QStringLiteral("Aurelia"), QStringLiteral("Matilda"), QStringLiteral("Hermione"),
                QStringLiteral("Juno")}));
        const auto keys = bench.import(data("mmmu/answer_dict_val.json"));
        REQUIRE_RESULT(keys);
        QCOMPARE(keys->samples.added, 900);
    }

    void mmluPro()
    {
        const Bench bench;
        REQUIRE_RESULT(bench.import(data("mmlu_pro/questions.jsonl")));
        const auto report = bench.import(data("mmlu_pro/predictions_matrix.csv"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->format, QStringLiteral("responses_wide"));
        QCOMPARE(report->runs.size(), 15);
        // Blank cells are missing, not wrong.
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM responses p JOIN runs r ON r.id = p.run_id"
                                            " JOIN models m ON m.id = r.model_id"
                                            " WHERE m.name = 'Yi-6b-Chat' AND p.score IS NULL")),
            585);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM responses")), 15 * 3011);
    }

    void mmluRedux()
    {
        const Bench bench;
        REQUIRE_RESULT(bench.import(data("mmlu_redux/items.jsonl")));
        const auto report = bench.import(data("mmlu_redux/responses.csv"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->runs.size(), 14);
        QCOMPARE(report->responses.added, 39592);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM (SELECT max(score) AS best FROM responses"
                                            " GROUP BY sample_id) WHERE best = 0")),
            92);
        QCOMPARE(bench.sample(QStringLiteral("mmlu_redux/redux_0000"))
                     .extra.value(QLatin1String("error_type"))
                     .toString(),
            QStringLiteral("bad_question_clarity"));
    }

    void mmluRawCsv_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("samples");
        QTest::addColumn<int>("rejected");
        QTest::newRow("semicolons, literals") << QStringLiteral("mmlu_anatomy") << 100 << 0;
        QTest::newRow("doubled quotes in literals") << QStringLiteral("mmlu_management") << 100 << 0;
        QTest::newRow("one line in another encoding") << QStringLiteral("mmlu_moral_scenarios") << 99 << 1;
        QTest::newRow("JSON lists") << QStringLiteral("mmlu_virology") << 100 << 0;
    }
    void mmluRawCsv()
    {
        QFETCH(QString, file);
        QFETCH(int, samples);
        QFETCH(int, rejected);
        const Bench bench;
        const auto report
            = bench.import(data("mmlu_redux/raw_csv_examples/") + file + QStringLiteral(".csv"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, samples);
        QCOMPARE(report->rejected, rejected);
        QCOMPARE(bench.count(QStringLiteral(
                     "SELECT count(*) FROM samples WHERE option_count = 4 AND gold IN ('A','B','C','D')")),
            samples);
        if (rejected > 0) {
            QCOMPARE(report->issues.front().line, 54);
            QCOMPARE(report->issues.front().column, QStringLiteral("question"));
        }
    }

    void visionAiCheckup()
    {
        const Bench bench;
        const auto prompts = bench.import(data("vision_ai_checkup/prompts_087189c.csv"));
        REQUIRE_RESULT(prompts);
        QCOMPARE(prompts->samples.added, 85);
        QCOMPARE(prompts->rejected, 0);
        QCOMPARE(prompts->imagesMissing, 0);
        const auto responses = bench.import(data("vision_ai_checkup/responses.csv"));
        REQUIRE_RESULT(responses);
        QCOMPARE(responses->samples.total(), 0);
        QCOMPARE(responses->responses.added, 2501);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(DISTINCT attempt) FROM responses")), 2);
        QVERIFY(
            bench.count(QStringLiteral("SELECT count(*) FROM response_details WHERE latency > 0")) > 2400);
        // Two questions about one picture keep their own answers.
        const Sample first = bench.sample(QStringLiteral("vision_ai_checkup/captcha.png"));
        const Sample second = bench.sample(QStringLiteral("vision_ai_checkup/captcha.png#2"));
        QVERIFY(first.id && second.id && first.question != second.question);
        QVERIFY(bench.count(
                    QStringLiteral("SELECT count(*) FROM responses WHERE sample_id = %1").arg(first.id.value))
            > 0);
        QVERIFY(
            bench.count(
                QStringLiteral("SELECT count(*) FROM responses WHERE sample_id = %1").arg(second.id.value))
            > 0);
    }

    void vlmsAreBlind()
    {
        const Bench bench;
        const auto report = bench.import(data("vlms_are_blind/responses.csv"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, 896);
        QCOMPARE(report->rejected, 0);
        QVERIFY(report->warnings > 0);
        QCOMPARE(report->responses.added + report->notes, 4360);
    }

    void puzzlevqa()
    {
        const Bench bench;
        const auto report = bench.import(data("puzzlevqa/samples.jsonl"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, 200);
        QCOMPARE(report->images, 200);
        QCOMPARE(report->warnings, 0);
        const Sample sample = bench.sample(QStringLiteral("puzzlevqa/circle_size_number_0000"));
        QCOMPARE(sample.options,
            QStringList(
                {QStringLiteral("6"), QStringLiteral("3"), QStringLiteral("4"), QStringLiteral("2")}));
        QCOMPARE(sample.gold, QStringLiteral("C"));
    }

    void reasoningGym()
    {
        const Bench bench;
        const auto report = bench.import(data("reasoning_gym/attempts_easy.csv"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, 1590);
        QCOMPARE(report->responses.added, 44800);
        QCOMPARE(bench.count(QStringLiteral("SELECT max(attempt) FROM responses")), 5);
    }

    void routellmOptionsInTheQuestion()
    {
        const Bench bench;
        const auto report = bench.import(data("routellm/mmlu_marketing.csv"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, 234);
        QCOMPARE(report->responses.added, 468);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM samples WHERE option_count = 4")), 234);
    }

    void fixedLabelsWithProbabilities()
    {
        const Bench bench;
        const auto report = bench.import(data("cleanlab_label_errors/mnist_items.csv"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, 10000);
        const Sample sample = bench.sample(QString(report->dataset + QStringLiteral("/0")));
        QCOMPARE(sample.options.size(), 10);
        QCOMPARE(sample.options.at(sample.goldIndex()), QStringLiteral("7"));
        QCOMPARE(bench.count(QStringLiteral(
                     "SELECT count(*) FROM response_details WHERE json_array_length(probabilities) = 10")),
            10000);
    }
};

QTEST_APPLESS_MAIN(TestImportReal)
#include "tst_import_real.moc"
