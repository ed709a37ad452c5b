// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/data/auditsnapshot.h"
#include "core/audit/data/coverageloader.h"
#include "core/store/datasetstore.h"
#include "core/store/decisionstore.h"
#include "core/store/flagstore.h"
#include "core/store/responsestore.h"
#include "core/store/responsewriter.h"
#include "core/store/samplestore.h"
#include "tests/core/auditfixture.h"
#include "tests/support/testproject.h"

#include <QtConcurrent>
#include <QTemporaryDir>

#include <stdexcept>
#include <thread>

using namespace winnow;
using namespace winnow::test;

namespace {

/// A project with one dataset of 60 MCQs (sample 0 blindly known, sample 1 with a wrong key, sample 2 with
/// the same option twice, sample 4 a copy of 3), 9 models blind and sighted.
std::shared_ptr<Project> makeProject(const QString& path, int copies = 1)
{
    auto project = Project::create(path);
    if (!project) {
        qFatal("%s", qPrintable(project.error().text()));
    }
    const Result<> written = (*project)->write(ChangeSet{}, [&](sqlite::Connection& connection) -> Result<> {
        for (int copy = 0; copy < copies; ++copy) {
            Dataset dataset;
            dataset.name = QStringLiteral("set%1").arg(copy);
            const DatasetId id = DatasetStore(connection).upsert(dataset);
            SampleWriter writer(connection);
            std::vector<Sample> samples;
            for (int i = 0; i < 60; ++i) {
                Sample sample = mcq(i, 4, i % 4);
                sample.datasetId = id;
                sample.position = i;
                if (i == 2) {
                    sample.options[1] = sample.options[3];
                }
                if (i == 4) {
                    sample.question = samples[3].question;
                    sample.options = samples[3].options;
                    sample.gold = samples[3].gold;
                }
                writer.put(sample);
                samples.push_back(sample);
            }
            ResponseStore store(connection);
            ResponseWriter responses(connection);
            stats::Random random(6);
            for (int m = 0; m < 9; ++m) {
                const ModelId model
                    = store.upsertModel(QStringLiteral("model%1").arg(m), QStringLiteral("f%1").arg(m));
                for (const Condition condition : {Condition::Blind, Condition::Standard}) {
                    const RunId run
                        = store.upsertRun(id, model, condition, QString(), QString(), QByteArray());
                    for (const Sample& sample : samples) {
                        Response response;
                        response.runId = run;
                        response.sampleId = sample.id;
                        int option
                            = condition == Condition::Blind ? int(random.below(4)) : sample.goldIndex();
                        if (sample.position == 0) {
                            option = sample.goldIndex();
                        } else if (sample.position == 1) {
                            option = (sample.goldIndex() + 1) % 4;
                        }
                        response.answer = optionLetter(option);
                        response.score = option == sample.goldIndex() ? 1 : 0;
                        responses.put(response);
                    }
                }
            }
            responses.finish();
        }
        return {};
    });
    if (!written) {
        qFatal("%s", qPrintable(written.error().text()));
    }
    return *project;
}

QVector<Flag> flagsOf(Project& project, const QString& kind = {})
{
    const auto flags = project.read([&](sqlite::Connection& connection) {
        FlagFilter filter;
        filter.kind = kind;
        return FlagStore(connection).list(filter);
    });
    return flags ? *flags : QVector<Flag>();
}

qint64 rows(Project& project, const char* table)
{
    return project
        .read([&](sqlite::Connection& connection) {
            return connection.integer(QStringLiteral("SELECT count(*) FROM ") + QString::fromLatin1(table));
        })
        .value_or(-1);
}

void turnScores(sqlite::Connection& connection)
{
    ResponseStore store(connection);
    QVector<Response> turned;
    for (const Run& run : store.runs()) {
        store.forEachBlock(run.id, false, [&](const ResponseStore::Block& block) {
            for (std::size_t i = 0; i < block.scores.size(); ++i) {
                Response response;
                response.runId = run.id;
                response.sampleId = {block.firstSample + block.scores.samples[i]};
                response.attempt = block.attempt;
                response.shift = block.shift;
                response.answer = QString::fromStdString(std::string(block.scores.answer(i)));
                response.score = 1 - block.scores.scores[i];
                turned.append(response);
            }
            return true;
        });
    }
    ResponseWriter writer(connection);
    for (const Response& response : turned) {
        writer.put(response);
    }
    writer.finish();
}

/// Changes what is read as soon as the first run was: adds a dataset and turns every score round, in the same
/// transaction, through a connection of its own.
class Meddler final : public Progress {
public:
    explicit Meddler(const QString& path)
        : m_path(path)
    {
    }
    bool isCancelled() const override { return false; }
    void report(qint64, qint64, const QString& step) override
    {
        if (step.contains(u"Reading responses") && !m_done.exchange(true)) {
            meddle();
        }
    }
    void meddle()
    {
        auto other = Project::open(m_path);
        done = other.has_value()
            && (*other)->write(ChangeSet{}, [](sqlite::Connection& connection) -> Result<> {
                   turnScores(connection);
                   Dataset dataset;
                   dataset.name = QStringLiteral("added");
                   DatasetStore(connection).upsert(dataset);
                   return {};
               });
    }

    std::atomic<bool> done = false;

private:
    QString m_path;
    std::atomic<bool> m_done = false;
};

std::vector<float> scoresOf(const AuditData& data)
{
    std::vector<float> all;
    for (const ResponseColumn& column : data.columns) {
        all.insert(all.end(), column.scores.begin(), column.scores.end());
    }
    return all;
}

/// Breaks in the way it is told to.
class Broken final : public Detector {
public:
    explicit Broken(std::function<void()> how)
        : m_how(std::move(how))
    {
        m_info.id = QStringLiteral("broken");
        m_info.title = QStringLiteral("Broken");
    }
    const DetectorInfo& info() const override { return m_info; }
    Result<DetectorResult> evaluate(const DetectorInput&, const Parameters&, Progress&) const override
    {
        m_how();
        return DetectorResult{};
    }

private:
    DetectorInfo m_info;
    std::function<void()> m_how;
};

} // namespace

class TestAuditRunner : public QObject {
    Q_OBJECT
private slots:
    void findsAndStores()
    {
        QTemporaryDir dir;
        const auto project = makeProject(dir.filePath(QStringLiteral("a.winnow")));
        SilentProgress progress;
        const auto report = AuditRunner(*project).run({}, progress);
        QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().text()));
        QVERIFY(!report->anyFailed());
        const auto keys = [&](const char* kind) {
            QStringList found;
            for (const Flag& flag : flagsOf(*project, QString::fromLatin1(kind))) {
                found.append(flag.sampleKey);
            }
            return found;
        };
        QCOMPARE(keys("blind_solvable"), QStringList{QStringLiteral("set0/0")});
        QCOMPARE(keys("unanimous_failure"), QStringList{QStringLiteral("set0/1")});
        QCOMPARE(keys("consensus_against_gold"), QStringList{QStringLiteral("set0/1")});
        QCOMPARE(keys("mcq_malformed"), QStringList{QStringLiteral("set0/2")});
        QCOMPARE(keys("duplicate_exact"), (QStringList{QStringLiteral("set0/4"), QStringLiteral("set0/3")}));
        QCOMPARE(report->added, qint64(flagsOf(*project).size()));
    }

    void aSecondRunChangesNothing()
    {
        QTemporaryDir dir;
        const auto project = makeProject(dir.filePath(QStringLiteral("a.winnow")), 2);
        SilentProgress progress;
        const auto first = AuditRunner(*project).run({}, progress);
        QVERIFY(first.has_value());
        const QVector<Flag> before = flagsOf(*project);
        const qint64 runs = rows(*project, "detector_runs");
        const auto second = AuditRunner(*project).run({}, progress);
        QVERIFY(second.has_value());
        QCOMPARE(second->added, 0);
        QCOMPARE(second->resolved, 0);
        QCOMPARE(second->kept, first->added);
        QCOMPARE(rows(*project, "detector_runs"), runs);
        const QVector<Flag> after = flagsOf(*project);
        QCOMPARE(after.size(), before.size());
        for (qsizetype i = 0; i < after.size(); ++i) {
            QCOMPARE(after[i].id, before[i].id);
            QCOMPARE(after[i].fingerprint, before[i].fingerprint);
            QCOMPARE(after[i].evidence, before[i].evidence);
        }
        // One detector alone says the same as all together.
        AuditRequest single;
        single.detectors = {QStringLiteral("blind_solvable")};
        const auto alone = AuditRunner(*project).run(single, progress);
        QVERIFY(alone.has_value());
        QCOMPARE(alone->added + alone->resolved, 0);
        QCOMPARE(rows(*project, "detector_runs"), runs);
    }

    void aRunIsStaleAfterAnImportUntilItRunsAgain()
    {
        QTemporaryDir dir;
        const auto project = makeProject(dir.filePath(QStringLiteral("a.winnow")));
        SilentProgress progress;
        AuditRequest request;
        request.detectors = {QStringLiteral("blind_solvable")};
        QVERIFY(AuditRunner(*project).run(request, progress).has_value());
        const auto stale = [&] {
            return *project->read(
                [](sqlite::Connection& c) { return FlagStore(c).latestRuns().first().stale; });
        };
        QVERIFY(!stale());
        const auto import = [&](int changed) {
            return project->write(
                {.parts = ChangeSet::Responses, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
                    c.execute(
                        QStringLiteral("INSERT INTO imports(file, sha256, format, role, dataset_id, changed,"
                                       " started_at, finished_at) SELECT 'r.csv', x'00', 'csv', 'responses',"
                                       " min(id), %1, '2999-01-01T00:00:00.000Z', '2999-01-01T00:00:00.000Z'"
                                       " FROM datasets")
                            .arg(changed));
                    return {};
                });
        };
        // What changes nothing leaves the audits as they are.
        QVERIFY_RESULT(import(0));
        QVERIFY(!stale());
        QVERIFY_RESULT(import(12));
        QVERIFY(stale());
        // The import of the year 2999 is over.
        QVERIFY_RESULT(project->write({}, [](sqlite::Connection& c) -> Result<> {
            c.execute(QStringLiteral(
                "UPDATE imports SET finished_at = (SELECT max(finished_at) FROM detector_runs)"));
            c.execute(QStringLiteral("UPDATE detector_runs SET started_at = '2001-01-01T00:00:00.000Z'"));
            return {};
        }));
        QVERIFY(stale());
        const auto again = AuditRunner(*project).run(request, progress);
        QVERIFY(again.has_value());
        QCOMPARE(again->added + again->resolved, 0);
        QVERIFY(!stale());
    }

    void parametersMoveFlags()
    {
        QTemporaryDir dir;
        const auto project = makeProject(dir.filePath(QStringLiteral("a.winnow")));
        SilentProgress progress;
        AuditRequest request;
        request.detectors = {QStringLiteral("blind_solvable")};
        request.settings = {{QStringLiteral("blind_solvable.rule"), QStringLiteral("hits")},
            {QStringLiteral("blind_solvable.hits"), QStringLiteral("1")}};
        const auto loose = AuditRunner(*project).run(request, progress);
        QVERIFY(loose.has_value());
        QVERIFY(loose->added > 30);
        request.settings = {};
        request.preset = QStringLiteral("exact");
        const auto strict = AuditRunner(*project).run(request, progress);
        QVERIFY(strict.has_value());
        QCOMPARE(strict->kept, 1);
        QCOMPARE(strict->resolved, loose->added - 1);
        // Each number knows its samples.
        const auto samplesOf = [&](RunChange change) {
            return *project->read([&](sqlite::Connection& c) {
                FlagStore store(c);
                return store.samplesOfRun(store.latestRuns().first().id, change);
            });
        };
        QCOMPARE(samplesOf(RunChange::Added).size(), 0);
        QCOMPARE(samplesOf(RunChange::Kept).size(), 1);
        QCOMPARE(samplesOf(RunChange::Resolved).size(), strict->resolved);
        // What comes back is new again and resolved no longer.
        request.preset.clear();
        request.settings = {{QStringLiteral("blind_solvable.rule"), QStringLiteral("hits")},
            {QStringLiteral("blind_solvable.hits"), QStringLiteral("1")}};
        const auto again = AuditRunner(*project).run(request, progress);
        QVERIFY(again.has_value());
        QCOMPARE(again->added, strict->resolved);
        QCOMPARE(samplesOf(RunChange::Added).size(), again->added);
        QCOMPARE(samplesOf(RunChange::Kept).size(), 1);
        QCOMPARE(samplesOf(RunChange::Resolved).size(), 0);
        request.settings = {};
        QVERIFY(AuditRunner(*project).run(request, progress).has_value());
        QCOMPARE(flagsOf(*project, QStringLiteral("blind_solvable")).size(), 1);
    }

    void unmetNeedsAreSaid()
    {
        QTemporaryDir dir;
        auto project = Project::create(dir.filePath(QStringLiteral("a.winnow")));
        QVERIFY(project.has_value());
        QVERIFY((*project)
                    ->write(ChangeSet{},
                        [&](sqlite::Connection& connection) -> Result<> {
                            Dataset dataset;
                            dataset.name = QStringLiteral("bare");
                            Sample sample = mcq(0, 4, 0);
                            sample.datasetId = DatasetStore(connection).upsert(dataset);
                            SampleWriter(connection).put(sample);
                            return {};
                        })
                    .has_value());
        SilentProgress progress;
        const auto report = AuditRunner(**project).run({}, progress);
        QVERIFY(report.has_value());
        bool said = false;
        for (const DetectorOutcome& outcome : report->outcomes) {
            if (outcome.detector == u"blind_solvable") {
                QCOMPARE(int(outcome.state), int(DetectorOutcome::State::Unmet));
                QVERIFY2(outcome.message.startsWith(QStringLiteral("needs blind responses")),
                    qPrintable(outcome.message));
                said = true;
            }
            if (outcome.detector == u"mcq_malformed") {
                QCOMPARE(int(outcome.state), int(DetectorOutcome::State::Done));
            }
        }
        QVERIFY(said);
    }

    void wrongRequestsAreRefused_data()
    {
        QTest::addColumn<QString>("detector");
        QTest::addColumn<QString>("preset");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("says");
        const QString blind = QStringLiteral("blind_solvable");
        QTest::newRow("detector") << QStringLiteral("nonsense") << QString() << QString() << QString()
                                  << QStringLiteral("no detector \"nonsense\"");
        QTest::newRow("preset") << blind << QStringLiteral("mine") << QString() << QString()
                                << QStringLiteral("no preset \"mine\"");
        QTest::newRow("parameter") << blind << QString() << QStringLiteral("blind_solvable.colour")
                                   << QStringLiteral("red") << QStringLiteral("no parameter \"colour\"");
        QTest::newRow("foreign") << blind << QString() << QStringLiteral("other.alpha") << QStringLiteral("1")
                                 << QStringLiteral("sets nothing");
        QTest::newRow("range") << blind << QString() << QStringLiteral("blind_solvable.alpha")
                               << QStringLiteral("2") << QStringLiteral("from 0.0001 to 0.5");
        QTest::newRow("number") << blind << QString() << QStringLiteral("blind_solvable.alpha")
                                << QStringLiteral("few") << QStringLiteral("cannot be \"few\"");
        QTest::newRow("not a number") << blind << QString() << QStringLiteral("blind_solvable.alpha")
                                      << QStringLiteral("nan") << QStringLiteral("cannot be \"nan\"");
        QTest::newRow("whole") << blind << QString() << QStringLiteral("blind_solvable.hits")
                               << QStringLiteral("2.5") << QStringLiteral("whole number");
        QTest::newRow("choice") << blind << QString() << QStringLiteral("blind_solvable.rule")
                                << QStringLiteral("guess") << QStringLiteral("one of exact, hits, datbench");
    }
    void wrongRequestsAreRefused()
    {
        QFETCH(QString, detector);
        QFETCH(QString, preset);
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QString, says);
        QTemporaryDir dir;
        auto project = Project::create(dir.filePath(QStringLiteral("a.winnow")));
        QVERIFY(project.has_value());
        AuditRequest request;
        request.detectors = {detector};
        request.preset = preset;
        if (!key.isEmpty()) {
            request.settings.insert(key, value);
        }
        SilentProgress progress;
        const auto report = AuditRunner(**project).run(request, progress);
        QVERIFY(!report.has_value());
        QVERIFY2(report.error().text().contains(says), qPrintable(report.error().text()));
    }

    void cancelling()
    {
        QTemporaryDir dir;
        const auto project = makeProject(dir.filePath(QStringLiteral("a.winnow")));
        SilentProgress progress;
        progress.cancel();
        const auto report = AuditRunner(*project).run({}, progress);
        QVERIFY(!report.has_value());
        QCOMPARE(int(report.error().code), int(ErrorCode::Cancelled));
        QVERIFY(flagsOf(*project).isEmpty());
    }

    void loadsWhatIsStored()
    {
        QTemporaryDir dir;
        auto project = Project::create(dir.filePath(QStringLiteral("a.winnow")));
        QVERIFY(project.has_value());
        DatasetId id;
        QVERIFY((*project)
                    ->write(ChangeSet{},
                        [&](sqlite::Connection& connection) -> Result<> {
                            Dataset dataset;
                            dataset.name = QStringLiteral("c");
                            id = DatasetStore(connection).upsert(dataset);
                            SampleWriter writer(connection);
                            Sample sample = mcq(0, 3, 1);
                            sample.datasetId = id;
                            writer.put(sample);
                            writer.setRotations(sample.id,
                                {{0, QStringLiteral("0"), QStringLiteral("ABC"), QStringLiteral("B")},
                                    {1, QStringLiteral("10"), QStringLiteral("BCA"), QStringLiteral("A")}});
                            Sample text = open(1, QStringLiteral("The cat."));
                            text.datasetId = id;
                            text.position = 1;
                            writer.put(text);
                            ResponseStore store(connection);
                            const ModelId model = store.upsertModel(QStringLiteral("qwen-7b"), QString());
                            const RunId circular = store.upsertRun(
                                id, model, Condition::Circular, QString(), QString(), QByteArray());
                            const RunId standard = store.upsertRun(
                                id, model, Condition::Standard, QString(), QString(), QByteArray());
                            ResponseWriter responses(connection);
                            Response response;
                            response.runId = circular;
                            response.sampleId = sample.id;
                            response.shift = 1;
                            response.answer = QStringLiteral("A");
                            response.score = 1;
                            response.optionProbabilities = {0.7, 0.2, 0.1};
                            responses.put(response);
                            response.shift = 0;
                            response.answer = QStringLiteral("Z");
                            response.score.reset();
                            response.optionProbabilities.clear();
                            responses.put(response);
                            response.runId = standard;
                            response.sampleId = text.id;
                            response.answer = QStringLiteral("a CAT");
                            response.score = 1;
                            responses.put(response);
                            responses.finish();
                            return {};
                        })
                    .has_value());
        AuditParts parts;
        parts.texts = parts.probabilities = true;
        parts.conditions.fill(true);
        SilentProgress progress;
        const auto loaded = loadAuditData(**project, id, parts, progress);
        QVERIFY(loaded.has_value());
        const AuditData& data = **loaded;
        QCOMPARE(data.size(), 2u);
        QCOMPARE(data.goldIndex[0], qint16(1));
        QCOMPARE(data.texts[0].options.size(), 3);
        const auto circular = data.columnsOf(Condition::Circular);
        QCOMPARE(circular.size(), 2u);
        const ResponseColumn& first = *circular[0];
        QCOMPARE(first.shift, 0);
        QCOMPARE(first.codes[0], kNoAnswer);
        QVERIFY(!first.hasScore(0));
        QCOMPARE(first.codes[1], kNoResponse);
        const ResponseColumn& second = *circular[1];
        // Shown as A in the rotation BCA: the base's B.
        QCOMPARE(second.codes[0], 1);
        QCOMPARE(second.shownLetter(0), 0);
        QCOMPARE(second.family, QStringLiteral("qwen"));
        // Probability of the base's A, B, C.
        QCOMPARE(second.probabilities.size(), 3u);
        QCOMPARE(second.probabilities[1], 0.7f);
        QCOMPARE(second.probabilities[0], 0.1f);
        const ResponseColumn& standard = *data.columnsOf(Condition::Standard).front();
        QCOMPARE(standard.codes[1], data.goldCode[1]);
        QCOMPARE(data.answers.value(standard.codes[1]), QStringLiteral("cat"));

        const auto coverage = loadCoverage(**project);
        QVERIFY(coverage.has_value());
        QCOMPARE(coverage->first().second.mcq, 1);
        QCOMPARE(coverage->first().second.modelsOf(Condition::Circular), 1);
        QCOMPARE(coverage->first().second.modelsOf(Condition::Blind), 0);
        QCOMPARE(coverage->first().second.modelsWithProbabilities, 1);
    }

    void aDatasetIsReadAsItWasAtOneMoment()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a.winnow"));
        const auto project = makeProject(path);
        AuditParts parts;
        parts.conditions.fill(true);
        SilentProgress quiet;
        auto snapshot = AuditSnapshot::open(*project);
        QVERIFY(snapshot.has_value());
        const auto before = snapshot->coverage();
        QVERIFY(before.has_value());
        QCOMPARE(before->size(), 1);
        const DatasetId id = before->first().first;
        const auto still = loadAuditData(*project, id, parts, quiet);
        QVERIFY(still.has_value());

        // Another process writes while the runs are being read: none of them is read as it is afterwards.
        Meddler meddler(path);
        const auto data = snapshot->load(id, parts, meddler);
        QVERIFY(data.has_value());
        QVERIFY(meddler.done);
        QCOMPARE(scoresOf(**data), scoresOf(**still));
        // What there is was counted at the same moment.
        QCOMPARE(snapshot->coverage()->size(), 1);
        QCOMPARE(snapshot->coverage(id)->datasets, 1);
        // The next one sees all of it.
        auto next = AuditSnapshot::open(*project);
        QVERIFY(next.has_value());
        QCOMPARE(next->coverage()->size(), 2);
        const auto after = next->load(id, parts, quiet);
        QVERIFY(after.has_value());
        std::vector<float> turned = scoresOf(**still);
        for (float& score : turned) {
            score = 1 - score;
        }
        QCOMPARE(scoresOf(**after), turned);
    }

    void aSnapshotIsSharedThoughOthersNeverPause()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a.winnow"));
        const auto project = makeProject(path);
        std::atomic<bool> stop = false;
        std::thread writer([&] {
            auto other = Project::open(path);
            while (other && !stop) {
                (void)(*other)->write(ChangeSet{}, [](sqlite::Connection& connection) -> Result<> {
                    turnScores(connection);
                    return {};
                });
            }
        });
        bool alike = true;
        for (int i = 0; i < 30 && alike; ++i) {
            auto snapshot = SharedSnapshot::open(*project);
            alike = snapshot.has_value();
            const QString newest = QStringLiteral("SELECT max(id) FROM score_sets");
            const qint64 first = alike ? snapshot->reader(0).integer(newest) : 0;
            for (std::size_t reader = 1; alike && reader < snapshot->size(); ++reader) {
                alike = snapshot->reader(reader).integer(newest) == first;
            }
        }
        stop = true;
        writer.join();
        QVERIFY(alike);
    }

    void aDetectorThatBreaksIsReportedAndTheProjectGoesOn_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<QString>("says");
        QTest::newRow("exception") << 0 << QStringLiteral("Broken failed on set0: no such luck");
        QTest::newRow("no memory") << 1 << QStringLiteral("Broken ran out of memory on set0");
        QTest::newRow("anything else") << 2 << QStringLiteral("Broken failed on set0");
        QTest::newRow("in a worker") << 3 << QStringLiteral("Broken failed on set0: from below");
    }
    void aDetectorThatBreaksIsReportedAndTheProjectGoesOn()
    {
        QFETCH(int, how);
        QFETCH(QString, says);
        const QTemporaryDir dir;
        const auto project = makeProject(dir.filePath(QStringLiteral("a.winnow")));
        DetectorRegistry registry;
        registry.add(std::make_unique<Broken>([how] {
            QVector<int> items{1};
            switch (how) {
            case 0:
                throw std::runtime_error("no such luck");
            case 1:
                throw std::bad_alloc();
            case 2:
                throw 2;
            default:
                QtConcurrent::blockingMap(items, [](int&) { throw std::runtime_error("from below"); });
            }
        }));
        SilentProgress progress;
        AuditRequest request;
        request.detectors = {QStringLiteral("broken")};
        const auto report = AuditRunner(*project, registry).run(request, progress);
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().text()));
        QCOMPARE(report->outcomes.size(), 1);
        QVERIFY2(report->outcomes.first().message.english().contains(says),
            qPrintable(report->outcomes.first().message.english()));
        // The writer is free.
        QVERIFY(project->write(ChangeSet{}, [](sqlite::Connection&) -> Result<> { return {}; }).has_value());
    }
};

QTEST_GUILESS_MAIN(TestAuditRunner)
#include "tst_auditrunner.moc"
