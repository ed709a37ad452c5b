// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlite/logfile.h"

#include <QByteArray>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <bit>
#include <cstring>

namespace winnow::sqlite {

namespace {

constexpr int kHeaderBytes = 32;
constexpr int kFrameBytes = 24;
constexpr quint32 kMagic = 0x377f0682;

quint32 big(const char* bytes)
{
    return qFromBigEndian<quint32>(bytes);
}

struct Sum {
    quint32 first = 0;
    quint32 second = 0;

    void add(const char* bytes, qint64 size, bool bigEndian)
    {
        for (qint64 i = 0; i + 8 <= size; i += 8) {
            first += (bigEndian ? big(bytes + i) : qFromLittleEndian<quint32>(bytes + i)) + second;
            second += (bigEndian ? big(bytes + i + 4) : qFromLittleEndian<quint32>(bytes + i + 4)) + first;
        }
    }
    bool stands(const char* bytes) const { return big(bytes) == first && big(bytes + 4) == second; }
};

struct Salts {
    quint32 first = 0;
    quint32 second = 0;

    friend bool operator==(const Salts&, const Salts&) = default;
    /// Every new generation counts the first salt up and draws the second one.
    bool left(const Salts& older) const
    {
        const quint32 age = first - older.first;
        return age > 0 && age < (1U << 16) && older.second != second;
    }
};

/// How many committed frames the log's index tells of; 0 where it is of another generation, or damaged.
quint32 framesInIndex(const QString& path, const Salts* salts)
{
    QFile file(path);
    const QByteArray index = file.open(QIODevice::ReadOnly) ? file.read(100) : QByteArray();
    if (index.size() < 100) {
        return 0;
    }
    // Two words of checksum over the forty bytes before, in this machine's order, as everything in an index.
    quint32 words[12];
    std::memcpy(words, index.constData(), sizeof words);
    quint32 first = 0;
    quint32 second = 0;
    for (int i = 0; i < 10; i += 2) {
        first += words[i] + second;
        second += words[i + 1] + first;
    }
    const Salts its{big(index.constData() + 32), big(index.constData() + 36)};
    if (first != words[10] || second != words[11] || (salts && its != *salts)) {
        return 0;
    }
    quint32 copied = 0; // frames that the database has already
    std::memcpy(&copied, index.constData() + 96, sizeof copied);
    return words[4] > copied ? words[4] : 0;
}

} // namespace

LogFile LogFile::read(const QString& database)
{
    // Beside the file that links resolve to, as SQLite puts it.
    const QString resolved = QFileInfo(database).canonicalFilePath();
    const QString base = resolved.isEmpty() ? database : resolved;
    LogFile log;
    log.path = base + QStringLiteral("-wal");
    QFile file(log.path);
    if (!file.open(QIODevice::ReadOnly) || file.size() == 0) {
        log.missingFrames = framesInIndex(base + QStringLiteral("-shm"), nullptr);
        return log;
    }
    const QByteArray header = file.read(kHeaderBytes);
    if (header.size() < kHeaderBytes) {
        log.headerSound = false;
        return log;
    }
    const char* h = header.constData();
    const bool bigEndian = big(h) & 1;
    Sum headerSum;
    headerSum.add(h, 24, bigEndian);
    const quint32 pageSize = big(h + 8);
    const bool sizeKnown = pageSize >= 512 && pageSize <= 65536 && std::has_single_bit(pageSize);
    log.headerSound = (big(h) | 1) == (kMagic | 1) && sizeKnown && headerSum.stands(h + 24);
    log.pageSize = sizeKnown ? int(pageSize) : 4096;
    Salts salts{big(h + 16), big(h + 20)};
    // Before the log is read: whoever is writing it now puts frames there first.
    const quint32 indexed = framesInIndex(base + QStringLiteral("-shm"), &salts);

    QByteArray before = header.mid(24, 8); // the sum that the next frame continues, as it stands in the file
    bool unbroken = log.headerSound;
    bool follows = true; // the frame before is of this generation
    QByteArray frame;
    qint64 offset = kHeaderBytes;
    size_t known = 0; // frames of this generation end here
    for (;; offset += kFrameBytes + log.pageSize) {
        frame = file.read(kFrameBytes + log.pageSize);
        if (frame.size() < kFrameBytes + log.pageSize) {
            break;
        }
        const char* f = frame.constData();
        const Salts its{big(f + 8), big(f + 12)};
        if (!log.headerSound && offset == kHeaderBytes) {
            salts = its; // without a header the first frame names the generation
        }
        Sum sum{big(before.constData()), big(before.constData() + 4)};
        sum.add(f, 8, bigEndian);
        sum.add(f + kFrameBytes, log.pageSize, bigEndian);
        const bool continues = follows && sum.stands(f + 16);
        before = frame.mid(16, 8);
        const bool ours = its == salts || continues;
        follows = ours;
        const size_t index = log.frames.size();
        log.frames.push_back({big(f), ours ? big(f + 4) : 0, offset + kFrameBytes, continues && big(f) != 0});
        unbroken = unbroken && continues && its == salts && big(f) != 0;
        if (unbroken && big(f + 4) != 0) {
            log.recovered = index + 1;
        }
        if (!ours && !salts.left(its)) {
            ++log.strangeFrames;
        }
        if (ours) {
            known = index + 1;
            if (big(f + 4) != 0) {
                log.readable = index + 1;
            }
        }
    }
    log.frames.resize(known);
    for (size_t i = log.recovered; i < known; ++i) {
        log.lostCommits += log.frames[i].commit != 0;
    }
    log.missingFrames = std::max<qint64>(0, qint64(indexed) - qint64(log.recovered));
    log.unfinished = known > log.readable || (!frame.isEmpty() && known > 0);
    return log;
}

} // namespace winnow::sqlite
