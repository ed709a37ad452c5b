// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/archivereader.h"

#include "core/base/regularfile.h"
#include "core/import/filekind.h"

#include <QDir>
#include <QStringList>

#include <archive.h>
#include <archive_entry.h>

namespace winnow {

ArchiveReader::ArchiveReader()
    : m_archive(archive_read_new())
{
    archive_read_support_format_zip(m_archive);
    archive_read_support_format_tar(m_archive);
    archive_read_support_filter_none(m_archive);
}

ArchiveReader::~ArchiveReader()
{
    archive_read_free(m_archive);
}

Result<> ArchiveReader::open(const QString& path, const Progress* progress)
{
    m_progress = progress;
    m_path = path;
    WINNOW_TRY(openRegularFile(m_file, path));
    m_kind = Sentence::of(detectFileKind(m_file.peek(kSniffedBytes)).name.toUtf8().constData());
    // A workbook is opened once for each of its parts: larger ones would be new memory every time.
    constexpr size_t kBlock = 64 << 10;
    if (!m_file.seek(0) || archive_read_open_fd(m_archive, m_file.handle(), kBlock) != ARCHIVE_OK) {
        return tl::unexpected<Error>(error());
    }
    return {};
}

Error ArchiveReader::error() const
{
    const QString why = QString::fromUtf8(archive_error_string(m_archive));
    const Sentence remedy = Sentence::of(
        QT_TRANSLATE_NOOP("Error", "Check that the archive is whole, or unpack it and import the folder"));
    return (m_member.isEmpty() ? fail(ErrorCode::Damaged,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is %2 that cannot be read: %3"))
                    .arg(m_path, m_kind, why),
                remedy)
                               : fail(ErrorCode::Damaged,
                                   Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 in %2 cannot be read: %3"))
                                       .arg(m_member, m_path, why),
                                   remedy))
        .value();
}

Result<bool> ArchiveReader::next(Member& member)
{
    if (m_progress && m_progress->isCancelled()) {
        return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
    }
    archive_entry* entry = nullptr;
    const int read = archive_read_next_header(m_archive, &entry);
    if (read == ARCHIVE_EOF) {
        return false;
    }
    if (read < ARCHIVE_WARN) {
        return tl::unexpected<Error>(error());
    }
    const char* name = archive_entry_pathname_utf8(entry);
    m_member = QString::fromUtf8(name ? name : archive_entry_pathname(entry));
    member.name = m_member;
    member.size = archive_entry_size_is_set(entry) ? qint64(archive_entry_size(entry)) : -1;
    member.isFile = archive_entry_filetype(entry) == AE_IFREG && !archive_entry_hardlink(entry);
    return true;
}

Result<std::string_view> ArchiveReader::readBlock()
{
    for (;;) {
        if (m_progress && m_progress->isCancelled()) {
            return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
        }
        const void* block = nullptr;
        size_t size = 0;
        la_int64_t offset = 0;
        const int read = archive_read_data_block(m_archive, &block, &size, &offset);
        if (read == ARCHIVE_EOF) {
            return std::string_view();
        }
        // A checksum that does not fit is a warning to libarchive, behind all of the member's data.
        if (read < ARCHIVE_WARN || (read == ARCHIVE_WARN && size == 0)) {
            return tl::unexpected<Error>(error());
        }
        if (size > 0) {
            return std::string_view(static_cast<const char*>(block), size);
        }
    }
}

Result<> ArchiveReader::read(const std::function<Result<>(std::string_view)>& take)
{
    for (;;) {
        const auto block = readBlock();
        if (!block) {
            return tl::unexpected<Error>(block.error());
        }
        if (block->empty()) {
            return {};
        }
        WINNOW_TRY(take(*block));
    }
}

qint64 ArchiveReader::bytesRead() const
{
    return qint64(archive_filter_bytes(m_archive, -1));
}

QString safeMemberName(const QString& name)
{
    QString plain = name;
    plain.replace(u'\\', u'/');
    if (plain.isEmpty() || QDir::isAbsolutePath(plain) || plain.contains(QChar(0))
        || plain.split(u'/').contains(QStringLiteral(".."))) {
        return {};
    }
    return QDir::cleanPath(plain);
}

} // namespace winnow
