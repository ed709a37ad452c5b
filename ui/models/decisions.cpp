// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/decisions.h"

#include "ui/models/terms.h"

#include <QCoreApplication>
#include <QSet>

namespace winnow {

BulkEvents bulkEvents(const SampleIndex& index, const BulkDecision& bulk, const QString& annotator)
{
    BulkEvents result;
    for (const SampleId sample : bulk.samples) {
        const auto row = index.row(sample);
        if (!row) {
            continue;
        }
        const qsizetype before = result.events.size();
        Decision event;
        event.annotator = annotator;
        event.sampleId = sample;
        if (bulk.verdict != Verdict::None) {
            for (const FlagKind& kind : flagKinds()) {
                const bool wanted = bulk.kind.isEmpty() || kind.id == bulk.kind;
                if (wanted && (row->openMask & (1U << kind.index))) {
                    event.kind = kind.id;
                    event.verdict = bulk.verdict;
                    result.events.append(event);
                }
            }
        }
        if (bulk.action != Action::None && row->action == Action::None) {
            event.kind.clear();
            event.verdict = Verdict::None;
            event.action = bulk.action;
            result.events.append(event);
        }
        result.events.size() > before ? ++result.decided : ++result.skipped;
    }
    return result;
}

QString describeDecisions(const QVector<Decision>& decisions)
{
    if (decisions.isEmpty()) {
        return {};
    }
    const Decision& last = decisions.last();
    const QString what = last.action != Action::None ? actionTitle(last.action) : verdictTitle(last.verdict);
    QSet<SampleId> samples;
    for (const Decision& decision : decisions) {
        samples.insert(decision.sampleId);
    }
    if (samples.size() == 1) {
        return QCoreApplication::translate("Decisions", "%1 on %2").arg(what, last.sampleKey);
    }
    return QCoreApplication::translate("Decisions", "%1 on %n samples", nullptr, int(samples.size()))
        .arg(what);
}

} // namespace winnow
