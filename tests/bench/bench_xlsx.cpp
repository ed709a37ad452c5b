// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reading a workbook of predictions, written by openpyxl, against openpyxl's own read-only mode in the same
// run (limit: ten times as fast). Needs python3 with openpyxl. usage: bench_xlsx [ROWS [WORKBOOK]]

#include "core/import/recordsource.h"

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
    qint64 cells = 0;
};

/// What a script prints; ends the program when it fails.
QString python(const char* script, const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral("/usr/bin/python3"),
        QStringList{QStringLiteral("-c"), QString::fromLatin1(script)} + arguments);
    if (!process.waitForFinished(-1) || process.exitCode() != 0) {
        std::fprintf(stderr, "%s\n", process.readAllStandardError().constData());
        std::exit(1);
    }
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

constexpr const char* kWrite = R"(
import random, sys, openpyxl
random.seed(1)
words = 'red square left of the circle picture how many blue answer is therefore because'.split()
say = lambda n: ' '.join(random.choices(words, k=n))
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet()
sheet.append(['index', 'question', 'A', 'B', 'C', 'D', 'answer', 'prediction'])
for i in range(int(sys.argv[1])):
    sheet.append([i, say(18) + '?'] + ['%d %s' % (random.randrange(99), say(1)) for _ in range(4)]
        + [random.choice('ABCD'), say(60) + '\nAnswer: B'])
book.save(sys.argv[2])
)";

constexpr const char* kRead = R"(
import sys, time, openpyxl
wall, processor = time.perf_counter(), time.process_time()
book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
cells = sum(len(row) for row in book.worksheets[0].iter_rows(min_row=2, values_only=True))
print(time.perf_counter() - wall, time.process_time() - processor, cells)
)";

Reading ours(const QString& path)
{
    QElapsedTimer timer;
    timer.start();
    const std::clock_t before = std::clock();
    Reading reading;
    auto source = RecordSource::open(path);
    if (!source) {
        std::fprintf(stderr, "%s\n", qPrintable(source.error().text()));
        std::exit(1);
    }
    RawRecord record;
    RecordProblem problem;
    for (;;) {
        const auto step = (*source)->next(record, problem);
        if (!step) {
            std::fprintf(stderr, "%s\n", qPrintable(step.error().text()));
            std::exit(1);
        }
        if (*step == RecordSource::Step::End) {
            break;
        }
        reading.cells += qint64(record.cells.size());
    }
    reading.seconds = double(timer.nsecsElapsed()) / 1e9;
    reading.processor = double(std::clock() - before) / CLOCKS_PER_SEC;
    return reading;
}

Reading theirs(const QString& path)
{
    const QStringList told = python(kRead, {path}).split(u' ');
    return {told.value(0).toDouble(), told.value(1).toDouble(), told.value(2).toLongLong()};
}

long peakKilobytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmHWM:", 0) == 0) {
            return std::strtol(line.c_str() + 6, nullptr, 10);
        }
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString rows = arguments.value(1, QStringLiteral("50000"));
    const QTemporaryDir folder;
    QString path = arguments.value(2);
    if (path.isEmpty()) {
        path = folder.filePath(QStringLiteral("model_Bench.xlsx"));
        python(kWrite, {rows, path});
    }
    constexpr int kRounds = 3;
    Reading fastest;
    Reading other;
    for (int i = 0; i < kRounds; ++i) {
        const Reading mine = ours(path);
        const Reading python = theirs(path);
        fastest = i == 0 || mine.processor < fastest.processor ? mine : fastest;
        other = i == 0 || python.processor < other.processor ? python : other;
    }
    if (fastest.cells != other.cells) {
        std::fprintf(stderr, "%lld cells here, %lld there\n", fastest.cells, other.cells);
        return 1;
    }
    std::printf("%lld cells: %.3f s (processor %.3f), peak %ld MB; openpyxl %.3f s (processor %.3f)\n",
        fastest.cells, fastest.seconds, fastest.processor, peakKilobytes() >> 10, other.seconds,
        other.processor);
    const double ratio = other.seconds / fastest.seconds;
    std::printf("%.1f times as fast as openpyxl by the clock (limit: 10), %.1f times by processor time\n",
        ratio, other.processor / fastest.processor);
    return ratio >= 10 ? 0 : 1;
}
