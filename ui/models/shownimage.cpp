// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/shownimage.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

/// Small images are enlarged to fit, but not beyond recognition.
constexpr double kLargestFit = 3;

/// Columns for `count` panes that give the images the most room.
int bestColumns(const QSizeF& view, const QVector<QSizeF>& images)
{
    int best = 1;
    double bestScale = -1;
    const int count = int(images.size());
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double width = (view.width() - (columns - 1) * kPaneGap) / columns;
        const double height = (view.height() - (rows - 1) * kPaneGap) / rows;
        double total = 0;
        for (const QSizeF& size : images) {
            total += size.isEmpty() ? 0 : std::min(width / size.width(), height / size.height());
        }
        if (total > bestScale * 1.001) {
            bestScale = total;
            best = columns;
        }
    }
    return best;
}

} // namespace

QVector<QRectF> paneRects(const QSizeF& view, const QVector<QSizeF>& images)
{
    QVector<QRectF> rects;
    const int count = int(images.size());
    if (count == 0) {
        return rects;
    }
    const int columns = bestColumns(view, images);
    const int rows = (count + columns - 1) / columns;
    const double width = std::floor((view.width() - (columns - 1) * kPaneGap) / columns);
    const double height = std::floor((view.height() - (rows - 1) * kPaneGap) / rows);
    for (int i = 0; i < count; ++i) {
        const int column = i % columns;
        const int row = i / columns;
        rects.append(QRectF(column * (width + kPaneGap), row * (height + kPaneGap), width, height));
    }
    return rects;
}

double fittingScale(const QSizeF& pane, const QSizeF& image, qreal pixelRatio)
{
    if (image.isEmpty() || pane.isEmpty()) {
        return 0;
    }
    const double scale = std::min(
        (pane.width() - 2 * kPaneGap) / image.width(), (pane.height() - 2 * kPaneGap) / image.height());
    return std::clamp(scale, 1e-6, kLargestFit / pixelRatio);
}

QVector<QSize> fittedImageSizes(const QSize& view, qreal pixelRatio, const QVector<QSize>& images)
{
    const QVector<QSizeF> sizes(images.cbegin(), images.cend());
    const QVector<QRectF> rects = paneRects(view, sizes);
    QVector<QSize> fitted;
    for (int i = 0; i < images.size(); ++i) {
        const double scale = fittingScale(rects.at(i).size(), sizes.at(i), pixelRatio) * pixelRatio;
        fitted.append((sizes.at(i) * scale).toSize().expandedTo(QSize(1, 1)));
    }
    return fitted;
}

} // namespace winnow
