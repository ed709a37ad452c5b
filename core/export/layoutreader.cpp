// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/layoutreader.h"

#include <QJsonDocument>

#include <algorithm>

namespace winnow {

LayoutReader::LayoutReader(
    sqlite::Connection& connection, const Exporter& exporter, SampleScan& samples, bool weighted)
    : m_exporter(exporter)
    , m_whole(samples)
    , m_namesColumns(exporter.namesColumns())
    , m_shapes(connection, m_namesColumns)
{
    m_layout.weights = weighted;
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
    const auto shape = m_shapes.read(item.id);
    if (!shape) {
        return sampleGone();
    }
    WINNOW_TRY(check(item.id, qsizetype(shape->options)));
    m_layout.optionColumns = std::max(m_layout.optionColumns, int(shape->options));
    m_layout.hints = m_layout.hints || shape->hint;
    m_layout.accepted = m_layout.accepted || shape->accepted;
    m_layout.steps = m_layout.steps || shape->step;
    if (!shape->extra.isEmpty()) {
        addExtra(QJsonDocument::fromJson(shape->extra).object());
    }
    m_splits.insert(shape->split);
    m_layout.images = std::max(m_layout.images, int(shape->images));
    const SampleShapeScan::Rotations rotations = m_shapes.rotations(item.id);
    m_layout.groups = m_layout.groups || rotations.any;
    if (rotations.several) {
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
        m_layout.changes = m_layout.changes || row.changed;
    }
    if (rows.size() > 1) {
        m_rotated.append(item);
    }
    m_layout.hints = m_layout.hints || !sample->hint.isEmpty();
    m_layout.steps = m_layout.steps || !sample->parent.isEmpty();
    addExtra(sample->extra);
    m_splits.insert(sample->split);
    m_layout.images = std::max(m_layout.images, int(sample->images.size()));
    return {};
}

void LayoutReader::addExtra(const QJsonObject& extra)
{
    for (auto it = extra.constBegin(); it != extra.constEnd(); ++it) {
        ExtraKind& kind = m_extra[it.key()];
        kind = commonKind(kind, extraKindOf(it.value()));
    }
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
        QMap<QString, ExtraKind> named;
        for (auto it = m_extra.constBegin(); it != m_extra.constEnd(); ++it) {
            ExtraKind& kind = named[columnName(m_exporter, it.key(), layout)];
            kind = commonKind(kind, it.value());
        }
        layout.extraColumns = named.keys();
        layout.extraKinds = named.values().toVector();
        layout.splits = m_splits.values();
        layout.splits.sort();
    }
    return layout;
}

QString columnName(const Exporter& exporter, const QString& extra, const ExportLayout& layout)
{
    return exporter.isOwnColumn(extra, layout) ? QStringLiteral("extra_") + extra : extra;
}

tl::unexpected<Error> sampleGone()
{
    return fail(ErrorCode::NotFound,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "A sample of the plan is gone from the project")),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Make the plan again")));
}

} // namespace winnow
