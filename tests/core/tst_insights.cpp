// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/gate.h"
#include "core/curate/blindprofile.h"
#include "core/curate/capabilityscores.h"
#include "core/curate/formatpoints.h"
#include "core/curate/insights.h"
#include "core/curate/ranknoise.h"
#include "core/curate/savedcost.h"
#include "core/curate/scoredsamples.h"
#include "core/store/sampleindex.h"
#include "tests/support/demoproject.h"

#include <QFile>
#include <QJsonDocument>

#include <cmath>

using namespace winnow;

namespace {

/// 1 and 0 = right and wrong, '-' = no score.
std::vector<float> scores(const QString& text)
{
    std::vector<float> values;
    for (const QChar c : text) {
        values.push_back(c == u'-' ? std::nanf("") : c == u'1' ? 1.0f : 0.0f);
    }
    return values;
}

/// Samples with four options each, the first half "chart", the others "math"; nothing is flagged.
InsightsData dataOf(const QStringList& models, const QStringList& blind = {})
{
    auto part = std::make_shared<InsightsPart>();
    part->dataset = QStringLiteral("set");
    const auto count = size_t((models + blind).first().size());
    part->capabilities = {QStringLiteral("chart"), QStringLiteral("math")};
    for (size_t i = 0; i < count; ++i) {
        part->samples.push_back(qint64(i) + 1);
        part->cluster.push_back(quint32(i));
        part->optionCount.push_back(4);
        part->capability.push_back(2 * i < count ? 0 : 1);
    }
    for (const QString& text : models) {
        StandardScores model;
        model.model = QStringLiteral("m%1").arg(part->models.size());
        model.before = scores(text);
        model.option.assign(count, -1);
        model.unread.assign(count, 0);
        part->models.append(model);
    }
    for (const QString& text : blind) {
        part->blind.append({QStringLiteral("m%1").arg(part->blind.size()), {}, false, scores(text)});
    }
    part->measureDiscrimination();
    InsightsData data;
    data.parts = {part};
    data.standing = std::make_shared<const Standing>();
    return data;
}

/// A policy's outcomes, as if `dropped` (a character a sample, 'x' = dropped) had been decided.
AppliedPolicy dropping(const InsightsData& data, const QString& dropped)
{
    AppliedPolicy applied = apply(data, builtInPolicies().first());
    for (qsizetype i = 0; i < dropped.size(); ++i) {
        if (dropped.at(i) == u'x') {
            applied.outcomes[0][size_t(i)].disposition = Disposition::Drop;
            applied.outcomes[0][size_t(i)].reasons = {QStringLiteral("decision")};
        }
    }
    return applied;
}

QByteArray textOf(const Insights& insights)
{
    return QJsonDocument(insights.toJson()).toJson();
}

} // namespace

/// What Insights computes from what was read once.
class TestInsights : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void readOnceIsReadEachTime_data()
    {
        QTest::addColumn<QString>("policy");
        for (const Policy& policy : builtInPolicies()) {
            QTest::newRow(qPrintable(policy.name)) << policy.name;
        }
    }
    void readOnceIsReadEachTime()
    {
        QFETCH(QString, policy);
        auto project
            = test::makeDemoProject(m_folder.filePath(policy + QStringLiteral(".winnow")), 90, 6, true);
        QVERIFY_RESULT(project);
        SilentProgress progress;
        const QVector<Policy> policies = builtInPolicies();
        const Policy chosen = *std::find_if(
            policies.begin(), policies.end(), [&](const Policy& each) { return each.name == policy; });
        const auto alone = computeInsights(**project, chosen, progress);
        QVERIFY_RESULT(alone);
        const auto data = InsightsData::read(**project, progress, InsightsData::Usage::Read);
        QVERIFY_RESULT(data);
        QVERIFY(data->audited);
        const auto [first, second]
            = insightsBeside(*data, apply(*data, chosen), apply(*data, policies.first()));
        QCOMPARE(textOf(first), textOf(*alone));
        QCOMPARE(second.policy.name, policies.first().name);
        QCOMPARE(textOf(insightsOf(data->narrowed({}), apply(*data, chosen))), textOf(*alone));

        // A filter is the same as asking for its samples alone.
        InsightsFilter filter;
        filter.capability = data->capabilities().first();
        const InsightsData narrowed = data->narrowed(filter);
        QVector<SampleId> only;
        for (const auto& part : narrowed.parts) {
            for (const qint64 id : part->samples) {
                only.append(SampleId{id});
            }
        }
        QVERIFY(!only.isEmpty() && only.size() < data->sampleCount());
        const auto asked = computeInsights(**project, chosen, progress, only);
        QVERIFY_RESULT(asked);
        const Insights seen = insightsOf(narrowed, apply(narrowed, chosen));
        QCOMPARE(seen.samplesAfter, asked->samplesAfter);
        QCOMPARE(seen.reasons, asked->reasons);
        QCOMPARE(seen.blindAfter.value, asked->blindAfter.value);
        QCOMPARE(seen.models.models.size(), asked->models.models.size());
        for (qsizetype m = 0; m < seen.models.models.size(); ++m) {
            QCOMPARE(seen.models.models.at(m).after.value, asked->models.models.at(m).after.value);
        }
        filter.family = data->families().first();
        for (const auto& part : data->narrowed(filter).parts) {
            for (const StandardScores& model : part->models) {
                QCOMPARE(model.family, filter.family);
            }
        }
    }

    // What a chart cannot say of such data it does not say; nothing crashes.
    // Samples of two datasets never share an image, however few of each are looked at.
    void aFilterKeepsImagesApart()
    {
        InsightsData data = dataOf({QStringLiteral("11001100"), QStringLiteral("10101010")});
        auto other = std::make_shared<InsightsPart>(*data.parts.first());
        other->dataset = QStringLiteral("other");
        for (size_t i = 0; i < other->samples.size(); ++i) {
            other->samples[i] += 100;
            other->capability[i] = quint16(1 - other->capability[i]); // its first half is math
        }
        data.parts.append(other);
        const InsightsData narrowed = data.narrowed({{}, QStringLiteral("math"), {}});
        const ScoredSamples scored = ScoredSamples::of(narrowed, apply(narrowed, builtInPolicies().first()));
        QCOMPARE(scored.samples.size(), size_t(8));
        const QSet<quint32> clusters(scored.cluster.begin(), scored.cluster.end());
        QCOMPARE(clusters.size(), 8);
    }

    void badInput_data()
    {
        QTest::addColumn<QStringList>("models");
        QTest::addColumn<int>("ranked");
        QTest::addColumn<bool>("spread");
        QTest::addColumn<bool>("map");
        const auto row = [](const char* name, const QStringList& models, int ranked, bool spread, bool map) {
            QTest::newRow(name) << models << ranked << spread << map;
        };
        row("one model", {QStringLiteral("1100")}, 0, false, false);
        row("two models", {QStringLiteral("1100"), QStringLiteral("1010")}, 2, true, false);
        row("no common samples", {QStringLiteral("11--"), QStringLiteral("--10")}, 0, false, false);
        row("all right", {QStringLiteral("1111"), QStringLiteral("1111"), QStringLiteral("1111")}, 3, true,
            true);
        row("all wrong", {QStringLiteral("0000"), QStringLiteral("0000"), QStringLiteral("0000")}, 3, true,
            true);
        row("ties", {QStringLiteral("1010"), QStringLiteral("0101"), QStringLiteral("1010")}, 3, true, true);
        row("half missing", {QStringLiteral("1-1-"), QStringLiteral("1-0-"), QStringLiteral("0-1-")}, 3, true,
            true);
        row("nothing answered", {QStringLiteral("----"), QStringLiteral("----")}, 0, false, false);
    }
    void badInput()
    {
        QFETCH(QStringList, models);
        QFETCH(int, ranked);
        QFETCH(bool, spread);
        QFETCH(bool, map);
        const InsightsData data = dataOf(models);
        const AppliedPolicy applied = dropping(data, {});
        const Insights insights = insightsOf(data, applied);
        int found = 0;
        for (const ModelShift& model : insights.models.models) {
            found += model.rankAfter > 0;
        }
        QCOMPARE(found, ranked);
        const ScoredSamples all = ScoredSamples::of(data, applied);
        QVERIFY(rankNoise(all, insights.models).isEmpty());
        const auto capabilities = capabilityScores(all);
        QCOMPARE(capabilities.size(), 2);
        for (const CapabilityScores& each : capabilities) {
            QCOMPARE(each.before.models > 1, spread);
            QCOMPARE(std::isfinite(each.before.deviation), spread);
        }
        const CapabilityMap correlations = capabilityMap(capabilities);
        QCOMPARE(!correlations.isEmpty(), map);
        if (map && models.at(0) == models.at(1) && models.at(1) == models.at(2)) {
            // The same for all models: no correlation, and nothing is joined.
            QVERIFY(std::isnan(correlations.correlation[0][1]));
            QVERIFY(correlations.clusters.empty());
        }
        QVERIFY(formatPoints(data).isEmpty());
        QVERIFY(modelCosts(data, applied).isEmpty());
        QCOMPARE(blindProfile(data, applied).models, 0);
    }

    void aChangeOfRankIsNoiseUntilTheModelsAreToldApart_data()
    {
        QTest::addColumn<int>("onlySecond");
        QTest::addColumn<bool>("within");
        QTest::newRow("three samples") << 3 << true;
        QTest::newRow("thirty samples") << 30 << false;
    }
    void aChangeOfRankIsNoiseUntilTheModelsAreToldApart()
    {
        QFETCH(int, onlySecond);
        QFETCH(bool, within);
        // The first leads by the samples that are dropped.
        const int dropped = onlySecond + 1;
        const QString shared(40, u'1');
        const InsightsData data = dataOf({QString(dropped, u'1') + QString(onlySecond, u'0') + shared,
            QString(dropped, u'0') + QString(onlySecond, u'1') + shared});
        const AppliedPolicy applied = dropping(data, QString(dropped, u'x'));
        const Insights insights = insightsOf(data, applied);
        QCOMPARE(insights.models.models.first().model, QStringLiteral("m0"));
        QCOMPARE(insights.models.models.first().rankAfter, 2);
        const auto noise = rankNoise(ScoredSamples::of(data, applied), insights.models);
        QCOMPARE(noise.size(), 2);
        QCOMPARE(noise.value(QStringLiteral("m0")).passed, QStringList{QStringLiteral("m1")});
        QCOMPARE(noise.value(QStringLiteral("m0")).within(), within);
        QCOMPARE(noise.value(QStringLiteral("m1")).within(), within);
    }

    void blindByHand()
    {
        // Hits: 2, 1, 0, 0; the last sample has one answer only.
        const InsightsData data = dataOf({QStringLiteral("1111"), QStringLiteral("1100")},
            {QStringLiteral("110-"), QStringLiteral("1000")});
        const BlindProfile blind = blindProfile(data, dropping(data, QStringLiteral("x")));
        QCOMPARE(blind.models, 2);
        QCOMPARE(blind.half, 1);
        QCOMPARE(blind.hits.at(0).size() + blind.hits.at(1).size() + blind.hits.at(2).size(), 3);
        QCOMPARE(blind.hits.at(2), QVector<SampleId>{SampleId{1}});
        QVERIFY(blind.hitsAfter.at(2).isEmpty());
        // Three samples, two models, one of four options.
        QVERIFY(std::abs(blind.expected[0] - 3 * 0.5625) < 1e-12);
        QVERIFY(std::abs(blind.expected[2] - 3 * 0.0625) < 1e-12);
        const BlindCapability& chart = blind.capabilities.first();
        QCOMPARE(chart.capability, QStringLiteral("chart"));
        QCOMPARE(chart.before.value, 0.75);
        QCOMPARE(chart.after.value, 0.5);
        QCOMPARE(chart.chance, 0.25);
        // (0 + 0) / 2 and (0 + 1) / 2 over two samples.
        QCOMPARE(chart.gainBefore.mean, 0.25);
        QCOMPARE(chart.gainAfter.mean, 0.5);
    }

    void formatsByHand()
    {
        InsightsData data = dataOf({QStringLiteral("1110")});
        auto part = std::make_shared<InsightsPart>(*data.parts.first());
        part->models[0].openEnded = scores(QStringLiteral("10-0"));
        part->models[0].circular = scores(QStringLiteral("1000"));
        data.parts = {part};
        const QVector<FormatPoint> points = formatPoints(data);
        QCOMPARE(points.size(), 2);
        QCOMPARE(points.at(0).other, Condition::OpenEnded);
        QCOMPARE(points.at(0).samples, 3);
        QVERIFY(std::abs(points.at(0).choice - 2.0 / 3) < 1e-12);
        QVERIFY(std::abs(points.at(0).otherScore - 1.0 / 3) < 1e-12);
        QVERIFY(std::abs(points.at(0).choiceCorrected - (2.0 / 3 - 0.25) / 0.75) < 1e-12);
        QCOMPARE(points.at(0).otherCorrected, points.at(0).otherScore);
        QCOMPARE(points.at(1).other, Condition::Circular);
        QVERIFY(std::abs(points.at(1).otherChance - 1.0 / 256) < 1e-12);
    }

    void costsByHand()
    {
        InsightsData data = dataOf({QStringLiteral("11"), QStringLiteral("10")});
        auto part = std::make_shared<InsightsPart>(*data.parts.first());
        part->usage
            = {{QStringLiteral("m0"), {{2, 3}, {}, {10, std::nanf("")}, {1, 2}}}, {QStringLiteral("m1"), {}}};
        data.parts = {part};
        const QVector<ModelCost> costs = modelCosts(data, dropping(data, QStringLiteral("x")));
        QCOMPARE(costs.size(), 1);
        QCOMPARE(costs.first().before.seconds, 5.0);
        QCOMPARE(costs.first().after.seconds, 3.0);
        QCOMPARE(costs.first().before.tokens, 13.0);
        QCOMPARE(costs.first().after.tokens, 2.0);
        QVERIFY(std::isnan(costs.first().before.dollars));
        // Nothing is left of it, and that is known.
        const auto none = modelCosts(data, dropping(data, QStringLiteral("xx")));
        QCOMPARE(none.first().after.seconds, 0.0);
        QVERIFY(std::isnan(none.first().after.dollars));
    }

    void theGate_data()
    {
        using Outcome = GateCheck::Outcome;
        QTest::addColumn<QStringList>("models");
        QTest::addColumn<QStringList>("blind");
        QTest::addColumn<QVector<int>>("outcomes");
        const auto row = [](const char* name, const QStringList& models, const QStringList& blind,
                             Outcome blindly, Outcome difference, Outcome flagged) {
            QTest::newRow(name) << models << blind
                                << QVector<int>{int(blindly), int(difference), int(flagged)};
        };
        const QString ones(60, u'1');
        const QString zeros(60, u'0');
        row("nothing but samples", {}, {QString(60, u'-')}, Outcome::Unknown, Outcome::Unknown,
            Outcome::Unknown);
        row("one model", {ones}, {zeros}, Outcome::Met, Outcome::Unknown, Outcome::Unknown);
        row("all alike", {ones, ones}, {ones}, Outcome::Missed, Outcome::Met, Outcome::Unknown);
        row("few samples", {QStringLiteral("1100"), QStringLiteral("0011")}, {QStringLiteral("1000")},
            Outcome::Missed, Outcome::Missed, Outcome::Unknown);
        row("no common samples", {QStringLiteral("11--"), QStringLiteral("--11")}, {QStringLiteral("0000")},
            Outcome::Met, Outcome::Unknown, Outcome::Unknown);
    }
    void theGate()
    {
        QFETCH(QStringList, models);
        QFETCH(QStringList, blind);
        QFETCH(QVector<int>, outcomes);
        const InsightsData data = dataOf(models, blind);
        const auto checks = checkGate(data, dropping(data, {}), {0.2, 0.05, 0.1});
        QCOMPARE(checks.size(), 3);
        for (int i = 0; i < 3; ++i) {
            QVERIFY2(int(checks.at(i).outcome) == outcomes.at(i),
                qPrintable(checks.at(i).id + u' ' + QString::number(checks.at(i).value)));
            QCOMPARE(std::isnan(checks.at(i).value), checks.at(i).outcome == GateCheck::Outcome::Unknown);
            QVERIFY(!checks.at(i).note.isEmpty());
        }
    }

    // What DatBench says of its table 3, by the function that the page's map comes from.
    void thePapersCorrelations()
    {
        QStringList models;
        std::vector<std::vector<double>> accuracy;
        for (const QString& folder : {qEnvironmentVariable("WINNOW_SHARED_DATA"),
                 QStringLiteral(WINNOW_SOURCE_DIR "/../shared/data")}) {
            QFile file(folder + QStringLiteral("/../paper/table3.psv"));
            if (folder.isEmpty() || !accuracy.empty() || !file.open(QIODevice::ReadOnly)) {
                continue;
            }
            while (!file.atEnd()) {
                const QList<QByteArray> cells = file.readLine().split('|');
                models.append(QString::fromUtf8(cells.first().trimmed()));
                std::vector<double> row;
                for (qsizetype c = 1; c + 2 < cells.size(); c += 3) {
                    bool isNumber = false;
                    const double value = cells.at(c).trimmed().toDouble(&isNumber);
                    row.push_back(isNumber ? value : std::nan(""));
                }
                accuracy.push_back(row);
            }
        }
        if (accuracy.empty()) {
            QSKIP("the paper's tables are not beside the checkout");
        }
        enum { Chart, Document, Scene, Grounding, Counting, Spatial, Math, Diagram, General };
        const QStringList names{QStringLiteral("Chart"), QStringLiteral("Document"), QStringLiteral("OCR"),
            QStringLiteral("Grounding"), QStringLiteral("Counting"), QStringLiteral("Spatial"),
            QStringLiteral("Math"), QStringLiteral("Diagram"), QStringLiteral("General")};
        const CapabilityMap map = capabilityMap(names, models, accuracy);
        QCOMPARE(map.models.size(), 26);
        const QList<std::tuple<int, int, double>> published{{Chart, General, .898}, {General, Math, .759},
            {Grounding, Document, -.292}, {Grounding, Scene, -.189}, {Math, Spatial, -.190}};
        for (const auto& [a, b, r] : published) {
            const double found = map.correlation[size_t(a)][size_t(b)];
            QVERIFY2(std::abs(found - r) < 0.0006, qPrintable(QString::number(found)));
        }
        // Both groups are there before the tree joins either with anything else.
        const auto isThere = [&](const std::vector<int>& wanted) {
            for (const stats::LinkageStep& step : map.clusters) {
                const auto groups = stats::clustersBelow(map.clusters, int(names.size()), step.height);
                if (std::find(groups.begin(), groups.end(), wanted) != groups.end()) {
                    return true;
                }
            }
            return false;
        };
        QVERIFY(isThere({Chart, Math, General}));
        QVERIFY(isThere({Scene, Spatial, Diagram}));
        QVERIFY(!isThere({Chart, Scene, General}));
    }
};

QTEST_GUILESS_MAIN(TestInsights)
#include "tst_insights.moc"
