// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/recordfiles.h"

#include "core/base/hash.h"
#include "core/base/regularfile.h"
#include "core/import/archive.h"
#include "core/import/filekind.h"
#include "core/import/logfiles.h"
#include "core/import/recordformat.h"
#include "core/import/recordset.h"

#include <QCollator>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <optional>

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
    const auto chosen = chooseLogs(path, filesBelow(folder), found.notes);
    if (!chosen) {
        return tl::unexpected<Error>(chosen.error());
    }
    const QStringList& names = *chosen;
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

/// A set of a place that people know as `path`.
RecordFiles filesOfSet(const RecordSet& set, const QString& path, const QString& folder)
{
    RecordFiles found;
    found.files = set.files;
    for (const QString& file : set.files) {
        found.shown.append(QDir(path).filePath(QDir(folder).relativeFilePath(file)));
    }
    found.folder = set.files.size() == 1 ? QFileInfo(set.files.first()).path() : folder;
    found.isSet = true;
    found.open = set.open;
    return found;
}

/// What a folder holds that people know as `path`: the only set, or what to ask for.
Result<RecordFiles> filesIn(const QString& path, const QString& folder)
{
    const QVector<RecordSet> sets = recordSetsIn({folder, {}});
    if (sets.isEmpty()) {
        return filesOf(path, folder);
    }
    if (sets.size() == 1) {
        return filesOfSet(sets.first(), path, folder);
    }
    RecordFiles found;
    for (const RecordSet& set : sets) {
        found.files += set.files;
        found.parts.append(QDir(path).filePath(set.name));
    }
    found.shown = found.files;
    found.folder = folder;
    found.isSet = true;
    return found;
}

/// The set of that name in such a folder.
std::optional<RecordFiles> setIn(const QString& path, const QString& folder, const QString& name)
{
    for (const RecordSet& set : recordSetsIn({folder, {}})) {
        if (set.name == name) {
            return filesOfSet(set, path, folder);
        }
    }
    return std::nullopt;
}

/// The same of an archive, which is unpacked while what is found is held.
void keep(RecordFiles& found, const std::shared_ptr<const UnpackedArchive>& archive)
{
    found.temporary = true;
    found.kept = archive;
}

bool isArchive(QByteArrayView head)
{
    return detectFileKind(head).isArchive && !recordFormatOf(head);
}

/// A part that only its place knows ("FOLDER/MMStar", "RUNS.zip/MMStar"); nothing when there is none.
Result<std::optional<RecordFiles>> filesOfPart(const QString& path, const ReadLimits& limits)
{
    // Behind its last part that exists. A file that is not there is no reason to go through what is above it.
    constexpr int kMostLevels = 2;
    QString place = QFileInfo(path).absoluteFilePath();
    if (recordSuffixes().contains(QFileInfo(path).suffix().toLower())) {
        return std::optional<RecordFiles>();
    }
    for (int level = 0; level < kMostLevels && !QFileInfo::exists(place); ++level) {
        place = QFileInfo(place).path();
    }
    if (!QFileInfo::exists(place) || place == QDir::rootPath() || place == QDir::homePath()) {
        return std::optional<RecordFiles>();
    }
    const QString name = QFileInfo(path).absoluteFilePath().mid(place.size() + 1);
    if (QFileInfo(place).isDir()) {
        return setIn(place, place, name);
    }
    QFile file;
    WINNOW_TRY(openRegularFile(file, place));
    if (!isArchive(file.read(kSniffedBytes))) {
        return std::optional<RecordFiles>();
    }
    auto archive = UnpackedArchive::of(place, limits.progress);
    if (!archive) {
        return tl::unexpected<Error>(archive.error());
    }
    auto found = setIn(place, (*archive)->folder(), name);
    if (found) {
        keep(*found, *archive);
    }
    return found;
}

} // namespace

Result<RecordFiles> recordFiles(const QString& path, const ReadLimits& limits)
{
    const QFileInfo info(path);
    if (info.isDir()) {
        return filesIn(path, info.absoluteFilePath());
    }
    if (!info.exists()) {
        if (auto part = filesOfPart(path, limits); part && *part) {
            return std::move(**part);
        } else if (!part) {
            return tl::unexpected<Error>(part.error());
        }
    }
    QFile file;
    WINNOW_TRY(openRegularFile(file, path));
    const QByteArray head = file.read(kSniffedBytes);
    if (isArchive(head)) {
        auto archive = UnpackedArchive::of(path, limits.progress);
        if (!archive) {
            return tl::unexpected<Error>(archive.error());
        }
        auto found = filesIn(path, (*archive)->folder());
        if (found) {
            keep(*found, *archive);
        }
        return found;
    }
    for (const RecordSet& set : recordSetsIn({info.absolutePath(), info.absoluteFilePath()})) {
        if (set.open) {
            RecordFiles found = filesOfSet(set, info.path(), info.absolutePath());
            found.folder = info.absolutePath();
            return found;
        }
    }
    return RecordFiles{{path}, {path}, info.absolutePath(), false, {}, false, {}, {}};
}

Result<QByteArray> sha256OfSource(const QString& path, const Progress* progress)
{
    ReadLimits limits;
    limits.progress = progress;
    const bool isFile = QFileInfo(path).isFile();
    const auto files = recordFiles(path, limits);
    if (!files) {
        return tl::unexpected<Error>(files.error());
    }
    // Of an archive, the archive itself; of a file, those that belong to it, too.
    if (isFile && (files->temporary || files->files.size() < 2)) {
        return sha256OfFile(path, progress);
    }
    QByteArray all;
    for (const QString& file : files->files) {
        const auto hash = sha256OfFile(file, progress);
        if (!hash) {
            return hash;
        }
        all += QDir(files->folder).relativeFilePath(file).toUtf8() + '\n' + hash->toHex() + '\n';
    }
    return sha256(all);
}

} // namespace winnow
