// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/samplescan.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace winnow {

SampleScan::SampleScan(sqlite::Connection& connection)
    : m_samples(connection,
        QStringLiteral("SELECT id, dataset_id, source_index, position, split, capability, category, question,"
                       " hint, gold, accepted, extra, content_hash FROM samples WHERE id >= ? ORDER BY id"))
    , m_options(connection,
          QStringLiteral(
              "SELECT sample_id, text FROM options WHERE sample_id >= ? ORDER BY sample_id, position"))
    , m_images(connection,
          QStringLiteral(
              "SELECT si.sample_id, si.image_id, si.source, si.state, i.sha256, i.path, i.width, i.height,"
              " i.format, i.byte_size FROM sample_images si LEFT JOIN images i ON i.id = si.image_id"
              " WHERE si.sample_id >= ? ORDER BY si.sample_id, si.position"))
    , m_rotations(connection,
          QStringLiteral("SELECT sample_id, shift, source_index, permutation, gold FROM rotations"
                         " WHERE sample_id >= ? ORDER BY sample_id, shift"))
{
    sqlite::Statement names(connection, QStringLiteral("SELECT id, name FROM datasets"));
    while (names.step()) {
        m_datasets.insert(names.integer(0), names.text(1));
    }
}

std::optional<Sample> SampleScan::read(SampleId id)
{
    if (!m_samples.moveTo(id)) {
        return std::nullopt;
    }
    const sqlite::Statement& row = m_samples.row();
    Sample sample;
    sample.id = id;
    sample.datasetId = {row.integer(1)};
    sample.dataset = m_datasets.value(sample.datasetId.value);
    sample.sourceIndex = row.text(2);
    sample.position = row.integer(3);
    sample.split = row.text(4);
    sample.capability = row.text(5);
    sample.category = row.text(6);
    sample.question = row.text(7);
    sample.hint = row.text(8);
    sample.gold = row.text(9);
    if (const QByteArray accepted = row.blob(10); !accepted.isEmpty()) {
        const QJsonArray answers = QJsonDocument::fromJson(accepted).array();
        for (const QJsonValue& answer : answers) {
            sample.acceptedAnswers.append(answer.toString());
        }
    }
    if (const QByteArray extra = row.blob(11); !extra.isEmpty()) {
        sample.extra = QJsonDocument::fromJson(extra).object();
    }
    sample.contentHash = row.blob(12);
    for (bool more = m_options.moveTo(id); more; more = m_options.next()) {
        sample.options.append(m_options.row().text(1));
    }
    for (bool more = m_images.moveTo(id); more; more = m_images.next()) {
        const sqlite::Statement& image = m_images.row();
        sample.images.append({.id = {image.integer(1)},
            .source = image.text(2),
            .path = image.text(5),
            .sha256 = image.blob(4),
            .state = imageStateFromId(image.text(3)),
            .width = int(image.integer(6)),
            .height = int(image.integer(7)),
            .format = image.text(8),
            .byteSize = image.integer(9)});
    }
    for (bool more = m_rotations.moveTo(id); more; more = m_rotations.next()) {
        const sqlite::Statement& rotation = m_rotations.row();
        sample.rotations.append(
            {int(rotation.integer(1)), rotation.text(2), rotation.text(3), rotation.text(4)});
    }
    return sample;
}

} // namespace winnow
