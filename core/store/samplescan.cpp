// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/samplescan.h"

#include "core/store/samplecolumns.h"

namespace winnow {

SampleScan::SampleScan(sqlite::Connection& connection)
    : m_samples(connection,
        QStringLiteral("SELECT %1 FROM samples s WHERE s.id >= ? ORDER BY s.id")
            .arg(QLatin1String(kSampleColumns)))
    , m_options(connection,
          QStringLiteral(
              "SELECT sample_id, text FROM options WHERE sample_id >= ? ORDER BY sample_id, position"))
    , m_images(connection,
          QStringLiteral("SELECT si.sample_id, %1 FROM sample_images si LEFT JOIN images i"
                         " ON i.id = si.image_id WHERE si.sample_id >= ? ORDER BY si.sample_id, si.position")
              .arg(QLatin1String(kSampleImageColumns)))
    , m_rotations(connection,
          QStringLiteral("SELECT sample_id, %1 FROM rotations WHERE sample_id >= ? ORDER BY sample_id, shift")
              .arg(QLatin1String(kRotationColumns)))
    , m_steps(connection,
          QStringLiteral(
              "SELECT sample_id, parent, step FROM sample_steps WHERE sample_id >= ? ORDER BY sample_id"))
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
    Sample sample = sampleOfRow(m_samples.row(), 0);
    sample.dataset = m_datasets.value(sample.datasetId.value);
    for (bool more = m_options.moveTo(id); more; more = m_options.next()) {
        sample.options.append(m_options.row().text(1));
    }
    for (bool more = m_images.moveTo(id); more; more = m_images.next()) {
        sample.images.append(imageOfRow(m_images.row(), 1));
    }
    for (bool more = m_rotations.moveTo(id); more; more = m_rotations.next()) {
        sample.rotations.append(rotationOfRow(m_rotations.row(), 1));
    }
    if (m_steps.moveTo(id)) {
        sample.parent = m_steps.row().text(1);
        sample.step = m_steps.row().text(2);
    }
    return sample;
}

SampleShapeScan::SampleShapeScan(sqlite::Connection& connection, bool withExtra)
    : m_withExtra(withExtra)
    , m_facts(connection,
          QStringLiteral(
              "SELECT id, option_count, hint <> '', accepted NOT IN ('', '[]'), extra, split FROM samples"
              " WHERE id >= ? ORDER BY id"))
    , m_shifts(connection,
          QStringLiteral(
              "SELECT sample_id, shift FROM rotations WHERE sample_id >= ? ORDER BY sample_id, shift"))
    , m_steps(connection,
          QStringLiteral("SELECT sample_id FROM sample_steps WHERE sample_id >= ? ORDER BY sample_id"))
    , m_images(connection,
          QStringLiteral("SELECT sample_id FROM sample_images WHERE sample_id >= ? ORDER BY sample_id"))
{
}

std::optional<SampleShape> SampleShapeScan::read(SampleId id)
{
    if (!m_facts.moveTo(id)) {
        return std::nullopt;
    }
    const sqlite::Statement& facts = m_facts.row();
    SampleShape shape{facts.integer(1), facts.integer(2) != 0, facts.integer(3) != 0, m_steps.moveTo(id), {}};
    if (m_withExtra) {
        shape.extra = facts.blob(4);
        shape.split = facts.text(5);
        for (bool more = m_images.moveTo(id); more; more = m_images.next()) {
            ++shape.images;
        }
    }
    return shape;
}

SampleShapeScan::Rotations SampleShapeScan::rotations(SampleId id)
{
    Rotations found;
    for (bool more = m_shifts.moveTo(id); more; more = m_shifts.next()) {
        found.any = true;
        found.several = found.several || m_shifts.row().integer(1) != 0;
    }
    return found;
}

} // namespace winnow
