// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/modelrows.h"
#include "core/image/canvas.h"
#include "core/image/imagecodec.h"
#include "importhelp.h"

#include <QtTest>

#include <cmath>

using namespace winnow;
using namespace winnow::test;

namespace {

QVector<ModelRow> rowsOf(const Bench& bench, ModelRowsBy by = ModelRowsBy::Run)
{
    SilentProgress progress;
    return modelRows(*bench.project, by, progress).value_or(QVector<ModelRow>());
}

const ModelRow* rowOf(
    const QVector<ModelRow>& rows, const QString& model, Condition condition, const QString& capability = {})
{
    for (const ModelRow& row : rows) {
        if (row.accuracy.run.model == model && row.accuracy.run.condition == condition
            && row.capability == capability) {
            return &row;
        }
    }
    return nullptr;
}

/// Another one for each number.
QByteArray picture(int number)
{
    Canvas canvas(40, 20);
    canvas.fillRect({qreal(number), 0, 5, 10}, {255, 0, 0});
    return encodePng(canvas.bitmap()).value_or(QByteArray());
}

bool near(double a, double b, double tolerance = 1e-12)
{
    return std::abs(a - b) <= tolerance;
}

/// Eight choices, right is A for 1-4 and B for 5-8. m answers with and without the image, openly, in every
/// rotation of none, three times; n is an older m that never declines.
void fill(const Bench& bench)
{
    QByteArray samples = "index,question,A,B,answer,capability\n";
    for (int i = 1; i <= 8; ++i) {
        samples += QByteArray::number(i) + ",Q" + QByteArray::number(i) + "?,red,blue," + (i <= 4 ? "A" : "B")
            + (i % 2 ? ",odd\n" : ",even\n");
    }
    REQUIRE_RESULT(bench.importText(QStringLiteral("s.csv"), samples, QStringLiteral("set")));
    const auto add = [&](const char* file, const char* model, const char* condition, const QStringList& said,
                         const QString& setting = {}) {
        QByteArray text = "index,model,condition,setting,response\n";
        for (qsizetype i = 0; i < said.size(); ++i) {
            text += QByteArray::number(i + 1) + ',' + model + ',' + condition + ',' + setting.toUtf8() + ','
                + said.at(i).toUtf8() + '\n';
        }
        REQUIRE_RESULT(bench.importText(QString::fromLatin1(file), text, QStringLiteral("set")));
    };
    const QString declines = QStringLiteral("I cannot see the image");
    const QString a = QStringLiteral("A");
    const QString b = QStringLiteral("B");
    // Right on 1-4, 5 and 6.
    add("r1.csv", "m", "standard", {a, a, a, a, b, b, a, a});
    // Answers four of eight: right on 1 and 2 as with the image, wrong on 3, right on 8 unlike with it.
    add("r2.csv", "m", "blind", {a, a, b, declines, declines, declines, declines, b});
    add("r3.csv", "n", "blind", {a, a, a, a, a, a, a, a});
    // The language model alone knows the first.
    add("r4.csv", "m", "blind", {a, b, b, b, a, a, a, a}, QStringLiteral("llm"));
    // Openly it is right on 1 and 2, where it says so.
    add("r5.csv", "m", "open_ended",
        {QStringLiteral("red"), QStringLiteral("red"), QStringLiteral("green"), QStringLiteral("green"),
            QStringLiteral("green"), QStringLiteral("green"), QStringLiteral("green"),
            QStringLiteral("green")});
}

} // namespace

/// What the table of models says of a run, by hand and on real data.
class TestModelRows : public QObject {
    Q_OBJECT
private slots:
    void withoutTheImage()
    {
        const Bench bench;
        fill(bench);
        const QVector<ModelRow> rows = rowsOf(bench);
        const ModelRow* row = rowOf(rows, QStringLiteral("m"), Condition::Standard);
        QVERIFY(row && row->blind);
        QVERIFY(near(row->accuracy.accuracy.value, 6.0 / 8));
        const BlindBehaviour& blind = *row->blind;
        QCOMPARE(blind.accuracy.n, 8);
        QVERIFY(near(blind.accuracy.value, 3.0 / 8));
        QVERIFY(near(blind.gain.difference, 3.0 / 8));
        QCOMPARE(blind.gain.onlyFirst, 4);
        QCOMPARE(blind.gain.onlySecond, 1);
        QVERIFY(near(blind.answers.value, 0.5));
        QCOMPARE(blind.answers.n, 8);
        QVERIFY(near(blind.sighted.value, 0.5));
        QCOMPARE(blind.sighted.n, 4);
        // 3 of 8 without the image, 1 of 8 by the language model alone.
        QVERIFY(row->leakage && near(*row->leakage, 2.0 / 8));
        const ModelRow* own = rowOf(rows, QStringLiteral("n"), Condition::Blind);
        QVERIFY(own && own->blind);
        QCOMPARE(own->blind->gain.pairs, 0);
        QVERIFY(near(own->blind->answers.value, 1));
    }

    void otherForms()
    {
        const Bench bench;
        fill(bench);
        const QVector<ModelRow> rows = rowsOf(bench);
        const ModelRow* row = rowOf(rows, QStringLiteral("m"), Condition::Standard);
        QVERIFY(row && row->openEnded);
        QVERIFY(near(row->openEnded->drop.difference, 4.0 / 8));
        QVERIFY(near(row->openEnded->chance, 0.5));
        QVERIFY(near(row->openEnded->otherChance, 0));
        // (.75 - .5) / .5 as multiple choice.
        QVERIFY(near(row->openEnded->corrected, 0.5));
        QVERIFY(near(row->openEnded->otherCorrected, 0.25));
        QVERIFY(!row->circular);
        // Recall 100% where A is right, 50% where B is: a population of two letters.
        QVERIFY(row->positionBias && near(*row->positionBias, 25));
        QVERIFY(!row->attempts);
        QCOMPARE(row->usage.n, 0);
    }

    void byCapability()
    {
        const Bench bench;
        fill(bench);
        const QVector<ModelRow> rows = rowsOf(bench, ModelRowsBy::Capability);
        const ModelRow* odd = rowOf(rows, QStringLiteral("m"), Condition::Standard, QStringLiteral("odd"));
        QVERIFY(odd && odd->blind);
        // 1 3 5 7: right on 1, 3 and 5; blind right on 1, wrong on 3.
        QCOMPARE(odd->accuracy.accuracy.n, 4);
        QVERIFY(near(odd->accuracy.accuracy.value, 0.75));
        QVERIFY(near(odd->blind->answers.value, 0.5));
        QVERIFY(near(odd->blind->gain.difference, 0.5));
        QVERIFY(rowOf(rows, QStringLiteral("m"), Condition::Standard, QStringLiteral("even")));
        QVERIFY(!rowOf(rows, QStringLiteral("m"), Condition::Standard));
    }

    void attemptsAndWhatTheyTook()
    {
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("s.csv"),
            "index,question,A,B,answer\n1,Q1?,x,y,A\n2,Q2?,x,y,B\n3,Q3?,x,y,B\n", QStringLiteral("set")));
        REQUIRE_RESULT(bench.importText(QStringLiteral("r.csv"),
            "index,model,attempt,response,latency,cost\n"
            "1,m,1,A,1,0.5\n1,m,2,B,3,0.5\n2,m,1,B,4,1\n2,m,2,B,4,1\n3,m,1,A,9,3\n",
            QStringLiteral("set")));
        const QVector<ModelRow> rows = rowsOf(bench);
        const ModelRow* row = rowOf(rows, QStringLiteral("m"), Condition::Standard);
        QVERIFY(row && row->attempts);
        QCOMPARE(row->attempts->k, 2);
        QCOMPARE(row->attempts->n, 2);
        QVERIFY(near(row->attempts->successAt1, 0.75));
        QVERIFY(near(row->attempts->successAtK, 1));
        QVERIFY(near(row->attempts->allOfK, 0.5));
        QVERIFY(near(row->usage.cost, 4.5, 1e-6));
        QVERIFY(near(row->usage.costPerSample, 1.5, 1e-6));
        QVERIFY(near(row->usage.seconds, 4, 1e-6)); // 2, 4, 9
    }

    void questionsAboutOneImageAreOneCluster()
    {
        const Bench bench;
        QByteArray samples = "index,question,A,B,answer,image\n";
        QByteArray responses = "index,model,response\n";
        for (int i = 0; i < 40; ++i) {
            // Ten images with four questions each, all right or all wrong.
            const QByteArray name = "i" + QByteArray::number(i / 4) + ".png";
            bench.write(QString::fromLatin1(name), picture(i / 4));
            samples += QByteArray::number(i) + ",Q?,x,y,A," + name + '\n';
            responses += QByteArray::number(i) + (i / 4 % 2 ? ",m,A\n" : ",m,B\n");
        }
        REQUIRE_RESULT(bench.importText(QStringLiteral("s.csv"), samples, QStringLiteral("set")));
        REQUIRE_RESULT(bench.importText(QStringLiteral("r.csv"), responses, QStringLiteral("set")));
        const QVector<ModelRow> rows = rowsOf(bench);
        const ModelRow* row = rowOf(rows, QStringLiteral("m"), Condition::Standard);
        QVERIFY(row);
        const stats::Interval interval = row->accuracy.accuracy.interval;
        // As wide as ten questions make it, not forty.
        QVERIFY2(
            interval.high - interval.low > 0.5, qPrintable(QString::number(interval.high - interval.low)));
        QCOMPARE(row->accuracy.accuracy.n, 40);
    }

    void howOftenOneAnswersWithoutLooking()
    {
        const Bench bench;
        fill(bench);
        SilentProgress progress;
        const auto less
            = compareBlindAnswering(*bench.project, QStringLiteral("m"), QStringLiteral("n"), progress);
        REQUIRE_RESULT(less);
        QCOMPARE(less->ratio.pairs, 8);
        QVERIFY(near(less->ratio.ratio, 0.5));
        const QString said = sentenceOf(*less).english();
        QVERIFY2(said.startsWith(
                     QStringLiteral("m answers without looking 50.0% less often than n (95% interval")),
            qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("50.0% against 100.0% of the 8 samples")), qPrintable(said));
        const auto more
            = compareBlindAnswering(*bench.project, QStringLiteral("n"), QStringLiteral("m"), progress);
        REQUIRE_RESULT(more);
        QVERIFY(sentenceOf(*more).english().contains(QStringLiteral("100.0% more often than m")));
        const auto same
            = compareBlindAnswering(*bench.project, QStringLiteral("n"), QStringLiteral("n"), progress);
        REQUIRE_RESULT(same);
        QVERIFY(sentenceOf(*same).english().contains(QStringLiteral("as often as")));
        const auto none
            = compareBlindAnswering(*bench.project, QStringLiteral("m"), QStringLiteral("x"), progress);
        QVERIFY(!none);
        QVERIFY(none.error().text().contains(QStringLiteral("condition blind")));
    }

    void realFigures_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("condition");
        QTest::addColumn<QString>("what");
        QTest::addColumn<double>("percent");
        const QStringList mathv{QStringLiteral("mathv/samples.jsonl"), QStringLiteral("mathv/responses.csv")};
        const QStringList oe{QStringLiteral("autoconverter_oe_mc/items.csv")};
        const QStringList circular{QStringLiteral("mmbench_circular/samples_and_predictions.csv")};
        const QStringList gym{QStringLiteral("reasoning_gym/attempts_easy.csv")};
        const int standard = int(Condition::Standard);
        QTest::newRow("blind") << mathv << "GPT4" << int(Condition::Blind) << "blind" << 5.76;
        QTest::newRow("mcq") << oe << "autoconverter_oe_mc" << standard << "accuracy" << 72.1;
        QTest::newRow("open") << oe << "autoconverter_oe_mc" << standard << "open" << 65.8;
        QTest::newRow("right only as MCQ") << oe << "autoconverter_oe_mc" << standard << "only mcq" << 178.0;
        QTest::newRow("circular") << circular << "llava-v1.5-13b" << int(Condition::Circular) << "accuracy"
                                  << 68.33;
        QTest::newRow("one of three") << gym << "openai_o3-mini" << standard << "success@1" << 89.18;
        QTest::newRow("any of three") << gym << "openai_o3-mini" << standard << "success@k" << 93.96;
        QTest::newRow("all of three") << gym << "openai_o3-mini" << standard << "all@k" << 83.08;
    }
    void realFigures()
    {
        QFETCH(QStringList, files);
        QFETCH(QString, model);
        QFETCH(int, condition);
        QFETCH(QString, what);
        QFETCH(double, percent);
        const QString data = sharedData();
        if (data.isEmpty()) {
            QSKIP("the real benchmark data is not beside the checkout");
        }
        const Bench bench;
        for (const QString& file : files) {
            REQUIRE_RESULT(bench.import(data + u'/' + file));
        }
        const QVector<ModelRow> rows = rowsOf(bench);
        const ModelRow* row = rowOf(rows, model, Condition(condition));
        QVERIFY(row);
        const double found = what == u"accuracy" ? 100 * row->accuracy.accuracy.value
            : what == u"blind"                   ? 100 * row->blind->accuracy.value
            : what == u"open"                    ? 100 * row->openEnded->drop.secondMean
            : what == u"only mcq"                ? row->openEnded->drop.onlyFirst
            : what == u"success@1"               ? 100 * row->attempts->successAt1
            : what == u"success@k"               ? 100 * row->attempts->successAtK
                                                 : 100 * row->attempts->allOfK;
        // The published attempts are the first three of up to six, right from .99 on instead of .5.
        const double tolerance = what.contains(u'@') ? 1.2 : 0.006;
        QVERIFY2(near(found, percent, tolerance), qPrintable(QString::number(found)));
    }
};

QTEST_GUILESS_MAIN(TestModelRows)
#include "tst_modelrows.moc"
