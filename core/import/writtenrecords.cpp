// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/writtenrecords.h"

#include "core/import/bytestream.h"

namespace winnow {

void WrittenRecords::begin(RawRecord& record, RecordProblem& problem, qint64 line)
{
    record.cells.clear();
    record.items.clear();
    record.row = m_row++;
    record.line = problem.line = line;
}

RecordSource::Step WrittenRecords::put(std::string json, RawRecord& record, RecordProblem& problem)
{
    m_json = std::move(json);
    const size_t size = m_json.size();
    m_json.append(ByteStream::kPadding, ' ');
    return m_parser.parse({m_json.data(), size}, m_columns, record, problem) ? Step::Record : Step::Bad;
}

RecordSource::Step WrittenRecords::tooLong(RecordProblem& problem) const
{
    problem.found = Sentence::of(QT_TRANSLATE_NOOP("Import", "a record of more than %1 bytes"))
                        .arg(m_limits.maxRecordBytes);
    problem.expected = Sentence::of(QT_TRANSLATE_NOOP("Import", "a record within the size limit"));
    return Step::Bad;
}

RecordSource::Step WrittenRecords::withoutEnd(RecordProblem& problem)
{
    problem.found = Sentence::of(QT_TRANSLATE_NOOP("Import", "a record without an end"));
    problem.expected = Sentence::of(
        QT_TRANSLATE_NOOP("Import", "a closed record; the file seems to be damaged or cut off"));
    return Step::Bad;
}

void WrittenRecords::note(const Sentence& text)
{
    if (!m_notes.english().contains(text.english())) {
        m_notes.append(text);
    }
}

} // namespace winnow
