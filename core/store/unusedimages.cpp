// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/unusedimages.h"

#include "core/store/datasetstore.h"

namespace winnow::UnusedImages {

namespace {

const QString kMark = QStringLiteral("images_to_sweep");

bool isMarked(sqlite::Connection& c)
{
    return !DatasetStore(c).meta(kMark).isEmpty()
        && c.integer(QStringLiteral("SELECT count(*) FROM staged_imports")) == 0;
}

} // namespace

void mark(sqlite::Connection& c)
{
    DatasetStore(c).setMeta(kMark, QStringLiteral("1"));
}

void remove(Project& project)
{
    const auto marked = project.read(isMarked);
    if (!marked || !*marked) {
        return;
    }
    (void)project.writeBatch([&](sqlite::Connection& c) -> Result<> {
        if (!isMarked(c)) {
            return {};
        }
        QVector<QByteArray> hashes;
        auto& unused
            = c.cached(QStringLiteral("DELETE FROM images WHERE id NOT IN (SELECT image_id FROM"
                                      " sample_images WHERE image_id IS NOT NULL) RETURNING sha256, path"));
        while (unused.step()) {
            if (unused.text(1).isEmpty()) {
                hashes.append(unused.blob(0));
            }
        }
        unused.reset();
        if (!hashes.isEmpty()) {
            WINNOW_TRY(project.removeImageBytes(hashes));
        }
        c.cached(QStringLiteral("DELETE FROM meta WHERE key = ?")).bindAll(kMark).run();
        return {};
    });
}

} // namespace winnow::UnusedImages
