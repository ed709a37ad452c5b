// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reviewheader.h"

#include "ui/models/keymap.h"
#include "ui/models/reviewcontroller.h"
#include "ui/models/terms.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace winnow {

namespace {

QToolButton* quietButton(const QString& text, const QString& name)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

ReviewHeader::ReviewHeader(QWidget* parent)
    : QWidget(parent)
    , m_sampleKey(new Text({}, TextSize::Body))
    , m_place(new Text({}, TextSize::Body, Text::Tone::Muted))
    , m_queue(quietButton({}, QStringLiteral("queueTitle")))
    , m_state(new Text({}, TextSize::Small, Text::Tone::Muted))
    , m_blind(quietButton(tr("Blind review"), QStringLiteral("blindReview")))
    , m_adjudicate(quietButton(tr("Adjudicate"), QStringLiteral("adjudicate")))
{
    setFixedHeight(6 * kUnit);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * kUnit, 0, 2 * kUnit, 0);
    layout->setSpacing(2 * kUnit);
    m_sampleKey->setStrong(true);
    m_sampleKey->setObjectName(QStringLiteral("sampleKey"));
    m_sampleKey->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sampleKey->setFocusPolicy(Qt::NoFocus);
    m_place->setObjectName(QStringLiteral("place"));
    m_queue->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_queue->setIcon(lineIcon(QStringLiteral("chevron-down")));
    m_queue->setIconSize(QSize(14, 14));
    m_queue->setLayoutDirection(Qt::RightToLeft);
    setTip(m_queue, withKeys(tr("Choose another queue"), QStringLiteral("review.queues")));
    m_state->setStrong(true);
    m_state->setObjectName(QStringLiteral("sampleState"));
    m_blind->setCheckable(true);
    setTip(m_blind,
        withKeys(tr("Hide flags, gold and votes until you have answered"), QStringLiteral("review.blind")));
    m_adjudicate->setCheckable(true);
    setTip(m_adjudicate, tr("Your decisions settle what annotators disagree on"));
    layout->addWidget(m_sampleKey);
    layout->addWidget(m_place);
    layout->addWidget(m_queue);
    layout->addStretch(1);
    layout->addWidget(m_state);
    layout->addWidget(m_blind);
    layout->addWidget(m_adjudicate);
    connect(m_queue, &QToolButton::clicked, this, &ReviewHeader::queuesAsked);
    connect(m_blind, &QToolButton::clicked, this, &ReviewHeader::blindChosen);
    connect(m_adjudicate, &QToolButton::clicked, this, &ReviewHeader::adjudicatingChosen);
}

void ReviewHeader::showPlace(const ReviewController& review)
{
    const ReviewSession& session = review.walk().session();
    m_place->setText(session.isVisiting()
            ? tr("outside the queue")
            : tr("%1 of %2").arg(formatCount(session.position() + 1), formatCount(session.queue().size())));
    setCaption(m_queue, session.title());
    const auto& bundle = review.walk().shown().bundle();
    if (!bundle) {
        m_sampleKey->setText(tr("Reading…"));
        m_state->setText({});
        return;
    }
    m_sampleKey->setText(tr("%1 / %2").arg(bundle->sample.dataset, bundle->sample.sourceIndex));
    const std::optional<Decision> action = bundle->action();
    m_state->setText(review.decisions().isHidden() ? QString()
            : action                               ? actionTitle(action->action)
            : bundle->isReviewed()                 ? tr("Decided")
                                                   : QString());
}

void ReviewHeader::setBlind(bool blind)
{
    m_blind->setChecked(blind);
}

void ReviewHeader::setAdjudicating(bool adjudicates)
{
    m_adjudicate->setChecked(adjudicates);
}

} // namespace winnow
