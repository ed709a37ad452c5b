// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a policy does to 200,000 samples x 27 models: reading once, then one policy and two side by side.
// usage: bench_insights [SAMPLES] [MODELS]

#include "core/curate/blindprofile.h"
#include "core/curate/capabilityscores.h"
#include "core/curate/insights.h"
#include "core/curate/ranknoise.h"
#include "core/stats/random.h"
#include "core/store/datasetstore.h"
#include "core/store/flagstore.h"
#include "core/store/responsestore.h"
#include "core/store/responsewriter.h"
#include "core/store/samplestore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace winnow;

namespace {

double seconds(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e9;
}

/// Two thirds of the runs see the image, one third is blind; every third sample is flagged, of two kinds in
/// turn.
Result<bool> fill(Project& project, int samples, int models)
{
    return project.write({}, [&](sqlite::Connection& c) -> Result<bool> {
        const QString name = QStringLiteral("bench");
        const DatasetId dataset = DatasetStore(c).upsert(
            {.id = {}, .name = name, .sourcePath = {}, .sourceHash = {}, .format = {}});
        SampleWriter writer(c);
        std::vector<SampleId> ids;
        QVector<FlagDraft> drafts;
        const char* letters[] = {"A", "B", "C", "D"};
        const char* capabilities[] = {"chart", "math", "document", "general", "counting"};
        for (int i = 0; i < samples; ++i) {
            const std::string index = std::to_string(i);
            ids.push_back(writer.addRaw(dataset, index, i, "test", capabilities[i % 5], "",
                "Which bar is the highest in picture " + index, "", letters[i % 4], "", "",
                QByteArray(32, 'h'), {"one", "two", "three", "four"}));
            if (i % 3 == 0) {
                FlagDraft draft;
                draft.sampleId = ids.back();
                draft.kind = i % 2 ? QStringLiteral("blind_solvable") : QStringLiteral("saturated");
                draft.score = double(i % 100) / 100;
                drafts.append(draft);
            }
        }
        DetectorRun run;
        run.detector = QStringLiteral("bench");
        run.datasetId = dataset;
        run.status = QStringLiteral("done");
        FlagStore(c).applyRun(run, drafts);
        ResponseStore store(c);
        ResponseWriter responses(c);
        stats::Random random(11);
        for (int m = 0; m < models; ++m) {
            const ModelId model = store.upsertModel(
                QStringLiteral("Model-%1").arg(m), QStringLiteral("family-%1").arg(m / 3));
            const Condition condition = m % 3 == 2 ? Condition::Blind : Condition::Standard;
            const RunId of = store.upsertRun(dataset, model, condition, {}, {}, {});
            const quint64 ability = condition == Condition::Blind ? 25 : quint64(40 + m);
            for (int i = 0; i < samples; ++i) {
                const bool right = random.next() % 100 < ability;
                const int gold = i % 4;
                const int answer = right ? gold : int((gold + 1 + int(random.next() % 3)) % 4);
                responses.addRaw(of, ids[size_t(i)], 0, 0, right ? 1.0 : 0.0, letters[answer], {});
            }
        }
        responses.finish();
        return true;
    });
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const int samples = argc > 1 ? QByteArray(argv[1]).toInt() : 200000;
    const int models = argc > 2 ? QByteArray(argv[2]).toInt() : 27;
    QTemporaryDir folder;
    auto project = Project::create(folder.filePath(QStringLiteral("bench.winnow")));
    if (auto filled = fill(**project, samples, models); !filled) {
        std::fprintf(stderr, "%s\n", qPrintable(filled.error().text()));
        return 1;
    }
    std::printf("%d samples x %d models\n", samples, models);
    QElapsedTimer timer;
    SilentProgress progress;
    timer.start();
    const auto data = InsightsData::read(**project, progress, InsightsData::Usage::Read);
    if (!data) {
        std::fprintf(stderr, "%s\n", qPrintable(data.error().text()));
        return 1;
    }
    std::printf("%-40s %7.3f s\n", "reading once, usage included", seconds(timer));
    const QVector<Policy> policies = builtInPolicies();
    for (const Policy& policy : policies) {
        timer.start();
        const Insights insights = insightsOf(*data, apply(*data, policy));
        std::printf("one policy, %-28s %7.3f s (%lld of %lld stay)\n", qPrintable(policy.name),
            seconds(timer), static_cast<long long>(insights.samplesAfter),
            static_cast<long long>(insights.samplesBefore));
    }
    timer.start();
    const auto [first, second]
        = insightsBeside(*data, apply(*data, policies.at(1)), apply(*data, policies.at(2)));
    std::printf("%-40s %7.3f s (%lld and %lld stay)\n", "two policies side by side", seconds(timer),
        static_cast<long long>(first.samplesAfter), static_cast<long long>(second.samplesAfter));
    InsightsFilter filter;
    filter.capability = QStringLiteral("math");
    timer.start();
    const InsightsData narrowed = data->narrowed(filter);
    const Insights part = insightsOf(narrowed, apply(narrowed, policies.at(1)));
    std::printf("%-40s %7.3f s (%lld samples)\n", "one capability alone", seconds(timer),
        static_cast<long long>(part.samplesBefore));
    timer.start();
    const AppliedPolicy applied = apply(*data, policies.at(2));
    const ScoredSamples scores = ScoredSamples::of(*data, applied);
    const auto capabilities = capabilityScores(scores);
    std::printf("%-40s %7.3f s (%lld)\n", "capabilities and their correlations", seconds(timer),
        static_cast<long long>(capabilityMap(capabilities).clusters.size()));
    timer.start();
    const auto noise = rankNoise(scores, second.models);
    std::printf("%-40s %7.3f s (%lld)\n", "which changes of rank are noise", seconds(timer),
        static_cast<long long>(noise.size()));
    timer.start();
    const BlindProfile blind = blindProfile(*data, applied);
    std::printf(
        "%-40s %7.3f s (%d models)\n", "what models do without the image", seconds(timer), blind.models);
    return 0;
}
