// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/sqlite/connection.h"
#include "core/store/changeset.h"

#include <QString>

#include <functional>
#include <memory>

namespace winnow {

/// How opening a project file ended, beside the errors (newer, damaged, not a project, locked …).
enum class OpenOutcome { SameVersion, Upgraded, Created };

/// One open `.winnow` file: one writer, any number of readers, all thread-safe.
/// Images that came as bytes are in `imagesPath()`, a second SQLite file beside it.
class Project {
public:
    enum class Mode { ReadWrite, ReadOnly };

    /// Fails with AlreadyExists rather than overwrite.
    static Result<std::shared_ptr<Project>> create(const QString& path);
    /// Upgrades an older file (after a backup beside it, put back when the upgrade fails).
    /// A file that may not be written opens read-only.
    static Result<std::shared_ptr<Project>> open(const QString& path, Mode mode = Mode::ReadWrite);
    ~Project();

    QString path() const;
    QString imagesPath() const;
    bool isReadOnly() const;
    OpenOutcome outcome() const;
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
    /// succeeds, rolled back on an error. Waits for other writers of this process; afterwards tells
    /// `notifier()`.
    template <typename Function> auto write(ChangeSet changes, Function&& function)
    {
        return write([&](sqlite::Connection& connection, ChangeSet&) { return function(connection); },
            std::move(changes));
    }
    /// As above for a function that also fills in which samples it touched.
    template <typename Function> auto write(Function&& function, ChangeSet changes)
    {
        using Outcome = std::invoke_result_t<Function, sqlite::Connection&, ChangeSet&>;
        auto lock = lockWriter();
        if (!lock) {
            return Outcome(tl::unexpected<Error>(lock.error()));
        }
        Outcome outcome = sqlite::guarded([&]() -> Outcome {
            sqlite::Transaction transaction(writer(), sqlite::Transaction::Kind::Write);
            Outcome inner = function(writer(), changes);
            if (inner) {
                transaction.commit();
            }
            return inner;
        });
        unlockWriter();
        if (outcome) {
            emit notifier().changed(changes);
        }
        return outcome;
    }

    /// The store of embedded image bytes: one row a content hash. Thread-safe.
    Result<QByteArray> imageBytes(const QByteArray& sha256) const;
    /// Adds bytes unless they are there; returns their hash. Committed with `flushImages()` or when 64 MB
    /// wait.
    Result<QByteArray> addImageBytes(const QByteArray& bytes);
    Result<> flushImages();
    /// Hashes of all stored image bytes; and forgetting some of them.
    Result<QVector<QByteArray>> imageHashes() const;
    Result<> removeImageBytes(const QVector<QByteArray>& hashes);

    /// A consistent copy of the project file (without the images) at NAME.winnow.backup.
    Result<QString> backup();
    /// Path of the newest backup beside `path`, or empty.
    static QString newestBackup(const QString& path);

    /// Current schema version of this program.
    static int schemaVersion();

private:
    Project();
    Result<std::unique_ptr<sqlite::Connection>> borrowReader() const;
    void giveBack(std::unique_ptr<sqlite::Connection> connection) const;
    Result<> lockWriter();
    void unlockWriter();
    sqlite::Connection& writer();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace winnow
