// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/statusline.h"

#include "ui/mainwindow/annotatorfield.h"
#include "ui/models/settings.h"
#include "ui/models/terms.h"
#include "ui/util/plainwidgets.h"
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
    , m_annotator(new AnnotatorField(this))
{
    setObjectName(QStringLiteral("statusLine"));
    m_saved->setObjectName(QStringLiteral("savedState"));
    setFixedHeight(4 * kUnit);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * kUnit, 0, 2 * kUnit, 0);
    layout->setSpacing(3 * kUnit);
    layout->addWidget(m_project);
    layout->addWidget(m_annotator);
    layout->addWidget(m_saved);
    layout->addStretch(1);
    auto* jobs = new JobBar(context.jobs(), this);
    jobs->setFont(Theme::instance().font(TextSize::Small));
    layout->addWidget(jobs);
    m_zoom->setObjectName(QStringLiteral("zoomText"));
    layout->addWidget(m_zoom);
    connect(&context, &AppContext::projectChanged, this, &StatusLine::showProject);
    connect(context.desk(), &DecisionDesk::saveStateChanged, this, &StatusLine::showSaving);
    connect(&context, &AppContext::zoomTextChanged, m_zoom, &PlainLabel::setText);
    m_annotator->setName(annotatorName());
    connect(m_annotator, &AnnotatorField::nameChosen, &context, &AppContext::setAnnotator);
    connect(&context, &AppContext::annotatorChanged, m_annotator, &AnnotatorField::setName);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    showProject();
}

void StatusLine::editAnnotator()
{
    m_annotator->edit();
}

void StatusLine::showProject()
{
    const auto& project = m_context.project();
    m_project->setText(project ? QFileInfo(project->path()).fileName() : QString());
    setTip(m_project, project ? project->path() : QString());
    m_annotator->setName(annotatorName());
    showSaving(m_context.desk()->saveState());
}

void StatusLine::showSaving(const SaveState& state)
{
    const auto& project = m_context.project();
    QString text;
    QString more;
    const LedgerStatus& ledger = state.ledger;
    if (!project) {
        m_saved->clear();
        setTip(m_saved, {});
        return;
    }
    if (project->isReadOnly()) {
        text = tr("Read-only");
        if (ledger.unapplied > 0) {
            text += u' '
                + tr("(%n decisions of the journal are missing here)", nullptr, int(ledger.unapplied));
        }
    } else if (state.problem && state.unsaved > 0) {
        text = tr("%n changes are not saved", nullptr, state.unsaved);
        more = errorText(*state.problem);
    } else if (state.unsaved > 0) {
        text = tr("Saving…");
    } else if (ledger.pending > 0) {
        text = tr("Saved; %n decisions wait in the journal", nullptr, int(ledger.pending));
        more = ledger.projectProblem ? errorText(*ledger.projectProblem)
                                     : tr("The project takes them when what writes it now has finished.");
    } else if (ledger.journalProblem) {
        text = tr("Saved without a journal");
        more = errorText(*ledger.journalProblem);
    } else {
        text = tr("All changes saved");
    }
    m_saved->setText(text);
    setTip(m_saved, more);
}

void StatusLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().surface);
    painter.setPen(tokens().border);
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace winnow
