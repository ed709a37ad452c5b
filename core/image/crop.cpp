// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/crop.h"

#include "core/image/mat.h"
#include "core/image/phashblock.h"
#include "core/image/samepicture.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace winnow {

namespace {

constexpr int kSketchSide = 64;
constexpr double kLeastArea = 0.6;
constexpr double kMostArea = 0.995;
/// Of the part's pixels: what storing again moves to other tones.
constexpr double kMovedTones = 0.03;
/// Correlation at the sketches' size, where the places fit to half a pixel only.
constexpr double kLeastLikeness = 0.75;
/// At four times that size.
constexpr double kLeastFineLikeness = 0.9;
constexpr int kFiner = 2;
/// The points of a sketch: one of each cell of such a grid, where it shows anything.
constexpr int kCells = 16;
constexpr int kLeastSlope = 5;
/// With fewer there is nothing to know a cut by.
constexpr int kLeastPoints = 12;
/// Of the points: in line figures of one template many agree anyway.
constexpr double kAgreeing = 0.88;
constexpr int kNoise = 8;
/// Largest difference over 3 x 3 px: 18 in 400 figures stored as JPEG of quality 85, 23 and more in
/// look-alikes.
constexpr double kStoredAgain = 20;
/// Mean square difference above which nothing more is looked at: coarse JPEG of noise has some 100.
constexpr double kMostSquares = 200;
constexpr int kPlaces = 3;

cv::Mat greyMat(const Bitmap& bitmap)
{
    return internal::greyOf(internal::matFromBitmap(bitmap));
}

/// Averages of squares of 2^shift pixels; what is left over at the ends is left out.
cv::Mat reducedBy(const cv::Mat& grey, int shift)
{
    const int side = 1 << shift;
    const cv::Size size(std::max(1, grey.cols / side), std::max(1, grey.rows / side));
    cv::Mat out;
    const cv::Rect whole(
        0, 0, std::min(grey.cols, size.width * side), std::min(grey.rows, size.height * side));
    cv::resize(grey(whole), out, size, 0, 0, cv::INTER_AREA);
    return out;
}

Bitmap softened(const cv::Mat& grey)
{
    cv::Mat mat;
    cv::GaussianBlur(grey, mat, cv::Size(0, 0), 1.0);
    return internal::bitmapFromMat(mat);
}

QVector<CropSketch::Point> tellingPoints(const Bitmap& fine)
{
    QVector<CropSketch::Point> points;
    const auto* pixels = reinterpret_cast<const uchar*>(fine.pixels.constData());
    const auto at = [&](int x, int y) { return int(pixels[y * fine.bytesPerLine() + x]); };
    for (int cy = 0; cy < kCells; ++cy) {
        for (int cx = 0; cx < kCells; ++cx) {
            CropSketch::Point best;
            for (int y = std::max(1, cy * fine.height / kCells);
                 y < std::min(fine.height - 1, (cy + 1) * fine.height / kCells); ++y) {
                for (int x = std::max(1, cx * fine.width / kCells);
                     x < std::min(fine.width - 1, (cx + 1) * fine.width / kCells); ++x) {
                    const int slope = std::max(std::abs(at(x + 1, y) - at(x - 1, y)),
                                          std::abs(at(x, y + 1) - at(x, y - 1)))
                        / 2;
                    if (slope > best.slope) {
                        best = {qint16(x), qint16(y), qint16(slope)};
                    }
                }
            }
            if (best.slope >= kLeastSlope) {
                points.append(best);
            }
        }
    }
    return points;
}

/// The place in a rectangle of upper left corners at which most points agree; nothing when too few do.
std::optional<cv::Point> placeOfPoints(
    const cv::Mat& part, const cv::Mat& whole, const QVector<CropSketch::Point>& points, cv::Rect corners)
{
    std::optional<cv::Point> best;
    qsizetype fewest = qsizetype((1 - kAgreeing) * double(points.size())) + 1;
    qint64 least = 0;
    for (int top = corners.y; top < corners.y + corners.height; ++top) {
        for (int left = corners.x; left < corners.x + corners.width; ++left) {
            qsizetype others = 0;
            qint64 sum = 0;
            for (const CropSketch::Point& point : points) {
                const int difference = std::abs(int(part.ptr<uchar>(point.y)[point.x])
                    - int(whole.ptr<uchar>(top + point.y)[left + point.x]));
                sum += difference;
                others += difference > point.slope * 3 / 4 + kNoise;
                if (others > fewest) {
                    break;
                }
            }
            if (others < fewest || (best && others == fewest && sum < least)) {
                fewest = others;
                least = sum;
                best = cv::Point(left, top);
            }
        }
    }
    return best;
}

/// Mean square difference of the part and the whole at a place; the part must fit in there.
double differenceAt(const cv::Mat& part, const cv::Mat& whole, cv::Point place)
{
    return cv::norm(part, whole(cv::Rect(place, part.size())), cv::NORM_L2SQR) / double(part.total());
}

/// The best place within two pixels.
cv::Point refined(const cv::Mat& part, const cv::Mat& whole, cv::Point around)
{
    const cv::Point last(whole.cols - part.cols, whole.rows - part.rows);
    cv::Point best(-1, -1);
    double least = 0;
    for (int y = around.y - 2; y <= around.y + 2; ++y) {
        for (int x = around.x - 2; x <= around.x + 2; ++x) {
            const cv::Point place(std::clamp(x, 0, last.x), std::clamp(y, 0, last.y));
            const double difference = differenceAt(part, whole, place);
            if (best.x < 0 || difference < least) {
                least = difference;
                best = place;
            }
        }
    }
    return best;
}

} // namespace

CropSketch cropSketch(const Bitmap& bitmap)
{
    CropSketch sketch;
    if (bitmap.isNull()) {
        return sketch;
    }
    sketch.width = bitmap.width;
    sketch.height = bitmap.height;
    const cv::Mat grey = greyMat(bitmap);
    for (int y = 0; y < grey.rows; ++y) {
        const uchar* line = grey.ptr<uchar>(y);
        for (int x = 0; x < grey.cols; ++x) {
            ++sketch.tones[std::size_t(line[x] >> 4)];
        }
    }
    while ((std::max(grey.cols, grey.rows) >> sketch.shift) >= kSketchSide) {
        ++sketch.shift;
    }
    const int fine = std::max(0, sketch.shift - kFiner);
    for (int half = 0; half < 2; ++half) {
        sketch.coarse[std::size_t(half)] = softened(reducedBy(grey, sketch.shift + half));
        sketch.fine[std::size_t(half)] = softened(reducedBy(grey, fine + half));
        sketch.points[std::size_t(half)] = tellingPoints(sketch.fine[std::size_t(half)]);
    }
    return sketch;
}

bool isCropSize(int width, int height, int ofWidth, int ofHeight)
{
    const double left = double(width) * height / (double(ofWidth) * ofHeight);
    return width <= ofWidth && height <= ofHeight && left >= kLeastArea && left <= kMostArea;
}

QVector<QPoint> cropPlaces(const CropSketch& part, const CropSketch& whole)
{
    if (part.isNull() || whole.isNull() || !isCropSize(part.width, part.height, whole.width, whole.height)) {
        return {};
    }
    // No tone is more frequent in the part than in the whole.
    const double moved = kMovedTones * part.width * part.height;
    for (std::size_t tone = 0; tone < part.tones.size(); ++tone) {
        const qint32 before = tone > 0 ? whole.tones[tone - 1] : 0;
        const qint32 after = tone + 1 < whole.tones.size() ? whole.tones[tone + 1] : 0;
        if (part.tones[tone] > before + whole.tones[tone] + after + moved) {
            return {};
        }
    }
    const int half = whole.shift - part.shift;
    if (half != 0 && half != 1) {
        return {};
    }
    const cv::Mat large = internal::matFromBitmap(whole.coarse[0]);
    const cv::Mat small = internal::matFromBitmap(part.coarse[std::size_t(half)]);
    if (small.cols > large.cols || small.rows > large.rows) {
        return {};
    }
    cv::Mat likeness;
    cv::matchTemplate(large, small, likeness, cv::TM_CCOEFF_NORMED);
    const int fineShift = std::max(0, whole.shift - kFiner);
    const int partFine = std::max(0, part.shift - kFiner);
    const cv::Mat fineWhole = internal::matFromBitmap(whole.fine[0]);
    const auto fineIndex = std::size_t(std::clamp(fineShift - partFine, 0, 1));
    const cv::Mat finePart = internal::matFromBitmap(part.fine[fineIndex]);
    const QVector<CropSketch::Point>& points = part.points[fineIndex];
    if (points.size() < kLeastPoints || finePart.cols > fineWhole.cols || finePart.rows > fineWhole.rows) {
        return {};
    }
    const int finer = whole.shift - fineShift;
    const int margin = 1 << finer;
    QVector<QPoint> places;
    for (int tried = 0; tried < kPlaces; ++tried) {
        double best = 0;
        cv::Point at;
        cv::minMaxLoc(likeness, nullptr, &best, nullptr, &at);
        if (!(best >= kLeastLikeness)) {
            break;
        }
        const cv::Rect corners
            = cv::Rect((at.x << finer) - margin, (at.y << finer) - margin, 2 * margin + 1, 2 * margin + 1)
            & cv::Rect(0, 0, fineWhole.cols - finePart.cols + 1, fineWhole.rows - finePart.rows + 1);
        const auto place = placeOfPoints(finePart, fineWhole, points, corners);
        if (place) {
            cv::Mat fine;
            cv::matchTemplate(
                fineWhole(cv::Rect(*place, finePart.size())), finePart, fine, cv::TM_CCOEFF_NORMED);
            if (fine.at<float>(0, 0) >= kLeastFineLikeness) {
                places.append(QPoint(place->x << fineShift, place->y << fineShift));
            }
        }
        likeness(cv::Rect(at.x - 1, at.y - 1, 3, 3) & cv::Rect(0, 0, likeness.cols, likeness.rows)).setTo(-1);
    }
    return places;
}

std::optional<QPoint> findCrop(const Bitmap& part, const Bitmap& whole, const QVector<QPoint>& places)
{
    if (part.isNull() || whole.isNull() || !isCropSize(part.width, part.height, whole.width, whole.height)) {
        return std::nullopt;
    }
    const cv::Mat partGrey = greyMat(part);
    const cv::Mat wholeGrey = greyMat(whole);
    std::optional<cv::Point> best;
    double least = 0;
    for (const QPoint& place : places) {
        cv::Point at(place.x(), place.y());
        int shift = 0;
        while ((std::max(whole.width, whole.height) >> shift) >= kSketchSide << kFiner) {
            ++shift;
        }
        for (; shift >= 0; --shift) {
            const cv::Mat small = reducedBy(partGrey, shift);
            const cv::Mat large = reducedBy(wholeGrey, shift);
            if (small.cols > large.cols || small.rows > large.rows) {
                continue;
            }
            at = refined(small, large, {at.x >> shift, at.y >> shift}) * (1 << shift);
        }
        const double difference = differenceAt(partGrey, wholeGrey, at);
        if (!best || difference < least) {
            best = at;
            least = difference;
        }
    }
    if (!best || least > kMostSquares) {
        return std::nullopt;
    }
    const cv::Mat colours = internal::matFromBitmap(whole);
    const Bitmap cut
        = internal::bitmapFromMat(colours(cv::Rect(*best, cv::Size(part.width, part.height))).clone());
    const int distance = hammingDistance(perceptualHash(part), perceptualHash(cut));
    const CopyTraits traits = compareCopies(part, cut);
    // At the same scale and place storing again changes little anywhere, also where there is little to see.
    const bool storedAgain = traits.strong == 0 && traits.brightness <= kStoredAgain
        && traits.colour <= kStoredAgain && traits.content >= kLeastPoints;
    if (!storedAgain && !isCopy(traits, distance)) {
        return std::nullopt;
    }
    return QPoint(best->x, best->y);
}

} // namespace winnow
