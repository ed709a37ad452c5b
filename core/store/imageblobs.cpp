// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/imageblobs.h"

#include "core/base/hash.h"

#include <QFileInfo>
#include <QRandomGenerator>

namespace winnow {

using sqlite::Connection;

namespace {

/// How much waits in memory: a commit then has little left to write, and can be waited for.
constexpr qint64 kSpillBytes = 16 << 20;

/// False for a file that an import left which was killed before it had made the table: it holds nothing.
bool hasTable(Connection& connection)
{
    return connection.integer(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'blobs'")) > 0;
}

} // namespace

ImageBlobs::ImageBlobs(QString path, bool readOnly)
    : m_path(std::move(path))
    , m_readOnly(readOnly)
    , m_batch(qint64(QRandomGenerator::system()->generate64() >> 1))
{
}

ImageBlobs::~ImageBlobs() = default;

Result<Connection*> ImageBlobs::reader() const
{
    if (!m_reader) {
        // One that may write tidies up behind itself when it is the last to close the file.
        auto opened
            = Connection::open(m_path, m_readOnly ? sqlite::OpenMode::ReadOnly : sqlite::OpenMode::ReadWrite);
        if (!opened) {
            return tl::unexpected<Error>(opened.error());
        }
        m_reader = std::move(*opened);
    }
    return m_reader.get();
}

Result<Connection*> ImageBlobs::writer()
{
    if (m_writer) {
        return m_writer.get();
    }
    if (m_readOnly) {
        return fail(ErrorCode::ReadOnly,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is open read-only")).arg(m_path));
    }
    auto opened = Connection::open(m_path, sqlite::OpenMode::Create);
    if (!opened) {
        return tl::unexpected<Error>(opened.error());
    }
    auto made = sqlite::guarded([&] {
        // The log is copied by settle(), which can be cancelled, and when the last one closes the file.
        (*opened)->execute(QStringLiteral(
            "PRAGMA wal_autocheckpoint=0;"
            "CREATE TABLE IF NOT EXISTS blobs(sha256 BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT;"
            "CREATE TABLE IF NOT EXISTS unclaimed(sha256 BLOB PRIMARY KEY, batch INTEGER NOT NULL) STRICT"));
    });
    if (!made) {
        return tl::unexpected<Error>(made.error());
    }
    m_writer = std::move(*opened);
    return m_writer.get();
}

Result<QByteArray> ImageBlobs::bytes(const QByteArray& hash) const
{
    QMutexLocker lock(&m_readMutex);
    if (!m_reader && !QFileInfo::exists(m_path)) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is missing")).arg(m_path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Put it back beside the project file")));
    }
    auto store = reader();
    if (!store) {
        return tl::unexpected<Error>(store.error());
    }
    return sqlite::guarded([&]() -> Result<QByteArray> {
        m_hasTable = m_hasTable || hasTable(**store);
        if (!m_hasTable) {
            return fail(ErrorCode::NotFound,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 holds no images")).arg(m_path),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Import the file that held them again")));
        }
        auto& query = (*store)->cached(QStringLiteral("SELECT bytes FROM blobs WHERE sha256 = ?"));
        query.bind(1, hash);
        if (!query.step()) {
            query.reset();
            return fail(ErrorCode::NotFound,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "The image %1 is not in %2"))
                    .arg(QString::fromLatin1(hash.toHex()), m_path),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Import the file that held it again")));
        }
        QByteArray found = query.blob(0);
        query.reset();
        return found;
    });
}

Result<QVector<QByteArray>> ImageBlobs::hashes() const
{
    QMutexLocker lock(&m_readMutex);
    if (!m_reader && !QFileInfo::exists(m_path)) {
        return QVector<QByteArray>();
    }
    auto store = reader();
    if (!store) {
        return tl::unexpected<Error>(store.error());
    }
    return sqlite::guarded([&] {
        QVector<QByteArray> all;
        if (!hasTable(**store)) {
            return all;
        }
        sqlite::Statement query(**store, QStringLiteral("SELECT sha256 FROM blobs"));
        while (query.step()) {
            all.append(query.blob(0));
        }
        return all;
    });
}

Result<QByteArray> ImageBlobs::add(const QByteArray& bytes, const QByteArray& hash)
{
    QMutexLocker lock(&m_writeMutex);
    auto store = writer();
    if (!store) {
        return tl::unexpected<Error>(store.error());
    }
    auto added = sqlite::guarded([&] {
        Connection& connection = **store;
        if (!m_transaction) {
            m_transaction
                = std::make_unique<sqlite::Transaction>(connection, sqlite::Transaction::Kind::Write);
            m_unspilled = 0;
        }
        connection.cached(QStringLiteral("INSERT OR IGNORE INTO blobs(sha256, bytes) VALUES(?, ?)"))
            .bindAll(hash, bytes)
            .run();
        if (connection.changes() == 0) {
            return;
        }
        connection.cached(QStringLiteral("INSERT OR REPLACE INTO unclaimed(sha256, batch) VALUES(?, ?)"))
            .bindAll(hash, m_batch)
            .run();
        m_marked = true;
        m_unspilled += bytes.size();
        if (m_unspilled > kSpillBytes) {
            connection.spill();
            m_unspilled = 0;
        }
    });
    if (!added) {
        return tl::unexpected<Error>(added.error());
    }
    return hash;
}

Result<> ImageBlobs::commit()
{
    QMutexLocker lock(&m_writeMutex);
    if (!m_transaction) {
        return {};
    }
    auto done = sqlite::guarded([&] { m_transaction->commit(); });
    m_transaction.reset();
    return done;
}

void ImageBlobs::claim()
{
    QMutexLocker lock(&m_writeMutex);
    if (!m_marked || !m_writer || m_transaction) {
        return;
    }
    // Marks that stay, because the disk is full, are seen to be in use the next time.
    (void)sqlite::guarded([&] {
        m_writer->cached(QStringLiteral("DELETE FROM unclaimed WHERE batch = ?")).bindAll(m_batch).run();
    });
    m_marked = false;
}

void ImageBlobs::rollBack()
{
    QMutexLocker lock(&m_writeMutex);
    if (!m_transaction) {
        return;
    }
    m_transaction.reset();
    // A transaction that is gone still stands in the log.
    struct Unstoppable : Progress {
        bool isCancelled() const override { return false; }
        void report(qint64, qint64, const QString&) override { }
    };
    (void)m_writer->checkpoint(Unstoppable());
}

bool ImageBlobs::hasUnclaimed() const
{
    QMutexLocker lock(&m_readMutex);
    if (!m_reader && !QFileInfo::exists(m_path)) {
        return false;
    }
    auto store = reader();
    return store && sqlite::guarded([&] {
        return (*store)->integer(QStringLiteral("SELECT EXISTS(SELECT 1 FROM unclaimed)")) != 0;
    }).value_or(false);
}

Result<> ImageBlobs::removeUnclaimed(const std::function<bool(const QByteArray&)>& isUsed)
{
    QMutexLocker lock(&m_writeMutex);
    auto store = writer();
    if (!store) {
        return tl::unexpected<Error>(store.error());
    }
    return sqlite::guarded([&] {
        sqlite::Transaction transaction(**store, sqlite::Transaction::Kind::Write);
        QVector<QByteArray> unused;
        sqlite::Statement marked(**store, QStringLiteral("SELECT sha256 FROM unclaimed"));
        while (marked.step()) {
            if (!isUsed(marked.blob(0))) {
                unused.append(marked.blob(0));
            }
        }
        sqlite::Statement forget(**store, QStringLiteral("DELETE FROM blobs WHERE sha256 = ?"));
        for (const QByteArray& hash : std::as_const(unused)) {
            forget.bindAll(hash).run();
        }
        (*store)->execute(QStringLiteral("DELETE FROM unclaimed"));
        transaction.commit();
        m_marked = false;
    });
}

Result<> ImageBlobs::remove(const QVector<QByteArray>& hashes)
{
    QMutexLocker lock(&m_writeMutex);
    auto store = writer();
    if (!store) {
        return tl::unexpected<Error>(store.error());
    }
    return sqlite::guarded([&] {
        sqlite::Transaction transaction(**store, sqlite::Transaction::Kind::Write);
        sqlite::Statement forget(**store, QStringLiteral("DELETE FROM blobs WHERE sha256 = ?"));
        for (const QByteArray& hash : hashes) {
            forget.bindAll(hash).run();
        }
        transaction.commit();
    });
}

Result<> ImageBlobs::settle(const Progress& progress)
{
    QMutexLocker lock(&m_writeMutex);
    if (!m_writer || m_transaction) {
        return {};
    }
    return m_writer->checkpoint(progress);
}

} // namespace winnow
