// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/auditsfooter.h"

#include "ui/models/auditcontroller.h"
#include "ui/models/auditopenings.h"
#include "ui/util/clickthroughs.h"
#include "ui/util/format.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/workprogress.h"

#include <algorithm>

namespace winnow {

AuditsFooter::AuditsFooter(AuditController& audit, QWidget* parent)
    : QStackedWidget(parent)
    , m_audit(audit)
    , m_summary(new Text({}, TextSize::Small, Text::Tone::Muted))
    , m_progress(new WorkProgress)
{
    m_summary->setObjectName(QStringLiteral("runSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_summary, &PlainLabel::linkActivated, this, &AuditsFooter::openRuns);
    // One over the other, so that nothing moves when work starts.
    for (QWidget* page : {static_cast<QWidget*>(m_summary), static_cast<QWidget*>(m_progress)}) {
        page->setContentsMargins(2 * kUnit, kUnit, 2 * kUnit, kUnit);
        addWidget(page);
    }
}

void AuditsFooter::showSummary()
{
    m_summary->setMarkup(summary());
}

void AuditsFooter::showRunning()
{
    if (m_audit.isRunning()) {
        m_progress->follow(m_audit.runs(), AuditController::kRunSlot);
        setCurrentWidget(m_progress);
    } else {
        m_progress->finish();
        setCurrentWidget(m_summary);
    }
}

void AuditsFooter::openRuns(const QString& change)
{
    QVector<DetectorRunId> runs;
    for (const DetectorRun& last : m_audit.overview().lastRuns()) {
        runs.append(last.id);
    }
    openClickThrough(this, AuditOpenings::ofRuns(runs, RunChange(change.toInt())));
}

Markup AuditsFooter::summary() const
{
    const auto& all = m_audit.overview().detectors;
    const auto able
        = std::count_if(all.cbegin(), all.cend(), [](const DetectorState& each) { return each.canRun(); });
    const auto stale
        = std::count_if(all.cbegin(), all.cend(), [](const DetectorState& each) { return each.isStale(); });
    Markup text
        = Markup::text(tr("%1 of %2 detectors can run").arg(formatCount(able), formatCount(all.size())));
    const QVector<DetectorRun> runs = m_audit.overview().lastRuns();
    if (!runs.isEmpty()) {
        const auto number = [&](RunChange change, qint64 DetectorRun::*count) {
            qint64 sum = 0;
            for (const DetectorRun& run : runs) {
                sum += run.*count;
            }
            return sum == 0 ? Markup::text(formatCount(sum))
                            : Markup::link(QString::number(int(change)), formatCount(sum));
        };
        text += Markup::newLine();
        text += Markup::filled(tr("Last runs: %1 new, %2 kept, %3 resolved"),
            {number(RunChange::Added, &DetectorRun::added), number(RunChange::Kept, &DetectorRun::kept),
                number(RunChange::Resolved, &DetectorRun::resolved)});
    }
    if (stale > 0) {
        text += Markup::newLine();
        text += Markup::text(
            tr("%n detectors ran before the data last changed: run them again", nullptr, int(stale)));
    }
    return text;
}

} // namespace winnow
