// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/jsonparser.h"

#include <string>

namespace winnow {

/// A source whose records stand otherwise in the file than mappings know them: each is written anew, as a
/// JSON object whose members have the usual names of fields.
class WrittenRecords : public RecordSource {
public:
    explicit WrittenRecords(const ReadLimits& limits)
        : m_limits(limits)
        , m_parser(limits)
    {
    }

    const ColumnNames& columns() const override { return m_columns; }
    SentenceList notes() const override { return m_notes; }

protected:
    /// Clears the record for the next one.
    void begin(RawRecord& record, RecordProblem& problem, qint64 line);
    /// `json` as the record at hand; it stays valid until the next one.
    Step put(std::string json, RawRecord& record, RecordProblem& problem);
    /// The record at hand is longer than may be held.
    Step tooLong(RecordProblem& problem) const;
    /// The record at hand does not end.
    static Step withoutEnd(RecordProblem& problem);
    /// Said once, however often it is.
    void note(const Sentence& text);

    ReadLimits m_limits;
    SentenceList m_notes;

private:
    JsonRecordParser m_parser;
    ColumnNames m_columns;
    std::string m_json;
    qint64 m_row = 0;
};

} // namespace winnow
