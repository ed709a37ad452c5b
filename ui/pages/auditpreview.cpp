// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/auditpreview.h"

#include "core/store/flagstore.h"
#include "ui/models/terms.h"
#include "ui/util/format.h"

#include <QSet>

#include <algorithm>
#include <numeric>

namespace winnow {

Result<std::shared_ptr<const AuditPreview>> AuditPreview::make(const Project& project,
    const Detector& detector, DatasetId dataset, const QJsonObject& overrides,
    std::shared_ptr<const AuditData> cached, Progress& progress)
{
    auto preview = std::make_shared<AuditPreview>();
    preview->detector = detector.info().id;
    preview->datasetId = dataset;
    preview->data = std::move(cached);
    if (!preview->data) {
        auto loaded = loadAuditData(project, dataset, partsOf(detector.info()), progress);
        if (!loaded) {
            return tl::unexpected<Error>(loaded.error());
        }
        preview->data = *loaded;
    }
    const AuditData& data = *preview->data;
    auto result = evaluateDetector(detector, DetectorInput{data, {&data}}, overrides, progress);
    if (!result) {
        return tl::unexpected<Error>(result.error());
    }
    preview->result = std::move(*result);

    QHash<qint64, quint32> positions;
    positions.reserve(qsizetype(data.size()));
    for (size_t i = 0; i < data.size(); ++i) {
        positions.insert(data.sampleIds[i], quint32(i));
    }
    std::vector<float> bySample(data.size(), std::nanf(""));
    for (const FlagDraft& flag : preview->result.flags) {
        const auto found = positions.constFind(flag.sampleId.value);
        if (found != positions.constEnd()) {
            preview->summaries.insert(*found, summaryText(flag.evidence));
            bySample[*found] = float(flag.score);
        }
    }
    bool above = true;
    if (const auto& scored = preview->result.preview) {
        preview->histogram
            = std::make_shared<const ScoreHistogram>(ScoreHistogram::of(scored->scores, scored->logScale));
        preview->threshold = scored->threshold;
        above = scored->flagAbove;
        bySample = scored->scores;
        const auto parameters = resolveParameters(preview->detector, detector.info().parameters, overrides);
        if (parameters) {
            preview->parameter = parameters->values().value(scored->parameter).toDouble();
        }
    }
    for (size_t i = 0; i < bySample.size(); ++i) {
        if (std::isfinite(bySample[i])) {
            preview->order.push_back(quint32(i));
        }
    }
    std::stable_sort(preview->order.begin(), preview->order.end(),
        [&](quint32 a, quint32 b) { return above ? bySample[a] > bySample[b] : bySample[a] < bySample[b]; });
    for (const quint32 position : preview->order) {
        preview->scores.push_back(bySample[position]);
    }

    auto stored = project.read([&](sqlite::Connection& c) {
        FlagFilter filter;
        filter.detector = preview->detector;
        filter.datasetId = dataset;
        QSet<qint64> samples;
        for (const Flag& flag : FlagStore(c).list(filter)) {
            samples.insert(flag.sampleId.value);
        }
        return samples;
    });
    if (!stored) {
        return tl::unexpected<Error>(stored.error());
    }
    preview->stored = stored->size();
    preview->known.push_back(0);
    for (const quint32 position : preview->order) {
        preview->known.push_back(
            preview->known.back() + (stored->contains(data.sampleIds[position]) ? 1 : 0));
    }
    return std::shared_ptr<const AuditPreview>(preview);
}

qint64 AuditPreview::flagged(double atThreshold) const
{
    if (!hasThreshold()) {
        return qint64(order.size());
    }
    return histogram->flagged(atThreshold, result.preview->flagAbove);
}

void AuditPreviewModel::setPreview(std::shared_ptr<const AuditPreview> preview)
{
    beginResetModel();
    m_preview = std::move(preview);
    m_count = m_preview ? int(m_preview->flagged(m_preview->threshold)) : 0;
    endResetModel();
}

void AuditPreviewModel::setThreshold(double threshold)
{
    const int count = m_preview ? int(m_preview->flagged(threshold)) : 0;
    if (count > m_count) {
        beginInsertRows({}, m_count, count - 1);
        m_count = count;
        endInsertRows();
    } else if (count < m_count) {
        beginRemoveRows({}, count, m_count - 1);
        m_count = count;
        endRemoveRows();
    }
}

QVector<SampleId> AuditPreviewModel::samples() const
{
    QVector<SampleId> ids;
    ids.reserve(m_count);
    for (int row = 0; row < m_count; ++row) {
        ids.append(SampleId{m_preview->data->sampleIds[m_preview->order[size_t(row)]]});
    }
    return ids;
}

int AuditPreviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_count;
}

int AuditPreviewModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant AuditPreviewModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const quint32 position = m_preview->order[size_t(index.row())];
    if (role == IdRole) {
        return m_preview->data->sampleIds[position];
    }
    if (role == NumberTableModel::TargetRole) {
        return index.column() == SampleColumn ? index.row() : -1;
    }
    if (role == Qt::TextAlignmentRole) {
        return int((index.column() == ScoreColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (index.column()) {
    case SampleColumn:
        return m_preview->data->key(position);
    case ScoreColumn:
        return QLocale().toString(double(m_preview->scores[size_t(index.row())]), 'g', 3);
    case SummaryColumn:
        return m_preview->summaries.value(
            position, role == Qt::DisplayRole ? tr("Newly flagged") : QString());
    default:
        return {};
    }
}

QVariant AuditPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section == ScoreColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case SampleColumn:
        return tr("Sample");
    case ScoreColumn:
        return tr("Score");
    case SummaryColumn:
        return tr("Evidence");
    default:
        return {};
    }
}

} // namespace winnow
