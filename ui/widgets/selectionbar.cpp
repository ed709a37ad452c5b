// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/selectionbar.h"

#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace winnow {

SelectionBar::SelectionBar(QWidget* parent)
    : QWidget(parent)
    , m_selected(new Text({}, TextSize::Body, Text::Tone::Normal, this))
{
    setObjectName(QStringLiteral("selectionBar"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * kUnit, kUnit, kUnit, kUnit);
    layout->setSpacing(kUnit / 2);
    m_selected->setStrong(true);
    layout->addWidget(m_selected, 1);
    m_keep = add(QStringLiteral("bulkKeep"), QStringLiteral("keep"));
    m_drop = add(QStringLiteral("bulkDrop"), QStringLiteral("drop"));
    layout->addSpacing(kUnit);
    m_confirm = add(QStringLiteral("bulkConfirm"), QStringLiteral("confirm"));
    m_override = add(QStringLiteral("bulkOverride"), QStringLiteral("override"));
    m_unsure = add(QStringLiteral("bulkUnsure"), QStringLiteral("unsure"));
    auto* clear = new QToolButton(this);
    clear->setIcon(lineIcon(QStringLiteral("close")));
    setTip(clear, tr("Clear the selection (Esc)"));
    clear->setAccessibleName(tr("Clear the selection (Esc)"));
    layout->addWidget(clear);
    connect(clear, &QToolButton::clicked, this, &SelectionBar::clearChosen);
    connect(m_keep, &QPushButton::clicked, this, [this] { emit actionChosen(Action::Keep); });
    connect(m_drop, &QPushButton::clicked, this, [this] { emit actionChosen(Action::Drop); });
    connect(m_confirm, &QPushButton::clicked, this, [this] { emit verdictChosen(Verdict::Confirm); });
    connect(m_override, &QPushButton::clicked, this, [this] { emit verdictChosen(Verdict::Override); });
    connect(m_unsure, &QPushButton::clicked, this, [this] { emit verdictChosen(Verdict::Unsure); });
}

QPushButton* SelectionBar::add(const QString& name, const QString& icon)
{
    auto* button = new QPushButton(this);
    button->setObjectName(name);
    button->setIcon(lineIcon(icon));
    button->setFocusPolicy(Qt::TabFocus);
    setButtonTone(button, ButtonTone::Quiet);
    layout()->addWidget(button);
    return button;
}

void SelectionBar::setCounts(const Counts& counts)
{
    m_selected->setText(tr("%1 selected").arg(formatCount(counts.selected)));
    const auto set = [](QPushButton* button, const QString& text, const QString& tip, qint64 count) {
        button->setText(text.arg(formatCount(count)));
        setTip(button, tip);
        button->setEnabled(count > 0);
    };
    set(m_keep, tr("Keep %1"), tr("Keep the samples that nobody decided on (K)"), counts.undecided);
    set(m_drop, tr("Drop %1"), tr("Drop the samples that nobody decided on (D)"), counts.undecided);
    set(m_confirm, tr("Confirm %1"), tr("Confirm every open flag of these samples (C)"), counts.open);
    set(m_override, tr("Override %1"), tr("Override every open flag of these samples (X)"), counts.open);
    set(m_unsure, tr("Unsure %1"), tr("Mark every open flag of these samples as unsure (U)"), counts.open);
}

void SelectionBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().surface);
    painter.setPen(tokens().border);
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace winnow
