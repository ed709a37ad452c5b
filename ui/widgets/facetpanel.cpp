// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/facetpanel.h"

#include "ui/models/facetmodel.h"
#include "ui/util/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QStyledItemDelegate>

namespace winnow {

namespace {

class FacetDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const int line = QFontMetrics(Theme::instance().font(TextSize::Body)).height();
        const auto kind = FacetModel::RowKind(index.data(FacetModel::KindRole).toInt());
        if (kind == FacetModel::RowKind::Heading) {
            return {20 * kUnit, line + 2 * kUnit};
        }
        const bool two = kind == FacetModel::RowKind::Value
            && takesTwoLines(
                index.data().toString(), nameRoom(option.widget, index.data(FacetModel::CountRole)));
        return {20 * kUnit, (two ? 2 : 1) * line + kUnit + 2};
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
            paintValue(painter, box, index, hover, option.widget);
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
    /// What is left for the name of a value beside its count. The same with and without a scroll bar: whether
    /// there is one follows from the heights of the rows.
    static int nameRoom(const QWidget* panel, const QVariant& count)
    {
        const QFontMetrics numbers(Theme::instance().numberFont(TextSize::Small));
        const int bar = panel ? panel->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, panel) : 0;
        return (panel ? panel->width() - bar : 20 * kUnit) - 7 * kUnit - kUnit / 2
            - numbers.horizontalAdvance(formatCount(count.toLongLong()));
    }

    /// A name that one line cuts and two show whole.
    static bool takesTwoLines(const QString& name, int room)
    {
        const QFontMetrics metrics(Theme::instance().font(TextSize::Body));
        const QRect wrapped = metrics.boundingRect(QRect(0, 0, room, 1 << 12), Qt::TextWordWrap, name);
        return metrics.elidedText(name, Qt::ElideRight, room) != name
            && wrapped.height() <= 2 * metrics.lineSpacing() && wrapped.width() <= room;
    }

    static void paintValue(
        QPainter* painter, const QRect& box, const QModelIndex& index, bool hover, const QWidget* panel)
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
        const QString name = index.data().toString();
        const int room = nameRoom(panel, index.data(FacetModel::CountRole));
        const bool two = takesTwoLines(name, room);
        const int line = QFontMetrics(Theme::instance().font(TextSize::Body)).height();
        // Mark and count stand at the first line.
        const QRect first = two ? QRect(box.left(), box.top(), box.width(), line + kUnit + 2) : box;
        const QRectF mark(box.left() + kUnit, first.center().y() - 7, 15, 15);
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
        const QRect text = box.adjusted(4 * kUnit, 0, -kUnit, -4);
        painter->drawText(
            first.adjusted(4 * kUnit, 0, -kUnit, -4), Qt::AlignRight | Qt::AlignVCenter, number);
        painter->setFont(Theme::instance().font(TextSize::Body));
        painter->setPen(count > 0 || chosen ? t.text : t.textFaint);
        if (two) {
            painter->drawText(QRect(text.left(), text.top(), room, text.height()),
                int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextWordWrap, name);
        } else {
            painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                painter->fontMetrics().elidedText(name, Qt::ElideRight, room));
        }
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
    // Names take two lines where the panel is narrow: rows are measured again when its width changes.
    setWordWrap(true);
    setAccessibleName(tr("Filters"));
    setObjectName(QStringLiteral("facetPanel"));
    connect(this, &QListView::clicked, model, &FacetModel::activate);
    connect(model, &FacetModel::rowsRebuilt, this, &FacetPanel::findAgain);
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

int FacetPanel::rowLike(int kind, int field, const QString& value) const
{
    int heading = -1;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.data(FacetModel::FieldRole).toInt() != field) {
            continue;
        }
        if (index.data(FacetModel::KindRole).toInt() == kind
            && index.data(FacetModel::ValueRole).toString() == value) {
            return row;
        }
        heading = heading < 0 ? row : heading;
    }
    return heading;
}

void FacetPanel::findAgain()
{
    const int row = m_field < 0 ? -1 : rowLike(m_kind, m_field, m_value);
    if (row < 0) {
        return;
    }
    const int place = verticalScrollBar()->value();
    setCurrentIndex(model()->index(row, 0));
    verticalScrollBar()->setValue(place);
    if (hasFocus()) {
        scrollTo(currentIndex());
    }
}

void FacetPanel::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    if (current.isValid()) {
        m_kind = current.data(FacetModel::KindRole).toInt();
        m_field = current.data(FacetModel::FieldRole).toInt();
        m_value = current.data(FacetModel::ValueRole).toString();
    }
    QListView::currentChanged(current, previous);
}

void FacetPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const int row = currentIndex().row();
        const bool more = m_kind == int(FacetModel::RowKind::More);
        static_cast<FacetModel*>(model())->activate(currentIndex());
        if (more || !currentIndex().isValid()) {
            setCurrentIndex(model()->index(qMin(row, model()->rowCount() - 1), 0));
        }
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace winnow
