// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlite/pagefile.h"

#include "core/sqlite/pagechecksum.h"

#include <QFileInfo>
#include <QtEndian>

#include <bit>

namespace winnow::sqlite {

Result<std::unique_ptr<PageFile>> PageFile::open(const QString& path, Log use)
{
    if (!QFileInfo(path).isFile()) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is not a file")).arg(path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose a .winnow file")));
    }
    std::unique_ptr<PageFile> pages(new PageFile);
    pages->m_file.setFileName(path);
    if (!pages->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return fail(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be read: %2"))
                .arg(path, pages->m_file.errorString()),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Check that you may read it")));
    }
    pages->m_log = LogFile::read(path);
    pages->recogniseLayout();
    const LogFile& log = pages->m_log;
    if (!log.frames.empty() && log.pageSize == pages->m_pageSize) {
        pages->m_logFile.setFileName(log.path);
        (void)pages->m_logFile.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        for (size_t i = 0, end = use == Log::Everything ? log.readable : log.recovered; i < end; ++i) {
            const LogFrame& frame = log.frames[i];
            if (frame.sound) {
                pages->m_inLog.insert(frame.page, frame.offset);
                pages->m_stale.remove(frame.page);
                pages->m_count = std::max(pages->m_count, frame.page);
            } else {
                pages->m_stale.insert(frame.page);
            }
        }
    }
    return pages;
}

void PageFile::recogniseLayout()
{
    constexpr int kLooked = 64;
    const QByteArray header = m_file.read(100);
    if (header.size() == 100) {
        const int size = qFromBigEndian<quint16>(header.constData() + 16);
        if (size >= 512 && std::has_single_bit(unsigned(size))) {
            m_pageSize = size;
        }
        const int reserved = uchar(header.at(20));
        m_reserved = reserved <= 32 ? reserved : 0;
    }
    // One page whose checksum holds is no accident, whatever the header says.
    for (const int size : {m_pageSize, 4096}) {
        for (quint32 number = 1; number <= kLooked; ++number) {
            const QByteArray bytes
                = m_file.seek(qint64(number - 1) * size) ? m_file.read(size) : QByteArray();
            if (bytes.size() == size && sqlite::hasPageChecksum(bytes.constData(), size, number)) {
                m_checksummed = true;
                m_pageSize = size;
                m_reserved = kChecksumBytes;
                m_count = quint32((m_file.size() + size - 1) / size);
                return;
            }
        }
    }
    m_count = quint32((m_file.size() + m_pageSize - 1) / m_pageSize);
}

QByteArray PageFile::bytesAt(QFile& file, qint64 offset) const
{
    return file.seek(offset) ? file.read(m_pageSize) : QByteArray();
}

Page PageFile::page(quint32 number)
{
    Page page;
    page.number = number;
    if (number == 0 || number > m_count) {
        return page;
    }
    const auto inLog = m_inLog.constFind(number);
    if (inLog != m_inLog.constEnd()) {
        page.bytes = bytesAt(m_logFile, *inLog);
        page.sound = page.bytes.size() == m_pageSize && !m_stale.contains(number);
        return page;
    }
    page.bytes = bytesAt(m_file, qint64(number - 1) * m_pageSize);
    page.sound = page.bytes.size() == m_pageSize && !m_stale.contains(number)
        && (!m_checksummed || sqlite::hasPageChecksum(page.bytes.constData(), m_pageSize, number));
    page.bytes.resize(page.bytes.isEmpty() ? 0 : m_pageSize, '\0');
    return page;
}

} // namespace winnow::sqlite
