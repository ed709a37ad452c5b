// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demoplan.h"

#include "core/image/imagecodec.h"

#include <algorithm>

namespace winnow::demo {

namespace {

/// A tone that differs by less is not seen on the paper.
constexpr int kSeen = 24;
/// A page with less than one pixel of ink in so many is blank but for specks.
constexpr qsizetype kInkShare = 500;

Canvas drawn(const Figure& figure)
{
    Canvas canvas(figure.width, figure.height, figure.background);
    figure.paint(canvas);
    return canvas;
}

Canvas covered(const Figure& figure)
{
    Canvas canvas = drawn(figure);
    const QRectF whole(0, 0, figure.width, figure.height);
    const bool everywhere
        = figure.target.width() > 0.9 * figure.width && figure.target.height() > 0.9 * figure.height;
    const QRectF area = everywhere
        ? QRectF(figure.width * 0.08, figure.height * 0.08, figure.width * 0.84, figure.height * 0.84)
        : figure.target.adjusted(-8, -8, 8, 8);
    canvas.fillRect(area.intersected(whole), figure.photo ? Rgb{120, 122, 126} : figure.background);
    return canvas;
}

/// The picture in the middle of a wide strip.
Result<QByteArray> strip(const Figure& figure)
{
    const Bitmap inner = drawn(figure).bitmap();
    const int height = 190;
    const Bitmap small = scaled(inner, std::max(1, inner.width * height / inner.height), height);
    Bitmap out{
        height * 4, height, 3, QByteArray(qsizetype(height) * 4 * height * 3, char(figure.photo ? 90 : 250))};
    const int left = (out.width - small.width) / 2;
    for (int y = 0; y < height; ++y) {
        std::copy_n(small.pixels.constData() + y * small.bytesPerLine(), small.bytesPerLine(),
            out.pixels.data() + y * out.bytesPerLine() + 3 * left);
    }
    return encodePng(out);
}

} // namespace

bool isBlankWhenCovered(const Figure& figure)
{
    if (figure.photo) {
        return false;
    }
    const Bitmap bitmap = covered(figure).bitmap();
    const auto* p = reinterpret_cast<const uchar*>(bitmap.pixels.constData());
    const qsizetype pixels = qsizetype(bitmap.width) * bitmap.height;
    qsizetype ink = 0;
    for (qsizetype i = 0; i < pixels; ++i, p += 3) {
        const Rgb& paper = figure.background;
        ink += std::max(
                   {std::abs(p[0] - paper.red), std::abs(p[1] - paper.green), std::abs(p[2] - paper.blue)})
            > kSeen;
    }
    return ink * kInkShare < pixels;
}

Result<QByteArray> renderItem(const Item& item, quint64 seed)
{
    const Figure& figure = item.figure;
    switch (item.edit) {
    case Edit::None: {
        // Most photos are JPEG, as in real sets.
        const Bitmap bitmap = drawn(figure).bitmap();
        return figure.photo && figure.width % 4 != 0 ? encodeJpeg(bitmap, 92) : encodePng(bitmap);
    }
    case Edit::Dark: {
        Canvas canvas = drawn(figure);
        canvas.adjust(figure.photo ? 0.14 : 0.22, 0);
        return encodePng(canvas.bitmap());
    }
    case Edit::Light: {
        Canvas canvas = drawn(figure);
        canvas.adjust(0.042, 244);
        return encodePng(canvas.bitmap());
    }
    case Edit::Blur: {
        Canvas canvas = drawn(figure);
        canvas.adjust(0.78, 0);
        canvas.blur(figure.width / 16.0);
        return encodeJpeg(canvas.bitmap(), 90);
    }
    case Edit::Flatten: {
        DemoRandom random(seed, 9, item.sample.position);
        const int tone = random.between(90, 150);
        Canvas canvas(figure.width, figure.height,
            {tone, tone + random.between(10, 30), tone - random.between(10, 30)});
        return encodePng(canvas.bitmap());
    }
    case Edit::Grey:
        return encodePng(drawn(figure).bitmap(true));
    case Edit::Strip:
        return strip(figure);
    case Edit::Enlarge: {
        const Bitmap bitmap = drawn(figure).bitmap();
        return encodeJpeg(scaled(bitmap, bitmap.width * 4, bitmap.height * 4), 80);
    }
    case Edit::Cover:
        return encodePng(covered(figure).bitmap());
    case Edit::Pixelate: {
        const Bitmap bitmap = drawn(figure).bitmap();
        const Bitmap tiny = scaled(bitmap, std::max(12, bitmap.width / 16), std::max(9, bitmap.height / 16));
        return encodePng(scaled(tiny, bitmap.width, bitmap.height));
    }
    case Edit::Recompress:
        return encodeJpeg(drawn(figure).bitmap(), 68);
    case Edit::Shrink: {
        const Bitmap bitmap = drawn(figure).bitmap();
        return encodePng(scaled(bitmap, bitmap.width * 4 / 5, bitmap.height * 4 / 5));
    }
    case Edit::Brighten: {
        Canvas canvas = drawn(figure);
        canvas.adjust(0.93, 6);
        return encodePng(canvas.bitmap());
    }
    }
    return fail(ErrorCode::Internal, QStringLiteral("Unknown edit of a demo picture"));
}

} // namespace winnow::demo
