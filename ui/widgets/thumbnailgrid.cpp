// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/thumbnailgrid.h"

#include "core/domain/flagkind.h"
#include "ui/models/samplemodel.h"
#include "ui/models/terms.h"
#include "ui/models/thumbnailprovider.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/thumbnailcell.h"

#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QWheelEvent>

namespace winnow {

namespace {

constexpr int kSmallest = 96;
constexpr int kLargest = 320;
constexpr int kGap = kUnit;
/// The largest place that a rectangle of ints can have, with room for its size.
constexpr qint64 kFarthest = 2'000'000'000;

} // namespace

ThumbnailGrid::ThumbnailGrid(ThumbnailProvider* thumbnails, QWidget* parent)
    : QAbstractItemView(parent)
    , m_thumbnails(thumbnails)
{
    setObjectName(QStringLiteral("thumbnailGrid"));
    setAccessibleName(tr("Samples as pictures"));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setElidable(viewport());
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    m_settle.setSingleShot(true);
    m_settle.setInterval(60);
    connect(&m_settle, &QTimer::timeout, this, &ThumbnailGrid::dropUnwanted);
    connect(m_thumbnails, &ThumbnailProvider::ready, viewport(), qOverload<>(&QWidget::update));
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometries();
        viewport()->update();
    });
}

void ThumbnailGrid::setModel(QAbstractItemModel* newModel)
{
    QAbstractItemView::setModel(newModel);
    connect(newModel, &QAbstractItemModel::modelReset, this, [this] {
        m_hovered = -1;
        updateGeometries();
        m_settle.start();
    });
    connect(newModel, &QAbstractItemModel::dataChanged, viewport(), qOverload<>(&QWidget::update));
}

void ThumbnailGrid::setCellWidth(int width)
{
    const int bounded = qBound(kSmallest, width, kLargest);
    if (bounded == m_cell) {
        return;
    }
    const QModelIndex anchor
        = currentIndex().isValid() ? currentIndex() : indexAt(viewport()->rect().center());
    m_cell = bounded;
    updateGeometries();
    if (anchor.isValid()) {
        scrollTo(anchor);
    }
    viewport()->update();
    emit cellWidthChanged(m_cell);
}

QSize ThumbnailGrid::cellSize() const
{
    const QFontMetrics metrics(Theme::instance().font(TextSize::Small));
    return {m_cell, m_cell * 3 / 4 + 2 * metrics.height() + metrics.height() + 2 * kUnit};
}

int ThumbnailGrid::rowHeight() const
{
    return cellSize().height() + kGap;
}

int ThumbnailGrid::columns() const
{
    return qMax(1, (viewport()->width() - kGap) / (m_cell + kGap));
}

int ThumbnailGrid::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QRect ThumbnailGrid::cellRect(int row) const
{
    const int perLine = columns();
    const int line = row / perLine;
    const int column = row % perLine;
    const int spare = viewport()->width() - kGap - perLine * (m_cell + kGap);
    const int step = m_cell + kGap + spare / perLine;
    const qint64 y = qint64(line) * rowHeight() + kGap - verticalOffset();
    return {QPoint(kGap + column * step, int(qBound(-kFarthest, y, kFarthest))),
        QSize(step - kGap, cellSize().height())};
}

QRect ThumbnailGrid::visualRect(const QModelIndex& index) const
{
    return index.isValid() ? cellRect(index.row()) : QRect();
}

QModelIndex ThumbnailGrid::indexAt(const QPoint& point) const
{
    if (!model()) {
        return {};
    }
    const int perLine = columns();
    const int line = (point.y() + verticalOffset() - kGap) / rowHeight();
    if (line < 0) {
        return {};
    }
    for (int column = 0; column < perLine; ++column) {
        const int row = line * perLine + column;
        if (row < model()->rowCount() && cellRect(row).contains(point)) {
            return model()->index(row, 0);
        }
    }
    return {};
}

void ThumbnailGrid::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    if (!index.isValid()) {
        return;
    }
    const QRect rect = cellRect(index.row());
    const int height = viewport()->height();
    int value = verticalOffset();
    if (hint == PositionAtCenter) {
        value += rect.center().y() - height / 2;
    } else if (hint == PositionAtTop || rect.top() < kGap) {
        value += rect.top() - kGap;
    } else if (hint == PositionAtBottom || rect.bottom() > height - kGap) {
        value += rect.bottom() - height + kGap;
    }
    verticalScrollBar()->setValue(value);
}

QModelIndex ThumbnailGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int count = model() ? model()->rowCount() : 0;
    if (count == 0) {
        return {};
    }
    const int perLine = columns();
    const int page = qMax(1, viewport()->height() / rowHeight()) * perLine;
    int row = currentIndex().isValid() ? currentIndex().row() : -1;
    if (row < 0) {
        return model()->index(0, 0);
    }
    switch (action) {
    case MoveUp:
        row = row >= perLine ? row - perLine : row;
        break;
    case MoveDown:
        row = row + perLine < count ? row + perLine : row;
        break;
    case MoveLeft:
    case MovePrevious:
        --row;
        break;
    case MoveRight:
    case MoveNext:
        ++row;
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = count - 1;
        break;
    case MovePageUp:
        row = qMax(row % perLine, row - page);
        break;
    case MovePageDown:
        row = qMin(count - 1, row + page);
        break;
    }
    return model()->index(qBound(0, row, count - 1), 0);
}

void ThumbnailGrid::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags)
{
    if (!model() || model()->rowCount() == 0) {
        return;
    }
    const int last = model()->columnCount() - 1;
    const QRect area = rect.normalized();
    const auto select = [&](int from, int to) {
        selectionModel()->select(QItemSelection(model()->index(from, 0), model()->index(to, last)), flags);
    };
    // Keys pass the rectangle from the anchor to the current cell: a range in reading order, as in a text.
    if (!(flags & QItemSelectionModel::Current) || state() != DragSelectingState) {
        const QModelIndex a = indexAt(rect.topLeft());
        const QModelIndex b = indexAt(rect.bottomRight());
        if (a.isValid() && b.isValid()) {
            select(qMin(a.row(), b.row()), qMax(a.row(), b.row()));
            return;
        }
        if (currentIndex().isValid() && area.width() <= 2 && area.height() <= 2) {
            selectionModel()->select(QItemSelection(), flags);
            return;
        }
    }
    QItemSelection chosen;
    const int first = qMax(0, (area.top() + verticalOffset()) / rowHeight() * columns());
    const int end
        = qMin(model()->rowCount(), ((area.bottom() + verticalOffset()) / rowHeight() + 1) * columns());
    for (int row = first; row < end; ++row) {
        if (cellRect(row).intersects(area)) {
            chosen.select(model()->index(row, 0), model()->index(row, last));
        }
    }
    selectionModel()->select(chosen, flags);
}

QRegion ThumbnailGrid::visualRegionForSelection(const QItemSelection& selection) const
{
    QRegion region;
    for (const QItemSelectionRange& range : selection) {
        const int from = qMax(range.top(), firstVisible());
        const int to = qMin(range.bottom(), lastVisible());
        for (int row = from; row <= to; ++row) {
            region += cellRect(row).adjusted(-3, -3, 3, 3);
        }
    }
    return region;
}

int ThumbnailGrid::firstVisible() const
{
    return qMax(0, verticalOffset() / rowHeight() * columns());
}

int ThumbnailGrid::lastVisible() const
{
    const int end = ((verticalOffset() + viewport()->height()) / rowHeight() + 1) * columns();
    return qMin(end, model() ? model()->rowCount() : 0) - 1;
}

void ThumbnailGrid::updateGeometries()
{
    const int count = model() ? model()->rowCount() : 0;
    const qint64 lines = (count + columns() - 1) / columns();
    const qint64 height = lines * rowHeight() + kGap;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight() / 3);
    verticalScrollBar()->setRange(0, int(qBound<qint64>(0, height - viewport()->height(), kFarthest)));
    QAbstractItemView::updateGeometries();
}

void ThumbnailGrid::resizeEvent(QResizeEvent* event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
}

void ThumbnailGrid::scrollContentsBy(int dx, int dy)
{
    QAbstractItemView::scrollContentsBy(dx, dy);
    viewport()->update();
    m_settle.start();
}

void ThumbnailGrid::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        setCellWidth(m_cell + (event->angleDelta().y() > 0 ? 24 : -24));
        event->accept();
        return;
    }
    QAbstractItemView::wheelEvent(event);
}

void ThumbnailGrid::mouseMoveEvent(QMouseEvent* event)
{
    const QModelIndex under = indexAt(event->position().toPoint());
    if (under.row() != m_hovered) {
        m_hovered = under.row();
        viewport()->update();
    }
    QAbstractItemView::mouseMoveEvent(event);
}

void ThumbnailGrid::leaveEvent(QEvent* event)
{
    m_hovered = -1;
    viewport()->update();
    QAbstractItemView::leaveEvent(event);
}

void ThumbnailGrid::dropUnwanted()
{
    if (!model()) {
        return;
    }
    QSet<QByteArray> wanted;
    for (int row = firstVisible(); row <= lastVisible(); ++row) {
        const QVariant image = model()->index(row, 0).data(SampleModel::ImageRole);
        if (image.isValid()) {
            wanted.insert(image.value<ImageRef>().sha256);
        }
    }
    m_thumbnails->keepOnly(wanted);
}

void ThumbnailGrid::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tokens().window);
    if (!model()) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    // From the last to the first, since the newest request is made first.
    for (int row = lastVisible(); row >= firstVisible(); --row) {
        paintCell(&painter, model()->index(row, 0), cellRect(row));
    }
}

void ThumbnailGrid::paintCell(QPainter* painter, const QModelIndex& index, const QRect& rect) const
{
    ThumbnailCell cell(painter, index, rect, *m_thumbnails);
    cell.paint({.selected = selectionModel()->isSelected(index),
        .current = index == currentIndex() && hasFocus(),
        .hovered = index.row() == m_hovered});
}

} // namespace winnow
