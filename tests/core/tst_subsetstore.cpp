// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/importundo.h"
#include "core/store/integrity.h"
#include "core/store/migrations.h"
#include "core/store/removal.h"
#include "core/store/subsetstore.h"
#include "importhelp.h"
#include "tests/support/projectdump.h"
#include "tests/support/testproject.h"

#include <QtTest>

using namespace winnow;
using namespace winnow::test;

namespace {

Subset subsetOf(const QString& name)
{
    Subset subset;
    subset.name = name;
    subset.method = QStringLiteral("anchor_points");
    subset.budget = 40;
    subset.seed = -7;
    subset.parents = {QStringLiteral("sound"), QStringLiteral("hard, \"quoted\"")};
    subset.sourceHash = QByteArray(32, '\x9c');
    subset.request
        = {{QStringLiteral("method"), QStringLiteral("anchor_points")}, {QStringLiteral("budget"), 40}};
    subset.report = {{QStringLiteral("spearman"), .93}};
    subset.createdAt = QStringLiteral("2026-03-04T05:06:07.000Z");
    return subset;
}

QVector<SubsetSample> chosen(const QVector<SampleId>& ids)
{
    QVector<SubsetSample> samples;
    for (const SampleId id : ids) {
        samples.append({id});
    }
    return samples;
}

Result<> change(Project& project, const std::function<void(SubsetStore&)>& how)
{
    return project.write(
        {.parts = ChangeSet::Subsets, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
            SubsetStore store(c);
            how(store);
            return {};
        });
}

std::optional<Subset> named(const Project& project, const QString& name)
{
    const auto found = project.read([&](sqlite::Connection& c) { return SubsetStore(c).byName(name); });
    return found ? *found : std::nullopt;
}

QStringList namesIn(const Project& project)
{
    QStringList names;
    const auto all = project.read([](sqlite::Connection& c) { return SubsetStore(c).all(); });
    for (const Subset& subset : all.value_or(QVector<Subset>())) {
        names.append(subset.name);
    }
    return names;
}

QVector<SampleId> idsOf(const Project& project, const QString& name)
{
    const auto ids = project.read([&](sqlite::Connection& c) {
        SubsetStore store(c);
        const auto subset = store.byName(name);
        return subset ? store.sampleIds(subset->id) : QVector<SampleId>();
    });
    return ids.value_or(QVector<SampleId>());
}

QStringList problemsOf(Project& project)
{
    SilentProgress progress;
    const auto report = checkProject(project, false, progress);
    return report ? report->problems : QStringList{report.error().text()};
}

} // namespace

/// Named selections of samples: stored, replaced, renamed, and what becomes of them when samples go.
class TestSubsetStore : public QObject {
    Q_OBJECT
private slots:
    void everythingOfASubsetComesBack()
    {
        const Bench bench;
        const auto ids = addSamples(*bench.project, QStringLiteral("set"), 6);
        QVERIFY_RESULT(ids);
        const Sentence why = Sentence::of("%1 of %2 models tell it").arg(3, QStringLiteral("many"));
        const Subset asked = subsetOf(QStringLiteral("core"));
        QVERIFY_RESULT(change(*bench.project, [&](SubsetStore& store) {
            store.put(asked, {{ids->at(4), 2.5, why}, {ids->at(0)}, {ids->at(2), 0, QStringLiteral("last")}});
        }));
        const auto found = named(*bench.project, QStringLiteral("core"));
        QVERIFY(found);
        QVERIFY(found->id);
        QCOMPARE(found->method, asked.method);
        QCOMPARE(found->budget, 40);
        QCOMPARE(found->seed, -7);
        QCOMPARE(found->parents, asked.parents);
        QCOMPARE(found->sourceHash, asked.sourceHash);
        QCOMPARE(found->request, asked.request);
        QCOMPARE(found->report, asked.report);
        QCOMPARE(found->createdAt, asked.createdAt);
        QCOMPARE(found->size, 3);
        const auto samples
            = bench.project->read([&](sqlite::Connection& c) { return SubsetStore(c).samples(found->id); });
        QVERIFY_RESULT(samples);
        QCOMPARE(samples->size(), 3);
        QCOMPARE(samples->at(0).sample, ids->at(4));
        QCOMPARE(samples->at(0).weight, 2.5);
        QCOMPARE(samples->at(0).why.json(), why.json());
        QCOMPARE(samples->at(1).weight, 1.);
        QVERIFY(samples->at(1).why.isEmpty());
        QCOMPARE(samples->at(2).weight, 0.);
        QCOMPARE(samples->at(2).why.english(), QStringLiteral("last"));
        QCOMPARE(
            idsOf(*bench.project, QStringLiteral("core")), (QVector{ids->at(4), ids->at(0), ids->at(2)}));
        QCOMPARE(problemsOf(*bench.project), QStringList());
    }

    void oneOfTheSameNameIsReplacedAsAWhole()
    {
        const Bench bench;
        const auto ids = addSamples(*bench.project, QStringLiteral("set"), 6);
        QVERIFY_RESULT(ids);
        SubsetId first;
        SubsetId second;
        QVERIFY_RESULT(change(*bench.project, [&](SubsetStore& store) {
            first = store.put(subsetOf(QStringLiteral("core")), chosen(*ids));
            store.put(subsetOf(QStringLiteral("a part")), chosen({ids->at(3)}));
        }));
        Subset other = subsetOf(QStringLiteral("core"));
        other.method = QStringLiteral("random");
        other.parents.clear();
        other.createdAt.clear();
        QVERIFY_RESULT(change(*bench.project, [&](SubsetStore& store) {
            second = store.put(other, chosen({ids->at(5), ids->at(1)}));
        }));
        QCOMPARE(second, first);
        const auto found = named(*bench.project, QStringLiteral("core"));
        QCOMPARE(found->method, QStringLiteral("random"));
        QCOMPARE(found->parents, QStringList());
        QVERIFY(!found->createdAt.isEmpty() && found->createdAt != subsetOf(QString()).createdAt);
        QCOMPARE(idsOf(*bench.project, QStringLiteral("core")), (QVector{ids->at(5), ids->at(1)}));
        QCOMPARE(namesIn(*bench.project), (QStringList{QStringLiteral("a part"), QStringLiteral("core")}));
    }

    void aSampleTwiceIsRefusedAndNothingIsChanged()
    {
        const Bench bench;
        const auto ids = addSamples(*bench.project, QStringLiteral("set"), 3);
        QVERIFY_RESULT(ids);
        QVERIFY_RESULT(change(*bench.project,
            [&](SubsetStore& store) { store.put(subsetOf(QStringLiteral("core")), chosen(*ids)); }));
        QVERIFY(!change(*bench.project, [&](SubsetStore& store) {
            store.put(subsetOf(QStringLiteral("core")), chosen({ids->at(1), ids->at(1)}));
        }));
        QCOMPARE(idsOf(*bench.project, QStringLiteral("core")), *ids);
    }

    void otherNames_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<bool>("done");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("parentsOfInner");
        const QStringList before{QStringLiteral("inner"), QStringLiteral("outer")};
        const QStringList parents{QStringLiteral("outer"), QStringLiteral("outermost")};
        QTest::newRow("free") << QStringLiteral("outer") << QStringLiteral("around") << true
                              << QStringList{QStringLiteral("around"), QStringLiteral("inner")}
                              << QStringList{QStringLiteral("around"), QStringLiteral("outermost")};
        QTest::newRow("its own") << QStringLiteral("outer") << QStringLiteral("outer") << true << before
                                 << parents;
        QTest::newRow("taken") << QStringLiteral("outer") << QStringLiteral("inner") << false << before
                               << parents;
        QTest::newRow("none") << QStringLiteral("outermost") << QStringLiteral("x") << false << before
                              << parents;
        QTest::newRow("empty") << QStringLiteral("outer") << QString() << false << before << parents;
    }
    void otherNames()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(bool, done);
        const Bench bench;
        Subset inner = subsetOf(QStringLiteral("inner"));
        inner.parents = {QStringLiteral("outer"), QStringLiteral("outermost")};
        bool renamed = !done;
        QVERIFY_RESULT(change(*bench.project, [&](SubsetStore& store) {
            store.put(subsetOf(QStringLiteral("outer")), {});
            store.put(inner, {});
            renamed = store.rename(from, to);
        }));
        QCOMPARE(renamed, done);
        QTEST(namesIn(*bench.project), "names");
        QTEST(named(*bench.project, QStringLiteral("inner"))->parents, "parentsOfInner");
    }

    void oneThatIsRemovedTakesNoSampleAlong()
    {
        const Bench bench;
        const auto ids = addSamples(*bench.project, QStringLiteral("set"), 3);
        QVERIFY_RESULT(ids);
        const QStringList before = dumpProject(*bench.project);
        QVERIFY_RESULT(change(*bench.project, [&](SubsetStore& store) {
            store.put(subsetOf(QStringLiteral("core")), chosen(*ids));
            QVERIFY(!store.remove(QStringLiteral("other")));
        }));
        QVERIFY(dumpProject(*bench.project) != before);
        QVERIFY_RESULT(change(
            *bench.project, [&](SubsetStore& store) { QVERIFY(store.remove(QStringLiteral("core"))); }));
        QCOMPARE(dumpProject(*bench.project), before);
        QCOMPARE(problemsOf(*bench.project), QStringList());
    }

    void samplesThatGoLeaveIt_data()
    {
        QTest::addColumn<bool>("undone");
        QTest::newRow("with their dataset") << false;
        QTest::newRow("with the import that brought them") << true;
    }
    void samplesThatGoLeaveIt()
    {
        QFETCH(bool, undone);
        const Bench bench;
        QVERIFY_RESULT(bench.importText(QStringLiteral("a.csv"),
            "index,question,A,B,answer\n1,A?,x,y,A\n2,B?,x,y,B\n", QStringLiteral("stays")));
        const auto second = bench.importText(QStringLiteral("b.csv"),
            "index,question,A,B,answer\n1,C?,x,y,A\n2,D?,x,y,A\n", QStringLiteral("goes"));
        QVERIFY_RESULT(second);
        const auto id = [&](const char* key) { return bench.sample(QString::fromLatin1(key)).id; };
        QVERIFY_RESULT(change(*bench.project, [&](SubsetStore& store) {
            store.put(subsetOf(QStringLiteral("core")),
                chosen({id("goes/2"), id("stays/2"), id("goes/1"), id("stays/1")}));
            store.put(subsetOf(QStringLiteral("gone")), chosen({id("goes/1")}));
        }));
        ChangeSet::Parts told;
        QObject::connect(&bench.project->notifier(), &StoreNotifier::changed, this,
            [&](const ChangeSet& changes) { told |= changes.parts; });
        if (undone) {
            QVERIFY_RESULT(undoImport(*bench.project, second->id));
            QVERIFY(told & ChangeSet::Subsets);
        } else {
            QVERIFY_RESULT(bench.project->write(
                {.parts = ChangeSet::Samples, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
                    Removal(c).dataset(DatasetStore(c).byName(QStringLiteral("goes"))->id);
                    return {};
                }));
        }
        QCOMPARE(idsOf(*bench.project, QStringLiteral("core")), (QVector{id("stays/2"), id("stays/1")}));
        QCOMPARE(named(*bench.project, QStringLiteral("core"))->size, 2);
        QCOMPARE(named(*bench.project, QStringLiteral("gone"))->size, 0);
        QCOMPARE(problemsOf(*bench.project), QStringList());
        // Samples of the same file come anew, and are in no subset.
        QVERIFY_RESULT(bench.importText(QStringLiteral("b.csv"),
            "index,question,A,B,answer\n1,C?,x,y,A\n2,D?,x,y,A\n", QStringLiteral("goes")));
        QCOMPARE(named(*bench.project, QStringLiteral("core"))->size, 2);
    }

    void anotherImportOfTheSameSamplesChangesNothing()
    {
        const Bench bench;
        const char* text = "index,question,A,B,answer\n1,A?,x,y,A\n2,B?,x,y,B\n";
        QVERIFY_RESULT(bench.importText(QStringLiteral("a.csv"), text, QStringLiteral("set")));
        const QVector<SampleId> ids{
            bench.sample(QStringLiteral("set/2")).id, bench.sample(QStringLiteral("set/1")).id};
        QVERIFY_RESULT(change(*bench.project,
            [&](SubsetStore& store) { store.put(subsetOf(QStringLiteral("core")), chosen(ids)); }));
        const auto changed = bench.importText(QStringLiteral("b.csv"),
            "index,question,A,B,answer\n1,Another?,x,y,A\n3,C?,x,y,B\n", QStringLiteral("set"));
        QVERIFY_RESULT(changed);
        QCOMPARE(idsOf(*bench.project, QStringLiteral("core")), ids);
        QVERIFY_RESULT(undoImport(*bench.project, changed->id));
        QCOMPARE(bench.sample(QStringLiteral("set/1")).question, QStringLiteral("A?"));
        QCOMPARE(idsOf(*bench.project, QStringLiteral("core")), ids);
        QCOMPARE(problemsOf(*bench.project), QStringList());
    }

    void anOlderFileTakesSubsets()
    {
        const QTemporaryDir folder;
        auto connection = sqlite::Connection::open(
            folder.filePath(QStringLiteral("old.winnow")), sqlite::OpenMode::Create);
        QVERIFY_RESULT(connection);
        const QVector<Migration> all = projectMigrations();
        constexpr int kBefore = 6;
        QVERIFY_RESULT(migrate(**connection, all.mid(0, kBefore)));
        QVERIFY_RESULT(migrate(**connection, all));
        QVERIFY_RESULT(sqlite::guarded([&] {
            SubsetStore store(**connection);
            store.put(subsetOf(QStringLiteral("core")), {});
            QCOMPARE(store.all().size(), 1);
        }));
    }
};

QTEST_GUILESS_MAIN(TestSubsetStore)
#include "tst_subsetstore.moc"
