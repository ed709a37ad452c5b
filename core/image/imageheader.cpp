// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/imageheader.h"

#include "core/base/regularfile.h"
#include "core/image/pnmhead.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace winnow {

namespace {

/// Bounds-checked reads: past the end everything is 0.
class Bytes {
public:
    explicit Bytes(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }
    qint64 size() const { return m_bytes.size(); }
    quint32 u8(qint64 at) const { return at >= 0 && at < m_bytes.size() ? quint32(uchar(m_bytes[at])) : 0U; }
    quint32 be16(qint64 at) const { return u8(at) << 8 | u8(at + 1); }
    quint32 le16(qint64 at) const { return u8(at) | u8(at + 1) << 8; }
    quint32 le24(qint64 at) const { return le16(at) | u8(at + 2) << 16; }
    quint32 be32(qint64 at) const { return be16(at) << 16 | be16(at + 2); }
    quint32 le32(qint64 at) const { return le16(at) | le16(at + 2) << 16; }
    bool has(qint64 at, const char* text, qint64 length) const
    {
        return at >= 0 && at + length <= m_bytes.size()
            && std::equal(text, text + length, m_bytes.data() + at);
    }

private:
    QByteArrayView m_bytes;
};

/// A size that does not fit an int is as good as none: no decoder takes it.
int sane(quint32 side)
{
    return side <= 0x7fffffffU ? int(side) : 0;
}

/// Reads a TIFF structure (a TIFF file, or the EXIF block of another format) that starts at `base`.
void readTiff(const Bytes& in, qint64 base, bool onlyOrientation, ImageHeader& header)
{
    const bool little = in.has(base, "II", 2);
    if (!little && !in.has(base, "MM", 2)) {
        return;
    }
    const auto u16 = [&](qint64 at) { return little ? in.le16(at) : in.be16(at); };
    const auto u32 = [&](qint64 at) { return little ? in.le32(at) : in.be32(at); };
    const qint64 directory = base + qint64(u32(base + 4));
    const quint32 entries = std::min(u16(directory), 512U);
    quint32 samples = 1;
    quint32 photometric = 1;
    for (quint32 i = 0; i < entries; ++i) {
        const qint64 entry = directory + 2 + 12 * qint64(i);
        const quint32 type = u16(entry + 2);
        const quint32 value = type == 3 ? u16(entry + 8) : u32(entry + 8);
        const quint32 tag = u16(entry);
        if (tag == 274 && value >= 1 && value <= 8) {
            header.orientation = int(value);
        }
        if (onlyOrientation) {
            continue;
        }
        if (tag == 256) {
            header.width = sane(value);
        } else if (tag == 257) {
            header.height = sane(value);
        } else if (tag == 258 && u32(entry + 4) == 1) {
            header.bitsPerChannel = int(std::min(value, 64U));
        } else if (tag == 262) {
            photometric = value;
        } else if (tag == 277) {
            samples = value;
        } else if (tag == 338) {
            header.alpha = true;
        }
    }
    if (onlyOrientation) {
        return;
    }
    header.palette = photometric == 3;
    header.cmyk = photometric == 5;
    header.channels = header.cmyk ? 4 : photometric <= 1 ? 1 : 3;
    header.alpha = header.alpha || (photometric == 2 && samples == 4);
    const quint32 next = entries > 0 ? u32(directory + 2 + 12 * qint64(entries)) : 0;
    header.animated = next != 0 && next < quint32(in.size());
}

void readPng(const Bytes& in, bool whole, ImageHeader& header)
{
    header.width = sane(in.be32(16));
    header.height = sane(in.be32(20));
    header.bitsPerChannel = int(in.u8(24));
    const quint32 colour = in.u8(25);
    header.palette = colour == 3;
    header.channels = colour == 0 || colour == 4 ? 1 : 3;
    header.alpha = colour == 4 || colour == 6;
    qint64 at = 8;
    bool ended = false;
    while (at + 12 <= in.size()) {
        const qint64 length = in.be32(at);
        if (in.has(at + 4, "tRNS", 4)) {
            header.alpha = true;
        } else if (in.has(at + 4, "acTL", 4)) {
            header.animated = in.be32(at + 8) > 1;
        } else if (in.has(at + 4, "eXIf", 4)) {
            readTiff(in, at + 8, true, header);
        } else if (in.has(at + 4, "IEND", 4)) {
            ended = true;
            break;
        }
        at += 12 + length;
    }
    header.truncated = whole && !ended;
}

bool endsWithMarker(const Bytes& in, quint32 marker)
{
    // Cameras pad and append after the end marker; look back a good way.
    const qint64 from = std::max<qint64>(0, in.size() - 65536);
    for (qint64 at = in.size() - 2; at >= from; --at) {
        if (in.be16(at) == marker) {
            return true;
        }
    }
    return false;
}

void readJpeg(const Bytes& in, bool whole, ImageHeader& header)
{
    qint64 at = 2;
    while (at + 4 <= in.size()) {
        if (in.u8(at) != 0xff) {
            ++at;
            continue;
        }
        const quint32 marker = in.u8(at + 1);
        if (marker == 0xff) {
            ++at;
            continue;
        }
        if (marker == 0 || marker == 1 || (marker >= 0xd0 && marker <= 0xd8)) {
            at += 2;
            continue;
        }
        if (marker == 0xd9 || marker == 0xda) {
            break;
        }
        const qint64 length = in.be16(at + 2);
        const bool frame
            = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame && header.channels == 0) {
            header.bitsPerChannel = int(in.u8(at + 4));
            header.height = int(in.be16(at + 5));
            header.width = int(in.be16(at + 7));
            header.channels = int(in.u8(at + 9));
            header.cmyk = header.channels == 4;
        } else if (marker == 0xe1 && in.has(at + 4, "Exif\0\0", 6)) {
            readTiff(in, at + 10, true, header);
        }
        at += 2 + std::max<qint64>(length, 2);
    }
    header.truncated = whole && !endsWithMarker(in, 0xffd9);
}

void readGif(const Bytes& in, bool whole, ImageHeader& header)
{
    header.width = int(in.le16(6));
    header.height = int(in.le16(8));
    header.channels = 3;
    header.palette = true;
    const auto tableSize = [](quint32 flags) { return (flags & 0x80) ? 3 * (2 << (flags & 7)) : 0; };
    const auto skipBlocks = [&](qint64 at) {
        while (at < in.size() && in.u8(at) != 0) {
            at += 1 + qint64(in.u8(at));
        }
        return at + 1;
    };
    qint64 at = 13 + tableSize(in.u8(10));
    int frames = 0;
    bool ended = false;
    while (at < in.size()) {
        const quint32 block = in.u8(at);
        if (block == 0x3b) {
            ended = true;
            break;
        }
        if (block == 0x21) {
            if (in.u8(at + 1) == 0xf9 && (in.u8(at + 3) & 1)) {
                header.alpha = true;
            }
            at = skipBlocks(at + 2);
        } else if (block == 0x2c) {
            ++frames;
            at = skipBlocks(at + 10 + tableSize(in.u8(at + 9)) + 1);
        } else {
            break;
        }
    }
    header.animated = frames > 1;
    header.truncated = whole && !ended;
}

void readBmp(const Bytes& in, bool whole, ImageHeader& header)
{
    const bool old = in.le32(14) == 12;
    if (old) {
        header.width = int(in.le16(18));
        header.height = int(in.le16(20));
    } else {
        header.width = sane(in.le32(18));
        const qint32 height = qint32(in.le32(22));
        header.height = height == INT32_MIN ? 0 : std::abs(height);
    }
    header.channels = 3;
    header.palette = in.le16(old ? 24 : 28) <= 8;
    header.truncated = whole && qint64(in.le32(2)) > in.size();
}

void readWebP(const Bytes& in, bool whole, ImageHeader& header)
{
    header.channels = 3;
    if (in.has(12, "VP8X", 4)) {
        const quint32 flags = in.u8(20);
        header.alpha = flags & 0x10;
        header.animated = flags & 0x02;
        header.width = int(in.le24(24)) + 1;
        header.height = int(in.le24(27)) + 1;
        for (qint64 at = 30; at + 8 <= in.size();) {
            const qint64 length = in.le32(at + 4);
            if (in.has(at, "EXIF", 4)) {
                readTiff(in, at + 8 + (in.has(at + 8, "Exif\0\0", 6) ? 6 : 0), true, header);
            }
            at += 8 + length + (length & 1);
        }
    } else if (in.has(12, "VP8L", 4)) {
        const quint32 bits = in.le32(21);
        header.width = int(bits & 0x3fff) + 1;
        header.height = int(bits >> 14 & 0x3fff) + 1;
        header.alpha = bits >> 28 & 1;
    } else if (in.has(12, "VP8 ", 4)) {
        header.width = int(in.le16(26) & 0x3fff);
        header.height = int(in.le16(28) & 0x3fff);
    }
    header.truncated = whole && qint64(in.le32(4)) + 8 > in.size();
}

void readPnm(const internal::PnmHead& pnm, const Bytes& in, bool whole, ImageHeader& header)
{
    header.width = pnm.width;
    header.height = pnm.height;
    header.channels = pnm.channels();
    header.bitsPerChannel = pnm.isBitmap() ? 1 : 8 * pnm.bytesPerSample();
    if (whole && !pnm.isText()) {
        header.truncated = pnm.data < 0 || pnm.data + pnm.bytesPerLine() * pnm.height > in.size();
    }
}

} // namespace

ImageHeader readImageHeader(QByteArrayView bytes, bool whole)
{
    const Bytes in(bytes);
    ImageHeader header;
    if (in.has(0, "\x89PNG\r\n\x1a\n", 8)) {
        header.format = ImageFormat::Png;
        readPng(in, whole, header);
    } else if (in.has(0, "\xff\xd8\xff", 3)) {
        header.format = ImageFormat::Jpeg;
        readJpeg(in, whole, header);
    } else if (in.has(0, "GIF87a", 6) || in.has(0, "GIF89a", 6)) {
        header.format = ImageFormat::Gif;
        readGif(in, whole, header);
    } else if (in.has(0, "RIFF", 4) && in.has(8, "WEBP", 4)) {
        header.format = ImageFormat::WebP;
        readWebP(in, whole, header);
    } else if (in.has(0, "II*\0", 4) || in.has(0, "MM\0*", 4)) {
        header.format = ImageFormat::Tiff;
        readTiff(in, 0, false, header);
    } else if (in.has(0, "BM", 2) && in.size() >= 26 && in.le32(14) >= 12 && in.le32(14) <= 124) {
        header.format = ImageFormat::Bmp;
        readBmp(in, whole, header);
    } else if (const internal::PnmHead pnm = internal::readPnmHead(bytes); pnm.kind > 0) {
        header.format = ImageFormat::Pnm;
        readPnm(pnm, in, whole, header);
    }
    return header;
}

Result<ImageHeader> readImageHeaderOfFile(const QString& path)
{
    QFile file(path);
    if (!file.exists()) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no file %1")).arg(path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Check the image folder")));
    }
    WINNOW_TRY(openRegularFile(file, path));
    // Mapped, so that only the touched pages are read.
    const qint64 size = file.size();
    if (uchar* mapped = size > 0 ? file.map(0, size) : nullptr) {
        return readImageHeader(QByteArrayView(mapped, size), true);
    }
    return readImageHeader(file.readAll(), true);
}

QString imageFormatId(ImageFormat format)
{
    switch (format) {
    case ImageFormat::Png:
        return QStringLiteral("png");
    case ImageFormat::Jpeg:
        return QStringLiteral("jpeg");
    case ImageFormat::Gif:
        return QStringLiteral("gif");
    case ImageFormat::Bmp:
        return QStringLiteral("bmp");
    case ImageFormat::WebP:
        return QStringLiteral("webp");
    case ImageFormat::Tiff:
        return QStringLiteral("tiff");
    case ImageFormat::Pnm:
        return QStringLiteral("pnm");
    case ImageFormat::Unknown:
        break;
    }
    return {};
}

QString imageFileExtension(ImageFormat format)
{
    if (format == ImageFormat::Jpeg) {
        return QStringLiteral("jpg");
    }
    return format == ImageFormat::Unknown ? QStringLiteral("bin") : imageFormatId(format);
}

bool extensionMatches(ImageFormat format, const QString& fileName)
{
    const QString extension = QFileInfo(fileName).suffix().toLower();
    if (extension.isEmpty()) {
        return true;
    }
    switch (format) {
    case ImageFormat::Jpeg:
        return QStringList{
            QStringLiteral("jpg"), QStringLiteral("jpeg"), QStringLiteral("jpe"), QStringLiteral("jfif")}
            .contains(extension);
    case ImageFormat::Tiff:
        return extension == QLatin1String("tif") || extension == QLatin1String("tiff");
    case ImageFormat::Png:
        return extension == QLatin1String("png") || extension == QLatin1String("apng");
    case ImageFormat::Bmp:
        return extension == QLatin1String("bmp") || extension == QLatin1String("dib");
    case ImageFormat::Pnm:
        return QStringList{
            QStringLiteral("pnm"), QStringLiteral("pbm"), QStringLiteral("pgm"), QStringLiteral("ppm")}
            .contains(extension);
    case ImageFormat::Unknown:
        return false;
    default:
        return extension == imageFormatId(format);
    }
}

QString otherImageFormat(QByteArrayView bytes)
{
    struct Mark {
        qsizetype offset;
        QByteArrayView bytes;
        const char* name;
    };
    static const Mark kMarks[] = {
        {4, "ftypavif", "AVIF"},
        {4, "ftypavis", "AVIF"},
        {4, "ftypheic", "HEIC"},
        {4, "ftypheix", "HEIC"},
        {4, "ftyphevc", "HEIC"},
        {4, "ftypmif1", "HEIF"},
        {4, "ftypmsf1", "HEIF"},
        {4, "ftypcrx ", "Canon raw"},
        {0, "\xff\x0a", "JPEG XL"},
        {4, "JXL \r\n\x87\n", "JPEG XL"},
        {4, "jP  \r\n\x87\n", "JPEG 2000"},
        {0, "\xff\x4f\xff\x51", "JPEG 2000"},
        {0, QByteArrayView("\0\0\1\0", 4), "ICO"},
        {0, QByteArrayView("\0\0\2\0", 4), "CUR"},
        {0, "8BPS", "PSD"},
        {0, "qoif", "QOI"},
        {0, "\x76\x2f\x31\x01", "OpenEXR"},
        {0, "#?RADIANCE", "Radiance HDR"},
        {0, "#?RGBE", "Radiance HDR"},
        {0, "DDS ", "DDS"},
        {0, "%PDF-", "PDF"},
        {0, "%!PS", "PostScript"},
        {0, "PF\n", "PFM"},
        {0, "Pf\n", "PFM"},
        {0, "\x8aMNG\r\n\x1a\n", "MNG"},
        {0, "FORM", "IFF"},
        {0, "gimp xcf", "XCF"},
        {0, "\xd7\xcd\xc6\x9a", "WMF"},
    };
    for (const Mark& mark : kMarks) {
        if (bytes.size() >= mark.offset + mark.bytes.size()
            && bytes.sliced(mark.offset, mark.bytes.size()) == mark.bytes) {
            return QString::fromLatin1(mark.name);
        }
    }
    constexpr qsizetype kHead = 1024;
    const QByteArray head = bytes.first(qMin(bytes.size(), kHead)).toByteArray().trimmed().toLower();
    const bool markup = head.startsWith("<svg") || head.startsWith("<?xml")
        || head.startsWith("<!doctype svg") || head.startsWith("\xef\xbb\xbf<");
    return markup && head.contains("<svg") ? QStringLiteral("SVG") : QString();
}

} // namespace winnow
