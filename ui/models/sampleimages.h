// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sample.h"
#include "core/store/project.h"
#include "ui/models/shownimage.h"

namespace winnow {

/// Decodes the images of a sample for a view of this size; what cannot be shown becomes a notice that says
/// what to do. Any thread.
QVector<ShownImage> loadImages(
    const Project& project, const QVector<ImageRef>& images, const QSize& viewSize, qreal pixelRatio);

/// One image with all its pixels (at most 48 million), upright; null when it cannot be had. Any thread.
QImage loadWholeImage(const Project& project, const ImageRef& image);

} // namespace winnow
