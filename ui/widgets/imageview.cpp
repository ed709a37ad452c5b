// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/imageview.h"

#include "core/sqlite/connection.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QFutureWatcher>
#include <QMouseEvent>
#include <QPainter>
#include <QtConcurrent>

#include <algorithm>
#include <array>
#include <cmath>

namespace winnow {

namespace {

constexpr double kStep = 1.25;
/// From here on single pixels are what one looks for.
constexpr double kShowPixelsFrom = 4;
static_assert(kPaneGap == kUnit);

QImage stretched(QImage image)
{
    std::array<qint64, 256> histogram{};
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            ++histogram[size_t(qGray(line[x]))];
        }
    }
    // Half a percent at each end may be lost.
    const qint64 cut = qint64(image.width()) * image.height() / 200;
    int low = 0;
    int high = 255;
    for (qint64 sum = 0; low < 255 && (sum += histogram[size_t(low)]) <= cut;) {
        ++low;
    }
    for (qint64 sum = 0; high > low + 1 && (sum += histogram[size_t(high)]) <= cut;) {
        --high;
    }
    std::array<uchar, 256> table{};
    for (int i = 0; i < 256; ++i) {
        table[size_t(i)] = uchar(std::clamp((i - low) * 255 / std::max(1, high - low), 0, 255));
    }
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            line[x] = qRgb(
                table[size_t(qRed(line[x]))], table[size_t(qGreen(line[x]))], table[size_t(qBlue(line[x]))]);
        }
    }
    return image;
}

QImage withContrast(QImage image, Contrast contrast)
{
    switch (contrast) {
    case Contrast::Normal:
        break;
    case Contrast::Stretched:
        return stretched(std::move(image));
    case Contrast::Inverted:
        image.invertPixels();
        break;
    }
    return image;
}

void paintNotice(QPainter& painter, const QRectF& where, const ShownImage& image, QPaintDevice* device)
{
    if (image.noticeTitle.isEmpty()) {
        return;
    }
    const QFont titleFont = Theme::instance().font(TextSize::Body, true);
    const QFont textFont = Theme::instance().font(TextSize::Small);
    const QRectF room = where.adjusted(3 * kUnit, kUnit, -3 * kUnit, -kUnit);
    const QRectF text = QFontMetricsF(textFont, device)
                            .boundingRect(room, Qt::AlignHCenter | Qt::TextWrapAnywhere | Qt::TextWordWrap,
                                image.noticeText);
    const double lineHeight = QFontMetricsF(titleFont, device).height();
    double y = where.center().y() - (4 * kUnit + kUnit + lineHeight + kUnit + text.height()) / 2;
    paintLineIcon(&painter, QStringLiteral("image-missing"),
        QRectF(where.center().x() - 2 * kUnit, y, 4 * kUnit, 4 * kUnit), tokens().textFaint);
    y += 5 * kUnit;
    painter.setFont(titleFont);
    painter.setPen(tokens().text);
    painter.drawText(QRectF(room.left(), y, room.width(), lineHeight), Qt::AlignCenter, image.noticeTitle);
    y += lineHeight + kUnit;
    painter.setFont(textFont);
    painter.setPen(tokens().textMuted);
    painter.drawText(QRectF(room.left(), y, room.width(), text.height() + kUnit),
        Qt::AlignHCenter | Qt::TextWordWrap, image.noticeText);
}

/// Tells images side by side apart.
void paintNumber(QPainter& painter, const QRectF& where, int number)
{
    painter.setFont(Theme::instance().font(TextSize::Small, true));
    const QRectF chip(where.left() + kUnit / 2.0, where.top() + kUnit / 2.0, 2.5 * kUnit, 2.5 * kUnit);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens().surface);
    painter.drawRoundedRect(chip, kRadius, kRadius);
    painter.setPen(tokens().textMuted);
    painter.drawText(chip, Qt::AlignCenter, QString::number(number));
}

} // namespace

ImageView::ImageView(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("imageView"));
    setAccessibleName(tr("Images of the sample"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setCursor(Qt::ArrowCursor);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize ImageView::sizeHint() const
{
    return {80 * kUnit, 50 * kUnit};
}

QSize ImageView::minimumSizeHint() const
{
    return {24 * kUnit, 16 * kUnit};
}

void ImageView::setImages(const QVector<ShownImage>& images, qint64 tag)
{
    m_transform.reset();
    m_tag = tag;
    m_tagPending = true;
    m_panes.clear();
    refreshImages(images);
}

void ImageView::refreshImages(const QVector<ShownImage>& images)
{
    ++m_generation;
    m_panes.resize(images.size());
    QStringList spoken;
    for (int i = 0; i < images.size(); ++i) {
        Pane& pane = m_panes[i];
        pane.image = images.at(i);
        pane.shownDisplay = pane.image.display;
        pane.wholeAsked = pane.wholeAsked && !pane.whole.isNull();
        spoken.append(pane.image.display.isNull()
                ? pane.image.noticeTitle
                : tr("%1 by %2 pixels").arg(pane.image.fullSize.width()).arg(pane.image.fullSize.height()));
        applyContrast(i, false);
    }
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    m_transform.setImages(images);
    m_transform.setView(size(), devicePixelRatioF());
    zoomHasChanged();
}

void ImageView::setDetail(int image, const QImage& whole)
{
    if (image < 0 || image >= m_panes.size() || whole.isNull()) {
        return;
    }
    m_panes[image].whole = whole;
    m_panes[image].shownWhole = m_contrast == Contrast::Normal ? whole : QImage();
    applyContrast(image, true);
    update();
}

void ImageView::fit()
{
    m_transform.fit();
    zoomHasChanged();
}

void ImageView::showActualSize()
{
    if (const int image = m_transform.firstImage(); image >= 0) {
        m_transform.zoomToPixels(image, m_transform.placeOf(image).center());
        zoomHasChanged();
    }
}

void ImageView::zoomBy(double factor)
{
    const QPointF cursor = mapFromGlobal(QCursor::pos());
    const bool inside = underMouse() && m_transform.imageAt(cursor) >= 0;
    const int image = inside ? m_transform.imageAt(cursor) : 0;
    m_transform.zoomAt(factor, image, inside ? cursor : m_transform.placeOf(image).center());
    zoomHasChanged();
}

void ImageView::panBy(const QPointF& delta)
{
    m_transform.panBy(delta);
    update();
}

void ImageView::rotateBy(int quarterTurns)
{
    m_transform.rotateBy(quarterTurns);
    zoomHasChanged();
}

void ImageView::cycleContrast()
{
    m_contrast = Contrast((int(m_contrast) + 1) % 3);
    ++m_generation;
    for (int i = 0; i < m_panes.size(); ++i) {
        applyContrast(i, false);
        applyContrast(i, true);
    }
    update();
}

void ImageView::applyContrast(int image, bool whole)
{
    Pane& pane = m_panes[image];
    const QImage source = whole ? pane.whole : pane.image.display;
    QImage& target = whole ? pane.shownWhole : pane.shownDisplay;
    if (source.isNull() || m_contrast == Contrast::Normal) {
        target = source;
        return;
    }
    auto* watcher = new QFutureWatcher<QImage>(this);
    connect(watcher, &QFutureWatcher<QImage>::finished, this,
        [this, watcher, image, whole, generation = m_generation] {
            watcher->deleteLater();
            if (generation != m_generation || image >= m_panes.size()) {
                return;
            }
            Pane& ready = m_panes[image];
            (whole ? ready.shownWhole : ready.shownDisplay) = watcher->result();
            update();
        });
    watcher->setFuture(QtConcurrent::run([source, contrast = m_contrast] {
        // Memory may run out; then the picture stays as it is.
        return sqlite::guarded([&] { return withContrast(source, contrast); }).value_or(source);
    }));
}

void ImageView::zoomHasChanged()
{
    QString text;
    for (int i = 0; i < m_panes.size() && text.isEmpty(); ++i) {
        const double scale = scaleOf(i);
        text = scale > 0 ? tr("%1%").arg(std::lround(scale * 100)) : QString();
    }
    emit zoomChanged(text);
    for (int i = 0; i < m_panes.size(); ++i) {
        Pane& pane = m_panes[i];
        const double wanted = scaleOf(i) * pane.image.fullSize.width();
        const bool coarse = wanted > pane.image.display.width() * 1.1
            && pane.image.display.width() < pane.image.fullSize.width();
        if (coarse && !pane.wholeAsked && !pane.image.display.isNull()) {
            pane.wholeAsked = true;
            emit detailNeeded(i);
        }
    }
    update();
}

void ImageView::paintEvent(QPaintEvent*)
{
    // On another screen a pixel may have another size.
    m_transform.setView(size(), devicePixelRatioF());
    QPainter painter(this);
    painter.fillRect(rect(), tokens().canvas);
    for (int i = 0; i < m_panes.size(); ++i) {
        paintPane(painter, i);
    }
    if (m_tagPending) {
        m_tagPending = false;
        QMetaObject::invokeMethod(
            this, [this, tag = m_tag] { emit framePainted(tag); }, Qt::QueuedConnection);
    }
}

void ImageView::paintPane(QPainter& painter, int image)
{
    const Pane& pane = m_panes.at(image);
    const QRectF where = m_transform.placeOf(image);
    if (pane.image.display.isNull()) {
        paintNotice(painter, where, pane.image, this);
        return;
    }
    const double scale = scaleOf(image);
    const bool whole
        = !pane.shownWhole.isNull() && scale * pane.image.fullSize.width() > pane.shownDisplay.width() * 1.02;
    const QImage& pixels = whole ? pane.shownWhole : pane.shownDisplay;
    painter.save();
    painter.setClipRect(where);
    painter.setTransform(m_transform.toView(image), true);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, scale < kShowPixelsFrom);
    painter.drawImage(QRectF(QPointF(0, 0), QSizeF(pane.image.fullSize)), pixels);
    painter.restore();
    if (m_panes.size() > 1) {
        paintNumber(painter, where, image + 1);
    }
}

void ImageView::resizeEvent(QResizeEvent*)
{
    m_transform.setView(size(), devicePixelRatioF());
    zoomHasChanged();
}

void ImageView::wheelEvent(QWheelEvent* event)
{
    const int image = m_transform.imageAt(event->position());
    const double steps = event->angleDelta().y() / 120.0;
    if (image >= 0 && steps != 0) {
        m_transform.zoomAt(std::pow(kStep, steps), image, event->position());
        zoomHasChanged();
    }
    event->accept();
}

void ImageView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton) {
        m_dragging = true;
        m_dragFrom = event->position();
        setCursor(Qt::ClosedHandCursor);
    }
}

void ImageView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragging) {
        panBy(event->position() - m_dragFrom);
        m_dragFrom = event->position();
    }
}

void ImageView::mouseReleaseEvent(QMouseEvent*)
{
    m_dragging = false;
    unsetCursor();
}

void ImageView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int image = m_transform.imageAt(event->position());
    if (m_transform.scaleOf(image) <= 0) {
        return;
    }
    if (isFitted()) {
        m_transform.zoomToPixels(image, event->position());
        zoomHasChanged();
    } else {
        fit();
    }
}

} // namespace winnow
