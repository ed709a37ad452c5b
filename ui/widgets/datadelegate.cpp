// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/datadelegate.h"

#include "ui/models/clickthrough.h"
#include "ui/models/tableroles.h"
#include "ui/util/figures.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace winnow {

namespace {

constexpr int kSwatch = 11;
constexpr int kSwatchRoom = 18;
constexpr int kIcon = 15;

void paintBar(QPainter* painter, const QRectF& groove, double value)
{
    const double share = qBound(0.0, value, 1.0);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tokens().hover);
    painter->drawRoundedRect(groove, 1.5, 1.5);
    painter->setBrush(tokens().accent);
    painter->drawRoundedRect(
        QRectF(groove.left(), groove.top(), groove.width() * share, groove.height()), 1.5, 1.5);
}

/// The outline of a cell that is a button; returns the room of its text.
QRect paintButton(QPainter* painter, const QRect& cell, bool hover)
{
    const QRect button = cell.adjusted(kUnit / 2, kUnit / 2, -kUnit / 2, -kUnit / 2);
    painter->setPen(hover ? tokens().accent : tokens().border);
    painter->setBrush(tokens().surface);
    painter->drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    return button.adjusted(kUnit / 2, 0, -kUnit / 2, 0);
}

class DataDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QFontMetrics metrics(Theme::instance().font(TextSize::Body, true));
        int width = figuresWidth(metrics, index.data().toString()) + 2 * kUnit + kUnit / 2;
        width += index.data(Qt::DecorationRole).isValid() ? kSwatchRoom : 0;
        width += index.data(IndentRole).toInt() * 2 * kUnit;
        width += index.data(GroupIconRole).isValid() ? kIcon + kUnit : 0;
        return {qMin(width, 60 * kUnit), QStyledItemDelegate::sizeHint(option, index).height()};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = tokens();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool hover = option.state & QStyle::State_MouseOver;
        const bool link = opensSomething(index);
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, t.accentSoft);
        } else if (hover && link) {
            painter->fillRect(option.rect, t.hover);
        }
        painter->setPen(t.border);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        QRect text = option.rect.adjusted(kUnit, 0, -kUnit, 0);
        text.adjust(index.data(IndentRole).toInt() * 2 * kUnit, 0, 0, 0);
        const QVariant group = index.data(GroupIconRole);
        if (group.isValid()) {
            const auto flagGroup = FlagGroup(group.toInt());
            paintLineIcon(painter, QStringLiteral("group-") + flagGroupId(flagGroup),
                QRectF(text.left(), text.center().y() - 7, kIcon, kIcon),
                Theme::instance().flagGroupColor(flagGroup));
            text.adjust(kIcon + kUnit, 0, 0, 0);
        }
        const QVariant swatch = index.data(Qt::DecorationRole);
        if (swatch.isValid()) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(swatch.value<QColor>());
            painter->drawRoundedRect(
                QRect(text.left(), text.center().y() - kSwatch / 2, kSwatch, kSwatch), 2, 2);
            text.setLeft(text.left() + kSwatchRoom);
        }
        const QVariant bar = index.data(BarRole);
        if (bar.isValid()) {
            paintBar(painter, QRect(text.left(), option.rect.bottom() - 6, text.width(), 3), bar.toDouble());
            text.adjust(0, 0, 0, -4);
        }
        paintText(painter, option, index, text);
        if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
            painter->setPen(QPen(t.accent, 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -2));
        }
        painter->restore();
    }

private:
    static void paintText(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index, QRect text)
    {
        const Tokens& t = tokens();
        const bool hover = option.state & QStyle::State_MouseOver;
        const bool link = opensSomething(index);
        QFont font = Theme::instance().font(TextSize::Body, index.data(StrongRole).toBool());
        QColor color = index.data(MutedRole).toBool() ? t.textMuted : t.text;
        const int tone = index.data(ToneRole).toInt();
        if (tone != 0) {
            color = tone > 0 ? t.positive : t.negative;
        }
        const bool action = link && index.data(ActionRole).toBool();
        if (action) {
            text = paintButton(painter, option.rect, hover);
            color = t.accent;
        } else if (link && hover) {
            font.setUnderline(true);
            color = t.accent;
        }
        painter->setFont(font);
        painter->setPen(color);
        QVariant alignment = index.data(Qt::TextAlignmentRole);
        drawFigures(painter, text,
            alignment.isValid() ? Qt::Alignment(alignment.toInt()) : Qt::AlignLeft | Qt::AlignVCenter,
            index.data().toString());
    }
};

} // namespace

bool opensSomething(const QModelIndex& index)
{
    return index.data(LinkRole).toBool() || !index.data(OpenRole).value<ClickThrough>().isEmpty();
}

QAbstractItemDelegate* makeDataDelegate(QObject* parent)
{
    return new DataDelegate(parent);
}

} // namespace winnow
