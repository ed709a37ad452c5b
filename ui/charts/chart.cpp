// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart.h"

#include "ui/charts/chartstyle.h"
#include "ui/util/clickthroughs.h"
#include "ui/util/plainwidgets.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QImage>
#include <QMouseEvent>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace winnow {

namespace {

constexpr int kLeastWidth = 600;
/// Room of the frame around the mark under the pointer or the keyboard.
constexpr double kFrame = 4;

/// What a screen reader says while no mark is chosen.
void describe(Chart* chart)
{
    chart->setAccessibleDescription(
        Chart::tr("Arrow keys go from mark to mark, Enter opens one, Ctrl+C copies the numbers."));
}

} // namespace

Chart::Chart(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_OpaquePaintEvent);
    describe(this);
}

void Chart::setTitle(const QString& title)
{
    m_title = title;
    setAccessibleName(title);
}

QSize Chart::sizeHint() const
{
    return {480, preferredHeight()};
}

QSize Chart::minimumSizeHint() const
{
    return {240, preferredHeight()};
}

QSize Chart::pictureSize() const
{
    return {qMax(kLeastWidth, width()), preferredHeight()};
}

void Chart::refresh()
{
    m_hovered = m_pressed = m_current = -1;
    describe(this);
    updateGeometry();
    redraw();
}

void Chart::redraw()
{
    m_drawnWith = 0;
    update();
}

const QVector<ChartMark>& Chart::marks() const
{
    layOut();
    return m_marks;
}

void Chart::drawAll(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(chartStyle().font);
    draw(painter, area, marks);
    painter.restore();
}

void Chart::layOut() const
{
    const double scale = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * scale).toSize();
    if (m_drawnWith == chartStyleSerial() && m_picture.size() == pixels) {
        return;
    }
    if (m_picture.size() != pixels) {
        m_picture = QPixmap(pixels);
    }
    m_marks.clear();
    m_drawnWith = chartStyleSerial();
    if (m_picture.isNull()) {
        return;
    }
    m_picture.setDevicePixelRatio(scale);
    m_picture.fill(chartStyle().background);
    QPainter painter(&m_picture);
    drawAll(painter, rect(), m_marks);
}

void Chart::paintEvent(QPaintEvent* event)
{
    layOut();
    QPainter painter(this);
    const QRectF part = event->rect();
    const double scale = m_picture.devicePixelRatio();
    painter.drawPixmap(part, m_picture, QRectF(part.topLeft() * scale, part.size() * scale));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    if (m_hovered >= 0 && m_hovered < m_marks.size()) {
        painter.setPen(QPen(chartStyle().text, 1));
        painter.drawRoundedRect(m_marks.at(m_hovered).where.adjusted(-1, -1, 1, 1), 3, 3);
    }
    if (hasFocus() && m_current >= 0 && m_current < m_marks.size()) {
        painter.setPen(QPen(chartStyle().accent, 2));
        painter.drawRoundedRect(m_marks.at(m_current).where.adjusted(-2, -2, 2, 2), 3, 3);
    }
}

void Chart::updateMark(int index)
{
    if (index >= 0 && index < m_marks.size()) {
        update(m_marks.at(index).where.adjusted(-kFrame, -kFrame, kFrame, kFrame).toAlignedRect());
    }
}

int Chart::markAt(const QPointF& point) const
{
    const QVector<ChartMark>& all = marks();
    for (qsizetype i = all.size() - 1; i >= 0; --i) {
        if (all.at(i).where.adjusted(-1, -1, 1, 1).contains(point)) {
            return int(i);
        }
    }
    return -1;
}

int Chart::nearestMark(const QPointF& point, double reach) const
{
    const QVector<ChartMark>& all = marks();
    int nearest = -1;
    double least = reach * reach;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QPointF way = all.at(i).where.center() - point;
        const double distance = QPointF::dotProduct(way, way);
        if (distance <= least) {
            least = distance;
            nearest = int(i);
        }
    }
    return nearest;
}

void Chart::mouseMoveEvent(QMouseEvent* event)
{
    const int hovered = markAt(event->position());
    setCursor(hovered >= 0 && m_marks.at(hovered).isLink() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (hovered == m_hovered) {
        return;
    }
    updateMark(m_hovered);
    m_hovered = hovered;
    updateMark(hovered);
    if (hovered >= 0 && !m_marks.at(hovered).tip.isEmpty()) {
        const ChartMark& mark = m_marks.at(hovered);
        showTip(event->globalPosition().toPoint(), mark.tip, this, mark.where.toAlignedRect());
    } else {
        hideTip();
    }
}

void Chart::mousePressEvent(QMouseEvent* event)
{
    m_pressed = markAt(event->position());
    updateMark(m_current);
    m_current = m_pressed;
    updateMark(m_current);
}

void Chart::mouseReleaseEvent(QMouseEvent* event)
{
    const int released = markAt(event->position());
    const bool chosen = event->button() == Qt::LeftButton && released >= 0 && released == m_pressed;
    m_pressed = -1;
    if (chosen) {
        openClickThrough(this, ClickThrough(m_marks.at(released).open));
    }
}

void Chart::setCurrent(int index)
{
    if (index == m_current) {
        return;
    }
    updateMark(m_current);
    m_current = index;
    updateMark(index);
    if (index < 0) {
        hideTip();
        describe(this);
        return;
    }
    const ChartMark& mark = m_marks.at(index);
    setAccessibleDescription(cutTip(mark.tip));
    showTip(mapToGlobal(mark.where.bottomLeft().toPoint()), mark.tip, this);
}

void Chart::keyPressEvent(QKeyEvent* event)
{
    const int count = int(marks().size());
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(table().toTsv());
        return;
    }
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        setCurrent(qMin(count - 1, m_current + 1));
        return;
    case Qt::Key_Left:
    case Qt::Key_Up:
        setCurrent(qMin(count - 1, qMax(0, m_current - 1)));
        return;
    case Qt::Key_Home:
        setCurrent(qMin(count - 1, 0));
        return;
    case Qt::Key_End:
        setCurrent(count - 1);
        return;
    case Qt::Key_Escape:
        if (m_current >= 0) {
            setCurrent(-1);
            return;
        }
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0 && m_current < count && m_marks.at(m_current).isLink()) {
            openClickThrough(this, ClickThrough(m_marks.at(m_current).open));
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void Chart::leaveEvent(QEvent*)
{
    updateMark(m_hovered);
    m_hovered = -1;
}

bool Chart::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Before a key of the page that would take them.
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy) || (key->key() == Qt::Key_Escape && m_current >= 0)) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int index = markAt(help->pos());
        if (index >= 0) {
            showTip(help->globalPos(), m_marks.at(index).tip, this, m_marks.at(index).where.toAlignedRect());
        } else {
            hideTip();
        }
        return true;
    }
    return QWidget::event(event);
}

QImage Chart::toImage() const
{
    const QSize size = pictureSize();
    const double scale = 2;
    QImage image((QSizeF(size) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(chartStyle().background);
    QPainter painter(&image);
    QVector<ChartMark> marks;
    drawAll(painter, QRectF(QPointF(), QSizeF(size)), marks);
    m_drawnWith = 0;
    return image;
}

void Chart::paintInto(QPainter& painter, const QRectF& area) const
{
    const QSizeF size = pictureSize();
    const PaperStyle paper;
    painter.save();
    painter.translate(area.topLeft());
    const double scale = qMin(area.width() / size.width(), area.height() / size.height());
    painter.scale(scale, scale);
    QVector<ChartMark> marks;
    drawAll(painter, QRectF(QPointF(), size), marks);
    m_drawnWith = 0;
    painter.restore();
}

Result<> Chart::print(QPagedPaintDevice& device) const
{
    QPainter painter;
    if (!painter.begin(&device)) {
        return fail(ErrorCode::Io, QCoreApplication::translate("Chart", "The page cannot be printed"),
            QCoreApplication::translate(
                "Chart", "Choose another printer, or a folder that you may write to."));
    }
    const QRectF page = painter.viewport();
    const double scale = page.width() / pictureSize().width();
    QFont heading = font();
    heading.setPixelSize(qMax(1, int(16 * scale)));
    heading.setBold(true);
    painter.setFont(heading);
    const QRectF title = painter.boundingRect(page, Qt::TextWordWrap, m_title);
    painter.drawText(title, Qt::TextWordWrap, m_title);
    paintInto(painter, page.adjusted(0, title.height() + 12 * scale, 0, 0));
    return {};
}

Result<> Chart::savePng(const QString& path) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !toImage().save(&file, "PNG") || !file.commit()) {
        return fail(ErrorCode::Io,
            QCoreApplication::translate("Chart", "The picture %1 cannot be written: %2")
                .arg(path, file.errorString()),
            QCoreApplication::translate("Chart", "Choose a folder that you may write to."));
    }
    return {};
}

Result<> Chart::saveSvg(const QString& path) const
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        const QSize size = pictureSize();
        QSvgGenerator svg;
        svg.setOutputDevice(&file);
        svg.setSize(size);
        svg.setViewBox(QRect(QPoint(), size));
        svg.setTitle(m_title);
        // One user unit a pixel, as on the screen.
        svg.setResolution(logicalDpiX());
        QPainter painter(&svg);
        painter.fillRect(QRect(QPoint(), size), chartStyle().background);
        QVector<ChartMark> marks;
        drawAll(painter, QRectF(QPointF(), QSizeF(size)), marks);
        m_drawnWith = 0;
        painter.end();
        if (file.commit()) {
            return {};
        }
    }
    return fail(ErrorCode::Io,
        QCoreApplication::translate("Chart", "The picture %1 cannot be written: %2")
            .arg(path, file.errorString()),
        QCoreApplication::translate("Chart", "Choose a folder that you may write to."));
}

} // namespace winnow
