// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choicecard.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace winnow {

namespace {

constexpr int kInset = 2 * kUnit;
constexpr int kMark = 18;

} // namespace

ChoiceCard::ChoiceCard(const QString& title, const QString& description, QWidget* parent)
    : QAbstractButton(parent)
    , m_description(description)
{
    setText(title);
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleDescription(description);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize ChoiceCard::sizeHint() const
{
    return {40 * kUnit, heightForWidth(40 * kUnit)};
}

int ChoiceCard::heightForWidth(int width) const
{
    const Theme& theme = Theme::instance();
    const int room = width - 2 * kInset - kMark - kUnit;
    const QFontMetrics small(theme.font(TextSize::Small));
    const QRect text = small.boundingRect(QRect(0, 0, room, 1000), Qt::TextWordWrap, m_description);
    return QFontMetrics(theme.font(TextSize::Body, true)).height() + 2 + text.height() + 3 * kUnit;
}

void ChoiceCard::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hover = underMouse() && isEnabled();
    painter.setPen(QPen(isChecked() ? t.accent : hover ? t.borderStrong : t.border, isChecked() ? 1.5 : 1));
    painter.setBrush(isDown() ? t.pressed : isChecked() ? t.accentSoft : hover ? t.raised : t.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
    }
    QRect area = rect().adjusted(kInset, kUnit + kUnit / 2, -kInset, -kUnit);
    painter.setFont(theme.font(TextSize::Body, true));
    const int line = painter.fontMetrics().height();
    const QRectF mark(area.left(), area.top() + (line - kMark) / 2.0, kMark, kMark);
    painter.setPen(isChecked() ? QPen(Qt::NoPen) : QPen(t.borderStrong, 1.2));
    painter.setBrush(isChecked() ? t.accent : t.surface);
    painter.drawEllipse(mark.adjusted(1, 1, -1, -1));
    if (isChecked()) {
        paintLineIcon(&painter, QStringLiteral("check"), mark.adjusted(3, 3, -3, -3), t.onAccent);
    }
    area.setLeft(area.left() + kMark + kUnit);
    painter.setPen(isEnabled() ? t.text : t.textFaint);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, area.width()));
    area.setTop(area.top() + line + 2);
    painter.setFont(theme.font(TextSize::Small));
    painter.setPen(isEnabled() ? t.textMuted : t.textFaint);
    painter.drawText(area, int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, m_description);
}

} // namespace winnow
