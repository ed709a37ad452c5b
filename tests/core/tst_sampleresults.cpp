// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What models did with samples: which filters select, what facets count, in which order.
#include "core/responses/readresults.h"
#include "tests/support/subsets.h"
#include "tests/support/testproject.h"

using namespace winnow;

using Scores = QVector<std::optional<double>>;

class TestSampleResults : public QObject {
    Q_OBJECT

    /// Responses of a run to the samples in order, one attempt.
    static Result<> answer(Project& project, const QVector<SampleId>& samples, const QString& model,
        const QString& setting, int attempt, const Scores& scores, const QVector<double>& seconds = {},
        Condition condition = Condition::Standard)
    {
        return project.write(
            {.parts = ChangeSet::Responses, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
                ResponseStore store(c);
                const RunId run = store.upsertRun(DatasetStore(c).byName(QStringLiteral("Set"))->id,
                    store.upsertModel(model, {}), condition, setting, {}, {});
                ResponseWriter writer(c);
                for (int i = 0; i < scores.size(); ++i) {
                    Response response;
                    response.runId = run;
                    response.sampleId = samples.at(i);
                    response.attempt = attempt;
                    response.score = scores.at(i);
                    response.answer = QStringLiteral("A");
                    if (i < seconds.size() && seconds.at(i) >= 0) {
                        response.latency = seconds.at(i);
                    }
                    writer.put(response);
                }
                writer.finish();
                return {};
            });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Project> m_project;
    QVector<SampleId> m_ids;
    std::shared_ptr<const SampleIndex> m_index;

    /// Places of samples, as digits.
    QString placesOf(const QVector<SampleId>& samples) const
    {
        QString places;
        for (const SampleId id : samples) {
            places += QString::number(m_ids.indexOf(id));
        }
        return places;
    }
    QString selected(const SampleFilter& filter) const
    {
        return placesOf(m_index->select(filter, SampleSort::Source, false));
    }
    static qint64 countOf(const QVector<Facet>& facets, const QString& value)
    {
        for (const Facet& facet : facets) {
            if (facet.value == value) {
                return facet.count;
            }
        }
        return -1;
    }

private slots:
    // sample       0    1    2    3    4    5
    // A, 2 tries  1 1  1 0  0 0  0 -   - -  .
    // B            1    0    1    0    -    .
    // C, direct    1    1    0    0    -    .
    // C, cot       1    0    0    1    1    .
    // (1 right, 0 wrong, - missing, . no response; a mean of one half is right)
    void initTestCase()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto project = Project::create(m_folder->filePath(QStringLiteral("p.winnow")));
        QVERIFY_RESULT(project);
        m_project = *project;
        auto ids = test::addSamples(*m_project, QStringLiteral("Set"), 6);
        QVERIFY_RESULT(ids);
        m_ids = *ids;
        QVERIFY_RESULT(test::addSamples(*m_project, QStringLiteral("Apart"), 3));
        const std::optional<double> none;
        const QString a = QStringLiteral("A"), b = QStringLiteral("B"), c = QStringLiteral("C");
        QVERIFY_RESULT(answer(*m_project, m_ids, a, {}, 0, {1, 1, 0, 0, none}, {0.5, 2, 200, -1, 4}));
        QVERIFY_RESULT(answer(*m_project, m_ids, a, {}, 1, {1, 0, 0, none, none}, {0.7, 4, 400}));
        QVERIFY_RESULT(answer(*m_project, m_ids, b, {}, 0, {1, 0, 1, 0, none}, {0.3}));
        QVERIFY_RESULT(answer(*m_project, m_ids, c, QStringLiteral("direct"), 0, {1, 1, 0, 0, none}));
        QVERIFY_RESULT(answer(*m_project, m_ids, c, QStringLiteral("cot"), 0, {1, 0, 0, 1, 1}));
        // Another condition says nothing here, nor does a model that it alone has.
        QVERIFY_RESULT(
            answer(*m_project, m_ids, b, {}, 0, {0, 1, 0, 1, 1, 1}, {50, 50, 50, 50}, Condition::Blind));
        QVERIFY_RESULT(answer(*m_project, m_ids, QStringLiteral("D"), {}, 0, {1}, {}, Condition::Blind));
        SilentProgress progress;
        const auto index = SampleIndex::load(*m_project, progress);
        QVERIFY_RESULT(index);
        QVERIFY(!(*index)->results());
        const auto known = withResults(*m_project, *index, progress);
        QVERIFY_RESULT(known);
        m_index = *known;
        QCOMPARE(m_index->results()->models, QStringList({a, b, c}));
    }

    void subsetsSelectAndAreCounted()
    {
        QVERIFY_RESULT(test::putSubset(*m_project, QStringLiteral("some"), {m_ids[4], m_ids[0], m_ids[2]}));
        QVERIFY_RESULT(test::putSubset(*m_project, QStringLiteral("none"), {}));
        const auto index = m_index->withSubsets(*m_project);
        QVERIFY_RESULT(index);
        SilentProgress progress;
        const auto anew = SampleIndex::load(*m_project, progress);
        QVERIFY_RESULT(anew);
        SampleFilter filter;
        filter.subsets = {QStringLiteral("some")};
        for (const auto& each : {*index, *anew}) {
            QCOMPARE(placesOf(each->select(filter, SampleSort::Source, false)), QStringLiteral("024"));
        }
        // Alternatives of one field; the others combined with it.
        filter.subsets = {QStringLiteral("none"), QStringLiteral("some")};
        QCOMPARE(placesOf((*index)->select(filter, SampleSort::Source, true)), QStringLiteral("420"));
        filter.rightBy = {QStringLiteral("A")};
        QCOMPARE(placesOf((*index)->select(filter, SampleSort::Source, false)), QStringLiteral("0"));
        // The field's own choice does not count for its facet.
        filter.subsets = {QStringLiteral("none")};
        const FacetCounts counts = (*index)->facets(filter);
        QCOMPARE(counts.total, 0);
        QCOMPARE(countOf(counts.subsets, QStringLiteral("some")), 1);
        QCOMPARE(countOf(counts.subsets, QStringLiteral("none")), 0);
        // One that is not there has no samples.
        filter = {};
        filter.subsets = {QStringLiteral("gone")};
        QVERIFY((*index)->select(filter, SampleSort::Source, false).isEmpty());
        QVERIFY(m_index->facets({}).subsets.isEmpty());
        QCOMPARE((*index)->results(), m_index->results());
    }

    void filtersSelect_data()
    {
        QTest::addColumn<QStringList>("right");
        QTest::addColumn<QStringList>("wrong");
        QTest::addColumn<QVector<RightShare>>("shares");
        QTest::addColumn<QVector<TimeTaken>>("times");
        QTest::addColumn<QString>("samples");
        using Shares = QVector<RightShare>;
        using Times = QVector<TimeTaken>;
        const QString a = QStringLiteral("A"), b = QStringLiteral("B"), c = QStringLiteral("C");
        const auto row = [](const char* name, const QStringList& right, const QStringList& wrong,
                             const Shares& shares, const Times& times, const char* samples) {
            QTest::newRow(name) << right << wrong << shares << times << QString::fromLatin1(samples);
        };
        row("half of the attempts is right", {a}, {}, {}, {}, "01");
        row("missing is neither", {}, {a}, {}, {}, "23");
        row("settings are averaged", {c}, {}, {}, {}, "0134");
        row("all chosen models are right", {a, b}, {}, {}, {}, "0");
        row("all chosen models are wrong", {}, {a, c}, {}, {}, "2");
        row("one right, another wrong", {b}, {a}, {}, {}, "2");
        row("right where others fail", {c}, {a, b}, {}, {}, "3");
        row("both at once is never", {a}, {a}, {}, {}, "");
        row("a model that only a blind run has", {QStringLiteral("D")}, {}, {}, {}, "");
        row("no such model among several", {}, {a, QStringLiteral("E")}, {}, {}, "");
        row("all models", {}, {}, {RightShare::All}, {}, "04");
        row("one of three", {}, {}, {RightShare::Half}, {}, "23");
        row("two of three", {}, {}, {RightShare::ThreeQuarters}, {}, "1");
        row("shares are alternatives", {}, {}, {RightShare::All, RightShare::Half}, {}, "0234");
        row("none of them", {}, {}, {RightShare::None}, {}, "");
        row("seconds of all attempts and models", {}, {}, {}, {TimeTaken::To1}, "0");
        row("a whole number begins a range", {}, {}, {}, {TimeTaken::From3To10}, "14");
        row("long", {}, {}, {}, {TimeTaken::From100}, "2");
        row("times are alternatives", {}, {}, {}, {TimeTaken::From100, TimeTaken::To1}, "02");
        row("fields are combined", {b}, {}, {}, {TimeTaken::From100}, "2");
    }
    void filtersSelect()
    {
        QFETCH(QStringList, right);
        QFETCH(QStringList, wrong);
        QFETCH(QVector<RightShare>, shares);
        QFETCH(QVector<TimeTaken>, times);
        SampleFilter filter;
        filter.rightBy = right;
        filter.wrongBy = wrong;
        filter.modelsRight = shares;
        filter.time = times;
        QVERIFY(filter.needsResults());
        QTEST(selected(filter), "samples");
    }

    void whatNobodyAnsweredIsInReach()
    {
        SampleFilter filter;
        filter.modelsRight = {RightShare::Unanswered};
        QCOMPARE(m_index->select(filter, SampleSort::Source, false).size(), 1 + 3);
        filter = {};
        filter.time = {TimeTaken::Unrecorded};
        QCOMPARE(m_index->select(filter, SampleSort::Source, false).size(), 2 + 3);
    }

    void facetsCountWhatIsLeft()
    {
        SampleFilter filter;
        filter.datasets = {QStringLiteral("Set")};
        const FacetCounts all = m_index->facets(filter);
        QCOMPARE(countOf(all.rightBy, QStringLiteral("A")), 2);
        QCOMPARE(countOf(all.wrongBy, QStringLiteral("A")), 2);
        QCOMPARE(countOf(all.rightBy, QStringLiteral("C")), 4);
        QCOMPARE(all.rightBy.size(), 3);
        QCOMPARE(countOf(all.modelsRight, QStringLiteral("half")), 2);
        QCOMPARE(countOf(all.modelsRight, QStringLiteral("unanswered")), 1);
        QCOMPARE(countOf(all.time, QStringLiteral("3-10")), 2);
        QCOMPARE(countOf(all.time, QStringLiteral("unrecorded")), 2);
        // Every count is what a click then selects.
        filter.wrongBy = {QStringLiteral("A")};
        filter.modelsRight = {RightShare::Half};
        const FacetCounts counts = m_index->facets(filter);
        QCOMPARE(counts.total, 2);
        for (const Facet& facet : counts.rightBy) {
            SampleFilter more = filter;
            more.rightBy.append(facet.value);
            QCOMPARE(facet.count, m_index->select(more, SampleSort::Source, false).size());
        }
        for (const Facet& facet : counts.wrongBy) {
            SampleFilter more = filter;
            more.wrongBy.append(facet.value);
            QCOMPARE(facet.count, m_index->select(more, SampleSort::Source, false).size());
        }
        for (const Facet& facet : counts.modelsRight) {
            SampleFilter other = filter;
            other.modelsRight = {rightShareFromId(facet.value).value()};
            QCOMPARE(facet.count, m_index->select(other, SampleSort::Source, false).size());
        }
        for (const Facet& facet : counts.time) {
            SampleFilter more = filter;
            more.time = {timeTakenFromId(facet.value).value()};
            QCOMPARE(facet.count, m_index->select(more, SampleSort::Source, false).size());
        }
        QCOMPARE(countOf(counts.datasets, QStringLiteral("Set")), 2);
    }

    void ordersByTimeAndAccuracy()
    {
        SampleFilter filter;
        filter.datasets = {QStringLiteral("Set")};
        // 300, 4, 3, .5; what is not recorded last, in the source's order.
        QCOMPARE(placesOf(m_index->select(filter, SampleSort::Time, true)), QStringLiteral("241035"));
        QCOMPARE(placesOf(m_index->select(filter, SampleSort::Time, false)), QStringLiteral("014235"));
        QCOMPARE(m_index->row(m_ids.at(2))->seconds, 300.0F);
        QCOMPARE(m_index->row(m_ids.at(1))->accuracy, 0.4F);
        QVERIFY(std::isnan(m_index->row(m_ids.at(5))->seconds));
        QCOMPARE(placesOf(m_index->select(filter, SampleSort::Accuracy, false)), QStringLiteral("231045"));
    }

    void withoutResultsNothingIsSelectedNorCounted()
    {
        SilentProgress progress;
        const auto bare = SampleIndex::load(*m_project, progress);
        QVERIFY_RESULT(bare);
        SampleFilter filter;
        filter.rightBy = {QStringLiteral("A")};
        QCOMPARE((*bare)->select(filter, SampleSort::Source, false).size(), 0);
        const FacetCounts counts = (*bare)->facets({});
        QCOMPARE(counts.total, 9);
        QVERIFY(counts.rightBy.isEmpty() && counts.wrongBy.isEmpty() && counts.modelsRight.isEmpty()
            && counts.time.isEmpty());
    }

    void aProjectWithoutResponsesOrTimesHasNoSuchFacets()
    {
        auto project = Project::create(m_folder->filePath(QStringLiteral("none.winnow")));
        QVERIFY_RESULT(project);
        const auto ids = test::addSamples(**project, QStringLiteral("Set"), 3);
        QVERIFY_RESULT(ids);
        SilentProgress progress;
        auto index = SampleIndex::load(**project, progress);
        QVERIFY_RESULT(index);
        auto known = withResults(**project, *index, progress);
        QVERIFY_RESULT(known);
        QVERIFY((*known)->facets({}).modelsRight.isEmpty());
        QVERIFY_RESULT(test::addResponses(
            **project, QStringLiteral("Set"), QStringLiteral("A"), *ids, QStringLiteral("10-")));
        known = withResults(**project, *index, progress);
        QVERIFY_RESULT(known);
        QCOMPARE((*known)->facets({}).modelsRight.size(), qsizetype(kRightShares.size()));
        QVERIFY((*known)->facets({}).time.isEmpty());
        // A decision leaves the results as they are.
        const auto refreshed = (*known)->refreshed(**project, {ids->first()});
        QVERIFY_RESULT(refreshed);
        QCOMPARE((*refreshed)->results(), (*known)->results());
    }

    void sharesOfEveryNumberOfModels()
    {
        for (int answered = 1; answered <= 40; ++answered) {
            for (int right = 0; right <= answered; ++right) {
                const double share = double(right) / answered;
                const RightShare expected = right == 0 ? RightShare::None
                    : right == answered                ? RightShare::All
                    : share <= 0.25                    ? RightShare::Quarter
                    : share <= 0.5                     ? RightShare::Half
                    : share <= 0.75                    ? RightShare::ThreeQuarters
                                                       : RightShare::Most;
                QCOMPARE(rightShareOf(right, answered), expected);
            }
        }
        QCOMPARE(rightShareOf(0, 0), RightShare::Unanswered);
        for (const RightShare share : kRightShares) {
            QCOMPARE(rightShareFromId(rightShareId(share)), std::optional(share));
        }
        for (const TimeTaken time : kTimesTaken) {
            QCOMPARE(timeTakenFromId(timeTakenId(time)), std::optional(time));
        }
        QVERIFY(!rightShareFromId(QStringLiteral("some")) && !timeTakenFromId({}));
    }
};

QTEST_GUILESS_MAIN(TestSampleResults)
#include "tst_sampleresults.moc"
