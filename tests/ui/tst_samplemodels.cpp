// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/decisionservice.h"
#include "tests/support/subsets.h"
#include "tests/support/testproject.h"
#include "ui/models/decisions.h"
#include "ui/models/facetmodel.h"
#include "ui/models/samplemodel.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace winnow;

class TestSampleModels : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto project = Project::create(m_folder->filePath(QStringLiteral("p.winnow")));
        QVERIFY_RESULT(project);
        m_project = *project;
        const auto ids = test::addSamples(*m_project, QStringLiteral("Chart/QA"), 300, 3);
        QVERIFY_RESULT(ids);
        m_ids = *ids;
        QVERIFY_RESULT(test::addSamples(*m_project, QStringLiteral("Other"), 50));
    }

    void pagesComeFromAWorkerWithPlaceholdersMeanwhile()
    {
        ProjectSession session(nullptr);
        FilterState filter;
        SampleQuery query(&session, &filter);
        SampleModel model;
        const QAbstractItemModelTester tester(&model);
        session.setProject(m_project);
        QTRY_VERIFY(query.result());
        model.setSet(m_project, query.result());
        QCOMPARE(model.rowCount(), 350);
        const QModelIndex late = model.index(299, SampleModel::KeyColumn);
        QVERIFY(!late.data(SampleModel::LoadedRole).toBool());
        QVERIFY(late.data().toString().isEmpty());
        QTRY_COMPARE(late.data().toString(), QStringLiteral("Chart/QA/299"));
        QCOMPARE(model.index(299, SampleModel::QuestionColumn).data().toString(),
            QStringLiteral("How many squares are in picture 299?"));
        QCOMPARE(model.index(299, SampleModel::GoldColumn).data().toString(), QStringLiteral("D  four"));
        // What the index knows needs no page.
        QCOMPARE(model.index(0, SampleModel::CapabilityColumn).data().toString(), QStringLiteral("math"));
        QCOMPARE(model.index(0, 0).data(SampleModel::KindMaskRole).toUInt(), 1U);
    }

    void facetsCountWhatEachValueWouldLeave()
    {
        ProjectSession session(nullptr);
        FilterState filter;
        SampleQuery query(&session, &filter);
        FacetModel facets(&filter);
        const QAbstractItemModelTester tester(&facets);
        connect(
            &query, &SampleQuery::resultChanged, &facets, [&] { facets.setCounts(query.result()->facets); });
        session.setProject(m_project);
        QTRY_VERIFY(query.result());
        QCOMPARE(count(facets, FilterField::Dataset, QStringLiteral("Chart/QA")), 300);
        QCOMPARE(count(facets, FilterField::Dataset, QStringLiteral("Other")), 50);
        QCOMPARE(count(facets, FilterField::Kind, QStringLiteral("blind_solvable")), 100);
        QCOMPARE(count(facets, FilterField::Capability, QStringLiteral("math")), 175);

        facets.activate(row(facets, FilterField::Kind, QStringLiteral("blind_solvable")));
        QTRY_COMPARE(query.result()->ids.size(), 100);
        QCOMPARE(count(facets, FilterField::Capability, QStringLiteral("math")), 50);
        // The counts of a field ignore the choice in that field.
        facets.activate(row(facets, FilterField::Capability, QStringLiteral("math")));
        QTRY_COMPARE(query.result()->ids.size(), 50);
        QCOMPARE(count(facets, FilterField::Capability, QStringLiteral("chart")), 50);
        QVERIFY(filter.back());
        QTRY_COMPARE(query.result()->ids.size(), 100);
        filter.clear();
        filter.setText(QStringLiteral("picture 7"));
        QTRY_VERIFY(!query.result()->ids.isEmpty() && query.result()->ids.size() < 60);
    }

    void aSubsetIsAFacetAndAChip()
    {
        ProjectSession session(nullptr);
        FilterState filter;
        SampleQuery query(&session, &filter);
        FacetModel facets(&filter);
        connect(
            &query, &SampleQuery::resultChanged, &facets, [&] { facets.setCounts(query.result()->facets); });
        session.setProject(m_project);
        QTRY_VERIFY(query.result());
        const QString core = QStringLiteral("core");
        QVERIFY(!row(facets, FilterField::Subset, core).isValid());
        // It comes without a new look at the samples.
        QVERIFY_RESULT(test::putSubset(*m_project, core, m_ids.mid(10, 40)));
        QTRY_COMPARE(count(facets, FilterField::Subset, core), 40);
        facets.activate(row(facets, FilterField::Subset, core));
        QTRY_COMPARE(query.result()->ids, m_ids.mid(10, 40));
        QCOMPARE(filter.chips().size(), 1);
        QCOMPARE(filter.chips().first().title, QStringLiteral("Subset: core"));
        // Other samples of the same name are shown at once.
        QVERIFY_RESULT(test::putSubset(*m_project, core, m_ids.mid(0, 7)));
        QTRY_COMPARE(query.result()->ids, m_ids.mid(0, 7));
        filter.remove(filter.chips().first());
        QTRY_COMPARE(query.result()->ids.size(), 350);
    }

    void aFilterSurvivesTheSession()
    {
        FilterState filter;
        filter.toggle(FilterField::Subset, QStringLiteral("core, \"new\""));
        filter.toggle(FilterField::Kind, QStringLiteral("dark"));
        filter.toggle(FilterField::FlagState, QStringLiteral("open"));
        filter.toggle(FilterField::Reviewed, QStringLiteral("no"));
        filter.toggle(FilterField::Action, QStringLiteral("drop"));
        filter.toggle(FilterField::RightBy, QStringLiteral("A"));
        filter.toggle(FilterField::RightBy, QStringLiteral("B/2"));
        filter.toggle(FilterField::WrongBy, QStringLiteral("C"));
        filter.toggle(FilterField::ModelsRight, QStringLiteral("three_quarters"));
        filter.toggle(FilterField::Time, QStringLiteral("30-100"));
        filter.setText(QStringLiteral("daisy"));
        filter.setSort(SampleSort::Time, true);
        FilterState again;
        again.restore(QJsonDocument::fromJson(QJsonDocument(filter.toJson()).toJson()).object());
        QCOMPARE(again.filter(), filter.filter());
        QCOMPARE(again.sort(), SampleSort::Time);
        QVERIFY(again.isDescending());
        QCOMPARE(again.chips().size(), 11);
        QCOMPARE(again.filter().rightBy, QStringList({QStringLiteral("A"), QStringLiteral("B/2")}));
        QCOMPARE(again.filter().time, QVector<TimeTaken>{TimeTaken::From30To100});
    }

    void modelsAreCombinedWithAnd()
    {
        answer(QStringLiteral("A"), QStringLiteral("110-"));
        answer(QStringLiteral("B"), QStringLiteral("0111"));
        ProjectSession session(nullptr);
        FilterState filter;
        SampleQuery query(&session, &filter);
        FacetModel facets(&filter);
        const QAbstractItemModelTester tester(&facets);
        connect(
            &query, &SampleQuery::resultChanged, &facets, [&] { facets.setCounts(query.result()->facets); });
        session.setProject(m_project);
        QTRY_VERIFY(query.result());
        // Nobody asked for what models did: it is not read.
        QVERIFY(!query.result()->index->results());
        QVERIFY(!row(facets, FilterField::RightBy, QStringLiteral("A")).isValid());
        session.wantResults();
        QTRY_COMPARE(count(facets, FilterField::RightBy, QStringLiteral("A")), 2);
        QCOMPARE(count(facets, FilterField::WrongBy, QStringLiteral("A")), 1);
        QCOMPARE(count(facets, FilterField::RightBy, QStringLiteral("B")), 3);
        QCOMPARE(count(facets, FilterField::ModelsRight, QStringLiteral("all")), 2);
        QVERIFY(!row(facets, FilterField::Time, QStringLiteral("unrecorded")).isValid());
        QVERIFY(row(facets, FilterField::WrongBy, QStringLiteral("A"))
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("Every chosen model is wrong")));

        facets.activate(row(facets, FilterField::WrongBy, QStringLiteral("A")));
        QTRY_COMPARE(query.result()->ids, QVector<SampleId>{m_ids.at(2)});
        QCOMPARE(count(facets, FilterField::RightBy, QStringLiteral("B")), 1);
        filter.clear();
        QTRY_COMPARE(count(facets, FilterField::RightBy, QStringLiteral("A")), 2);
        facets.activate(row(facets, FilterField::RightBy, QStringLiteral("A")));
        QTRY_COMPARE(query.result()->ids.size(), 2);
        // What a second model would leave, not what it has alone.
        QTRY_COMPARE(count(facets, FilterField::RightBy, QStringLiteral("B")), 1);
        facets.activate(row(facets, FilterField::RightBy, QStringLiteral("B")));
        QTRY_COMPARE(query.result()->ids, QVector<SampleId>{m_ids.at(1)});
        QCOMPARE(filter.chips().size(), 2);
        QCOMPARE(filter.chips().last().title, QStringLiteral("Right by B"));
        QVERIFY(filter.back());
        QTRY_COMPARE(query.result()->ids.size(), 2);
        filter.remove(filter.chips().first());
        QTRY_COMPARE(query.result()->ids.size(), 350);
    }

    void aFilterByModelsWaitsForWhatTheyDid()
    {
        answer(QStringLiteral("A"), QStringLiteral("1100"));
        ProjectSession session(nullptr);
        FilterState filter;
        filter.toggle(FilterField::WrongBy, QStringLiteral("A"));
        SampleQuery query(&session, &filter);
        QVector<qsizetype> seen;
        connect(&query, &SampleQuery::resultChanged, &query, [&] {
            if (query.result()) {
                seen.append(query.result()->ids.size());
            }
        });
        session.setProject(m_project);
        QTRY_COMPARE(seen, QVector<qsizetype>{2});
        QVERIFY(!query.isRunning());
        // More responses: the same filter selects anew.
        answer(QStringLiteral("B"), QStringLiteral("0110"));
        filter.toggle(FilterField::RightBy, QStringLiteral("B"));
        QTRY_COMPARE(query.result()->ids, QVector<SampleId>{m_ids.at(2)});
        // A decision or a flag does not read responses again.
        const auto before = session.index()->results();
        DecisionService service(m_project);
        Decision drop;
        drop.sampleId = m_ids.at(2);
        drop.annotator = QStringLiteral("ann");
        drop.action = Action::Drop;
        service.decide({drop});
        QTRY_COMPARE(session.index()->row(m_ids.at(2))->action, Action::Drop);
        QCOMPARE(session.index()->results(), before);
    }

    void longListsOfModelsAreFoldedAtFirst()
    {
        FilterState filter;
        FacetModel facets(&filter);
        const QAbstractItemModelTester tester(&facets);
        FacetCounts counts;
        counts.total = 100;
        for (int i = 0; i < 8; ++i) {
            counts.rightBy.append({QStringLiteral("m%1").arg(i), 10 + i});
        }
        facets.setCounts(counts);
        QCOMPARE(count(facets, FilterField::RightBy, QStringLiteral("m0")), 10);
        for (int i = 8; i < 20; ++i) {
            counts.rightBy.append({QStringLiteral("m%1").arg(i), 10 + i});
        }
        facets.setCounts(counts);
        QCOMPARE(facets.rowCount(), 1);
        facets.activate(facets.index(0));
        QCOMPARE(facets.rowCount(), 1 + 8 + 1);
        QCOMPARE(facets.index(9).data().toString(), QStringLiteral("12 more"));
        // Counts that change fold nothing again.
        counts.rightBy.first().count = 50;
        facets.setCounts(counts);
        QCOMPARE(facets.index(1).data().toString(), QStringLiteral("m0"));
        facets.activate(facets.index(9));
        QCOMPARE(facets.rowCount(), 1 + 20);
    }

    void bulkNeverOverwritesWhatAPersonDecided()
    {
        SilentProgress progress;
        const auto before = SampleIndex::load(*m_project, progress);
        QVERIFY_RESULT(before);
        const QVector<SampleId> ids = (*before)->select({}, SampleSort::Source, false).first(6);
        BulkDecision drop;
        drop.samples = ids.first(2);
        drop.action = Action::Drop;
        const BulkEvents first = bulkEvents(**before, drop, QStringLiteral("ann"));
        QCOMPARE(first.decided, 2);
        DecisionService service(m_project);
        QSignalSpy stored(&service, &DecisionService::stored);
        service.decide(first.events);
        QTRY_COMPARE(stored.size(), 1);

        const auto after = SampleIndex::load(*m_project, progress);
        QVERIFY_RESULT(after);
        BulkDecision keep;
        keep.samples = ids;
        keep.action = Action::Keep;
        const BulkEvents second = bulkEvents(**after, keep, QStringLiteral("ann"));
        QCOMPARE(second.decided, 4);
        QCOMPARE(second.skipped, 2);
        BulkDecision confirm;
        confirm.samples = ids;
        confirm.verdict = Verdict::Confirm;
        const BulkEvents verdicts = bulkEvents(**after, confirm, QStringLiteral("ann"));
        QCOMPARE(verdicts.events.size(), 2); // rows 0 and 3 are flagged
        QCOMPARE(verdicts.events.first().kind, QStringLiteral("blind_solvable"));
    }

private:
    void answer(const QString& model, const QString& answers)
    {
        QVERIFY_RESULT(test::addResponses(*m_project, QStringLiteral("Chart/QA"), model, m_ids, answers));
    }
    static QModelIndex row(const FacetModel& model, FilterField field, const QString& value)
    {
        for (int i = 0; i < model.rowCount(); ++i) {
            const QModelIndex index = model.index(i);
            if (index.data(FacetModel::FieldRole).toInt() == int(field)
                && index.data(FacetModel::KindRole).toInt() == int(FacetModel::RowKind::Value)
                && index.data(FacetModel::ValueRole).toString() == value) {
                return index;
            }
        }
        return {};
    }
    static qint64 count(const FacetModel& model, FilterField field, const QString& value)
    {
        const QModelIndex index = row(model, field, value);
        return index.isValid() ? index.data(FacetModel::CountRole).toLongLong() : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Project> m_project;
    QVector<SampleId> m_ids;
};

QTEST_GUILESS_MAIN(TestSampleModels)
#include "tst_samplemodels.moc"
