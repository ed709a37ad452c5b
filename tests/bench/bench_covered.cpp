// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Covered parts of real pictures (the shared data folder, WINNOW_SHARED_DATA): alarms on pictures as they
// are, and how many rectangles laid over them are found, by tone and by how the picture is stored. Says so
// and does nothing without the folder. usage: bench_covered [--save FOLDER]: the pictures of the misses.

#include "core/image/imagecodec.h"
#include "core/image/quality.h"
#include "core/stats/proportion.h"
#include "core/stats/random.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <array>
#include <cstdio>
#include <map>

using namespace winnow;

namespace {

using Tone = std::array<int, 3>;

QStringList filesIn(const QString& folder)
{
    QStringList paths;
    QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        paths.append(it.next());
    }
    paths.sort();
    return paths;
}

Tone meanTone(const Bitmap& bitmap)
{
    std::array<qint64, 3> sums{};
    const auto* p = reinterpret_cast<const uchar*>(bitmap.pixels.constData());
    const qint64 pixels = qint64(bitmap.width) * bitmap.height;
    for (qint64 i = 0; i < pixels; ++i, p += bitmap.channels) {
        for (std::size_t c = 0; c < 3; ++c) {
            sums[c] += p[bitmap.channels >= 3 ? c : 0];
        }
    }
    return {int(sums[0] / pixels), int(sums[1] / pixels), int(sums[2] / pixels)};
}

/// The tone most pixels have: a page's paper.
Tone commonTone(const Bitmap& bitmap)
{
    std::map<Tone, qint64> counts;
    const auto* p = reinterpret_cast<const uchar*>(bitmap.pixels.constData());
    for (qint64 i = 0; i < qint64(bitmap.width) * bitmap.height; ++i, p += bitmap.channels) {
        const std::size_t second = bitmap.channels >= 3 ? 1 : 0;
        ++counts[{p[0], p[second], p[2 * second]}];
    }
    return std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
        return a.second < b.second;
    })->first;
}

void cover(Bitmap& bitmap, const QRect& area, const Tone& tone)
{
    for (int y = area.top(); y <= area.bottom(); ++y) {
        auto* p = reinterpret_cast<uchar*>(bitmap.pixels.data()) + y * bitmap.bytesPerLine()
            + qsizetype(area.left()) * bitmap.channels;
        for (int x = 0; x < area.width(); ++x, p += bitmap.channels) {
            for (int c = 0; c < std::min(3, bitmap.channels); ++c) {
                p[c] = uchar(tone[std::size_t(c)]);
            }
        }
    }
}

QString share(int part, int whole)
{
    const stats::Interval interval = stats::wilsonInterval(part, whole);
    return QStringLiteral("%1 of %2 = %3 [%4, %5]")
        .arg(part, 4)
        .arg(whole, 4)
        .arg(double(part) / whole, 0, 'f', 3)
        .arg(interval.low, 0, 'f', 2)
        .arg(interval.high, 0, 'f', 2);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const QString folder = arguments.value(1) == QLatin1String("--save") ? arguments.value(2) : QString();
    const QString data
        = qEnvironmentVariable("WINNOW_SHARED_DATA", QStringLiteral(WINNOW_SOURCE_DIR "/../shared/data"));
    if (!QDir(data + QStringLiteral("/mathv")).exists()) {
        std::printf("The shared data folder is not here (set WINNOW_SHARED_DATA): nothing to measure.\n");
        return 0;
    }
    for (const char* set : {"vision_ai_checkup/images", "vision_ai_checkup/originals",
             "imagededup_testimages", "puzzlevqa", "vlms_are_blind", "mathv"}) {
        const QString name = QString::fromLatin1(set);
        const bool photos = name.contains(QLatin1String("vision")) || name.contains(QLatin1String("dedup"));
        int pictures = 0;
        QStringList alarms;
        std::map<QString, std::pair<int, int>> found;
        stats::Random random(7);
        const QStringList paths = filesIn(data + u'/' + name);
        for (const QString& path : paths) {
            const auto bytes = readImageFile(path);
            const auto bitmap = bytes ? decodeImage(*bytes) : tl::unexpected<Error>(bytes.error());
            if (!bitmap || bitmap->width < 100 || bitmap->height < 100) {
                continue;
            }
            ++pictures;
            const auto before = measureImage(*bytes);
            if (before && before->covered.kind != CoveredRegion::Kind::None) {
                const QRect& at = before->covered.area;
                alarms.append(QStringLiteral("%1 (%2 x %3 at %4, %5)")
                                  .arg(QFileInfo(path).fileName())
                                  .arg(at.width())
                                  .arg(at.height())
                                  .arg(at.x())
                                  .arg(at.y()));
                continue;
            }
            const QSize size(int(bitmap->width * (0.12 + 0.38 * random.uniform())),
                int(bitmap->height * (0.12 + 0.38 * random.uniform())));
            const QRect area(QPoint(int((bitmap->width - size.width()) * random.uniform()),
                                 int((bitmap->height - size.height()) * random.uniform())),
                size);
            const int middle = 60 + int(130 * random.uniform());
            const std::pair<const char*, Tone> tones[]{{"grey", {middle, middle, middle}},
                {"black", {0, 0, 0}}, {"white", {255, 255, 255}}, {"its mean", meanTone(*bitmap)},
                {"its commonest", commonTone(*bitmap)}};
            for (const auto& [tone, colour] : tones) {
                Bitmap covered = *bitmap;
                cover(covered, area, colour);
                const std::pair<const char*, Result<QByteArray>> stored[]{{"PNG", encodePng(covered)},
                    {"JPEG 90", encodeJpeg(covered, 90)}, {"JPEG 75", encodeJpeg(covered, 75)}};
                for (const auto& [storage, file] : stored) {
                    const auto after = file ? measureImage(*file) : tl::unexpected<Error>(file.error());
                    const bool hit = after && after->covered.kind != CoveredRegion::Kind::None
                        && (after->covered.area & area).width() * (after->covered.area & area).height() * 2
                            > area.width() * area.height();
                    auto& [hits, all] = found
                        [QStringLiteral("%1, %2").arg(QLatin1String(tone), -14).arg(QLatin1String(storage))];
                    hits += hit;
                    ++all;
                    if (!hit && !folder.isEmpty() && photos) {
                        QFile out(QStringLiteral("%1/%2-%3-%4.%5")
                                      .arg(folder, QFileInfo(path).completeBaseName(), QLatin1String(tone),
                                          QLatin1String(storage),
                                          storage[0] == 'P' ? QStringLiteral("png") : QStringLiteral("jpg")));
                        if (out.open(QIODevice::WriteOnly)) {
                            out.write(*file);
                        }
                    }
                }
            }
        }
        std::printf("%s: %d pictures, alarms on them as they are: %d\n", set, pictures, int(alarms.size()));
        for (const QString& alarm : alarms) {
            std::printf("    %s\n", qPrintable(alarm));
        }
        for (const auto& [kind, count] : found) {
            std::printf(
                "    %-24s found %s\n", qPrintable(kind), qPrintable(share(count.first, count.second)));
        }
        std::fflush(stdout);
    }
    return 0;
}
