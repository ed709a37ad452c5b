// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/coveredregion.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace winnow::internal {

namespace {

/// Of the longer side of the image: what is narrower hides little.
constexpr double kLeastSide = 0.05;
constexpr int kLeastSmall = 6;
/// Averages of a patch differ by rounding, and by what JPEG leaves at its edges.
constexpr int kSameAverage = 2;
constexpr int kSlack = 3;
constexpr int kSamePixel = 3;
constexpr std::size_t kMostRectangles = 400;
constexpr std::size_t kMostLooked = 8;
/// Of the inside of a rectangle, about.
constexpr int kRowsLooked = 24;
/// More of them are what the picture is made of.
constexpr int kMostPatches = 3;
/// Mean difference of neighbouring pixels: drawn surfaces have none, photos hardly less.
constexpr double kLeastGrain = 0.3;
/// Of its eighths; and what grain it has at least of that farther away. More is asked of a rectangle at the
/// border: poles and posts stand there, and have fewer sides to show.
constexpr int kLeastGrained = 5;
constexpr int kLeastGrainedAtBorder = 6;
constexpr double kLeastShare = 0.4;
constexpr double kLeastShareAtBorder = 0.5;
constexpr double kVisible = 0.75;
/// More than the waves that JPEG leaves.
constexpr double kPlainStep = 16;
constexpr int kWaves = 20;
/// Lines of pixels outside an edge that are looked at.
constexpr int kRing = 9;
/// JPEG spoils up to two blocks on either side of an edge.
constexpr int kSpoilt = 17;

/// Rectangles of one tone, as stacks of runs that cover one another.
std::vector<FlatRectangle> flatRectangles(const cv::Mat& small)
{
    const int least = std::max(kLeastSmall, int(kLeastSide * std::max(small.cols, small.rows)));
    std::vector<FlatRectangle> found;
    std::vector<FlatRectangle> open;
    std::vector<FlatRectangle> runs;
    std::vector<bool> known;
    const auto close = [&](const FlatRectangle& rectangle) {
        if (rectangle.height() >= least && rectangle.width() >= least && found.size() < kMostRectangles) {
            found.push_back(rectangle);
        }
    };
    for (int y = 0; y < small.rows; ++y) {
        const uchar* p = small.ptr<uchar>(y);
        runs.clear();
        for (int x = 0; x + least <= small.cols;) {
            const int tone = p[x];
            if (std::abs(p[x + least - 1] - tone) > kSameAverage) {
                ++x;
                continue;
            }
            int end = x + 1;
            while (end < small.cols && std::abs(p[end] - tone) <= kSameAverage) {
                ++end;
            }
            if (end - x >= least) {
                runs.push_back({x, end, y, y + 1, tone});
                x = end;
            } else {
                ++x;
            }
        }
        known.assign(runs.size(), false);
        std::size_t kept = 0;
        for (std::size_t i = 0; i < open.size(); ++i) {
            FlatRectangle& rectangle = open[i];
            bool goesOn = false;
            for (std::size_t r = 0; r < runs.size() && !goesOn; ++r) {
                const FlatRectangle& run = runs[r];
                goesOn = run.left <= rectangle.left + kSlack && run.right >= rectangle.right - kSlack
                    && std::abs(run.tone - rectangle.tone) <= kSameAverage;
                if (goesOn && run.left >= rectangle.left - kSlack && run.right <= rectangle.right + kSlack) {
                    known[r] = true;
                }
            }
            if (goesOn) {
                rectangle.bottom = y + 1;
                open[kept++] = rectangle;
            } else {
                close(rectangle);
            }
        }
        open.resize(kept);
        for (std::size_t r = 0; r < runs.size(); ++r) {
            if (!known[r]) {
                open.push_back(runs[r]);
            }
        }
    }
    std::for_each(open.begin(), open.end(), close);
    std::sort(found.begin(), found.end(), [](const FlatRectangle& a, const FlatRectangle& b) {
        const int first = a.width() * a.height();
        const int second = b.width() * b.height();
        return first != second ? first > second : a.top != b.top ? a.top < b.top : a.left < b.left;
    });
    return found;
}

/// The most frequent average, when it makes up half of the image; else -1.
int paperTone(const cv::Mat& small)
{
    std::array<int, 256> counts{};
    int seen = 0;
    for (int y = 0; y < small.rows; y += 3) {
        const uchar* p = small.ptr<uchar>(y);
        for (int x = y % 2; x < small.cols; x += 2) {
            ++counts[p[x]];
            ++seen;
        }
    }
    const int tone = int(std::max_element(counts.begin(), counts.end()) - counts.begin());
    int near = 0;
    for (int t = std::max(0, tone - kSameAverage); t <= std::min(255, tone + kSameAverage); ++t) {
        near += counts[std::size_t(t)];
    }
    return 2 * near >= seen ? tone : -1;
}

/// Whether what lies around a rectangle differs from it and varies along most of its sides, in the reduced
/// image: cheap, and most rectangles end here.
bool liesInContent(const cv::Mat& small, const FlatRectangle& r)
{
    int sides = 0;
    int good = 0;
    std::array<int, 32> tones{};
    int seen = 0;
    const auto look = [&](const uchar* p, std::ptrdiff_t step, int length) {
        ++sides;
        int differ = 0;
        int steps = 0;
        int before = *p;
        const int first = before;
        for (int i = 0; i < length; ++i, p += step) {
            differ += std::abs(*p - r.tone) > 2 * kSameAverage;
            steps += std::abs(*p - before);
            before = *p;
            ++tones[*p / 8U];
        }
        seen += length;
        good += 5 * differ >= 3 * length && 4 * (steps - std::abs(before - first)) >= length;
    };
    const auto row = [&](int y) {
        if (y >= 0 && y < small.rows) {
            look(small.ptr<uchar>(y) + r.left, 1, r.width());
        }
    };
    const auto column = [&](int x) {
        if (x >= 0 && x < small.cols) {
            look(small.ptr<uchar>(r.top) + x, std::ptrdiff_t(small.step), r.height());
        }
    };
    row(r.top - 2);
    row(r.bottom + 1);
    column(r.left - 2);
    column(r.right + 1);
    return sides >= 2 && good >= std::min(2, sides)
        && 4 * *std::max_element(tones.begin(), tones.end()) < 3 * seen;
}

struct Patch {
    cv::Rect area;
    std::array<uchar, 3> tone{};
};

/// Whether nearly all pixels of a line (a row of the view) have the tone.
bool isTone(const AxisView& view, int y, int from, int to, const std::array<uchar, 3>& tone)
{
    int allowed = (to - from) / 25;
    for (int x = from; x < to; ++x) {
        if (view.difference(x, y, tone) > kSamePixel && --allowed < 0) {
            return false;
        }
    }
    return true;
}

/// The rectangle of one tone in the image itself; empty when it is not of one tone there.
Patch patchAt(const cv::Mat& mat, const Edges& edges, const FlatRectangle& r)
{
    // Without the boxes at its ends, which average other things too, and what JPEG spoils.
    const auto inner = [](const std::vector<int>& boxes, int from, int to) {
        const int first = boxes[std::size_t(from)];
        const int last = boxes[std::size_t(to)];
        const int spoilt = std::min(kSpoilt, (last - first) / 4);
        return std::pair(std::max(boxes[std::size_t(from + 2)], first + spoilt),
            std::min(boxes[std::size_t(to - 2)], last - spoilt));
    };
    auto [left, right] = inner(edges.columns, r.left, r.right);
    auto [top, bottom] = inner(edges.rows, r.top, r.bottom);
    if (left >= right || top >= bottom) {
        return {};
    }
    const AxisView rows(mat, false);
    const AxisView columns(mat, true);
    Patch patch;
    patch.tone = rows.tone((left + right) / 2, (top + bottom) / 2);
    // A look at some of them first: most rectangles of a photo are merely smooth.
    int other = 0;
    for (int i = 0; i < 64; ++i) {
        other += rows.difference(left + (right - left) * (2 * (i % 8) + 1) / 16,
                     top + (bottom - top) * (2 * (i / 8) + 1) / 16, patch.tone)
            > kSamePixel;
    }
    if (other > 1) {
        return {};
    }
    for (int y = top; y < bottom; y += std::max(1, (bottom - top) / kRowsLooked)) {
        if (!isTone(rows, y, left, right, patch.tone)) {
            return {};
        }
    }
    while (top > 0 && isTone(rows, top - 1, left, right, patch.tone)) {
        --top;
    }
    while (bottom < mat.rows && isTone(rows, bottom, left, right, patch.tone)) {
        ++bottom;
    }
    while (left > 0 && isTone(columns, left - 1, top, bottom, patch.tone)) {
        --left;
    }
    while (right < mat.cols && isTone(columns, right, top, bottom, patch.tone)) {
        ++right;
    }
    patch.area = {left, top, right - left, bottom - top};
    return patch;
}

int grey(const AxisView& view, int x, int y)
{
    const uchar* p = view.at(x, y);
    return view.colours() == 3 ? (p[0] + 2 * p[1] + p[2]) / 4 : p[0];
}

/// One side of a patch: the lines outside it, going away from it.
struct Side {
    AxisView view;
    int from;
    int to;
    /// The first line outside, and the direction away.
    int line;
    int away;

    bool has(int k) const
    {
        const int y = line + away * k;
        return y >= 0 && y < view.height();
    }
};

struct LineStatistics {
    double mean = 0;
    double deviation = 0;
    /// Mean difference of neighbours along the line, without what goes one way only: a gradient has none.
    double grain = 0;
    /// Eighths of the line that have grain.
    int grained = 0;
    /// Share that differs from the patch.
    double visible = 0;
};

LineStatistics statisticsOf(const Side& side, int k, const std::array<uchar, 3>& tone)
{
    const int y = side.line + side.away * k;
    const int length = side.to - side.from;
    LineStatistics s;
    double squares = 0;
    int before = grey(side.view, side.from, y);
    int visible = 0;
    int x = side.from;
    for (int eighth = 1; eighth <= 8; ++eighth) {
        const int to = side.from + length * eighth / 8;
        const int start = before;
        const int width = to - x;
        int steps = 0;
        for (; x < to; ++x) {
            const int v = grey(side.view, x, y);
            s.mean += v;
            squares += v * v;
            steps += std::abs(v - before);
            before = v;
            visible += side.view.difference(x, y, tone) > 2 * kSamePixel;
        }
        const int grain = steps - std::abs(before - start);
        s.grain += grain;
        s.grained += grain >= kLeastGrain / 2 * width;
    }
    s.mean /= length;
    s.deviation = std::sqrt(std::max(0.0, squares / length - s.mean * s.mean));
    s.grain /= length;
    s.visible = double(visible) / length;
    return s;
}

/// Lines from where the tone ends to the edge itself: JPEG leaves waves between the two.
int linesToEdge(const Side& side)
{
    std::array<double, kSpoilt> steps{};
    for (int k = 0; k < kSpoilt && side.has(k); ++k) {
        for (int x = side.from; x < side.to; ++x) {
            steps[std::size_t(k)] += std::abs(grey(side.view, x, side.line + side.away * k)
                - grey(side.view, x, side.line + side.away * (k - 1)));
        }
        if (k == 0 && steps[0] >= kPlainStep * (side.to - side.from)) {
            return 0;
        }
    }
    const double sharp = 0.6 * *std::max_element(steps.begin(), steps.end());
    return int(
        std::find_if(steps.begin(), steps.end(), [&](double step) { return step >= sharp; }) - steps.begin());
}

/// Whether the tone fills the rectangle up to the ends of the edge, but for the waves of JPEG: a disc does
/// not.
bool isFilled(const Side& side, const std::array<uchar, 3>& tone)
{
    int other = 0;
    for (int x = side.from; x < side.to; ++x) {
        other += side.view.difference(x, side.line - 2 * side.away, tone) > kWaves;
    }
    return other * 12 <= side.to - side.from;
}

/// Whether the tone ends there along the whole side: where it goes on beyond, the rectangle is a part of
/// something larger.
bool isPlainEdge(const Side& side, const std::array<uchar, 3>& tone)
{
    int other = 0;
    for (int x = side.from; side.has(1) && x < side.to; ++x) {
        other += side.view.difference(x, side.line + side.away, tone) > kWaves;
    }
    return other * 10 >= 8 * (side.to - side.from);
}

/// Whether the content outside is grained or busy up to the edge and knows nothing of it: no outline, no
/// margin, no shadow along it.
bool cutsContent(const Side& side, const std::array<uchar, 3>& tone, bool atBorder)
{
    if (!side.has(3)) {
        return false;
    }
    // The first line may be mixed of both.
    std::vector<LineStatistics> lines{{}, statisticsOf(side, 1, tone)};
    const LineStatistics near = lines[1];
    if (near.visible < kVisible || near.grain < kLeastGrain
        || near.grained < (atBorder ? kLeastGrainedAtBorder : kLeastGrained)) {
        return false;
    }
    for (int k = 2; k < kRing && side.has(k); ++k) {
        lines.push_back(statisticsOf(side, k, tone));
    }
    const std::size_t beyond = std::min<std::size_t>(5, lines.size() - 1);
    LineStatistics far;
    for (std::size_t k = beyond; k < lines.size(); ++k) {
        far.mean += lines[k].mean / double(lines.size() - beyond);
        far.grain += lines[k].grain / double(lines.size() - beyond);
        far.deviation += lines[k].deviation / double(lines.size() - beyond);
    }
    const double patch = side.view.colours() == 3 ? (tone[0] + 2 * tone[1] + tone[2]) / 4.0 : tone[0];
    const double contrast = std::abs(far.mean - patch);
    const double allowed = std::max({6.0, 0.2 * contrast, 0.6 * far.deviation});
    // What is drawn along the edge is of neither tone, nor of a mix of both.
    const double waves = std::max(6.0, 0.12 * contrast);
    for (int k = -3; k <= 0; ++k) {
        const double mean = statisticsOf(side, k, tone).mean;
        if (mean < std::min(patch, near.mean) - waves || mean > std::max(patch, near.mean) + waves) {
            return false;
        }
    }
    for (std::size_t k = 1; k < 4; ++k) {
        if (lines[k].grain < (atBorder ? kLeastShareAtBorder : kLeastShare) * far.grain
            || std::abs(lines[k].mean - far.mean) > allowed) {
            return false;
        }
    }
    return true;
}

/// Whether there is an edge in the line of the side past one of its ends too.
bool goesOnPast(const Side& side, bool atEnd)
{
    const int length = std::clamp((side.to - side.from) / 4, 8, 40);
    const int from = atEnd ? side.to + 3 : side.from - 3 - length;
    const int to = from + length;
    if (from < 0 || to > side.view.width() || !side.has(7) || !side.has(-8)) {
        return false;
    }
    // Both by pixels and by the tones of whole lines, in which the grain cancels out.
    const auto steps = [&](int k) {
        double pixels = 0;
        double tones = 0;
        for (int x = from; x < to; ++x) {
            const int step = grey(side.view, x, side.line + side.away * (k + 1))
                - grey(side.view, x, side.line + side.away * (k - 2));
            pixels += std::abs(step);
            tones += step;
        }
        return std::pair(pixels / length, std::abs(tones) / length);
    };
    const auto most = [&](std::initializer_list<int> lines) {
        std::pair<double, double> all{0, 0};
        for (const int k : lines) {
            const auto step = steps(k);
            all = {std::max(all.first, step.first), std::max(all.second, step.second)};
        }
        return all;
    };
    const auto here = most({-1, 0, 1});
    const auto elsewhere = most({-6, -5, 5, 6});
    return here.first > 2 * elsewhere.first + 6 || here.second > 2 * elsewhere.second + 6;
}

/// The share of the most frequent tone around the patch: on a page with things on it, most is paper.
double commonestAround(const std::vector<Side>& sides)
{
    std::array<int, 64> counts{};
    int all = 0;
    for (const Side& side : sides) {
        if (side.has(2)) {
            for (int x = side.from; x < side.to; ++x) {
                ++counts[std::size_t(grey(side.view, x, side.line + side.away * 2) / 4)];
                ++all;
            }
        }
    }
    return all == 0 ? 1 : double(*std::max_element(counts.begin(), counts.end())) / all;
}

bool isLaidOver(const cv::Mat& mat, Patch& patch)
{
    const cv::Rect area = patch.area;
    if (mat.channels() == 4) {
        for (int y = area.y; y < area.y + area.height; y += 4) {
            for (int x = area.x; x < area.x + area.width; x += 4) {
                if (mat.ptr<uchar>(y)[4 * x + 3] != 255) {
                    return false;
                }
            }
        }
    }
    const AxisView rows(mat, false);
    const AxisView columns(mat, true);
    const std::array<bool, 4> atBorder{
        area.y<4, area.br().y> mat.rows - 4, area.x<4, area.br().x> mat.cols - 4};
    // From border to border it is a letterbox or the seam of a collage.
    if ((atBorder[0] && atBorder[1]) || (atBorder[2] && atBorder[3])) {
        return false;
    }
    const auto sidesOf = [&](const cv::Rect& r) {
        return std::array<Side, 4>{{{rows, r.x, r.br().x, r.y - 1, -1}, {rows, r.x, r.br().x, r.br().y, 1},
            {columns, r.y, r.br().y, r.x - 1, -1}, {columns, r.y, r.br().y, r.br().x, 1}}};
    };
    std::array<int, 4> more{};
    const auto inner = sidesOf(area);
    for (std::size_t i = 0; i < 4; ++i) {
        more[i] = atBorder[i] ? 0 : linesToEdge(inner[i]);
    }
    patch.area = cv::Rect(
        area.x - more[2], area.y - more[0], area.width + more[2] + more[3], area.height + more[0] + more[1]);
    std::vector<Side> sides;
    const auto outer = sidesOf(patch.area);
    for (std::size_t i = 0; i < 4; ++i) {
        if (!atBorder[i]) {
            sides.push_back(outer[i]);
        }
    }
    // A pole or a post that stands on the border is as flat, and free on one side only.
    const int mayFail = sides.size() == 4 ? 1 : 0;
    int failed = 0;
    for (const Side& side : sides) {
        const bool cuts = cutsContent(side, patch.tone, sides.size() < 4);
        failed += !cuts;
        if (failed > mayFail || !isFilled(side, patch.tone) || (!cuts && !isPlainEdge(side, patch.tone))) {
            return false;
        }
    }
    int goingOn = 0;
    for (const Side& side : sides) {
        goingOn += int(goesOnPast(side, false)) + int(goesOnPast(side, true));
    }
    return goingOn <= (sides.size() < 4 ? 0 : 2) && commonestAround(sides) < 0.5;
}

} // namespace

CoveredRegion coveredRegion(const cv::Mat& mat, const PixelScan& scan)
{
    const std::vector<FlatRectangle> flat = flatRectangles(scan.small);
    std::vector<cv::Rect> patches;
    std::size_t looked = 0;
    for (const FlatRectangle& rectangle : flat) {
        if (looked >= kMostLooked) {
            break;
        }
        if (!liesInContent(scan.small, rectangle)) {
            continue;
        }
        ++looked;
        Patch patch = patchAt(mat, scan.edges, rectangle);
        const bool known = std::any_of(patches.begin(), patches.end(),
            [&](const cv::Rect& other) { return (other & patch.area).area() > 0; });
        if (patch.area.area() > 0 && !known && isLaidOver(mat, patch)) {
            patches.push_back(patch.area);
        }
    }
    if (!patches.empty() && int(patches.size()) <= kMostPatches) {
        const cv::Rect& largest = patches.front();
        return {CoveredRegion::Kind::Patch, QRect(largest.x, largest.y, largest.width, largest.height)};
    }
    const int paper = flat.empty() ? -1 : paperTone(scan.small);
    return paper < 0 ? CoveredRegion{} : blankedLines(mat, scan, flat, paper);
}

} // namespace winnow::internal
