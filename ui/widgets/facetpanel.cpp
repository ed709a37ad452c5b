// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/facetpanel.h"

#include "ui/models/facetmodel.h"
#include "ui/util/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace winnow {

namespace {

class FacetDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const int line = QFontMetrics(Theme::instance().font(TextSize::Body)).height();
        const auto kind = FacetModel::RowKind(index.data(FacetModel::KindRole).toInt());
        return {20 * kUnit, kind == FacetModel::RowKind::Heading ? line + 2 * kUnit : line + kUnit + 2};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const Tokens& t = tokens();
        const QRect box = option.rect.adjusted(kUnit, 0, -kUnit, 0);
        const bool hover = option.state & QStyle::State_MouseOver;
        const bool focus = (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active);
        switch (FacetModel::RowKind(index.data(FacetModel::KindRole).toInt())) {
        case FacetModel::RowKind::Heading: {
            const bool folded = index.data(FacetModel::FoldedRole).toBool();
            painter->setFont(Theme::instance().font(TextSize::Small, true));
            painter->setPen(hover ? t.text : t.textMuted);
            const QRect text = box.adjusted(kUnit, kUnit, -3 * kUnit, 0);
            painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
            const QRectF arrow(box.right() - 2 * kUnit, text.center().y() - 6, 12, 12);
            paintLineIcon(painter, folded ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down"),
                arrow, t.textFaint);
            break;
        }
        case FacetModel::RowKind::More:
            painter->setFont(Theme::instance().font(TextSize::Small));
            painter->setPen(t.accent);
            painter->drawText(
                box.adjusted(4 * kUnit, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
            break;
        case FacetModel::RowKind::Value:
            paintValue(painter, box, index, hover);
            break;
        }
        if (focus) {
            painter->setPen(QPen(t.accent, 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), kRadius, kRadius);
        }
        painter->restore();
    }

private:
    static void paintValue(QPainter* painter, const QRect& box, const QModelIndex& index, bool hover)
    {
        const Tokens& t = tokens();
        const bool chosen = index.data(FacetModel::ChosenRole).toBool();
        const int group = index.data(FacetModel::GroupRole).toInt();
        const QColor hue = group >= 0 ? Theme::instance().flagGroupColor(FlagGroup(group)) : t.accent;
        if (chosen || hover) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(chosen ? t.accentSoft : t.hover);
            painter->drawRoundedRect(box, kRadius, kRadius);
        }
        const QRectF mark(box.left() + kUnit, box.center().y() - 7, 15, 15);
        if (chosen) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(t.accent);
            painter->drawRoundedRect(mark, 4, 4);
            paintLineIcon(painter, QStringLiteral("check"), mark.adjusted(1, 1, -1, -1), t.onAccent);
        } else if (group >= 0) {
            paintLineIcon(painter, QStringLiteral("group-") + flagGroupId(FlagGroup(group)), mark, hue);
        } else {
            painter->setPen(t.borderStrong);
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(mark.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        }
        const qint64 count = index.data(FacetModel::CountRole).toLongLong();
        const QString number = formatCount(count);
        painter->setFont(Theme::instance().numberFont(TextSize::Small));
        painter->setPen(count > 0 ? t.textMuted : t.textFaint);
        const int numberWidth = painter->fontMetrics().horizontalAdvance(number);
        const QRect text = box.adjusted(4 * kUnit, 0, -kUnit, -4);
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, number);
        painter->setFont(Theme::instance().font(TextSize::Body, chosen));
        painter->setPen(count > 0 || chosen ? t.text : t.textFaint);
        const int room = text.width() - numberWidth - kUnit;
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room));
        const double share = index.data(FacetModel::ShareRole).toDouble();
        const double length = share * (text.width());
        painter->setPen(Qt::NoPen);
        QColor bar = hue;
        bar.setAlphaF(0.35F);
        painter->setBrush(bar);
        painter->drawRect(QRectF(text.left(), box.bottom() - 2, length, 2));
    }
};

} // namespace

FacetPanel::FacetPanel(FacetModel* model, QWidget* parent)
    : QListView(parent)
{
    setModel(model);
    setItemDelegate(new FacetDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::NoSelection);
    setMouseTracking(true);
    setResizeMode(QListView::Adjust);
    setAccessibleName(tr("Filters"));
    setObjectName(QStringLiteral("facetPanel"));
    connect(this, &QListView::clicked, model, &FacetModel::activate);
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void FacetPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const int row = currentIndex().row();
        static_cast<FacetModel*>(model())->activate(currentIndex());
        setCurrentIndex(model()->index(qMin(row, model()->rowCount() - 1), 0));
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace winnow
