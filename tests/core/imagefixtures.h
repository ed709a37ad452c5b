// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One picture of 40 x 20 pixels in every format that is read, written by hand where no encoder is at hand:
// red upper left, green upper right, blue lower left, white lower right.

#include "core/image/bitmap.h"
#include "core/image/canvas.h"
#include "core/image/imagecodec.h"

#include <QByteArray>
#include <QVector>

namespace winnow::test {

inline constexpr int kQuartersWidth = 40;
inline constexpr int kQuartersHeight = 20;

inline Bitmap quarters()
{
    Canvas canvas(kQuartersWidth, kQuartersHeight);
    canvas.fillRect({0, 0, 20, 10}, {255, 0, 0});
    canvas.fillRect({20, 0, 20, 10}, {0, 255, 0});
    canvas.fillRect({0, 10, 20, 10}, {0, 0, 255});
    return canvas.bitmap();
}

/// Number of the quarter that a pixel of quarters() is in: 0 red, 1 green, 2 blue, 3 white.
inline int quarterAt(int x, int y)
{
    return (y >= kQuartersHeight / 2 ? 2 : 0) + (x >= kQuartersWidth / 2 ? 1 : 0);
}

inline QByteArray le16(int value)
{
    return QByteArray(1, char(value & 0xff)) + char(value >> 8 & 0xff);
}
inline QByteArray le32(qint64 value)
{
    return le16(int(value & 0xffff)) + le16(int(value >> 16 & 0xffff));
}
inline QByteArray be16(int value)
{
    return QByteArray(1, char(value >> 8 & 0xff)) + char(value & 0xff);
}

struct TiffEntry {
    int tag;
    /// 3 = 16 bits, 4 = 32 bits.
    int type;
    qint64 value;
};

/// An uncompressed RGB TIFF of one strip; `more` goes behind the usual entries, whatever the order of tags.
inline QByteArray quartersTiff(int orientation = 1, const QVector<TiffEntry>& more = {}, int compression = 1)
{
    const Bitmap bitmap = quarters();
    const int count = 10 + int(more.size());
    QVector<TiffEntry> entries{{256, 3, bitmap.width}, {257, 3, bitmap.height}, {258, 3, 8},
        {259, 3, compression}, {262, 3, 2}, {273, 4, 8 + 2 + qint64(count) * 12 + 4}, {274, 3, orientation},
        {277, 3, 3}, {278, 3, bitmap.height}, {279, 4, bitmap.pixels.size()}};
    entries += more;
    QByteArray tiff = QByteArray("II*\0\x08\0\0\0", 8) + le16(count);
    for (const TiffEntry& entry : entries) {
        tiff += le16(entry.tag) + le16(entry.type) + le32(1) + le32(entry.value);
    }
    return tiff + le32(0) + bitmap.pixels;
}

/// Red, green, blue, white as BMP has them, `bytes` a colour.
inline QByteArray bmpPalette(int bytes)
{
    QByteArray palette;
    for (const quint32 colour : {0xff0000U, 0xff00U, 0xffU, 0xffffffU}) {
        palette += le32(colour).first(bytes);
    }
    return palette;
}

/// A BMP with a header of 40 bytes, the pixels as they are given.
inline QByteArray bmpOf(int depth, int compression, const QByteArray& pixels, bool topDown = false)
{
    const QByteArray palette = depth <= 8 ? bmpPalette(4) : QByteArray();
    const qsizetype start = 54 + palette.size();
    return "BM" + le32(start + pixels.size()) + le32(0) + le32(start) + le32(40) + le32(kQuartersWidth)
        + le32(topDown ? -kQuartersHeight : kQuartersHeight) + le16(1) + le16(depth) + le32(compression)
        + le32(pixels.size()) + le32(0) + le32(0) + le32(palette.isEmpty() ? 0 : 4) + le32(0) + palette
        + pixels;
}

/// Its pixels, last row first, a colour a pixel in `bytes` bytes, or the number of the quarter in `depth`
/// bits.
inline QByteArray bmpPixels(int depth, bool topDown = false)
{
    QByteArray pixels;
    for (int line = 0; line < kQuartersHeight; ++line) {
        const int y = topDown ? line : kQuartersHeight - 1 - line;
        QByteArray row;
        for (int x = 0; x < kQuartersWidth; ++x) {
            const int quarter = quarterAt(x, y);
            const quint32 colour = QVector<quint32>{0xff0000U, 0xff00U, 0xffU, 0xffffffU}.at(quarter);
            if (depth == 4) {
                if (x % 2 == 0) {
                    row += char(quarter << 4 | quarterAt(x + 1, y));
                }
            } else if (depth == 8) {
                row += char(quarter);
            } else if (depth == 16) {
                row += le16(QVector<int>{0x7c00, 0x03e0, 0x001f, 0x7fff}.at(quarter));
            } else {
                row += le32(colour).first(depth / 8);
            }
        }
        pixels += row + QByteArray((4 - row.size() % 4) % 4, '\0');
    }
    return pixels;
}

/// The same in runs: "20 of this, 20 of that, end of line".
inline QByteArray bmpRuns(int depth)
{
    QByteArray runs;
    for (int line = 0; line < kQuartersHeight; ++line) {
        for (const int x : {0, kQuartersWidth / 2}) {
            const int quarter = quarterAt(x, kQuartersHeight - 1 - line);
            runs += char(kQuartersWidth / 2);
            runs += char(depth == 4 ? quarter << 4 | quarter : quarter);
        }
        runs += QByteArray(2, '\0');
    }
    return runs + QByteArray("\0\1", 2);
}

/// The oldest kind of BMP.
inline QByteArray coreBmp()
{
    const QByteArray pixels = bmpPixels(8);
    const qsizetype start = 26 + 12;
    return "BM" + le32(start + pixels.size()) + le32(0) + le32(start) + le32(12) + le16(kQuartersWidth)
        + le16(kQuartersHeight) + le16(1) + le16(8) + bmpPalette(3) + QByteArray() + pixels;
}

/// A GIF whose codes are never packed: a clear code stands before every second pixel.
inline QByteArray quartersGif(int canvasWidth = kQuartersWidth, int canvasHeight = kQuartersHeight)
{
    QByteArray codes;
    int held = 0;
    int bits = 0;
    const auto put = [&](int code) {
        held |= code << bits;
        bits += 3;
        while (bits >= 8) {
            codes += char(held & 0xff);
            held >>= 8;
            bits -= 8;
        }
    };
    for (int i = 0; i < kQuartersWidth * kQuartersHeight; ++i) {
        if (i % 2 == 0) {
            put(4);
        }
        put(quarterAt(i % kQuartersWidth, i / kQuartersWidth));
    }
    put(5);
    codes += char(held);
    QByteArray blocks;
    for (qsizetype at = 0; at < codes.size(); at += 255) {
        const QByteArray block = codes.mid(at, 255);
        blocks += char(block.size());
        blocks += block;
    }
    return "GIF89a" + le16(canvasWidth) + le16(canvasHeight) + QByteArray("\x81\0\0", 3)
        + QByteArray("\xff\0\0\0\xff\0\0\0\xff\xff\xff\xff", 12) + ',' + le16(0) + le16(0)
        + le16(kQuartersWidth) + le16(kQuartersHeight) + QByteArray("\0\2", 2) + blocks + '\0' + ';';
}

inline QByteArray quartersPpm(bool text)
{
    const Bitmap bitmap = quarters();
    QByteArray ppm = text ? "P3" : "P6";
    ppm += "\n# a comment\n40 20\n255\n";
    if (!text) {
        return ppm + bitmap.pixels;
    }
    for (const char value : bitmap.pixels) {
        ppm += QByteArray::number(uchar(value)) + '\n';
    }
    return ppm;
}

inline QByteArray losslessWebP()
{
    return QByteArray::fromHex(
        "524946463a000000574542505650384c2e0000002f27c004001f201048de1f3a8df9171014fc1fddfc47640f40"
        "4dc0340c263189c98ebc0888e8ff0484663371d80c");
}

inline QByteArray lossyWebP()
{
    return QByteArray::fromHex(
        "52494646e60000005745425056503820da0000007008009d012a280014003e2d128742a1a10d52000c0162590b"
        "302fc03ec016e05e80fe0012b6dc03f103f4ae9407980fe01f8018a01fc83dbff71577803f99f5128342de1816"
        "6cf7f612780000fefb6b9ffff9cc7ff93e6ffff2367f9c622e3117188b87d3fffed668fd6732213d4c28fffea7"
        "833bf9956fffff90fa145ee259420b5e68cd7f65cb73d2cffe861fff97ffdffd48bfe0f9a1c6dd707e3afe961f"
        "e7793ac37cf32fedc86e77f3d4f271663a3fa0eed5c80f56fcfebf10e479686efffe89b82d37e1db2dc327a330"
        "0557dc4ad6a11bc72633000000");
}

/// VP8X, then the parts.
inline QByteArray extendedWebP(int flags, const QByteArray& parts, int width = 16, int height = 16)
{
    const QByteArray body
        = "WEBPVP8X" + le32(10) + le32(flags) + le32(width - 1).first(3) + le32(height - 1).first(3) + parts;
    return "RIFF" + le32(body.size()) + body;
}

/// Two frames of one pixel.
inline QByteArray animatedWebP()
{
    const QByteArray frame = "ANMF" + le32(38) + QByteArray(12, '\0') + le32(100).first(3) + '\0' + "VP8L"
        + le32(13) + QByteArray::fromHex("2f0000000007101111118888880000");
    return extendedWebP(2, "ANIM" + le32(6) + le32(0) + le16(0) + frame + frame);
}

/// Three scans.
inline QByteArray progressiveJpeg()
{
    return QByteArray::fromHex(
        "ffd8ffe000104a46494600010100000100010000ffdb0043000302020302020303030304030304050805050404"
        "050a070706080c0a0c0c0b0a0b0b0d0e12100d0e110e0b0b1016101113141515150c0f171816141812141514ff"
        "db00430103040405040509050509140d0b0d141414141414141414141414141414141414141414141414141414"
        "1414141414141414141414141414141414141414141414ffc20011080014002803012200021101031101ffc400"
        "190001010003010000000000000000000000000705060809ffc400180100030101000000000000000000000000"
        "0506070803ffda000c030100021003100000019cb501bafd8771c5df66d9d62cb483a8f9ea377bef4b74b9002a"
        "0abdff00ffc4001c1000010403010000000000000000000000000305071004141606ffda0008010100010502af"
        "3d7beb9beb9156326ec73cde73cdf70cdfffc40027110001010409050000000000000000000002010003040506"
        "10111216213191d23341515253ffda0008010301013f01c7d2cf99ec3c9a964b5ed229cbf99c2aa201ddb2f6b9"
        "088f6b5354f2d84a3bdc775e3539e9a55fffc4002a1100000306010d0000000000000000000001020400030506"
        "101116173541515253628291a1b2d1d2ffda0008010201013f01c9c45b78efa9be1a2f29ae48b4ee4e72dc2da4"
        "75070b61c57b45efea9346777dcbe214ffc4002810000002070705000000000000000000000010010205121332"
        "3403111441a1a2d1518283c1c2ffda0008010100063f022b7edf673e8813e880d4c52b15c84ee574dd053ef5b9"
        "14fbd6e4db1e1fb3ffc4001d1000000505000000000000000000000000000121d1f02030415181ffda00080101"
        "00013f21a7216842d0e9243597868ac4104fffda000c03010002000300000010fd6f02fbcfffc4001a11010100"
        "0301010000000000000000000001111021b10031ffda0008010301013f10f29d559c486e507d948b52c7460576"
        "75c7ffc4001c11000103050000000000000000000000000100112120314151f1ffda0008010201013f10478cfb"
        "219993640d8e974a87bfffc4001a1000010501000000000000000000000000112021303141f1ffda0008010100"
        "013f105a208770ec711d8d36c1a681ffd9");
}

} // namespace winnow::test
