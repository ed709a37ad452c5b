// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"

namespace winnow {

/// What taking an import back did.
struct UndoneImport {
    QString file;
    QString dataset;
    /// Samples that went, and that are as they were before.
    qint64 removed = 0;
    qint64 restored = 0;
    /// Runs whose responses are as they were before; those without any went.
    qint64 runs = 0;
    bool datasetRemoved = false;
};

/// Takes back all that one import brought, in one transaction: its samples go, those it changed and the
/// responses and judgements it replaced are as they were, decisions stay in the ledger. What was scored anew
/// since goes with the responses. Errors: NotFound; InvalidInput where it was undone already, where an older
/// program made it, or where a later import of the same dataset stands on it (which is named); Locked while
/// an import is on its way. Not on the GUI thread.
Result<UndoneImport> undoImport(Project& project, ImportId import);

} // namespace winnow
