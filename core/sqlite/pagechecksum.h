// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

struct sqlite3;

namespace winnow::sqlite {

/// Bytes that SQLite leaves free at the end of each page ("reserved bytes" in its file format) and that hold
/// the page's checksum here. Other programs that read the file ignore them.
inline constexpr int kChecksumBytes = 8;

/// From the first call on, a page that SQLite writes into a database file with room for it gets its checksum
/// on the way: a VFS over the system's own, which becomes the default. Pages in the write-ahead log have
/// SQLite's own checksums. Checksums are compared by a check, and by connections that write (see
/// verifyReads()); other reads cost nothing. Any thread, any number of times.
void installPageChecksums();

/// From here on this connection fails to read a page whose checksum does not hold, so that what it changes on
/// a damaged page does not get a checksum that says it is sound. Its pages must not be memory-mapped.
void verifyReads(sqlite3* connection);

/// Before pages are copied as they are from one database into another (a backup): the target's pages reserve
/// what the source's do, though its own header comes last.
void reserveAs(sqlite3* target, sqlite3* source);

/// The checksum of page `number` (from 1) of `size` bytes, of which the last eight do not count. Any change
/// within eight bytes changes it; another change passes once in 2^64. Pages that changed places differ too.
quint64 pageChecksum(const char* page, int size, quint32 number);

/// Whether the page's last eight bytes are its checksum.
bool hasPageChecksum(const char* page, int size, quint32 number);

} // namespace winnow::sqlite
