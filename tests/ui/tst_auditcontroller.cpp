// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demoproject.h"
#include "tests/support/privatesettings.h"
#include "ui/models/auditcontroller.h"
#include "ui/models/auditopenings.h"
#include "ui/models/projectsession.h"

#include <QAbstractItemModelTester>
#include <QSet>
#include <QSignalSpy>

#include <algorithm>

using namespace winnow;

namespace {

const QString kBlind = QStringLiteral("blind_solvable");
/// Queues are the same in every version of the program.
constexpr quint64 kQueueSeed = 0x57696e6e6f77;
const QString kFailure = QStringLiteral("unanimous_failure");

} // namespace

/// Auditing without a window, on real projects.
class TestAuditController : public QObject {
    Q_OBJECT

    using Stage = AuditController::Stage;

    std::unique_ptr<QTemporaryDir> m_folder;
    JobModel m_jobs;
    std::unique_ptr<ProjectSession> m_session;
    std::unique_ptr<AuditController> m_audit;
    AuditChanges m_changed;
    QVector<AuditReport> m_reports;
    int m_stopped = 0;
    QStringList m_failed;

    QString path(const QString& name) const { return m_folder->filePath(name); }
    const std::shared_ptr<Project>& project() const { return m_session->project(); }
    const DetectorState& state(const QString& detector) const { return *m_audit->overview().find(detector); }
    /// As the window does.
    void open(const std::shared_ptr<Project>& project)
    {
        m_session->setProject(project);
        m_audit->setProject(project);
    }
    void openDemo(bool audited, const QString& name = QStringLiteral("p.winnow"))
    {
        auto made = test::makeDemoProject(path(name), 90, 6, audited);
        QVERIFY_RESULT(made);
        open(*made);
        m_audit->setActive(true);
        QTRY_COMPARE(m_audit->stage(), Stage::Detectors);
    }
    QJsonObject overrides() const { return m_audit->settings().of(m_audit->selected()); }
    QVector<Flag> flags() const
    {
        return *project()->read([](sqlite::Connection& c) { return FlagStore(c).list({}); });
    }
    qint64 runsOf(const QString& detector) const
    {
        const QVector<DetectorRun> runs = m_audit->overview().lastRuns();
        return std::count_if(
            runs.cbegin(), runs.cend(), [&](const DetectorRun& run) { return run.detector == detector; });
    }
    /// What a click opens in the end.
    ClickThrough opened(const ClickThrough& what) const
    {
        if (what.where() != ClickThrough::Where::Later) {
            return what;
        }
        SilentProgress progress;
        return what.load()(*project(), progress).value_or(ClickThrough());
    }
    QVector<SampleId> samples(const ClickThrough& what) const
    {
        return opened(what).filter().only.value_or(QVector<SampleId>());
    }
    void runAndRead(const QString& detector)
    {
        QVERIFY(m_audit->select(detector));
        const qsizetype before = m_reports.size();
        m_audit->runThis();
        QTRY_COMPARE_WITH_TIMEOUT(m_reports.size(), before + 1, 20000);
        // What is shown is what is stored by now.
        const auto stored = project()->read([](sqlite::Connection& c) { return FlagStore(c).latestRuns(); });
        const auto newest = [](const QVector<DetectorRun>& runs) {
            qint64 id = 0;
            for (const DetectorRun& run : runs) {
                id = std::max(id, run.id.value);
            }
            return id;
        };
        QTRY_COMPARE(newest(m_audit->overview().lastRuns()), newest(*stored));
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::usePrivateSettings(*m_folder);
        m_session = std::make_unique<ProjectSession>(nullptr);
        m_audit = std::make_unique<AuditController>(&m_jobs);
        m_changed = {};
        m_reports.clear();
        m_stopped = 0;
        m_failed.clear();
        AuditController* audit = m_audit.get();
        connect(m_session.get(), &ProjectSession::storeChanged, audit, &AuditController::storeChanged);
        connect(
            audit, &AuditController::changed, this, [this](AuditChanges changes) { m_changed |= changes; });
        connect(audit, &AuditController::finished, this,
            [this](const AuditReport& report) { m_reports.append(report); });
        connect(audit, &AuditController::stopped, this, [this] { ++m_stopped; });
        connect(audit, &AuditController::failed, this,
            [this](const Error& error) { m_failed.append(error.text()); });
    }
    void cleanup()
    {
        QVERIFY2(m_failed.isEmpty(), qPrintable(m_failed.join(u'\n')));
        m_audit.reset();
        m_session.reset();
    }

    void itIsReadWhenItIsLookedAt()
    {
        QCOMPARE(m_audit->stage(), Stage::Reading);
        QVERIFY(!m_audit->state());
        auto made = Project::create(path(QStringLiteral("empty.winnow")));
        QVERIFY_RESULT(made);
        open(*made);
        QTest::qWait(50);
        QCOMPARE(m_audit->stage(), Stage::Reading); // nobody looks
        m_audit->setActive(true);
        QTRY_COMPARE(m_audit->stage(), Stage::Empty);
        QVERIFY(!m_audit->canRunAny() && !m_audit->canRun());
        m_audit->runAll();
        QVERIFY(!m_audit->isRunning());
        // The first dataset comes while it is looked at.
        QVERIFY_RESULT(test::addSamples(**made, QStringLiteral("Set"), 8));
        QTRY_COMPARE(m_audit->stage(), Stage::Detectors);
        QVERIFY(m_audit->canRunAny());
        QCOMPARE(m_audit->selected(), m_audit->overview().detectors.first().info().id);
        QVERIFY(!m_audit->select(QStringLiteral("no_such")));
        QVERIFY(m_audit->select(kBlind));
        QVERIFY(!m_audit->canRun()); // there are no responses
        QVERIFY(m_audit->select(QStringLiteral("mcq_malformed")));
        QVERIFY(m_audit->canRun());
        open(nullptr);
        QCOMPARE(m_audit->stage(), Stage::Reading);
        QCOMPARE(m_audit->detectors()->rowCount(), 0);
        QVERIFY(!m_audit->canRunAny());
    }

    void whatChangesOutOfViewIsReadWhenItComesIntoView()
    {
        openDemo(true);
        m_audit->select(kFailure);
        const qint64 open = state(kFailure).flags.open;
        QVERIFY(open > 1);
        m_audit->setActive(false);
        const auto decide = [&](int which) {
            FlagFilter filter;
            filter.detector = kFailure;
            filter.state = FlagState::Open;
            return project()->write(
                {.parts = ChangeSet::Flags, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
                    const Flag flag = FlagStore(c).list(filter).at(which);
                    c.execute(QStringLiteral("UPDATE flags SET state = 'confirmed' WHERE id = %1")
                                  .arg(flag.id.value));
                    return {};
                });
        };
        QVERIFY_RESULT(decide(0));
        QTest::qWait(100);
        QCOMPARE(state(kFailure).flags.open, open);
        m_changed = {};
        m_audit->setActive(true);
        QTRY_COMPARE(state(kFailure).flags.open, open - 1);
        QVERIFY(m_changed.testFlag(AuditChange::Standing));
        QVERIFY(!m_changed.testFlag(AuditChange::Data)); // flags are not what detectors read
        QVERIFY_RESULT(decide(0));
        QTRY_COMPARE(state(kFailure).flags.open, open - 2);
        // An import makes what ran before it stale, and what was read of the data is another.
        QVERIFY(!state(kFailure).isStale());
        m_changed = {};
        const qsizetype datasets = m_audit->overview().datasets.size();
        QVERIFY_RESULT(test::addSamples(*project(), QStringLiteral("More"), 4));
        QTRY_COMPARE(m_audit->overview().datasets.size(), datasets + 1);
        QVERIFY(m_changed.testFlag(AuditChange::Data));
        QVERIFY(!m_audit->overview().datasetName(m_audit->overview().datasets.last().first).isEmpty());
    }

    void presetsAndOwnSettings()
    {
        openDemo(false);
        m_audit->select(kBlind);
        QCOMPARE(m_audit->settings().preset(), QString());
        m_changed = {};
        m_audit->choosePreset(QStringLiteral("mmstar"));
        QCOMPARE(m_changed, AuditChanges(AuditChange::Settings));
        QCOMPARE(m_audit->settings().preset(), QStringLiteral("mmstar"));
        QCOMPARE(overrides().value(QLatin1String("rule")).toString(), QStringLiteral("hits"));
        // The preset is told by what is set, whoever set it.
        const QJsonObject recipe = m_audit->settings().values();
        QVERIFY(DetectorRegistry::preset(AuditSettings::restored(recipe).preset()));
        QCOMPARE(AuditSettings::restored(recipe).values(), recipe);
        for (auto it = recipe.constBegin(); it != recipe.constEnd(); ++it) {
            const Detector* detector = DetectorRegistry::instance().find(it.key().section(u'.', 0, 0));
            for (const ParameterInfo& info : detector->info().parameters) {
                QVERIFY(info.id != it.key().section(u'.', 1) || info.defaultValue != it.value());
            }
        }
        QJsonObject own = overrides();
        own.insert(QStringLiteral("hits"), 5);
        m_audit->setOverrides(own);
        QCOMPARE(m_audit->settings().preset(), QString::fromLatin1(AuditSettings::kOwn));
        m_audit->choosePreset(QString::fromLatin1(AuditSettings::kOwn));
        QCOMPARE(overrides(), own); // nothing to choose
        // Each detector has its own.
        m_audit->select(kFailure);
        QVERIFY(overrides().isEmpty());
        m_audit->setOverrides({{QStringLiteral("max_share"), 0.25}});
        m_audit->select(kBlind);
        QCOMPARE(overrides(), own);
        m_audit->setOverrides({});
        m_audit->select(kFailure);
        QCOMPARE(overrides().value(QLatin1String("max_share")).toDouble(), 0.25);
        m_audit->choosePreset(QString());
        QVERIFY(m_audit->settings().values().isEmpty());
        QCOMPARE(m_audit->settings().preset(), QString());
        // Every preset comes back as itself, also where two come to the same settings.
        for (const AuditPreset& preset : DetectorRegistry::presets()) {
            m_audit->choosePreset(preset.id);
            QCOMPARE(m_audit->settings().preset(), AuditSettings::isDefault(preset) ? QString() : preset.id);
        }
    }

    void whatNoLongerFitsIsForgotten()
    {
        openDemo(false);
        m_audit->restore(kFailure,
            {{QStringLiteral("unanimous_failure.max_share"), 0.25},
                {QStringLiteral("blind_solvable.alpha"), QStringLiteral("high")},
                {QStringLiteral("blind_solvable.hits"), 4}, {QStringLiteral("gone.limit"), 3},
                {QStringLiteral("saturated.no_such"), 1}});
        QCOMPARE(m_audit->selected(), kFailure);
        QCOMPARE(m_audit->settings().values(),
            (QJsonObject{{QStringLiteral("unanimous_failure.max_share"), 0.25}}));
        // It runs with them.
        m_audit->runThis();
        QTRY_COMPARE_WITH_TIMEOUT(m_reports.size(), 1, 20000);
        QTRY_VERIFY(!state(kFailure).runs.isEmpty());
        QCOMPARE(state(kFailure).runs.first().parameters.value(QLatin1String("max_share")).toDouble(), 0.25);
        // A detector of another version is not there to be looked at.
        m_audit->restore(QStringLiteral("gone"), {});
        open(project());
        QTRY_COMPARE(m_audit->stage(), Stage::Detectors);
        QCOMPARE(m_audit->selected(), m_audit->overview().detectors.first().info().id);
    }

    void oneRunsAndStoresWhatItFinds()
    {
        openDemo(false);
        QAbstractItemModelTester tester(
            m_audit->detectors(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(flags().size(), 0);
        QVERIFY(m_audit->select(kFailure));
        m_changed = {};
        m_audit->runThis();
        QVERIFY(m_audit->isRunning() && !m_audit->canRun() && !m_audit->canRunAny());
        QVERIFY(m_changed.testFlag(AuditChange::Running));
        QCOMPARE(m_jobs.rowCount(), 1);
        m_audit->runAll(); // one at a time
        QCOMPARE(m_jobs.rowCount(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_reports.size(), 1, 20000);
        QVERIFY(!m_audit->isRunning() && m_audit->canRun());
        QVERIFY(m_reports.first().added > 0);
        QCOMPARE(m_reports.first().added, qint64(flags().size()));
        for (const Flag& flag : flags()) {
            QCOMPARE(flag.detector, kFailure);
        }
        QTRY_COMPARE(state(kFailure).flags.open, qint64(flags().size()));
        QCOMPARE(runsOf(kFailure), qint64(m_audit->overview().datasets.size()));
        QCOMPARE(qint64(m_audit->overview().lastRuns().size()), runsOf(kFailure));
        const int row = m_audit->detectors()->rowOf(kFailure);
        QVERIFY(m_audit->detectors()
                    ->index(row)
                    .data(DetectorListModel::StatusRole)
                    .toString()
                    .contains(QString::number(flags().size())));
        // The same again changes nothing.
        runAndRead(kFailure);
        QCOMPARE(m_reports.last().added, 0);
        QCOMPARE(m_reports.last().kept, m_reports.first().added);
    }

    void theListFollowsWhileAllRun()
    {
        openDemo(false);
        QVERIFY(m_audit->select(QStringLiteral("duplicate_near"))); // compares datasets: runs last
        // How many had run whenever the list changed while they ran.
        QVector<qsizetype> ran;
        bool standing = false;
        connect(m_audit.get(), &AuditController::changed, this, [&](AuditChanges changes) {
            if (m_audit->isRunning() && changes.testFlag(AuditChange::Overview)) {
                ran.append(m_audit->overview().lastRuns().size());
                standing |= changes.testFlag(AuditChange::Standing)
                    && state(QStringLiteral("duplicate_near")).runs.isEmpty();
            }
        });
        m_audit->runAll();
        QTRY_COMPARE_WITH_TIMEOUT(m_reports.size(), 1, 60000);
        QVERIFY(ran.size() > 2);
        QVERIFY(std::is_sorted(ran.cbegin(), ran.cend()));
        QVERIFY(ran.first() < ran.last());
        QVERIFY(!standing); // what is looked at stays as it is until it has run itself
        const auto done
            = std::count_if(m_reports.first().outcomes.cbegin(), m_reports.first().outcomes.cend(),
                [](const DetectorOutcome& outcome) { return outcome.state == DetectorOutcome::State::Done; });
        QTRY_COMPARE(qint64(m_audit->overview().lastRuns().size()), qint64(done));
        QVERIFY(done > 50);
    }

    void aStoppedAuditKeepsWhatWasFound()
    {
        openDemo(false);
        m_audit->runAll();
        // Something is stored, and then it is stopped as the status bar does.
        QTRY_VERIFY_WITH_TIMEOUT(!m_audit->overview().lastRuns().isEmpty(), 60000);
        QVERIFY(m_audit->isRunning());
        m_jobs.cancel(0);
        QTRY_COMPARE_WITH_TIMEOUT(m_stopped, 1, 60000);
        QVERIFY(!m_audit->isRunning());
        QCOMPARE(m_reports.size(), 0);
        const auto stored = project()->read([](sqlite::Connection& c) { return FlagStore(c).latestRuns(); });
        QTRY_COMPARE(m_audit->overview().lastRuns().size(), stored->size());
        qint64 total = 0;
        for (const DetectorState& each : m_audit->overview().detectors) {
            total += each.total();
        }
        QCOMPARE(total, qint64(flags().size()));
        QVERIFY(m_audit->canRunAny());
        m_audit->runAll();
        QTRY_COMPARE_WITH_TIMEOUT(m_reports.size(), 1, 60000);
        QVERIFY(m_audit->overview().lastRuns().size() >= stored->size());
    }

    void anotherProjectStopsWhatRuns()
    {
        openDemo(false);
        const std::shared_ptr<Project> first = project();
        auto second = test::makeDemoProject(path(QStringLiteral("q.winnow")), 50, 4, false);
        QVERIFY_RESULT(second);
        m_audit->runAll();
        QTRY_VERIFY_WITH_TIMEOUT(!m_audit->overview().lastRuns().isEmpty(), 60000);
        open(*second);
        QVERIFY(!m_audit->isRunning());
        QCOMPARE(m_audit->stage(), Stage::Reading);
        QTRY_COMPARE(m_audit->stage(), Stage::Detectors);
        QCOMPARE(m_audit->overview().lastRuns().size(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(m_jobs.rowCount(), 0, 60000);
        QTest::qWait(50);
        // Nothing of the first is told, and what it stored stands there.
        QCOMPARE(m_reports.size(), 0);
        QCOMPARE(m_stopped, 0);
        QCOMPARE(flags().size(), 0);
        QVERIFY(!first->read([](sqlite::Connection& c) { return FlagStore(c).latestRuns(); })->isEmpty());
        runAndRead(kFailure);
        QCOMPARE(m_reports.size(), 1);
        m_audit->runAll();
        open(nullptr); // closed while it runs
        QVERIFY(!m_audit->isRunning() && !m_audit->state());
    }

    void aProjectThatIsOnlyReadIsLookedAt()
    {
        openDemo(true);
        const qint64 count = flags().size();
        open(nullptr);
        auto again = Project::open(path(QStringLiteral("p.winnow")), Project::Mode::ReadOnly);
        QVERIFY_RESULT(again);
        open(*again);
        QTRY_COMPARE(m_audit->stage(), Stage::Detectors);
        QVERIFY(m_audit->isReadOnly());
        QVERIFY(m_audit->select(kFailure) && m_audit->state()->canRun());
        QVERIFY(!m_audit->canRun() && !m_audit->canRunAny());
        m_audit->runThis();
        m_audit->runAll();
        QVERIFY(!m_audit->isRunning());
        QCOMPARE(qint64(flags().size()), count);
    }

    void aRandomQueueIsFixedByItsSeed()
    {
        QVector<SampleId> ids;
        for (int i = 1; i <= 50; ++i) {
            ids.append(SampleId{i});
        }
        const QVector<SampleId> turned(ids.rbegin(), ids.rend());
        QCOMPARE(randomQueue(ids, 10, 3), randomQueue(turned + ids, 10, 3));
        QVERIFY(randomQueue(ids, 10, 3) != randomQueue(ids, 10, 4));
        QCOMPARE(randomQueue(ids, 80, 3).size(), 50);
        QCOMPARE(randomQueue(ids, -1, 3).size(), 0);
    }

    void reviewUntilPreciseOpensARandomQueueOfOpenFlags()
    {
        auto made = Project::create(path(QStringLiteral("p.winnow")));
        QVERIFY_RESULT(made);
        const auto ids = test::addSamples(**made, QStringLiteral("Set"), 60, 1);
        QVERIFY_RESULT(ids);
        const auto set = [&](int from, int to, const char* flagState) {
            return (*made)->write(
                {.parts = ChangeSet::Flags, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
                    for (int i = from; i < to; ++i) {
                        c.execute(QStringLiteral("UPDATE flags SET state = '%1' WHERE sample_id = %2")
                                      .arg(QLatin1String(flagState))
                                      .arg(ids->at(i).value));
                    }
                    return {};
                });
        };
        open(*made);
        m_audit->setActive(true);
        QTRY_COMPARE(m_audit->stage(), Stage::Detectors);
        const ClickThrough first = opened(AuditOpenings::untilPrecise(state(kBlind)));
        QCOMPARE(first.where(), ClickThrough::Where::Review);
        QCOMPARE(first.kinds(), QStringList{kBlind});
        QCOMPARE(samples(first).size(), state(kBlind).reviewsUntilPrecise());
        QCOMPARE(samples(AuditOpenings::untilPrecise(state(kBlind))), samples(first)); // the same again
        QVERIFY(!std::is_sorted(samples(first).cbegin(), samples(first).cend()));
        QVERIFY_RESULT(set(0, 10, "confirmed"));
        QTRY_COMPARE(state(kBlind).decided(), 10);
        const QVector<SampleId> next = samples(AuditOpenings::untilPrecise(state(kBlind)));
        QCOMPARE(next.size(), state(kBlind).reviewsUntilPrecise());
        for (const SampleId id : next) {
            QVERIFY(ids->indexOf(id) >= 10);
        }
        // Another stretch of the order for other decisions, the same one for the same.
        QCOMPARE(samples(first), randomQueue(*ids, int(samples(first).size()), kQueueSeed));
        QCOMPARE(next, randomQueue(ids->mid(10), int(next.size()), kQueueSeed + 10));
        QVERIFY_RESULT(set(0, 60, "confirmed"));
        QTRY_COMPARE(state(kBlind).flags.open, 0);
        QVERIFY(AuditOpenings::untilPrecise(state(kBlind)).isEmpty());
    }

    void theNumbersOfTheLastRunOpenTheirSamples()
    {
        openDemo(false);
        runAndRead(kFailure);
        const QVector<Flag> strict = flags();
        m_audit->setOverrides({{QStringLiteral("max_share"), 0.4}});
        runAndRead(kFailure);
        const qint64 added = m_reports.last().added;
        QVERIFY(added > 0);
        QVERIFY(m_reports.last().kept == qint64(strict.size()) && !strict.isEmpty());
        const auto set
            = [](const QVector<SampleId>& ids) { return QSet<SampleId>(ids.cbegin(), ids.cend()); };
        const auto keysOf = [](const QVector<Flag>& all) {
            QSet<SampleId> ids;
            for (const Flag& flag : all) {
                ids.insert(flag.sampleId);
            }
            return ids;
        };
        const QSet<SampleId> loose = keysOf(flags());
        QSet<SampleId> news;
        QSet<SampleId> kept;
        QTRY_VERIFY(std::any_of(state(kFailure).runs.cbegin(), state(kFailure).runs.cend(),
            [](const DetectorRun& run) { return run.kept > 0; }));
        for (const DetectorRun& run : state(kFailure).runs) {
            const QString dataset = m_audit->overview().datasetName(run.datasetId);
            const auto of = [&](RunChange change) {
                return samples(AuditOpenings::ofRun(state(kFailure), run, dataset, change));
            };
            QCOMPARE(of(RunChange::Added).size(), run.added);
            QCOMPARE(of(RunChange::Kept).size(), run.kept);
            QCOMPARE(of(RunChange::Resolved).size(), run.resolved);
            news += set(of(RunChange::Added));
            kept += set(of(RunChange::Kept));
            if (run.added > 0) {
                const ClickThrough one
                    = opened(AuditOpenings::ofRun(state(kFailure), run, dataset, RunChange::Added));
                QVERIFY2(one.title().contains(dataset), qPrintable(one.title()));
            }
        }
        QCOMPARE(kept, keysOf(strict));
        QCOMPARE(news, loose - keysOf(strict));
        QCOMPARE(set(samples(AuditOpenings::ofNew(m_reports.last()))), news);
        QVector<DetectorRunId> all;
        for (const DetectorRun& run : m_audit->overview().lastRuns()) {
            all.append(run.id);
        }
        QCOMPARE(set(samples(AuditOpenings::ofRuns(all, RunChange::Added))), news);
        // Tightened again, the others are resolved.
        m_audit->setOverrides({});
        runAndRead(kFailure);
        QTRY_COMPARE(state(kFailure).flags.open, qint64(strict.size()));
        QSet<SampleId> resolved;
        for (const DetectorRun& run : state(kFailure).runs) {
            resolved += set(samples(AuditOpenings::ofRun(state(kFailure), run, {}, RunChange::Resolved)));
        }
        QCOMPARE(resolved, news);
        QVERIFY(opened(AuditOpenings::ofNew(m_reports.last())).isEmpty());
        QVERIFY(AuditOpenings::ofRuns({}, RunChange::Added).isEmpty());

        const QString dataset = m_audit->overview().datasets.first().second.dataset;
        const ClickThrough there = AuditOpenings::ofFlags(state(kFailure), dataset, FlagState::Unsure);
        QCOMPARE(there.filter().kinds, state(kFailure).info().kinds);
        QCOMPARE(there.filter().datasets, QStringList{dataset});
        QCOMPARE(there.filter().flagStates.size(), 1);
        QVERIFY(AuditOpenings::ofFlags(state(kFailure), {}).filter().datasets.isEmpty());
        QCOMPARE(AuditOpenings::ofOpenFlags().filter().flagStates.first(), FlagState::Open);
    }
};

QTEST_GUILESS_MAIN(TestAuditController)
#include "tst_auditcontroller.moc"
