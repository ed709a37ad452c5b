// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/responses/readresults.h"
#include "core/responses/responsetable.h"
#include "core/stats/random.h"
#include "core/store/integrity.h"
#include "core/store/migrations.h"
#include "core/store/responsecheck.h"
#include "core/store/scoresets.h"
#include "tests/support/responserows.h"
#include "tests/support/testproject.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace winnow;
using Outcome = ResponseWriter::Outcome;

/// The one store of responses: what is written comes back through every reader, and history stays.
class TestResponses : public QObject {
    Q_OBJECT

    struct Made {
        QTemporaryDir folder;
        std::shared_ptr<Project> project;
        QVector<SampleId> ids;
        RunId run;
    };
    static std::unique_ptr<Made> make(int samples)
    {
        auto made = std::make_unique<Made>();
        made->project = *Project::create(made->folder.filePath(QStringLiteral("a.winnow")));
        made->ids = *test::addSamples(*made->project, QStringLiteral("set"), samples);
        made->run = addRun(*made->project, "m", Condition::Standard);
        return made;
    }
    static RunId addRun(Project& project, const char* model, Condition condition)
    {
        return *project.write({}, [&](sqlite::Connection& c) -> Result<RunId> {
            ResponseStore store(c);
            return store.upsertRun(
                DatasetId{1}, store.upsertModel(QString::fromLatin1(model), {}), condition, {}, {}, {});
        });
    }
    static Response response(RunId run, SampleId sample, std::optional<double> score, const char* answer,
        const QString& text = {}, int attempt = 0, int shift = 0)
    {
        Response made;
        made.runId = run;
        made.sampleId = sample;
        made.score = score;
        made.answer = QString::fromUtf8(answer);
        made.text = text;
        made.attempt = attempt;
        made.shift = shift;
        return made;
    }
    static QVector<Outcome> put(Project& project, const QVector<Response>& responses)
    {
        return *project.write({}, [&](sqlite::Connection& c) -> Result<QVector<Outcome>> {
            ResponseWriter writer(c);
            QVector<Outcome> outcomes;
            for (const Response& each : responses) {
                outcomes.append(writer.put(each));
            }
            writer.finish();
            return outcomes;
        });
    }
    static bool alike(const Response& a, const Response& b)
    {
        return a.runId == b.runId && a.sampleId == b.sampleId && a.shift == b.shift && a.attempt == b.attempt
            && a.text == b.text && a.answer == b.answer && a.score == b.score
            && a.promptTokens == b.promptTokens && a.outputTokens == b.outputTokens && a.latency == b.latency
            && a.cost == b.cost && a.verifier == b.verifier && a.logProbability == b.logProbability
            && a.optionProbabilities == b.optionProbabilities;
    }
    static ResponseFaults faultsOf(Project& project)
    {
        SilentProgress progress;
        return *project.read([&](sqlite::Connection& c) { return checkResponses(c, progress); });
    }
    static QVector<Response> all(Project& project, SampleId sample)
    {
        QVector<Response> found;
        const auto read
            = *project.read([&](sqlite::Connection& c) { return ResponseStore(c).ofSample(sample); });
        for (const auto& each : read) {
            found.append(each.response);
        }
        return found;
    }

private slots:
    // In any order of arrival, over several blocks, with whatever is known of each.
    void whatIsWrittenComesBack()
    {
        const auto made = make(2500);
        stats::Random random(5);
        QVector<Response> written;
        for (const SampleId id : made->ids) {
            for (int attempt = 0; attempt < 2; ++attempt) {
                if (random.chance(.1)) {
                    continue;
                }
                Response one = response(made->run, id,
                    random.chance(.2) ? std::nullopt
                                      : std::optional(random.chance(.1) ? .25 : double(random.below(2))),
                    random.chance(.3)       ? ""
                        : random.chance(.5) ? "B"
                                            : "\xed\x95\x9c\xea\xb8\x80",
                    random.chance(.5) ? QString() : QStringLiteral("reply %1 ").arg(id.value).repeated(3),
                    attempt);
                if (random.chance(.3)) {
                    one.promptTokens = qint64(random.below(1000));
                    one.latency = random.uniform();
                    one.cost = 0.0;
                    one.verifier = random.chance(.3) ? std::nullopt : std::optional(random.uniform() * 5 - 1);
                    one.logProbability = -random.uniform();
                    one.optionProbabilities = {.1, .2, .3, .4};
                }
                written.append(one);
            }
        }
        for (qsizetype i = written.size(); i > 1; --i) {
            std::swap(written[i - 1], written[qsizetype(random.below(quint64(i)))]);
        }
        const QVector<Outcome> outcomes = put(*made->project, written);
        QCOMPARE(outcomes.count(Outcome::Added), written.size());
        for (const Response& each : written) {
            const auto found = all(*made->project, each.sampleId);
            QVERIFY(std::any_of(
                found.begin(), found.end(), [&](const Response& one) { return alike(one, each); }));
        }
        const auto counts = *made->project->read([&](sqlite::Connection& c) {
            ResponseStore store(c);
            return std::pair(store.count(), store.missing());
        });
        QCOMPARE(counts.first, qint64(written.size()));
        QCOMPARE(counts.second, qint64(std::count_if(written.begin(), written.end(), [](const Response& one) {
            return !one.score;
        })));
        const ResponseFaults faults = faultsOf(*made->project);
        QCOMPARE(faults.damaged + faults.strayResponses + faults.lostTexts + faults.wrongCounts
                + faults.unusedColumns + faults.unusedTexts,
            0);
        // Again: nothing changes, and no new set is made.
        const QVector<Outcome> again = put(*made->project, written);
        QCOMPARE(again.count(Outcome::Unchanged), written.size());
        QCOMPARE(
            made->project->read([&](sqlite::Connection& c) { return ScoreSets(c).ofRun(made->run); })->size(),
            1);
    }

    void whatChangesIsTold_data()
    {
        QTest::addColumn<double>("score");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("outcome");
        QTest::newRow("the same") << 1.0 << "A"
                                  << "it is A" << int(Outcome::Unchanged);
        QTest::newRow("another text") << 1.0 << "A"
                                      << "A, surely" << int(Outcome::Changed);
        QTest::newRow("read otherwise") << 1.0 << "B"
                                        << "it is A" << int(Outcome::ReadAnew);
        QTest::newRow("scored otherwise") << 0.0 << "A"
                                          << "it is A" << int(Outcome::ReadAnew);
        QTest::newRow("unread now") << 0.0 << ""
                                    << "it is A" << int(Outcome::ReadAnew);
        QTest::newRow("missing now") << qQNaN() << "A"
                                     << "it is A" << int(Outcome::ReadAnew);
    }
    void whatChangesIsTold()
    {
        QFETCH(double, score);
        QFETCH(QString, answer);
        QFETCH(QString, text);
        QFETCH(int, outcome);
        const auto made = make(3);
        const auto first = response(made->run, made->ids[1], 1.0, "A", QStringLiteral("it is A"));
        put(*made->project, {first, response(made->run, made->ids[0], 0.0, "C", QStringLiteral("C"))});
        Response second = response(made->run, made->ids[1],
            std::isnan(score) ? std::nullopt : std::optional(score), answer.toUtf8().constData(), text);
        QCOMPARE(int(put(*made->project, {second}).first()), outcome);
        QVERIFY(alike(all(*made->project, made->ids[1]).first(), second));
        // What was there stays as the set before.
        const auto sets
            = *made->project->read([&](sqlite::Connection& c) { return ScoreSets(c).ofRun(made->run); });
        QCOMPARE(sets.size(), outcome == int(Outcome::Unchanged) ? 1 : 2);
        QVERIFY(sets.last().current);
        QCOMPARE(sets.last().responses, 2);
        if (sets.size() == 2) {
            QCOMPARE(sets.last().parent, sets.first().id);
            QVERIFY(!sets.first().current);
            QCOMPARE(sets.first().responses, 2);
            QCOMPARE(sets.first().missing, 0);
        }
        const ResponseFaults faults = faultsOf(*made->project);
        QCOMPARE(faults.damaged + faults.strayResponses + faults.lostTexts + faults.wrongCounts
                + faults.unusedColumns + faults.unusedTexts,
            0);
    }

    void ratingsAreToldAnew_data()
    {
        QTest::addColumn<double>("verifier");
        QTest::addColumn<double>("logProbability");
        QTest::addColumn<int>("outcome");
        // What is known afterwards.
        QTest::addColumn<double>("rated");
        QTest::addColumn<double>("likely");
        const double none = qQNaN();
        QTest::newRow("the same") << .5 << -1.0 << int(Outcome::Unchanged) << .5 << -1.0;
        QTest::newRow("not told") << none << none << int(Outcome::Unchanged) << .5 << -1.0;
        QTest::newRow("rated otherwise") << .7 << none << int(Outcome::Changed) << .7 << -1.0;
        QTest::newRow("likelier") << none << -.5 << int(Outcome::Changed) << .5 << -.5;
        QTest::newRow("both") << .7 << -.5 << int(Outcome::Changed) << .7 << -.5;
    }
    void ratingsAreToldAnew()
    {
        QFETCH(double, verifier);
        QFETCH(double, logProbability);
        const auto told
            = [](double value) { return std::isnan(value) ? std::nullopt : std::optional(value); };
        const auto made = make(3);
        Response first = response(made->run, made->ids[1], 1.0, "A", QStringLiteral("it is A"));
        first.latency = 2.5;
        first.promptTokens = 70;
        first.optionProbabilities = {.5, .5};
        first.verifier = .5;
        first.logProbability = -1;
        put(*made->project, {first});
        Response second = response(made->run, made->ids[1], 1.0, "A", QStringLiteral("it is A"));
        second.verifier = told(verifier);
        second.logProbability = told(logProbability);
        second.latency = 3.5;
        QTEST(int(put(*made->project, {second}).first()), "outcome");
        const Response now = all(*made->project, made->ids[1]).first();
        QTEST(now.verifier.value_or(qQNaN()), "rated");
        QTEST(now.logProbability.value_or(qQNaN()), "likely");
        // What is known besides stays, and what was told anew came with it.
        QCOMPARE(now.promptTokens, first.promptTokens);
        QCOMPARE(now.optionProbabilities, first.optionProbabilities);
        QFETCH(int, outcome);
        QCOMPARE(now.latency.value_or(0), outcome == int(Outcome::Unchanged) ? 2.5 : 3.5);
        QCOMPARE(now.text, QStringLiteral("it is A"));
        const ResponseFaults faults = faultsOf(*made->project);
        QCOMPARE(faults.damaged + faults.lostTexts + faults.unusedColumns + faults.unusedTexts, 0);
    }

    // Missing, unread, a bare score and nothing at all are four things.
    void missingAndUnreadAreToldApart()
    {
        const auto made = make(5);
        put(*made->project,
            {response(made->run, made->ids[0], 1.0, "B", QStringLiteral("B")),
                response(made->run, made->ids[1], 0.0, "", QStringLiteral("I cannot tell.")),
                response(made->run, made->ids[2], std::nullopt, ""),
                response(made->run, made->ids[3], 1.0, "")});
        const auto read = *made->project->read([&](sqlite::Connection& c) {
            std::vector<qint64> ids;
            for (const SampleId id : made->ids) {
                ids.push_back(id.value);
            }
            return RunResponses::read(
                c, ResponseStore(c).runs().first(), SamplePositions(ids), false, SilentProgress());
        });
        QVERIFY(read->hasReplies());
        QCOMPARE(read->columns().size(), std::size_t(1));
        const AnswerColumn& column = read->columns().front();
        QString seen;
        for (std::size_t i = 0; i < 5; ++i) {
            seen += !column.responded(i)        ? u'-'
                : column.isMissing(i)           ? u'm'
                : column.isUnread(i)            ? u'u'
                : column.code(i) == BlankAnswer ? u'b'
                                                : u'r';
        }
        QCOMPARE(seen, QStringLiteral("rumb-"));
        QCOMPARE(read->answer(column.code(0)), std::string_view("B"));
        QVERIFY(std::isnan(column.score(2)) && std::isnan(column.score(4)));
    }

    void accuracyIsThatOfTheStandardRuns()
    {
        const auto made = make(1500);
        const RunId other = addRun(*made->project, "n", Condition::Standard);
        const RunId blind = addRun(*made->project, "n", Condition::Blind);
        QVector<Response> responses;
        for (const SampleId id : made->ids) {
            responses.append(response(made->run, id, id.value % 2 ? 1.0 : 0.0, "A"));
            responses.append(response(other, id, id.value % 3 ? std::nullopt : std::optional(1.0), "A"));
            responses.append(response(blind, id, 1.0, "A"));
        }
        put(*made->project, responses);
        SilentProgress progress;
        const auto index = SampleIndex::load(*made->project, progress);
        QVERIFY_RESULT(index);
        const auto known = withResults(*made->project, *index, progress);
        QVERIFY_RESULT(known);
        for (const SampleId id : made->ids) {
            const double mine = id.value % 2 ? 1.0 : 0.0;
            QCOMPARE((*known)->row(id)->accuracy, float(id.value % 3 ? mine : (mine + 1) / 2));
        }
    }

    void checkSeesEveryFault_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("said");
        QTest::newRow("a text is gone") << "DELETE FROM response_texts WHERE id = 1"
                                        << "lost its text";
        QTest::newRow("columns of another version") << "UPDATE packed SET bytes = x'63' WHERE id = 1"
                                                    << "damaged";
        QTest::newRow("a count") << "UPDATE response_blocks SET missing = 7"
                                 << "another number";
        QTest::newRow("a sample is gone") << "DELETE FROM samples WHERE id = 1"
                                          << "not in its dataset";
    }
    void checkSeesEveryFault()
    {
        QFETCH(QString, sql);
        QFETCH(QString, said);
        const auto made = make(3);
        put(*made->project,
            {response(made->run, made->ids[0], 1.0, "B", QStringLiteral("it is B, for sure, I think so")),
                response(made->run, made->ids[1], 0.0, "A")});
        SilentProgress progress;
        auto report = checkProject(*made->project, false, progress);
        QVERIFY_RESULT(report);
        QCOMPARE(report->problems, QStringList());
        QVERIFY_RESULT(made->project->write({}, [&](sqlite::Connection& c) -> Result<int> {
            c.execute(sql);
            return 0;
        }));
        report = checkProject(*made->project, false, progress);
        QVERIFY_RESULT(report);
        QVERIFY2(report->problems.join(u'\n').contains(said), qPrintable(report->problems.join(u'\n')));
        // What cannot be read any more is said by the readers too, and can be taken away.
        QVERIFY_RESULT(made->project->write({}, [&](sqlite::Connection& c) -> Result<int> {
            mendResponses(c);
            return 0;
        }));
        const ResponseFaults faults = faultsOf(*made->project);
        QCOMPARE(faults.damaged + faults.strayResponses + faults.lostTexts + faults.wrongCounts, 0);
    }

    void damagedColumnsAreAnError()
    {
        const auto made = make(3);
        put(*made->project, {response(made->run, made->ids[0], 1.0, "B")});
        QVERIFY_RESULT(made->project->write({}, [&](sqlite::Connection& c) -> Result<int> {
            c.execute(QStringLiteral("UPDATE packed SET bytes = x'63'"));
            return 0;
        }));
        const auto read = made->project->read(
            [&](sqlite::Connection& c) { return ResponseStore(c).ofSample(made->ids[0]); });
        QVERIFY(!read && read.error().code == ErrorCode::Damaged);
    }

    // A file of the schema before this store: the same responses, told through SQL there and by us here.
    void anOlderProjectIsPacked()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("old.winnow"));
        {
            auto old = sqlite::Connection::open(path, sqlite::OpenMode::Create);
            QVERIFY_RESULT(old);
            QVERIFY_RESULT(migrate(**old, projectMigrations().mid(0, 4)));
            (*old)->execute(QStringLiteral(
                "INSERT INTO datasets(id, name, created_at) VALUES(1, 'set', '');"
                "INSERT INTO models(id, name) VALUES(1, 'm');"
                "INSERT INTO runs(id, model_id, dataset_id, condition, setting, created_at)"
                " VALUES(1, 1, 1, 'circular', 'cot', 'then');"
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
                " INSERT INTO samples(id, dataset_id, source_index, position, question, content_hash)"
                " SELECT i, 1, i, i, 'q' || i, x'00' FROM n;"
                "INSERT INTO responses SELECT 1, id, id % 2, 0, nullif(id % 3, 2), char(65 + id % 4)"
                " FROM samples WHERE id % 5 <> 0;"
                "INSERT INTO response_details(run_id, sample_id, shift, attempt, text, latency, "
                "probabilities)"
                " SELECT 1, sample_id, shift, 0, 'reply ' || sample_id, sample_id / 8.0, '[0.5,null,0.25]'"
                " FROM responses WHERE sample_id % 7 = 0;"));
        }
        auto project = Project::open(path);
        QVERIFY_RESULT(project);
        QCOMPARE((*project)->outcome(), OpenOutcome::Upgraded);
        const auto told = test::askRows(**project, [](sqlite::Connection& c) {
            return QStringList{
                c.text(QStringLiteral(
                    "SELECT count(*) || ' ' || sum(score) || ' ' || sum(score IS NULL) || ' ' ||"
                    " sum(sample_id * unicode(answer)) || ' ' || sum(shift) FROM responses")),
                c.text(QStringLiteral(
                    "SELECT count(*) || ' ' || sum(latency) || ' ' || sum(text = 'reply ' || sample_id)"
                    " FROM response_details WHERE text <> ''")),
                c.text(QStringLiteral("SELECT condition || setting || created_at FROM runs"))};
        });
        QVERIFY_RESULT(told);
        // Hand-computed from the statements above by SQL of the same schema, without packing.
        auto plain
            = sqlite::Connection::open(folder.filePath(QStringLiteral("plain")), sqlite::OpenMode::Create);
        QVERIFY_RESULT(plain);
        const QString expected = (*plain)->text(QStringLiteral(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
            " SELECT count(*) || ' ' || sum(nullif(i % 3, 2) * 1.0) || ' ' || sum(i % 3 = 2) || ' ' ||"
            " sum(i * (65 + i % 4)) || ' ' || sum(i % 2) FROM n WHERE i % 5 <> 0"));
        QCOMPARE(told->at(0), expected);
        const QString details = (*plain)->text(
            QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
                           " SELECT count(*) || ' ' || sum(i / 8.0) || ' ' || count(*) FROM n WHERE i % 5 <> "
                           "0 AND i % 7 = 0"));
        QCOMPARE(told->at(1), details);
        QCOMPARE(told->at(2), QStringLiteral("circularcotthen"));
        const Response one = all(**project, SampleId{7}).first();
        QCOMPARE(one.latency, std::optional(7 / 8.0));
        QCOMPARE(one.optionProbabilities.size(), 3);
        QVERIFY(std::isnan(one.optionProbabilities[1]));
        QCOMPARE(faultsOf(**project).wrongCounts, 0);
        QCOMPARE((*project)
                     ->read([](sqlite::Connection& c) {
                         return c.integer(QStringLiteral(
                             "SELECT count(*) FROM sqlite_schema WHERE name LIKE '%before_5'"));
                     })
                     .value_or(-1),
            0);
    }
};

QTEST_GUILESS_MAIN(TestResponses)
#include "tst_responses.moc"
