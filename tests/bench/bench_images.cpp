// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Image quality and perceptual hashes beside bare OpenCV decoding of the same files, both on all cores
// (DESIGN.md section 6: at most 1.3 times). Needs the shared data folder; says so and does nothing without
// it. usage: bench_images [ROUNDS]

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

using namespace winnow;

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const int rounds = application.arguments().value(1, QStringLiteral("5")).toInt();
    const QString data
        = qEnvironmentVariable("WINNOW_SHARED_DATA", QStringLiteral(WINNOW_SOURCE_DIR "/../shared/data"));
    if (!QDir(data + QStringLiteral("/mathv")).exists()) {
        std::printf("The shared data folder is not here (set WINNOW_SHARED_DATA): nothing to measure.\n");
        return 0;
    }
    for (const char* set : {"mathv", "vision_ai_checkup", "puzzlevqa"}) {
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
        std::vector<double> bare;
        std::vector<double> ours;
        SilentProgress progress;
        for (int round = 0; round < rounds; ++round) {
            QElapsedTimer timer;
            timer.start();
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
            bare.push_back(double(timer.nsecsElapsed()) / 1e6);
            timer.start();
            measureImages(
                qsizetype(files.size()),
                [&](qsizetype i) { return Result<QByteArray>(files[std::size_t(i)]); },
                [](qsizetype, Result<ImageMeasures>) {}, progress);
            ours.push_back(double(timer.nsecsElapsed()) / 1e6);
        }
        // The best round: others share the machine.
        const double decode = *std::min_element(bare.begin(), bare.end());
        const double measure = *std::min_element(ours.begin(), ours.end());
        std::printf(
            "%-20s %4d files  bare decode %8.1f ms  quality and hashes %8.1f ms  ratio %.2f  budget 1.30\n",
            set, int(paths.size()), decode, measure, measure / decode);
    }
    return 0;
}
