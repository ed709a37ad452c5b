// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Opening, filtering, sorting, counting and deciding on a project of 1,000,000 samples (DESIGN.md section 6).
// usage: bench_store [SAMPLES]

#include "core/store/datasetstore.h"
#include "core/store/flagstore.h"
#include "core/store/ledger.h"
#include "core/store/sampleindex.h"
#include "core/store/samplestore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace winnow;

namespace {

double percentile(std::vector<double> values, double p)
{
    std::sort(values.begin(), values.end());
    return values.at(std::min(values.size() - 1, size_t(p * double(values.size()))));
}

double ms(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

void line(const char* what, double value, double budget)
{
    std::printf("%-44s %9.2f ms   budget %7.0f ms   ratio %.2f\n", what, value, budget, value / budget);
}

Result<qint64> fill(Project& project, int count)
{
    return project.write({}, [&](sqlite::Connection& c) -> Result<qint64> {
        SampleWriter writer(c);
        const char* capabilities[]
            = {"chart", "document", "scene", "math", "spatial", "grounding", "counting", "table", "general"};
        QVector<DatasetId> datasets;
        for (int d = 0; d < 9; ++d) {
            datasets.append(DatasetStore(c).upsert({.id = {},
                .name = QStringLiteral("set-%1").arg(d),
                .sourcePath = {},
                .sourceHash = {},
                .format = {}}));
        }
        const QByteArray hash(32, 'h');
        DetectorRun run;
        run.detector = QStringLiteral("bench");
        run.status = QStringLiteral("done");
        QVector<QVector<FlagDraft>> drafts(9);
        for (int i = 0; i < count; ++i) {
            const int d = int(qint64(i) * 9 / count);
            const QByteArray index = QByteArray::number(i);
            const QByteArray question
                = "How many red squares stand left of the blue circle in picture number " + index;
            const SampleId id = writer.addRaw(datasets.at(d), index.toStdString(), i, i % 5 ? "test" : "dev",
                capabilities[d], i % 3 ? "easy" : "hard", question.toStdString(), "", "B", "", "", hash,
                {"one", "two", "three", "four"});
            if (i % 7 == 0) {
                drafts[d].append({.sampleId = id,
                    .kind = i % 2 ? QStringLiteral("blind_solvable") : QStringLiteral("duplicate_near"),
                    .score = double(i % 1000) / 1000,
                    .discriminator = {},
                    .evidence = {}});
            }
        }
        for (int d = 0; d < 9; ++d) {
            run.datasetId = datasets.at(d);
            FlagStore(c).applyRun(run, drafts.at(d));
        }
        return count;
    });
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 1000000;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bench.winnow"));
    QElapsedTimer timer;
    {
        auto project = Project::create(path);
        timer.start();
        auto filled = fill(**project, count);
        if (!filled) {
            std::fprintf(stderr, "%s\n", qPrintable(filled.error().text()));
            return 1;
        }
        std::printf("filled with %d samples in %.1f s\n", count, ms(timer) / 1000);
    }
    SilentProgress progress;

    timer.start();
    auto project = Project::open(path);
    if (!project) {
        return 1;
    }
    // What the first painted page needs: the first hundred samples and the number of all.
    auto first = (*project)->read([](sqlite::Connection& c) {
        sqlite::Statement query(c, QStringLiteral("SELECT id FROM samples ORDER BY id LIMIT 100"));
        QVector<SampleId> ids;
        while (query.step()) {
            ids.append(SampleId{query.integer(0)});
        }
        return SampleStore(c).byIds(ids).size();
    });
    line("open to the first page of samples", ms(timer), 1000);
    timer.start();
    auto index = SampleIndex::load(**project, progress);
    line("  then, in the background: load the index", ms(timer), 1000);
    if (!first || !index) {
        return 1;
    }

    std::vector<double> filters, sorts, facets, searches;
    qint64 rows = 0;
    for (int round = 0; round < 30; ++round) {
        SampleFilter filter;
        filter.capabilities
            = {round % 2 ? QStringLiteral("chart") : QStringLiteral("math"), QStringLiteral("table")};
        if (round % 3) {
            filter.kinds = {QStringLiteral("blind_solvable")};
        }
        if (round % 5 == 0) {
            filter = {};
        }
        timer.start();
        rows += (*index)->select(filter, SampleSort::Source, false).size();
        filters.push_back(ms(timer));
        timer.start();
        rows += (*index)
                    ->select(filter, round % 2 ? SampleSort::FlagScore : SampleSort::FlagCount, true)
                    .size();
        sorts.push_back(ms(timer));
        timer.start();
        rows += (*index)->facets(filter).total;
        facets.push_back(ms(timer));
        timer.start();
        auto hits = (*project)->read([&](sqlite::Connection& c) {
            return SampleStore(c).search(QStringLiteral("number %1").arg(round * 37));
        });
        filter.text = QStringLiteral("x");
        rows += (*index)->select(filter, SampleSort::Source, false, &*hits).size();
        searches.push_back(ms(timer));
    }
    line("filter, p95", percentile(filters, 0.95), 100);
    line("filter and sort, p95", percentile(sorts, 0.95), 100);
    line("facet counts, p95", percentile(facets, 0.95), 100);
    line("full-text search and filter, p95", percentile(searches, 0.95), 100);

    std::vector<double> decisions;
    for (int i = 0; i < 300; ++i) {
        timer.start();
        Decision decision;
        decision.annotator = QStringLiteral("bench");
        decision.sampleId = {1 + 7 * i};
        decision.action = Action::Keep;
        auto stored = (*project)->ledger().decide({decision});
        decisions.push_back(ms(timer));
        if (!stored) {
            std::fprintf(stderr, "%s\n", qPrintable(stored.error().text()));
            return 1;
        }
    }
    line("decision committed to disk, p95", percentile(decisions, 0.95), 5);
    std::printf("decision committed to disk, p50                 %.2f ms\n(%lld rows seen)\n",
        percentile(decisions, 0.5), static_cast<long long>(rows));
    return 0;
}
