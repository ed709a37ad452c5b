// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Exporting against limits and a peer, medians of five pairs in one run: a bare loop of SQLite steps over the
// same project that writes the same cells, without plan, hash, manifest or sync; python3-pandas writing the
// same table from memory, and reading it out of the project before; pictures against a copy of their files.
// Then the peak of memory by the number of rows. usage: bench_export [SAMPLES [MOST_ROWS_FOR_MEMORY]]

#include "core/base/hash.h"
#include "core/export/appendtext.h"
#include "core/export/exporter.h"
#include "core/store/datasetstore.h"
#include "core/store/imagestore.h"
#include "core/store/samplestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

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
    // An earlier export there would be proved and removed.
    QDir(out).removeRecursively();
    QElapsedTimer timer;
    timer.start();
    SilentProgress progress;
    const auto result = exporterById(format)->run(project, {.policy = kDefaultPolicy}, {out}, progress);
    if (!result) {
        die(result.error());
    }
    return double(timer.nsecsElapsed()) / 1e9;
}

/// The same cells, read by steps of SQLite and written as the format writes them.
double bareLoop(const Project& project, const QString& path, bool json)
{
    QElapsedTimer timer;
    timer.start();
    const auto done = project.read([&](sqlite::Connection& c) -> Result<int> {
        auto* database = static_cast<sqlite3*>(c.handle());
        QFile file(path);
        sqlite3_stmt* rows = nullptr;
        sqlite3_prepare_v2(database,
            "SELECT s.id, s.source_index, d.name, s.split, s.capability, s.category, s.question, s.gold, "
            "o.text"
            " FROM samples s JOIN datasets d ON d.id = s.dataset_id"
            " JOIN options o ON o.sample_id = s.id ORDER BY s.id, o.position",
            -1, &rows, nullptr);
        if (rows == nullptr || !file.open(QIODevice::WriteOnly)) {
            std::exit(1);
        }
        constexpr int kOption = 8;
        QByteArray out;
        qint64 last = -1;
        const auto text = [&](int column) {
            const QString cell
                = QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(rows, column)),
                    sqlite3_column_bytes(rows, column));
            if (json) {
                appendJsonString(out, cell);
            } else {
                out += '"';
                appendDoubling(out, cell, '"');
                out += '"';
            }
        };
        while (sqlite3_step(rows) == SQLITE_ROW) {
            const qint64 id = sqlite3_column_int64(rows, 0);
            if (id == last) {
                out += json ? ',' : '\t';
            } else {
                out += last < 0 ? "" : json ? "]}\n" : "\n";
                for (int column = 1; column < kOption; ++column) {
                    out += json ? (column == 1 ? "{\"field\": " : ", \"field\": ")
                                : (column == 1 ? "" : "\t");
                    text(column);
                }
                out += json ? ", \"options\": [" : "\t";
                last = id;
            }
            text(kOption);
            if (out.size() > (1 << 20)) {
                file.write(out);
                out.resize(0);
            }
        }
        file.write(out + (json ? "]}\n" : "\n"));
        sqlite3_finalize(rows);
        return 0;
    });
    if (!done) {
        die(done.error());
    }
    return double(timer.nsecsElapsed()) / 1e9;
}

constexpr int kRounds = 5;

struct Pair {
    double ours = 0;
    double theirs = 0;
};

/// Medians of pairs that are measured in turn.
Pair medians(const std::function<double()>& ours, const std::function<double()>& theirs)
{
    std::vector<double> own;
    std::vector<double> other;
    for (int round = 0; round < kRounds; ++round) {
        own.push_back(ours());
        other.push_back(theirs());
    }
    std::sort(own.begin(), own.end());
    std::sort(other.begin(), other.end());
    return {own[kRounds / 2], other[kRounds / 2]};
}

void print(const char* what, const Pair& pair)
{
    std::printf("%-52s ours %7.3f s, theirs %7.3f s, ours/theirs %5.2f\n", what, pair.ours, pair.theirs,
        pair.ours / pair.theirs);
}

/// Writes the table of a project, timed by itself: from memory (0) and with reading it (1).
const char* const kPandas = R"py(
import csv, sqlite3, sys, time, pandas
project, kind, out = sys.argv[1:4]
def read():
    db = sqlite3.connect(f"file:{project}?mode=ro", uri=True)
    rows = pandas.read_sql("SELECT s.id, s.source_index AS 'index', s.category, s.question, s.gold AS answer, s.split"
                           " FROM samples s ORDER BY s.id", db)
    options = pandas.read_sql("SELECT sample_id, position, text FROM options", db)
    wide = options.pivot(index="sample_id", columns="position", values="text")
    wide.columns = ["ABCDEFGH"[c] for c in wide.columns]
    return rows.join(wide, on="id").drop(columns="id")
begin = time.perf_counter()
frame = read()
before = time.perf_counter()
if kind == "jsonl": frame.to_json(out, orient="records", lines=True, force_ascii=False)
else: frame.to_csv(out, sep="\t", quoting=csv.QUOTE_ALL, index=False)
end = time.perf_counter()
print(end - before, end - begin)
)py";

/// From memory and with reading; negative where pandas is not here.
std::pair<double, double> pandas(const Project& project, const QString& kind, const QString& out)
{
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"),
        {QStringLiteral("-c"), QString::fromLatin1(kPandas), project.path(), kind, out});
    python.waitForFinished(-1);
    const QList<QByteArray> said = python.readAllStandardOutput().simplified().split(' ');
    return python.exitCode() == 0 && said.size() == 2 ? std::pair(said[0].toDouble(), said[1].toDouble())
                                                      : std::pair(-1.0, -1.0);
}

/// `count` pictures' worth of bytes of 1 MB in files, a sample each.
void addImages(Project& project, const QDir& folder, int count)
{
    constexpr int kBytes = 1 << 20;
    const auto done = project.write({}, [&](sqlite::Connection& c) -> Result<int> {
        Dataset dataset;
        dataset.name = QStringLiteral("pictures");
        const DatasetId id = DatasetStore(c).upsert(dataset);
        SampleWriter writer(c);
        for (int i = 0; i < count; ++i) {
            QByteArray bytes(kBytes, char(i));
            std::copy_n(reinterpret_cast<const char*>(&i), sizeof i, bytes.begin());
            const QString path = folder.filePath(QStringLiteral("%1.png").arg(i));
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
                std::exit(1);
            }
            ImageRef image;
            image.source = QStringLiteral("%1.png").arg(i);
            image.path = path;
            image.sha256 = sha256(bytes);
            image.format = QStringLiteral("png");
            image.width = 1000;
            image.height = 1000;
            image.byteSize = bytes.size();
            image.id = ImageStore(c).put(image);
            Sample sample;
            sample.datasetId = id;
            sample.sourceIndex = QString::number(i);
            sample.position = i;
            sample.question = QStringLiteral("What is it?");
            sample.gold = QStringLiteral("a square");
            sample.images = {image};
            writer.put(sample);
        }
        return 0;
    });
    if (!done) {
        die(done.error());
    }
}

/// Copies with the same promise: every file is on the disk at the end.
double copyAll(const QDir& from, const QString& to)
{
    QDir(to).removeRecursively();
    QDir().mkpath(to);
    QElapsedTimer timer;
    timer.start();
    for (const QString& name : from.entryList(QDir::Files)) {
        QFile source(from.filePath(name));
        QFile target(to + u'/' + name);
        if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly)
            || target.write(source.readAll()) < 0 || !target.flush() || fdatasync(target.handle()) != 0) {
            std::exit(1);
        }
    }
    return double(timer.nsecsElapsed()) / 1e9;
}

/// A process of its own exports and prints what it holds; its peak comes with the pages of the project's
/// file, which the system can take back.
void printMemory(const QString& project, const char* format, const QString& out)
{
    const pid_t child = fork();
    if (child == 0) {
        const QByteArray program = QCoreApplication::applicationFilePath().toLocal8Bit();
        execl(program.constData(), program.constData(), "--export", qPrintable(project), format,
            qPrintable(out), nullptr);
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    std::printf("peak with pages of files %.0f MB\n", status == 0 ? double(usage.ru_maxrss) / 1024 : -1);
}

/// Megabytes of memory that is no page of a file.
double anonymousMemory()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly)) {
        return -1;
    }
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("RssAnon:")) {
            return line.mid(8).simplified().split(' ').first().toDouble() / 1024;
        }
    }
    return -1;
}

std::shared_ptr<Project> newProject(const QString& path)
{
    auto project = Project::create(path);
    if (!project) {
        die(project.error());
    }
    return *project;
}

void measureTables(const QTemporaryDir& folder, int count)
{
    const auto project = newProject(folder.filePath(QStringLiteral("bench.winnow")));
    addSamples(*project, count);
    std::printf("%d samples without images\n", count);
    for (const char* format : {"jsonl", "vlmevalkit_tsv", "csv"}) {
        const QString out = folder.filePath(QStringLiteral("out"));
        const auto own = [&] { return ours(*project, QLatin1String(format), out); };
        print(qPrintable(QString::fromLatin1("%1 / bare loop over the project").arg(QLatin1String(format))),
            medians(own, [&] {
                return bareLoop(
                    *project, folder.filePath(QStringLiteral("bare")), QLatin1String(format) == u"jsonl");
            }));
        std::vector<double> reading;
        const Pair peer = medians(own, [&] {
            const auto [writing, all]
                = pandas(*project, QLatin1String(format), folder.filePath(QStringLiteral("pandas")));
            reading.push_back(all);
            return writing;
        });
        if (peer.theirs < 0) {
            std::printf("%s: python3-pandas is not here, not run\n", format);
            continue;
        }
        print(qPrintable(QString::fromLatin1("%1 / pandas writing from memory").arg(QLatin1String(format))),
            peer);
        std::sort(reading.begin(), reading.end());
        print(qPrintable(QString::fromLatin1("%1 / pandas reading the project and writing")
                             .arg(QLatin1String(format))),
            {peer.ours, reading[kRounds / 2]});
    }
}

void measureImages(const QTemporaryDir& folder)
{
    constexpr int kImages = 200;
    const QDir pictures(folder.filePath(QStringLiteral("pictures")));
    QDir().mkpath(pictures.path());
    const auto project = newProject(folder.filePath(QStringLiteral("images.winnow")));
    addImages(*project, pictures, kImages);
    print("200 images of 1 MB / copy of the files, synced",
        medians(
            [&] { return ours(*project, QStringLiteral("jsonl"), folder.filePath(QStringLiteral("shown"))); },
            [&] { return copyAll(pictures, folder.filePath(QStringLiteral("copied"))); }));
}

void measureMemory(const QTemporaryDir& folder, int most)
{
    for (int rows = 10'000; rows <= most; rows *= 10) {
        const QString path = folder.filePath(QStringLiteral("%1.winnow").arg(rows));
        addSamples(*newProject(path), rows);
        for (const char* format : {"jsonl", "vlmevalkit_tsv"}) {
            std::printf("%8d rows, %-15s ", rows, format);
            std::fflush(stdout);
            printMemory(path, format, folder.filePath(QStringLiteral("peak")));
        }
    }
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList told = QCoreApplication::arguments();
    if (told.value(1) == u"--export") {
        auto project = Project::open(told.value(2));
        if (!project) {
            die(project.error());
        }
        SilentProgress progress;
        const auto result = exporterById(told.value(3))
                                ->run(**project, {.policy = kDefaultPolicy}, {told.value(4)}, progress);
        if (!result) {
            die(result.error());
        }
        std::printf("held with the plan %.0f MB, ", anonymousMemory());
        return 0;
    }
    const QTemporaryDir folder;
    measureTables(folder, told.size() > 1 ? told.at(1).toInt() : 50'000);
    measureImages(folder);
    measureMemory(folder, told.size() > 2 ? told.at(2).toInt() : 1'000'000);
    return 0;
}
