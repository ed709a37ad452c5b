// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/duplicates/nearhashes.h"

#include "core/audit/detectors/detector.h"

#include <QtConcurrent>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>

namespace winnow {

namespace {

constexpr int kParts = 4;
constexpr int kPartBits = 16;
constexpr std::size_t kBuckets = std::size_t(1) << kPartBits;
/// Below this a plain scan of all pairs is faster.
constexpr std::size_t kScanAll = 4096;
constexpr int kRanges = 64;

quint32 partOf(quint64 hash, int part)
{
    return quint32(hash >> (kPartBits * part)) & 0xffff;
}

/// Largest difference to look for in each part: two hashes within `distance` are within it in at least one
/// part, because the sum of (allowance + 1) exceeds the distance.
std::array<int, kParts> allowances(int distance)
{
    std::array<int, kParts> allowance;
    for (int part = 0; part < kParts; ++part) {
        allowance[std::size_t(part)] = (distance + kParts - part) / kParts - 1;
    }
    return allowance;
}

struct Scan {
    const quint64* right;
    const quint32* rightIds;
    std::size_t count;
    int distance;
};

/// Positions in `right` within the distance of `hash`. The loop is the whole cost of the search, therefore
/// compiled once with the processor's own bit count and once without.
__attribute__((always_inline)) inline std::size_t scanBody(quint64 hash, const Scan& scan, quint32* found)
{
    std::size_t hits = 0;
    for (std::size_t i = 0; i < scan.count; ++i) {
        found[hits] = quint32(i);
        hits += __builtin_popcountll(hash ^ scan.right[i]) <= scan.distance;
    }
    return hits;
}

#if defined(__x86_64__)
__attribute__((target("popcnt"))) std::size_t scanFast(quint64 hash, const Scan& scan, quint32* found)
{
    return scanBody(hash, scan, found);
}
#endif

std::size_t scanPlain(quint64 hash, const Scan& scan, quint32* found)
{
    return scanBody(hash, scan, found);
}

using ScanFunction = std::size_t (*)(quint64, const Scan&, quint32*);

ScanFunction bestScan()
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("popcnt")) {
        return scanFast;
    }
#endif
    return scanPlain;
}

/// Hashes in the order of one part.
struct Table {
    std::vector<quint32> offsets;
    std::vector<quint64> hashes;
    std::vector<quint32> ids;

    Table(const std::vector<quint64>& values, int part)
        : offsets(kBuckets + 1, 0)
        , hashes(values.size())
        , ids(values.size())
    {
        for (const quint64 value : values) {
            ++offsets[partOf(value, part) + 1];
        }
        for (std::size_t b = 0; b < kBuckets; ++b) {
            offsets[b + 1] += offsets[b];
        }
        std::vector<quint32> next(offsets.begin(), offsets.end() - 1);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const quint32 at = next[partOf(values[i], part)]++;
            hashes[at] = values[i];
            ids[at] = quint32(i);
        }
    }
};

std::vector<quint32> masksUpTo(int bits)
{
    std::vector<quint32> masks;
    for (quint32 mask = 0; mask < kBuckets; ++mask) {
        if (std::popcount(mask) <= bits) {
            masks.push_back(mask);
        }
    }
    return masks;
}

class Search {
public:
    Search(const std::vector<quint64>& values, int distance, std::size_t limit, Progress& progress)
        : m_values(values)
        , m_distance(distance)
        , m_limit(limit)
        , m_progress(progress)
        , m_allowance(allowances(distance))
        , m_scan(bestScan())
    {
    }

    /// False when there are too many pairs or it was cancelled.
    bool run(std::vector<HashPair>& pairs)
    {
        if (m_values.size() <= kScanAll) {
            scanAll(pairs);
        } else {
            for (int part = 0; part < kParts && !stopped(); ++part) {
                scanPart(part, pairs);
            }
        }
        if (stopped()) {
            return false;
        }
        std::sort(pairs.begin(), pairs.end(), [](const HashPair& a, const HashPair& b) {
            return a.first != b.first ? a.first < b.first : a.second < b.second;
        });
        return true;
    }

private:
    bool stopped() const { return m_count.load() > m_limit || m_progress.isCancelled(); }

    void scanAll(std::vector<HashPair>& pairs)
    {
        for (std::size_t i = 0; i < m_values.size() && !stopped(); ++i) {
            for (std::size_t j = i + 1; j < m_values.size(); ++j) {
                const int distance = std::popcount(m_values[i] ^ m_values[j]);
                if (distance <= m_distance) {
                    pairs.push_back({quint32(i), quint32(j), distance});
                }
            }
            m_count = pairs.size();
        }
    }

    /// Whether an earlier part has found the pair already.
    bool foundBefore(quint64 difference, int part) const
    {
        for (int earlier = 0; earlier < part; ++earlier) {
            if (std::popcount(partOf(difference, earlier)) <= m_allowance[std::size_t(earlier)]) {
                return true;
            }
        }
        return false;
    }

    void scanPart(int part, std::vector<HashPair>& pairs)
    {
        if (m_allowance[std::size_t(part)] < 0) {
            return;
        }
        const Table table(m_values, part);
        const std::vector<quint32> masks = masksUpTo(m_allowance[std::size_t(part)]);
        std::vector<std::pair<int, std::vector<HashPair>>> ranges(kRanges);
        for (int range = 0; range < kRanges; ++range) {
            ranges[std::size_t(range)].first = range;
        }
        QtConcurrent::blockingMap(ranges, [&](std::pair<int, std::vector<HashPair>>& range) {
            scanRange(part, range.first, table, masks, range.second);
            m_progress.report(++m_done, qint64(kParts) * kRanges,
                QStringLiteral(QT_TRANSLATE_NOOP("Step", "Looking for near duplicates")));
        });
        for (const auto& [range, found] : ranges) {
            pairs.insert(pairs.end(), found.begin(), found.end());
        }
    }

    void scanRange(int part, int range, const Table& table, const std::vector<quint32>& masks,
        std::vector<HashPair>& out)
    {
        std::vector<quint32> found(m_values.size() + 1);
        const std::size_t begin = kBuckets * std::size_t(range) / kRanges;
        const std::size_t end = kBuckets * std::size_t(range + 1) / kRanges;
        for (std::size_t bucket = begin; bucket < end && !stopped(); ++bucket) {
            const std::size_t from = table.offsets[bucket];
            const std::size_t to = table.offsets[bucket + 1];
            if (from == to) {
                continue;
            }
            const std::size_t before = out.size();
            for (const quint32 mask : masks) {
                const std::size_t other = bucket ^ mask;
                if (other < bucket || table.offsets[other] == table.offsets[other + 1]) {
                    continue;
                }
                for (std::size_t i = from; i < to; ++i) {
                    const std::size_t first = other == bucket ? i + 1 : table.offsets[other];
                    const Scan scan{table.hashes.data() + first, table.ids.data() + first,
                        table.offsets[other + 1] - first, m_distance};
                    const std::size_t hits = m_scan(table.hashes[i], scan, found.data());
                    for (std::size_t h = 0; h < hits; ++h) {
                        const quint64 difference = table.hashes[i] ^ scan.right[found[h]];
                        if (!foundBefore(difference, part)) {
                            const quint32 a = table.ids[i];
                            const quint32 b = scan.rightIds[found[h]];
                            out.push_back({std::min(a, b), std::max(a, b), std::popcount(difference)});
                        }
                    }
                }
            }
            m_count += out.size() - before;
        }
    }

    const std::vector<quint64>& m_values;
    int m_distance;
    std::size_t m_limit;
    Progress& m_progress;
    std::array<int, kParts> m_allowance;
    ScanFunction m_scan;
    std::atomic<std::size_t> m_count{0};
    std::atomic<qint64> m_done{0};
};

} // namespace

Result<NearHashes> findNearHashes(
    std::span<const quint64> hashes, int distance, Progress& progress, std::size_t limit)
{
    NearHashes near;
    near.values.assign(hashes.begin(), hashes.end());
    std::sort(near.values.begin(), near.values.end());
    near.values.erase(std::unique(near.values.begin(), near.values.end()), near.values.end());
    for (near.distance = std::clamp(distance, 0, 20); near.distance > 0; near.distance -= 2) {
        near.pairs.clear();
        if (Search(near.values, near.distance, limit, progress).run(near.pairs)) {
            return near;
        }
        if (progress.isCancelled()) {
            return auditCancelled();
        }
    }
    near.pairs.clear();
    near.distance = 0;
    return near;
}

} // namespace winnow
