// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/bytestream.h"

#include <cstring>

namespace winnow {

namespace {
constexpr size_t kBlock = 1 << 20;
}

Result<> ByteStream::open(const QString& path)
{
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return fail(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be read: %2")).arg(path, m_file.errorString()),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Check that the file exists and that you may read it")));
    }
    m_total = m_file.size();
    m_buffer.resize(kBlock + kPadding);
    grow();
    if (window().substr(0, 3) == "\xef\xbb\xbf") {
        consume(3);
    }
    return {};
}

bool ByteStream::grow()
{
    const size_t kept = m_end - m_begin;
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, kept);
        m_begin = 0;
        m_end = kept;
    }
    if (m_buffer.size() < kept + kBlock + kPadding) {
        m_buffer.resize(std::max(kept * 2, kept + kBlock) + kPadding);
    }
    const qint64 got = m_file.read(m_buffer.data() + m_end, qint64(m_buffer.size() - kPadding - m_end));
    m_failed = got < 0;
    if (got <= 0) {
        return false;
    }
    m_end += size_t(got);
    return true;
}

void ByteStream::consume(size_t count)
{
    m_begin += count;
    m_offset += qint64(count);
}

Error ByteStream::error() const
{
    return {ErrorCode::Io,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be read: %2")).arg(path(), m_file.errorString()),
        QStringLiteral("Check the disk and try again")};
}

Result<> ByteStream::rewind()
{
    m_file.close();
    m_begin = m_end = 0;
    m_offset = 0;
    return open(m_file.fileName());
}

} // namespace winnow
