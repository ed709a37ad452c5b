// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/sqlite/connection.h"

#include <QString>
#include <QVector>

namespace winnow {

/// The responses of a run as one import or one re-scoring left them.
struct ScoreSet {
    qint64 id = 0;
    RunId run;
    /// The set it was made from; 0 = none.
    qint64 parent = 0;
    /// Empty = as the import read them.
    QString scorer;
    QString createdAt;
    bool current = true;
    qint64 responses = 0;
    qint64 missing = 0;
};

/// Versions of what runs answered: the current one is what everything shows and counts, older ones stay to be
/// compared with. Throws sqlite::Failure; use inside Project::read / write.
class ScoreSets {
public:
    explicit ScoreSets(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    /// Sets of a run, oldest first.
    QVector<ScoreSet> ofRun(RunId run);
    /// 0 when the run has none.
    qint64 current(RunId run);
    /// A new current set of the run that holds what the one before holds, and shares its columns.
    qint64 branch(RunId run, const QString& scorer = {});

private:
    sqlite::Connection& m_connection;
};

} // namespace winnow
