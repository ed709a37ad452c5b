// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/ledgerstate.h"
#include "core/domain/undostack.h"
#include "core/store/decisionstore.h"
#include "core/store/ledger.h"
#include "core/store/ledgerfile.h"
#include "tests/support/testproject.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

using namespace winnow;

namespace {

const QStringList kAnnotators{QStringLiteral("kim"), QStringLiteral("lee"), QStringLiteral("choi")};
constexpr int kSamples = 4;

/// Random histories of several seats: decisions, batches, undos and redos as the ledger would choose them,
/// some batches cut off as by a power cut, some events about samples that nobody has.
class History {
public:
    explicit History(quint32 seed)
        : m_random(seed)
    {
        for (int seat = 0; seat < 3; ++seat) {
            m_seats.append(
                {QStringLiteral("project-%1").arg(seat % 2), QStringLiteral("seat-%1").arg(seat), 0, {}});
        }
        for (int step = 0; step < 60; ++step) {
            this->step();
        }
    }

    QVector<LedgerEvent> events;

private:
    void step()
    {
        const QString annotator = kAnnotators.at(m_random.bounded(kAnnotators.size()));
        LedgerSeat& seat = m_seats[m_random.bounded(m_seats.size())];
        UndoStack& stack = m_stacks[annotator];
        const int what = m_random.bounded(10);
        QVector<Decision> group;
        if (what < 2 && !stack.undoTarget().isEmpty()) {
            for (const Decision& target : stack.undoTarget()) {
                Decision undo = named(target.sourceIndex(), annotator);
                undo.undoes = target.uuid;
                group.append(undo);
            }
        } else if (what < 4 && !stack.redoTarget().isEmpty()) {
            for (const Decision& target : stack.redoTarget()) {
                Decision redo = named(target.sourceIndex(), annotator);
                redo.redoes = target.uuid;
                group.append(redo);
            }
        } else {
            const int count = what == 9 ? 3 : 1;
            for (int i = 0; i < count; ++i) {
                // One index more than there are samples: that event waits.
                Decision decision = named(QString::number(m_random.bounded(kSamples + 1)), annotator);
                decision.kind = QStringLiteral("blind_solvable");
                decision.verdict = Verdict(1 + m_random.bounded(3));
                decision.action = Action(m_random.bounded(3));
                if (decision.action == Action::Keep && m_random.bounded(2) == 0) {
                    decision.action = Action::Fix;
                    decision.newGold = m_random.bounded(2) ? QStringLiteral("B") : QStringLiteral("C");
                }
                decision.adjudicates = m_random.bounded(12) == 0;
                decision.note = QStringLiteral("a \"note\"\n\tand %1 \u00e9\ud55c").arg(i);
                group.append(decision);
            }
        }
        const QString batch = group.size() > 1 ? QStringLiteral("batch-%1").arg(events.size()) : QString();
        const qsizetype written
            = group.size() > 1 && m_random.bounded(6) == 0 ? group.size() - 1 : group.size();
        for (qsizetype i = 0; i < written; ++i) {
            Decision& decision = group[i];
            decision.batch = batch;
            decision.batchSize = batch.isEmpty() ? 0 : int(group.size());
            // Clocks of machines differ, and orders may be equal.
            m_order += 1 - m_random.bounded(2);
            decision.order = m_order;
            ++seat.number;
            events.append(makeLedgerEvent(decision, seat));
            seat.previous = events.last().hash;
            stack.add(decision);
        }
    }

    Decision named(const QString& index, const QString& annotator)
    {
        Decision decision;
        decision.uuid = QStringLiteral("event-%1").arg(m_random.generate64(), 16, 16, QLatin1Char('0'));
        decision.at = QStringLiteral("2026-11-29T00:00:00.000Z");
        decision.annotator = annotator;
        decision.dataset = QStringLiteral("set");
        decision.sampleKey = QStringLiteral("set/") + index;
        return decision;
    }

    QRandomGenerator m_random;
    QVector<LedgerSeat> m_seats;
    QHash<QString, UndoStack> m_stacks;
    qint64 m_order = 1'700'000'000'000'000;
};

/// Everything that follows from the ledger, without row ids.
QStringList derived(Project& project)
{
    QStringList rows;
    auto read = project.read([&](sqlite::Connection& c) {
        sqlite::Statement query(c,
            QStringLiteral("SELECT 'flag ' || s.source_index || f.state FROM flags f JOIN samples s ON s.id "
                           "= f.sample_id"
                           " UNION ALL SELECT 'action ' || s.source_index || a.action || a.new_gold"
                           " || CASE a.action WHEN 'disputed' THEN '' ELSE d.uuid END FROM sample_actions a"
                           " JOIN samples s ON s.id = a.sample_id JOIN decisions d ON d.id = a.decision_id"
                           " UNION ALL SELECT 'stands ' || d.uuid || s.live FROM standing s"
                           " JOIN decisions d ON d.id = s.decision_id"
                           " UNION ALL SELECT 'waits ' || d.uuid FROM waiting_decisions w"
                           " JOIN decisions d ON d.id = w.decision_id"
                           " UNION ALL SELECT 'open batch ' || batch FROM incomplete_batches ORDER BY 1"));
        while (query.step()) {
            rows.append(query.text(0));
        }
        rows.append(QString::fromLatin1(DecisionStore(c).ledgerHash().toHex()));
    });
    return read ? rows : QStringList{read.error().text()};
}

QVector<QString> uuids(const QVector<Decision>& decisions)
{
    QVector<QString> names;
    for (const Decision& decision : decisions) {
        names.append(decision.uuid);
    }
    return names;
}

} // namespace

/// The ledger as a set of events: any order, any number of times, nothing lost, nothing doubled, same state.
class TestLedgerMerge : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_number = 0;

    std::shared_ptr<Project> newProject(int samples = kSamples)
    {
        auto project = Project::create(m_dir.filePath(QStringLiteral("p%1.winnow").arg(++m_number)));
        return project && test::addSamples(**project, QStringLiteral("set"), samples, 1) ? *project : nullptr;
    }

private slots:
    void linesRoundTripAndChangesAreNoticed()
    {
        const History history(1);
        for (const LedgerEvent& event : history.events) {
            auto read = readLedgerEvent(event.line);
            QVERIFY_RESULT(read);
            QCOMPARE(read->line, event.line);
            QCOMPARE(read->decision.note, event.decision.note);
            QCOMPARE(read->decision.sampleKey, event.decision.sampleKey);
            QCOMPARE(read->seat.previous, event.seat.previous);
            for (qsizetype at = 0; at < event.line.size(); at += 7) {
                QByteArray changed = event.line;
                changed[at] = char(changed.at(at) ^ 1);
                QVERIFY(!readLedgerEvent(changed));
                QVERIFY(!readLedgerEvent(event.line.left(at)));
            }
        }
    }

    void fieldsOfLaterVersionsAreKept()
    {
        History history(2);
        QByteArray line = history.events.first().line;
        line = line.left(line.lastIndexOf(",\"hash\"")) + ",\"mood\":{\"calm\":[1,2]}";
        line += ",\"hash\":\"" + QCryptographicHash::hash(line, QCryptographicHash::Sha256).toHex() + "\"}";
        auto event = readLedgerEvent(line);
        QVERIFY_RESULT(event);
        auto project = newProject();
        QVERIFY(project);
        QVERIFY_RESULT(project->ledger().merge({*event}));
        const QString out = m_dir.filePath(QStringLiteral("kept.jsonl"));
        QVERIFY_RESULT(writeLedgerFile(*project, out));
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), line + '\n');
    }

    void anyOrderAnyNumberOfTimes_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 25; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }
    void anyOrderAnyNumberOfTimes()
    {
        QFETCH(quint32, seed);
        const History history(seed);
        auto plain = newProject();
        QVERIFY(plain);
        QVERIFY_RESULT(plain->ledger().merge(history.events));
        const QStringList expected = derived(*plain);
        QVERIFY(expected.size() > 10);

        QRandomGenerator random(seed * 7919);
        QVector<LedgerEvent> shuffled = history.events + history.events;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        auto other = newProject();
        QVERIFY(other);
        for (qsizetype at = 0; at < shuffled.size();) {
            const qsizetype take = qMin<qsizetype>(1 + random.bounded(15), shuffled.size() - at);
            QVERIFY_RESULT(other->ledger().merge(shuffled.mid(at, take)));
            at += take;
        }
        QCOMPARE(derived(*other), expected);
        auto rebuilt = other->write(
            {}, [](sqlite::Connection& c) -> Result<qint64> { return DecisionStore(c).rebuildDerived(); });
        QVERIFY_RESULT(rebuilt);
        QCOMPARE(*rebuilt, 0);

        // The samples come after the decisions on them.
        auto late = newProject(1);
        QVERIFY(late);
        QVERIFY_RESULT(late->ledger().merge(history.events));
        QVERIFY_RESULT(test::addSamples(*late, QStringLiteral("set"), kSamples, 1));
        QCOMPARE(derived(*late), expected);

        // What is undone next does not depend on the order of arrival either.
        for (const QString& annotator : kAnnotators) {
            UndoStack inOrder;
            UndoStack mixed;
            for (const LedgerEvent& event : history.events) {
                if (event.decision.annotator == annotator) {
                    inOrder.add(event.decision);
                }
            }
            for (const LedgerEvent& event : std::as_const(shuffled)) {
                if (event.decision.annotator == annotator) {
                    mixed.add(event.decision);
                }
            }
            QCOMPARE(uuids(mixed.undoTarget()), uuids(inOrder.undoTarget()));
            QCOMPARE(uuids(mixed.redoTarget()), uuids(inOrder.redoTarget()));
        }
    }

    void exportAndMergeBringTwoProjectsTogether()
    {
        auto one = newProject();
        auto two = newProject();
        QVERIFY(one && two);
        const History first(101);
        const History second(102);
        QVERIFY_RESULT(one->ledger().merge(first.events));
        QVERIFY_RESULT(two->ledger().merge(second.events));
        const QString file = m_dir.filePath(QStringLiteral("one.jsonl"));
        auto written = writeLedgerFile(*one, file);
        QVERIFY_RESULT(written);
        QCOMPARE(*written, first.events.size());
        auto read = readLedgerFile(file);
        QVERIFY_RESULT(read);
        QCOMPARE(read->rejected, 0);
        auto merged = two->ledger().merge(read->events);
        QVERIFY_RESULT(merged);
        QCOMPARE(merged->added, first.events.size());
        // From the open project itself, its journal included.
        auto project = readLedgerFile(two->path());
        QVERIFY_RESULT(project);
        auto back = one->ledger().merge(project->events);
        QVERIFY_RESULT(back);
        QCOMPARE(back->added, second.events.size());
        QCOMPARE(derived(*one), derived(*two));
        QCOMPARE(one->ledger().merge(project->events)->added, 0);
    }

    void linesThatAreNoEventsAreReportedWithTheirPlace()
    {
        const QString file = m_dir.filePath(QStringLiteral("mixed.jsonl"));
        const History history(5);
        {
            QFile out(file);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(history.events.at(0).line + "\nnot an event\n" + history.events.at(1).line + "\n");
            out.write(history.events.at(2).line.left(40));
        }
        auto read = readLedgerFile(file);
        QVERIFY_RESULT(read);
        QCOMPARE(read->events.size(), 2);
        QCOMPARE(read->rejected, 2);
        QVERIFY2(read->problems.at(0).contains(QStringLiteral("line 2")), qPrintable(read->problems.at(0)));
        QVERIFY2(read->problems.at(1).contains(QStringLiteral("line 4")), qPrintable(read->problems.at(1)));
        auto wrong = readLedgerFile(QStringLiteral(WINNOW_SOURCE_DIR "/README.md"));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, ErrorCode::WrongKind);
        QVERIFY(!wrong.error().remedy.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLedgerMerge)
#include "tst_ledger_merge.moc"
