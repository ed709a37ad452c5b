// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/xlsxpart.h"

#include "core/import/xlsxvalue.h"

namespace winnow {

namespace {

Sentence remedy()
{
    return Sentence::of(QT_TRANSLATE_NOOP(
        "Error", "Check that the file is whole, or open it in a spreadsheet program and save it anew"));
}

/// As the archive fails, with what is to be done about a workbook.
tl::unexpected<Error> unreadable(Error error)
{
    if (error.code == ErrorCode::Damaged) {
        error.advice = remedy();
        error.remedy = error.advice.english();
    }
    return tl::unexpected<Error>(std::move(error));
}

} // namespace

tl::unexpected<Error> damagedWorkbook(const QString& path, const Sentence& why)
{
    return fail(ErrorCode::Damaged,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is a damaged Excel workbook (xlsx): %2"))
            .arg(path)
            .arg(why),
        remedy());
}

XlsxPart::XlsxPart(XmlHandler& handler, qint64 maxBytes)
    : m_events(handler)
    , m_maxBytes(maxBytes)
{
}

Result<bool> XlsxPart::open(const QString& path, const QString& name, const Progress* progress)
{
    m_path = path;
    m_name = name;
    if (auto opened = m_reader.open(path, progress); !opened) {
        return unreadable(std::move(opened.error()));
    }
    ArchiveReader::Member member;
    for (;;) {
        auto more = m_reader.next(member);
        if (!more) {
            return unreadable(std::move(more.error()));
        }
        if (!*more) {
            return false;
        }
        if (member.isFile && safeMemberName(member.name).compare(name, Qt::CaseInsensitive) == 0) {
            break;
        }
    }
    m_bytesRead = m_reader.bytesRead();
    m_bytesTotal = m_reader.bytesTotal();
    constexpr qint64 kMostBytes = 1 << 20;
    m_ahead.emplace([this] { return unpack(); },
        [](const Block& block) { return qint64(block.bytes.size()); }, kMostBytes);
    return true;
}

Result<std::optional<XlsxPart::Block>> XlsxPart::unpack()
{
    const auto block = m_reader.readBlock();
    if (!block) {
        return unreadable(block.error());
    }
    if (block->empty()) {
        return std::optional<Block>();
    }
    return std::optional<Block>({std::string(*block), m_reader.bytesRead()});
}

Result<bool> XlsxPart::read()
{
    // Not a whole block: what a piece gives is held until it is taken.
    constexpr size_t kPiece = 64 << 10;
    if (m_ended) {
        return false;
    }
    if (m_block.empty()) {
        auto block = m_ahead->next();
        if (!block) {
            return tl::unexpected<Error>(std::move(block.error()));
        }
        m_unpacked = block->has_value() ? *std::move(*block) : Block{{}, m_bytesRead};
        m_block = m_unpacked.bytes;
        m_bytesRead = m_unpacked.bytesRead;
        m_bytes += qint64(m_block.size());
    }
    if (m_bytes > m_maxBytes) {
        return fail(ErrorCode::LimitExceeded,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 in %2 unpacks to more than %3 MB"))
                .arg(m_name, m_path)
                .arg(m_maxBytes >> 20),
            Sentence::of(QT_TRANSLATE_NOOP(
                "Error", "Check where the file comes from; save it as CSV or TSV to import it")));
    }
    m_ended = m_block.empty();
    const std::string_view piece = m_block.substr(0, kPiece);
    m_block.remove_prefix(piece.size());
    if (m_ended ? !m_events.finish() : !m_events.feed(piece)) {
        return damagedWorkbook(m_path,
            Sentence::of(QT_TRANSLATE_NOOP("Import", "%1 cannot be read: %2"))
                .arg(m_name)
                .arg(m_events.problem()));
    }
    return !m_ended;
}

Result<> XlsxPart::readAll()
{
    for (;;) {
        const auto more = read();
        if (!more) {
            return tl::unexpected<Error>(more.error());
        }
        if (!*more) {
            return {};
        }
    }
}

XlsxSharedTexts::XlsxSharedTexts(const ReadLimits& limits)
    : m_limits(limits)
{
}

XlsxSharedTexts::~XlsxSharedTexts() = default;

Result<> XlsxSharedTexts::open(const QString& path, const QString& name)
{
    m_path = path;
    m_part.emplace(*this, m_limits.maxInflatedBytes);
    const auto found = m_part->open(path, name, m_limits.progress);
    if (!found) {
        return tl::unexpected<Error>(found.error());
    }
    if (!*found) {
        return damagedWorkbook(path, Sentence::of(QT_TRANSLATE_NOOP("Import", "%1 is missing")).arg(name));
    }
    return {};
}

Result<std::optional<std::string_view>> XlsxSharedTexts::at(size_t index)
{
    while (index >= m_texts.size() && m_part) {
        const auto more = m_part->read();
        if (!more) {
            return tl::unexpected<Error>(more.error());
        }
        if (m_bytes > m_limits.maxSharedBytes) {
            return fail(ErrorCode::LimitExceeded,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 holds more than %2 MB of texts in its cells"))
                    .arg(m_path)
                    .arg(m_limits.maxSharedBytes >> 20),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Save it as CSV or TSV and import that")));
        }
        if (!*more) {
            m_part.reset();
        }
    }
    return index < m_texts.size() ? std::optional<std::string_view>(m_texts[index]) : std::nullopt;
}

void XlsxSharedTexts::start(std::string_view name, const XmlAttributes&)
{
    m_inText = name == "t" && !m_inPhonetic;
    m_inPhonetic = m_inPhonetic || name == "rPh";
}

void XlsxSharedTexts::end(std::string_view name)
{
    m_inText = false;
    if (name == "rPh") {
        m_inPhonetic = false;
    } else if (name == "si") {
        keep();
    }
}

void XlsxSharedTexts::text(std::string_view piece)
{
    if (m_inText && m_bytes <= m_limits.maxSharedBytes) {
        m_text += piece;
        m_bytes += qint64(piece.size());
    }
}

void XlsxSharedTexts::keep()
{
    constexpr size_t kBlock = 1 << 20;
    // Decoding never makes a text longer.
    if (m_blocks.empty() || m_blocks.back().capacity() - m_blocks.back().size() < m_text.size()) {
        m_blocks.emplace_back().reserve(std::max(kBlock, m_text.size()));
    }
    std::string& block = m_blocks.back();
    const size_t from = block.size();
    appendXlsxText(block, m_text);
    m_texts.push_back(std::string_view(block).substr(from));
    m_bytes += qint64(sizeof(std::string_view));
    m_text.clear();
}

} // namespace winnow
