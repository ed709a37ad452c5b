// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/imagestore.h"

namespace winnow {

namespace {

const QString kMeasureColumns = QStringLiteral("SELECT id, sha256, path, phash, quality FROM images ");

ImageStore::Measures rowToMeasures(const sqlite::Statement& row)
{
    return {{row.integer(0)}, row.blob(1), row.text(2), row.optionalInteger(3), row.blob(4)};
}

} // namespace

ImageId ImageStore::put(const ImageRef& image)
{
    auto& insert = m_connection.cached(QStringLiteral(
        "INSERT INTO images(sha256, path, width, height, format, byte_size) VALUES(?,?,?,?,?,?)"
        " ON CONFLICT(sha256) DO UPDATE SET"
        " path = CASE WHEN images.path = '' THEN '' ELSE excluded.path END RETURNING id"));
    insert.bindAll(image.sha256, image.path, image.width, image.height, image.format, image.byteSize);
    return {insert.runForInteger()};
}

std::optional<ImageRef> ImageStore::byId(ImageId id)
{
    auto& query = m_connection.cached(
        QStringLiteral("SELECT sha256, path, width, height, format, byte_size FROM images WHERE id = ?"));
    query.bind(1, id.value);
    std::optional<ImageRef> found;
    if (query.step()) {
        found = ImageRef{.id = id,
            .source = {},
            .path = query.text(1),
            .sha256 = query.blob(0),
            .state = ImageState::Ok,
            .width = int(query.integer(2)),
            .height = int(query.integer(3)),
            .format = query.text(4),
            .byteSize = query.integer(5)};
    }
    query.reset();
    return found;
}

QVector<ImageStore::Measures> ImageStore::measures()
{
    QVector<Measures> rows;
    auto& query = m_connection.cached(kMeasureColumns + QStringLiteral("ORDER BY id"));
    while (query.step()) {
        rows.append(rowToMeasures(query));
    }
    query.reset();
    return rows;
}

void ImageStore::forEachMeasures(DatasetId dataset, const std::function<void(const Measures&)>& visit)
{
    auto& query = m_connection.cached(kMeasureColumns
        + QStringLiteral("WHERE id IN (SELECT si.image_id FROM sample_images si"
                         " JOIN samples s ON s.id = si.sample_id WHERE s.dataset_id = ?) ORDER BY id"));
    query.bind(1, dataset.value);
    while (query.step()) {
        visit(rowToMeasures(query));
    }
    query.reset();
}

void ImageStore::setMeasures(ImageId id, std::optional<qint64> phash, const QByteArray& qualityJson)
{
    auto& update
        = m_connection.cached(QStringLiteral("UPDATE images SET phash = ?, quality = ? WHERE id = ?"));
    update.bindOptional(1, phash);
    if (qualityJson.isEmpty()) {
        update.bindNull(2);
    } else {
        update.bind(2, QString::fromUtf8(qualityJson));
    }
    update.bind(3, id.value).run();
}

QString ImageStore::pathBeginningWith(const QString& one, const QString& other)
{
    auto& query
        = m_connection.cached(QStringLiteral("SELECT path FROM images WHERE substr(path, 1, length(?1)) = ?1 "
                                             "OR substr(path, 1, length(?2)) = ?2 ORDER BY path LIMIT 1"));
    query.bindAll(one, other);
    const QString path = query.step() ? query.text(0) : QString();
    query.reset();
    return path;
}

} // namespace winnow
