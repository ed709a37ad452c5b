// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/bytestream.h"

#include "core/base/regularfile.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace winnow {

namespace {
constexpr qint64 kSmallestBlock = 4 << 10;
constexpr size_t kBlock = 1 << 20;
constexpr size_t kLargestBlock = 16 << 20;
} // namespace

Result<> ByteStream::open(const QString& path, const Progress* progress)
{
    m_path = path;
    m_progress = progress;
    WINNOW_TRY(openRegularFile(m_file, path, QIODevice::ReadOnly | QIODevice::Unbuffered));
    m_total = m_file.size();
    skipMark();
    return {};
}

void ByteStream::skipMark()
{
    grow();
    if (window().substr(0, 3) == "\xef\xbb\xbf") {
        consume(3);
    }
}

void ByteStream::reserve(size_t bytes)
{
    if (bytes <= m_capacity) {
        return;
    }
    // Not std::string: its growth holds the old buffer beside the new one, this moves pages.
    auto* larger = static_cast<char*>(std::realloc(m_buffer.get(), bytes));
    if (!larger) {
        throw std::bad_alloc();
    }
    (void)m_buffer.release();
    m_buffer.reset(larger);
    std::memset(larger + m_end, 0, std::min(bytes - m_end, kPadding));
    m_capacity = bytes;
}

bool ByteStream::grow()
{
    if (m_progress && m_progress->isCancelled()) {
        m_cancelled = true;
        return false;
    }
    const size_t kept = m_end - m_begin;
    if (m_begin > 0) {
        std::memmove(m_buffer.get(), m_buffer.get() + m_begin, kept);
        m_begin = 0;
        m_end = kept;
    }
    // No more than there is, by its size: a small file costs no large buffer.
    const qint64 left = m_total - m_offset - qint64(kept);
    const size_t least = size_t(std::clamp(left + 1, kSmallestBlock, qint64(kBlock)));
    const size_t block = std::clamp(kept, least, std::max(least, kLargestBlock));
    reserve(kept + block + kPadding);
    const qint64 got = m_file.read(m_buffer.get() + m_end, qint64(block));
    m_failed = got < 0;
    if (got <= 0) {
        return false;
    }
    m_end += size_t(got);
    std::memset(m_buffer.get() + m_end, 0, kPadding);
    return true;
}

void ByteStream::consume(size_t count)
{
    m_begin += count;
    m_offset += qint64(count);
}

Error ByteStream::error() const
{
    if (m_cancelled) {
        return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled"))).value();
    }
    return fail(ErrorCode::Io,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be read: %2")).arg(m_path, m_file.errorString()),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Check the disk and try again")))
        .value();
}

Result<> ByteStream::rewind()
{
    m_begin = m_end = 0;
    m_offset = 0;
    m_failed = !m_file.seek(0);
    if (failed()) {
        return tl::unexpected<Error>(error());
    }
    skipMark();
    return {};
}

} // namespace winnow
