// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/ledgerstate.h"

#include <QHash>

#include <algorithm>

namespace winnow {

namespace {

/// What each annotator says last, by annotator; filled in ledger order, so that later replaces earlier.
using Latest = QMap<QString, Decision>;

const Decision* adjudicated(const Latest& latest)
{
    const Decision* found = nullptr;
    for (const Decision& decision : latest) {
        if (decision.adjudicates && (!found || isBefore(*found, decision))) {
            found = &decision;
        }
    }
    return found;
}

FlagState stateOf(const Latest& verdicts)
{
    if (const Decision* settled = adjudicated(verdicts)) {
        return stateAfter(settled->verdict);
    }
    Verdict agreed = Verdict::Unsure;
    for (const Decision& decision : verdicts) {
        if (decision.verdict == Verdict::Unsure) {
            continue;
        }
        if (agreed != Verdict::Unsure && agreed != decision.verdict) {
            return FlagState::Disputed;
        }
        agreed = decision.verdict;
    }
    return stateAfter(agreed);
}

bool wantsTheSame(const Decision& a, const Decision& b)
{
    return a.action == b.action
        && (a.action != Action::Fix || (a.newGold == b.newGold && a.newQuestion == b.newQuestion));
}

} // namespace

FlagState stateAfter(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Confirm:
        return FlagState::Confirmed;
    case Verdict::Override:
        return FlagState::Overridden;
    case Verdict::Unsure:
        return FlagState::Unsure;
    case Verdict::None:
        break;
    }
    return FlagState::Open;
}

bool SampleStanding::isDisputed() const
{
    return actionDisputed || std::find(states.cbegin(), states.cend(), FlagState::Disputed) != states.cend();
}

SampleStanding deriveStanding(const QVector<Decision>& events)
{
    QHash<QString, const Decision*> byUuid;
    for (const Decision& event : events) {
        byUuid.insert(event.uuid, &event);
    }
    const auto isOwn = [&](const Decision& event, const QString& named) {
        const Decision* other = byUuid.value(named);
        return other && other->annotator == event.annotator;
    };
    QSet<QString> cancelled;
    for (const Decision& event : events) {
        if (event.isRedo() && isOwn(event, event.redoes)) {
            cancelled.insert(event.redoes);
        }
    }
    QSet<QString> undone;
    for (const Decision& event : events) {
        if (event.isUndo() && !cancelled.contains(event.uuid) && isOwn(event, event.undoes)) {
            undone.insert(event.undoes);
        }
    }
    SampleStanding result;
    for (const Decision* event : std::as_const(byUuid)) {
        if (event->isDecision() && !undone.contains(event->uuid)) {
            result.standing.append(*event);
        }
    }
    std::sort(result.standing.begin(), result.standing.end(),
        [](const Decision& a, const Decision& b) { return isBefore(a, b); });

    QMap<QString, Latest> verdicts;
    Latest actions;
    for (const Decision& decision : std::as_const(result.standing)) {
        if (decision.verdict != Verdict::None) {
            verdicts[decision.kind].insert(decision.annotator, decision);
        }
        if (decision.action != Action::None) {
            actions.insert(decision.annotator, decision);
        }
    }
    for (auto kind = verdicts.cbegin(); kind != verdicts.cend(); ++kind) {
        result.states.insert(kind.key(), stateOf(*kind));
    }
    if (actions.isEmpty()) {
        return result;
    }
    if (const Decision* settled = adjudicated(actions)) {
        result.action = *settled;
        return result;
    }
    // Of equal ones the latest is named, so that the answer does not depend on the annotators' names.
    Decision latest = actions.first();
    for (const Decision& decision : std::as_const(actions)) {
        if (!wantsTheSame(decision, actions.first())) {
            result.actionDisputed = true;
            return result;
        }
        if (isBefore(latest, decision)) {
            latest = decision;
        }
    }
    result.action = latest;
    return result;
}

} // namespace winnow
