// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Exporting against a bare loop of SQLite steps that writes the same rows as JSON Lines, without plan, hash,
// manifest or sync. usage: bench_export [SAMPLES]

#include "core/export/appendtext.h"
#include "core/export/exporter.h"
#include "core/store/datasetstore.h"
#include "core/store/samplestore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace winnow;

namespace {

[[noreturn]] void die(const Error& error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.text()));
    std::exit(1);
}

void addSamples(Project& project, int count)
{
    const auto done = project.write({}, [&](sqlite::Connection& c) -> Result<int> {
        Dataset dataset;
        dataset.name = QStringLiteral("bench");
        const DatasetId id = DatasetStore(c).upsert(dataset);
        SampleWriter writer(c);
        for (int i = 0; i < count; ++i) {
            Sample sample;
            sample.datasetId = id;
            sample.sourceIndex = QString::number(i);
            sample.position = i;
            sample.category = QStringLiteral("category %1").arg(i % 17);
            sample.question
                = QStringLiteral("How many squares stand left of the circle in picture %1?").arg(i);
            for (const char* option : {"%1 of them", "all but %1", "none of the %1", "more than %1"}) {
                sample.options.append(QString::fromLatin1(option).arg(i % 31));
            }
            sample.gold = optionLetter(i % 4);
            writer.put(sample);
        }
        return 0;
    });
    if (!done) {
        die(done.error());
    }
}

double ours(Project& project, const QString& format, const QString& out)
{
    QElapsedTimer timer;
    timer.start();
    SilentProgress progress;
    const auto result = exporterById(format)->run(project, {.policy = kDefaultPolicy}, {out}, progress);
    if (!result) {
        die(result.error());
    }
    return double(timer.nsecsElapsed()) / 1e9;
}

double bareLoop(const Project& project, const QString& path)
{
    QElapsedTimer timer;
    timer.start();
    const auto done = project.read([&](sqlite::Connection& c) -> Result<int> {
        auto* database = static_cast<sqlite3*>(c.handle());
        QFile file(path);
        sqlite3_stmt* rows = nullptr;
        sqlite3_prepare_v2(database,
            "SELECT s.id, s.source_index, s.category, s.question, s.gold, o.text FROM samples s"
            " JOIN options o ON o.sample_id = s.id ORDER BY s.id, o.position",
            -1, &rows, nullptr);
        if (rows == nullptr || !file.open(QIODevice::WriteOnly)) {
            std::exit(1);
        }
        QByteArray out;
        qint64 last = -1;
        const auto text = [&](int column) {
            appendJsonString(out,
                QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(rows, column)),
                    sqlite3_column_bytes(rows, column)));
        };
        while (sqlite3_step(rows) == SQLITE_ROW) {
            const qint64 id = sqlite3_column_int64(rows, 0);
            if (id == last) {
                out += ',';
            } else {
                out += last < 0 ? "{\"index\": " : "]}\n{\"index\": ";
                for (int column = 1; column < 5; ++column) {
                    out += column == 1 ? "" : ", \"field\": ";
                    text(column);
                }
                out += ", \"options\": [";
                last = id;
            }
            text(5);
            if (out.size() > (1 << 20)) {
                file.write(out);
                out.resize(0);
            }
        }
        file.write(out + "]}\n");
        sqlite3_finalize(rows);
        return 0;
    });
    if (!done) {
        die(done.error());
    }
    return double(timer.nsecsElapsed()) / 1e9;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const int count = argc > 1 ? std::atoi(argv[1]) : 50'000;
    const QTemporaryDir folder;
    auto project = Project::create(folder.filePath(QStringLiteral("bench.winnow")));
    if (!project) {
        die(project.error());
    }
    addSamples(**project, count);
    constexpr int kRounds = 5;
    for (const char* format : {"jsonl", "vlmevalkit_tsv"}) {
        double own = 1e9;
        double bare = 1e9;
        for (int round = 0; round < kRounds; ++round) {
            own = std::min(
                own, ours(**project, QLatin1String(format), folder.filePath(QStringLiteral("out"))));
            bare = std::min(bare, bareLoop(**project, folder.filePath(QStringLiteral("bare.jsonl"))));
        }
        std::printf(
            "%-15s %d samples: %.3f s, bare loop %.3f s, ratio %.2f\n", format, count, own, bare, own / bare);
    }
    return 0;
}
