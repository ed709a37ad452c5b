// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reading Parquet against libduckdb's own scan of the same columns in the same run (limit: 1.5 times as
// long), and how much memory it takes. The files are written by a program of their own, so that the peak is
// that of reading. Writing the same rows against libduckdb's COPY of a table in memory (the same limit;
// medians of five pairs), and how much memory 10,000 to 1,000,000 rows take, each in a program of its own.
// usage: bench_parquet [ROWS [FILE]]

#include "core/import/recordsource.h"
#include "core/parquet/parquetwriter.h"
#include "tests/support/parquetmaker.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
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

/// The texts of a row, made before the clock runs.
struct RowTexts {
    std::string question;
    std::array<std::string, 4> options;
    std::string image;
};

constexpr const char* kCopyOptions = "(FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 25000, "
                                     "ROW_GROUP_SIZE_BYTES 67108864, USE_TMP_FILE false)";
std::vector<RowTexts> rowTexts(qint64 count, size_t imageBytes)
{
    std::vector<RowTexts> rows;
    for (qint64 i = 0; i < count; ++i) {
        const std::string n = std::to_string(i);
        const std::string mixed = std::to_string(quint64(i) * 0x9e3779b97f4a7c15ULL);
        RowTexts row{"What is shown in picture " + n + ", and how often: " + mixed + "?",
            {mixed, "second", n + mixed, "last"}, {}};
        // As photographs: nothing to compress.
        for (quint64 state = quint64(i) + 1; row.image.size() < imageBytes;) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            const quint64 bytes = state ^ (state >> 29);
            row.image.append(reinterpret_cast<const char*>(&bytes), sizeof(bytes));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void add(ParquetWriter& writer, qint64 i, const RowTexts& row)
{
    writer.column(0).add(int64_t(i));
    writer.column(1).addBytes(row.question);
    writer.column(2).beginList(row.options.size());
    for (const std::string& option : row.options) {
        writer.column(2).child(0).addBytes(option);
    }
    writer.column(3).addBytes(std::string_view("ABCD").substr(size_t(i % 4), 1));
    writer.column(4).add(double(i) / 7);
    if (row.image.empty()) {
        writer.column(5).addNull();
    } else {
        writer.column(5).beginStruct();
        writer.column(5).child(0).addBytes(row.image);
        writer.column(5).child(1).addBytes(row.options[0]);
    }
    if (const auto done = writer.endRow(); !done) {
        stop(done.error());
    }
}

/// So many rows with our writer.
Reading written(const QString& path, qint64 rows, const std::vector<RowTexts>& texts)
{
    using namespace parquettypes;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        std::exit(1);
    }
    const auto text = plain(ParquetKind::Text);
    const auto writer = orStop(ParquetWriter::open(file.handle(), path,
        {{"id", plain(ParquetKind::Int64)}, {"question", text}, {"options", listOf(text)}, {"answer", text},
            {"score", plain(ParquetKind::Double)},
            {"image", structOf({{"bytes", plain(ParquetKind::Blob)}, {"path", text}})}},
        {}));
    // A database is open for both.
    QElapsedTimer timer;
    timer.start();
    const std::clock_t before = std::clock();
    for (qint64 i = 0; i < rows; ++i) {
        add(*writer, i, texts[size_t(i) % texts.size()]);
    }
    orStop(writer->close());
    return {double(timer.nsecsElapsed()) / 1e9, double(std::clock() - before) / CLOCKS_PER_SEC, rows,
        file.size()};
}

/// The same of COPY, from a table in memory that holds what we wrote.
Reading copied(const QString& from, const QString& path)
{
    duckdb::Session database;
    auto done = database.open(path, {});
    for (const std::string& sql : {std::string("SET preserve_insertion_order = false"),
             "CREATE TABLE held AS SELECT * FROM read_parquet('" + from.toStdString() + "')"}) {
        done = done ? database.run(sql) : done;
    }
    QElapsedTimer timer;
    timer.start();
    const std::clock_t before = std::clock();
    done = done ? database.run("COPY held TO '" + path.toStdString() + "' " + kCopyOptions) : done;
    if (!done) {
        stop(done.error());
    }
    return {double(timer.nsecsElapsed()) / 1e9, double(std::clock() - before) / CLOCKS_PER_SEC, 0,
        QFileInfo(path).size()};
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// True when writing holds the limit.
bool compareWriting(const char* name, const QString& folder, qint64 rows, size_t imageBytes)
{
    constexpr int kPairs = 5;
    constexpr double kLimit = 1.5;
    const QString ours = folder + QStringLiteral("/ours.parquet");
    const QString theirs = folder + QStringLiteral("/theirs.parquet");
    const std::vector<RowTexts> texts = rowTexts(rows, imageBytes);
    std::vector<double> seconds, processor, theirSeconds, theirProcessor, ratios;
    qint64 bytes = 0;
    for (int i = 0; i < kPairs; ++i) {
        const Reading we = written(ours, rows, texts);
        const Reading they = copied(ours, theirs);
        seconds.push_back(we.seconds);
        processor.push_back(we.processor);
        theirSeconds.push_back(they.seconds);
        theirProcessor.push_back(they.processor);
        ratios.push_back(we.seconds / they.seconds);
        bytes = we.bytes;
        QFile::remove(ours);
        QFile::remove(theirs);
    }
    std::printf(
        "writing %s: %lld rows, file of %lld MB\n  ours      %6.0f ms (processor %6.0f ms)\n"
        "  COPY      %6.0f ms (processor %6.0f ms)\n  %.2f times as long (limit %.1f), processor %.2f\n",
        name, static_cast<long long>(rows), static_cast<long long>(bytes >> 20), median(seconds) * 1e3,
        median(processor) * 1e3, median(theirSeconds) * 1e3, median(theirProcessor) * 1e3, median(ratios),
        kLimit, median(processor) / median(theirProcessor));
    std::fflush(stdout);
    return median(ratios) <= kLimit;
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
    if (arguments.value(1) == QLatin1String("--rows")) {
        const Reading reading
            = written(arguments.value(2), arguments.value(3).toLongLong(), rowTexts(5000, 0));
        std::printf("writing %s rows: %.1f s, peak %ld MB\n", qPrintable(arguments.value(3)), reading.seconds,
            peakMegabytes());
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
    QFile::remove(texts);
    QFile::remove(images);
    const bool third = compareWriting("texts and lists", folder.path(), rows.toLongLong(), 0);
    const bool fourth = compareWriting("images", folder.path(), 5000, 32'000);
    for (const char* count : {"10000", "100000", "1000000"}) {
        QProcess::execute(QCoreApplication::applicationFilePath(),
            {QStringLiteral("--rows"), folder.filePath(QStringLiteral("rows.parquet")),
                QString::fromLatin1(count)});
    }
    return first && second && third && fourth ? 0 : 1;
}
