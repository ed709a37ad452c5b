// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QFile>

#include <string>
#include <string_view>

namespace winnow {

/// A file as a window that is moved on and grows on demand. There are always kPadding readable bytes after
/// the window, as simdjson wants.
class ByteStream {
public:
    static constexpr size_t kPadding = 64;

    Result<> open(const QString& path);
    QString path() const { return m_file.fileName(); }
    qint64 total() const { return m_total; }
    /// Offset of the window's start in the file.
    qint64 offset() const { return m_offset; }

    std::string_view window() const { return {m_buffer.data() + m_begin, m_end - m_begin}; }
    /// Bytes of the window and the padding behind it.
    size_t capacity() const { return m_buffer.size() - m_begin; }
    /// Adds a block to the window. False at the end of the file or on an error (see failed()). The window's
    /// address changes.
    bool grow();
    /// Drops `count` bytes from the window's start.
    void consume(size_t count);
    bool failed() const { return m_failed; }
    Error error() const;
    /// Back to the beginning.
    Result<> rewind();

private:
    QFile m_file;
    std::string m_buffer;
    size_t m_begin = 0;
    size_t m_end = 0;
    qint64 m_offset = 0;
    qint64 m_total = 0;
    bool m_failed = false;
};

} // namespace winnow
