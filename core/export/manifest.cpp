// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/manifest.h"

#include "core/base/hash.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace winnow {

namespace {

constexpr QLatin1String kSeal("sha256");
constexpr QLatin1String kTool("Winnow");
constexpr qint64 kMostBytes = 256 << 20;

QString sealOf(const QJsonObject& manifest)
{
    return QString::fromLatin1(sha256(QJsonDocument(manifest).toJson(QJsonDocument::Compact)).toHex());
}

} // namespace

QJsonObject sealedManifest(QJsonObject manifest)
{
    manifest.remove(kSeal);
    manifest.insert(kSeal, sealOf(manifest));
    return manifest;
}

QByteArray manifestBytes(const QJsonObject& manifest)
{
    return QJsonDocument(manifest).toJson(QJsonDocument::Indented);
}

Result<QJsonObject> readManifest(const QString& path)
{
    const auto none = [&] {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is not a manifest of Winnow")).arg(path));
    };
    const QFileInfo info(path);
    QFile file(path);
    if (!info.isFile() || info.isSymLink() || info.size() > kMostBytes || !file.open(QIODevice::ReadOnly)) {
        return none();
    }
    QJsonObject manifest = QJsonDocument::fromJson(file.readAll()).object();
    if (manifest.value(QLatin1String("tool")).toString() != kTool) {
        return none();
    }
    // Version 0.1.0 wrote manifests without a seal.
    const QString seal = manifest.take(kSeal).toString();
    if (!seal.isEmpty() && seal != sealOf(manifest)) {
        return fail(ErrorCode::Damaged,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 was changed since it was written")).arg(path));
    }
    return manifest;
}

} // namespace winnow
