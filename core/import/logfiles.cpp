// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/logfiles.h"

#include "core/import/harnessrun.h"

#include <QFileInfo>
#include <QMap>

namespace winnow {

namespace {

/// Names in one sentence.
constexpr qsizetype kShown = 20;

} // namespace

tl::unexpected<Error> severalTasks(const QString& folder, const QStringList& tasks)
{
    return fail(ErrorCode::WrongKind,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 holds the logs of several tasks: %2"))
            .arg(folder, tasks.mid(0, kShown).join(QStringLiteral(", "))),
        Sentence::of(QT_TRANSLATE_NOOP(
            "Error", "Import the logs of one task after the other; each task is a dataset")));
}

Result<QStringList> chooseLogs(const QString& folder, const QStringList& names, SentenceList& notes)
{
    QStringList tasks;
    /// By folder: a run of a model writes one log of a task.
    QMap<QString, QString> newest;
    for (const QString& name : names) {
        const HarnessName log = readHarnessName(name);
        if (!log.isLog()) {
            continue;
        }
        if (!tasks.contains(log.task)) {
            tasks.append(log.task);
        }
        QString& known = newest[QFileInfo(name).path()];
        if (known.isEmpty() || readHarnessName(known).stamp < log.stamp) {
            known = name;
        }
    }
    if (tasks.isEmpty()) {
        return names;
    }
    if (tasks.size() > 1) {
        return severalTasks(folder, tasks);
    }
    QStringList kept;
    QStringList older;
    QStringList others;
    for (const QString& name : names) {
        if (newest.value(QFileInfo(name).path()) == name) {
            kept.append(name);
        } else if (readHarnessName(name).isLog()) {
            older.append(name);
        } else if (!isHarnessTotals(name)) {
            others.append(name);
        }
    }
    if (!older.isEmpty()) {
        notes.append(Sentence::of(QT_TRANSLATE_NOOP("Import",
                                      "Of repeated runs the newest is read; older ones are passed over: %1"))
                         .arg(older.mid(0, kShown).join(QStringLiteral(", "))));
    }
    if (!others.isEmpty()) {
        notes.append(Sentence::of(QT_TRANSLATE_NOOP("Import", "Beside the logs and not read: %1"))
                         .arg(others.mid(0, kShown).join(QStringLiteral(", "))));
    }
    return kept;
}

} // namespace winnow
