// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/auditpreview.h"

#include "core/audit/data/auditsnapshot.h"
#include "core/store/flagstore.h"
#include "ui/models/plaintext.h"
#include "ui/models/tableroles.h"
#include "ui/models/terms.h"
#include "ui/util/format.h"

#include <algorithm>
#include <iterator>

namespace winnow {

namespace {

/// All datasets of the project in the order of a run, for detectors that look across them.
Result<std::vector<std::shared_ptr<const AuditData>>> loadAll(
    const Project& project, const AuditParts& parts, Progress& progress)
{
    std::vector<std::shared_ptr<const AuditData>> all;
    auto snapshot = AuditSnapshot::open(project);
    if (!snapshot) {
        return tl::unexpected<Error>(snapshot.error());
    }
    auto coverage = snapshot->coverage();
    if (!coverage) {
        return tl::unexpected<Error>(coverage.error());
    }
    for (const auto& [id, has] : *coverage) {
        auto loaded = snapshot->load(id, parts, progress);
        if (!loaded) {
            return tl::unexpected<Error>(loaded.error());
        }
        all.push_back(*loaded);
    }
    return all;
}

/// Takes over what an earlier preview loaded, or loads it.
Result<> load(AuditPreview& preview, const Project& project, const DetectorInfo& info, DatasetId dataset,
    const std::shared_ptr<const AuditPreview>& before, Progress& progress)
{
    const AuditParts parts = partsOf(info);
    if (before) {
        preview.data = before->data;
        preview.all = before->all;
    } else if (info.scope == DetectorScope::Project) {
        auto all = loadAll(project, parts, progress);
        if (!all) {
            return tl::unexpected<Error>(all.error());
        }
        preview.all = std::move(*all);
        for (const auto& data : preview.all) {
            if (data->datasetId == dataset) {
                preview.data = data;
            }
        }
    }
    if (!preview.data) {
        auto loaded = loadAuditData(project, dataset, parts, progress);
        if (!loaded) {
            return tl::unexpected<Error>(loaded.error());
        }
        preview.data = *loaded;
    }
    return {};
}

Result<> evaluate(
    AuditPreview& preview, const Detector& detector, const QJsonObject& overrides, Progress& progress)
{
    DetectorInput input{*preview.data, {}};
    for (const auto& each : preview.all) {
        input.all.push_back(each.get());
    }
    if (input.all.empty()) {
        input.all.push_back(preview.data.get());
    }
    auto result = evaluateDetector(detector, input, overrides, progress);
    if (!result) {
        return tl::unexpected<Error>(result.error());
    }
    preview.result = std::move(*result);
    return {};
}

bool lacksMeasures(const AuditData& data, const DetectorInfo& info)
{
    const bool judgesImages = std::any_of(info.requirements.cbegin(), info.requirements.cend(),
        [](const Requirement& requirement) { return requirement.need == Need::ImageMeasures; });
    return judgesImages
        && std::none_of(data.images.begin(), data.images.end(), [](const std::vector<AuditImage>& images) {
               return std::any_of(images.begin(), images.end(), [](const AuditImage& image) {
                   return image.hasMeasures() || image.state != ImageState::Ok;
               });
           });
}

/// The scores of its flags by position, NaN where there is none; keeps what the flags say.
std::vector<float> readFlags(AuditPreview& preview)
{
    const AuditData& data = *preview.data;
    QHash<qint64, quint32> positions;
    positions.reserve(qsizetype(data.size()));
    for (size_t i = 0; i < data.size(); ++i) {
        positions.insert(data.sampleIds[i], quint32(i));
    }
    std::vector<float> bySample(data.size(), std::nanf(""));
    for (const FlagDraft& flag : preview.result.flags) {
        const auto found = positions.constFind(flag.sampleId.value);
        if (found != positions.constEnd()) {
            preview.summaries.insert(*found, summaryText(flag.evidence));
            bySample[*found] = float(flag.score);
        }
    }
    return bySample;
}

void countScores(AuditPreview& preview, const DetectorPreview& scored, const DetectorInfo& info,
    const QJsonObject& overrides)
{
    std::vector<double> shown{scored.threshold};
    for (const auto& line : {scored.chance, scored.critical}) {
        if (line) {
            shown.push_back(*line);
        }
    }
    preview.histogram = std::make_shared<const ScoreHistogram>(
        ScoreHistogram::of(scored.scores, scored.logScale, 40, shown, scored.flagAbove));
    preview.threshold = scored.threshold;
    const auto parameters = resolveParameters(preview.detector, info.parameters, overrides);
    if (parameters) {
        preview.parameter = parameters->values().value(scored.parameter).toDouble();
    }
}

void arrange(AuditPreview& preview, const std::vector<float>& bySample, bool above)
{
    for (size_t i = 0; i < bySample.size(); ++i) {
        if (std::isfinite(bySample[i])) {
            preview.order.push_back(quint32(i));
        }
    }
    std::stable_sort(preview.order.begin(), preview.order.end(),
        [&](quint32 a, quint32 b) { return above ? bySample[a] > bySample[b] : bySample[a] < bySample[b]; });
    for (const quint32 position : preview.order) {
        preview.scores.push_back(bySample[position]);
    }
    const QSet<SampleId> known(preview.stored.cbegin(), preview.stored.cend());
    preview.known.push_back(0);
    for (const quint32 position : preview.order) {
        preview.known.push_back(
            preview.known.back() + (known.contains(SampleId{preview.data->sampleIds[position]}) ? 1 : 0));
    }
}

} // namespace

Result<std::shared_ptr<const AuditPreview>> AuditPreview::make(const Project& project,
    const Detector& detector, DatasetId dataset, const QJsonObject& overrides,
    std::shared_ptr<const AuditPreview> before, Progress& progress)
{
    auto preview = std::make_shared<AuditPreview>();
    const DetectorInfo& info = detector.info();
    preview->detector = info.id;
    preview->datasetId = dataset;
    Result<> done = load(*preview, project, info, dataset, before, progress);
    if (done) {
        done = evaluate(*preview, detector, overrides, progress);
    }
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    preview->unmeasured = lacksMeasures(*preview->data, info);
    auto stored = project.read(
        [&](sqlite::Connection& c) { return FlagStore(c).flaggedSamples(preview->detector, dataset); });
    if (!stored) {
        return tl::unexpected<Error>(stored.error());
    }
    preview->stored = *stored;
    std::vector<float> bySample = readFlags(*preview);
    const auto& scored = preview->result.preview;
    if (scored) {
        countScores(*preview, *scored, info, overrides);
        bySample = scored->scores;
    }
    arrange(*preview, bySample, !scored || scored->flagAbove);
    return std::shared_ptr<const AuditPreview>(preview);
}

QVector<QVector<SampleId>> AuditPreview::byBin() const
{
    QVector<QVector<SampleId>> bins(histogram ? qsizetype(histogram->counts.size()) : 0);
    for (size_t i = 0; i < order.size() && !bins.isEmpty(); ++i) {
        bins[qsizetype(histogram->binOf(double(scores[i])))].append(SampleId{data->sampleIds[order[i]]});
    }
    return bins;
}

qint64 AuditPreview::count(Part part, double atThreshold) const
{
    const qint64 upTo = flagged(atThreshold);
    const qint64 kept = qint64(known[size_t(upTo)]);
    switch (part) {
    case Part::Flagged:
        return upTo;
    case Part::New:
        return upTo - kept;
    case Part::Kept:
        return kept;
    case Part::Resolved:
        return qint64(stored.size()) - kept;
    }
    return 0;
}

QVector<SampleId> AuditPreview::samples(Part part, double atThreshold) const
{
    const size_t upTo = size_t(flagged(atThreshold));
    QVector<SampleId> chosen;
    QSet<SampleId> still;
    for (size_t i = 0; i < upTo; ++i) {
        const SampleId id{data->sampleIds[order[i]]};
        const bool kept = known[i + 1] > known[i];
        if (part == Part::Resolved) {
            still.insert(id);
        } else if (part == Part::Flagged || kept == (part == Part::Kept)) {
            chosen.append(id);
        }
    }
    if (part == Part::Resolved) {
        std::copy_if(stored.cbegin(), stored.cend(), std::back_inserter(chosen),
            [&](SampleId id) { return !still.contains(id); });
    }
    return chosen;
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
    if (role == OpenRole) {
        return QVariant::fromValue(index.column() == SampleColumn
                ? ClickThrough::toSamples(
                    m_preview->data->key(position), {{SampleId{m_preview->data->sampleIds[position]}}})
                : ClickThrough());
    }
    if (role == Qt::TextAlignmentRole) {
        return int((index.column() == ScoreColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole) {
        return plainTip(index.column() == SummaryColumn ? m_preview->summaries.value(position)
                                                        : data(index, Qt::DisplayRole).toString());
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case SampleColumn:
        return m_preview->data->key(position);
    case ScoreColumn:
        return formatScore(double(m_preview->scores[size_t(index.row())]));
    case SummaryColumn:
        return m_preview->summaries.value(position, tr("Newly flagged"));
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
