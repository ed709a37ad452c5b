// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/datasetstore.h"
#include "core/store/project.h"
#include "core/store/responsestore.h"
#include "core/store/responsewriter.h"
#include "core/store/samplestore.h"

#include <QElapsedTimer>

#include <cmath>

namespace winnow::bench {

inline double ms(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

inline QString modelName(int model)
{
    return QStringLiteral("model-%1").arg(model);
}

/// Every model answers every sample so often; every 50th response is missing. Seconds and dollars on request.
inline Result<> fill(Project& project, int samples, int models, bool seconds, int tries = 1)
{
    return project.write({}, [&](sqlite::Connection& c) -> Result<> {
        const DatasetId dataset = DatasetStore(c).upsert(
            {.id = {}, .name = QStringLiteral("set"), .sourcePath = {}, .sourceHash = {}, .format = {}});
        SampleWriter writer(c);
        const QByteArray hash(32, 'h');
        std::vector<SampleId> ids;
        for (int i = 0; i < samples; ++i) {
            const std::string index = std::to_string(i);
            ids.push_back(writer.addRaw(dataset, index, i, "test", i % 3 ? "chart" : "math", "",
                "What is in picture " + index, "", "B", "", "", hash, {"one", "two", "three", "four"}));
        }
        ResponseStore store(c);
        ResponseWriter responses(c);
        quint32 seed = 1;
        for (int m = 0; m < models; ++m) {
            const RunId run = store.upsertRun(
                dataset, store.upsertModel(modelName(m), {}), Condition::Standard, {}, {}, {});
            for (int at = 0; at < samples * tries; ++at) {
                const int i = at % samples;
                seed = seed * 1664525 + 1013904223;
                const bool right = (seed >> 16) % 100 < quint32(30 + 2 * m);
                const char* letter = right ? "B" : "C";
                Response details;
                details.latency = seconds ? std::optional((seed >> 8) % 1000 / 10.0) : std::nullopt;
                details.cost = seconds ? std::optional((m + 1) * 1e-4) : std::nullopt;
                responses.addRaw(run, ids[std::size_t(i)], 0, at / samples,
                    i % 50 == m ? std::nan("") : double(right), letter, letter, &details);
            }
        }
        responses.finish();
        return {};
    });
}

} // namespace winnow::bench
