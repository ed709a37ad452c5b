// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/reviewsession.h"
#include "core/review/samplebundle.h"
#include "core/store/decisionstore.h"
#include "tests/support/testproject.h"

#include <QSignalSpy>

using namespace winnow;

namespace {

const QString kAnnotator = QStringLiteral("kim");

Decision verdictOn(SampleId sample, Verdict verdict, Action action = Action::None)
{
    Decision decision;
    decision.annotator = kAnnotator;
    decision.sampleId = sample;
    decision.verdict = verdict;
    decision.kind = verdict == Verdict::None ? QString() : QStringLiteral("blind_solvable");
    decision.action = action;
    return decision;
}

} // namespace

/// The annotator's way through a queue, what is shown of a sample, and how decisions reach the ledger.
class TestReviewSession : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::shared_ptr<Project> m_project;
    QVector<SampleId> m_ids;
    int m_projects = 0;

    std::shared_ptr<const SampleBundle> bundle(int sample)
    {
        auto loaded = loadSampleBundle(*m_project, m_ids.at(sample));
        return loaded ? *loaded : nullptr;
    }
    QVector<Decision> ledger()
    {
        return m_project->read([](sqlite::Connection& c) { return DecisionStore(c).all(); }).value();
    }

private slots:
    void init()
    {
        m_project = *Project::create(m_dir.filePath(QStringLiteral("%1.winnow").arg(++m_projects)));
        auto ids = test::addSamples(*m_project, QStringLiteral("set"), 6, 1);
        QVERIFY_RESULT(ids);
        m_ids = *ids;
    }

    void movesThroughTheQueue()
    {
        ReviewSession session(kAnnotator, {m_ids[3], m_ids[1], m_ids[3], m_ids[5]}, QStringLiteral("three"));
        QCOMPARE(session.queue().size(), 3); // a sample is queued once
        QCOMPARE(session.current(), m_ids[3]);
        QVERIFY(!session.previous());
        QVERIFY(session.next());
        QCOMPARE(session.peek(1), m_ids[5]);
        QVERIFY(session.next());
        QVERIFY(!session.next());
        QCOMPARE(session.current(), m_ids[5]);
        QCOMPARE(session.peek(1), SampleId{});

        session.goTo(m_ids[0]); // not in the queue: a visit
        QCOMPARE(session.current(), m_ids[0]);
        QVERIFY(session.isVisiting());
        QVERIFY(session.next());
        QCOMPARE(session.current(), m_ids[5]);
        session.goTo(m_ids[1]);
        QCOMPARE(session.position(), 1);
    }

    void findsWhatIsUndecided()
    {
        ReviewSession session(kAnnotator, m_ids, QStringLiteral("all"), m_ids[4]);
        session.setReviewed(m_ids[5], true);
        session.setReviewed(m_ids[0], true);
        QVERIFY(session.nextUndecided());
        QCOMPARE(session.current(), m_ids[1]);
        for (SampleId id : std::as_const(m_ids)) {
            session.setReviewed(id, true);
        }
        QVERIFY(!session.nextUndecided());
        QCOMPARE(session.progress().done, 6);
        QCOMPARE(session.undecided(), 0);
        session.setReviewed(m_ids[2], false);
        QVERIFY(session.nextUndecided());
        QCOMPARE(session.current(), m_ids[2]);
        ReviewSession none;
        QVERIFY(!none.nextUndecided());
        QVERIFY(!none.next());
        QCOMPARE(none.current(), SampleId{});
    }

    void measuresTheRate_data()
    {
        QTest::addColumn<QVector<int>>("seconds");
        QTest::addColumn<double>("perHour"); // 0 = unknown
        QTest::newRow("nothing") << QVector<int>{} << 0.0;
        QTest::newRow("two are too few") << QVector<int>{1000, 1010} << 0.0;
        QTest::newRow("ten seconds each") << QVector<int>{1000, 1010, 1020, 1030} << 360.0;
        QTest::newRow("a break counts two minutes")
            << QVector<int>{1000, 1010, 1020, 1620} << 3 * 3600 / 140.0;
        QTest::newRow("a new sitting starts over")
            << QVector<int>{1000, 1001, 1002, 9000, 9020, 9040} << 180.0;
        QTest::newRow("all at once") << QVector<int>{1000, 1000, 1000} << 0.0;
    }
    void measuresTheRate()
    {
        QFETCH(QVector<int>, seconds);
        QFETCH(double, perHour);
        ReviewRate rate;
        for (int i = 0; i < seconds.size(); ++i) {
            rate.add(qint64(seconds.at(i)) * 1000, SampleId{i + 1});
        }
        QCOMPARE(rate.perHour().value_or(0), perHour);
    }

    void comesBackToTheSameQueueAndSample()
    {
        ReviewSession session(kAnnotator, {m_ids[4], m_ids[0], m_ids[2]}, QStringLiteral("q \"1\""));
        session.next();
        {
            DecisionService service(m_project);
            service.remember(session.queueMark());
            service.remember(session.positionMark());
            service.decide({verdictOn(m_ids[4], Verdict::Confirm)});
        } // the destructor waits
        const QString path = m_project->path();
        m_project.reset();
        m_project = *Project::open(path);
        auto restored = ReviewSession::restore(*m_project, kAnnotator);
        QVERIFY_RESULT(restored);
        QVERIFY(restored->has_value());
        QCOMPARE((*restored)->queue(), session.queue());
        QCOMPARE((*restored)->title(), session.title());
        QCOMPARE((*restored)->current(), m_ids[0]);
        QCOMPARE((*restored)->progress().done, 1);
        auto other = ReviewSession::restore(*m_project, QStringLiteral("lee"));
        QVERIFY_RESULT(other);
        QVERIFY(!other->has_value());
    }

    void ignoresADamagedQueue()
    {
        {
            DecisionService service(m_project);
            const QString key = ReviewSession(kAnnotator, m_ids, {}).queueMark().key;
            service.remember({key, QStringLiteral("{\"samples\":\"bm9uc2Vuc2U=\"}")});
        }
        auto restored = ReviewSession::restore(*m_project, kAnnotator);
        QVERIFY_RESULT(restored);
        QVERIFY(!restored->has_value());
    }

    void storesInTheOrderOfTheRequests()
    {
        DecisionService service(m_project);
        QVector<qint64> tickets;
        QVector<DecisionReceipt::What> whats;
        connect(&service, &DecisionService::stored, this, [&](const DecisionReceipt& receipt) {
            tickets.append(receipt.ticket);
            whats.append(receipt.what);
        });
        QVector<qint64> asked;
        for (SampleId id : std::as_const(m_ids)) {
            asked.append(service.decide({verdictOn(id, Verdict::Confirm, Action::Drop)}));
        }
        asked.append(service.undo(kAnnotator));
        asked.append(service.redo(kAnnotator));
        QCOMPARE(service.pending(), 8);
        QTRY_COMPARE(service.pending(), 0);
        QCOMPARE(tickets, asked);
        QCOMPARE(whats.mid(6), (QVector{DecisionReceipt::What::Undone, DecisionReceipt::What::Redone}));
        const QVector<Decision> events = ledger();
        QCOMPARE(events.size(), 8);
        for (int i = 0; i < 6; ++i) {
            QCOMPARE(events.at(i).sampleId, m_ids.at(i));
            QCOMPARE(events.at(i).verdict, Verdict::Confirm);
        }
        QCOMPARE(events.at(6).undoes, events.at(5).uuid);
        QCOMPARE(events.at(7).redoes, events.at(6).uuid);
    }

    void storesABatchWholeOrNotAtAll()
    {
        DecisionService service(m_project);
        QVector<Error> errors;
        connect(&service, &DecisionService::failed, this,
            [&](qint64, const Error& error) { errors.append(error); });
        service.decide({verdictOn(m_ids[0], Verdict::Confirm), verdictOn(SampleId{999}, Verdict::Confirm)});
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(errors.first().code, ErrorCode::NotFound);
        QVERIFY(ledger().isEmpty());

        service.decide({verdictOn(m_ids[0], Verdict::Confirm), verdictOn(m_ids[1], Verdict::Confirm)});
        service.undo(kAnnotator);
        QTRY_COMPARE(service.pending(), 0);
        QCOMPARE(ledger().size(), 4);
        QVERIFY(!bundle(0)->isReviewed());
        QVERIFY(!bundle(1)->isReviewed());
        service.undo(kAnnotator);
        QTRY_COMPARE(errors.size(), 2);
        QCOMPARE(errors.last().code, ErrorCode::NotFound);
    }

    void bundlesWhatStands()
    {
        QVERIFY(!bundle(1)->isReviewed());
        QCOMPARE(bundle(1)->nextOpenFlag(0), 0);
        DecisionService service(m_project);
        Decision fix = verdictOn(m_ids[1], Verdict::None, Action::Fix);
        fix.newGold = QStringLiteral("D");
        service.decide({fix});
        Decision note = verdictOn(m_ids[1], Verdict::None);
        note.note = QStringLiteral("axis is cut off");
        service.decide({note});
        service.decide({verdictOn(m_ids[1], Verdict::Override)});
        QTRY_COMPARE(service.pending(), 0);
        auto after = bundle(1);
        QVERIFY(after->isReviewed());
        QCOMPARE(after->currentGold(), QStringLiteral("D"));
        QCOMPARE(after->sample.gold, QStringLiteral("B"));
        QCOMPARE(after->note(), note.note);
        QCOMPARE(after->nextOpenFlag(0), -1);
        QCOMPARE(after->flags.first().state, FlagState::Overridden);
        for (int i = 0; i < 3; ++i) {
            service.undo(kAnnotator);
        }
        QTRY_COMPARE(service.pending(), 0);
        after = bundle(1);
        QVERIFY(!after->isReviewed());
        QCOMPARE(after->currentGold(), QStringLiteral("B"));
        QVERIFY(after->note().isEmpty());
        QVERIFY(after->effectiveDecisions().isEmpty());
        auto gone = loadSampleBundle(*m_project, SampleId{12345});
        QVERIFY(!gone);
        QCOMPARE(gone.error().code, ErrorCode::NotFound);
    }

    void aModelHasOneVoteHoweverOftenItWasAsked()
    {
        auto filled = m_project->write({}, [&](sqlite::Connection& c) -> Result<> {
            ResponseStore store(c);
            ResponseWriter writer(c);
            const DatasetId dataset = DatasetStore(c).byName(QStringLiteral("set"))->id;
            const auto answer = [&](const char* model, const char* setting, int attempt, const char* text) {
                Response response;
                response.runId = store.upsertRun(dataset,
                    store.upsertModel(QString::fromLatin1(model), QStringLiteral("f")), Condition::Standard,
                    QString::fromLatin1(setting), {}, {});
                response.sampleId = m_ids[1];
                response.attempt = attempt;
                response.answer = QString::fromLatin1(text);
                response.score = response.answer == QLatin1String("A") ? 1 : 0;
                writer.put(response);
            };
            answer("a", "", 0, "B"); // most often A
            answer("a", "", 1, "A");
            answer("a", "cot", 0, "A");
            answer("b", "", 0, "C"); // the earliest on a tie
            answer("b", "", 1, "D");
            answer("c", "", 0, ""); // an answer that could be read counts
            answer("c", "", 1, "D");
            answer("d", "", 0, "A");
            writer.finish();
            return {};
        });
        QVERIFY_RESULT(filled);
        const VoteTally votes = bundle(1)->votes(Condition::Standard);
        QCOMPARE(votes.perOption, (QVector<int>{2, 0, 1, 1}));
        QCOMPARE(votes.models(), 4);
        QCOMPARE(votes.right, 2);
        QCOMPARE(votes.askedAgain, 3);
        QCOMPARE(votes.mostAsked, 3);
    }

    void countsVotesAndKeepsMissingMissing()
    {
        auto filled = m_project->write({}, [&](sqlite::Connection& c) -> Result<> {
            ResponseStore store(c);
            ResponseWriter writer(c);
            const DatasetId dataset = DatasetStore(c).byName(QStringLiteral("set"))->id;
            SampleWriter(c).setRotations(m_ids[0],
                {{.shift = 1,
                    .sourceIndex = QStringLiteral("1000"),
                    .permutation = QStringLiteral("BCDA"),
                    .gold = QStringLiteral("D")}});
            const auto answer = [&](const char* model, Condition condition, int shift, const char* text,
                                    std::optional<double> score) {
                Response response;
                response.runId = store.upsertRun(dataset,
                    store.upsertModel(QString::fromLatin1(model), QStringLiteral("f")), condition, {}, {},
                    {});
                if (!text) {
                    return;
                }
                response.sampleId = m_ids[0];
                response.shift = shift;
                response.answer = QString::fromLatin1(text);
                response.score = score;
                writer.put(response);
            };
            answer("a", Condition::Standard, 0, "A", 1);
            answer("b", Condition::Standard, 0, "C", 0);
            answer("c", Condition::Standard, 0, "C", 0);
            answer("d", Condition::Standard, 0, "maybe", 0);
            answer("e", Condition::Standard, 0, nullptr, {});
            answer("f", Condition::Standard, 0, "", {});
            answer("a", Condition::Blind, 0, "A", 1);
            answer("a", Condition::Circular, 1, "D", 1);
            writer.finish();
            return {};
        });
        QVERIFY_RESULT(filled);
        const auto shown = bundle(0);
        const VoteTally sighted = shown->votes(Condition::Standard);
        QCOMPARE(sighted.perOption, (QVector<int>{1, 0, 2, 0}));
        QCOMPARE(sighted.others.size(), 1);
        QCOMPARE(sighted.others.first().text, QStringLiteral("maybe"));
        QCOMPARE(sighted.answered, 4);
        QCOMPARE(sighted.missing, 2);
        QCOMPARE(sighted.models(), 6);
        QCOMPARE(sighted.askedAgain, 0);
        QCOMPARE(shown->votes(Condition::Blind).perOption, (QVector<int>{1, 0, 0, 0}));
        QVERIFY(!shown->hasCondition(Condition::OpenEnded));
        QStringList lines;
        for (const ResponseRow& row : shown->responses) {
            lines.append(row.run.model + u' ' + conditionId(row.run.condition) + u' ' + row.baseAnswer + u' '
                + QString::number(int(row.outcome)));
        }
        QCOMPARE(lines,
            (QStringList{QStringLiteral("a standard A 0"), QStringLiteral("a blind A 0"),
                QStringLiteral("a circular A 0"), QStringLiteral("b standard C 2"),
                QStringLiteral("c standard C 2"), QStringLiteral("d standard maybe 2"),
                QStringLiteral("e standard  3"), QStringLiteral("f standard  3")}));
    }
};

QTEST_GUILESS_MAIN(TestReviewSession)
#include "tst_review_session.moc"
