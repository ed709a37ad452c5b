// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A score that is called a probability is one: what people checked turns the label model's beliefs into
// chances, on generated benchmarks and on MMLU-Redux; without it the scores are a rank.
#include "core/audit/models/labelscores.h"
#include "core/demo/demobenchmark.h"
#include "core/stats/faultcurve.h"
#include "core/stats/ranking.h"
#include "tests/core/auditfixture.h"
#include "tests/support/mmluredux.h"

#include <boost/math/distributions/beta.hpp>

#include <map>

using namespace winnow;
using namespace winnow::test;

namespace {

/// Exact 99.5% interval of a share (Clopper and Pearson 1934).
std::pair<double, double> exactInterval(int hits, int count)
{
    const double tail = 0.0025;
    const auto quantile = [](double a, double b, double p) {
        return boost::math::quantile(boost::math::beta_distribution<double>(a, b), p);
    };
    return {hits == 0 ? 0.0 : quantile(hits, count - hits + 1, tail),
        hits == count ? 1.0 : quantile(hits + 1, count - hits, 1 - tail)};
}

struct Judged {
    double score;
    bool fault;
};

/// Whether in every tenth of the scores the mean score lies in the interval of the share of faults; tenths of
/// under 50 samples are put to the next.
bool isCalibrated(const std::vector<Judged>& judged, QString* told = nullptr)
{
    std::vector<std::vector<Judged>> tenths(10);
    for (const Judged& one : judged) {
        tenths[std::size_t(std::min(9, int(one.score * 10)))].push_back(one);
    }
    std::vector<std::vector<Judged>> merged;
    std::vector<Judged> pending;
    for (const auto& tenth : tenths) {
        pending.insert(pending.end(), tenth.begin(), tenth.end());
        if (pending.size() >= 50) {
            merged.push_back(std::move(pending));
            pending.clear();
        }
    }
    if (!pending.empty() && !merged.empty()) {
        merged.back().insert(merged.back().end(), pending.begin(), pending.end());
    }
    bool all = !merged.empty();
    for (const auto& tenth : merged) {
        double sum = 0;
        int faults = 0;
        for (const Judged& one : tenth) {
            sum += one.score;
            faults += one.fault;
        }
        const double mean = sum / double(tenth.size());
        const auto [low, high] = exactInterval(faults, int(tenth.size()));
        all = all && mean >= low && mean <= high;
        if (told != nullptr) {
            *told += QStringLiteral(" %1: said %2, is %3 [%4, %5];")
                         .arg(tenth.size())
                         .arg(mean, 0, 'f', 3)
                         .arg(faults / double(tenth.size()), 0, 'f', 3)
                         .arg(low, 0, 'f', 3)
                         .arg(high, 0, 'f', 3);
        }
    }
    return all;
}

/// The label scores of the samples that were not drawn, once `draws` verdicts drawn by `seed` are decided.
/// `before` takes the scores without them.
struct Trial {
    std::vector<Judged> rest;
    double area = 0;
    double areaBefore = 0;
    ScoreScale scale = ScoreScale::Rank;
};

Trial tryVerdicts(const AuditData& data, const std::vector<bool>& fault, const std::vector<bool>& left,
    int draws, quint64 seed)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (!left[i]) {
            order.push_back(i);
        }
    }
    stats::Random random(seed);
    random.shuffle(std::span(order));
    const auto checked = std::make_shared<AuditData>(data);
    checked->labelChecks.assign(data.size(), LabelCheck::None);
    for (std::size_t at = 0; at < std::min(order.size(), std::size_t(draws)); ++at) {
        checked->labelChecks[order[at]] = fault[order[at]] ? LabelCheck::Faulty : LabelCheck::Sound;
    }
    const DetectorResult before = evaluate("label_quality", data);
    const DetectorResult after = evaluate("label_quality", *checked);
    Trial trial;
    trial.scale = after.rankingScale;
    std::vector<double> scores;
    std::vector<double> earlier;
    std::vector<int> faults;
    for (std::size_t at = std::size_t(draws); at < order.size(); ++at) {
        const std::size_t i = order[at];
        if (after.ranking[i] == after.ranking[i]) {
            trial.rest.push_back({double(after.ranking[i]), fault[i]});
            scores.push_back(double(after.ranking[i]));
            earlier.push_back(double(before.ranking[i]));
            faults.push_back(fault[i]);
        }
    }
    trial.area = stats::areaUnderCurve(scores, faults).value;
    trial.areaBefore = stats::areaUnderCurve(earlier, faults).value;
    return trial;
}

/// The largest dataset of a generated benchmark, its responses with the image and without options; `fault`
/// takes which gold answers are planted as wrong or ambiguous.
std::shared_ptr<const AuditData> generated(int models, quint64 seed, std::vector<bool>& fault)
{
    DemoOptions options;
    options.samples = 1500;
    options.models = models;
    options.seed = seed;
    options.renderImages = false;
    const auto demo = DemoBenchmark::generate(options);
    if (!demo) {
        qFatal("%s", qPrintable(demo.error().text()));
    }
    QSet<QString> planted;
    for (const DemoTruth& row : demo->truth()) {
        if (row.kind == u"label_incorrect" || row.kind == u"label_ambiguous") {
            planted.insert(row.sampleKey);
        }
    }
    AuditDataBuilder builder;
    const QVector<Sample>& samples = demo->samples();
    for (const Sample& sample : samples) {
        builder.addSample(sample);
        fault.push_back(planted.contains(sample.key()));
    }
    std::map<std::pair<int, int>, std::size_t> columns;
    for (int i = 0; i < samples.size(); ++i) {
        for (const Response& response : demo->responses(i, false)) {
            const int run = int(response.runId.value) - 1;
            const DemoRun& row = demo->runs()[run];
            if (row.condition != Condition::Standard || response.shift != 0) {
                continue;
            }
            const auto [known, fresh]
                = columns.try_emplace({run, response.attempt}, builder.data().columns.size());
            if (fresh) {
                const DemoModel& model = demo->models()[row.model];
                builder.addColumn(model.name, row.condition, response.attempt, 0, QString(), model.family);
            }
            ResponseColumn& column = builder.data().columns[known->second];
            if (response.score) {
                column.scores[std::size_t(i)] = float(*response.score);
            }
            column.codes[std::size_t(i)] = response.answer.isEmpty() ? kNoAnswer
                : builder.data().isChoice(column, std::size_t(i))    ? optionPosition(response.answer)
                                                                     : builder.intern(response.answer);
        }
    }
    return builder.finish();
}

} // namespace

class TestLabelScores : public QObject {
    Q_OBJECT

private slots:
    // Reference values: the same integral, done apart with numpy and scipy.
    void curveIsThePosteriorMean()
    {
        const auto near = [](double value, double wanted) { return std::abs(value - wanted) < 1e-6; };
        const stats::FaultCurve cautious;
        QVERIFY(near(cautious(0.5), 0.203136964));
        QVERIFY(near(cautious(0.65), 0.286082042));
        QVERIFY(near(cautious(0.99), 0.819636890));
        QVERIFY(near(cautious(0.01), 0.050262437));
        std::vector<stats::CheckedBelief> few{{0.9, true}, {0.9, true}, {0.9, false}, {0.5, false}};
        few.insert(few.end(), 20, {0.02, false});
        const stats::FaultCurve afterFew(few);
        QVERIFY(near(afterFew(0.5), 0.160016961));
        QVERIFY(near(afterFew(0.9), 0.590027384));
        QVERIFY(near(afterFew(0.02), 0.043590628));
        std::vector<stats::CheckedBelief> many;
        many.insert(many.end(), 30, {0.9, true});
        many.insert(many.end(), 10, {0.9, false});
        many.insert(many.end(), 200, {0.02, false});
        many.insert(many.end(), 10, {0.02, true});
        const stats::FaultCurve afterMany(many);
        QVERIFY(near(afterMany(0.5), 0.206780642));
        QVERIFY(near(afterMany(0.9), 0.740717008));
        QVERIFY(near(afterMany(0.02), 0.047645213));
    }

    void curveKeepsTheOrder()
    {
        const std::vector<stats::CheckedBelief> odd{{0.9, false}, {0.8, false}, {0.1, true}, {0.2, true}};
        for (const stats::FaultCurve& curve : {stats::FaultCurve(), stats::FaultCurve(odd)}) {
            double last = -1;
            for (double belief = 0.0001; belief < 0.9999; belief += 0.0007) {
                const double chance = curve(belief);
                QVERIFY(chance > last && chance > 0 && chance < 1);
                last = chance;
            }
            QVERIFY(std::isnan(curve(std::numeric_limits<double>::quiet_NaN())));
            QVERIFY(curve(0) > 0 && curve(1) < 1);
        }
    }

    void withoutChecksScoresAreARank()
    {
        std::vector<bool> fault;
        const auto data = generated(8, 901, fault);
        for (const int checks : {0, LabelScores::kEnough - 1, LabelScores::kEnough}) {
            auto checked = std::make_shared<AuditData>(*data);
            checked->labelChecks.assign(data->size(), LabelCheck::None);
            std::fill_n(checked->labelChecks.begin(), checks, LabelCheck::Sound);
            const DetectorResult result = evaluate("label_quality", *checked);
            const bool probable = checks == LabelScores::kEnough;
            QCOMPARE(result.preview->scale, probable ? ScoreScale::Probability : ScoreScale::Rank);
            QCOMPARE(result.preview->scoreTitle.startsWith(QLatin1String("probability")), probable);
            QVERIFY(!result.flags.empty());
            std::map<double, qint64> places;
            for (const FlagDraft& flag : result.flags) {
                QCOMPARE(flag.evidence.value(QLatin1String("scale")).toString(),
                    probable ? QStringLiteral("probability") : QStringLiteral("rank"));
                QCOMPARE(flag.evidence.value(QLatin1String("checked")).toInt(), checks);
                QCOMPARE(flag.evidence.contains(QLatin1String("place")), !probable);
                places[-flag.score] = flag.evidence.value(QLatin1String("place")).toInteger();
            }
            qint64 last = probable ? -1 : 0;
            for (const auto& [score, place] : places) {
                QVERIFY(probable || place > last);
                last = place;
            }
        }
    }

    /// 300 verdicts drawn by seed, judged on the rest: seeds that nothing was fitted to. Each draw is itself
    /// chance: the faults among 300 vary by a quarter, so not every one of them can pass.
    void scoresAreProbabilitiesOnMmluRedux()
    {
        const QString folder = sharedData();
        QStringList verdicts;
        const auto data = folder.isEmpty() ? nullptr : mmluRedux(folder, verdicts);
        if (!data) {
            QSKIP("mmlu_redux is not beside the checkout");
        }
        std::vector<bool> fault;
        std::vector<bool> left;
        for (const QString& verdict : verdicts) {
            fault.push_back(verdict != u"ok");
            left.push_back(verdict == u"expert");
        }
        int passed = 0;
        constexpr int kSeeds = 12;
        for (quint64 seed = 1; seed <= kSeeds; ++seed) {
            const Trial trial = tryVerdicts(*data, fault, left, 300, seed);
            QString told;
            const bool good = isCalibrated(trial.rest, &told);
            qInfo("seed %d: %s%s area %.4f (without verdicts %.4f)", int(seed), good ? "calibrated" : "off",
                qPrintable(told), trial.area, trial.areaBefore);
            passed += good;
            QCOMPARE(trial.scale, ScoreScale::Probability);
            QVERIFY(std::abs(trial.area - trial.areaBefore) < 1e-4);
        }
        QVERIFY2(passed >= 9, qPrintable(QString::number(passed)));
    }

    void scoresAreProbabilitiesOnGeneratedBenchmarks_data()
    {
        QTest::addColumn<int>("models");
        QTest::newRow("8 models") << 8;
        QTest::newRow("27 models") << 27;
    }
    void scoresAreProbabilitiesOnGeneratedBenchmarks()
    {
        QFETCH(int, models);
        int passed = 0;
        for (const quint64 seed : {911, 912, 913, 914}) {
            std::vector<bool> fault;
            const auto data = generated(models, seed, fault);
            const Trial trial = tryVerdicts(*data, fault, std::vector<bool>(data->size(), false), 300, seed);
            QString told;
            const bool good = isCalibrated(trial.rest, &told);
            qInfo("seed %d: %s%s area %.4f", int(seed), good ? "calibrated" : "off", qPrintable(told),
                trial.area);
            passed += good;
            QVERIFY(std::abs(trial.area - trial.areaBefore) < 1e-4);
        }
        QVERIFY2(passed >= 3, qPrintable(QString::number(passed)));
    }
};

QTEST_APPLESS_MAIN(TestLabelScores)
#include "tst_label_scores.moc"
