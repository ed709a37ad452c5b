// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/numbertableview.h"

#include "ui/charts/numbertable.h"
#include "ui/models/tableroles.h"
#include "ui/util/clickthroughs.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>
#include <set>

namespace winnow {

namespace {

bool isLink(const QModelIndex& index)
{
    return index.data(NumberTableModel::TargetRole).toInt() >= 0
        || !index.data(OpenRole).value<ClickThrough>().isEmpty();
}

/// Links in the accent colour, a swatch before the text, room on both sides.
class CellDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool swatch = index.data(Qt::DecorationRole).isValid();
        return {option.fontMetrics.horizontalAdvance(index.data().toString()) + 3 * kUnit + (swatch ? 18 : 0),
            4 * kUnit};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = tokens();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool link = isLink(index);
        const bool hover = link && (option.state & QStyle::State_MouseOver);
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, t.accentSoft);
        } else if (hover) {
            painter->fillRect(option.rect, t.hover);
        }
        QRect text = option.rect.adjusted(kUnit, 0, -kUnit, 0);
        const QVariant swatch = index.data(Qt::DecorationRole);
        if (swatch.isValid()) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(swatch.value<QColor>());
            painter->drawRoundedRect(QRect(text.left(), text.center().y() - 5, 11, 11), 2, 2);
            text.setLeft(text.left() + 18);
        }
        QFont font = option.font;
        font.setUnderline(hover);
        painter->setFont(font);
        painter->setPen(link ? t.accent : index.column() == 0 ? t.text : t.textMuted);
        const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        painter->drawText(text, int(alignment),
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
            painter->setPen(QPen(t.accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 3, 3);
        }
        painter->restore();
    }
};

} // namespace

QAbstractItemDelegate* makeNumberDelegate(QObject* parent)
{
    return new CellDelegate(parent);
}

NumberTableView::NumberTableView(QWidget* parent)
    : QTableView(parent)
{
    setItemDelegate(new CellDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setMouseTracking(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSortingEnabled(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(4 * kUnit);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setMinimumSectionSize(5 * kUnit);
    horizontalHeader()->setStretchLastSection(false);
    connect(this, &QTableView::clicked, this, &NumberTableView::activate);
}

void NumberTableView::setNumbers(NumberTableModel* model)
{
    m_numbers = model;
    setModel(model);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(model, &QAbstractItemModel::modelReset, this, &NumberTableView::fitColumns);
    fitColumns();
}

void NumberTableView::setVisibleRows(int rows)
{
    m_visibleRows = rows;
    updateGeometry();
}

void NumberTableView::fitColumns()
{
    resizeColumnsToContents();
    for (int i = 0; i < horizontalHeader()->count(); ++i) {
        setColumnWidth(i, qMin(columnWidth(i) + kUnit, 45 * kUnit));
    }
    // The first column takes the room that is left, so that numbers end at the right edge; in a table of
    // texts the last one does.
    const int count = horizontalHeader()->count();
    if (count > 1) {
        const auto& columns = m_numbers->table().columns;
        const bool texts = std::none_of(
            columns.cbegin(), columns.cend(), [](const NumberColumn& column) { return column.numeric; });
        const int wide = texts ? count - 1 : 0;
        int others = 0;
        for (int i = 0; i < count; ++i) {
            others += i == wide ? 0 : columnWidth(i);
        }
        const int left = viewport()->width() - others;
        if (left > columnWidth(wide) || texts) {
            setColumnWidth(wide, left);
        }
    }
    updateGeometry();
}

void NumberTableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        fitColumns();
    }
}

QSize NumberTableView::sizeHint() const
{
    const int rows = model() ? qMin(m_visibleRows, model()->rowCount()) : 0;
    const int bar = horizontalScrollBar()->isVisible() ? horizontalScrollBar()->height() : 0;
    return {60 * kUnit, horizontalHeader()->sizeHint().height() + rows * 4 * kUnit + bar + 2};
}

QSize NumberTableView::minimumSizeHint() const
{
    return {30 * kUnit, sizeHint().height()};
}

void NumberTableView::activate(const QModelIndex& index)
{
    if (index.isValid() && index.data(NumberTableModel::TargetRole).toInt() >= 0) {
        emit targetActivated(index.data(NumberTableModel::TargetRole).toInt());
    }
    openClickThrough(this, index.data(OpenRole).value<ClickThrough>());
}

void NumberTableView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        activate(currentIndex());
        return;
    }
    if (event == QKeySequence::Copy && m_numbers) {
        std::set<int> rows;
        for (const QModelIndex& index : selectionModel()->selectedIndexes()) {
            rows.insert(index.row());
        }
        QStringList lines;
        for (const int row : rows) {
            QStringList cells;
            for (int column = 0; column < m_numbers->columnCount(); ++column) {
                cells.append(m_numbers->index(row, column).data().toString());
            }
            lines.append(cells.join(u'\t'));
        }
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
        return;
    }
    QTableView::keyPressEvent(event);
}

void NumberTableView::mouseMoveEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool link = index.isValid() && isLink(index);
    viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTableView::mouseMoveEvent(event);
}

void NumberTableView::wheelEvent(QWheelEvent* event)
{
    // A table that shows all its rows leaves the wheel to the page.
    if (verticalScrollBar()->maximum() == 0 && event->angleDelta().x() == 0) {
        event->ignore();
        return;
    }
    QTableView::wheelEvent(event);
}

} // namespace winnow
