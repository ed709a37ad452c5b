// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sampletable.h"

#include "ui/models/samplemodel.h"
#include "ui/models/terms.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace winnow {

namespace {

class SampleTableDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = tokens();
        painter->save();
        const bool selected = option.state & QStyle::State_Selected;
        if (selected) {
            painter->fillRect(option.rect, t.accentSoft);
        } else if (option.state & QStyle::State_MouseOver) {
            painter->fillRect(option.rect, t.hover);
        }
        painter->setPen(t.border);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
        if (view && view->currentIndex().row() == index.row() && index.column() == SampleModel::KeyColumn) {
            painter->fillRect(
                QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), t.accent);
        }
        QRect text = option.rect.adjusted(kUnit, 0, -kUnit, 0);
        if (index.column() == SampleModel::FlagsColumn) {
            text.setLeft(paintGroups(painter, text, index));
        }
        const bool loaded
            = index.column() > SampleModel::GoldColumn || index.data(SampleModel::LoadedRole).toBool();
        if (!loaded) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(t.hover);
            painter->drawRoundedRect(
                QRect(text.left(), text.center().y() - 4, qMin(text.width(), 10 * kUnit), kUnit), 4, 4);
        } else {
            const bool primary = index.column() == SampleModel::QuestionColumn;
            painter->setFont(option.font);
            painter->setPen(primary ? t.text : t.textMuted);
            painter->drawText(text, index.data(Qt::TextAlignmentRole).toInt(),
                painter->fontMetrics().elidedText(
                    index.data().toString().simplified().left(400), Qt::ElideRight, text.width()));
        }
        painter->restore();
    }

private:
    static int paintGroups(QPainter* painter, const QRect& text, const QModelIndex& index)
    {
        const quint32 kinds = index.data(SampleModel::KindMaskRole).toUInt();
        const quint32 open = index.data(SampleModel::OpenMaskRole).toUInt();
        int x = text.left();
        quint32 shown = 0;
        for (const FlagKind& kind : flagKinds()) {
            const quint32 group = 1U << int(kind.group);
            if (!(kinds & (1U << kind.index)) || (shown & group)) {
                continue;
            }
            shown |= group;
            painter->setOpacity(open & (1U << kind.index) ? 1 : 0.45);
            paintLineIcon(painter, QStringLiteral("group-") + flagGroupId(kind.group),
                QRectF(x, text.center().y() - 7, 15, 15), Theme::instance().flagGroupColor(kind.group));
            painter->setOpacity(1);
            x += 18;
        }
        return shown ? x + 4 : x;
    }
};

} // namespace

SampleTable::SampleTable(QWidget* parent)
    : QTableView(parent)
{
    setObjectName(QStringLiteral("sampleTable"));
    setAccessibleName(tr("Samples as a table"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setItemDelegate(new SampleTableDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(4 * kUnit);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void SampleTable::setModel(QAbstractItemModel* newModel)
{
    QTableView::setModel(newModel);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    const QVector<QPair<int, int>> widths{{SampleModel::KeyColumn, 20}, {SampleModel::GoldColumn, 16},
        {SampleModel::CapabilityColumn, 16}, {SampleModel::FlagsColumn, 24}, {SampleModel::ScoreColumn, 8},
        {SampleModel::AccuracyColumn, 11}, {SampleModel::DecisionColumn, 13}};
    for (const auto& [column, units] : widths) {
        setColumnWidth(column, units * kUnit);
    }
    horizontalHeader()->setSectionResizeMode(SampleModel::QuestionColumn, QHeaderView::Stretch);
}

void SampleTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    // In a narrow window the question needs the room more than what the grid and the panel show as well.
    setColumnHidden(SampleModel::CapabilityColumn, viewport()->width() < 90 * kUnit);
    setColumnHidden(SampleModel::GoldColumn, viewport()->width() < 72 * kUnit);
}

} // namespace winnow
