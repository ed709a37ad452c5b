// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlite/connection.h"
#include "core/sqlite/logfile.h"
#include "core/sqlite/pagechecksum.h"

#include <QHash>
#include <QSet>

#include <sqlite3.h>

namespace winnow::sqlite {

namespace {

// Read through the connection's own descriptor: closing another one of the same file would drop its locks.
sqlite3_file* fileOf(const Connection& connection)
{
    sqlite3_file* file = nullptr;
    sqlite3_file_control(
        static_cast<sqlite3*>(connection.handle()), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    return file && file->pMethods ? file : nullptr;
}

} // namespace

bool Connection::hasPageChecksums()
{
    // The header may stand in the log only, where SQLite knows it.
    (void)integer(QStringLiteral("PRAGMA schema_version"));
    int reserved = -1;
    sqlite3_file_control(static_cast<sqlite3*>(handle()), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
    return reserved == kChecksumBytes;
}

void Connection::addPageChecksums()
{
    int reserved = kChecksumBytes;
    sqlite3_file_control(static_cast<sqlite3*>(handle()), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
    execute(QStringLiteral("PRAGMA temp_store=FILE")); // the copy may be larger than memory
    const auto done = guarded([&] { execute(QStringLiteral("VACUUM")); });
    execute(QStringLiteral("PRAGMA temp_store=MEMORY"));
    if (!done) {
        throw Failure{done.error()};
    }
    // They are made on the way from the log to the file.
    (void)guarded([&] { execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")); });
}

std::optional<Connection::WrongPages> Connection::pagesWithWrongChecksum(
    const std::function<bool()>& cancelled)
{
    std::vector<quint32> wrong;
    bool anyHolds = false;
    const qint64 size = integer(QStringLiteral("PRAGMA page_size"));
    const qint64 count = integer(QStringLiteral("PRAGMA page_count"));
    sqlite3_file* file = fileOf(*this);
    QByteArray page(size, Qt::Uninitialized);
    for (qint64 number = 1; file && number <= count; ++number) {
        if (number % 256 == 0 && cancelled()) {
            throw Failure{errorFromCode(SQLITE_INTERRUPT, {}, path())};
        }
        // Another process may be writing this very page: a page that is whole at any of three looks is whole.
        bool holds = false;
        for (int look = 0; look < 3 && !holds; ++look) {
            const int rc = file->pMethods->xRead(file, page.data(), int(size), (number - 1) * size);
            holds = rc == SQLITE_OK && hasPageChecksum(page.constData(), int(size), quint32(number));
        }
        anyHolds = anyHolds || holds;
        if (!holds) {
            wrong.push_back(quint32(number));
        }
    }
    if (wrong.empty()) {
        return WrongPages();
    }
    QSet<quint32> inLog; // what the file has of these pages, nobody reads
    const LogFile log = LogFile::read(path());
    for (size_t i = 0; i < log.recovered; ++i) {
        inLog.insert(log.frames[i].page);
    }
    std::erase_if(wrong, [&](quint32 number) { return inLog.contains(number); });
    // The header alone does not tell: it may be what is damaged.
    if (!wrong.empty() && !anyHolds && !hasPageChecksums()) {
        return std::nullopt;
    }
    // Free pages are never written back, and belong to nothing here.
    QHash<quint32, QString> owners;
    const auto walked = guarded([&] {
        Statement pages(*this, QStringLiteral("SELECT pageno, name FROM dbstat"));
        while (pages.step()) {
            owners.insert(quint32(pages.integer(0)), pages.text(1));
        }
    });
    WrongPages found;
    for (const quint32 number : wrong) {
        if (!walked || owners.contains(number)) {
            found.emplace_back(number, owners.value(number));
        }
    }
    return found;
}

} // namespace winnow::sqlite
