// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What models did with samples: reading it beside the plain read of the same runs, filters and facets by it
// beside those without, and the memory that it takes.
// usage: bench_results [SAMPLES [MODELS]]

#include "core/responses/readresults.h"
#include "core/responses/responsetable.h"
#include "core/store/responsestore.h"
#include "tests/bench/filledproject.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace winnow;
using namespace winnow::bench;

namespace {

double median(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + std::ptrdiff_t(values.size() / 2), values.end());
    return values[values.size() / 2];
}

/// The same runs as columns, one after another.
Result<double> plainRead(const Project& project, const SampleIndex& index)
{
    QElapsedTimer timer;
    timer.start();
    SilentProgress progress;
    const auto read = project.read([&](sqlite::Connection& c) {
        const SamplePositions positions(index.ids());
        std::size_t columns = 0;
        for (const Run& run : ResponseStore(c).runs()) {
            columns += RunResponses::read(c, run, positions, false, progress)->columns().size();
        }
        return columns;
    });
    if (!read) {
        return tl::unexpected<Error>(read.error());
    }
    return ms(timer);
}

void measureFilters(const SampleIndex& bare, const SampleIndex& known)
{
    SampleFilter by;
    by.rightBy = {modelName(1)};
    by.wrongBy = {modelName(0), modelName(2)};
    by.modelsRight = {RightShare::Half, RightShare::ThreeQuarters};
    SampleFilter other;
    other.capabilities = {QStringLiteral("math")};
    std::vector<double> plain, byModels, plainFacets, facets, facetsByModels;
    qint64 rows = 0;
    const auto time = [&](std::vector<double>& into, const auto& work) {
        QElapsedTimer timer;
        timer.start();
        rows += work();
        into.push_back(ms(timer));
    };
    for (int round = 0; round < 21; ++round) {
        time(plain, [&] { return bare.select(other, SampleSort::Source, false).size(); });
        time(byModels, [&] { return known.select(by, SampleSort::Source, false).size(); });
        time(plainFacets, [&] { return bare.facets(other).total; });
        time(facets, [&] { return known.facets(other).total; });
        time(facetsByModels, [&] { return known.facets(by).total; });
    }
    std::printf("filter: by capability %.2f ms, by models %.2f ms\n", median(plain), median(byModels));
    std::printf(
        "facets: without models %.2f ms, with %.2f ms (ratio %.2f), filtered by models %.2f ms (%lld)\n",
        median(plainFacets), median(facets), median(facets) / median(plainFacets), median(facetsByModels),
        static_cast<long long>(rows));
}

int measure(int samples, int models, bool seconds)
{
    QTemporaryDir folder;
    auto project = Project::create(folder.filePath(QStringLiteral("bench.winnow")));
    if (!project) {
        return 1;
    }
    const Result<> filled = fill(**project, samples, models, seconds);
    SilentProgress progress;
    const auto index = SampleIndex::load(**project, progress);
    if (!filled || !index) {
        std::fprintf(stderr, "%s\n", qPrintable((filled ? index.error() : filled.error()).text()));
        return 1;
    }
    std::printf(
        "%d samples x %d models, %s\n", samples, models, seconds ? "with seconds" : "without seconds");
    std::vector<double> plain, results;
    std::shared_ptr<const SampleIndex> known;
    for (int round = 0; round < 3; ++round) {
        const auto took = plainRead(**project, **index);
        QElapsedTimer timer;
        timer.start();
        const auto read = withResults(**project, *index, progress);
        if (!took || !read) {
            return 1;
        }
        results.push_back(ms(timer));
        plain.push_back(*took);
        known = *read;
    }
    const SampleResults& held = *known->results();
    const std::size_t bytes = held.right.size() * 2 * ((std::size_t(samples) + 63) / 64) * 8
        + held.share.size() * sizeof(RightShare) + held.accuracy.size() * sizeof(float)
        + held.seconds.size() * sizeof(float) + held.time.size() * sizeof(TimeTaken);
    std::printf("read: plain columns %.0f ms, what models did %.0f ms (ratio %.2f), held %.1f MB\n",
        median(plain), median(results), median(results) / median(plain), double(bytes) / 1e6);
    measureFilters(**index, *known);
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const int samples = argc > 1 ? QByteArray(argv[1]).toInt() : 200000;
    const int models = argc > 2 ? QByteArray(argv[2]).toInt() : 27;
    return measure(samples, std::max(3, models), false) + measure(samples, std::max(3, models), true);
}
