// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/importstore.h"
#include "ui/models/importfile.h"

namespace winnow {

/// The files that were chosen, in the order they came, and which of them is looked at. A value.
class ImportQueue {
public:
    const QVector<ImportFile>& files() const { return m_files; }
    /// Some file was looked at; what is only being read yet may be refused.
    bool isKnown() const;
    /// The row that is looked at; -1 without files.
    int row() const { return m_row; }
    /// The file that is looked at, or null.
    const ImportFile* file() const { return m_row < 0 ? nullptr : &m_files.at(m_row); }
    /// Keeps within the files.
    void setRow(int row);
    int rowOf(int id) const;
    ImportFile* find(int id);

    /// Returns the id of the new file. One that is there and waits is looked at once more instead.
    int add(const ImportRequest& request);
    /// What is said of the files that are not imported yet.
    QVector<ImportRequest> waiting() const;
    void remove(int id);
    /// A place turned out to hold several datasets: each of these stands in its stead, with what was said of
    /// it.
    void split(int id, const QStringList& parts);
    void clear();
    /// All that wait need new plans: what they go by may be another.
    void outdate();
    /// These imports were taken back: their files wait again, and all that wait need new plans.
    void forgetReports(const QVector<ImportRecord>& imports);

    /// The next file to look at, the one that people look at first; 0 when none is left. `edited`: also
    /// those that have a plan.
    int nextToPlan(bool edited) const;
    /// 0 when no file can be imported.
    int nextReady() const;

private:
    QVector<ImportFile> m_files;
    int m_row = -1;
    int m_lastId = 0;
};

} // namespace winnow
