// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/sqlite/connection.h"

#include <QVector>

namespace winnow {

/// Takes datasets, models, runs and samples out of a project. Decisions stay in the ledger: those on removed
/// samples wait, and count again when an import brings the sample back. Throws sqlite::Failure; inside one
/// write transaction, after `refuseWhileImporting()`; `UnusedImages::remove()` after it.
class Removal {
public:
    explicit Removal(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    /// Locked while an import is on its way: it may belong to what is removed.
    Result<> refuseWhileImporting();

    /// Samples with everything that is known of them but responses, which go with their runs.
    void samples(const QVector<SampleId>& samples);
    void dataset(DatasetId dataset);
    void model(ModelId model);
    void run(RunId run);
    /// Models without a run.
    void unusedModels();
    /// Packed columns and texts that nothing names any more, and what imports note of them: once, at the end.
    void unusedResponses();

private:
    void forgetImports(DatasetId dataset);
    void exec(const QString& sql, qint64 id);
    sqlite::Connection& m_connection;
};

} // namespace winnow
