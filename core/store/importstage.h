// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/importlock.h"
#include "core/store/project.h"

#include <QDeadlineTimer>

#include <map>
#include <mutex>

namespace winnow {

/// An import that is on its way: what it writes, batch by batch, no reader sees until `publish()`, one last
/// transaction. Given up or killed, all of it is swept, by the destructor or the next opening of the project.
///
/// Responses arrive as rows of `packed` and `response_texts` that no block names yet, under ids that the
/// stage has reserved; samples arrive in a dataset that is none of the project's until then. Thread-safe.
class ImportStage {
public:
    enum class Rows { Packed, Text };

    /// Sweeps what earlier imports left first.
    static Result<std::unique_ptr<ImportStage>> begin(
        Project& project, const QString& file, Progress& progress);
    /// Sweeps what was not published, as far as that is done at once: whoever cancelled waits for it.
    ~ImportStage();
    ImportStage(const ImportStage&) = delete;
    ImportStage& operator=(const ImportStage&) = delete;

    Project& project() const { return m_project; }
    /// The import's id once it is published.
    ImportId id() const { return m_id; }
    /// The dataset in which its samples arrive; made at the first call.
    Result<DatasetId> dataset();
    /// 0 while there is none.
    DatasetId stagedDataset() const { return m_dataset; }

    /// One batch; see Project::writeBatch().
    Result<> write(const std::function<Result<>(sqlite::Connection&)>& add)
    {
        return m_project.writeBatch(add);
    }
    /// The next id for a row of such a kind; the row may be written in any later batch. Throws
    /// sqlite::Failure.
    qint64 nextId(Rows rows);
    /// Notes that samples with these ids are the import's, inside a batch.
    void addSamples(sqlite::Connection& connection, SampleId first, SampleId last);

    /// The last transaction: `function(sqlite::Connection&)` (returning a Result) makes what was staged part
    /// of the project; afterwards it is no import on its way any more. As Project::write().
    template <typename Function> auto publish(ChangeSet changes, Function&& function)
    {
        using Published = std::invoke_result_t<Function, sqlite::Connection&>;
        auto outcome = m_project.write(std::move(changes), [&](sqlite::Connection& c) -> Published {
            Published inner = function(c);
            if (inner) {
                settle(c);
            }
            return inner;
        });
        m_published = outcome.has_value();
        return outcome;
    }

    /// Removes what imports left that nobody runs any more, for at most so long: what is left is seen by
    /// nobody, and the next one goes on. How many imports were swept.
    static int sweep(Project& project, QDeadlineTimer until);
    /// The lowest id that no row of this kind has and no import has reserved. For writers inside a
    /// transaction.
    static qint64 firstFreeId(sqlite::Connection& connection, Rows rows);

private:
    struct Range {
        qint64 next = 0;
        qint64 last = -1;
    };

    ImportStage(Project& project, ImportId id, std::unique_ptr<ImportLock> lock);
    /// Gives back the ids that were not used and ends the stage.
    void settle(sqlite::Connection& connection);

    Project& m_project;
    ImportId m_id;
    DatasetId m_dataset;
    std::unique_ptr<ImportLock> m_lock;
    std::mutex m_mutex;
    std::map<Rows, Range> m_ranges;
    bool m_published = false;
};

} // namespace winnow
