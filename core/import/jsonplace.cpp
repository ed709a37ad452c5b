// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/jsonplace.h"

#include "core/base/regularfile.h"
#include "core/import/filekind.h"

#include <QCollator>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace winnow {

QByteArray headOf(const QString& path)
{
    QFile file;
    return openRegularFile(file, path) ? file.read(kSniffedBytes) : QByteArray();
}

std::vector<JsonFile> jsonFilesIn(const SetPlace& place)
{
    constexpr int kDeepest = 3;
    constexpr qsizetype kMost = 400;
    const QStringList patterns{
        QStringLiteral("*.json"), QStringLiteral("*.jsonl"), QStringLiteral("*.ndjson")};
    QStringList level{place.folder};
    QStringList paths;
    for (int depth = 0; depth <= kDeepest && paths.size() < kMost; ++depth) {
        QStringList below;
        for (const QString& folder : std::as_const(level)) {
            for (const QString& name : QDir(folder).entryList(patterns, QDir::Files | QDir::NoSymLinks)) {
                paths.append(folder + u'/' + name);
            }
            const QStringList inner = place.file.isEmpty()
                ? QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)
                : QStringList();
            for (const QString& name : inner) {
                below.append(folder + u'/' + name);
            }
        }
        level = below.mid(0, kMost);
    }
    QCollator order{QLocale(QLocale::English)};
    order.setNumericMode(true);
    std::sort(paths.begin(), paths.end(), order);
    std::vector<JsonFile> files;
    for (const QString& path : paths.mid(0, kMost)) {
        files.push_back({QDir(place.folder).relativeFilePath(path), path, headOf(path)});
    }
    return files;
}

} // namespace winnow
