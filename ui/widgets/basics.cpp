// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/basics.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace winnow {

Card::Card(QWidget* parent)
    : QFrame(parent)
    , m_body(new QVBoxLayout(this))
{
    m_body->setContentsMargins(2 * kUnit, 2 * kUnit, 2 * kUnit, 2 * kUnit);
    m_body->setSpacing(kUnit);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens().border);
    painter.setBrush(tokens().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

Text::Text(const QString& text, TextSize size, Tone tone, QWidget* parent)
    : PlainLabel(parent)
    , m_size(size)
    , m_tone(tone)
    , m_strong(size == TextSize::Heading || size == TextSize::Display)
{
    setText(text);
    restyle();
    connect(&Theme::instance(), &Theme::changed, this, &Text::restyle);
}

void Text::setStrong(bool strong)
{
    m_strong = strong;
    restyle();
}

void Text::setTone(Tone tone)
{
    m_tone = tone;
    restyle();
}

void Text::restyle()
{
    const Tokens& t = tokens();
    QColor color = t.text;
    switch (m_tone) {
    case Tone::Normal:
        break;
    case Tone::Muted:
        color = t.textMuted;
        break;
    case Tone::Faint:
        color = t.textFaint;
        break;
    case Tone::Positive:
        color = t.positive;
        break;
    case Tone::Negative:
        color = t.negative;
        break;
    case Tone::Caution:
        color = t.caution;
        break;
    }
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, color);
    colors.setColor(QPalette::Text, color);
    setPalette(colors);
    setFont(Theme::instance().font(m_size, m_strong));
}

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_icon(new PlainLabel(this))
    , m_title(new Text({}, TextSize::Heading, Text::Tone::Normal, this))
    , m_text(new Text({}, TextSize::Body, Text::Tone::Muted, this))
    , m_buttons(new QHBoxLayout)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * kUnit, 4 * kUnit, 4 * kUnit, 4 * kUnit);
    layout->setSpacing(kUnit);
    m_icon->setAlignment(Qt::AlignCenter);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(60 * kUnit);
    m_buttons->setSpacing(kUnit);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addWidget(m_title);
    // Centred by stretches and not by an alignment, which would ask for one line and not for the lines it
    // wraps into.
    auto* centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(m_text, 1000);
    centred->addStretch(1);
    layout->addLayout(centred);
    layout->addSpacing(kUnit);
    layout->addLayout(m_buttons);
    layout->addStretch(3);
    m_buttons->addStretch(1);
    m_buttons->addStretch(1);
    connect(&Theme::instance(), &Theme::changed, this, &EmptyState::restyle);
}

void EmptyState::set(const QString& icon, const QString& title, const QString& text)
{
    m_iconName = icon;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    restyle();
}

QPushButton* EmptyState::addAction(const QString& title, std::function<void()> action)
{
    auto* button = new QPushButton(plainCaption(title), this);
    if (m_buttons->count() == 2) {
        setButtonTone(button, ButtonTone::Primary);
    }
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    connect(button, &QPushButton::clicked, this, [action = std::move(action)] { action(); });
    return button;
}

void EmptyState::clearActions()
{
    for (int i = m_buttons->count() - 1; i >= 0; --i) {
        if (QWidget* button = m_buttons->itemAt(i)->widget()) {
            m_buttons->removeWidget(button);
            button->deleteLater();
            button->hide();
        }
    }
}

QString EmptyState::title() const
{
    return m_title->text();
}

void EmptyState::restyle()
{
    if (!m_iconName.isEmpty()) {
        m_icon->setPixmap(
            lineIcon(m_iconName, tokens().textFaint).pixmap(QSize(40, 40), devicePixelRatioF()));
    }
}

PageHeader::PageHeader(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(new Text(title, TextSize::Heading, Text::Tone::Normal, this))
    , m_subtitle(new Text({}, TextSize::Body, Text::Tone::Muted, this))
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(3 * kUnit, kUnit + kUnit / 2, 2 * kUnit, kUnit + kUnit / 2);
    m_layout->setSpacing(kUnit);
    m_layout->addWidget(m_title);
    m_layout->addSpacing(kUnit);
    m_layout->addWidget(m_subtitle, 1);
    // It takes what the controls leave, shown or not.
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setRetainSizeWhenHidden(true);
    m_subtitle->setSizePolicy(policy);
    setMinimumHeight(7 * kUnit);
}

void PageHeader::setTitle(const QString& title)
{
    m_title->setText(title);
}

void PageHeader::setSubtitle(const QString& subtitle)
{
    m_subtitle->setText(subtitle);
}

void PageHeader::showSubtitle(bool on)
{
    m_subtitle->setVisible(on);
}

void PageHeader::addControl(QWidget* control)
{
    m_layout->addWidget(control);
}

Rule::Rule(Qt::Orientation orientation, QWidget* parent)
    : QWidget(parent)
{
    if (orientation == Qt::Horizontal) {
        setFixedHeight(1);
    } else {
        setFixedWidth(1);
    }
}

void Rule::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().border);
}

} // namespace winnow
