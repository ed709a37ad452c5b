// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sentence.h"
#include "core/export/exportwriter.h"
#include "core/export/lossnotes.h"
#include "core/export/tablelosses.h"

namespace winnow {

/// What tells one table from another.
struct TableShape {
    char separator = '\t';
    const char* lineEnd = "\n";
    /// Several texts in a cell: as a JSON list, or as the literal of a Python list.
    bool jsonLists = false;
    /// It is read by VLMEvalKit, which has its own ways with images.
    bool forKit = false;
};

/// A table of text, one row a sample and one column an option, all cells quoted: readers that look at quotes
/// then keep them texts.
class TableWriter final : public LineWriter {
public:
    explicit TableWriter(const TableShape& shape);
    QStringList warnings() const override;
    /// For the kit the keys of the rows as JSON, a comma between them: numbers where it reads numbers.
    QByteArray remains() const override { return m_keys; }

private:
    void header(QByteArray& out) const override;
    void line(QByteArray& out, const ExportRecord& record) const override;
    QString list(const QStringList& texts) const;

    TableShape m_shape;
    /// Set by the header; counts what the rows hold.
    mutable std::unique_ptr<TableLosses> m_losses;
    mutable LossNotes m_notes;
    mutable QByteArray m_keys;
};

/// Whether a table has a column of that name itself.
bool isTableColumn(const QString& name, const ExportLayout& layout);
/// Why a table has no columns for so many options, or empty.
Sentence tableObstacle(qsizetype options);

} // namespace winnow
