// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <QSize>
#include <QString>
#include <QVector>

namespace winnow {

/// One image as the viewer gets it. Without pixels it is a notice: what is wrong and what to do.
struct ShownImage {
    /// Upright, about as large as it is shown when it fits the view.
    QImage display;
    /// Upright size of the whole image in pixels.
    QSize fullSize;
    QString noticeTitle;
    QString noticeText;
};

/// Between images that are shown side by side, device-independent pixels.
constexpr int kPaneGap = 8;

/// Where images of these sizes stand in a view, in as many columns as give them the most room.
QVector<QRectF> paneRects(const QSizeF& view, const QVector<QSizeF>& images);
/// The scale at which an image fits its pane; 0 when one of them is empty.
double fittingScale(const QSizeF& pane, const QSizeF& image, qreal pixelRatio);
/// Screen pixels that images of these sizes get when they fit a view of `view` device-independent pixels.
QVector<QSize> fittedImageSizes(const QSize& view, qreal pixelRatio, const QVector<QSize>& images);

} // namespace winnow
