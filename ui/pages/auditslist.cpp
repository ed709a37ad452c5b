// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/auditslist.h"

#include "ui/models/auditoverview.h"
#include "ui/util/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace winnow {

namespace {

class DetectorDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const Theme& theme = Theme::instance();
        const int small = QFontMetrics(theme.font(TextSize::Small)).height();
        if (index.data(DetectorListModel::HeadingRole).toBool()) {
            return {100, small + 2 * kUnit + kUnit / 2};
        }
        // Fonts that stand in for missing letters (Korean) are higher than the one that is measured.
        return {100, QFontMetrics(theme.font(TextSize::Body)).height() + small + 2 * kUnit + kUnit / 2};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = tokens();
        const Theme& theme = Theme::instance();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const auto group = FlagGroup(index.data(DetectorListModel::GroupRole).toInt());
        if (index.data(DetectorListModel::HeadingRole).toBool()) {
            const QRect area = option.rect.adjusted(2 * kUnit, kUnit, -kUnit, 0);
            flagGroupIcon(group).paint(painter, QRect(area.left(), area.center().y() - 7, 14, 14));
            painter->setFont(theme.font(TextSize::Small, true));
            painter->setPen(t.textMuted);
            painter->drawText(
                area.adjusted(20, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
            painter->restore();
            return;
        }
        const QRect box = option.rect.adjusted(kUnit, 1, -kUnit, -1);
        const bool selected = option.state & QStyle::State_Selected;
        if (selected || (option.state & QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(selected ? t.accentSoft : t.hover);
            painter->drawRoundedRect(box, kRadius, kRadius);
        }
        if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
            painter->setPen(QPen(t.accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(box.adjusted(1, 1, -1, -1), kRadius, kRadius);
        }
        const bool canRun = index.data(DetectorListModel::CanRunRole).toBool();
        QRect text = box.adjusted(kUnit + 20, kUnit - 2, -kUnit, -kUnit + 2);
        const qint64 flags = index.data(DetectorListModel::FlagsRole).toLongLong();
        if (flags > 0) {
            painter->setFont(theme.numberFont(TextSize::Small));
            const QString count = formatCount(flags);
            const int wide = painter->fontMetrics().horizontalAdvance(count);
            painter->setPen(t.textMuted);
            painter->drawText(text, Qt::AlignRight | Qt::AlignTop, count);
            text.setRight(text.right() - wide - kUnit);
        }
        painter->setFont(theme.font(TextSize::Body));
        painter->setPen(canRun ? t.text : t.textMuted);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignTop,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        text.setRight(box.right() - kUnit);
        painter->setFont(theme.font(TextSize::Small));
        painter->setPen(canRun ? t.textMuted : t.textFaint);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignBottom,
            painter->fontMetrics().elidedText(
                index.data(DetectorListModel::StatusRole).toString(), Qt::ElideRight, text.width()));
        painter->restore();
    }
};

} // namespace

AuditsList::AuditsList(QWidget* parent)
    : QListView(parent)
{
    setItemDelegate(new DetectorDelegate(this));
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setMouseTracking(true);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setAccessibleName(tr("Detectors"));
    setObjectName(QStringLiteral("detectorList"));
}

QModelIndex AuditsList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex next = QListView::moveCursor(action, modifiers);
    if (!next.isValid() || (next.flags() & Qt::ItemIsSelectable)) {
        return next;
    }
    // Steps over headings.
    const bool up = action == MoveUp || action == MovePrevious || action == MoveHome || action == MovePageUp;
    for (int row = next.row(); row >= 0 && row < model()->rowCount(); row += up ? -1 : 1) {
        const QModelIndex candidate = model()->index(row, 0);
        if (candidate.flags() & Qt::ItemIsSelectable) {
            return candidate;
        }
    }
    for (int row = next.row(); row < model()->rowCount(); ++row) {
        const QModelIndex candidate = model()->index(row, 0);
        if (candidate.flags() & Qt::ItemIsSelectable) {
            return candidate;
        }
    }
    return currentIndex();
}

} // namespace winnow
