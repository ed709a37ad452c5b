// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/decisionstore.h"
#include "core/store/integrity.h"
#include "core/store/ledgerfile.h"
#include "tests/support/testproject.h"
#include "tests/support/tracedrun.h"

#include <QProcess>
#include <QThread>

#include <algorithm>

namespace winnow::test {

/// Work on a project that is killed: afterwards everything that was acknowledged is there, the rest whole or
/// not at all, project and journal are sound and hold the same events, and the same work succeeds.
class LedgerKill {
public:
    enum class Work { Decide, Import, Merge };

    LedgerKill(const QString& folder, Work work)
        : m_folder(folder)
        , m_work(work)
    {
    }

    /// Does the work once in peace. Returns what went wrong, or nothing.
    QString prepare()
    {
        if (QString wrong = prepareInput(); !wrong.isEmpty()) {
            return wrong;
        }
        if (QString wrong = restore(); !wrong.isEmpty()) {
            return wrong;
        }
        const TracedRun run = trace(0);
        if (!run.traced) {
            return QStringLiteral("a process may not be traced here");
        }
        m_calls = run.calls;
        return run.exitCode == 0 ? QString() : QStringLiteral("the work failed in peace");
    }

    int calls() const { return m_calls; }
    int kills() const { return m_kills; }
    /// What was acknowledged before the kills, and what was found, all told.
    qint64 acknowledged() const { return m_acknowledged; }
    qint64 found() const { return m_found; }

    /// Kills the work as it is about to make this call that changes files. Returns what is wrong afterwards.
    QString killAt(int call)
    {
        if (QString wrong = restore(); !wrong.isEmpty()) {
            return wrong;
        }
        const TracedRun run = trace(call);
        m_kills += run.killed ? 1 : 0;
        return look(QStringLiteral("call %1").arg(call));
    }

    /// Kills the program (or a copy of this process) after some microseconds.
    QString killAfter(int microseconds)
    {
        if (QString wrong = restore(); !wrong.isEmpty()) {
            return wrong;
        }
        const pid_t child = ::fork();
        if (child == 0) {
            ::_exit(m_work == Work::Import ? import() : workHere());
        }
        ::usleep(useconds_t(microseconds));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        ++m_kills;
        return look(QStringLiteral("%1 us").arg(microseconds));
    }

private:
    static constexpr int kSamples = 6;
    static constexpr int kImported = 12;

    QString project() const { return m_folder + QStringLiteral("/p.winnow"); }
    QString acks() const { return m_folder + QStringLiteral("/acknowledged"); }
    QString input() const { return m_folder + QStringLiteral("/input"); }

    static Decision decision(int sample)
    {
        Decision decision;
        decision.annotator = QStringLiteral("kim");
        decision.sampleId = {sample + 1};
        decision.kind = QStringLiteral("blind_solvable");
        decision.verdict = sample % 2 ? Verdict::Override : Verdict::Confirm;
        return decision;
    }

    QString prepareInput()
    {
        QDir().mkpath(m_folder);
        if (m_work == Work::Import) {
            QByteArray lines;
            for (int i = 0; i < kImported; ++i) {
                lines += "{\"id\":" + QByteArray::number(i)
                    + ",\"question\":\"How many?\",\"answer\":\"A\",\"options\":"
                    + "[\"1\",\"2\"],\"image\":\"data:image/png;base64," + kPixel + "\"}\n";
            }
            QFile file(input());
            return file.open(QIODevice::WriteOnly) && file.write(lines) == lines.size()
                ? QString()
                : QStringLiteral("the input was not written");
        }
        if (m_work == Work::Merge) {
            const QString other = m_folder + QStringLiteral("/other.winnow");
            auto made = Project::create(other);
            if (!made || !addSamples(**made, QStringLiteral("set"), kSamples, 1)) {
                return QStringLiteral("the other project was not made");
            }
            for (int i = 0; i < kSamples; ++i) {
                Decision theirs = decision(i);
                theirs.annotator = QStringLiteral("lee");
                if (!(*made)->ledger().decide({theirs, theirs})) {
                    return QStringLiteral("the other project takes no decisions");
                }
            }
            return writeLedgerFile(**made, input()) ? QString() : QStringLiteral("the input was not written");
        }
        return {};
    }

    QString restore()
    {
        const QDir folder(m_folder);
        const QStringList old
            = folder.entryList({QStringLiteral("p.winnow*")}, QDir::AllEntries | QDir::Hidden);
        for (const QString& name : old) {
            QFile::remove(folder.filePath(name));
        }
        QFile::remove(acks());
        auto made = Project::create(project());
        if (!made) {
            return made.error().text();
        }
        if (!addSamples(**made, QStringLiteral("set"), kSamples, 1)) {
            return QStringLiteral("no samples");
        }
        return (*made)->ledger().decide({decision(0)}) ? QString()
                                                       : QStringLiteral("the first decision failed");
    }

    /// Says aloud, as a window that shows "saved" does, that so many events are safe.
    void acknowledge(int events) const
    {
        const int fd = ::open(QFile::encodeName(acks()).constData(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        const QByteArray text(events, '.');
        (void)!::write(fd, text.constData(), size_t(text.size()));
        ::close(fd);
    }

    int workHere() const
    {
        auto opened = Project::open(project());
        if (!opened) {
            return 1;
        }
        Ledger& ledger = (*opened)->ledger();
        if (m_work == Work::Merge) {
            auto file = readLedgerFile(input());
            return file && ledger.merge(file->events) ? 0 : 1;
        }
        for (int i = 1; i < 3; ++i) {
            if (!ledger.decide({decision(i)})) {
                return 1;
            }
            acknowledge(1);
        }
        if (!ledger.decide({decision(3), decision(4), decision(5)})) {
            return 1;
        }
        acknowledge(3);
        if (!ledger.undo(QStringLiteral("kim"))) {
            return 1;
        }
        acknowledge(3);
        return 0;
    }

    QStringList importCommand() const
    {
        return {QStringLiteral(WINNOW_BIN_DIR "/winnow-cli"), QStringLiteral("import"), project(), input(),
            QStringLiteral("--dataset"), QStringLiteral("new")};
    }
    int import() const
    {
        QByteArrayList words;
        std::vector<char*> argv;
        for (const QString& word : importCommand()) {
            words.append(word.toLocal8Bit());
        }
        for (QByteArray& word : words) {
            argv.push_back(word.data());
        }
        argv.push_back(nullptr);
        const int null = ::open("/dev/null", O_WRONLY);
        ::dup2(null, STDOUT_FILENO);
        ::dup2(null, STDERR_FILENO);
        ::execv(argv.front(), argv.data());
        return 127;
    }
    TracedRun trace(int killAt) const
    {
        return m_work == Work::Import ? TracedRun::of(importCommand(), killAt)
                                      : TracedRun::of([this] { return workHere(); }, killAt);
    }

    QString look(const QString& when)
    {
        const qint64 said = QFileInfo(acks()).size();
        m_acknowledged += said;
        {
            auto opened = Project::open(project());
            if (!opened) {
                return when + QStringLiteral(": ") + opened.error().text();
            }
            if (QString wrong = compare(**opened, said); !wrong.isEmpty()) {
                return when + QStringLiteral(": ") + wrong;
            }
        }
        // The same work again.
        if (m_work == Work::Import) {
            QProcess process;
            const QStringList command = importCommand();
            process.start(command.first(), command.mid(1));
            process.waitForFinished(60000);
            if (process.exitCode() != 0) {
                return when + QStringLiteral(": the next import failed");
            }
        } else if (workHere() != 0) {
            return when + QStringLiteral(": the next work failed");
        }
        auto opened = Project::open(project());
        QString wrong = opened ? compare(**opened, 0) : opened.error().text();
        if (wrong.isEmpty() && m_work == Work::Import && imported(**opened) != kImported) {
            wrong = QStringLiteral("the next import brought %1").arg(imported(**opened));
        }
        if (wrong.isEmpty() && m_work == Work::Merge && events(**opened) != 1 + 2 * kSamples) {
            wrong = QStringLiteral("after merging again there are %1 events").arg(events(**opened));
        }
        return wrong.isEmpty() ? wrong : when + QStringLiteral(", again: ") + wrong;
    }

    static qint64 events(Project& project)
    {
        return project.read([](sqlite::Connection& c) { return DecisionStore(c).count(); }).value_or(-1);
    }
    static qint64 imported(Project& project)
    {
        return project
            .read([](sqlite::Connection& c) {
                return c.integer(
                    QStringLiteral("SELECT count(*) FROM samples s JOIN datasets d ON d.id = s.dataset_id"
                                   " WHERE d.name = 'new'"));
            })
            .value_or(-1);
    }

    QString compare(Project& opened, qint64 said)
    {
        const qint64 there = events(opened);
        m_found += there - 1;
        if (there < 1 + said) {
            return QStringLiteral("%1 events were acknowledged, %2 are there").arg(1 + said).arg(there);
        }
        const qint64 samples = imported(opened);
        if (samples != 0 && samples != kImported) {
            return QStringLiteral("%1 of %2 samples").arg(samples).arg(kImported);
        }
        SilentProgress progress;
        auto report = checkProject(opened, false, progress);
        if (!report) {
            return report.error().text();
        }
        if (!report->problems.isEmpty()) {
            return report->problems.join(QStringLiteral("; "));
        }
        if (report->orphanedImageBlobs) {
            return QStringLiteral("%1 images that nobody uses").arg(report->orphanedImageBlobs);
        }
        QSet<QString> table;
        auto read = opened.read([&](sqlite::Connection& c) {
            DecisionStore(c).forEachLine([&](const QString& uuid, const QByteArray&) {
                table.insert(uuid);
                return true;
            });
        });
        QSet<QString> journal;
        qint64 lines = 0;
        if (auto file = readLedgerFile(LedgerJournal::pathFor(project()))) {
            lines = file->events.size();
            for (const LedgerEvent& event : std::as_const(file->events)) {
                journal.insert(event.decision.uuid);
            }
        }
        if (!read || journal != table || lines != journal.size()) {
            return QStringLiteral("the journal has %1 lines of %2 events, the project %3")
                .arg(lines)
                .arg(journal.size())
                .arg(table.size());
        }
        // A batch is there as a whole: its events are undone or stand together.
        const qint64 waiting
            = opened.read([](sqlite::Connection& c) { return DecisionStore(c).waiting(); }).value_or(-1);
        const auto differing = opened.write(
            {}, [](sqlite::Connection& c) -> Result<qint64> { return DecisionStore(c).rebuildDerived(); });
        return waiting == 0 && differing && *differing == 0
            ? QString()
            : QStringLiteral("%1 events wait, %2 rows are derived wrongly")
                  .arg(waiting)
                  .arg(differing.value_or(-1));
    }

    static inline const QByteArray kPixel
        = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";
    QString m_folder;
    Work m_work;
    int m_calls = 0;
    int m_kills = 0;
    qint64 m_acknowledged = 0;
    qint64 m_found = 0;
};

} // namespace winnow::test
