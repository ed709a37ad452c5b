// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/samplerows.h"

namespace winnow {

void SampleRows::forEachFacts(DatasetId dataset, const std::function<void(const SampleFacts&)>& visit)
{
    auto& query = m_connection.cached(
        QStringLiteral("SELECT id, source_index, split, capability, category, option_count, gold FROM samples"
                       " WHERE dataset_id = ? ORDER BY position, id"));
    query.bind(1, dataset.value);
    while (query.step()) {
        visit({.id = {query.integer(0)},
            .sourceIndex = query.utf8(1),
            .split = query.utf8(2),
            .capability = query.utf8(3),
            .category = query.utf8(4),
            .optionCount = query.integer(5),
            .gold = query.utf8(6)});
    }
    query.reset();
}

void SampleRows::forEachTexts(DatasetId dataset, const std::function<void(SampleTexts)>& visit)
{
    auto& query = m_connection.cached(
        QStringLiteral("SELECT id, question, hint, accepted, extra FROM samples WHERE dataset_id = ?"));
    query.bind(1, dataset.value);
    while (query.step()) {
        visit({{query.integer(0)}, query.text(1), query.text(2), query.blob(3), query.blob(4)});
    }
    query.reset();
}

void SampleRows::forEachOption(
    SampleId first, SampleId last, const std::function<void(SampleId, QString option)>& visit)
{
    auto& query = m_connection.cached(
        QStringLiteral("SELECT sample_id, text FROM options WHERE sample_id BETWEEN ? AND ?"
                       " ORDER BY sample_id, position"));
    query.bindAll(first.value, last.value);
    while (query.step()) {
        visit({query.integer(0)}, query.text(1));
    }
    query.reset();
}

void SampleRows::forEachImage(
    SampleId first, SampleId last, const std::function<void(SampleId, const ImageRef&)>& visit)
{
    auto& query = m_connection.cached(
        QStringLiteral("SELECT si.sample_id, i.id, si.source, i.path, i.sha256, si.state, i.width, i.height,"
                       " i.format FROM sample_images si LEFT JOIN images i ON i.id = si.image_id"
                       " WHERE si.sample_id BETWEEN ? AND ? ORDER BY si.sample_id, si.position"));
    query.bindAll(first.value, last.value);
    while (query.step()) {
        visit({query.integer(0)},
            {.id = {query.integer(1)},
                .source = query.text(2),
                .path = query.text(3),
                .sha256 = query.blob(4),
                .state = imageStateFromId(query.text(5)),
                .width = int(query.integer(6)),
                .height = int(query.integer(7)),
                .format = query.text(8)});
    }
    query.reset();
}

void SampleRows::forEachRotation(
    SampleId first, SampleId last, const std::function<void(SampleId, Rotation)>& visit)
{
    auto& query
        = m_connection.cached(QStringLiteral("SELECT sample_id, shift, source_index, permutation, gold"
                                             " FROM rotations WHERE sample_id BETWEEN ? AND ?"));
    query.bindAll(first.value, last.value);
    while (query.step()) {
        visit({query.integer(0)}, {int(query.integer(1)), query.text(2), query.text(3), query.text(4)});
    }
    query.reset();
}

void SampleRows::forEachUseOfImage(DatasetId dataset, const std::function<void(SampleId, ImageId)>& visit)
{
    auto& query = m_connection.cached(QStringLiteral(
        "SELECT i.sample_id, i.image_id FROM sample_images i JOIN samples s ON s.id = i.sample_id"
        " WHERE s.dataset_id = ? AND i.image_id IS NOT NULL"));
    query.bind(1, dataset.value);
    while (query.step()) {
        visit({query.integer(0)}, {query.integer(1)});
    }
    query.reset();
}

void SampleRows::forEachShifted(DatasetId dataset, const std::function<void(SampleId)>& visit)
{
    auto& query = m_connection.cached(
        QStringLiteral("SELECT r.sample_id FROM rotations r JOIN samples s ON s.id = r.sample_id"
                       " WHERE s.dataset_id = ? AND r.shift <> 0"));
    query.bind(1, dataset.value);
    while (query.step()) {
        visit({query.integer(0)});
    }
    query.reset();
}

} // namespace winnow
