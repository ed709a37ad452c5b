// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/accountedfolder.h"
#include "core/export/stagingfolder.h"
#include "core/sqlite/connection.h"

#include <optional>

namespace winnow {

/// Where an export goes: a folder that it will be the whole of, or one file and its manifest. Held against
/// other exports from `open()` to its end.
class ExportTarget {
public:
    /// Looks at `out` and refuses a place that holds anything that may not be replaced, images of this
    /// project included. `suffix` (without a dot) makes it a file. Nothing is written yet but the staging
    /// folder.
    static Result<ExportTarget> open(
        const QString& out, const QString& suffix, sqlite::Connection& connection, Progress& progress);

    bool isFile() const { return m_isFile; }
    /// The folder, or that of the file; links resolved.
    QString folder() const;
    /// Of the file.
    QString fileName() const;
    StagingFolder& staging() { return *m_staging; }
    /// Puts what was staged in place; see publish.h.
    Result<SentenceList> publish();

private:
    Result<> checkFile() const;
    Result<> checkFolder(sqlite::Connection& connection, const QString& given, Progress& progress);

    QString m_path;
    bool m_isFile = false;
    std::optional<AccountedFolder> m_before;
    std::unique_ptr<StagingFolder> m_staging;
};

} // namespace winnow
