// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/recordfiles.h"

#include "core/base/hash.h"
#include "core/base/regularfile.h"
#include "core/import/archive.h"
#include "core/import/filekind.h"
#include "core/import/recordformat.h"

#include <QCollator>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace winnow {

namespace {

/// Relative names, 2 before 10.
QStringList filesBelow(const QString& folder)
{
    const QStringList suffixes = recordSuffixes();
    QStringList names;
    QDirIterator files(folder, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    const QDir root(folder);
    while (files.hasNext()) {
        const QString name = root.relativeFilePath(files.next());
        const bool hidden = name.startsWith(u'.') || name.contains(QLatin1String("/."))
            || name.startsWith(QLatin1String("__MACOSX/"))
            // What Excel keeps beside a workbook that is open.
            || QFileInfo(name).fileName().startsWith(QLatin1String("~$"));
        if (!hidden && suffixes.contains(QFileInfo(name).suffix().toLower())) {
            names.append(name);
        }
    }
    // Numbers are numbers in every locale but C.
    QCollator order{QLocale(QLocale::English)};
    order.setNumericMode(true);
    std::sort(names.begin(), names.end(), order);
    for (const QString& name : std::as_const(names)) {
        if (QFileInfo(name).completeBaseName() == QLatin1String("metadata") && !name.contains(u'/')) {
            return {name};
        }
    }
    return names;
}

Result<RecordFiles> filesOf(const QString& path, const QString& folder)
{
    RecordFiles found;
    found.folder = folder;
    found.isSet = true;
    const QStringList names = filesBelow(folder);
    for (const QString& name : names) {
        found.files.append(QDir(folder).filePath(name));
        found.shown.append(QDir(path).filePath(name));
    }
    if (names.isEmpty()) {
        return fail(ErrorCode::WrongKind,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 holds no file with records")).arg(path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Files with records end in %1"))
                .arg(recordSuffixes().join(QStringLiteral(", "))));
    }
    return found;
}

} // namespace

Result<RecordFiles> recordFiles(const QString& path, const ReadLimits& limits)
{
    if (QFileInfo(path).isDir()) {
        return filesOf(path, QFileInfo(path).absoluteFilePath());
    }
    QFile file;
    WINNOW_TRY(openRegularFile(file, path));
    const QByteArray head = file.read(kSniffedBytes);
    if (detectFileKind(head).isArchive && !recordFormatOf(head)) {
        auto archive = UnpackedArchive::of(path, limits.progress);
        if (!archive) {
            return tl::unexpected<Error>(archive.error());
        }
        auto found = filesOf(path, (*archive)->folder());
        if (found) {
            found->temporary = true;
            found->kept = *archive;
        }
        return found;
    }
    return RecordFiles{{path}, {path}, QFileInfo(path).absolutePath(), false, {}, false};
}

Result<QByteArray> sha256OfSource(const QString& path, const Progress* progress)
{
    if (!QFileInfo(path).isDir()) {
        return sha256OfFile(path, progress);
    }
    const auto files = recordFiles(path);
    if (!files) {
        return tl::unexpected<Error>(files.error());
    }
    QByteArray all;
    for (const QString& file : files->files) {
        const auto hash = sha256OfFile(file, progress);
        if (!hash) {
            return hash;
        }
        all += QDir(path).relativeFilePath(file).toUtf8() + '\n' + hash->toHex() + '\n';
    }
    return sha256(all);
}

} // namespace winnow
