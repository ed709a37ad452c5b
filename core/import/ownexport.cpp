// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/ownexport.h"

#include "core/base/regularfile.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace winnow {

namespace {

/// Of a manifest; it lists no images, so that a large one is none.
constexpr qint64 kMostBytes = 64 << 20;

QJsonArray filesIn(const QString& folder)
{
    const QString path = QDir(folder).filePath(QStringLiteral("manifest.json"));
    QFile file;
    if (!QFileInfo(path).isFile() || !openRegularFile(file, path) || file.size() > kMostBytes) {
        return {};
    }
    const QJsonObject manifest = QJsonDocument::fromJson(file.readAll()).object();
    return manifest.value(QLatin1String("tool")).toString() == u"Winnow"
        ? manifest.value(QLatin1String("files")).toArray()
        : QJsonArray();
}

/// A file in the folder, not one that a link or ".." leads to.
bool liesBelow(const QDir& root, const QString& name)
{
    const QFileInfo info(root.filePath(name));
    const QString place = info.canonicalFilePath();
    return !name.isEmpty() && info.isFile() && place.startsWith(root.canonicalPath() + u'/');
}

} // namespace

QVector<RecordSet> OwnExportFormat::find(const SetPlace& place) const
{
    if (!place.file.isEmpty()) {
        return {};
    }
    const QDir root(place.folder);
    QVector<RecordSet> sets;
    QSet<QString> datasets;
    for (const QJsonValue& entry : filesIn(place.folder)) {
        const QString name = entry[QLatin1String("name")].toString();
        const QString dataset = entry[QLatin1String("dataset")].toString();
        if (dataset.isEmpty() || datasets.contains(dataset) || !liesBelow(root, name)) {
            continue;
        }
        datasets.insert(dataset);
        const QFileInfo file(QDir::cleanPath(root.absoluteFilePath(name)));
        RecordSet set{dataset, {file.absoluteFilePath()}, {}};
        // Questions with their annotations, and what else is one source only together.
        for (const RecordSet& known : recordSetsIn({file.absolutePath(), file.absoluteFilePath()})) {
            if (known.open) {
                set = known;
                set.name = dataset;
                break;
            }
        }
        sets.append(set);
    }
    return sets;
}

} // namespace winnow
