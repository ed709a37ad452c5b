// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/logfolder.h"

#include "core/import/filekind.h"
#include "core/import/filesetsource.h"
#include "core/import/harnessrun.h"
#include "core/import/inspectlog.h"
#include "core/import/logfiles.h"

#include <QDir>
#include <QDirIterator>
#include <QMap>

namespace winnow {

namespace {

/// The task of a log of inspect; empty for other files and for logs without a sample.
QString inspectTask(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || InspectLogFormat().sniff(file.read(kSniffedBytes)) <= 0) {
        return {};
    }
    file.close();
    auto source = InspectLogFormat().open(path, {});
    RawRecord record;
    RecordProblem problem;
    return source && (*source)->next(record, problem) ? (*source)->task() : QString();
}

/// The names of the logs in a folder and below it, by their task.
QMap<QString, QStringList> logsIn(const QDir& root)
{
    QMap<QString, QStringList> tasks;
    QDirIterator files(root.path(),
        {QStringLiteral("*.jsonl"), QStringLiteral("*.json"), QStringLiteral("*.eval")},
        QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = root.relativeFilePath(path);
        const QString task
            = name.endsWith(QLatin1String(".jsonl")) ? readHarnessName(name).task : inspectTask(path);
        if (!task.isEmpty()) {
            tasks[task].append(name);
        }
    }
    return tasks;
}

} // namespace

QVector<RecordSet> LogFolderFormat::find(const SetPlace& place) const
{
    if (!place.file.isEmpty()) {
        return {};
    }
    const QDir root(place.folder);
    QMap<QString, QStringList> tasks = logsIn(root);
    QVector<RecordSet> sets;
    for (auto it = tasks.begin(); tasks.size() > 1 && it != tasks.end(); ++it) {
        it->sort();
        SentenceList notes;
        const auto chosen = chooseLogs(place.folder, *it, notes);
        RecordSet set{it.key(), {}, {}};
        for (const QString& name : chosen.value_or(*it)) {
            set.files.append(root.filePath(name));
        }
        set.open = [notes](const RecordFiles& opened, const ReadLimits& limits) {
            RecordFiles all = opened;
            all.open = {};
            all.notes += notes;
            return openFileSet(std::move(all), limits);
        };
        sets.append(set);
    }
    return sets;
}

} // namespace winnow
