// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/decisions.h"

#include "ui/models/terms.h"

#include <QCoreApplication>
#include <QSet>

namespace winnow {

quint32 maskOfKinds(const QStringList& kinds)
{
    quint32 mask = kinds.isEmpty() ? ~0U : 0;
    for (const QString& id : kinds) {
        if (const FlagKind* kind = flagKindById(id)) {
            mask |= 1U << kind->index;
        }
    }
    return mask;
}

BulkEvents bulkEvents(const SampleIndex& index, const BulkDecision& bulk, const QString& annotator)
{
    BulkEvents result;
    const quint32 wanted = maskOfKinds(bulk.kinds);
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
                if (row->openMask & wanted & (1U << kind.index)) {
                    event.kind = kind.id;
                    event.verdict = bulk.verdict;
                    result.events.append(event);
                    ++result.flags;
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
