// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reading Parquet against libduckdb's own scan of the same columns in the same run (limit: 1.5 times as
// long), and how much memory it takes. The files are written by a program of their own, so that the peak is
// that of reading. usage: bench_parquet [ROWS [FILE]]

#include "core/import/recordsource.h"
#include "tests/support/parquetmaker.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>

using namespace winnow;

namespace {

struct Reading {
    double seconds = 0;
    double processor = 0;
    qint64 rows = 0;
    qint64 bytes = 0;
};

[[noreturn]] void stop(const Error& error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.text()));
    std::exit(1);
}

template <typename T> T orStop(Result<T> result)
{
    if (!result) {
        stop(result.error());
    }
    return std::move(*result);
}

long peakMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmHWM:", 0) == 0) {
            return std::strtol(line.c_str() + 6, nullptr, 10) >> 10;
        }
    }
    return 0;
}

Reading ours(const QString& path)
{
    QElapsedTimer timer;
    timer.start();
    const std::clock_t before = std::clock();
    Reading reading;
    const auto source = orStop(RecordSource::open(path));
    RawRecord record;
    RecordProblem problem;
    while (orStop(source->next(record, problem)) == RecordSource::Step::Record) {
        ++reading.rows;
        for (const Cell& cell : record.cells) {
            reading.bytes += qint64(cell.text.size());
        }
    }
    reading.seconds = double(timer.nsecsElapsed()) / 1e9;
    reading.processor = double(std::clock() - before) / CLOCKS_PER_SEC;
    return reading;
}

/// All columns as they come, with the settings that reading has.
Reading theirs(const QString& path)
{
    QElapsedTimer timer;
    timer.start();
    const std::clock_t before = std::clock();
    Reading reading;
    duckdb::Session database;
    if (const auto opened = database.open(path, {}); !opened) {
        stop(opened.error());
    }
    duckdb::Stream rows;
    const std::string sql = "SELECT * FROM read_parquet('" + path.toStdString() + "')";
    if (const auto opened = rows.open(database, sql); !opened) {
        stop(opened.error());
    }
    for (size_t count = orStop(rows.next()); count > 0; count = orStop(rows.next())) {
        reading.rows += qint64(count);
    }
    reading.seconds = double(timer.nsecsElapsed()) / 1e9;
    reading.processor = double(std::clock() - before) / CLOCKS_PER_SEC;
    return reading;
}

/// In a program of its own.
void write(const QString& path, const QString& query, const QString& options)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--write"), path, query, options});
    if (!process.waitForFinished(-1) || process.exitCode() != 0) {
        std::exit(1);
    }
}

/// True when it holds the limit.
bool compare(const char* name, const QString& path)
{
    constexpr int kRounds = 5;
    constexpr double kLimit = 1.5;
    Reading best{1e9, 1e9};
    Reading scan{1e9, 1e9};
    Reading reading;
    const auto keep = [](Reading& least, const Reading& now) {
        least.seconds = std::min(least.seconds, now.seconds);
        least.processor = std::min(least.processor, now.processor);
    };
    long peak = 0;
    for (int i = 0; i < kRounds; ++i) {
        reading = ours(path);
        keep(best, reading);
        peak = i == 0 ? peakMegabytes() : peak;
        keep(scan, theirs(path));
    }
    const double ratio = best.processor / scan.processor;
    std::printf("%s: %lld rows, file of %lld MB\n  ours      %6.0f ms (processor %6.0f ms), peak %ld MB\n"
                "  libduckdb %6.0f ms (processor %6.0f ms)\n  %.2f times (limit %.1f)\n",
        name, static_cast<long long>(reading.rows), static_cast<long long>(QFileInfo(path).size() >> 20),
        best.seconds * 1e3, best.processor * 1e3, peak, scan.seconds * 1e3, scan.processor * 1e3, ratio,
        kLimit);
    std::fflush(stdout);
    return ratio <= kLimit;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--write")) {
        const auto made = test::writeParquet(arguments.value(2), arguments.value(3), arguments.value(4));
        if (!made) {
            stop(made.error());
        }
        return 0;
    }
    const auto library = duckdb::library();
    if (!library) {
        stop(library.error());
    }
    std::printf("libduckdb %s, one thread; best of 5\n", (*library)->library_version());
    if (arguments.size() > 2) {
        return compare("the file", arguments.at(2)) ? 0 : 1;
    }
    const QString rows = arguments.value(1, QStringLiteral("200000"));
    const QTemporaryDir folder;
    const QString texts = folder.filePath(QStringLiteral("texts.parquet"));
    write(texts,
        QStringLiteral(
            "SELECT i AS id, 'What is shown in picture ' || i || ', and how often: ' || md5(i::VARCHAR) "
            "|| '?' AS question, [md5((i + 1)::VARCHAR), 'second', md5((i + 2)::VARCHAR), 'last'] AS "
            "options, chr(65 + (i % 4)::INTEGER) AS answer, i / 7.0 AS score, {'dataset': 'set ' || i "
            "% 9, 'original_idx': i} AS source_info FROM range(%1) t(i)")
            .arg(rows),
        QStringLiteral("COMPRESSION snappy"));
    const bool first = compare("texts, lists, structs", texts);
    const QString images = folder.filePath(QStringLiteral("images.parquet"));
    // As photographs: nothing to compress.
    write(images,
        QStringLiteral(
            "SELECT i AS id, 'q ' || i AS question, {'bytes': unhex('ffd8ff00') || (i || "
            "repeat(md5(i::VARCHAR), 1000))::BLOB, 'path': i || '.jpg'} AS image FROM range(10000) t(i)"),
        QStringLiteral("COMPRESSION uncompressed"));
    const bool second = compare("images", images);
    return first && second ? 0 : 1;
}
