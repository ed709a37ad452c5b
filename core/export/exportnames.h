// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>
#include <QStringList>

namespace winnow {

/// The names in an export that are its own; no dataset gets one of them.
namespace exportnames {

inline constexpr QLatin1String kManifest("manifest.json");
inline constexpr QLatin1String kManifestSuffix(".manifest.json");
inline constexpr QLatin1String kChanges("changes.jsonl");
inline constexpr QLatin1String kImages("images");
/// Lines of `sha256sum`, one an image.
inline constexpr QLatin1String kImageList("images.sha256");

} // namespace exportnames

/// Hands out file names of which no two are equal, also where case or the composition of letters does not
/// count.
class UniqueNames {
public:
    explicit UniqueNames(const QStringList& taken = {});

    /// What two names have in common that some file system takes for one.
    static QString key(const QString& name);

    bool isTaken(const QString& name) const { return m_taken.contains(key(name)); }
    /// `stem` + `suffix`, with part of the hash of `identity` between them when that is taken.
    QString take(const QString& stem, const QString& suffix, const QByteArray& identity);

private:
    QSet<QString> m_taken;
};

/// A name that is one plain file name on every common file system: letters, digits, "_", "-" and ".", no dot
/// at either end, no device name of Windows, at most 120 bytes of UTF-8.
QString safeFileName(const QString& name);

/// File names (without suffix) for datasets, in their order. No two are equal, none is one of `exportnames`;
/// which dataset gets which does not depend on the order.
QStringList datasetFileNames(const QStringList& datasets);

} // namespace winnow
