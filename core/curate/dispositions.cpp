// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/dispositions.h"

#include "core/store/sampleindex.h"
#include "core/store/standingstore.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace winnow {

namespace {

/// Whether a flag's evidence calls its score a probability.
bool isProbability(const QByteArray& evidence)
{
    return QJsonDocument::fromJson(evidence).object().value(QLatin1String("scale")).toString()
        == u"probability";
}

/// What flags say of one sample. Confirmed flags count before unreviewed ones: a person's word on any flag of
/// the sample stands first.
struct FromFlags {
    Disposition confirmed = Disposition::Keep;
    Disposition unreviewed = Disposition::Keep;
    QStringList confirmedReasons;
    QStringList unreviewedReasons;

    void confirm(Disposition disposition, const QString& kind)
    {
        confirmed = strongest(confirmed, disposition);
        if (!confirmedReasons.contains(kind)) {
            confirmedReasons.append(kind);
        }
    }
    void suspect(Disposition disposition, const QString& kind)
    {
        unreviewed = strongest(unreviewed, disposition);
        if (!unreviewedReasons.contains(kind)) {
            unreviewedReasons.append(kind);
        }
    }
    SampleOutcome outcome() const
    {
        SampleOutcome outcome;
        outcome.byPerson = confirmed != Disposition::Keep;
        outcome.disposition = outcome.byPerson ? confirmed : unreviewed;
        outcome.reasons = outcome.byPerson ? confirmedReasons : unreviewedReasons;
        return outcome;
    }
};

Disposition dispositionOf(Action action)
{
    switch (action) {
    case Action::Drop:
        return Disposition::Drop;
    case Action::Fix:
        return Disposition::Fix;
    case Action::Convert:
        return Disposition::Convert;
    case Action::Circular:
        return Disposition::Circular;
    case Action::Keep:
    case Action::None:
        break;
    }
    return Disposition::Keep;
}

/// What the flags of all samples, and what people found beside them, come to; disputed samples apart.
template <typename Source>
QHash<SampleId, FromFlags> readFlags(Source& store, const Policy& policy, QSet<SampleId>& disputed)
{
    QHash<SampleId, FromFlags> flagged;
    store.forEachFlag([&](const StandingFlag& flag) {
        const PolicyRule rule = policy.rule(flag.kind, flag.dataset);
        if (flag.state == FlagState::Disputed) {
            disputed.insert(flag.sample);
        } else if (flag.state == FlagState::Confirmed && rule.confirmed != Disposition::Keep) {
            flagged[flag.sample].confirm(rule.confirmed, flag.kind);
        } else if ((flag.state == FlagState::Open || flag.state == FlagState::Unsure)
            && rule.unreviewed != Disposition::Keep && flag.score >= rule.minimumScore
            && (!rule.probabilitiesOnly || isProbability(flag.evidence))) {
            flagged[flag.sample].suspect(rule.unreviewed, flag.kind);
        }
    });
    store.forEachFound([&](const FoundByPeople& found) {
        if (found.state == FlagState::Disputed) {
            disputed.insert(found.sample);
            return;
        }
        const Disposition confirmed = policy.rule(found.kind, found.dataset).confirmed;
        if (confirmed != Disposition::Keep) {
            flagged[found.sample].confirm(confirmed, found.kind);
        }
    });
    return flagged;
}

} // namespace

template <typename Source> Dispositions Dispositions::from(Source& store, const Policy& policy)
{
    Dispositions result;
    result.m_total = store.samples();
    const QHash<SampleId, FromFlags> flagged = readFlags(store, policy, result.m_disputed);
    for (auto it = flagged.constBegin(); it != flagged.constEnd(); ++it) {
        result.m_outcomes.insert(it.key(), it->outcome());
    }
    QSet<SampleId> settled;
    store.forEachAction([&](const StandingAction& action) {
        if (!action.action) {
            result.m_disputed.insert(action.sample);
            return;
        }
        SampleOutcome outcome;
        outcome.byPerson = true;
        outcome.reasons = {action.kind.isEmpty() ? QStringLiteral("decision") : action.kind};
        outcome.disposition = dispositionOf(*action.action);
        if (outcome.disposition == Disposition::Fix || outcome.disposition == Disposition::Convert) {
            outcome.newGold = action.newGold;
            outcome.newQuestion = action.newQuestion;
        }
        result.m_outcomes.insert(action.sample, outcome);
        if (action.adjudicates) {
            settled.insert(action.sample);
        }
    });
    // Whoever overrides a flag does not agree to what another did because of it.
    result.m_disputed -= settled;
    for (const SampleId sample : std::as_const(result.m_disputed)) {
        result.m_outcomes.remove(sample);
    }
    return result;
}

Dispositions Dispositions::derive(sqlite::Connection& c, const Policy& policy)
{
    StandingStore store(c);
    return from(store, policy);
}

Dispositions Dispositions::derive(const Standing& standing, const Policy& policy)
{
    return from(standing, policy);
}

QMap<QString, qint64> Dispositions::countsByDisposition() const
{
    QMap<QString, qint64> counts;
    qint64 others = 0;
    for (const SampleOutcome& outcome : m_outcomes) {
        if (outcome.disposition != Disposition::Keep) {
            ++counts[dispositionId(outcome.disposition)];
            ++others;
        }
    }
    counts.insert(dispositionId(Disposition::Keep), m_total - others);
    return counts;
}

QMap<QString, qint64> Dispositions::countsByReason() const
{
    QMap<QString, qint64> counts;
    for (const SampleOutcome& outcome : m_outcomes) {
        if (outcome.disposition != Disposition::Keep) {
            for (const QString& reason : outcome.reasons) {
                ++counts[reason];
            }
        }
    }
    return counts;
}

Result<QVector<SampleId>> keptSamples(const Project& project, const Policy& policy, Progress& progress)
{
    const auto index = SampleIndex::load(project, progress);
    if (!index) {
        return tl::unexpected<Error>(index.error());
    }
    return project.read([&](sqlite::Connection& c) {
        const Dispositions dispositions = Dispositions::derive(c, policy);
        QVector<SampleId> kept;
        for (const qint64 id : (*index)->ids()) {
            if (!dispositions.isDropped(SampleId{id})) {
                kept.append(SampleId{id});
            }
        }
        return kept;
    });
}

} // namespace winnow
