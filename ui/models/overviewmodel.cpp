// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/overviewmodel.h"

#include "core/curate/dispositions.h"
#include "core/store/flagstore.h"
#include "core/store/projectnames.h"
#include "core/store/responsestore.h"
#include "ui/models/plaintext.h"
#include "ui/models/policychoice.h"
#include "ui/models/tableroles.h"
#include "ui/models/terms.h"

#include <QLocale>
#include <QSet>

namespace winnow {

namespace {

QString count(qint64 value)
{
    return QLocale().toString(value);
}

QString countAndShare(qint64 value, qint64 of)
{
    return of > 0 ? QStringLiteral("%1  (%2%)")
                        .arg(count(value), QLocale().toString(100.0 * double(value) / double(of), 'f', 1))
                  : count(value);
}

/// Each dataset, its capabilities, and their sums.
void addLines(OverviewData& data, const Dispositions& dispositions)
{
    QHash<QPair<QString, QString>, QVector<SampleId>> dropped;
    for (auto it = dispositions.outcomes().cbegin(); it != dispositions.outcomes().cend(); ++it) {
        const auto row = data.index->row(it.key());
        if (row && it.value().disposition == Disposition::Drop) {
            dropped[{row->dataset, row->capability}].append(it.key());
        }
    }
    const auto& rows = data.stats.rows;
    for (int i = 0; i < rows.size();) {
        OverviewData::Line whole;
        whole.dataset = rows.at(i).dataset;
        whole.total = true;
        whole.models = data.stats.modelsOf.value(whole.dataset);
        whole.conditions = data.stats.conditionsOf.value(whole.dataset);
        QVector<OverviewData::Line> parts;
        for (; i < rows.size() && rows.at(i).dataset == whole.dataset; ++i) {
            const OverviewRow& row = rows.at(i);
            OverviewData::Line part = whole;
            part.total = false;
            part.capability = row.capability;
            part.samples = row.samples;
            part.flagged = row.flagged;
            part.reviewed = row.reviewed;
            part.dropped = dropped.value({row.dataset, row.capability});
            std::sort(part.dropped.begin(), part.dropped.end());
            part.kept = part.samples - part.dropped.size();
            whole.samples += part.samples;
            whole.flagged += part.flagged;
            whole.reviewed += part.reviewed;
            whole.kept += part.kept;
            whole.dropped += part.dropped;
            parts.append(part);
        }
        data.flaggedSamples += whole.flagged;
        data.reviewedSamples += whole.reviewed;
        data.keptSamples += whole.kept;
        data.lines.append(whole);
        if (parts.size() > 1) {
            data.lines += parts;
        } else if (!parts.isEmpty()) {
            data.lines.last().capability = parts.first().capability;
        }
    }
}

} // namespace

QVector<SampleId> OverviewData::keptOf(const SampleFilter& filter) const
{
    QSet<SampleId> out;
    for (const Line& line : lines) {
        out += QSet<SampleId>(line.dropped.cbegin(), line.dropped.cend());
    }
    QVector<SampleId> kept;
    const QVector<SampleId> all = index->select(filter, SampleSort::Source, false);
    for (const SampleId id : all) {
        if (!out.contains(id)) {
            kept.append(id);
        }
    }
    return kept;
}

ClickThrough openKept(const std::shared_ptr<const OverviewData>& overview, const SampleFilter& scope)
{
    return ClickThrough::later([overview, scope](Project&, Progress&) -> Result<ClickThrough> {
        SampleFilter filter = scope;
        filter.only = overview->keptOf(scope);
        return filter.only->isEmpty()
            ? ClickThrough()
            : ClickThrough::toSamples(
                filter, OverviewModel::tr("Kept by \"%1\"").arg(policyTitle(overview->policy)));
    });
}

ClickThrough openAnswered(const QString& dataset)
{
    return ClickThrough::toSamples(dataset.isEmpty()
            ? OverviewModel::tr("Answered by a model")
            : OverviewModel::tr("%1: answered by a model").arg(dataset),
        [dataset](Project& project, Progress&) {
            return project.read(
                [&](sqlite::Connection& c) { return ResponseStore(c).answeredSamples(dataset); });
        });
}

Result<std::shared_ptr<const OverviewData>> loadOverview(
    const Project& project, std::shared_ptr<const SampleIndex> index, const Policy& policy)
{
    return project.read([&](sqlite::Connection& c) -> Result<std::shared_ptr<const OverviewData>> {
        auto data = std::make_shared<OverviewData>();
        data->stats = ProjectStats::read(c);
        data->index = index;
        data->policy = policy;
        data->datasets = readDatasetSettings(c);
        data->suite = suiteCoverage(data->datasets);
        for (const DatasetSettings& dataset : std::as_const(data->datasets)) {
            data->furtherNames.insert(
                dataset.id.value, ProjectNames(c).aliases(ProjectNames::Kind::Dataset, dataset.id.value));
        }
        const Dispositions dispositions = Dispositions::derive(c, policy);
        QMap<qint64, bool> audited;
        for (const DetectorRun& run : FlagStore(c).latestRuns()) {
            if (run.status == u"done") {
                audited[run.datasetId.value] |= run.stale;
            }
        }
        data->unaudited = int(data->stats.datasets - audited.size());
        data->outdated = int(audited.values().count(true));
        addLines(*data, dispositions);
        return std::shared_ptr<const OverviewData>(data);
    });
}

int OverviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_data ? 0 : int(m_data->lines.size());
}

int OverviewModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OverviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const bool left = section == NameColumn || section == ConditionsColumn;
        return int((left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && section == KeptColumn && m_data) {
        return plainTip(tr("Under the policy \"%1\"").arg(policyTitle(m_data->policy)));
    }
    if (role == Qt::ToolTipRole && section == ReviewedColumn) {
        return plainTip(tr("Flagged samples on which people decided: every flag, or the sample as a whole"));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case NameColumn:
        return tr("Dataset and capability");
    case SamplesColumn:
        return tr("Samples");
    case ModelsColumn:
        return tr("Models");
    case ConditionsColumn:
        return tr("Conditions covered");
    case FlaggedColumn:
        return tr("Flagged");
    case ReviewedColumn:
        return tr("Reviewed");
    case KeptColumn:
        return tr("Kept");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant OverviewModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const OverviewData::Line& line = m_data->lines.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::TextAlignmentRole:
        return headerData(column, Qt::Horizontal, role);
    case StrongRole:
        return line.total && column == NameColumn;
    case MutedRole:
        return !line.total || column == ConditionsColumn;
    case IndentRole:
        return line.total ? 0 : column == NameColumn ? 1 : 0;
    case OpenRole:
        return QVariant::fromValue(openOf(index));
    case BarRole:
        if (column == ReviewedColumn && line.flagged > 0) {
            return double(line.reviewed) / double(line.flagged);
        }
        return {};
    case PlainRole:
        return plain(line, column);
    case Qt::DisplayRole:
        return text(line, column);
    default:
        return {};
    }
}

QVariant OverviewModel::plain(const OverviewData::Line& line, Column column) const
{
    switch (column) {
    case SamplesColumn:
        return line.samples;
    case FlaggedColumn:
        return line.flagged;
    case ReviewedColumn:
        return line.reviewed;
    case KeptColumn:
        return line.kept;
    default:
        return text(line, column);
    }
}

QString OverviewModel::text(const OverviewData::Line& line, Column column) const
{
    switch (column) {
    case NameColumn:
        if (line.total) {
            return line.capability.isEmpty() ? line.dataset
                                             : line.dataset + QStringLiteral("  ·  ") + line.capability;
        }
        return line.capability.isEmpty() ? tr("(no capability)") : line.capability;
    case SamplesColumn:
        return count(line.samples);
    case ModelsColumn:
        return line.total ? count(line.models) : QString();
    case ConditionsColumn: {
        if (!line.total) {
            return {};
        }
        QStringList names;
        for (const Condition condition : line.conditions) {
            names.append(conditionTitle(condition));
        }
        return names.isEmpty() ? tr("no responses") : names.join(QLatin1String(", "));
    }
    case FlaggedColumn:
        return countAndShare(line.flagged, line.samples);
    case ReviewedColumn:
        return tr("%1 of %2").arg(count(line.reviewed), count(line.flagged));
    case KeptColumn:
        return countAndShare(line.kept, line.samples);
    case ColumnCount:
        break;
    }
    return {};
}

void OverviewModel::set(std::shared_ptr<const OverviewData> overview)
{
    beginResetModel();
    m_data = std::move(overview);
    endResetModel();
}

ClickThrough OverviewModel::openOf(const QModelIndex& index) const
{
    const OverviewData::Line& line = m_data->lines.at(index.row());
    SampleFilter filter;
    filter.datasets = {line.dataset};
    if (!line.total) {
        filter.capabilities = {line.capability};
    }
    switch (Column(index.column())) {
    case NameColumn:
    case SamplesColumn:
        return ClickThrough::toSamples(filter);
    case ModelsColumn:
        return line.total && line.models > 0 ? openAnswered(line.dataset) : ClickThrough();
    case FlaggedColumn:
        filter.flagged = true;
        return line.flagged > 0 ? ClickThrough::toSamples(filter) : ClickThrough();
    case ReviewedColumn:
        filter.flagged = true;
        filter.reviewed = true;
        return line.reviewed > 0 ? ClickThrough::toSamples(filter) : ClickThrough();
    case KeptColumn:
        return line.dropped.isEmpty() ? ClickThrough::toSamples(filter) : openKept(m_data, filter);
    default:
        return {};
    }
}

} // namespace winnow
