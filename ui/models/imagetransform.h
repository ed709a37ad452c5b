// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/shownimage.h"

#include <QPointF>
#include <QTransform>

namespace winnow {

/// Where images stand side by side in a view: fitted, zoomed, moved and turned, all of them in step. A value.
/// Points of the view are device-independent pixels.
class ImageTransform {
public:
    void setImages(const QVector<ShownImage>& images);
    void setView(const QSizeF& view, qreal pixelRatio);

    /// Upright, fitted, in the middle.
    void reset();
    void fit();
    bool isFitted() const;
    /// Clockwise.
    int quarterTurns() const { return m_turns; }
    void rotateBy(int quarterTurns);
    /// The point of the image stays where it is.
    void zoomAt(double factor, int image, const QPointF& point);
    /// One pixel of an image on one screen pixel, around a point of it.
    void zoomToPixels(int image, const QPointF& point);
    void panBy(const QPointF& delta);

    /// The image whose place has this point; -1 without one.
    int imageAt(const QPointF& point) const;
    /// The first image that is no notice; -1 without one.
    int firstImage() const;
    QRectF placeOf(int image) const { return m_places.value(image).rect; }
    /// Screen pixels for one pixel of an image; 0 for a notice.
    double scaleOf(int image) const;
    /// From pixels of an image to the view.
    QTransform toView(int image) const;
    /// Pixel of an image under a point of the view.
    QPointF imagePoint(int image, const QPointF& point) const;

private:
    struct Place {
        QSizeF size;
        /// Has pixels; otherwise it is a notice.
        bool seen = false;
        QRectF rect;
    };

    void layOut();
    QSizeF turnedSize(int image) const;
    double fitScale(int image) const;
    void clampCentre();

    QVector<Place> m_places;
    QSizeF m_view;
    qreal m_ratio = 1;
    /// Times the fitting scale.
    double m_factor = 1;
    /// What is in the middle of each place, as a share of the image's width and height.
    QPointF m_centre{0.5, 0.5};
    int m_turns = 0;
};

} // namespace winnow
