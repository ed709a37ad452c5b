// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/responseblock.h"

#include "core/stats/random.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace winnow;

Q_DECLARE_METATYPE(winnow::DetailBlock)

/// What is packed is what comes back, and bytes that were not packed are no block.
class TestResponseBlock : public QObject {
    Q_OBJECT

    static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

    static bool same(const std::vector<double>& a, const std::vector<double>& b)
    {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](double x, double y) {
            return std::isnan(x) ? std::isnan(y) : x == y && std::signbit(x) == std::signbit(y);
        });
    }
    static ScoreBlock scores(stats::Random& random, std::size_t entries, bool gaps, int values, int answers)
    {
        ScoreBlock block;
        quint16 sample = quint16(gaps ? random.below(3) : random.below(kBlockSize - entries + 1));
        for (std::size_t i = 0; i < entries; ++i) {
            block.samples.push_back(sample);
            sample = quint16(sample + 1 + (gaps && i % 7 == 3 ? 1 : 0));
            const auto value = random.below(quint64(values) + 1);
            block.scores.push_back(value == 0 ? kNone : double(value - 1) / std::max(1, values - 1));
            block.codes.push_back(quint16(random.below(quint64(answers) + 2)));
        }
        for (int i = 0; i < answers; ++i) {
            block.answers.push_back(
                i == 0 ? std::string() : std::string("answer \xed\x95\x9c ") + std::to_string(i));
        }
        return block;
    }
    static DetailBlock details(stats::Random& random, std::size_t entries)
    {
        DetailBlock block;
        block.probabilityOffsets.push_back(0);
        for (std::size_t i = 0; i < entries; ++i) {
            block.texts.push_back(random.chance(.2) ? 0 : qint64(random.below(1ull << 40)));
            block.promptTokens.push_back(random.chance(.2) ? -1 : qint64(random.below(100000)));
            block.outputTokens.push_back(qint64(random.below(1ull << 50)));
            block.latency.push_back(random.chance(.2) ? kNone : random.uniform() * 100);
            block.cost.push_back(i % 2 ? .5 : -0.0);
            block.verifier.push_back(random.chance(.2) ? kNone : double(random.below(6)));
            block.logProbability.push_back(random.chance(.2) ? kNone : -10 * random.uniform());
            for (quint64 p = random.below(6); p > 0; --p) {
                block.probabilities.push_back(random.chance(.1) ? kNone : random.uniform());
            }
            block.probabilityOffsets.push_back(quint32(block.probabilities.size()));
        }
        return block;
    }

private slots:
    void scoresComeBack_data()
    {
        QTest::addColumn<int>("entries");
        QTest::addColumn<bool>("gaps");
        QTest::addColumn<int>("values");
        QTest::addColumn<int>("answers");
        QTest::newRow("nothing") << 0 << false << 2 << 0;
        QTest::newRow("one") << 1 << false << 2 << 1;
        QTest::newRow("full, letters") << kBlockSize << false << 2 << 5;
        QTest::newRow("gaps") << 700 << true << 2 << 4;
        QTest::newRow("more scores than codes") << kBlockSize << false << 900 << 4;
        QTest::newRow("253 answers") << kBlockSize << false << 2 << 253;
        QTest::newRow("254 answers") << kBlockSize << false << 2 << 254;
        QTest::newRow("every answer another") << kBlockSize << false << 11 << kBlockSize;
    }
    void scoresComeBack()
    {
        QFETCH(int, entries);
        QFETCH(bool, gaps);
        QFETCH(int, values);
        QFETCH(int, answers);
        stats::Random random(7);
        const ScoreBlock block = scores(random, std::size_t(entries), gaps, values, answers);
        const auto back = unpackScores(packScores(block));
        QVERIFY(back);
        QVERIFY(back->samples == block.samples);
        QVERIFY(same(back->scores, block.scores));
        QVERIFY(back->answers.size() <= std::min(block.answers.size(), block.size()));
        for (std::size_t i = 0; i < block.size(); ++i) {
            QCOMPARE(back->answer(i), block.answer(i));
            QCOMPARE(std::min<int>(back->codes[i], 2), std::min<int>(block.codes[i], 2));
            QCOMPARE(back->find(block.samples[i]), int(i));
        }
        QCOMPARE(back->find(quint16(kBlockSize - 1)),
            block.size() > 0 && block.samples.back() == kBlockSize - 1 ? int(block.size()) - 1 : -1);
    }

    void lettersTakeTwoBytes()
    {
        stats::Random random(1);
        const ScoreBlock block = scores(random, kBlockSize, false, 2, 4);
        QVERIFY(packScores(block).size() < 2 * kBlockSize + 200);
    }

    void detailsComeBack()
    {
        stats::Random random(3);
        const DetailBlock block = details(random, 800);
        const auto back = unpackDetails(packDetails(block, 800), 800);
        QVERIFY(back);
        QVERIFY(back->texts == block.texts);
        QVERIFY(back->promptTokens == block.promptTokens);
        QVERIFY(back->outputTokens == block.outputTokens);
        QVERIFY(same(back->latency, block.latency));
        QVERIFY(same(back->cost, block.cost));
        QVERIFY(same(back->verifier, block.verifier));
        QVERIFY(same(back->logProbability, block.logProbability));
        QVERIFY(same(back->probabilities, block.probabilities));
        QVERIFY(back->probabilityOffsets == block.probabilityOffsets);
        QVERIFY(!unpackDetails(packDetails(block, 800), 799));
        const auto none = unpackDetails(packDetails(DetailBlock(), 5), 5);
        QVERIFY(none && none->isEmpty());
    }

    // Without ratings a block is what it was before there were any: byte for byte, so that older files are
    // read.
    void blocksWithoutRatingsAreThoseOfBefore_data()
    {
        QTest::addColumn<DetailBlock>("block");
        QTest::addColumn<QByteArray>("packed");
        // Version, entries; texts, prompt tokens, output tokens, seconds, cost, probabilities.
        const double none = kNone;
        QTest::newRow("nothing") << DetailBlock() << QByteArray::fromHex("0102000000000000");
        DetailBlock texts;
        texts.texts = {7, 0};
        QTest::newRow("texts") << texts << QByteArray::fromHex("0102010e0d0000000000");
        DetailBlock costs;
        costs.cost = {.5, none};
        QTest::newRow("costs") << costs
                               << QByteArray::fromHex(
                                      "0102000000000202000000000000e03f000000000000f87f000100");
        DetailBlock rated;
        rated.verifier = {1, none};
        QTest::newRow("ratings") << rated
                                 << QByteArray::fromHex(
                                        "020200000000000202000000000000f03f000000000000f87f00010000");
        DetailBlock likely;
        likely.logProbability = {-1, -1};
        QTest::newRow("log-probabilities")
            << likely << QByteArray::fromHex("02020000000000000201000000000000f0bf000000");
    }
    void blocksWithoutRatingsAreThoseOfBefore()
    {
        QFETCH(DetailBlock, block);
        QFETCH(QByteArray, packed);
        QCOMPARE(packDetails(block, 2).toHex(), packed.toHex());
        const auto back = unpackDetails(packed, 2);
        QVERIFY(back);
        QVERIFY(same(back->cost, block.cost) && same(back->verifier, block.verifier)
            && same(back->logProbability, block.logProbability));
        QVERIFY(back->texts == block.texts);
        // A version that is not known yet is no block.
        QByteArray later = packed;
        later[0] = 3;
        QVERIFY(!unpackDetails(later, 2));
    }

    // Whatever stands there: no block, or a block in which every code and offset can be followed.
    void damagedBytesAreNoTrap()
    {
        stats::Random random(11);
        const QByteArray packedScores = packScores(scores(random, 300, true, 2, 6));
        const QByteArray packedDetails = packDetails(details(random, 300), 300);
        for (int round = 0; round < 20000; ++round) {
            const bool ofScores = round % 2 == 0;
            QByteArray bytes = ofScores ? packedScores : packedDetails;
            for (quint64 flips = 1 + random.below(3); flips > 0; --flips) {
                bytes[qsizetype(random.below(quint64(bytes.size())))] = char(random.below(256));
            }
            if (random.chance(.3)) {
                bytes.truncate(qsizetype(random.below(quint64(bytes.size()))));
            }
            if (ofScores) {
                if (const auto block = unpackScores(bytes)) {
                    QCOMPARE(block->scores.size(), block->size());
                    QCOMPARE(block->codes.size(), block->size());
                    for (std::size_t i = 0; i < block->size(); ++i) {
                        (void)block->answer(i);
                        QVERIFY(block->samples[i] < kBlockSize);
                    }
                }
            } else if (const auto block = unpackDetails(bytes, 300)) {
                QVERIFY(block->texts.empty() || block->texts.size() == 300);
                QVERIFY(block->probabilityOffsets.empty()
                    || block->probabilityOffsets.back() == block->probabilities.size());
            }
        }
        for (qsizetype size = 0; size < packedScores.size(); ++size) {
            QVERIFY(!unpackScores(packedScores.left(size)));
        }
        QVERIFY(!unpackScores(packedScores + 'x'));
    }
};

QTEST_GUILESS_MAIN(TestResponseBlock)
#include "tst_responseblock.moc"
