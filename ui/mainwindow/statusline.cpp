// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/statusline.h"

#include "ui/widgets/basics.h"
#include "ui/widgets/jobbar.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QPainter>

namespace winnow {

StatusLine::StatusLine(AppContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_project(new Text({}, TextSize::Small, Text::Tone::Muted, this))
    , m_saved(new Text({}, TextSize::Small, Text::Tone::Muted, this))
    , m_zoom(new Text({}, TextSize::Small, Text::Tone::Muted, this))
{
    setObjectName(QStringLiteral("statusLine"));
    m_saved->setObjectName(QStringLiteral("savedState"));
    setFixedHeight(4 * kUnit);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * kUnit, 0, 2 * kUnit, 0);
    layout->setSpacing(3 * kUnit);
    layout->addWidget(m_project);
    layout->addWidget(m_saved);
    layout->addStretch(1);
    auto* jobs = new JobBar(context.jobs(), this);
    jobs->setFont(Theme::instance().font(TextSize::Small));
    layout->addWidget(jobs);
    layout->addWidget(m_zoom);
    connect(&context, &AppContext::projectChanged, this, &StatusLine::showProject);
    connect(&context, &AppContext::savingChanged, this, &StatusLine::showSaving);
    connect(&context, &AppContext::zoomTextChanged, m_zoom, &QLabel::setText);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    showProject();
}

void StatusLine::showProject()
{
    const auto& project = m_context.project();
    m_project->setText(project ? QFileInfo(project->path()).fileName() : QString());
    m_project->setToolTip(project ? project->path() : QString());
    showSaving(false);
}

void StatusLine::showSaving(bool saving)
{
    const auto& project = m_context.project();
    if (!project) {
        m_saved->clear();
    } else if (project->isReadOnly()) {
        m_saved->setText(tr("Read-only"));
    } else {
        m_saved->setText(saving ? tr("Saving…") : tr("All changes saved"));
    }
}

void StatusLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().surface);
    painter.setPen(tokens().border);
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace winnow
