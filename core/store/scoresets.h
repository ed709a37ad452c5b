// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/sqlite/connection.h"

#include <QString>
#include <QVector>

#include <optional>
#include <string>
#include <vector>

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
    /// Mean score over the responses of a set that have one; NaN when none has.
    double mean(qint64 set);
    /// Whose set it is; nothing when there is no such set.
    std::optional<RunId> runOf(qint64 set);
    /// Removes the set and all that came after it: the one before is current again. False when there is none.
    bool goBackBefore(RunId run, qint64 set);
    /// A new current set of the run that holds what the one before holds, and shares its columns.
    qint64 branch(RunId run, const QString& scorer = {});

    /// The scores of one block, computed anew: a value a response, in the order of `samples` (modulo 1024).
    struct Rescored {
        int attempt = 0;
        int shift = 0;
        qint64 firstSample = 0;
        std::vector<quint16> samples;
        /// NaN = missing.
        std::vector<double> scores;
        std::vector<std::string> answers;
        /// Whether it has a text, for answers that could not be read.
        std::vector<bool> said;
    };
    /// Makes them the run's new current set, with the details of the set `base`. Locked when that is not the
    /// current set any more.
    Result<qint64> rescore(
        RunId run, qint64 base, const QString& scorer, const std::vector<Rescored>& blocks);
    /// Makes one of the run's sets the current one. NotFound when it has no such set.
    Result<> choose(RunId run, qint64 set);

private:
    void dataChanged(RunId run);
    sqlite::Connection& m_connection;
};

} // namespace winnow
