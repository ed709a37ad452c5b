// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/sqlite/connection.h"
#include "core/store/changeset.h"

#include <QMutex>
#include <QString>

#include <functional>
#include <memory>
#include <mutex>

namespace winnow {

class Ledger;
struct FlagName;

/// How opening a project file ended, beside the errors (newer, damaged, not a project, locked …).
enum class OpenOutcome { SameVersion, Upgraded, Created };

/// One open `.winnow` file: one writer, any number of readers, all thread-safe.
/// Images that came as bytes are in `imagesPath()`, a second SQLite file beside it.
class Project {
public:
    /// Repair: to be checked and put right, so a schema that could change what is written is let in.
    enum class Mode { ReadWrite, ReadOnly, Repair };

    /// Fails with AlreadyExists rather than overwrite, also where a project of this name was deleted but left
    /// files of its own behind. The file appears as a whole or not at all.
    static Result<std::shared_ptr<Project>> create(const QString& path);
    /// Upgrades an older file (after a backup beside it, put back when the upgrade fails).
    /// A file that may not be written opens read-only. One with a trigger that is not Winnow's is refused.
    static Result<std::shared_ptr<Project>> open(const QString& path, Mode mode = Mode::ReadWrite);
    ~Project();

    QString path() const;
    QString imagesPath() const;
    bool isReadOnly() const;
    /// Why it is, when that is not the file's permissions or the caller's wish.
    std::optional<Error> readOnlyReason() const;
    OpenOutcome outcome() const;
    /// False where the file system knows locks of processes only: any program that this process lets open and
    /// close the file then drops them, so that only one program should use the project at a time.
    bool locksHoldThroughCloses() const;
    StoreNotifier& notifier();

    /// Runs `function(sqlite::Connection&)` on a reader of this thread's own, inside one read transaction
    /// (a snapshot). Returns what it returns, as a Result; a thrown sqlite::Failure becomes the Error.
    template <typename Function> auto read(Function&& function) const
    {
        using Value = std::invoke_result_t<Function, sqlite::Connection&>;
        using Outcome = typename sqlite::GuardedOutcome<Value>::Type;
        auto reader = borrowReader();
        if (!reader) {
            return Outcome(tl::unexpected<Error>(reader.error()));
        }
        Outcome outcome = sqlite::guarded([&]() -> Value {
            sqlite::Transaction snapshot(**reader, sqlite::Transaction::Kind::Read);
            return function(**reader);
        });
        giveBack(std::move(*reader));
        return outcome;
    }

    /// Runs `function(sqlite::Connection&)` (returning a Result) in one write transaction: committed when it
    /// succeeds, rolled back on an error or an exception, and the images that it added with it. Waits for
    /// other writers of this process; afterwards tells `notifier()`.
    template <typename Function> auto write(ChangeSet changes, Function&& function)
    {
        return write([&](sqlite::Connection& connection, ChangeSet&) { return function(connection); },
            std::move(changes));
    }
    /// As above for a function that also fills in which samples it touched.
    template <typename Function> auto write(Function&& function, ChangeSet changes)
    {
        using Outcome = std::invoke_result_t<Function, sqlite::Connection&, ChangeSet&>;
        auto turn = lockWriter();
        if (!turn) {
            return Outcome(tl::unexpected<Error>(turn.error()));
        }
        Outcome outcome = sqlite::guarded([&]() -> Outcome {
            sqlite::Transaction transaction(writer(), sqlite::Transaction::Kind::Write);
            Outcome inner = function(writer(), changes);
            if (inner) {
                beforeCommit(changes);
                commit(transaction);
            }
            return inner;
        });
        if (!outcome) {
            rollBackImages();
        }
        turn->unlock();
        if (outcome) {
            emit notifier().changed(changes);
        }
        catchUp();
        return outcome;
    }

    /// One batch of rows that nobody sees yet (ImportStage): a short transaction that tells nobody, and lets
    /// those go first who wait for the writer. It is on the disk once a later write() is.
    Result<> writeBatch(const std::function<Result<>(sqlite::Connection&)>& add);

    /// Every decision goes through here.
    Ledger& ledger();
    /// Replaced when the file under our name is not the one that is open any more. Any thread.
    Result<> verifyFiles() const;

    /// The store of embedded image bytes: one row a content hash. Thread-safe.
    Result<QByteArray> imageBytes(const QByteArray& sha256) const;
    /// Adds bytes unless they are there; returns their hash. Called inside `write()`, they are kept or
    /// forgotten with its transaction. `sha256` where the caller knows it.
    Result<QByteArray> addImageBytes(const QByteArray& bytes, const QByteArray& sha256 = {});
    /// Keeps what was added outside `write()`.
    Result<> flushImages();
    /// Tidies the image store after many were added; stops soon when cancelled, which loses nothing.
    Result<> settleImages(const Progress& progress);
    /// Hashes of all stored image bytes; and forgetting some of them.
    Result<QVector<QByteArray>> imageHashes() const;
    Result<> removeImageBytes(const QVector<QByteArray>& hashes);

    /// A new backup of the project file (without the images) beside it; see core/store/backups.h. Its path.
    Result<QString> backup(Progress& progress);
    /// Path of the newest backup beside `path`, or empty.
    static QString newestBackup(const QString& path);

    /// Current schema version of this program.
    static int schemaVersion();

private:
    Project();
    Result<std::unique_ptr<sqlite::Connection>> borrowReader() const;
    void giveBack(std::unique_ptr<sqlite::Connection> connection) const;
    /// The turn to write; it ends with the lock.
    Result<std::unique_lock<QMutex>> lockWriter();
    sqlite::Connection& writer();
    void openLedger(const QVector<FlagName>& disputed);
    /// Decisions on samples that have come now.
    void beforeCommit(ChangeSet& changes);
    /// What waited for the writer.
    void catchUp();
    /// For the ledger. Not `wait`: fails with Locked at once when somebody writes. `durable`: on the disk
    /// when it returns; otherwise the journal has it.
    friend class Ledger;
    Result<> writeLedger(
        bool wait, bool durable, const std::function<Result<>(sqlite::Connection&, ChangeSet&)>& add);
    /// Commits the images first: a kill in between leaves images that nobody uses, never the contrary.
    /// Throws sqlite::Failure.
    void commit(sqlite::Transaction& transaction);
    void rollBackImages();
    /// Removes images of an import that was killed between its two commits.
    void sweepImages();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace winnow
