// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The Models and Compare pages: the lines of the table, two runs sample by sample, and who can be told apart,
// beside the plain read of the scores that they are made of. usage: bench_compare [SAMPLES [MODELS]]

#include "core/compare/comparison.h"
#include "core/compare/gapsplit.h"
#include "core/compare/modelrows.h"
#include "core/compare/tellapart.h"
#include "tests/bench/filledproject.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>

using namespace winnow;
using namespace winnow::bench;

namespace {

/// One line: what, its milliseconds, how many times those of the plain read.
template <typename Work> double measure(const char* what, double plain, const Work& work)
{
    QElapsedTimer timer;
    timer.start();
    const auto done = work();
    const double took = ms(timer);
    if (!done) {
        std::printf("%s failed: %s\n", what, qPrintable(done.error().text()));
        return took;
    }
    std::printf("%-44s %8.0f ms", what, took);
    plain > 0 ? std::printf("  %5.2f of the plain read\n", took / plain) : std::printf("\n");
    return took;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const int samples = argc > 1 ? std::atoi(argv[1]) : 200'000;
    const int models = argc > 2 ? std::atoi(argv[2]) : 27;
    const QTemporaryDir folder;
    auto project = Project::create(folder.filePath(QStringLiteral("bench.winnow")));
    if (!project || !fill(**project, samples, models, true)) {
        std::printf("no project could be made\n");
        return 1;
    }
    std::printf("%d samples x %d models\n", samples, models);
    SilentProgress progress;
    const DatasetId dataset{1};
    const auto read = [&] { return ScoreMatrix::load(**project, dataset, progress); };
    measure("first read (cold)", 0, read);
    const double plain = measure("plain read of the scores", 0, read);
    ComparisonRequest request;
    request.first.model = modelName(0);
    request.second.model = modelName(1);
    measure("two runs sample by sample", plain, [&] { return compareRuns(**project, request, progress); });
    measure("why two numbers", plain, [&] { return splitGap(**project, request, progress); });
    measure("lines of the table, a run each", plain,
        [&] { return modelRows(**project, ModelRowsBy::Run, progress); });
    measure("lines of the table, a capability each", plain,
        [&] { return modelRows(**project, ModelRowsBy::Capability, progress); });
    measure("who can be told apart", plain, [&] { return tellApart(**project, {}, progress); });
    return 0;
}
