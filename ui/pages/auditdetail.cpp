// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/auditdetail.h"

#include "ui/models/auditcontroller.h"
#include "ui/pages/auditabout.h"
#include "ui/pages/auditlastrun.h"
#include "ui/pages/auditparameters.h"
#include "ui/pages/auditprecision.h"
#include "ui/pages/auditpreviewcard.h"
#include "ui/util/clickthroughs.h"

#include <QGridLayout>
#include <QScrollBar>

namespace winnow {

AuditDetail::AuditDetail(AuditController& audit, JobModel* jobs, QWidget* parent)
    : QScrollArea(parent)
    , m_audit(audit)
    , m_about(new AuditAbout(audit))
    , m_preview(new AuditPreviewCard(jobs))
    , m_precision(new AuditPrecision)
    , m_parameters(new AuditParameters)
    , m_lastRun(new AuditLastRun)
    , m_side(new QWidget)
    , m_grid(new QGridLayout)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    auto* content = new QWidget;
    setWidget(content);
    auto* body = new QVBoxLayout(content);
    body->setContentsMargins(3 * kUnit, 2 * kUnit, 3 * kUnit, 3 * kUnit);
    body->setSpacing(2 * kUnit);
    body->addWidget(m_about);
    auto* side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(2 * kUnit);
    side->addWidget(m_precision);
    side->addWidget(m_parameters);
    m_grid->setSpacing(2 * kUnit);
    arrange(false);
    body->addLayout(m_grid);
    body->addStretch(1);
    connectParts();
}

void AuditDetail::connectParts()
{
    connect(m_parameters, &AuditParameters::changed, &m_audit,
        [this] { m_audit.setOverrides(m_parameters->overrides()); });
    connect(m_preview, &AuditPreviewCard::parameterChosen, m_parameters,
        [this](const QString& id, double value) { m_parameters->setValue(id, value); });
    connect(m_preview, &AuditPreviewCard::importWanted, this,
        [this] { openClickThrough(this, ClickThrough::toPage(QStringLiteral("import"))); });
}

void AuditDetail::arrange(bool wide)
{
    if (wide) {
        m_grid->addWidget(m_preview, 0, 0, Qt::AlignTop);
        m_grid->addWidget(m_lastRun, 1, 0, Qt::AlignTop);
        m_grid->addWidget(m_side, 0, 1, 3, 1, Qt::AlignTop);
    } else {
        m_grid->addWidget(m_preview, 0, 0, Qt::AlignTop);
        m_grid->addWidget(m_side, 1, 0, Qt::AlignTop);
        m_grid->addWidget(m_lastRun, 2, 0, Qt::AlignTop);
    }
    m_grid->setRowStretch(2, wide ? 1 : 0);
    m_grid->setColumnStretch(0, 3);
    m_grid->setColumnStretch(1, wide ? 2 : 0);
}

void AuditDetail::showDetector()
{
    const DetectorState* state = m_audit.state();
    if (!state) {
        m_preview->setDetector(nullptr, nullptr, {});
        return;
    }
    m_about->showDetector();
    showSettings();
    m_preview->setDetector(m_audit.project(), state, m_audit.overview());
    m_precision->showDetector(*state);
    m_lastRun->showDetector(*state, m_audit.overview());
    m_about->showRunning();
}

void AuditDetail::showSettings()
{
    if (const DetectorState* state = m_audit.state()) {
        const QJsonObject overrides = m_audit.settings().of(state->info().id);
        m_parameters->setParameters(state->info().id, state->info().parameters, overrides);
        m_preview->setOverrides(overrides);
    }
}

void AuditDetail::toTop()
{
    verticalScrollBar()->setValue(0);
}

void AuditDetail::restyle()
{
    m_preview->restyle();
    if (m_audit.state()) {
        m_about->showDetector();
    }
}

} // namespace winnow
