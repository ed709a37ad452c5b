// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/comparableruns.h"

#include "core/store/responsestore.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace winnow {

QVector<ComparableRun> comparableRuns(sqlite::Connection& connection)
{
    ResponseStore store(connection);
    ScoreSets sets(connection);
    std::map<std::tuple<QString, int, QString>, ComparableRun> found;
    for (const Run& run : store.runs()) {
        ComparableRun& entry = found[{run.model, int(run.condition), run.setting}];
        entry.model = run.model;
        entry.condition = run.condition;
        entry.setting = run.setting;
        entry.datasets.append(run.dataset);
        entry.attempts = std::max(entry.attempts, store.attempts(run.id));
        const QVector<ScoreSet> ofRun = sets.ofRun(run.id);
        for (const ScoreSet& set : ofRun) {
            if (ofRun.size() > 1) {
                entry.scores.append({run.dataset, set});
            }
        }
    }
    QVector<ComparableRun> runs;
    for (const auto& [key, entry] : found) {
        runs.append(entry);
    }
    return runs;
}

} // namespace winnow
