// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/canvas.h"

#include "core/image/mat.h"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <vector>

namespace winnow {

namespace {

constexpr int kFont = cv::FONT_HERSHEY_SIMPLEX;
/// Height of a capital letter of the font at scale 1.
constexpr double kFontHeight = 21.0;
/// Fractional bits of coordinates, so that shapes need not sit on whole pixels.
constexpr int kShift = 4;
constexpr double kUnits = 1 << kShift;

cv::Scalar scalar(Rgb colour)
{
    return {double(colour.blue), double(colour.green), double(colour.red)};
}

cv::Point fixedPoint(QPointF point)
{
    return {int(std::lround(point.x() * kUnits)), int(std::lround(point.y() * kUnits))};
}

std::vector<cv::Point> fixedPoints(const QVector<QPointF>& points)
{
    std::vector<cv::Point> out;
    out.reserve(size_t(points.size()));
    for (const QPointF& point : points) {
        out.push_back(fixedPoint(point));
    }
    return out;
}

std::string ascii(const QString& text)
{
    std::string out;
    for (const QChar c : text) {
        out.push_back(c.unicode() >= 32 && c.unicode() < 127 ? char(c.unicode()) : '?');
    }
    return out;
}

QVector<QPointF> arcPoints(QPointF centre, double radius, double from, double to)
{
    QVector<QPointF> points;
    const int steps = std::max(2, int(std::abs(to - from) / 3));
    for (int i = 0; i <= steps; ++i) {
        const double angle = (from + (to - from) * i / steps) * M_PI / 180;
        points.append(centre + QPointF(radius * std::cos(angle), radius * std::sin(angle)));
    }
    return points;
}

} // namespace

struct Canvas::Private {
    cv::Mat mat;
};

Canvas::Canvas(int width, int height, Rgb background)
    : d(std::make_unique<Private>())
{
    d->mat = cv::Mat(std::max(1, height), std::max(1, width), CV_8UC3, scalar(background));
}

Canvas::~Canvas() = default;
Canvas::Canvas(Canvas&& other) noexcept = default;
Canvas& Canvas::operator=(Canvas&& other) noexcept = default;

int Canvas::width() const
{
    return d->mat.cols;
}

int Canvas::height() const
{
    return d->mat.rows;
}

void Canvas::line(QPointF from, QPointF to, Rgb colour, int thickness)
{
    cv::line(d->mat, fixedPoint(from), fixedPoint(to), scalar(colour), thickness, cv::LINE_AA, kShift);
}

void Canvas::arrow(QPointF from, QPointF to, Rgb colour, int thickness)
{
    line(from, to, colour, thickness);
    const QPointF along = to - from;
    const double length = std::max(1e-6, std::hypot(along.x(), along.y()));
    const QPointF unit = along / length;
    const QPointF across(-unit.y(), unit.x());
    const double head = 5.0 + 2.0 * thickness;
    fillPolygon({to, to - unit * head + across * (head / 2), to - unit * head - across * (head / 2)}, colour);
}

void Canvas::rect(QRectF area, Rgb colour, int thickness)
{
    polygon({area.topLeft(), area.topRight(), area.bottomRight(), area.bottomLeft()}, colour, thickness);
}

void Canvas::fillRect(QRectF area, Rgb colour)
{
    const cv::Rect box(cv::Point(int(std::lround(area.left())), int(std::lround(area.top()))),
        cv::Point(int(std::lround(area.right())), int(std::lround(area.bottom()))));
    const cv::Rect inside = box & cv::Rect(0, 0, d->mat.cols, d->mat.rows);
    if (inside.area() > 0) {
        d->mat(inside).setTo(scalar(colour));
    }
}

void Canvas::circle(QPointF centre, double radius, Rgb colour, int thickness)
{
    cv::circle(d->mat, fixedPoint(centre), int(std::lround(radius * kUnits)), scalar(colour), thickness,
        cv::LINE_AA, kShift);
}

void Canvas::fillCircle(QPointF centre, double radius, Rgb colour)
{
    circle(centre, radius, colour, cv::FILLED);
}

void Canvas::fillSector(QPointF centre, double radius, double fromDegrees, double toDegrees, Rgb colour)
{
    QVector<QPointF> points = arcPoints(centre, radius, fromDegrees, toDegrees);
    points.append(centre);
    fillPolygon(points, colour);
}

void Canvas::arc(
    QPointF centre, double radius, double fromDegrees, double toDegrees, Rgb colour, int thickness)
{
    polyline(arcPoints(centre, radius, fromDegrees, toDegrees), colour, thickness);
}

void Canvas::polygon(const QVector<QPointF>& points, Rgb colour, int thickness)
{
    const std::vector<std::vector<cv::Point>> lines{fixedPoints(points)};
    cv::polylines(d->mat, lines, true, scalar(colour), thickness, cv::LINE_AA, kShift);
}

void Canvas::polyline(const QVector<QPointF>& points, Rgb colour, int thickness)
{
    const std::vector<std::vector<cv::Point>> lines{fixedPoints(points)};
    cv::polylines(d->mat, lines, false, scalar(colour), thickness, cv::LINE_AA, kShift);
}

void Canvas::fillPolygon(const QVector<QPointF>& points, Rgb colour)
{
    const std::vector<std::vector<cv::Point>> lines{fixedPoints(points)};
    cv::fillPoly(d->mat, lines, scalar(colour), cv::LINE_AA, kShift);
}

void Canvas::text(
    QPointF at, const QString& text, double height, Rgb colour, TextAnchor anchor, int thickness)
{
    QPointF origin = at;
    if (anchor != TextAnchor::Left) {
        const double width = textWidth(text, height, thickness);
        origin.rx() -= anchor == TextAnchor::Centre ? width / 2 : width;
    }
    cv::putText(d->mat, ascii(text), cv::Point(int(std::lround(origin.x())), int(std::lround(origin.y()))),
        kFont, height / kFontHeight, scalar(colour), thickness, cv::LINE_AA);
}

double Canvas::textWidth(const QString& text, double height, int thickness)
{
    int baseLine = 0;
    return cv::getTextSize(ascii(text), kFont, height / kFontHeight, thickness, &baseLine).width;
}

void Canvas::gradient(Rgb top, Rgb bottom)
{
    for (int y = 0; y < d->mat.rows; ++y) {
        const double part = d->mat.rows > 1 ? double(y) / (d->mat.rows - 1) : 0;
        d->mat.row(y).setTo(scalar(top) * (1 - part) + scalar(bottom) * part);
    }
}

void Canvas::blur(double sigma)
{
    cv::GaussianBlur(d->mat, d->mat, cv::Size(0, 0), sigma);
}

void Canvas::adjust(double gain, double offset)
{
    d->mat.convertTo(d->mat, CV_8U, gain, offset);
}

void Canvas::noise(quint32 seed, int amplitude)
{
    quint32 state = seed * 2654435761U + 1;
    const int span = 2 * amplitude + 1;
    for (int y = 0; y < d->mat.rows; ++y) {
        uchar* p = d->mat.ptr<uchar>(y);
        for (int x = 0; x < d->mat.cols * 3; ++x) {
            state = state * 1664525U + 1013904223U;
            p[x] = cv::saturate_cast<uchar>(int(p[x]) + int((state >> 16) % quint32(span)) - amplitude);
        }
    }
}

Bitmap Canvas::bitmap(bool grey) const
{
    if (!grey) {
        return internal::bitmapFromMat(d->mat);
    }
    cv::Mat one;
    cv::cvtColor(d->mat, one, cv::COLOR_BGR2GRAY);
    return internal::bitmapFromMat(one);
}

} // namespace winnow
