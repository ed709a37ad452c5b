// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/auditdataloader.h"
#include "core/audit/run/detectorregistry.h"
#include "core/domain/flagkind.h"
#include "core/stats/proportion.h"
#include "core/store/flagstore.h"

#include <QAbstractListModel>

#include <algorithm>
#include <optional>

namespace winnow {

/// What the project has for one detector and what became of its flags. An immutable value.
struct DetectorState {
    const Detector* detector = nullptr;
    FlagGroup group = FlagGroup::ImportDamage;
    /// Datasets that have all it needs.
    QStringList ready;
    /// Dataset and what is missing there.
    QVector<QPair<QString, SentenceList>> unmet;
    /// Active flags by what people said of them.
    FlagStore::DetectorCount flags;
    /// The last run on each dataset.
    QVector<DetectorRun> runs;

    const DetectorInfo& info() const { return detector->info(); }
    bool canRun() const { return !ready.isEmpty(); }
    /// It last ran before an import that changed its dataset.
    bool isStale() const
    {
        return std::any_of(runs.cbegin(), runs.cend(), [](const DetectorRun& run) { return run.stale; });
    }
    /// Nothing ran or was decided between the two.
    bool standsAs(const DetectorState& other) const;
    qint64 decided() const { return flags.confirmed + flags.overridden; }
    qint64 total() const { return flags.open + decided() + flags.unsure + flags.disputed; }
    /// The flags whose precision is estimated: decided ones and open ones. What people are unsure about stays
    /// out until somebody decides.
    qint64 population() const { return flags.open + decided(); }
    /// Share of decided flags that people confirmed; nothing without decisions.
    std::optional<double> precision() const;
    /// Interval of the share among all `population()` flags; exact once all are decided.
    stats::Interval precisionInterval() const;
    /// Random reviews that bring the interval to plus or minus 5 points; never more than there are open
    /// flags.
    int reviewsUntilPrecise() const;
};

/// All detectors of a project in the order of their groups. An immutable value.
struct AuditOverview {
    QVector<std::pair<DatasetId, Coverage>> datasets;
    QVector<DetectorState> detectors;

    /// Not on the GUI thread.
    static Result<AuditOverview> load(const Project& project);
    /// The same datasets, with what detectors and people did since. Not on the GUI thread.
    Result<AuditOverview> reread(const Project& project) const;
    const DetectorState* find(const QString& detector) const;
    QString datasetName(DatasetId id) const;
    /// The last run of every detector on every dataset.
    QVector<DetectorRun> lastRuns() const;
};

/// "1 of 3 confirmed (6–79%)": never a share without its number and interval.
QString precisionText(const DetectorState& state);

/// Detectors under the headings of their groups. Formats only.
class DetectorListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        /// True for a heading.
        HeadingRole = Qt::UserRole,
        GroupRole,
        DetectorRole,
        /// One line under the title.
        StatusRole,
        CanRunRole,
        FlagsRole,
    };

    using QAbstractListModel::QAbstractListModel;

    void setOverview(const AuditOverview& overview);
    const AuditOverview& overview() const { return m_overview; }
    /// -1 when there is none.
    int rowOf(const QString& detector) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    /// Index into the detectors, or -1 - group for a heading.
    QVector<int> rowsOf(const AuditOverview& overview) const;
    static QVariant headingData(FlagGroup group, int role);
    static QString statusOf(const DetectorState& state);

    AuditOverview m_overview;
    QVector<int> m_rows;
};

} // namespace winnow
