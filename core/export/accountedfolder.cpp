// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/accountedfolder.h"

#include "core/base/sha256.h"
#include "core/export/exportnames.h"
#include "core/export/manifest.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

#include <sys/stat.h>
#include <unistd.h>

namespace winnow {

namespace {

constexpr QDir::Filters kEverything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

tl::unexpected<Error> cancelled()
{
    return fail(
        ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled; nothing was exported")));
}

/// Empty when it is no regular file or cannot be read.
Result<QByteArray> hashOf(const QString& path, Progress& progress)
{
    const QFileInfo info(path);
    QFile file(path);
    // Opening a pipe would wait for whoever writes to it.
    if (!info.isFile() || info.isSymLink() || !file.open(QIODevice::ReadOnly)) {
        return QByteArray();
    }
    Sha256 hash;
    constexpr qint64 kBlock = 1 << 20;
    while (true) {
        if (progress.isCancelled()) {
            return cancelled();
        }
        const QByteArray block = file.read(kBlock);
        if (block.isEmpty()) {
            return file.error() == QFileDevice::NoError ? hash.result().toHex() : QByteArray();
        }
        hash.addData(block);
    }
}

/// The hash of each file that a manifest names, by relative path; of the list of images but not of the images
/// in it.
QHash<QString, QByteArray> namedBy(const QJsonObject& manifest)
{
    QHash<QString, QByteArray> hashes;
    for (const QJsonValue& entry : manifest.value(QLatin1String("files")).toArray()) {
        hashes.insert(
            entry[QLatin1String("name")].toString(), entry[QLatin1String("sha256")].toString().toLatin1());
    }
    const QJsonValue images = manifest.value(QLatin1String("images"));
    if (const QString list = images[QLatin1String("list")].toString(); !list.isEmpty()) {
        hashes.insert(list, images[QLatin1String("list_sha256")].toString().toLatin1());
    }
    return hashes;
}

void addImages(const QString& list, QHash<QString, QByteArray>& hashes)
{
    constexpr qsizetype kHash = 64;
    QFile file(list);
    if (!file.open(QIODevice::ReadOnly)) {
        return;
    }
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().chopped(1);
        if (line.size() > kHash + 2) {
            hashes.insert(QString::fromUtf8(line.mid(kHash + 2)), line.left(kHash));
        }
    }
}

} // namespace

tl::unexpected<Error> foreignFile(const QString& folder, const QString& file)
{
    return fail(ErrorCode::AlreadyExists,
        Sentence::of(QT_TRANSLATE_NOOP("Error",
                         "%1 holds %2, which is not part of an export or was changed since; nothing was "
                         "written"))
            .arg(folder, file),
        Sentence::of(QT_TRANSLATE_NOOP(
            "Error", "Choose a new or an empty folder, for example a subfolder of this one")));
}

bool AccountedFolder::look(const QString& folder, const QString& path, File* file)
{
    struct stat info { };
    if (::lstat(QFile::encodeName(folder + u'/' + path).constData(), &info) != 0) {
        return false;
    }
    constexpr qint64 kNano = 1'000'000'000;
    *file = {path, S_ISDIR(info.st_mode), info.st_ino, 0, 0, 0};
    // A folder is what is in it; the times of a moved one tell nothing.
    if (!file->isFolder) {
        file->size = info.st_size;
        file->modified = info.st_mtim.tv_sec * kNano + info.st_mtim.tv_nsec;
        file->changed = info.st_ctim.tv_sec * kNano + info.st_ctim.tv_nsec;
    }
    return true;
}

QVector<AccountedFolder::File> AccountedFolder::list(const QString& folder, const Progress* progress)
{
    QVector<File> files;
    QDirIterator it(folder, kEverything, QDirIterator::Subdirectories);
    while (it.hasNext() && !(progress && progress->isCancelled())) {
        const QString path = it.next().mid(folder.size() + 1);
        File file{path};
        look(folder, path, &file);
        files.append(file);
    }
    std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.path < b.path; });
    return files;
}

Result<AccountedFolder> AccountedFolder::of(const QString& folder, Progress& progress)
{
    AccountedFolder known;
    known.m_folder = folder;
    const auto manifest = readManifest(folder + u'/' + exportnames::kManifest);
    if (!manifest && manifest.error().code == ErrorCode::Damaged) {
        return foreignFile(folder, exportnames::kManifest);
    }
    if (!manifest) {
        // Not a walk through somebody's home.
        const QStringList names = QDir(folder).entryList(kEverything);
        return names.isEmpty() ? Result<AccountedFolder>(known)
                               : foreignFile(folder, *std::min_element(names.begin(), names.end()));
    }
    known.m_files = list(folder, &progress);
    if (progress.isCancelled()) {
        return cancelled();
    }
    QHash<QString, QByteArray> hashes = namedBy(*manifest);
    // The list of images is read only as the file that the manifest means.
    if (const auto expected = hashes.value(exportnames::kImageList); !expected.isEmpty()) {
        const QString path = folder + u'/' + exportnames::kImageList;
        const auto hash = hashOf(path, progress);
        if (!hash) {
            return tl::unexpected<Error>(hash.error());
        }
        if (*hash != expected && QFileInfo(path).exists()) {
            return foreignFile(folder, exportnames::kImageList);
        }
        addImages(path, hashes);
    }
    QSet<QString> folders;
    for (auto it = hashes.constBegin(); it != hashes.constEnd(); ++it) {
        for (QString parent = it.key(); parent.contains(u'/');) {
            parent.truncate(parent.lastIndexOf(u'/'));
            folders.insert(parent);
        }
    }
    qint64 done = 0;
    for (const File& file : std::as_const(known.m_files)) {
        if (progress.isCancelled()) {
            return cancelled();
        }
        if ((done++ & 0x3f) == 0) {
            progress.report(done, known.m_files.size(),
                QStringLiteral(QT_TRANSLATE_NOOP("Step", "Checking what is in the folder")));
        }
        if (file.isFolder ? folders.contains(file.path) : file.path == exportnames::kManifest) {
            continue;
        }
        const QByteArray expected = hashes.value(file.path);
        const auto hash = expected.isEmpty() ? Result<QByteArray>(QByteArray())
                                             : hashOf(folder + u'/' + file.path, progress);
        if (!hash) {
            return tl::unexpected<Error>(hash.error());
        }
        if (expected.isEmpty() || *hash != expected) {
            return foreignFile(folder, file.path);
        }
    }
    return known;
}

Result<> AccountedFolder::unchanged() const
{
    const QVector<File> now = list(m_folder, nullptr);
    for (const File& file : now) {
        const auto before = std::lower_bound(m_files.cbegin(), m_files.cend(), file,
            [](const File& a, const File& b) { return a.path < b.path; });
        if (before == m_files.cend() || !(*before == file)) {
            return foreignFile(m_folder, file.path);
        }
    }
    return {};
}

bool AccountedFolder::removeFrom(const QString& folder) const
{
    // The manifest and the list of images last: a folder half removed still accounts for the rest.
    QVector<File> order = m_files;
    const auto late = [](const File& file) {
        return file.path == exportnames::kManifest ? 2 : file.path == exportnames::kImageList ? 1 : 0;
    };
    // Backwards, what is in a folder comes before the folder.
    std::stable_sort(order.begin(), order.end(), [&](const File& a, const File& b) {
        return late(a) != late(b) ? late(a) < late(b) : a.path > b.path;
    });
    for (const File& file : std::as_const(order)) {
        const QByteArray path = QFile::encodeName(folder + u'/' + file.path);
        File now;
        if (file.isFolder) {
            ::rmdir(path.constData());
        } else if (look(folder, file.path, &now) && now == file) {
            ::unlink(path.constData());
        }
    }
    return ::rmdir(QFile::encodeName(folder).constData()) == 0;
}

} // namespace winnow
