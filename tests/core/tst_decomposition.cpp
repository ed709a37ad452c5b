// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gaps/decomposition.h"
#include "tests/support/simulatedattempts.h"

#include <QtTest>

#include <cmath>

using namespace winnow;
using test::addContender;
using test::emptyTable;

namespace {

bool near(double a, double b, double within = 1e-6)
{
    return std::abs(a - b) <= within;
}

SilentProgress& quiet()
{
    static SilentProgress progress;
    return progress;
}

/// `questions` questions with as many steps each as names; the question and its steps stand one after the
/// other.
AttemptTable withSteps(std::size_t questions, const QStringList& names)
{
    const std::size_t size = std::size_t(names.size()) + 1;
    AttemptTable table = emptyTable(questions * size);
    table.stepNames = names;
    table.step.assign(table.size(), 0);
    for (std::size_t q = 0; q < questions; ++q) {
        Chain chain;
        chain.question = qint32(q * size);
        for (std::size_t s = 1; s < size; ++s) {
            chain.steps.push_back(std::uint32_t(q * size + s));
            table.step[q * size + s] = quint16(s);
        }
        for (std::size_t at = q * size; at < (q + 1) * size; ++at) {
            table.cluster[at] = std::uint32_t(q * size);
        }
        table.chains.append(chain);
    }
    return table;
}

void set(Contender& contender, const QByteArray& outcomes, std::size_t attempt = 0)
{
    for (qsizetype i = 0; i < outcomes.size(); ++i) {
        contender.tries[attempt].outcome[std::size_t(i)] = outcomes.at(i) == 'r' ? Try::Right
            : outcomes.at(i) == ' '                                              ? Try::None
                                                                                 : Try::Wrong;
    }
}

} // namespace

/// Steps: accuracy of each, chains that break, mixtures of models, contexts.
class TestDecomposition : public QObject {
    Q_OBJECT

private slots:
    void chainsByHand()
    {
        AttemptTable table = withSteps(4, {QStringLiteral("read"), QStringLiteral("count")});
        // question, read, count.
        set(addContender(table, QStringLiteral("m"), 1, 0.5F),
            "rrr"
            ".rr"
            "r.r"
            ".r.");
        const Decomposition of = measureDecomposition(table, quiet());
        QCOMPARE(of.steps.size(), qsizetype{2});
        QVERIFY(near(of.steps[0].accuracy.mean, 0.75) && near(of.steps[1].accuracy.mean, 0.75));
        QCOMPARE(of.steps[0].wrong, 1);
        QCOMPARE(of.chains.size(), qsizetype{1});
        const ChainFigures& chain = of.chains.first();
        QCOMPARE(chain.chains.size(), std::size_t{4});
        QVERIFY(near(chain.endToEnd.mean, 0.5));
        QVERIFY(near(chain.product, 0.75 * 0.75));
        QVERIFY(near(chain.onePath.mean, 0.5));
        QCOMPARE(chain.breaks, (std::vector<qint64>{1, 1}));
        QVERIFY(near(chain.pathDollars, 1) && near(chain.endToEndDollars, 0.5));
        QVERIFY(std::isnan(chain.verified.mean) && std::isnan(chain.verifiedDollars));
        QCOMPARE(brokenAt(table, chain, 0), (QVector<SampleId>{{8}}));
        QCOMPARE(brokenAt(table, chain, 1), (QVector<SampleId>{{12}}));
        QCOMPARE(wrongSteps(table, 0, 1), (QVector<SampleId>{{12}}));
        QVERIFY(!of.mixed && of.contexts.isEmpty());
    }

    void severalVerifiedTriesAStep_data()
    {
        QTest::addColumn<QByteArray>("outcomes");
        QTest::addColumn<double>("anyRight");
        QTest::addColumn<double>("verified");
        QTest::addColumn<double>("countVerified");
        // By try: question, read, count.
        QTest::newRow("settled by votes") << QByteArray("..r.rr.rr") << 1.0 << 1.0 << 1.0;
        // Once right of three that do not agree: a third.
        QTest::newRow("never read, counted once") << QByteArray("..r......") << 0.0 << 0.0 << 1.0 / 3;
    }
    void severalVerifiedTriesAStep()
    {
        QFETCH(QByteArray, outcomes);
        QFETCH(double, anyRight);
        QFETCH(double, verified);
        QFETCH(double, countVerified);
        // The same question twenty times, so that both halves have it.
        AttemptTable table = withSteps(20, {QStringLiteral("read"), QStringLiteral("count")});
        Contender& of = addContender(table, QStringLiteral("m"), 3, 1);
        for (std::size_t t = 0; t < 3; ++t) {
            set(of, outcomes.mid(qsizetype(t) * 3, 3).repeated(20), t);
            // Right answers agree, wrong ones do not.
            for (std::size_t i = 0; i < table.size(); ++i) {
                of.tries[t].answer[i] = FirstAnswerMark + (of.right(i, t) ? 0U : 1U + std::uint32_t(t));
            }
        }
        const Decomposition measured = measureDecomposition(table, quiet());
        const ChainFigures& chain = measured.chains.first();
        QCOMPARE(chain.attempts, 3);
        QCOMPARE(chain.verifier.kind, VerifierKind::Agreement);
        QVERIFY(near(chain.onePath.mean, 0));
        QVERIFY(near(chain.anyRight.mean, anyRight));
        QVERIFY(near(chain.verified.mean, verified));
        // Over the same chains as one path.
        QCOMPARE(chain.verified.n, 20);
        QVERIFY(near(chain.verifiedDollars, 6));
        QCOMPARE(measured.steps.size(), qsizetype{2});
        QVERIFY(near(measured.steps[1].verified, countVerified));
        for (const StepFigures& step : measured.steps) {
            QCOMPARE(step.attempts, 3);
            QVERIFY(step.successAtK >= step.verified - 1e-9);
        }
    }

    void stepsNest()
    {
        AttemptTable table = withSteps(2, {QStringLiteral("look"), QStringLiteral("tell")});
        // "look" of the first question (place 1) has two steps of its own, and was not asked itself.
        table.stepNames += {QStringLiteral("find"), QStringLiteral("crop")};
        for (int more = 0; more < 2; ++more) {
            table.samples.push_back(qint64(table.size()) + 1);
            table.dataset.push_back(0);
            table.capability.push_back(0);
            table.cluster.push_back(0);
            table.images.push_back(1);
            table.step.push_back(quint16(3 + more));
        }
        table.chains.append({1, {6, 7}});
        Contender& of = addContender(table, QStringLiteral("m"), 1);
        // q look tell | q look tell | find crop
        set(of, "r rrrrr.");
        const Decomposition measured = measureDecomposition(table, quiet());
        const ChainFigures& chain = measured.chains.first();
        // Two chains, the inner one is part of the first.
        QCOMPARE(chain.chains.size(), std::size_t{2});
        QVERIFY(near(chain.onePath.mean, 0.5));
        QCOMPARE(chain.breaks, (std::vector<qint64>{0, 0, 0, 1}));
        QCOMPARE(brokenAt(table, chain, 3), (QVector<SampleId>{{8}}));
        // Asked itself, its own answer counts.
        table.contenders[0].tries[0].outcome[1] = Try::Right;
        QVERIFY(near(measureDecomposition(table, quiet()).chains.first().onePath.mean, 1));
    }

    void aStepThatWasNotTriedLeavesTheChainOut()
    {
        AttemptTable table = withSteps(2, {QStringLiteral("read")});
        set(addContender(table, QStringLiteral("m"), 1), "rrr ");
        const Decomposition of = measureDecomposition(table, quiet());
        QCOMPARE(of.chains.first().chains.size(), std::size_t{1});
        QCOMPARE(of.steps.first().accuracy.n, 1);
    }

    void whatTheScopeLeavesOutIsNoShorterChain()
    {
        AttemptTable table = withSteps(2, {QStringLiteral("read"), QStringLiteral("count")});
        set(addContender(table, QStringLiteral("m"), 1), "rrrrr.");
        table.chains[1].steps.pop_back();
        table.chains[1].complete = false;
        const Decomposition of = measureDecomposition(table, quiet());
        QCOMPARE(of.chains.first().chains.size(), std::size_t{1});
    }

    void aFewChainsHaveNoSay()
    {
        stats::Random random(3);
        AttemptTable table = withSteps(100, {QStringLiteral("read"), QStringLiteral("count")});
        for (const char* name : {"a", "b", "few"}) {
            Contender& of = addContender(table, QString::fromLatin1(name), 1);
            for (std::size_t i = 0; i < table.size(); ++i) {
                of.tries[0].outcome[i] = random.chance(0.7) ? Try::Right : Try::Wrong;
                if (of.name == u"few" && i >= 3) {
                    of.tries[0].outcome[i] = Try::None;
                }
            }
        }
        QVERIFY(measureDecomposition(table, quiet()).mixed.has_value());
    }

    /// Ratings and answers of nothing: the best verifier by one half gains nothing on the other.
    void chanceVerifiesNoStep()
    {
        double gained = 0;
        constexpr int kTables = 60;
        for (quint64 seed = 1; seed <= kTables; ++seed) {
            stats::Random random(seed);
            AttemptTable table = withSteps(40, {QStringLiteral("read")});
            Contender& of = addContender(table, QStringLiteral("m"), 3);
            for (TryColumn& column : of.tries) {
                column.rating.resize(table.size());
                column.logProbability.resize(table.size());
                for (std::size_t i = 0; i < table.size(); ++i) {
                    column.outcome[i] = random.chance(0.5) ? Try::Right : Try::Wrong;
                    column.answer[i] = FirstAnswerMark + std::uint32_t(random.below(4));
                    column.rating[i] = float(random.normal());
                    column.logProbability[i] = float(random.normal());
                }
            }
            gained += measureDecomposition(table, quiet()).steps.first().verified - 0.5;
        }
        QVERIFY2(std::abs(gained / kTables) < 0.03, QByteArray::number(gained / kTables));
    }

    void theBestModelForEachStep()
    {
        // One reads, the other counts; neither does both.
        stats::Random random(3);
        AttemptTable table = withSteps(400, {QStringLiteral("read"), QStringLiteral("count")});
        Contender& reader = addContender(table, QStringLiteral("reader"), 1, 1);
        for (std::size_t i = 0; i < table.size(); ++i) {
            reader.tries[0].outcome[i]
                = random.chance(table.step[i] == 1 ? 0.95 : 0.5) ? Try::Right : Try::Wrong;
        }
        Contender& counter = addContender(table, QStringLiteral("counter"), 1, 3);
        for (std::size_t i = 0; i < table.size(); ++i) {
            counter.tries[0].outcome[i]
                = random.chance(table.step[i] == 2 ? 0.95 : 0.5) ? Try::Right : Try::Wrong;
        }
        const Decomposition of = measureDecomposition(table, quiet());
        QVERIFY(of.mixed.has_value());
        QCOMPARE(of.mixed->contenders, (std::vector<std::size_t>{0, 1}));
        QVERIFY(near(of.mixed->onePath.mean, 0.9025, 0.05));
        QVERIFY(near(of.mixed->singlePath.mean, 0.475, 0.08));
        QVERIFY(of.mixed->against.interval.low > 0.3);
        QVERIFY(near(of.mixed->dollars, 4));
        // By name of the step, best first.
        QCOMPARE(table.contenders.at(qsizetype(of.steps.first().contender)).name, QStringLiteral("reader"));
    }

    void moreContextAgainstLess()
    {
        stats::Random random(8);
        AttemptTable table = withSteps(300, {QStringLiteral("read")});
        for (const bool whole : {true, false}) {
            Contender& of = addContender(
                table, whole ? QStringLiteral("m (all)") : QStringLiteral("m (step)"), 1, whole ? 5 : 1);
            of.model = QStringLiteral("m");
            for (std::size_t i = 0; i < table.size(); ++i) {
                of.tries[0].promptTokens[i] = whole ? 4'000 : 300;
                of.tries[0].outcome[i] = random.chance(whole ? 0.6 : 0.8) ? Try::Right : Try::Wrong;
            }
        }
        addContender(table, QStringLiteral("other"), 1);
        const Decomposition of = measureDecomposition(table, quiet());
        QCOMPARE(of.contexts.size(), qsizetype{1});
        const ContextPair& pair = of.contexts.first();
        QCOMPARE(table.contenders.at(qsizetype(pair.whole)).name, QStringLiteral("m (all)"));
        QVERIFY(near(pair.wholeTokens, 4'000) && near(pair.neededTokens, 300));
        QVERIFY(near(pair.wholeDollars, 5) && near(pair.neededDollars, 1));
        QVERIFY(pair.accuracy.difference < -0.1 && pair.accuracy.interval.high < 0);
        // As much carried in is no other context.
        table.contenders[0].tries[0].promptTokens = table.contenders[1].tries[0].promptTokens;
        QVERIFY(measureDecomposition(table, quiet()).contexts.isEmpty());
    }

    void withoutStepsThereIsNothing()
    {
        AttemptTable table = test::simulatedAttempts(20, 2, 1, 1);
        QVERIFY(measureDecomposition(table, quiet()).isEmpty());
        QVERIFY(wrongSteps(table, 0, 0).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestDecomposition)
#include "tst_decomposition.moc"
