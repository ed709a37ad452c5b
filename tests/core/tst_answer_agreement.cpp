// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/answeragreement.h"
#include "core/curate/modelstats.h"
#include "core/curate/rescoring.h"
#include "core/store/responsestore.h"
#include "core/store/responsewriter.h"
#include "tests/core/importhelp.h"
#include "tests/support/testproject.h"

using namespace winnow;
using winnow::test::Bench;

namespace {

QString data(const QString& file)
{
    return winnow::test::sharedData() + u'/' + file;
}

} // namespace

/// What we read against what the authors of real sets scored.
class TestAnswerAgreement : public QObject {
    Q_OBJECT
private slots:
    void agreesWithTheAuthors_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<qint64>("compared");
        QTest::addColumn<double>("share");
        const auto row = [](const char* name, const QStringList& files, qint64 compared, double share) {
            QTest::newRow(name) << files << compared << share;
        };
        // mathv and vision_ai_checkup: README names what is left, and who is right.
        row("mathv", {QStringLiteral("mathv/samples.jsonl"), QStringLiteral("mathv/responses.csv")}, 9728,
            0.98);
        row("mmbench_circular", {QStringLiteral("mmbench_circular/samples_and_predictions.csv")}, 2230, 1);
        row("mmmu",
            {QStringLiteral("mmmu/mmmu_pro_samples.jsonl"), QStringLiteral("mmmu/mmmu_pro_responses.csv")},
            3500, 1);
        row("vision_ai_checkup",
            {QStringLiteral("vision_ai_checkup/prompts_087189c.csv"),
                QStringLiteral("vision_ai_checkup/responses.csv")},
            2492, 0.91);
        row("mmlu_redux",
            {QStringLiteral("mmlu_redux/items.jsonl"), QStringLiteral("mmlu_redux/responses.csv")}, 39456,
            0.999);
        row("blink", {QStringLiteral("blink/responses_val.csv")}, 18993, 0.999);
        row("autoconverter", {QStringLiteral("autoconverter_oe_mc/items.csv")}, 2000, 0.999);
    }
    void agreesWithTheAuthors()
    {
        if (winnow::test::sharedData().isEmpty()) {
            QSKIP("the folder of real benchmark data is not here (WINNOW_SHARED_DATA)");
        }
        QFETCH(QStringList, files);
        QFETCH(qint64, compared);
        QFETCH(double, share);
        const Bench bench;
        for (const QString& file : files) {
            QVERIFY_RESULT(bench.import(data(file)));
        }
        SilentProgress progress;
        const auto runs = answerAgreement(*bench.project, {}, progress);
        QVERIFY_RESULT(runs);
        qint64 both = 0;
        qint64 agreed = 0;
        qint64 unread = 0;
        for (const RunAgreement& run : *runs) {
            both += run.compared;
            agreed += run.agreed;
            unread += run.unread;
            QCOMPARE(qint64(run.differences.size()), run.compared - run.agreed);
        }
        qInfo("%s: %lld of %lld (%.2f %%), %lld unread", QTest::currentDataTag(), agreed, both,
            100.0 * double(agreed) / double(both), unread);
        QCOMPARE(both, compared);
        const QVector<DatasetAgreement> sets = agreementByDataset(*runs);
        QCOMPARE(sets.size(), 1);
        QCOMPARE(sets.first().compared, both);
        QCOMPARE(
            sets.first().compared - sets.first().agreed, sets.first().oursOnly + sets.first().theirsOnly);
        // Of the real sets the share that a verdict of ours alone explains is small.
        QVERIFY2(sets.first().kappa() > 0.8, qPrintable(QString::number(sets.first().kappa())));
        QVERIFY(double(agreed) >= share * double(both));
    }

    void agreementCountsWhatTheFileSaid()
    {
        const Bench bench;
        QByteArray samples("index,question,answer\n");
        QByteArray told("index,model,response,correct\n");
        // 4 right by both, 1 only by ours, 2 only by theirs, 3 wrong by both.
        for (int i = 0; i < 10; ++i) {
            const QByteArray index = QByteArray::number(i);
            samples += index + ",Which word?,word" + index + "\n";
            const bool ours = i < 5;
            const bool theirs = i < 4 || i == 5 || i == 6;
            told += index + ",m," + (ours ? "word" + index : QByteArray("other")) + ',' + (theirs ? '1' : '0')
                + '\n';
        }
        QVERIFY_RESULT(bench.import(bench.write(QStringLiteral("s.csv"), samples), QStringLiteral("t")));
        QVERIFY_RESULT(bench.import(bench.write(QStringLiteral("r.csv"), told), QStringLiteral("t")));
        QVERIFY_RESULT(bench.import(
            bench.write(QStringLiteral("n.csv"), "index,model,response\n0,n,word0\n"), QStringLiteral("t")));
        SilentProgress progress;
        for (const bool anew : {false, true}) {
            if (anew) {
                // The recorded verdicts are compared, whatever is current.
                QVERIFY_RESULT(rescore(*bench.project,
                    {QStringLiteral("t"), {}, *ScoringRule::parse(QStringLiteral("exact")), false},
                    progress));
            }
            const auto runs = answerAgreement(*bench.project, {}, progress);
            QVERIFY_RESULT(runs);
            const QVector<DatasetAgreement> sets = agreementByDataset(*runs);
            QCOMPARE(sets.size(), 1); // n came without verdicts
            const DatasetAgreement& one = sets.first();
            QCOMPARE(one.compared, 10);
            QCOMPARE(one.agreed, 7);
            QCOMPARE(one.bothRight, 4);
            QCOMPARE(one.oursOnly, 1);
            QCOMPARE(one.theirsOnly, 2);
            // (.7 - .5) / (1 - .5), with chance .5 * .6 + .5 * .4.
            QVERIFY(qAbs(one.kappa() - 0.4) < 1e-12);
        }
    }

    void missingAndUnreadAreTwoNumbers()
    {
        const Bench bench;
        const QString samples = bench.write(QStringLiteral("s.jsonl"),
            R"({"index": 1, "question": "Colour?", "options": ["red", "blue", "green", "grey"], "answer": "A"}
{"index": 2, "question": "Shape?", "options": ["round", "square", "flat", "long"], "answer": "B"}
{"index": 3, "question": "Word?", "answer": "exit"}
)");
        const QString replies = bench.write(QStringLiteral("r.jsonl"),
            R"({"index": 1, "model": "m", "response": "It could be A or B, who knows"}
{"index": 2, "model": "m", "response": ""}
{"index": 3, "model": "m", "response": "EXIT"}
)");
        QVERIFY_RESULT(bench.import(samples, QStringLiteral("t")));
        const auto imported = bench.import(replies, QStringLiteral("t"));
        QVERIFY_RESULT(imported);
        QVERIFY2(imported->messages.join(u'\n').contains(QStringLiteral("1 of 3 replies hold no answer")),
            qPrintable(imported->messages.join(u'\n')));
        SilentProgress progress;
        const auto models = modelAccuracies(*bench.project, progress);
        QVERIFY_RESULT(models);
        QCOMPARE(models->size(), 1);
        const Rate rate = models->first().accuracy;
        QCOMPARE(rate.n, 2);
        QCOMPARE(rate.missing, 1);
        QCOMPARE(rate.unread, 1);
        QCOMPARE(rate.value, 0.5);
        // The chance of the same samples: one of four, and an open one.
        QCOMPARE(models->first().chance, 0.125);
        QCOMPARE(models->first().multipleChoiceChance, 0.25);
        const auto runs = answerAgreement(*bench.project, {}, progress);
        QVERIFY_RESULT(runs);
        QCOMPARE(runs->first().missing, 1);
        QCOMPARE(runs->first().unread, 1);
        QCOMPARE(runs->first().unreadExamples.size(), 1);
    }

    void aReplyThatIsReadOtherwiseIsReported()
    {
        const Bench bench;
        const QString samples = bench.write(QStringLiteral("s.jsonl"),
            R"({"index": 1, "question": "Colour?", "options": ["red", "blue"], "answer": "A"}
{"index": 2, "question": "Shape?", "options": ["round", "square"], "answer": "B"}
)");
        const QString replies = bench.write(QStringLiteral("r.jsonl"),
            R"({"index": 1, "model": "m", "response": "The answer is A."}
{"index": 2, "model": "m", "response": "The answer is B."}
)");
        QVERIFY_RESULT(bench.import(samples, QStringLiteral("t")));
        QVERIFY_RESULT(bench.import(replies, QStringLiteral("t")));
        // As an earlier reader left it.
        QVERIFY_RESULT(bench.project->write(
            {.parts = ChangeSet::Responses, .samples = {}}, [](sqlite::Connection& c) -> Result<> {
                ResponseStore store(c);
                Response reply = store.ofSample({2}).first().response;
                reply.answer.clear();
                reply.score = 0;
                ResponseWriter writer(c);
                writer.put(reply);
                writer.finish();
                return {};
            }));
        const auto again = bench.import(replies, QStringLiteral("t"));
        QVERIFY_RESULT(again);
        QCOMPARE(again->responses.changed, 1);
        QVERIFY2(again->messages.join(u'\n').contains(
                     QStringLiteral("1 of 2 replies are read or scored differently")),
            qPrintable(again->messages.join(u'\n')));
    }

    void refusalsMakeNothingBlindlySolvable()
    {
        const Bench bench;
        QByteArray samples;
        QByteArray replies;
        for (int i = 0; i < 40; ++i) {
            samples += QByteArray("{\"index\": ") + QByteArray::number(i)
                + ", \"question\": \"Is there a dog in picture " + QByteArray::number(i)
                + "?\", \"answer\": \"No\"}\n";
            for (int m = 0; m < 8; ++m) {
                replies += QByteArray("{\"index\": ") + QByteArray::number(i) + ", \"model\": \"model-"
                    + QByteArray::number(m) + "\", \"condition\": \"blind\", \"response\": \""
                    + (m % 2 ? "Sorry, no image was provided."
                             : "There is no image attached, so I cannot answer.")
                    + "\"}\n";
            }
        }
        QVERIFY_RESULT(bench.import(bench.write(QStringLiteral("s.jsonl"), samples), QStringLiteral("t")));
        QVERIFY_RESULT(bench.import(bench.write(QStringLiteral("r.jsonl"), replies), QStringLiteral("t")));
        SilentProgress progress;
        const auto models = modelAccuracies(*bench.project, progress);
        QVERIFY_RESULT(models);
        QCOMPARE(models->size(), 8);
        for (const ModelAccuracy& model : *models) {
            QCOMPARE(model.accuracy.value, 0.0);
            QCOMPARE(model.accuracy.unread, 40);
        }
    }
};

QTEST_APPLESS_MAIN(TestAnswerAgreement)
#include "tst_answer_agreement.moc"
