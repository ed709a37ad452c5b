// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/xlsxpart.h"
#include "core/import/xlsxworkbook.h"

#include "core/base/readahead.h"

#include <vector>

namespace winnow {

/// One cell that holds something.
struct XlsxCell {
    enum class Kind { Text, Number, SharedText, Error, UncomputedFormula };
    Kind kind = Kind::Text;
    /// From 0.
    int column = 0;
    /// Of a shared text: which.
    size_t shared = 0;
    /// In the row's text: what it says, of a formula itself.
    size_t begin = 0;
    size_t end = 0;
};

struct XlsxRow {
    /// As the sheet counts, from 1.
    qint64 number = 0;
    std::vector<XlsxCell> cells;
    std::string text;
    /// Why it cannot be read.
    Sentence problem;
    Sentence expected;

    std::string_view textOf(const XlsxCell& cell) const
    {
        return std::string_view(text).substr(cell.begin, cell.end - cell.begin);
    }
};

/// "I7"; columns from 0, rows from 1.
QString xlsxCellName(int column, qint64 row);

/// The rows of a sheet that hold something, as its XML comes.
class XlsxSheet : private XmlHandler {
public:
    XlsxSheet(const XlsxWorkbook& workbook, const ReadLimits& limits);
    ~XlsxSheet() override;

    Result<> open(const QString& path, const XlsxWorkbook::Sheet& sheet);
    /// The rows that the next piece of it holds, one at least; none at the end.
    Result<std::vector<XlsxRow>> next();
    qint64 bytesRead() const { return m_part.bytesRead(); }
    qint64 bytesTotal() const { return m_part.bytesTotal(); }

private:
    /// What the text at hand is.
    enum class Inside { Nothing, Value, InlineText, Formula };

    void start(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;
    void beginRow(std::string_view number);
    void beginCell(const XmlAttributes& attributes);
    void endCell();
    void endFormula();
    void addCell(XlsxCell::Kind kind, std::string_view text, size_t shared = 0);
    void refuseRow(const Sentence& problem, const Sentence& expected);

    const XlsxWorkbook& m_workbook;
    ReadLimits m_limits;
    XlsxPart m_part;
    std::vector<XlsxRow> m_ready;
    XlsxRow m_row;
    qint64 m_number = 0;
    int m_column = -1;
    Inside m_inside = Inside::Nothing;
    bool m_inPhonetic = false;
    /// Of the cell at hand.
    std::string m_type;
    size_t m_style = 0;
    std::string m_value;
    std::string m_formula;
    bool m_hasValue = false;
    bool m_hasFormula = false;
};

/// The same row by row, read ahead on a thread of its own: meanwhile the texts that its cells share are read
/// by whoever asks for rows.
class XlsxSheetRows {
public:
    XlsxSheetRows(const XlsxWorkbook& workbook, const ReadLimits& limits);
    ~XlsxSheetRows();

    Result<> open(const QString& path, const XlsxWorkbook::Sheet& sheet);
    /// False at the end.
    Result<bool> next(XlsxRow& row);
    /// Up to the row at hand, more or less.
    qint64 bytesRead() const { return m_bytesRead; }
    qint64 bytesTotal() const { return m_bytesTotal; }

private:
    struct Piece {
        std::vector<XlsxRow> rows;
        qint64 bytesRead = 0;
    };
    Result<std::optional<Piece>> makePiece();

    XlsxSheet m_sheet;
    Piece m_piece;
    size_t m_taken = 0;
    qint64 m_bytesRead = 0;
    qint64 m_bytesTotal = 0;
    /// Last: it ends before what it reads goes.
    std::optional<ReadAhead<Piece>> m_ahead;
};

} // namespace winnow
