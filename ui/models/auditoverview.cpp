// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/auditoverview.h"

#include "core/audit/data/coverageloader.h"
#include "ui/models/plaintext.h"
#include "ui/models/terms.h"

#include <QLocale>

#include <algorithm>

namespace winnow {

namespace {

/// Half width of the interval that counts as precise.
constexpr double kPrecise = 0.05;

QString number(qint64 value)
{
    return QLocale().toString(value);
}

/// What a detector could do, before anything is known of its runs.
DetectorState stateOf(const Detector& detector, const QVector<std::pair<DatasetId, Coverage>>& datasets)
{
    DetectorState state;
    state.detector = &detector;
    const DetectorInfo& info = detector.info();
    state.group = info.kinds.isEmpty() ? FlagGroup::ImportDamage : flagGroupOfKind(info.kinds.first());
    for (const auto& [id, has] : datasets) {
        const SentenceList unmet = unmetNeeds(info.requirements, has);
        if (unmet.isEmpty()) {
            state.ready.append(has.dataset);
        } else {
            state.unmet.append({has.dataset, unmet});
        }
    }
    return state;
}

void readStanding(sqlite::Connection& connection, AuditOverview& overview)
{
    FlagStore store(connection);
    const QVector<DetectorRun> runs = store.latestRuns();
    const QVector<FlagStore::DetectorCount> counts = store.countsByDetector();
    for (DetectorState& state : overview.detectors) {
        state.flags = {};
        state.runs.clear();
        for (const FlagStore::DetectorCount& count : counts) {
            if (count.detector == state.info().id) {
                state.flags = count;
            }
        }
        for (const DetectorRun& run : runs) {
            if (run.detector == state.info().id) {
                state.runs.append(run);
            }
        }
    }
}

} // namespace

std::optional<double> DetectorState::precision() const
{
    return decided() > 0 ? std::optional<double>(double(flags.confirmed) / double(decided())) : std::nullopt;
}

stats::Interval DetectorState::precisionInterval() const
{
    return stats::finiteWilsonInterval(double(flags.confirmed), double(decided()), double(population()));
}

bool DetectorState::standsAs(const DetectorState& other) const
{
    const auto sameRun
        = [](const DetectorRun& a, const DetectorRun& b) { return a.id == b.id && a.stale == b.stale; };
    return std::equal(runs.cbegin(), runs.cend(), other.runs.cbegin(), other.runs.cend(), sameRun)
        && flags.open == other.flags.open && flags.confirmed == other.flags.confirmed
        && flags.overridden == other.flags.overridden && flags.unsure == other.flags.unsure
        && flags.disputed == other.flags.disputed;
}

int DetectorState::reviewsUntilPrecise() const
{
    return stats::trialsUntilPrecise(int(flags.confirmed), int(decided()), int(population()), kPrecise);
}

Result<AuditOverview> AuditOverview::load(const Project& project)
{
    return project.read([](sqlite::Connection& c) {
        AuditOverview overview;
        overview.datasets = readCoverage(c);
        for (const auto& detector : DetectorRegistry::instance().detectors()) {
            overview.detectors.append(stateOf(*detector, overview.datasets));
        }
        std::stable_sort(overview.detectors.begin(), overview.detectors.end(),
            [](const DetectorState& a, const DetectorState& b) { return a.group < b.group; });
        readStanding(c, overview);
        return overview;
    });
}

Result<AuditOverview> AuditOverview::reread(const Project& project) const
{
    return project.read([this](sqlite::Connection& c) {
        AuditOverview overview = *this;
        readStanding(c, overview);
        return overview;
    });
}

const DetectorState* AuditOverview::find(const QString& detector) const
{
    const auto found = std::find_if(detectors.cbegin(), detectors.cend(),
        [&](const DetectorState& state) { return state.info().id == detector; });
    return found == detectors.cend() ? nullptr : &*found;
}

QString AuditOverview::datasetName(DatasetId id) const
{
    for (const auto& [known, has] : datasets) {
        if (known == id) {
            return has.dataset;
        }
    }
    return {};
}

QVector<DetectorRun> AuditOverview::lastRuns() const
{
    QVector<DetectorRun> runs;
    for (const DetectorState& state : detectors) {
        runs += state.runs;
    }
    return runs;
}

QString precisionText(const DetectorState& state)
{
    const QString counts = DetectorListModel::tr("%1 of %2 confirmed")
                               .arg(number(state.flags.confirmed), number(state.decided()));
    const stats::Interval interval = state.precisionInterval();
    const auto percent = [](double share) { return QLocale().toString(share * 100, 'f', 0); };
    if (interval.low == interval.high) {
        // Every flag is decided: the share is exact.
        return DetectorListModel::tr("%1 (%2%)").arg(counts, percent(interval.low));
    }
    return DetectorListModel::tr("%1 (%2–%3%)").arg(counts, percent(interval.low), percent(interval.high));
}

QVector<int> DetectorListModel::rowsOf(const AuditOverview& overview) const
{
    QVector<int> rows;
    int group = -1;
    for (int i = 0; i < overview.detectors.size(); ++i) {
        if (int(overview.detectors.at(i).group) != group) {
            group = int(overview.detectors.at(i).group);
            rows.append(-1 - group);
        }
        rows.append(i);
    }
    return rows;
}

void DetectorListModel::setOverview(const AuditOverview& overview)
{
    const QVector<int> rows = rowsOf(overview);
    if (rows == m_rows && !rows.isEmpty()) {
        // The same detectors: the selection stays where it is.
        m_overview = overview;
        emit dataChanged(index(0), index(int(rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_overview = overview;
    m_rows = rows;
    endResetModel();
}

int DetectorListModel::rowOf(const QString& detector) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row) >= 0 && m_overview.detectors.at(m_rows.at(row)).info().id == detector) {
            return row;
        }
    }
    return -1;
}

int DetectorListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

Qt::ItemFlags DetectorListModel::flags(const QModelIndex& index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || m_rows.at(index.row()) < 0) {
        return Qt::NoItemFlags;
    }
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QVariant DetectorListModel::headingData(FlagGroup group, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return flagGroupName(group);
    case HeadingRole:
        return true;
    case GroupRole:
        return int(group);
    default:
        return {};
    }
}

QString DetectorListModel::statusOf(const DetectorState& state)
{
    const bool failed = std::any_of(state.runs.cbegin(), state.runs.cend(),
        [](const DetectorRun& run) { return run.status == u"failed"; });
    if (failed) {
        return tr("Failed in its last run");
    }
    if (!state.canRun()) {
        return state.unmet.isEmpty() ? tr("No dataset yet")
                                     : capitalised(sentenceText(state.unmet.first().second.first()));
    }
    if (state.runs.isEmpty()) {
        return tr("Not run yet");
    }
    QString text = state.total() == 0
        ? tr("Ran, no flags")
        : tr("%1 open").arg(number(state.flags.open)); // the total stands beside the title
    if (state.precision()) {
        text += QStringLiteral(" · ") + precisionText(state);
    }
    if (state.isStale()) {
        text += QStringLiteral(" · ") + tr("out of date");
    }
    return text;
}

QVariant DetectorListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const int row = m_rows.at(index.row());
    if (row < 0) {
        return headingData(FlagGroup(-1 - row), role);
    }
    const DetectorState& state = m_overview.detectors.at(row);
    switch (role) {
    case Qt::DisplayRole:
        return detectorText(state.info().title);
    case Qt::ToolTipRole:
        return plainTip(detectorText(state.info().description) + u'\n' + statusOf(state));
    case HeadingRole:
        return false;
    case GroupRole:
        return int(state.group);
    case DetectorRole:
        return state.info().id;
    case CanRunRole:
        return state.canRun();
    case FlagsRole:
        return state.total();
    case StatusRole:
        return statusOf(state);
    default:
        return {};
    }
}

} // namespace winnow
