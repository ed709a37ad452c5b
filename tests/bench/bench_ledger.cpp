// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions: until durable, beside one page written and synced; the same while an import holds the project;
// undo and redo of many; and whether deciding on ten times the samples takes ten times as long.

#include "core/store/ledger.h"
#include "tests/support/testproject.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSemaphore>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

using namespace winnow;

namespace {

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[std::min(values.size() - 1, size_t(share * double(values.size())))];
}

double ms(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

Decision decision(int sample, Action action = Action::Drop)
{
    Decision decision;
    decision.annotator = QStringLiteral("bench");
    decision.sampleId = {sample + 1};
    decision.action = action;
    return decision;
}

template <typename Function> std::vector<double> times(int count, Function&& function)
{
    std::vector<double> all;
    QElapsedTimer timer;
    for (int i = 0; i < count; ++i) {
        timer.start();
        if (!function(i)) {
            std::fprintf(stderr, "failed at %d\n", i);
            std::exit(1);
        }
        all.push_back(ms(timer));
    }
    return all;
}

/// Decides on so many samples as one, and takes it back. Seconds.
double bulk(Project& project, int count)
{
    QVector<Decision> decisions;
    for (int i = 0; i < count; ++i) {
        decisions.append(decision(i));
    }
    QElapsedTimer timer;
    timer.start();
    if (!project.ledger().decide(decisions) || !project.ledger().undo(QStringLiteral("bench"))) {
        std::exit(1);
    }
    return ms(timer) / 1000;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    constexpr int kRounds = 300;
    const QTemporaryDir folder;
    auto project = Project::create(folder.filePath(QStringLiteral("p.winnow")));
    if (!project || !test::addSamples(**project, QStringLiteral("set"), 100'000, 10)) {
        return 1;
    }
    Ledger& ledger = (*project)->ledger();
    const int fd
        = ::open(qPrintable(folder.filePath(QStringLiteral("page"))), O_WRONLY | O_CREAT | O_APPEND, 0600);
    const QByteArray page(4096, 'x');
    std::vector<double> pages;
    std::vector<double> decided;
    // In turn, so that both see the same disk.
    for (int i = 0; i < kRounds; ++i) {
        pages.push_back(times(1, [&](int) {
            return ::write(fd, page.constData(), 4096) == 4096 && ::fdatasync(fd) == 0;
        }).front());
        decided.push_back(
            times(1, [&](int) { return ledger.decide({decision(7 * i)}).has_value(); }).front());
    }
    const double raw = percentile(pages, 0.95);
    std::printf("one page written and synced, p95      %8.2f ms\n", raw);
    std::printf("decision durable, p95                 %8.2f ms   %.2fx (limit 3x)\n",
        percentile(decided, 0.95), percentile(decided, 0.95) / raw);

    QSemaphore holds;
    QSemaphore end;
    const std::unique_ptr<QThread> import(QThread::create([&] {
        (void)(*project)->write({}, [&](sqlite::Connection&) -> Result<int> {
            holds.release();
            end.acquire();
            return 0;
        });
    }));
    import->start();
    holds.acquire();
    const auto during
        = times(kRounds, [&](int i) { return ledger.decide({decision(7 * i + 1)}).has_value(); });
    end.release();
    import->wait();
    std::printf("decision while the project is held    %8.2f ms   %.2fx (limit 50 ms)\n",
        percentile(during, 0.95), percentile(during, 0.95) / 50);

    constexpr int kUndos = 2000;
    QElapsedTimer timer;
    timer.start();
    (void)times(kUndos, [&](int i) { return ledger.decide({decision(i, Action::Keep)}).has_value(); });
    const double first = ms(timer);
    timer.start();
    (void)times(kUndos, [&](int) { return ledger.undo(QStringLiteral("bench")).has_value(); });
    (void)times(kUndos, [&](int) { return ledger.redo(QStringLiteral("bench")).has_value(); });
    std::printf("2,000 undos and redos                 %8.2f s    %.2fx of deciding as often\n",
        ms(timer) / 1000, ms(timer) / (2 * first));

    const double small = bulk(**project, 10'000);
    const double large = bulk(**project, 100'000);
    std::printf("decide on 10,000 and take it back     %8.2f s\n", small);
    std::printf(
        "the same of 100,000                   %8.2f s    %.2fx a tenth of it\n", large, large / small / 10);
    ::close(fd);
    return 0;
}
