// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errata/placedrecords.h"

#include <QSet>

namespace winnow {

/// Changes what one record says of its sample, cell by cell; every change is read again as an import reads
/// it, and stays only when it says just what it should and all other cells say what they did. One thread.
class SampleEdit {
public:
    SampleEdit(PlacedRecords& records, SampleReader& reader);

    /// The record at hand is the one to change.
    void begin(const SampleText& text);
    /// What it says by now, and as it stands.
    const SampleText& text() const { return m_text; }
    const std::string& bytes() const { return m_bytes; }

    /// False where it cannot be written as this file writes it; then nothing has changed.
    bool setQuestion(const QString& question);
    bool setHint(const QString& hint);
    bool setOptions(const QStringList& options);
    bool setGold(const QString& gold, const QStringList& accepted);

private:
    struct CellEdit {
        int column = -1;
        std::string cell;
    };
    using Edits = std::vector<CellEdit>;

    int column(Field field) const;
    std::string_view cell(int column) const;
    /// The text that a cell says; of JSON that is no text the JSON.
    QString textIn(int column) const;
    bool isListText(int column) const;
    CellEdit written(int column, const QString& text) const;
    /// A list in a cell, however it is written, with other elements.
    std::optional<CellEdit> listed(int column, const QStringList& elements) const;
    /// A text that stands somewhere in a cell.
    std::optional<CellEdit> replaced(int column, const QString& before, const QString& after) const;
    bool setOptionsAtOnce(const QStringList& options);
    std::optional<Edits> optionEdits(const QStringList& options) const;
    std::vector<CellEdit> goldEdits(const SampleText& wanted) const;
    /// What may stand in the answer's cell, or in its list, the likeliest first.
    QStringList spellings(const SampleText& wanted) const;
    bool setText(int column, const QString& before, const SampleText& wanted, const QString& after);
    /// Makes the edits when the record then says what is wanted.
    bool commit(const Edits& edits, const SampleText& wanted);
    void keepKey();
    bool othersStay(const RawRecord& changed, const QSet<int>& edited) const;

    PlacedRecords& m_records;
    SampleReader& m_reader;
    SampleDraft m_draft;
    std::vector<DraftIssue> m_issues;
    SampleText m_text;
    /// The answer of a choice as it is written, the first of a list.
    QString m_key;
    QStringList m_labels;
    std::string m_bytes;
    /// Cells as they were before any edit.
    std::vector<std::pair<CellKind, std::string>> m_cells;
    QSet<int> m_edited;
};

} // namespace winnow
