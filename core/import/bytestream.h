// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"

#include <QFile>

#include <cstdlib>
#include <memory>
#include <string_view>

namespace winnow {

/// A file as a window that is moved on and grows on demand. There are always kPadding readable bytes after
/// the window, as simdjson wants.
class ByteStream {
public:
    static constexpr size_t kPadding = 64;

    /// Regular files only. `progress` (may be null) ends the reading with Cancelled.
    Result<> open(const QString& path, const Progress* progress);
    QString path() const { return m_path; }
    qint64 total() const { return m_total; }
    /// Offset of the window's start in the file.
    qint64 offset() const { return m_offset; }

    std::string_view window() const { return {m_buffer.get() + m_begin, m_end - m_begin}; }
    /// Adds a block to the window. False at the end of the file, on an error or when cancelled (see
    /// failed()). The window's address changes.
    bool grow();
    /// Drops `count` bytes from the window's start.
    void consume(size_t count);
    bool failed() const { return m_failed || m_cancelled; }
    Error error() const;
    /// Back to the beginning.
    Result<> rewind();

private:
    struct Free {
        void operator()(char* buffer) const { std::free(buffer); }
    };
    void reserve(size_t bytes);
    void skipMark();

    QString m_path;
    QFile m_file;
    const Progress* m_progress = nullptr;
    std::unique_ptr<char, Free> m_buffer;
    size_t m_capacity = 0;
    size_t m_begin = 0;
    size_t m_end = 0;
    qint64 m_offset = 0;
    qint64 m_total = 0;
    bool m_failed = false;
    bool m_cancelled = false;
};

} // namespace winnow
