// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/decisionservice.h"
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
        QVERIFY_RESULT(test::addSamples(*m_project, QStringLiteral("Chart/QA"), 300, 3));
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

    void aFilterSurvivesTheSession()
    {
        FilterState filter;
        filter.toggle(FilterField::Kind, QStringLiteral("dark"));
        filter.toggle(FilterField::FlagState, QStringLiteral("open"));
        filter.toggle(FilterField::Reviewed, QStringLiteral("no"));
        filter.toggle(FilterField::Action, QStringLiteral("drop"));
        filter.setText(QStringLiteral("daisy"));
        filter.setSort(SampleSort::FlagScore, true);
        FilterState again;
        again.restore(QJsonDocument::fromJson(QJsonDocument(filter.toJson()).toJson()).object());
        QCOMPARE(again.filter(), filter.filter());
        QCOMPARE(again.sort(), SampleSort::FlagScore);
        QVERIFY(again.isDescending());
        QCOMPARE(again.chips().size(), 5);
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
};

QTEST_GUILESS_MAIN(TestSampleModels)
#include "tst_samplemodels.moc"
