// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/responses/imageclusters.h"

#include "core/store/samplerows.h"

#include <numeric>
#include <unordered_map>

namespace winnow {

std::vector<quint32> imageClusters(sqlite::Connection& c, DatasetId dataset, const SamplePositions& positions)
{
    std::vector<quint32> parent(positions.size());
    std::iota(parent.begin(), parent.end(), 0U);
    const auto root = [&](quint32 at) {
        while (parent[at] != at) {
            at = parent[at] = parent[parent[at]];
        }
        return at;
    };
    std::unordered_map<qint64, quint32> firstWith;
    SampleRows(c).forEachUseOfImage(dataset, [&](SampleId sample, ImageId image) {
        const qint32 at = positions[sample.value];
        if (at < 0) {
            return;
        }
        const auto [it, added] = firstWith.try_emplace(image.value, quint32(at));
        if (!added) {
            const quint32 a = root(it->second);
            const quint32 b = root(quint32(at));
            parent[std::max(a, b)] = std::min(a, b);
        }
    });
    for (quint32 i = 0; i < parent.size(); ++i) {
        parent[i] = root(i);
    }
    return parent;
}

} // namespace winnow
