// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/readahead.h"
#include "core/import/archivereader.h"
#include "core/import/recordsource.h"
#include "core/import/xmlevents.h"

#include <deque>
#include <optional>

namespace winnow {

/// What a workbook file (xlsx: a zip of XML parts) is called in errors, and how its parts fail.
tl::unexpected<Error> damagedWorkbook(const QString& path, const Sentence& why);

/// One part of a workbook, read piece by piece into a handler: unpacked ahead on a thread of its own. For one
/// other thread.
class XlsxPart {
public:
    XlsxPart(XmlHandler& handler, qint64 maxBytes);

    /// False when the workbook has no such part. Names are those of zip members, their case means nothing.
    Result<bool> open(const QString& path, const QString& name, const Progress* progress);
    /// Hands the next piece to the handler; false at the end.
    Result<bool> read();
    Result<> readAll();
    qint64 bytesRead() const { return m_bytesRead; }
    qint64 bytesTotal() const { return m_bytesTotal; }

private:
    struct Block {
        std::string bytes;
        qint64 bytesRead = 0;
    };
    Result<std::optional<Block>> unpack();

    ArchiveReader m_reader;
    XmlEvents m_events;
    QString m_path;
    QString m_name;
    qint64 m_maxBytes;
    qint64 m_bytes = 0;
    Block m_unpacked;
    std::string_view m_block;
    qint64 m_bytesRead = 0;
    qint64 m_bytesTotal = 0;
    bool m_ended = false;
    /// Last: it ends before what it reads goes.
    std::optional<ReadAhead<Block>> m_ahead;
};

/// The texts that cells share, read as far as they are asked for. Runs of one text are joined, what is only
/// its pronunciation is left out.
class XlsxSharedTexts : public XmlHandler {
public:
    explicit XlsxSharedTexts(const ReadLimits& limits);
    ~XlsxSharedTexts() override;

    Result<> open(const QString& path, const QString& name);
    /// Nothing when there are not as many. Views stay valid.
    Result<std::optional<std::string_view>> at(size_t index);

private:
    void start(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;
    void keep();

    ReadLimits m_limits;
    QString m_path;
    std::optional<XlsxPart> m_part;
    /// Blocks that never move, and the texts in them.
    std::deque<std::string> m_blocks;
    std::vector<std::string_view> m_texts;
    qint64 m_bytes = 0;
    std::string m_text;
    bool m_inText = false;
    bool m_inPhonetic = false;
};

} // namespace winnow
