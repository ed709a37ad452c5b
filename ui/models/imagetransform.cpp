// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/imagetransform.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

/// Screen pixels for one image pixel.
constexpr double kLargest = 32;
/// So near to fitting that fitting is meant.
constexpr double kNear = 0.02;

} // namespace

void ImageTransform::setImages(const QVector<ShownImage>& images)
{
    m_places.clear();
    for (const ShownImage& image : images) {
        m_places.append({image.fullSize, !image.display.isNull(), {}});
    }
    layOut();
}

void ImageTransform::setView(const QSizeF& view, qreal pixelRatio)
{
    if (view != m_view || !qFuzzyCompare(pixelRatio, m_ratio)) {
        m_view = view;
        m_ratio = pixelRatio;
        layOut();
    }
}

void ImageTransform::reset()
{
    m_turns = 0;
    layOut();
    fit();
}

void ImageTransform::fit()
{
    m_factor = 1;
    m_centre = {0.5, 0.5};
}

bool ImageTransform::isFitted() const
{
    return std::abs(m_factor - 1) < 1e-9;
}

void ImageTransform::rotateBy(int quarterTurns)
{
    m_turns = ((m_turns + quarterTurns) % 4 + 4) % 4;
    layOut();
}

void ImageTransform::zoomAt(double factor, int image, const QPointF& point)
{
    const double fitting = fitScale(image) * m_ratio;
    if (fitting <= 0) {
        return;
    }
    const QSizeF size = m_places.at(image).size;
    const QPointF before = imagePoint(image, point);
    m_factor = std::clamp(m_factor * factor, std::min(1.0, 1 / fitting), std::max(1.0, kLargest / fitting));
    if (std::abs(m_factor - 1) < kNear) {
        m_factor = 1;
    }
    const QPointF after = imagePoint(image, point);
    m_centre += QPointF((before.x() - after.x()) / size.width(), (before.y() - after.y()) / size.height());
    clampCentre();
}

void ImageTransform::zoomToPixels(int image, const QPointF& point)
{
    const double scale = scaleOf(image);
    if (scale > 0) {
        zoomAt(1 / scale, image, point);
    }
}

void ImageTransform::panBy(const QPointF& delta)
{
    const int image = firstImage();
    bool possible = false;
    const QTransform back = image < 0 ? QTransform() : toView(image).inverted(&possible);
    if (!possible) {
        return;
    }
    const QSizeF size = m_places.at(image).size;
    const QPointF moved = back.map(delta) - back.map(QPointF(0, 0));
    m_centre -= QPointF(moved.x() / size.width(), moved.y() / size.height());
    clampCentre();
}

int ImageTransform::imageAt(const QPointF& point) const
{
    const auto found = std::find_if(
        m_places.cbegin(), m_places.cend(), [&](const Place& place) { return place.rect.contains(point); });
    return found == m_places.cend() ? -1 : int(found - m_places.cbegin());
}

int ImageTransform::firstImage() const
{
    for (int i = 0; i < m_places.size(); ++i) {
        if (fitScale(i) > 0) {
            return i;
        }
    }
    return -1;
}

double ImageTransform::scaleOf(int image) const
{
    return fitScale(image) * m_factor * m_ratio;
}

QTransform ImageTransform::toView(int image) const
{
    const double scale = fitScale(image) * m_factor;
    const QSizeF size = m_places.at(image).size;
    QPointF middle = m_places.at(image).rect.center();
    if (isFitted()) {
        // On whole screen pixels a fitted image is copied, not interpolated.
        const QSizeF shown = turnedSize(image) * scale;
        const QPointF corner = middle - QPointF(shown.width(), shown.height()) / 2;
        middle += QPointF(std::round(corner.x() * m_ratio) / m_ratio - corner.x(),
            std::round(corner.y() * m_ratio) / m_ratio - corner.y());
    }
    QTransform transform;
    transform.translate(middle.x(), middle.y());
    transform.rotate(90 * m_turns);
    transform.scale(scale, scale);
    transform.translate(-m_centre.x() * size.width(), -m_centre.y() * size.height());
    return transform;
}

QPointF ImageTransform::imagePoint(int image, const QPointF& point) const
{
    return toView(image).inverted().map(point);
}

void ImageTransform::layOut()
{
    QVector<QSizeF> sizes;
    for (int i = 0; i < m_places.size(); ++i) {
        // A notice takes as much room as a square image.
        const QSizeF size = turnedSize(i);
        sizes.append(size.isEmpty() ? QSizeF(1, 1) : size);
    }
    const QVector<QRectF> rects = paneRects(m_view, sizes);
    for (int i = 0; i < m_places.size(); ++i) {
        m_places[i].rect = rects.value(i);
    }
    clampCentre();
}

QSizeF ImageTransform::turnedSize(int image) const
{
    const QSizeF size = m_places.at(image).size;
    return m_turns % 2 ? size.transposed() : size;
}

double ImageTransform::fitScale(int image) const
{
    if (image < 0 || image >= m_places.size() || !m_places.at(image).seen) {
        return 0;
    }
    return fittingScale(m_places.at(image).rect.size(), turnedSize(image), m_ratio);
}

void ImageTransform::clampCentre()
{
    const int image = firstImage();
    if (image < 0) {
        m_centre = {0.5, 0.5};
        return;
    }
    const double scale = fitScale(image) * m_factor;
    QSizeF room = m_places.at(image).rect.size();
    if (m_turns % 2) {
        room.transpose();
    }
    const QSizeF shown = m_places.at(image).size * scale;
    const auto clamped = [](double centre, double across, double extent) {
        const double half = across / extent / 2;
        return half >= 0.5 ? 0.5 : std::clamp(centre, half, 1 - half);
    };
    m_centre = {clamped(m_centre.x(), room.width(), shown.width()),
        clamped(m_centre.y(), room.height(), shown.height())};
}

} // namespace winnow
