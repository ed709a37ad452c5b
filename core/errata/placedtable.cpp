// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errata/placedrecords.h"

#include "core/import/csvrecords.h"
#include "core/import/jsoncutter.h"
#include "core/import/utf8.h"

#include <deque>

namespace winnow {

namespace {

/// Finds the cells of one row in text that comes in pieces, as libcsv, which imports read with, cuts them.
class RowCutter {
public:
    explicit RowCutter(char delimiter)
        : m_delimiter(delimiter)
    {
    }

    /// Goes on in a text that has grown. True once the row has ended, with its line end.
    bool cut(std::string_view text, bool whole)
    {
        while (m_at < text.size()) {
            const char c = text[m_at];
            if ((c == '\n' || c == '\r') && !(m_quoted && m_state == State::Begun)) {
                if (c == '\r' && m_at + 1 == text.size() && !whole) {
                    return false;
                }
                m_at += c == '\r' && m_at + 1 < text.size() && text[m_at + 1] == '\n' ? 2 : 1;
                if (m_state != State::NoRow) {
                    endCell(m_at - (c == '\r' && text[m_at - 1] == '\n' ? 2 : 1));
                    return true;
                }
                begin = m_cell = m_at;
                continue;
            }
            step(c);
            ++m_at;
        }
        if (whole && m_state != State::NoRow) {
            endCell(m_at);
            return true;
        }
        return false;
    }

    /// Of the row, without empty lines before it, and behind its line end.
    size_t begin = 0;
    size_t end() const { return m_at; }
    const std::vector<CellPlace>& cells() const { return m_cells; }

private:
    enum class State { NoRow, NoCell, Begun, MaybeEnded };

    void step(char c)
    {
        switch (m_state) {
        case State::NoRow:
        case State::NoCell:
            if (c == m_delimiter) {
                endCell(m_at);
            } else if (c != ' ') {
                m_quoted = c == '"';
                m_state = State::Begun;
            }
            break;
        case State::Begun:
            if (m_quoted) {
                m_state = c == '"' ? State::MaybeEnded : State::Begun;
                m_blank = false;
            } else if (c == m_delimiter) {
                endCell(m_at);
            }
            break;
        case State::MaybeEnded:
            if (c == m_delimiter) {
                endCell(m_at);
            } else if (c == '"') {
                // A doubled quote; with blanks before it it only may have ended the cell.
                m_state = m_blank ? State::MaybeEnded : State::Begun;
                m_blank = false;
            } else if (c == ' ') {
                m_blank = true;
            } else {
                m_state = State::Begun;
            }
            break;
        }
    }
    void endCell(size_t at)
    {
        m_cells.push_back({m_cell, at - m_cell});
        m_cell = at + 1;
        m_quoted = m_blank = false;
        m_state = State::NoCell;
    }

    char m_delimiter;
    State m_state = State::NoRow;
    bool m_quoted = false;
    bool m_blank = false;
    size_t m_at = 0;
    size_t m_cell = 0;
    std::vector<CellPlace> m_cells;
};

/// What stands in a cell: between its quotes, or without the blanks around it.
struct CellBody {
    size_t at = 0;
    size_t length = 0;
    bool quoted = false;
    /// Quotes in it are doubled, or it goes on behind its quote.
    bool escaped = false;
    /// It stands between two quotes.
    bool closed = false;
};

CellBody bodyOf(std::string_view cell)
{
    const size_t from = std::min(cell.find_first_not_of(' '), cell.size());
    const size_t last = cell.find_last_not_of(' ');
    const size_t to = last == std::string_view::npos ? from : last + 1;
    if (from == cell.size() || cell[from] != '"') {
        return {from, to - from, false, false};
    }
    if (to - from < 2 || cell[to - 1] != '"') {
        return {from, to - from, true, true};
    }
    const std::string_view inner = cell.substr(from + 1, to - from - 2);
    return {from + 1, inner.size(), true, inner.find('"') != std::string_view::npos, true};
}

/// The text of a quoted cell, as libcsv has it.
std::string unquoted(std::string_view cell)
{
    std::string text;
    bool maybe = false;
    size_t blanks = 0;
    for (size_t i = cell.find('"') + 1; i < cell.size(); ++i) {
        const char c = cell[i];
        if (!maybe) {
            maybe = c == '"';
            blanks = 0;
            text += c;
        } else if (c == '"' && blanks == 0) {
            maybe = false;
        } else {
            text += c;
            blanks = c == ' ' ? blanks + 1 : 0;
            maybe = c == ' ' || c == '"';
        }
    }
    if (maybe) {
        text.resize(text.size() - blanks - 1);
    }
    return text;
}

class PlacedTable : public PlacedRecords {
public:
    Result<> start(const QString& path, const ReadLimits& limits)
    {
        m_limits = limits;
        WINNOW_TRY(m_stream.open(path, limits.progress));
        const std::string_view head = m_stream.window().substr(0, 256 << 10);
        m_delimiter = sniffDelimiter({head.data(), qsizetype(head.size())});
        RowCutter row(m_delimiter);
        const auto found = cutRow(row);
        if (!found) {
            return tl::unexpected<Error>(found.error());
        }
        RawRecord names;
        readRow(m_stream.window().substr(0, row.end()), row, names, m_texts);
        for (size_t i = 0; i < names.cells.size(); ++i) {
            m_columns.addHeading(names.cells[i].text, i + 1);
        }
        m_line += newlinesIn(m_stream.window().substr(0, row.end()));
        m_stream.consume(row.end());
        return {};
    }

    Result<Step> next() override
    {
        RowCutter row(m_delimiter);
        const auto found = cutRow(row);
        if (!found || !*found) {
            return found ? Result<Step>(Step::End) : tl::unexpected<Error>(found.error());
        }
        const std::string_view window = m_stream.window();
        m_line += newlinesIn(window.substr(0, row.begin));
        m_record.line = m_line;
        m_record.row = m_row++;
        m_bytes = window.substr(row.begin, row.end() - row.begin);
        m_offset = m_begin = m_stream.offset() + qint64(row.begin);
        m_end = m_stream.offset() + qint64(row.end());
        const bool fits = readRow(window, row, m_record, m_texts);
        m_line += newlinesIn(m_bytes);
        // Consuming only moves the start: the bytes stay until the window grows.
        m_stream.consume(row.end());
        return fits ? Step::Record : Step::Unreadable;
    }

    bool separated() const override { return false; }

    std::optional<CellPlace> find(std::string_view record, int column) const override
    {
        RowCutter row(m_delimiter);
        if (!row.cut(record, true) || column < 0 || size_t(column) >= row.cells().size()) {
            return std::nullopt;
        }
        return row.cells()[size_t(column)];
    }

    std::string spell(std::string_view cell, std::string_view text) const override
    {
        const CellBody body = bodyOf(cell);
        const bool plain = text.find_first_of("\"\r\n") == std::string_view::npos
            && text.find(m_delimiter) == std::string_view::npos
            && (text.empty() || (text.front() != ' ' && text.back() != ' '));
        if (plain && !body.quoted) {
            return std::string(cell.substr(0, body.at))
                .append(text)
                .append(cell.substr(body.at + body.length));
        }
        std::string quoted = "\"";
        for (const char c : text) {
            quoted.append(c == '"' ? 2 : 1, c);
        }
        quoted += '"';
        const size_t mark = body.closed ? 1 : 0;
        const size_t from = body.at - mark;
        const size_t to = std::min(body.at + body.length + mark, cell.size());
        return std::string(cell.substr(0, from)).append(quoted).append(cell.substr(to));
    }

    bool isStructure(std::string_view) const override { return false; }

    const RawRecord* readAgain(std::string bytes) override
    {
        m_again = std::move(bytes);
        RowCutter row(m_delimiter);
        const bool whole = row.cut(m_again, true) && row.begin == 0 && row.end() == m_again.size();
        return whole && readRow(m_again, row, m_recordAgain, m_textsAgain) ? &m_recordAgain : nullptr;
    }

private:
    Result<bool> cutRow(RowCutter& row)
    {
        bool grown = true;
        while (!row.cut(m_stream.window(), !grown)) {
            if (!grown) {
                return false;
            }
            if (qint64(m_stream.window().size()) > m_limits.maxRecordBytes) {
                return tooLarge(m_line);
            }
            grown = m_stream.grow();
            if (m_stream.failed()) {
                return tl::unexpected<Error>(m_stream.error());
            }
        }
        return true;
    }

    /// False when the row has not as many cells as the header.
    bool readRow(
        std::string_view text, const RowCutter& row, RawRecord& record, std::deque<std::string>& texts) const
    {
        record.cells.clear();
        texts.clear();
        for (const CellPlace& place : row.cells()) {
            const std::string_view cell = text.substr(place.at, place.length);
            const CellBody body = bodyOf(cell);
            record.cells.push_back({CellKind::Text,
                body.escaped ? std::string_view(texts.emplace_back(unquoted(cell)))
                             : cell.substr(body.at, body.length)});
        }
        const size_t wanted = size_t(m_columns.count());
        while (record.cells.size() > wanted && wanted > 0 && record.cells.back().text.empty()) {
            record.cells.pop_back();
        }
        return record.cells.size() == wanted;
    }

    char m_delimiter = ',';
    qint64 m_line = 1;
    qint64 m_row = 0;
    std::deque<std::string> m_texts;
    std::string m_again;
    RawRecord m_recordAgain;
    std::deque<std::string> m_textsAgain;
};

} // namespace

Result<std::unique_ptr<PlacedRecords>> openPlacedTable(const QString& path, const ReadLimits& limits)
{
    auto table = std::make_unique<PlacedTable>();
    WINNOW_TRY(table->start(path, limits));
    return table;
}

} // namespace winnow
