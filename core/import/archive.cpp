// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/archive.h"

#include "core/import/archivereader.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QMutex>
#include <QThreadPool>

namespace winnow {

Result<std::shared_ptr<const UnpackedArchive>> UnpackedArchive::of(
    const QString& path, const Progress* progress, const Limits& limits)
{
    static QMutex mutex;
    static QHash<QString, std::weak_ptr<const UnpackedArchive>> unpacked;
    const QFileInfo info(path);
    const QString key = QStringLiteral("%1\n%2\n%3")
                            .arg(info.canonicalFilePath())
                            .arg(info.size())
                            .arg(info.lastModified().toMSecsSinceEpoch());
    const QMutexLocker lock(&mutex);
    if (auto known = unpacked.value(key).lock()) {
        return known;
    }
    const std::shared_ptr<UnpackedArchive> fresh(new UnpackedArchive);
    WINNOW_TRY(fresh->unpack(path, progress, limits));
    unpacked.removeIf([](const auto& each) { return each.value().expired(); });
    unpacked.insert(key, fresh);
    return std::shared_ptr<const UnpackedArchive>(fresh);
}

UnpackedArchive::~UnpackedArchive()
{
    m_folder.setAutoRemove(false);
    QThreadPool::globalInstance()->start([path = m_folder.path()] { QDir(path).removeRecursively(); });
}

Result<> UnpackedArchive::unpack(const QString& path, const Progress* progress, const Limits& limits)
{
    if (!m_folder.isValid()) {
        return fail(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no room to unpack %1: %2"))
                .arg(path, m_folder.errorString()),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Unpack it elsewhere and import the folder")));
    }
    ArchiveReader reader;
    WINNOW_TRY(reader.open(path, progress));
    const auto tooLarge = [&] {
        return fail(ErrorCode::LimitExceeded,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 holds more than %2 files or %3 MB"))
                .arg(path)
                .arg(limits.maxFiles)
                .arg(limits.maxBytes >> 20),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Unpack it elsewhere and import the folder")));
    };
    qint64 files = 0;
    qint64 bytes = 0;
    ArchiveReader::Member member;
    for (;;) {
        const auto more = reader.next(member);
        if (!more) {
            return tl::unexpected<Error>(more.error());
        }
        if (!*more) {
            return {};
        }
        const QString name = safeMemberName(member.name);
        if (!member.isFile || name.isEmpty()) {
            continue;
        }
        if (++files > limits.maxFiles) {
            return tooLarge();
        }
        const QString target = m_folder.filePath(name);
        QFile file(target);
        if (!QDir().mkpath(QFileInfo(target).path()) || !file.open(QIODevice::WriteOnly)) {
            return fail(ErrorCode::Io,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 of %2 cannot be unpacked: %3"))
                    .arg(name, path, file.errorString()),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Unpack it elsewhere and import the folder")));
        }
        WINNOW_TRY(reader.read([&](std::string_view block) -> Result<> {
            bytes += qint64(block.size());
            if (bytes > limits.maxBytes) {
                return tooLarge();
            }
            if (file.write(block.data(), qint64(block.size())) != qint64(block.size()) || !file.flush()) {
                return fail(ErrorCode::Io,
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no room to unpack %1: %2"))
                        .arg(path, file.errorString()),
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "Unpack it elsewhere and import the folder")));
            }
            return {};
        }));
    }
}

} // namespace winnow
