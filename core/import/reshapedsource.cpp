// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/reshapedsource.h"

#include "core/import/bytestream.h"
#include "core/import/jsonparser.h"

#include <deque>
#include <iterator>

namespace winnow {

namespace {

class ReshapedSource : public RecordSource {
public:
    ReshapedSource(
        std::unique_ptr<RecordSource> source, std::unique_ptr<Reshaper> reshaper, const ReadLimits& limits)
        : m_source(std::move(source))
        , m_reshaper(std::move(reshaper))
        , m_parser(limits)
    {
    }

    Result<Step> next(RawRecord& record, RecordProblem& problem) override
    {
        while (m_rows.empty()) {
            auto step = m_source->next(m_record, problem);
            if (!step || *step != Step::Record) {
                record.line = m_record.line;
                record.row = m_row;
                m_row += step && *step == Step::Bad;
                return step;
            }
            std::vector<std::string> rows;
            m_reshaper->reshape({m_record, m_source->columns()}, rows);
            m_rows.assign(std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
        }
        m_json = std::move(m_rows.front());
        m_rows.pop_front();
        record.cells.clear();
        record.items.clear();
        record.line = problem.line = m_record.line;
        record.row = m_row++;
        const size_t size = m_json.size();
        m_json.append(ByteStream::kPadding, ' ');
        return m_parser.parse({m_json.data(), size}, m_columns, record, problem) ? Step::Record : Step::Bad;
    }
    const std::vector<CellLoss>& losses() const override { return m_source->losses(); }
    const ColumnNames& columns() const override { return m_columns; }
    QString file() const override { return m_source->file(); }
    qint64 bytesRead() const override { return m_source->bytesRead(); }
    qint64 bytesTotal() const override { return m_source->bytesTotal(); }
    QString layout() const override { return m_reshaper->layout(); }
    QString layoutName() const override { return m_reshaper->name(); }
    SentenceList notes() const override
    {
        SentenceList all = m_reshaper->notes();
        all += m_source->notes();
        return all;
    }

private:
    std::unique_ptr<RecordSource> m_source;
    std::unique_ptr<Reshaper> m_reshaper;
    JsonRecordParser m_parser;
    ColumnNames m_columns;
    RawRecord m_record;
    std::deque<std::string> m_rows;
    std::string m_json;
    qint64 m_row = 0;
};

} // namespace

std::unique_ptr<RecordSource> reshape(
    std::unique_ptr<RecordSource> source, std::unique_ptr<Reshaper> reshaper, const ReadLimits& limits)
{
    return std::make_unique<ReshapedSource>(std::move(source), std::move(reshaper), limits);
}

} // namespace winnow
