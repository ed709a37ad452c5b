// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlite/pagechecksum.h"

#include <QtEndian>

#include <sqlite3.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <mutex>
#include <new>
#include <vector>

namespace winnow::sqlite {

quint64 pageChecksum(const char* page, int size, quint32 number)
{
    // Each step is a bijection of the sum, so a change in one word always arrives at the end.
    quint64 sum = 0x9e3779b97f4a7c15ULL * (quint64(number) + 1);
    for (int i = 0; i + 8 <= size - kChecksumBytes; i += 8) {
        sum = std::rotl((sum ^ qFromLittleEndian<quint64>(page + i)) * 0xff51afd7ed558ccdULL, 29);
    }
    return sum ^ (sum >> 32);
}

bool hasPageChecksum(const char* page, int size, quint32 number)
{
    return qFromLittleEndian<quint64>(page + size - kChecksumBytes) == pageChecksum(page, size, number);
}

namespace {

constexpr int kUnknown = -1;
constexpr int kHeaderBytes = 100;
constexpr int kReservedOffset = 20;
// Ours to tell a file how many bytes its pages reserve, and to compare; far above what SQLite uses itself.
constexpr int kReservedControl = 0x574E4F;
constexpr int kVerifyControl = 0x574E50;

/// A database file: ours in front, the system's own behind it in the same memory.
struct File {
    sqlite3_file base;
    /// Reserved bytes a page, as the header says; kUnknown while a new file has none: nothing is put there
    /// then.
    int reserved;
    /// Told by reserveAs(): what the file still holds does not count.
    bool told;
    /// See verifyReads().
    bool verify;
};

File* ours(sqlite3_file* file)
{
    return reinterpret_cast<File*>(file);
}

sqlite3_file* real(sqlite3_file* file)
{
    return reinterpret_cast<sqlite3_file*>(ours(file) + 1);
}

sqlite3_vfs* systemVfs()
{
    static sqlite3_vfs* const vfs = sqlite3_vfs_find("unix");
    return vfs;
}

void readHeader(File* file, const void* bytes, int size, sqlite3_int64 offset)
{
    const auto* header = static_cast<const unsigned char*>(bytes);
    if (offset == 0 && size >= kHeaderBytes && std::memcmp(header, "SQLite format 3", 16) == 0) {
        file->reserved = header[kReservedOffset];
    }
}

bool isPage(int size, sqlite3_int64 offset)
{
    return size >= 512 && std::has_single_bit(unsigned(size)) && offset % size == 0;
}

int writeSealed(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset)
{
    thread_local std::vector<char> page;
    page.assign(static_cast<const char*>(bytes), static_cast<const char*>(bytes) + size);
    qToLittleEndian(
        pageChecksum(page.data(), size, quint32(offset / size + 1)), page.data() + size - kChecksumBytes);
    return real(file)->pMethods->xWrite(real(file), page.data(), size, offset);
}

int xClose(sqlite3_file* file)
{
    return real(file)->pMethods->xClose(real(file));
}

int xRead(sqlite3_file* file, void* bytes, int size, sqlite3_int64 offset)
{
    const int rc = real(file)->pMethods->xRead(real(file), bytes, size, offset);
    if (rc == SQLITE_OK && !ours(file)->told) {
        readHeader(ours(file), bytes, size, offset);
    }
    if (rc == SQLITE_OK && ours(file)->verify && ours(file)->reserved == kChecksumBytes
        && isPage(size, offset)) {
        const auto* page = static_cast<const char*>(bytes);
        // A page that was free since the file grew over it is a hole.
        const bool holds = hasPageChecksum(page, size, quint32(offset / size + 1))
            || std::all_of(page, page + size, [](char byte) { return byte == 0; });
        return holds ? SQLITE_OK : SQLITE_IOERR_DATA;
    }
    return rc;
}

int xWrite(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset)
{
    readHeader(ours(file), bytes, size, offset);
    return ours(file)->reserved == kChecksumBytes && isPage(size, offset)
        ? writeSealed(file, bytes, size, offset)
        : real(file)->pMethods->xWrite(real(file), bytes, size, offset);
}

int xTruncate(sqlite3_file* file, sqlite3_int64 size)
{
    return real(file)->pMethods->xTruncate(real(file), size);
}

int xSync(sqlite3_file* file, int flags)
{
    return real(file)->pMethods->xSync(real(file), flags);
}

int xFileSize(sqlite3_file* file, sqlite3_int64* size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}

int xLock(sqlite3_file* file, int kind)
{
    return real(file)->pMethods->xLock(real(file), kind);
}

int xUnlock(sqlite3_file* file, int kind)
{
    return real(file)->pMethods->xUnlock(real(file), kind);
}

int xCheckReservedLock(sqlite3_file* file, int* held)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), held);
}

int xFileControl(sqlite3_file* file, int operation, void* argument)
{
    if (operation == kReservedControl) {
        ours(file)->reserved = *static_cast<int*>(argument);
        ours(file)->told = true;
        return SQLITE_OK;
    }
    if (operation == kVerifyControl) {
        ours(file)->verify = true;
        return SQLITE_OK;
    }
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

int xSectorSize(sqlite3_file* file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}

int xDeviceCharacteristics(sqlite3_file* file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

int xShmMap(sqlite3_file* file, int region, int size, int extend, void volatile** memory)
{
    return real(file)->pMethods->xShmMap(real(file), region, size, extend, memory);
}

int xShmLock(sqlite3_file* file, int offset, int count, int flags)
{
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}

void xShmBarrier(sqlite3_file* file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}

int xShmUnmap(sqlite3_file* file, int remove)
{
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

int xFetch(sqlite3_file* file, sqlite3_int64 offset, int size, void** memory)
{
    return real(file)->pMethods->xFetch(real(file), offset, size, memory);
}

int xUnfetch(sqlite3_file* file, sqlite3_int64 offset, void* memory)
{
    return real(file)->pMethods->xUnfetch(real(file), offset, memory);
}

constexpr sqlite3_io_methods methods(int version)
{
    return {version, xClose, xRead, xWrite, xTruncate, xSync, xFileSize, xLock, xUnlock, xCheckReservedLock,
        xFileControl, xSectorSize, xDeviceCharacteristics, xShmMap, xShmLock, xShmBarrier, xShmUnmap, xFetch,
        xUnfetch};
}

int xOpen(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    // Only database files: logs and journals have checksums of SQLite's own, temporary files need none.
    if (!(flags & SQLITE_OPEN_MAIN_DB)) {
        return systemVfs()->xOpen(systemVfs(), name, file, flags, outFlags);
    }
    static const sqlite3_io_methods versions[] = {methods(1), methods(2), methods(3)};
    new (file) File{{nullptr}, kUnknown, false, false};
    const int rc = systemVfs()->xOpen(systemVfs(), name, real(file), flags, outFlags);
    if (real(file)->pMethods) {
        file->pMethods = &versions[std::clamp(real(file)->pMethods->iVersion, 1, 3) - 1];
    }
    return rc;
}

} // namespace

void verifyReads(sqlite3* connection)
{
    sqlite3_file_control(connection, "main", kVerifyControl, nullptr);
}

void reserveAs(sqlite3* target, sqlite3* source)
{
    int reserved = -1;
    sqlite3_file_control(source, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
    sqlite3_file_control(target, "main", kReservedControl, &reserved);
}

void installPageChecksums()
{
    static std::once_flag once;
    std::call_once(once, [] {
        if (!systemVfs()) {
            return;
        }
        static sqlite3_vfs vfs = *systemVfs();
        vfs.szOsFile = int(sizeof(File)) + systemVfs()->szOsFile;
        vfs.pNext = nullptr;
        vfs.zName = "winnow";
        vfs.xOpen = xOpen;
        // The rest does not look at its VFS but for the application data, which is the system's.
        sqlite3_vfs_register(&vfs, 1);
    });
}

} // namespace winnow::sqlite
