// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/bitmap.h"

#include <QPointF>
#include <QRectF>
#include <QString>
#include <QVector>

#include <memory>

namespace winnow {

struct Rgb {
    int red = 0;
    int green = 0;
    int blue = 0;
};

/// Where a text stands relative to its point.
enum class TextAnchor { Left, Centre, Right };

/// A small antialiased drawing surface for generated figures; coordinates in pixels, y down, text in the
/// built-in stroke fonts (ASCII only: other characters become '?'). Deterministic: same calls, same pixels.
class Canvas {
public:
    Canvas(int width, int height, Rgb background = {255, 255, 255});
    ~Canvas();
    Canvas(Canvas&& other) noexcept;
    Canvas& operator=(Canvas&& other) noexcept;
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    int width() const;
    int height() const;

    void line(QPointF from, QPointF to, Rgb colour, int thickness = 1);
    void arrow(QPointF from, QPointF to, Rgb colour, int thickness = 1);
    void rect(QRectF area, Rgb colour, int thickness = 1);
    void fillRect(QRectF area, Rgb colour);
    void circle(QPointF centre, double radius, Rgb colour, int thickness = 1);
    void fillCircle(QPointF centre, double radius, Rgb colour);
    /// A pie sector; degrees clockwise from 3 o'clock.
    void fillSector(QPointF centre, double radius, double fromDegrees, double toDegrees, Rgb colour);
    void arc(
        QPointF centre, double radius, double fromDegrees, double toDegrees, Rgb colour, int thickness = 1);
    void polygon(const QVector<QPointF>& points, Rgb colour, int thickness = 1);
    void polyline(const QVector<QPointF>& points, Rgb colour, int thickness = 1);
    void fillPolygon(const QVector<QPointF>& points, Rgb colour);

    /// `y` is the base line; `height` the height of a capital letter in pixels.
    void text(QPointF at, const QString& text, double height, Rgb colour,
        TextAnchor anchor = TextAnchor::Left, int thickness = 1);
    static double textWidth(const QString& text, double height, int thickness = 1);

    /// Vertical gradient over the whole surface.
    void gradient(Rgb top, Rgb bottom);
    /// Gaussian blur of the whole surface.
    void blur(double sigma);
    /// value * gain + offset on every channel, cut to 0..255.
    void adjust(double gain, double offset);
    /// Adds the same repeatable noise pattern of a seed, uniform in ±amplitude.
    void noise(quint32 seed, int amplitude);

    /// RGB, or one grey channel.
    Bitmap bitmap(bool grey = false) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace winnow
