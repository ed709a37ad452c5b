// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart.h"

#include "ui/charts/chartstyle.h"
#include "ui/util/clickthroughs.h"
#include "ui/util/plainwidgets.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QImage>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace winnow {

Chart::Chart(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
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

void Chart::refresh()
{
    m_hovered = m_pressed = m_current = -1;
    m_marks.clear();
    updateGeometry();
    update();
}

void Chart::drawAll(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(chartStyle().font);
    draw(painter, area, marks);
}

void Chart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QVector<ChartMark> marks;
    drawAll(painter, rect(), marks);
    m_marks = marks;
    painter.setBrush(Qt::NoBrush);
    if (m_hovered >= 0 && m_hovered < m_marks.size() && m_marks.at(m_hovered).isLink()) {
        painter.setPen(QPen(chartStyle().text, 1));
        painter.drawRoundedRect(m_marks.at(m_hovered).where.adjusted(-1, -1, 1, 1), 3, 3);
    }
    if (hasFocus() && m_current >= 0 && m_current < m_marks.size()) {
        painter.setPen(QPen(chartStyle().accent, 2));
        painter.drawRoundedRect(m_marks.at(m_current).where.adjusted(-2, -2, 2, 2), 3, 3);
    }
}

const ChartMark* Chart::markAt(const QPointF& point) const
{
    for (qsizetype i = m_marks.size() - 1; i >= 0; --i) {
        if (m_marks.at(i).where.adjusted(-1, -1, 1, 1).contains(point)) {
            return &m_marks.at(i);
        }
    }
    return nullptr;
}

void Chart::activate(const ChartMark& mark)
{
    if (mark.target >= 0) {
        emit targetActivated(mark.target);
    }
    openClickThrough(this, mark.open);
}

void Chart::mouseMoveEvent(QMouseEvent* event)
{
    const ChartMark* mark = markAt(event->position());
    const int hovered = mark ? int(mark - m_marks.constData()) : -1;
    setCursor(mark && mark->isLink() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (hovered != m_hovered) {
        m_hovered = hovered;
        update();
        if (mark && !mark->tip.isEmpty()) {
            showTip(event->globalPosition().toPoint(), mark->tip, this, mark->where.toAlignedRect());
        } else {
            hideTip();
        }
    }
}

void Chart::mousePressEvent(QMouseEvent* event)
{
    const ChartMark* mark = markAt(event->position());
    m_pressed = mark ? int(mark - m_marks.constData()) : -1;
    m_current = m_pressed;
}

void Chart::mouseReleaseEvent(QMouseEvent* event)
{
    const ChartMark* mark = markAt(event->position());
    const int released = mark ? int(mark - m_marks.constData()) : -1;
    if (event->button() == Qt::LeftButton && released >= 0 && released == m_pressed && mark->isLink()) {
        m_pressed = -1;
        activate(ChartMark(*mark));
        return;
    }
    m_pressed = -1;
}

void Chart::keyPressEvent(QKeyEvent* event)
{
    const int count = int(m_marks.size());
    int next = m_current;
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        next = qMin(count - 1, m_current + 1);
        break;
    case Qt::Key_Left:
    case Qt::Key_Up:
        next = qMax(0, m_current - 1);
        break;
    case Qt::Key_Home:
        next = 0;
        break;
    case Qt::Key_End:
        next = count - 1;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0 && m_current < count && m_marks.at(m_current).isLink()) {
            activate(ChartMark(m_marks.at(m_current)));
            return;
        }
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (count > 0 && next != m_current) {
        m_current = next;
        const ChartMark& mark = m_marks.at(next);
        setAccessibleDescription(cutTip(mark.tip));
        showTip(mapToGlobal(mark.where.bottomLeft().toPoint()), mark.tip, this);
        update();
    }
}

void Chart::leaveEvent(QEvent*)
{
    m_hovered = -1;
    update();
}

bool Chart::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const ChartMark* mark = markAt(help->pos())) {
            showTip(help->globalPos(), mark->tip, this, mark->where.toAlignedRect());
        } else {
            hideTip();
        }
        return true;
    }
    return QWidget::event(event);
}

QImage Chart::toImage() const
{
    const QSize size(qMax(600, width()), preferredHeight());
    const double scale = 2;
    QImage image((QSizeF(size) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(chartStyle().background);
    QPainter painter(&image);
    QVector<ChartMark> marks;
    drawAll(painter, QRectF(QPointF(), QSizeF(size)), marks);
    return image;
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
        const QSize size(qMax(600, width()), preferredHeight());
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

void fillBar(QPainter& painter, const QRectF& rect, const QColor& color, BarPattern pattern)
{
    painter.save();
    painter.setPen(Qt::NoPen);
    if (pattern == BarPattern::Outline) {
        QColor pale = color;
        pale.setAlphaF(0.18f);
        painter.fillRect(rect, pale);
        painter.setPen(QPen(color, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
        painter.restore();
        return;
    }
    painter.fillRect(rect, color);
    if (pattern != BarPattern::Plain) {
        QColor light = chartStyle().background;
        light.setAlphaF(0.55f);
        painter.setClipRect(rect, Qt::IntersectClip);
        if (pattern == BarPattern::Stripes) {
            painter.setPen(QPen(light, 1.4));
            for (double x = rect.left() - rect.height(); x < rect.right(); x += 6) {
                painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
            }
        } else {
            painter.setBrush(light);
            for (double y = rect.top() + 3; y < rect.bottom(); y += 5) {
                for (double x = rect.left() + 3; x < rect.right(); x += 5) {
                    painter.drawEllipse(QPointF(x, y), 1, 1);
                }
            }
        }
    }
    painter.restore();
}

QVector<double> niceTicks(double low, double high, int count)
{
    if (!(high > low) || count < 1) {
        return {low};
    }
    const double raw = (high - low) / count;
    const double magnitude = std::pow(10.0, std::floor(std::log10(raw)));
    double step = 10 * magnitude;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * magnitude >= raw * 0.999) {
            step = factor * magnitude;
            break;
        }
    }
    QVector<double> ticks;
    for (double tick = std::ceil(low / step - 1e-9) * step; tick <= high + step * 1e-9; tick += step) {
        ticks.append(std::abs(tick) < step * 1e-9 ? 0 : tick);
    }
    return ticks;
}

} // namespace winnow
