// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QVector>

#include <archive.h>
#include <archive_entry.h>

namespace winnow::test {

/// One frame of zstd.
inline QByteArray zstdFrame(const QByteArray& bytes)
{
    QByteArray packed(bytes.size() + 4096, '\0');
    size_t used = 0;
    struct archive* out = archive_write_new();
    archive_write_set_format_raw(out);
    archive_write_add_filter_zstd(out);
    archive_write_set_bytes_in_last_block(out, 1);
    archive_write_open_memory(out, packed.data(), size_t(packed.size()), &used);
    struct archive_entry* entry = archive_entry_new();
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(out, entry);
    archive_write_data(out, bytes.constData(), size_t(bytes.size()));
    archive_entry_free(entry);
    archive_write_close(out);
    archive_write_free(out);
    packed.truncate(qsizetype(used));
    return packed;
}

/// A zip with members packed by zstd (method 93), which libarchive 3.6 reads and does not write; each in as
/// many frames as is said, or stored as it is for 0.
struct InspectArchive {
    struct Member {
        QByteArray name;
        QByteArray bytes;
        int frames = 1;
    };
    QVector<Member> members;

    void add(const QByteArray& name, const QByteArray& bytes, int frames = 1)
    {
        members.append({name, bytes, frames});
    }

    QByteArray bytes() const
    {
        QByteArray zip;
        QByteArray directory;
        for (const Member& member : members) {
            QByteArray data = member.frames == 0 ? member.bytes : QByteArray();
            const qsizetype size = member.bytes.size();
            for (int i = 0; i < member.frames; ++i) {
                const qsizetype from = size * i / member.frames;
                data += zstdFrame(member.bytes.mid(from, size * (i + 1) / member.frames - from));
            }
            // Version, flags, method, time, date, checksum, packed and unpacked size, length of the name.
            const QByteArray facts = number(63, 2) + number(0, 2) + number(member.frames == 0 ? 0 : 93, 2)
                + number(0, 2) + number(33, 2) + number(crc(member.bytes), 4)
                + number(quint32(data.size()), 4) + number(quint32(size), 4)
                + number(quint32(member.name.size()), 2);
            directory += "PK\x01\x02" + number(63, 2) + facts + number(0, 12) + number(quint32(zip.size()), 4)
                + member.name;
            zip += "PK\x03\x04" + facts + number(0, 2) + member.name + data;
        }
        const quint32 count = quint32(members.size());
        return zip + directory + "PK\x05\x06" + number(0, 4) + number(count, 2) + number(count, 2)
            + number(quint32(directory.size()), 4) + number(quint32(zip.size()), 4) + number(0, 2);
    }

private:
    static QByteArray number(quint32 value, int bytes)
    {
        QByteArray little;
        for (int i = 0; i < bytes; ++i) {
            little += char(i < 4 ? value >> (8 * i) : 0);
        }
        return little;
    }
    static quint32 crc(const QByteArray& bytes)
    {
        quint32 sum = ~0U;
        for (const char c : bytes) {
            sum ^= static_cast<unsigned char>(c);
            for (int i = 0; i < 8; ++i) {
                sum = (sum >> 1) ^ ((sum & 1) ? 0xedb88320U : 0U);
            }
        }
        return ~sum;
    }
};

} // namespace winnow::test
