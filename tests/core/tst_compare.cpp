// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/comparison.h"
#include "core/compare/gapsplit.h"
#include "core/compare/tellapart.h"
#include "core/curate/rescoring.h"
#include "core/store/scoresets.h"
#include "importhelp.h"
#include "tests/support/testproject.h"

#include <QtTest>

#include <cmath>

using namespace winnow;
using namespace winnow::test;

namespace {

ComparisonRequest pairOf(const char* first, const char* second)
{
    ComparisonRequest request;
    request.first.model = QString::fromLatin1(first);
    request.second.model = QString::fromLatin1(second);
    return request;
}

/// A response as it is planted; no score = missing.
struct Planted {
    const char* answer = "";
    const char* text = "";
    std::optional<double> score = 0;
    int promptTokens = 50;
    int outputTokens = 10;
};

/// What two runs of one model say to a sample, and why their scores differ; nothing = they do not.
struct PlantedPair {
    std::optional<Planted> first;
    std::optional<Planted> second;
    std::optional<GapCause> cause;
};

/// One of each cause, and two on which the runs agree.
QVector<PlantedPair> plantedPairs()
{
    const char* longReply = "The chart shows four bars, and the second is the highest, so the answer is B.";
    return {{Planted{"B", "B", 1}, Planted{"B", "B", 1}, std::nullopt},
        {Planted{"A", "A", 0}, Planted{"C", "It is C", 0}, std::nullopt},
        {Planted{"B", "B", 1}, std::nullopt, GapCause::OnlyOne},
        {Planted{"A", "I think A", 0, 50}, Planted{"B", "Step by step: B", 1, 90}, GapCause::Prompt},
        {Planted{"A", "A or rather B", 0}, Planted{"B", "A or rather B", 1}, GapCause::Extraction},
        {Planted{"B", "B.", 1}, Planted{"b", "(b)", 0}, GapCause::Scorer},
        {Planted{"B", longReply, 1}, Planted{"", "The chart shows four bars, and the second", 0},
            GapCause::Truncation},
        {Planted{"B", "Surely it is B", 1}, Planted{"", "Let me look at every bar in turn and", 0, 50, 512},
            GapCause::Truncation},
        {Planted{"A", "A", 0}, Planted{"", "", std::nullopt}, GapCause::Missing},
        {Planted{"B", "It is B", 1}, Planted{"A", "It is A", 0}, GapCause::AnotherReply}};
}

/// A project with `times` of each planted pair, under two settings of the model m.
class PlantedProject : public Bench {
public:
    explicit PlantedProject(int times)
    {
        const QVector<PlantedPair> pairs = plantedPairs();
        m_samples = *addSamples(*project, QStringLiteral("set"), times * int(pairs.size()));
        for (qsizetype i = 0; i < m_samples.size(); ++i) {
            m_causes.append(pairs.at(i % pairs.size()).cause);
        }
        for (const bool second : {false, true}) {
            const auto done = project->write(
                {.parts = ChangeSet::Responses, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
                    ResponseStore store(c);
                    const RunId run = store.upsertRun(DatasetStore(c).byName(QStringLiteral("set"))->id,
                        store.upsertModel(QStringLiteral("m"), {}), Condition::Standard,
                        second ? QStringLiteral("b") : QStringLiteral("a"), {}, {});
                    ResponseWriter writer(c);
                    for (qsizetype i = 0; i < m_samples.size(); ++i) {
                        const PlantedPair& pair = pairs.at(i % pairs.size());
                        const std::optional<Planted>& said = second ? pair.second : pair.first;
                        if (said) {
                            writer.put(responseOf(*said, run, m_samples.at(i)));
                        }
                    }
                    writer.finish();
                    return {};
                });
            Q_ASSERT(done);
        }
    }

    const QVector<SampleId>& samples() const { return m_samples; }
    /// By sample.
    const QVector<std::optional<GapCause>>& causes() const { return m_causes; }

    static ComparisonRequest request()
    {
        ComparisonRequest request = pairOf("m", "m");
        request.first.setting = QStringLiteral("a");
        request.second.setting = QStringLiteral("b");
        return request;
    }

private:
    static Response responseOf(const Planted& said, RunId run, SampleId sample)
    {
        Response response;
        response.runId = run;
        response.sampleId = sample;
        response.text = QString::fromLatin1(said.text);
        response.answer = QString::fromLatin1(said.answer);
        response.score = said.score;
        response.promptTokens = said.promptTokens;
        response.outputTokens = said.outputTokens;
        return response;
    }

    QVector<SampleId> m_samples;
    QVector<std::optional<GapCause>> m_causes;
};

double sumOf(const GapSplit& split)
{
    double sum = 0;
    for (const GapPart& part : split.parts) {
        sum += part.contribution;
    }
    return sum;
}

/// Sources and responses of two models to four questions and two images.
void fillSmall(const Bench& bench)
{
    REQUIRE_RESULT(bench.importText(QStringLiteral("s.csv"),
        "index,question,A,B,answer,category\n1,Q1?,x,y,A,c1\n2,Q2?,x,y,B,c1\n3,Q3?,x,y,A,c2\n4,Q4?,x,y,B,"
        "c2\n",
        QStringLiteral("set")));
    REQUIRE_RESULT(bench.importText(QStringLiteral("r.csv"),
        "index,model,response\n1,one,A\n2,one,B\n3,one,B\n4,one,A\n1,two,A\n2,two,A\n3,two,A\n",
        QStringLiteral("set")));
}

Result<Comparison> compared(const Bench& bench, const ComparisonRequest& request)
{
    SilentProgress progress;
    return compareRuns(*bench.project, request, progress);
}

Result<GapSplit> split(const Bench& bench, const ComparisonRequest& request)
{
    SilentProgress progress;
    return splitGap(*bench.project, request, progress);
}

Result<QVector<Separability>> apart(const Bench& bench, const TellApartRequest& request = {})
{
    SilentProgress progress;
    return tellApart(*bench.project, request, progress);
}

} // namespace

/// Two runs sample by sample, why two numbers of one model differ, and what differences a set can show.
class TestCompare : public QObject {
    Q_OBJECT
private slots:
    void whoIsRightWhere()
    {
        const Bench bench;
        fillSmall(bench);
        const auto pair = compared(bench, pairOf("one", "two"));
        REQUIRE_RESULT(pair);
        const QVector<SampleId> ids{bench.sample(QStringLiteral("set/1")).id,
            bench.sample(QStringLiteral("set/2")).id, bench.sample(QStringLiteral("set/3")).id,
            bench.sample(QStringLiteral("set/4")).id};
        QCOMPARE(pair->samples.bothRight, QVector<SampleId>{ids[0]});
        QCOMPARE(pair->samples.onlyFirst, QVector<SampleId>{ids[1]});
        QCOMPARE(pair->samples.onlySecond, QVector<SampleId>{ids[2]});
        QCOMPARE(pair->samples.bothWrong, QVector<SampleId>());
        QCOMPARE(pair->samples.unpairedFirst, QVector<SampleId>{ids[3]});
        QCOMPARE(pair->all.pairs, 3);
        QCOMPARE(pair->all.mcNemar, 1.0);
        QCOMPARE(pair->first.all.n, 4);
        QCOMPARE(pair->second.missing, 1);
        QCOMPARE(pair->datasets, QStringList{QStringLiteral("set")});
        QVERIFY(verdictOf(*pair).english().startsWith(QStringLiteral("They cannot be told apart")));
    }

    void aRunAgainstItselfShowsNoDifference()
    {
        const Bench bench;
        fillSmall(bench);
        const auto pair = compared(bench, pairOf("one", "one"));
        REQUIRE_RESULT(pair);
        QCOMPARE(pair->all.difference, 0.0);
        QCOMPARE(pair->all.mcNemar, 1.0);
        QVERIFY(pair->all.interval.low < 0 && pair->all.interval.high > 0);
        QVERIFY(verdictOf(*pair).english().startsWith(QStringLiteral("No difference is seen")));
        const auto why = split(bench, pairOf("one", "one"));
        REQUIRE_RESULT(why);
        QCOMPARE(why->gap(), 0.0);
        for (const GapPart& part : why->parts) {
            QCOMPARE(part.samples(), 0);
        }
    }

    void onlyWhatIsAskedFor()
    {
        const Bench bench;
        fillSmall(bench);
        ComparisonRequest request = pairOf("one", "two");
        request.only = QVector<SampleId>{bench.sample(QStringLiteral("set/2")).id};
        const auto pair = compared(bench, request);
        REQUIRE_RESULT(pair);
        QCOMPARE(pair->all.pairs, 1);
        QCOMPARE(pair->all.onlyFirst, 1);
    }

    void missingCountsAsWrongWhereASideSaysSo()
    {
        const Bench bench;
        fillSmall(bench);
        REQUIRE_RESULT(bench.importText(QStringLiteral("t.csv"),
            "index,model,response\n4,two,Failed to obtain answer via API.\n", QStringLiteral("set")));
        ComparisonRequest request = pairOf("one", "two");
        const auto left = split(bench, request);
        REQUIRE_RESULT(left);
        QCOMPARE(left->secondCount, 3);
        request.second.missingIsWrong = true;
        const auto counted = split(bench, request);
        REQUIRE_RESULT(counted);
        QCOMPARE(counted->secondCount, 4);
        // Sample 4 is wrong in one and missing in two: now both score 0 there.
        QCOMPARE(counted->part(GapCause::Missing).contribution, 0.0);
        QVERIFY(std::abs(sumOf(*counted) - counted->gap()) < 1e-15);
        QCOMPARE(counted->gap(), 0.0);
    }

    void eachCauseIsFound()
    {
        const PlantedProject planted(40);
        const auto why = split(planted, PlantedProject::request());
        REQUIRE_RESULT(why);
        QHash<qint64, GapCause> found;
        for (const GapPart& part : why->parts) {
            for (const SampleId id : part.forFirst + part.forSecond) {
                QVERIFY(!found.contains(id.value));
                found.insert(id.value, part.cause);
            }
        }
        int right = 0;
        int differing = 0;
        for (qsizetype i = 0; i < planted.samples().size(); ++i) {
            const auto cause = planted.causes().at(i);
            const auto it = found.constFind(planted.samples().at(i).value);
            if (!cause) {
                QVERIFY(it == found.constEnd());
                continue;
            }
            ++differing;
            right += it != found.constEnd() && it.value() == *cause;
        }
        QCOMPARE(differing, 320);
        QVERIFY2(right >= 0.99 * differing, qPrintable(QString::number(right)));
        // By hand: each pair stands for a tenth; eight have both scores.
        QCOMPARE(why->firstCount, 400);
        QCOMPARE(why->secondCount, 320);
        QCOMPARE(why->common, 320);
        QVERIFY(std::abs(why->firstMean - 0.6) < 1e-12);
        QVERIFY(std::abs(why->secondMean - 3.0 / 8) < 1e-12);
        QVERIFY(std::abs(sumOf(*why) - why->gap()) < 1e-12);
        const auto points = [&](GapCause cause) { return why->part(cause).contribution; };
        // Without what the second was not asked the first has 5 of 9, without what it is missing 5 of 8.
        QVERIFY(std::abs(points(GapCause::OnlyOne) - (0.6 - 5.0 / 9)) < 1e-12);
        QVERIFY(std::abs(points(GapCause::Missing) - (5.0 / 9 - 5.0 / 8)) < 1e-12);
        QVERIFY(std::abs(points(GapCause::Prompt) + 1.0 / 8) < 1e-12);
        QVERIFY(std::abs(points(GapCause::Extraction) + 1.0 / 8) < 1e-12);
        QVERIFY(std::abs(points(GapCause::Scorer) - 1.0 / 8) < 1e-12);
        QVERIFY(std::abs(points(GapCause::Truncation) - 2.0 / 8) < 1e-12);
        QVERIFY(std::abs(points(GapCause::AnotherReply) - 1.0 / 8) < 1e-12);
        QCOMPARE(why->part(GapCause::Prompt).forSecond.size(), 40);
        QCOMPARE(why->unrecorded, 0);
    }

    void scoresAloneStayUnexplained()
    {
        const Bench bench;
        REQUIRE_RESULT(bench.importText(
            QStringLiteral("s.csv"), "index,question,answer\n1,Q1?,x\n2,Q2?,y\n", QStringLiteral("set")));
        REQUIRE_RESULT(bench.importText(QStringLiteral("r.csv"),
            "index,model,score\n1,one,1\n2,one,1\n1,two,1\n2,two,0\n", QStringLiteral("set")));
        const auto why = split(bench, pairOf("one", "two"));
        REQUIRE_RESULT(why);
        QCOMPARE(why->part(GapCause::AnotherReply).samples(), 1);
        QCOMPARE(why->unrecorded, 1);
    }

    void importsOfOneModelAreScoreSets()
    {
        const Bench bench;
        fillSmall(bench);
        // The same answers, read by somebody else: sample 3 is right for him.
        REQUIRE_RESULT(bench.importText(QStringLiteral("r2.csv"),
            "index,model,response,prediction,score\n1,one,A,A,1\n2,one,B,B,1\n3,one,B,A,1\n4,one,A,A,0\n",
            QStringLiteral("set")));
        const auto sets = bench.project->read([](sqlite::Connection& c) {
            ResponseStore store(c);
            return ScoreSets(c).ofRun(store.findRun(DatasetStore(c).byName(QStringLiteral("set"))->id,
                QStringLiteral("one"), Condition::Standard, {}));
        });
        REQUIRE_RESULT(sets);
        QCOMPARE(sets->size(), 2);
        ComparisonRequest request = pairOf("one", "one");
        request.first.scoreSet = sets->at(0).id;
        const auto why = split(bench, request);
        REQUIRE_RESULT(why);
        QCOMPARE(why->firstMean, 0.5);
        QCOMPARE(why->secondMean, 0.75);
        QCOMPARE(why->part(GapCause::Extraction).samples(), 1);
        QCOMPARE(why->part(GapCause::Extraction).contribution, -0.25);
        const auto pair = compared(bench, request);
        REQUIRE_RESULT(pair);
        QCOMPARE(pair->samples.onlySecond, QVector<SampleId>{bench.sample(QStringLiteral("set/3")).id});
    }

    void oneAttemptAgainstAnother()
    {
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("s.csv"),
            "index,question,A,B,answer\n1,Q1?,x,y,A\n2,Q2?,x,y,B\n", QStringLiteral("set")));
        REQUIRE_RESULT(bench.importText(QStringLiteral("r.csv"),
            "index,model,attempt,response\n1,m,1,A\n2,m,1,A\n1,m,2,B\n2,m,2,B\n", QStringLiteral("set")));
        ComparisonRequest request = pairOf("m", "m");
        request.first.attempt = 0;
        request.second.attempt = 1;
        const auto pair = compared(bench, request);
        REQUIRE_RESULT(pair);
        QCOMPARE(pair->all.onlyFirst, 1);
        QCOMPARE(pair->all.onlySecond, 1);
        const auto why = split(bench, request);
        REQUIRE_RESULT(why);
        QCOMPARE(why->part(GapCause::AnotherReply).samples(), 2);
        request.first.attempt = -1;
        const auto mean = compared(bench, request);
        REQUIRE_RESULT(mean);
        QCOMPARE(mean->all.firstMean, 0.5);
    }

    void whatIsNotThereIsNamed_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("condition");
        QTest::addColumn<QString>("dataset");
        QTest::addColumn<QString>("words");
        const int standard = int(Condition::Standard);
        QTest::newRow("model") << "nobody" << standard << QString() << "There are: one, two";
        QTest::newRow("condition") << "one" << int(Condition::Blind) << QString() << "There are: standard";
        QTest::newRow("dataset") << "one" << standard << "other"
                                 << "There are: set";
    }
    void whatIsNotThereIsNamed()
    {
        QFETCH(QString, model);
        QFETCH(int, condition);
        QFETCH(QString, dataset);
        QFETCH(QString, words);
        const Bench bench;
        fillSmall(bench);
        ComparisonRequest request = pairOf("two", "two");
        request.first.model = model;
        request.first.condition = Condition(condition);
        request.dataset = dataset;
        const auto pair = compared(bench, request);
        QVERIFY(!pair);
        QCOMPARE(pair.error().code, ErrorCode::NotFound);
        QVERIFY2(pair.error().text().contains(words), qPrintable(pair.error().text()));
    }

    void severalSettingsMustBeChosenFrom()
    {
        const PlantedProject planted(1);
        const auto pair = compared(planted, pairOf("m", "m"));
        QVERIFY(!pair);
        QCOMPARE(pair.error().code, ErrorCode::InvalidInput);
        QVERIFY(pair.error().text().contains(QStringLiteral("There are: a, b")));
    }

    void nothingInCommon()
    {
        const Bench bench;
        const auto samples = addSamples(*bench.project, QStringLiteral("set"), 4);
        REQUIRE_RESULT(samples);
        REQUIRE_RESULT(addResponses(
            *bench.project, QStringLiteral("set"), QStringLiteral("one"), *samples, QStringLiteral("11--")));
        REQUIRE_RESULT(addResponses(
            *bench.project, QStringLiteral("set"), QStringLiteral("two"), *samples, QStringLiteral("--11")));
        const auto pair = compared(bench, pairOf("one", "two"));
        REQUIRE_RESULT(pair);
        QCOMPARE(pair->all.pairs, 0);
        QVERIFY(verdictOf(*pair).english().startsWith(QStringLiteral("No sample has a score of both")));
        const auto why = split(bench, pairOf("one", "two"));
        QVERIFY(!why);
        QCOMPARE(why.error().code, ErrorCode::InvalidInput);
    }

    void whatASetCanTell_data()
    {
        QTest::addColumn<QStringList>("answers");
        QTest::addColumn<int>("tied");
        QTest::addColumn<QString>("words");
        const QString all(40, u'1');
        const QString none(40, u'0');
        const QString half = QString(20, u'1') + QString(20, u'0');
        QTest::newRow("no model") << QStringList() << 0 << QString();
        QTest::newRow("one model") << QStringList{half} << 1 << "One model";
        QTest::newRow("all right, all wrong") << QStringList{all, none} << 1 << "m0 is ahead of all others";
        QTest::newRow("both all right")
            << QStringList{all, all} << 2 << "m0 leads, and cannot be told from m1";
        QTest::newRow("three, one far behind")
            << QStringList{half, half, none} << 2 << "m0 leads, and cannot be told from m1.";
    }
    void whatASetCanTell()
    {
        QFETCH(QStringList, answers);
        QFETCH(int, tied);
        QFETCH(QString, words);
        const Bench bench;
        const auto samples = addSamples(*bench.project, QStringLiteral("set"), 40);
        REQUIRE_RESULT(samples);
        for (qsizetype m = 0; m < answers.size(); ++m) {
            REQUIRE_RESULT(addResponses(*bench.project, QStringLiteral("set"), QStringLiteral("m%1").arg(m),
                *samples, answers.at(m)));
        }
        const auto sets = apart(bench);
        REQUIRE_RESULT(sets);
        QCOMPARE(sets->size(), answers.isEmpty() ? 0 : 1);
        if (!answers.isEmpty()) {
            QCOMPARE(sets->first().tied(), tied);
            const QString verdict = verdictOf(sets->first()).english();
            QVERIFY2(verdict.startsWith(words), qPrintable(verdict));
            QCOMPARE(sets->first().samples, 40);
        }
    }

    void aCapabilityOrWhatAPolicyKeeps()
    {
        const Bench bench;
        const auto samples = addSamples(*bench.project, QStringLiteral("set"), 40);
        REQUIRE_RESULT(samples);
        // Right on the odd samples (chart) alone; and on the even ones alone.
        for (const QString& answers :
            {QStringLiteral("01").repeated(20), QStringLiteral("10").repeated(20)}) {
            REQUIRE_RESULT(addResponses(*bench.project, QStringLiteral("set"),
                answers.startsWith(u'0') ? QStringLiteral("odd") : QStringLiteral("even"), *samples,
                answers));
        }
        const auto chart = apart(bench, {{}, QStringLiteral("chart"), {}});
        REQUIRE_RESULT(chart);
        QCOMPARE(chart->first().samples, 20);
        QCOMPARE(chart->first().models.first().model, QStringLiteral("odd"));
        QCOMPARE(chart->first().tied(), 1);
        const auto few = apart(bench, {{}, {}, samples->first(10)});
        REQUIRE_RESULT(few);
        QCOMPARE(few->first().samples, 10);
        QCOMPARE(few->first().tied(), 2);
        const auto unknown = apart(bench, {{}, QStringLiteral("ocr"), {}});
        QVERIFY(!unknown);
        QVERIFY(unknown.error().text().contains(QStringLiteral("There are: chart, math")));
    }

    void holdsOnRealVerdicts()
    {
        const QString data = sharedData();
        if (data.isEmpty()) {
            QSKIP("the real benchmark data is not beside the checkout");
        }
        const Bench bench;
        REQUIRE_RESULT(bench.import(data + QStringLiteral("/mathv/samples.jsonl")));
        REQUIRE_RESULT(bench.import(data + QStringLiteral("/mathv/responses.csv")));
        SilentProgress progress;
        const auto done = rescore(
            *bench.project, {QStringLiteral("mathv"), QStringLiteral("GPT4"), ScoringRule(), true}, progress);
        REQUIRE_RESULT(done);
        ComparisonRequest request = pairOf("GPT4", "GPT4");
        request.first.condition = request.second.condition = Condition::Blind;
        const auto sets = bench.project->read(
            [&](sqlite::Connection& c) { return ScoreSets(c).ofRun(done->first().run.id); });
        REQUIRE_RESULT(sets);
        request.first.scoreSet = sets->first().id;
        const auto why = split(bench, request);
        REQUIRE_RESULT(why);
        // The authors' 5.76 against what their own recorded answers say of the key.
        QVERIFY(std::abs(100 * why->firstMean - 5.76) < 0.01);
        QVERIFY(std::abs(sumOf(*why) - why->gap()) < 1e-12);
        QVERIFY(why->part(GapCause::Scorer).forSecond.size() > 40);
        // The replies are the same: nothing else can be the cause.
        for (const GapCause cause : {GapCause::OnlyOne, GapCause::Prompt, GapCause::Truncation,
                 GapCause::Missing, GapCause::AnotherReply}) {
            QCOMPARE(why->part(cause).samples(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestCompare)
#include "tst_compare.moc"
