// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/standing.h"
#include "core/domain/policy.h"
#include "core/domain/sample.h"
#include "core/sqlite/connection.h"
#include "core/store/project.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QStringList>

namespace winnow {

/// What happens to one sample under a policy, and why.
struct SampleOutcome {
    Disposition disposition = Disposition::Keep;
    /// Flag kinds that led to it; "decision" when a person said so for the sample as a whole.
    QStringList reasons;
    /// For Disposition::Fix: the corrected gold and question; empty = unchanged. For Convert: the question
    /// without options and the accepted answers, a line each, as a person wrote them.
    QString newGold;
    QString newQuestion;
    /// A person decided (an action or a confirmed flag), not the policy alone.
    bool byPerson = false;
};

/// The dispositions of all samples of a project under one policy: adjudicated actions first; then disputes,
/// which keep the sample; then actions, confirmed flags, and what the policy does with unreviewed ones.
/// Samples that are not listed are kept.
class Dispositions {
public:
    /// Throws sqlite::Failure; use inside Project::read.
    static Dispositions derive(sqlite::Connection& connection, const Policy& policy);
    /// The same of what was read before.
    static Dispositions derive(const Standing& standing, const Policy& policy);

    SampleOutcome of(SampleId sample) const { return m_outcomes.value(sample); }
    const QHash<SampleId, SampleOutcome>& outcomes() const { return m_outcomes; }
    bool isDropped(SampleId sample) const { return of(sample).disposition == Disposition::Drop; }
    /// Number of samples by disposition id; "keep" counts the unlisted ones too.
    QMap<QString, qint64> countsByDisposition() const;
    /// Number of not-kept samples by reason; a sample with two reasons counts in both.
    QMap<QString, qint64> countsByReason() const;
    qint64 total() const { return m_total; }
    /// Kept by every policy because annotators disagree and nobody adjudicated.
    bool isDisputed(SampleId sample) const { return m_disputed.contains(sample); }
    const QSet<SampleId>& disputed() const { return m_disputed; }

private:
    template <typename Source> static Dispositions from(Source& source, const Policy& policy);

    QHash<SampleId, SampleOutcome> m_outcomes;
    QSet<SampleId> m_disputed;
    qint64 m_total = 0;
};

/// The samples that a policy does not drop, ascending. Not on the GUI thread.
Result<QVector<SampleId>> keptSamples(const Project& project, const Policy& policy, Progress& progress);

} // namespace winnow
