// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/util/plainwidgets.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace winnow {

namespace {

constexpr int kHeight = 3 * kUnit;
constexpr int kIcon = 14;
constexpr int kMostText = 34 * kUnit;

} // namespace

Chip::Chip(const QString& text, Use use, QWidget* parent)
    : QAbstractButton(parent)
    , m_use(use)
{
    setText(text);
    // Painted by itself: an '&' of the data is no key.
    setShortcut({});
    const QString what = use == Use::Removable ? tr("Remove this filter: %1").arg(text) : text;
    setTip(this, what);
    setAccessibleName(what);
    setFocusPolicy(use == Use::Label ? Qt::NoFocus : Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setGroup(FlagGroup group)
{
    m_group = group;
    updateGeometry();
    update();
}

void Chip::setFaded(bool faded)
{
    m_faded = faded;
    update();
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(Theme::instance().font(TextSize::Small));
    // An advance is rounded: a text of a fraction more than its room would be cut.
    int width = qMin(kMostText, metrics.horizontalAdvance(text()) + 1) + 2 * kUnit;
    width += m_group ? kIcon + kUnit / 2 : 0;
    width += m_use == Use::Removable ? kIcon : 0;
    return {width, qMax(kHeight, metrics.height() + 6)};
}

void Chip::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor hue = m_group ? Theme::instance().flagGroupColor(*m_group) : t.textMuted;
    const QColor ground = m_group             ? Theme::instance().softened(hue)
        : underMouse() && m_use != Use::Label ? t.pressed
                                              : t.hover;
    painter.setOpacity(m_faded ? 0.55 : 1);
    // The text stays whole: what is faded is read as well.
    painter.setPen(hasFocus() ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), height() / 2.0, height() / 2.0);
    int left = kUnit;
    if (m_group) {
        paintLineIcon(&painter, QStringLiteral("group-") + flagGroupId(*m_group),
            QRectF(left, (height() - kIcon) / 2.0, kIcon, kIcon), hue);
        left += kIcon + kUnit / 2;
    }
    const int right = m_use == Use::Removable ? kIcon + kUnit / 2 : kUnit;
    painter.setFont(Theme::instance().font(TextSize::Small));
    painter.setOpacity(1);
    painter.setPen(m_faded ? t.textMuted : t.text);
    const QRect room(left, 0, width() - left - right, height());
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
    if (m_use == Use::Removable) {
        paintLineIcon(&painter, QStringLiteral("close"),
            QRectF(width() - kIcon - kUnit / 2, (height() - 12) / 2.0, 12, 12),
            underMouse() ? t.text : t.textMuted);
    }
}

} // namespace winnow
