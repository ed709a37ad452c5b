// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/stagedfiles.h"

namespace winnow {

/// A staged file of text that is gathered into large blocks.
class BlockFile {
public:
    Result<> open(StagedFiles& files, const QString& name);
    /// Append to it.
    QByteArray& text() { return m_pending; }
    /// Writes what has been gathered once it is enough; `text()` is empty then.
    Result<> flush();
    Result<StagedFile::Written> close();

private:
    std::unique_ptr<StagedFile> m_file;
    QByteArray m_pending;
};

} // namespace winnow
