// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/dispositions.h"

#include "core/store/datasetstore.h"
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

} // namespace

Dispositions Dispositions::derive(sqlite::Connection& c, const Policy& policy)
{
    Dispositions result;
    result.m_total = DatasetStore(c).sampleCount();

    // Confirmed flags count before unreviewed ones: a person's word on any flag of the sample stands first.
    struct FromFlags {
        Disposition confirmed = Disposition::Keep;
        Disposition unreviewed = Disposition::Keep;
        QStringList confirmedReasons;
        QStringList unreviewedReasons;
    };
    QHash<SampleId, FromFlags> flagged;
    sqlite::Statement flags(c,
        QStringLiteral("SELECT f.sample_id, f.kind, f.state, f.score, f.evidence, d.name FROM flags f"
                       " JOIN datasets d ON d.id = f.dataset_id"
                       " WHERE f.active = 1 OR f.state = 'confirmed' ORDER BY f.sample_id, f.kind"));
    while (flags.step()) {
        const QString kind = flags.text(1);
        const PolicyRule rule = policy.rule(kind, flags.text(5));
        const FlagState state = flagStateFromId(flags.text(2)).value_or(FlagState::Open);
        if (state == FlagState::Disputed) {
            result.m_disputed.insert({flags.integer(0)});
        } else if (state == FlagState::Confirmed && rule.confirmed != Disposition::Keep) {
            FromFlags& entry = flagged[{flags.integer(0)}];
            entry.confirmed = strongest(entry.confirmed, rule.confirmed);
            if (!entry.confirmedReasons.contains(kind)) {
                entry.confirmedReasons.append(kind);
            }
        } else if ((state == FlagState::Open || state == FlagState::Unsure)
            && rule.unreviewed != Disposition::Keep && flags.real(3) >= rule.minimumScore
            && (!rule.probabilitiesOnly || isProbability(flags.blob(4)))) {
            FromFlags& entry = flagged[{flags.integer(0)}];
            entry.unreviewed = strongest(entry.unreviewed, rule.unreviewed);
            if (!entry.unreviewedReasons.contains(kind)) {
                entry.unreviewedReasons.append(kind);
            }
        }
    }
    // What a person found that no detector saw.
    sqlite::Statement found(c,
        QStringLiteral(
            "SELECT v.sample_id, v.kind, v.state, d.name FROM verdicts v JOIN samples s ON s.id = v.sample_id"
            " JOIN datasets d ON d.id = s.dataset_id WHERE v.state IN ('confirmed', "
            "'disputed') AND NOT EXISTS(SELECT 1 FROM flags f WHERE f.sample_id = v.sample_id AND "
            "f.kind = v.kind)"));
    while (found.step()) {
        const QString kind = found.text(1);
        if (flagStateFromId(found.text(2)) == FlagState::Disputed) {
            result.m_disputed.insert({found.integer(0)});
            continue;
        }
        const Disposition confirmed = policy.rule(kind, found.text(3)).confirmed;
        if (confirmed != Disposition::Keep) {
            FromFlags& entry = flagged[{found.integer(0)}];
            entry.confirmed = strongest(entry.confirmed, confirmed);
            entry.confirmedReasons.append(kind);
        }
    }
    for (auto it = flagged.constBegin(); it != flagged.constEnd(); ++it) {
        SampleOutcome outcome;
        if (it->confirmed != Disposition::Keep) {
            outcome.disposition = it->confirmed;
            outcome.reasons = it->confirmedReasons;
            outcome.byPerson = true;
        } else {
            outcome.disposition = it->unreviewed;
            outcome.reasons = it->unreviewedReasons;
        }
        result.m_outcomes.insert(it.key(), outcome);
    }

    sqlite::Statement actions(c,
        QStringLiteral("SELECT a.sample_id, a.action, a.new_gold, a.new_question, d.kind, d.adjudicates FROM "
                       "sample_actions a"
                       " JOIN decisions d ON d.id = a.decision_id"));
    QSet<SampleId> settled;
    while (actions.step()) {
        SampleOutcome outcome;
        outcome.byPerson = true;
        const QString kind = actions.text(4);
        outcome.reasons = {kind.isEmpty() ? QStringLiteral("decision") : kind};
        if (actions.text(1) == u"disputed") {
            result.m_disputed.insert({actions.integer(0)});
            continue;
        }
        switch (actionFromId(actions.text(1)).value_or(Action::None)) {
        case Action::Drop:
            outcome.disposition = Disposition::Drop;
            break;
        case Action::Fix:
            outcome.disposition = Disposition::Fix;
            outcome.newGold = actions.text(2);
            outcome.newQuestion = actions.text(3);
            break;
        case Action::Convert:
            outcome.disposition = Disposition::Convert;
            break;
        case Action::Circular:
            outcome.disposition = Disposition::Circular;
            break;
        case Action::Keep:
        case Action::None:
            outcome.disposition = Disposition::Keep;
            break;
        }
        result.m_outcomes.insert({actions.integer(0)}, outcome);
        if (actions.integer(5)) {
            settled.insert({actions.integer(0)});
        }
    }
    // Whoever overrides a flag does not agree to what another did because of it.
    result.m_disputed -= settled;
    for (const SampleId sample : std::as_const(result.m_disputed)) {
        result.m_outcomes.remove(sample);
    }
    return result;
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

} // namespace winnow
