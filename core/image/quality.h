// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/image/imagecodec.h"
#include "core/image/imageheader.h"
#include "core/image/perceptualhash.h"

#include <QRect>
#include <QVector>

#include <functional>

namespace winnow {

/// cleanvision's default thresholds (METHODS C8): an image has the issue when its score is below.
struct QualityThresholds {
    double dark = 0.32;
    double light = 0.05;
    double lowInformation = 0.3;
    double blurry = 0.29;
    double oddAspectRatio = 0.35;
    /// Scores are 0 (grey) or 1.
    double grayscale = 0.5;
    double oddSize = 0.5;
    /// Beyond the quartiles by this many interquartile ranges a size is odd.
    double oddSizeIqr = 3.0;
};

/// A part of a picture that was covered or blanked.
struct CoveredRegion {
    enum class Kind {
        None,
        /// A rectangle of one tone laid over grained or busy content.
        Patch,
        /// A blank rectangle in which lines of a page break off and go on behind it.
        Gap
    };
    Kind kind = Kind::None;
    /// In pixels of the picture.
    QRect area;
};

/// Everything the image audits need, from one decode. Scores as cleanvision defines them: 0..1, low = bad.
struct ImageMeasures {
    ImageHeader header;
    /// As shown (EXIF orientation applied).
    int width = 0;
    int height = 0;

    /// 99th percentile of pixel brightness sqrt(.241 R^2 + .691 G^2 + .068 B^2) / 255.
    double dark = 1;
    /// 1 - 5th percentile of pixel brightness.
    double light = 1;
    /// 0.2nd percentile of pixel brightness: low where there is ink on a page, high in an overexposed photo.
    double darkest = 0;
    /// Entropy in bits of the pooled channel histograms x 0.1, capped at 1.
    double lowInformation = 1;
    /// From edges and histogram spread at 64 px: min(1, (1 - exp(-.01 edge sd)) + histogram part).
    double blurry = 1;
    /// Longer side in pixels of the smallest picture that shows as much: about 30 for one enlarged from 30
    /// px, 0 for a single tone, 128 for anything with more than 64 px of detail.
    double detail = 128;
    /// min(w/h, h/w).
    double oddAspectRatio = 1;
    /// 0 when the file has one grey channel, else 1.
    double grayscale = 1;
    /// sqrt(w h) in pixels; odd sizes are told by oddSizeScores() over a dataset.
    double size = 0;
    /// A colour file in which every pixel is grey (cleanvision does not count these as grayscale).
    bool colourless = false;

    /// By Turn; [0] is the image as it is.
    std::array<quint64, kTurns> hashes{};
    /// 128-bit hash of size and decoded pixels (RGB; alpha too where there is any): equal pixels give equal
    /// hashes whatever the file format. Not cryptographic.
    QByteArray pixelHash;

    CoveredRegion covered;

    /// Height in pixels of the smallest recurring text, estimated from connected components; 0 = no text
    /// found or not asked for.
    double textHeight = 0;
};

struct MeasureOptions {
    DecodeLimits limits;
    /// Estimating the text height takes about as long as decoding.
    bool textHeight = false;
    /// Only of images whose longer side has at least so many pixels.
    int textHeightFrom = 0;
};

/// Decodes once and measures. Errors as decodeImage(). Thread-safe.
Result<ImageMeasures> measureImage(QByteArrayView bytes, const MeasureOptions& options = {});

/// Measures `count` images on all cores. `bytesOf(i)` is called from worker threads; `done(i, result)` from
/// worker threads too, but never two at a time, in no fixed order. Cancelled when the progress says so.
Result<> measureImages(qsizetype count, const std::function<Result<QByteArray>(qsizetype)>& bytesOf,
    const std::function<void(qsizetype, Result<ImageMeasures>)>& done, Progress& progress,
    const MeasureOptions& options = {});

/// cleanvision's odd_size scores of the images of one dataset, from their `size` values: 1 in the middle of
/// the accepted range Q1 - f IQR … Q3 + f IQR, 0.5 at its ends. With no spread every other size is odd.
QVector<double> oddSizeScores(const QVector<double>& sizes, double iqrFactor = 3.0);

} // namespace winnow
