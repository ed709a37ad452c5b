// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/coveredregion.h"

#include <algorithm>
#include <cmath>

namespace winnow::internal {

namespace {

/// All of the longer side of the image, or in pixels.
constexpr double kLeastGap = 0.025;
constexpr int kLeastGapPixels = 10;
constexpr double kLeastStroke = 0.025;
constexpr int kLeastStrokePixels = 8;
constexpr double kThickest = 0.012;
constexpr int kThickestPixels = 5;
constexpr double kApart = 0.05;
/// Of two pixels or averages against the paper.
constexpr int kInk = 14;
constexpr int kInkAverage = 4;
constexpr int kSameInk = 24;
/// Of two rests of a line: equal ones are those of two things side by side.
constexpr double kEqualRests = 0.1;
constexpr std::size_t kMostLooked = 32;

/// A line that breaks off at `above` (its last pixel) and goes on at `below`.
struct BrokenLine {
    int x = 0;
    int above = 0;
    int below = 0;
    int lengthAbove = 0;
    int lengthBelow = 0;
    /// Both far ends meet something: the line is a side or a rule of a thing that is open at the gap.
    bool closed = false;
};

/// What is looked for in a view in which the lines are upright.
class LineSearch {
public:
    LineSearch(const cv::Mat& mat, const PixelScan& scan, bool exchanged, int paper)
        : m_image(mat, exchanged)
        , m_small(scan.small, exchanged)
        , m_columns(exchanged ? scan.edges.rows : scan.edges.columns)
        , m_rows(exchanged ? scan.edges.columns : scan.edges.rows)
        , m_exchanged(exchanged)
        , m_average(paper)
        , m_longer(std::max(mat.cols, mat.rows))
        , m_leastStroke(std::max(kLeastStrokePixels, int(kLeastStroke * m_longer)))
        , m_thickest(std::max(kThickestPixels, int(kThickest * m_longer)))
    {
    }

    /// The blank part of the page between the ends of at least two lines, in pixels of the image.
    QRect search(const FlatRectangle& seen) const
    {
        const FlatRectangle r
            = m_exchanged ? FlatRectangle{seen.top, seen.bottom, seen.left, seen.right, seen.tone} : seen;
        if (m_rows[std::size_t(r.bottom)] - m_rows[std::size_t(r.top)]
                < std::max(kLeastGapPixels, int(kLeastGap * m_longer))
            || r.top < 3 || r.bottom + 3 > m_small.height()) {
            return {};
        }
        const std::vector<int> places = strokesOnBothSides(r);
        if (places.size() < 2) {
            return {};
        }
        const std::array<uchar, 3> paper
            = m_image.tone((m_columns[std::size_t(r.left)] + m_columns[std::size_t(r.right)]) / 2,
                (m_rows[std::size_t(r.top)] + m_rows[std::size_t(r.bottom)]) / 2);
        std::vector<BrokenLine> lines;
        for (const int place : places) {
            BrokenLine line;
            if (brokenLineAt(place, r, paper, line)
                && (lines.empty() || line.x - lines.back().x > m_thickest)) {
                lines.push_back(line);
            }
        }
        return blankBetween(lines, r, paper);
    }

private:
    bool isInk(int x, int y, const std::array<uchar, 3>& paper) const
    {
        return x >= 0 && x < m_image.width() && m_image.difference(x, y, paper) > kInk;
    }

    bool isInkAverage(int x, int y) const
    {
        return x >= 0 && x < m_small.width() && std::abs(*m_small.at(x, y) - m_average) > kInkAverage;
    }

    /// Something thin and upright at one edge of the rectangle, and something at the other, in the reduced
    /// image.
    std::vector<int> strokesOnBothSides(const FlatRectangle& r) const
    {
        const auto thin = [&](int x, int y) {
            return isInkAverage(x, y) && !isInkAverage(x - 3, y) && !isInkAverage(x + 3, y);
        };
        const auto isLine
            = [&](int x, int edge, int away) { return thin(x, edge + 2 * away) && thin(x, edge + 3 * away); };
        const auto isAny = [&](int x, int edge, int away) {
            return isInkAverage(x, edge + 2 * away) || isInkAverage(x, edge + away);
        };
        std::vector<int> places;
        for (int x = r.left; x < r.right; ++x) {
            const bool above = isLine(x, r.top, -1);
            const bool below = isLine(x, r.bottom - 1, 1);
            if (((above && isAny(x, r.bottom - 1, 1)) || (below && isAny(x, r.top, -1)))
                && (places.empty() || x - places.back() > 1)) {
                places.push_back(x);
            }
        }
        return places;
    }

    /// The stroke at a row: its first and last column; false when there is none that is thin.
    bool strokeAt(int from, int to, int y, const std::array<uchar, 3>& paper, int& first, int& last) const
    {
        first = from;
        while (first < to && !isInk(first, y, paper)) {
            ++first;
        }
        if (first >= to) {
            return false;
        }
        last = first;
        while (first > 0 && isInk(first - 1, y, paper)) {
            --first;
        }
        while (last + 1 < m_image.width() && isInk(last + 1, y, paper)) {
            ++last;
        }
        return last - first < m_thickest;
    }

    /// Follows a stroke from a row; the last row it is seen in.
    int followed(int first, int last, int y, int step, const std::array<uchar, 3>& paper) const
    {
        const auto seen = [&](int row) {
            for (int x = first; x <= last; ++x) {
                if (isInk(x, row, paper)) {
                    return true;
                }
            }
            return false;
        };
        while (y + step >= 0 && y + step < m_image.height() && seen(y + step)) {
            y += step;
        }
        return y;
    }

    /// Whether the stroke simply stops there: a corner, a foot or an arrow head is wider.
    bool isFreeEnd(int first, int last, int y, int back, int lines, const std::array<uchar, 3>& paper) const
    {
        for (int k = 0; k < lines; ++k) {
            for (int d = 2; d < 8; ++d) {
                if (isInk(first - d, y + back * k, paper) || isInk(last + d, y + back * k, paper)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether the stroke is seen on a fill that ends with it.
    bool isInFill(int first, int last, int y, int back) const
    {
        for (int k = 1; k <= 2; ++k) {
            const int row = y + back * k;
            if (first < 5 || last + 5 >= m_image.width() || row < 0 || row >= m_image.height()) {
                return false;
            }
            const std::array<uchar, 3> stroke = m_image.tone((first + last) / 2, row);
            for (int d = 3; d <= 5; ++d) {
                if (m_image.difference(first - d, row, stroke) <= kInk
                    || m_image.difference(last + d, row, stroke) <= kInk) {
                    return false;
                }
            }
        }
        return true;
    }

    bool brokenLineAt(
        int place, const FlatRectangle& r, const std::array<uchar, 3>& paper, BrokenLine& line) const
    {
        const int from = m_columns[std::size_t(std::max(0, place - 1))];
        const int to = m_columns[std::size_t(std::min(m_small.width(), place + 2))];
        const int above = m_rows[std::size_t(r.top - 2)];
        const int below = m_rows[std::size_t(r.bottom + 2)] - 1;
        const int middle = (above + below) / 2;
        int first = 0;
        int last = 0;
        const bool lineAbove = strokeAt(from, to, above, paper, first, last);
        if (!lineAbove && !strokeAt(from, to, below, paper, first, last)) {
            return false;
        }
        line.x = (first + last) / 2;
        line.above = met(first, last, middle, -1, paper);
        line.below = met(first, last, middle, 1, paper);
        if (line.above < 0 || line.below < 0 || line.below - line.above <= kLeastGapPixels) {
            return false;
        }
        line.lengthAbove = line.above - followed(first, last, line.above, -1, paper) + 1;
        line.lengthBelow = followed(first, last, line.below, 1, paper) - line.below + 1;
        int differ = 255;
        for (int x = first; x <= last; ++x) {
            differ = std::min(differ, m_image.difference(x, line.above - 1, m_image.tone(x, line.below + 1)));
        }
        line.closed = !isFreeEnd(first, last, line.above - line.lengthAbove + 1, 1, 4, paper)
            && !isFreeEnd(first, last, line.below + line.lengthBelow - 1, -1, 4, paper);
        // It may meet something soon on one side, not on both.
        const int shorter = std::min(line.lengthAbove, line.lengthBelow);
        return shorter >= m_leastStroke && differ <= kSameInk
            && (isFreeEnd(first, last, line.above, -1, 2, paper) || isInFill(first, last, line.above, -1))
            && (isFreeEnd(first, last, line.below, 1, 2, paper) || isInFill(first, last, line.below, 1))
            && (isFreeEnd(first, last, line.above, -1, m_leastStroke, paper)
                || isFreeEnd(first, last, line.below, 1, m_leastStroke, paper));
    }

    /// The first row with ink of the stroke, going from the middle of the gap; -1 when there is none.
    int met(int first, int last, int y, int step, const std::array<uchar, 3>& paper) const
    {
        for (; y >= 2 && y + 2 < m_image.height(); y += step) {
            for (int x = first; x <= last; ++x) {
                if (isInk(x, y, paper)) {
                    return y;
                }
            }
        }
        return -1;
    }

    QRect blankBetween(
        const std::vector<BrokenLine>& lines, const FlatRectangle& r, const std::array<uchar, 3>& paper) const
    {
        std::vector<BrokenLine> same;
        for (const BrokenLine& line : lines) {
            if (std::abs(line.above - lines.front().above) <= 1
                && std::abs(line.below - lines.front().below) <= 1) {
                same.push_back(line);
            }
        }
        // All or nothing: lines that stop where they like are no sign.
        if (same.size() < 2 || same.size() < lines.size()
            || same.back().x - same.front().x < kApart * m_longer) {
            return {};
        }
        const auto equal = std::count_if(same.begin(), same.end(), [](const BrokenLine& line) {
            return !line.closed
                && std::abs(line.lengthAbove - line.lengthBelow)
                <= kEqualRests * std::max(line.lengthAbove, line.lengthBelow);
        });
        if (2 * equal >= qint64(same.size())) {
            return {};
        }
        const int top = same.front().above + 2;
        const int bottom = same.front().below - 1;
        int other = 0;
        for (int y = top; y < bottom; ++y) {
            for (int x = same.front().x; x <= same.back().x; ++x) {
                other += isInk(x, y, paper);
            }
        }
        if (other * 500 > (bottom - top) * (same.back().x - same.front().x)) {
            return {};
        }
        const int left = m_columns[std::size_t(r.left)];
        const int right = m_columns[std::size_t(r.right)];
        return m_exchanged ? QRect(top, left, bottom - top, right - left)
                           : QRect(left, top, right - left, bottom - top);
    }

    AxisView m_image;
    AxisView m_small;
    const std::vector<int>& m_columns;
    const std::vector<int>& m_rows;
    bool m_exchanged;
    int m_average;
    int m_longer;
    int m_leastStroke;
    int m_thickest;
};

} // namespace

CoveredRegion blankedLines(
    const cv::Mat& mat, const PixelScan& scan, const std::vector<FlatRectangle>& flat, int paper)
{
    std::size_t looked = 0;
    for (const bool exchanged : {false, true}) {
        const LineSearch search(mat, scan, exchanged, paper);
        for (const FlatRectangle& rectangle : flat) {
            if (std::abs(rectangle.tone - paper) > kInkAverage || ++looked > kMostLooked) {
                continue;
            }
            const QRect area = search.search(rectangle);
            if (!area.isEmpty()) {
                return {CoveredRegion::Kind::Gap, area};
            }
        }
        looked = 0;
    }
    return {};
}

} // namespace winnow::internal
