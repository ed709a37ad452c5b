// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/auditabout.h"

#include "ui/models/auditcontroller.h"
#include "ui/models/terms.h"
#include "ui/pages/auditlines.h"
#include "ui/pages/auditsheader.h"
#include "ui/util/format.h"

#include <QVBoxLayout>

#include <algorithm>

namespace winnow {

AuditAbout::AuditAbout(AuditController& audit, QWidget* parent)
    : QWidget(parent)
    , m_audit(audit)
    , m_title(new Text({}, TextSize::Heading))
    , m_run(new QPushButton(tr("Run this detector")))
    , m_description(new Text({}, TextSize::Body, Text::Tone::Muted))
    , m_source(new Text({}, TextSize::Small, Text::Tone::Faint))
    , m_needs(new AuditLines(QStringLiteral("needs")))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kUnit / 2);
    auto* top = new QHBoxLayout;
    top->setSpacing(kUnit);
    m_run->setObjectName(QStringLiteral("runOne"));
    connect(m_run, &QPushButton::clicked, &m_audit, &AuditController::runThis);
    top->addWidget(m_title, 1);
    top->addWidget(m_run);
    rows->addLayout(top);
    m_description->setWordWrap(true);
    rows->addWidget(m_description);
    m_source->setWordWrap(true);
    m_source->setTextInteractionFlags(Qt::TextSelectableByMouse);
    rows->addWidget(m_source);
    rows->addSpacing(kUnit / 2);
    rows->addWidget(m_needs);
}

void AuditAbout::showDetector()
{
    const DetectorState& state = *m_audit.state();
    m_title->setText(detectorText(state.info().title));
    m_description->setText(detectorText(state.info().description));
    m_source->setText(tr("Source: %1").arg(state.info().source));
    m_needs->clear();
    showNeeds(state);
    showWishes(state);
    m_needs->done();
}

void AuditAbout::showRunning()
{
    m_run->setEnabled(m_audit.canRun());
    setTip(m_run, readOnlyTip(m_audit));
}

void AuditAbout::showNeeds(const DetectorState& state)
{
    const auto& datasets = m_audit.overview().datasets;
    for (const Requirement& requirement : state.info().requirements) {
        QStringList lacking;
        QString reason;
        for (const auto& [id, has] : datasets) {
            if (const auto unmet = unmetNeed(requirement, has)) {
                lacking.append(has.dataset);
                reason = sentenceText(*unmet);
            }
        }
        const qsizetype met = datasets.size() - lacking.size();
        const QString title = capitalised(sentenceText(needTitle(requirement)));
        if (lacking.isEmpty()) {
            m_needs->add(QStringLiteral("check"), tokens().positive,
                datasets.size() == 1 ? tr("%1: there").arg(title)
                                     : tr("%1: in all %Ln datasets", nullptr, int(met)).arg(title),
                Text::Tone::Normal);
        } else if (met > 0) {
            m_needs->add(QStringLiteral("check"), tokens().positive,
                tr("%1: in %2 of %3 datasets; missing in %4")
                    .arg(title, formatCount(met), formatCount(datasets.size()),
                        lacking.join(QStringLiteral(", "))),
                Text::Tone::Normal);
        } else {
            m_needs->add(QStringLiteral("close"), tokens().negative, capitalised(reason), Text::Tone::Normal);
        }
    }
}

void AuditAbout::showWishes(const DetectorState& state)
{
    const auto& datasets = m_audit.overview().datasets;
    for (const Need need : state.info().uses) {
        const Requirement wish{need, 1};
        const bool there = std::any_of(datasets.cbegin(), datasets.cend(),
            [&](const auto& entry) { return !unmetNeed(wish, entry.second); });
        const QString title = capitalised(sentenceText(needTitle(wish)));
        m_needs->add(there ? QStringLiteral("check") : QStringLiteral("info"),
            there ? tokens().positive : tokens().textMuted,
            there ? tr("%1: used too").arg(title) : tr("%1: would be used if there were any").arg(title),
            Text::Tone::Muted);
    }
}

} // namespace winnow
