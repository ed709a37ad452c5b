// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sample.h"
#include "core/sqlite/connection.h"

#include <functional>
#include <optional>

namespace winnow {

/// Rows of the `images` table: one per content hash. Throws sqlite::Failure; use inside Project::read /
/// write. The bytes of embedded images are behind Project::imageBytes().
class ImageStore {
public:
    explicit ImageStore(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    /// Adds the image or finds the one with that hash; returns its id. `image.sha256` must be set.
    /// A known image takes the path it was seen at last; one whose bytes are in the image store stays there.
    ImageId put(const ImageRef& image);
    std::optional<ImageRef> byId(ImageId id);

    struct Measures {
        ImageId id;
        QByteArray sha256;
        QString path;
        std::optional<qint64> phash;
        QByteArray quality;
    };
    /// Every image with what has been measured of it so far, by id.
    QVector<Measures> measures();
    /// The same of the images that samples of the dataset show, one by one, without keeping them.
    void forEachMeasures(DatasetId dataset, const std::function<void(const Measures&)>& visit);
    void setMeasures(ImageId id, std::optional<qint64> phash, const QByteArray& qualityJson);
    /// The path of a referenced image whose path begins with either text, the first by name; empty without.
    QString pathBeginningWith(const QString& one, const QString& other);

private:
    sqlite::Connection& m_connection;
};

} // namespace winnow
