// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/demoproject.h"

#include "core/audit/run/auditrunner.h"
#include "core/demo/writedemo.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace winnow {

namespace {

Result<> fill(Project& project, Progress& progress)
{
    progress.report(0, 0, QStringLiteral(QT_TRANSLATE_NOOP("Step", "Drawing pictures")));
    const auto benchmark = DemoBenchmark::generate({});
    if (!benchmark) {
        return tl::unexpected<Error>(benchmark.error());
    }
    WINNOW_TRY(writeDemo(project, *benchmark, progress));
    WINNOW_TRY(AuditRunner(project).run({}, progress));
    return {};
}

void removeProject(const QString& path)
{
    for (const auto* suffix : {"", "-wal", "-shm", "-images", "-images-wal", "-images-shm"}) {
        QFile::remove(path + QLatin1String(suffix));
    }
}

} // namespace

QString demoProjectPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/winnow/demo.winnow");
}

Result<QString> makeDemo(Progress& progress)
{
    const QString path = demoProjectPath();
    if (QFile::exists(path)) {
        return path;
    }
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder)) {
        return fail(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Cannot make the folder %1")).arg(folder),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Make room or give yourself the right to write there")));
    }
    auto project = Project::create(path);
    if (!project) {
        return tl::unexpected<Error>(project.error());
    }
    const Result<> filled = fill(**project, progress);
    if (!filled) {
        project->reset();
        removeProject(path);
        return tl::unexpected<Error>(filled.error());
    }
    return path;
}

} // namespace winnow
