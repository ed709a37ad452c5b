// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/vlmevalkit.h"

#include "core/import/kitsource.h"

#include <QMap>

#include <utility>

namespace winnow {

std::vector<RecordLayout> VlmEvalKitFormat::layouts() const
{
    return {{QString::fromLatin1(kKitLayout),
        QStringLiteral(QT_TRANSLATE_NOOP("Import", "VLMEvalKit work folder")),
        QStringLiteral("WORK_DIR/MODEL/EVAL_ID/MODEL_DATASET.xlsx (tsv, json) with the verdicts beside "
                       "(_result, _results, _detailed_results, _auxmatch) and status.json; the newest run of "
                       "each model; also a folder in it, or one file")}};
}

QVector<RecordSet> VlmEvalKitFormat::find(const SetPlace& place) const
{
    QMap<QString, QVector<KitRun>> datasets;
    for (const KitRun& run : kitRunsIn(place)) {
        datasets[run.dataset].append(run);
    }
    // What has left no table at all is told with a dataset that has.
    QVector<KitRun> left;
    for (const QVector<KitRun>& runs : std::as_const(datasets)) {
        const KitChoice choice = chooseKitRuns(runs);
        if (!choice.chosen.isEmpty() && !anyReadable(choice.chosen)) {
            left += choice.chosen;
        }
    }
    QVector<RecordSet> sets;
    for (auto it = datasets.cbegin(); it != datasets.cend(); ++it) {
        KitChoice choice = chooseKitRuns(it.value());
        RecordSet set;
        set.name = it.key();
        for (const KitRun& run : choice.chosen) {
            if (run.readable()) {
                set.files += QStringList{run.replies} + run.verdicts;
            }
        }
        set.files.removeAll(QString());
        if (set.files.isEmpty()) {
            continue;
        }
        choice.chosen += std::exchange(left, {});
        set.open = [choice](const RecordFiles& files, const ReadLimits& limits) {
            return openKitRuns(choice, files, limits);
        };
        sets.append(set);
    }
    return sets;
}

} // namespace winnow
