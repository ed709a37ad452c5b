// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stattile.h"

#include "ui/util/clickthroughs.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace winnow {

StatTile::StatTile(const QString& title, QWidget* parent)
    : QAbstractButton(parent)
    , m_title(title)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setText(title);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(this, &QAbstractButton::clicked, this, [this] { openClickThrough(this, m_open); });
    set(QStringLiteral("–"), {}, false);
}

void StatTile::set(const QString& value, const QString& detail, bool opens)
{
    m_value = value;
    m_detail = detail;
    m_opens = opens;
    setEnabled(true);
    setFocusPolicy(opens ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, !opens);
    setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAccessibleName(m_title + QStringLiteral(": ") + value);
    setAccessibleDescription(detail);
    update();
}

void StatTile::set(const QString& value, const QString& detail, const ClickThrough& opens)
{
    m_open = opens;
    set(value, detail, !opens.isEmpty());
}

void StatTile::setCaution(bool caution)
{
    m_caution = caution;
    update();
}

QSize StatTile::sizeHint() const
{
    const Theme& theme = Theme::instance();
    const int height = QFontMetrics(theme.font(TextSize::Small)).height() * 3
        + QFontMetrics(theme.font(TextSize::Heading, true)).height() + 4 * kUnit + 2;
    return {26 * kUnit, height};
}

QSize StatTile::minimumSizeHint() const
{
    return {20 * kUnit, sizeHint().height()};
}

void StatTile::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hover = m_opens && underMouse();
    painter.setPen(hover ? t.borderStrong : m_caution ? t.caution : t.border);
    painter.setBrush(isDown() ? t.pressed : hover ? t.raised : t.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    if (hasFocus() && m_opens) {
        painter.setPen(QPen(t.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
    }
    QRect area = rect().adjusted(2 * kUnit, kUnit + kUnit / 2, -2 * kUnit, -kUnit);
    painter.setFont(theme.font(TextSize::Small));
    painter.setPen(t.textMuted);
    const int small = painter.fontMetrics().height();
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop,
        painter.fontMetrics().elidedText(m_title, Qt::ElideRight, area.width() - 20));
    if (m_opens) {
        paintLineIcon(&painter, QStringLiteral("chevron-right"),
            QRectF(area.right() - 13, area.top(), 14, 14), hover ? t.text : t.textFaint);
    }
    area.setTop(area.top() + small + 2);
    painter.setFont(theme.font(TextSize::Heading, true));
    painter.setPen(m_caution ? t.caution : t.text);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop,
        painter.fontMetrics().elidedText(m_value, Qt::ElideRight, area.width()));
    area.setTop(area.top() + painter.fontMetrics().height() + 2);
    painter.setFont(theme.font(TextSize::Small));
    painter.setPen(t.textMuted);
    painter.drawText(area, int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, m_detail);
}

} // namespace winnow
