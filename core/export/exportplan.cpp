// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportplan.h"

#include "core/base/remedy.h"
#include "core/store/datasetstore.h"
#include "core/store/decisionstore.h"
#include "core/store/policystore.h"
#include "core/store/samplestore.h"
#include "core/store/standingstore.h"
#include "core/store/subsetstore.h"

#include <QHash>

namespace winnow {

Result<ExportPlan> ExportPlan::make(const Project& project, const ExportSelection& selection)
{
    return project.read([&](sqlite::Connection& c) { return make(c, selection); });
}

Result<ExportPlan> ExportPlan::make(sqlite::Connection& c, const ExportSelection& selection)
{
    ExportPlan plan;
    PolicyStore policies(c);
    const auto policy = selection.exactly ? selection.exactly : policies.byName(selection.policy);
    if (!policy) {
        QStringList names;
        for (const Policy& known : policies.all()) {
            names.append(known.name);
        }
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no policy \"%1\"")).arg(selection.policy),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The policies are %1"))
                .arg(names.join(QStringLiteral(", "))));
    }
    plan.policy = *policy;
    QHash<SampleId, double> weights;
    if (!selection.subset.isEmpty()) {
        SubsetStore subsets(c);
        const auto subset = subsetNamed(subsets, selection.subset);
        if (!subset) {
            return tl::unexpected<Error>(subset.error());
        }
        plan.subset = *subset;
        for (const SubsetSample& chosen : subsets.samples(subset->id)) {
            weights.insert(chosen.sample, chosen.weight);
            plan.weighted = plan.weighted || chosen.weight != 1;
        }
    }
    DatasetStore datasets(c);
    if (!selection.dataset.isEmpty() && !datasets.byName(selection.dataset)) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no dataset \"%1\"")).arg(selection.dataset),
            adviceFor(Remedy::KnownDataset));
    }
    DecisionStore ledger(c);
    plan.ledgerHash = ledger.ledgerHash();
    plan.decisions = ledger.count();
    const Dispositions dispositions = Dispositions::derive(c, plan.policy);
    const QHash<SampleId, bool> flagged = StandingStore(c).reviewOfFlagged();
    for (const Dataset& dataset : datasets.all()) {
        if (!selection.dataset.isEmpty() && dataset.name != selection.dataset) {
            continue;
        }
        DatasetPart part;
        part.dataset = dataset;
        const QVector<SampleId> ids = SampleStore(c).idsOf(dataset.id);
        part.items.reserve(ids.size());
        for (const SampleId id : ids) {
            if (plan.subset && !weights.contains(id)) {
                continue;
            }
            const SampleOutcome outcome = dispositions.of(id);
            part.samples.append(id);
            plan.disputed += dispositions.isDisputed(id) ? 1 : 0;
            if (const auto found = flagged.constFind(id); found != flagged.cend()) {
                ++plan.flagged;
                *found ? void(++plan.reviewed) : plan.unreviewed.append(id);
            }
            if (outcome.disposition == Disposition::Drop && !outcome.byPerson) {
                plan.unconfirmedDrops.append(id);
            }
            ++plan.dispositions[dispositionId(outcome.disposition)];
            ++part.dispositions[dispositionId(outcome.disposition)];
            if (outcome.disposition != Disposition::Keep) {
                plan.changed.append({id, outcome});
                for (const QString& reason : outcome.reasons) {
                    ++plan.reasons[reason];
                    ++part.reasons[reason];
                }
            }
            if (outcome.disposition != Disposition::Drop) {
                part.items.append({id, outcome, weights.value(id, 1)});
            }
        }
        if (plan.subset && part.samples.isEmpty()) {
            continue;
        }
        plan.total += part.samples.size();
        plan.exported += part.items.size();
        plan.datasets.append(part);
    }
    return plan;
}

} // namespace winnow
