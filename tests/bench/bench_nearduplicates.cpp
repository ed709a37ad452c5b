// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Near-duplicate search over perceptual hashes (DESIGN.md section 6: 1,000,000 hashes at distance 10 within
// 60 s), beside a scan of all pairs, which is measured on a part and extrapolated. usage:
// bench_nearduplicates [HASHES] [DISTANCE]

#include "core/audit/duplicates/nearhashes.h"
#include "core/stats/random.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <bit>
#include <cstdio>

using namespace winnow;

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const int count = arguments.value(1, QStringLiteral("1000000")).toInt();
    const int distance = arguments.value(2, QStringLiteral("10")).toInt();
    // Real hashes are not spread evenly: a tenth are near duplicates, a tenth come from few templates.
    stats::Random random(7);
    std::vector<quint64> hashes;
    std::vector<quint64> templates;
    for (int i = 0; i < 50; ++i) {
        templates.push_back(random.next());
    }
    const auto flipped = [&](quint64 hash, std::uint64_t bits) {
        for (; bits > 0; --bits) {
            hash ^= quint64(1) << random.below(64);
        }
        return hash;
    };
    qint64 planted = 0;
    for (int i = 0; i < count; ++i) {
        if (i > 0 && i % 10 == 0) {
            hashes.push_back(flipped(hashes[random.below(hashes.size())], random.below(5)));
            ++planted;
        } else if (i % 10 == 1) {
            hashes.push_back(flipped(templates[random.below(templates.size())], 14 + random.below(10)));
        } else {
            hashes.push_back(random.next());
        }
    }
    SilentProgress progress;
    QElapsedTimer timer;
    timer.start();
    const auto near = findNearHashes(hashes, distance, progress);
    if (!near) {
        std::printf("%s\n", qPrintable(near.error().text()));
        return 1;
    }
    const double ours = double(timer.nsecsElapsed()) / 1e9;
    const std::size_t part = std::min<std::size_t>(hashes.size(), 20'000);
    timer.start();
    qint64 pairs = 0;
    for (std::size_t i = 0; i < part; ++i) {
        for (std::size_t j = i + 1; j < part; ++j) {
            pairs += std::popcount(hashes[i] ^ hashes[j]) <= distance;
        }
    }
    const double share = double(part) / double(hashes.size());
    const double scan = double(timer.nsecsElapsed()) / 1e9 / (share * share);
    std::printf("%d hashes, distance %d, %lld planted near copies\n", count, distance, planted);
    std::printf("pairs found %zu among %zu different hashes, searched up to distance %d\n",
        near->pairs.size(), near->values.size(), near->distance);
    std::printf("multi-index search %8.2f s   budget %5.0f s   ratio %.2f\n", ours, 60.0, ours / 60.0);
    std::printf(
        "scan of all pairs  %8.0f s   (extrapolated from %zu hashes, %lld pairs)\n", scan, part, pairs);
    return ours <= 60 ? 0 : 1;
}
