// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Image quality and perceptual hashes beside bare OpenCV decoding of the same files, both on all cores
// (DESIGN.md section 6: at most 1.3 times). Needs the shared data folder; says so and does nothing without
// it. usage: bench_images [ROUNDS], or bench_images --scores FOLDER: the scores of all images under a folder
// as CSV, to be laid beside those of other programs.

#include "core/image/imagecodec.h"
#include "core/image/quality.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QThreadPool>

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace winnow;

namespace {

/// Wall time and the time of all cores together, in ms; others share the machine, cores don't lie.
struct Cost {
    double wall = 0;
    double cores = 0;
};

double coreTime()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return 1e3 * double(now.tv_sec) + 1e-6 * double(now.tv_nsec);
}

Cost costOf(const std::function<void()>& work)
{
    QElapsedTimer timer;
    timer.start();
    const double before = coreTime();
    work();
    return {double(timer.nsecsElapsed()) / 1e6, coreTime() - before};
}

Cost best(const std::vector<Cost>& rounds)
{
    Cost least = rounds.front();
    for (const Cost& cost : rounds) {
        least = {std::min(least.wall, cost.wall), std::min(least.cores, cost.cores)};
    }
    return least;
}

void decodeAll(std::vector<QByteArray>& files)
{
    std::atomic<std::size_t> next{0};
    QThreadPool pool;
    for (int t = 0; t < pool.maxThreadCount(); ++t) {
        pool.start([&] {
            for (std::size_t i = next++; i < files.size(); i = next++) {
                const cv::Mat bytes(1, int(files[i].size()), CV_8U, files[i].data());
                const cv::Mat image = cv::imdecode(bytes, cv::IMREAD_UNCHANGED);
            }
        });
    }
    pool.waitForDone();
}

int printScores(const QString& folder)
{
    QStringList paths;
    QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        paths.append(it.next());
    }
    paths.sort();
    std::printf("path,dark,light,low_information,blurry,odd_aspect_ratio,grayscale,size,colourless,detail,"
                "phash,pixels,covered,left,top,covered_width,covered_height\n");
    for (const QString& path : paths) {
        const auto bytes = readImageFile(path);
        const auto m = bytes ? measureImage(*bytes) : Result<ImageMeasures>(tl::unexpected(bytes.error()));
        if (m) {
            std::printf("%s,%.6f,%.6f,%.6f,%.6f,%.6f,%.0f,%.4f,%d,%.0f,%016llx,%s,%d,%d,%d,%d,%d\n",
                qPrintable(path), m->dark, m->light, m->lowInformation, m->blurry, m->oddAspectRatio,
                m->grayscale, m->size, m->colourless, m->detail,
                static_cast<unsigned long long>(m->hashes[0]), m->pixelHash.toHex().constData(),
                int(m->covered.kind), m->covered.area.x(), m->covered.area.y(), m->covered.area.width(),
                m->covered.area.height());
        }
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == QLatin1String("--scores")) {
        return printScores(arguments.value(2));
    }
    const int rounds = arguments.value(1, QStringLiteral("5")).toInt();
    const QString data
        = qEnvironmentVariable("WINNOW_SHARED_DATA", QStringLiteral(WINNOW_SOURCE_DIR "/../shared/data"));
    if (!QDir(data + QStringLiteral("/mathv")).exists()) {
        std::printf("The shared data folder is not here (set WINNOW_SHARED_DATA): nothing to measure.\n");
        return 0;
    }
    std::printf("%-20s %5s  %21s  %21s  %21s  wall  cores\n", "", "files", "bare decode, ms",
        "quality and hashes", "with text heights");
    for (const char* set : {"mathv", "vision_ai_checkup", "puzzlevqa", "vlms_are_blind"}) {
        QStringList paths;
        QDirIterator it(data + u'/' + QString::fromLatin1(set),
            {QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"), QStringLiteral("*.png")}, QDir::Files,
            QDirIterator::Subdirectories);
        while (it.hasNext()) {
            paths.append(it.next());
        }
        paths.sort();
        std::vector<QByteArray> files;
        for (const QString& path : paths) {
            files.push_back(readImageFile(path).value_or(QByteArray()));
        }
        const auto measureAll = [&](bool text) {
            SilentProgress progress;
            MeasureOptions options;
            options.textHeight = text;
            options.textHeightFrom = 673;
            measureImages(
                qsizetype(files.size()),
                [&](qsizetype i) { return Result<QByteArray>(files[std::size_t(i)]); },
                [](qsizetype, Result<ImageMeasures>) {}, progress, options);
        };
        std::vector<Cost> bare;
        std::vector<Cost> ours;
        std::vector<Cost> texts;
        for (int round = 0; round < rounds; ++round) {
            bare.push_back(costOf([&] { decodeAll(files); }));
            ours.push_back(costOf([&] { measureAll(false); }));
            texts.push_back(costOf([&] { measureAll(true); }));
        }
        const Cost decode = best(bare);
        const Cost measure = best(ours);
        const Cost text = best(texts);
        std::printf("%-20s %5d  %10.1f %10.1f  %10.1f %10.1f  %10.1f %10.1f  %.2f  %.2f  budget 1.30\n", set,
            int(paths.size()), decode.wall, decode.cores, measure.wall, measure.cores, text.wall, text.cores,
            measure.wall / decode.wall, measure.cores / decode.cores);
        std::fflush(stdout);
    }
    return 0;
}
