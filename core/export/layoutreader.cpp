// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/layoutreader.h"

#include <QJsonDocument>

#include <algorithm>

namespace winnow {

LayoutReader::LayoutReader(sqlite::Connection& connection, const Exporter& exporter, SampleScan& samples)
    : m_exporter(exporter)
    , m_whole(samples)
    , m_facts(connection,
          QStringLiteral("SELECT id, option_count, hint <> '', accepted NOT IN ('', '[]'), extra FROM samples"
                         " WHERE id >= ? ORDER BY id"))
    , m_shifts(connection,
          QStringLiteral(
              "SELECT sample_id, shift FROM rotations WHERE sample_id >= ? ORDER BY sample_id, shift"))
    , m_namesColumns(exporter.namesColumns())
{
}

Result<> LayoutReader::add(const ExportItem& item)
{
    const SampleOutcome& outcome = item.outcome;
    const bool asItIs = outcome.disposition == Disposition::Keep && outcome.newGold.isEmpty()
        && outcome.newQuestion.isEmpty();
    return asItIs ? addAsItIs(item) : addChanged(item);
}

Result<> LayoutReader::addAsItIs(const ExportItem& item)
{
    if (!m_facts.moveTo(item.id)) {
        return sampleGone();
    }
    const sqlite::Statement& facts = m_facts.row();
    const qint64 options = facts.integer(1);
    WINNOW_TRY(check(item.id, qsizetype(options)));
    m_layout.optionColumns = std::max(m_layout.optionColumns, int(options));
    m_layout.hints = m_layout.hints || facts.integer(2) != 0;
    m_layout.accepted = m_layout.accepted || facts.integer(3) != 0;
    if (m_namesColumns) {
        if (const QByteArray extra = facts.blob(4); !extra.isEmpty()) {
            for (const QString& key : QJsonDocument::fromJson(extra).object().keys()) {
                m_extra.insert(key);
            }
        }
    }
    bool several = false;
    for (bool more = m_shifts.moveTo(item.id); more; more = m_shifts.next()) {
        m_layout.groups = true;
        several = several || m_shifts.row().integer(1) != 0;
    }
    if (several) {
        m_rotated.append(item);
    }
    return {};
}

Result<> LayoutReader::addChanged(const ExportItem& item)
{
    const auto sample = m_whole.read(item.id);
    if (!sample) {
        return sampleGone();
    }
    const QVector<ExportRow> rows = rowsOf(*sample, item.outcome);
    WINNOW_TRY(check(item.id, rows.first().options.size()));
    for (const ExportRow& row : rows) {
        m_layout.optionColumns = std::max(m_layout.optionColumns, int(row.options.size()));
        m_layout.groups = m_layout.groups || !row.group.isEmpty();
        m_layout.accepted = m_layout.accepted || !row.accepted.isEmpty();
    }
    if (rows.size() > 1) {
        m_rotated.append(item);
    }
    m_layout.hints = m_layout.hints || !sample->hint.isEmpty();
    for (auto it = sample->extra.constBegin(); it != sample->extra.constEnd(); ++it) {
        m_extra.insert(it.key());
    }
    return {};
}

Result<> LayoutReader::check(SampleId id, qsizetype options)
{
    const Sentence obstacle = m_exporter.obstacle(options);
    if (obstacle.isEmpty()) {
        return {};
    }
    const auto sample = m_whole.read(id);
    return fail(ErrorCode::Unsupported,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be written as %2: %3"))
            .arg(sample ? sample->key() : QString(), m_exporter.info().title, obstacle),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another format or drop the sample")));
}

ExportLayout LayoutReader::layout() const
{
    ExportLayout layout = m_layout;
    if (m_namesColumns) {
        for (const QString& key : m_extra) {
            layout.extraColumns.append(columnName(m_exporter, key, layout));
        }
        layout.extraColumns.sort();
    }
    return layout;
}

QString columnName(const Exporter& exporter, const QString& extra, const ExportLayout& layout)
{
    return exporter.isOwnColumn(extra, layout.optionColumns) ? QStringLiteral("extra_") + extra : extra;
}

tl::unexpected<Error> sampleGone()
{
    return fail(ErrorCode::NotFound,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "A sample of the plan is gone from the project")),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Make the plan again")));
}

} // namespace winnow
