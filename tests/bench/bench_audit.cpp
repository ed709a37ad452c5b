// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// All response-based detectors over 27 models x 200,000 samples (DESIGN.md section 6), beside a bare SQLite
// scan of the same rows. usage: bench_audit [SAMPLES] [MODELS]

#include "core/audit/data/auditdataloader.h"
#include "core/audit/run/auditrunner.h"
#include "core/stats/random.h"
#include "core/store/datasetstore.h"
#include "core/store/responsestore.h"
#include "core/store/responsewriter.h"
#include "core/store/samplestore.h"
#include "tests/support/responserows.h"

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

Result<bool> fill(Project& project, int samples, int models)
{
    return project.write({}, [&](sqlite::Connection& c) -> Result<bool> {
        const DatasetId dataset = DatasetStore(c).upsert(
            {.id = {}, .name = QStringLiteral("bench"), .sourcePath = {}, .sourceHash = {}, .format = {}});
        SampleWriter writer(c);
        std::vector<SampleId> ids;
        const char* letters[] = {"A", "B", "C", "D"};
        for (int i = 0; i < samples; ++i) {
            const std::string index = std::to_string(i);
            ids.push_back(writer.addRaw(dataset, index, i, "test", "chart", "",
                "Which bar is the highest in picture " + index, "", letters[i % 4], "", "",
                QByteArray(32, 'h'), {"one", "two", "three", "four"}));
        }
        ResponseStore store(c);
        ResponseWriter responses(c);
        stats::Random random(11);
        for (int m = 0; m < models; ++m) {
            const ModelId model = store.upsertModel(
                QStringLiteral("Model-%1").arg(m), QStringLiteral("family-%1").arg(m / 3));
            // Two thirds of the runs see the image, one third is blind.
            const Condition condition = m % 3 == 2 ? Condition::Blind : Condition::Standard;
            const RunId run = store.upsertRun(dataset, model, condition, {}, {}, {});
            const quint64 ability = condition == Condition::Blind ? 25 : quint64(40 + m);
            for (int i = 0; i < samples; ++i) {
                const bool right = random.next() % 100 < ability;
                const int gold = i % 4;
                const int answer = right ? gold : int((gold + 1 + int(random.next() % 3)) % 4);
                responses.addRaw(run, ids[size_t(i)], 0, 0, right ? 1.0 : 0.0, letters[answer], {});
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

    double scan = 0;
    for (int round = 0; round < 2; ++round) {
        auto rows = test::askRows(**project, [&](sqlite::Connection& c) {
            sqlite::Statement query(
                c, QStringLiteral("SELECT run_id, sample_id, shift, attempt, score, answer FROM responses"));
            qint64 sum = 0;
            timer.start();
            while (query.step()) {
                sum += query.integer(1) + qint64(query.real(4)) + qint64(query.utf8(5).size());
            }
            scan = seconds(timer);
            query.reset();
            return sum;
        });
        if (!rows) {
            return 1;
        }
    }
    std::printf("%-52s %7.2f s\n", "bare SQLite scan of the same rows, one thread", scan);

    // Detectors that need responses, and nothing that opens images or reads texts.
    AuditRequest request;
    for (const auto& detector : DetectorRegistry::instance().detectors()) {
        bool responses = false;
        bool other = false;
        for (const Requirement& requirement : detector->info().requirements) {
            switch (requirement.need) {
            case Need::StandardResponses:
            case Need::BlindResponses:
            case Need::CircularResponses:
            case Need::OpenEndedResponses:
            case Need::ChoicesOnlyResponses:
            case Need::OptionProbabilities:
                responses = true;
                break;
            case Need::Images:
            case Need::ImageMeasures:
            case Need::Texts:
            case Need::SeveralSplitsOrDatasets:
                other = true;
                break;
            case Need::Verdicts:
            case Need::Options:
            case Need::Gold:
                break;
            }
        }
        if (responses && !other) {
            request.detectors.append(detector->info().id);
        }
    }
    timer.start();
    auto report = AuditRunner(**project).run(request, progress);
    const double all = seconds(timer);
    if (!report) {
        std::fprintf(stderr, "%s\n", qPrintable(report.error().text()));
        return 1;
    }
    double detectors = 0;
    for (const DetectorOutcome& outcome : report->outcomes) {
        qint64 flags = 0;
        for (qint64 count : outcome.byKind) {
            flags += count;
        }
        detectors += outcome.seconds;
        std::printf("  %-50s %7.2f s  %s %lld flags\n", qPrintable(outcome.detector), outcome.seconds,
            outcome.message.isEmpty() ? "" : qPrintable(outcome.message), static_cast<long long>(flags));
    }
    std::printf("%-52s %7.2f s  budget 3 s, ratio %.2f; %.2f of the scan\n",
        "load, run all of them and store their flags", all, all / 3, all / scan);
    std::printf("(of which the detectors themselves %.2f s, added up over both cores)\n", detectors);
    return 0;
}
