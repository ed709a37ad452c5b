// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/record.h"

#include <QString>

#include <deque>
#include <string>
#include <vector>

namespace winnow {

/// One reply of a record: what was said, the answer that the file read in it, its verdict and how it was
/// rated. Views stay valid until the next record is read.
struct Reply {
    std::string_view text;
    std::string_view prediction;
    Cell score;
    Cell verifier{};
    Cell logProbability{};
};

/// Takes a record's cells apart into replies: one, or as many as they list attempts. One thread.
class ReplyCells {
public:
    /// Where the replies of one model stand; -1 = there is no such column.
    struct Columns {
        int response = -1;
        int prediction = -1;
        int score = -1;
        int verifier = -1;
        int logProbability = -1;
        QString responseName;
        QString predictionName;
    };

    std::vector<Reply> read(const RawRecord& record, const Columns& columns);
    /// Records that listed several.
    qint64 listed() const { return m_listed; }

private:
    std::vector<std::string_view> textsIn(
        const RawRecord& record, const Cell& cell, const QString& column, bool parsed);
    std::string_view keep(const QString& text);

    /// Texts of the record at hand that do not stand in it as they are.
    std::deque<std::string> m_texts;
    qint64 m_listed = 0;
};

} // namespace winnow
