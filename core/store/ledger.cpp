// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ledger.h"

#include "core/base/clock.h"
#include "core/store/datasetstore.h"
#include "core/store/project.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>

namespace winnow {

namespace {

const QString kMark = QStringLiteral("ledger/journal");

QString newUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/// In place of the bytes of a mark: not every event is in both.
constexpr qint64 kDiffer = -1;

/// Where journal and table were last known to hold the same events.
struct Mark {
    qint64 bytes = 0;
    QByteArray hash;
    qint64 rows = 0;

    static Mark read(sqlite::Connection& c)
    {
        const QJsonObject object = QJsonDocument::fromJson(DatasetStore(c).meta(kMark).toUtf8()).object();
        return {object.value(QLatin1String("bytes")).toInteger(),
            object.value(QLatin1String("hash")).toString().toLatin1(),
            object.value(QLatin1String("rows")).toInteger()};
    }
    void write(sqlite::Connection& c) const
    {
        const QJsonObject object{{QStringLiteral("bytes"), bytes},
            {QStringLiteral("hash"), QString::fromLatin1(hash)}, {QStringLiteral("rows"), rows}};
        DatasetStore(c).setMeta(
            kMark, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
    }
};

} // namespace

Ledger::Ledger(Project& project)
    : m_project(project)
{
}

Ledger::~Ledger() = default;

void Ledger::open(const QVector<FlagName>& disputed)
{
    QMutexLocker lock(&m_mutex);
    m_status.disputedAtOpening = disputed;
    auto project
        = m_project.read([](sqlite::Connection& c) { return DatasetStore(c).meta(QStringLiteral("uuid")); });
    m_seat = {project.value_or(QString()), newUuid(), 0, {}};
    m_journal = std::make_unique<LedgerJournal>(
        LedgerJournal::pathFor(m_project.path()), m_seat.project, m_project.isReadOnly());
    if (!m_project.isReadOnly()) {
        lock.unlock();
        (void)sync(true);
        QMutexLocker status(&m_statusMutex);
        m_status.disputedAtOpening += m_lastGain.newlyDisputed;
        return;
    }
    if (!m_journal->open()) {
        return;
    }
    auto events = m_journal->readNew();
    if (!events) {
        return;
    }
    auto known = m_project.read([](sqlite::Connection& c) {
        QSet<QString> uuids;
        DecisionStore(c).forEachLine([&](const QString& uuid, const QByteArray&) {
            uuids.insert(uuid);
            return true;
        });
        return uuids;
    });
    QMutexLocker status(&m_statusMutex);
    m_status.badLines = m_journal->badLines();
    for (const LedgerEvent& event : std::as_const(*events)) {
        m_status.unapplied += known && !known->contains(event.decision.uuid) ? 1 : 0;
    }
}

Result<QVector<Decision>> Ledger::decide(QVector<Decision> decisions, const Marks& marks)
{
    const QString at = nowUtc();
    auto checked = m_project.read([&](sqlite::Connection& c) -> Result<bool> {
        DecisionStore store(c);
        for (Decision& decision : decisions) {
            WINNOW_TRY(store.complete(decision));
        }
        return true;
    });
    if (!checked) {
        return tl::unexpected<Error>(checked.error());
    }
    QString batch = decisions.isEmpty() ? QString() : decisions.first().batch;
    if (decisions.size() > 1 && batch.isEmpty()) {
        batch = newUuid();
    }
    for (Decision& decision : decisions) {
        decision.batch = batch;
        decision.batchSize = batch.isEmpty() ? 0 : int(decisions.size());
        decision.uuid = decision.uuid.isEmpty() ? newUuid() : decision.uuid;
        decision.at = decision.at.isEmpty() ? at : decision.at;
        decision.undoes.clear();
        decision.redoes.clear();
    }
    auto events = write([&]() -> Result<QVector<Decision>> { return decisions; }, marks);
    if (!events) {
        return tl::unexpected<Error>(events.error());
    }
    for (qsizetype i = 0; i < decisions.size(); ++i) {
        decisions[i].order = events->at(i).decision.order;
    }
    return decisions;
}

Result<QVector<Decision>> Ledger::undo(const QString& annotator, const QString& request)
{
    QVector<Decision> taken;
    auto events = write(
        [&]() -> Result<QVector<Decision>> {
            auto stack = stackOf(annotator);
            if (!stack) {
                return tl::unexpected<Error>(stack.error());
            }
            taken = (*stack)->undoTarget();
            if (taken.isEmpty()) {
                return fail(ErrorCode::NotFound,
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 has no decision to undo")).arg(annotator));
            }
            return (*stack)->undoEvents(request.isEmpty() ? newUuid() : request);
        },
        {});
    if (!events) {
        return tl::unexpected<Error>(events.error());
    }
    return taken;
}

Result<QVector<Decision>> Ledger::redo(const QString& annotator, const QString& request)
{
    QVector<Decision> again;
    auto events = write(
        [&]() -> Result<QVector<Decision>> {
            auto stack = stackOf(annotator);
            if (!stack) {
                return tl::unexpected<Error>(stack.error());
            }
            const QVector<Decision> undos = (*stack)->redoTarget();
            if (undos.isEmpty()) {
                return fail(ErrorCode::NotFound,
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 has nothing to redo")).arg(annotator));
            }
            for (const Decision& undo : undos) {
                again.append((*stack)->event(undo.undoes));
            }
            return (*stack)->redoEvents(request.isEmpty() ? newUuid() : request);
        },
        {});
    if (!events) {
        return tl::unexpected<Error>(events.error());
    }
    return again;
}

Result<UndoStack*> Ledger::stackOf(const QString& annotator)
{
    const auto known = m_stacks.find(annotator);
    if (known != m_stacks.end()) {
        return &*known;
    }
    auto events
        = m_project.read([&](sqlite::Connection& c) { return DecisionStore(c).ofAnnotator(annotator); });
    if (!events) {
        return tl::unexpected<Error>(events.error());
    }
    UndoStack& stack = m_stacks[annotator];
    for (const Decision& event : std::as_const(*events)) {
        stack.add(event);
    }
    for (const LedgerEvent& event : std::as_const(m_pending)) {
        if (event.decision.annotator == annotator) {
            stack.add(event.decision);
        }
    }
    return &stack;
}

Result<QVector<LedgerEvent>> Ledger::write(const Choose& choose, const Marks& marks)
{
    if (m_project.isReadOnly()) {
        return fail(ErrorCode::ReadOnly,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is open read-only")).arg(m_project.path()),
            Sentence::of(
                QT_TRANSLATE_NOOP("Error", "Copy it to a folder that you may write to, and open the copy")));
    }
    QMutexLocker lock(&m_mutex);
    WINNOW_TRY(m_project.verifyFiles());
    auto greatest = m_project.read([](sqlite::Connection& c) { return DecisionStore(c).greatestOrder(); });
    if (!greatest) {
        return tl::unexpected<Error>(greatest.error());
    }
    m_greatest = std::max(m_greatest, *greatest);

    Result<> journal = lockJournal();
    if (journal) {
        journal = readJournal();
    }
    auto chosen = choose();
    if (!chosen) {
        m_journal->unlock();
        return tl::unexpected<Error>(chosen.error());
    }
    const LedgerSeat before = m_seat;
    const QVector<LedgerEvent> events = stamp(*chosen);
    if (journal) {
        journal = m_journal->append(events);
        m_journal->unlock();
    }
    if (!journal) {
        // The project alone must make it durable.
        const QVector<LedgerEvent> waiting = m_pending;
        m_pending += events;
        const Result<> stored = apply(true, true);
        if (!stored) {
            m_pending = waiting;
            m_seat = before;
            publish();
            return tl::unexpected<Error>(stored.error());
        }
        setJournalProblem(journal.error());
        if (m_journal->isBroken() && rewriteJournal()) {
            setJournalProblem(std::nullopt);
        }
    } else {
        m_pending += events;
        setJournalProblem(std::nullopt);
    }
    for (const LedgerEvent& event : events) {
        const auto stack = m_stacks.find(event.decision.annotator);
        if (stack != m_stacks.end()) {
            stack->add(event.decision);
        }
    }
    m_marks.insert(marks);
    (void)apply(false, false);
    publish();
    return events;
}

QVector<LedgerEvent> Ledger::stamp(const QVector<Decision>& decisions)
{
    QVector<LedgerEvent> events;
    events.reserve(decisions.size());
    const qint64 now = nowMicroseconds();
    for (Decision decision : decisions) {
        m_greatest = std::max(m_greatest + 1, now);
        decision.order = m_greatest;
        ++m_seat.number;
        events.append(makeLedgerEvent(decision, m_seat));
        m_seat.previous = events.last().hash;
    }
    return events;
}

void Ledger::take(const QVector<LedgerEvent>& events)
{
    for (const LedgerEvent& event : events) {
        m_greatest = std::max(m_greatest, event.decision.order);
        const auto stack = m_stacks.find(event.decision.annotator);
        if (stack != m_stacks.end()) {
            stack->add(event.decision);
        }
    }
    m_pending += events;
}

Result<> Ledger::lockJournal()
{
    if (m_journal->isBroken()) {
        WINNOW_TRY(rewriteJournal());
    }
    for (int attempt = 0; attempt < 3; ++attempt) {
        const Result<> locked = m_journal->lock();
        if (locked) {
            return {};
        }
        if (locked.error().code == ErrorCode::WrongKind) {
            auto moved = m_journal->setAside(QStringLiteral("other"));
            if (!moved) {
                return tl::unexpected<Error>(moved.error());
            }
            QMutexLocker status(&m_statusMutex);
            m_status.setAside = *moved;
        } else if (locked.error().code != ErrorCode::NotFound) {
            return locked;
        }
        const Result<> created = createJournal();
        if (!created && created.error().code != ErrorCode::AlreadyExists) {
            return created;
        }
    }
    return fail(ErrorCode::Io,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is moved away again and again")).arg(m_journal->path()));
}

Result<> Ledger::createJournal(const std::function<Result<>()>& beforeLink)
{
    m_compared = false;
    QVector<QByteArray> lines;
    auto known = m_project.read([&](sqlite::Connection& c) {
        QSet<QString> uuids;
        DecisionStore(c).forEachLine([&](const QString& uuid, const QByteArray& line) {
            uuids.insert(uuid);
            lines.append(line);
            return true;
        });
        return uuids;
    });
    if (!known) {
        return tl::unexpected<Error>(known.error());
    }
    for (const LedgerEvent& event : std::as_const(m_pending)) {
        if (!known->contains(event.decision.uuid)) {
            lines.append(event.line);
        }
    }
    return m_journal->create(
        [&](const std::function<void(const QByteArray&)>& line) {
            for (const QByteArray& each : std::as_const(lines)) {
                line(each);
            }
        },
        beforeLink);
}

Result<> Ledger::rewriteJournal()
{
    // Lines that only the broken file holds come along: it is read to its end before it makes room, and it
    // makes room only when the new one is on the disk.
    const Result<> locked = m_journal->lock();
    if (!locked && locked.error().code != ErrorCode::NotFound) {
        return locked;
    }
    if (locked) {
        auto others = m_journal->readNew();
        if (!others) {
            m_journal->unlock();
            return tl::unexpected<Error>(others.error());
        }
        take(*others);
    }
    const Result<> created = createJournal([&]() -> Result<> {
        if (!locked) {
            return {};
        }
        auto moved = m_journal->setAside(QStringLiteral("broken"));
        if (!moved) {
            return tl::unexpected<Error>(moved.error());
        }
        QMutexLocker status(&m_statusMutex);
        m_status.setAside = *moved;
        return {};
    });
    m_journal->unlock();
    return created || created.error().code == ErrorCode::AlreadyExists ? Result<>() : created;
}

Result<> Ledger::readJournal()
{
    if (std::exchange(m_compareAll, false)) {
        return compareAll();
    }
    if (m_compared && !m_journal->wasCut()) {
        auto others = m_journal->readNew();
        if (!others) {
            return tl::unexpected<Error>(others.error());
        }
        take(*others);
        return {};
    }
    Mark mark;
    auto rows = m_project.read([&](sqlite::Connection& c) {
        mark = Mark::read(c);
        return DecisionStore(c).count();
    });
    if (!rows) {
        return tl::unexpected<Error>(rows.error());
    }
    if (m_journal->wasCut() || *rows != mark.rows || mark.hash.isEmpty()
        || !m_journal->skipTo(mark.bytes, mark.hash)) {
        return compareAll();
    }
    m_compared = true;
    return readJournal();
}

Result<> Ledger::compareAll()
{
    m_journal->rewind();
    auto events = m_journal->readNew();
    if (!events) {
        return tl::unexpected<Error>(events.error());
    }
    QSet<QString> written;
    for (const LedgerEvent& event : std::as_const(*events)) {
        written.insert(event.decision.uuid);
        m_greatest = std::max(m_greatest, event.decision.order);
    }
    QVector<LedgerEvent> unwritten;
    QSet<QString> known;
    auto read = m_project.read([&](sqlite::Connection& c) {
        DecisionStore(c).forEachLine([&](const QString& uuid, const QByteArray& line) {
            known.insert(uuid);
            if (!written.contains(uuid)) {
                if (auto event = readLedgerEvent(line)) {
                    unwritten.append(*std::move(event));
                }
            }
            return true;
        });
        return 0;
    });
    if (!read) {
        return tl::unexpected<Error>(read.error());
    }
    for (const LedgerEvent& event : std::as_const(*events)) {
        if (!known.contains(event.decision.uuid)) {
            m_pending.append(event);
        }
    }
    m_stacks.clear();
    m_compared = m_comparedNow = true;
    return unwritten.isEmpty() ? Result<>() : m_journal->append(unwritten);
}

Result<> Ledger::sync(bool wait)
{
    if (m_project.isReadOnly()) {
        return {};
    }
    QMutexLocker lock(&m_mutex);
    m_lastGain = {};
    if (!QFileInfo::exists(m_journal->path())) {
        // A project without decisions does without a journal too.
        auto events = m_project.read([](sqlite::Connection& c) { return DecisionStore(c).count(); });
        if (events && *events == 0 && m_pending.isEmpty()) {
            return {};
        }
    }
    Result<> journal = lockJournal();
    if (journal) {
        journal = readJournal();
        m_journal->unlock();
    }
    setJournalProblem(journal ? std::nullopt : std::optional<Error>(journal.error()));
    const Result<> applied = apply(wait, false);
    publish();
    return journal ? applied : journal;
}

Result<> Ledger::syncAll()
{
    {
        QMutexLocker lock(&m_mutex);
        m_compareAll = true;
    }
    return sync(true);
}

Result<> Ledger::renewJournal()
{
    {
        QMutexLocker lock(&m_mutex);
        WINNOW_TRY(rewriteJournal());
    }
    return syncAll();
}

Result<MergeReport> Ledger::merge(const QVector<LedgerEvent>& events)
{
    MergeReport report;
    report.read = events.size();
    WINNOW_TRY(sync(true));
    QVector<LedgerEvent> fresh;
    auto known = m_project.read([&](sqlite::Connection& c) {
        QSet<QString> uuids;
        DecisionStore(c).forEachLine([&](const QString& uuid, const QByteArray&) {
            uuids.insert(uuid);
            return true;
        });
        return uuids;
    });
    if (!known) {
        return tl::unexpected<Error>(known.error());
    }
    for (const LedgerEvent& event : events) {
        if (!known->contains(event.decision.uuid)) {
            known->insert(event.decision.uuid);
            fresh.append(event);
        }
    }
    QMutexLocker lock(&m_mutex);
    if (!fresh.isEmpty()) {
        WINNOW_TRY(m_project.verifyFiles());
        WINNOW_TRY(lockJournal());
        Result<> written = readJournal();
        if (written) {
            written = m_journal->append(fresh);
        }
        m_journal->unlock();
        WINNOW_TRY(written);
        take(fresh);
    }
    m_lastGain = {};
    const Result<> applied = apply(true, false);
    publish();
    WINNOW_TRY(applied);
    report.added = m_lastGain.added;
    report.newlyDisputed = m_lastGain.newlyDisputed;
    auto waiting = m_project.read([](sqlite::Connection& c) { return DecisionStore(c).waiting(); });
    report.waiting = waiting.value_or(0);
    return report;
}

Result<> Ledger::apply(bool wait, bool alone)
{
    const bool comparedNow = std::exchange(m_comparedNow, false);
    if (m_pending.isEmpty() && m_marks.isEmpty() && !(comparedNow && !m_journal->lastHash().isEmpty())) {
        return {};
    }
    QVector<LedgerEvent> refused;
    LedgerGain gain;
    bool oneByOne = false;
    const auto add = [&](sqlite::Connection& c, ChangeSet& changes) -> Result<> {
        DecisionStore store(c);
        const Mark mark = Mark::read(c);
        const qint64 rows = mark.hash.isEmpty() ? store.count() : mark.rows;
        gain = {};
        refused.clear();
        if (!oneByOne) {
            // Without a savepoint around it: with one, SQLite keeps every page that a statement touches in a
            // list whose end it looks for from the start, and a hundred thousand events take minutes.
            gain = store.add(m_pending);
        } else {
            for (const LedgerEvent& event : std::as_const(m_pending)) {
                const Result<LedgerGain> one = sqlite::guarded([&] { return store.add({event}); });
                if (!one) {
                    refused.append(event);
                    continue;
                }
                gain.added += one->added;
                gain.samples += one->samples;
                gain.newlyDisputed += one->newlyDisputed;
            }
        }
        DatasetStore meta(c);
        for (auto it = m_marks.cbegin(); it != m_marks.cend(); ++it) {
            meta.setMeta(it.key(), *it);
        }
        // After a write that the journal lacks the two differ, until somebody compares all again.
        if (alone || !refused.isEmpty()) {
            Mark{kDiffer, {}, 0}.write(c);
        } else if (mark.bytes == kDiffer && !comparedNow) {
            m_compared = false;
        } else if (m_compared && !m_journal->lastHash().isEmpty()) {
            Mark{m_journal->readTo(), m_journal->lastHash(), rows + gain.added}.write(c);
        } else if (gain.added > 0) {
            Mark{kDiffer, {}, 0}.write(c);
        }
        changes.samples = gain.samples;
        return {};
    };
    Result<> done = m_project.writeLedger(wait, alone, add);
    if (!done && done.error().code == ErrorCode::InvalidInput) {
        // One that the table does not take must not keep the others out.
        oneByOne = true;
        done = m_project.writeLedger(wait, alone, add);
    }
    if (done) {
        m_pending = refused;
        m_marks.clear();
        m_lastGain.added += gain.added;
        m_lastGain.samples += gain.samples;
        m_lastGain.newlyDisputed += gain.newlyDisputed;
    }
    QMutexLocker status(&m_statusMutex);
    if (!done && done.error().code != ErrorCode::Locked) {
        m_status.projectProblem = done.error();
    } else if (!refused.isEmpty()) {
        m_status.projectProblem = fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 does not take %2 events of its journal"))
                .arg(m_project.path())
                .arg(refused.size()),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "They stay in %1; \"winnow-cli check\" says more"))
                .arg(m_journal->path()))
                                      .value();
    } else {
        m_status.projectProblem.reset();
    }
    return done;
}

void Ledger::remember(const Marks& marks)
{
    {
        QMutexLocker lock(&m_mutex);
        m_marks.insert(marks);
    }
    applyPending();
}

void Ledger::applyPending()
{
    QMutexLocker lock(&m_mutex);
    if (!m_pending.isEmpty() || !m_marks.isEmpty()) {
        (void)apply(false, false);
        publish();
    }
}

void Ledger::setJournalProblem(const std::optional<Error>& problem)
{
    QMutexLocker status(&m_statusMutex);
    m_status.journalProblem = problem;
}

void Ledger::publish()
{
    QVector<Decision> pending;
    pending.reserve(m_pending.size());
    for (const LedgerEvent& event : std::as_const(m_pending)) {
        pending.append(event.decision);
    }
    QMutexLocker status(&m_statusMutex);
    m_status.pending = pending.size();
    m_status.badLines = m_journal->badLines();
    m_pendingDecisions = std::move(pending);
}

LedgerStatus Ledger::status() const
{
    QMutexLocker lock(&m_statusMutex);
    return m_status;
}

QVector<Decision> Ledger::pendingOf(SampleId sample) const
{
    QMutexLocker lock(&m_statusMutex);
    QVector<Decision> events;
    for (const Decision& event : m_pendingDecisions) {
        if (event.sampleId == sample) {
            events.append(event);
        }
    }
    return events;
}

} // namespace winnow
