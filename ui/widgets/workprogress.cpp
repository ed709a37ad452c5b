// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/workprogress.h"

#include "ui/models/terms.h"
#include "ui/util/format.h"
#include "ui/widgets/basics.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace winnow {

namespace {

constexpr int kPollMilliseconds = 100;

} // namespace

WorkProgress::WorkProgress(QWidget* parent)
    : QWidget(parent)
    , m_text(new Text({}, TextSize::Small, Text::Tone::Muted, this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    auto* rows = new QVBoxLayout;
    rows->setSpacing(kUnit / 2);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(kUnit);
    m_text->setMinimumWidth(10 * kUnit);
    setElidable(m_text);
    rows->addWidget(m_text);
    rows->addWidget(m_bar);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * kUnit);
    layout->addLayout(rows, 1);
    layout->addWidget(m_cancel);
    m_cancel->setObjectName(QStringLiteral("cancelWork"));
    m_timer.setInterval(kPollMilliseconds);
    m_delay.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, this, &QWidget::show);
    connect(&m_timer, &QTimer::timeout, this, &WorkProgress::poll);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_text->setText(tr("Stopping…"));
        m_tracker->requestStop(m_slot);
    });
    QSizePolicy policy = sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    setSizePolicy(policy);
    hide();
}

void WorkProgress::follow(JobTracker* tracker, const QString& slot, int delay)
{
    m_tracker = tracker;
    m_slot = slot;
    m_cancel->setEnabled(true);
    m_bar->setRange(0, 0);
    m_text->setText(tr("Starting…"));
    m_timer.start();
    if (delay > 0) {
        m_delay.start(delay);
    } else {
        show();
    }
}

void WorkProgress::finish()
{
    m_timer.stop();
    m_delay.stop();
    hide();
}

void WorkProgress::poll()
{
    if (!m_tracker->isRunning(m_slot)) {
        finish();
        return;
    }
    const JobProgress::Snapshot state = m_tracker->progressOf(m_slot);
    m_bar->setRange(0, state.total > 0 ? 1000 : 0);
    m_bar->setValue(int(state.share().value_or(0) * 1000));
    if (!m_cancel->isEnabled()) {
        return;
    }
    QString text = stepText(state.step);
    if (state.total > 0) {
        text += QStringLiteral("  ") + tr("%1 of %2").arg(formatCount(state.done), formatCount(state.total));
        text += QStringLiteral("  ") + formatProgress(state.share(), state.secondsLeft);
    }
    m_text->setText(m_text->fontMetrics().elidedText(text, Qt::ElideMiddle, qMax(80, m_bar->width())));
}

} // namespace winnow
