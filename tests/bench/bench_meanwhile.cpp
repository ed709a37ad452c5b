// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What others wait for while an import runs: a decision until it is durable, and until a small transaction of
// the project is committed, in the importing process and in another. `bench_meanwhile [SAMPLES] [MODELS]`.

#include "core/import/importjob.h"
#include "core/store/datasetstore.h"
#include "core/store/ledger.h"
#include "core/store/samplestore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <functional>
#include <thread>

using namespace winnow;

namespace {

constexpr double kUsual = 50;
constexpr double kWorst = 250;

double percentile(QVector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0
                            : values.at(qMin(values.size() - 1, qsizetype(share * double(values.size()))));
}

/// `usual` = the limit of the 95th percentile; 0 = none.
void report(const QString& what, const QVector<double>& values, double usual)
{
    const double p95 = percentile(values, 0.95);
    const double worst = percentile(values, 1);
    std::printf("%-52s n %4lld  p95 %7.2f ms", qPrintable(what), static_cast<long long>(values.size()), p95);
    if (usual > 0) {
        std::printf(" (limit %.0f, ratio %.2f)", usual, p95 / usual);
    }
    std::printf("  worst %7.2f ms (limit %.0f, ratio %.2f)\n", worst, kWorst, worst / kWorst);
    std::fflush(stdout);
}

/// Decides and writes every 20 ms until told to stop.
void workMeanwhile(Project& project, SampleId sample, const std::function<bool()>& more, const char* where)
{
    QVector<double> decided;
    QVector<double> written;
    for (int i = 0; more(); ++i) {
        Decision decision;
        decision.annotator = QStringLiteral("kim");
        decision.sampleId = sample;
        decision.kind = QStringLiteral("label_incorrect");
        decision.verdict = i % 2 ? Verdict::Confirm : Verdict::Override;
        QElapsedTimer timer;
        timer.start();
        if (project.ledger().decide({decision})) {
            decided.append(double(timer.nsecsElapsed()) / 1e6);
        }
        timer.restart();
        const auto done = project.write({}, [&](sqlite::Connection& c) -> Result<> {
            DatasetStore(c).setMeta(QStringLiteral("bench"), QString::number(i));
            return {};
        });
        if (done) {
            written.append(double(timer.nsecsElapsed()) / 1e6);
        }
        QThread::msleep(20);
    }
    report(QStringLiteral("decision durable, ") + QLatin1String(where), decided, kUsual);
    report(QStringLiteral("transaction committed, ") + QLatin1String(where), written, 0);
}

void writeFiles(const QString& samples, const QString& responses, int count, int models)
{
    QFile s(samples);
    QFile r(responses);
    if (!s.open(QIODevice::WriteOnly) || !r.open(QIODevice::WriteOnly)) {
        return;
    }
    r.write("index,model,response\n");
    for (int i = 0; i < count; ++i) {
        const QByteArray n = QByteArray::number(i);
        s.write("{\"index\":\"" + n + "\",\"question\":\"How many squares stand left of picture " + n
            + "?\",\"options\":[\"one of them\",\"two\",\"three\",\"four\"],\"answer\":\"A\"}\n");
    }
    for (int m = 0; m < models; ++m) {
        for (int i = 0; i < count; ++i) {
            r.write(QByteArray::number(i) + ",m" + QByteArray::number(m) + ",The answer is "
                + "ABCD"[(i + m) % 4] + " because of square " + QByteArray::number(i % 997) + "\n");
        }
    }
}

/// A few samples to decide on.
QVector<SampleId> importReviewed(Project& project, const QString& path)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write("index,question,A,B,answer\n1,Which one?,left,right,A\n2,And here?,up,down,B\n");
        file.close();
    }
    ImportRequest request;
    request.file = path;
    request.dataset = QStringLiteral("reviewed");
    SilentProgress progress;
    (void)runImport(project, request, progress);
    return project
        .read([](sqlite::Connection& c) {
            return SampleStore(c).idsOf(DatasetStore(c).byName(QStringLiteral("reviewed"))->id);
        })
        .value();
}

int other(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    auto project = Project::open(QString::fromLocal8Bit(argv[2]));
    if (!project) {
        return 1;
    }
    const QString stop = QString::fromLocal8Bit(argv[4]);
    workMeanwhile(
        **project, {QByteArray(argv[3]).toLongLong()}, [&] { return !QFile::exists(stop); },
        "in another process");
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 5 && qstrcmp(argv[1], "--other") == 0) {
        return other(argc, argv);
    }
    QCoreApplication application(argc, argv);
    const int count = argc > 1 ? std::atoi(argv[1]) : 200'000;
    const int models = argc > 2 ? std::atoi(argv[2]) : 5;
    QTemporaryDir folder;
    const QString samples = folder.filePath(QStringLiteral("samples.jsonl"));
    const QString responses = folder.filePath(QStringLiteral("responses.csv"));
    writeFiles(samples, responses, count, models);
    auto project = *Project::create(folder.filePath(QStringLiteral("p.winnow")));
    const auto ids = importReviewed(*project, folder.filePath(QStringLiteral("reviewed.csv")));
    const QString stop = folder.filePath(QStringLiteral("stop"));
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(),
        {QStringLiteral("--other"), project->path(), QString::number(ids.first().value), stop});
    std::atomic<bool> done = false;
    std::thread importing([&] {
        for (const QString& file : {samples, responses}) {
            ImportRequest request;
            request.file = file;
            request.dataset = QStringLiteral("big");
            SilentProgress progress;
            QElapsedTimer timer;
            timer.start();
            const auto report = runImport(*project, request, progress);
            std::printf("%s: %s in %.2f s\n", qPrintable(QFileInfo(file).fileName()),
                report ? "imported" : qPrintable(report.error().text()), double(timer.elapsed()) / 1e3);
        }
        done = true;
    });
    workMeanwhile(
        *project, ids.last(), [&] { return !done; }, "in the importing process");
    importing.join();
    QFile(stop).open(QIODevice::WriteOnly);
    process.waitForFinished();
    return 0;
}
